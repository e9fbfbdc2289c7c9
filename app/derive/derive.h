/* derive.h: makes what is derived from what sources said: person clusters, timelines, figures, full
 * text.
 *
 * Works through the store's queue whenever there is something in it, as slices of maintenance on
 * the writer of cache.db, in the order identity, timeline,
 * figures, full text. A step whose version is not
 * the one that made what is here is done again for every record; a kill in the middle goes on at
 * the next start. What people decided about identity is looked at again at start, so that a verdict
 * outlives a kill before its relink.
 *
 * Thread: main. Holds a reference on the store; dispose it before the store is closed.
 *
 * Properties: "idle" (gboolean, notified): nothing is left in the queue, as far as is known.
 */
#pragma once

#include "store.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_DERIVE (diapason_derive_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonDerive, diapason_derive, DIAPASON, DERIVE, GObject)

/* Begins at once. @store must be open for writing. @zone: the company's, an IANA name, by whose
 * days figures are counted. Returns: (transfer full). */
DiapasonDerive *diapason_derive_new (DiapasonStore *store, const char *zone);

/* Whether nothing waits, as far as is known. */
gboolean diapason_derive_get_idle (DiapasonDerive *self);

/* Answers when the queue is empty (for --sync-once and tests), or with the error that stopped the
 * work. A cancelled wait is answered as such when the work ends. */
void diapason_derive_drain_async (DiapasonDerive *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean diapason_derive_drain_finish (DiapasonDerive *self, GAsyncResult *result, GError **error);

/* After a verdict about @customer (either of the two, or their person) was written or undone in
 * work.db: puts everybody concerned into their persons again, before other derived work. */
void diapason_derive_relink_async (DiapasonDerive *self,
                                   gint64 customer,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean diapason_derive_relink_finish (DiapasonDerive *self, GAsyncResult *result, GError **error);

/* Makes the index of words anew, when a search failed with DIAPASON_STORE_ERROR_WORDS: rows are not
 * touched. Once a session: a second damage has another cause. */
void diapason_derive_mend (DiapasonDerive *self);

G_END_DECLS
