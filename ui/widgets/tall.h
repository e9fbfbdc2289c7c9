/* tall.h: around wrapped text in a list: it is as tall as its width wants, and never the other way.
 *
 * A list and boxes ask what is in them how wide it would be at some height. A label finds that out
 * by trying dozens of widths, which takes seconds for a long message, and nobody needs it: asked
 * for a width, this one says what its child wants without a height. Thread: main.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DIAPASON_TYPE_TALL (diapason_tall_get_type ())

/* Its one child is given in the interface file. */
G_DECLARE_FINAL_TYPE (DiapasonTall, diapason_tall, DIAPASON, TALL, GtkWidget)

G_END_DECLS
