/* test-kill.c: a program killed anywhere in its ingest leaves whole slices and a cursor that fits
 * them.
 *
 * The program starts itself as the victim, which applies page after page, a page in slices with the
 * cursor in the last, and prints a letter for each page it was told is done. It is killed after a
 * few of those, wherever it then is.
 */
#include <stdio.h>

#include "store-fixture.h"

#define ROUNDS 40
#define SLICES 3
#define SLICE  20

typedef struct
{
  gint64 page;
  guint slice;
} Progress;

static void
say (char letter)
{
  putchar (letter);
  fflush (stdout);
}

static gboolean
apply_slice (DiapasonDatabase *database, gint64 source, const Progress *progress, GError **error)
{
  for (guint i = 0; i < SLICE; i++)
    {
      if (i == SLICE / 2)
        say ('-');
      g_autofree char *id = g_strdup_printf ("%d-%u-%u", (int) progress->page, progress->slice, i);
      g_autoptr (DiapasonRow) row =
          store_fixture_row (DIAPASON_ENTITY_CUSTOMER, id, 1, "name", id, "unit", id, NULL);
      DiapasonIngestOutcome outcome;
      if (!diapason_ingest_row (database, source, row, 1, 0, &outcome, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
apply_page_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  Progress *progress = data;
  gint64 source;

  if (!diapason_ingest_source (database, "crm", NULL, &source, error) ||
      !apply_slice (database, source, progress, error))
    return FALSE;
  *more = ++progress->slice < SLICES;
  if (*more)
    return TRUE;

  g_autofree char *cursor = g_strdup_printf ("%d", (int) progress->page);
  const DiapasonStream stream = { .cursor = cursor };
  return diapason_ingest_set_stream (database, source, "customers", &stream, error);
}

static gint64
read_cursor (StoreFixture *fixture)
{
  g_autofree char *cursor = store_fixture_dump (fixture, "SELECT cursor FROM stream");
  return g_ascii_strtoll (cursor, NULL, 10);
}

static void G_GNUC_NORETURN
be_the_victim (char *folder)
{
  StoreFixture fixture = { folder, diapason_clock_new (), NULL };

  say ('-');
  store_fixture_open (&fixture);
  for (gint64 page = read_cursor (&fixture) + 1;; page++)
    {
      Progress progress = { page, 0 };
      store_fixture_write (&fixture, DIAPASON_FILE_CACHE, apply_page_in_writer, &progress);
      say ('.');
    }
}

static gint64
count_stops (const char *said)
{
  gint64 stops = 0;

  for (; *said != '\0'; said++)
    stops += *said == '.';
  return stops;
}

/* Returns how many pages the victim was told are done. */
static gint64
kill_after (StoreFixture *fixture, guint letters)
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
  return count_stops (said->str);
}

static gint64
count (StoreFixture *fixture, const char *sql)
{
  g_autofree char *dump = store_fixture_dump (fixture, sql);
  return g_ascii_strtoll (dump, NULL, 10);
}

static void
assert_whole (StoreFixture *fixture, gint64 told)
{
  gint64 rows = count (fixture, "SELECT count(*) FROM customer");
  gint64 cursor = read_cursor (fixture);
  g_autofree char *check = store_fixture_dump (fixture, "PRAGMA quick_check");

  g_assert_cmpstr (check, ==, "ok\n");
  g_assert_cmpint (cursor, >=, told);
  g_assert_cmpint (rows % SLICE, ==, 0);
  g_assert_cmpint (rows, >=, cursor * SLICES * SLICE);
  g_assert_cmpint (rows, <, (cursor + 1) * SLICES * SLICE);
  /* Each row has its record, its unit's record, and its two places in the queue. */
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM record"), ==, 2 * rows);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM derive_queue"), ==, 2 * rows);
}

static void
test_killed (StoreFixture *fixture, gconstpointer data)
{
  gint64 told = 0;
  guint cut = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      told += kill_after (fixture, (guint) g_test_rand_int_range (1, 16));
      store_fixture_open (fixture);
      assert_whole (fixture, told);
      /* What the killed one had not been told yet may be done all the same. */
      told = read_cursor (fixture);
      cut += count (fixture, "SELECT count(*) FROM customer") != told * SLICES * SLICE;
      store_fixture_close (fixture);
    }
  g_test_message ("%d pages, %u rounds cut inside one", (int) told, cut);
}

int
main (int argc, char **argv)
{
  if (argc == 2 && argv[1][0] == '/')
    be_the_victim (argv[1]);

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/killed", StoreFixture, NULL, store_fixture_set_up_closed, test_killed,
              store_fixture_tear_down);
  return g_test_run ();
}
