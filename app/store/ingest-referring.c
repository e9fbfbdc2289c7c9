/* ingest-referring.c: which rows of a source refer to one of its rows: for lists that name all of
 * them, so that what they no longer name can go.
 *
 * Thread: the writer of cache.db. Nothing is kept between calls.
 */
#include "database.h"
#include "ingest.h"

GPtrArray *
diapason_ingest_referring (DiapasonDatabase *database,
                           gint64 source,
                           const DiapasonEntityInfo *info,
                           guint column,
                           const char *remote_id,
                           GError **error)
{
  g_return_val_if_fail (info->columns[column].type == DIAPASON_COLUMN_REFERENCE, NULL);

  g_autofree char *sql =
      g_strdup_printf ("SELECT own.remote_id FROM record other JOIN %s t ON t.%s = other.id "
                       "JOIN record own ON own.id = t.id AND own.source = other.source "
                       "WHERE other.source = ? AND other.entity = ? AND other.remote_id = ?",
                       info->name, info->columns[column].name);
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database, g_intern_string (sql), error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  gboolean row;

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "iis", source, (gint64) info->columns[column].refers_to,
                           remote_id);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&ids);
      g_ptr_array_add (ids, diapason_statement_text (select, 0));
    }
  return NULL;
}
