/* test-hub-platform.c: the contact platform: its feeds against the tables, cursors that go on, its
 * tokens, who may do what in a conversation, the race for one. */
#include "hub-fixture.h"
#include "hub-tokens.h"

#define N_RACERS 20

static HubAnswer *
get (HubFixture *fixture, const char *token, const char *path)
{
  return hub_ask (fixture, .path = path, .token = token);
}

static HubAnswer *
put (HubFixture *fixture, const char *token, const char *path, const char *match, const char *body)
{
  return hub_ask (fixture, .method = "PUT", .path = path, .token = token, .match = match,
                  .body = body);
}

static HubAnswer *
post (HubFixture *fixture, const char *token, const char *path, const char *key, const char *body)
{
  return hub_ask (fixture, .method = "POST", .path = path, .token = token, .key = key,
                  .body = body);
}

static HubAnswer *
post_form (HubFixture *fixture, const char *form)
{
  return hub_ask (fixture, .method = "POST", .path = "/platform/oauth/token",
                  .type = "application/x-www-form-urlencoded", .body = form);
}

/* Follows @feed from @cursor (NULL: the beginning) to its end, @limit rows at a time.
 * @ids: each row's id, a tombstone's with a '-' before it, one a line. Returns: the last cursor. */
static char *
follow (HubFixture *fixture,
        const char *token,
        const char *feed,
        const char *cursor,
        int limit,
        GString *ids)
{
  g_autofree char *at = g_strdup (cursor);
  gboolean more = TRUE;

  while (more)
    {
      g_autofree char *escaped = at == NULL ? NULL : g_uri_escape_string (at, NULL, FALSE);
      g_autofree char *path =
          g_strdup_printf ("%s?limit=%d%s%s", feed, limit,
                           at == NULL ? "" : "&cursor=", at == NULL ? "" : escaped);
      g_autoptr (HubAnswer) answer = get (fixture, token, path);
      JsonArray *items = json_node_get_array (hub_answer_get (answer, "items"));

      g_assert_cmpuint (answer->status, ==, 200);
      g_assert_cmpuint (json_array_get_length (items), <=, limit);
      for (guint i = 0; i < json_array_get_length (items); i++)
        {
          JsonObject *row = json_array_get_object_element (items, i);

          g_string_append_printf (ids, "%s%s\n", json_object_has_member (row, "removed") ? "-" : "",
                                  json_object_get_string_member (row, "id"));
        }
      more = json_node_get_boolean (hub_answer_get (answer, "more"));
      g_free (at);
      at = g_strdup (hub_answer_text (answer, "cursor"));
    }
  return g_steal_pointer (&at);
}

static void
test_feeds (void)
{
  static const char *const feeds[][2] = {
    { "agents", "SELECT iif (deleted, '-', '') || login FROM adviser ORDER BY seq" },
    { "contacts", "SELECT iif (deleted, '-', '') || id FROM contact ORDER BY seq" },
    { "interactions", "SELECT id FROM interaction ORDER BY seq" },
    { "messages", "SELECT iif (deleted, '-', '') || id FROM message ORDER BY seq" },
    { "presence", "SELECT 'anouk'" },
    { "articles", "SELECT id FROM article ORDER BY seq" },
    { "canned-replies", "SELECT id FROM canned_reply ORDER BY seq" },
    { "conversations/in_0000001/messages",
      "SELECT iif (deleted, '-', '') || id FROM message WHERE interaction = 'in_0000001'"
      " ORDER BY seq" },
  };
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autofree char *token = hub_fixture_sign_in (fixture, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (feeds); i++)
    for (int limit = 1; limit <= 3; limit++)
      {
        g_autofree char *feed = g_strconcat ("/platform/", feeds[i][0], NULL);
        g_autofree char *expected = hub_fixture_sql (fixture, feeds[i][1]);
        g_autoptr (GString) ids = g_string_new (NULL);
        g_autoptr (GString) none = g_string_new (NULL);
        g_autofree char *end = follow (fixture, token, feed, NULL, limit, ids);
        g_autofree char *still = follow (fixture, token, feed, end, limit, none);

        g_assert_cmpstr (ids->str, ==, expected);
        g_assert_cmpstr (none->str, ==, "");
        g_assert_cmpstr (still, ==, end);
      }
}

/* A kept cursor tells exactly what changed behind it: once, and what went too. */
static void
test_changes (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autofree char *token = hub_fixture_sign_in (fixture, "anouk");
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) changed = g_string_new (NULL);
  g_autofree char *end = follow (fixture, token, "/platform/interactions", NULL, 2, all);
  g_autoptr (HubAnswer) claimed =
      post (fixture, token, "/platform/conversations/in_0000002/claim", NULL, NULL);
  g_autoptr (HubAnswer) wrapped = put (fixture, token, "/platform/conversations/in_0000002/wrap-up",
                                       "\"2\"", "{\"reason\":\"delivery\"}");
  hub_fixture_run (fixture, "UPDATE interaction SET deleted = 1, revision = 2, seq = 900 WHERE id ="
                            " 'in_0000004'; UPDATE meta SET value = 900 WHERE key = 'seq'");
  g_autofree char *later = follow (fixture, token, "/platform/interactions", end, 1, changed);

  g_assert_cmpuint (claimed->status, ==, 200);
  g_assert_cmpuint (wrapped->status, ==, 200);
  g_assert_cmpstr (changed->str, ==, "in_0000002\n-in_0000004\n");
  g_assert_cmpstr (later, !=, end);
}

/* A row that changes while it is read past comes again at the end; none is left out. */
static void
test_change_while_reading (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autofree char *token = hub_fixture_sign_in (fixture, "anouk");
  g_autoptr (HubAnswer) first = get (fixture, token, "/platform/interactions?limit=2");
  g_autoptr (HubAnswer) changed = put (fixture, token, "/platform/conversations/in_0000001/wrap-up",
                                       "\"1\"", "{\"reason\":\"refund\"}");
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autofree char *end =
      follow (fixture, token, "/platform/interactions", hub_answer_text (first, "cursor"), 2, rest);

  g_assert_cmpuint (changed->status, ==, 200);
  g_assert_cmpstr (end, !=, hub_answer_text (first, "cursor"));
  g_assert_cmpstr (rest->str, ==,
                   "in_0000003\nin_0000004\n9c8b7a69-5847-4362-9151-403f2e1d0c0b\nin_0000001\n");
}

static char *
encode_cursor (const char *plain)
{
  return g_base64_encode ((const guchar *) plain, strlen (plain));
}

static void
test_bad_cursors (void)
{
  static const char *const plain[] = {
    "article/:1",
    "interaction/:61",
    "interaction/:-1",
    "interaction/: 1",
    "interaction/x:1",
    "interaction/:",
    "interaction/:01",
    "interaction",
    "INTERACTION/:1",
    "",
    ":",
    "interaction/:9999999999999999999",
    "message/in_0000001:1",
  };
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autofree char *token = hub_fixture_sign_in (fixture, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *cursor = encode_cursor (plain[i]);
      g_autofree char *path = g_strconcat ("/platform/interactions?cursor=", cursor, NULL);
      g_autoptr (HubAnswer) answer = get (fixture, token, path);

      hub_assert_refused (answer, 410, "cursor_expired");
    }

  g_autoptr (HubAnswer) raw = get (fixture, token, "/platform/interactions?cursor=%00%ff*");
  g_autoptr (HubAnswer) wide = get (fixture, token, "/platform/interactions?limit=1001");
  hub_assert_refused (raw, 410, "cursor_expired");
  hub_assert_refused (wide, 400, "invalid_parameter");
}

static void
test_rows (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autofree char *client = hub_fixture_sign_in (fixture, NULL);
  g_autofree char *token = hub_fixture_sign_in (fixture, "anouk");
  g_autoptr (HubAnswer) done = get (fixture, client, "/platform/conversations/in_0000001");
  g_autoptr (HubAnswer) queued = get (fixture, client, "/platform/conversations/in_0000002");
  g_autoptr (HubAnswer) contact = get (fixture, client, "/platform/contacts/ct_000002");
  g_autoptr (HubAnswer) message = get (fixture, client, "/platform/messages/ms_0000002");
  g_autoptr (HubAnswer) nobody = get (fixture, client, "/platform/me");
  g_autoptr (HubAnswer) me = get (fixture, token, "/platform/me");

  g_assert_cmpstr (hub_answer_text (done, "channel"), ==, "voice");
  g_assert_cmpstr (hub_answer_text (done, "agent"), ==, "anouk");
  g_assert_cmpstr (hub_answer_text (done, "wrapUp.solved"), ==, "partly");
  g_assert_true (json_node_is_null (hub_answer_get (queued, "wrapUp")));
  g_assert_true (json_node_is_null (hub_answer_get (queued, "agent")));
  g_assert_true (json_node_is_null (hub_answer_get (contact, "crmId")));
  g_assert_cmpstr (hub_answer_text (contact, "handles.0.value"), ==, "+390115550102");
  g_assert_cmpstr (hub_answer_text (message, "text"), ==, "Where is it?\n👋");
  g_assert_true (json_node_is_null (hub_answer_get (nobody, "agent")));
  g_assert_cmpstr (hub_answer_text (me, "agent.crmId"), ==, "E1001");
}

/* Tokens */

static void
test_token_life (void)
{
  g_autoptr (DiapasonHubTokens) tokens = diapason_hub_tokens_new ();
  const gint64 second = G_TIME_SPAN_SECOND;
  g_autofree char *token =
      diapason_hub_tokens_issue (tokens, DIAPASON_HUB_TOKEN_ACCESS, "anouk", 5 * second, 10);
  g_autofree char *other =
      diapason_hub_tokens_issue (tokens, DIAPASON_HUB_TOKEN_ACCESS, NULL, 5 * second, 10);
  g_autofree char *login = NULL;
  g_autofree char *none = NULL;

  g_assert_cmpstr (token, !=, other);
  g_assert_true (diapason_hub_tokens_check (tokens, DIAPASON_HUB_TOKEN_ACCESS, token,
                                            15 * second - 1, &login));
  g_assert_cmpstr (login, ==, "anouk");
  g_assert_false (
      diapason_hub_tokens_check (tokens, DIAPASON_HUB_TOKEN_ACCESS, token, 15 * second, &none));
  g_assert_false (
      diapason_hub_tokens_check (tokens, DIAPASON_HUB_TOKEN_REFRESH, token, 6 * second, &none));
  diapason_hub_tokens_revoke (tokens, token);
  g_assert_false (
      diapason_hub_tokens_check (tokens, DIAPASON_HUB_TOKEN_ACCESS, token, 6 * second, &none));
}

#define CLIENT "&client_id=diapason&client_secret=diapason-demo-secret"

/* Expired at once; then a refresh brings a token that is good, and is good itself only once. */
static void
test_refresh (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 0);
  g_autoptr (HubAnswer) given =
      post_form (fixture, "grant_type=password&username=anouk&password=demo-anouk" CLIENT);
  g_autoptr (HubAnswer) expired =
      get (fixture, hub_answer_text (given, "access_token"), "/platform/me");
  g_autofree char *form = g_strconcat ("grant_type=refresh_token&refresh_token=",
                                       hub_answer_text (given, "refresh_token"), CLIENT, NULL);

  hub_assert_refused (expired, 401, "invalid_token");
  g_assert_nonnull (strstr (soup_message_headers_get_one (expired->headers, "WWW-Authenticate"),
                            "error=\"invalid_token\""));

  hub_fixture_set_token_seconds (fixture, 300);
  g_autoptr (HubAnswer) refreshed = post_form (fixture, form);
  g_autoptr (HubAnswer) again = post_form (fixture, form);
  g_autoptr (HubAnswer) me =
      get (fixture, hub_answer_text (refreshed, "access_token"), "/platform/me");
  g_autoptr (HubAnswer) wrong_kind =
      get (fixture, hub_answer_text (refreshed, "refresh_token"), "/platform/me");
  g_assert_cmpint (hub_answer_number (refreshed, "expires_in"), ==, 300);
  g_assert_cmpstr (hub_answer_text (me, "agent.id"), ==, "anouk");
  hub_assert_refused (again, 400, "invalid_grant");
  hub_assert_refused (wrong_kind, 401, "invalid_token");
}

static void
test_grants (void)
{
  static const struct
  {
    const char *form;
    guint status;
    const char *error;
  } wrong[] = {
    { "", 401, "invalid_client" },
    { "grant_type=client_credentials&client_id=diapason", 401, "invalid_client" },
    { "grant_type=client_credentials&client_id=other&client_secret=diapason-demo-secret", 401,
      "invalid_client" },
    { "x=1" CLIENT, 400, "unsupported_grant_type" },
    { "grant_type=implicit" CLIENT, 400, "unsupported_grant_type" },
    { "grant_type=password" CLIENT, 400, "invalid_grant" },
    { "grant_type=password&username=anouk" CLIENT, 400, "invalid_grant" },
    { "grant_type=password&username=nobody&password=demo-nobody" CLIENT, 400, "invalid_grant" },
    { "grant_type=password&username=carla&password=demo-carla" CLIENT, 400, "invalid_grant" },
    { "grant_type=refresh_token&refresh_token=%00%ff" CLIENT, 400, "invalid_grant" },
  };
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (HubAnswer) basic =
      hub_ask (fixture, .method = "POST", .path = "/platform/oauth/token",
               .type = "application/x-www-form-urlencoded", .body = "grant_type=client_credentials",
               .header = { "Authorization", "Basic ZGlhcGFzb246ZGlhcGFzb24tZGVtby1zZWNyZXQ=" });

  g_assert_cmpuint (basic->status, ==, 200);
  g_assert_false (json_object_has_member (json_node_get_object (basic->body), "refresh_token"));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (HubAnswer) answer = post_form (fixture, wrong[i].form);

      g_test_message ("%s", wrong[i].form);
      g_assert_cmpuint (answer->status, ==, wrong[i].status);
      g_assert_cmpstr (hub_answer_text (answer, "error"), ==, wrong[i].error);
    }
}

/* Conversations */

static void
add_racers (HubFixture *fixture)
{
  hub_fixture_run (
      fixture,
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)"
      " INSERT INTO adviser (id, name, login, email, unit, role, language, seq, updated_at)"
      " SELECT 'E2' || i, 'Racer', 'racer' || i, 'r@ondine.example', 'T1', 'adviser', 'fr',"
      " 100 + i, i FROM n");
}

static void
test_claim_race (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  HubRequest requests[N_RACERS] = { 0 };
  char *tokens[N_RACERS + 1] = { NULL };
  const char *winner = NULL;

  add_racers (fixture);
  for (int i = 0; i < N_RACERS; i++)
    {
      g_autofree char *login = g_strdup_printf ("racer%d", i + 1);

      tokens[i] = hub_fixture_sign_in (fixture, login);
      requests[i] = (HubRequest){ .method = "POST",
                                  .path = "/platform/conversations/in_0000002/claim",
                                  .token = tokens[i] };
    }

  g_autoptr (GPtrArray) answers = hub_fixture_ask_all (fixture, requests, N_RACERS);
  for (int i = 0; i < N_RACERS; i++)
    {
      HubAnswer *answer = g_ptr_array_index (answers, i);

      if (answer->status != 200)
        continue;
      g_assert_null (winner);
      winner = hub_answer_text (answer, "agent");
    }
  g_assert_nonnull (winner);
  for (int i = 0; i < N_RACERS; i++)
    {
      HubAnswer *answer = g_ptr_array_index (answers, i);

      if (answer->status == 200)
        continue;
      hub_assert_refused (answer, 409, "already_claimed");
      g_assert_cmpstr (hub_answer_text (answer, "error.holder.login"), ==, winner);
    }

  g_autoptr (HubAnswer) after = get (fixture, tokens[0], "/platform/conversations/in_0000002");
  g_assert_cmpstr (hub_answer_text (after, "agent"), ==, winner);
  g_assert_cmpstr (hub_answer_text (after, "status"), ==, "active");
  g_assert_cmpint (hub_answer_number (after, "version"), ==, 2);
  for (int i = 0; i < N_RACERS; i++)
    g_free (tokens[i]);
}

static void
test_claim (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autofree char *token = hub_fixture_sign_in (fixture, "anouk");
  g_autoptr (HubAnswer) own =
      post (fixture, token, "/platform/conversations/in_0000003/claim", NULL, NULL);
  g_autoptr (HubAnswer) done =
      post (fixture, token, "/platform/conversations/in_0000001/claim", NULL, NULL);

  g_assert_cmpuint (own->status, ==, 200);
  g_assert_cmpint (hub_answer_number (own, "version"), ==, 1);
  hub_assert_refused (done, 409, "conversation_done");
}

static void
test_messages (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autofree char *token = hub_fixture_sign_in (fixture, "anouk");
  const char *path = "/platform/conversations/in_0000003/messages";
  const char *note = "{\"id\":\"00000000-0000-4000-8000-000000000001\",\"kind\":\"note\","
                     "\"text\":\"Be kind \\uD83D\\uDC4B\"}";
  const char *late = "{\"id\":\"00000000-0000-4000-8000-000000000002\",\"kind\":\"reply\","
                     "\"text\":\"Here\",\"lastSeenMessage\":\"ms_0000003\"}";
  const char *seen = "{\"id\":\"00000000-0000-4000-8000-000000000002\",\"kind\":\"reply\","
                     "\"text\":\"Here\",\"lastSeenMessage\":"
                     "\"00000000-0000-4000-8000-000000000001\"}";
  g_autoptr (HubAnswer) noted = post (fixture, token, path, "one", note);
  g_autoptr (HubAnswer) moved = post (fixture, token, path, "two", late);
  g_autoptr (HubAnswer) sent = post (fixture, token, path, "two", seen);
  g_autoptr (HubAnswer) twice = post (fixture, token, path, "three", note);

  g_assert_cmpstr (hub_answer_text (noted, "text"), ==, "Be kind 👋");
  g_assert_cmpstr (hub_answer_text (noted, "from"), ==, "agent");
  hub_assert_refused (moved, 409, "thread_moved");
  g_assert_cmpstr (hub_answer_text (moved, "error.lastMessage"), ==, hub_answer_text (noted, "id"));
  g_assert_cmpuint (sent->status, ==, 201);
  g_assert_cmpint (hub_answer_number (sent, "sentAt"), >, hub_answer_number (noted, "sentAt"));
  hub_assert_refused (twice, 409, "exists");
}

static void
test_wrap_up_and_transfer (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autofree char *anouk = hub_fixture_sign_in (fixture, "anouk");
  g_autofree char *bastien = hub_fixture_sign_in (fixture, "bastien");
  const char *wrap_up = "/platform/conversations/in_0000003/wrap-up";
  const char *transfer = "/platform/conversations/in_0000003/transfer";
  const char *over = "{\"to\":\"bastien\",\"note\":\"Please\"}";
  g_autoptr (HubAnswer) early = put (fixture, bastien, wrap_up, "\"1\"", "{\"reason\":\"x\"}");
  g_autoptr (HubAnswer) nobody = post (fixture, anouk, transfer, NULL, "{\"to\":\"carla\"}");
  g_autoptr (HubAnswer) given = post (fixture, anouk, transfer, NULL, over);
  g_autoptr (HubAnswer) again = post (fixture, anouk, transfer, NULL, over);
  g_autoptr (HubAnswer) closed = put (fixture, bastien, wrap_up, "\"2\"",
                                      "{\"reason\":\"delivery\",\"level\":2,\"solved\":null}");
  g_autofree char *note =
      hub_fixture_sql (fixture, "SELECT adviser, kind, body FROM message WHERE"
                                " interaction = 'in_0000003' ORDER BY seq DESC LIMIT 1");

  hub_assert_refused (early, 403, "not_yours");
  hub_assert_refused (nobody, 400, "unknown_reference");
  g_assert_cmpstr (hub_answer_text (given, "agent"), ==, "bastien");
  g_assert_cmpstr (note, ==, "E1001|note|Please\n");
  hub_assert_refused (again, 403, "not_yours");
  g_assert_cmpstr (hub_answer_text (closed, "status"), ==, "done");
  g_assert_cmpint (hub_answer_number (closed, "wrapUp.level"), ==, 2);
  g_assert_true (json_node_is_null (hub_answer_get (closed, "wrapUp.solved")));
  g_assert_false (json_node_is_null (hub_answer_get (closed, "endedAt")));
}

static void
test_new_conversation (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autofree char *token = hub_fixture_sign_in (fixture, "anouk");
  g_autoptr (HubAnswer) begun = post (fixture, token, "/platform/conversations", NULL,
                                      "{\"id\":\"00000000-0000-4000-8000-000000000003\","
                                      "\"contactId\":\"ct_000002\",\"channel\":\"text\"}");
  g_autoptr (HubAnswer) gone = post (fixture, token, "/platform/conversations", NULL,
                                     "{\"id\":\"00000000-0000-4000-8000-000000000004\","
                                     "\"contactId\":\"ct_000003\",\"channel\":\"text\"}");

  g_assert_cmpuint (begun->status, ==, 201);
  g_assert_cmpstr (hub_answer_text (begun, "agent"), ==, "anouk");
  g_assert_cmpstr (hub_answer_text (begun, "channel"), ==, "text");
  g_assert_cmpstr (hub_answer_text (begun, "direction"), ==, "outbound");
  hub_assert_refused (gone, 400, "unknown_reference");
}

/* Each channel by itself, and who said so; what one says for oneself is said of all of them. */
static void
test_presence_channels (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autofree char *anouk = hub_fixture_sign_in (fixture, "anouk");
  g_autoptr (HubAnswer) told = get (fixture, anouk, "/platform/presence/anouk");
  g_autofree char *before = json_to_string (hub_answer_get (told, "channels"), FALSE);
  g_autoptr (HubAnswer) said =
      put (fixture, anouk, "/platform/presence/anouk", NULL, "{\"state\":\"away\"}");
  JsonArray *channels = json_node_get_array (hub_answer_get (said, "channels"));

  g_assert_cmpstr (before, ==,
                   "[{\"channel\":\"voice\",\"state\":\"available\",\"since\":1767600110000,"
                   "\"setBy\":{\"kind\":\"self\",\"agent\":\"anouk\"}},"
                   "{\"channel\":\"chat\",\"state\":\"away\",\"since\":1767600109000,"
                   "\"setBy\":{\"kind\":\"lead\",\"agent\":\"bastien\"}},"
                   "{\"channel\":\"mail\",\"state\":\"busy\",\"since\":1767600110000,"
                   "\"setBy\":{\"kind\":\"platform\",\"agent\":null}}]");
  g_assert_cmpuint (json_array_get_length (channels), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      JsonObject *channel = json_array_get_object_element (channels, i);
      JsonObject *set_by = json_object_get_object_member (channel, "setBy");

      g_assert_cmpstr (json_object_get_string_member (channel, "state"), ==, "away");
      /* What was said already is not said anew. */
      g_assert_cmpstr (json_object_get_string_member (set_by, "kind"), ==,
                       i == 1 ? "lead" : "self");
    }
}

static void
test_presence (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autofree char *anouk = hub_fixture_sign_in (fixture, "anouk");
  g_autofree char *bastien = hub_fixture_sign_in (fixture, "bastien");
  g_autoptr (HubAnswer) same =
      put (fixture, anouk, "/platform/presence/anouk", NULL, "{\"state\":\"available\"}");
  g_autoptr (HubAnswer) first =
      put (fixture, bastien, "/platform/presence/bastien", NULL, "{\"state\":\"busy\"}");
  g_autoptr (HubAnswer) other =
      put (fixture, bastien, "/platform/presence/anouk", NULL, "{\"state\":\"away\"}");

  g_assert_cmpint (hub_answer_number (same, "since"), ==, 1767600110000);
  g_assert_cmpint (hub_answer_number (same, "version"), ==, 2);
  g_assert_cmpuint (first->status, ==, 200);
  g_assert_cmpint (hub_answer_number (first, "version"), ==, 1);
  hub_assert_refused (other, 403, "not_yours");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hub/platform/feeds", test_feeds);
  g_test_add_func ("/hub/platform/changes", test_changes);
  g_test_add_func ("/hub/platform/change-while-reading", test_change_while_reading);
  g_test_add_func ("/hub/platform/bad-cursors", test_bad_cursors);
  g_test_add_func ("/hub/platform/rows", test_rows);
  g_test_add_func ("/hub/platform/token-life", test_token_life);
  g_test_add_func ("/hub/platform/refresh", test_refresh);
  g_test_add_func ("/hub/platform/grants", test_grants);
  g_test_add_func ("/hub/platform/claim-race", test_claim_race);
  g_test_add_func ("/hub/platform/claim", test_claim);
  g_test_add_func ("/hub/platform/messages", test_messages);
  g_test_add_func ("/hub/platform/wrap-up-and-transfer", test_wrap_up_and_transfer);
  g_test_add_func ("/hub/platform/new-conversation", test_new_conversation);
  g_test_add_func ("/hub/platform/presence", test_presence);
  g_test_add_func ("/hub/platform/presence-channels", test_presence_channels);
  return g_test_run ();
}
