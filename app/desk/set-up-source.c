/* set-up-source.c: see set-up-source.h. Adding is the data of a GTask: described (off the main
 * thread) → checked → login kept → written down (off it again) → added to the engine. */
#include "set-up-source.h"

#include <glib/gi18n-lib.h>

#include "desk-private.h"
#include "source-kinds.h"
#include "usable-read.h"

G_DEFINE_QUARK (diapason-set-up-error-quark, diapason_set_up_error)

const char *
diapason_desk_mission (DiapasonDesk *self)
{
  return diapason_policy_text_in (&diapason_desk_get_policy (self)->mission.text,
                                  g_get_language_names ());
}

gboolean
diapason_desk_can_add_source (DiapasonDesk *self)
{
  return self->engine != NULL && self->sources_folder != NULL;
}

static DiapasonSetUpError
code_of (const GError *below)
{
  if (below->domain != DIAPASON_SOURCE_ERROR)
    return DIAPASON_SET_UP_ERROR_ANSWER;
  switch (below->code)
    {
    case DIAPASON_SOURCE_ERROR_DESCRIPTOR:
      return DIAPASON_SET_UP_ERROR_KIND;
    case DIAPASON_SOURCE_ERROR_ADDRESS:
      return DIAPASON_SET_UP_ERROR_ADDRESS;
    case DIAPASON_SOURCE_ERROR_LOGIN:
      return DIAPASON_SET_UP_ERROR_LOGIN;
    case DIAPASON_SOURCE_ERROR_KEYRING:
      return DIAPASON_SET_UP_ERROR_KEYRING;
    case DIAPASON_SOURCE_ERROR_FILE:
      return DIAPASON_SET_UP_ERROR_FILE;
    default:
      return DIAPASON_SET_UP_ERROR_ANSWER;
    }
}

/* Takes @below. */
static void
return_failure (GTask *task, GError *below)
{
  g_autoptr (GError) taken = below;

  if (taken->domain == G_IO_ERROR)
    g_task_return_error (task, g_steal_pointer (&taken));
  else
    g_task_return_new_error (task, DIAPASON_SET_UP_ERROR, (int) code_of (taken), "%s",
                             taken->message);
}

/* Kinds */

static void
list_kinds_in_thread (GTask *task, gpointer desk, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, diapason_source_kinds_shipped (),
                         (GDestroyNotify) g_ptr_array_unref);
}

void
diapason_desk_source_kinds_async (DiapasonDesk *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, diapason_desk_source_kinds_async);
  g_task_run_in_thread (task, list_kinds_in_thread);
}

GPtrArray *
diapason_desk_source_kinds_finish (DiapasonDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
read_kind_in_thread (GTask *task, gpointer desk, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  DiapasonSourceKind *kind = diapason_source_kinds_read (path, &error);

  if (kind != NULL)
    g_task_return_pointer (task, kind, (GDestroyNotify) diapason_source_kind_unref);
  else
    return_failure (task, error);
}

void
diapason_desk_read_kind_async (DiapasonDesk *self,
                               GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  char *path = g_file_get_path (file);

  g_task_set_source_tag (task, diapason_desk_read_kind_async);
  g_task_set_task_data (task, path, g_free);
  if (path != NULL)
    g_task_run_in_thread (task, read_kind_in_thread);
  else
    g_task_return_new_error (task, DIAPASON_SET_UP_ERROR, DIAPASON_SET_UP_ERROR_KIND,
                             _("Only a file on this machine can be read here. Copy it to one of "
                               "your folders and choose it there."));
}

DiapasonSourceKind *
diapason_desk_read_kind_finish (DiapasonDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Adding */

/* Threads read it; what it says of the descriptor is set between them. */
typedef struct
{
  DiapasonSourceDraft *draft; /* (owned) */
  gboolean for_session;
  char *folder;                   /* (owned) */
  char **taken;                   /* (owned) names that sources have already */
  DiapasonDescriptor *descriptor; /* (owned) (nullable) before it was described */
} Adding;

static void
adding_free (gpointer data)
{
  Adding *self = data;

  diapason_source_draft_unref (self->draft);
  g_free (self->folder);
  g_strfreev (self->taken);
  g_clear_pointer (&self->descriptor, diapason_descriptor_unref);
  g_free (self);
}

static const char *
name_of (const Adding *self)
{
  return diapason_descriptor_get_name (self->descriptor);
}

static void
join (GTask *task)
{
  DiapasonDesk *desk = g_task_get_source_object (task);
  Adding *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (diapason_sync_engine_add (desk->engine, self->descriptor, &error))
    g_task_return_pointer (task, g_strdup (name_of (self)), g_free);
  else
    return_failure (task, error);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DiapasonDesk *desk = g_task_get_source_object (task);
  Adding *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      join (task);
      return;
    }
  diapason_sync_engine_forget_login (desk->engine, name_of (self));
  return_failure (task, error);
}

/* @data: the task that is added by; it waits meanwhile. */
static void
write_in_thread (GTask *writing, gpointer object, gpointer data, GCancellable *cancellable)
{
  const Adding *self = g_task_get_task_data (data);
  GError *error = NULL;

  if (diapason_source_kinds_keep (self->draft, self->folder, name_of (self), &error))
    g_task_return_boolean (writing, TRUE);
  else
    g_task_return_error (writing, error);
}

/* Lets a thread do a part of @task, which then goes on in @callback; until then that holds it. */
static void
run_part (GTask *task, GTaskThreadFunc func, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) part = g_task_new (NULL, NULL, callback, g_object_ref (task));

  g_task_set_source_tag (part, run_part);
  g_task_set_task_data (part, task, NULL);
  g_task_run_in_thread (part, func);
}

static void
login_kept_cb (GObject *engine, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (diapason_sync_engine_keep_login_finish (DIAPASON_SYNC_ENGINE (engine), result, &error))
    run_part (task, write_in_thread, written_cb);
  else
    return_failure (task, error);
}

static void
checked_cb (GObject *engine, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Adding *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!diapason_sync_engine_check_finish (DIAPASON_SYNC_ENGINE (engine), result, &error))
    return_failure (task, error);
  else if (*self->draft->kind->fields == NULL)
    run_part (task, write_in_thread, written_cb);
  else
    diapason_sync_engine_keep_login_async (DIAPASON_SYNC_ENGINE (engine), name_of (self),
                                           self->draft->login, !self->for_session, login_kept_cb,
                                           g_steal_pointer (&task));
}

static void
described_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DiapasonDesk *desk = g_task_get_source_object (task);
  Adding *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->descriptor = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->descriptor == NULL)
    return_failure (task, error);
  else
    diapason_sync_engine_check_async (desk->engine, self->descriptor, self->draft->login,
                                      g_task_get_cancellable (task), checked_cb,
                                      g_object_ref (task));
}

static void
describe_in_thread (GTask *describing, gpointer object, gpointer data, GCancellable *cancellable)
{
  const Adding *self = g_task_get_task_data (data);
  g_autofree char *name = diapason_source_kinds_free_name (self->draft->kind, self->folder,
                                                           (const char *const *) self->taken);
  GError *error = NULL;
  DiapasonDescriptor *descriptor = diapason_source_kinds_describe (self->draft, name, &error);

  if (descriptor != NULL)
    g_task_return_pointer (describing, descriptor, (GDestroyNotify) diapason_descriptor_unref);
  else
    g_task_return_error (describing, error);
}

static char **
taken_names (DiapasonDesk *self)
{
  guint n = g_list_model_get_n_items (self->sources);
  char **names = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DiapasonSourceStatus) status = g_list_model_get_item (self->sources, i);

      names[i] = g_strdup (diapason_source_status_get_name (status));
    }
  return names;
}

void
diapason_desk_add_source_async (DiapasonDesk *self,
                                DiapasonSourceDraft *draft,
                                gboolean for_session,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (diapason_desk_can_add_source (self));

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Adding *adding = g_new0 (Adding, 1);
  g_task_set_source_tag (task, diapason_desk_add_source_async);
  /* What was done is told, also to somebody who would have stopped it. */
  g_task_set_check_cancellable (task, FALSE);
  adding->draft = diapason_source_draft_ref (draft);
  adding->for_session = for_session;
  adding->folder = g_strdup (self->sources_folder);
  adding->taken = taken_names (self);
  g_task_set_task_data (task, adding, adding_free);
  run_part (task, describe_in_thread, described_cb);
}

char *
diapason_desk_add_source_finish (DiapasonDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What can be used */

static gpointer
look_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  guint usable = 0;

  return diapason_usable_read (database, &usable, error) ? g_memdup2 (&usable, sizeof usable)
                                                         : NULL;
}

void
diapason_desk_look_usable_async (DiapasonDesk *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  diapason_desk_read (self, DIAPASON_LANE_FAST, look_in_reader, NULL, NULL, g_free,
                      diapason_desk_look_usable_async, cancellable, callback, user_data);
}

gboolean
diapason_desk_look_usable_finish (DiapasonDesk *self,
                                  GAsyncResult *result,
                                  guint *out,
                                  GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_autofree guint *usable = g_task_propagate_pointer (G_TASK (result), error);

  if (usable == NULL)
    return FALSE;
  *out = *usable;
  return TRUE;
}
