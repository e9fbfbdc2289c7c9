/* sync-engine.c: see sync-engine.h. Each source is a runner; here they are kept together. */
#include "sync-engine.h"

#include <glib/gi18n-lib.h>

#include "removal.h"
#include "source-check.h"
#include "source-runner.h"
#include "task-text.h"

struct _DiapasonSyncEngine
{
  GObject parent_instance;

  DiapasonStore *store;     /* (owned) */
  DiapasonSession *session; /* (owned) */
  DiapasonSecrets *secrets; /* (owned) */
  GPtrArray *runners;       /* (owned) of DiapasonSourceRunner */
  GListStore *statuses;     /* (owned) */
  GHashTable *leaving;      /* (owned) names of those that are being removed */
  GCancellable *looking;    /* (owned) (nullable) for those whose removal was cut short */
  gboolean is_started;
  gboolean is_paused;
};

G_DEFINE_FINAL_TYPE (DiapasonSyncEngine, diapason_sync_engine, G_TYPE_OBJECT)

static void
diapason_sync_engine_dispose (GObject *object)
{
  DiapasonSyncEngine *self = DIAPASON_SYNC_ENGINE (object);

  diapason_sync_engine_stop (self);
  g_cancellable_cancel (self->looking);
  g_ptr_array_set_size (self->runners, 0);
  G_OBJECT_CLASS (diapason_sync_engine_parent_class)->dispose (object);
}

static void
diapason_sync_engine_finalize (GObject *object)
{
  DiapasonSyncEngine *self = DIAPASON_SYNC_ENGINE (object);

  g_object_unref (self->store);
  g_object_unref (self->session);
  g_object_unref (self->secrets);
  g_ptr_array_unref (self->runners);
  g_object_unref (self->statuses);
  g_hash_table_unref (self->leaving);
  g_clear_object (&self->looking);
  G_OBJECT_CLASS (diapason_sync_engine_parent_class)->finalize (object);
}

static void
diapason_sync_engine_class_init (DiapasonSyncEngineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = diapason_sync_engine_dispose;
  object_class->finalize = diapason_sync_engine_finalize;
}

static void
diapason_sync_engine_init (DiapasonSyncEngine *self)
{
  self->runners = g_ptr_array_new_with_free_func (g_object_unref);
  self->statuses = g_list_store_new (DIAPASON_TYPE_SOURCE_STATUS);
  self->leaving = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

DiapasonSyncEngine *
diapason_sync_engine_new (DiapasonStore *store, DiapasonSession *session, DiapasonSecrets *secrets)
{
  DiapasonSyncEngine *self = g_object_new (DIAPASON_TYPE_SYNC_ENGINE, NULL);

  self->store = g_object_ref (store);
  self->session = g_object_ref (session);
  self->secrets = g_object_ref (secrets);
  return self;
}

static DiapasonSourceRunner *
get_runner (DiapasonSyncEngine *self, guint index)
{
  return g_ptr_array_index (self->runners, index);
}

static DiapasonSourceRunner *
find_runner (DiapasonSyncEngine *self, const char *name)
{
  for (guint i = 0; i < self->runners->len; i++)
    {
      DiapasonSourceRunner *runner = get_runner (self, i);
      DiapasonDescriptor *descriptor = diapason_source_runner_get_descriptor (runner);
      if (g_strcmp0 (diapason_descriptor_get_name (descriptor), name) == 0)
        return runner;
    }
  return NULL;
}

static GError *
unknown_source (const char *name)
{
  return g_error_new (DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_UNKNOWN,
                      _("There is no source “%s”, so nothing was done. Check its name against the "
                        "files in the sources' folder."),
                      name);
}

gboolean
diapason_sync_engine_add (DiapasonSyncEngine *self, DiapasonDescriptor *descriptor, GError **error)
{
  const char *name = diapason_descriptor_get_name (descriptor);

  if (find_runner (self, name) != NULL)
    {
      g_set_error (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_DESCRIPTOR,
                   _("There is a source “%s” already, so the second one is left out. Give one of "
                     "their files another name."),
                   name);
      return FALSE;
    }
  if (g_hash_table_contains (self->leaving, name))
    {
      g_set_error (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_DESCRIPTOR,
                   _("The source “%s” is still being removed, so it cannot be added yet. Add it "
                     "again in a moment."),
                   name);
      return FALSE;
    }
  DiapasonSourceRunner *runner =
      diapason_source_runner_new (descriptor, self->store, self->session, self->secrets);
  g_ptr_array_add (self->runners, runner);
  g_list_store_append (self->statuses, diapason_source_runner_get_status (runner));
  diapason_source_runner_set_paused (runner, self->is_paused);
  if (self->is_started)
    diapason_source_runner_start (runner);
  return TRUE;
}

GListModel *
diapason_sync_engine_get_statuses (DiapasonSyncEngine *self)
{
  return G_LIST_MODEL (self->statuses);
}

DiapasonDescriptor *
diapason_sync_engine_get_descriptor (DiapasonSyncEngine *self, const char *name)
{
  DiapasonSourceRunner *runner = find_runner (self, name);

  return runner == NULL ? NULL : diapason_source_runner_get_descriptor (runner);
}

/* Going --------------------------------------------------------------------------------------- */

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DiapasonSyncEngine *self = g_task_get_source_object (task);
  g_autofree char *note = NULL;
  GError *error = NULL;

  g_hash_table_remove (self->leaving, g_task_get_task_data (task));
  if (diapason_removal_run_finish (result, &note, &error))
    g_task_return_pointer (task, g_steal_pointer (&note), g_free);
  else
    g_task_return_error (task, error);
}

/* @task's data: the name. */
static void
leave (GTask *task, DiapasonSourceRunner *runner)
{
  DiapasonSyncEngine *self = g_task_get_source_object (task);
  const char *name = g_task_get_task_data (task);

  g_hash_table_add (self->leaving, g_strdup (name));
  diapason_removal_run_async (self->store, self->secrets, runner, name, removed_cb,
                              g_object_ref (task));
}

/* One that is described again is fetched, not taken away. */
static void
end_leaving (DiapasonSyncEngine *self, const char *name)
{
  g_autoptr (GTask) task = NULL;

  if (find_runner (self, name) != NULL)
    {
      diapason_removal_stay_async (self->store, name);
      return;
    }
  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_source_tag (task, end_leaving);
  g_task_set_task_data (task, g_strdup (name), g_free);
  leave (task, NULL);
}

static void
leavers_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DiapasonSyncEngine *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names =
      diapason_removal_find_finish (DIAPASON_STORE (source), result, &error);

  /* Then there is no engine any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  for (guint i = 0; names != NULL && i < names->len; i++)
    if (!g_hash_table_contains (self->leaving, g_ptr_array_index (names, i)))
      end_leaving (self, g_ptr_array_index (names, i));
}

static void
look_for_leavers (DiapasonSyncEngine *self)
{
  if (self->looking != NULL)
    return;
  self->looking = g_cancellable_new ();
  diapason_removal_find_async (self->store, self->looking, leavers_found_cb, self);
}

static void
take_out (DiapasonSyncEngine *self, DiapasonSourceRunner *runner)
{
  guint position;

  if (g_list_store_find (self->statuses, diapason_source_runner_get_status (runner), &position))
    g_list_store_remove (self->statuses, position);
  g_ptr_array_remove (self->runners, runner);
}

void
diapason_sync_engine_remove_async (DiapasonSyncEngine *self,
                                   const char *name,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  DiapasonSourceRunner *found = find_runner (self, name);
  g_autoptr (DiapasonSourceRunner) runner = found != NULL ? g_object_ref (found) : NULL;

  g_task_set_source_tag (task, diapason_sync_engine_remove_async);
  g_task_set_task_data (task, g_strdup (name), g_free);
  if (runner == NULL)
    {
      g_task_return_error (task, unknown_source (name));
      return;
    }
  take_out (self, runner);
  leave (task, runner);
}

gboolean
diapason_sync_engine_remove_finish (DiapasonSyncEngine *self,
                                    GAsyncResult *result,
                                    char **out_note,
                                    GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return diapason_task_propagate_text (G_TASK (result), out_note, error);
}

/* Going round --------------------------------------------------------------------------------- */

void
diapason_sync_engine_start (DiapasonSyncEngine *self)
{
  self->is_started = TRUE;
  look_for_leavers (self);
  for (guint i = 0; i < self->runners->len; i++)
    diapason_source_runner_start (get_runner (self, i));
}

void
diapason_sync_engine_stop (DiapasonSyncEngine *self)
{
  self->is_started = FALSE;
  for (guint i = 0; i < self->runners->len; i++)
    diapason_source_runner_stop (get_runner (self, i));
}

void
diapason_sync_engine_set_paused (DiapasonSyncEngine *self, gboolean paused)
{
  self->is_paused = paused;
  for (guint i = 0; i < self->runners->len; i++)
    diapason_source_runner_set_paused (get_runner (self, i), paused);
}

gboolean
diapason_sync_engine_get_paused (DiapasonSyncEngine *self)
{
  return self->is_paused;
}

void
diapason_sync_engine_sync_now (DiapasonSyncEngine *self, const char *name)
{
  for (guint i = 0; i < self->runners->len; i++)
    if (name == NULL || find_runner (self, name) == get_runner (self, i))
      diapason_source_runner_sync_now (get_runner (self, i));
}

void
diapason_sync_engine_network_changed (DiapasonSyncEngine *self, gboolean was_cut)
{
  /* Before anything new is asked. */
  if (was_cut && self->is_started)
    diapason_session_forget_connections (self->session);
  for (guint i = 0; i < self->runners->len; i++)
    diapason_source_runner_network_changed (get_runner (self, i), was_cut);
}

/* One round ---------------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *reports; /* (owned) of DiapasonSyncReport, in the order of the sources (nullable) */
  guint n_running;
  GError *error; /* (owned) (nullable) */
} Once;

static void
once_free (gpointer data)
{
  Once *once = data;

  g_ptr_array_unref (once->reports);
  g_clear_error (&once->error);
  g_free (once);
}

static void
report_free (gpointer data)
{
  if (data != NULL)
    diapason_sync_report_free (data);
}

static void
return_reports (GTask *task)
{
  Once *once = g_task_get_task_data (task);

  if (once->error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&once->error));
      return;
    }
  DiapasonSyncReport *all = diapason_sync_report_new ();
  for (guint i = 0; i < once->reports->len; i++)
    if (g_ptr_array_index (once->reports, i) != NULL)
      diapason_sync_report_add (all, g_ptr_array_index (once->reports, i));
  g_task_return_pointer (task, all, (GDestroyNotify) diapason_sync_report_free);
}

typedef struct
{
  GTask *task; /* (owned) */
  guint index;
} Part;

static void
part_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Part *part = user_data;
  g_autoptr (GTask) task = part->task;
  Once *once = g_task_get_task_data (task);

  once->reports->pdata[part->index] =
      diapason_source_runner_sync_once_finish (DIAPASON_SOURCE_RUNNER (source), result,
                                               once->error == NULL ? &once->error : NULL);
  if (--once->n_running == 0)
    return_reports (task);
}

static void
run_part (GTask *task, DiapasonSourceRunner *runner)
{
  Once *once = g_task_get_task_data (task);
  Part *part = g_new (Part, 1);

  *part = (Part){ g_object_ref (task), once->reports->len };
  g_ptr_array_add (once->reports, NULL);
  once->n_running++;
  diapason_source_runner_sync_once_async (runner, g_task_get_cancellable (task), part_done_cb,
                                          part);
}

void
diapason_sync_engine_sync_once_async (DiapasonSyncEngine *self,
                                      const char *name,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Once *once = g_new0 (Once, 1);

  g_task_set_source_tag (task, diapason_sync_engine_sync_once_async);
  once->reports = g_ptr_array_new_with_free_func (report_free);
  g_task_set_task_data (task, once, once_free);
  for (guint i = 0; i < self->runners->len; i++)
    if (name == NULL || find_runner (self, name) == get_runner (self, i))
      run_part (task, get_runner (self, i));
  if (once->n_running > 0)
    return;
  if (name != NULL)
    once->error = unknown_source (name);
  return_reports (task);
}

DiapasonSyncReport *
diapason_sync_engine_sync_once_finish (DiapasonSyncEngine *self,
                                       GAsyncResult *result,
                                       GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Signing in --------------------------------------------------------------------------------- */

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  char *note = NULL;
  GError *error = NULL;

  if (diapason_source_runner_sign_in_finish (DIAPASON_SOURCE_RUNNER (source), result, &note,
                                             &error))
    g_task_return_pointer (task, note, g_free);
  else
    g_task_return_error (task, error);
}

void
diapason_sync_engine_sign_in_async (DiapasonSyncEngine *self,
                                    const char *name,
                                    GHashTable *login,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  DiapasonSourceRunner *runner = find_runner (self, name);

  g_task_set_source_tag (task, diapason_sync_engine_sign_in_async);
  if (runner == NULL)
    g_task_return_error (task, unknown_source (name));
  else
    diapason_source_runner_sign_in_async (runner, login, cancellable, signed_in_cb,
                                          g_steal_pointer (&task));
}

gboolean
diapason_sync_engine_sign_in_finish (DiapasonSyncEngine *self,
                                     GAsyncResult *result,
                                     char **out_note,
                                     GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return diapason_task_propagate_text (G_TASK (result), out_note, error);
}

/* Before a source is added -------------------------------------------------------------------- */

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (diapason_source_check_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
diapason_sync_engine_check_async (DiapasonSyncEngine *self,
                                  DiapasonDescriptor *descriptor,
                                  GHashTable *login,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, diapason_sync_engine_check_async);
  diapason_source_check_async (descriptor, self->session, diapason_store_get_clock (self->store),
                               login, cancellable, checked_cb, task);
}

gboolean
diapason_sync_engine_check_finish (DiapasonSyncEngine *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
login_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DiapasonSyncEngine *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  if (diapason_secrets_store_finish (self->secrets, result, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  diapason_secrets_take_back (self->secrets, g_task_get_task_data (task));
  g_task_return_new_error (task, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_KEYRING, "%s",
                           error->message);
}

void
diapason_sync_engine_keep_login_async (DiapasonSyncEngine *self,
                                       const char *name,
                                       GHashTable *login,
                                       gboolean in_service,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, diapason_sync_engine_keep_login_async);
  g_task_set_task_data (task, g_strdup (name), g_free);
  if (in_service)
    {
      diapason_secrets_store_async (self->secrets, name, login, NULL, login_kept_cb,
                                    g_steal_pointer (&task));
      return;
    }
  diapason_secrets_lend (self->secrets, name, login);
  g_task_return_boolean (task, TRUE);
}

gboolean
diapason_sync_engine_keep_login_finish (DiapasonSyncEngine *self,
                                        GAsyncResult *result,
                                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
diapason_sync_engine_forget_login (DiapasonSyncEngine *self, const char *name)
{
  diapason_secrets_clear_async (self->secrets, name, NULL, NULL, NULL);
}
