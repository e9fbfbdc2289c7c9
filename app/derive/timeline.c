/* timeline.c: an event to its person and instant. Thread: the writer of cache.db. Nothing is kept
 * between calls. */
#include "timeline.h"

#include "identity.h"
#include "table-identity.h"
#include "table-kpi.h"
#include "table-priority.h"
#include "table-timeline.h"

#define PLAUSIBLE_AHEAD (G_GINT64_CONSTANT (2) * 24 * 60 * 60 * 1000)

gboolean
diapason_timeline_is_plausible (gint64 at, gint64 first_seen)
{
  return at > 0 && at <= first_seen + PLAUSIBLE_AHEAD;
}

/* Whose history the event stands in. Who is only named by events becomes somebody here. */
static gboolean
find_person (DiapasonDatabase *database,
             const DiapasonTimelineInput *input,
             gint64 *out_person,
             GError **error)
{
  *out_person = input->person;
  if (input->customer == 0 || input->person != 0)
    return TRUE;
  return diapason_identity_relink (database, input->customer, error) &&
         diapason_identity_person_of (database, input->customer, out_person, error);
}

/* Another contact, or one less, may make another figure of what a person answered. */
static gboolean
queue_answers (DiapasonDatabase *database,
               DiapasonEntity kind,
               gint64 former,
               gint64 person,
               GError **error)
{
  if (kind == DIAPASON_ENTITY_PROMISE || kind == DIAPASON_ENTITY_VERBATIM)
    return TRUE;
  return diapason_kpi_queue_person (database, person, error) &&
         (former == person || diapason_kpi_queue_person (database, former, error));
}

gboolean
diapason_timeline_derive (DiapasonDatabase *database, gint64 record, GError **error)
{
  DiapasonTimelineInput input;
  gint64 person;
  gint64 former;
  gboolean moved;

  if (!diapason_timeline_read (database, record, &input, error) ||
      !find_person (database, &input, &person, error))
    return FALSE;

  gboolean known = diapason_timeline_is_plausible (input.at, input.first_seen);
  const DiapasonTimelineRow row = { .record = record,
                                    .kind = input.kind,
                                    .person = person,
                                    .at = known ? input.at : input.first_seen,
                                    .date_known = known,
                                    .revision = input.revision };
  if (!diapason_timeline_set (database, &row, DIAPASON_TIMELINE_VERSION, &former, &moved, error))
    return FALSE;
  if (moved)
    {
      diapason_identity_note_person (database, former);
      diapason_identity_note_person (database, person);
    }
  return queue_answers (database, input.kind, former, person, error) &&
         diapason_priority_queue_about (database, record, error) &&
         (former == person || diapason_priority_queue_person (database, former, error)) &&
         diapason_priority_queue_person (database, person, error);
}
