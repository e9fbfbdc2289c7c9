/* deadline.c: answers a task early, once. */
#include "deadline.h"

struct _DiapasonDeadline
{
  GTask *task;            /* (weak) owns us */
  GCancellable *below;    /* (owned) for the calls made for the task */
  GError *late;           /* (owned) (nullable) */
  GSource *timer;         /* (owned) (nullable) */
  GSource *cancel_source; /* (owned) (nullable) */
};

static void
stop_source (GSource **source)
{
  if (*source == NULL)
    return;

  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
stop_watching (DiapasonDeadline *self)
{
  stop_source (&self->timer);
  stop_source (&self->cancel_source);
}

static void
answer_early (DiapasonDeadline *self, GError *error)
{
  g_autoptr (GTask) task = g_object_ref (self->task);

  stop_watching (self);
  g_cancellable_cancel (self->below);
  g_task_return_error (task, error);
}

static gboolean
deadline_passed_cb (gpointer user_data)
{
  DiapasonDeadline *self = user_data;

  answer_early (self, g_steal_pointer (&self->late));
  return G_SOURCE_REMOVE;
}

static gboolean
caller_cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_cancellable_set_error_if_cancelled (cancellable, &error);
  answer_early (user_data, g_steal_pointer (&error));
  return G_SOURCE_REMOVE;
}

DiapasonDeadline *
diapason_deadline_new (GTask *task, gint64 delay_ms, GError *late)
{
  DiapasonDeadline *self = g_new0 (DiapasonDeadline, 1);
  GCancellable *cancellable = g_task_get_cancellable (task);

  self->task = task;
  self->below = g_cancellable_new ();
  self->late = late;

  if (delay_ms > 0)
    {
      self->timer = g_timeout_source_new ((guint) MIN (delay_ms, G_MAXINT));
      g_source_set_callback (self->timer, deadline_passed_cb, self, NULL);
      g_source_attach (self->timer, g_task_get_context (task));
    }

  if (cancellable != NULL)
    {
      self->cancel_source = g_cancellable_source_new (cancellable);
      g_source_set_callback (self->cancel_source, G_SOURCE_FUNC (caller_cancelled_cb), self, NULL);
      g_source_attach (self->cancel_source, g_task_get_context (task));
    }

  return self;
}

void
diapason_deadline_free (DiapasonDeadline *self)
{
  stop_watching (self);
  g_clear_error (&self->late);
  g_clear_object (&self->below);
  g_free (self);
}

GCancellable *
diapason_deadline_get_cancellable (DiapasonDeadline *self)
{
  return self->below;
}

gboolean
diapason_deadline_is_over (DiapasonDeadline *self)
{
  return g_cancellable_is_cancelled (self->below);
}

void
diapason_deadline_bring_forward (DiapasonDeadline *self, GError *error)
{
  g_clear_error (&self->late);
  self->late = error;
  g_source_set_ready_time (self->timer, 0);
  g_cancellable_cancel (self->below);
}

gboolean
diapason_deadline_end (DiapasonDeadline *self)
{
  stop_watching (self);
  return !diapason_deadline_is_over (self);
}
