/* ui-settings.h: what is kept of this machine's window, and what has to be known before a profile
 * is open: style, language and keys. Thread: main. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* NULL where the schema is not installed: then nothing is kept. Returns: (transfer full)
 * (nullable). */
GSettings *diapason_ui_settings_open (void);

/* The style that was chosen, from now on and at once. @settings: (nullable). */
void diapason_ui_settings_follow_style (GSettings *settings);

G_END_DECLS
