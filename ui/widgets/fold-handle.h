/* fold-handle.h: the line between two regions, which can be dragged or moved by the arrow keys.
 * Thread: main.
 *
 * Signal: "moved" (int x): where its middle is wanted, in pixels of its parent. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DIAPASON_TYPE_FOLD_HANDLE (diapason_fold_handle_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonFoldHandle, diapason_fold_handle, DIAPASON, FOLD_HANDLE, GtkWidget)

/* How wide it is; only the line in its middle is drawn. */
#define DIAPASON_FOLD_HANDLE_WIDTH 9

/* Returns: (transfer floating). */
GtkWidget *diapason_fold_handle_new (void);

G_END_DECLS
