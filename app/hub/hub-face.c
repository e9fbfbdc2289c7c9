/* hub-face.c: what belongs to no source: whose hub this is, and its contract. Thread: the hub's. */
#include "hub-route.h"

#include "diapason-hub-resources.h"
#include "hub-json.h"

#define CONTRACT "/io/github/diapason/Diapason/hub/hub/openapi.json"

static void
answer_face (DiapasonHubCall *call)
{
  g_autofree char *company = diapason_hub_database_text (call->database,
                                                         "SELECT value FROM meta"
                                                         " WHERE key = 'company'",
                                                         "");
  g_autofree char *quoted = diapason_hub_json_quote (company);

  diapason_hub_call_answer (call, SOUP_STATUS_OK,
                            g_strdup_printf ("{\"company\":%s,\"sources\":{\"crm\":\"/crm/v1\","
                                             "\"platform\":\"/platform\","
                                             "\"survey\":\"/survey/v2\",\"shop\":\"/shop\"},"
                                             "\"contract\":\"/openapi.json\"}",
                                             quoted));
}

static void
answer_contract (DiapasonHubCall *call)
{
  g_autoptr (GBytes) contract = g_resource_lookup_data (diapason_hub_get_resource (), CONTRACT,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length = 0;
  const char *text = g_bytes_get_data (contract, &length);

  diapason_hub_call_answer (call, SOUP_STATUS_OK, g_strndup (text, length));
}

static const DiapasonHubRoute routes[] = {
  { "GET", "/", DIAPASON_HUB_ACCESS_OPEN, answer_face },
  { "GET", "/openapi.json", DIAPASON_HUB_ACCESS_OPEN, answer_contract },
};

const DiapasonHubRoute *
diapason_hub_plain_routes (gsize *n_routes)
{
  *n_routes = G_N_ELEMENTS (routes);
  return routes;
}
