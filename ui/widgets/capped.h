/* capped.h: around what scrolls: as high as what is in there wants at the width it has, up to a
 * most. A scrolled window alone asks for the height that it would need if it were as wide as it
 * wants to be. Thread: main.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DIAPASON_TYPE_CAPPED (diapason_capped_get_type ())

/* Properties: "child" (what scrolls), "most" (pixels). */
G_DECLARE_FINAL_TYPE (DiapasonCapped, diapason_capped, DIAPASON, CAPPED, GtkWidget)

G_END_DECLS
