/* oauth-token.c: asking for a token and reading the answer. */
#include "oauth-token.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "json-value.h"
#include "login-fields.h"
#include "net-errors.h"
#include "net-sentences.h"

#define MARGIN_MS    (30 * 1000)
#define ANSWER_CAP   (256 * 1024) /* bytes */
#define MOST_SECONDS (10 * 366 * 24 * 3600)

void
diapason_token_free (DiapasonToken *token)
{
  g_clear_pointer (&token->access, g_free);
  g_clear_pointer (&token->refresh, g_free);
  g_free (token);
}

static char *
client_header (GHashTable *login)
{
  /* RFC 6749 2.3.1: both are form-encoded before they are joined. */
  g_autofree char *id = g_uri_escape_string (g_hash_table_lookup (login, "client_id"), NULL, FALSE);
  g_autofree char *secret =
      g_uri_escape_string (g_hash_table_lookup (login, "client_secret"), NULL, FALSE);

  return diapason_login_basic (id, secret);
}

static char *
form (const DiapasonAuthenticationPlan *plan, GHashTable *login, const char *refresh)
{
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);

  if (refresh != NULL)
    {
      g_hash_table_insert (fields, "grant_type", "refresh_token");
      g_hash_table_insert (fields, "refresh_token", (gpointer) refresh);
      return soup_form_encode_hash (fields);
    }

  g_hash_table_insert (fields, "grant_type", plan->grant);
  if (plan->scope != NULL)
    g_hash_table_insert (fields, "scope", plan->scope);
  if (g_str_equal (plan->grant, "password"))
    {
      g_hash_table_insert (fields, "username", g_hash_table_lookup (login, "user"));
      g_hash_table_insert (fields, "password", g_hash_table_lookup (login, "password"));
    }

  return soup_form_encode_hash (fields);
}

DiapasonHttpRequest *
diapason_token_request_new (const DiapasonAuthenticationPlan *plan,
                            GHashTable *login,
                            const char *refresh)
{
  DiapasonHttpRequest *request = diapason_http_request_new ("POST", plan->token_uri);
  g_autofree char *header = client_header (login);
  char *body = form (plan, login, refresh);

  diapason_http_request_add_header (request, "Authorization", header);
  diapason_http_request_add_header (request, "Accept", "application/json");
  request->body = g_bytes_new_take (body, strlen (body));
  request->content_type = g_strdup ("application/x-www-form-urlencoded");
  request->body_cap = ANSWER_CAP;
  return request;
}

static gboolean
check_status (DiapasonHttpResponse *response, const char *origin, GError **error)
{
  guint status = diapason_http_response_get_status (response);

  if (status >= 200 && status < 300)
    return TRUE;

  if (status == 400 || status == 401 || status == 403)
    g_set_error (error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_LOGIN,
                 _("%s does not accept this login. Sign in again."), origin);
  else if (status == 429 || status >= 500)
    g_set_error (error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_UNREACHABLE,
                 _("%s cannot check logins at the moment. Try again later."), origin);
  else
    g_set_error (
        error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_PROTOCOL,
        _("%s does not check logins at the place that its description names, so nothing can be "
          "fetched. Tell whoever describes this source: the address of its tokens is wrong."),
        origin);

  return FALSE;
}

/* Some servers write the number as a string. Without a number a token is used until it is refused.
 */
static gint64
read_renew_from (DiapasonJsonValue *answer, gint64 now_ms)
{
  g_autoptr (DiapasonJsonValue) value = diapason_json_value_member (answer, "expires_in");
  g_autofree char *text = value != NULL ? diapason_json_value_to_string (value) : NULL;
  gint64 seconds = 0;

  if (text == NULL)
    return G_MAXINT64;
  if (!diapason_json_value_to_integer (value, &seconds) &&
      !g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &seconds, NULL))
    return G_MAXINT64;

  seconds = CLAMP (seconds, 0, MOST_SECONDS);
  return now_ms + seconds * 1000 - MIN (MARGIN_MS, seconds * 1000 / 10);
}

static gboolean
is_bearer (DiapasonJsonValue *answer)
{
  g_autofree char *type = NULL;

  return diapason_json_opt_string (answer, "token_type", "Bearer", &type, NULL) &&
         g_ascii_strcasecmp (type, "Bearer") == 0;
}

DiapasonToken *
diapason_token_read (DiapasonHttpResponse *response,
                     const char *token_uri,
                     gint64 now_ms,
                     GError **error)
{
  g_autoptr (DiapasonToken) token = g_new0 (DiapasonToken, 1);
  g_autoptr (DiapasonJsonValue) answer = NULL;
  g_autofree char *origin = diapason_net_origin_of (token_uri);
  GBytes *body = diapason_http_response_get_body (response);
  gsize length;
  const char *bytes = g_bytes_get_data (body, &length);

  if (!check_status (response, origin, error))
    return NULL;

  answer = diapason_json_value_parse (bytes != NULL ? bytes : "", length, NULL);
  if (answer == NULL || !is_bearer (answer) ||
      !diapason_json_get_string (answer, "access_token", &token->access, NULL) ||
      !diapason_json_opt_string (answer, "refresh_token", NULL, &token->refresh, NULL) ||
      *token->access == '\0' || strpbrk (token->access, "\r\n") != NULL)
    {
      g_set_error (error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_PROTOCOL,
                   _("%s checked the login but did not give the pass that is to come with it (a "
                     "token), so nothing can be fetched. Tell whoever runs it."),
                   origin);
      return NULL;
    }

  token->renew_from = read_renew_from (answer, now_ms);
  return g_steal_pointer (&token);
}
