/* hub-events.h: the sources' changes as server-sent events: GET {base}/events.
 *
 * An event is a hint to ask again, never the change itself:
 *
 *   id: 123456
 *   event: change
 *   data: {"stream":"customers","id":"C0000042"}
 *
 * The id is the change's company-wide number. A stream begins with the present number, or, for a
 * Last-Event-ID, with what came after it; `event: reset` says that this is not known any more, so
 * that all has to be asked again. Between changes there is a comment every now and then. A stream
 * ends with the login it was asked with. Only what is written through the hub's own connection is
 * told. Thread: the hub's. Lifetime: the hub's.
 */
#pragma once

#include "hub-call.h"

G_BEGIN_DECLS

typedef struct _DiapasonHubEvents DiapasonHubEvents;

/* Watches @database, which is not owned. */
DiapasonHubEvents *diapason_hub_events_new (DiapasonHubDatabase *database);
void diapason_hub_events_free (DiapasonHubEvents *self);

/* Answers @message with events; @call was admitted to a route of diapason_hub_events_routes(). */
void diapason_hub_events_stream (DiapasonHubEvents *self,
                                 DiapasonHubCall *call,
                                 SoupServerMessage *message);

/* Cuts all streams off as a broken network would. */
void diapason_hub_events_cut (DiapasonHubEvents *self);

/* How many streams are open. */
guint diapason_hub_events_count (DiapasonHubEvents *self);

G_END_DECLS
