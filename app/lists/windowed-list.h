/* windowed-list.h: a GListModel over any number of rows: ids in memory, rows on demand.
 *
 * Holds the vector of ids of a DiapasonRowSource (8 bytes a row) and makes a DiapasonRowItem when a
 * position is asked for; items live as long as somebody holds them, so the same position gives the
 * same object. Rows are fetched in batches and announced by notify::record on the item. Changed
 * rows notify; changed membership is told by items-changed over the differing middle only. Asking
 * for an item never runs SQL and never emits. Thread: main.
 */
#pragma once

#include "clock.h"
#include "row-item.h"
#include "row-source.h"

G_BEGIN_DECLS

#define DIAPASON_LIST_BATCH 64  /* rows asked for at once */
#define DIAPASON_LIST_REST  500 /* milliseconds between two loads of ids */

#define DIAPASON_TYPE_WINDOWED_LIST (diapason_windowed_list_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonWindowedList,
                      diapason_windowed_list,
                      DIAPASON,
                      WINDOWED_LIST,
                      GObject)

/* Starts to load at once. However often the membership changes, ids are asked for once in
 * DIAPASON_LIST_REST of @clock. Properties: "loading" (gboolean, until the first ids are here),
 * "sentence" (string, nullable: why the last load failed; what was there stays). Returns: (transfer
 * full). */
DiapasonWindowedList *diapason_windowed_list_new (DiapasonRowSource *source, DiapasonClock *clock);

/* With the first ids the first @n_rows are asked for, too, and held until ids are read again:
 * whoever shows the list from its top then shows it at once, instead of empty rows first. To be
 * said before the list is loaded. */
void diapason_windowed_list_read_ahead (DiapasonWindowedList *list, guint n_rows);

/* The properties. The sentence is borrowed. */
gboolean diapason_windowed_list_get_loading (DiapasonWindowedList *list);
const char *diapason_windowed_list_get_sentence (DiapasonWindowedList *list);

/* The position of @id, or G_MAXUINT. Linear. */
guint diapason_windowed_list_find (DiapasonWindowedList *list, gint64 id);

/* How many items are alive; for tests. */
guint diapason_windowed_list_count_live (DiapasonWindowedList *list);

G_END_DECLS
