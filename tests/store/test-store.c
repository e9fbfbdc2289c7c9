/* test-store.c: transactions, their change sets, priorities, slices, cancelling and closing. */
#include "background.h"
#include "store-errors.h"
#include "matrix.h"
#include "store-fixture.h"

static gboolean
insert_source (DiapasonDatabase *database, const char *name, GError **error)
{
  gint64 id;
  return diapason_ingest_source (database, name, name, &id, error);
}

static gboolean
add_source_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return insert_source (database, data, error);
}

static gboolean
fail_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  g_assert_true (insert_source (database, data, error));
  g_set_error_literal (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_MISSING, "Not here.");
  return FALSE;
}

static void
collect_changed_cb (DiapasonStore *store, gpointer set, gpointer user_data)
{
  g_ptr_array_add (user_data, diapason_change_set_ref (set));
}

static GPtrArray *
collect_changes (StoreFixture *fixture)
{
  GPtrArray *sets = g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_change_set_unref);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (collect_changed_cb), sets);
  return sets;
}

static void
test_told_after_commit_only (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) sets = collect_changes (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_false (store_fixture_try_write (fixture, DIAPASON_FILE_CACHE, fail_in_writer,
                                           (gpointer) "lost", &error));
  g_assert_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_MISSING);
  g_assert_cmpuint (sets->len, ==, 0);

  store_fixture_write (fixture, DIAPASON_FILE_CACHE, add_source_in_writer, (gpointer) "kept");
  /* The signal has come before the answer. */
  g_assert_cmpuint (sets->len, ==, 1);
  g_autoptr (GArray) added = diapason_change_set_ids (g_ptr_array_index (sets, 0),
                                                      DIAPASON_KIND_SOURCE, DIAPASON_CHANGE_ADDED);
  g_assert_cmpuint (added->len, ==, 1);

  store_fixture_write (fixture, DIAPASON_FILE_CACHE, add_source_in_writer, (gpointer) "kept");
  g_assert_cmpuint (sets->len, ==, 1);

  g_autofree char *names = store_fixture_dump (fixture, "SELECT name FROM source");
  g_assert_cmpstr (names, ==, "kept\n");
}

/* The set of one commit is never seen half: rows are there when it is told. */
static void
read_when_told_cb (DiapasonStore *store, gpointer set, gpointer user_data)
{
  StoreFixture *fixture = user_data;

  g_autofree char *names = store_fixture_dump (fixture, "SELECT name FROM source");
  g_assert_cmpstr (names, ==, "crm\n");
}

static void
test_rows_are_there_when_told (StoreFixture *fixture, gconstpointer data)
{
  g_signal_connect (fixture->store, "changed", G_CALLBACK (read_when_told_cb), fixture);
  store_fixture_write (fixture, DIAPASON_FILE_CACHE, add_source_in_writer, (gpointer) "crm");
}

/* A writer held until the test has queued what it wants. */
typedef struct
{
  GAsyncQueue *entered;
  GAsyncQueue *leave;
  GString *order; /* the writer's alone until everything is over */
  guint slices;
} Gate;

typedef struct
{
  Gate *gate;
  char letter;
} Step;

static void
gate_open (Gate *gate)
{
  *gate = (Gate){ g_async_queue_new (), g_async_queue_new (), g_string_new (NULL), 0 };
}

static void
gate_close (Gate *gate)
{
  g_async_queue_unref (gate->entered);
  g_async_queue_unref (gate->leave);
  g_string_free (gate->order, TRUE);
}

static gboolean
wait_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  Gate *gate = data;

  g_string_append_c (gate->order, '0' + (char) gate->slices);
  if (gate->slices++ == 0)
    {
      g_async_queue_push (gate->entered, gate);
      g_async_queue_pop (gate->leave);
    }
  *more = gate->slices < 3;
  return TRUE;
}

static gboolean
append_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  Step *step = data;

  g_string_append_c (step->gate->order, step->letter);
  return TRUE;
}

static void
count_down_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  guint *left = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_true (diapason_store_write_finish (DIAPASON_STORE (source), result, &error));
  g_assert_no_error (error);
  (*left)--;
}

static void
test_persons_go_first (StoreFixture *fixture, gconstpointer data)
{
  Gate gate;
  Step steps[] = { { &gate, 'm' }, { &gate, 's' }, { &gate, 'o' }, { &gate, 'p' }, { &gate, 'q' } };
  const DiapasonPriority priorities[] = { DIAPASON_PRIORITY_MAINTENANCE, DIAPASON_PRIORITY_SYNC,
                                          DIAPASON_PRIORITY_OUTBOX, DIAPASON_PRIORITY_PERSON,
                                          DIAPASON_PRIORITY_PERSON };
  guint left = G_N_ELEMENTS (steps) + 1;

  gate_open (&gate);
  diapason_store_write_async (fixture->store, DIAPASON_FILE_CACHE, DIAPASON_PRIORITY_SYNC,
                              wait_in_writer, &gate, NULL, count_down_cb, &left);
  g_async_queue_pop (gate.entered);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    diapason_store_write_async (fixture->store, DIAPASON_FILE_CACHE, priorities[i],
                                append_in_writer, &steps[i], NULL, count_down_cb, &left);
  g_async_queue_push (gate.leave, &gate);
  while (left > 0)
    g_main_context_iteration (NULL, TRUE);
  /* After its first slice the sync lets persons and the outbox pass, and its equal that waited. */
  g_assert_cmpstr (gate.order->str, ==, "0pqos12m");
  gate_close (&gate);
}

/* What a person does in work.db waits for nothing in the cache. */
static void
test_work_does_not_wait_for_the_cache (StoreFixture *fixture, gconstpointer data)
{
  Gate gate;
  Step step = { &gate, 'w' };
  guint left = 1, ingest = 1;

  gate_open (&gate);
  diapason_store_write_async (fixture->store, DIAPASON_FILE_CACHE, DIAPASON_PRIORITY_SYNC,
                              wait_in_writer, &gate, NULL, count_down_cb, &ingest);
  g_async_queue_pop (gate.entered);
  diapason_store_write_async (fixture->store, DIAPASON_FILE_WORK, DIAPASON_PRIORITY_PERSON,
                              append_in_writer, &step, NULL, count_down_cb, &left);
  while (left > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gate.order->str, ==, "0w");
  g_async_queue_push (gate.leave, &gate);
  while (ingest > 0)
    g_main_context_iteration (NULL, TRUE);
  gate_close (&gate);
}

#define LONG                                                                                       \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "             \
  "SELECT max (i) FROM n"
#define ENDLESS                                                                                    \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

static gpointer
count_for_ever_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  g_autoptr (DiapasonStatement) endless = diapason_database_prepare (database, ENDLESS, error);
  gboolean row;

  if (GPOINTER_TO_INT (data) > 0)
    diapason_database_set_deadline (database, GPOINTER_TO_INT (data));
  g_assert_false (diapason_database_step (database, endless, &row, error));
  g_assert_true (diapason_database_is_interrupted (database));
  return NULL;
}

static gpointer
answer_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return data;
}

static void
keep_error_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError **error = user_data;
  g_assert_null (diapason_store_read_finish (DIAPASON_STORE (source), result, error));
  g_assert_nonnull (*error);
}

static void
test_reads_are_interrupted (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GError) late = NULL;

  diapason_store_read_async (fixture->store, DIAPASON_LANE_LIST, count_for_ever_in_reader,
                             GINT_TO_POINTER (0), NULL, NULL, cancellable, keep_error_cb,
                             &cancelled);
  diapason_store_read_async (fixture->store, DIAPASON_LANE_LIST, count_for_ever_in_reader,
                             GINT_TO_POINTER (1), NULL, NULL, NULL, keep_error_cb, &late);
  /* The other reader is not held up. */
  g_assert_true (store_fixture_read (fixture, DIAPASON_LANE_FAST, answer_in_reader, fixture) ==
                 fixture);
  g_cancellable_cancel (cancellable);
  while (cancelled == NULL || late == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_error (late, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  /* Neither the deadline nor the cancellable is left behind. */
  g_autofree char *long_one = store_fixture_dump (fixture, LONG);
  g_assert_cmpstr (long_one, ==, "100000\n");
}

typedef struct
{
  GAsyncQueue *entered;
  GString *order;
} Overtaking;

static gpointer
note_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  g_string_append_c (((Overtaking *) data)->order, 's');
  return data;
}

/* For ever the first time, then at once. */
static gpointer
list_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  Overtaking *overtaking = data;

  g_string_append_c (overtaking->order, 'l');
  g_async_queue_push (overtaking->entered, data);
  return overtaking->order->len > 1 ? data : count_for_ever_in_reader (database, NULL, error);
}

static void
keep_answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(gpointer *) user_data = diapason_store_read_finish (DIAPASON_STORE (source), result, &error);
  g_assert_no_error (error);
}

static void
test_a_search_overtakes_a_list (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncQueue) entered = g_async_queue_new ();
  g_autoptr (GString) order = g_string_new (NULL);
  Overtaking overtaking = { entered, order };
  gpointer list = NULL, search = NULL;

  diapason_store_read_async (fixture->store, DIAPASON_LANE_LIST, list_in_reader, &overtaking, NULL,
                             NULL, NULL, keep_answer_cb, &list);
  g_async_queue_pop (entered);
  diapason_store_read_async (fixture->store, DIAPASON_LANE_SEARCH, note_in_reader, &overtaking,
                             NULL, NULL, NULL, keep_answer_cb, &search);
  while (list == NULL || search == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* The list was begun anew behind it. */
  g_assert_cmpstr (order->str, ==, "lsl");
}

static gpointer
read_long_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (database, LONG, error);
  gboolean row;

  g_assert_true (diapason_database_step (database, select, &row, error));
  *(gint64 *) data = diapason_background_get_pause ();
  return data;
}

static gboolean
write_long_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return read_long_in_reader (database, data, error) != NULL;
}

static void
keep_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *) user_data = diapason_store_write_finish (DIAPASON_STORE (source), result, NULL);
}

static void
write_long (StoreFixture *fixture, DiapasonPriority priority, gint64 *paused, gboolean *written)
{
  diapason_store_write_async (fixture->store, DIAPASON_FILE_CACHE, priority, write_long_in_writer,
                              paused, NULL, keep_written_cb, written);
}

/* What can wait goes on when the pause is over, what somebody waits for does not wait for that. */
static void
test_background_rests (StoreFixture *fixture, gconstpointer data)
{
  gint64 listed = -1, put_by = -1, found = 0, told = 0;
  gpointer list = NULL;
  gboolean sync = FALSE, news = FALSE;

  diapason_background_pause (100);
  diapason_store_read_async (fixture->store, DIAPASON_LANE_LIST, read_long_in_reader, &listed, NULL,
                             NULL, NULL, keep_answer_cb, &list);
  write_long (fixture, DIAPASON_PRIORITY_SYNC, &put_by, &sync);
  while (list == NULL || !sync)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (listed, ==, 0);
  g_assert_cmpint (put_by, ==, 0);

  diapason_background_pause (G_MAXINT);
  store_fixture_read (fixture, DIAPASON_LANE_SEARCH, read_long_in_reader, &found);
  write_long (fixture, DIAPASON_PRIORITY_NEWS, &told, &news);
  while (!news)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (found, !=, 0);
  g_assert_cmpint (told, !=, 0);
  diapason_background_pause (0);
}

static gpointer
write_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  GError *refused = NULL;

  g_assert_false (diapason_database_run (database, &refused, data, ""));
  g_assert_error (refused, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_OPEN);
  g_clear_error (&refused);
  return NULL;
}

static gboolean
write_other_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_database_run (database, error, data, "");
}

static void
test_each_writes_its_own_file (StoreFixture *fixture, gconstpointer data)
{
  const char *const choose = "INSERT INTO choice (key, value) VALUES ('a', 'b')";
  g_autoptr (GError) error = NULL;

  store_fixture_read (fixture, DIAPASON_LANE_FAST, write_in_reader,
                      (gpointer) "INSERT INTO source (name) VALUES ('a')");
  store_fixture_read (fixture, DIAPASON_LANE_LIST, write_in_reader, (gpointer) choose);
  g_assert_false (store_fixture_try_write (fixture, DIAPASON_FILE_CACHE, write_other_in_writer,
                                           (gpointer) choose, &error));
  g_assert_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_OPEN);
  store_fixture_write (fixture, DIAPASON_FILE_WORK, write_other_in_writer, (gpointer) choose);
  /* Readers see both files. */
  g_autofree char *choices = store_fixture_dump (fixture, "SELECT * FROM work.choice");
  g_assert_cmpstr (choices, ==, "a|b\n");
}

static void
write_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError **error = user_data;
  diapason_store_write_finish (DIAPASON_STORE (source), result, error);
  g_assert_nonnull (*error);
}

static void
test_closing_cancels_what_waits (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) late = NULL;

  diapason_store_close (fixture->store);
  diapason_store_close (fixture->store);
  diapason_store_write_async (fixture->store, DIAPASON_FILE_WORK, DIAPASON_PRIORITY_PERSON,
                              add_source_in_writer, (gpointer) "x", NULL, write_answered_cb, &late);
  while (late == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (late, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
fill_disk_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  g_assert_true (diapason_database_exec (database, "PRAGMA max_page_count = 1", NULL));
  g_autofree char *words = g_strnfill (1 << 20, 'x');
  return diapason_database_run (database, error, "INSERT INTO choice (key, value) VALUES ('a', ?)",
                                "s", words);
}

static gboolean
free_disk_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_database_exec (database, "PRAGMA max_page_count = 1000000", error) &&
         diapason_database_run (database, error,
                                "INSERT INTO choice (key, value) VALUES ('b', 'c')", "");
}

static void
test_a_full_disk_is_told_and_passes (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) full = NULL;

  diapason_store_write_async (fixture->store, DIAPASON_FILE_WORK, DIAPASON_PRIORITY_PERSON,
                              fill_disk_in_writer, NULL, NULL, write_answered_cb, &full);
  while (full == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (full, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_FULL);
  store_fixture_write (fixture, DIAPASON_FILE_WORK, free_disk_in_writer, NULL);
  g_autofree char *choices = store_fixture_dump (fixture, "SELECT * FROM work.choice");
  g_assert_cmpstr (choices, ==, "b|c\n");
  matrix_ran ("R4", 1, "file that may not grow");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/store/" name, StoreFixture, NULL, store_fixture_set_up, function,                  \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("told-after-commit-only", test_told_after_commit_only);
  ADD ("rows-are-there-when-told", test_rows_are_there_when_told);
  ADD ("persons-go-first", test_persons_go_first);
  ADD ("work-does-not-wait-for-the-cache", test_work_does_not_wait_for_the_cache);
  ADD ("reads-are-interrupted", test_reads_are_interrupted);
  ADD ("a-search-overtakes-a-list", test_a_search_overtakes_a_list);
  ADD ("background-rests", test_background_rests);
  ADD ("each-writes-its-own-file", test_each_writes_its_own_file);
  ADD ("closing-cancels-what-waits", test_closing_cancels_what_waits);
  ADD ("a-full-disk-is-told-and-passes", test_a_full_disk_is_told_and_passes);
  return g_test_run ();
}
