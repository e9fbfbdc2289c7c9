/* test-tokens.c: a token is had once for all who want it, renewed in time, and asked for anew when
 * refused. */
#include "await.h"
#include "guarded.h"
#include "matrix.h"

#define TOKEN_1   "{\"access_token\":\"one\",\"token_type\":\"bearer\",\"expires_in\":3600}"
#define TOKEN_2   "{\"access_token\":\"two\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
#define TOKEN_1_R "{\"access_token\":\"one\",\"expires_in\":3600,\"refresh_token\":\"r1\"}"

static void
check_token_request (Guarded *it, guint index, const char *body)
{
  g_auto (GStrv) parts = g_strsplit (body, "&", -1);
  const FakeRequest *request = fake_server_request (it->server, "/token", index);

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
test_client_credentials (Guarded *it, gconstpointer data)
{
  guarded_begin_oauth (it, "client_credentials");
  fake_server_say (it->server, "/token", 200, TOKEN_1);
  guarded_expect (it, 200);
  guarded_expect (it, 200);

  g_assert_cmpuint (fake_server_count (it->server, "/token"), ==, 1);
  check_token_request (it, 0, "grant_type=client_credentials&scope=read+write");
  g_assert_null (
      strstr (fake_request_body (fake_server_request (it->server, "/token", 0)), "canary"));
  g_assert_cmpstr (guarded_seen (it, 0, "Authorization"), ==, "Bearer one");
  g_assert_cmpstr (guarded_seen (it, 1, "Authorization"), ==, "Bearer one");
}

static void
test_password_grant (Guarded *it, gconstpointer data)
{
  guarded_begin_oauth (it, "password");
  g_assert_false (diapason_authentication_has_login (it->authentication));
  guarded_field (it, "user", "anna");
  guarded_field (it, "password", "canary &2");
  fake_server_say (it->server, "/token", 200, TOKEN_1);
  guarded_expect (it, 200);
  check_token_request (it, 0, "grant_type=password&username=anna&password=canary+%262");
}

/* Renewed 30 s before its end, or a tenth before when that is shorter. */
static void
test_expiry (Guarded *it, gconstpointer data)
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

  guarded_begin_oauth (it, "client_credentials");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fake_server_forget (it->server, "/token");
      fake_server_say (it->server, "/token", 200, cases[i].answer);
      diapason_authentication_set_login (it->authentication, it->login);

      guarded_expect (it, 200);
      diapason_clock_advance (it->clock, cases[i].good_for_ms - 1);
      guarded_expect (it, 200);
      g_assert_cmpuint (fake_server_count (it->server, "/token"), ==, 2 * i + 1);
      diapason_clock_advance (it->clock, 1);
      guarded_expect (it, 200);
      g_assert_cmpuint (fake_server_count (it->server, "/token"), ==, 2 * i + 2);
    }
}

static void
test_no_expiry (Guarded *it, gconstpointer data)
{
  guarded_begin_oauth (it, "client_credentials");
  fake_server_say (it->server, "/token", 200, "{\"access_token\":\"one\"}");
  guarded_expect (it, 200);
  diapason_clock_advance (it->clock, G_GINT64_CONSTANT (86400000) * 365);
  guarded_expect (it, 200);
  g_assert_cmpuint (fake_server_count (it->server, "/token"), ==, 1);
}

/* One that is over when it comes is used once, not asked for for ever. */
static void
test_expired_at_birth (Guarded *it, gconstpointer data)
{
  guarded_begin_oauth (it, "client_credentials");
  fake_server_say (it->server, "/token", 200, "{\"access_token\":\"a\",\"expires_in\":0}");
  guarded_expect (it, 200);
  g_assert_cmpuint (fake_server_count (it->server, "/token"), ==, 1);
}

static void
test_refresh (Guarded *it, gconstpointer data)
{
  guarded_begin_oauth (it, "client_credentials");
  fake_server_say (it->server, "/token", 200, TOKEN_1_R);
  fake_server_say (it->server, "/token", 200, TOKEN_2);
  guarded_expect (it, 200);
  diapason_clock_advance (it->clock, 3600 * 1000);
  guarded_expect (it, 200);
  check_token_request (it, 1, "grant_type=refresh_token&refresh_token=r1");
  g_assert_cmpstr (guarded_seen (it, 1, "Authorization"), ==, "Bearer two");

  /* The second answer brought no new one: the first stays good. */
  diapason_clock_advance (it->clock, 3600 * 1000);
  guarded_expect (it, 200);
  check_token_request (it, 2, "grant_type=refresh_token&refresh_token=r1");
}

static void
test_refresh_refused (Guarded *it, gconstpointer data)
{
  guarded_begin_oauth (it, "client_credentials");
  fake_server_say (it->server, "/token", 200, TOKEN_1_R);
  fake_server_say (it->server, "/token", 400, "{\"error\":\"invalid_grant\"}");
  fake_server_say (it->server, "/token", 200, TOKEN_2);
  guarded_expect (it, 200);
  diapason_clock_advance (it->clock, 3600 * 1000);
  guarded_expect (it, 200);
  check_token_request (it, 1, "grant_type=refresh_token");
  check_token_request (it, 2, "grant_type=client_credentials");
  g_assert_cmpstr (guarded_seen (it, 1, "Authorization"), ==, "Bearer two");
}

/* Refuses everything but the token it was told. */
static FakeAnswer *
only_bearer (const FakeRequest *request, gpointer wanted)
{
  gboolean right = g_strcmp0 (fake_request_header (request, "Authorization"), wanted) == 0;

  return fake_answer_new (right ? 200 : 401, "{}");
}

static void
test_revoked_token (Guarded *it, gconstpointer data)
{
  guarded_begin_oauth (it, "client_credentials");
  fake_server_say (it->server, "/token", 200, TOKEN_1);
  fake_server_say (it->server, "/token", 200, TOKEN_2);
  fake_server_handle (it->server, "/x", only_bearer, (gpointer) "Bearer two");
  guarded_expect (it, 200);
  g_assert_cmpuint (fake_server_count (it->server, "/token"), ==, 2);
  g_assert_cmpuint (fake_server_count (it->server, "/x"), ==, 2);
}

static void
test_refused_twice (Guarded *it, gconstpointer data)
{
  guarded_begin_oauth (it, "client_credentials");
  fake_server_say (it->server, "/token", 200, TOKEN_1);
  fake_server_handle (it->server, "/x", only_bearer, (gpointer) "nothing");
  guarded_expect_error (it, DIAPASON_NET_ERROR_LOGIN, "Sign in again");
  g_assert_cmpuint (fake_server_count (it->server, "/token"), ==, 2);
  g_assert_cmpuint (fake_server_count (it->server, "/x"), ==, 2);
}

/* Eight requests, no token: one is asked for. Eight requests, a revoked token: one more. */
static void
test_race (Guarded *it, gconstpointer data)
{
  GAsyncResult *results[8] = { NULL };

  guarded_begin_oauth (it, "client_credentials");
  fake_server_say (it->server, "/token", 200, TOKEN_1);
  fake_server_say (it->server, "/token", 200, TOKEN_2);
  fake_server_handle (it->server, "/x", only_bearer, (gpointer) "Bearer two");

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    guarded_start (it, it->server, NULL, &results[i]);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    g_assert_cmpuint (guarded_finish (it, &results[i], NULL), ==, 200);

  g_assert_cmpuint (fake_server_count (it->server, "/token"), ==, 2);
  g_assert_cmpuint (fake_server_count (it->server, "/x"), <=, 16);
  matrix_ran ("N3", 8, "requests with a token that was revoked");
}

/* Eight requests with a token that has run out: one refresh, and each goes once. */
static void
test_race_by_refresh (Guarded *it, gconstpointer data)
{
  GAsyncResult *results[8] = { NULL };

  guarded_begin_oauth (it, "client_credentials");
  fake_server_say (it->server, "/token", 200, TOKEN_1_R);
  fake_server_say (it->server, "/token", 200, TOKEN_2);
  guarded_expect (it, 200);
  diapason_clock_advance (it->clock, 3600 * 1000);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    guarded_start (it, it->server, NULL, &results[i]);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    g_assert_cmpuint (guarded_finish (it, &results[i], NULL), ==, 200);

  g_assert_cmpuint (fake_server_count (it->server, "/token"), ==, 2);
  check_token_request (it, 1, "grant_type=refresh_token&refresh_token=r1");
  g_assert_cmpuint (fake_server_count (it->server, "/x"), ==, 9);
  g_assert_cmpstr (guarded_seen (it, 8, "Authorization"), ==, "Bearer two");
  matrix_ran ("N3", 8, "requests that wait for a refresh");
}

/* A clock that was set makes no token last longer than the server wants, nor asks for one again and
 * again. */
static void
test_clock_set (Guarded *it, gconstpointer data)
{
  static const gint64 years[] = { 10, -20, 10 };

  guarded_begin_oauth (it, "client_credentials");
  fake_server_say (it->server, "/token", 200, TOKEN_1);
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      guint before = fake_server_count (it->server, "/token");

      diapason_clock_set (it->clock, diapason_clock_now (it->clock) +
                                         years[i] * 365 * G_GINT64_CONSTANT (86400000));
      guarded_expect (it, 200);
      guarded_expect (it, 200);
      g_assert_cmpuint (fake_server_count (it->server, "/token") - before, <=, 1);
    }
  fake_server_forget (it->server, "/token");
  fake_server_say (it->server, "/token", 200, TOKEN_2);
  fake_server_handle (it->server, "/x", only_bearer, (gpointer) "Bearer two");
  guarded_expect (it, 200);
  matrix_ran ("N12", G_N_ELEMENTS (years), "jumps of the clock beside a token");
}

static void
test_race_refused (Guarded *it, gconstpointer data)
{
  GAsyncResult *results[8] = { NULL };

  guarded_begin_oauth (it, "client_credentials");
  fake_server_say (it->server, "/token", 401, "{\"error\":\"invalid_client\"}");
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    guarded_start (it, it->server, NULL, &results[i]);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GError) error = NULL;

      guarded_finish (it, &results[i], &error);
      g_assert_error (error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_LOGIN);
    }
  g_assert_cmpuint (fake_server_count (it->server, "/token"), ==, 1);
  g_assert_cmpuint (fake_server_count (it->server, "/x"), ==, 0);
  matrix_ran ("N3", 8, "requests whose login is refused");
}

static void
test_token_answers (Guarded *it, gconstpointer data)
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

  guarded_begin_oauth (it, "client_credentials");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fake_server_forget (it->server, "/token");
      fake_server_say (it->server, "/token", cases[i].status, cases[i].body);
      guarded_expect_error (it, cases[i].code, "http://127.0.0.1");
    }
  g_assert_cmpuint (fake_server_count (it->server, "/x"), ==, 0);

  fake_server_set_down (it->server, TRUE);
  guarded_expect_error (it, DIAPASON_NET_ERROR_UNREACHABLE, "refuses connections");
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
test_cancel_while_waiting (Guarded *it, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GAsyncResult *results[2] = { NULL };

  guarded_begin_oauth (it, "client_credentials");
  fake_server_push (it->server, "/token", hang ());
  guarded_start (it, it->server, cancellable, &results[0]);
  guarded_start (it, it->server, NULL, &results[1]);
  fake_server_await (it->server, "/token", 1);

  g_cancellable_cancel (cancellable);
  guarded_finish (it, &results[0], &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (results[1]);

  /* A new login asks anew, for whoever still waits. */
  fake_server_forget (it->server, "/token");
  fake_server_say (it->server, "/token", 200, TOKEN_1);
  diapason_authentication_set_login (it->authentication, it->login);
  g_assert_cmpuint (guarded_finish (it, &results[1], NULL), ==, 200);
  g_assert_cmpuint (fake_server_count (it->server, "/x"), ==, 1);
}

static void
test_login_taken_while_waiting (Guarded *it, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  guarded_begin_oauth (it, "client_credentials");
  fake_server_push (it->server, "/token", hang ());
  guarded_start (it, it->server, NULL, &result);
  fake_server_await (it->server, "/token", 1);

  diapason_authentication_set_login (it->authentication, NULL);
  guarded_finish (it, &result, &error);
  g_assert_error (error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_LOGIN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/net/tokens/" path, Guarded, NULL, guarded_set_up, func, guarded_tear_down)
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
  ADD ("race-by-refresh", test_race_by_refresh);
  ADD ("clock-set", test_clock_set);
  ADD ("race-refused", test_race_refused);
  ADD ("token-answers", test_token_answers);
  ADD ("cancel-while-waiting", test_cancel_while_waiting);
  ADD ("login-taken-while-waiting", test_login_taken_while_waiting);
  return g_test_run ();
}
