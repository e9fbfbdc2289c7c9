/* session.c: one exchange after the other over the one SoupSession. */
#include "session.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "deadline.h"
#include "http-values.h"
#include "net-errors.h"
#include "net-sentences.h"
#include "redirect.h"

/* A source that tells its changes holds one for as long as it is open. */
#define MAX_CONNECTIONS          48
#define MAX_CONNECTIONS_PER_HOST 12
#define CHUNK_SIZE               (32 * 1024)
#define MOST_FOREWORDS           100

struct _DiapasonSession
{
  GObject parent_instance;

  SoupSession *soup; /* (owned) */
  gint64 deadline_ms;
};

G_DEFINE_FINAL_TYPE (DiapasonSession, diapason_session, G_TYPE_OBJECT)

/* A request on its way: the data of its task. */
typedef struct
{
  DiapasonHttpRequest *request; /* (owned) */
  DiapasonDeadline *deadline;   /* (owned) (nullable) */
  GUri *uri;                    /* (owned) of the current hop */
  guint hops;
  guint forewords;      /* answers before the answer: 100 and so on */
  SoupMessage *message; /* (owned) (nullable) of the current hop */
  GInputStream *stream; /* (owned) (nullable) */
  GByteArray *body;     /* (owned) */
  gsize cap;            /* bytes */
  guint8 chunk[CHUNK_SIZE];
} Exchange;

static void exchange_begin_hop (GTask *task, GUri *uri);
static void exchange_read_chunk (GTask *task);

/* Dropping a stream closes it synchronously, which may wait for the server. */
static void
exchange_drop_stream (Exchange *exchange)
{
  if (exchange->stream != NULL)
    g_input_stream_close_async (exchange->stream, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  g_clear_object (&exchange->stream);
}

static void
exchange_free (gpointer data)
{
  Exchange *exchange = data;

  exchange_drop_stream (exchange);
  g_clear_pointer (&exchange->request, diapason_http_request_free);
  g_clear_pointer (&exchange->deadline, diapason_deadline_free);
  g_clear_pointer (&exchange->uri, g_uri_unref);
  g_clear_pointer (&exchange->body, g_byte_array_unref);
  g_clear_object (&exchange->message);
  g_free (exchange);
}

static Exchange *
exchange_new (const DiapasonHttpRequest *request)
{
  Exchange *exchange = g_new0 (Exchange, 1);

  exchange->request = diapason_http_request_copy (request);
  exchange->body = g_byte_array_new ();
  exchange->cap = request->body_cap > 0 ? request->body_cap : DIAPASON_HTTP_BODY_CAP;
  exchange->cap = MIN (exchange->cap, G_MAXINT); /* what a GByteArray can hold */
  return exchange;
}

/* Takes @error. */
static void
exchange_fail (GTask *task, GError *error)
{
  Exchange *exchange = g_task_get_task_data (task);

  if (diapason_deadline_end (exchange->deadline))
    g_task_return_error (task, error);
  else
    g_error_free (error);
}

static void
exchange_fail_from (GTask *task, const GError *below)
{
  Exchange *exchange = g_task_get_task_data (task);

  exchange_fail (task, diapason_net_error_translate (
                           below, exchange->uri,
                           soup_message_get_tls_peer_certificate (exchange->message),
                           soup_message_get_tls_peer_certificate_errors (exchange->message)));
}

static void
exchange_fail_too_large (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);
  g_autofree char *origin = diapason_net_origin (exchange->uri);
  g_autofree char *size = g_format_size (exchange->cap);

  exchange_drop_stream (exchange);
  exchange_fail (
      task,
      g_error_new (
          DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_TOO_LARGE,
          _("The answer of %s is larger than %s, which is all that is taken at once. Nothing of "
            "it was used. Tell whoever describes this source: it has to ask for less at a time."),
          origin, size));
}

static void
exchange_succeed (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);
  GBytes *body = g_byte_array_free_to_bytes (g_steal_pointer (&exchange->body));

  exchange_drop_stream (exchange);
  diapason_deadline_end (exchange->deadline);
  g_task_return_pointer (task, diapason_http_response_new (exchange->message, body),
                         (GDestroyNotify) diapason_http_response_unref);
}

static void
exchange_succeed_streaming (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);

  diapason_deadline_end (exchange->deadline);
  g_task_return_pointer (
      task,
      diapason_http_response_new_streaming (exchange->message, g_steal_pointer (&exchange->stream),
                                            diapason_deadline_get_cancellable (exchange->deadline)),
      (GDestroyNotify) diapason_http_response_unref);
}

static void
chunk_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Exchange *exchange = g_task_get_task_data (task);
  gssize count = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);

  if (diapason_deadline_is_over (exchange->deadline))
    return;

  if (count < 0)
    {
      exchange_fail_from (task, error);
    }
  else if (count == 0)
    {
      exchange_succeed (task);
    }
  else if ((gsize) count > exchange->cap - exchange->body->len)
    {
      exchange_fail_too_large (task);
    }
  else
    {
      g_byte_array_append (exchange->body, exchange->chunk, (guint) count);
      exchange_read_chunk (task);
    }
}

static void
exchange_read_chunk (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);

  g_input_stream_read_async (exchange->stream, exchange->chunk, sizeof exchange->chunk,
                             G_PRIORITY_DEFAULT,
                             diapason_deadline_get_cancellable (exchange->deadline), chunk_read_cb,
                             g_object_ref (task));
}

static void
exchange_begin_body (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (exchange->message);

  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH &&
      !g_str_equal (exchange->request->method, "HEAD") &&
      (guint64) soup_message_headers_get_content_length (headers) > exchange->cap)
    exchange_fail_too_large (task);
  else
    exchange_read_chunk (task);
}

static void
message_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) target = NULL;
  Exchange *exchange = g_task_get_task_data (task);

  exchange->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (diapason_deadline_is_over (exchange->deadline))
    return;

  if (exchange->stream == NULL)
    {
      exchange_fail_from (task, error);
      return;
    }

  if (exchange->request->streams)
    {
      exchange_succeed_streaming (task);
      return;
    }

  target = diapason_redirect_target (exchange->message, exchange->uri, exchange->hops, &error);
  if (error != NULL)
    {
      exchange_fail (task, g_steal_pointer (&error));
    }
  else if (target != NULL)
    {
      exchange->hops++;
      exchange_begin_hop (task, target);
    }
  else
    {
      exchange_begin_body (task);
    }
}

/* libsoup takes them one after the other, as long as there are any, before it lets the main loop
 * run. */
static void
foreword_cb (SoupMessage *message, GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);

  if (++exchange->forewords == MOST_FOREWORDS)
    diapason_deadline_bring_forward (exchange->deadline,
                                     diapason_net_error_protocol (exchange->uri));
}

static void
exchange_begin_hop (GTask *task, GUri *uri)
{
  DiapasonSession *self = g_task_get_source_object (task);
  Exchange *exchange = g_task_get_task_data (task);

  exchange_drop_stream (exchange);
  g_clear_pointer (&exchange->uri, g_uri_unref);
  g_clear_object (&exchange->message);

  exchange->uri = g_uri_ref (uri);
  exchange->message = diapason_http_request_to_message (exchange->request, uri);
  g_signal_connect (exchange->message, "got-informational", G_CALLBACK (foreword_cb), task);

  soup_session_send_async (self->soup, exchange->message, G_PRIORITY_DEFAULT,
                           diapason_deadline_get_cancellable (exchange->deadline), message_sent_cb,
                           g_object_ref (task));
}

static GError *
timeout_error (GUri *uri)
{
  g_autofree char *origin = diapason_net_origin (uri);

  return g_error_new (
      DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_TIMEOUT,
      _("%s did not answer in time. It may be overloaded; if that lasts, tell whoever runs it."),
      origin);
}

void
diapason_session_send_async (DiapasonSession *self,
                             const DiapasonHttpRequest *request,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) uri = NULL;
  gint64 deadline_ms = request->deadline_ms > 0 ? request->deadline_ms : self->deadline_ms;
  Exchange *exchange = exchange_new (request);

  g_task_set_source_tag (task, diapason_session_send_async);
  g_task_set_task_data (task, exchange, exchange_free);

  if (!diapason_uri_check (request->uri, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  uri = g_uri_parse (request->uri, SOUP_HTTP_URI_FLAGS, NULL);
  exchange->deadline = diapason_deadline_new (task, deadline_ms, timeout_error (uri));
  exchange_begin_hop (task, uri);
}

DiapasonHttpResponse *
diapason_session_send_finish (DiapasonSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
diapason_session_set_deadline (DiapasonSession *self, gint64 deadline_ms)
{
  g_return_if_fail (DIAPASON_IS_SESSION (self));

  self->deadline_ms = deadline_ms;
}

void
diapason_session_forget_connections (DiapasonSession *self)
{
  g_return_if_fail (DIAPASON_IS_SESSION (self));

  soup_session_abort (self->soup);
}

static void
diapason_session_dispose (GObject *object)
{
  DiapasonSession *self = DIAPASON_SESSION (object);

  g_clear_object (&self->soup);

  G_OBJECT_CLASS (diapason_session_parent_class)->dispose (object);
}

static void
diapason_session_class_init (DiapasonSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = diapason_session_dispose;
}

static void
diapason_session_init (DiapasonSession *self)
{
  self->deadline_ms = DIAPASON_HTTP_DEADLINE_MS;
  self->soup = soup_session_new_with_options ("max-conns", MAX_CONNECTIONS, "max-conns-per-host",
                                              MAX_CONNECTIONS_PER_HOST, "timeout", 0, "user-agent",
                                              "Diapason/" DIAPASON_VERSION, NULL);

  /* Logins are put on by DiapasonAuthentication alone. */
  soup_session_remove_feature_by_type (self->soup, SOUP_TYPE_AUTH_MANAGER);
}

DiapasonSession *
diapason_session_new (GTlsDatabase *tls_database)
{
  DiapasonSession *self = g_object_new (DIAPASON_TYPE_SESSION, NULL);

  if (tls_database != NULL)
    soup_session_set_tls_database (self->soup, tls_database);

  return self;
}
