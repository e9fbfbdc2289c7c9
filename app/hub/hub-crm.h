/* hub-crm.h: the CRM's rows and its writes: what hub-crm.c routes to. Thread: the hub's. */
#pragma once

#include "hub-call.h"

G_BEGIN_DECLS

extern const DiapasonHubEntity diapason_hub_crm_adviser;
extern const DiapasonHubEntity diapason_hub_crm_customer;
extern const DiapasonHubEntity diapason_hub_crm_contact_point;
extern const DiapasonHubEntity diapason_hub_crm_promise;

/* POST /promises: its maker chose the id. */
void diapason_hub_crm_create_promise (DiapasonHubCall *call);

/* PATCH /promises/{id}: state, due instant, owner. */
void diapason_hub_crm_change_promise (DiapasonHubCall *call);

/* PATCH /customers/{id}: language, preferred contact point. */
void diapason_hub_crm_change_customer (DiapasonHubCall *call);

/* POST /contact-points: the CRM chooses the id. */
void diapason_hub_crm_create_contact_point (DiapasonHubCall *call);

/* DELETE /contact-points/{id}: leaves a tombstone. */
void diapason_hub_crm_delete_contact_point (DiapasonHubCall *call);

G_END_DECLS
