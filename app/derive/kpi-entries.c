/* kpi-entries.c: see kpi-entries.h. Thread: the writer of cache.db. Nothing is kept between calls.
 */
#include "kpi-entries.h"

#include "kpi-read.h"
#include "table-kpi.h"
#include "timeline.h"

static gboolean
count_record (DiapasonDatabase *database, gint64 record, GTimeZone *zone, GError **error)
{
  DiapasonKpiEntry entry;

  if (!diapason_kpi_read (database, record, &entry, error))
    return FALSE;
  if (!diapason_timeline_is_plausible (entry.at, entry.first_seen))
    entry.kpi = DIAPASON_KPI_NONE;
  else
    entry.day = diapason_kpi_day (entry.at, zone);
  return diapason_kpi_set (database, &entry, DIAPASON_KPI_VERSION, error);
}

/* Whose answer it is, and when, its verbatim says. */
static gboolean
count_with_answers (DiapasonDatabase *database, gint64 record, GTimeZone *zone, GError **error)
{
  g_autoptr (GArray) answers = diapason_kpi_answers (database, record, error);

  if (answers == NULL || !count_record (database, record, zone, error))
    return FALSE;
  for (guint i = 0; i < answers->len; i++)
    if (!count_record (database, g_array_index (answers, gint64, i), zone, error))
      return FALSE;
  return TRUE;
}

gboolean
diapason_kpi_derive (DiapasonDatabase *database, GArray *records, GError **error)
{
  g_autoptr (GTimeZone) zone = diapason_kpi_zone (database, error);

  if (zone == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!count_with_answers (database, g_array_index (records, gint64, i), zone, error))
      return FALSE;
  return TRUE;
}
