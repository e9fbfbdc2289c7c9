/* hub-stream.h: one who listens to a hub's events. The test's thread only; waiting runs its main
 * context. */
#pragma once

#include "hub-fixture.h"

G_BEGIN_DECLS

typedef struct _HubStream HubStream;

/* Asks for the events at @path, and waits for the answer's head. @header and @login: how the source
 * is told who asks; @last_event: (nullable) its Last-Event-ID. */
HubStream *hub_stream_open (HubFixture *fixture,
                            const char *path,
                            const char *header,
                            const char *login,
                            const char *last_event);

/* Goes away. */
void hub_stream_close (HubStream *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HubStream, hub_stream_close)

guint hub_stream_get_status (HubStream *self);
SoupMessageHeaders *hub_stream_get_headers (HubStream *self);

/* Waits until @text is all that came. */
void hub_stream_expect (HubStream *self, const char *text);

/* Waits until @text is in what came. Returns: (transfer none): what came. */
const char *hub_stream_await (HubStream *self, const char *text);

/* Waits until the hub ended it. */
void hub_stream_await_end (HubStream *self);

G_END_DECLS
