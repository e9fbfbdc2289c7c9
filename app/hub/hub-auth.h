/* hub-auth.h: who asks: the CRM's fixed tokens, the contact platform's OAuth 2, the survey
 * tool's keys, the web shop's passwords. Thread: the hub's.
 */
#pragma once

#include "hub-call.h"

G_BEGIN_DECLS

/* Finds out who makes the call and whether its route is theirs, else refuses it. */
void diapason_hub_auth_admit (DiapasonHubCall *call);

/* Answers POST /platform/oauth/token. */
void diapason_hub_auth_answer_token (DiapasonHubCall *call);

G_END_DECLS
