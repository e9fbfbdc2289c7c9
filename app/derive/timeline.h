/* timeline.h: the step that lays events into the history of their person. Runs on the writer of
 * cache.db. */
#pragma once

#include "store.h"

G_BEGIN_DECLS

#define DIAPASON_TIMELINE_VERSION 2

/* Lays the event @record (interaction, promise, verbatim) into the history it belongs to, or takes
 * it out. A date that is missing, not after 1970, or more than two days after the record was first
 * seen is not known; the event then stands at the instant it was first seen. */
gboolean diapason_timeline_derive (DiapasonDatabase *database, gint64 record, GError **error);

/* Whether an instant that a source told can be one: both in milliseconds UTC. */
gboolean diapason_timeline_is_plausible (gint64 at, gint64 first_seen);

G_END_DECLS
