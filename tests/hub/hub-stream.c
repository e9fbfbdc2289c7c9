/* hub-stream.c: one who listens to a hub's events. See the header. */
#include "hub-stream.h"

#define CHUNK 4096

struct _HubStream
{
  SoupSession *session; /* of its own: to be cut off at once */
  SoupMessage *message;
  GCancellable *cancellable;
  GInputStream *body; /* (nullable) before there is a head */
  GString *text;
  char chunk[CHUNK];
  gboolean is_reading;
  gboolean has_ended;
};

static void read_on (HubStream *self);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  HubStream *self = data;
  gssize n_bytes = g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL);

  self->is_reading = FALSE;
  self->has_ended = n_bytes <= 0;
  if (self->has_ended)
    return;
  g_string_append_len (self->text, self->chunk, n_bytes);
  read_on (self);
}

static void
read_on (HubStream *self)
{
  self->is_reading = TRUE;
  g_input_stream_read_async (self->body, self->chunk, CHUNK, G_PRIORITY_DEFAULT, self->cancellable,
                             read_cb, self);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  HubStream *self = data;
  g_autoptr (GError) error = NULL;

  self->body = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  g_assert_no_error (error);
}

HubStream *
hub_stream_open (HubFixture *fixture,
                 const char *path,
                 const char *header,
                 const char *login,
                 const char *last_event)
{
  HubStream *self = g_new0 (HubStream, 1);
  g_autofree char *uri =
      g_strdup_printf ("http://127.0.0.1:%u%s", hub_fixture_get_port (fixture), path);
  SoupMessageHeaders *headers = NULL;

  self->session = soup_session_new ();
  self->message = soup_message_new ("GET", uri);
  self->cancellable = g_cancellable_new ();
  self->text = g_string_new (NULL);
  headers = soup_message_get_request_headers (self->message);
  soup_message_headers_append (headers, header, login);
  if (last_event != NULL)
    soup_message_headers_append (headers, "Last-Event-ID", last_event);
  soup_session_send_async (self->session, self->message, G_PRIORITY_DEFAULT, self->cancellable,
                           answered_cb, self);
  while (self->body == NULL)
    g_main_context_iteration (NULL, TRUE);
  read_on (self);
  return self;
}

void
hub_stream_close (HubStream *self)
{
  g_cancellable_cancel (self->cancellable);
  while (self->is_reading)
    g_main_context_iteration (NULL, TRUE);
  soup_session_abort (self->session);
  g_clear_object (&self->body);
  g_clear_object (&self->message);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_string_free (self->text, TRUE);
  g_free (self);
}

guint
hub_stream_get_status (HubStream *self)
{
  return soup_message_get_status (self->message);
}

SoupMessageHeaders *
hub_stream_get_headers (HubStream *self)
{
  return soup_message_get_response_headers (self->message);
}

void
hub_stream_expect (HubStream *self, const char *text)
{
  while (self->text->len < strlen (text) && !self->has_ended)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (self->text->str, ==, text);
}

const char *
hub_stream_await (HubStream *self, const char *text)
{
  while (strstr (self->text->str, text) == NULL && !self->has_ended)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (self->text->str, text));
  return self->text->str;
}

void
hub_stream_await_end (HubStream *self)
{
  while (!self->has_ended)
    g_main_context_iteration (NULL, TRUE);
}
