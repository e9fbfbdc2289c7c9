/* bench-store.c: see the header. */
#include "bench-store.h"

#include <glib/gstdio.h>

#include "derive.h"
#include "open.h"

static void
must (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

DiapasonStore *
bench_store_open (const char *folder, DiapasonStoreMode mode)
{
  g_autoptr (DiapasonClock) clock = diapason_clock_new_at (BENCH_NOW);
  g_autoptr (GError) error = NULL;
  DiapasonStore *store = diapason_store_open (folder, mode, clock, &error);

  must (error);
  return store;
}

void
bench_store_close (DiapasonStore *store)
{
  diapason_store_close (store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (store);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

gpointer
bench_store_read (DiapasonStore *store, DiapasonLane lane, DiapasonReadFunc func, gpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  diapason_store_read_async (store, lane, func, data, NULL, NULL, NULL, answered_cb, &result);
  wait_for (&result);
  gpointer answer = diapason_store_read_finish (store, result, &error);
  must (error);
  return answer;
}

void
bench_store_write (DiapasonStore *store, DiapasonWriteFunc func, gpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  diapason_store_write_async (store, DIAPASON_FILE_CACHE, DIAPASON_PRIORITY_SYNC, func, data, NULL,
                              answered_cb, &result);
  wait_for (&result);
  diapason_store_write_finish (store, result, &error);
  must (error);
}

void
bench_store_derive (DiapasonStore *store)
{
  DiapasonDerive *derive = diapason_derive_new (store, "UTC");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  diapason_derive_drain_async (derive, NULL, answered_cb, &result);
  wait_for (&result);
  diapason_derive_drain_finish (derive, result, &error);
  must (error);
  g_object_run_dispose (G_OBJECT (derive));
  g_object_unref (derive);
}

gint64
bench_store_size (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "size", NULL);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("%s is not filled", folder);
  return g_ascii_strtoll (text, NULL, 10);
}

void
bench_store_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (folder);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

BenchRaw *
bench_raw_open (const char *folder)
{
  BenchRaw *raw = g_new0 (BenchRaw, 1);
  g_autoptr (GError) error = NULL;

  raw->handle = diapason_open_reader (folder, &error);
  must (error);
  raw->statements = g_ptr_array_new_with_free_func (finalize_statement);
  return raw;
}

void
bench_raw_free (BenchRaw *raw)
{
  g_ptr_array_unref (raw->statements);
  sqlite3_close (raw->handle);
  g_free (raw);
}

guint
bench_raw_prepare (BenchRaw *raw, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v3 (raw->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
      SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (raw->handle));
  g_ptr_array_add (raw->statements, statement);
  return raw->statements->len - 1;
}

sqlite3_stmt *
bench_raw_bind_integer (BenchRaw *raw, guint statement, gint64 value)
{
  sqlite3_stmt *bound = g_ptr_array_index (raw->statements, statement);

  sqlite3_bind_int64 (bound, 1, value);
  return bound;
}

sqlite3_stmt *
bench_raw_bind_text (BenchRaw *raw, guint statement, const char *value)
{
  sqlite3_stmt *bound = g_ptr_array_index (raw->statements, statement);

  sqlite3_bind_text (bound, 1, value, -1, SQLITE_STATIC);
  return bound;
}

void
bench_raw_row (sqlite3_stmt *statement)
{
  int n = sqlite3_column_count (statement);

  for (int column = 0; column < n; column++)
    if (sqlite3_column_type (statement, column) == SQLITE_TEXT)
      sqlite3_column_text (statement, column);
    else
      sqlite3_column_int64 (statement, column);
}

guint
bench_raw_rows (sqlite3_stmt *statement, guint limit, gint64 *ids)
{
  guint n = 0;
  int code = SQLITE_DONE;

  while (n < limit && (code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      bench_raw_row (statement);
      if (ids != NULL)
        ids[n] = sqlite3_column_int64 (statement, 0);
      n++;
    }
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    g_error ("%s: %d", sqlite3_sql (statement), code);
  sqlite3_reset (statement);
  return n;
}

gint64
bench_raw_steps (sqlite3 *handle)
{
  gint64 steps = 0;

  for (sqlite3_stmt *statement = sqlite3_next_stmt (handle, NULL); statement != NULL;
       statement = sqlite3_next_stmt (handle, statement))
    steps += sqlite3_stmt_status (statement, SQLITE_STMTSTATUS_VM_STEP, TRUE);
  return steps;
}
