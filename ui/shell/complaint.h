/* complaint.h: a line that says what has gone wrong, whole, until somebody dismisses it. Thread:
 * main.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For a box, which it leaves when it is dismissed. Returns: (transfer floating). */
GtkWidget *diapason_complaint_new (const char *sentence);

G_END_DECLS
