/* schema.c: runs the numbered steps of resources/sql.
 *
 * Thread: whoever opens the file. Nothing is kept.
 */
#include "schema.h"

#include <glib/gi18n-lib.h>

#include "database-private.h"
#include "diapason-data-resources.h"

#define RESOURCES "/io/github/diapason/Diapason/sql/"

static const struct
{
  const char *name;
  gint64 application_id;
  gint64 version;
} files[] = {
  [DIAPASON_FILE_CACHE] = { "cache", 0x44504e43, 6 },
  [DIAPASON_FILE_WORK] = { "work", 0x44504e57, 3 },
};

gint64
diapason_schema_application_id (DiapasonFile file)
{
  return files[file].application_id;
}

gint64
diapason_schema_version (DiapasonFile file)
{
  return files[file].version;
}

gboolean
diapason_schema_read_integer (sqlite3 *handle, const char *sql, gint64 *out, int *code)
{
  sqlite3_stmt *statement = NULL;

  *code = sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL);
  if (*code == SQLITE_OK)
    *code = sqlite3_step (statement);
  gboolean found = *code == SQLITE_ROW;
  if (found)
    *out = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return found;
}

static char *
step_sql (DiapasonFile file, gint64 version)
{
  g_autofree char *path =
      g_strdup_printf (RESOURCES "%04d-%s.sql", (int) version, files[file].name);
  g_autoptr (GBytes) text = g_resource_lookup_data (diapason_data_get_resource (), path,
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  /* It is compiled in. */
  g_assert (text != NULL);
  return g_strdup_printf ("BEGIN IMMEDIATE;%.*s;PRAGMA application_id = %" G_GINT64_FORMAT
                          ";PRAGMA user_version = %" G_GINT64_FORMAT ";COMMIT",
                          (int) g_bytes_get_size (text),
                          (const char *) g_bytes_get_data (text, NULL), files[file].application_id,
                          version);
}

static gboolean
run_step (sqlite3 *handle, DiapasonFile file, gint64 version, GError **error)
{
  g_autofree char *sql = step_sql (file, version);
  int code = sqlite3_exec (handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  diapason_store_set_sqlite_error (error, handle, code);
  if (!sqlite3_get_autocommit (handle))
    sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

gboolean
diapason_schema_migrate (sqlite3 *handle, DiapasonFile file, gint64 version, GError **error)
{
  gint64 here;
  int code;

  if (!diapason_schema_read_integer (handle, "PRAGMA main.user_version", &here, &code))
    {
      diapason_store_set_sqlite_error (error, handle, code);
      return FALSE;
    }
  while (here < version)
    if (!run_step (handle, file, ++here, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_mark (sqlite3 *handle, const char *sql, gint64 *out, GError **error)
{
  int code;

  if (diapason_schema_read_integer (handle, sql, out, &code))
    return TRUE;
  diapason_store_set_sqlite_error (error, handle, code);
  return FALSE;
}

gboolean
diapason_schema_read_marks (sqlite3 *handle,
                            const char *schema,
                            DiapasonMarks *marks,
                            GError **error)
{
  g_autofree char *application = g_strdup_printf ("PRAGMA %s.application_id", schema);
  g_autofree char *version = g_strdup_printf ("PRAGMA %s.user_version", schema);
  g_autofree char *tables = g_strdup_printf ("SELECT count(*) FROM %s.sqlite_schema", schema);

  return read_mark (handle, application, &marks->application_id, error) &&
         read_mark (handle, version, &marks->version, error) &&
         read_mark (handle, tables, &marks->tables, error);
}

gboolean
diapason_schema_is_blank (const DiapasonMarks *marks)
{
  return marks->application_id == 0 && marks->version == 0 && marks->tables == 0;
}

gboolean
diapason_schema_check_marks (const DiapasonMarks *marks,
                             DiapasonFile file,
                             const char *path,
                             GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (marks->application_id != diapason_schema_application_id (file))
    g_set_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_FOREIGN,
                 _("%s is a database of another program. Nothing in it was changed. Move it away, "
                   "or choose another folder for this program's data."),
                 shown);
  else if (marks->version > diapason_schema_version (file))
    g_set_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_FOREIGN,
                 _("%s was written by a newer version of this program and cannot be used by this "
                   "one. Nothing in it was changed. Install the newer version again."),
                 shown);
  else
    return TRUE;
  return FALSE;
}
