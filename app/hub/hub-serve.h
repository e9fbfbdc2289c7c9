/* hub-serve.h: takes a call through route, login, limit, body, the write's own conditions and its
 * handler, all in one transaction, so that a refusal or a failure anywhere leaves nothing behind.
 * Thread: the hub's.
 */
#pragma once

#include "hub-call.h"

G_BEGIN_DECLS

/* Answers @call, in any case. */
void diapason_hub_serve (DiapasonHubCall *call);

G_END_DECLS
