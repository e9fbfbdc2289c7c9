/* test-engine.c: how the engine goes round, what each kind of failure says and does, and logins. */
#include "await.h"
#include "matrix.h"
#include "net-errors.h"
#include "source-fixture.h"

#define SOURCE(name, authentication, more)                                                         \
  "{'format': 1, 'name': '" name "', 'label': 'The " name "', 'base_url': 'BASE/" name "',"        \
  " 'authentication': " authentication ", " more                                                   \
  " 'streams': [{'name': 'articles', 'entity': 'article', 'items': 'rows', 'count': 'n', "         \
  "'total': 't',"                                                                                  \
  " 'request': {'path': '/articles', 'query': {'since': '{since}', 'p': '{page}'}},"               \
  " 'paging': {'kind': 'page', 'size': 5, 'pages': 'pages'},"                                      \
  " 'incremental': {'kind': 'time', 'at': {'date': 'at'}},"                                        \
  " 'map': {'id': 'id', 'title': 'title', 'body': 'body'}},"                                       \
  " {'name': 'units', 'entity': 'unit', 'items': 'rows',"                                          \
  "  'request': {'path': '/units'}, 'map': {'id': 'id', 'name': 'name'}}]}"

#define OPEN   "{'kind': 'none'}"
#define KEY    "{'kind': 'header', 'name': 'X-Key', 'template': '{key}'}"
#define WHOAMI "'whoami': {'path': '/me', 'id': 'id'},"

#define ARTICLES                                                                                   \
  "{\"rows\":[{\"id\":1,\"title\":\"one\",\"at\":\"2026-03-01T10:00:00Z\"},"                       \
  "{\"id\":2,\"title\":\"two\",\"at\":\"2026-03-01T11:00:00Z\"}]}"
#define UNITS "{\"rows\":[{\"id\":\"u\",\"name\":\"team\"}]}"

#define TITLES                                                                                     \
  "SELECT source.name || ' ' || remote_id || ' ' || title FROM article JOIN record USING (id) "    \
  "JOIN source ON source.id = record.source ORDER BY 1"

static void
serve (SourceFixture *fixture, const char *name)
{
  g_autofree char *articles = g_strdup_printf ("/%s/articles", name);
  g_autofree char *units = g_strdup_printf ("/%s/units", name);

  fake_server_forget (fixture->server, articles);
  fake_server_forget (fixture->server, units);
  fake_server_say (fixture->server, articles, 200, ARTICLES);
  fake_server_say (fixture->server, units, 200, UNITS);
}

static DiapasonSourceState
state_of (SourceFixture *fixture, const char *name)
{
  return diapason_source_status_get_state (source_fixture_status (fixture, name));
}

/* Going round -------------------------------------------------------------------------------- */

static void
test_report (SourceFixture *fixture, gconstpointer data)
{
  serve (fixture, "a");
  source_fixture_add (fixture, SOURCE ("a", OPEN, ""));
  g_autoptr (DiapasonSyncReport) first = source_fixture_sync (fixture, "a");
  const DiapasonSyncReportRow *row = g_ptr_array_index (first->rows, 0);

  g_assert_true (diapason_sync_report_is_success (first));
  g_assert_cmpuint (first->rows->len, ==, 2);
  g_assert_cmpstr (row->stream, ==, "articles");
  g_assert_cmpint (row->entity, ==, DIAPASON_ENTITY_ARTICLE);
  g_assert_cmpuint (row->added, ==, 2);
  g_assert_cmpint (state_of (fixture, "a"), ==, DIAPASON_SOURCE_IN_SYNC);
  g_assert_cmpuint (diapason_source_status_get_fetched (source_fixture_status (fixture, "a")), ==,
                    3);

  fake_server_forget (fixture->server, "/a/articles");
  fake_server_say (fixture->server, "/a/articles", 200,
                   "{\"rows\":[{\"id\":2,\"title\":\"TWO\",\"at\":\"2026-03-01T12:00:00Z\"}]}");
  g_autoptr (DiapasonSyncReport) second = source_fixture_sync (fixture, NULL);
  row = g_ptr_array_index (second->rows, 0);
  g_assert_cmpuint (row->added + row->deleted, ==, 0);
  g_assert_cmpuint (row->changed, ==, 1);
  g_assert_cmpstr (fake_request_parameter (fake_server_request (fixture->server, "/a/articles", 1),
                                           "since"),
                   ==, "2026-03-01T11:00:00.000Z");
  source_fixture_check (fixture, TITLES, "a 1 one\na 2 TWO");
}

static void
test_unknown (SourceFixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  diapason_sync_engine_sync_once_async (fixture->engine, "nobody", NULL, await_cb, &result);
  await (&result);
  g_assert_null (diapason_sync_engine_sync_once_finish (fixture->engine, result, &error));
  g_assert_error (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_UNKNOWN);
}

static void
test_interval (SourceFixture *fixture, gconstpointer data)
{
  serve (fixture, "a");
  source_fixture_add (fixture, SOURCE ("a", OPEN, "'poll_seconds': 100,"));
  diapason_sync_engine_start (fixture->engine);
  source_fixture_await (fixture, "a", DIAPASON_SOURCE_IN_SYNC);
  g_assert_cmpuint (fake_server_count (fixture->server, "/a/articles"), ==, 1);
  diapason_clock_advance (fixture->clock, 89 * 1000);
  await_quiet ();
  g_assert_cmpuint (fake_server_count (fixture->server, "/a/articles"), ==, 1);
  diapason_clock_advance (fixture->clock, 22 * 1000);
  fake_server_await (fixture->server, "/a/units", 2);
  source_fixture_await (fixture, "a", DIAPASON_SOURCE_IN_SYNC);

  diapason_sync_engine_set_paused (fixture->engine, TRUE);
  diapason_clock_advance (fixture->clock, 200 * 1000);
  await_quiet ();
  g_assert_cmpuint (fake_server_count (fixture->server, "/a/articles"), ==, 2);
  diapason_sync_engine_set_paused (fixture->engine, FALSE);
  fake_server_await (fixture->server, "/a/units", 3);
  source_fixture_await (fixture, "a", DIAPASON_SOURCE_IN_SYNC);
  diapason_sync_engine_sync_now (fixture->engine, "a");
  fake_server_await (fixture->server, "/a/units", 4);
  g_assert_cmpint (diapason_source_status_get_in_sync_since (source_fixture_status (fixture, "a")),
                   ==, SOURCE_FIXTURE_NOW + 311 * 1000);
}

/* A program that starts paused, or without its server, shows how old what it has is. */
static void
test_shown_at_start (SourceFixture *fixture, gconstpointer data)
{
  serve (fixture, "a");
  source_fixture_add (fixture, SOURCE ("a", OPEN, ""));
  source_fixture_sync_well (fixture);
  source_fixture_restart (fixture);
  source_fixture_add (fixture, SOURCE ("a", OPEN, ""));
  diapason_sync_engine_set_paused (fixture->engine, TRUE);
  diapason_sync_engine_start (fixture->engine);
  while (diapason_source_status_get_in_sync_since (source_fixture_status (fixture, "a")) == 0)
    g_main_context_iteration (NULL, TRUE);
  await_quiet ();
  g_assert_cmpuint (fake_server_count (fixture->server, "/a/articles"), ==, 1);
}

/* Failures ----------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  guint status;
  const char *body;
  const char *type;
  const char *says;
} Failure;

static const Failure failures[] = {
  { "403", 403, "", "application/json", "does not let this login read its “articles”" },
  { "404", 404, "{}", "application/json", "check the address" },
  { "429", 429, "{}", "application/json", "asks for a pause" },
  { "500", 500, "", "application/json", "fault of its own" },
  { "503", 503, "", "text/plain", "out of service" },
  { "418", 418, "", "application/json", "did not accept the question" },
  { "html", 200, "<html>sign in</html>", "text/html", "web page answers" },
  { "binary", 200, "\x89PNG", "image/png", "does not send data" },
  { "truncated", 200, "{\"rows\":[{\"id\":1", "application/json", "it is cut" },
  { "empty", 200, "", "application/json", "" },
  { "not-utf-8", 200, "{\"rows\":[],\"n\":\"\xff\xfe\"}", "application/json", "no data" },
  { "two-roots", 200, ARTICLES "{}", "application/json", "no data" },
  { "wrong-place", 200, "{\"items\":[]}", "application/json", "nothing at “rows”" },
  { "wrong-type", 200, "{\"rows\":{}}", "application/json", "no list" },
  { "wrong-count", 200, "{\"rows\":[{\"id\":1}],\"n\":2}", "application/json", "another number" },
  { "wrong-total", 200, "{\"rows\":[{\"id\":1},{\"id\":2}],\"t\":1}", "application/json",
    "more rows" },
  { "short", 200, "{\"rows\":[{\"id\":1}],\"t\":9,\"pages\":1}", "application/json", "fewer rows" },
  { "redirect", 302, "", "text/html", "" },
};

static void
say (SourceFixture *fixture, const char *path, const Failure *failure)
{
  FakeAnswer *answer = fake_answer_new (failure->status, NULL);

  fake_answer_bytes (answer, failure->type, g_bytes_new (failure->body, strlen (failure->body)));
  if (failure->status == 302)
    fake_answer_header (answer, "Location", "http://else.invalid/");
  fake_server_push (fixture->server, path, answer);
}

/* One source fails beside one that works: a sentence, what is there stays, the other goes on, and
 * so does this one when the fault is over. */
static void
test_failure (SourceFixture *fixture, gconstpointer data)
{
  const Failure *failure = data;
  g_autofree char *sentence = NULL;
  const char *shown;

  serve (fixture, "a");
  serve (fixture, "b");
  source_fixture_add (fixture, SOURCE ("a", OPEN, ""));
  source_fixture_add (fixture, SOURCE ("b", OPEN, ""));
  source_fixture_sync_well (fixture);
  g_autofree char *position =
      source_fixture_dump (fixture,
                           "SELECT cursor FROM stream WHERE source = 1 AND name = 'articles'");

  fake_server_forget (fixture->server, "/a/articles");
  say (fixture, "/a/articles", failure);
  sentence = source_fixture_sync_badly (fixture, NULL);
  if (strstr (sentence, failure->says) == NULL)
    g_error ("wanted “%s”, got “%s”", failure->says, sentence);
  g_assert_cmpint (state_of (fixture, "a"), ==, DIAPASON_SOURCE_FAILING);
  g_assert_cmpint (state_of (fixture, "b"), ==, DIAPASON_SOURCE_IN_SYNC);
  /* It says besides that it is asked again, where that is not said already. */
  shown = diapason_source_status_get_sentence (source_fixture_status (fixture, "a"));
  g_assert_true (g_str_has_prefix (shown, sentence));
  g_assert_true (strstr (shown, "by itself") != NULL || g_str_equal (shown, sentence));
  source_fixture_check (fixture, TITLES, "a 1 one\na 2 two\nb 1 one\nb 2 two");
  source_fixture_check (fixture, "SELECT cursor FROM stream WHERE source = 1 AND name = 'articles'",
                        position);

  serve (fixture, "a");
  source_fixture_sync_well (fixture);
  g_assert_cmpint (state_of (fixture, "a"), ==, DIAPASON_SOURCE_IN_SYNC);
}

static void
test_down (SourceFixture *fixture, gconstpointer data)
{
  g_autofree char *sentence = NULL;

  serve (fixture, "a");
  source_fixture_add (fixture, SOURCE ("a", OPEN, ""));
  fake_server_set_down (fixture->server, TRUE);
  sentence = source_fixture_sync_badly (fixture, NULL);
  g_assert_nonnull (strstr (sentence, "refuses connections"));
  fake_server_set_down (fixture->server, FALSE);
  source_fixture_sync_well (fixture);
}

/* A right that is missing for one list does not keep the next from being read. */
static void
test_other_streams_go_on (SourceFixture *fixture, gconstpointer data)
{
  fake_server_say (fixture->server, "/a/articles", 403, "{}");
  fake_server_say (fixture->server, "/a/units", 200, UNITS);
  source_fixture_add (fixture, SOURCE ("a", OPEN, ""));
  g_free (source_fixture_sync_badly (fixture, NULL));
  source_fixture_check (fixture, "SELECT name FROM unit", "team");
}

static void
test_refused_rows (SourceFixture *fixture, gconstpointer data)
{
  serve (fixture, "a");
  fake_server_forget (fixture->server, "/a/articles");
  fake_server_say (
      fixture->server, "/a/articles", 200,
      "{\"rows\":[{\"id\":1,\"title\":{}},{\"id\":2,\"title\":\"two\"},{\"id\":3,\"title\":7},"
      "{\"title\":\"no id\"},{\"id\":5,\"title\":null}],\"pages\":1}");
  source_fixture_add (fixture, SOURCE ("a", OPEN, ""));
  g_autoptr (DiapasonSyncReport) report = source_fixture_sync (fixture, NULL);
  const DiapasonSyncReportRow *row = g_ptr_array_index (report->rows, 0);

  g_assert_cmpuint (row->refused, ==, 3);
  g_assert_cmpuint (row->added, ==, 2);
  g_assert_cmpint (state_of (fixture, "a"), ==, DIAPASON_SOURCE_IN_SYNC);
  g_assert_nonnull (
      strstr (diapason_source_status_get_sentence (source_fixture_status (fixture, "a")),
              "3 rows"));
}

static void
test_all_refused (SourceFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) body = g_string_new ("{\"rows\":[{\"id\":{}}");
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < 20; i++)
    g_string_append (body, ",{\"id\":{}}");
  g_string_append (body, "]}");
  serve (fixture, "a");
  fake_server_forget (fixture->server, "/a/articles");
  fake_server_say (fixture->server, "/a/articles", 200, body->str);
  source_fixture_add (fixture, SOURCE ("a", OPEN, ""));
  sentence = source_fixture_sync_badly (fixture, NULL);
  g_assert_nonnull (strstr (sentence, "not one of its 21 rows"));
}

/* Slices: more elements than go into one transaction. */
static void
test_slices (SourceFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) body = g_string_new ("{\"rows\":[{\"id\":0}");

  for (guint i = 1; i < 450; i++)
    g_string_append_printf (body, ",{\"id\":%u}", i);
  g_string_append (body, "],\"pages\":1}");
  serve (fixture, "a");
  fake_server_forget (fixture->server, "/a/articles");
  fake_server_say (fixture->server, "/a/articles", 200, body->str);
  source_fixture_add (fixture, SOURCE ("a", OPEN, ""));
  source_fixture_sync_well (fixture);
  source_fixture_check (fixture, "SELECT count(*) FROM article", "450");
}

/* Back-off ----------------------------------------------------------------------------------- */

static void
test_retry_after (SourceFixture *fixture, gconstpointer data)
{
  FakeAnswer *answer = fake_answer_new (429, "{}");
  DiapasonSourceStatus *status;

  serve (fixture, "a");
  fake_server_forget (fixture->server, "/a/articles");
  fake_answer_header (answer, "Retry-After", "120");
  fake_server_push (fixture->server, "/a/articles", answer);
  fake_server_say (fixture->server, "/a/articles", 200, ARTICLES);
  source_fixture_add (fixture, SOURCE ("a", OPEN, ""));
  status = source_fixture_status (fixture, "a");
  diapason_sync_engine_start (fixture->engine);
  source_fixture_await (fixture, "a", DIAPASON_SOURCE_FAILING);
  g_assert_cmpint (diapason_source_status_get_retry_at (status), >=, SOURCE_FIXTURE_NOW + 120000);
  g_assert_cmpint (diapason_source_status_get_retry_at (status), <=, SOURCE_FIXTURE_NOW + 132000);

  diapason_sync_engine_sync_now (fixture->engine, NULL);
  diapason_clock_advance (fixture->clock, 119 * 1000);
  await_quiet ();
  g_assert_cmpuint (fake_server_count (fixture->server, "/a/articles"), ==, 1);

  source_fixture_restart (fixture);
  source_fixture_add (fixture, SOURCE ("a", OPEN, ""));
  diapason_sync_engine_start (fixture->engine);
  source_fixture_await (fixture, "a", DIAPASON_SOURCE_FAILING);
  g_assert_cmpuint (fake_server_count (fixture->server, "/a/articles"), ==, 1);
  diapason_clock_advance (fixture->clock, 3 * 1000);
  source_fixture_await (fixture, "a", DIAPASON_SOURCE_IN_SYNC);
  source_fixture_check (fixture, "SELECT retry_at FROM source", "NULL");
  matrix_ran ("N1", 1, "a pause that outlives the program");
}

/* A quota that is used up makes the next request wait, in the middle of a round. */
static void
test_quota (SourceFixture *fixture, gconstpointer data)
{
  FakeAnswer *answer = fake_answer_new (200, ARTICLES);

  serve (fixture, "a");
  fake_server_forget (fixture->server, "/a/articles");
  fake_answer_header (answer, "X-Left", "0");
  fake_answer_header (answer, "X-Reset", "30");
  fake_server_push (fixture->server, "/a/articles", answer);
  source_fixture_add (fixture,
                      SOURCE ("a", OPEN, "'limits': {'remaining': 'X-Left', 'reset': 'X-Reset'},"));
  diapason_sync_engine_start (fixture->engine);
  while (diapason_source_status_get_fetched (source_fixture_status (fixture, "a")) < 2)
    g_main_context_iteration (NULL, TRUE);
  await_quiet ();
  diapason_clock_advance (fixture->clock, 29 * 1000);
  await_quiet ();
  g_assert_cmpuint (fake_server_count (fixture->server, "/a/units"), ==, 0);
  diapason_clock_advance (fixture->clock, 1000);
  source_fixture_await (fixture, "a", DIAPASON_SOURCE_IN_SYNC);
  g_assert_cmpuint (fake_server_count (fixture->server, "/a/units"), ==, 1);
}

static void
test_backoff (SourceFixture *fixture, gconstpointer data)
{
  serve (fixture, "a");
  fake_server_forget (fixture->server, "/a/units");
  fake_server_say (fixture->server, "/a/units", 500, "{}");
  source_fixture_add (fixture, SOURCE ("a", OPEN, ""));
  diapason_sync_engine_start (fixture->engine);
  for (guint i = 1; i <= 12; i++)
    {
      fake_server_await (fixture->server, "/a/units", i);
      source_fixture_await (fixture, "a", DIAPASON_SOURCE_FAILING);
      gint64 wait = diapason_source_status_get_retry_at (source_fixture_status (fixture, "a")) -
                    diapason_clock_now (fixture->clock);
      g_assert_cmpint (wait, <=, MIN (300, 1 << (i - 1)) * 1000);
      diapason_clock_advance (fixture->clock, wait);
    }
}

/* Logins ------------------------------------------------------------------------------------- */

static FakeAnswer *
answer_key (const FakeRequest *request, gpointer data)
{
  const char *key = fake_request_header (request, "X-Key");
  const char *path = fake_request_path (request);

  if (g_strcmp0 (key, *(const char **) data) != 0)
    return fake_answer_new (401, "{}");
  if (g_str_has_suffix (path, "/me"))
    return fake_answer_new (200, "{\"id\":\"E7\"}");
  return fake_answer_new (200, g_str_has_suffix (path, "units") ? UNITS : ARTICLES);
}

static void
serve_with_key (SourceFixture *fixture, const char **key)
{
  fake_server_handle (fixture->server, "/a/me", answer_key, key);
  fake_server_handle (fixture->server, "/a/articles", answer_key, key);
  fake_server_handle (fixture->server, "/a/units", answer_key, key);
}

static void
test_login (SourceFixture *fixture, gconstpointer data)
{
  const char *key = "k1";
  g_autoptr (GError) error = NULL;

  serve_with_key (fixture, &key);
  source_fixture_add (fixture, SOURCE ("a", KEY, WHOAMI));
  diapason_sync_engine_start (fixture->engine);
  source_fixture_await (fixture, "a", DIAPASON_SOURCE_LOGIN);
  g_assert_cmpuint (fake_server_count (fixture->server, NULL), ==, 0);

  g_assert_false (source_fixture_sign_in (fixture, "a", "key", "wrong", &error));
  g_assert_error (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_LOGIN);
  g_assert_null (strstr (error->message, "wrong"));
  g_assert_cmpint (state_of (fixture, "a"), ==, DIAPASON_SOURCE_LOGIN);
  g_assert_true (source_fixture_sign_in (fixture, "a", "key", "k1", NULL));
  source_fixture_await (fixture, "a", DIAPASON_SOURCE_IN_SYNC);
  source_fixture_check (fixture,
                        "SELECT remote_id FROM source JOIN record ON record.id = source.me", "E7");
  source_fixture_check (fixture, TITLES, "a 1 one\na 2 two");

  key = "k2";
  diapason_sync_engine_sync_now (fixture->engine, "a");
  source_fixture_await (fixture, "a", DIAPASON_SOURCE_LOGIN);
  guint asked = fake_server_count (fixture->server, NULL);
  diapason_clock_advance (fixture->clock, 24 * 3600 * 1000);
  await_quiet ();
  g_assert_cmpuint (fake_server_count (fixture->server, NULL), ==, asked);
  source_fixture_check (fixture, TITLES, "a 1 one\na 2 two");
  g_assert_true (source_fixture_sign_in (fixture, "a", "key", "k2", NULL));
  source_fixture_await (fixture, "a", DIAPASON_SOURCE_IN_SYNC);
  matrix_ran ("N3", 2, "logins that are refused, through the engine");
}

/* The login is remembered, and who it is asked once. */
static void
test_kept_login (SourceFixture *fixture, gconstpointer data)
{
  const char *key = "k1";

  serve_with_key (fixture, &key);
  source_fixture_add (fixture, SOURCE ("a", KEY, WHOAMI));
  g_assert_true (source_fixture_sign_in (fixture, "a", "key", "k1", NULL));
  source_fixture_restart (fixture);
  source_fixture_add (fixture, SOURCE ("a", KEY, WHOAMI));
  source_fixture_sync_well (fixture);
  source_fixture_sync_well (fixture);
  g_assert_cmpuint (fake_server_count (fixture->server, "/a/me"), ==, 2);
}

static void
test_whoami_from_login (SourceFixture *fixture, gconstpointer data)
{
  const char *key = "1-42-abc";

  serve_with_key (fixture, &key);
  source_fixture_add (fixture, SOURCE ("a", KEY,
                                       "'whoami': {'id_template': 'u{login}', 'login':"
                                       " {'field': 'key', 'pattern': '^1-([0-9]+)-'}},"));
  g_assert_true (source_fixture_sign_in (fixture, "a", "key", key, NULL));
  source_fixture_sync_well (fixture);
  source_fixture_check (fixture,
                        "SELECT remote_id FROM source JOIN record ON record.id = source.me", "u42");
}

#define OAUTH "{'kind': 'oauth2', 'token_path': '/token', 'grant': 'client_credentials'}"

/* A token that has run out in the middle of a round is renewed, and nobody is asked. */
static void
test_renewal (SourceFixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) login = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  serve (fixture, "a");
  fake_server_forget (fixture->server, "/a/units");
  fake_server_say (fixture->server, "/a/units", 401, "{}");
  fake_server_say (fixture->server, "/a/units", 200, UNITS);
  fake_server_say (fixture->server, "/a/token", 200,
                   "{\"access_token\":\"t\",\"token_type\":\"bearer\",\"expires_in\":600}");
  source_fixture_add (fixture, SOURCE ("a", OAUTH, ""));
  g_hash_table_insert (login, "client_id", "me");
  g_hash_table_insert (login, "client_secret", "s");
  diapason_sync_engine_sign_in_async (fixture->engine, "a", login, NULL, await_cb, &result);
  await (&result);
  g_assert_true (diapason_sync_engine_sign_in_finish (fixture->engine, result, NULL, &error));
  source_fixture_sync_well (fixture);
  g_assert_cmpuint (fake_server_count (fixture->server, "/a/token"), ==, 3);
  source_fixture_check (fixture, "SELECT name FROM unit", "team");
}

/* Cancelling --------------------------------------------------------------------------------- */

static void
cancel_now (DiapasonSourceStatus *status, GParamSpec *pspec, gpointer data)
{
  g_cancellable_cancel (data);
}

/* Wherever a round is when it is cancelled, it ends, and the next one brings everything. */
static void
test_cancel (SourceFixture *fixture, gconstpointer data)
{
  serve (fixture, "a");
  source_fixture_add (fixture, SOURCE ("a", OPEN, ""));
  for (guint steps = 0; steps < 60; steps++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      diapason_sync_engine_sync_once_async (fixture->engine, NULL, cancellable, await_cb, &result);
      for (guint i = 0; i < steps && result == NULL; i++)
        g_main_context_iteration (NULL, TRUE);
      g_cancellable_cancel (cancellable);
      await (&result);
      g_autoptr (DiapasonSyncReport) report =
          diapason_sync_engine_sync_once_finish (fixture->engine, result, &error);
      g_assert_true (report != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
      await_quiet ();
    }
  source_fixture_sync_well (fixture);
  source_fixture_check (fixture, TITLES, "a 1 one\na 2 two");
}

/* Also from within a notification. */
static void
test_cancel_while_fetching (SourceFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  serve (fixture, "a");
  source_fixture_add (fixture, SOURCE ("a", OPEN, ""));
  g_signal_connect (source_fixture_status (fixture, "a"), "notify::fetched",
                    G_CALLBACK (cancel_now), cancellable);
  diapason_sync_engine_sync_once_async (fixture->engine, NULL, cancellable, await_cb, &result);
  await (&result);
  g_assert_null (diapason_sync_engine_sync_once_finish (fixture->engine, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  source_fixture_check (fixture, "SELECT count(*) FROM unit", "0");
  g_assert_cmpint (state_of (fixture, "a"), ==, DIAPASON_SOURCE_NEW);
}

static void
test_stop (SourceFixture *fixture, gconstpointer data)
{
  FakeAnswer *answer = fake_answer_new (200, ARTICLES);

  fake_answer_delay (answer, FAKE_FOR_EVER);
  fake_server_push (fixture->server, "/a/articles", answer);
  source_fixture_add (fixture, SOURCE ("a", OPEN, ""));
  diapason_sync_engine_start (fixture->engine);
  fake_server_await (fixture->server, "/a/articles", 1);
  diapason_sync_engine_stop (fixture->engine);
  source_fixture_await (fixture, "a", DIAPASON_SOURCE_NEW);
}

static void
add (const char *name, gconstpointer data, void (*test) (SourceFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/source/engine/", name, NULL);

  g_test_add (path, SourceFixture, data, source_fixture_set_up, test, source_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("report", NULL, test_report);
  add ("unknown", NULL, test_unknown);
  add ("interval", NULL, test_interval);
  add ("shown-at-start", NULL, test_shown_at_start);
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autofree char *name = g_strconcat ("failure/", failures[i].name, NULL);
      add (name, &failures[i], test_failure);
    }
  add ("down", NULL, test_down);
  add ("other-streams-go-on", NULL, test_other_streams_go_on);
  add ("refused-rows", NULL, test_refused_rows);
  add ("all-refused", NULL, test_all_refused);
  add ("slices", NULL, test_slices);
  add ("retry-after", NULL, test_retry_after);
  add ("quota", NULL, test_quota);
  add ("backoff", NULL, test_backoff);
  add ("login", NULL, test_login);
  add ("kept-login", NULL, test_kept_login);
  add ("whoami-from-login", NULL, test_whoami_from_login);
  add ("renewal", NULL, test_renewal);
  add ("cancel", NULL, test_cancel);
  add ("cancel-while-fetching", NULL, test_cancel_while_fetching);
  add ("stop", NULL, test_stop);
  return g_test_run ();
}
