/* worker.c: a thread, five queues and one lock.
 *
 * Lifetime: a job holds its GTask, never the worker; the owner keeps the worker until it is shut
 * down. When a job is over its task is released on the task's own main context, so that the source
 * object and the task data of a caller are never finalized on the worker's thread.
 */
#include "worker.h"

#include "background.h"

#define PRIORITIES (DIAPASON_PRIORITY_MAINTENANCE + 1)

typedef struct
{
  GTask *task; /* (owned) */
  DiapasonWorkerFunc func;
  DiapasonPriority priority;
  gboolean started;
} Job;

struct _DiapasonWorker
{
  GObject parent_instance;

  GThread *thread; /* (owned) (nullable: shut down) */

  GMutex lock; /* for what follows */
  GCond wake;
  GCond ended;               /* a job, or a slice of one */
  GQueue queues[PRIORITIES]; /* (owned) of Job */
  guint held;                /* the first priority that waits; PRIORITIES: none */
  guint running;             /* the priority of the job under way; PRIORITIES: none */
  gboolean stopping;
  gboolean background; /* never changes */
};

G_DEFINE_FINAL_TYPE (DiapasonWorker, diapason_worker, G_TYPE_OBJECT)

static gboolean
release_now (gpointer task)
{
  return G_SOURCE_REMOVE;
}

static void
release_on_its_context (GTask *task)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  GMainContext *context = g_task_get_context (task);

  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_static_name (source, "DiapasonWorker: release");
  g_source_set_callback (source, release_now, task, g_object_unref);
  g_source_attach (source, context);
}

static void
job_finish (Job *job)
{
  release_on_its_context (g_steal_pointer (&job->task));
  g_free (job);
}

static void
job_cancel (Job *job)
{
  g_task_return_new_error (job->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s",
                           "The work was given up because the program is closing.");
  job_finish (job);
}

static Job *
take_first_locked (DiapasonWorker *self, guint below)
{
  for (guint priority = 0; priority < below; priority++)
    if (!g_queue_is_empty (&self->queues[priority]))
      return g_queue_pop_head (&self->queues[priority]);
  return NULL;
}

/* Waits for a job. Returns NULL when the worker is to stop. */
static Job *
take_job (DiapasonWorker *self)
{
  Job *job = NULL;

  g_mutex_lock (&self->lock);
  self->running = PRIORITIES;
  if (self->held < PRIORITIES)
    g_cond_broadcast (&self->ended);
  while (!self->stopping && (job = take_first_locked (self, self->held)) == NULL)
    g_cond_wait (&self->wake, &self->lock);
  if (job != NULL)
    self->running = job->priority;
  g_mutex_unlock (&self->lock);
  return job;
}

static void
put_back (DiapasonWorker *self, Job *job)
{
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->queues[job->priority], job);
  g_mutex_unlock (&self->lock);
}

static gpointer
worker_main (gpointer data)
{
  DiapasonWorker *self = data;
  Job *job;

  if (self->background)
    diapason_background_begin ();
  while ((job = take_job (self)) != NULL)
    {
      gboolean more = FALSE;
      if (job->started || !g_task_return_error_if_cancelled (job->task))
        {
          job->started = TRUE;
          more = job->func (self, job->task, g_task_get_task_data (job->task));
        }
      if (more)
        put_back (self, job);
      else
        job_finish (job);
    }
  return NULL;
}

static void
diapason_worker_dispose (GObject *object)
{
  diapason_worker_shutdown (DIAPASON_WORKER (object));
  G_OBJECT_CLASS (diapason_worker_parent_class)->dispose (object);
}

static void
diapason_worker_finalize (GObject *object)
{
  DiapasonWorker *self = DIAPASON_WORKER (object);

  g_mutex_clear (&self->lock);
  g_cond_clear (&self->wake);
  g_cond_clear (&self->ended);
  G_OBJECT_CLASS (diapason_worker_parent_class)->finalize (object);
}

static void
diapason_worker_class_init (DiapasonWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = diapason_worker_dispose;
  G_OBJECT_CLASS (klass)->finalize = diapason_worker_finalize;
}

static void
diapason_worker_init (DiapasonWorker *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->wake);
  g_cond_init (&self->ended);
  self->held = self->running = PRIORITIES;
  for (guint priority = 0; priority < PRIORITIES; priority++)
    g_queue_init (&self->queues[priority]);
}

DiapasonWorker *
diapason_worker_new (const char *name, gboolean background)
{
  DiapasonWorker *self = g_object_new (DIAPASON_TYPE_WORKER, NULL);
  self->background = background;
  self->thread = g_thread_new (name, worker_main, self);
  return self;
}

void
diapason_worker_run (DiapasonWorker *self,
                     DiapasonPriority priority,
                     GTask *task,
                     DiapasonWorkerFunc func)
{
  g_return_if_fail (DIAPASON_IS_WORKER (self) && priority < PRIORITIES);
  g_return_if_fail (G_IS_TASK (task) && func != NULL);

  Job *job = g_new (Job, 1);
  *job = (Job){ .task = g_object_ref (task), .func = func, .priority = priority };

  g_mutex_lock (&self->lock);
  gboolean refused = self->stopping;
  if (!refused)
    {
      g_queue_push_tail (&self->queues[priority], job);
      g_cond_signal (&self->wake);
    }
  g_mutex_unlock (&self->lock);
  if (refused)
    job_cancel (job);
}

static gboolean
is_wanted_locked (DiapasonWorker *self, DiapasonPriority priority)
{
  gboolean wanted = self->stopping;

  for (guint higher = 0; higher < priority && !wanted; higher++)
    wanted = !g_queue_is_empty (&self->queues[higher]);
  return wanted;
}

gboolean
diapason_worker_is_wanted (DiapasonWorker *self, DiapasonPriority priority)
{
  g_return_val_if_fail (DIAPASON_IS_WORKER (self) && priority < PRIORITIES, FALSE);

  g_mutex_lock (&self->lock);
  gboolean wanted = is_wanted_locked (self, priority);
  g_mutex_unlock (&self->lock);
  return wanted;
}

void
diapason_worker_rest (DiapasonWorker *self, DiapasonPriority priority)
{
  gint64 until;

  g_return_if_fail (DIAPASON_IS_WORKER (self) && diapason_worker_is_current (self));

  if (!self->background || diapason_background_get_pause () == 0)
    return;
  g_mutex_lock (&self->lock);
  while (!is_wanted_locked (self, priority) && (until = diapason_background_get_pause ()) != 0)
    g_cond_wait_until (&self->wake, &self->lock, until);
  g_mutex_unlock (&self->lock);
}

void
diapason_worker_hold (DiapasonWorker *self, DiapasonPriority from)
{
  g_return_if_fail (DIAPASON_IS_WORKER (self) && !diapason_worker_is_current (self));

  g_mutex_lock (&self->lock);
  self->held = from;
  while (self->running >= from && self->running < PRIORITIES)
    g_cond_wait (&self->ended, &self->lock);
  g_mutex_unlock (&self->lock);
}

void
diapason_worker_release (DiapasonWorker *self)
{
  g_return_if_fail (DIAPASON_IS_WORKER (self));

  g_mutex_lock (&self->lock);
  self->held = PRIORITIES;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
}

gboolean
diapason_worker_is_current (DiapasonWorker *self)
{
  g_return_val_if_fail (DIAPASON_IS_WORKER (self), FALSE);
  return self->thread == g_thread_self ();
}

void
diapason_worker_shutdown (DiapasonWorker *self)
{
  g_return_if_fail (DIAPASON_IS_WORKER (self) && !diapason_worker_is_current (self));

  g_mutex_lock (&self->lock);
  self->stopping = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
  /* Not cleared before: the running job may ask whether it is on its thread. */
  if (self->thread != NULL)
    g_thread_join (self->thread);
  self->thread = NULL;

  /* Nobody pushes or takes any more. */
  Job *job;
  while ((job = take_first_locked (self, PRIORITIES)) != NULL)
    job_cancel (job);
}
