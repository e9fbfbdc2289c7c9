/* find.c: find anyone or anything, as you type. See desk.h. */
#include "desk-private.h"

#include "find-read.h"

typedef struct
{
  char *words; /* (owned) */
  guint limit;
} Query;

static void
query_free (gpointer data)
{
  Query *query = data;

  g_free (query->words);
  g_free (query);
}

static gpointer
find_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  const Query *query = data;

  return diapason_find (database, query->words, query->limit, error);
}

void
diapason_desk_find_async (DiapasonDesk *self,
                          const char *words,
                          guint limit,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Query *query = g_new0 (Query, 1);

  query->words = g_strdup (words);
  query->limit = limit;
  diapason_desk_read (self, DIAPASON_LANE_LIST, find_in_reader, query, query_free,
                      (GDestroyNotify) g_ptr_array_unref, diapason_desk_find_async, cancellable,
                      callback, user_data);
}

GPtrArray *
diapason_desk_find_finish (DiapasonDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
