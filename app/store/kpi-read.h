/* kpi-read.h: the figures of whoever is signed in. Runs in a DiapasonReadFunc of reader-fast. */
#pragma once

#include "kpi.h"
#include "store.h"

G_BEGIN_DECLS

/* The board of the @days days that end with the day of @now (milliseconds UTC), by the company's
 * days. Whoever is signed in at several sources has the figures of all of them. Returns: (transfer
 * full), or NULL with @error. */
DiapasonBoardRecord *diapason_kpi_board (DiapasonDatabase *database,
                                         guint days,
                                         gint64 now,
                                         GError **error);

/* Days since 1970-01-01 of the instant @at (milliseconds UTC) in @zone. */
gint64 diapason_kpi_day (gint64 at, GTimeZone *zone);

/* The records that count in the figure @kpi of such a board, newest first: verbatims (also where a
 * criterion of theirs counts) or promises, exactly as many as its n. For reader-list. Returns:
 * (transfer full) (element-type gint64), or NULL with @error. */
GArray *diapason_kpi_rows (DiapasonDatabase *database,
                           DiapasonKpi kpi,
                           guint days,
                           gint64 now,
                           GError **error);

G_END_DECLS
