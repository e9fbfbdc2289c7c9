/* derive-queue.c: one table, a row for each record and step.
 *
 * Thread: the writer of cache.db, or a reader for what only reads. Nothing is kept between calls.
 */
#include "derive-queue.h"

#include "database.h"

gboolean
diapason_derive_queue_add (DiapasonDatabase *database,
                           DiapasonDeriveStep step,
                           gint64 record,
                           GError **error)
{
  return diapason_database_run (database, error,
                                "INSERT INTO derive_queue (step, record) VALUES (?, ?) "
                                "ON CONFLICT DO NOTHING",
                                "ii", (gint64) step, record);
}

GArray *
diapason_derive_queue_take (DiapasonDatabase *database,
                            DiapasonDeriveStep step,
                            guint limit,
                            GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database, "SELECT record FROM derive_queue WHERE step = ? ORDER BY record LIMIT ?", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "ii", (gint64) step, (gint64) limit);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&ids);
      gint64 id = sqlite3_column_int64 (select, 0);
      g_array_append_val (ids, id);
    }
  return NULL;
}

gboolean
diapason_derive_queue_done (DiapasonDatabase *database,
                            DiapasonDeriveStep step,
                            gint64 record,
                            GError **error)
{
  return diapason_database_run (database, error,
                                "DELETE FROM derive_queue WHERE step = ? AND record = ?", "ii",
                                (gint64) step, record);
}

gboolean
diapason_derive_queue_is_empty (DiapasonDatabase *database,
                                DiapasonDeriveStep step,
                                gboolean *out_empty,
                                GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database, "SELECT 1 FROM derive_queue WHERE step = ? LIMIT 1",
                                 error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", (gint64) step);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  *out_empty = !row;
  return TRUE;
}

gboolean
diapason_derive_queue_fill (DiapasonDatabase *database,
                            DiapasonDeriveStep step,
                            DiapasonEntity entity,
                            GError **error)
{
  const DiapasonEntityInfo *info = diapason_entity_info (entity);
  g_return_val_if_fail (info != NULL, FALSE);

  /* Without WHERE the parser takes ON for a join's. */
  g_autofree char *sql =
      g_strdup_printf ("INSERT INTO derive_queue (step, record) SELECT ?, id FROM %s WHERE TRUE "
                       "ON CONFLICT DO NOTHING",
                       info->name);
  return diapason_database_run (database, error, sql, "i", (gint64) step);
}
