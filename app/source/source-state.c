/* source-state.c: see source-state.h. */
#include "source-state.h"

#include "ingest.h"

typedef struct
{
  gint64 in_sync_since;
  gint64 retry_at;
} State;

static gpointer
read_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  g_autofree State *state = g_new0 (State, 1);
  gint64 source = 0;
  gint64 me = 0;

  if (!diapason_ingest_source (database, data, NULL, &source, error) || source == 0 ||
      !diapason_ingest_source_state (database, source, &state->in_sync_since, &state->retry_at, &me,
                                     error))
    return NULL;
  return g_steal_pointer (&state);
}

void
diapason_source_state_read_async (DiapasonStore *store,
                                  const char *name,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  diapason_store_read_async (store, DIAPASON_LANE_FAST, read_in_reader, g_strdup (name), g_free,
                             g_free, NULL, callback, user_data);
}

gboolean
diapason_source_state_read_finish (DiapasonStore *store,
                                   GAsyncResult *result,
                                   gint64 *in_sync_since,
                                   gint64 *retry_at)
{
  g_autofree State *state = diapason_store_read_finish (store, result, NULL);

  *in_sync_since = state == NULL ? 0 : state->in_sync_since;
  *retry_at = state == NULL ? 0 : state->retry_at;
  return state != NULL;
}

static gboolean
keep_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  const DiapasonSourceOutcome *outcome = data;

  if (outcome->in_sync_at != 0 &&
      !diapason_ingest_set_in_sync (database, outcome->source, outcome->in_sync_at, error))
    return FALSE;
  return !outcome->keep_retry_at ||
         diapason_ingest_set_retry_at (database, outcome->source, outcome->retry_at, error);
}

void
diapason_source_state_keep_async (DiapasonStore *store,
                                  const DiapasonSourceOutcome *outcome,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  diapason_store_write_async (store, DIAPASON_FILE_CACHE, DIAPASON_PRIORITY_SYNC, keep_in_writer,
                              g_memdup2 (outcome, sizeof *outcome), g_free, callback, user_data);
}
