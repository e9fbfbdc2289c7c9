/* my-presence.c: whether whoever is signed in is there, as the platform tells it. Thread: main;
 * functions ending in _in_reader run on a reader. */
#include "desk-private.h"
#include "presence-read.h"

static gpointer
presence_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return diapason_presence_read_mine (database, error);
}

void
diapason_desk_my_presence_async (DiapasonDesk *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  diapason_desk_read (self, DIAPASON_LANE_FAST, presence_in_reader, NULL, NULL,
                      (GDestroyNotify) diapason_presence_record_unref,
                      diapason_desk_my_presence_async, cancellable, callback, user_data);
}

DiapasonPresenceRecord *
diapason_desk_my_presence_finish (DiapasonDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
