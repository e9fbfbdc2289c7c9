/* derive-queue.h: which records wait for which step of derived data.
 *
 * Ingest adds, in the transaction of the row itself; a step takes ids, makes its rows, and says
 * done in one transaction, so that a crash leaves work queued and never half made. Adding twice is
 * adding once.
 *
 * Thread: in a DiapasonWriteFunc of cache.db; take and is_empty also in a DiapasonReadFunc.
 */
#pragma once

#include "entity.h"
#include "store.h"

G_BEGIN_DECLS

/* Stored in cache.db: numbers never change meaning. */
typedef enum
{
  DIAPASON_DERIVE_FULL_TEXT =
      1, /* words of customers, interactions, messages, verbatims, articles */
  DIAPASON_DERIVE_IDENTITY = 2, /* who is the same human: customers */
  DIAPASON_DERIVE_TIMELINE = 3, /* what happened with a person: interactions, promises, verbatims */
  DIAPASON_DERIVE_KPI = 4,      /* what counts in a figure: verbatims, answers, promises */
  DIAPASON_DERIVE_PRIORITY = 5, /* what ranks an open verbatim: verbatims, and customers, who stand
                                   for their person's */
  DIAPASON_DERIVE_LAST = DIAPASON_DERIVE_PRIORITY,
} DiapasonDeriveStep;

/* Queues @record (the local id of any record, a deleted one too) for @step. */
gboolean diapason_derive_queue_add (DiapasonDatabase *database,
                                    DiapasonDeriveStep step,
                                    gint64 record,
                                    GError **error);

/* The first @limit records that wait for @step, ascending; they stay queued until done.
 * Returns: (transfer full) (element-type gint64), or NULL with @error. */
GArray *diapason_derive_queue_take (DiapasonDatabase *database,
                                    DiapasonDeriveStep step,
                                    guint limit,
                                    GError **error);

/* @step has seen to @record. */
gboolean diapason_derive_queue_done (DiapasonDatabase *database,
                                     DiapasonDeriveStep step,
                                     gint64 record,
                                     GError **error);

/* Whether nothing waits for @step. */
gboolean diapason_derive_queue_is_empty (DiapasonDatabase *database,
                                         DiapasonDeriveStep step,
                                         gboolean *out_empty,
                                         GError **error);

/* Queues every row of @entity for @step: when the step has a new version and makes everything
 * again. Derived rows of what was deleted need no such call: deletions were queued when they came.
 */
gboolean diapason_derive_queue_fill (DiapasonDatabase *database,
                                     DiapasonDeriveStep step,
                                     DiapasonEntity entity,
                                     GError **error);

G_END_DECLS
