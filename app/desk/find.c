/* find.c: find anyone or anything, as you type. See desk.h. */
#include "desk-private.h"

#include "background.h"
#include "find-read.h"
#include "store-errors.h"

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

/* What was found, and whether there may be more. */
typedef struct
{
  GPtrArray *hits; /* (owned) (nullable: taken) */
  gboolean cut;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->hits, g_ptr_array_unref);
  g_free (found);
}

static gpointer
find_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  const Query *query = data;

  gboolean cut;
  g_autoptr (GPtrArray) hits = diapason_find (database, query->words, query->limit, &cut, error);

  if (hits == NULL)
    return NULL;
  Found *found = g_new0 (Found, 1);
  found->hits = g_steal_pointer (&hits);
  found->cut = cut;
  return found;
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
  diapason_background_pause (DIAPASON_DESK_PAUSE_MS);
  diapason_desk_read (self, DIAPASON_LANE_SEARCH, find_in_reader, query, query_free, found_free,
                      diapason_desk_find_async, cancellable, callback, user_data);
}

/* A damaged index of words is made anew as soon as a search meets it. */
static void
mend (DiapasonDesk *self, const GError *reason)
{
  if (self->derive != NULL &&
      g_error_matches (reason, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_WORDS))
    diapason_derive_mend (self->derive);
}

GPtrArray *
diapason_desk_find_finish (DiapasonDesk *self,
                           GAsyncResult *result,
                           gboolean *out_cut,
                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  g_autoptr (GError) reason = NULL;
  Found *found = g_task_propagate_pointer (G_TASK (result), &reason);
  if (found == NULL)
    {
      mend (self, reason);
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  GPtrArray *hits = g_steal_pointer (&found->hits);
  if (out_cut != NULL)
    *out_cut = found->cut;
  found_free (found);
  return hits;
}
