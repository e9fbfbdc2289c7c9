/* range-list.h: neighbouring rows of a list, as a list of their own.
 *
 * Unlike GtkSliceListModel of GTK 4.8 it tells of each change only what has changed, and keeps to
 * the rows that it has: what comes before them moves it, what comes among them is taken in. So a
 * view above it makes no row anew that was there. Thread: main.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DIAPASON_TYPE_RANGE_LIST (diapason_range_list_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonRangeList, diapason_range_list, DIAPASON, RANGE_LIST, GObject)

/* Without any row of @list yet. Returns: (transfer full). */
DiapasonRangeList *diapason_range_list_new (GListModel *list);

/* What it has rows of. Borrowed. */
GListModel *diapason_range_list_get_list (DiapasonRangeList *range);

/* Where in that list its first row is. */
guint diapason_range_list_get_first (DiapasonRangeList *range);

/* Makes it @n rows from @first on (G_MAXUINT: all of them), or as many as there are: then those
 * that come behind the last are taken in until there are @n. What goes is told before what comes.
 */
void diapason_range_list_set (DiapasonRangeList *range, guint first, guint n);

G_END_DECLS
