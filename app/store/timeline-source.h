/* timeline-source.h: one person's history as the rows of a windowed list: a DiapasonRowSource over
 * the store.
 *
 * Rows are DiapasonEventRecord, newest first. "changed" follows the store's change sets: membership
 * when the person was touched, rows when one of those handed out was. Thread: main. Holds a
 * reference on the store.
 */
#pragma once

#include "history-filter.h"
#include "kpi.h"
#include "row-source.h"
#include "store.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_TIMELINE_SOURCE (diapason_timeline_source_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonTimelineSource,
                      diapason_timeline_source,
                      DIAPASON,
                      TIMELINE_SOURCE,
                      GObject)

/* @person: a person, or any customer record of theirs; follows them when they are linked or parted.
 * Returns: (transfer full). */
DiapasonTimelineSource *diapason_timeline_source_new (DiapasonStore *store, gint64 person);

/* The same, less what @filter does not want. Returns: (transfer full). */
DiapasonTimelineSource *diapason_timeline_source_new_filtered (DiapasonStore *store,
                                                               gint64 person,
                                                               DiapasonHistoryFilter *filter);

/* The person as given. */
gint64 diapason_timeline_source_get_person (DiapasonTimelineSource *self);

/* What counts in the figure @kpi of whoever is signed in, of the @days days that end today, newest
 * first. Returns: (transfer full). */
DiapasonTimelineSource *diapason_timeline_source_new_for_kpi (DiapasonStore *store,
                                                              DiapasonKpi kpi,
                                                              guint days);

G_END_DECLS
