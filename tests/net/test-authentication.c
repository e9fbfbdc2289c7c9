/* test-authentication.c: a credential is put on as the plan says, and goes nowhere else. */
#include "guarded.h"

static void
test_none (Guarded *it, gconstpointer data)
{
  DiapasonAuthenticationPlan plan = { .kind = DIAPASON_AUTHENTICATION_NONE };

  guarded_begin (it, &plan);
  g_assert_true (diapason_authentication_has_login (it->authentication));
  guarded_expect (it, 200);
  g_assert_null (guarded_seen (it, 0, "Authorization"));

  fake_server_forget (it->server, "/x");
  fake_server_say (it->server, "/x", 401, "{}");
  guarded_expect_error (it, DIAPASON_NET_ERROR_LOGIN, "knows of none");
}

static void
test_header (Guarded *it, gconstpointer data)
{
  DiapasonAuthenticationPlan plan = {
    .kind = DIAPASON_AUTHENTICATION_HEADER,
    .header_name = (char *) "X-Api-Key",
    .header_template = (char *) "Token token=\"{token}\" {} {not closed",
  };
  const guint refused[] = { 403, 404, 500 };

  guarded_begin (it, &plan);
  g_assert_false (diapason_authentication_has_login (it->authentication));
  guarded_expect_error (it, DIAPASON_NET_ERROR_LOGIN, "no login");
  g_assert_cmpuint (fake_server_count (it->server, NULL), ==, 0);

  guarded_field (it, "token", "{canary}");
  g_assert_true (diapason_authentication_has_login (it->authentication));
  guarded_expect (it, 200);
  g_assert_cmpstr (guarded_seen (it, 0, "X-Api-Key"), ==,
                   "Token token=\"{canary}\" {} {not closed");

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      fake_server_forget (it->server, "/x");
      fake_server_say (it->server, "/x", refused[i], "{}");
      guarded_expect (it, refused[i]);
    }

  fake_server_forget (it->server, "/x");
  fake_server_say (it->server, "/x", 401, "{}");
  guarded_expect_error (it, DIAPASON_NET_ERROR_LOGIN, "Sign in again");
  g_assert_cmpuint (fake_server_count (it->server, "/x"), ==, 5);

  guarded_field (it, "token", "canary\r\nX-Evil: 1");
  guarded_expect_error (it, DIAPASON_NET_ERROR_LOGIN, "line break");
  g_assert_cmpuint (fake_server_count (it->server, "/x"), ==, 5);

  diapason_authentication_set_login (it->authentication, NULL);
  guarded_expect_error (it, DIAPASON_NET_ERROR_LOGIN, "no login");
}

static void
test_basic (Guarded *it, gconstpointer data)
{
  DiapasonAuthenticationPlan plan = {
    .kind = DIAPASON_AUTHENTICATION_BASIC,
    .user_template = (char *) "{email}/token",
    .password_template = (char *) "{key}",
  };

  guarded_begin (it, &plan);
  guarded_field (it, "email", "a@desk.example");
  g_assert_false (diapason_authentication_has_login (it->authentication));
  guarded_field (it, "key", "é:1");
  guarded_expect (it, 200);
  /* "a@desk.example/token:é:1" */
  g_assert_cmpstr (guarded_seen (it, 0, "Authorization"), ==,
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
  plan.header_template = (char *) "{a} {b}{a} {}{ c}{d";
  check_fields (&plan, "a b");
  plan.kind = DIAPASON_AUTHENTICATION_BASIC;
  plan.user_template = (char *) "{user}";
  plan.password_template = (char *) "X";
  check_fields (&plan, "user");
  plan.kind = DIAPASON_AUTHENTICATION_OAUTH2;
  plan.grant = (char *) "client_credentials";
  check_fields (&plan, "client_id client_secret");
  plan.grant = (char *) "password";
  check_fields (&plan, "client_id client_secret user password");
}

/* A credential goes to the source's own origin only. */
static void
test_other_origin (Guarded *it, gconstpointer data)
{
  g_autoptr (FakeServer) other = fake_server_new (NULL);
  GAsyncResult *result = NULL;

  guarded_begin_oauth (it, "client_credentials");
  fake_server_say (other, "/x", 401, "{}");
  guarded_start (it, other, NULL, &result);
  g_assert_cmpuint (guarded_finish (it, &result, NULL), ==, 401);
  g_assert_null (fake_request_header (fake_server_request (other, "/x", 0), "Authorization"));
  g_assert_cmpuint (fake_server_count (it->server, NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/net/authentication/" path, Guarded, NULL, guarded_set_up, func, guarded_tear_down)
  g_test_add_func ("/net/authentication/fields", test_fields);
  ADD ("none", test_none);
  ADD ("header", test_header);
  ADD ("basic", test_basic);
  ADD ("other-origin", test_other_origin);
  return g_test_run ();
}
