/* paced-list.h: the first rows of a list, which follow it a few at a time.
 *
 * A view of GTK 4.8 makes the widgets of all rows that come in the turn of the main loop in which
 * it hears of them: ten rows of the worklist at once keep whatever else has come waiting for 25 ms.
 * This list takes in two at a time, when nothing more urgent is to be done, and leaves those that
 * are there as they are. An empty one has its first rows at once. Thread: main.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DIAPASON_PACED_STEP 2 /* rows that come, or go, in one turn */

#define DIAPASON_TYPE_PACED_LIST (diapason_paced_list_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonPacedList, diapason_paced_list, DIAPASON, PACED_LIST, GObject)

/* @list: no item is in it twice. @most: so many of its first rows, or all of them if it has fewer.
 * Returns: (transfer full). */
DiapasonPacedList *diapason_paced_list_new (GListModel *list, guint most);

/* How many rows it has at most. */
guint diapason_paced_list_get_most (DiapasonPacedList *paced);

/* Makes it so many at most; those that come, or go, do so a few at a time. */
void diapason_paced_list_set_most (DiapasonPacedList *paced, guint most);

G_END_DECLS
