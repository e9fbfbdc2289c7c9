/* fold.h: two regions side by side that become one where there is little room.
 *
 * Wide: `content` takes what is left beside `side`, whose width can be changed by the handle
 * between them. Narrower than `fold-width` the side folds away; "show-side" then puts it beside the
 * content where there is `beside-width`, and in its place where there is not. The least width is
 * that of the folded form, so that a window can be made small. Thread: main.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DIAPASON_TYPE_FOLD (diapason_fold_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonFold, diapason_fold, DIAPASON, FOLD, GtkWidget)

/* Properties: "content", "side" (GtkWidget), "side-first" (it comes before the content;
 * construct-only), "fold-width", "beside-width" (0: none), "side-width" (pixels), "folded"
 * (read-only), "show-side" (of the folded form). */
GtkWidget *diapason_fold_new (void);

gboolean diapason_fold_get_folded (DiapasonFold *fold);
void diapason_fold_set_show_side (DiapasonFold *fold, gboolean show);

/* Brings @widget in sight, in whatever folds it is. */
void diapason_fold_reveal (GtkWidget *widget);

G_END_DECLS
