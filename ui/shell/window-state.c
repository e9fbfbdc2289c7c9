/* window-state.c: see window-state.h. */
#include "window-state.h"

/* (transfer full) (nullable) */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  /* GSettings ends a program whose schema is not there. */
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, DIAPASON_APPLICATION_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

void
diapason_window_state_bind (const char *key, gpointer object, const char *property)
{
  g_autoptr (GSettings) settings = open_settings ();

  if (settings != NULL)
    g_settings_bind (settings, key, object, property, G_SETTINGS_BIND_DEFAULT);
}
