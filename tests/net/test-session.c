/* test-session.c: requests and answers as they should be, and bodies that are too large. */
#include <gio/gio.h>

#include "await.h"
#include "exchange.h"
#include "fake-server.h"

typedef struct
{
  DiapasonSession *session;
  FakeServer *server;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = diapason_session_new (NULL);
  fixture->server = fake_server_new (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fake_server_free (fixture->server);
  await_quiet ();
  g_assert_finalize_object (fixture->session);
}

static DiapasonHttpRequest *
request_for (Fixture *fixture, const char *method, const char *path)
{
  g_autofree char *uri = fake_server_uri (fixture->server, path);

  return exchange_request (method, uri);
}

static void
test_get (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonHttpRequest) request = request_for (fixture, "GET", "/tickets");
  g_autoptr (DiapasonHttpResponse) response = NULL;
  g_autoptr (DiapasonHttpResponse) again = NULL;
  g_autoptr (GError) error = NULL;
  FakeAnswer *answer = fake_answer_new (200, "{\"items\":[]}");
  g_autoptr (GBytes) body = g_bytes_new_static ("ça va", 6);
  const FakeRequest *seen;

  fake_answer_bytes (answer, "Text/HTML; charset=utf-8", body);
  fake_answer_header (answer, "X-Twice", "one");
  fake_answer_header (answer, "X-Twice", "two");
  fake_server_push (fixture->server, "/tickets", answer);

  g_assert_true (diapason_http_request_add_header (request, "Accept", "application/json"));
  response = exchange_send (fixture->session, request, &error);
  g_assert_no_error (error);
  exchange_check (response, 200, "ça va");
  g_assert_cmpstr (diapason_http_response_get_content_type (response), ==, "text/html");
  g_assert_cmpstr (diapason_http_response_get_header (response, "x-TWICE"), ==, "one");
  g_assert_null (diapason_http_response_get_header (response, "X-Absent"));

  seen = fake_server_request (fixture->server, "/tickets", 0);
  g_assert_cmpstr (fake_request_method (seen), ==, "GET");
  g_assert_cmpstr (fake_request_parameter (seen, "key"), ==, "canary");
  g_assert_cmpstr (fake_request_header (seen, "X-Api-Key"), ==, "canary");
  g_assert_cmpstr (fake_request_header (seen, "Accept"), ==, "application/json");
  g_assert_cmpstr (fake_request_header (seen, "User-Agent"), ==, "Diapason/" DIAPASON_VERSION);
  g_assert_nonnull (strstr (fake_request_header (seen, "Accept-Encoding"), "gzip"));
  g_assert_null (fake_request_header (seen, "Cookie"));

  again = diapason_http_response_ref (response);
  g_assert_true (again == response);
}

static void
test_any_status_is_an_answer (Fixture *fixture, gconstpointer data)
{
  static const guint statuses[] = { 204, 302, 304, 401, 403, 404, 409, 412, 429, 500, 503 };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (DiapasonHttpRequest) request = request_for (fixture, "GET", "/status");
      g_autoptr (DiapasonHttpResponse) response = NULL;
      g_autoptr (GError) error = NULL;

      fake_server_forget (fixture->server, "/status");
      fake_server_say (fixture->server, "/status", statuses[i], NULL);
      response = exchange_send (fixture->session, request, &error);
      g_assert_no_error (error);
      exchange_check (response, statuses[i], "");
    }
}

static void
test_cookies_are_not_kept (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (DiapasonHttpRequest) request = request_for (fixture, "GET", "/cookie");
      g_autoptr (DiapasonHttpResponse) response = NULL;
      FakeAnswer *answer = fake_answer_new (200, "{}");

      fake_answer_header (answer, "Set-Cookie", "session=1; Path=/");
      fake_answer_header (answer, "Cache-Control", "max-age=3600");
      fake_server_push (fixture->server, "/cookie", answer);
      response = exchange_send (fixture->session, request, NULL);
      exchange_check (response, 200, "{}");
    }

  g_assert_cmpuint (fake_server_count (fixture->server, "/cookie"), ==, 2);
  g_assert_null (
      fake_request_header (fake_server_request (fixture->server, "/cookie", 1), "Cookie"));
}

static void
test_writes (Fixture *fixture, gconstpointer data)
{
  static const char *const methods[] = { "POST", "PUT", "PATCH", "DELETE" };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr (DiapasonHttpRequest) request = request_for (fixture, methods[i], "/notes");
      g_autoptr (DiapasonHttpResponse) response = NULL;
      g_autoptr (GError) error = NULL;
      const FakeRequest *seen;

      request->body = g_bytes_new_static ("{\"text\":1}", 10);
      request->content_type = g_strdup ("application/json");
      fake_server_say (fixture->server, "/notes", 201, "{}");
      response = exchange_send (fixture->session, request, &error);
      g_assert_no_error (error);
      exchange_check (response, 201, "{}");

      seen = fake_server_request (fixture->server, "/notes", i);
      g_assert_cmpstr (fake_request_method (seen), ==, methods[i]);
      g_assert_cmpstr (fake_request_body (seen), ==, "{\"text\":1}");
      g_assert_cmpstr (fake_request_header (seen, "Content-Type"), ==, "application/json");
    }
}

static void
test_request_is_a_value (void)
{
  g_autoptr (DiapasonHttpRequest) request = diapason_http_request_new ("PUT", "https://a.example/");
  g_autoptr (DiapasonHttpRequest) copy = NULL;

  g_assert_true (diapason_http_request_add_header (request, "If-Match", "\"1\""));
  g_assert_true (diapason_http_request_add_header (request, "X-Key", "a"));
  g_assert_true (diapason_http_request_add_header (request, "if-match", "\"2\""));
  g_assert_false (diapason_http_request_add_header (request, "X-Evil", "a\r\nX-More: b"));
  g_assert_false (diapason_http_request_add_header (request, "X-Evil", "a\n"));
  g_assert_false (diapason_http_request_add_header (request, "X Evil", "a"));
  g_assert_false (diapason_http_request_add_header (request, "X-Evil: a\r\nX", "a"));
  g_assert_false (diapason_http_request_add_header (request, "", "a"));
  request->body = g_bytes_new_static ("x", 1);
  request->content_type = g_strdup ("text/plain");
  request->body_cap = 5;
  request->deadline_ms = 6;

  copy = diapason_http_request_copy (request);
  g_clear_pointer (&request, diapason_http_request_free);

  g_assert_cmpstr (copy->method, ==, "PUT");
  g_assert_cmpstr (copy->uri, ==, "https://a.example/");
  g_assert_cmpuint (copy->headers->len, ==, 4);
  g_assert_cmpstr (copy->headers->pdata[0], ==, "If-Match");
  g_assert_cmpstr (copy->headers->pdata[1], ==, "\"2\"");
  g_assert_cmpstr (copy->headers->pdata[3], ==, "a");
  g_assert_cmpuint (g_bytes_get_size (copy->body), ==, 1);
  g_assert_cmpstr (copy->content_type, ==, "text/plain");
  g_assert_cmpuint (copy->body_cap, ==, 5);
  g_assert_cmpint (copy->deadline_ms, ==, 6);
}

static GBytes *
gzip_of_zeros (gsize length)
{
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (gzip));
  g_autofree char *zeros = g_malloc (length);

  memset (zeros, '0', length);
  g_assert_true (g_output_stream_write_all (stream, zeros, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
push_zeros (Fixture *fixture, const char *path, gsize length, gboolean gzipped)
{
  FakeAnswer *answer = fake_answer_new (200, NULL);
  g_autofree char *zeros = g_strnfill (length, '0');
  g_autoptr (GBytes) bytes = gzipped ? gzip_of_zeros (length) : g_bytes_new (zeros, length);

  if (gzipped)
    fake_answer_header (answer, "Content-Encoding", "gzip");
  fake_answer_bytes (answer, "application/json", bytes);
  fake_server_push (fixture->server, path, answer);
}

static void
check_cap (Fixture *fixture, const char *path, gsize cap, gboolean fits)
{
  g_autoptr (DiapasonHttpRequest) request = request_for (fixture, "GET", path);
  g_autoptr (DiapasonHttpResponse) response = NULL;
  g_autoptr (GError) error = NULL;

  request->body_cap = cap;
  response = exchange_send (fixture->session, request, &error);
  if (fits)
    {
      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (diapason_http_response_get_body (response)), ==, cap);
    }
  else
    {
      g_assert_error (error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_TOO_LARGE);
    }
}

static void
test_cap (Fixture *fixture, gconstpointer data)
{
  push_zeros (fixture, "/plain", 100000, FALSE);
  push_zeros (fixture, "/gzip", 100000, TRUE);

  check_cap (fixture, "/plain", 100000, TRUE);
  check_cap (fixture, "/plain", 99999, FALSE);
  check_cap (fixture, "/gzip", 100000, TRUE);
  check_cap (fixture, "/gzip", 99999, FALSE);
}

static void
test_bomb (Fixture *fixture, gconstpointer data)
{
  push_zeros (fixture, "/bomb", DIAPASON_HTTP_BODY_CAP + 1, TRUE);
  check_cap (fixture, "/bomb", 0, FALSE);
}

static void
test_plain_http_stays_here (Fixture *fixture, gconstpointer data)
{
  exchange_refuse (fixture->session, "GET", "http://desk.example/", DIAPASON_NET_ERROR_ADDRESS,
                   "https://");
}

static void
test_down_and_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uri = fake_server_uri (fixture->server, "/x");
  g_autoptr (DiapasonHttpRequest) request = exchange_request ("GET", uri);
  g_autoptr (DiapasonHttpResponse) before = NULL;
  g_autoptr (DiapasonHttpResponse) after = NULL;

  fake_server_say (fixture->server, "/x", 200, "{}");
  before = exchange_send (fixture->session, request, NULL);
  exchange_check (before, 200, "{}");

  fake_server_set_down (fixture->server, TRUE);
  exchange_refuse (fixture->session, "GET", uri, DIAPASON_NET_ERROR_UNREACHABLE,
                   "refuses connections");

  fake_server_set_down (fixture->server, FALSE);
  after = exchange_send (fixture->session, request, NULL);
  exchange_check (after, 200, "{}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/net/session/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("get", test_get);
  ADD ("any-status-is-an-answer", test_any_status_is_an_answer);
  ADD ("cookies-are-not-kept", test_cookies_are_not_kept);
  ADD ("writes", test_writes);
  ADD ("cap", test_cap);
  ADD ("bomb", test_bomb);
  ADD ("plain-http-stays-here", test_plain_http_stays_here);
  ADD ("down-and-up", test_down_and_up);
  g_test_add_func ("/net/session/request-is-a-value", test_request_is_a_value);
  return g_test_run ();
}
