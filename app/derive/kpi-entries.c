/* kpi-entries.c: see kpi-entries.h. Thread: the writer of cache.db. Nothing is kept between calls.
 */
#include "kpi-entries.h"

#include "kpi-read.h"
#include "table-kpi.h"
#include "timeline.h"

static gboolean
count_record (DiapasonDatabase *database, gint64 record, GTimeZone *zone, GError **error)
{
  g_autoptr (GArray) given = diapason_kpi_read (database, record, error);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (DiapasonKpiEntry));

  if (given == NULL)
    return FALSE;
  for (guint i = 0; i < given->len; i++)
    {
      DiapasonKpiEntry entry = g_array_index (given, DiapasonKpiEntry, i);

      if (!diapason_timeline_is_plausible (entry.at, entry.first_seen))
        continue;
      entry.day = diapason_kpi_day (entry.at, zone);
      entry.version = DIAPASON_KPI_VERSION;
      g_array_append_val (entries, entry);
    }
  return diapason_kpi_set (database, record, entries, error);
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
