/* test-upgrade.c: a file of every version ever released becomes today's, cut off at any call and at
 * any loss of power on the way (R7): the next start ends it, with every row that was there.
 */
#include "fault-vfs.h"
#include "matrix.h"
#include "schema.h"
#include "store-errors.h"
#include "store-fixture.h"

#ifdef DIAPASON_SANITIZED
#define SPARSER 12
#else
#define SPARSER 1
#endif

/* The steps as they were released, which never change. */
static const struct
{
  const char *name;
  const char *sum;
} released[] = {
  { "0001-cache", "0aefd5d08ed1ae331745508aaa2da4f6a95f65186024d1db35e7eeb921c99712" },
  { "0002-cache", "d791e4a46f7ac61311fbfb655e2fdab560141607fcf1fe62b7efcb35fc85ab94" },
  { "0003-cache", "a17579bf839aec5f3cbcd519089804934a70a3eb9ca4449e0c179cb3e2023ee6" },
  { "0004-cache", "f8991b64fa011a0df2ea7f707653fa629b9a0d93136917a4d16b7b552d367a92" },
  { "0005-cache", "5a58164ee24d9934601a83347a1ec64579744d5e64ed8debadeb5d821523436b" },
  { "0006-cache", "d084a9a879350e7d2a99659fc5ef625570c67a83f8e5d619ab052c1e866ed582" },
  { "0001-work", "045e39d762a1a77cd3b1f896a41ab68327e415f0e2475e997dd2d80f67d9b8bb" },
  { "0002-work", "2b89f574005a8e3a87fa5e6ca62cd676563ee7d059d8495f5da38339bd14faae" },
  { "0003-work", "9bd8d5cbf3629fc73f1b2a78c36d56e3acc427540067cd6748d455524a619c3a" },
};

static void
test_released_steps_stay (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (released); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/io/github/diapason/Diapason/sql/%s.sql", released[i].name);
      g_autoptr (GBytes) text = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_assert_nonnull (text);
      g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, text);
      g_assert_cmpstr (sum, ==, released[i].sum);
    }
  g_assert_cmpint (diapason_schema_version (DIAPASON_FILE_CACHE) +
                       diapason_schema_version (DIAPASON_FILE_WORK),
                   ==, G_N_ELEMENTS (released));
}

#define CACHE_ROWS                                                                                 \
  "INSERT INTO source (id, name) VALUES (1, 'crm');"                                               \
  "INSERT INTO stream (source, name, cursor) VALUES (1, 'customers', '7');"                        \
  "INSERT INTO record (id, source, entity, remote_id, revision, as_of, first_seen) "               \
  "VALUES (5, 1, 3, 'C1', 4, 9, 8), (6, 1, 8, 'I1', 1, 9, 8);"                                     \
  "INSERT INTO customer (id, name) VALUES (5, 'Léa Roche');"                                      \
  "INSERT INTO interaction (id, customer, channel) VALUES (6, 5, 'call');"                         \
  "INSERT INTO person_member VALUES (5, 5, 1);"                                                    \
  "INSERT INTO document VALUES (77, 5, 1, 4);"                                                     \
  "INSERT INTO customer_text (rowid, words) VALUES (77, 'lea roche');"
#define WORK_ROWS                                                                                  \
  "INSERT INTO identity_verdict (key, a_source, a_remote, b_source, b_remote, verdict, made_at) "  \
  "VALUES ('k', 'crm', 'C1', 'shop', 'S1', 'same', 3);"                                            \
  "INSERT INTO choice VALUES ('order', 'name');"
#define DUMP                                                                                       \
  "SELECT r.remote_id, r.revision, c.name, i.channel, d.id, x.words, "                             \
  "  (SELECT cursor FROM stream), (SELECT group_concat (key) FROM work.identity_verdict), "        \
  "  (SELECT group_concat (value) FROM work.choice) "                                              \
  "FROM record r LEFT JOIN customer c ON c.id = r.id LEFT JOIN interaction i ON i.id = r.id "      \
  "LEFT JOIN document d ON d.record = r.id LEFT JOIN customer_text x ON x.rowid = d.id "           \
  "UNION ALL SELECT type, name, sql, '', '', '', '', '', '' FROM main.sqlite_schema "              \
  "UNION ALL SELECT type, name, sql, '', '', '', '', '', '' FROM work.sqlite_schema ORDER BY 1, 2"

static void
make_file (StoreFixture *fixture, DiapasonFile file, gint64 version, const char *rows)
{
  g_autofree char *path =
      g_build_filename (fixture->folder, file == DIAPASON_FILE_CACHE ? "cache.db" : "work.db",
                        NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_true (diapason_schema_migrate (handle, file, version, &error));
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, rows, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

/* The versions that a profile was ever left in; of no version: about to be made. */
typedef struct
{
  const char *name;
  gint64 cache;
  gint64 work;
  guint stride; /* 1: at each call */
} Old;

/* From nothing each call is made to fail in test-disk.c too. */
static const Old olds[] = {
  { "nothing", 0, 0, 7 }, { "first", 1, 1, 1 },  { "second", 2, 1, 2 },
  { "third", 3, 1, 2 },   { "fourth", 4, 2, 5 },
};

static void
make_profile (StoreFixture *fixture, const Old *old)
{
  store_fixture_set_up_closed (fixture, NULL);
  if (old->work > 0)
    make_file (fixture, DIAPASON_FILE_WORK, old->work, WORK_ROWS);
  if (old->cache > 0)
    make_file (fixture, DIAPASON_FILE_CACHE, old->cache, CACHE_ROWS);
}

/* What every start ends with. */
static void
assert_upgraded (StoreFixture *fixture, const char *reference)
{
  store_fixture_open (fixture);
  g_assert_cmpuint (diapason_store_get_notices (fixture->store)->len, ==, 0);
  g_autofree char *dump = store_fixture_dump (fixture, DUMP);
  g_assert_cmpstr (dump, ==, reference);
}

static char *
upgrade_in_peace (const Old *old)
{
  StoreFixture fixture = { NULL };

  make_profile (&fixture, old);
  store_fixture_open (&fixture);
  char *reference = store_fixture_dump (&fixture, DUMP);
  store_fixture_tear_down (&fixture, NULL);
  return reference;
}

/* FALSE when the fault was not reached any more. */
static gboolean
fail_at (const Old *old, guint nth, const char *reference)
{
  StoreFixture fixture = { NULL };
  g_autoptr (GError) error = NULL;

  make_profile (&fixture, old);
  fault_vfs_fail (FAULT_IO, nth, nth % 2 == 0);
  fixture.store =
      diapason_store_open (fixture.folder, DIAPASON_STORE_READ_WRITE, fixture.clock, &error);
  g_assert_true (fixture.store != NULL || error->domain == DIAPASON_STORE_ERROR);
  store_fixture_close (&fixture);
  gboolean reached = fault_vfs_lift ();
  assert_upgraded (&fixture, reference);
  store_fixture_tear_down (&fixture, NULL);
  return reached;
}

/* FALSE when it was made ready before the power went. */
static gboolean
cut_at (const Old *old, guint nth, const char *reference)
{
  StoreFixture fixture = { NULL };
  StoreFixture after = { NULL };
  const int answered = 0;

  make_profile (&fixture, old);
  /* What is not opened before the cut is as it was. */
  make_profile (&after, old);
  fault_vfs_watch (fixture.folder);
  fault_vfs_cut (nth, after.folder, &answered);
  store_fixture_open (&fixture);
  gboolean was_cut = fault_vfs_answered_at_cut () >= 0;
  fault_vfs_watch (NULL);
  store_fixture_tear_down (&fixture, NULL);
  if (was_cut)
    assert_upgraded (&after, reference);
  store_fixture_tear_down (&after, NULL);
  return was_cut;
}

static void
test_upgrade (gconstpointer data)
{
  const Old *old = data;
  const guint stride = old->stride * SPARSER;
  g_autofree char *reference = upgrade_in_peace (old);
  guint runs = 1;

  for (guint nth = 1; fail_at (old, nth, reference); nth += stride)
    runs++;
  for (guint nth = 1; cut_at (old, nth, reference); nth += stride)
    runs++;
  matrix_ran ("R7", runs, old->name);
}

int
main (int argc, char **argv)
{
  fault_vfs_install ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/upgrade/released-steps-stay", test_released_steps_stay);
  for (guint i = 0; i < G_N_ELEMENTS (olds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/upgrade/from-%s", olds[i].name);
      g_test_add_data_func (path, &olds[i], test_upgrade);
    }
  return g_test_run ();
}
