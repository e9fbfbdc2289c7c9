/* hub-idempotency.c: a write that comes twice is done once. See the header.
 *
 * A key is its login's: two advisers may choose the same. Refusals are not kept: they changed
 * nothing, and what refused them may be gone when the write comes again.
 */
#include "hub-idempotency.h"

#define LONGEST_KEY 128

static const char *
read_key (DiapasonHubCall *call)
{
  return soup_message_headers_get_one (call->headers, "Idempotency-Key");
}

/* One CRM and one platform: the route's first segment keeps their keys apart. */
static char *
own_key (DiapasonHubCall *call)
{
  g_auto (GStrv) segments = g_strsplit (call->path, "/", 3);

  return g_strdup_printf ("%s:%s:%s", segments[1], call->login, read_key (call));
}

static char *
make_fingerprint (DiapasonHubCall *call)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, call->content);

  return g_strjoin (" ", call->method, call->path, digest, NULL);
}

static gboolean
is_good_key (const char *key)
{
  return g_regex_match_simple ("^[!-~]+$", key, G_REGEX_DOLLAR_ENDONLY, 0) &&
         strlen (key) <= LONGEST_KEY;
}

static void
demand_key (DiapasonHubCall *call)
{
  const char *key = read_key (call);

  if (key == NULL && (call->route->needs & DIAPASON_HUB_NEEDS_KEY))
    diapason_hub_call_refuse (
        call, SOUP_STATUS_BAD_REQUEST, "key_required",
        "This write must carry an Idempotency-Key, so that it can be sent again "
        "safely.");
  else if (key != NULL && !is_good_key (key))
    diapason_hub_call_refuse (call, SOUP_STATUS_BAD_REQUEST, "invalid_key",
                              "The Idempotency-Key must be 1 to 128 printable ASCII characters.");
}

static void
answer_again (DiapasonHubCall *call, sqlite3_stmt *stored)
{
  const char *body = diapason_hub_column_text (stored, 3);
  const char *etag = diapason_hub_column_text (stored, 2);

  diapason_hub_call_answer (call, sqlite3_column_int (stored, 1),
                            *body == '\0' ? NULL : g_strdup (body));
  if (etag != NULL)
    soup_message_headers_replace (call->answer_headers, "ETag", etag);
  soup_message_headers_replace (call->answer_headers, "Idempotency-Replayed", "true");
}

gboolean
diapason_hub_idempotency_replay (DiapasonHubCall *call)
{
  demand_key (call);
  if (diapason_hub_call_is_refused (call) || read_key (call) == NULL)
    return call->status != 0;

  g_autofree char *key = own_key (call);
  g_autofree char *fingerprint = make_fingerprint (call);
  sqlite3_stmt *stored = diapason_hub_database_ask (call->database,
                                                    "SELECT fingerprint, status, etag, body"
                                                    " FROM idempotency WHERE key = ?1",
                                                    "s", key);
  if (!diapason_hub_database_next (call->database, stored))
    return FALSE;
  if (g_str_equal (fingerprint, diapason_hub_column_text (stored, 0)))
    answer_again (call, stored);
  else
    diapason_hub_call_refuse (
        call, SOUP_STATUS_UNPROCESSABLE_ENTITY, "key_reused",
        "This Idempotency-Key was used for another write. Nothing was changed; "
        "send it with a key of its own.");
  sqlite3_reset (stored);
  return TRUE;
}

void
diapason_hub_idempotency_keep (DiapasonHubCall *call)
{
  if (read_key (call) == NULL || diapason_hub_call_is_refused (call))
    return;

  g_autofree char *key = own_key (call);
  g_autofree char *fingerprint = make_fingerprint (call);
  diapason_hub_database_run (call->database,
                             "INSERT INTO idempotency (key, fingerprint, status, etag, body, at)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                             "ssissi", key, fingerprint, (gint64) call->status,
                             soup_message_headers_get_one (call->answer_headers, "ETag"),
                             call->answer == NULL ? "" : call->answer, diapason_hub_now ());
}
