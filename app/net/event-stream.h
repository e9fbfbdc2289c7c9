/* event-stream.h: a source's server-sent events, for as long as they are wanted.
 *
 * A stream that ends is opened again after a while (back-off with jitter, what the server asked for
 * respected), telling the last event that came, until it is stopped, the login is refused, or the
 * server says that there is none. A server that says nothing for three heartbeats is taken for
 * gone. Thread: main. Lifetime: its owner stops it before letting go of it; after that there is no
 * signal.
 */
#pragma once

#include <gio/gio.h>

#include "authentication.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_EVENT_STREAM (diapason_event_stream_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonEventStream, diapason_event_stream, DIAPASON, EVENT_STREAM, GObject)

/* @request: what to ask, copied. @heartbeat_ms: after how long without an event the server says
 * something. Signals:
 *
 *   opened ()
 *   event (const char *type, const char *data, const char *id)
 *   closed (const GError *error, gint64 again_ms)
 *
 * @error: a sentence of DIAPASON_NET_ERROR, or NULL when the server wants no more of us. It is
 * opened again after @again_ms; −1: not before it is started again. Returns: (transfer full),
 * not started. */
DiapasonEventStream *diapason_event_stream_new (DiapasonAuthentication *authentication,
                                                DiapasonClock *clock,
                                                const DiapasonHttpRequest *request,
                                                gint64 heartbeat_ms);

/* Idempotent. */
void diapason_event_stream_start (DiapasonEventStream *stream);

/* The server is known to answer again: opens it now if it only waits for the back-off. */
void diapason_event_stream_hasten (DiapasonEventStream *stream);

/* Closes it. Idempotent; also from within its signals. */
void diapason_event_stream_stop (DiapasonEventStream *stream);

/* Whether it is open, or will be again by itself. */
gboolean diapason_event_stream_is_started (DiapasonEventStream *stream);
/* Whether events come. */
gboolean diapason_event_stream_is_open (DiapasonEventStream *stream);

G_END_DECLS
