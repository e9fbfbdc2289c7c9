/* history-row.h: one thing that happened, shown in a line and opening in place to its messages.
 *
 * Shallow on purpose: GTK keeps some two hundred of them. Thread: main.
 */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"
#include "row-item.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_HISTORY_ROW (diapason_history_row_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonHistoryRow, diapason_history_row, DIAPASON, HISTORY_ROW, GtkWidget)

/* Returns: (transfer floating). */
GtkWidget *diapason_history_row_new (DiapasonDesk *desk);

/* Shows @item, opened or not, and follows its notify::record, until another is shown. Where it is
 * shown so already nothing happens. */
void diapason_history_row_set_item (DiapasonHistoryRow *row, DiapasonRowItem *item, gboolean open);

/* @former: (nullable) the row before it: where that is of another day, or of none, this one says
 * its day above itself. */
void diapason_history_row_set_former (DiapasonHistoryRow *row, DiapasonRowItem *former);

/* Opens it to its messages, or closes it. */
void diapason_history_row_set_open (DiapasonHistoryRow *row, gboolean open);

G_END_DECLS
