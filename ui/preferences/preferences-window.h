/* preferences-window.h: how the program looks, what it speaks, its keys and its sources.
 *
 * No AdwPreferencesWindow: that of libadwaita 1.2 never lets go of its groups, and so of a desk
 * whose sources are in one. Thread: main. */
#pragma once

#include <adwaita.h>

#include "desk.h"
#include "keys.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_PREFERENCES_WINDOW (diapason_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonPreferencesWindow,
                      diapason_preferences_window,
                      DIAPASON,
                      PREFERENCES_WINDOW,
                      AdwWindow)

/* Shows the page called @name: "general", "keys" or "sources". */
void diapason_preferences_window_show (DiapasonPreferencesWindow *window, const char *name);

/* @desk: (nullable) none where the files could not be opened: then there are no sources. @settings:
 * (nullable) then nothing can be kept, and that is said. @language: the one that was chosen when
 * the program started, "" for the system's. @parent: (nullable). Returns: (transfer none), owned by
 * GTK.
 */
DiapasonPreferencesWindow *diapason_preferences_window_new (DiapasonDesk *desk,
                                                            DiapasonKeys *keys,
                                                            GSettings *settings,
                                                            const char *language,
                                                            GtkWindow *parent);

G_END_DECLS
