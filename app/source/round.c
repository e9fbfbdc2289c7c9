/* round.c: see round.h.
 *
 * A round is the data of a GTask: begun (what the cache knows) → whoami → stream after stream. A
 * failure of one stream does not keep the next from being read; one of the source as a whole ends
 * the round.
 */
#include "round.h"

#include <glib/gi18n-lib.h>

#include "reading.h"
#include "source-sentences.h"
#include "whoami.h"

/* What the writer finds out at the beginning. */
typedef struct
{
  DiapasonDescriptor *descriptor; /* (owned) */
  gint64 source;
  GPtrArray *streams; /* (owned) of DiapasonStream, as the descriptor's */
} Beginning;

typedef struct
{
  DiapasonRoundTools tools;
  DiapasonStore *store; /* (owned) */
  GHashTable *only;     /* (owned) (nullable) */
  GHashTable *login;    /* (owned) (nullable) */
  gboolean ask_whoami;
  Beginning *beginning;        /* (owned by the write while it runs, then here) */
  guint next;                  /* stream */
  DiapasonRoundResult *result; /* (owned) */
} Round;

void
diapason_round_result_free (DiapasonRoundResult *result)
{
  g_clear_pointer (&result->report, diapason_sync_report_free);
  g_clear_error (&result->failure);
  g_free (result);
}

static void
beginning_clear (gpointer data)
{
  Beginning *beginning = data;

  diapason_descriptor_unref (beginning->descriptor);
  g_ptr_array_unref (beginning->streams);
}

static void
beginning_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, beginning_clear);
}

static void
round_free (gpointer data)
{
  Round *self = data;

  diapason_descriptor_unref (self->tools.descriptor);
  diapason_connection_unref (self->tools.connection);
  g_clear_object (&self->tools.cancellable);
  g_object_unref (self->store);
  g_clear_pointer (&self->only, g_hash_table_unref);
  g_clear_pointer (&self->login, g_hash_table_unref);
  g_clear_pointer (&self->beginning, beginning_unref);
  g_clear_pointer (&self->result, diapason_round_result_free);
  g_free (self);
}

static gboolean
begin_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  Beginning *beginning = data;
  DiapasonDescriptor *descriptor = beginning->descriptor;

  if (!diapason_ingest_source (database, descriptor->name, descriptor->label, &beginning->source,
                               error))
    return FALSE;
  for (guint i = 0; i < descriptor->streams->len; i++)
    {
      const DiapasonStreamPlan *plan = g_ptr_array_index (descriptor->streams, i);
      DiapasonStream *stream =
          diapason_ingest_stream (database, beginning->source, plan->name, error);
      if (stream == NULL)
        return FALSE;
      g_ptr_array_add (beginning->streams, stream);
    }
  return TRUE;
}

static void
end (GTask *task)
{
  Round *self = g_task_get_task_data (task);

  for (guint i = 0; i < self->result->report->rows->len; i++)
    self->result->refused +=
        ((DiapasonSyncReportRow *) g_ptr_array_index (self->result->report->rows, i))->refused;
  g_task_return_pointer (task, g_steal_pointer (&self->result),
                         (GDestroyNotify) diapason_round_result_free);
}

/* Notes @error (transfer full) at @stream and says whether the round can go on. */
static gboolean
note_failure (GTask *task, const char *stream, DiapasonEntity entity, GError *error)
{
  Round *self = g_task_get_task_data (task);
  gboolean is_of_source = diapason_reading_error_is_of_source (error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, error);
      return FALSE;
    }
  DiapasonSyncReportRow *row =
      diapason_sync_report_row (self->result->report, self->tools.descriptor->name,
                                is_of_source ? "" : stream,
                                is_of_source ? DIAPASON_ENTITY_NONE : entity);
  if (row->sentence == NULL)
    row->sentence = g_strdup (error->message);
  if (self->result->failure == NULL)
    self->result->failure = error;
  else
    g_error_free (error);
  if (is_of_source)
    end (task);
  return !is_of_source;
}

/* Streams ------------------------------------------------------------------------------------ */

static void next_stream (GTask *task);

static void
stream_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Round *self = g_task_get_task_data (task);
  const DiapasonStreamPlan *stream =
      g_ptr_array_index (self->tools.descriptor->streams, self->next);
  GError *error = NULL;

  if (!diapason_reading_run_finish (result, &error) &&
      !note_failure (task, stream->name,
                     stream->info == NULL ? DIAPASON_ENTITY_NONE : stream->info->entity, error))
    return;
  self->next++;
  next_stream (task);
}

static void
next_stream (GTask *task)
{
  Round *self = g_task_get_task_data (task);
  GPtrArray *streams = self->tools.descriptor->streams;

  while (self->only != NULL && self->next < streams->len &&
         !g_hash_table_contains (self->only, g_ptr_array_index (streams, self->next)))
    self->next++;
  if (self->next >= streams->len)
    end (task);
  else
    diapason_reading_run_async (&self->tools, g_ptr_array_index (streams, self->next),
                                g_ptr_array_index (self->beginning->streams, self->next),
                                stream_read_cb, g_object_ref (task));
}

/* Whoami ------------------------------------------------------------------------------------- */

static void
whoami_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Round *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->result->knows_me = diapason_store_write_finish (DIAPASON_STORE (source), result, &error);
  if (g_error_matches (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_PAGE))
    {
      g_autoptr (GError) half = error;
      error = diapason_source_error_page (self->tools.descriptor->label, _("your account"),
                                          half->message);
    }
  if (error == NULL || note_failure (task, "", DIAPASON_ENTITY_NONE, error))
    next_stream (task);
}

static void
keep_whoami (GTask *task, GBytes *answer, char *remote_id)
{
  Round *self = g_task_get_task_data (task);

  diapason_store_write_async (
      self->store, DIAPASON_FILE_CACHE, DIAPASON_PRIORITY_SYNC, diapason_whoami_keep_in_writer,
      diapason_whoami_new (self->tools.descriptor, self->tools.source, answer, remote_id),
      (GDestroyNotify) diapason_whoami_free, whoami_kept_cb, g_object_ref (task));
}

static void
whoami_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (DiapasonHttpResponse) response = diapason_connection_ask_finish (result, &error);

  if (response != NULL)
    keep_whoami (task, g_bytes_ref (diapason_http_response_get_body (response)), NULL);
  else if (note_failure (task, "", DIAPASON_ENTITY_NONE, error))
    next_stream (task);
}

static void
ask_whoami (GTask *task)
{
  Round *self = g_task_get_task_data (task);
  g_auto (DiapasonQuestion) question = { 0 };
  gboolean tells = FALSE;
  GError *error = NULL;

  char *remote_id = diapason_whoami_from_login (self->tools.descriptor, self->login);
  if (remote_id != NULL)
    {
      keep_whoami (task, NULL, remote_id);
      return;
    }
  if (!diapason_whoami_fill (&question, self->tools.descriptor, self->login, &tells, &error))
    {
      GError *whole = diapason_source_error_page (self->tools.descriptor->label, _("your account"),
                                                  error->message);
      g_error_free (error);
      if (note_failure (task, "", DIAPASON_ENTITY_NONE, whole))
        next_stream (task);
    }
  else if (tells)
    diapason_connection_ask_async (self->tools.connection, &question, self->tools.cancellable,
                                   whoami_answered_cb, g_object_ref (task));
  else
    next_stream (task);
}

/* Beginning ---------------------------------------------------------------------------------- */

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Round *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!diapason_store_write_finish (DIAPASON_STORE (source), result, &error))
    {
      note_failure (task, "", DIAPASON_ENTITY_NONE, error);
      return;
    }
  self->tools.source = self->result->source = self->beginning->source;
  if (g_task_return_error_if_cancelled (task))
    return;
  if (self->ask_whoami && diapason_whoami_is_described (self->tools.descriptor))
    ask_whoami (task);
  else
    next_stream (task);
}

void
diapason_round_run_async (DiapasonDescriptor *descriptor,
                          DiapasonConnection *connection,
                          DiapasonStore *store,
                          GHashTable *only,
                          GHashTable *login,
                          gboolean ask,
                          DiapasonRoundAppliedFunc applied,
                          gpointer applied_data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Round *self = g_new0 (Round, 1);

  g_task_set_source_tag (task, diapason_round_run_async);
  self->result = g_new0 (DiapasonRoundResult, 1);
  self->result->report = diapason_sync_report_new ();
  self->store = g_object_ref (store);
  self->only = only == NULL ? NULL : g_hash_table_ref (only);
  self->login = login == NULL ? NULL : g_hash_table_ref (login);
  self->ask_whoami = ask;
  self->beginning = g_atomic_rc_box_new0 (Beginning);
  self->beginning->descriptor = diapason_descriptor_ref (descriptor);
  self->beginning->streams = g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_stream_free);
  self->tools = (DiapasonRoundTools){
    .descriptor = diapason_descriptor_ref (descriptor),
    .connection = diapason_connection_ref (connection),
    .store = store,
    .report = self->result->report,
    .cancellable = cancellable == NULL ? NULL : g_object_ref (cancellable),
    .applied = applied,
    .data = applied_data,
  };
  g_task_set_task_data (task, self, round_free);
  diapason_store_write_async (store, DIAPASON_FILE_CACHE, DIAPASON_PRIORITY_SYNC, begin_in_writer,
                              g_atomic_rc_box_acquire (self->beginning), beginning_unref, begun_cb,
                              g_object_ref (task));
}

DiapasonRoundResult *
diapason_round_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
