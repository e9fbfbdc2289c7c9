/* kpi.c: see kpi.h. */
#include "kpi.h"

static gboolean
is_plus (DiapasonKpi kpi, gint64 value)
{
  return kpi == DIAPASON_KPI_NPS ? value >= 9 : kpi != DIAPASON_KPI_SATISFACTION && value == 1;
}

static gboolean
is_minus (DiapasonKpi kpi, gint64 value)
{
  return kpi == DIAPASON_KPI_NPS ? value <= 6 : kpi != DIAPASON_KPI_SATISFACTION && value == 0;
}

void
diapason_kpi_sums_count (DiapasonKpiSums *sums, DiapasonKpi kpi, gint64 value, int times)
{
  sums->n += times;
  sums->plus += is_plus (kpi, value) ? times : 0;
  sums->minus += is_minus (kpi, value) ? times : 0;
  sums->sum += times * value;
  sums->squares += times * value * value;
}

void
diapason_kpi_sums_add (DiapasonKpiSums *sums, const DiapasonKpiSums *others)
{
  sums->n += others->n;
  sums->plus += others->plus;
  sums->minus += others->minus;
  sums->sum += others->sum;
  sums->squares += others->squares;
}

DiapasonBoardRecord *
diapason_board_record_new (void)
{
  return g_atomic_rc_box_new0 (DiapasonBoardRecord);
}

DiapasonBoardRecord *
diapason_board_record_ref (DiapasonBoardRecord *record)
{
  return g_atomic_rc_box_acquire (record);
}

static void
board_clear (gpointer data)
{
  DiapasonBoardRecord *record = data;

  g_free (record->adviser);
  g_free (record->words);
}

void
diapason_board_record_unref (DiapasonBoardRecord *record)
{
  g_atomic_rc_box_release_full (record, board_clear);
}
