/* hub.c: the server: between libsoup's messages and the calls that hub-serve.c answers. See the
 * header. */
#include "hub.h"

#include "hub-call.h"
#include "hub-database.h"
#include "hub-events.h"
#include "hub-limiter.h"
#include "hub-pace.h"
#include "hub-serve.h"
#include "hub-tokens.h"

#define LARGEST_BODY        (1024 * 1024)
#define WORTH_COMPRESSING   1024
#define TOKEN_SECONDS       300
#define HEARTBEAT_MS        15000
#define WAITING_CONNECTIONS 128

struct _DiapasonHub
{
  GObject parent_instance;

  DiapasonHubDatabase *database; /* (owned) */
  DiapasonHubEvents *events;     /* (owned) */
  DiapasonHubPace *pace;         /* (owned) (nullable) */
  DiapasonHubTokens *tokens;     /* (owned) */
  DiapasonHubLimiter *limiter;   /* (owned) */
  SoupServer *server;            /* (owned) (nullable) */

  guint rate_limit;
  guint token_seconds;
  guint heartbeat_ms;
};

G_DEFINE_FINAL_TYPE (DiapasonHub, diapason_hub, G_TYPE_OBJECT)

typedef enum
{
  PROP_RATE_LIMIT = 1,
  PROP_TOKEN_SECONDS,
  PROP_HEARTBEAT_MS,
} DiapasonHubProperty;

static GParamSpec *properties[PROP_HEARTBEAT_MS + 1];

static GBytes *
compress (GBytes *plain)
{
  g_autoptr (GConverter) gzip =
      G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, gzip);

  if (!g_output_stream_write_all (stream, g_bytes_get_data (plain, NULL), g_bytes_get_size (plain),
                                  NULL, NULL, NULL) ||
      !g_output_stream_close (stream, NULL, NULL))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* An answer with an ETag stays as it is: the tag would have to tell the two forms apart. */
static GBytes *
encode (DiapasonHubCall *call)
{
  gsize length = strlen (call->answer);
  g_autoptr (GBytes) plain = g_bytes_new_take (g_steal_pointer (&call->answer), length);
  g_autoptr (GBytes) compressed = NULL;

  if (length <= WORTH_COMPRESSING ||
      soup_message_headers_get_one (call->answer_headers, "ETag") != NULL)
    return g_steal_pointer (&plain);
  soup_message_headers_append (call->answer_headers, "Vary", "Accept-Encoding");
  if (soup_message_headers_header_contains (call->headers, "Accept-Encoding", "gzip"))
    compressed = compress (plain);
  if (compressed == NULL)
    return g_steal_pointer (&plain);
  soup_message_headers_replace (call->answer_headers, "Content-Encoding", "gzip");
  return g_steal_pointer (&compressed);
}

static void
send_answer (DiapasonHubCall *call, SoupServerMessage *message)
{
  soup_server_message_set_status (message, call->status, diapason_hub_status_phrase (call->status));
  if (call->answer == NULL)
    return;

  g_autoptr (GBytes) body = encode (call);
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), body);
}

static void
begin_call (DiapasonHub *self, DiapasonHubCall *call, SoupServerMessage *message)
{
  call->database = self->database;
  call->tokens = self->tokens;
  call->limiter = self->limiter;
  call->rate_limit = self->rate_limit;
  call->token_seconds = self->token_seconds;
  call->heartbeat_ms = self->heartbeat_ms;
  call->method = soup_server_message_get_method (message);
  call->uri = soup_server_message_get_uri (message);
  call->path = g_uri_get_path (call->uri);
  call->headers = soup_server_message_get_request_headers (message);
  call->answer_headers = soup_server_message_get_response_headers (message);
}

static void
request_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  DiapasonHub *self = user_data;
  g_auto (DiapasonHubCall) call = { 0 };

  begin_call (self, &call, message);
  call.path = path;
  call.query = query;
  call.content = soup_message_body_flatten (soup_server_message_get_request_body (message));
  diapason_hub_serve (&call);
  if (call.is_stream && !diapason_hub_call_is_refused (&call))
    diapason_hub_events_stream (self->events, &call, message);
  else
    send_answer (&call, message);
}

/* What is too large is read to its end, or the client would not read the answer, but not kept. */
static void
refuse_large_body (DiapasonHub *self, SoupServerMessage *message)
{
  g_auto (DiapasonHubCall) call = { 0 };

  soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
  if (soup_server_message_get_status (message) != 0)
    return;
  begin_call (self, &call, message);
  diapason_hub_call_refuse (&call, SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE, "too_large",
                            "The body is larger than 1 MiB. Nothing was changed.");
  send_answer (&call, message);
}

/* A body of unknown length is counted as it comes. */
static void
got_chunk_cb (SoupServerMessage *message, GBytes *chunk, gpointer user_data)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);

  if (body->length > LARGEST_BODY)
    refuse_large_body (user_data, message);
}

static void
early_request_cb (SoupServer *server,
                  SoupServerMessage *message,
                  const char *path,
                  GHashTable *query,
                  gpointer user_data)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH &&
      soup_message_headers_get_content_length (headers) > LARGEST_BODY)
    refuse_large_body (user_data, message);
  else
    g_signal_connect (message, "got-chunk", G_CALLBACK (got_chunk_cb), user_data);
}

/* libsoup before 3.4 never notices that a client closed a connection it kept, and runs out of
 * descriptors in a day; so none is kept. */
static void
request_started_cb (SoupServer *server, SoupServerMessage *message, gpointer user_data)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Connection",
                                "close");
}

/* libsoup's own sockets let ten connections wait; what comes after them waits for a second. */
static GSocket *
make_socket (guint16 port, GError **error)
{
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new_from_string ("127.0.0.1", port);
  g_autoptr (GSocket) socket =
      g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, error);

  if (socket == NULL || !g_socket_bind (socket, address, TRUE, error))
    return NULL;
  g_socket_set_listen_backlog (socket, WAITING_CONNECTIONS);
  return g_socket_listen (socket, error) ? g_steal_pointer (&socket) : NULL;
}

gboolean
diapason_hub_listen (DiapasonHub *self, guint16 port, GError **error)
{
  g_autoptr (SoupServer) server = NULL;
  g_autoptr (GSocket) socket = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (DIAPASON_IS_HUB (self), FALSE);
  g_return_val_if_fail (self->server == NULL, FALSE);

  server = soup_server_new ("server-header", "diapason-hub", NULL);
  g_signal_connect (server, "request-started", G_CALLBACK (request_started_cb), NULL);
  soup_server_add_early_handler (server, NULL, early_request_cb, self, NULL);
  soup_server_add_handler (server, NULL, request_cb, self, NULL);
  socket = make_socket (port, &cause);
  if (socket == NULL || !soup_server_listen_socket (server, socket, 0, &cause))
    {
      g_set_error (error, DIAPASON_HUB_ERROR, DIAPASON_HUB_ERROR_LISTEN,
                   "The hub cannot listen on port %u (%s). Stop the program that has it, or choose "
                   "another port.",
                   port, cause->message);
      return FALSE;
    }
  self->server = g_steal_pointer (&server);
  return TRUE;
}

guint16
diapason_hub_get_port (DiapasonHub *self)
{
  g_return_val_if_fail (DIAPASON_IS_HUB (self), 0);

  if (self->server == NULL)
    return 0;

  GSList *uris = soup_server_get_uris (self->server);
  guint16 port = g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return port;
}

void
diapason_hub_cut_streams (DiapasonHub *self)
{
  g_return_if_fail (DIAPASON_IS_HUB (self));

  diapason_hub_events_cut (self->events);
}

guint
diapason_hub_count_streams (DiapasonHub *self)
{
  g_return_val_if_fail (DIAPASON_IS_HUB (self), 0);

  return diapason_hub_events_count (self->events);
}

gboolean
diapason_hub_begin_day (DiapasonHub *self, double pace, gboolean always_open, GError **error)
{
  g_return_val_if_fail (DIAPASON_IS_HUB (self), FALSE);
  g_return_val_if_fail (self->pace == NULL, FALSE);

  self->pace = diapason_hub_pace_new (self->database, pace, always_open, error);
  return self->pace != NULL;
}

DiapasonHub *
diapason_hub_new (const char *path, GError **error)
{
  g_autoptr (DiapasonHub) self = NULL;
  DiapasonHubDatabase *database = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  database = diapason_hub_database_open (path, error);
  if (database == NULL)
    return NULL;
  self = g_object_new (DIAPASON_TYPE_HUB, NULL);
  self->database = database;
  self->events = diapason_hub_events_new (database);
  return g_steal_pointer (&self);
}

static void
diapason_hub_set_property (GObject *object,
                           guint property_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  DiapasonHub *self = DIAPASON_HUB (object);

  switch ((DiapasonHubProperty) property_id)
    {
    case PROP_RATE_LIMIT:
      self->rate_limit = g_value_get_uint (value);
      break;
    case PROP_TOKEN_SECONDS:
      self->token_seconds = g_value_get_uint (value);
      break;
    case PROP_HEARTBEAT_MS:
      self->heartbeat_ms = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
diapason_hub_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  DiapasonHub *self = DIAPASON_HUB (object);

  switch ((DiapasonHubProperty) property_id)
    {
    case PROP_RATE_LIMIT:
      g_value_set_uint (value, self->rate_limit);
      break;
    case PROP_TOKEN_SECONDS:
      g_value_set_uint (value, self->token_seconds);
      break;
    case PROP_HEARTBEAT_MS:
      g_value_set_uint (value, self->heartbeat_ms);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
diapason_hub_dispose (GObject *object)
{
  DiapasonHub *self = DIAPASON_HUB (object);

  if (self->server != NULL)
    soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  G_OBJECT_CLASS (diapason_hub_parent_class)->dispose (object);
}

static void
diapason_hub_finalize (GObject *object)
{
  DiapasonHub *self = DIAPASON_HUB (object);

  g_clear_pointer (&self->pace, diapason_hub_pace_free);
  g_clear_pointer (&self->events, diapason_hub_events_free);
  g_clear_pointer (&self->database, diapason_hub_database_close);
  g_clear_pointer (&self->tokens, diapason_hub_tokens_free);
  g_clear_pointer (&self->limiter, diapason_hub_limiter_free);
  G_OBJECT_CLASS (diapason_hub_parent_class)->finalize (object);
}

static void
diapason_hub_class_init (DiapasonHubClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = diapason_hub_set_property;
  object_class->get_property = diapason_hub_get_property;
  object_class->dispose = diapason_hub_dispose;
  object_class->finalize = diapason_hub_finalize;

  properties[PROP_RATE_LIMIT] =
      g_param_spec_uint ("rate-limit", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_TOKEN_SECONDS] =
      g_param_spec_uint ("token-seconds", NULL, NULL, 0, G_MAXINT32, TOKEN_SECONDS, flags);
  properties[PROP_HEARTBEAT_MS] =
      g_param_spec_uint ("heartbeat-ms", NULL, NULL, 1, G_MAXINT32, HEARTBEAT_MS, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
diapason_hub_init (DiapasonHub *self)
{
  self->token_seconds = TOKEN_SECONDS;
  self->heartbeat_ms = HEARTBEAT_MS;
  self->tokens = diapason_hub_tokens_new ();
  self->limiter = diapason_hub_limiter_new ();
}
