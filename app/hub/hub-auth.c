/* hub-auth.c: who asks. See the header.
 *
 * The company is invented and so are its secrets: a login's CRM token is "crm-" and the login, its
 * password "demo-" and the login, its survey key "survey-" and the login, its password of the shop
 * "shop-" and the login. The manners round them are the real ones.
 */
#include "hub-auth.h"

#include "hub-tokens.h"

#define CRM_TOKEN_PREFIX "crm-"
#define PASSWORD_PREFIX  "demo-"
#define KEY_PREFIX       "survey-"
#define SHOP_PREFIX      "shop-"
#define CLIENT_ID        "diapason"
#define CLIENT_SECRET    "diapason-demo-secret"
#define REFRESH_SECONDS  (30 * 24 * 60 * 60)

static char *
find_adviser (DiapasonHubCall *call, const char *login)
{
  return diapason_hub_database_text (call->database,
                                     "SELECT id FROM adviser WHERE login = ?1 AND NOT deleted", "s",
                                     login);
}

static const char *
bearer_token (DiapasonHubCall *call)
{
  const char *header = soup_message_headers_get_one (call->headers, "Authorization");

  if (header == NULL || g_ascii_strncasecmp (header, "Bearer ", strlen ("Bearer ")) != 0)
    return NULL;
  return header + strlen ("Bearer ");
}

static void
admit_to_crm (DiapasonHubCall *call)
{
  const char *token = bearer_token (call);

  if (token != NULL && g_str_has_prefix (token, CRM_TOKEN_PREFIX))
    call->login = g_strdup (token + strlen (CRM_TOKEN_PREFIX));
  if (call->login != NULL)
    call->adviser = find_adviser (call, call->login);
  if (call->adviser != NULL)
    return;
  soup_message_headers_replace (call->answer_headers, "WWW-Authenticate", "Bearer realm=\"crm\"");
  diapason_hub_call_refuse (call, SOUP_STATUS_UNAUTHORIZED, "unauthorized",
                            "The CRM does not know this token. Ask its administrator for one.");
}

static void
refuse_token (DiapasonHubCall *call, gboolean given)
{
  soup_message_headers_replace (call->answer_headers, "WWW-Authenticate",
                                given ? "Bearer realm=\"platform\", error=\"invalid_token\""
                                      : "Bearer realm=\"platform\"");
  diapason_hub_call_refuse (call, SOUP_STATUS_UNAUTHORIZED,
                            given ? "invalid_token" : "token_missing",
                            given ? "This token is unknown or has expired. Sign in again."
                                  : "The contact platform wants a token. Sign in first.");
}

static void
admit_to_platform (DiapasonHubCall *call)
{
  const char *token = bearer_token (call);

  if (token == NULL || !diapason_hub_tokens_check (call->tokens, DIAPASON_HUB_TOKEN_ACCESS, token,
                                                   g_get_monotonic_time (), &call->login))
    {
      refuse_token (call, token != NULL);
      return;
    }
  call->login_ends = diapason_hub_tokens_get_end (call->tokens, token);
  if (call->login != NULL)
    call->adviser = find_adviser (call, call->login);
  if (call->login != NULL && call->adviser == NULL)
    refuse_token (call, TRUE);
  else if (call->adviser == NULL && call->route->access == DIAPASON_HUB_ACCESS_AGENT)
    diapason_hub_call_refuse (call, SOUP_STATUS_FORBIDDEN, "agent_required",
                              "Only an agent may do this. Sign in with a login of your own.");
}

/* "name:secret" of a Basic header. Returns: (transfer full) (nullable). */
static char *
basic_credentials (DiapasonHubCall *call)
{
  const char *header = soup_message_headers_get_one (call->headers, "Authorization");
  g_autofree guchar *bytes = NULL;
  gsize length = 0;

  if (header == NULL || g_ascii_strncasecmp (header, "Basic ", strlen ("Basic ")) != 0)
    return NULL;
  bytes = g_base64_decode (header + strlen ("Basic "), &length);
  return g_strndup ((const char *) bytes, length);
}

/* Whoever has left is known, and refused. Returns: FALSE if nobody is called @login. */
static gboolean
admit_person (DiapasonHubCall *call, const char *login)
{
  call->adviser = find_adviser (call, login);
  if (call->adviser != NULL)
    call->login = g_strdup (login);
  else if (diapason_hub_database_number (call->database,
                                         "SELECT count (*) FROM adviser WHERE login = ?1", "s",
                                         login) > 0)
    diapason_hub_call_refuse (call, SOUP_STATUS_FORBIDDEN, "access_ended",
                              "This login's access has ended. Ask the administrator for another.");
  return call->adviser != NULL || diapason_hub_call_is_refused (call);
}

static void
admit_to_survey (DiapasonHubCall *call)
{
  const char *key = soup_message_headers_get_one (call->headers, "X-Api-Key");

  if (key != NULL && g_str_has_prefix (key, KEY_PREFIX) &&
      admit_person (call, key + strlen (KEY_PREFIX)))
    return;
  soup_message_headers_replace (call->answer_headers, "WWW-Authenticate",
                                "ApiKey realm=\"survey\"");
  diapason_hub_call_refuse (call, SOUP_STATUS_UNAUTHORIZED, "unauthorized",
                            "The survey tool does not know this key. Ask its administrator for "
                            "one.");
}

static void
admit_to_shop (DiapasonHubCall *call)
{
  g_autofree char *credentials = basic_credentials (call);
  char *password = credentials == NULL ? NULL : strchr (credentials, ':');

  if (password != NULL)
    *password++ = '\0';
  if (password != NULL && g_str_has_prefix (password, SHOP_PREFIX) &&
      g_str_equal (password + strlen (SHOP_PREFIX), credentials) &&
      admit_person (call, credentials))
    return;
  soup_message_headers_replace (call->answer_headers, "WWW-Authenticate", "Basic realm=\"shop\"");
  diapason_hub_call_refuse (call, SOUP_STATUS_UNAUTHORIZED, "unauthorized",
                            "The user name or the password is wrong.");
}

void
diapason_hub_auth_admit (DiapasonHubCall *call)
{
  switch (call->route->access)
    {
    case DIAPASON_HUB_ACCESS_OPEN:
      break;
    case DIAPASON_HUB_ACCESS_CRM:
      admit_to_crm (call);
      break;
    case DIAPASON_HUB_ACCESS_PLATFORM:
    case DIAPASON_HUB_ACCESS_AGENT:
      admit_to_platform (call);
      break;
    case DIAPASON_HUB_ACCESS_SURVEY:
      admit_to_survey (call);
      break;
    case DIAPASON_HUB_ACCESS_SHOP:
      admit_to_shop (call);
      break;
    }
}

/* The token endpoint's errors have RFC 6749's form, whatever else the platform does. */
static void
refuse_grant (DiapasonHubCall *call, guint status, const char *code, const char *description)
{
  if (diapason_hub_call_is_refused (call))
    return;
  if (status == SOUP_STATUS_UNAUTHORIZED)
    soup_message_headers_replace (call->answer_headers, "WWW-Authenticate",
                                  "Basic realm=\"platform\"");
  diapason_hub_call_answer (call, status,
                            g_strdup_printf ("{\"error\":\"%s\",\"error_description\":\"%s\"}",
                                             code, description));
}

static gboolean
is_known_client (DiapasonHubCall *call, GHashTable *form)
{
  g_autofree char *credentials = basic_credentials (call);

  if (credentials != NULL)
    return g_str_equal (credentials, CLIENT_ID ":" CLIENT_SECRET);
  return g_strcmp0 (g_hash_table_lookup (form, "client_id"), CLIENT_ID) == 0 &&
         g_strcmp0 (g_hash_table_lookup (form, "client_secret"), CLIENT_SECRET) == 0;
}

/* @login: NULL for the client itself, which needs no refreshing: it can ask again. */
static void
grant (DiapasonHubCall *call, const char *login)
{
  gint64 now = g_get_monotonic_time ();
  g_autofree char *access = diapason_hub_tokens_issue (call->tokens, DIAPASON_HUB_TOKEN_ACCESS,
                                                       login, now, call->token_seconds);
  g_autofree char *refresh = NULL;
  g_autofree char *member = NULL;

  if (login != NULL)
    {
      refresh = diapason_hub_tokens_issue (call->tokens, DIAPASON_HUB_TOKEN_REFRESH, login, now,
                                           REFRESH_SECONDS);
      member = g_strdup_printf (",\"refresh_token\":\"%s\"", refresh);
    }
  soup_message_headers_replace (call->answer_headers, "Cache-Control", "no-store");
  diapason_hub_call_answer (call, SOUP_STATUS_OK,
                            g_strdup_printf ("{\"access_token\":\"%s\",\"token_type\":\"Bearer\","
                                             "\"expires_in\":%" G_GINT64_FORMAT "%s}",
                                             access, call->token_seconds,
                                             member == NULL ? "" : member));
}

static void
grant_by_password (DiapasonHubCall *call, GHashTable *form)
{
  const char *login = g_hash_table_lookup (form, "username");
  const char *password = g_hash_table_lookup (form, "password");
  g_autofree char *right = g_strconcat (PASSWORD_PREFIX, login, NULL);
  g_autofree char *adviser = login == NULL ? NULL : find_adviser (call, login);

  if (adviser != NULL && g_strcmp0 (password, right) == 0)
    grant (call, login);
  else
    refuse_grant (call, SOUP_STATUS_BAD_REQUEST, "invalid_grant",
                  "The login or the password is wrong.");
}

static void
grant_by_refresh (DiapasonHubCall *call, GHashTable *form)
{
  const char *token = g_hash_table_lookup (form, "refresh_token");
  g_autofree char *login = NULL;

  if (token == NULL || !diapason_hub_tokens_check (call->tokens, DIAPASON_HUB_TOKEN_REFRESH, token,
                                                   g_get_monotonic_time (), &login))
    {
      refuse_grant (call, SOUP_STATUS_BAD_REQUEST, "invalid_grant",
                    "This refresh token is unknown, used or expired. Sign in again.");
      return;
    }
  diapason_hub_tokens_revoke (call->tokens, token);
  grant (call, login);
}

void
diapason_hub_auth_answer_token (DiapasonHubCall *call)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (call->content, &length);
  g_autofree char *text = g_strndup (length > 0 ? bytes : "", length);
  g_autoptr (GHashTable) form = soup_form_decode (text);
  const char *kind = g_hash_table_lookup (form, "grant_type");

  if (!is_known_client (call, form))
    refuse_grant (call, SOUP_STATUS_UNAUTHORIZED, "invalid_client",
                  "The client is unknown or its secret is wrong.");
  else if (g_strcmp0 (kind, "client_credentials") == 0)
    grant (call, NULL);
  else if (g_strcmp0 (kind, "password") == 0)
    grant_by_password (call, form);
  else if (g_strcmp0 (kind, "refresh_token") == 0)
    grant_by_refresh (call, form);
  else
    refuse_grant (call, SOUP_STATUS_BAD_REQUEST, "unsupported_grant_type",
                  "grant_type must be client_credentials, password or refresh_token.");
}
