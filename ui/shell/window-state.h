/* window-state.h: what the window was like the last time on this machine. Thread: main. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @property of @object the value that was kept as @key, and keeps it from now on. Does
 * nothing where the schema of settings is not installed. */
void diapason_window_state_bind (const char *key, gpointer object, const char *property);

G_END_DECLS
