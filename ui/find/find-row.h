/* find-row.h: one thing found. Thread: main. */
#pragma once

#include <gtk/gtk.h>

#include "records.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_FIND_ROW (diapason_find_row_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonFindRow, diapason_find_row, DIAPASON, FIND_ROW, GtkListBoxRow)

/* Returns: (transfer floating). */
GtkWidget *diapason_find_row_new (DiapasonFindHit *hit, const char *words, gint64 now);

/* Makes it the row of @hit, with @words, which found it, underlined. */
void diapason_find_row_show (DiapasonFindRow *row,
                             DiapasonFindHit *hit,
                             const char *words,
                             gint64 now);

/* Borrowed. */
DiapasonFindHit *diapason_find_row_get_hit (DiapasonFindRow *row);

G_END_DECLS
