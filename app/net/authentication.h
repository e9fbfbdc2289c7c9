/* authentication.h: how a source is told who asks.
 *
 * One object a source. It puts the credential on requests to the source's own origin only, fetches
 * and renews tokens (exactly one refresh however many requests wait for it), and on a 401 renews
 * once and sends again. Thread: main. Tokens live in memory only: with a login at hand they can
 * always be had again.
 */
#pragma once

#include <gio/gio.h>

#include "clock.h"
#include "session.h"

G_BEGIN_DECLS

typedef enum
{
  DIAPASON_AUTHENTICATION_NONE,
  DIAPASON_AUTHENTICATION_HEADER, /* a header by a template */
  DIAPASON_AUTHENTICATION_BASIC,
  DIAPASON_AUTHENTICATION_OAUTH2,
} DiapasonAuthenticationKind;

/* What a descriptor says about it. Templates hold names in braces that the login fills: "token
 * {token}". */
typedef struct
{
  DiapasonAuthenticationKind kind;
  char *header_name;       /* (owned) HEADER: "Authorization", "X-API-Key" */
  char *header_template;   /* (owned) HEADER: "Bearer {token}" */
  char *user_template;     /* (owned) BASIC: "{user}", "{email}/token" */
  char *password_template; /* (owned) BASIC: "{password}", "X" */
  char *token_uri; /* (owned) OAUTH2, absolute, same origin as the source or named by the descriptor
                    */
  char *grant;     /* (owned) OAUTH2: "client_credentials" or "password" */
  char *scope;     /* (owned) (nullable) OAUTH2 */
} DiapasonAuthenticationPlan;

DiapasonAuthenticationPlan *diapason_authentication_plan_copy (
    const DiapasonAuthenticationPlan *plan);
void diapason_authentication_plan_free (DiapasonAuthenticationPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonAuthenticationPlan, diapason_authentication_plan_free)

/* The names a plan's login consists of ("token"; "user", "password"; "client_id", "client_secret",
 * and with the password grant "user", "password"). Returns: (transfer full) NULL-terminated. */
char **diapason_authentication_plan_fields (const DiapasonAuthenticationPlan *plan);

#define DIAPASON_TYPE_AUTHENTICATION (diapason_authentication_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonAuthentication,
                      diapason_authentication,
                      DIAPASON,
                      AUTHENTICATION,
                      GObject)

/* @base_uri: the source's origin: credentials go nowhere else. Returns: (transfer full). */
DiapasonAuthentication *diapason_authentication_new (DiapasonSession *session,
                                                     DiapasonClock *clock,
                                                     const DiapasonAuthenticationPlan *plan,
                                                     const char *base_uri);

/* Gives it a login: field name to secret (strings). NULL takes it away. Forgets tokens. */
void diapason_authentication_set_login (DiapasonAuthentication *authentication, GHashTable *login);

/* Whether it has all fields it needs. */
gboolean diapason_authentication_has_login (DiapasonAuthentication *authentication);

/* Sends a copy of @request with the credential on it. Errors: as diapason_session_send_async(), and
 * DIAPASON_NET_ERROR_LOGIN when there is no login, or it was refused after a renewal (401). A 403
 * is an answer. */
void diapason_authentication_send_async (DiapasonAuthentication *authentication,
                                         const DiapasonHttpRequest *request,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
DiapasonHttpResponse *diapason_authentication_send_finish (DiapasonAuthentication *authentication,
                                                           GAsyncResult *result,
                                                           GError **error);

G_END_DECLS
