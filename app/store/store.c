/* store.c: the four workers, what runs on them, and how a commit becomes a signal.
 *
 * Thread: main for everything named diapason_store_; functions ending in _in_reader and _in_writer
 * run on a worker. Lifetime: the owner closes it; jobs that wait are then cancelled, those that run
 * end first.
 */
#include "store.h"

#include <glib/gi18n-lib.h>

#include <unistd.h>

#include "aside.h"
#include "check.h"
#include "database-private.h"
#include "open.h"
#include "profile-folder.h"
#include "store-errors.h"

typedef enum
{
  SEAT_READER_FAST,
  SEAT_READER_LIST,
  SEAT_CACHE_WRITER,
  SEAT_WORK_WRITER,
  N_SEATS,
} Seat;

#define LONG_LOG                                                                                   \
  10000 /* pages of cache.db: 40 MB. Taken out more often the same pages are written               \
         * more often. */

static const char *const thread_names[N_SEATS] = {
  [SEAT_READER_FAST] = "reader-fast",
  [SEAT_READER_LIST] = "reader-list",
  [SEAT_CACHE_WRITER] = "cache-writer",
  [SEAT_WORK_WRITER] = "work-writer",
};

struct _DiapasonStore
{
  GObject parent_instance;

  DiapasonClock *clock;  /* (owned) */
  GMainContext *context; /* (owned) that of the main thread */
  char *folder;          /* (owned) */
  int lock;              /* file descriptor, -1: none; without it nothing is marked */
  GPtrArray *notices;    /* (owned) (element-type utf8) */
  DiapasonCheck *check;  /* (owned) (nullable) */
  DiapasonWorker
      *workers[N_SEATS]; /* (owned) (nullable: closed, or a writer where none is wanted) */
  DiapasonDatabase *databases[N_SEATS]; /* (owned) (nullable) */

  GMutex mutex;               /* for what follows */
  DiapasonChangeSet *pending; /* (owned) (nullable) committed, not told yet */
  GPtrArray *troubles;        /* (owned) (element-type utf8) not told yet */
  guint troubled;             /* a bit a DiapasonFile whose damage is known */
  GSource *telling;           /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (DiapasonStore, diapason_store, G_TYPE_OBJECT)

static guint changed_signal;
static guint troubled_signal;

static void
diapason_store_dispose (GObject *object)
{
  diapason_store_close (DIAPASON_STORE (object));
  G_OBJECT_CLASS (diapason_store_parent_class)->dispose (object);
}

static void
diapason_store_finalize (GObject *object)
{
  DiapasonStore *self = DIAPASON_STORE (object);

  g_clear_object (&self->clock);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->notices, g_ptr_array_unref);
  g_clear_pointer (&self->troubles, g_ptr_array_unref);
  g_clear_pointer (&self->folder, g_free);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (diapason_store_parent_class)->finalize (object);
}

static void
diapason_store_class_init (DiapasonStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = diapason_store_dispose;
  object_class->finalize = diapason_store_finalize;

  /* The set is borrowed: a handler that keeps it takes a reference. */
  changed_signal = g_signal_new ("changed", DIAPASON_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  troubled_signal = g_signal_new ("troubled", DIAPASON_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
diapason_store_init (DiapasonStore *self)
{
  self->lock = -1;
  self->context = g_main_context_ref_thread_default ();
  self->notices = g_ptr_array_new_with_free_func (g_free);
  self->troubles = g_ptr_array_new_with_free_func (g_free);
  g_mutex_init (&self->mutex);
}

static gboolean
tell (gpointer data)
{
  DiapasonStore *self = data;
  g_autoptr (DiapasonStore) alive G_GNUC_UNUSED = g_object_ref (self);
  g_autoptr (DiapasonChangeSet) set = NULL;
  g_autoptr (GPtrArray) troubles = NULL;

  g_mutex_lock (&self->mutex);
  set = g_steal_pointer (&self->pending);
  troubles = g_steal_pointer (&self->troubles);
  self->troubles = g_ptr_array_new_with_free_func (g_free);
  g_clear_pointer (&self->telling, g_source_unref);
  g_mutex_unlock (&self->mutex);

  if (set != NULL)
    g_signal_emit (self, changed_signal, 0, set);
  for (guint i = 0; i < troubles->len; i++)
    g_signal_emit (self, troubled_signal, 0, g_ptr_array_index (troubles, i));
  return G_SOURCE_REMOVE;
}

static void
tell_later_locked (DiapasonStore *self)
{
  if (self->telling != NULL)
    return;
  self->telling = g_idle_source_new ();
  g_source_set_priority (self->telling, G_PRIORITY_DEFAULT);
  g_source_set_static_name (self->telling, "DiapasonStore: changed");
  g_source_set_callback (self->telling, tell, self, NULL);
  g_source_attach (self->telling, self->context);
}

static gboolean
take_seat (DiapasonStore *self, Seat seat, sqlite3 *handle)
{
  if (handle == NULL)
    return FALSE;
  self->databases[seat] = diapason_database_new (handle, self->clock);
  if (seat == SEAT_CACHE_WRITER)
    diapason_database_keep_log (self->databases[seat], LONG_LOG);
  self->workers[seat] = diapason_worker_new (thread_names[seat],
                                             seat == SEAT_CACHE_WRITER || seat == SEAT_READER_LIST);
  diapason_database_set_worker (self->databases[seat], self->workers[seat]);
  return TRUE;
}

static gboolean
open_writers (DiapasonStore *self, const char *folder, GError **error)
{
  self->lock = diapason_folder_lock (folder, error);
  if (self->lock < 0)
    return FALSE;
  /* work.db first: the cache's connections attach it. */
  return take_seat (self, SEAT_WORK_WRITER,
                    diapason_open_writer (folder, DIAPASON_FILE_WORK, self->clock, self->notices,
                                          error)) &&
         take_seat (self, SEAT_CACHE_WRITER,
                    diapason_open_writer (folder, DIAPASON_FILE_CACHE, self->clock, self->notices,
                                          error));
}

/* Once a file: what is damaged stays so. */
static void
note_damage_in_worker (DiapasonStore *self, DiapasonFile file)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->mutex);

  if (self->lock < 0 || (self->troubled & 1u << file) != 0)
    return;
  self->troubled |= 1u << file;
  if (file == DIAPASON_FILE_CACHE)
    diapason_mark_set (self->folder, DIAPASON_MARK_DAMAGED);
  g_ptr_array_add (
      self->troubles,
      g_strdup (
          file == DIAPASON_FILE_CACHE
              ? _("Part of the local copy of what your sources say is damaged. At the next "
                  "start it is put aside and fetched again; what you wrote and decided is not "
                  "concerned. Close the program and start it again when you can.")
              : _("Part of the file that holds what you wrote and decided is damaged. Close "
                  "the program and start it again: it then saves what can be read, and keeps "
                  "the damaged file.")));
  tell_later_locked (self);
}

/* A job that failed may have met damage. */
static void
look_for_damage_in_worker (DiapasonStore *self, DiapasonDatabase *database)
{
  DiapasonFile file;

  if (diapason_database_take_damage (database, &file))
    note_damage_in_worker (self, file);
}

static void
damaged_in_checker (gpointer self)
{
  note_damage_in_worker (self, DIAPASON_FILE_CACHE);
}

static gboolean
plan_check (DiapasonStore *self, GError **error)
{
  if (self->lock < 0 || !diapason_mark_is_set (self->folder, DIAPASON_MARK_UNCHECKED))
    return TRUE;
  self->check = diapason_check_new (self->folder, self->clock, self->context, damaged_in_checker,
                                    self, error);
  return self->check != NULL;
}

DiapasonStore *
diapason_store_open (const char *folder,
                     DiapasonStoreMode mode,
                     DiapasonClock *clock,
                     GError **error)
{
  g_return_val_if_fail (folder != NULL && DIAPASON_IS_CLOCK (clock), NULL);

  g_autoptr (DiapasonStore) self = g_object_new (DIAPASON_TYPE_STORE, NULL);
  self->clock = g_object_ref (clock);
  self->folder = g_strdup (folder);
  if (mode == DIAPASON_STORE_READ_WRITE && !open_writers (self, folder, error))
    return NULL;
  if (!take_seat (self, SEAT_READER_FAST, diapason_open_reader (folder, error)) ||
      !take_seat (self, SEAT_READER_LIST, diapason_open_reader (folder, error)) ||
      !plan_check (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
tidy_file (DiapasonDatabase *database)
{
  sqlite3 *handle = diapason_database_handle (database);

  /* What cannot be done now, because somebody reads, is done at the next closing. */
  sqlite3_busy_timeout (handle, 0);
  sqlite3_exec (handle, "PRAGMA analysis_limit = 400; PRAGMA main.optimize", NULL, NULL, NULL);
  sqlite3_exec (handle, "PRAGMA main.wal_checkpoint (TRUNCATE)", NULL, NULL, NULL);
}

static void
stop_telling (DiapasonStore *self)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->mutex);

  if (self->telling != NULL)
    g_source_destroy (self->telling);
  g_clear_pointer (&self->telling, g_source_unref);
  g_clear_pointer (&self->pending, diapason_change_set_unref);
  g_ptr_array_set_size (self->troubles, 0);
}

void
diapason_store_close (DiapasonStore *self)
{
  g_return_if_fail (DIAPASON_IS_STORE (self));

  g_clear_pointer (&self->check, diapason_check_free);
  for (Seat seat = 0; seat < N_SEATS; seat++)
    if (self->workers[seat] != NULL)
      diapason_worker_shutdown (self->workers[seat]);
  /* In the order of seats: the last connection to a file is its writer, which then leaves no -wal.
   */
  for (Seat seat = 0; seat < N_SEATS; seat++)
    if (self->databases[seat] != NULL)
      {
        diapason_database_set_worker (self->databases[seat], NULL);
        if (seat == SEAT_CACHE_WRITER || seat == SEAT_WORK_WRITER)
          tidy_file (self->databases[seat]);
        g_clear_pointer (&self->databases[seat], diapason_database_free);
        g_clear_object (&self->workers[seat]);
      }
  stop_telling (self);
  if (self->lock >= 0)
    close (self->lock);
  self->lock = -1;
}

GPtrArray *
diapason_store_get_notices (DiapasonStore *self)
{
  g_return_val_if_fail (DIAPASON_IS_STORE (self), NULL);
  return self->notices;
}

DiapasonClock *
diapason_store_get_clock (DiapasonStore *self)
{
  g_return_val_if_fail (DIAPASON_IS_STORE (self), NULL);
  return self->clock;
}

/* On a writer, after COMMIT and before the job answers: "changed" comes before the job's callback.
 */
static void
publish_in_writer (DiapasonStore *self, DiapasonChangeSet *changes)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->mutex);

  if (diapason_change_set_is_empty (changes))
    return;
  if (self->pending == NULL)
    self->pending = diapason_change_set_ref (changes);
  else
    diapason_change_set_merge (self->pending, changes);
  tell_later_locked (self);
}

typedef struct
{
  DiapasonDatabase *database; /* (weak) */
  DiapasonPriority priority;
  DiapasonReadFunc read;
  DiapasonWriteFunc write;
  gpointer data;              /* (owned) with data_free */
  GDestroyNotify data_free;   /* (nullable) */
  GDestroyNotify result_free; /* (nullable) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->data_free != NULL)
    job->data_free (job->data);
  g_free (job);
}

/* Hands the job to the worker of @seat, or answers why not. */
static void
run_on (DiapasonStore *self,
        Seat seat,
        DiapasonPriority priority,
        GTask *task,
        Job *job,
        DiapasonWorkerFunc func)
{
  job->database = self->databases[seat];
  job->priority = priority;
  g_task_set_task_data (task, job, job_free);
  if (self->workers[seat] != NULL)
    diapason_worker_run (self->workers[seat], priority, task, func);
  else if (self->workers[SEAT_READER_FAST] != NULL)
    g_task_return_new_error (task, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_OPEN, "%s",
                             _("The data was opened for looking things up, so nothing can be "
                               "changed in it. Use the program's window for that."));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s",
                             _("The program is closing, so this was not done."));
}

static gboolean
read_in_reader (DiapasonWorker *worker, GTask *task, gpointer data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  gpointer result = NULL;
  gboolean overtaken = FALSE;

  if (diapason_database_begin_read (job->database, job->priority, g_task_get_cancellable (task),
                                    &error))
    {
      result = job->read (job->database, job->data, &error);
      if (error == NULL)
        diapason_database_is_whole (job->database, &error);
      overtaken = diapason_database_is_overtaken (job->database);
      diapason_database_end_read (job->database);
    }
  if (error == NULL)
    {
      g_task_return_pointer (task, result, job->result_free);
      return FALSE;
    }
  if (result != NULL && job->result_free != NULL)
    job->result_free (result);
  if (overtaken && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return TRUE;
  look_for_damage_in_worker (g_task_get_source_object (task), job->database);
  g_task_return_error (task, g_steal_pointer (&error));
  return FALSE;
}

void
diapason_store_read_async (DiapasonStore *self,
                           DiapasonLane lane,
                           DiapasonReadFunc func,
                           gpointer data,
                           GDestroyNotify data_free,
                           GDestroyNotify result_free,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (DIAPASON_IS_STORE (self) && func != NULL);

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, diapason_store_read_async);
  job->read = func;
  job->data = data;
  job->data_free = data_free;
  job->result_free = result_free;
  run_on (self, lane == DIAPASON_LANE_FAST ? SEAT_READER_FAST : SEAT_READER_LIST,
          lane == DIAPASON_LANE_LIST ? DIAPASON_PRIORITY_SYNC : DIAPASON_PRIORITY_PERSON, task, job,
          read_in_reader);
}

gpointer
diapason_store_read_finish (DiapasonStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* One slice: TRUE when it is committed. */
static gboolean
write_slice_in_writer (DiapasonStore *self, Job *job, gboolean *more, GError **error)
{
  g_autoptr (DiapasonChangeSet) changes = NULL;

  if (!diapason_database_begin_write (job->database, job->priority, error))
    return FALSE;
  if (!job->write (job->database, job->data, more, error))
    {
      diapason_database_rollback (job->database);
      return FALSE;
    }
  changes = diapason_database_commit (job->database, error);
  if (changes == NULL)
    return FALSE;
  publish_in_writer (self, changes);
  return TRUE;
}

static gboolean
write_in_writer (DiapasonWorker *worker, GTask *task, gpointer data)
{
  DiapasonStore *self = g_task_get_source_object (task);
  GError *error = NULL;
  gboolean more = FALSE;

  if (!write_slice_in_writer (self, data, &more, &error))
    {
      look_for_damage_in_worker (self, ((Job *) data)->database);
      g_task_return_error (task, error);
      return FALSE;
    }
  if (!more)
    g_task_return_boolean (task, TRUE);
  return more;
}

void
diapason_store_write_async (DiapasonStore *self,
                            DiapasonFile file,
                            DiapasonPriority priority,
                            DiapasonWriteFunc func,
                            gpointer data,
                            GDestroyNotify data_free,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (DIAPASON_IS_STORE (self) && func != NULL);

  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, diapason_store_write_async);
  job->write = func;
  job->data = data;
  job->data_free = data_free;
  run_on (self, file == DIAPASON_FILE_CACHE ? SEAT_CACHE_WRITER : SEAT_WORK_WRITER, priority, task,
          job, write_in_writer);
}

gboolean
diapason_store_write_finish (DiapasonStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
