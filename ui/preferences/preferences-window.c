/* preferences-window.c: see preferences-window.h. */
#include "preferences-window.h"

#include "keys-page.h"
#include "plain-text.h"
#include "sources-page.h"

struct _DiapasonPreferencesWindow
{
  AdwWindow parent_instance;

  GSettings *settings; /* (owned) (nullable) */
  char *language;      /* (owned) */

  GtkWidget *unkept;
  AdwComboRow *style;
  AdwComboRow *language_row;
  GtkWidget *restart;
  DiapasonKeysPage *keys;
  DiapasonSourcesPage *sources;
  AdwViewStack *stack;
  AdwViewStackPage *sources_page;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (DiapasonPreferencesWindow, diapason_preferences_window, ADW_TYPE_WINDOW)

/* As the drop-downs have them. */
static const char *const styles[] = { "system", "light", "dark", NULL };
static const char *const languages[] = { "", "en", "fr", "it", NULL };

static gboolean
place_from_word (GValue *value, GVariant *word, gpointer words)
{
  for (guint i = 0; ((char **) words)[i] != NULL; i++)
    if (g_str_equal (((char **) words)[i], g_variant_get_string (word, NULL)))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }
  return FALSE;
}

static GVariant *
word_from_place (const GValue *value, const GVariantType *type, gpointer words)
{
  guint place = g_value_get_uint (value);

  return place < g_strv_length (words) ? g_variant_new_string (((char **) words)[place]) : NULL;
}

static void
bind (DiapasonPreferencesWindow *self, const char *key, AdwComboRow *row, const char *const *words)
{
  g_settings_bind_with_mapping (self->settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                place_from_word, word_from_place, (gpointer) words, NULL);
}

static void
language_changed_cb (DiapasonPreferencesWindow *self)
{
  g_autofree char *language = g_settings_get_string (self->settings, "language");

  gtk_widget_set_visible (self->restart, !g_str_equal (language, self->language));
}

static void
follow_settings (DiapasonPreferencesWindow *self)
{
  bind (self, "style", self->style, styles);
  bind (self, "language", self->language_row, languages);
  g_signal_connect_object (self->settings, "changed::language", G_CALLBACK (language_changed_cb),
                           self, G_CONNECT_SWAPPED);
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
  G_OBJECT_CLASS (diapason_preferences_window_parent_class)->dispose (object);
}

static void
diapason_preferences_window_init (DiapasonPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  gtk_widget_class_bind_template_child (widget_class, DiapasonPreferencesWindow, style);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPreferencesWindow, language_row);
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
  gtk_widget_set_sensitive (GTK_WIDGET (self->style), settings != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->language_row), settings != NULL);
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
