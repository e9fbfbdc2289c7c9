/* test-interval.c: that intervals of 95 % hold the true value in about 95 of a hundred.
 *
 * Coverage is counted over every answer there can be of up to EXACT people, each with its
 * probability, and by drawing for more; a few known values beside it.
 */
#include "interval.h"

#include <math.h>

#define EXACT 50
#define DRAWS 10000

typedef struct
{
  double promoters, detractors; /* true shares */
} Truth;

static double
log_of_all (double share, guint n)
{
  return n == 0 ? 0 : n * log (share);
}

static double
probability (const Truth *truth, guint promoters, guint passives, guint detractors)
{
  double passive = 1 - truth->promoters - truth->detractors;

  return exp (lgamma (promoters + passives + detractors + 1.0) - lgamma (promoters + 1.0) -
              lgamma (passives + 1.0) - lgamma (detractors + 1.0) +
              log_of_all (truth->promoters, promoters) + log_of_all (passive, passives) +
              log_of_all (truth->detractors, detractors));
}

static gboolean
holds (const DiapasonEstimate *estimate, double truth)
{
  return estimate->low - 1e-9 <= truth && truth <= estimate->high + 1e-9;
}

static double
coverage_counted (const Truth *truth, guint n)
{
  double score = 100 * (truth->promoters - truth->detractors), covered = 0;

  for (guint promoters = 0; promoters <= n; promoters++)
    for (guint detractors = 0; detractors <= n - promoters; detractors++)
      {
        guint passives = n - promoters - detractors;
        DiapasonEstimate estimate = diapason_estimate_nps (promoters, passives, detractors);

        if (holds (&estimate, score))
          covered += probability (truth, promoters, passives, detractors);
      }
  return covered;
}

static double
coverage_drawn (const Truth *truth, guint n, GRand *rand)
{
  double score = 100 * (truth->promoters - truth->detractors);
  guint covered = 0;

  for (guint draw = 0; draw < DRAWS; draw++)
    {
      guint promoters = 0, detractors = 0;

      for (guint i = 0; i < n; i++)
        {
          double at = g_rand_double (rand);

          promoters += at < truth->promoters;
          detractors += at >= 1 - truth->detractors;
        }
      DiapasonEstimate estimate =
          diapason_estimate_nps (promoters, n - promoters - detractors, detractors);
      covered += holds (&estimate, score);
    }
  return (double) covered / DRAWS;
}

static double
coverage (const Truth *truth, guint n, GRand *rand)
{
  return n <= EXACT ? coverage_counted (truth, n) : coverage_drawn (truth, n, rand);
}

/* True values where none of the three answers is rarer than one in five. Where few answered and
 * more than 45 in a hundred are passive, the interval is wider than it would have to be. */
static void
check_coverage (guint n, GRand *rand, double *sum, guint *count)
{
  for (int promoters = 20; promoters <= 60; promoters += 5)
    for (int detractors = 20; detractors <= 80 - promoters; detractors += 5)
      {
        const Truth truth = { promoters / 100.0, detractors / 100.0 };
        double covered = coverage (&truth, n, rand);

        g_assert_cmpfloat (covered, >=, 0.93);
        if (promoters + detractors >= 55 || n >= 15)
          g_assert_cmpfloat (covered, <=, 0.97);
        *sum += covered;
        (*count)++;
      }
}

static void
test_coverage_of_nps (void)
{
  static const guint sizes[] = { 10, 11, 12, 13, 15, 17, 20, 25, 30, 42, 50, 100, 200, 500 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);
  double sum = 0;
  guint count = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    check_coverage (sizes[i], rand, &sum, &count);
  g_test_message ("%u settings, on average %.4f", count, sum / count);
  g_assert_cmpfloat (sum / count, >=, 0.945);
  g_assert_cmpfloat (sum / count, <=, 0.955);
}

/* Where all agree it still has a width, and says nothing impossible. */
static void
test_nps_at_the_ends (void)
{
  DiapasonEstimate all = diapason_estimate_nps (20, 0, 0);
  DiapasonEstimate none = diapason_estimate_nps (0, 0, 20);
  DiapasonEstimate middle = diapason_estimate_nps (0, 20, 0);
  DiapasonEstimate nobody = diapason_estimate_nps (0, 0, 0);

  g_assert_cmpfloat (all.value, ==, 100);
  g_assert_cmpfloat (all.high, ==, 100);
  g_assert_cmpfloat (all.low, <, 95);
  g_assert_cmpfloat (none.low, ==, -100);
  g_assert_cmpfloat (none.high, ==, -all.low);
  g_assert_cmpfloat (middle.value, ==, 0);
  g_assert_cmpfloat (middle.low, <, -5);
  g_assert_cmpfloat (nobody.low, ==, -100);
  g_assert_cmpfloat (nobody.high, ==, 100);
  g_assert_false (diapason_estimate_is_enough (&nobody));
}

/* Wilson's own: 81 of 263 is 0.2553 to 0.3662 (Newcombe 1998, Statistics in Medicine 17). */
static void
test_share (void)
{
  DiapasonEstimate known = diapason_estimate_share (81, 263);
  DiapasonEstimate none = diapason_estimate_share (0, 20);
  DiapasonEstimate nobody = diapason_estimate_share (0, 0);

  g_assert_cmpfloat_with_epsilon (known.low, 0.2553, 5e-5);
  g_assert_cmpfloat_with_epsilon (known.high, 0.3662, 5e-5);
  g_assert_cmpfloat (none.low, ==, 0);
  g_assert_cmpfloat_with_epsilon (none.high, 0.1611, 5e-5);
  g_assert_cmpfloat (nobody.high, ==, 1);
}

/* 1 to 10: the mean is 5.5, the deviation 3.0277, the quantile for nine freedoms 2.2622. */
static void
test_mean (void)
{
  DiapasonEstimate known = diapason_estimate_mean (55, 385, 10, 0, 10);
  DiapasonEstimate same = diapason_estimate_mean (50, 250, 10, 1, 5);
  DiapasonEstimate one = diapason_estimate_mean (3, 9, 1, 1, 5);

  g_assert_cmpfloat (known.value, ==, 5.5);
  g_assert_cmpfloat_with_epsilon (known.low, 5.5 - 2.1659, 1e-3);
  g_assert_cmpfloat_with_epsilon (known.high, 5.5 + 2.1659, 1e-3);
  g_assert_cmpfloat (same.high, ==, 5);
  g_assert_cmpfloat (same.low, <, 4.9);
  g_assert_cmpfloat (one.low, ==, 1);
  g_assert_cmpfloat (one.high, ==, 5);
}

static void
test_change (void)
{
  DiapasonEstimate few = diapason_estimate_nps (9, 0, 0);
  DiapasonEstimate low = diapason_estimate_nps (20, 10, 30);
  DiapasonEstimate near = diapason_estimate_nps (24, 10, 26);
  DiapasonEstimate high = diapason_estimate_nps (40, 10, 10);

  g_assert_cmpint (diapason_estimate_trend (&few, &high), ==, DIAPASON_TREND_UNKNOWN);
  g_assert_cmpint (diapason_estimate_trend (&high, &few), ==, DIAPASON_TREND_UNKNOWN);
  g_assert_cmpint (diapason_estimate_trend (&low, &near), ==, DIAPASON_TREND_UNCLEAR);
  g_assert_cmpint (diapason_estimate_trend (&low, &high), ==, DIAPASON_TREND_UP);
  g_assert_cmpint (diapason_estimate_trend (&high, &low), ==, DIAPASON_TREND_DOWN);
}

/* What is said to have changed where nothing did: about five in a hundred. */
static void
test_change_is_seldom_wrong (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint wrong = 0;

  for (guint round = 0; round < DRAWS; round++)
    {
      guint counts[2][3] = { { 0 }, { 0 } };

      for (guint i = 0; i < 60; i++)
        counts[i % 2][g_rand_int_range (rand, 0, 3)]++;
      DiapasonEstimate one = diapason_estimate_nps (counts[0][0], counts[0][1], counts[0][2]);
      DiapasonEstimate two = diapason_estimate_nps (counts[1][0], counts[1][1], counts[1][2]);
      wrong += diapason_estimate_trend (&one, &two) != DIAPASON_TREND_UNCLEAR;
    }
  g_assert_cmpfloat ((double) wrong / DRAWS, <=, 0.07);
  g_assert_cmpfloat ((double) wrong / DRAWS, >=, 0.03);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/interval/coverage-of-nps", test_coverage_of_nps);
  g_test_add_func ("/insight/interval/nps-at-the-ends", test_nps_at_the_ends);
  g_test_add_func ("/insight/interval/share", test_share);
  g_test_add_func ("/insight/interval/mean", test_mean);
  g_test_add_func ("/insight/interval/change", test_change);
  g_test_add_func ("/insight/interval/change-is-seldom-wrong", test_change_is_seldom_wrong);
  return g_test_run ();
}
