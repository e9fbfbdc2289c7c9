/* guarded.c: a source that wants to know who asks. */
#include "guarded.h"

#include "await.h"

void
guarded_set_up (Guarded *it, gconstpointer data)
{
  it->session = diapason_session_new (NULL);
  it->clock = diapason_clock_new_at (G_GINT64_CONSTANT (1700000000000));
  it->server = fake_server_new (NULL);
  it->login = g_hash_table_new (g_str_hash, g_str_equal);
  fake_server_say (it->server, "/x", 200, "{}");
}

void
guarded_tear_down (Guarded *it, gconstpointer data)
{
  fake_server_free (it->server);
  await_quiet ();
  g_hash_table_unref (it->login);
  g_assert_finalize_object (it->authentication);
  g_assert_finalize_object (it->clock);
  g_assert_finalize_object (it->session);
}

void
guarded_begin (Guarded *it, const DiapasonAuthenticationPlan *plan)
{
  g_autofree char *base = fake_server_uri (it->server, "/api/");

  it->authentication = diapason_authentication_new (it->session, it->clock, plan, base);
}

void
guarded_field (Guarded *it, const char *name, const char *secret)
{
  g_hash_table_insert (it->login, (gpointer) name, (gpointer) secret);
  diapason_authentication_set_login (it->authentication, it->login);
}

void
guarded_begin_oauth (Guarded *it, const char *grant)
{
  g_autofree char *uri = fake_server_uri (it->server, "/token");
  DiapasonAuthenticationPlan plan = { .kind = DIAPASON_AUTHENTICATION_OAUTH2 };

  plan.token_uri = uri;
  plan.grant = (char *) grant;
  plan.scope = (char *) "read write";
  guarded_begin (it, &plan);
  guarded_field (it, "client_id", "desk one");
  guarded_field (it, "client_secret", "canary:1");
}

void
guarded_start (Guarded *it, FakeServer *server, GCancellable *cancellable, GAsyncResult **result)
{
  g_autofree char *uri = fake_server_uri (server, "/x");
  g_autoptr (DiapasonHttpRequest) request = diapason_http_request_new ("GET", uri);

  diapason_authentication_send_async (it->authentication, request, cancellable, await_cb, result);
}

guint
guarded_finish (Guarded *it, GAsyncResult **result, GError **error)
{
  g_autoptr (DiapasonHttpResponse) response = NULL;
  GError *failure = NULL;

  await (result);
  response = diapason_authentication_send_finish (it->authentication, *result, &failure);
  g_clear_object (result);
  if (response != NULL)
    return diapason_http_response_get_status (response);

  g_test_message ("%s", failure->message);
  g_assert_null (strstr (failure->message, "canary"));
  g_propagate_error (error, failure);
  return 0;
}

void
guarded_expect (Guarded *it, guint status)
{
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  guarded_start (it, it->server, NULL, &result);
  g_assert_cmpuint (guarded_finish (it, &result, &error), ==, status);
  g_assert_no_error (error);
}

void
guarded_expect_error (Guarded *it, DiapasonNetError code, const char *says)
{
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  guarded_start (it, it->server, NULL, &result);
  g_assert_cmpuint (guarded_finish (it, &result, &error), ==, 0);
  g_assert_error (error, DIAPASON_NET_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, says));
}

const char *
guarded_seen (Guarded *it, guint index, const char *header)
{
  return fake_request_header (fake_server_request (it->server, "/x", index), header);
}
