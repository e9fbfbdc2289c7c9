/* ui-settings.c: see ui-settings.h. */
#include "ui-settings.h"

#include <adwaita.h>

GSettings *
diapason_ui_settings_open (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  /* GSettings ends a program whose schema is not there. */
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, DIAPASON_APPLICATION_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static gboolean
scheme_from_word (GValue *value, GVariant *word, gpointer data)
{
  const char *style = g_variant_get_string (word, NULL);

  g_value_set_enum (value, g_str_equal (style, "light")  ? ADW_COLOR_SCHEME_FORCE_LIGHT
                           : g_str_equal (style, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                         : ADW_COLOR_SCHEME_DEFAULT);
  return TRUE;
}

void
diapason_ui_settings_follow_style (GSettings *settings)
{
  if (settings != NULL)
    g_settings_bind_with_mapping (settings, "style", adw_style_manager_get_default (),
                                  "color-scheme", G_SETTINGS_BIND_GET, scheme_from_word, NULL, NULL,
                                  NULL);
}
