/* raw-server.c: a server that writes the bytes it is told to. */
#include "raw-server.h"

#include <string.h>

#define MAX_THREADS 16

typedef enum
{
  STEP_READ,
  STEP_SAY,
  STEP_DRIP,
  STEP_HANG,
} StepKind;

typedef struct
{
  StepKind kind;
  GBytes *bytes; /* (owned) (nullable) */
  guint milliseconds;
} Step;

struct _RawServer
{
  GSocketService *service;   /* (owned) */
  GCancellable *cancellable; /* (owned) ends what hangs */
  guint port;
  guint connections;
  GPtrArray *parts; /* (owned) one a connection: GPtrArray of Step; not changed once there are
                       connections */

  GMutex lock;
  GCond changed;
  RawHandler handler;  /* (nullable) in place of the parts; locked */
  gpointer data;       /* its; locked */
  GPtrArray *requests; /* (owned) texts; locked */
  guint running;       /* locked: threads that serve */
  guint hanging;       /* locked: connections that came to a hang */
  guint hung_up;       /* locked: of those, left by their client */
};

static void
step_free (gpointer data)
{
  Step *step = data;

  g_clear_pointer (&step->bytes, g_bytes_unref);
  g_free (step);
}

static void
add_step (RawServer *self, StepKind kind, const char *bytes, gssize length, guint milliseconds)
{
  Step *step = g_new0 (Step, 1);

  step->kind = kind;
  step->milliseconds = milliseconds;
  if (bytes != NULL)
    step->bytes = g_bytes_new (bytes, length < 0 ? strlen (bytes) : (gsize) length);
  g_ptr_array_add (g_ptr_array_index (self->parts, self->parts->len - 1), step);
}

void
raw_server_read (RawServer *self)
{
  add_step (self, STEP_READ, NULL, 0, 0);
}

void
raw_server_say (RawServer *self, const char *bytes, gssize length)
{
  add_step (self, STEP_SAY, bytes, length, 0);
}

void
raw_server_drip (RawServer *self, const char *bytes, gssize length, guint milliseconds)
{
  add_step (self, STEP_DRIP, bytes, length, milliseconds);
}

void
raw_server_hang (RawServer *self)
{
  add_step (self, STEP_HANG, NULL, 0, 0);
}

void
raw_server_next_connection (RawServer *self)
{
  g_ptr_array_add (self->parts, g_ptr_array_new_with_free_func (step_free));
}

void
raw_server_handle (RawServer *self, RawHandler handler, gpointer data)
{
  g_mutex_lock (&self->lock);
  self->handler = handler;
  self->data = data;
  g_mutex_unlock (&self->lock);
}

static gsize
length_of_body (const char *head)
{
  const char *line = strcasestr (head, "\r\nContent-Length:");

  return line != NULL ? (gsize) g_ascii_strtoull (strchr (line, ':') + 1, NULL, 10) : 0;
}

static gboolean
is_whole (const char *text, gsize length)
{
  const char *end = strstr (text, "\r\n\r\n");

  return end != NULL && length >= (gsize) (end + 4 - text) + length_of_body (text);
}

/* Returns: (transfer full) (nullable), its text; NULL when the client has gone. */
static char *
read_request (RawServer *self, GInputStream *input)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char byte;

  while (!is_whole (text->str, text->len))
    {
      if (g_input_stream_read (input, &byte, 1, self->cancellable, NULL) != 1)
        return NULL;
      g_string_append_c (text, byte);
    }

  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->requests, g_strdup (text->str));
  g_mutex_unlock (&self->lock);
  g_main_context_wakeup (NULL);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
write_all (RawServer *self, GOutputStream *output, const char *bytes, gsize length)
{
  return g_output_stream_write_all (output, bytes, length, NULL, self->cancellable, NULL);
}

gboolean
raw_server_pause (GCancellable *cancellable, int milliseconds)
{
  GPollFD fd;

  if (!g_cancellable_make_pollfd (cancellable, &fd))
    return FALSE;

  g_poll (&fd, 1, milliseconds);
  g_cancellable_release_fd (cancellable);
  return !g_cancellable_is_cancelled (cancellable);
}

static gboolean
drip (RawServer *self, GOutputStream *output, const Step *step)
{
  gsize length;
  const char *bytes = g_bytes_get_data (step->bytes, &length);

  for (gsize i = 0; i < length; i++)
    if (!write_all (self, output, bytes + i, 1) ||
        !raw_server_pause (self->cancellable, (int) step->milliseconds))
      return FALSE;

  return TRUE;
}

static void
count_up (RawServer *self, guint *counter)
{
  g_mutex_lock (&self->lock);
  (*counter)++;
  g_mutex_unlock (&self->lock);
  g_main_context_wakeup (NULL);
}

static void
hang (RawServer *self, GInputStream *input)
{
  char byte;

  count_up (self, &self->hanging);
  while (g_input_stream_read (input, &byte, 1, self->cancellable, NULL) > 0)
    ;

  if (!g_cancellable_is_cancelled (self->cancellable))
    count_up (self, &self->hung_up);
}

static gboolean
take_step (RawServer *self, const Step *step, GIOStream *stream)
{
  GInputStream *input = g_io_stream_get_input_stream (stream);
  GOutputStream *output = g_io_stream_get_output_stream (stream);

  switch (step->kind)
    {
    case STEP_READ:
      {
        g_autofree char *request = read_request (self, input);
        return request != NULL;
      }

    case STEP_SAY:
      return write_all (self, output, g_bytes_get_data (step->bytes, NULL),
                        g_bytes_get_size (step->bytes));

    case STEP_DRIP:
      return drip (self, output, step);

    case STEP_HANG:
      hang (self, input);
      return TRUE;
    }

  g_assert_not_reached ();
}

static void
take_steps (RawServer *self, GPtrArray *steps, GIOStream *stream)
{
  for (guint i = 0; i < steps->len; i++)
    if (!take_step (self, steps->pdata[i], stream))
      return;
}

static RawHandler
get_handler (RawServer *self, gpointer *data)
{
  RawHandler handler;

  g_mutex_lock (&self->lock);
  handler = self->handler;
  *data = self->data;
  g_mutex_unlock (&self->lock);
  return handler;
}

static void
take_requests (RawServer *self, GIOStream *stream)
{
  gboolean goes_on = TRUE;

  while (goes_on)
    {
      g_autofree char *request = read_request (self, g_io_stream_get_input_stream (stream));
      gpointer data;
      RawHandler handler = get_handler (self, &data);

      goes_on = request != NULL &&
                handler (request, g_io_stream_get_output_stream (stream), self->cancellable, data);
    }
}

/* Counted here, in the test's thread: the one that serves may start after raw_server_free() was
 * called. */
static gboolean
incoming_cb (GSocketService *service,
             GSocketConnection *connection,
             GObject *source,
             gpointer user_data)
{
  RawServer *self = user_data;
  guint part = MIN (self->connections, self->parts->len - 1);

  g_object_set_data (G_OBJECT (connection), "steps", self->parts->pdata[part]);
  self->connections++;

  g_mutex_lock (&self->lock);
  self->running++;
  g_mutex_unlock (&self->lock);
  return FALSE;
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection *connection,
        GObject *source,
        gpointer user_data)
{
  RawServer *self = user_data;
  gpointer data;

  if (get_handler (self, &data) != NULL)
    take_requests (self, G_IO_STREAM (connection));
  else
    take_steps (self, g_object_get_data (G_OBJECT (connection), "steps"), G_IO_STREAM (connection));
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);

  g_mutex_lock (&self->lock);
  self->running--;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  return TRUE;
}

static guint
listen_on_loopback (GSocketService *service)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) wanted = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) got = NULL;
  g_autoptr (GError) error = NULL;

  g_socket_listener_add_address (G_SOCKET_LISTENER (service), wanted, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &got, &error);
  g_assert_no_error (error);
  return g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (got));
}

RawServer *
raw_server_new (void)
{
  RawServer *self = g_new0 (RawServer, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->requests = g_ptr_array_new_with_free_func (g_free);
  self->cancellable = g_cancellable_new ();
  raw_server_next_connection (self);

  self->service = g_threaded_socket_service_new (MAX_THREADS);
  self->port = listen_on_loopback (self->service);
  g_signal_connect (self->service, "incoming", G_CALLBACK (incoming_cb), self);
  g_signal_connect (self->service, "run", G_CALLBACK (run_cb), self);
  g_socket_service_start (self->service);
  return self;
}

void
raw_server_free (RawServer *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_cancellable_cancel (self->cancellable);

  g_mutex_lock (&self->lock);
  while (self->running > 0)
    g_cond_wait (&self->changed, &self->lock);
  g_mutex_unlock (&self->lock);

  g_clear_object (&self->service);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->lock);
  g_free (self);
}

char *
raw_server_uri (RawServer *self, const char *path)
{
  return g_strdup_printf ("http://127.0.0.1:%u%s", self->port, path);
}

guint
raw_server_port (RawServer *self)
{
  return self->port;
}

guint
raw_server_count (RawServer *self)
{
  guint count;

  g_mutex_lock (&self->lock);
  count = self->requests->len;
  g_mutex_unlock (&self->lock);
  return count;
}

char *
raw_server_request (RawServer *self, guint index)
{
  char *text;

  g_mutex_lock (&self->lock);
  g_assert_cmpuint (index, <, self->requests->len);
  text = g_strdup (self->requests->pdata[index]);
  g_mutex_unlock (&self->lock);
  return text;
}

void
raw_server_await (RawServer *self, guint count)
{
  while (raw_server_count (self) < count)
    g_main_context_iteration (NULL, TRUE);
}

static guint
read_counter (RawServer *self, const guint *counter)
{
  guint count;

  g_mutex_lock (&self->lock);
  count = *counter;
  g_mutex_unlock (&self->lock);
  return count;
}

static void
await_counter (RawServer *self, const guint *counter, guint count)
{
  while (read_counter (self, counter) < count)
    g_main_context_iteration (NULL, TRUE);
}

void
raw_server_await_hang (RawServer *self, guint count)
{
  await_counter (self, &self->hanging, count);
}

void
raw_server_await_hung_up (RawServer *self, guint count)
{
  await_counter (self, &self->hung_up, count);
}
