/* sources.c: how each source is doing, and signing in to one. See desk.h. */
#include "desk-private.h"
#include "task-text.h"

GListModel *
diapason_desk_get_sources (DiapasonDesk *self)
{
  return self->sources;
}

DiapasonSourceStatus *
diapason_desk_find_source (DiapasonDesk *self, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->sources); i++)
    {
      g_autoptr (DiapasonSourceStatus) status = g_list_model_get_item (self->sources, i);

      if (g_strcmp0 (diapason_source_status_get_name (status), name) == 0)
        return g_steal_pointer (&status);
    }
  return NULL;
}

char **
diapason_desk_login_fields (DiapasonDesk *self, const char *source)
{
  DiapasonDescriptor *descriptor =
      self->engine != NULL ? diapason_sync_engine_get_descriptor (self->engine, source) : NULL;

  if (descriptor == NULL)
    return NULL;
  return diapason_authentication_plan_fields (diapason_descriptor_get_authentication (descriptor));
}

static void
signed_in_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  char *notice = NULL;

  if (!diapason_sync_engine_sign_in_finish (DIAPASON_SYNC_ENGINE (object), result, &notice, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, notice, g_free);
}

void
diapason_desk_sign_in_async (DiapasonDesk *self,
                             const char *source,
                             GHashTable *login,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, diapason_desk_sign_in_async);
  diapason_sync_engine_sign_in_async (self->engine, source, login, cancellable, signed_in_cb, task);
}

gboolean
diapason_desk_sign_in_finish (DiapasonDesk *self,
                              GAsyncResult *result,
                              char **notice,
                              GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return diapason_task_propagate_text (G_TASK (result), notice, error);
}

void
diapason_desk_sync_now (DiapasonDesk *self, const char *source)
{
  if (self->engine != NULL)
    diapason_sync_engine_sync_now (self->engine, source);
}

gboolean
diapason_desk_is_filling (DiapasonDesk *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->sources); i++)
    {
      g_autoptr (DiapasonSourceStatus) status = g_list_model_get_item (self->sources, i);
      DiapasonSourceState state = diapason_source_status_get_state (status);

      if (diapason_source_status_get_in_sync_since (status) == 0 &&
          (state == DIAPASON_SOURCE_NEW || state == DIAPASON_SOURCE_FETCHING))
        return TRUE;
    }
  return self->derive != NULL && !diapason_derive_get_idle (self->derive);
}

gboolean
diapason_desk_is_cut_off (DiapasonDesk *self)
{
  guint n = g_list_model_get_n_items (self->sources);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DiapasonSourceStatus) status = g_list_model_get_item (self->sources, i);
      DiapasonSourceState state = diapason_source_status_get_state (status);

      if (state != DIAPASON_SOURCE_FAILING && state != DIAPASON_SOURCE_LOGIN)
        return FALSE;
    }
  return n > 0;
}
