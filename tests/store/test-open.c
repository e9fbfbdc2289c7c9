/* test-open.c: folder, lock and files: what is made, what is refused, what is set aside.
 *
 * The program starts itself again for what needs a process of its own: with the folder as its
 * argument it opens a store and prints the error.
 */
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "matrix.h"
#include "store-errors.h"
#include "store-fixture.h"

#define NOBODY 65534

static char *
path_in (StoreFixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
put_file (StoreFixture *fixture, const char *name, const char *bytes, gssize length)
{
  g_autofree char *path = path_in (fixture, name);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, bytes, length, &error));
  g_assert_no_error (error);
}

static mode_t
mode_of (const char *path)
{
  struct stat here;
  g_assert_cmpint (g_stat (path, &here), ==, 0);
  return here.st_mode & 07777;
}

static void
assert_all_private (StoreFixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_assert_cmpint (mode_of (fixture->folder), ==, 0700);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = path_in (fixture, name);
      g_assert_cmpint (mode_of (path), ==, 0600);
    }
}

static void
assert_refused (StoreFixture *fixture, DiapasonStoreMode mode, DiapasonStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonStore) store =
      diapason_store_open (fixture->folder, mode, fixture->clock, &error);

  g_assert_null (store);
  g_assert_error (error, DIAPASON_STORE_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_test_message ("%s", error->message);
}

static gboolean
write_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_database_run (database, error, data, "");
}

static void
choose (StoreFixture *fixture, const char *sql)
{
  store_fixture_write (fixture, DIAPASON_FILE_WORK, write_in_writer, (gpointer) sql);
}

#define INSERT_A "INSERT INTO choice (key, value) VALUES ('a', '1')"
#define INSERT_B "INSERT INTO choice (key, value) VALUES ('b', '2')"
#define CHOICES  "SELECT key FROM work.choice ORDER BY key"

static void
assert_choices (StoreFixture *fixture, const char *expected)
{
  g_autofree char *choices = store_fixture_dump (fixture, CHOICES);
  g_assert_cmpstr (choices, ==, expected);
}

static void
test_all_is_private (StoreFixture *fixture, gconstpointer data)
{
  const mode_t masks[] = { 0, 022, 0777 };

  for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      g_autofree char *top = g_steal_pointer (&fixture->folder);
      mode_t old = umask (masks[i]);

      fixture->folder = g_build_filename (top, "profile", NULL);
      store_fixture_open (fixture);
      store_fixture_ingest (fixture, "crm", store_fixture_row (DIAPASON_ENTITY_UNIT, "u", 1, NULL));
      choose (fixture, INSERT_A);
      umask (old);
      assert_all_private (fixture);
      store_fixture_tear_down (fixture, NULL);
      fixture->clock = diapason_clock_new_at (STORE_FIXTURE_NOW);
      fixture->folder = g_steal_pointer (&top);
    }
  matrix_ran ("R5", G_N_ELEMENTS (masks), "umasks");
}

static void
test_what_others_could_read_is_closed (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *cache = path_in (fixture, "cache.db");

  store_fixture_open (fixture);
  store_fixture_close (fixture);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (cache, 0666), ==, 0);
  put_file (fixture, "work.db-wal", "", 0);
  store_fixture_open (fixture);
  assert_all_private (fixture);
  matrix_ran ("R5", 3, "folder and files that others could read");
}

/* Somebody's home, named as the folder by mistake, stays as open as it was. */
static void
test_a_folder_of_other_things_keeps_its_mode (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *cache = path_in (fixture, "cache.db");

  put_file (fixture, "diary.txt", "x", 1);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  store_fixture_open (fixture);
  g_assert_cmpint (mode_of (fixture->folder), ==, 0755);
  g_assert_cmpint (mode_of (cache), ==, 0600);
}

static void
test_kept_over_a_restart (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *log = path_in (fixture, "work.db-wal");

  store_fixture_open (fixture);
  choose (fixture, INSERT_A);
  store_fixture_close (fixture);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  store_fixture_open (fixture);
  assert_choices (fixture, "a\n");
}

static void
test_marks (StoreFixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *sql, *answer;
  } cases[] = {
    { "PRAGMA main.application_id", "1146113603\n" }, /* "DPNC" */
    { "PRAGMA work.application_id", "1146113623\n" }, /* "DPNW" */
    { "PRAGMA main.journal_mode", "wal\n" },
    { "PRAGMA work.journal_mode", "wal\n" },
    { "PRAGMA query_only", "1\n" },
  };

  store_fixture_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *answer = store_fixture_dump (fixture, cases[i].sql);
      g_assert_cmpstr (answer, ==, cases[i].answer);
    }
}

static gint64
pragma (DiapasonDatabase *database, const char *sql)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (database, sql, NULL);
  gboolean row;

  g_assert_true (diapason_database_step (database, select, &row, NULL));
  return sqlite3_column_int64 (select, 0);
}

static gboolean
assert_pragmas_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  g_assert_cmpint (pragma (database, "PRAGMA main.synchronous"), ==, GPOINTER_TO_INT (data));
  g_assert_cmpint (pragma (database, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (pragma (database, "PRAGMA main.secure_delete"), ==, 1);
  g_assert_cmpint (pragma (database, "PRAGMA temp_store"), ==, 2);
  return TRUE;
}

static void
test_writers_are_careful (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_open (fixture);
  store_fixture_write (fixture, DIAPASON_FILE_CACHE, assert_pragmas_in_writer, GINT_TO_POINTER (1));
  store_fixture_write (fixture, DIAPASON_FILE_WORK, assert_pragmas_in_writer, GINT_TO_POINTER (2));
}

/* In another process: opens @mode and prints what came of it. */
static char *
open_elsewhere (StoreFixture *fixture, const char *mode)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  g_autoptr (GSubprocess) child =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self, mode, fixture->folder, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  return output;
}

static int
be_elsewhere (char **argv)
{
  gboolean nobody = g_str_has_prefix (argv[1], "--nobody");
  gboolean read_only = g_str_has_suffix (argv[1], "read");
  StoreFixture fixture = { argv[2], diapason_clock_new (), NULL };
  g_autoptr (GError) error = NULL;

  if (nobody && getuid () == 0)
    g_assert_cmpint (setuid (NOBODY), ==, 0);
  fixture.store =
      diapason_store_open (fixture.folder,
                           read_only ? DIAPASON_STORE_READ_ONLY : DIAPASON_STORE_READ_WRITE,
                           fixture.clock, &error);
  if (fixture.store == NULL)
    printf ("%d %s", error->code, error->message);
  else
    {
      g_autofree char *choices = store_fixture_dump (&fixture, CHOICES);
      printf ("%s", choices);
      store_fixture_close (&fixture);
    }
  g_object_unref (fixture.clock);
  return 0;
}

static void
assert_sentence (const char *output, DiapasonStoreError code, const char *word)
{
  g_test_message ("%s", output);
  g_assert_cmpint (g_ascii_strtoll (output, NULL, 10), ==, code);
  g_assert_nonnull (strstr (output, word));
}

static void
test_one_writer (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_open (fixture);
  g_autofree char *refused = open_elsewhere (fixture, "--write");
  assert_sentence (refused, DIAPASON_STORE_ERROR_BUSY, "Another program");
  /* Within one process too, where a lock by process would let it through. */
  assert_refused (fixture, DIAPASON_STORE_READ_WRITE, DIAPASON_STORE_ERROR_BUSY);
  choose (fixture, INSERT_A);
  store_fixture_close (fixture);
  g_autofree char *allowed = open_elsewhere (fixture, "--write");
  g_assert_cmpstr (allowed, ==, "a\n");
  matrix_ran ("R9", 2, "second programs");
}

static void
test_readers_beside (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_open (fixture);
  choose (fixture, INSERT_A);
  g_autofree char *first = open_elsewhere (fixture, "--read");
  g_assert_cmpstr (first, ==, "a\n");
  choose (fixture, INSERT_B);
  g_autofree char *second = open_elsewhere (fixture, "--read");
  g_assert_cmpstr (second, ==, "a\nb\n");
  store_fixture_close (fixture);
  /* Nobody runs: neither -wal nor -shm is there. */
  g_autofree char *third = open_elsewhere (fixture, "--read");
  g_assert_cmpstr (third, ==, "a\nb\n");
  store_fixture_open (fixture);
  assert_choices (fixture, "a\nb\n");
}

static void
refused_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError **error = user_data;
  g_assert_false (diapason_store_write_finish (DIAPASON_STORE (source), result, error));
}

static void
test_readers_write_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_open (fixture);
  store_fixture_close (fixture);
  fixture->store =
      diapason_store_open (fixture->folder, DIAPASON_STORE_READ_ONLY, fixture->clock, NULL);
  diapason_store_write_async (fixture->store, DIAPASON_FILE_WORK, DIAPASON_PRIORITY_PERSON,
                              write_in_writer, (gpointer) INSERT_A, NULL, refused_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_OPEN);
}

static void
test_nothing_to_read (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *empty = open_elsewhere (fixture, "--read");
  assert_sentence (empty, DIAPASON_STORE_ERROR_OPEN, "no data");
  g_autofree char *cache = path_in (fixture, "cache.db");
  g_assert_false (g_file_test (cache, G_FILE_TEST_EXISTS));

  put_file (fixture, "cache.db", "", 0);
  put_file (fixture, "work.db", "", 0);
  g_autofree char *blank = open_elsewhere (fixture, "--read");
  assert_sentence (blank, DIAPASON_STORE_ERROR_OPEN, "Start the program once");
}

static void
test_a_folder_of_others (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *cache = path_in (fixture, "cache.db");
  g_autofree char *work = path_in (fixture, "work.db");

  store_fixture_open (fixture);
  store_fixture_close (fixture);
  /* Everybody may read, and no -shm can be made. */
  g_assert_cmpint (g_chmod (cache, 0444), ==, 0);
  g_assert_cmpint (g_chmod (work, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  g_autofree char *output = open_elsewhere (fixture, "--nobody-read");
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  assert_sentence (output, DIAPASON_STORE_ERROR_OPEN, "may not write in that folder");
  matrix_ran ("R5", 1, "folder that can only be read, to look up");
}

/* The folder @mode and the files @file_mode, as root made them, for somebody else who would write.
 */
static void
assert_refused_to_others (StoreFixture *fixture, int mode, int file_mode)
{
  static const char *const names[] = { "lock", "cache.db", "work.db" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = path_in (fixture, names[i]);
      g_assert_cmpint (g_chmod (path, file_mode), ==, 0);
    }
  g_assert_cmpint (g_chmod (fixture->folder, mode), ==, 0);
  g_autofree char *output = open_elsewhere (fixture, "--nobody-write");
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  assert_sentence (output, DIAPASON_STORE_ERROR_OPEN, "Check whose it is");
}

/* Of somebody else, or in a folder where nothing can be written: nothing is changed, and it is told
 * what to look at. */
static void
test_of_others (StoreFixture *fixture, gconstpointer data)
{
  if (getuid () != 0)
    {
      g_test_skip ("only root can make files of others");
      return;
    }
  store_fixture_open (fixture);
  choose (fixture, INSERT_A);
  store_fixture_close (fixture);
  assert_refused_to_others (fixture, 0700, 0600);
  assert_refused_to_others (fixture, 0755, 0600);
  assert_refused_to_others (fixture, 0755, 0644);
  assert_refused_to_others (fixture, 0777, 0644);
  assert_refused_to_others (fixture, 0555, 0444);
  store_fixture_open (fixture);
  assert_choices (fixture, "a\n");
  assert_all_private (fixture);
  matrix_ran ("R5", 5, "folders and files of somebody else");
}

static void
test_no_length_is_made_anew (StoreFixture *fixture, gconstpointer data)
{
  put_file (fixture, "cache.db", "", 0);
  put_file (fixture, "work.db", "", 0);
  store_fixture_open (fixture);
  choose (fixture, INSERT_A);
  assert_choices (fixture, "a\n");
  assert_all_private (fixture);
}

static void
make_database (StoreFixture *fixture, const char *name, const char *sql)
{
  g_autofree char *path = path_in (fixture, name);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static void
assert_untouched_when_refused (StoreFixture *fixture, const char *name)
{
  g_autofree char *path = path_in (fixture, name);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length, length_after;

  g_assert_true (g_file_get_contents (path, &before, &length, NULL));
  assert_refused (fixture, DIAPASON_STORE_READ_WRITE, DIAPASON_STORE_ERROR_FOREIGN);
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
}

static void
test_foreign_files_are_refused (StoreFixture *fixture, gconstpointer data)
{
  const char *const names[] = { "cache.db", "work.db" };
  const char *const makers[] = { "CREATE TABLE t (x)", "PRAGMA application_id = 7",
                                 "PRAGMA user_version = 1" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint j = 0; j < G_N_ELEMENTS (makers); j++)
      {
        make_database (fixture, names[i], makers[j]);
        assert_untouched_when_refused (fixture, names[i]);
        store_fixture_tear_down (fixture, NULL);
        store_fixture_set_up_closed (fixture, NULL);
      }
}

static void
test_newer_files_are_refused (StoreFixture *fixture, gconstpointer data)
{
  const char *const names[] = { "cache.db", "work.db" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      store_fixture_open (fixture);
      store_fixture_close (fixture);
      make_database (fixture, names[i], "PRAGMA journal_mode = DELETE; PRAGMA user_version = 999");
      assert_untouched_when_refused (fixture, names[i]);
      assert_refused (fixture, DIAPASON_STORE_READ_ONLY, DIAPASON_STORE_ERROR_FOREIGN);
      store_fixture_tear_down (fixture, NULL);
      store_fixture_set_up_closed (fixture, NULL);
    }
  matrix_ran ("R8", 4, "newer files refused");
}

static void
test_what_is_no_file_or_folder (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *cache = path_in (fixture, "cache.db");
  g_autofree char *below = path_in (fixture, "file");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (cache, 0700), ==, 0);
  assert_refused (fixture, DIAPASON_STORE_READ_WRITE, DIAPASON_STORE_ERROR_OPEN);
  g_assert_cmpint (g_rmdir (cache), ==, 0);

  put_file (fixture, "file", "", 0);
  g_assert_null (diapason_store_open (below, DIAPASON_STORE_READ_WRITE, fixture->clock, &error));
  g_assert_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_OPEN);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/store/open/" name, StoreFixture, NULL, store_fixture_set_up_closed, function,      \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  if (argc == 3 && argv[2][0] == '/')
    return be_elsewhere (argv);

  g_test_init (&argc, &argv, NULL);
  ADD ("all-is-private", test_all_is_private);
  ADD ("what-others-could-read-is-closed", test_what_others_could_read_is_closed);
  ADD ("a-folder-of-other-things-keeps-its-mode", test_a_folder_of_other_things_keeps_its_mode);
  ADD ("kept-over-a-restart", test_kept_over_a_restart);
  ADD ("marks", test_marks);
  ADD ("writers-are-careful", test_writers_are_careful);
  ADD ("one-writer", test_one_writer);
  ADD ("readers-beside", test_readers_beside);
  ADD ("readers-write-nothing", test_readers_write_nothing);
  ADD ("nothing-to-read", test_nothing_to_read);
  ADD ("a-folder-of-others", test_a_folder_of_others);
  ADD ("of-others", test_of_others);
  ADD ("no-length-is-made-anew", test_no_length_is_made_anew);
  ADD ("foreign-files-are-refused", test_foreign_files_are_refused);
  ADD ("newer-files-are-refused", test_newer_files_are_refused);
  ADD ("what-is-no-file-or-folder", test_what_is_no_file_or_folder);
  return g_test_run ();
}
