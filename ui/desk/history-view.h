/* history-view.h: everything that happened with a person, over all channels and sources, newest
 * first.
 *
 * Reads any number of rows through the windowed list; which rows are open is kept by id, not by
 * widget. Thread: main.
 */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_HISTORY_VIEW (diapason_history_view_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonHistoryView, diapason_history_view, DIAPASON, HISTORY_VIEW, GtkWidget)

/* Set once by the owner, before anything is shown. */
void diapason_history_view_set_desk (DiapasonHistoryView *view, DiapasonDesk *desk);

/* Shows @history, all rows closed. NULL: what is shown goes while nobody waits for it, and @view is
 * to be out of sight. */
void diapason_history_view_set_history (DiapasonHistoryView *view, GListModel *history);

/* Whether it has so many rows that they go a few at a time, some milliseconds each: those of
 * another history come after them. */
gboolean diapason_history_view_is_long (DiapasonHistoryView *view);

/* Whether what is shown is a part of the history: then none of it is no sign that nothing happened.
 */
void diapason_history_view_set_filtered (DiapasonHistoryView *view, gboolean filtered);

/* Opens the row of @id, selects it and scrolls to it, now or as soon as it is in the list. */
void diapason_history_view_reveal (DiapasonHistoryView *view, gint64 id);

/* Gives the rows, or the one that is revealed, the focus as soon as they are drawn, if it is then
 * still at @from (nullable: wherever it is). A new history forgets it. */
void diapason_history_view_focus (DiapasonHistoryView *view, GtkWidget *from);

G_END_DECLS
