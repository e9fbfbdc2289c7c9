/* connection.c: see connection.h. */
#include "connection.h"

#include <stdio.h>

#include "dates.h"
#include "net-errors.h"
#include "paging.h"
#include "source-sentences.h"

#define LONGEST_PAUSE_MS (60 * 60 * 1000)

struct _DiapasonConnection
{
  DiapasonDescriptor *descriptor;         /* (owned) */
  DiapasonAuthentication *authentication; /* (owned) */
  DiapasonClock *clock;                   /* (owned) */
  gint64 pause_until;                     /* steady: asked for with 429; 0: none */
  gint64 quota_until;                     /* steady: no request is left before; 0: there are some */
  gint64 server_ms;                       /* the last Date, and when it came by the steady clock */
  gint64 server_at;
};

DiapasonConnection *
diapason_connection_new (DiapasonDescriptor *descriptor,
                         DiapasonSession *session,
                         DiapasonClock *clock)
{
  DiapasonConnection *connection = g_rc_box_new0 (DiapasonConnection);

  connection->descriptor = diapason_descriptor_ref (descriptor);
  connection->authentication =
      diapason_authentication_new (session, clock, descriptor->authentication,
                                   descriptor->base_url);
  connection->clock = g_object_ref (clock);
  connection->server_ms = DIAPASON_NEVER;
  return connection;
}

DiapasonConnection *
diapason_connection_ref (DiapasonConnection *connection)
{
  return g_rc_box_acquire (connection);
}

static void
connection_clear (gpointer data)
{
  DiapasonConnection *connection = data;

  diapason_descriptor_unref (connection->descriptor);
  g_object_unref (connection->authentication);
  g_object_unref (connection->clock);
}

void
diapason_connection_unref (DiapasonConnection *connection)
{
  g_rc_box_release_full (connection, connection_clear);
}

void
diapason_connection_set_login (DiapasonConnection *connection, GHashTable *login)
{
  diapason_authentication_set_login (connection->authentication, login);
}

gboolean
diapason_connection_has_login (DiapasonConnection *connection)
{
  return diapason_authentication_has_login (connection->authentication);
}

gint64
diapason_connection_get_pause (DiapasonConnection *connection)
{
  gint64 left = connection->pause_until - diapason_clock_steady (connection->clock);

  return left > 0 ? diapason_clock_now (connection->clock) + left : 0;
}

void
diapason_connection_set_pause (DiapasonConnection *connection, gint64 until)
{
  gint64 left = until - diapason_clock_now (connection->clock);

  /* The clock may have been set since it was kept. */
  connection->pause_until =
      left > 0 ? diapason_clock_steady (connection->clock) + MIN (left, LONGEST_PAUSE_MS) : 0;
}

gint64
diapason_connection_get_server_now (DiapasonConnection *connection)
{
  if (connection->server_ms == DIAPASON_NEVER)
    return DIAPASON_NEVER;
  return connection->server_ms + diapason_clock_steady (connection->clock) - connection->server_at;
}

/* What an answer says besides its body -----------------------------------------------------------
 */

/* "Sun, 22 Nov 2026 00:04:50 GMT", the only form a server may send. */
static gboolean
read_http_date (const char *text, gint64 *ms)
{
  static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
  char month[4] = "";
  int day, year, hour, minute, second;

  if (text == NULL || sscanf (text, "%*3s, %2d %3s %4d %2d:%2d:%2d GMT", &day, month, &year, &hour,
                              &minute, &second) != 6)
    return FALSE;
  const char *found = strstr (months, month);
  if (found == NULL || strlen (month) != 3)
    return FALSE;
  g_autoptr (GDateTime) time = g_date_time_new_utc (year, (int) (found - months) / 3 + 1, day, hour,
                                                    minute, MIN (second, 59));
  if (time == NULL)
    return FALSE;
  *ms = g_date_time_to_unix (time) * 1000;
  return TRUE;
}

static void
note_date (DiapasonConnection *connection, DiapasonHttpResponse *response)
{
  gint64 ms = 0;

  if (!read_http_date (diapason_http_response_get_header (response, "Date"), &ms))
    return;
  connection->server_ms = ms;
  connection->server_at = diapason_clock_steady (connection->clock);
}

/* What time it is where an instant that an answer names comes from. */
static gint64
time_of_server (DiapasonConnection *connection)
{
  gint64 told = diapason_connection_get_server_now (connection);

  return told != DIAPASON_NEVER ? told : diapason_clock_now (connection->clock);
}

/* When no request is left the next one waits until there are some again. */
static void
note_quota (DiapasonConnection *connection, DiapasonHttpResponse *response)
{
  const DiapasonLimitPlan *limits = &connection->descriptor->limits;
  gint64 remaining = 0;
  gint64 reset = 0;

  connection->quota_until = 0;
  if (limits->remaining == NULL)
    return;
  const char *left = diapason_http_response_get_header (response, limits->remaining);
  const char *until = diapason_http_response_get_header (response, limits->reset);
  if (left == NULL || until == NULL ||
      !g_ascii_string_to_signed (left, 10, G_MININT64, G_MAXINT64, &remaining, NULL) ||
      !g_ascii_string_to_signed (until, 10, 0, G_MAXINT32 * G_GINT64_CONSTANT (2), &reset, NULL) ||
      remaining > 0)
    return;

  gint64 wait = reset * 1000 - (limits->reset_is_epoch ? time_of_server (connection) : 0);
  connection->quota_until =
      diapason_clock_steady (connection->clock) + CLAMP (wait, 0, LONGEST_PAUSE_MS);
}

static void
note_pause (DiapasonConnection *connection, DiapasonHttpResponse *response)
{
  const char *name = connection->descriptor->limits.retry;
  guint status = diapason_http_response_get_status (response);
  const char *header =
      diapason_http_response_get_header (response, name != NULL ? name : "Retry-After");

  connection->pause_until = 0;
  if (header == NULL || (status != 429 && status != 503))
    return;
  gint64 wait = diapason_date_parse_retry_after (header, time_of_server (connection));
  if (wait > 0)
    connection->pause_until = diapason_clock_steady (connection->clock) + wait;
}

static gboolean
is_json (const char *content_type)
{
  return content_type != NULL &&
         (g_str_equal (content_type, "application/json") ||
          g_str_equal (content_type, "text/json") || g_str_has_suffix (content_type, "+json"));
}

/* NULL when the answer can be used. */
static GError *
judge (DiapasonConnection *connection,
       DiapasonHttpResponse *response,
       const char *what,
       gboolean asks_conditionally,
       guint expired)
{
  const char *label = connection->descriptor->label;
  guint status = diapason_http_response_get_status (response);
  const char *content_type = diapason_http_response_get_content_type (response);

  if (expired != 0 && status == expired)
    return diapason_source_error_expired (label, what);
  if (status == 304 && asks_conditionally)
    return NULL;
  if (status < 200 || status > 299)
    return diapason_source_error_from_status (label, what, status);
  if (!is_json (content_type))
    return diapason_source_error_not_json (label, content_type);
  return NULL;
}

/* Asking ------------------------------------------------------------------------------------- */

typedef struct
{
  DiapasonConnection *connection; /* (owned) */
  DiapasonHttpRequest *request;   /* (owned) */
  char *what;                     /* (owned) */
  gboolean asks_conditionally;    /* so that "not modified" is an answer */
  guint expired;
  guint timer;        /* 0: not waiting */
  GSource *cancelled; /* (owned) (nullable) while it waits */
} Asking;

static void
stop_waiting (Asking *self)
{
  guint timer = self->timer;

  self->timer = 0;
  if (timer != 0)
    diapason_clock_cancel (self->connection->clock, timer);
  if (self->cancelled != NULL)
    g_source_destroy (self->cancelled);
  g_clear_pointer (&self->cancelled, g_source_unref);
}

static void
asking_free (gpointer data)
{
  Asking *self = data;

  stop_waiting (self);
  diapason_connection_unref (self->connection);
  diapason_http_request_free (self->request);
  g_free (self->what);
  g_free (self);
}

static GError *
login_error (DiapasonConnection *connection)
{
  const char *label = connection->descriptor->label;

  return diapason_connection_has_login (connection) ? diapason_source_error_stale_login (label)
                                                    : diapason_source_error_login (label);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Asking *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonHttpResponse) response =
      diapason_authentication_send_finish (DIAPASON_AUTHENTICATION (source), result, &error);

  if (response != NULL)
    {
      note_date (self->connection, response);
      note_quota (self->connection, response);
      note_pause (self->connection, response);
      error =
          judge (self->connection, response, self->what, self->asks_conditionally, self->expired);
    }
  if (g_error_matches (error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_LOGIN))
    g_task_return_error (task, login_error (self->connection));
  else if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&response),
                           (GDestroyNotify) diapason_http_response_unref);
}

static void
send_now (GTask *task)
{
  Asking *self = g_task_get_task_data (task);

  stop_waiting (self);
  diapason_authentication_send_async (self->connection->authentication, self->request,
                                      g_task_get_cancellable (task), answered_cb,
                                      g_object_ref (task));
}

static void
waited_cb (gpointer data)
{
  GTask *task = data;
  Asking *self = g_task_get_task_data (task);

  self->timer = 0;
  send_now (task);
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  g_autoptr (GTask) task = g_object_ref (data);

  stop_waiting (g_task_get_task_data (task));
  g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

static void
wait_for_quota (GTask *task, gint64 delay)
{
  Asking *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  self->timer = diapason_clock_after (self->connection->clock, delay, waited_cb,
                                      g_object_ref (task), g_object_unref);
  if (cancellable == NULL)
    return;
  self->cancelled = g_cancellable_source_new (cancellable);
  g_task_attach_source (task, self->cancelled, G_SOURCE_FUNC (cancelled_cb));
}

static DiapasonHttpRequest *
request_new (DiapasonConnection *connection, const char *method, const char *uri)
{
  DiapasonHttpRequest *request = diapason_http_request_new (method, uri);
  GPtrArray *headers = connection->descriptor->headers;

  for (guint i = 0; i + 1 < headers->len; i += 2)
    diapason_http_request_add_header (request, g_ptr_array_index (headers, i),
                                      g_ptr_array_index (headers, i + 1));
  return request;
}

static DiapasonHttpRequest *
make_request (DiapasonConnection *connection, const DiapasonQuestion *question)
{
  DiapasonHttpRequest *request = request_new (connection, question->method, question->uri);

  if (question->etag != NULL)
    diapason_http_request_add_header (request, "If-None-Match", question->etag);
  if (question->body != NULL)
    {
      request->body = g_bytes_new (question->body, strlen (question->body));
      request->content_type = g_strdup ("application/json");
    }
  return request;
}

void
diapason_connection_ask_async (DiapasonConnection *connection,
                               const DiapasonQuestion *question,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Asking *self = g_new0 (Asking, 1);
  gint64 now = diapason_clock_steady (connection->clock);

  g_task_set_source_tag (task, diapason_connection_ask_async);
  self->connection = diapason_connection_ref (connection);
  self->request = make_request (connection, question);
  self->what = g_strdup (question->what);
  self->asks_conditionally = question->etag != NULL;
  self->expired = question->expired;
  g_task_set_task_data (task, self, asking_free);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (connection->pause_until > now)
    g_task_return_error (task, diapason_source_error_pause (connection->descriptor->label));
  else if (connection->quota_until > now)
    wait_for_quota (task, connection->quota_until - now);
  else
    send_now (task);
}

DiapasonHttpResponse *
diapason_connection_ask_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

DiapasonEventStream *
diapason_connection_listen (DiapasonConnection *connection)
{
  const DiapasonEventsPlan *events = &connection->descriptor->events;
  g_autofree char *uri = g_strconcat (connection->descriptor->base_url, events->path, NULL);
  g_autoptr (DiapasonHttpRequest) request = request_new (connection, "GET", uri);

  return diapason_event_stream_new (connection->authentication, connection->clock, request,
                                    events->heartbeat_ms);
}
