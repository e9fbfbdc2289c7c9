/* test-priority.c: that a rank is the sum of its reasons, whatever the facts and the weights, and
 * that it stays so until the instant it says.
 */
#include "priority.h"

#include "score.h"

#define ROUNDS 20000
#define HOUR   (G_GINT64_CONSTANT (60) * 60 * 1000)
#define DAY    (24 * HOUR)
#define NOW    (G_GINT64_CONSTANT (1763629200000)) /* 20 November 2025, 09:00 UTC */

static gint64
draw_instant (GRand *rand)
{
  return g_rand_int_range (rand, 0, 3) == 0 ? 0 : NOW + HOUR * g_rand_int_range (rand, -400, 100);
}

static DiapasonScore
draw_score (GRand *rand)
{
  static const int scales[] = { 10, 5, 7, 0, 100 };

  return (DiapasonScore){ .known = g_rand_boolean (rand),
                          .score = g_rand_int_range (rand, -1, 12),
                          .scale = scales[g_rand_int_range (rand, 0, G_N_ELEMENTS (scales))] };
}

static DiapasonVerbatimFacts
draw_facts (GRand *rand)
{
  return (DiapasonVerbatimFacts){
    .score = draw_score (rand),
    .effort = draw_score (rand),
    .at = draw_instant (rand),
    .has_words = g_rand_boolean (rand),
    .is_open = g_rand_boolean (rand),
    .is_review = g_rand_boolean (rand),
    .is_own = g_rand_boolean (rand),
    .is_spoken_to = g_rand_boolean (rand),
    .is_high_value = g_rand_boolean (rand),
    .is_unsolved = g_rand_boolean (rand),
    .may_contact = g_rand_boolean (rand),
    .permission_until = draw_instant (rand),
    .contacts = (guint) g_rand_int_range (rand, 0, 6),
    .failures = (guint) g_rand_int_range (rand, 0, 3),
    .promises_broken = (guint) g_rand_int_range (rand, 0, 2),
    .promise_due = draw_instant (rand),
  };
}

static guint
draw_weights (GRand *rand, DiapasonWeight *weights)
{
  guint n = 0;

  for (guint fact = 0; fact < DIAPASON_N_FACTS; fact++)
    if (g_rand_boolean (rand))
      weights[n++] = (DiapasonWeight){ (DiapasonFact) fact, g_rand_int_range (rand, 1, 101),
                                       g_rand_int_range (rand, 1, 101) };
  return n;
}

static const DiapasonWeight *
find_weight (const DiapasonWeight *weights, guint n, DiapasonFact fact)
{
  for (guint i = 0; i < n; i++)
    if (weights[i].fact == fact)
      return &weights[i];
  return NULL;
}

/* The number is what stands beside it, each reason once and of the challenge. */
static void
check_sum (const DiapasonVerbatimPriority *priority, const DiapasonWeight *weights, guint n)
{
  int sum = 0;
  guint seen = 0;

  for (guint i = 0; i < priority->n_reasons; i++)
    {
      const DiapasonReason *reason = &priority->reasons[i];
      const DiapasonWeight *weight = find_weight (weights, n, reason->fact);
      gboolean waits = reason->fact == DIAPASON_FACT_WAITS;

      g_assert_nonnull (weight);
      g_assert_cmpuint (seen & 1u << reason->fact, ==, 0);
      g_assert_cmpuint (reason->count, >, 0);
      g_assert_cmpint (reason->points, ==,
                       waits ? MIN (weight->points * (int) reason->count, weight->at_most)
                             : weight->points);
      if (i > 0)
        g_assert_cmpint (reason->points, <=, priority->reasons[i - 1].points);
      seen |= 1u << reason->fact;
      sum += reason->points;
    }
  g_assert_cmpint (priority->points, ==, sum);
}

static gboolean
are_same (const DiapasonVerbatimPriority *a, const DiapasonVerbatimPriority *b)
{
  if (a->points != b->points || a->n_reasons != b->n_reasons)
    return FALSE;
  for (guint i = 0; i < a->n_reasons; i++)
    if (a->reasons[i].fact != b->reasons[i].fact || a->reasons[i].points != b->reasons[i].points)
      return FALSE;
  return TRUE;
}

/* Nothing changes before the instant it says, and then something does; without one, never. */
static void
check_change (GRand *rand,
              const DiapasonVerbatimFacts *facts,
              const DiapasonWeight *weights,
              guint n,
              guint *changes)
{
  DiapasonVerbatimPriority now = diapason_priority (facts, weights, n, NOW);
  gint64 end = now.changes_at > 0 ? now.changes_at : NOW + 200 * DAY;

  for (guint i = 0; i < 4; i++)
    {
      gint64 between = NOW + (gint64) (g_rand_double (rand) * (double) (end - NOW));
      DiapasonVerbatimPriority then = diapason_priority (facts, weights, n, between);

      g_assert_true (are_same (&now, &then));
    }
  DiapasonVerbatimPriority before = diapason_priority (facts, weights, n, end - 1);
  DiapasonVerbatimPriority after = diapason_priority (facts, weights, n, end);
  g_assert_true (are_same (&now, &before));
  g_assert_true (are_same (&now, &after) == (now.changes_at == 0));
  g_assert_true (now.changes_at == 0 || now.changes_at > NOW);
  *changes += now.changes_at > 0;
}

static void
test_any (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint changes = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      DiapasonVerbatimFacts facts = draw_facts (rand);
      DiapasonWeight weights[DIAPASON_N_FACTS];
      guint n = draw_weights (rand, weights);
      DiapasonVerbatimPriority priority = diapason_priority (&facts, weights, n, NOW);

      check_sum (&priority, weights, n);
      check_change (rand, &facts, weights, n, &changes);
    }
  g_test_message ("%u of %u will change", changes, ROUNDS);
  g_assert_cmpuint (changes, >, ROUNDS / 10);
  g_assert_cmpuint (changes, <, ROUNDS - ROUNDS / 10);
}

/* Nothing known gives nothing, however much it would weigh. */
static void
test_unknown (void)
{
  DiapasonWeight weights[DIAPASON_N_FACTS];

  for (guint fact = 0; fact < DIAPASON_N_FACTS; fact++)
    weights[fact] = (DiapasonWeight){ (DiapasonFact) fact, 100, 100 };
  DiapasonVerbatimPriority priority =
      diapason_priority (&(DiapasonVerbatimFacts){ .is_open = TRUE }, weights, DIAPASON_N_FACTS,
                         NOW);
  g_assert_cmpint (priority.points, ==, 0);
  g_assert_cmpint (priority.changes_at, ==, 0);
}

/* Each fact alone: a weight of its own finds it, and the number of times is told. */
static void
test_each (void)
{
  static const struct
  {
    DiapasonFact fact;
    DiapasonVerbatimFacts facts;
    guint count; /* 0: it does not hold */
  } cases[] = {
    { DIAPASON_FACT_DETRACTOR, { .score = { TRUE, 6, 10 } }, 1 },
    { DIAPASON_FACT_DETRACTOR, { .score = { TRUE, 7, 10 } }, 0 },
    { DIAPASON_FACT_DETRACTOR, { .score = { TRUE, 3, 5 } }, 1 },
    { DIAPASON_FACT_DETRACTOR, { .score = { FALSE, 0, 10 } }, 0 },
    { DIAPASON_FACT_DETRACTOR, { .score = { TRUE, 0, 5 } }, 0 },
    { DIAPASON_FACT_PASSIVE, { .score = { TRUE, 8, 10 } }, 1 },
    { DIAPASON_FACT_PASSIVE, { .score = { TRUE, 4, 5 } }, 1 },
    { DIAPASON_FACT_PROMOTER, { .score = { TRUE, 9, 10 } }, 1 },
    { DIAPASON_FACT_PROMOTER, { .score = { TRUE, 11, 10 } }, 0 },
    { DIAPASON_FACT_VERY_LOW, { .score = { TRUE, 3, 10 } }, 1 },
    { DIAPASON_FACT_VERY_LOW, { .score = { TRUE, 4, 10 } }, 0 },
    { DIAPASON_FACT_VERY_LOW, { .score = { TRUE, 1, 5 } }, 1 },
    { DIAPASON_FACT_VERY_LOW, { .score = { TRUE, 2, 5 } }, 0 },
    { DIAPASON_FACT_PRAISE, { .score = { TRUE, 5, 5 }, .has_words = TRUE }, 1 },
    { DIAPASON_FACT_PRAISE, { .score = { TRUE, 10, 10 } }, 0 },
    { DIAPASON_FACT_LOW_EFFORT_SCORE, { .effort = { TRUE, 3, 7 } }, 1 },
    { DIAPASON_FACT_LOW_EFFORT_SCORE, { .effort = { TRUE, 4, 7 } }, 0 },
    { DIAPASON_FACT_THIRD_CONTACT, { .contacts = 2 }, 0 },
    { DIAPASON_FACT_THIRD_CONTACT, { .contacts = 4 }, 4 },
    { DIAPASON_FACT_SELF_SERVICE_FAILED, { .failures = 2 }, 2 },
    { DIAPASON_FACT_PROMISE_DUE, { .promise_due = NOW + DAY }, 1 },
    { DIAPASON_FACT_PROMISE_DUE, { .promise_due = NOW + DAY + 1 }, 0 },
    { DIAPASON_FACT_PROMISE_DUE, { .promise_due = NOW }, 0 },
    { DIAPASON_FACT_PROMISE_BROKEN, { .promise_due = NOW, .promises_broken = 1 }, 2 },
    { DIAPASON_FACT_PERMISSION_ENDS, { .may_contact = TRUE, .permission_until = NOW + 1 }, 1 },
    { DIAPASON_FACT_PERMISSION_ENDS, { .may_contact = TRUE, .permission_until = NOW }, 0 },
    { DIAPASON_FACT_PERMISSION_ENDS, { .permission_until = NOW + 1 }, 0 },
    { DIAPASON_FACT_WAITS, { .is_open = TRUE, .at = NOW - 3 * DAY }, 3 },
    { DIAPASON_FACT_WAITS, { .is_open = TRUE, .at = NOW - DAY + 1 }, 0 },
    { DIAPASON_FACT_WAITS, { .is_open = TRUE, .at = NOW + 3 * DAY }, 0 },
    { DIAPASON_FACT_WAITS, { .at = NOW - 3 * DAY }, 0 },
    { DIAPASON_FACT_UNSOLVED, { .is_unsolved = TRUE }, 1 },
    { DIAPASON_FACT_HIGH_VALUE, { .is_high_value = TRUE }, 1 },
    { DIAPASON_FACT_OWN, { .is_own = TRUE }, 1 },
    { DIAPASON_FACT_PUBLIC, { .is_review = TRUE }, 1 },
    { DIAPASON_FACT_SPOKEN_TO, { .is_spoken_to = TRUE }, 1 },
    { DIAPASON_FACT_HAS_WORDS, { .has_words = TRUE }, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* Twice: the first counts. */
      DiapasonWeight weights[] = { { cases[i].fact, 9, 18 }, { cases[i].fact, 50, 50 } };
      DiapasonVerbatimPriority priority = diapason_priority (&cases[i].facts, weights, 2, NOW);

      g_test_message ("%s, case %u", diapason_fact_words[cases[i].fact], i);
      g_assert_cmpuint (priority.n_reasons, ==, cases[i].count > 0);
      g_assert_cmpuint (priority.reasons[0].count, ==, cases[i].count);
      g_assert_cmpint (priority.points, ==,
                       cases[i].fact == DIAPASON_FACT_WAITS ? MIN (18, 9 * (int) cases[i].count)
                                                            : 9 * (cases[i].count > 0));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/priority/any", test_any);
  g_test_add_func ("/insight/priority/unknown", test_unknown);
  g_test_add_func ("/insight/priority/each", test_each);
  return g_test_run ();
}
