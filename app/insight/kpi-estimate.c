/* kpi-estimate.c: see kpi-estimate.h. */
#include "kpi-estimate.h"

DiapasonEstimate
diapason_kpi_estimate (DiapasonKpi kpi, const DiapasonKpiSums *sums)
{
  guint n = (guint) MAX (sums->n, 0);

  switch (kpi)
    {
    case DIAPASON_KPI_NPS:
      return diapason_estimate_nps ((guint) sums->plus,
                                    n - (guint) sums->plus - (guint) sums->minus,
                                    (guint) sums->minus);
    case DIAPASON_KPI_SATISFACTION:
      return diapason_estimate_mean (sums->sum, sums->squares, n, 1, 5);
    case DIAPASON_KPI_SOLVED:
    case DIAPASON_KPI_PROMISES:
    case DIAPASON_KPI_HEARD:
      return diapason_estimate_share ((guint) sums->plus, n);
    default:
      g_return_val_if_reached ((DiapasonEstimate){ 0 });
    }
}

DiapasonTrend
diapason_kpi_trend (DiapasonKpi kpi, const DiapasonKpiSums *before, const DiapasonKpiSums *now)
{
  DiapasonEstimate earlier = diapason_kpi_estimate (kpi, before);
  DiapasonEstimate later = diapason_kpi_estimate (kpi, now);

  return diapason_estimate_trend (&earlier, &later);
}
