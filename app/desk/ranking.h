/* ranking.h: how many points each verbatim has that waits, in memory: 24 bytes each, so that a
 * million are no burden, and what changes costs what changed.
 *
 * Refcounted; one thread at a time.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _DiapasonRanking DiapasonRanking;

DiapasonRanking *diapason_ranking_new (void);
DiapasonRanking *diapason_ranking_ref (DiapasonRanking *ranking);
void diapason_ranking_unref (DiapasonRanking *ranking);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonRanking, diapason_ranking_unref)

/* @verbatim, written at @at, has @points until @changes_at (milliseconds UTC; 0: until something
 * happens). Cheap for ids in ascending order. */
void diapason_ranking_set (DiapasonRanking *ranking,
                           gint64 verbatim,
                           gint64 at,
                           int points,
                           gint64 changes_at);
void diapason_ranking_remove (DiapasonRanking *ranking, gint64 verbatim);
void diapason_ranking_clear (DiapasonRanking *ranking);
guint diapason_ranking_get_size (DiapasonRanking *ranking);

/* Those whose points are others by @now. Returns: (transfer full) (element-type gint64). */
GArray *diapason_ranking_due (DiapasonRanking *ranking, gint64 now);

/* When the next of all changes; 0: none by itself. To the second after it. */
gint64 diapason_ranking_next_change (DiapasonRanking *ranking);

/* The first @most of them: most points first, then the newest, then by id. Returns: (transfer full)
 * (element-type gint64). */
GArray *diapason_ranking_top (DiapasonRanking *ranking, guint most);

G_END_DECLS
