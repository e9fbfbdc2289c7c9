/* remove-source.c: a source that a person no longer wants: its file, its login and what was fetched
 * from it go; what a person wrote stays. See desk.h. */
#include <glib/gi18n-lib.h>

#include "desk-private.h"
#include "ingest.h"
#include "task-text.h"

char *
diapason_desk_source_address (DiapasonDesk *self, const char *source)
{
  DiapasonDescriptor *descriptor =
      self->engine != NULL ? diapason_sync_engine_get_descriptor (self->engine, source) : NULL;

  return descriptor != NULL ? g_strdup (diapason_descriptor_get_base_url (descriptor)) : NULL;
}

const char *
diapason_desk_sources_stay (DiapasonDesk *self)
{
  if (self->sources_folder == NULL)
    return _("These sources came with the program, for as long as it runs: they cannot be "
             "removed.");
  return NULL;
}

static GFile *
file_of (DiapasonDesk *self, const char *source)
{
  g_autofree char *name = g_strconcat (source, ".json", NULL);

  return g_file_new_build_filename (self->sources_folder, name, NULL);
}

static void
removed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autofree char *notice = NULL;
  GError *error = NULL;

  if (diapason_sync_engine_remove_finish (DIAPASON_SYNC_ENGINE (object), result, &notice, &error))
    g_task_return_pointer (task, g_steal_pointer (&notice), g_free);
  else
    g_task_return_error (task, error);
}

static gboolean
mark_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_ingest_set_leaving (database, data, TRUE, error);
}

static gboolean
unmark_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_ingest_set_leaving (database, data, FALSE, error);
}

static void
write_mark (DiapasonDesk *self,
            const char *source,
            DiapasonWriteFunc func,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  diapason_store_write_async (self->store, DIAPASON_FILE_CACHE, DIAPASON_PRIORITY_PERSON, func,
                              g_strdup (source), g_free, callback, user_data);
}

static void
file_deleted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DiapasonDesk *self = g_task_get_source_object (task);
  const char *source = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!g_file_delete_finish (G_FILE (object), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      write_mark (self, source, unmark_in_writer, NULL, NULL);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED,
                               _("The source is still here, because the file that describes it "
                                 "cannot be deleted: %s. Delete the file yourself, or ask whoever "
                                 "looks after this machine."),
                               error->message);
      return;
    }
  diapason_sync_engine_remove_async (self->engine, source, removed_cb, g_object_ref (task));
}

static void
marked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DiapasonDesk *self = g_task_get_source_object (task);
  g_autoptr (GFile) file = file_of (self, g_task_get_task_data (task));
  GError *error = NULL;

  if (diapason_store_write_finish (DIAPASON_STORE (object), result, &error))
    g_file_delete_async (file, G_PRIORITY_DEFAULT, NULL, file_deleted_cb, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

void
diapason_desk_remove_source_async (DiapasonDesk *self,
                                   const char *source,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  const char *stays = diapason_desk_sources_stay (self);

  g_task_set_source_tag (task, diapason_desk_remove_source_async);
  g_task_set_task_data (task, g_strdup (source), g_free);
  if (stays != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s", stays);
  else
    write_mark (self, source, mark_in_writer, marked_cb, g_object_ref (task));
}

gboolean
diapason_desk_remove_source_finish (DiapasonDesk *self,
                                    GAsyncResult *result,
                                    char **notice,
                                    GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return diapason_task_propagate_text (G_TASK (result), notice, error);
}
