/* derive-slice.h: one transaction's worth of derived data. Runs on the writer of cache.db. */
#pragma once

#include "store.h"

G_BEGIN_DECLS

/* Queues what has to be made again: all of a step whose version is not ours, and everybody about
 * whom people decided anything, since a program may have ended between a verdict and its relink.
 * What is there stays until it is made again, so that nothing vanishes from the window meanwhile.
 * @zone: the company's, an IANA name.
 */
gboolean diapason_derive_prepare (DiapasonDatabase *database, const char *zone, GError **error);

/* Sees to at most @limit records of the first step that has any; for some @budget microseconds when
 * somebody else waits for the writer, but no longer than one batch for what is more urgent than
 * DIAPASON_PRIORITY_SYNC. *@out_worked is FALSE when nothing waits at all. */
gboolean diapason_derive_slice (DiapasonDatabase *database,
                                guint limit,
                                gint64 budget,
                                gboolean *out_worked,
                                GError **error);

/* Makes damaged full-text tables anew and queues all records of the step: when damage was met. */
gboolean diapason_derive_repair (DiapasonDatabase *database, GError **error);

G_END_DECLS
