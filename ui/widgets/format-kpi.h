/* format-kpi.h: figures of experience as words for people. Pure functions (but for the locale); any
 * thread. All return (transfer full) where nothing else is said. */
#pragma once

#include "kpi.h"

G_BEGIN_DECLS

/* "My NPS", "CSAT" … Borrowed. */
const char *diapason_format_kpi_title (DiapasonKpi kpi);

/* Whether there is enough of it to say a figure. */
gboolean diapason_format_kpi_is_known (DiapasonKpi kpi, const DiapasonKpiSums *sums);

/* "+31", "4.3", "78 %", "9 kept", "11"; "—" where too few answered. */
char *diapason_format_kpi_value (DiapasonKpi kpi, const DiapasonKpiSums *sums);

/* "+5 … +53", "4.0 … 4.6 of 5", "69 … 85 %, customers say"; or that too few answered. */
char *diapason_format_kpi_interval (DiapasonKpi kpi, const DiapasonKpiSums *sums);

/* "▲ higher than the 30 days before", "no clear change to the 30 days before"; "" where that cannot
 * be said. */
char *diapason_format_kpi_change (DiapasonKpi kpi,
                                  const DiapasonKpiSums *before,
                                  const DiapasonKpiSums *now,
                                  guint days);

/* How it is computed, in a few sentences. Borrowed. */
const char *diapason_format_kpi_definition (DiapasonKpi kpi);

/* "32 % of 130 customers answered"; "" where nobody was asked. */
char *diapason_format_response (gint64 asked, gint64 answered);

G_END_DECLS
