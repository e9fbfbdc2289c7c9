/* history-filter.h: which events of a person's history are wanted: by channel, by words, and by
 * whatever else whoever asks looks for.
 *
 * Immutable and refcounted: any thread. Looking is for reader-list: it goes through all that
 * happened with the person, and nobody else.
 */
#pragma once

#include "records.h"
#include "store.h"

G_BEGIN_DECLS

typedef struct _DiapasonHistoryFilter DiapasonHistoryFilter;

/* Whether an event is wanted, of which kind, channel, direction and reason are there, and nothing
 * else. Called on a reader. */
typedef gboolean (*DiapasonHistoryTest) (const DiapasonEventRecord *event, gpointer data);

/* @channel: (nullable: any) as interactions have it, or "survey", "review", "promise". @words:
 * (nullable: any) each of them has to be in what was written or said, in any part of it, case and
 * accents aside. @test: (nullable: any) with its @data. Returns: (transfer full). */
DiapasonHistoryFilter *diapason_history_filter_new (const char *channel,
                                                    const char *words,
                                                    DiapasonHistoryTest test,
                                                    gpointer data,
                                                    GDestroyNotify data_free);
DiapasonHistoryFilter *diapason_history_filter_ref (DiapasonHistoryFilter *filter);
void diapason_history_filter_unref (DiapasonHistoryFilter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonHistoryFilter, diapason_history_filter_unref)

/* What diapason_history_ids() says, less what @filter does not want. */
GArray *diapason_history_filtered (DiapasonDatabase *database,
                                   gint64 person,
                                   const DiapasonHistoryFilter *filter,
                                   GError **error);

G_END_DECLS
