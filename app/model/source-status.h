/* source-status.h: how a source is doing, as the footer shows it. Thread: main. */
#pragma once

#include "entity.h"

G_BEGIN_DECLS

typedef enum
{
  DIAPASON_SOURCE_NEW,      /* never asked yet */
  DIAPASON_SOURCE_IN_SYNC,  /* nothing more to fetch; since `in_sync_since` */
  DIAPASON_SOURCE_FETCHING, /* `fetched` rows in this round so far */
  DIAPASON_SOURCE_LOGIN,    /* waits for a person to sign in */
  DIAPASON_SOURCE_FAILING,  /* `sentence` says why; tried again at `retry_at` */
} DiapasonSourceState;

#define DIAPASON_TYPE_SOURCE_STATUS (diapason_source_status_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonSourceStatus,
                      diapason_source_status,
                      DIAPASON,
                      SOURCE_STATUS,
                      GObject)

/* Properties, all notified: name, label (construct only); state, fetched, in-sync-since, retry-at,
 * sentence, live. */
DiapasonSourceStatus *diapason_source_status_new (const char *name, const char *label);
const char *diapason_source_status_get_name (DiapasonSourceStatus *status);
const char *diapason_source_status_get_label (DiapasonSourceStatus *status);
DiapasonSourceState diapason_source_status_get_state (DiapasonSourceStatus *status);
/* Rows applied in this round. */
guint diapason_source_status_get_fetched (DiapasonSourceStatus *status);
/* Rows of @entity that have come new since the program began. Told with "fetched". */
guint diapason_source_status_get_come (DiapasonSourceStatus *status, DiapasonEntity entity);
/* Milliseconds UTC; 0: never. */
gint64 diapason_source_status_get_in_sync_since (DiapasonSourceStatus *status);
gint64 diapason_source_status_get_retry_at (DiapasonSourceStatus *status);
/* Why it fails or waits, for people; NULL when all is well. Borrowed. */
const char *diapason_source_status_get_sentence (DiapasonSourceStatus *status);
/* Whether it tells what changes by itself. */
gboolean diapason_source_status_get_live (DiapasonSourceStatus *status);

/* For the sync engine: sets what differs and notifies it. */
void diapason_source_status_set_state (DiapasonSourceStatus *status,
                                       DiapasonSourceState state,
                                       const char *sentence);
void diapason_source_status_set_fetched (DiapasonSourceStatus *status, guint fetched);
/* @n more of @entity have come; to be followed by diapason_source_status_set_fetched(). */
void diapason_source_status_add_come (DiapasonSourceStatus *status, DiapasonEntity entity, guint n);
void diapason_source_status_set_in_sync_since (DiapasonSourceStatus *status, gint64 at);
void diapason_source_status_set_retry_at (DiapasonSourceStatus *status, gint64 at);
void diapason_source_status_set_live (DiapasonSourceStatus *status, gboolean live);

G_END_DECLS
