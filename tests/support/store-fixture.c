/* store-fixture.c: see the header. */
#include "store-fixture.h"

#include <glib/gstdio.h>

void
store_fixture_set_up_closed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("diapason-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->clock = diapason_clock_new_at (STORE_FIXTURE_NOW);
  fixture->store = NULL;
}

void
store_fixture_set_up (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_up_closed (fixture, data);
  store_fixture_open (fixture);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (folder);
}

void
store_fixture_tear_down (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_close (fixture);
  remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
  g_assert_finalize_object (fixture->clock);
}

void
store_fixture_open (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store =
      diapason_store_open (fixture->folder, DIAPASON_STORE_READ_WRITE, fixture->clock, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->store);
}

void
store_fixture_close (StoreFixture *fixture)
{
  if (fixture->store == NULL)
    return;
  diapason_store_close (fixture->store);
  /* Tasks are released on this context, and hold the store until then. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
}

void
store_fixture_wait (const gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
}

typedef struct
{
  gboolean done;
  GAsyncResult *result;
} Waiting;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;

  waiting->result = g_object_ref (result);
  waiting->done = TRUE;
}

gboolean
store_fixture_try_write (StoreFixture *fixture,
                         DiapasonFile file,
                         DiapasonWriteFunc func,
                         gpointer data,
                         GError **error)
{
  Waiting waiting = { FALSE };
  g_autoptr (GAsyncResult) result = NULL;

  diapason_store_write_async (fixture->store, file, DIAPASON_PRIORITY_SYNC, func, data, NULL,
                              answered_cb, &waiting);
  store_fixture_wait (&waiting.done);
  result = waiting.result;
  return diapason_store_write_finish (fixture->store, result, error);
}

void
store_fixture_write (StoreFixture *fixture,
                     DiapasonFile file,
                     DiapasonWriteFunc func,
                     gpointer data)
{
  g_autoptr (GError) error = NULL;

  gboolean done = store_fixture_try_write (fixture, file, func, data, &error);
  g_assert_no_error (error);
  g_assert_true (done);
}

gpointer
store_fixture_try_read (StoreFixture *fixture,
                        DiapasonLane lane,
                        DiapasonReadFunc func,
                        gpointer data,
                        GError **error)
{
  Waiting waiting = { FALSE };
  g_autoptr (GAsyncResult) result = NULL;

  diapason_store_read_async (fixture->store, lane, func, data, NULL, NULL, NULL, answered_cb,
                             &waiting);
  store_fixture_wait (&waiting.done);
  result = waiting.result;
  return diapason_store_read_finish (fixture->store, result, error);
}

gpointer
store_fixture_read (StoreFixture *fixture, DiapasonLane lane, DiapasonReadFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gpointer answer = store_fixture_try_read (fixture, lane, func, data, &error);

  g_assert_no_error (error);
  return answer;
}

static void
append_row (GString *dump, sqlite3_stmt *statement)
{
  for (int column = 0; column < sqlite3_column_count (statement); column++)
    {
      const char *text = (const char *) sqlite3_column_text (statement, column);
      g_string_append_printf (dump, "%s%s", column == 0 ? "" : "|", text != NULL ? text : "");
    }
  g_string_append_c (dump, '\n');
}

/* Past the kept statements, so that the test of query plans sees none of these. */
static gpointer
dump_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  g_autoptr (GString) dump = g_string_new (NULL);
  sqlite3 *handle = diapason_database_handle (database);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, data, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", (const char *) data, sqlite3_errmsg (handle));
  while (sqlite3_step (statement) == SQLITE_ROW)
    append_row (dump, statement);
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  return g_string_free (g_steal_pointer (&dump), FALSE);
}

char *
store_fixture_dump (StoreFixture *fixture, const char *sql)
{
  return store_fixture_read (fixture, DIAPASON_LANE_LIST, dump_in_reader, (gpointer) sql);
}

typedef struct
{
  const char *source;
  const DiapasonRow *row;
  DiapasonIngestOutcome outcome;
} OneRow;

static gboolean
ingest_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  OneRow *one = data;
  gint64 source;

  return diapason_ingest_source (database, one->source, NULL, &source, error) &&
         diapason_ingest_row (database, source, one->row, diapason_database_now (database), 0,
                              &one->outcome, error);
}

DiapasonIngestOutcome
store_fixture_ingest (StoreFixture *fixture, const char *source, DiapasonRow *row)
{
  g_autoptr (DiapasonRow) owned = row;
  OneRow one = { source, owned, DIAPASON_INGEST_SAME };

  store_fixture_write (fixture, DIAPASON_FILE_CACHE, ingest_in_writer, &one);
  return one.outcome;
}

static void
set_value (DiapasonRow *row, const char *name, const char *text)
{
  int index = diapason_entity_info_column (row->info, name);
  g_assert_cmpint (index, >=, 0);

  guint column = (guint) index;
  switch (row->info->columns[column].type)
    {
    case DIAPASON_COLUMN_REFERENCE:
      diapason_row_set_reference (row, column, NULL, text);
      break;
    case DIAPASON_COLUMN_INTEGER:
    case DIAPASON_COLUMN_BOOLEAN:
    case DIAPASON_COLUMN_TIME:
      diapason_row_set_integer (row, column, g_ascii_strtoll (text, NULL, 10));
      break;
    case DIAPASON_COLUMN_TEXT:
    case DIAPASON_COLUMN_DAY:
    case DIAPASON_COLUMN_MADE:
    default:
      diapason_row_set_text (row, column, text);
    }
}

DiapasonRow *
store_fixture_row (DiapasonEntity entity, const char *remote_id, gint64 revision, ...)
{
  DiapasonRow *row = diapason_row_new (diapason_entity_info (entity), remote_id);
  va_list values;

  if (revision >= 0)
    diapason_row_set_revision (row, revision);
  va_start (values, revision);
  for (const char *name; (name = va_arg (values, const char *)) != NULL;)
    set_value (row, name, va_arg (values, const char *));
  va_end (values);
  return row;
}
