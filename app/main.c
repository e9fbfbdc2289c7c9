/* main.c: reads the command line, builds the graph and puts the window on it: the only file that
 * sees both sides. Verbs without a window run before any application exists, which needs a display.
 * Thread: main. */
#include <adwaita.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <sys/resource.h>
#include <unistd.h>

#include "command-line.h"
#include "customer-uri.h"
#include "demo.h"
#include "diapason-ui-resources.h"
#include "hub.h"
#include "keys.h"
#include "language.h"
#include "plain-text.h"
#include "preferences-window.h"
#include "tour.h"
#include "ui-settings.h"
#include "window.h"

typedef struct
{
  DiapasonCommand command;
  DiapasonDemo *demo;          /* (owned) (nullable) */
  DiapasonProgram *program;    /* (owned) (nullable) */
  GtkApplication *application; /* while it runs */
  GSettings *settings;         /* (owned) (nullable) */
  char **arguments;            /* as they were given */
  DiapasonKeys *keys;          /* (owned) (nullable) while it runs */
  gboolean has_failed;         /* the window shows why there is none */
  gboolean restarts;           /* when it has ended */
} Main;

static void
main_clear (Main *self)
{
  g_clear_pointer (&self->program, diapason_program_free);
  g_clear_pointer (&self->demo, diapason_demo_free);
  diapason_command_clear (&self->command);
  g_clear_object (&self->settings);
}

/* The window */

/* The files cannot be had: the sentence takes the window's place. */
static void
show_failure (GtkApplication *application, const char *sentence)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *told = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = gtk_label_new (_("Diapason cannot be opened"));
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *clamp = adw_clamp_new ();

  diapason_plain_label_set_block (GTK_LABEL (label), sentence);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "title-2");
  gtk_widget_set_valign (told, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (told, TRUE);
  gtk_box_append (GTK_BOX (told), heading);
  gtk_box_append (GTK_BOX (told), label);
  adw_clamp_set_child (ADW_CLAMP (clamp), told);
  gtk_widget_set_margin_start (clamp, 24);
  gtk_widget_set_margin_end (clamp, 24);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), clamp);
  gtk_window_set_title (GTK_WINDOW (window), "Diapason");
  gtk_window_set_default_size (GTK_WINDOW (window), 520, 260);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  diapason_verb_complain (sentence);
}

/* The files first: a profile that is in use says so before a hub is started for it. */
static gboolean
build_graph (Main *self, GError **error)
{
  const DiapasonVerbOptions *options = &self->command.options;
  g_autoptr (DiapasonPlace) own = NULL;

  if (self->command.kind == DIAPASON_COMMAND_DEMO)
    self->demo = diapason_demo_new (self->command.hub, options->profile, self->command.pace);
  else
    own = diapason_place_new (options->profile, options->sources);
  self->program =
      diapason_program_new (self->demo != NULL ? diapason_demo_get_place (self->demo) : own, error);
  return self->program != NULL &&
         (self->demo == NULL || diapason_demo_connect (self->demo, self->program, error));
}

static void
tell_complaint (DiapasonWindow *window, const char *complaint)
{
  diapason_verb_complain (complaint);
  diapason_window_complain (window, complaint);
}

static void
tell_complaints (DiapasonWindow *window, GPtrArray *complaints)
{
  for (guint i = 0; i < complaints->len; i++)
    tell_complaint (window, g_ptr_array_index (complaints, i));
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
      self->has_failed = TRUE;
      show_failure (application, error->message);
      return;
    }
  window = diapason_window_new (application, self->program->desk);
  tell_complaints (window, diapason_store_get_notices (self->program->store));
  tell_complaints (window, self->program->complaints);
  g_signal_connect_object (self->program->store, "troubled", G_CALLBACK (tell_complaint), window,
                           G_CONNECT_SWAPPED);
  if (self->program->no_source != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.add-source", NULL);
  gtk_window_present (GTK_WINDOW (window));
  diapason_program_start (self->program);
  if (self->command.tour)
    diapason_tour_start (window);
  else if (self->demo != NULL)
    diapason_window_tell (
        window, _("This company is invented. Look for “Marie”, “06 39 98” or “refund”, say."));
}

/* Customers that somebody asks for from outside */

/* Returns: (transfer none) (nullable): NULL where what has gone wrong takes its place. */
static DiapasonWindow *
desk_window (GtkApplication *application)
{
  g_application_activate (G_APPLICATION (application));
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (DIAPASON_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static void
customer_found_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (DiapasonWindow) window = data;
  g_autoptr (GError) error = NULL;
  gint64 person = diapason_desk_find_customer_finish (DIAPASON_DESK (desk), result, &error);

  /* It may have been closed meanwhile. */
  if (gtk_window_get_application (GTK_WINDOW (window)) == NULL)
    return;
  if (person != 0)
    diapason_window_open_person (window, person);
  else
    diapason_window_refuse (window, error->message);
}

/* @name: NULL with @error. */
static void
show_customer (Main *self, const DiapasonCustomerName *name, const GError *error)
{
  DiapasonWindow *window = desk_window (self->application);

  if (window == NULL)
    return;
  if (name == NULL)
    diapason_window_refuse (window, error->message);
  else
    diapason_desk_find_customer_async (self->program->desk, name->source, name->remote_id,
                                       customer_found_cb, g_object_ref (window));
}

static void
show_customer_activated (GSimpleAction *action, GVariant *parameter, gpointer main)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonCustomerName) name =
      diapason_customer_name_from_words (g_variant_get_string (parameter, NULL), &error);

  show_customer (main, name, error);
}

/* A window has one person in its middle: of several links that is the last one's. */
static void
open_cb (GtkApplication *application, GFile **files, int n_files, const char *hint, Main *self)
{
  g_autofree char *uri = g_file_get_uri (files[n_files - 1]);
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonCustomerName) name = diapason_customer_name_from_uri (uri, &error);

  show_customer (self, name, error);
}

static gboolean
close_windows (gpointer application)
{
  /* One that closes may take others with it. */
  g_autolist (GtkWindow) windows = g_list_copy (gtk_application_get_windows (application));

  g_list_foreach (windows, (GFunc) (void *) g_object_ref, NULL);
  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_window_get_application (l->data) != NULL)
      gtk_window_close (l->data);
  return G_SOURCE_REMOVE;
}

/* Not while GTK still goes through the windows with the key that asked for it. */
static void
quit_activated (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, close_windows, g_object_ref (application), g_object_unref);
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
preferences_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Main *self = data;
  GtkWindow *parent = gtk_application_get_active_window (self->application);
  DiapasonPreferencesWindow *window;

  /* It may be the one above another. */
  if (DIAPASON_IS_PREFERENCES_WINDOW (parent))
    return;
  window = diapason_preferences_window_new (self->program != NULL ? self->program->desk : NULL,
                                            self->keys, self->settings,
                                            diapason_language_current (), parent);
  gtk_window_set_application (GTK_WINDOW (window), self->application);
  gtk_window_present (GTK_WINDOW (window));
}

static void
restart_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Main *self = data;

  self->restarts = TRUE;
  quit_activated (action, parameter, self->application);
}

static void
startup_cb (GtkApplication *application, Main *self)
{
  static const GActionEntry own[] = {
    { "show-customer", show_customer_activated, "s" },
    { "preferences", preferences_activated },
    { "restart", restart_activated },
  };
  static const GActionEntry entries[] = {
    { "quit", quit_activated },
    { "about", about_activated },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), own, G_N_ELEMENTS (own), self);
  diapason_ui_settings_follow_style (self->settings);
  self->keys = diapason_keys_new (application, self->settings);
}

static gboolean
signal_cb (gpointer application)
{
  /* A second signal may come when the application has ended already. */
  if (g_application_get_is_registered (application))
    g_action_group_activate_action (application, "quit", NULL);
  return G_SOURCE_CONTINUE;
}

/* Starting again */

/* In place of this program; comes back where that cannot be. */
static void
run_again (char **arguments, char **environment)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (program != NULL)
    execve (program, arguments, environment);
}

/* A language that was chosen is one of the environment's before there is anything of a window. What
 * has none speaks as its terminal does. */
static void
follow_language (Main *self)
{
  g_auto (GStrv) environment = g_get_environ ();
  g_autofree char *language =
      self->settings != NULL ? g_settings_get_string (self->settings, "language") : g_strdup ("");
  g_auto (GStrv) wanted = diapason_language_environment (environment, language);

  if (wanted != NULL)
    run_again (self->arguments, wanted);
}

/* Whoever was started by D-Bus was told to wait for somebody: not any more. */
static void
restart (char **arguments)
{
  g_auto (GStrv) environment = g_get_environ ();
  char **to = arguments;

  for (char **from = arguments; *from != NULL; from++)
    if (!g_str_equal (*from, "--gapplication-service"))
      *to++ = *from;
  *to = NULL;
  run_again (arguments, environment);
}

static int
run_window (Main *self, char *name)
{
  char *arguments[] = { name, self->command.serve ? "--gapplication-service" : self->command.link };
  g_autoptr (AdwApplication) application = NULL;
  const DiapasonVerbOptions *options = &self->command.options;
  /* The demo and folders of one's own stand beside the usual program, not in its place. */
  gboolean apart = self->command.kind == DIAPASON_COMMAND_DEMO || options->profile != NULL ||
                   options->sources != NULL;
  int status;

  self->settings = diapason_ui_settings_open ();
  follow_language (self);
  if (!gtk_init_check ())
    {
      diapason_verb_complain (_("There is no display here, so no window can be shown. "
                                "`diapason --help` names what works without one."));
      return EXIT_FAILURE;
    }
  diapason_ui_register_resource ();
  application =
      adw_application_new (DIAPASON_APPLICATION_ID,
                           G_APPLICATION_HANDLES_OPEN | (apart ? G_APPLICATION_NON_UNIQUE : 0));
  self->application = GTK_APPLICATION (application);
  g_signal_connect (application, "startup", G_CALLBACK (startup_cb), self);
  g_signal_connect (application, "open", G_CALLBACK (open_cb), self);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), self);
  g_unix_signal_add (SIGTERM, signal_cb, application);
  g_unix_signal_add (SIGINT, signal_cb, application);
  status = g_application_run (G_APPLICATION (application), arguments[1] != NULL ? 2 : 1, arguments);
  g_clear_object (&self->keys);
  return self->has_failed ? EXIT_FAILURE : status;
}

/* The command line */

/* A standard stream that was closed must not become a file or a socket of ours: what is read from
 * or written to it fails. */
static void
keep_standard_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0)
      open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

/* A core would hold the logins that are in memory. One byte rather than none, which is not heeded
 * where cores go to a program; less would hinder debuggers and those who measure. */
static void
forbid_cores (void)
{
  struct rlimit limit;

  if (getrlimit (RLIMIT_CORE, &limit) != 0)
    return;
  limit.rlim_cur = limit.rlim_max = MIN (limit.rlim_max, 1);
  setrlimit (RLIMIT_CORE, &limit);
}

static int
usage (const GError *error)
{
  diapason_verb_complain (error->message);
  diapason_verb_complain (_("`diapason --help` tells how it is called."));
  return 2;
}

static int
run_command (Main *self, char *name)
{
  const DiapasonCommand *command = &self->command;

  switch (command->kind)
    {
    case DIAPASON_COMMAND_SYNC:
      return diapason_verb_sync (&command->options);
    case DIAPASON_COMMAND_FIND:
      return diapason_verb_find (&command->options, command->words);
    case DIAPASON_COMMAND_SHOW:
      return diapason_verb_show (&command->options, command->words);
    case DIAPASON_COMMAND_VERSION:
      g_print ("diapason %s\n", DIAPASON_VERSION);
      return EXIT_SUCCESS;
    case DIAPASON_COMMAND_WINDOW:
    case DIAPASON_COMMAND_DEMO:
    default:
      return run_window (self, name);
    }
}

/* A build that was not installed has the schema of its settings beside it. Before any thread. */
static void
find_settings (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *schemas = folder != NULL ? g_build_filename (folder, "resources", NULL) : NULL;
  g_autofree char *compiled =
      schemas != NULL ? g_build_filename (schemas, "gschemas.compiled", NULL) : NULL;

  if (compiled != NULL && g_file_test (compiled, G_FILE_TEST_EXISTS))
    g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, FALSE);
}

static void
set_language (void)
{
  /* A build that was not installed has its translations in its own folder. */
  const char *folder = g_getenv ("DIAPASON_LOCALE_DIR");

  diapason_language_set_locale ();
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : DIAPASON_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  /* Its strings stay; what reads the command line takes some out of the vector. */
  g_autofree char **arguments = g_memdup2 (argv, sizeof (char *) * ((gsize) argc + 1));
  g_autoptr (GError) error = NULL;
  Main self = { .arguments = arguments };
  int status;

  keep_standard_streams ();
  forbid_cores ();
  /* Standard output is for what was asked for. */
  g_log_writer_default_set_use_stderr (TRUE);
  set_language ();
  find_settings ();

  if (argc > 1 && g_str_equal (argv[1], "hub"))
    return diapason_hub_main (argc - 1, argv + 1);
  status = diapason_command_parse (&self.command, &argc, &argv, &error)
               ? run_command (&self, argv[0])
               : usage (error);
  main_clear (&self);
  if (self.restarts)
    restart (arguments);
  return status;
}
