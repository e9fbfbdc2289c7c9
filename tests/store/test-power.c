/* test-power.c: the power is cut anywhere (R2). No act that was answered is lost; the cache may
 * lose its tail, and never disagrees with its cursor.
 *
 * A program works on; at a random change to its files a second folder gets what a disk would have
 * then, and is opened as the next start would. That these cuts can lose something is shown with
 * acts that are written as carelessly as the cache.
 */
#include "database-private.h"
#include "fault-vfs.h"
#include "matrix.h"
#include "pages.h"

#ifdef DIAPASON_SANITIZED
#define CUTS 100
#else
#define CUTS 1000
#endif
#define CUTS_A_PROFILE 50 /* then the files are small again */
#define CARELESS_CUTS  50
#define MOST_CHANGES   80 /* until the next cut */

typedef struct
{
  StoreFixture now;   /* that works */
  StoreFixture after; /* as it is found when the power is back */
  int asked;
  int answered; /* atomic */
  gint64 page;
  gint64 lost;
} Power;

static void
acted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Power *power = user_data;
  g_autoptr (GError) error = NULL;

  diapason_store_write_finish (DIAPASON_STORE (source), result, &error);
  g_assert_no_error (error);
  g_atomic_int_inc (&power->answered);
}

static void
act (Power *power)
{
  power->asked++;
  diapason_store_write_async (power->now.store, DIAPASON_FILE_WORK, DIAPASON_PRIORITY_PERSON,
                              pages_act_in_writer, g_memdup2 (&power->asked, sizeof (int)), g_free,
                              acted_cb, power);
}

/* Acts come in beside the slices of a page. */
static void
work (Power *power)
{
  PagesProgress progress = { ++power->page, 0, NULL };

  act (power);
  act (power);
  store_fixture_write (&power->now, DIAPASON_FILE_CACHE, pages_apply_in_writer, &progress);
  while (g_atomic_int_get (&power->answered) < power->asked)
    g_main_context_iteration (NULL, TRUE);
}

/* Settings that only stand outside a transaction. */
static gboolean
set_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_database_exec (database, "COMMIT", error) &&
         diapason_database_exec (database, data, error) &&
         diapason_database_exec (database, "BEGIN IMMEDIATE", error);
}

static gboolean
shorten_log_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  diapason_database_keep_log (database, 60);
  return TRUE;
}

/* Checkpoints come often, so that cuts meet them. */
static void
start (Power *power, gboolean careless)
{
  store_fixture_set_up_closed (&power->now, NULL);
  fault_vfs_watch (power->now.folder);
  store_fixture_open (&power->now);
  store_fixture_write (&power->now, DIAPASON_FILE_CACHE, shorten_log_in_writer, NULL);
  store_fixture_write (&power->now, DIAPASON_FILE_WORK, set_in_writer,
                       (gpointer) (careless ? "PRAGMA main.wal_autocheckpoint = 60;"
                                              "PRAGMA synchronous = NORMAL"
                                            : "PRAGMA main.wal_autocheckpoint = 15"));
  power->asked = power->answered = 0;
  power->page = 0;
}

/* Returns: how many answered acts the next start does not find. */
static gint64
find_after_cut (Power *power)
{
  StoreFixture *after = &power->after;

  store_fixture_open (after);
  g_autofree char *work = store_fixture_dump (after, "PRAGMA work.quick_check");
  g_autofree char *aside =
      g_build_filename (after->folder, "cache.db.corrupt-20260101T000000Z", NULL);
  g_assert_cmpstr (work, ==, "ok\n");
  g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
  pages_assert_whole (after);
  g_assert_cmpint (pages_cursor (after), <=, power->page);
  return MAX (fault_vfs_answered_at_cut () - pages_acts (after), 0);
}

static void
cut (Power *power)
{
  store_fixture_set_up_closed (&power->after, NULL);
  fault_vfs_cut ((guint) g_test_rand_int_range (1, MOST_CHANGES), power->after.folder,
                 &power->answered);
  while (fault_vfs_answered_at_cut () < 0)
    work (power);
  power->lost += find_after_cut (power);
  store_fixture_tear_down (&power->after, NULL);
}

static gint64
cut_many (guint cuts, gboolean careless)
{
  Power power = { .lost = 0 };

  for (guint i = 0; i < cuts; i++)
    {
      if (i % CUTS_A_PROFILE == 0)
        start (&power, careless);
      cut (&power);
      if ((i + 1) % CUTS_A_PROFILE == 0)
        store_fixture_tear_down (&power.now, NULL);
    }
  fault_vfs_watch (NULL);
  return power.lost;
}

static void
test_nothing_answered_is_lost (void)
{
  g_assert_cmpint (cut_many (CUTS, FALSE), ==, 0);
  matrix_ran ("R2", CUTS, "power cuts");
}

/* Else the test above would say nothing. */
static void
test_carelessness_would_be_seen (void)
{
  gint64 lost = cut_many (CARELESS_CUTS, TRUE);

  g_test_message ("%d acts lost in %d cuts", (int) lost, CARELESS_CUTS);
  g_assert_cmpint (lost, >, 0);
}

int
main (int argc, char **argv)
{
  fault_vfs_install ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/power/nothing-answered-is-lost", test_nothing_answered_is_lost);
  g_test_add_func ("/store/power/carelessness-would-be-seen", test_carelessness_would_be_seen);
  return g_test_run ();
}
