/* hub-pace.h: keeps a day going on in a main context. See hub-day.h. Thread: the hub's. Lifetime:
 * at most the database's.
 */
#pragma once

#include "hub-database.h"

G_BEGIN_DECLS

typedef struct _DiapasonHubPace DiapasonHubPace;

/* Begins a day, with diapason_hub_day_new()'s arguments, in the thread-default main context.
 * Returns: (transfer full) or NULL with DIAPASON_HUB_ERROR_DATABASE. */
DiapasonHubPace *diapason_hub_pace_new (DiapasonHubDatabase *database,
                                        double pace,
                                        gboolean always_open,
                                        GError **error);
void diapason_hub_pace_free (DiapasonHubPace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonHubPace, diapason_hub_pace_free)

G_END_DECLS
