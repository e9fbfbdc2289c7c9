/* test-damage.c: damaged files (R6). A cache is put aside and fetched again; what a person did is
 * saved as far as it can be read, and the damaged file is kept; each is told in a sentence.
 */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fault-vfs.h"
#include "matrix.h"
#include "pages.h"
#include "store-errors.h"

#define PAGES 6
#define ACTS  900
#define PAGE  4096

typedef struct
{
  StoreFixture base;
  guint troubles;
} Damage;

static void
set_up (Damage *damage, gconstpointer data)
{
  damage->troubles = 0;
  store_fixture_set_up_closed (&damage->base, data);
}

static void
tear_down (Damage *damage, gconstpointer data)
{
  store_fixture_tear_down (&damage->base, data);
}

static char *
path_in (Damage *damage, const char *name)
{
  return g_build_filename (damage->base.folder, name, NULL);
}

static void
troubled_cb (DiapasonStore *store, const char *sentence, gpointer user_data)
{
  Damage *damage = user_data;

  g_test_message ("%s", sentence);
  damage->troubles++;
}

static void
open_store (Damage *damage)
{
  store_fixture_open (&damage->base);
  g_signal_connect (damage->base.store, "troubled", G_CALLBACK (troubled_cb), damage);
}

/* The one thing told at opening; NULL: nothing. */
static const char *
notice (Damage *damage)
{
  GPtrArray *notices = diapason_store_get_notices (damage->base.store);

  g_assert_cmpuint (notices->len, <=, 1);
  return notices->len == 1 ? g_ptr_array_index (notices, 0) : NULL;
}

static gboolean
act_many_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  for (int act = 1; act <= ACTS; act++)
    if (!pages_act_in_writer (database, &act, more, error))
      return FALSE;
  return TRUE;
}

/* FALSE when damage was met. */
static gboolean
fetch (Damage *damage)
{
  for (gint64 page = 1; page <= PAGES; page++)
    {
      PagesProgress progress = { page, 0, NULL };
      g_autoptr (GError) error = NULL;

      if (store_fixture_try_write (&damage->base, DIAPASON_FILE_CACHE, pages_apply_in_writer,
                                   &progress, &error))
        continue;
      g_assert_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_CORRUPT);
      return FALSE;
    }
  return TRUE;
}

static void
fill (Damage *damage)
{
  open_store (damage);
  g_assert_true (fetch (damage));
  store_fixture_write (&damage->base, DIAPASON_FILE_WORK, act_many_in_writer, NULL);
  store_fixture_close (&damage->base);
}

/* Kinds of damage ----------------------------------------------------------------------------- */

static void
put (const char *path, const char *tail, const char *bytes, gsize length)
{
  g_autofree char *name = g_strconcat (path, tail, NULL);
  g_assert_true (g_file_set_contents (name, bytes, (gssize) length, NULL));
}

static gint64
size_of (const char *path)
{
  struct stat here;
  g_assert_cmpint (g_stat (path, &here), ==, 0);
  return here.st_size;
}

/* @length bytes from @offset. */
static void
overwrite (const char *path, gint64 offset, gsize length, char with)
{
  g_autofree char *bytes = g_malloc (length);
  int fd = open (path, O_WRONLY | O_CLOEXEC);

  g_assert_cmpint (offset + (gint64) length, <=, size_of (path));
  memset (bytes, with, length);
  g_assert_cmpint (pwrite (fd, bytes, length, offset), ==, length);
  close (fd);
}

static void
cut_in_half (const char *path)
{
  g_assert_cmpint (truncate (path, size_of (path) / 2), ==, 0);
}

static void
cut_in_a_page (const char *path)
{
  g_assert_cmpint (truncate (path, PAGE + 900), ==, 0);
}

static void
cut_in_the_header (const char *path)
{
  g_assert_cmpint (truncate (path, 60), ==, 0);
}

static void
cut_to_nothing (const char *path)
{
  g_assert_cmpint (truncate (path, 0), ==, 0);
}

static void
spoil_header (const char *path)
{
  overwrite (path, 0, 16, 'x');
}

static void
spoil_schema (const char *path)
{
  overwrite (path, 100, PAGE - 100, 'x');
}

static void
zero_first_page (const char *path)
{
  overwrite (path, 0, PAGE, '\0');
}

static void
zero_pages (const char *path)
{
  for (gint64 page = 10; page * PAGE < size_of (path); page += 7)
    overwrite (path, page * PAGE, PAGE, '\0');
}

/* Where the root of @table begins; of a file that was closed well. */
static gint64
root_of (const char *path, const char *table)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'", table);
  sqlite3_stmt *select;
  sqlite3 *handle;
  gint64 page;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &select, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (select), ==, SQLITE_ROW);
  page = sqlite3_column_int64 (select, 0);
  sqlite3_finalize (select);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  return (page - 1) * PAGE;
}

/* One page of rows of the table at @root and nothing else: the root's children are leaves. */
static void
zero_leaf (const char *path, gint64 root)
{
  g_autofree char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_cmpint (bytes[root], ==, 5);
  const guint8 *cells = (const guint8 *) bytes + root + 12;
  const guint8 *cell = (const guint8 *) bytes + root + (cells[0] << 8 | cells[1]);
  gint64 leaf = (gint64) cell[0] << 24 | cell[1] << 16 | cell[2] << 8 | cell[3];
  overwrite (path, (leaf - 1) * PAGE, PAGE, '\0');
}

static void
flip_bits (const char *path)
{
  for (guint i = 0; i < 400; i++)
    overwrite (path, g_test_rand_int_range (PAGE, (gint32) size_of (path)), 1,
               (char) g_test_rand_int ());
}

static void
fill_with_garbage (const char *path)
{
  overwrite (path, 0, (gsize) size_of (path), 'x');
}

static void
put_garbage_logs (const char *path)
{
  g_autofree char *garbage = g_strnfill (40000, 'x');

  put (path, "-wal", garbage, 40000);
  put (path, "-shm", garbage, 32768);
}

typedef struct
{
  const char *name;
  void (*spoil) (const char *path);
  gboolean harmless; /* the file itself is as it was */
  gboolean readable; /* of work.db something can be read */
} Kind;

static const Kind kinds[] = {
  { "cut-in-half", cut_in_half, FALSE, TRUE },
  { "cut-in-a-page", cut_in_a_page, FALSE, FALSE },
  { "cut-in-the-header", cut_in_the_header, FALSE, FALSE },
  { "cut-to-nothing", cut_to_nothing, FALSE, FALSE },
  { "header", spoil_header, FALSE, FALSE },
  { "schema", spoil_schema, FALSE, FALSE },
  { "first-page-of-zeros", zero_first_page, FALSE, FALSE },
  { "pages-of-zeros", zero_pages, FALSE, TRUE },
  { "flips", flip_bits, FALSE, TRUE },
  { "garbage", fill_with_garbage, FALSE, FALSE },
  { "garbage-for-logs", put_garbage_logs, TRUE, TRUE },
};

/* The cache ------------------------------------------------------------------------------------ */

static guint
count_files (Damage *damage, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (damage->base.folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = path_in (damage, name);
      struct stat here;

      g_assert_cmpint (g_stat (path, &here), ==, 0);
      g_assert_cmpint (here.st_mode & 07777, ==, 0600);
      n += g_str_has_prefix (name, prefix) && !g_str_has_suffix (name, "-wal") &&
           !g_str_has_suffix (name, "-shm");
    }
  return n;
}

/* Looks at everything, as a person would in time. */
static gpointer
look_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  static const char *const looks[] = {
    "SELECT count(*), max (name_key) FROM customer NOT INDEXED",
    "SELECT count(*), max (remote_id) FROM record NOT INDEXED",
    "SELECT count(*) FROM derive_queue",
    "SELECT count(*) FROM stream",
  };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (!diapason_database_exec (database, looks[i], error))
      return NULL;
  return database;
}

static gboolean
is_whole (Damage *damage)
{
  g_autoptr (GError) error = NULL;

  if (fetch (damage) &&
      store_fixture_try_read (&damage->base, DIAPASON_LANE_LIST, look_in_reader, NULL, &error))
    return pages_count (&damage->base, "SELECT count(*) FROM customer") ==
           PAGES * PAGES_SLICES * PAGES_ROWS;
  return FALSE;
}

/* Whatever is met at run time is told, and away after the next start. */
static void
test_cache (Damage *damage, gconstpointer data)
{
  const Kind *kind = data;
  g_autofree char *path = path_in (damage, "cache.db");

  fill (damage);
  kind->spoil (path);
  open_store (damage);
  gboolean put_aside = notice (damage) != NULL;
  if (!is_whole (damage) || damage->troubles > 0)
    {
      g_assert_false (put_aside);
      while (damage->troubles == 0)
        g_main_context_iteration (NULL, TRUE);
      store_fixture_close (&damage->base);
      open_store (damage);
      g_assert_nonnull (notice (damage));
      put_aside = TRUE;
      g_assert_true (is_whole (damage));
    }
  g_assert_cmpuint (count_files (damage, "cache.db.corrupt-"), ==, put_aside);
  /* Flips may meet nothing but words. */
  g_assert_true (put_aside || kind->harmless || kind->spoil == flip_bits ||
                 kind->spoil == cut_to_nothing);
  g_assert_cmpint (pages_acts (&damage->base), ==, ACTS);
  pages_assert_whole (&damage->base);
  matrix_ran ("R6", 1, kind->name);
}

/* Copies the files of a program at work, as a kill would leave them. */
static void
leave_open (Damage *damage)
{
  static const char *const names[] = { "cache.db", "cache.db-wal", "work.db", "work.db-wal" };
  Damage killed;

  set_up (&killed, NULL);
  open_store (damage);
  g_assert_true (fetch (damage));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *from = path_in (damage, names[i]);
      g_autofree char *to = path_in (&killed, names[i]);
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
      put (to, "", bytes, length);
      g_assert_cmpint (g_chmod (to, 0600), ==, 0);
    }
  tear_down (damage, NULL);
  *damage = killed;
}

static gboolean
is_marked (Damage *damage, const char *mark)
{
  g_autofree char *path = path_in (damage, mark);
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Nobody reads what is damaged deep inside: after a kill it is looked for, and not before the store
 * is open. */
static void
test_deep_inside (Damage *damage, gconstpointer data)
{
  g_autofree char *closed = path_in (damage, "cache.db");
  g_autofree char *path = NULL;
  gint64 root;

  fill (damage);
  root = root_of (closed, "customer");
  leave_open (damage);
  path = path_in (damage, "cache.db");
  zero_leaf (path, root);
  open_store (damage);
  g_assert_null (notice (damage));
  while (damage->troubles == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (is_marked (damage, "cache.db-damaged"));
  store_fixture_close (&damage->base);

  open_store (damage);
  g_assert_nonnull (strstr (notice (damage), "fetched again"));
  g_assert_false (is_marked (damage, "cache.db-damaged"));
  g_assert_true (is_whole (damage));
  g_assert_cmpuint (damage->troubles, ==, 1);
  matrix_ran ("R6", 1, "damage found by looking");
}

/* A cache left open that is sound is looked through once. */
static void
test_sound_after_a_kill (Damage *damage, gconstpointer data)
{
  fill (damage);
  leave_open (damage);
  open_store (damage);
  g_assert_true (is_marked (damage, "cache.db-unchecked"));
  while (is_marked (damage, "cache.db-unchecked"))
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (notice (damage));
  g_assert_cmpuint (damage->troubles, ==, 0);
  store_fixture_close (&damage->base);
  open_store (damage);
  g_assert_false (is_marked (damage, "cache.db-unchecked"));
}

static void
test_copies_do_not_pile_up (Damage *damage, gconstpointer data)
{
  g_autofree char *path = path_in (damage, "cache.db");
  g_autofree char *newest = path_in (damage, "cache.db.corrupt-20260101T000500Z");

  fill (damage);
  for (guint i = 1; i <= 5; i++)
    {
      diapason_clock_advance (damage->base.clock, 60000);
      fill_with_garbage (path);
      put_garbage_logs (path);
      open_store (damage);
      store_fixture_close (&damage->base);
    }
  g_assert_cmpuint (count_files (damage, "cache.db.corrupt-"), ==, 2);
  g_assert_true (g_file_test (newest, G_FILE_TEST_EXISTS));
}

/* What a person did ---------------------------------------------------------------------------- */

static void
assert_same_bytes (const char *path, const char *bytes, gsize length)
{
  g_autofree char *here = NULL;
  gsize length_here;

  g_assert_true (g_file_get_contents (path, &here, &length_here, NULL));
  g_assert_cmpmem (here, length_here, bytes, length);
}

/* Whole acts, and new ones can be made. */
static gint64
count_acts (Damage *damage)
{
  g_autofree char *check = store_fixture_dump (&damage->base, "PRAGMA work.quick_check");
  g_autofree char *wrong =
      store_fixture_dump (&damage->base,
                          "SELECT key FROM work.identity_verdict WHERE key <> 'act-' || made_at "
                          "OR (undone_at IS NOT NULL) <> (made_at % 3 = 0)");
  int another = ACTS + 1;

  g_assert_cmpstr (check, ==, "ok\n");
  g_assert_cmpstr (wrong, ==, "");
  gint64 acts = pages_count (&damage->base, "SELECT count(*) FROM work.identity_verdict");
  store_fixture_write (&damage->base, DIAPASON_FILE_WORK, pages_act_in_writer, &another);
  return acts;
}

static void
test_work (Damage *damage, gconstpointer data)
{
  const Kind *kind = data;
  g_autofree char *path = path_in (damage, "work.db");
  g_autofree char *aside = path_in (damage, "work.db.damaged-20260101T000000Z");
  g_autofree char *bytes = NULL;
  gsize length;

  fill (damage);
  kind->spoil (path);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  open_store (damage);
  const char *told = notice (damage);
  if (kind->harmless)
    g_assert_null (told);
  else
    {
      g_test_message ("%s", told);
      g_assert_nonnull (strstr (told, aside));
      assert_same_bytes (aside, bytes, length);
      g_assert_cmpint ((strstr (told, "nothing in it could be read") == NULL), ==, kind->readable);
    }
  g_assert_cmpuint (count_files (damage, "work.db.damaged-"), ==, !kind->harmless);
  gint64 acts = kind->spoil == flip_bits ? 1 : count_acts (damage);
  g_assert_cmpint (acts, >=, kind->readable ? 1 : 0);
  g_assert_cmpint (acts, <=, ACTS);
  g_test_message ("%d of %d acts are here", (int) acts, ACTS);
  /* The cache is another file. */
  g_assert_true (is_whole (damage));
  store_fixture_close (&damage->base);
  open_store (damage);
  g_assert_null (notice (damage));
  matrix_ran ("R6", 1, kind->name);
}

/* One page of acts in the middle: all others are kept. */
static void
test_work_around_a_page (Damage *damage, gconstpointer data)
{
  g_autofree char *path = path_in (damage, "work.db");

  fill (damage);
  zero_leaf (path, root_of (path, "identity_verdict"));
  open_store (damage);
  g_test_message ("%s", notice (damage));
  gint64 acts = count_acts (damage);
  g_autofree char *lost = g_strdup_printf ("%d other", (int) (ACTS - acts));
  g_assert_cmpint (acts, >, ACTS - 100);
  g_assert_cmpint (acts, <, ACTS);
  g_assert_nonnull (strstr (notice (damage), lost));
  matrix_ran ("R6", 1, "acts around a damaged page");
}

/* Cut off after the damaged file was put aside and before the saved one took its place. */
static void
test_work_saved_and_killed (Damage *damage, gconstpointer data)
{
  g_autofree char *path = path_in (damage, "work.db");
  g_autofree char *saved = path_in (damage, "work.db.saved");

  fill (damage);
  g_assert_cmpint (g_rename (path, saved), ==, 0);
  open_store (damage);
  g_assert_nonnull (notice (damage));
  g_assert_cmpint (pages_acts (&damage->base), ==, ACTS);
}

static void
add (const char *name, gconstpointer data, void (*test) (Damage *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/store/damage/%s", name);

  g_test_add (path, Damage, data, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  /* Nobody cuts the power here: no sync has to reach the disk. */
  fault_vfs_install ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *cache = g_strconcat ("cache/", kinds[i].name, NULL);
      g_autofree char *work = g_strconcat ("work/", kinds[i].name, NULL);
      add (cache, &kinds[i], test_cache);
      add (work, &kinds[i], test_work);
    }
  add ("cache/deep-inside", NULL, test_deep_inside);
  add ("cache/sound-after-a-kill", NULL, test_sound_after_a_kill);
  add ("cache/copies-do-not-pile-up", NULL, test_copies_do_not_pile_up);
  add ("work/around-a-page", NULL, test_work_around_a_page);
  add ("work/saved-and-killed", NULL, test_work_saved_and_killed);
  return g_test_run ();
}
