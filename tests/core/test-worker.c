/* The worker's order, its slices, its end, and whose thread sees what. */
#include <sys/resource.h>

#include "background.h"
#include "worker.h"

/* What a test and its jobs share; the jobs run one after the other. */
typedef struct
{
  DiapasonWorker *worker;
  GMutex lock;
  GCond changed;
  gboolean gate_reached; /* by the job that holds the worker */
  gboolean gate_open;
  GString *log; /* what ran, in order */
  guint answered;
  guint cancelled;
} Fixture;

typedef struct
{
  Fixture *fixture;
  char name;
  guint slices;
} Job;

static void
set_up (Fixture *fixture, gconstpointer background)
{
  fixture->worker = diapason_worker_new ("test", GPOINTER_TO_INT (background));
  fixture->log = g_string_new (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  diapason_background_pause (0);
  diapason_worker_shutdown (fixture->worker);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&fixture->worker));
  g_string_free (fixture->log, TRUE);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      fixture->cancelled++;
    }
  fixture->answered++;
}

static void
run_until (Fixture *fixture, guint answered)
{
  while (fixture->answered < answered)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->answered, ==, answered);
}

static void
push (Fixture *fixture,
      DiapasonPriority priority,
      char name,
      guint slices,
      GCancellable *cancellable,
      DiapasonWorkerFunc func)
{
  g_autoptr (GTask) task = g_task_new (fixture->worker, cancellable, answered_cb, fixture);
  Job *job = g_new (Job, 1);
  *job = (Job){ fixture, name, slices };
  g_task_set_source_tag (task, push);
  g_task_set_task_data (task, job, g_free);
  diapason_worker_run (fixture->worker, priority, task, func);
}

/* Logs its name; is called again until its slices are done. */
static gboolean
log_in_worker (DiapasonWorker *worker, GTask *task, gpointer data)
{
  Job *job = data;
  g_assert_true (diapason_worker_is_current (worker));
  g_string_append_c (job->fixture->log, job->name);
  if (--job->slices > 0)
    return TRUE;
  g_task_return_boolean (task, TRUE);
  return FALSE;
}

/* @mark: one of @fixture, which the other thread waits for. */
static void
set_mark (Fixture *fixture, gboolean *mark)
{
  g_mutex_lock (&fixture->lock);
  *mark = TRUE;
  g_cond_broadcast (&fixture->changed);
  g_mutex_unlock (&fixture->lock);
}

static void
await_mark (Fixture *fixture, const gboolean *mark)
{
  g_mutex_lock (&fixture->lock);
  while (!*mark)
    g_cond_wait (&fixture->changed, &fixture->lock);
  g_mutex_unlock (&fixture->lock);
}

/* Holds the worker until the test has pushed all it wants. */
static gboolean
gate_in_worker (DiapasonWorker *worker, GTask *task, gpointer data)
{
  Fixture *fixture = ((Job *) data)->fixture;

  set_mark (fixture, &fixture->gate_reached);
  await_mark (fixture, &fixture->gate_open);
  return log_in_worker (worker, task, data);
}

static void
close_gate (Fixture *fixture)
{
  push (fixture, DIAPASON_PRIORITY_PERSON, '|', 1, NULL, gate_in_worker);
  await_mark (fixture, &fixture->gate_reached);
}

static void
open_gate (Fixture *fixture)
{
  set_mark (fixture, &fixture->gate_open);
}

static void
test_priorities (Fixture *fixture, gconstpointer data)
{
  close_gate (fixture);
  push (fixture, DIAPASON_PRIORITY_MAINTENANCE, 'm', 1, NULL, log_in_worker);
  push (fixture, DIAPASON_PRIORITY_SYNC, 's', 1, NULL, log_in_worker);
  push (fixture, DIAPASON_PRIORITY_SYNC, 't', 1, NULL, log_in_worker);
  push (fixture, DIAPASON_PRIORITY_PERSON, 'p', 1, NULL, log_in_worker);
  push (fixture, DIAPASON_PRIORITY_OUTBOX, 'o', 1, NULL, log_in_worker);
  push (fixture, DIAPASON_PRIORITY_PERSON, 'q', 1, NULL, log_in_worker);
  open_gate (fixture);
  run_until (fixture, 7);
  g_assert_cmpstr (fixture->log->str, ==, "|pqostm");
}

static void
test_slices_take_turns (Fixture *fixture, gconstpointer data)
{
  close_gate (fixture);
  push (fixture, DIAPASON_PRIORITY_SYNC, 'a', 3, NULL, log_in_worker);
  push (fixture, DIAPASON_PRIORITY_SYNC, 'b', 2, NULL, log_in_worker);
  push (fixture, DIAPASON_PRIORITY_MAINTENANCE, 'm', 1, NULL, log_in_worker);
  open_gate (fixture);
  run_until (fixture, 4);
  g_assert_cmpstr (fixture->log->str, ==, "|ababam");
}

/* A first slice that brings a person's action with it, as a key press during a sync would. */
static gboolean
interrupted_in_worker (DiapasonWorker *worker, GTask *task, gpointer data)
{
  Job *job = data;
  if (job->slices == 2)
    {
      g_assert_false (diapason_worker_is_wanted (worker, DIAPASON_PRIORITY_SYNC));
      push (job->fixture, DIAPASON_PRIORITY_MAINTENANCE, 'm', 1, NULL, log_in_worker);
      push (job->fixture, DIAPASON_PRIORITY_SYNC, 's', 1, NULL, log_in_worker);
      g_assert_false (diapason_worker_is_wanted (worker, DIAPASON_PRIORITY_SYNC));
      push (job->fixture, DIAPASON_PRIORITY_PERSON, 'p', 1, NULL, log_in_worker);
      g_assert_true (diapason_worker_is_wanted (worker, DIAPASON_PRIORITY_SYNC));
      g_assert_false (diapason_worker_is_wanted (worker, DIAPASON_PRIORITY_PERSON));
    }
  return log_in_worker (worker, task, data);
}

static void
test_overtaken_between_slices (Fixture *fixture, gconstpointer data)
{
  close_gate (fixture);
  push (fixture, DIAPASON_PRIORITY_SYNC, 'a', 2, NULL, interrupted_in_worker);
  open_gate (fixture);
  run_until (fixture, 5);
  g_assert_cmpstr (fixture->log->str, ==, "|apsam");
}

static void
test_held (Fixture *fixture, gconstpointer data)
{
  diapason_worker_hold (fixture->worker, DIAPASON_PRIORITY_SYNC);
  push (fixture, DIAPASON_PRIORITY_MAINTENANCE, 'm', 1, NULL, log_in_worker);
  push (fixture, DIAPASON_PRIORITY_SYNC, 's', 1, NULL, log_in_worker);
  push (fixture, DIAPASON_PRIORITY_NEWS, 'n', 1, NULL, log_in_worker);
  run_until (fixture, 1);
  push (fixture, DIAPASON_PRIORITY_PERSON, 'p', 1, NULL, log_in_worker);
  run_until (fixture, 2);
  g_assert_cmpstr (fixture->log->str, ==, "np");
  diapason_worker_release (fixture->worker);
  run_until (fixture, 4);
  g_assert_cmpstr (fixture->log->str, ==, "npsm");
}

/* It waits for the slice under way, and no other follows. */
static void
test_held_between_slices (Fixture *fixture, gconstpointer data)
{
  gsize n_slices;

  push (fixture, DIAPASON_PRIORITY_SYNC, 's', G_MAXUINT, NULL, log_in_worker);
  for (guint round = 1; round <= 20; round++)
    {
      diapason_worker_hold (fixture->worker, DIAPASON_PRIORITY_SYNC);
      n_slices = fixture->log->len;
      push (fixture, DIAPASON_PRIORITY_PERSON, 'p', 1, NULL, log_in_worker);
      run_until (fixture, round);
      g_assert_cmpuint (fixture->log->len, ==, n_slices + 1);
      g_assert_cmpint (fixture->log->str[n_slices], ==, 'p');
      diapason_worker_release (fixture->worker);
    }
  diapason_worker_shutdown (fixture->worker);
  run_until (fixture, 21);
}

/* What is held back is cancelled, as all that waits. */
static void
test_shutdown_held (Fixture *fixture, gconstpointer data)
{
  diapason_worker_hold (fixture->worker, DIAPASON_PRIORITY_SYNC);
  push (fixture, DIAPASON_PRIORITY_SYNC, 's', 1, NULL, log_in_worker);
  diapason_worker_shutdown (fixture->worker);
  run_until (fixture, 1);
  g_assert_cmpuint (fixture->cancelled, ==, 1);
}

static void
test_cancelled_before_it_started (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  close_gate (fixture);
  push (fixture, DIAPASON_PRIORITY_PERSON, 'a', 1, cancellable, log_in_worker);
  push (fixture, DIAPASON_PRIORITY_PERSON, 'b', 1, NULL, log_in_worker);
  g_cancellable_cancel (cancellable);
  open_gate (fixture);
  run_until (fixture, 3);
  g_assert_cmpstr (fixture->log->str, ==, "|b");
  g_assert_cmpuint (fixture->cancelled, ==, 1);
}

/* A running job sees the shutdown as a wish for the worker. */
static gpointer
open_gate_at_shutdown (gpointer data)
{
  Fixture *fixture = data;
  while (!diapason_worker_is_wanted (fixture->worker, DIAPASON_PRIORITY_PERSON))
    g_thread_yield ();
  open_gate (fixture);
  return NULL;
}

static void
test_shutdown (Fixture *fixture, gconstpointer data)
{
  close_gate (fixture);
  push (fixture, DIAPASON_PRIORITY_SYNC, 'a', 1, NULL, log_in_worker);
  push (fixture, DIAPASON_PRIORITY_PERSON, 'b', 1, NULL, log_in_worker);
  GThread *opener = g_thread_new ("opener", open_gate_at_shutdown, fixture);
  diapason_worker_shutdown (fixture->worker);
  g_thread_join (opener);
  diapason_worker_shutdown (fixture->worker);
  push (fixture, DIAPASON_PRIORITY_PERSON, 'c', 1, NULL, log_in_worker);

  g_assert_false (diapason_worker_is_current (fixture->worker));
  g_assert_cmpuint (fixture->answered, ==, 0);
  run_until (fixture, 4);
  g_assert_cmpstr (fixture->log->str, ==, "|");
  g_assert_cmpuint (fixture->cancelled, ==, 3);
}

/* A job that always has more to do does not keep the worker from ending. */
static gboolean
endless_in_worker (DiapasonWorker *worker, GTask *task, gpointer data)
{
  open_gate (((Job *) data)->fixture);
  return TRUE;
}

static void
test_shutdown_of_endless (Fixture *fixture, gconstpointer data)
{
  push (fixture, DIAPASON_PRIORITY_SYNC, 'a', 1, NULL, endless_in_worker);
  await_mark (fixture, &fixture->gate_open);
  diapason_worker_shutdown (fixture->worker);
  run_until (fixture, 1);
  g_assert_cmpuint (fixture->cancelled, ==, 1);
}

static void
assert_thread (gpointer thread, GObject *where_it_was)
{
  g_assert_true (g_thread_self () == thread);
}

static void
assert_freed_on_caller (gpointer data)
{
  g_assert_true (g_thread_self () == data);
}

static void
finished_on_caller (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (g_task_propagate_boolean (G_TASK (result), NULL));
  ++*(guint *) data;
}

static gboolean
answer_in_worker (DiapasonWorker *worker, GTask *task, gpointer data)
{
  g_assert_true (diapason_worker_is_current (worker));
  g_task_return_boolean (task, TRUE);
  return FALSE;
}

#define ROUNDS  500
#define CALLERS 3

typedef struct
{
  DiapasonWorker *worker;
  GMutex lock;
  GCond changed;
  guint satisfied; /* callers that have all their answers */
  gboolean over;
} Crowd;

static void
ask_many (DiapasonWorker *worker, GMainContext *context, guint *finished)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GObject) source = g_object_new (G_TYPE_OBJECT, NULL);
      g_object_weak_ref (source, assert_thread, g_thread_self ());
      g_autoptr (GTask) task = g_task_new (source, NULL, finished_on_caller, finished);
      g_task_set_task_data (task, g_thread_self (), assert_freed_on_caller);
      diapason_worker_run (worker, i % 4, task, answer_in_worker);
      if (i % 8 == 0)
        g_main_context_iteration (context, FALSE);
    }
  while (*finished < ROUNDS)
    g_main_context_iteration (context, TRUE);
}

static gpointer
caller_main (gpointer data)
{
  Crowd *crowd = data;
  g_autoptr (GMainContext) context = g_main_context_new ();
  guint finished = 0;

  g_main_context_push_thread_default (context);
  ask_many (crowd->worker, context, &finished);
  g_mutex_lock (&crowd->lock);
  crowd->satisfied++;
  g_cond_broadcast (&crowd->changed);
  while (!crowd->over)
    g_cond_wait (&crowd->changed, &crowd->lock);
  g_mutex_unlock (&crowd->lock);
  while (g_main_context_iteration (context, FALSE))
    ;
  g_main_context_pop_thread_default (context);
  return NULL;
}

/* Answers, source objects and task data come back to the thread that asked, whoever lets go last.
 */
static void
test_everything_returns_to_the_caller (void)
{
  Crowd crowd = { .worker = diapason_worker_new ("crowded", FALSE) };
  GThread *callers[CALLERS];

  for (guint i = 0; i < CALLERS; i++)
    callers[i] = g_thread_new ("caller", caller_main, &crowd);
  g_mutex_lock (&crowd.lock);
  while (crowd.satisfied < CALLERS)
    g_cond_wait (&crowd.changed, &crowd.lock);
  diapason_worker_shutdown (crowd.worker);
  crowd.over = TRUE;
  g_cond_broadcast (&crowd.changed);
  g_mutex_unlock (&crowd.lock);
  for (guint i = 0; i < CALLERS; i++)
    g_thread_join (callers[i]);
  g_assert_finalize_object (crowd.worker);
}

#ifdef __linux__
static gboolean
rank_job (DiapasonWorker *worker, GTask *task, gpointer data)
{
  g_task_return_int (task, getpriority (PRIO_PROCESS, 0));
  return FALSE;
}

static void
ranked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gssize *) data = g_task_propagate_int (G_TASK (result), NULL);
}

static gssize
rank_of (gboolean background)
{
  g_autoptr (DiapasonWorker) worker = diapason_worker_new ("ranked", background);
  gssize rank = -1;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, ranked_cb, &rank);

  diapason_worker_run (worker, DIAPASON_PRIORITY_SYNC, task, rank_job);
  while (rank < 0)
    g_main_context_iteration (NULL, TRUE);
  return rank;
}

/* It alone gives way, not who made it. */
static void
test_background (void)
{
  gssize ours = getpriority (PRIO_PROCESS, 0);

  g_assert_cmpint (rank_of (FALSE), ==, ours);
  g_assert_cmpint (rank_of (TRUE), ==, 10);
  g_assert_cmpint (getpriority (PRIO_PROCESS, 0), ==, ours);
}
#endif

/* Rests until the pause is over, or somebody cannot wait. */
static gboolean
rest_in_worker (DiapasonWorker *worker, GTask *task, gpointer data)
{
  Fixture *fixture = ((Job *) data)->fixture;

  set_mark (fixture, &fixture->gate_reached);
  diapason_worker_rest (worker, DIAPASON_PRIORITY_SYNC);
  return log_in_worker (worker, task, data);
}

static void
test_rest (Fixture *fixture, gconstpointer data)
{
  diapason_background_pause (50);
  push (fixture, DIAPASON_PRIORITY_SYNC, 's', 1, NULL, rest_in_worker);
  run_until (fixture, 1);
  g_assert_cmpint (diapason_background_get_pause (), ==, 0);
}

static void
test_rest_ends_for_news (Fixture *fixture, gconstpointer data)
{
  diapason_background_pause (G_MAXINT);
  push (fixture, DIAPASON_PRIORITY_SYNC, 's', 1, NULL, rest_in_worker);
  await_mark (fixture, &fixture->gate_reached);
  push (fixture, DIAPASON_PRIORITY_MAINTENANCE, 'm', 1, NULL, log_in_worker);
  push (fixture, DIAPASON_PRIORITY_NEWS, 'n', 1, NULL, log_in_worker);
  run_until (fixture, 3);
  g_assert_cmpstr (fixture->log->str, ==, "snm");
  g_assert_cmpint (diapason_background_get_pause (), !=, 0);
}

static void
test_rest_ends_with_worker (Fixture *fixture, gconstpointer data)
{
  diapason_background_pause (G_MAXINT);
  push (fixture, DIAPASON_PRIORITY_SYNC, 's', 1, NULL, rest_in_worker);
  await_mark (fixture, &fixture->gate_reached);
  diapason_worker_shutdown (fixture->worker);
  run_until (fixture, 1);
  g_assert_cmpstr (fixture->log->str, ==, "s");
}

/* Those that somebody waits for. */
static void
test_no_rest (Fixture *fixture, gconstpointer data)
{
  diapason_background_pause (G_MAXINT);
  push (fixture, DIAPASON_PRIORITY_SYNC, 's', 1, NULL, rest_in_worker);
  run_until (fixture, 1);
  g_assert_cmpint (diapason_background_get_pause (), !=, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/worker/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("priorities", test_priorities);
  ADD ("slices-take-turns", test_slices_take_turns);
  ADD ("overtaken-between-slices", test_overtaken_between_slices);
  ADD ("held", test_held);
  ADD ("held-between-slices", test_held_between_slices);
  ADD ("shutdown-held", test_shutdown_held);
  ADD ("cancelled-before-it-started", test_cancelled_before_it_started);
  ADD ("shutdown", test_shutdown);
  ADD ("shutdown-of-endless", test_shutdown_of_endless);
  ADD ("no-rest", test_no_rest);
#undef ADD
#define ADD(name, func)                                                                            \
  g_test_add ("/worker/" name, Fixture, GINT_TO_POINTER (TRUE), set_up, func, tear_down)
  ADD ("rest", test_rest);
  ADD ("rest-ends-for-news", test_rest_ends_for_news);
  ADD ("rest-ends-with-worker", test_rest_ends_with_worker);
#undef ADD
#ifdef __linux__
  g_test_add_func ("/worker/background", test_background);
#endif
  g_test_add_func ("/worker/everything-returns-to-the-caller",
                   test_everything_returns_to_the_caller);
  return g_test_run ();
}
