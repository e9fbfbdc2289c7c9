/* ingest-anonymous.c: which rows nobody is to be joined with.
 *
 * A page that comes late or twice, or a source that was set back to an earlier day, must not name
 * again who is anonymous by now. Thread: the writer of cache.db. Nothing is kept between calls.
 */
#include "database.h"
#include "ingest-private.h"

static gboolean
says_anonymous (const DiapasonRow *row, int permission)
{
  const DiapasonValue *value = &row->values[permission];

  return value->type == DIAPASON_VALUE_TEXT &&
         g_str_equal (value->text, DIAPASON_PERMISSION_ANONYMOUS);
}

gboolean
diapason_ingest_is_anonymous (DiapasonDatabase *database,
                              const DiapasonRow *row,
                              gint64 record,
                              gboolean is_newer,
                              gboolean *out,
                              GError **error)
{
  int permission = diapason_entity_info_column (row->info, "permission");

  *out = permission >= 0 && says_anonymous (row, permission);
  if (permission < 0 || *out || is_newer)
    return TRUE;

  g_autofree char *sql =
      g_strdup_printf ("SELECT 1 FROM %s WHERE id = ? AND permission = ?", row->info->name);
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database, g_intern_string (sql), error);
  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "is", record, DIAPASON_PERMISSION_ANONYMOUS);
  return diapason_database_step (database, select, out, error);
}
