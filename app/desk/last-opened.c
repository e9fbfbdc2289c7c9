/* last-opened.c: whom somebody opened last, to be found again before a letter is typed. See desk.h.
 */
#include "desk-private.h"

#include "opened-person.h"

static gboolean
note_in_writer (DiapasonDatabase *database, gpointer person, gboolean *more, GError **error)
{
  return diapason_opened_person_note (database, person, error);
}

static void
noted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!diapason_store_write_finish (DIAPASON_STORE (object), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("Who was opened is not remembered: %s", error->message);
}

void
diapason_desk_note_opened (DiapasonDesk *self, const DiapasonCard *card)
{
  diapason_store_write_async (self->store, DIAPASON_FILE_WORK, DIAPASON_PRIORITY_PERSON,
                              note_in_writer, diapason_person_record_ref (card->person),
                              (GDestroyNotify) diapason_person_record_unref, noted_cb, NULL);
}

static gpointer
opened_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return diapason_opened_persons_read (database, error);
}

void
diapason_desk_last_opened_async (DiapasonDesk *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  diapason_desk_read (self, DIAPASON_LANE_FAST, opened_in_reader, NULL, NULL,
                      (GDestroyNotify) g_ptr_array_unref, diapason_desk_last_opened_async,
                      cancellable, callback, user_data);
}

GPtrArray *
diapason_desk_last_opened_finish (DiapasonDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
