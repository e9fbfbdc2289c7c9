/* test-checkpoint.c: the log of a file that is written to without end begins anew all the time,
 * beside readers and whatever is under way when it ends, and nothing of it is lost. */
#include <glib/gstdio.h>

#include "checkpoint.h"

#define PAGES        50
#define FEW          (PAGES / 8) /* rows: of some pages each, they make no long log */
#define LONG         (16 * PAGES)
#define ROW_BYTES    3000 /* a page a row */
#define BUSY_TIMEOUT 5000 /* milliseconds */

typedef struct
{
  char *folder; /* (owned) */
  char *path;   /* (owned) */
  char *log;    /* (owned) */
  sqlite3 *writer;
  DiapasonCheckpoint *checkpoint;
  GMutex lock;     /* held while what can wait is held back, and while it is written */
  guint n_held;    /* atomic: how often it was held back */
  gboolean urgent; /* each time something is written all the same */
} Fixture;

static void
run (sqlite3 *handle, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

/* What cannot wait. */
static void
write_row (Fixture *f)
{
  g_autofree char *sql =
      g_strdup_printf ("INSERT INTO it (words) VALUES (zeroblob (%d))", ROW_BYTES);

  run (f->writer, sql);
}

static void
hold_cb (gboolean hold, gpointer data)
{
  Fixture *f = data;

  if (!hold)
    {
      g_mutex_unlock (&f->lock);
      return;
    }
  g_mutex_lock (&f->lock);
  g_atomic_int_inc (&f->n_held);
  if (f->urgent)
    write_row (f);
}

/* Who begins to read while the log's index is written takes the writer's lock to look again: a
 * writer waits for that, as those of the store do. */
static sqlite3 *
open_file (const char *path)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, BUSY_TIMEOUT);
  return handle;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("diapason-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "file.db", NULL);
  f->log = g_strconcat (f->path, "-wal", NULL);
  f->writer = open_file (f->path);
  run (f->writer, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                  "CREATE TABLE it (id INTEGER PRIMARY KEY, words BLOB)");
  f->checkpoint = diapason_checkpoint_new (f->writer, PAGES, hold_cb, f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->checkpoint, diapason_checkpoint_free);
  g_assert_cmpint (sqlite3_close (f->writer), ==, SQLITE_OK);
  g_unlink (f->path);
  g_unlink (f->log);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  g_free (f->path);
  g_free (f->log);
}

/* What can. */
static void
write_rows (Fixture *f, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_mutex_lock (&f->lock);
      write_row (f);
      g_mutex_unlock (&f->lock);
    }
}

static gint64
bytes_of (const char *path)
{
  GStatBuf found;

  return g_stat (path, &found) == 0 ? found.st_size : 0;
}

/* What is in the file alone, without its log; as long as that is not whole, nothing. */
static gint64
rows_without_log (Fixture *f)
{
  g_autofree char *copy = g_strconcat (f->path, "-copy", NULL);
  g_autofree char *bytes = NULL;
  sqlite3_stmt *count = NULL;
  gsize length;
  gint64 n = 0;

  g_assert_true (g_file_get_contents (f->path, &bytes, &length, NULL));
  bytes[18] = bytes[19] = 1; /* no log, says its header (sqlite.org/fileformat2.html, 1.3) */
  g_assert_true (g_file_set_contents (copy, bytes, (gssize) length, NULL));
  sqlite3 *handle = open_file (copy);
  if (sqlite3_prepare_v2 (handle, "SELECT count (*) FROM it", -1, &count, NULL) == SQLITE_OK &&
      sqlite3_step (count) == SQLITE_ROW)
    n = sqlite3_column_int64 (count, 0);
  sqlite3_finalize (count);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  g_unlink (copy);
  return n;
}

/* How often the log was begun anew, says its header (sqlite.org/fileformat2.html, 4.1). */
static guint32
count_begun (Fixture *f)
{
  g_autofree char *bytes = NULL;
  gsize length;
  guint32 sequence;

  if (!g_file_get_contents (f->log, &bytes, &length, NULL) || length < 16)
    return 0;
  memcpy (&sequence, bytes + 12, sizeof sequence);
  return GUINT32_FROM_BE (sequence);
}

/* It never rests, but where it is held back. */
static void
write_until_begun_anew (Fixture *f, guint n)
{
  guint32 begun = count_begun (f);

  while (count_begun (f) < begun + n)
    write_rows (f, PAGES);
}

/* Between two times that it is held back, two passes go on beside it and one without it: it may
 * begin anew after each of them, and not more often. */
static void
test_begins_anew (Fixture *f, gconstpointer data)
{
  write_rows (f, PAGES);
  write_until_begun_anew (f, 7);
  g_assert_cmpuint (g_atomic_int_get (&f->n_held), >=, 2);
}

/* What cannot wait is written even then. */
static void
test_urgent (Fixture *f, gconstpointer data)
{
  f->urgent = TRUE;
  write_rows (f, PAGES);
  write_until_begun_anew (f, 5);
}

/* No commit is needed for it to be taken out, but for the last of it. */
static void
test_beside (Fixture *f, gconstpointer data)
{
  write_rows (f, FEW);
  g_assert_cmpint (rows_without_log (f), ==, 0);
  write_rows (f, PAGES);
  while (rows_without_log (f) < FEW)
    g_usleep (1000);
}

/* Somebody who reads what was is not disturbed, and when they are done the log is begun anew. */
static void
test_readers (Fixture *f, gconstpointer data)
{
  guint32 begun;
  sqlite3 *reader;

  write_rows (f, 1);
  begun = count_begun (f);
  reader = open_file (f->path);
  run (reader, "BEGIN; SELECT * FROM it");
  write_rows (f, LONG);
  g_assert_cmpuint (count_begun (f), ==, begun);
  run (reader, "COMMIT");
  g_assert_cmpint (sqlite3_close (reader), ==, SQLITE_OK);
  write_until_begun_anew (f, 1);
}

/* Ended in the middle, or replaced by another. */
static void
test_ends (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      write_rows (f, PAGES + i);
      diapason_checkpoint_free (f->checkpoint);
      f->checkpoint = diapason_checkpoint_new (f->writer, PAGES, hold_cb, f);
    }
  g_clear_pointer (&f->checkpoint, diapason_checkpoint_free);
  run (f->writer, "PRAGMA wal_checkpoint (TRUNCATE)");
  g_assert_cmpint (bytes_of (f->log), ==, 0);
  g_assert_cmpint (rows_without_log (f), ==, 20 * PAGES + 190);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/store/checkpoint/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("begins-anew", test_begins_anew);
  ADD ("urgent", test_urgent);
  ADD ("beside", test_beside);
  ADD ("readers", test_readers);
  ADD ("ends", test_ends);
  return g_test_run ();
}
