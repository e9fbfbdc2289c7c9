/* priority.h: how much a verbatim asks to be treated, and why: points for each fact that a
 * challenge counts, and nothing else. The number is the sum of the reasons, always.
 *
 * Pure functions; any thread.
 */
#pragma once

#include "verbatim-facts.h"
#include "vocabulary.h"

G_BEGIN_DECLS

typedef struct
{
  DiapasonFact fact;
  guint count; /* how often, or days; 1 of what is or is not */
  int points;  /* above 0 */
} DiapasonReason;

typedef struct
{
  int points; /* the sum of those of the reasons */
  guint n_reasons;
  DiapasonReason reasons[DIAPASON_N_FACTS]; /* most points first, then in the order of the facts */
  gint64 changes_at; /* when a reason will come, go or give other points; 0: not by itself */
} DiapasonVerbatimPriority;

/* A promise that is open when it is due counts as broken from then on, and as due in the day
 * before. Waiting is counted in whole days of 24 hours. Of a fact with several weights the first
 * counts. */
DiapasonVerbatimPriority diapason_priority (const DiapasonVerbatimFacts *facts,
                                            const DiapasonWeight *weights,
                                            guint n_weights,
                                            gint64 now);

G_END_DECLS
