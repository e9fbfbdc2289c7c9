/* worker.h: one thread with a priority queue.
 *
 * Jobs of a higher priority overtake waiting ones; within a priority the order is the order of
 * pushing. A job that has more to do returns TRUE and is queued again behind its equals, which is
 * how a long piece of work lets a person's action pass between two slices. Results come back
 * through a GTask on the thread-default main context of the caller, and there the task is let go
 * too, with its data and source object, in the same or a later iteration: they are never finalized
 * on the worker's thread. A worker is shut down by its owner; jobs still waiting are then
 * cancelled.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  DIAPASON_PRIORITY_PERSON, /* somebody waits for it */
  DIAPASON_PRIORITY_OUTBOX, /* what somebody wrote leaves */
  DIAPASON_PRIORITY_NEWS,   /* what a source said in few words: most times what just happened */
  DIAPASON_PRIORITY_SYNC,   /* what sources said comes in */
  DIAPASON_PRIORITY_MAINTENANCE, /* derived data, checkpoints */
} DiapasonPriority;

#define DIAPASON_TYPE_WORKER (diapason_worker_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonWorker, diapason_worker, DIAPASON, WORKER, GObject)

/* A job's body, on the worker's thread. It answers with g_task_return_*(), once, on @task, and
 * returns FALSE; or returns TRUE without having answered, to be called again later. The task's data
 * is @data of diapason_worker_run(). */
typedef gboolean (*DiapasonWorkerFunc) (DiapasonWorker *worker, GTask *task, gpointer data);

/* @name is the thread's name, at most 15 characters; @background: it gives way to other threads
 * (see background.h). Returns: (transfer full). */
DiapasonWorker *diapason_worker_new (const char *name, gboolean background);

/* Queues @func with @task (its task data is handed to @func). Any thread. A task whose GCancellable
 * was cancelled before it started is answered with G_IO_ERROR_CANCELLED without calling @func; so
 * is every task after the shutdown. The caller keeps the worker alive until it has its answer. */
void diapason_worker_run (DiapasonWorker *worker,
                          DiapasonPriority priority,
                          GTask *task,
                          DiapasonWorkerFunc func);

/* Whether a job of a higher priority than @priority waits, or the worker is to stop: for use in a
 * slice. Any thread. */
gboolean diapason_worker_is_wanted (DiapasonWorker *worker, DiapasonPriority priority);

/* In a slice of a job of @priority, as often as it likes: of a worker in the background it waits as
 * long as the background is paused (see background.h), but no longer than until
 * diapason_worker_is_wanted(). Others do not wait. */
void diapason_worker_rest (DiapasonWorker *worker, DiapasonPriority priority);

/* From now on jobs of @from and below wait, and none of them runs any more when this returns; those
 * above go on. Any thread but the worker's. */
void diapason_worker_hold (DiapasonWorker *worker, DiapasonPriority from);

/* All go on. Any thread. */
void diapason_worker_release (DiapasonWorker *worker);

/* TRUE on the worker's own thread: `g_assert (diapason_worker_is_current (worker))`. */
gboolean diapason_worker_is_current (DiapasonWorker *worker);

/* Stops after the running slice, answers waiting jobs with G_IO_ERROR_CANCELLED, joins the thread.
 * Owner's thread; idempotent. Dispose calls it. */
void diapason_worker_shutdown (DiapasonWorker *worker);

G_END_DECLS
