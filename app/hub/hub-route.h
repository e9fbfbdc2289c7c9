/* hub-route.h: the one table of what is served, which the contract is held against. Thread: any. */
#pragma once

#include "hub-call.h"

G_BEGIN_DECLS

/* The routes of each source. @n_routes: how many. Returns: (transfer none). */
const DiapasonHubRoute *diapason_hub_crm_routes (gsize *n_routes);
const DiapasonHubRoute *diapason_hub_platform_routes (gsize *n_routes);
const DiapasonHubRoute *diapason_hub_survey_routes (gsize *n_routes);
const DiapasonHubRoute *diapason_hub_shop_routes (gsize *n_routes);

/* The events of all sources. */
const DiapasonHubRoute *diapason_hub_events_routes (gsize *n_routes);

/* What belongs to no source: the face, the contract. */
const DiapasonHubRoute *diapason_hub_plain_routes (gsize *n_routes);

/* Calls @visit with every route until it returns TRUE. */
typedef gboolean (*DiapasonHubRouteVisit) (const DiapasonHubRoute *route, gpointer user_data);
void diapason_hub_routes_visit (DiapasonHubRouteVisit visit, gpointer user_data);

/* Finds the call's route and {id}, or refuses it with 404 or 405. */
void diapason_hub_route_find (DiapasonHubCall *call);

G_END_DECLS
