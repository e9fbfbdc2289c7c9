/* event-stream.c: see event-stream.h.
 *
 * Each connection is a link, which belongs to the one asynchronous call that it waits for: asking,
 * then reading again and again. The stream only knows the present one; to end it is to cancel it
 * and to forget it.
 */
#include "event-stream.h"

#include <glib/gi18n-lib.h>

#include "backoff.h"
#include "dates.h"
#include "event-parser.h"
#include "net-errors.h"
#include "net-sentences.h"

#define CHUNK_SIZE  (16 * 1024)
#define MOST_SILENT 3 /* heartbeats */
#define MEDIA_TYPE  "text/event-stream"

typedef struct
{
  DiapasonEventStream *stream;    /* (owned) */
  GCancellable *cancellable;      /* (owned) cancelled: it is not the stream's any more */
  DiapasonHttpResponse *response; /* (owned) (nullable) */
  DiapasonEventParser *parser;    /* (owned) */
  guint8 chunk[CHUNK_SIZE];
} Link;

struct _DiapasonEventStream
{
  GObject parent_instance;

  DiapasonAuthentication *authentication; /* (owned) */
  DiapasonClock *clock;                   /* (owned) */
  DiapasonHttpRequest *request;           /* (owned) */
  gint64 heartbeat_ms;
  char *origin; /* (owned) */

  Link *link;    /* (unowned) (nullable) */
  char *last_id; /* (owned) */
  gint64 retry_ms;
  gint64 opened_at; /* steady; 0: it is not open */
  gint64 wanted_at; /* steady; not before, by the server's wish */
  guint failures;   /* in a row */
  guint timer;      /* until it is opened again, or taken for gone; 0: none */
  gboolean is_started;
};

enum
{
  OPENED,
  EVENT,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DiapasonEventStream, diapason_event_stream, G_TYPE_OBJECT)

static void open_link (DiapasonEventStream *self);
static void read_on (Link *link);

static void
link_free (Link *link)
{
  g_clear_pointer (&link->response, diapason_http_response_unref);
  diapason_event_parser_free (link->parser);
  g_object_unref (link->cancellable);
  g_object_unref (link->stream);
  g_free (link);
}

static gboolean
is_forgotten (const Link *link)
{
  return g_cancellable_is_cancelled (link->cancellable);
}

static void
stop_timer (DiapasonEventStream *self)
{
  guint timer = self->timer;

  self->timer = 0;
  if (timer != 0)
    diapason_clock_cancel (self->clock, timer);
}

static void
forget_link (DiapasonEventStream *self)
{
  Link *link = g_steal_pointer (&self->link);

  stop_timer (self);
  self->opened_at = 0;
  if (link == NULL)
    return;
  g_free (self->last_id);
  self->last_id = g_strdup (diapason_event_parser_get_last_id (link->parser));
  if (diapason_event_parser_get_retry (link->parser) >= 0)
    self->retry_ms = diapason_event_parser_get_retry (link->parser);
  g_cancellable_cancel (link->cancellable);
}

static void
open_again_cb (gpointer data)
{
  DiapasonEventStream *self = data;

  self->timer = 0;
  open_link (self);
}

/* Ends the present link for @error (transfer full) (nullable). @again_ms: how long the server wants
 * to be left alone; −1: it did not say. */
static void
end_link (DiapasonEventStream *self, GError *error, gboolean is_final, gint64 again_ms)
{
  g_autoptr (DiapasonEventStream) keep G_GNUC_UNUSED = g_object_ref (self);
  g_autoptr (GError) why = error;
  gboolean has_lived = self->opened_at != 0 &&
                       diapason_clock_steady (self->clock) - self->opened_at >= self->heartbeat_ms;
  gint64 delay = -1;

  forget_link (self);
  self->failures = has_lived ? 1 : self->failures + 1;
  if (is_final)
    {
      self->is_started = FALSE;
    }
  else
    {
      again_ms = MAX (again_ms, self->retry_ms);
      delay = diapason_backoff_delay (self->failures, again_ms, g_random_double ());
      self->wanted_at = diapason_clock_steady (self->clock) + MAX (again_ms, 0);
      self->timer = diapason_clock_after (self->clock, delay, open_again_cb, self, NULL);
    }
  g_signal_emit (self, signals[CLOSED], 0, why, delay);
}

static void
silent_cb (gpointer data)
{
  DiapasonEventStream *self = data;

  self->timer = 0;
  end_link (self,
            g_error_new (DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_TIMEOUT,
                         _("%s has said nothing for longer than it should. Its live changes are "
                           "asked for again by themselves."),
                         self->origin),
            FALSE, -1);
}

static void
watch_silence (DiapasonEventStream *self)
{
  stop_timer (self);
  self->timer =
      diapason_clock_after (self->clock, MOST_SILENT * self->heartbeat_ms, silent_cb, self, NULL);
}

/* What comes -------------------------------------------------------------------------------- */

static void
event_cb (const char *type, const char *data, const char *id, gpointer user_data)
{
  Link *link = user_data;

  if (!is_forgotten (link))
    g_signal_emit (link->stream, signals[EVENT], 0, type, data, id);
}

static GError *
cut_error (DiapasonEventStream *self)
{
  return g_error_new (DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_UNREACHABLE,
                      _("%s has ended its live changes. They are asked for again by themselves."),
                      self->origin);
}

static GError *
too_large_error (DiapasonEventStream *self)
{
  return g_error_new (DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_TOO_LARGE,
                      _("%s tells its live changes in pieces that are too large to be taken. "
                        "Nothing is lost: what changes is fetched at intervals. Tell whoever runs "
                        "it."),
                      self->origin);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Link *link = user_data;
  DiapasonEventStream *self = link->stream;
  gssize count = g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL);
  gboolean fits = TRUE;

  if (!is_forgotten (link) && count > 0)
    {
      watch_silence (self);
      fits = diapason_event_parser_feed (link->parser, (const char *) link->chunk, (gsize) count);
    }
  if (is_forgotten (link))
    {
      link_free (link);
    }
  else if (count > 0 && fits)
    {
      read_on (link);
    }
  else
    {
      end_link (self, fits ? cut_error (self) : too_large_error (self), FALSE, -1);
      link_free (link);
    }
}

static void
read_on (Link *link)
{
  g_input_stream_read_async (diapason_http_response_get_stream (link->response), link->chunk,
                             sizeof link->chunk, G_PRIORITY_DEFAULT, link->cancellable, read_cb,
                             link);
}

/* The answer -------------------------------------------------------------------------------- */

/* Whether asking again may be answered otherwise. */
static gboolean
is_passing (guint status)
{
  return status >= 500 || status == 408 || status == 425 || status == 429;
}

/* NULL when the answer is a stream, or says that there is to be none. */
static GError *
judge (DiapasonEventStream *self, DiapasonHttpResponse *response)
{
  guint status = diapason_http_response_get_status (response);
  const char *type = diapason_http_response_get_content_type (response);

  if (status == 204 || (status == 200 && g_strcmp0 (type, MEDIA_TYPE) == 0))
    return NULL;
  if (status == 200)
    return g_error_new (DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_PROTOCOL,
                        _("Something else answers in the place of the live changes of %s: perhaps "
                          "this network asks to sign in first. Nothing is lost: what changes is "
                          "fetched at intervals."),
                        self->origin);
  if (is_passing (status))
    return g_error_new (
        DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_UNREACHABLE,
        _("%s cannot tell its live changes at the moment. They are asked for again "
          "by themselves."),
        self->origin);
  return g_error_new (DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_REFUSED,
                      _("%s does not tell its live changes (answer %u). Nothing is lost: what "
                        "changes is fetched at intervals."),
                      self->origin, status);
}

static gint64
read_retry_after (DiapasonEventStream *self, DiapasonHttpResponse *response)
{
  const char *header = diapason_http_response_get_header (response, "Retry-After");

  return header == NULL
             ? -1
             : diapason_date_parse_retry_after (header, diapason_clock_now (self->clock));
}

static gboolean
is_final (const GError *error)
{
  return error == NULL || g_error_matches (error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_REFUSED) ||
         g_error_matches (error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_LOGIN);
}

static void
begin_reading (Link *link)
{
  DiapasonEventStream *self = link->stream;

  self->opened_at = diapason_clock_steady (self->clock);
  watch_silence (self);
  g_signal_emit (self, signals[OPENED], 0);
  if (is_forgotten (link))
    link_free (link);
  else
    read_on (link);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Link *link = user_data;
  DiapasonEventStream *self = link->stream;
  GError *error = NULL;
  gint64 again_ms = -1;

  link->response =
      diapason_authentication_send_finish (DIAPASON_AUTHENTICATION (source), result, &error);
  if (is_forgotten (link))
    {
      g_clear_error (&error);
      link_free (link);
      return;
    }
  if (link->response != NULL)
    {
      error = judge (self, link->response);
      again_ms = read_retry_after (self, link->response);
    }
  if (error == NULL && diapason_http_response_get_status (link->response) == 200)
    {
      begin_reading (link);
      return;
    }
  end_link (self, error, is_final (error), again_ms);
  link_free (link);
}

static void
open_link (DiapasonEventStream *self)
{
  g_autoptr (DiapasonHttpRequest) request = diapason_http_request_copy (self->request);
  Link *link = g_new0 (Link, 1);

  request->streams = TRUE;
  diapason_http_request_add_header (request, "Accept", MEDIA_TYPE);
  diapason_http_request_add_header (request, "Cache-Control", "no-store");
  if (*self->last_id != '\0')
    diapason_http_request_add_header (request, "Last-Event-ID", self->last_id);
  link->stream = g_object_ref (self);
  link->cancellable = g_cancellable_new ();
  link->parser = diapason_event_parser_new (self->last_id, event_cb, link);
  self->link = link;
  diapason_authentication_send_async (self->authentication, request, link->cancellable, answered_cb,
                                      link);
}

/* The face ---------------------------------------------------------------------------------- */

void
diapason_event_stream_start (DiapasonEventStream *self)
{
  g_return_if_fail (DIAPASON_IS_EVENT_STREAM (self));

  if (self->is_started)
    return;
  self->is_started = TRUE;
  self->failures = 0;
  open_link (self);
}

void
diapason_event_stream_hasten (DiapasonEventStream *self)
{
  g_return_if_fail (DIAPASON_IS_EVENT_STREAM (self));

  if (!self->is_started || self->link != NULL ||
      diapason_clock_steady (self->clock) < self->wanted_at)
    return;
  stop_timer (self);
  open_link (self);
}

void
diapason_event_stream_stop (DiapasonEventStream *self)
{
  g_return_if_fail (DIAPASON_IS_EVENT_STREAM (self));

  self->is_started = FALSE;
  forget_link (self);
}

gboolean
diapason_event_stream_is_started (DiapasonEventStream *self)
{
  g_return_val_if_fail (DIAPASON_IS_EVENT_STREAM (self), FALSE);

  return self->is_started;
}

gboolean
diapason_event_stream_is_open (DiapasonEventStream *self)
{
  g_return_val_if_fail (DIAPASON_IS_EVENT_STREAM (self), FALSE);

  return self->opened_at != 0;
}

static void
diapason_event_stream_dispose (GObject *object)
{
  diapason_event_stream_stop (DIAPASON_EVENT_STREAM (object));
  G_OBJECT_CLASS (diapason_event_stream_parent_class)->dispose (object);
}

static void
diapason_event_stream_finalize (GObject *object)
{
  DiapasonEventStream *self = DIAPASON_EVENT_STREAM (object);

  g_object_unref (self->authentication);
  g_object_unref (self->clock);
  diapason_http_request_free (self->request);
  g_free (self->origin);
  g_free (self->last_id);
  G_OBJECT_CLASS (diapason_event_stream_parent_class)->finalize (object);
}

static void
diapason_event_stream_class_init (DiapasonEventStreamClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = diapason_event_stream_dispose;
  object_class->finalize = diapason_event_stream_finalize;
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[EVENT] =
      g_signal_new ("event", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_ERROR, G_TYPE_INT64);
}

static void
diapason_event_stream_init (DiapasonEventStream *self)
{
  self->last_id = g_strdup ("");
  self->retry_ms = -1;
}

DiapasonEventStream *
diapason_event_stream_new (DiapasonAuthentication *authentication,
                           DiapasonClock *clock,
                           const DiapasonHttpRequest *request,
                           gint64 heartbeat_ms)
{
  DiapasonEventStream *self = g_object_new (DIAPASON_TYPE_EVENT_STREAM, NULL);

  self->authentication = g_object_ref (authentication);
  self->clock = g_object_ref (clock);
  self->request = diapason_http_request_copy (request);
  self->origin = diapason_net_origin_of (request->uri);
  self->heartbeat_ms = heartbeat_ms;
  return self;
}
