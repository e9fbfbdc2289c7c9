/* sign-in-window.h: a small window that asks for what a source's login consists of. It blocks
 * nothing.
 *
 * Signal: "signed-in" (const char *notice): (nullable) something to be told, such as that there is
 * no keyring. Thread: main.
 */
#pragma once

#include <adwaita.h>

#include "desk.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_SIGN_IN_WINDOW (diapason_sign_in_window_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonSignInWindow,
                      diapason_sign_in_window,
                      DIAPASON,
                      SIGN_IN_WINDOW,
                      AdwWindow)

/* @source: its name; @label: what people call it. Returns: (transfer floating) as any window: owned
 * by GTK. */
DiapasonSignInWindow *diapason_sign_in_window_new (DiapasonDesk *desk,
                                                   const char *source,
                                                   const char *label);

G_END_DECLS
