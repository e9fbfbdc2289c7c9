/* statement-read.c: ids, single values and origins out of statements. Nothing is kept between
 * calls. */
#include "statement-read.h"

GArray *
diapason_statement_ids (DiapasonDatabase *database, DiapasonStatement *statement, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  while (diapason_database_step (database, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&ids);
      gint64 id = sqlite3_column_int64 (statement, 0);
      g_array_append_val (ids, id);
    }
  return NULL;
}

gboolean
diapason_statement_integer (DiapasonDatabase *database,
                            DiapasonStatement *statement,
                            gint64 fallback,
                            gint64 *out,
                            GError **error)
{
  gboolean row;

  if (!diapason_database_step (database, statement, &row, error))
    return FALSE;
  *out = row && sqlite3_column_type (statement, 0) != SQLITE_NULL
             ? sqlite3_column_int64 (statement, 0)
             : fallback;
  return TRUE;
}

DiapasonScore
diapason_statement_score (DiapasonStatement *statement, int column)
{
  return (DiapasonScore){
    .known = sqlite3_column_type (statement, column) != SQLITE_NULL,
    .score = sqlite3_column_int64 (statement, column),
    .scale = sqlite3_column_int64 (statement, column + 1),
  };
}

void
diapason_statement_origin (DiapasonStatement *statement, int column, DiapasonOrigin *out)
{
  out->source = diapason_statement_text (statement, column);
  out->source_label = diapason_statement_text (statement, column + 1);
  out->remote_id = diapason_statement_text (statement, column + 2);
  out->as_of = sqlite3_column_int64 (statement, column + 3);
}
