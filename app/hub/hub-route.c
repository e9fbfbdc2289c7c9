/* hub-route.c: finding a call's route. See the header. */
#include "hub-route.h"

#define ID "{id}"

void
diapason_hub_routes_visit (DiapasonHubRouteVisit visit, gpointer user_data)
{
  static const DiapasonHubRoute *(*const tables[]) (gsize *) = {
    diapason_hub_plain_routes,  diapason_hub_crm_routes,  diapason_hub_platform_routes,
    diapason_hub_survey_routes, diapason_hub_shop_routes, diapason_hub_events_routes,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      gsize n_routes = 0;
      const DiapasonHubRoute *routes = tables[i](&n_routes);

      for (gsize j = 0; j < n_routes; j++)
        if (visit (&routes[j], user_data))
          return;
    }
}

/* @id: (transfer full): what stands in @path for the template's {id}, which is never empty. */
static gboolean
fits (const char *template, const char *path, char **id)
{
  const char *mark = strstr (template, ID);
  gsize before = mark == NULL ? strlen (template) : (gsize) (mark - template);

  if (strncmp (path, template, before) != 0)
    return FALSE;
  if (mark == NULL)
    return path[before] == '\0';

  gsize length = strcspn (path + before, "/");
  if (length == 0 || strcmp (path + before + length, mark + strlen (ID)) != 0)
    return FALSE;
  *id = g_strndup (path + before, length);
  return TRUE;
}

typedef struct
{
  DiapasonHubCall *call;
  GString *allowed;
} Search;

static gboolean
try_route (const DiapasonHubRoute *route, gpointer user_data)
{
  Search *search = user_data;
  g_autofree char *id = NULL;

  if (!fits (route->path, search->call->path, &id))
    return FALSE;
  if (!g_str_equal (route->method, search->call->method))
    {
      g_string_append_printf (search->allowed, "%s%s", search->allowed->len > 0 ? ", " : "",
                              route->method);
      return FALSE;
    }
  search->call->route = route;
  search->call->id = g_steal_pointer (&id);
  return TRUE;
}

void
diapason_hub_route_find (DiapasonHubCall *call)
{
  g_autoptr (GString) allowed = g_string_new (NULL);
  Search search = { call, allowed };

  diapason_hub_routes_visit (try_route, &search);
  if (call->route != NULL)
    return;
  if (allowed->len == 0)
    {
      diapason_hub_call_refuse (call, SOUP_STATUS_NOT_FOUND, "unknown_path",
                                "Nothing is served at this address. /openapi.json says what is.");
      return;
    }
  soup_message_headers_replace (call->answer_headers, "Allow", allowed->str);
  diapason_hub_call_refuse (call, SOUP_STATUS_METHOD_NOT_ALLOWED, "method_not_allowed",
                            "This address does not take this method. The Allow header says which.");
}
