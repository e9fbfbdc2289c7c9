/* preferences-window.c: see preferences-window.h. */
#include "preferences-window.h"

#include <glib/gi18n.h>

#include "keys-page.h"
#include "plain-text.h"
#include "sources-page.h"

struct _DiapasonPreferencesWindow
{
  AdwWindow parent_instance;

  GSettings *settings; /* (owned) (nullable) */
  char *language;      /* (owned) */
  GPtrArray *checks;   /* (owned) of GtkCheckButton (weak) */

  GtkWidget *unkept;
  AdwPreferencesGroup *styles;
  AdwPreferencesGroup *languages;
  GtkWidget *restart;
  DiapasonKeysPage *keys;
  DiapasonSourcesPage *sources;
  AdwViewStack *stack;
  AdwViewStackPage *sources_page;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (DiapasonPreferencesWindow, diapason_preferences_window, ADW_TYPE_WINDOW)

/* What can be chosen. */
typedef struct
{
  const char *word; /* as it is kept */
  const char *title;
  gboolean is_name; /* a language calls itself so, whoever reads it */
} Choice;

static const Choice styles[] = {
  { "system", N_("As the system") },
  { "light", N_("Light") },
  { "dark", N_("Dark") },
};
static const Choice languages[] = {
  { "", N_("As the system") },
  { "en", "English", TRUE },
  { "fr", "Français", TRUE },
  { "it", "Italiano", TRUE },
};

static const char *
title_of (const Choice *choice)
{
  return choice->is_name ? choice->title : _ (choice->title);
}

static const char *
data_of (gpointer check, const char *name)
{
  return g_object_get_data (check, name);
}

static void
chosen_cb (DiapasonPreferencesWindow *self, GtkCheckButton *check)
{
  const char *key = data_of (check, "diapason-key");
  const char *word = data_of (check, "diapason-word");
  g_autofree char *kept = g_settings_get_string (self->settings, key);

  if (gtk_check_button_get_active (check) && !g_str_equal (kept, word))
    g_settings_set_string (self->settings, key, word);
}

/* As @key is kept now. */
static void
show_choice (DiapasonPreferencesWindow *self, const char *key)
{
  g_autofree char *word = g_settings_get_string (self->settings, key);

  for (guint i = 0; i < self->checks->len; i++)
    {
      gpointer check = g_ptr_array_index (self->checks, i);

      if (g_str_equal (data_of (check, "diapason-key"), key) &&
          g_str_equal (data_of (check, "diapason-word"), word))
        gtk_check_button_set_active (check, TRUE);
    }
}

static GtkWidget *
check_new (DiapasonPreferencesWindow *self, const char *key, const Choice *choice)
{
  GtkWidget *check = gtk_check_button_new ();

  g_object_set_data (G_OBJECT (check), "diapason-key", (gpointer) key);
  g_object_set_data (G_OBJECT (check), "diapason-word", (gpointer) choice->word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title_of (choice), -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  return check;
}

/* One of @n; nothing is chosen yet. */
static void
add_choices (DiapasonPreferencesWindow *self,
             AdwPreferencesGroup *group,
             const char *key,
             const Choice *choices,
             guint n)
{
  GtkWidget *first = NULL;

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = diapason_plain_row_new (title_of (&choices[i]), NULL);
      GtkWidget *check = check_new (self, key, &choices[i]);

      gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (first));
      first = first != NULL ? first : check;
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_preferences_group_add (group, row);
    }
}

static void
language_changed_cb (DiapasonPreferencesWindow *self)
{
  g_autofree char *language = g_settings_get_string (self->settings, "language");

  show_choice (self, "language");
  gtk_widget_set_visible (self->restart, !g_str_equal (language, self->language));
}

static void
style_changed_cb (DiapasonPreferencesWindow *self)
{
  show_choice (self, "style");
}

static void
follow_settings (DiapasonPreferencesWindow *self)
{
  g_signal_connect_object (self->settings, "changed::style", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::language", G_CALLBACK (language_changed_cb),
                           self, G_CONNECT_SWAPPED);
  style_changed_cb (self);
  language_changed_cb (self);
}

static void
told_cb (DiapasonPreferencesWindow *self, const char *sentence)
{
  adw_toast_overlay_add_toast (self->toasts, diapason_plain_toast_new (sentence));
}

static void
diapason_preferences_window_dispose (GObject *object)
{
  DiapasonPreferencesWindow *self = DIAPASON_PREFERENCES_WINDOW (object);

  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (diapason_preferences_window_parent_class)->dispose (object);
}

static void
diapason_preferences_window_init (DiapasonPreferencesWindow *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_choices (self, self->styles, "style", styles, G_N_ELEMENTS (styles));
  add_choices (self, self->languages, "language", languages, G_N_ELEMENTS (languages));
}

static void
diapason_preferences_window_class_init (DiapasonPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DIAPASON_TYPE_KEYS_PAGE);
  g_type_ensure (DIAPASON_TYPE_SOURCES_PAGE);
  G_OBJECT_CLASS (klass)->dispose = diapason_preferences_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/preferences/preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonPreferencesWindow, unkept);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPreferencesWindow, styles);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPreferencesWindow, languages);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPreferencesWindow, restart);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPreferencesWindow, keys);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPreferencesWindow, sources);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPreferencesWindow, sources_page);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPreferencesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPreferencesWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, told_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

DiapasonPreferencesWindow *
diapason_preferences_window_new (DiapasonDesk *desk,
                                 DiapasonKeys *keys,
                                 GSettings *settings,
                                 const char *language,
                                 GtkWindow *parent)
{
  DiapasonPreferencesWindow *self = g_object_new (DIAPASON_TYPE_PREFERENCES_WINDOW, NULL);

  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  self->language = g_strdup (language);
  if (g_set_object (&self->settings, settings))
    follow_settings (self);
  gtk_widget_set_visible (self->unkept, settings == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->styles), settings != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->languages), settings != NULL);
  diapason_keys_page_set_keys (self->keys, keys);
  adw_view_stack_page_set_visible (self->sources_page, desk != NULL);
  if (desk != NULL)
    diapason_sources_page_set_desk (self->sources, desk, parent);
  return self;
}

void
diapason_preferences_window_show (DiapasonPreferencesWindow *self, const char *name)
{
  adw_view_stack_set_visible_child_name (self->stack, name);
}
