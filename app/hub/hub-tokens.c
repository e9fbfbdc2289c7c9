/* hub-tokens.c: the contact platform's tokens. See the header. */
#include "hub-tokens.h"

#include <sys/random.h>

#define TOKEN_BYTES 24

struct _DiapasonHubTokens
{
  GHashTable *tokens; /* (owned) (element-type utf8 Token) */
};

typedef struct
{
  DiapasonHubTokenKind kind;
  char *login; /* (owned) (nullable) */
  gint64 until;
} Token;

static void
token_free (gpointer data)
{
  Token *token = data;

  g_free (token->login);
  g_free (token);
}

DiapasonHubTokens *
diapason_hub_tokens_new (void)
{
  DiapasonHubTokens *self = g_new0 (DiapasonHubTokens, 1);

  self->tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, token_free);
  return self;
}

void
diapason_hub_tokens_free (DiapasonHubTokens *self)
{
  g_hash_table_unref (self->tokens);
  g_free (self);
}

static char *
make_secret (void)
{
  guchar bytes[TOKEN_BYTES];

  if (getentropy (bytes, sizeof bytes) != 0)
    g_error ("The system gives no random bytes, so no login can be kept safe.");

  char *secret = g_base64_encode (bytes, sizeof bytes);
  return g_strdelimit (g_strdelimit (secret, "+", '-'), "/", '_');
}

static gboolean
is_spent (gpointer key, gpointer value, gpointer now)
{
  return ((Token *) value)->until <= *(gint64 *) now;
}

char *
diapason_hub_tokens_issue (DiapasonHubTokens *self,
                           DiapasonHubTokenKind kind,
                           const char *login,
                           gint64 now,
                           gint64 seconds)
{
  g_autofree char *secret = make_secret ();
  Token *token = g_new0 (Token, 1);

  g_hash_table_foreach_remove (self->tokens, is_spent, &now);
  token->kind = kind;
  token->login = g_strdup (login);
  token->until = now + seconds * G_TIME_SPAN_SECOND;
  g_hash_table_insert (self->tokens, g_strdup (secret), token);
  return g_steal_pointer (&secret);
}

gboolean
diapason_hub_tokens_check (DiapasonHubTokens *self,
                           DiapasonHubTokenKind kind,
                           const char *token,
                           gint64 now,
                           char **login)
{
  const Token *known = g_hash_table_lookup (self->tokens, token);

  *login = NULL;
  if (known == NULL || known->kind != kind || known->until <= now)
    return FALSE;
  *login = g_strdup (known->login);
  return TRUE;
}

gint64
diapason_hub_tokens_get_end (DiapasonHubTokens *self, const char *token)
{
  return ((Token *) g_hash_table_lookup (self->tokens, token))->until;
}

void
diapason_hub_tokens_revoke (DiapasonHubTokens *self, const char *token)
{
  g_hash_table_remove (self->tokens, token);
}
