/* moments.h: which moments of truth somebody has come to, by the events of their history and the
 * company's rules. Pure functions; any thread.
 */
#pragma once

#include "records.h"
#include "vocabulary.h"

G_BEGIN_DECLS

/* What is known of one moment. */
typedef struct
{
  guint events;       /* that belong to it; 0: it was not reached, as far as is known */
  gint64 first_at;    /* 0: none */
  gint64 first_event; /* of the record */
  gint64 last_at;
  gint64 last_event;
} DiapasonMomentReached;

/* The place of the moment that @event belongs to, by the first of @rules that fits, or -1. */
int diapason_moment_of (const DiapasonEventRecord *event,
                        const DiapasonMomentRule *rules,
                        guint n_rules);

/* Fills @reached, one each of @n_moments, from @events (newest first) and @live (nullable), the
 * contact that goes on, which counts once where it stands in @events, too. An event whose date is
 * missing or after @now does not count. Returns the place of the moment they are at: that of the
 * newest event that belongs to one, or -1. */
int diapason_moments_reached (DiapasonEventRecord *const *events,
                              guint n_events,
                              const DiapasonEventRecord *live,
                              gint64 now,
                              const DiapasonMomentRule *rules,
                              guint n_rules,
                              DiapasonMomentReached *reached,
                              guint n_moments);

G_END_DECLS
