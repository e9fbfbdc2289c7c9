/* oauth-token.h: OAuth 2 (RFC 6749): asking for a token and reading the answer. Inside app/net
 * only. Pure. */
#pragma once

#include <gio/gio.h>

#include "authentication.h"
#include "session.h"

G_BEGIN_DECLS

typedef struct
{
  char *access;      /* (owned) */
  char *refresh;     /* (owned) (nullable) */
  gint64 renew_from; /* milliseconds UTC: from here on a new one is asked for before it is used */
} DiapasonToken;

void diapason_token_free (DiapasonToken *token);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonToken, diapason_token_free)

/* The request for a token: by @refresh when given (nullable), else by the plan's grant. The
 * client's credentials go in the Authorization header. Returns: (transfer full). */
DiapasonHttpRequest *diapason_token_request_new (const DiapasonAuthenticationPlan *plan,
                                                 GHashTable *login,
                                                 const char *refresh);

/* Reads the answer. Errors: DIAPASON_NET_ERROR_LOGIN when the login was refused (400, 401, 403),
 * _UNREACHABLE when it cannot say now (429, 5xx), _PROTOCOL when it is no answer to that request.
 * Returns: (transfer full). */
DiapasonToken *diapason_token_read (DiapasonHttpResponse *response,
                                    const char *token_uri,
                                    gint64 now_ms,
                                    GError **error);

G_END_DECLS
