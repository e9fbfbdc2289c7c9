/* priority-facts.c: see priority-facts.h. Thread: the writer of cache.db. Nothing is kept between
 * calls. */
#include "priority-facts.h"

#include "dates.h"
#include "effort.h"
#include "table-kpi.h"
#include "table-priority.h"
#include "timeline.h"

#define DAY (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

/* The first instant after @day in @zone; 0 when it is none. The day after: a day has 23 to 25
 * hours. */
static gint64
end_of_day (const char *day, GTimeZone *zone)
{
  g_autofree char *next = NULL;
  gint64 midnight;

  if (*day == '\0' || !diapason_date_parse (day, NULL, &midnight, NULL))
    return 0;
  next = diapason_date_format_as (midnight + DAY, "%F", NULL);
  return diapason_date_parse (next, zone, &midnight, NULL) ? midnight : 0;
}

/* What they did to be helped before they wrote it. */
static gboolean
find_effort (DiapasonDatabase *database, DiapasonPriorityInput *input, GError **error)
{
  DiapasonVerbatimFacts *facts = &input->row.facts;
  g_autoptr (GPtrArray) about = NULL;
  g_autoptr (GPtrArray) contacts = NULL;
  DiapasonEffort effort;

  if (input->row.person == 0 || facts->at == 0)
    return TRUE;
  about = diapason_priority_contact (database, input->interaction, error);
  contacts = about == NULL ? NULL
                           : diapason_priority_contacts (database, input->row.person,
                                                         facts->at - DIAPASON_EFFORT_DAYS * DAY,
                                                         facts->at, error);
  if (contacts == NULL)
    return FALSE;
  effort = diapason_effort ((DiapasonEventRecord *const *) contacts->pdata, contacts->len,
                            about->len > 0 ? g_ptr_array_index (about, 0) : NULL, facts->at, NULL);
  facts->contacts = effort.contacts;
  facts->failures = effort.failures;
  return TRUE;
}

static gboolean
derive_verbatim (DiapasonDatabase *database, gint64 verbatim, GTimeZone *zone, GError **error)
{
  DiapasonPriorityInput input;
  DiapasonVerbatimFacts *facts = &input.row.facts;

  if (!diapason_priority_read (database, verbatim, &input, error))
    return FALSE;
  if (!diapason_timeline_is_plausible (facts->at, input.first_seen))
    facts->at = 0;
  facts->permission_until = end_of_day (input.last_day, zone);
  if (input.row.person != 0 &&
      !diapason_priority_read_person (database, input.row.person, facts, error))
    return FALSE;
  return find_effort (database, &input, error) &&
         diapason_priority_set (database, &input.row, DIAPASON_PRIORITY_VERSION, error);
}

static gboolean
derive_record (DiapasonDatabase *database, gint64 record, GTimeZone *zone, GError **error)
{
  g_autoptr (GArray) verbatims = diapason_priority_open_of (database, record, error);

  if (verbatims == NULL || !derive_verbatim (database, record, zone, error))
    return FALSE;
  for (guint i = 0; i < verbatims->len; i++)
    if (!derive_verbatim (database, g_array_index (verbatims, gint64, i), zone, error))
      return FALSE;
  return TRUE;
}

gboolean
diapason_priority_derive (DiapasonDatabase *database, GArray *records, GError **error)
{
  g_autoptr (GTimeZone) zone = diapason_kpi_zone (database, error);

  if (zone == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!derive_record (database, g_array_index (records, gint64, i), zone, error))
      return FALSE;
  return TRUE;
}
