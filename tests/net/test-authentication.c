/* test-authentication.c: credentials go on, tokens are renewed once for all, and nothing goes
 * elsewhere. */
#include "authentication.h"

#include "await.h"
#include "fake-server.h"
#include "net-errors.h"

#define START_MS  G_GINT64_CONSTANT (1700000000000)
#define TOKEN_1   "{\"access_token\":\"one\",\"token_type\":\"bearer\",\"expires_in\":3600}"
#define TOKEN_2   "{\"access_token\":\"two\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
#define TOKEN_1_R "{\"access_token\":\"one\",\"expires_in\":3600,\"refresh_token\":\"r1\"}"

typedef struct
{
  DiapasonSession *session;
  DiapasonClock *clock;
  DiapasonAuthentication *authentication;
  FakeServer *server;
  GHashTable *login;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = diapason_session_new (NULL);
  fixture->clock = diapason_clock_new_at (START_MS);
  fixture->server = fake_server_new (NULL);
  fixture->login = g_hash_table_new (g_str_hash, g_str_equal);
  fake_server_say (fixture->server, "/x", 200, "{}");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fake_server_free (fixture->server);
  await_quiet ();
  g_hash_table_unref (fixture->login);
  g_assert_finalize_object (fixture->authentication);
  g_assert_finalize_object (fixture->clock);
  g_assert_finalize_object (fixture->session);
}

static void
begin (Fixture *fixture, const DiapasonAuthenticationPlan *plan)
{
  g_autofree char *base = fake_server_uri (fixture->server, "/api/");

  fixture->authentication =
      diapason_authentication_new (fixture->session, fixture->clock, plan, base);
}

static void
field (Fixture *fixture, const char *name, const char *secret)
{
  g_hash_table_insert (fixture->login, (gpointer)name, (gpointer)secret);
  diapason_authentication_set_login (fixture->authentication, fixture->login);
}

static void
begin_oauth (Fixture *fixture, const char *grant)
{
  g_autofree char *uri = fake_server_uri (fixture->server, "/token");
  DiapasonAuthenticationPlan plan = { .kind = DIAPASON_AUTHENTICATION_OAUTH2 };

  plan.token_uri = uri;
  plan.grant = (char *)grant;
  plan.scope = (char *)"read write";
  begin (fixture, &plan);
  field (fixture, "client_id", "desk one");
  field (fixture, "client_secret", "canary:1");
}

static void
start (Fixture *fixture, FakeServer *server, GCancellable *cancellable, GAsyncResult **result)
{
  g_autofree char *uri = fake_server_uri (server, "/x");
  g_autoptr (DiapasonHttpRequest) request = diapason_http_request_new ("GET", uri);

  diapason_authentication_send_async (fixture->authentication, request, cancellable, await_cb,
                                      result);
}

/* Waits, and gives the status; 0 with an error. */
static guint
finish (Fixture *fixture, GAsyncResult **result, GError **error)
{
  g_autoptr (DiapasonHttpResponse) response = NULL;
  GError *failure = NULL;

  await (result);
  response = diapason_authentication_send_finish (fixture->authentication, *result, &failure);
  g_clear_object (result);
  if (response != NULL)
    return diapason_http_response_get_status (response);

  g_test_message ("%s", failure->message);
  g_assert_null (strstr (failure->message, "canary"));
  g_propagate_error (error, failure);
  return 0;
}

static void
expect (Fixture *fixture, guint status)
{
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  start (fixture, fixture->server, NULL, &result);
  g_assert_cmpuint (finish (fixture, &result, &error), ==, status);
  g_assert_no_error (error);
}

static void
expect_error (Fixture *fixture, DiapasonNetError code, const char *says)
{
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  start (fixture, fixture->server, NULL, &result);
  g_assert_cmpuint (finish (fixture, &result, &error), ==, 0);
  g_assert_error (error, DIAPASON_NET_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, says));
}

/* What the @index-th request for /x bore. */
static const char *
seen (Fixture *fixture, guint index, const char *header)
{
  return fake_request_header (fake_server_request (fixture->server, "/x", index), header);
}

static void
check_token_request (Fixture *fixture, guint index, const char *body)
{
  g_auto (GStrv) parts = g_strsplit (body, "&", -1);
  const FakeRequest *request = fake_server_request (fixture->server, "/token", index);

  g_assert_cmpstr (fake_request_method (request), ==, "POST");
  g_assert_cmpstr (fake_request_header (request, "Content-Type"), ==,
                   "application/x-www-form-urlencoded");
  /* "desk%20one:canary%3A1" */
  g_assert_cmpstr (fake_request_header (request, "Authorization"), ==,
                   "Basic ZGVzayUyMG9uZTpjYW5hcnklM0Ex");
  for (guint i = 0; parts[i] != NULL; i++)
    g_assert_nonnull (strstr (fake_request_body (request), parts[i]));
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  DiapasonAuthenticationPlan plan = { .kind = DIAPASON_AUTHENTICATION_NONE };

  begin (fixture, &plan);
  g_assert_true (diapason_authentication_has_login (fixture->authentication));
  expect (fixture, 200);
  g_assert_null (seen (fixture, 0, "Authorization"));

  fake_server_forget (fixture->server, "/x");
  fake_server_say (fixture->server, "/x", 401, "{}");
  expect_error (fixture, DIAPASON_NET_ERROR_LOGIN, "knows of none");
}

static void
test_header (Fixture *fixture, gconstpointer data)
{
  DiapasonAuthenticationPlan plan = {
    .kind = DIAPASON_AUTHENTICATION_HEADER,
    .header_name = (char *)"X-Api-Key",
    .header_template = (char *)"Token token=\"{token}\" {} {not closed",
  };
  const guint refused[] = { 403, 404, 500 };

  begin (fixture, &plan);
  g_assert_false (diapason_authentication_has_login (fixture->authentication));
  expect_error (fixture, DIAPASON_NET_ERROR_LOGIN, "no login");
  g_assert_cmpuint (fake_server_count (fixture->server, NULL), ==, 0);

  field (fixture, "token", "{canary}");
  g_assert_true (diapason_authentication_has_login (fixture->authentication));
  expect (fixture, 200);
  g_assert_cmpstr (seen (fixture, 0, "X-Api-Key"), ==, "Token token=\"{canary}\" {} {not closed");

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      fake_server_forget (fixture->server, "/x");
      fake_server_say (fixture->server, "/x", refused[i], "{}");
      expect (fixture, refused[i]);
    }

  fake_server_forget (fixture->server, "/x");
  fake_server_say (fixture->server, "/x", 401, "{}");
  expect_error (fixture, DIAPASON_NET_ERROR_LOGIN, "Sign in again");
  g_assert_cmpuint (fake_server_count (fixture->server, "/x"), ==, 5);

  field (fixture, "token", "canary\r\nX-Evil: 1");
  expect_error (fixture, DIAPASON_NET_ERROR_LOGIN, "line break");
  g_assert_cmpuint (fake_server_count (fixture->server, "/x"), ==, 5);

  diapason_authentication_set_login (fixture->authentication, NULL);
  expect_error (fixture, DIAPASON_NET_ERROR_LOGIN, "no login");
}

static void
test_basic (Fixture *fixture, gconstpointer data)
{
  DiapasonAuthenticationPlan plan = {
    .kind = DIAPASON_AUTHENTICATION_BASIC,
    .user_template = (char *)"{email}/token",
    .password_template = (char *)"{key}",
  };

  begin (fixture, &plan);
  field (fixture, "email", "a@desk.example");
  g_assert_false (diapason_authentication_has_login (fixture->authentication));
  field (fixture, "key", "é:1");
  expect (fixture, 200);
  /* "a@desk.example/token:é:1" */
  g_assert_cmpstr (seen (fixture, 0, "Authorization"), ==,
                   "Basic YUBkZXNrLmV4YW1wbGUvdG9rZW46w6k6MQ==");
}

static void
check_fields (const DiapasonAuthenticationPlan *plan, const char *wanted)
{
  g_autoptr (DiapasonAuthenticationPlan) copy = diapason_authentication_plan_copy (plan);
  g_auto (GStrv) fields = diapason_authentication_plan_fields (copy);
  g_autofree char *joined = g_strjoinv (" ", fields);

  g_assert_cmpstr (joined, ==, wanted);
}

static void
test_fields (void)
{
  DiapasonAuthenticationPlan plan = { .kind = DIAPASON_AUTHENTICATION_NONE };

  check_fields (&plan, "");
  plan.kind = DIAPASON_AUTHENTICATION_HEADER;
  plan.header_template = (char *)"{a} {b}{a} {}{ c}{d";
  check_fields (&plan, "a b");
  plan.kind = DIAPASON_AUTHENTICATION_BASIC;
  plan.user_template = (char *)"{user}";
  plan.password_template = (char *)"X";
  check_fields (&plan, "user");
  plan.kind = DIAPASON_AUTHENTICATION_OAUTH2;
  plan.grant = (char *)"client_credentials";
  check_fields (&plan, "client_id client_secret");
  plan.grant = (char *)"password";
  check_fields (&plan, "client_id client_secret user password");
}

/* A credential goes to the source's own origin only. */
static void
test_other_origin (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FakeServer) other = fake_server_new (NULL);
  GAsyncResult *result = NULL;

  begin_oauth (fixture, "client_credentials");
  fake_server_say (other, "/x", 401, "{}");
  start (fixture, other, NULL, &result);
  g_assert_cmpuint (finish (fixture, &result, NULL), ==, 401);
  g_assert_null (fake_request_header (fake_server_request (other, "/x", 0), "Authorization"));
  g_assert_cmpuint (fake_server_count (fixture->server, NULL), ==, 0);
}

static void
test_client_credentials (Fixture *fixture, gconstpointer data)
{
  begin_oauth (fixture, "client_credentials");
  fake_server_say (fixture->server, "/token", 200, TOKEN_1);
  expect (fixture, 200);
  expect (fixture, 200);

  g_assert_cmpuint (fake_server_count (fixture->server, "/token"), ==, 1);
  check_token_request (fixture, 0, "grant_type=client_credentials&scope=read+write");
  g_assert_null (
      strstr (fake_request_body (fake_server_request (fixture->server, "/token", 0)), "canary"));
  g_assert_cmpstr (seen (fixture, 0, "Authorization"), ==, "Bearer one");
  g_assert_cmpstr (seen (fixture, 1, "Authorization"), ==, "Bearer one");
}

static void
test_password_grant (Fixture *fixture, gconstpointer data)
{
  begin_oauth (fixture, "password");
  g_assert_false (diapason_authentication_has_login (fixture->authentication));
  field (fixture, "user", "anna");
  field (fixture, "password", "canary &2");
  fake_server_say (fixture->server, "/token", 200, TOKEN_1);
  expect (fixture, 200);
  check_token_request (fixture, 0, "grant_type=password&username=anna&password=canary+%262");
}

/* Renewed 30 s before its end, or a tenth before when that is shorter. */
static void
test_expiry (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *answer;
    gint64 good_for_ms;
  } cases[] = {
    { TOKEN_1, 3570 * 1000 },
    { "{\"access_token\":\"short\",\"expires_in\":100}", 90 * 1000 },
    { "{\"access_token\":\"text\",\"expires_in\":\"100\"}", 90 * 1000 },
  };

  begin_oauth (fixture, "client_credentials");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fake_server_forget (fixture->server, "/token");
      fake_server_say (fixture->server, "/token", 200, cases[i].answer);
      diapason_authentication_set_login (fixture->authentication, fixture->login);

      expect (fixture, 200);
      diapason_clock_advance (fixture->clock, cases[i].good_for_ms - 1);
      expect (fixture, 200);
      g_assert_cmpuint (fake_server_count (fixture->server, "/token"), ==, 2 * i + 1);
      diapason_clock_advance (fixture->clock, 1);
      expect (fixture, 200);
      g_assert_cmpuint (fake_server_count (fixture->server, "/token"), ==, 2 * i + 2);
    }
}

static void
test_no_expiry (Fixture *fixture, gconstpointer data)
{
  begin_oauth (fixture, "client_credentials");
  fake_server_say (fixture->server, "/token", 200, "{\"access_token\":\"one\"}");
  expect (fixture, 200);
  diapason_clock_advance (fixture->clock, G_GINT64_CONSTANT (86400000) * 365);
  expect (fixture, 200);
  g_assert_cmpuint (fake_server_count (fixture->server, "/token"), ==, 1);
}

/* One that is over when it comes is used once, not asked for for ever. */
static void
test_expired_at_birth (Fixture *fixture, gconstpointer data)
{
  begin_oauth (fixture, "client_credentials");
  fake_server_say (fixture->server, "/token", 200, "{\"access_token\":\"a\",\"expires_in\":0}");
  expect (fixture, 200);
  g_assert_cmpuint (fake_server_count (fixture->server, "/token"), ==, 1);
}

static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  begin_oauth (fixture, "client_credentials");
  fake_server_say (fixture->server, "/token", 200, TOKEN_1_R);
  fake_server_say (fixture->server, "/token", 200, TOKEN_2);
  expect (fixture, 200);
  diapason_clock_advance (fixture->clock, 3600 * 1000);
  expect (fixture, 200);
  check_token_request (fixture, 1, "grant_type=refresh_token&refresh_token=r1");
  g_assert_cmpstr (seen (fixture, 1, "Authorization"), ==, "Bearer two");

  /* The second answer brought no new one: the first stays good. */
  diapason_clock_advance (fixture->clock, 3600 * 1000);
  expect (fixture, 200);
  check_token_request (fixture, 2, "grant_type=refresh_token&refresh_token=r1");
}

static void
test_refresh_refused (Fixture *fixture, gconstpointer data)
{
  begin_oauth (fixture, "client_credentials");
  fake_server_say (fixture->server, "/token", 200, TOKEN_1_R);
  fake_server_say (fixture->server, "/token", 400, "{\"error\":\"invalid_grant\"}");
  fake_server_say (fixture->server, "/token", 200, TOKEN_2);
  expect (fixture, 200);
  diapason_clock_advance (fixture->clock, 3600 * 1000);
  expect (fixture, 200);
  check_token_request (fixture, 1, "grant_type=refresh_token");
  check_token_request (fixture, 2, "grant_type=client_credentials");
  g_assert_cmpstr (seen (fixture, 1, "Authorization"), ==, "Bearer two");
}

/* Refuses everything but the token it was told. */
static FakeAnswer *
only_bearer (const FakeRequest *request, gpointer wanted)
{
  gboolean right = g_strcmp0 (fake_request_header (request, "Authorization"), wanted) == 0;

  return fake_answer_new (right ? 200 : 401, "{}");
}

static void
test_revoked_token (Fixture *fixture, gconstpointer data)
{
  begin_oauth (fixture, "client_credentials");
  fake_server_say (fixture->server, "/token", 200, TOKEN_1);
  fake_server_say (fixture->server, "/token", 200, TOKEN_2);
  fake_server_handle (fixture->server, "/x", only_bearer, (gpointer) "Bearer two");
  expect (fixture, 200);
  g_assert_cmpuint (fake_server_count (fixture->server, "/token"), ==, 2);
  g_assert_cmpuint (fake_server_count (fixture->server, "/x"), ==, 2);
}

static void
test_refused_twice (Fixture *fixture, gconstpointer data)
{
  begin_oauth (fixture, "client_credentials");
  fake_server_say (fixture->server, "/token", 200, TOKEN_1);
  fake_server_handle (fixture->server, "/x", only_bearer, (gpointer) "nothing");
  expect_error (fixture, DIAPASON_NET_ERROR_LOGIN, "Sign in again");
  g_assert_cmpuint (fake_server_count (fixture->server, "/token"), ==, 2);
  g_assert_cmpuint (fake_server_count (fixture->server, "/x"), ==, 2);
}

/* Eight requests, no token: one is asked for. Eight requests, a revoked token: one more. */
static void
test_race (Fixture *fixture, gconstpointer data)
{
  GAsyncResult *results[8] = { NULL };

  begin_oauth (fixture, "client_credentials");
  fake_server_say (fixture->server, "/token", 200, TOKEN_1);
  fake_server_say (fixture->server, "/token", 200, TOKEN_2);
  fake_server_handle (fixture->server, "/x", only_bearer, (gpointer) "Bearer two");

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    start (fixture, fixture->server, NULL, &results[i]);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    g_assert_cmpuint (finish (fixture, &results[i], NULL), ==, 200);

  g_assert_cmpuint (fake_server_count (fixture->server, "/token"), ==, 2);
  g_assert_cmpuint (fake_server_count (fixture->server, "/x"), <=, 16);
}

static void
test_race_refused (Fixture *fixture, gconstpointer data)
{
  GAsyncResult *results[8] = { NULL };

  begin_oauth (fixture, "client_credentials");
  fake_server_say (fixture->server, "/token", 401, "{\"error\":\"invalid_client\"}");
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    start (fixture, fixture->server, NULL, &results[i]);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GError) error = NULL;

      finish (fixture, &results[i], &error);
      g_assert_error (error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_LOGIN);
    }
  g_assert_cmpuint (fake_server_count (fixture->server, "/token"), ==, 1);
  g_assert_cmpuint (fake_server_count (fixture->server, "/x"), ==, 0);
}

static void
test_token_answers (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint status;
    const char *body;
    DiapasonNetError code;
  } cases[] = {
    { 400, "{\"error\":\"invalid_grant\"}", DIAPASON_NET_ERROR_LOGIN },
    { 401, "", DIAPASON_NET_ERROR_LOGIN },
    { 403, "{}", DIAPASON_NET_ERROR_LOGIN },
    { 404, "{}", DIAPASON_NET_ERROR_PROTOCOL },
    { 429, "{}", DIAPASON_NET_ERROR_UNREACHABLE },
    { 503, "<html>", DIAPASON_NET_ERROR_UNREACHABLE },
    { 200, "<html>canary</html>", DIAPASON_NET_ERROR_PROTOCOL },
    { 200, "", DIAPASON_NET_ERROR_PROTOCOL },
    { 200, "{}", DIAPASON_NET_ERROR_PROTOCOL },
    { 200, "[]", DIAPASON_NET_ERROR_PROTOCOL },
    { 200, "{\"access_token\":\"\"}", DIAPASON_NET_ERROR_PROTOCOL },
    { 200, "{\"access_token\":7}", DIAPASON_NET_ERROR_PROTOCOL },
    { 200, "{\"access_token\":\"a\\r\\nb\"}", DIAPASON_NET_ERROR_PROTOCOL },
    { 200, "{\"access_token\":\"a\",\"token_type\":\"mac\"}", DIAPASON_NET_ERROR_PROTOCOL },
  };

  begin_oauth (fixture, "client_credentials");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fake_server_forget (fixture->server, "/token");
      fake_server_say (fixture->server, "/token", cases[i].status, cases[i].body);
      expect_error (fixture, cases[i].code, "http://127.0.0.1");
    }
  g_assert_cmpuint (fake_server_count (fixture->server, "/x"), ==, 0);

  fake_server_set_down (fixture->server, TRUE);
  expect_error (fixture, DIAPASON_NET_ERROR_UNREACHABLE, "refuses connections");
}

static FakeAnswer *
hang (void)
{
  FakeAnswer *answer = fake_answer_new (200, "{}");

  fake_answer_delay (answer, FAKE_FOR_EVER);
  return answer;
}

/* Who gives up while waiting for a token leaves the others waiting. */
static void
test_cancel_while_waiting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GAsyncResult *results[2] = { NULL };

  begin_oauth (fixture, "client_credentials");
  fake_server_push (fixture->server, "/token", hang ());
  start (fixture, fixture->server, cancellable, &results[0]);
  start (fixture, fixture->server, NULL, &results[1]);
  fake_server_await (fixture->server, "/token", 1);

  g_cancellable_cancel (cancellable);
  finish (fixture, &results[0], &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (results[1]);

  /* A new login asks anew, for whoever still waits. */
  fake_server_forget (fixture->server, "/token");
  fake_server_say (fixture->server, "/token", 200, TOKEN_1);
  diapason_authentication_set_login (fixture->authentication, fixture->login);
  g_assert_cmpuint (finish (fixture, &results[1], NULL), ==, 200);
  g_assert_cmpuint (fake_server_count (fixture->server, "/x"), ==, 1);
}

static void
test_login_taken_while_waiting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  begin_oauth (fixture, "client_credentials");
  fake_server_push (fixture->server, "/token", hang ());
  start (fixture, fixture->server, NULL, &result);
  fake_server_await (fixture->server, "/token", 1);

  diapason_authentication_set_login (fixture->authentication, NULL);
  finish (fixture, &result, &error);
  g_assert_error (error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_LOGIN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/net/authentication/" path, Fixture, NULL, set_up, func, tear_down)
  g_test_add_func ("/net/authentication/fields", test_fields);
  ADD ("none", test_none);
  ADD ("header", test_header);
  ADD ("basic", test_basic);
  ADD ("other-origin", test_other_origin);
  ADD ("client-credentials", test_client_credentials);
  ADD ("password-grant", test_password_grant);
  ADD ("expiry", test_expiry);
  ADD ("no-expiry", test_no_expiry);
  ADD ("expired-at-birth", test_expired_at_birth);
  ADD ("refresh", test_refresh);
  ADD ("refresh-refused", test_refresh_refused);
  ADD ("revoked-token", test_revoked_token);
  ADD ("refused-twice", test_refused_twice);
  ADD ("race", test_race);
  ADD ("race-refused", test_race_refused);
  ADD ("token-answers", test_token_answers);
  ADD ("cancel-while-waiting", test_cancel_while_waiting);
  ADD ("login-taken-while-waiting", test_login_taken_while_waiting);
  return g_test_run ();
}
