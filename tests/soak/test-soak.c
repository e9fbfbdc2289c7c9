/* test-soak.c: the whole program for long: customers opened, rounds fetched from a hub that
 * changes.
 *
 * What lives in memory may not grow with either, nor descriptors and threads. A short one is a
 * test;
 * ./dev soak is a long one (DIAPASON_SOAK="OPENED ROUNDS"). No clock decides anything. The hub is a
 * process of its own: libsoup's server keeps a few hundred bytes of each connection for ever.
 */
#include <malloc.h>
#include <stdio.h>

#include "await.h"
#include "diapason-ui-resources.h"
#include "hub-fixture.h"
#include "matrix.h"
#include "person-read.h"
#include "program.h"
#include "window.h"

#define HUB       "hub" /* the argument that makes this program one */
#define LISTENING "listening on "
#define SAMPLES   16
#define MOST      600 /* bytes a customer opened; what is kept of one would be thousands */

typedef struct
{
  GSubprocess *hub;
  sqlite3 *company; /* beside the hub's own */
  char *folder;
  DiapasonProgram *program;
  DiapasonWindow *window;
  gint64 persons[3];
  guint opened;
  guint rounds;
  guint changes;
} Soak;

/* Where the memory is a sanitizer's. */
size_t __sanitizer_get_current_allocated_bytes (void) __attribute__ ((weak));

/* Without what SQLite keeps of its files, which has a bound of its own. */
static gsize
bytes_now (void)
{
  gsize files = (gsize) sqlite3_memory_used ();

  if (__sanitizer_get_current_allocated_bytes != NULL)
    return __sanitizer_get_current_allocated_bytes () - files;
  struct mallinfo2 info = mallinfo2 ();
  return info.uordblks + info.hblkhd - files;
}

static guint
count_in (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (directory);
  while (g_dir_read_name (directory) != NULL)
    n++;
  return n;
}

/* The program --------------------------------------------------------------------------------- */

/* Returns: (transfer full): its address. */
static char *
start_hub (Soak *self)
{
  g_autofree char *path = g_build_filename (self->folder, "company.db", NULL);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GDataInputStream) out = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;

  self->company = hub_fixture_make_company (path);
  /* Its pools, in which LeakSanitizer does not see what libsoup's server keeps. */
  g_subprocess_launcher_unsetenv (launcher, "G_SLICE");
  self->hub = g_subprocess_launcher_spawn (launcher, &error, program, HUB, "--while-stdin",
                                           "--port", "0", "--database", path, NULL);
  g_assert_no_error (error);
  out = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->hub));
  line = g_data_input_stream_read_line_utf8 (out, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (line, LISTENING));
  return g_strdup (line + strlen (LISTENING));
}

static void
stop_hub (Soak *self)
{
  g_assert_true (g_output_stream_close (g_subprocess_get_stdin_pipe (self->hub), NULL, NULL));
  g_assert_true (g_subprocess_wait_check (self->hub, NULL, NULL));
  g_clear_object (&self->hub);
  g_assert_cmpint (sqlite3_close (self->company), ==, SQLITE_OK);
}

static void
write_source (Soak *self, const char *sources)
{
  g_autofree char *address = start_hub (self);
  g_autofree char *path = g_build_filename (sources, "crm.json", NULL);
  g_autofree char *json =
      g_strdup_printf ("{\"preset\": \"crm\", \"base_url\": \"%s/crm/v1\"}", address);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (sources, 0700), ==, 0);
  g_file_set_contents (path, json, -1, &error);
  g_assert_no_error (error);
}

static void
open_program (Soak *self)
{
  g_autofree char *profile = g_build_filename (self->folder, "profile", NULL);
  g_autofree char *sources = g_build_filename (self->folder, "sources", NULL);
  g_autoptr (GHashTable) login = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (DiapasonPlace) place = NULL;
  g_autoptr (GError) error = NULL;

  write_source (self, sources);
  place = diapason_place_new (profile, sources);
  place->logins_kept = FALSE;
  self->program = diapason_program_new (place, &error);
  g_assert_no_error (error);
  g_hash_table_insert (login, g_strdup ("token"), g_strdup ("crm-anouk"));
  diapason_secrets_lend (self->program->secrets, "crm", login);
}

/* Something is new each time. */
static void
fetch (Soak *self)
{
  g_autoptr (GAsyncResult) synced = NULL;
  g_autoptr (GAsyncResult) derived = NULL;
  g_autoptr (DiapasonSyncReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf (
      "UPDATE customer SET family_name = 'Marchetti %u', revision = revision + 1, seq = %u, "
      "updated_at = 1767700000000 + %u WHERE id = 'C0000041'",
      self->changes % 10, 1000 + self->changes, self->changes);

  self->changes++;
  g_assert_cmpint (sqlite3_exec (self->company, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  diapason_sync_engine_sync_once_async (self->program->engine, NULL, NULL, await_cb, &synced);
  await (&synced);
  report = diapason_sync_engine_sync_once_finish (self->program->engine, synced, &error);
  g_assert_no_error (error);
  g_assert_true (diapason_sync_report_is_success (report));
  diapason_derive_drain_async (self->program->derive, NULL, await_cb, &derived);
  await (&derived);
  diapason_derive_drain_finish (self->program->derive, derived, &error);
  g_assert_no_error (error);
}

static gpointer
person_in_reader (DiapasonDatabase *database, gpointer remote_id, GError **error)
{
  gint64 person = diapason_person_by_remote (database, "crm", remote_id, error);

  return g_memdup2 (&person, sizeof person);
}

static void
find_persons (Soak *self)
{
  static const char *const ids[] = { "C0000041", "C0000042", "C0000043" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autofree gint64 *person = NULL;
      diapason_store_read_async (self->program->store, DIAPASON_LANE_FAST, person_in_reader,
                                 (gpointer) ids[i], NULL, g_free, NULL, await_cb, &result);
      await (&result);
      person = diapason_store_read_finish (self->program->store, result, NULL);
      self->persons[i] = *person;
      g_assert_cmpint (*person, !=, 0);
    }
}

/* What is done, and what it leaves --------------------------------------------------------------
 */

/* Opened is when the window says who it is. */
static void
open_next (Soak *self)
{
  static const char *const names[] = { "Odile", "Renée", "Luca" };
  guint i = self->opened % G_N_ELEMENTS (names);

  diapason_window_open_person (self->window, self->persons[i]);
  while (!g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (self->window)), names[i]))
    g_main_context_iteration (NULL, TRUE);
  await_quiet ();
  self->opened++;
}

static gsize
least (const gsize *samples, guint n)
{
  gsize least = samples[0];

  for (guint i = 1; i < n; i++)
    least = MIN (least, samples[i]);
  return least;
}

/* After a warm-up: what the second half keeps over the first, by the least of each. */
static void
check_slope (const gsize *samples, guint opens_a_sample)
{
  const guint part = SAMPLES / 4;
  gsize before = least (samples + part, part);
  gsize after = least (samples + SAMPLES - part, part);
  double opens = (double) opens_a_sample * (SAMPLES - 2 * part);
  double slope = ((double) after - (double) before) / opens;

  for (guint i = 0; i < SAMPLES; i++)
    g_test_message ("%zu bytes after %u opened", samples[i], opens_a_sample * (i + 1));
  g_test_message ("%.1f bytes a customer opened", slope);
  g_assert_cmpfloat (slope, <, MOST);
}

static void
live (Soak *self, guint opened, guint rounds)
{
  gsize samples[SAMPLES];
  guint descriptors = 0, threads = 0;

  for (guint i = 0; i < SAMPLES; i++)
    {
      while (self->rounds * SAMPLES < rounds * (i + 1))
        {
          fetch (self);
          self->rounds++;
        }
      while (self->opened * SAMPLES < opened * (i + 1))
        open_next (self);
      samples[i] = bytes_now ();
      if (i == SAMPLES / 4)
        {
          descriptors = count_in ("/proc/self/fd");
          threads = count_in ("/proc/self/task");
        }
    }
  check_slope (samples, opened / SAMPLES);
  g_assert_cmpuint (count_in ("/proc/self/fd"), <=, descriptors + 2);
  g_assert_cmpuint (count_in ("/proc/self/task"), <=, threads + 2);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GSubprocess) remove =
      g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "rm", "-rf", folder, NULL);

  g_assert_true (g_subprocess_wait_check (remove, NULL, NULL));
}

static void
test_soak (void)
{
  const char *wanted = g_getenv ("DIAPASON_SOAK");
  Soak soak = { 0 };
  guint opened = 160, rounds = 16;

  if (wanted != NULL)
    g_assert_cmpint (sscanf (wanted, "%u %u", &opened, &rounds), ==, 2);
  soak.folder = g_dir_make_tmp ("diapason-soak-XXXXXX", NULL);
  open_program (&soak);
  fetch (&soak);
  find_persons (&soak);
  soak.window = diapason_window_new (NULL, soak.program->desk);
  gtk_window_present (GTK_WINDOW (soak.window));
  live (&soak, opened, rounds);
  gtk_window_destroy (GTK_WINDOW (soak.window));
  await_quiet ();
  g_clear_pointer (&soak.program, diapason_program_free);
  stop_hub (&soak);
  remove_all (soak.folder);
  g_free (soak.folder);
  matrix_ran ("L1", soak.opened + soak.rounds, "customers opened and rounds fetched");
}

int
main (int argc, char **argv)
{
  if (argc > 1 && g_str_equal (argv[1], HUB))
    return diapason_hub_main (argc - 1, argv + 1);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  diapason_ui_register_resource ();
  g_test_add_func ("/soak", test_soak);
  return g_test_run ();
}
