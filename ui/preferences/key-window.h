/* key-window.h: a small window that waits for a key to be pressed and gives it to an action. What
 * cannot be is told, and the next key is waited for. Thread: main. */
#pragma once

#include <adwaita.h>

#include "keys.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_KEY_WINDOW (diapason_key_window_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonKeyWindow, diapason_key_window, DIAPASON, KEY_WINDOW, AdwWindow)

/* For the key @index of the table, which can be changed. Returns: (transfer none), owned by GTK. */
DiapasonKeyWindow *diapason_key_window_new (DiapasonKeys *keys, guint index);

G_END_DECLS
