/* hub-events.c: the sources' changes as server-sent events. See the header.
 *
 * libsoup watches no connection it has nothing to write to, so each stream has its socket watched
 * here: a client that went away is noticed at once, at the latest when it is written to.
 */
#include "hub-events.h"

#include "hub-event-log.h"
#include "hub-route.h"

#define MOST_UNSENT (1024 * 1024) /* bytes, before a client that does not read is given up */
#define TYPE        "text/event-stream"
#define PATH        "/events"

struct _DiapasonHubEvents
{
  DiapasonHubDatabase *database; /* (unowned) */
  DiapasonHubEventLog *log;      /* (owned) */
  GPtrArray *clients;            /* (owned) of Client */
};

typedef struct
{
  DiapasonHubEvents *events;  /* (unowned) */
  SoupServerMessage *message; /* (owned) */
  char *base;                 /* (owned) of its source */
  GSource *heartbeat;         /* (owned) */
  gint64 heartbeat_us;
  GSource *end;   /* (owned) (nullable) of its login */
  GSource *watch; /* (owned) (nullable) of its socket */
  gint64 told;    /* the latest change it was told of */
  gsize unsent;   /* bytes */
  gboolean is_ending;
} Client;

static void
stop_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
client_free (gpointer data)
{
  Client *self = data;

  stop_source (&self->heartbeat);
  stop_source (&self->end);
  stop_source (&self->watch);
  g_signal_handlers_disconnect_by_data (self->message, self);
  g_object_unref (self->message);
  g_free (self->base);
  g_free (self);
}

/* Ends the stream in order; what was written before still goes out. */
static void
client_end (Client *self)
{
  if (self->is_ending)
    return;
  self->is_ending = TRUE;
  stop_source (&self->heartbeat);
  stop_source (&self->end);
  stop_source (&self->watch);
  soup_message_body_complete (soup_server_message_get_response_body (self->message));
  soup_server_message_unpause (self->message);
}

/* Ends it at once. */
static void
client_cut (Client *self)
{
  GSocket *socket = soup_server_message_get_socket (self->message);

  if (socket != NULL)
    g_socket_shutdown (socket, TRUE, TRUE, NULL);
  client_end (self);
}

static void
client_write (Client *self, GString *text)
{
  if (self->is_ending || text->len == 0)
    return;
  self->unsent += text->len;
  if (self->unsent > MOST_UNSENT)
    {
      client_cut (self);
      return;
    }
  soup_message_body_append (soup_server_message_get_response_body (self->message), SOUP_MEMORY_COPY,
                            text->str, text->len);
  soup_server_message_unpause (self->message);
  g_source_set_ready_time (self->heartbeat, g_get_monotonic_time () + self->heartbeat_us);
}

/* What the client is not told of yet. */
static void
client_tell (Client *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 last = diapason_hub_event_log_get_last (self->events->log);

  if (!diapason_hub_event_log_tell (self->events->log, self->base, self->told, text))
    g_string_printf (text, "id: %" G_GINT64_FORMAT "\nevent: reset\ndata: {}\n\n", last);
  self->told = last;
  client_write (self, text);
}

/* Where the stream begins, so that even one that is cut before its first event can be gone on with.
 */
static void
client_greet (Client *self, const char *last_event)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (last_event != NULL)
    {
      if (!g_ascii_string_to_signed (last_event, 10, 0, G_MAXINT64, &self->told, NULL))
        self->told = -1;
      client_tell (self);
    }
  self->told = diapason_hub_event_log_get_last (self->events->log);
  g_string_printf (text, "id: %" G_GINT64_FORMAT "\n\n", self->told);
  client_write (self, text);
}

static gboolean
heartbeat_cb (gpointer user_data)
{
  g_autoptr (GString) text = g_string_new (": still here\n\n");

  client_write (user_data, text);
  return G_SOURCE_CONTINUE;
}

static gboolean
login_ended_cb (gpointer user_data)
{
  client_end (user_data);
  return G_SOURCE_CONTINUE;
}

/* There is nothing more to be read from a client but its end. */
static gboolean
socket_ready_cb (GSocket *socket, GIOCondition condition, gpointer user_data)
{
  client_cut (user_data);
  return G_SOURCE_CONTINUE;
}

static void
wrote_cb (SoupServerMessage *message, guint n_bytes, gpointer user_data)
{
  ((Client *) user_data)->unsent -= n_bytes;
}

static void
finished_cb (SoupServerMessage *message, gpointer user_data)
{
  Client *self = user_data;

  g_ptr_array_remove_fast (self->events->clients, self);
}

static GSource *
attach (GSource *source, GSourceFunc callback, Client *client)
{
  g_source_set_callback (source, callback, client, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());
  return source;
}

static void
watch_client (Client *self, const DiapasonHubCall *call)
{
  GSocket *socket = soup_server_message_get_socket (self->message);

  self->heartbeat_us = call->heartbeat_ms * G_TIME_SPAN_MILLISECOND;
  self->heartbeat = attach (g_timeout_source_new (call->heartbeat_ms), heartbeat_cb, self);
  if (call->login_ends != 0)
    {
      self->end = attach (g_timeout_source_new (0), login_ended_cb, self);
      g_source_set_ready_time (self->end, call->login_ends);
    }
  if (socket != NULL)
    self->watch = attach (g_socket_create_source (socket, G_IO_IN, NULL),
                          G_SOURCE_FUNC (socket_ready_cb), self);
  g_signal_connect (self->message, "wrote-body-data", G_CALLBACK (wrote_cb), self);
  g_signal_connect (self->message, "finished", G_CALLBACK (finished_cb), self);
  g_signal_connect (self->message, "disconnected", G_CALLBACK (finished_cb), self);
}

/* The body's end is the connection's: nobody has to take chunks apart. */
static void
begin_answer (SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_message_headers_set_encoding (headers, SOUP_ENCODING_EOF);
  soup_message_headers_set_content_type (headers, TYPE, NULL);
  soup_message_headers_replace (headers, "Cache-Control", "no-store");
  soup_message_body_set_accumulate (soup_server_message_get_response_body (message), FALSE);
}

void
diapason_hub_events_stream (DiapasonHubEvents *self,
                            DiapasonHubCall *call,
                            SoupServerMessage *message)
{
  Client *client = g_new0 (Client, 1);

  client->events = self;
  client->message = g_object_ref (message);
  client->base = g_strndup (call->path, strlen (call->path) - strlen (PATH));
  g_ptr_array_add (self->clients, client);
  begin_answer (message);
  watch_client (client, call);
  client_greet (client, soup_message_headers_get_one (call->headers, "Last-Event-ID"));
}

void
diapason_hub_events_cut (DiapasonHubEvents *self)
{
  for (guint i = 0; i < self->clients->len; i++)
    client_cut (g_ptr_array_index (self->clients, i));
}

guint
diapason_hub_events_count (DiapasonHubEvents *self)
{
  return self->clients->len;
}

static void
changed_cb (const DiapasonHubChange *changes, gsize n_changes, gpointer user_data)
{
  DiapasonHubEvents *self = user_data;
  gint64 last = diapason_hub_event_log_get_last (self->log);

  diapason_hub_event_log_add (self->log, changes, n_changes);
  if (diapason_hub_event_log_get_last (self->log) == last)
    return;
  for (guint i = 0; i < self->clients->len; i++)
    client_tell (g_ptr_array_index (self->clients, i));
}

DiapasonHubEvents *
diapason_hub_events_new (DiapasonHubDatabase *database)
{
  DiapasonHubEvents *self = g_new0 (DiapasonHubEvents, 1);

  self->database = database;
  self->log = diapason_hub_event_log_new (database);
  self->clients = g_ptr_array_new_with_free_func (client_free);
  diapason_hub_database_watch (database, changed_cb, self);
  return self;
}

void
diapason_hub_events_free (DiapasonHubEvents *self)
{
  diapason_hub_database_watch (self->database, NULL, NULL);
  g_ptr_array_unref (self->clients);
  diapason_hub_event_log_free (self->log);
  g_free (self);
}

/* The answer itself is the server's doing, when the transaction has ended. */
static void
answer_events (DiapasonHubCall *call)
{
  call->is_stream = TRUE;
  diapason_hub_call_answer (call, SOUP_STATUS_OK, NULL);
}

static const DiapasonHubRoute routes[] = {
  { "GET", "/crm/v1" PATH, DIAPASON_HUB_ACCESS_CRM, answer_events },
  { "GET", "/platform" PATH, DIAPASON_HUB_ACCESS_PLATFORM, answer_events },
  { "GET", "/survey/v2" PATH, DIAPASON_HUB_ACCESS_SURVEY, answer_events },
  { "GET", "/shop" PATH, DIAPASON_HUB_ACCESS_SHOP, answer_events },
};

const DiapasonHubRoute *
diapason_hub_events_routes (gsize *n_routes)
{
  *n_routes = G_N_ELEMENTS (routes);
  return routes;
}
