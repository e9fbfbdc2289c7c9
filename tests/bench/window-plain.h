/* window-plain.h: the floors of a list, of find and of a person: labels and rows of labels over
 * what is all in memory, and nothing of ours, in a window of libadwaita. Thread: main. */
#pragma once

#include <adwaita.h>

/* Returns: (transfer floating) a scrolled list of @n_rows. *@list: (out) its list view, borrowed.
 */
GtkWidget *window_plain_new (guint n_rows, GtkListView **list);

/* A plain find: an entry, and a list box of rows of three labels below it. */
GtkWidget *window_plain_find_new (void);

/* Shows @find over the rest of its window, or hides it. */
void window_plain_find_show (GtkWidget *find, gboolean show);

/* Types @letter and has the list box show @n_rows, all of them new. */
void window_plain_find_type (GtkWidget *find, const char *letter, guint n_rows);

/* A plain person: some labels, and a list of rows below them. */
GtkWidget *window_plain_person_new (void);

/* Has each label say @name, and the list show @n_rows, all of them new. */
void window_plain_person_show (GtkWidget *person, const char *name, guint n_rows);
