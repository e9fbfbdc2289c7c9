/* hub-crm.h: the CRM's rows and its writes: what hub-crm.c routes to. Thread: the hub's. */
#pragma once

#include "hub-call.h"

G_BEGIN_DECLS

extern const DiapasonHubEntity diapason_hub_crm_customer;
extern const DiapasonHubEntity diapason_hub_crm_contact_point;
extern const DiapasonHubEntity diapason_hub_crm_promise;

void diapason_hub_crm_create_promise (DiapasonHubCall *call);
void diapason_hub_crm_change_promise (DiapasonHubCall *call);
void diapason_hub_crm_change_customer (DiapasonHubCall *call);
void diapason_hub_crm_create_contact_point (DiapasonHubCall *call);
void diapason_hub_crm_delete_contact_point (DiapasonHubCall *call);

G_END_DECLS
