/* test-kill.c: a program killed anywhere in its ingest and its acts leaves whole slices, a cursor
 * that fits them, and every act that was answered (R1).
 *
 * The program starts itself as the victim, which applies page after page and writes an act beside
 * each slice. It prints a letter for each page and each act it was told is done, and is killed
 * after a few of those, wherever it then is.
 */
#include <stdio.h>

#include "fault-vfs.h"
#include "matrix.h"
#include "pages.h"

#ifdef DIAPASON_SANITIZED
#define ROUNDS 50
#else
#define ROUNDS 300
#endif

static void
say (char letter)
{
  putchar (letter);
  fflush (stdout);
}

static void
say_half_done (void)
{
  say ('-');
}

static void
acted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (diapason_store_write_finish (DIAPASON_STORE (source), result, NULL));
  say ('a');
}

/* Both writers are busy at the same time. */
static void
start_acts (StoreFixture *fixture, int *act)
{
  for (guint i = 0; i < PAGES_SLICES; i++)
    {
      (*act)++;
      diapason_store_write_async (fixture->store, DIAPASON_FILE_WORK, DIAPASON_PRIORITY_PERSON,
                                  pages_act_in_writer, g_memdup2 (act, sizeof *act), g_free,
                                  acted_cb, NULL);
    }
}

static void G_GNUC_NORETURN
be_the_victim (char *folder)
{
  StoreFixture fixture = { folder, diapason_clock_new (), NULL };

  say ('-');
  store_fixture_open (&fixture);
  int act = (int) pages_acts (&fixture);
  for (gint64 page = pages_cursor (&fixture) + 1;; page++)
    {
      PagesProgress progress = { page, 0, say_half_done };
      start_acts (&fixture, &act);
      store_fixture_write (&fixture, DIAPASON_FILE_CACHE, pages_apply_in_writer, &progress);
      say ('.');
    }
}

typedef struct
{
  gint64 pages;
  gint64 acts;
} Told;

static void
count_told (const char *said, Told *told)
{
  for (; *said != '\0'; said++)
    {
      told->pages += *said == '.';
      told->acts += *said == 'a';
    }
}

/* Adds what the victim was told is done. */
static void
kill_after (StoreFixture *fixture, guint letters, Told *told)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) victim =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self, fixture->folder, NULL);
  GInputStream *output = g_subprocess_get_stdout_pipe (victim);
  g_autoptr (GString) said = g_string_new (NULL);
  char letter;

  g_assert_no_error (error);
  while (said->len < letters && g_input_stream_read (output, &letter, 1, NULL, &error) == 1)
    g_string_append_c (said, letter);
  g_assert_cmpuint (said->len, ==, letters);
  g_subprocess_force_exit (victim);
  while (g_input_stream_read (output, &letter, 1, NULL, &error) == 1)
    g_string_append_c (said, letter);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (victim, NULL, &error));
  count_told (said->str, told);
}

/* What the killed one had not been told yet may be done all the same. */
static void
assert_all_told (StoreFixture *fixture, Told *told)
{
  Told here = { pages_cursor (fixture), pages_acts (fixture) };
  g_autofree char *work = store_fixture_dump (fixture, "PRAGMA work.quick_check");

  g_assert_cmpstr (work, ==, "ok\n");
  g_assert_cmpint (here.pages, >=, told->pages);
  g_assert_cmpint (here.acts, >=, told->acts);
  *told = here;
}

static void
test_killed (StoreFixture *fixture, gconstpointer data)
{
  Told told = { 0, 0 };
  guint cut = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      kill_after (fixture, (guint) g_test_rand_int_range (1, 24), &told);
      store_fixture_open (fixture);
      pages_assert_whole (fixture);
      assert_all_told (fixture, &told);
      cut += pages_count (fixture, "SELECT count(*) FROM customer") !=
             told.pages * PAGES_SLICES * PAGES_ROWS;
      store_fixture_close (fixture);
    }
  g_test_message ("%d pages and %d acts, %u rounds cut inside a page", (int) told.pages,
                  (int) told.acts, cut);
  matrix_ran ("R1", ROUNDS, "kills in ingest and in acts");
}

int
main (int argc, char **argv)
{
  /* A kill takes nothing from what the system was given: no sync has to reach the disk. */
  fault_vfs_install ();
  if (argc == 2 && argv[1][0] == '/')
    be_the_victim (argv[1]);

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/killed", StoreFixture, NULL, store_fixture_set_up_closed, test_killed,
              store_fixture_tear_down);
  return g_test_run ();
}
