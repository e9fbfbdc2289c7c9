/* hub-serve.c: a call's way from its route to its answer. See the header. */
#include "hub-serve.h"

#include "hub-auth.h"
#include "hub-idempotency.h"
#include "hub-json.h"
#include "hub-limiter.h"
#include "hub-route.h"

static gboolean
is_write (const DiapasonHubCall *call)
{
  return !g_str_equal (call->method, "GET");
}

/* A login counts in each source by itself; the client's own token counts as one. */
static DiapasonHubAccess
source_of (const DiapasonHubRoute *route)
{
  return route->access == DIAPASON_HUB_ACCESS_AGENT ? DIAPASON_HUB_ACCESS_PLATFORM : route->access;
}

static void
keep_limit (DiapasonHubCall *call)
{
  if (call->route->access == DIAPASON_HUB_ACCESS_OPEN)
    return;

  g_autofree char *who =
      g_strdup_printf ("%d:%s", source_of (call->route), call->login == NULL ? "" : call->login);
  guint seconds =
      diapason_hub_limiter_count (call->limiter, who, call->rate_limit, g_get_monotonic_time ());
  if (seconds == 0)
    return;

  g_autofree char *text = g_strdup_printf ("%u", seconds);
  soup_message_headers_replace (call->answer_headers, "Retry-After", text);
  diapason_hub_call_refuse (call, DIAPASON_HUB_STATUS_TOO_MANY_REQUESTS, "rate_limited",
                            "Too many requests in a minute. Wait as long as Retry-After says.");
}

static void
demand_type (DiapasonHubCall *call, const char *wanted)
{
  const char *type = soup_message_headers_get_content_type (call->headers, NULL);

  if (type != NULL && g_ascii_strcasecmp (type, wanted) == 0)
    return;

  g_autofree char *message = g_strdup_printf ("The body must be %s, and say so.", wanted);
  diapason_hub_call_refuse (call, SOUP_STATUS_UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type",
                            message);
}

static void
read_body (DiapasonHubCall *call)
{
  if (call->route->needs & DIAPASON_HUB_NEEDS_FORM)
    demand_type (call, SOUP_FORM_MIME_TYPE_URLENCODED);
  if (!(call->route->needs & DIAPASON_HUB_NEEDS_JSON))
    return;

  demand_type (call, "application/json");
  call->body = diapason_hub_json_parse (call->content);
  if (call->body == NULL)
    diapason_hub_call_refuse (
        call, SOUP_STATUS_BAD_REQUEST, "invalid_json",
        "The body is not one JSON object of UTF-8 text. Nothing was changed.");
}

static void
write_once (DiapasonHubCall *call)
{
  gboolean named = call->login != NULL;

  if (named && diapason_hub_idempotency_replay (call))
    return;
  if (call->id != NULL && call->route->entity != NULL)
    diapason_hub_call_demand_row (call, call->route->needs & DIAPASON_HUB_NEEDS_MATCH);
  if (diapason_hub_call_is_refused (call))
    return;
  call->route->answer (call);
  if (named)
    diapason_hub_idempotency_keep (call);
}

static void
serve (DiapasonHubCall *call)
{
  diapason_hub_auth_admit (call);
  if (!diapason_hub_call_is_refused (call))
    keep_limit (call);
  if (!diapason_hub_call_is_refused (call))
    read_body (call);
  if (diapason_hub_call_is_refused (call))
    return;
  if (is_write (call))
    write_once (call);
  else
    call->route->answer (call);
}

static void
fail (DiapasonHubCall *call, const GError *error)
{
  g_warning ("%s", error->message);
  call->status = 0;
  diapason_hub_call_refuse (call, SOUP_STATUS_INTERNAL_SERVER_ERROR, "failed",
                            "The hub could not do this. Nothing was changed; try again later.");
}

void
diapason_hub_serve (DiapasonHubCall *call)
{
  g_autoptr (GError) error = NULL;

  diapason_hub_route_find (call);
  if (call->route == NULL)
    return;
  diapason_hub_database_begin (call->database, is_write (call));
  serve (call);
  if (!diapason_hub_database_end (call->database, !diapason_hub_call_is_refused (call), &error))
    fail (call, error);
}
