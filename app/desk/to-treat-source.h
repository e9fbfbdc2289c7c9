/* to-treat-source.h: the verbatims that wait to be seen to, by the points that a challenge gives
 * them: a DiapasonRowSource of DiapasonWorkRecord over the store.
 *
 * Of however many the first DIAPASON_RANK_MOST are in the list. It asks again when facts change,
 * when somebody comes to the line or leaves it, and at the one instant at which time itself changes
 * points. Thread: main; functions ending in _in_reader run on a reader. Lifetime: gone before the
 * store.
 */
#pragma once

#include "row-source.h"
#include "store.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_TO_TREAT_SOURCE (diapason_to_treat_source_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonToTreatSource,
                      diapason_to_treat_source,
                      DIAPASON,
                      TO_TREAT_SOURCE,
                      GObject)

/* Property "total" (uint): how many wait in all, as of the last load. Returns: (transfer full). */
DiapasonToTreatSource *diapason_to_treat_source_new (DiapasonStore *store, GArray *weights);
guint diapason_to_treat_source_get_total (DiapasonToTreatSource *source);

/* Ranks by @weights (element-type DiapasonWeight) from now on. */
void diapason_to_treat_source_set_weights (DiapasonToTreatSource *source, GArray *weights);

G_END_DECLS
