/* derive.c: runs the slices while there is work.
 *
 * One write job is under way at a time; it asks to be called again as long as something waits. A
 * change in the store meanwhile, our own commits included, asks for one more look when it ends:
 * that finds nothing, commits nothing, and so ends it.
 *
 * Thread: main; functions ending in _in_writer run on the writer of cache.db. Lifetime: the job in
 * the writer shares nothing with the object but its Job.
 */
#include "derive.h"

#include "derive-slice.h"
#include "identity.h"
#include "store-errors.h"

#define SLICE_RECORDS 1000
#define SLICE_BUDGET  (50 * 1000) /* microseconds */

/* Shared with the writer. */
typedef struct
{
  int stopped;       /* atomic */
  char *zone;        /* (owned) */
  gboolean prepared; /* the writer's own */
} Job;

struct _DiapasonDerive
{
  GObject parent_instance;

  DiapasonStore *store; /* (owned) (nullable: disposed) */
  Job *job;             /* (owned) */
  GPtrArray *waiters;   /* (owned) of GTask */
  gulong changed_id;
  gboolean running;
  gboolean again;
  gboolean idle;
  gboolean repaired; /* one repair a session: a second damage has another cause */
};

G_DEFINE_FINAL_TYPE (DiapasonDerive, diapason_derive, G_TYPE_OBJECT)

typedef enum
{
  PROP_IDLE = 1,
} DiapasonDeriveProperty;

static GParamSpec *properties[PROP_IDLE + 1];

static void run (DiapasonDerive *self);

static void
job_clear (gpointer job)
{
  g_free (((Job *) job)->zone);
}

static void
job_unref (gpointer job)
{
  g_atomic_rc_box_release_full (job, job_clear);
}

static void
set_idle (DiapasonDerive *self, gboolean idle)
{
  if (self->idle == idle)
    return;
  self->idle = idle;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IDLE]);
}

static gboolean
derive_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  Job *job = data;

  if (g_atomic_int_get (&job->stopped))
    return TRUE;
  if (!job->prepared)
    {
      job->prepared = diapason_derive_prepare (database, job->zone, error);
      *more = job->prepared;
      return job->prepared;
    }
  return diapason_derive_slice (database, SLICE_RECORDS, SLICE_BUDGET, more, error);
}

static gboolean
repair_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_derive_repair (database, error);
}

static void
answer (DiapasonDerive *self, const GError *error)
{
  g_autoptr (GPtrArray) waiters = g_steal_pointer (&self->waiters);

  self->waiters = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiters->len; i++)
    if (error != NULL)
      g_task_return_error (g_ptr_array_index (waiters, i), g_error_copy (error));
    else
      g_task_return_boolean (g_ptr_array_index (waiters, i), TRUE);
}

static void
job_ended (DiapasonDerive *self, const GError *error)
{
  self->running = FALSE;
  if (self->store == NULL)
    return;
  if (error == NULL && self->again)
    {
      run (self);
      return;
    }
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("Derived data could not be made; it is tried again with the next change: %s",
               error->message);
  set_idle (self, error == NULL);
  answer (self, error);
}

/* A damaged full-text index is made anew; the file is left alone. */
static gboolean
is_damage (DiapasonDerive *self, const GError *error)
{
  return self->store != NULL && !self->repaired &&
         g_error_matches (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_WORDS);
}

static void
derive_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DiapasonDerive) self = user_data;
  g_autoptr (GError) error = NULL;

  diapason_store_write_finish (DIAPASON_STORE (source), result, &error);
  if (is_damage (self, error))
    {
      diapason_derive_mend (self);
      g_clear_error (&error);
    }
  job_ended (self, error);
}

static void
run (DiapasonDerive *self)
{
  self->again = self->running;
  if (self->running)
    return;
  self->running = TRUE;
  diapason_store_write_async (self->store, DIAPASON_FILE_CACHE, DIAPASON_PRIORITY_MAINTENANCE,
                              derive_in_writer, g_atomic_rc_box_acquire (self->job), job_unref,
                              derive_done_cb, g_object_ref (self));
}

static void
store_changed_cb (DiapasonDerive *self)
{
  set_idle (self, FALSE);
  run (self);
}

static void
diapason_derive_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DiapasonDerive *self = DIAPASON_DERIVE (object);

  switch ((DiapasonDeriveProperty) id)
    {
    case PROP_IDLE:
      g_value_set_boolean (value, self->idle);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_derive_dispose (GObject *object)
{
  DiapasonDerive *self = DIAPASON_DERIVE (object);

  g_atomic_int_set (&self->job->stopped, TRUE);
  if (self->store != NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                                      "The program ends; the rest is made later.");
      g_clear_signal_handler (&self->changed_id, self->store);
      g_clear_object (&self->store);
      answer (self, error);
    }
  G_OBJECT_CLASS (diapason_derive_parent_class)->dispose (object);
}

static void
diapason_derive_finalize (GObject *object)
{
  DiapasonDerive *self = DIAPASON_DERIVE (object);

  g_clear_pointer (&self->job, job_unref);
  g_clear_pointer (&self->waiters, g_ptr_array_unref);
  G_OBJECT_CLASS (diapason_derive_parent_class)->finalize (object);
}

static void
diapason_derive_class_init (DiapasonDeriveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = diapason_derive_get_property;
  object_class->dispose = diapason_derive_dispose;
  object_class->finalize = diapason_derive_finalize;

  properties[PROP_IDLE] =
      g_param_spec_boolean ("idle", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_IDLE, properties[PROP_IDLE]);
}

static void
diapason_derive_init (DiapasonDerive *self)
{
  self->job = g_atomic_rc_box_new0 (Job);
  self->waiters = g_ptr_array_new_with_free_func (g_object_unref);
}

DiapasonDerive *
diapason_derive_new (DiapasonStore *store, const char *zone)
{
  DiapasonDerive *self = g_object_new (DIAPASON_TYPE_DERIVE, NULL);

  self->job->zone = g_strdup (zone);
  self->store = g_object_ref (store);
  self->changed_id = g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                                              G_CONNECT_SWAPPED);
  run (self);
  return self;
}

gboolean
diapason_derive_get_idle (DiapasonDerive *self)
{
  g_return_val_if_fail (DIAPASON_IS_DERIVE (self), FALSE);
  return self->idle;
}

void
diapason_derive_drain_async (DiapasonDerive *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (DIAPASON_IS_DERIVE (self) && self->store != NULL);

  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, diapason_derive_drain_async);
  g_ptr_array_add (self->waiters, task);
  run (self);
}

gboolean
diapason_derive_drain_finish (DiapasonDerive *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
mended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!diapason_store_write_finish (DIAPASON_STORE (source), result, &error))
    g_warning ("The index of words could not be made anew: %s", error->message);
}

void
diapason_derive_mend (DiapasonDerive *self)
{
  g_return_if_fail (DIAPASON_IS_DERIVE (self) && self->store != NULL);

  if (self->repaired)
    return;
  g_message ("The index of words is damaged and is made anew.");
  self->repaired = TRUE;
  diapason_store_write_async (self->store, DIAPASON_FILE_CACHE, DIAPASON_PRIORITY_MAINTENANCE,
                              repair_in_writer, NULL, NULL, mended_cb, NULL);
  run (self);
}

static gboolean
relink_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_identity_relink (database, *(gint64 *) data, error);
}

static void
relink_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (diapason_store_write_finish (DIAPASON_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
diapason_derive_relink_async (DiapasonDerive *self,
                              gint64 customer,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (DIAPASON_IS_DERIVE (self) && self->store != NULL);

  GTask *task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, diapason_derive_relink_async);
  diapason_store_write_async (self->store, DIAPASON_FILE_CACHE, DIAPASON_PRIORITY_PERSON,
                              relink_in_writer, g_memdup2 (&customer, sizeof customer), g_free,
                              relink_done_cb, task);
}

gboolean
diapason_derive_relink_finish (DiapasonDerive *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
