/* test-soak.c: the whole program for long: customers opened, rounds fetched from a hub that
 * changes.
 *
 * Each customer is another one. What lives in memory may not grow with either, nor descriptors and
 * threads. A short one is a test; ./dev soak is a long one (DIAPASON_SOAK="OPENED ROUNDS"). No
 * clock decides anything. The hub is a process of its own: libsoup's server keeps a few hundred
 * bytes of each connection for ever.
 */
#include <malloc.h>
#include <stdio.h>

#include <sqlite3.h>

#include "await.h"
#include "demo.h"
#include "diapason-ui-resources.h"
#include "hub.h"
#include "matrix.h"
#include "person-read.h"
#include "program.h"
#include "window.h"

#define HUB       "hub" /* the argument that makes this program one */
#define LISTENING "listening on "
#define DAYS      "30"
#define UNTIL     "2026-03-01"
#define SAMPLES   16
#define MOST      600 /* bytes a customer opened; what is kept of one would be thousands */
#define CACHES                                                                                     \
  (128 * 1024) /* what those of glyphs and the like still take, however many are opened */

typedef struct
{
  GSubprocess *hub;
  sqlite3 *company; /* beside the hub's own */
  char *folder;
  DiapasonDemo *demo;
  DiapasonProgram *program;
  DiapasonWindow *window;
  GArray *persons; /* Person: all that there are */
  guint opened;
  guint rounds;
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

/* The hub makes the company of @customers itself. Returns: (transfer full): its address. */
static char *
start_hub (Soak *self, guint customers)
{
  g_autofree char *path = g_build_filename (self->folder, "company.db", NULL);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *size = g_strdup_printf ("%u", customers);
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GDataInputStream) out = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;

  /* Its pools, in which LeakSanitizer does not see what libsoup's server keeps. */
  g_subprocess_launcher_unsetenv (launcher, "G_SLICE");
  self->hub = g_subprocess_launcher_spawn (launcher, &error, program, HUB, "--while-stdin",
                                           "--port", "0", "--database", path, "--customers", size,
                                           "--days", DAYS, "--until", UNTIL, NULL);
  g_assert_no_error (error);
  out = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->hub));
  line = g_data_input_stream_read_line_utf8 (out, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (line, LISTENING));
  g_assert_cmpint (sqlite3_open (path, &self->company), ==, SQLITE_OK);
  sqlite3_busy_timeout (self->company, 10000);
  return g_strdup (line + strlen (LISTENING));
}

static void
stop_hub (Soak *self)
{
  g_assert_cmpint (sqlite3_close (self->company), ==, SQLITE_OK);
  g_assert_true (g_output_stream_close (g_subprocess_get_stdin_pipe (self->hub), NULL, NULL));
  g_assert_true (g_subprocess_wait_check (self->hub, NULL, NULL));
  g_clear_object (&self->hub);
}

/* The demo's, which signs in to all four sources. */
static void
open_program (Soak *self, guint customers)
{
  g_autofree char *profile = g_build_filename (self->folder, "profile", NULL);
  g_autofree char *address = start_hub (self, customers);
  g_autoptr (GError) error = NULL;

  self->demo = diapason_demo_new (address, profile, NULL);
  self->program = diapason_program_new (diapason_demo_get_place (self->demo), &error);
  g_assert_no_error (error);
  diapason_demo_connect (self->demo, self->program, &error);
  g_assert_no_error (error);
}

static void
synchronize (Soak *self)
{
  g_autoptr (GAsyncResult) synced = NULL;
  g_autoptr (GAsyncResult) derived = NULL;
  g_autoptr (DiapasonSyncReport) report = NULL;
  g_autoptr (GError) error = NULL;

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

/* Something is new each time: somebody has moved. */
static void
fetch (Soak *self)
{
  g_autofree char *sql = g_strdup_printf (
      "UPDATE customer SET street = '%u quai des Essais', revision = revision + 1, "
      "seq = (SELECT max (seq) FROM customer) + 1, "
      "updated_at = (SELECT max (updated_at) FROM customer) + 1 "
      "WHERE rowid = (SELECT rowid FROM customer ORDER BY id LIMIT 1 OFFSET %u)",
      self->rounds, self->rounds % self->persons->len);

  g_assert_cmpint (sqlite3_exec (self->company, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (self->company), ==, 1);
  synchronize (self);
  self->rounds++;
}

/* Everybody ----------------------------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  char *name;
} Person;

static void
person_clear (gpointer data)
{
  Person *person = data;

  g_free (person->name);
}

static gpointer
person_in_reader (DiapasonDatabase *database, gpointer remote_id, GError **error)
{
  gint64 id = diapason_person_by_remote (database, "crm", remote_id, error);

  return id != 0 ? diapason_person_read (database, id, error) : NULL;
}

static void
find_person (Soak *self, const char *remote_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DiapasonPersonRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  diapason_store_read_async (self->program->store, DIAPASON_LANE_FAST, person_in_reader,
                             g_strdup (remote_id), g_free,
                             (GDestroyNotify) diapason_person_record_unref, NULL, await_cb,
                             &result);
  await (&result);
  record = diapason_store_read_finish (self->program->store, result, &error);
  g_assert_no_error (error);
  g_array_append_vals (self->persons,
                       &(Person){ .id = record->id, .name = g_strdup (record->name) }, 1);
}

static void
find_persons (Soak *self)
{
  sqlite3_stmt *ids;

  self->persons = g_array_new (FALSE, FALSE, sizeof (Person));
  g_array_set_clear_func (self->persons, person_clear);
  g_assert_cmpint (sqlite3_prepare_v2 (self->company, "SELECT id FROM customer ORDER BY id", -1,
                                       &ids, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (ids) == SQLITE_ROW)
    find_person (self, (const char *) sqlite3_column_text (ids, 0));
  g_assert_cmpint (sqlite3_finalize (ids), ==, SQLITE_OK);
}

/* What is done, and what it leaves --------------------------------------------------------------
 */

static gpointer
nothing_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return GINT_TO_POINTER (TRUE);
}

/* Waits for what was asked of the reader of lists before. */
static void
await_lists (Soak *self)
{
  g_autoptr (GAsyncResult) result = NULL;

  diapason_store_read_async (self->program->store, DIAPASON_LANE_LIST, nothing_in_reader, NULL,
                             NULL, NULL, NULL, await_cb, &result);
  await (&result);
  await_quiet ();
}

/* Opened is when the window says who it is, and the history was asked for. */
static void
open_person (Soak *self, guint i)
{
  const Person *person = &g_array_index (self->persons, Person, i);

  diapason_window_open_person (self->window, person->id);
  while (!g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (self->window)), person->name))
    g_main_context_iteration (NULL, TRUE);
  await_lists (self);
}

static void
open_next (Soak *self)
{
  open_person (self, self->opened++ % self->persons->len);
}

static gboolean
drawn_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer frames_left)
{
  return --*(guint *) frames_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* All rows have come and were drawn: how much of that was done by chance is no part of a sample. */
static void
await_drawn (Soak *self)
{
  guint frames_left = 4;

  gtk_widget_add_tick_callback (GTK_WIDGET (self->window), drawn_cb, &frames_left, NULL);
  while (frames_left > 0)
    g_main_context_iteration (NULL, TRUE);
  await_quiet ();
}

static gsize
least (const gsize *samples, guint n)
{
  gsize least = samples[0];

  for (guint i = 1; i < n; i++)
    least = MIN (least, samples[i]);
  return least;
}

/* Half of it is a warm-up: what the last quarter keeps over the third, by the least of each. */
static void
check_slope (const gsize *samples, guint opens_a_sample)
{
  const guint part = SAMPLES / 4;
  gsize before = least (samples + 2 * part, part);
  gsize after = least (samples + 3 * part, part);
  double opens = (double) opens_a_sample * part;
  double kept = (double) after - (double) before;

  for (guint i = 0; i < SAMPLES; i++)
    g_test_message ("%zu bytes after %u opened", samples[i], opens_a_sample * (i + 1));
  g_test_message ("%.1f bytes a customer opened", kept / opens);
  g_assert_cmpfloat (kept, <, MOST * opens + CACHES);
}

static void
live (Soak *self, guint opened, guint rounds)
{
  gsize samples[SAMPLES];
  guint descriptors = 0, threads = 0;

  for (guint i = 0; i < SAMPLES; i++)
    {
      while (self->rounds * SAMPLES < rounds * (i + 1))
        fetch (self);
      while (self->opened * SAMPLES < opened * (i + 1))
        open_next (self);
      /* Not what the one who is open now has of history. */
      open_person (self, 0);
      await_drawn (self);
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
  open_program (&soak, opened);
  synchronize (&soak);
  find_persons (&soak);
  soak.window = diapason_window_new (NULL, soak.program->desk);
  gtk_window_present (GTK_WINDOW (soak.window));
  live (&soak, opened, rounds);
  gtk_window_destroy (GTK_WINDOW (soak.window));
  await_quiet ();
  g_clear_pointer (&soak.program, diapason_program_free);
  g_clear_pointer (&soak.demo, diapason_demo_free);
  g_clear_pointer (&soak.persons, g_array_unref);
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
