/* hub-idempotency.h: a write that comes twice is done once and answered twice alike. Inside the
 * write's own transaction. Thread: the hub's. */
#pragma once

#include "hub-call.h"

G_BEGIN_DECLS

/* Reads the call's Idempotency-Key, if any, and answers it from what is stored, or refuses it:
 * where its route needs one and it has none, where it is no good, where it stands for another
 * write. Returns: TRUE if the call has its answer. */
gboolean diapason_hub_idempotency_replay (DiapasonHubCall *call);

/* Stores the call's answer under its key, if it has one and was not refused. */
void diapason_hub_idempotency_keep (DiapasonHubCall *call);

G_END_DECLS
