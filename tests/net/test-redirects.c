/* test-redirects.c: a redirect is followed for reads within one origin, and takes no secret
 * anywhere else. */
#include "await.h"
#include "exchange.h"
#include "fake-server.h"
#include "matrix.h"

typedef struct
{
  DiapasonSession *session;
  FakeServer *server;
  FakeServer *other;
  char *uri;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = diapason_session_new (NULL);
  fixture->server = fake_server_new (NULL);
  fixture->other = fake_server_new (NULL);
  fixture->uri = fake_server_uri (fixture->server, "/from");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* Nothing ever went there. */
  g_assert_cmpuint (fake_server_count (fixture->other, NULL), ==, 0);
  fake_server_free (fixture->server);
  fake_server_free (fixture->other);
  g_free (fixture->uri);
  await_quiet ();
  g_assert_finalize_object (fixture->session);
}

static void
push_redirect (Fixture *fixture, const char *path, guint status, const char *location)
{
  FakeAnswer *answer = fake_answer_new (status, "{\"moved\":true}");

  fake_answer_header (answer, "Location", location);
  fake_server_forget (fixture->server, path);
  fake_server_push (fixture->server, path, answer);
}

static void
test_followed (Fixture *fixture, gconstpointer data)
{
  static const guint statuses[] = { 301, 302, 303, 307, 308 };
  g_autofree char *absolute = fake_server_uri (fixture->server, "/to?a=b");

  fake_server_say (fixture->server, "/to", 200, "{}");
  for (guint i = 0; i < 2 * G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (DiapasonHttpRequest) request = exchange_request ("GET", fixture->uri);
      g_autoptr (DiapasonHttpResponse) response = NULL;
      const FakeRequest *seen;

      push_redirect (fixture, "/from", statuses[i / 2], i % 2 == 0 ? absolute : "to?a=b");
      response = exchange_send (fixture->session, request, NULL);
      exchange_check (response, 200, "{}");

      seen = fake_server_request (fixture->server, "/to", i);
      g_assert_cmpstr (fake_request_method (seen), ==, "GET");
      g_assert_cmpstr (fake_request_parameter (seen, "a"), ==, "b");
      g_assert_cmpstr (fake_request_header (seen, "X-Api-Key"), ==, "canary");
    }
}

static void
test_five_hops (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonHttpRequest) request = exchange_request ("GET", fixture->uri);
  g_autoptr (DiapasonHttpResponse) response = NULL;

  push_redirect (fixture, "/from", 302, "/1");
  push_redirect (fixture, "/1", 302, "/2");
  push_redirect (fixture, "/2", 302, "/3");
  push_redirect (fixture, "/3", 302, "/4");
  push_redirect (fixture, "/4", 302, "/5");
  fake_server_say (fixture->server, "/5", 200, "{}");
  response = exchange_send (fixture->session, request, NULL);
  exchange_check (response, 200, "{}");

  push_redirect (fixture, "/5", 302, "/6");
  fake_server_say (fixture->server, "/6", 200, "{}");
  exchange_refuse (fixture->session, "GET", fixture->uri, DIAPASON_NET_ERROR_REDIRECT,
                   "without an end");
}

static void
test_circle (Fixture *fixture, gconstpointer data)
{
  push_redirect (fixture, "/from", 302, "/from");
  exchange_refuse (fixture->session, "GET", fixture->uri, DIAPASON_NET_ERROR_REDIRECT,
                   "without an end");
  g_assert_cmpuint (fake_server_count (fixture->server, "/from"), ==, 6);
}

static void
refuse_to (Fixture *fixture, const char *method, const char *location, const char *says)
{
  push_redirect (fixture, "/from", 302, location);
  exchange_refuse (fixture->session, method, fixture->uri, DIAPASON_NET_ERROR_REDIRECT, says);
}

static void
test_other_places (Fixture *fixture, gconstpointer data)
{
  guint port = fake_server_port (fixture->server);
  g_autofree char *other = fake_server_uri (fixture->other, "/steal?key=canary");
  g_autofree char *other_origin = fake_server_uri (fixture->other, "");
  g_autofree char *localhost = g_strdup_printf ("http://localhost:%u/", port);
  g_autofree char *https = g_strdup_printf ("https://127.0.0.1:%u/", port);
  g_autofree char *user = g_strdup_printf ("http://a:canary@127.0.0.1:%u/", port);

  refuse_to (fixture, "GET", other, other_origin);
  refuse_to (fixture, "GET", "//other.example/x", "http://other.example");
  refuse_to (fixture, "GET", localhost, "http://localhost:");
  refuse_to (fixture, "GET", https, "https://127.0.0.1:");
  refuse_to (fixture, "GET", user, "no usable web address");
  refuse_to (fixture, "GET", "file:///etc/passwd", "no usable web address");
  refuse_to (fixture, "GET", "http://[", "no usable web address");
  matrix_ran ("N8", 7, "other places");
}

static void
test_writes_are_not_sent_on (Fixture *fixture, gconstpointer data)
{
  static const char *const methods[] = { "POST", "PUT", "PATCH", "DELETE" };
  static const guint statuses[] = { 301, 302, 303, 307, 308 };
  g_autofree char *other = fake_server_uri (fixture->other, "/steal");

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (statuses); j++)
        {
          push_redirect (fixture, "/from", statuses[j], "/to");
          exchange_refuse (fixture->session, methods[i], fixture->uri, DIAPASON_NET_ERROR_REDIRECT,
                           "written");
        }
      refuse_to (fixture, methods[i], other, "sends us on to");
    }

  g_assert_cmpuint (fake_server_count (fixture->server, "/to"), ==, 0);
  matrix_ran ("N8", G_N_ELEMENTS (methods) * (G_N_ELEMENTS (statuses) + 1), "writes sent on");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/net/redirects/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("followed", test_followed);
  ADD ("five-hops", test_five_hops);
  ADD ("circle", test_circle);
  ADD ("other-places", test_other_places);
  ADD ("writes-are-not-sent-on", test_writes_are_not_sent_on);
  return g_test_run ();
}
