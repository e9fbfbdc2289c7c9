/* test-failures.c: servers that cut, drip, hang or talk nonsense, and requests that are given up.
 */
#include "await.h"
#include "exchange.h"
#include "fake-server.h"
#include "matrix.h"
#include "raw-server.h"

#define HEAD "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"

typedef struct
{
  DiapasonSession *session;
  RawServer *server;
  char *uri;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = diapason_session_new (NULL);
  fixture->server = raw_server_new ();
  fixture->uri = raw_server_uri (fixture->server, "/x");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  raw_server_free (fixture->server);
  g_free (fixture->uri);
  await_quiet ();
  g_assert_finalize_object (fixture->session);
}

static void
answer (Fixture *fixture, const char *bytes, gssize length)
{
  raw_server_read (fixture->server);
  raw_server_say (fixture->server, bytes, length);
}

static void
refuse (Fixture *fixture, DiapasonNetError code, const char *says)
{
  exchange_refuse (fixture->session, "GET", fixture->uri, code, says);
}

static void
test_cut_before_the_answer (Fixture *fixture, gconstpointer data)
{
  raw_server_read (fixture->server);
  refuse (fixture, DIAPASON_NET_ERROR_UNREACHABLE, "was cut");
}

static void
test_cut_in_the_head (Fixture *fixture, gconstpointer data)
{
  /* libsoup cannot tell this from nonsense. */
  answer (fixture, HEAD "X-Half", -1);
  refuse (fixture, DIAPASON_NET_ERROR_PROTOCOL, "no service");
}

static void
test_cut_in_the_body (Fixture *fixture, gconstpointer data)
{
  answer (fixture, HEAD "Content-Length: 10\r\n\r\n{\"a\":", -1);
  refuse (fixture, DIAPASON_NET_ERROR_UNREACHABLE, "was cut");
}

static void
test_cut_in_a_chunk (Fixture *fixture, gconstpointer data)
{
  answer (fixture, HEAD "Transfer-Encoding: chunked\r\n\r\n10\r\n{\"a\":", -1);
  refuse (fixture, DIAPASON_NET_ERROR_UNREACHABLE, "was cut");
}

static void
test_nonsense (Fixture *fixture, gconstpointer data)
{
  answer (fixture, "SSH-2.0-OpenSSH_9.2\r\n\r\n\r\n\r\n", -1);
  refuse (fixture, DIAPASON_NET_ERROR_PROTOCOL, "no service");
}

static void
test_endless_head (Fixture *fixture, gconstpointer data)
{
  g_autofree char *line = g_strnfill (400000, 'x');
  g_autofree char *head = g_strconcat (HEAD "X-Long: ", line, "\r\n\r\n{}", NULL);

  /* libsoup gives up reading, and calls that cut. */
  answer (fixture, head, -1);
  refuse (fixture, DIAPASON_NET_ERROR_UNREACHABLE, "was cut");
}

static void
refuse_late (Fixture *fixture, const char *uri)
{
  g_autoptr (DiapasonHttpRequest) request = exchange_request ("GET", uri);
  g_autoptr (DiapasonHttpResponse) response = NULL;
  g_autoptr (GError) error = NULL;

  request->deadline_ms = 200;
  response = exchange_send (fixture->session, request, &error);
  g_assert_error (error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_TIMEOUT);
  g_assert_nonnull (strstr (error->message, "in time"));
}

static void
test_late_answer (Fixture *fixture, gconstpointer data)
{
  raw_server_read (fixture->server);
  raw_server_hang (fixture->server);
  refuse_late (fixture, fixture->uri);
  raw_server_await_hung_up (fixture->server, 1);
}

static void
test_late_body (Fixture *fixture, gconstpointer data)
{
  answer (fixture, HEAD "Content-Length: 10\r\n\r\n{\"a\":", -1);
  raw_server_hang (fixture->server);
  refuse_late (fixture, fixture->uri);
  raw_server_await_hung_up (fixture->server, 1);
}

static void
test_trickle (Fixture *fixture, gconstpointer data)
{
  g_autofree char *body = g_strnfill (10000, '0');

  answer (fixture, HEAD "Content-Length: 10000\r\n\r\n", -1);
  raw_server_drip (fixture->server, body, -1, 20);
  refuse_late (fixture, fixture->uri);
}

static void
test_late_handshake (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uri =
      g_strdup_printf ("https://127.0.0.1:%u/x", raw_server_port (fixture->server));

  raw_server_hang (fixture->server);
  refuse_late (fixture, uri);
  raw_server_await_hung_up (fixture->server, 1);
  matrix_ran ("N6", 1, "a handshake that does not end");
}

/* Sends, calls @until with the server, cancels, and wants the answer at once though the server
 * hangs. */
static void
cancel_when (Fixture *fixture, void (*until) (RawServer *server))
{
  g_autoptr (DiapasonHttpRequest) request = exchange_request ("GET", fixture->uri);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  diapason_session_send_async (fixture->session, request, cancellable, await_cb, &result);
  if (until != NULL)
    until (fixture->server);
  g_assert_null (result);

  g_cancellable_cancel (cancellable);
  await (&result);
  g_assert_null (diapason_session_send_finish (fixture->session, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  matrix_ran ("N6", 1, "a cancel while it is silent");
}

static void
until_asked (RawServer *server)
{
  raw_server_await (server, 1);
}

static void
until_in_the_body (RawServer *server)
{
  raw_server_await_hang (server, 1);
  await_quiet ();
}

static void
test_cancel_at_once (Fixture *fixture, gconstpointer data)
{
  raw_server_hang (fixture->server);
  cancel_when (fixture, NULL);
}

static void
test_cancel_before_the_answer (Fixture *fixture, gconstpointer data)
{
  raw_server_read (fixture->server);
  raw_server_hang (fixture->server);
  cancel_when (fixture, until_asked);
  raw_server_await_hung_up (fixture->server, 1);
}

static void
test_cancel_in_the_body (Fixture *fixture, gconstpointer data)
{
  answer (fixture, HEAD "Content-Length: 10\r\n\r\n{\"a\":", -1);
  raw_server_hang (fixture->server);
  cancel_when (fixture, until_in_the_body);
  raw_server_await_hung_up (fixture->server, 1);
}

/* The seventh request to a host waits for a connection; it too is given up at once. */
static void
test_cancel_in_the_queue (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonHttpRequest) request = exchange_request ("GET", fixture->uri);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *results[6] = { NULL };

  raw_server_read (fixture->server);
  raw_server_hang (fixture->server);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    diapason_session_send_async (fixture->session, request, cancellable, await_cb, &results[i]);
  raw_server_await (fixture->server, G_N_ELEMENTS (results));

  cancel_when (fixture, NULL);
  g_assert_cmpuint (raw_server_count (fixture->server), ==, G_N_ELEMENTS (results));

  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      await (&results[i]);
      g_object_unref (results[i]);
    }
  raw_server_await_hung_up (fixture->server, G_N_ELEMENTS (results));
}

/* A kept connection that drops under a request: a read is asked again, a write never silently. */
static void
drop_kept_connection (Fixture *fixture, const char *method)
{
  g_autoptr (DiapasonHttpRequest) first = exchange_request ("GET", fixture->uri);
  g_autoptr (DiapasonHttpRequest) second = exchange_request (method, fixture->uri);
  g_autoptr (DiapasonHttpResponse) response = NULL;
  g_autoptr (DiapasonHttpResponse) dropped = NULL;
  RawServer *server = fixture->server;

  answer (fixture, HEAD "Content-Length: 2\r\n\r\n{}", -1);
  raw_server_read (server);
  raw_server_next_connection (server);
  raw_server_read (server);

  response = exchange_send (fixture->session, first, NULL);
  exchange_check (response, 200, "{}");
  dropped = exchange_send (fixture->session, second, NULL);
  g_assert_null (dropped);
}

static void
test_read_is_asked_again (Fixture *fixture, gconstpointer data)
{
  drop_kept_connection (fixture, "GET");
  g_assert_cmpuint (raw_server_count (fixture->server), ==, 3);
  matrix_ran ("N4", 1, "a kept connection, of a read");
}

static void
test_write_is_sent_once (Fixture *fixture, gconstpointer data)
{
  drop_kept_connection (fixture, data);
  g_assert_cmpuint (raw_server_count (fixture->server), ==, 2);
  matrix_ran ("N4", 1, "a kept connection, of a write");
}

/* Before, in and after the answer on a connection of its own: a write was sent once, and what is
 * said of it is true. */
static void
drop (const char *method, const char *said, gboolean is_whole)
{
  g_autoptr (RawServer) server = raw_server_new ();
  g_autofree char *uri = raw_server_uri (server, "/x");
  g_autoptr (DiapasonHttpRequest) request = exchange_request (method, uri);
  g_autoptr (DiapasonHttpResponse) response = NULL;
  DiapasonSession *session = diapason_session_new (NULL);

  raw_server_read (server);
  raw_server_say (server, said, -1);
  response = exchange_send (session, request, NULL);
  g_assert_true ((response != NULL) == is_whole);
  g_assert_cmpuint (raw_server_count (server), ==, 1);
  g_clear_pointer (&response, diapason_http_response_unref);
  await_quiet ();
  g_assert_finalize_object (session);
}

static void
test_each_method (void)
{
  static const char *const methods[] = { "GET", "POST", "PUT", "PATCH", "DELETE" };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      drop (methods[i], "", FALSE);
      drop (methods[i], HEAD "X-Half", FALSE);
      drop (methods[i], HEAD "Content-Length: 10\r\n\r\n{\"a\":", FALSE);
      drop (methods[i], HEAD "Content-Length: 2\r\n\r\n{}", TRUE);
    }
  matrix_ran ("N4", 4 * G_N_ELEMENTS (methods), "lines dropped, by method");
}

/* The session may be let go of while it is busy: it lives as long as what it was asked. */
static void
test_let_go_of_while_busy (void)
{
  g_autoptr (RawServer) server = raw_server_new ();
  g_autofree char *uri = raw_server_uri (server, "/x");
  g_autoptr (DiapasonHttpRequest) request = exchange_request ("GET", uri);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  DiapasonSession *session = diapason_session_new (NULL);

  raw_server_read (server);
  raw_server_hang (server);
  diapason_session_send_async (session, request, cancellable, await_cb, &result);
  g_object_add_weak_pointer (G_OBJECT (session), (gpointer *) &session);
  g_object_unref (session);
  raw_server_await (server, 1);
  g_assert_nonnull (session);

  g_cancellable_cancel (cancellable);
  await (&result);
  g_clear_object (&result);
  raw_server_await_hung_up (server, 1);
  await_quiet ();
  g_assert_null (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func, data)                                                                      \
  g_test_add ("/net/failures/" path, Fixture, data, set_up, func, tear_down)
  ADD ("cut-before-the-answer", test_cut_before_the_answer, NULL);
  ADD ("cut-in-the-head", test_cut_in_the_head, NULL);
  ADD ("cut-in-the-body", test_cut_in_the_body, NULL);
  ADD ("cut-in-a-chunk", test_cut_in_a_chunk, NULL);
  ADD ("nonsense", test_nonsense, NULL);
  ADD ("endless-head", test_endless_head, NULL);
  ADD ("late-answer", test_late_answer, NULL);
  ADD ("late-body", test_late_body, NULL);
  ADD ("trickle", test_trickle, NULL);
  ADD ("late-handshake", test_late_handshake, NULL);
  ADD ("cancel-at-once", test_cancel_at_once, NULL);
  ADD ("cancel-before-the-answer", test_cancel_before_the_answer, NULL);
  ADD ("cancel-in-the-body", test_cancel_in_the_body, NULL);
  ADD ("cancel-in-the-queue", test_cancel_in_the_queue, NULL);
  ADD ("read-is-asked-again", test_read_is_asked_again, NULL);
  ADD ("put-is-sent-once", test_write_is_sent_once, "PUT");
  ADD ("delete-is-sent-once", test_write_is_sent_once, "DELETE");
  ADD ("post-is-sent-once", test_write_is_sent_once, "POST");
  g_test_add_func ("/net/failures/each-method", test_each_method);
  g_test_add_func ("/net/failures/let-go-of-while-busy", test_let_go_of_while_busy);
  return g_test_run ();
}
