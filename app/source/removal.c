/* removal.c: see removal.h. First nothing of it may be on its way any more, then its login goes,
 * then its rows. */
#include "removal.h"

#include <glib/gi18n-lib.h>

#include "ingest.h"

#define SLICE_RECORDS 200

typedef struct
{
  DiapasonStore *store;         /* (owned) */
  DiapasonSecrets *secrets;     /* (owned) */
  DiapasonSourceRunner *runner; /* (owned) (nullable) */
  char *name;                   /* (owned) */
  char *note;                   /* (owned) (nullable) */
} Removal;

static void
removal_free (gpointer data)
{
  Removal *self = data;

  g_object_unref (self->store);
  g_object_unref (self->secrets);
  g_clear_object (&self->runner);
  g_free (self->name);
  g_free (self->note);
  g_free (self);
}

static gboolean
leave_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_ingest_leave (database, data, SLICE_RECORDS, more, error);
}

static void
left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (diapason_store_write_finish (DIAPASON_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
login_cleared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Removal *self = g_task_get_task_data (task);

  if (!diapason_secrets_clear_finish (DIAPASON_SECRETS (source), result, NULL))
    self->note = g_strdup_printf (_("The keyring of this machine, if there is one, is locked or "
                                    "does not answer, so the login may still be in it. Delete it "
                                    "there: it is called “Diapason: login for %s”."),
                                  self->name);
  diapason_store_write_async (self->store, DIAPASON_FILE_CACHE, DIAPASON_PRIORITY_MAINTENANCE,
                              leave_in_writer, g_strdup (self->name), g_free, left_cb,
                              g_object_ref (task));
}

static void
clear_login (GTask *task)
{
  Removal *self = g_task_get_task_data (task);

  diapason_secrets_clear_async (self->secrets, self->name, NULL, login_cleared_cb,
                                g_object_ref (task));
}

static void
retired_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (diapason_source_runner_retire_finish (DIAPASON_SOURCE_RUNNER (source), result, &error))
    clear_login (task);
  else
    g_task_return_error (task, error);
}

void
diapason_removal_run_async (DiapasonStore *store,
                            DiapasonSecrets *secrets,
                            DiapasonSourceRunner *runner,
                            const char *name,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Removal *self = g_new0 (Removal, 1);

  g_task_set_source_tag (task, diapason_removal_run_async);
  self->store = g_object_ref (store);
  self->secrets = g_object_ref (secrets);
  g_set_object (&self->runner, runner);
  self->name = g_strdup (name);
  g_task_set_task_data (task, self, removal_free);
  if (runner != NULL)
    diapason_source_runner_retire_async (runner, retired_cb, g_object_ref (task));
  else
    clear_login (task);
}

gboolean
diapason_removal_run_finish (GAsyncResult *result, char **out_note, GError **error)
{
  Removal *self = g_task_get_task_data (G_TASK (result));

  *out_note = g_steal_pointer (&self->note);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gpointer
find_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return diapason_ingest_leaving (database, error);
}

void
diapason_removal_find_async (DiapasonStore *store,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  diapason_store_read_async (store, DIAPASON_LANE_LIST, find_in_reader, NULL, NULL,
                             (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
diapason_removal_find_finish (DiapasonStore *store, GAsyncResult *result, GError **error)
{
  return diapason_store_read_finish (store, result, error);
}

static gboolean
stay_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_ingest_set_leaving (database, data, FALSE, error);
}

void
diapason_removal_stay_async (DiapasonStore *store, const char *name)
{
  diapason_store_write_async (store, DIAPASON_FILE_CACHE, DIAPASON_PRIORITY_SYNC, stay_in_writer,
                              g_strdup (name), g_free, NULL, NULL);
}
