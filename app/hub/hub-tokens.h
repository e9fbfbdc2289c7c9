/* hub-tokens.h: the contact platform's tokens, in memory only: signed out by a restart. Thread: the
 * hub's. Lifetime: the hub's.
 *
 * Every @now is microseconds of the monotonic clock.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _DiapasonHubTokens DiapasonHubTokens;

typedef enum
{
  DIAPASON_HUB_TOKEN_ACCESS,
  DIAPASON_HUB_TOKEN_REFRESH,
} DiapasonHubTokenKind;

DiapasonHubTokens *diapason_hub_tokens_new (void);
void diapason_hub_tokens_free (DiapasonHubTokens *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonHubTokens, diapason_hub_tokens_free)

/* Makes a token that is good for @seconds. @login: whose; NULL: the client's own.
 * Returns: (transfer full): of letters, digits, '-' and '_'. */
char *diapason_hub_tokens_issue (DiapasonHubTokens *self,
                                 DiapasonHubTokenKind kind,
                                 const char *login,
                                 gint64 now,
                                 gint64 seconds);

/* Whether @token is of @kind and still good. @login: (transfer full) (nullable): whose. */
gboolean diapason_hub_tokens_check (DiapasonHubTokens *self,
                                    DiapasonHubTokenKind kind,
                                    const char *token,
                                    gint64 now,
                                    char **login);

/* Until when the known @token is good. */
gint64 diapason_hub_tokens_get_end (DiapasonHubTokens *self, const char *token);

/* Makes @token worthless. */
void diapason_hub_tokens_revoke (DiapasonHubTokens *self, const char *token);

G_END_DECLS
