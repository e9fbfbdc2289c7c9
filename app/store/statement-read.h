/* statement-read.h: what several readers take out of a statement in the same way. Internal to
 * store; the thread of the connection.
 */
#pragma once

#include "database.h"
#include "records.h"

G_BEGIN_DECLS

/* Steps @statement to its end. Returns: (transfer full) (element-type gint64) the first column of
 * each row, or NULL with @error. */
GArray *diapason_statement_ids (DiapasonDatabase *database,
                                DiapasonStatement *statement,
                                GError **error);

/* Steps once: the first column, or @fallback when there is no row or it is NULL. */
gboolean diapason_statement_integer (DiapasonDatabase *database,
                                     DiapasonStatement *statement,
                                     gint64 fallback,
                                     gint64 *out,
                                     GError **error);

/* The columns of DIAPASON_ORIGIN_COLUMNS from @column on. @out is empty before. */
void diapason_statement_origin (DiapasonStatement *statement, int column, DiapasonOrigin *out);

/* The two columns of a score and its scale, from @column on. */
DiapasonScore diapason_statement_score (DiapasonStatement *statement, int column);

/* Over `record r` and `source s`. */
#define DIAPASON_ORIGIN_COLUMNS   "s.name, s.label, r.remote_id, r.as_of"
#define DIAPASON_N_ORIGIN_COLUMNS 4

G_END_DECLS
