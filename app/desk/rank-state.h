/* rank-state.h: the ranking of the verbatims that wait as a reader keeps it: made in slices, then
 * only what changed. Between two slices whoever else wants to read has their turn.
 *
 * Thread: a reader's, while a refresh is under way; nobody touches it meanwhile. Refcounted.
 */
#pragma once

#include "ranking.h"
#include "store.h"
#include "work-record.h"

G_BEGIN_DECLS

#define DIAPASON_RANK_SLICE 20000 /* rows read in one go, a few dozen milliseconds */
#define DIAPASON_RANK_MOST  1000  /* of the list: nobody looks further */
#define DIAPASON_RANK_KEPT  200   /* of the first, for the next start */

typedef struct _DiapasonRankState DiapasonRankState;

/* @weights (element-type DiapasonWeight): what the challenge gives; a reference is taken. */
DiapasonRankState *diapason_rank_state_new (GArray *weights);
DiapasonRankState *diapason_rank_state_ref (DiapasonRankState *state);
void diapason_rank_state_unref (DiapasonRankState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonRankState, diapason_rank_state_unref)

/* What a refresh found. */
typedef struct
{
  gboolean is_complete; /* FALSE: a slice was made, another is needed, and the rest is not told */
  GArray *ids;          /* (owned) (nullable) (element-type gint64) the first of all, in order */
  GArray *changed;      /* (owned) (nullable) (element-type gint64) ranked anew, ascending */
  guint total;          /* that wait */
  gint64 next_change;   /* when it is another by itself; 0: never */
} DiapasonRankUpdate;

void diapason_rank_update_free (DiapasonRankUpdate *update);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonRankUpdate, diapason_rank_update_free)

/* Takes in, at @now, that the verbatims @stale (element-type gint64) may have changed, who is on
 * the line, who is signed in, and what time did. May be done again when it failed on the way.
 * Returns: (transfer full), or NULL with @error. */
DiapasonRankUpdate *diapason_rank_refresh (DiapasonDatabase *database,
                                           DiapasonRankState *state,
                                           GArray *stale,
                                           gint64 now,
                                           GError **error);

/* What is known before any of it is ranked: those that waited first when all of them were ranked
 * last, by @weights and as they are @now. Without a total. Returns: (transfer full), or NULL with
 * @error. */
DiapasonRankUpdate *diapason_rank_first (DiapasonDatabase *database,
                                         GArray *weights,
                                         gint64 now,
                                         GError **error);

/* The records of @ids by the weights of @state, which is not touched: NULL where one is gone.
 * Returns: (transfer full) (element-type DiapasonWorkRecord), or NULL with @error. */
GPtrArray *diapason_rank_rows (DiapasonDatabase *database,
                               GArray *weights,
                               GArray *ids,
                               gint64 now,
                               GError **error);

/* The open promises for whoever is signed in, likewise. */
GPtrArray *diapason_rank_promises (DiapasonDatabase *database,
                                   guint most,
                                   gint64 now,
                                   GError **error);

G_END_DECLS
