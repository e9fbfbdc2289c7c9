/* derive-slice.c: the steps in their order, and how much of them goes into one transaction.
 *
 * Thread: the writer of cache.db. Nothing is kept between calls.
 */
#include "derive-slice.h"

#include "database.h"
#include "derive-queue.h"
#include "full-text.h"
#include "identity.h"
#include "kpi-entries.h"
#include "priority-facts.h"
#include "table-derive-version.h"
#include "table-document.h"
#include "table-identity.h"
#include "table-kpi.h"
#include "timeline.h"

/* Records between two looks at the clock. */
#define BATCH 32

typedef gboolean (*DeriveBatch) (DiapasonDatabase *database, GArray *records, GError **error);

static gboolean
derive_identities (DiapasonDatabase *database, GArray *records, GError **error)
{
  for (guint i = 0; i < records->len; i++)
    if (!diapason_identity_derive (database, g_array_index (records, gint64, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
derive_timelines (DiapasonDatabase *database, GArray *records, GError **error)
{
  for (guint i = 0; i < records->len; i++)
    if (!diapason_timeline_derive (database, g_array_index (records, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* In the order in which they build on one another. */
static const struct
{
  DiapasonDeriveStep step;
  int version;
  DeriveBatch derive;
  DiapasonEntity entities[6]; /* ends with NONE */
} steps[] = {
  { DIAPASON_DERIVE_IDENTITY,
    DIAPASON_IDENTITY_VERSION,
    derive_identities,
    { DIAPASON_ENTITY_CUSTOMER } },
  { DIAPASON_DERIVE_TIMELINE,
    DIAPASON_TIMELINE_VERSION,
    derive_timelines,
    { DIAPASON_ENTITY_INTERACTION, DIAPASON_ENTITY_PROMISE, DIAPASON_ENTITY_VERBATIM } },
  { DIAPASON_DERIVE_KPI,
    DIAPASON_KPI_VERSION,
    diapason_kpi_derive,
    { DIAPASON_ENTITY_VERBATIM, DIAPASON_ENTITY_PROMISE } },
  { DIAPASON_DERIVE_PRIORITY,
    DIAPASON_PRIORITY_VERSION,
    diapason_priority_derive,
    { DIAPASON_ENTITY_VERBATIM } },
  { DIAPASON_DERIVE_FULL_TEXT,
    DIAPASON_FULL_TEXT_VERSION,
    diapason_full_text_derive,
    { DIAPASON_ENTITY_CUSTOMER, DIAPASON_ENTITY_INTERACTION, DIAPASON_ENTITY_MESSAGE,
      DIAPASON_ENTITY_VERBATIM, DIAPASON_ENTITY_ARTICLE } },
};

static gboolean
fill_step (DiapasonDatabase *database, guint index, GError **error)
{
  const DiapasonEntity *entities = steps[index].entities;

  for (guint i = 0; entities[i] != DIAPASON_ENTITY_NONE; i++)
    if (!diapason_derive_queue_fill (database, steps[index].step, entities[i], error))
      return FALSE;
  if (steps[index].step == DIAPASON_DERIVE_IDENTITY &&
      !diapason_identity_queue_members (database, error))
    return FALSE;
  return diapason_derive_version_set (database, steps[index].step, steps[index].version, error);
}

static gboolean
queue_judged (DiapasonDatabase *database, GError **error)
{
  g_autoptr (GArray) judged = diapason_identity_judged (database, error);

  if (judged == NULL)
    return FALSE;
  for (guint i = 0; i < judged->len; i++)
    if (!diapason_derive_queue_add (database, DIAPASON_DERIVE_IDENTITY,
                                    g_array_index (judged, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* Days are another matter in another zone: all is counted again. */
static gboolean
take_zone (DiapasonDatabase *database, const char *zone, GError **error)
{
  gboolean changed;

  if (!diapason_kpi_set_zone (database, zone, &changed, error))
    return FALSE;
  return !changed || (diapason_derive_version_set (database, DIAPASON_DERIVE_KPI, 0, error) &&
                      diapason_derive_version_set (database, DIAPASON_DERIVE_PRIORITY, 0, error));
}

gboolean
diapason_derive_prepare (DiapasonDatabase *database, const char *zone, GError **error)
{
  if (!take_zone (database, zone, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      int version;
      if (!diapason_derive_version_get (database, steps[i].step, &version, error))
        return FALSE;
      if (version != steps[i].version && !fill_step (database, i, error))
        return FALSE;
    }
  return queue_judged (database, error);
}

static gboolean
derive_batch (DiapasonDatabase *database, guint index, GArray *batch, GError **error)
{
  if (!steps[index].derive (database, batch, error))
    return FALSE;
  for (guint i = 0; i < batch->len; i++)
    if (!diapason_derive_queue_done (database, steps[index].step, g_array_index (batch, gint64, i),
                                     error))
      return FALSE;
  return TRUE;
}

/* Whether the slice has to end, in the middle of the work, for somebody else's sake: for what
 * sources tell at length when its time is over, for an act or a call at once. */
static gboolean
is_over (DiapasonDatabase *database, gint64 until)
{
  return diapason_database_is_awaited (database, DIAPASON_PRIORITY_SYNC) ||
         (g_get_monotonic_time () >= until &&
          diapason_database_is_awaited (database, DIAPASON_PRIORITY_MAINTENANCE));
}

static gboolean
derive_step (DiapasonDatabase *database, guint index, GArray *records, gint64 until, GError **error)
{
  guint at = 0;

  do
    {
      guint n = MIN (records->len - at, BATCH);
      g_autoptr (GArray) batch = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_vals (batch, &g_array_index (records, gint64, at), n);
      if (!derive_batch (database, index, batch, error))
        return FALSE;
      at += n;
    }
  while (at < records->len && !is_over (database, until));
  return TRUE;
}

gboolean
diapason_derive_slice (DiapasonDatabase *database,
                       guint limit,
                       gint64 budget,
                       gboolean *out_worked,
                       GError **error)
{
  gint64 until = g_get_monotonic_time () + budget;

  *out_worked = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GArray) records =
          diapason_derive_queue_take (database, steps[i].step, limit, error);
      if (records == NULL)
        return FALSE;
      if (records->len == 0)
        continue;
      *out_worked = TRUE;
      return derive_step (database, i, records, until, error);
    }
  return TRUE;
}

gboolean
diapason_derive_repair (DiapasonDatabase *database, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].step == DIAPASON_DERIVE_FULL_TEXT)
      return diapason_document_reset (database, error) && fill_step (database, i, error);
  return FALSE;
}
