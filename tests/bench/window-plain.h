/* window-plain.h: the floor of a list: rows of four labels over objects that are all in memory, in
 * a window of libadwaita. Thread: main. */
#pragma once

#include <adwaita.h>

/* Returns: (transfer floating) a scrolled list of @n_rows. *@list: (out) its list view, borrowed.
 */
GtkWidget *window_plain_new (guint n_rows, GtkListView **list);
