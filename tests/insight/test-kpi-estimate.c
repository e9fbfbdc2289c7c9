/* test-kpi-estimate.c: what a figure says is what its answers one by one say. */
#include "kpi-estimate.h"

static DiapasonKpiSums
sums_of (DiapasonKpi kpi, const int *values, guint n)
{
  DiapasonKpiSums sums = { 0 };

  for (guint i = 0; i < n; i++)
    diapason_kpi_sums_count (&sums, kpi, values[i], 1);
  return sums;
}

static void
test_values (void)
{
  const int scores[] = { 10, 9, 8, 7, 6, 0, 9, 10, 10, 3 };
  const int marks[] = { 5, 4, 4, 3, 5, 1, 2, 4, 4, 5 };
  const int truths[] = { 1, 0, 1, 1, 1, 0, 1, 1, 1, 1 };
  DiapasonKpiSums nps = sums_of (DIAPASON_KPI_NPS, scores, G_N_ELEMENTS (scores));
  DiapasonKpiSums satisfaction = sums_of (DIAPASON_KPI_SATISFACTION, marks, G_N_ELEMENTS (marks));
  DiapasonKpiSums solved = sums_of (DIAPASON_KPI_SOLVED, truths, G_N_ELEMENTS (truths));
  DiapasonKpiSums kept = sums_of (DIAPASON_KPI_PROMISES, truths, G_N_ELEMENTS (truths));

  g_assert_cmpfloat (diapason_kpi_estimate (DIAPASON_KPI_NPS, &nps).value, ==, 20);
  g_assert_cmpfloat (diapason_kpi_estimate (DIAPASON_KPI_SATISFACTION, &satisfaction).value, ==,
                     3.7);
  g_assert_cmpfloat (diapason_kpi_estimate (DIAPASON_KPI_SOLVED, &solved).value, ==, 0.8);
  g_assert_cmpfloat (diapason_kpi_estimate (DIAPASON_KPI_PROMISES, &kept).value, ==, 0.8);
  g_assert_cmpfloat (diapason_kpi_estimate (DIAPASON_KPI_HEARD, &kept).value, ==, 0.8);
  g_assert_cmpuint (diapason_kpi_estimate (DIAPASON_KPI_NPS, &nps).n, ==, 10);
}

/* Whatever is counted and taken out again leaves nothing, and parts add up to the whole. */
static void
test_sums_add_up (void)
{
  for (DiapasonKpi kpi = DIAPASON_KPI_NPS; kpi < DIAPASON_N_KPIS; kpi++)
    {
      DiapasonKpiSums whole = { 0 }, parts[2] = { { 0 } }, sum = { 0 };

      for (guint i = 0; i < 100; i++)
        {
          int value = g_test_rand_int_range (0, kpi == DIAPASON_KPI_NPS ? 11 : 2);

          diapason_kpi_sums_count (&whole, kpi, value, 1);
          diapason_kpi_sums_count (&parts[i % 2], kpi, value, 1);
          diapason_kpi_sums_count (&sum, kpi, value, 1);
          diapason_kpi_sums_count (&sum, kpi, value, -1);
        }
      g_assert_true (sum.n == 0 && sum.plus == 0 && sum.minus == 0 && sum.sum == 0);
      diapason_kpi_sums_add (&parts[0], &parts[1]);
      g_assert_cmpmem (&parts[0], sizeof whole, &whole, sizeof whole);
    }
}

static void
test_trend (void)
{
  const DiapasonKpiSums low = { .n = 60, .plus = 20, .minus = 30 };
  const DiapasonKpiSums high = { .n = 60, .plus = 40, .minus = 10 };
  const DiapasonKpiSums none = { 0 };

  g_assert_cmpint (diapason_kpi_trend (DIAPASON_KPI_NPS, &low, &high), ==, DIAPASON_TREND_UP);
  g_assert_cmpint (diapason_kpi_trend (DIAPASON_KPI_SOLVED, &high, &low), ==, DIAPASON_TREND_DOWN);
  g_assert_cmpint (diapason_kpi_trend (DIAPASON_KPI_SOLVED, &high, &none), ==,
                   DIAPASON_TREND_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/kpi-estimate/values", test_values);
  g_test_add_func ("/insight/kpi-estimate/sums-add-up", test_sums_add_up);
  g_test_add_func ("/insight/kpi-estimate/trend", test_trend);
  return g_test_run ();
}
