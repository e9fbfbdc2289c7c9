/* wrap.h: children beside each other in lines, as words are, each as wide as it wants to be up to
 * the whole width. Thread: main.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DIAPASON_TYPE_WRAP (diapason_wrap_get_type ())

/* Its children are given in the interface file, or by gtk_widget_set_parent(). Properties:
 * "spacing" between the children of a line, "line-spacing" (pixels). */
G_DECLARE_FINAL_TYPE (DiapasonWrap, diapason_wrap, DIAPASON, WRAP, GtkWidget)

/* Unparents all children. */
void diapason_wrap_clear (DiapasonWrap *wrap);

G_END_DECLS
