/* priority.h: how much a verbatim asks to be treated, and why: points for each fact that a
 * challenge counts, and nothing else. The number is the sum of the reasons, always.
 *
 * Pure functions; any thread.
 */
#pragma once

#include "records.h"
#include "vocabulary.h"

G_BEGIN_DECLS

/* What is known of a verbatim. What is not known is FALSE or 0, and gives nothing. */
typedef struct
{
  DiapasonScore score;
  DiapasonScore effort; /* the highest: it was easy */
  gint64 at;            /* when it was written */
  gboolean has_words;
  gboolean is_open; /* the house has yet to see to it */
  gboolean is_review;
  gboolean is_own;       /* about a contact of mine */
  gboolean is_spoken_to; /* they are on the line */
  gboolean is_high_value;
  gboolean is_unsolved; /* the contact it is about was solved partly or not */
  gboolean may_contact;
  gint64 permission_until; /* the first instant at which they may not be contacted any more */
  guint contacts;          /* in the seven days before it, with the one it is about */
  guint failures;          /* of self-service, before that contact */
  guint promises_broken;   /* that are told to be */
  gint64 promise_due;      /* of the open promises: the earliest, also when it has passed */
} DiapasonVerbatimFacts;

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
} DiapasonPriority;

/* A promise that is open when it is due counts as broken from then on, and as due in the day
 * before. Waiting is counted in whole days of 24 hours. Of a fact with several weights the first
 * counts. */
DiapasonPriority diapason_priority (const DiapasonVerbatimFacts *facts,
                                    const DiapasonWeight *weights,
                                    guint n_weights,
                                    gint64 now);

G_END_DECLS
