/* main.c: reads the command line, builds the graph and puts the window on it: the only file that
 * sees both sides. Verbs without a window run before any application exists, which needs a display.
 * Thread: main. */
#include <adwaita.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <locale.h>

#include "demo.h"
#include "diapason-ui-resources.h"
#include "hub.h"
#include "plain-text.h"
#include "tour.h"
#include "verbs.h"
#include "window.h"

typedef struct
{
  DiapasonVerbOptions options;
  gboolean demo;
  char *hub; /* (owned) (nullable) --hub of the demo */
  gboolean tour;
  gboolean sync_once;
  gboolean version;
  DiapasonDemo *running_demo; /* (owned) (nullable) */
  DiapasonProgram *program;   /* (owned) (nullable) until the application starts */
} Main;

static void
main_clear (Main *self)
{
  g_clear_pointer (&self->program, diapason_program_free);
  g_clear_pointer (&self->running_demo, diapason_demo_stop);
  g_clear_pointer (&self->hub, g_free);
  diapason_verb_options_clear (&self->options);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Main, main_clear)

/* The window */

/* The files cannot be had: the sentence takes the window's place. */
static void
show_failure (GtkApplication *application, const char *sentence)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (NULL);

  diapason_plain_label_set_block (GTK_LABEL (label), sentence);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_vexpand (label, TRUE);
  gtk_widget_set_margin_start (label, 24);
  gtk_widget_set_margin_end (label, 24);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_window_set_title (GTK_WINDOW (window), "Diapason");
  gtk_window_set_default_size (GTK_WINDOW (window), 520, 260);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  g_printerr ("%s\n", sentence);
}

static gboolean
build_graph (Main *self, GError **error)
{
  g_autoptr (DiapasonPlace) own = NULL;
  const DiapasonPlace *place;

  if (self->demo)
    {
      self->running_demo = diapason_demo_start (self->hub, self->options.profile, error);
      if (self->running_demo == NULL)
        return FALSE;
      place = diapason_demo_get_place (self->running_demo);
    }
  else
    {
      own = diapason_place_new (self->options.profile, self->options.sources);
      place = own;
    }
  self->program = diapason_program_new (place, error);
  if (self->program == NULL)
    return FALSE;
  return !self->demo || diapason_demo_connect (self->running_demo, self->program, error);
}

static void
tell_complaints (DiapasonWindow *window, GPtrArray *complaints)
{
  for (guint i = 0; i < complaints->len; i++)
    diapason_window_tell (window, g_ptr_array_index (complaints, i));
}

static void
activate_cb (GtkApplication *application, Main *self)
{
  GtkWindow *shown = gtk_application_get_active_window (application);
  g_autoptr (GError) error = NULL;
  DiapasonWindow *window;

  if (shown != NULL)
    {
      gtk_window_present (shown);
      return;
    }
  if (!build_graph (self, &error))
    {
      show_failure (application, error->message);
      return;
    }
  window = diapason_window_new (application, self->program->desk);
  tell_complaints (window, self->program->complaints);
  gtk_window_present (GTK_WINDOW (window));
  diapason_sync_engine_start (self->program->engine);
  if (self->tour)
    diapason_tour_start (window);
}

static void
quit_activated (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  for (GList *l = gtk_application_get_windows (application), *next; l != NULL; l = next)
    {
      next = l->next;
      gtk_window_close (l->data);
    }
}

static void
about_activated (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  adw_show_about_window (gtk_application_get_active_window (application), "application-name",
                         "Diapason", "application-icon", DIAPASON_APPLICATION_ID, "version",
                         DIAPASON_VERSION, "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _("The desktop of those who answer customers"), NULL);
}

static void
startup_cb (GtkApplication *application)
{
  static const GActionEntry entries[] = {
    { "quit", quit_activated },
    { "about", about_activated },
  };
  static const struct
  {
    const char *action;
    const char *keys[2];
  } keys[] = {
    { "win.find", { "<Control>k" } },
    { "win.show-help-overlay", { "<Control>question" } },
    { "app.quit", { "<Control>q" } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (application, keys[i].action, keys[i].keys);
}

static gboolean
signal_cb (gpointer application)
{
  g_action_group_activate_action (application, "quit", NULL);
  return G_SOURCE_CONTINUE;
}

static int
run_window (Main *self, char *name)
{
  g_autoptr (AdwApplication) application = NULL;
  /* The demo and a profile of one's own stand beside the usual program, not in its place. */
  gboolean apart = self->demo || self->options.profile != NULL;

  diapason_ui_register_resource ();
  application = adw_application_new (DIAPASON_APPLICATION_ID,
                                     apart ? G_APPLICATION_NON_UNIQUE : G_APPLICATION_DEFAULT_FLAGS);
  g_signal_connect (application, "startup", G_CALLBACK (startup_cb), NULL);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), self);
  g_unix_signal_add (SIGTERM, signal_cb, application);
  g_unix_signal_add (SIGINT, signal_cb, application);
  return g_application_run (G_APPLICATION (application), 1, &name);
}

/* The command line */

static int
usage (const char *sentence)
{
  g_printerr ("%s\n%s\n", sentence, _("`diapason --help` tells how it is called."));
  return 2;
}

static int
run_verb (Main *self, int argc, char **argv)
{
  const char *verb = argc > 1 ? argv[1] : NULL;
  g_autofree char *rest = NULL;

  if (self->sync_once)
    return verb == NULL ? diapason_verb_sync (&self->options)
                        : usage (_("--sync-once takes no further words."));
  if (verb == NULL)
    return run_window (self, argv[0]);
  if (g_str_equal (verb, "demo"))
    {
      self->demo = TRUE;
      return argc == 2 ? run_window (self, argv[0])
                       : usage (_("The demo takes no further words."));
    }
  rest = argc > 2 ? g_strjoinv (" ", argv + 2) : NULL;
  if (g_str_equal (verb, "find"))
    return rest != NULL ? diapason_verb_find (&self->options, rest)
                        : usage (_("Say what is to be found."));
  if (g_str_equal (verb, "show"))
    return rest != NULL ? diapason_verb_show (&self->options, rest)
                        : usage (_("Say which customer: SOURCE:ID or words."));
  return usage (_("There is no such verb."));
}

int
main (int argc, char **argv)
{
  g_auto (Main) self = { 0 };
  const GOptionEntry entries[] = {
    { "sync-once", 0, 0, G_OPTION_ARG_NONE, &self.sync_once,
      N_("Fetch from all sources once, print what came, and end"), NULL },
    { "source", 0, 0, G_OPTION_ARG_STRING, &self.options.source,
      N_("With --sync-once: only this source"), N_("NAME") },
    { "login-stdin", 0, 0, G_OPTION_ARG_NONE, &self.options.login_stdin,
      N_("With --sync-once: read logins as SOURCE.FIELD=VALUE lines, for this run only"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self.options.json, N_("Print JSON for scripts"), NULL },
    { "messages", 0, 0, G_OPTION_ARG_NONE, &self.options.messages,
      N_("With show: print what was said, too"), NULL },
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &self.options.profile,
      N_("Keep cache and work in this folder"), N_("FOLDER") },
    { "sources", 0, 0, G_OPTION_ARG_FILENAME, &self.options.sources,
      N_("Read the descriptors in this folder"), N_("FOLDER") },
    { "hub", 0, 0, G_OPTION_ARG_STRING, &self.hub, N_("With demo: use the hub at this address"),
      N_("URL") },
    { "tour", 0, 0, G_OPTION_ARG_NONE, &self.tour,
      N_ ("With demo: look for people by itself, where nobody is at the keyboard"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &self.version, N_("Print the version and end"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, DIAPASON_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* The hub has options of its own. */
  if (argc > 1 && g_str_equal (argv[1], "hub"))
    return diapason_hub_main (argc - 1, argv + 1);
  context = g_option_context_new (_("[demo | find WORDS… | show CUSTOMER | hub …]"));
  g_option_context_set_summary (context, _("The desktop of those who answer customers."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return usage (error->message);
  if (self.version)
    {
      g_print ("diapason %s\n", DIAPASON_VERSION);
      return EXIT_SUCCESS;
    }
  return run_verb (&self, argc, argv);
}
