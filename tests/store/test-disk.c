/* test-disk.c: each call to the disk fails once, in turn, and each from then on, and so does each
 * piece of memory that SQLite asks for (R3); the disk is full (R4). What fails says so in a
 * sentence, nothing that was answered is lost, and the next try ends where it would have without
 * the fault.
 */
#include <string.h>

#include "fault-memory.h"
#include "fault-vfs.h"
#include "matrix.h"
#include "pages.h"
#include "store-errors.h"

#ifdef DIAPASON_SANITIZED
#define SPARSER 10
#else
#define SPARSER 1
#endif
#define MEMORY_STRIDE 211
#define SAVING_STRIDE 151
#define ACTS          900

typedef struct
{
  StoreFixture base;
  guint acted;  /* acts that were answered as done */
  guint failed; /* steps that were answered with an error */
} Disk;

static void
set_up (Disk *disk, gconstpointer data)
{
  *disk = (Disk){ .acted = 0 };
  store_fixture_set_up_closed (&disk->base, data);
}

static void
tear_down (Disk *disk, gconstpointer data)
{
  store_fixture_tear_down (&disk->base, data);
}

/* A sentence of the store's own, as a person may read it. */
static gboolean
judge (Disk *disk, gboolean done, const GError *error)
{
  if (done)
    {
      g_assert_no_error (error);
      return TRUE;
    }
  g_assert_nonnull (error);
  g_assert_true (error->domain == DIAPASON_STORE_ERROR);
  g_assert_cmpint (error->code, !=, DIAPASON_STORE_ERROR_QUERY);
  g_assert_true (g_str_has_suffix (error->message, "."));
  disk->failed++;
  return FALSE;
}

static gboolean
write_step (Disk *disk, DiapasonFile file, DiapasonWriteFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean done = store_fixture_try_write (&disk->base, file, func, data, &error);

  return judge (disk, done, error);
}

static gpointer
count_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database,
                                 "SELECT (SELECT count(*) FROM customer) + "
                                 "(SELECT count(*) FROM work.identity_verdict)",
                                 error);
  gboolean row;

  if (select == NULL || !diapason_database_step (database, select, &row, error))
    return NULL;
  return GINT_TO_POINTER (sqlite3_column_int (select, 0) + 1);
}

static gboolean
read_step (Disk *disk)
{
  g_autoptr (GError) error = NULL;
  gpointer count =
      store_fixture_try_read (&disk->base, DIAPASON_LANE_FAST, count_in_reader, NULL, &error);

  return judge (disk, count != NULL, error);
}

static gboolean
open_program (Disk *disk)
{
  g_autoptr (GError) error = NULL;

  disk->failed = disk->acted = 0;
  disk->base.store =
      diapason_store_open (disk->base.folder, DIAPASON_STORE_READ_WRITE, disk->base.clock, &error);
  return judge (disk, disk->base.store != NULL, error);
}

/* What a program does, going on with whatever failed. */
static void
run_program (Disk *disk)
{
  for (int act = 1; act <= 3; act++)
    {
      PagesProgress progress = { act, 0, NULL };

      /* As a sync: a page that failed is asked for again, later. */
      write_step (disk, DIAPASON_FILE_CACHE, pages_apply_in_writer, &progress);
      if (write_step (disk, DIAPASON_FILE_WORK, pages_act_in_writer, &act))
        disk->acted |= 1u << act;
      read_step (disk);
    }
}

static guint
acts_here (Disk *disk)
{
  guint here = 0;

  for (int act = 1; act <= 3; act++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT count(*) FROM work.identity_verdict WHERE key = 'act-%d'", act);
      here |= (guint) pages_count (&disk->base, sql) << act;
    }
  return here;
}

/* Everything that was written into both files, by names. */
static char *
dump (Disk *disk)
{
  pages_assert_whole (&disk->base);
  return store_fixture_dump (
      &disk->base, "SELECT r.entity, r.remote_id, r.revision, r.as_of, c.name, u.remote_id "
                   "FROM record r LEFT JOIN customer c USING (id) LEFT JOIN record u "
                   "ON u.id = c.unit UNION ALL "
                   "SELECT name, cursor, '', '', '', '' FROM stream UNION ALL "
                   "SELECT key, a_source, b_remote, verdict, undone_at IS NULL, '' "
                   "FROM work.identity_verdict ORDER BY 1, 2");
}

static char *
dump_without_fault (void)
{
  Disk disk;

  set_up (&disk, NULL);
  g_assert_true (open_program (&disk));
  run_program (&disk);
  g_assert_cmpuint (disk.failed, ==, 0);
  char *reference = dump (&disk);
  tear_down (&disk, NULL);
  return reference;
}

typedef struct
{
  const char *name;
  FaultKind kind;
  gboolean of_memory;
  gboolean lasting;
  guint stride; /* 1: each call */
} Fault;

/* Where all fails from there on, neighbours are alike. Memory is asked for a hundred times as often
 * as the disk. */
static const Fault faults[] = {
  { "io", FAULT_IO, FALSE, FALSE, 1 },
  { "io-lasting", FAULT_IO, FALSE, TRUE, 15 },
  { "busy", FAULT_BUSY, FALSE, FALSE, 1 },
  { "full", FAULT_FULL, FALSE, FALSE, 5 },
  { "full-lasting", FAULT_FULL, FALSE, TRUE, 15 },
  { "memory", FAULT_IO, TRUE, FALSE, MEMORY_STRIDE },
  { "memory-lasting", FAULT_IO, TRUE, TRUE, MEMORY_STRIDE * 4 },
};

static void
begin_fault (const Fault *fault, guint nth)
{
  if (fault->of_memory)
    fault_memory_fail (nth, fault->lasting);
  else
    fault_vfs_fail (fault->kind, nth, fault->lasting);
}

/* Nothing was damaged, and nothing passed for it. */
static void
assert_nothing_aside (Disk *disk)
{
  g_autoptr (GDir) dir = g_dir_open (disk->base.folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_true (strstr (name, "corrupt") == NULL && strstr (name, "damaged") == NULL);
}

/* Returns: FALSE when the fault was not reached any more. */
static gboolean
fail_once (const Fault *fault, guint nth, const char *reference, guint *failed)
{
  Disk disk;

  set_up (&disk, NULL);
  begin_fault (fault, nth);
  if (open_program (&disk))
    run_program (&disk);
  guint acted = disk.acted;
  *failed += disk.failed;
  store_fixture_close (&disk.base);
  gboolean reached = fault->of_memory ? fault_memory_lift () : fault_vfs_lift ();

  assert_nothing_aside (&disk);
  g_assert_true (open_program (&disk));
  g_assert_cmpuint (acts_here (&disk) & acted, ==, acted);
  run_program (&disk);
  g_assert_cmpuint (disk.failed, ==, 0);
  g_autofree char *after = dump (&disk);
  g_assert_cmpstr (after, ==, reference);
  tear_down (&disk, NULL);
  return reached;
}

static void
test_each_call_fails (gconstpointer data)
{
  const Fault *fault = data;
  const guint stride = fault->stride * SPARSER;
  g_autofree char *reference = dump_without_fault ();
  guint nth = (guint) g_test_rand_int_range (1, (gint32) stride + 1);
  guint failed = 0;
  guint runs = 0;

  for (; fail_once (fault, nth, reference, &failed); nth += stride)
    runs++;
  g_test_message ("%u steps failed", failed);
  /* A lock that is held is waited for, and seldom in the way. */
  g_assert_true (failed > 0 || (!fault->of_memory && fault->kind == FAULT_BUSY));
  matrix_ran ("R3", runs, fault->name);
}

static void
assert_full (Disk *disk, DiapasonFile file, DiapasonWriteFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (store_fixture_try_write (&disk->base, file, func, data, &error));
  g_assert_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "disk is full"));
}

/* What is here can be read, what is new is refused in so many words, and nothing has to be begun
 * anew when there is room. */
static void
test_full (void)
{
  PagesProgress first = { 1, 0, NULL }, second = { 2, 0, NULL };
  int acts[] = { 1, 2 };
  Disk disk;

  set_up (&disk, NULL);
  g_assert_true (open_program (&disk));
  store_fixture_write (&disk.base, DIAPASON_FILE_CACHE, pages_apply_in_writer, &first);
  store_fixture_write (&disk.base, DIAPASON_FILE_WORK, pages_act_in_writer, &acts[0]);

  fault_vfs_fail (FAULT_FULL, 1, TRUE);
  for (guint i = 0; i < 3; i++)
    {
      assert_full (&disk, DIAPASON_FILE_CACHE, pages_apply_in_writer, &second);
      assert_full (&disk, DIAPASON_FILE_WORK, pages_act_in_writer, &acts[1]);
      pages_assert_whole (&disk.base);
      g_assert_cmpint (pages_cursor (&disk.base), ==, 1);
      g_assert_cmpint (pages_acts (&disk.base), ==, 1);
    }
  g_assert_true (fault_vfs_lift ());

  second.slice = 0;
  store_fixture_write (&disk.base, DIAPASON_FILE_CACHE, pages_apply_in_writer, &second);
  store_fixture_write (&disk.base, DIAPASON_FILE_WORK, pages_act_in_writer, &acts[1]);
  pages_assert_whole (&disk.base);
  g_assert_cmpint (pages_cursor (&disk.base), ==, 2);
  g_assert_cmpint (pages_acts (&disk.base), ==, 2);
  tear_down (&disk, NULL);
  matrix_ran ("R4", 6, "pages and acts refused on a full disk");
}

/* Where a start finds no room, it says so; it hides behind no other fault of the disk. */
static void
test_full_at_start (void)
{
  guint refused = 0;
  gboolean reached = TRUE;

  for (guint nth = 1; reached; nth += 5)
    {
      g_autoptr (GError) error = NULL;
      Disk disk;

      set_up (&disk, NULL);
      fault_vfs_fail (FAULT_FULL, nth, TRUE);
      disk.base.store = diapason_store_open (disk.base.folder, DIAPASON_STORE_READ_WRITE,
                                             disk.base.clock, &error);
      reached = fault_vfs_lift ();
      if (disk.base.store == NULL)
        {
          g_assert_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_FULL);
          refused++;
          store_fixture_open (&disk.base);
        }
      tear_down (&disk, NULL);
    }
  matrix_ran ("R4", refused, "starts on a full disk");
}

/* Memory ----------------------------------------------------------------------------------------
 */

static gboolean
act_many_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  for (int act = 1; act <= ACTS; act++)
    if (!pages_act_in_writer (database, &act, more, error))
      return FALSE;
  return TRUE;
}

/* A work.db whose last pages cannot be read. Returns: (transfer full). */
static GBytes *
make_damaged (void)
{
  g_autofree char *path = NULL;
  char *bytes = NULL;
  gsize length = 0;
  Disk disk;

  set_up (&disk, NULL);
  store_fixture_open (&disk.base);
  store_fixture_write (&disk.base, DIAPASON_FILE_WORK, act_many_in_writer, NULL);
  store_fixture_close (&disk.base);
  path = g_build_filename (disk.base.folder, "work.db", NULL);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  memset (bytes + length * 3 / 4, 0, length / 4);
  tear_down (&disk, NULL);
  return g_bytes_new_take (bytes, length);
}

/* Opens it while the @nth request for memory is refused (0: none), and again when that failed.
 * Returns: how many acts are there then. */
static gint64
save_acts (GBytes *damaged, guint nth, gboolean *out_reached)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  Disk disk;

  set_up (&disk, NULL);
  path = g_build_filename (disk.base.folder, "work.db", NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (damaged, NULL),
                                      (gssize) g_bytes_get_size (damaged), NULL));
  fault_memory_fail (nth, FALSE);
  disk.base.store =
      diapason_store_open (disk.base.folder, DIAPASON_STORE_READ_WRITE, disk.base.clock, &error);
  *out_reached = fault_memory_lift ();
  if (disk.base.store == NULL)
    {
      g_assert_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_MEMORY);
      store_fixture_open (&disk.base);
    }
  gint64 acts = pages_count (&disk.base, "SELECT count(*) FROM work.identity_verdict");
  tear_down (&disk, NULL);
  return acts;
}

/* What cannot be read for want of memory is not taken for damaged. */
static void
test_saved_without_memory (void)
{
  const guint stride = SAVING_STRIDE * SPARSER;
  g_autoptr (GBytes) damaged = make_damaged ();
  gboolean reached = FALSE;
  gint64 acts = save_acts (damaged, 0, &reached);
  guint nth = (guint) g_test_rand_int_range (1, (gint32) stride + 1);
  guint runs = 0;

  g_assert_cmpint (acts, >, 0);
  g_assert_cmpint (acts, <, ACTS);
  for (reached = TRUE; reached; nth += stride, runs++)
    g_assert_cmpint (save_acts (damaged, nth, &reached), ==, acts);
  matrix_ran ("R3", runs, "memory refused while a damaged file is saved");
}

int
main (int argc, char **argv)
{
  fault_memory_install ();
  fault_vfs_install ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/disk/each-call-fails/%s", faults[i].name);
      g_test_add_data_func (path, &faults[i], test_each_call_fails);
    }
  g_test_add_func ("/store/disk/full", test_full);
  g_test_add_func ("/store/disk/full-at-start", test_full_at_start);
  g_test_add_func ("/store/disk/saved-without-memory", test_saved_without_memory);
  return g_test_run ();
}
