/* source-live.h: what a source tells by itself: whether it is listened to, and the hints that came,
 * gathered. Thread: main. Lifetime: its runner's. Inside app/source only.
 */
#pragma once

#include <gio/gio.h>

#include "connection.h"

G_BEGIN_DECLS

typedef struct _DiapasonSourceLive DiapasonSourceLive;

/* It was opened, it was closed, or there are hints to take. */
typedef void (*DiapasonSourceLiveFunc) (gpointer data);

/* Returns: (transfer full). */
DiapasonSourceLive *diapason_source_live_new (DiapasonDescriptor *descriptor,
                                              DiapasonConnection *connection,
                                              DiapasonClock *clock,
                                              DiapasonSourceLiveFunc changed,
                                              gpointer data);
void diapason_source_live_free (DiapasonSourceLive *live);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonSourceLive, diapason_source_live_free)

/* Listens, unless the source tells nothing, or refused to be listened to. Idempotent. */
void diapason_source_live_open (DiapasonSourceLive *live);

/* The source answers again: does not wait any longer before listening again. */
void diapason_source_live_hasten (DiapasonSourceLive *live);

/* No longer listens, and forgets the hints; nobody is told. Idempotent. */
void diapason_source_live_close (DiapasonSourceLive *live);

/* There is another login: who refused may be asked again. */
void diapason_source_live_forgive (DiapasonSourceLive *live);

/* Whether changes are told now. */
gboolean diapason_source_live_is_open (DiapasonSourceLive *live);

/* Whether it is time to look at what was hinted at. */
gboolean diapason_source_live_has_hints (DiapasonSourceLive *live);

/* Takes the hints so far: the streams to look at (element-type DiapasonStreamPlan, transfer full);
 * NULL: all of them. For some time from now on hints are gathered. */
GHashTable *diapason_source_live_take_hints (DiapasonSourceLive *live);

G_END_DECLS
