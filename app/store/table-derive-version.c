/* table-derive-version.c: a row for each step. Nothing is kept between calls. */
#include "table-derive-version.h"

#include "database.h"
#include "statement-read.h"

gboolean
diapason_derive_version_get (DiapasonDatabase *database,
                             DiapasonDeriveStep step,
                             int *out_version,
                             GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database, "SELECT version FROM derive_version WHERE step = ?",
                                 error);
  gint64 version;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", (gint64) step);
  if (!diapason_statement_integer (database, select, 0, &version, error))
    return FALSE;
  *out_version = (int) version;
  return TRUE;
}

gboolean
diapason_derive_version_set (DiapasonDatabase *database,
                             DiapasonDeriveStep step,
                             int version,
                             GError **error)
{
  return diapason_database_run (database, error,
                                "INSERT INTO derive_version (step, version) VALUES (?, ?) "
                                "ON CONFLICT (step) DO UPDATE SET version = excluded.version",
                                "ii", (gint64) step, (gint64) version);
}
