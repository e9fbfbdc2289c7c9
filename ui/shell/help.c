/* help.c: see help.h. GTK makes such a window from an interface description only: here it is
 * written. */
#include "help.h"

#include <glib/gi18n.h>

#include "key-table.h"

/* As it is now; NULL: the action has none. Returns: (transfer full) (nullable). */
static char *
accelerator_of (GtkApplication *application, const DiapasonKey *key)
{
  g_auto (GStrv) own = NULL;

  if (key->name == NULL)
    return g_strdup (key->accelerator);
  own =
      application != NULL ? gtk_application_get_accels_for_action (application, key->action) : NULL;
  return own != NULL ? g_strdup (own[0]) : NULL;
}

static void
write_key (GString *text, GtkApplication *application, const DiapasonKey *key)
{
  g_autofree char *accelerator = accelerator_of (application, key);
  g_autofree char *entry = NULL;

  if (accelerator == NULL)
    return;
  entry = g_markup_printf_escaped ("<child><object class='GtkShortcutsShortcut'>"
                                   "<property name='title'>%s</property>"
                                   "<property name='accelerator'>%s</property></object></child>",
                                   _ (key->title), accelerator);
  g_string_append (text, entry);
}

static void
write_place (GString *text, GtkApplication *application, DiapasonKeyPlace place)
{
  guint n;
  const DiapasonKey *keys = diapason_key_table (&n);
  g_autofree char *title = g_markup_printf_escaped ("<child><object class='GtkShortcutsGroup'>"
                                                    "<property name='title'>%s</property>",
                                                    diapason_key_place_title (place));

  g_string_append (text, title);
  for (guint i = 0; i < n; i++)
    if (keys[i].place == place)
      write_key (text, application, &keys[i]);
  g_string_append (text, "</object></child>");
}

GtkWindow *
diapason_help_new (GtkWindow *parent)
{
  g_autoptr (GString) text =
      g_string_new ("<interface><object class='GtkShortcutsWindow' id='help'>"
                    "<property name='modal'>1</property><child>"
                    "<object class='GtkShortcutsSection'>"
                    "<property name='section-name'>keys</property>");
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *help;

  for (guint place = 0; place < DIAPASON_N_KEY_PLACES; place++)
    write_place (text, gtk_window_get_application (parent), place);
  g_string_append (text, "</object></child></object></interface>");
  builder = gtk_builder_new_from_string (text->str, (gssize) text->len);
  help = GTK_WINDOW (gtk_builder_get_object (builder, "help"));
  gtk_window_set_transient_for (help, parent);
  gtk_window_set_destroy_with_parent (help, TRUE);
  return help;
}

static void
help_activated (GtkWidget *window, const char *name, GVariant *parameter)
{
  gtk_window_present (diapason_help_new (GTK_WINDOW (window)));
}

void
diapason_help_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.show-help-overlay", NULL, help_activated);
}
