/* window-state.c: see window-state.h. */
#include "window-state.h"

#include "ui-settings.h"

void
diapason_window_state_bind (const char *key, gpointer object, const char *property)
{
  g_autoptr (GSettings) settings = diapason_ui_settings_open ();

  if (settings != NULL)
    g_settings_bind (settings, key, object, property, G_SETTINGS_BIND_DEFAULT);
}
