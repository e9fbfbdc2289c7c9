/* kpi-estimate.h: what a figure of experience says, by the sums it is kept in. Pure; any thread. */
#pragma once

#include "interval.h"
#include "kpi.h"

G_BEGIN_DECLS

/* The estimate of @kpi: a score from -100 to 100 (NPS), a mean from 1 to 5 (satisfaction), a share
 * from 0 to 1 (solved, promises, heard). */
DiapasonEstimate diapason_kpi_estimate (DiapasonKpi kpi, const DiapasonKpiSums *sums);

/* Whether the period differs from the one before. */
DiapasonTrend diapason_kpi_trend (DiapasonKpi kpi,
                                  const DiapasonKpiSums *before,
                                  const DiapasonKpiSums *now);

G_END_DECLS
