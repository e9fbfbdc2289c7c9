/* hub-platform.h: the contact platform's rows and its writes: what hub-platform.c routes to.
 * Thread: the hub's. */
#pragma once

#include "hub-call.h"

G_BEGIN_DECLS

extern const DiapasonHubEntity diapason_hub_platform_agent;
extern const DiapasonHubEntity diapason_hub_platform_contact;
extern const DiapasonHubEntity diapason_hub_platform_conversation;
extern const DiapasonHubEntity diapason_hub_platform_message;
extern const DiapasonHubEntity diapason_hub_platform_presence;
extern const DiapasonHubEntity diapason_hub_platform_article;
extern const DiapasonHubEntity diapason_hub_platform_feedback;

/* POST /conversations: outbound, and the caller's. */
void diapason_hub_platform_create_conversation (DiapasonHubCall *call);

/* POST /conversations/{id}/messages: a reply, or a note that stays in the house. */
void diapason_hub_platform_create_message (DiapasonHubCall *call);

/* PUT /conversations/{id}/wrap-up: closes it; for its holder. */
void diapason_hub_platform_wrap_up (DiapasonHubCall *call);

/* POST /conversations/{id}/claim: for whoever is first. */
void diapason_hub_platform_claim (DiapasonHubCall *call);

/* POST /conversations/{id}/transfer: to a colleague, with a note; for its holder. */
void diapason_hub_platform_transfer (DiapasonHubCall *call);

/* PUT /presence/{login}: for oneself. */
void diapason_hub_platform_set_presence (DiapasonHubCall *call);

/* POST /articles/{id}/feedback. */
void diapason_hub_platform_create_feedback (DiapasonHubCall *call);

G_END_DECLS
