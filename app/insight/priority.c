/* priority.c: see priority.h. */
#include "priority.h"

#include "score.h"

#define DAY             (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)
#define DUE_AHEAD       DAY
#define PERMISSION_ENDS (2 * DAY)
#define MANY_CONTACTS   3

/* Points for each fact at one instant; how often it holds beside them. */
typedef struct
{
  guint counts[DIAPASON_N_FACTS];
  int points[DIAPASON_N_FACTS];
} Tally;

static void
count_score (const DiapasonVerbatimFacts *facts, guint *counts)
{
  DiapasonScoreClass class = diapason_score_class (&facts->score);

  counts[DIAPASON_FACT_VERY_LOW] = class == DIAPASON_SCORE_VERY_LOW;
  counts[DIAPASON_FACT_DETRACTOR] = class == DIAPASON_SCORE_VERY_LOW || class == DIAPASON_SCORE_LOW;
  counts[DIAPASON_FACT_PASSIVE] = class == DIAPASON_SCORE_MIDDLE;
  counts[DIAPASON_FACT_PROMOTER] = class == DIAPASON_SCORE_HIGH;
  counts[DIAPASON_FACT_PRAISE] = class == DIAPASON_SCORE_HIGH && facts->has_words;
  counts[DIAPASON_FACT_LOW_EFFORT_SCORE] = diapason_score_says_hard (&facts->effort);
}

static void
count_time (const DiapasonVerbatimFacts *facts, gint64 now, guint *counts)
{
  gint64 due = facts->promise_due, until = facts->permission_until;

  counts[DIAPASON_FACT_PROMISE_BROKEN] = facts->promises_broken + (due > 0 && due <= now);
  counts[DIAPASON_FACT_PROMISE_DUE] = due > now && due - now <= DUE_AHEAD;
  counts[DIAPASON_FACT_PERMISSION_ENDS] =
      facts->may_contact && until > now && until - now <= PERMISSION_ENDS;
  if (facts->is_open && facts->at > 0 && facts->at < now)
    counts[DIAPASON_FACT_WAITS] = (guint) ((now - facts->at) / DAY);
}

static int
points_of (const DiapasonWeight *weight, guint count)
{
  if (weight->fact == DIAPASON_FACT_WAITS)
    return (int) MIN ((gint64) weight->points * count, weight->at_most);
  return count > 0 ? weight->points : 0;
}

static Tally
tally_at (const DiapasonVerbatimFacts *facts,
          const DiapasonWeight *weights,
          guint n_weights,
          gint64 now)
{
  Tally tally = { { 0 }, { 0 } };

  count_score (facts, tally.counts);
  count_time (facts, now, tally.counts);
  tally.counts[DIAPASON_FACT_HAS_WORDS] = facts->has_words;
  tally.counts[DIAPASON_FACT_UNSOLVED] = facts->is_unsolved;
  tally.counts[DIAPASON_FACT_THIRD_CONTACT] =
      facts->contacts >= MANY_CONTACTS ? facts->contacts : 0;
  tally.counts[DIAPASON_FACT_SELF_SERVICE_FAILED] = facts->failures;
  tally.counts[DIAPASON_FACT_HIGH_VALUE] = facts->is_high_value;
  tally.counts[DIAPASON_FACT_OWN] = facts->is_own;
  tally.counts[DIAPASON_FACT_PUBLIC] = facts->is_review;
  tally.counts[DIAPASON_FACT_SPOKEN_TO] = facts->is_spoken_to;
  for (guint i = n_weights; i-- > 0;)
    tally.points[weights[i].fact] = points_of (&weights[i], tally.counts[weights[i].fact]);
  return tally;
}

/* When one of the facts that come and go by themselves next does so, from @now on. */
static gint64
next_turn (const DiapasonVerbatimFacts *facts, gint64 now)
{
  gint64 turns[] = { facts->promise_due - DUE_AHEAD, facts->promise_due,
                     facts->permission_until - PERMISSION_ENDS, facts->permission_until,
                     facts->at + DAY * ((MAX (now - facts->at, 0)) / DAY + 1) };
  gint64 next = G_MAXINT64;

  if (!facts->is_open || facts->at <= 0)
    turns[4] = 0;
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    if (turns[i] > now)
      next = MIN (next, turns[i]);
  return next;
}

/* Waiting turns each day, so there is a last turn that changes something: when it gives most. */
static gint64
find_change (const DiapasonVerbatimFacts *facts,
             const DiapasonWeight *weights,
             guint n_weights,
             gint64 now)
{
  const Tally before = tally_at (facts, weights, n_weights, now);
  gint64 last = MAX (facts->promise_due, facts->permission_until);

  for (guint i = 0; i < n_weights; i++)
    if (weights[i].fact == DIAPASON_FACT_WAITS && weights[i].points > 0)
      last = MAX (last, facts->at + DAY * (weights[i].at_most / weights[i].points + 1));
  for (gint64 turn = next_turn (facts, now); turn <= last; turn = next_turn (facts, turn))
    {
      const Tally after = tally_at (facts, weights, n_weights, turn);

      if (memcmp (after.points, before.points, sizeof before.points) != 0)
        return turn;
    }
  return 0;
}

static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  const DiapasonReason *one = a, *other = b;

  if (one->points != other->points)
    return other->points - one->points;
  return (int) one->fact - (int) other->fact;
}

DiapasonVerbatimPriority
diapason_priority (const DiapasonVerbatimFacts *facts,
                   const DiapasonWeight *weights,
                   guint n_weights,
                   gint64 now)
{
  const Tally tally = tally_at (facts, weights, n_weights, now);
  DiapasonVerbatimPriority priority = { .changes_at =
                                            find_change (facts, weights, n_weights, now) };

  for (guint fact = 0; fact < DIAPASON_N_FACTS; fact++)
    if (tally.points[fact] > 0)
      {
        priority.reasons[priority.n_reasons++] =
            (DiapasonReason){ (DiapasonFact) fact, tally.counts[fact], tally.points[fact] };
        priority.points += tally.points[fact];
      }
  qsort (priority.reasons, priority.n_reasons, sizeof (DiapasonReason), compare_reasons);
  return priority;
}
