/* hub-event-log.h: what changed lately, as the events each source tells it by.
 *
 * A ring of some thousands of events, in memory only: begun anew with each life of the hub. Thread:
 * the hub's. Lifetime: the hub's.
 */
#pragma once

#include "hub-database.h"

G_BEGIN_DECLS

#define DIAPASON_HUB_EVENT_LOG_LENGTH 4096

typedef struct _DiapasonHubEventLog DiapasonHubEventLog;

/* @database is not owned. What was changed before is not known to it. */
DiapasonHubEventLog *diapason_hub_event_log_new (DiapasonHubDatabase *database);
void diapason_hub_event_log_free (DiapasonHubEventLog *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonHubEventLog, diapason_hub_event_log_free)

/* Takes in what a transaction changed. Tables that no source serves and rows whose number did not
 * grow are passed over. */
void diapason_hub_event_log_add (DiapasonHubEventLog *self,
                                 const DiapasonHubChange *changes,
                                 gsize n_changes);

/* The number of the latest change. */
gint64 diapason_hub_event_log_get_last (DiapasonHubEventLog *self);

/* Appends to @text the events of the source at @base after the change @after. Returns: FALSE, and
 * nothing is appended, if the log does not reach so far back, or not so far on. */
gboolean diapason_hub_event_log_tell (DiapasonHubEventLog *self,
                                      const char *base,
                                      gint64 after,
                                      GString *text);

G_END_DECLS
