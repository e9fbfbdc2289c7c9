/* test-hub-manners.c: what holds for every address: writes done once, limits, hostile requests, a
 * failing database, a file that is no company, a port that is taken. */
#include "hub-fixture.h"
#include "hub-limiter.h"

#include <glib/gstdio.h>

#define N_AT_ONCE 20
#define PROMISES  "/crm/v1/promises"
#define PROMISE                                                                                    \
  "{\"id\":\"5e0a3c1e-8f0b-4f7c-9d1e-0a1b2c3d4e5f\",\"customer_id\":\"C0000042\","                 \
  "\"text\":\"Call back\",\"due_at\":\"2026-03-05T16:00:00Z\"}"
#define OTHER                                                                                      \
  "{\"id\":\"6f1b4d2f-9a1c-4b8d-8e2f-1b2c3d4e5f60\",\"customer_id\":\"C0000042\","                 \
  "\"text\":\"Write\",\"due_at\":\"2026-03-05T16:00:00Z\"}"

static gboolean quiet;

static HubAnswer *
promise (HubFixture *fixture, const char *token, const char *key, const char *body)
{
  return hub_ask (fixture, .method = "POST", .path = PROMISES, .token = token, .key = key,
                  .body = body);
}

static void
assert_sql (HubFixture *fixture, const char *sql, const char *expected)
{
  g_autofree char *rows = hub_fixture_sql (fixture, sql);

  g_assert_cmpstr (rows, ==, expected);
}

static const char *
header (HubAnswer *answer, const char *name)
{
  return soup_message_headers_get_one (answer->headers, name);
}

static void
assert_replayed (HubAnswer *first, HubAnswer *again)
{
  g_assert_cmpuint (again->status, ==, first->status);
  g_assert_cmpstr (again->text, ==, first->text);
  g_assert_cmpstr (header (again, "ETag"), ==, header (first, "ETag"));
  g_assert_cmpstr (header (again, "Idempotency-Replayed"), ==, "true");
  g_assert_null (header (first, "Idempotency-Replayed"));
}

static void
test_same_key (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (HubAnswer) first = promise (fixture, "crm-anouk", "one", PROMISE);
  g_autoptr (HubAnswer) changed =
      hub_ask (fixture, .method = "PATCH", .path = PROMISES "/5e0a3c1e-8f0b-4f7c-9d1e-0a1b2c3d4e5f",
               .token = "crm-anouk", .match = "\"1\"", .body = "{\"state\":\"kept\"}");
  g_autoptr (HubAnswer) again = promise (fixture, "crm-anouk", "one", PROMISE);
  g_autoptr (HubAnswer) other = promise (fixture, "crm-anouk", "one", OTHER);
  g_autoptr (HubAnswer) colleague = promise (fixture, "crm-bastien", "one", OTHER);

  g_assert_cmpuint (first->status, ==, 201);
  g_assert_cmpuint (changed->status, ==, 200);
  assert_replayed (first, again);
  hub_assert_refused (other, 422, "key_reused");
  g_assert_cmpuint (colleague->status, ==, 201);
  assert_sql (fixture, "SELECT count (*) FROM promise", "4\n");
}

/* Its answer was lost; the revision it names is stale by now, and its own doing. */
static void
test_same_key_with_match (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  const HubRequest request = { .method = "DELETE",
                               .path = "/crm/v1/contact-points/P0000042-2",
                               .token = "crm-anouk",
                               .key = "one",
                               .match = "\"1\"" };
  g_autoptr (HubAnswer) first = hub_fixture_ask (fixture, &request);
  g_autoptr (HubAnswer) again = hub_fixture_ask (fixture, &request);

  g_assert_cmpuint (first->status, ==, 204);
  assert_replayed (first, again);
  assert_sql (fixture, "SELECT deleted, revision FROM contact_point WHERE id = 'P0000042-2'",
              "1|2\n");
}

/* What was refused may be tried again with the same key and be answered otherwise. */
static void
test_refusal_is_not_kept (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  hub_fixture_run (fixture, "UPDATE customer SET deleted = 1 WHERE id = 'C0000042'");
  g_autoptr (HubAnswer) refused = promise (fixture, "crm-anouk", "one", PROMISE);
  hub_fixture_run (fixture, "UPDATE customer SET deleted = 0 WHERE id = 'C0000042'");
  g_autoptr (HubAnswer) made = promise (fixture, "crm-anouk", "one", PROMISE);

  g_assert_cmpuint (refused->status, ==, 400);
  g_assert_cmpuint (made->status, ==, 201);
}

static void
test_bad_keys (void)
{
  g_autofree char *longest = g_strnfill (128, 'k');
  g_autofree char *too_long = g_strnfill (129, 'k');
  const char *const wrong[] = { "", "two words", "cl\xc3\xa9", too_long };
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (HubAnswer) missing = promise (fixture, "crm-anouk", NULL, PROMISE);
  g_autoptr (HubAnswer) just = promise (fixture, "crm-anouk", longest, PROMISE);

  hub_assert_refused (missing, 400, "key_required");
  g_assert_cmpuint (just->status, ==, 201);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (HubAnswer) answer = promise (fixture, "crm-anouk", wrong[i], OTHER);

      hub_assert_refused (answer, 400, "invalid_key");
    }
}

static void
test_same_key_at_once (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  HubRequest requests[N_AT_ONCE] = { 0 };
  guint n_first = 0;

  for (int i = 0; i < N_AT_ONCE; i++)
    requests[i] = (HubRequest){
      .method = "POST", .path = PROMISES, .token = "crm-anouk", .key = "one", .body = PROMISE
    };
  g_autoptr (GPtrArray) answers = hub_fixture_ask_all (fixture, requests, N_AT_ONCE);
  for (int i = 0; i < N_AT_ONCE; i++)
    {
      HubAnswer *answer = g_ptr_array_index (answers, i);
      HubAnswer *first = g_ptr_array_index (answers, 0);

      g_assert_cmpuint (answer->status, ==, 201);
      g_assert_cmpstr (answer->text, ==, first->text);
      n_first += header (answer, "Idempotency-Replayed") == NULL;
    }
  g_assert_cmpuint (n_first, ==, 1);
  assert_sql (fixture, "SELECT count (*) FROM promise", "3\n");
  assert_sql (fixture, "SELECT value FROM meta WHERE key = 'seq'", "61\n");
}

/* Limits */

static void
test_minute (void)
{
  g_autoptr (DiapasonHubLimiter) limiter = diapason_hub_limiter_new ();
  const gint64 second = G_TIME_SPAN_SECOND;

  g_assert_cmpuint (diapason_hub_limiter_count (limiter, "a", 2, 0), ==, 0);
  g_assert_cmpuint (diapason_hub_limiter_count (limiter, "a", 2, 10 * second), ==, 0);
  g_assert_cmpuint (diapason_hub_limiter_count (limiter, "a", 2, 20 * second), ==, 40);
  g_assert_cmpuint (diapason_hub_limiter_count (limiter, "a", 2, 60 * second - 1), ==, 1);
  g_assert_cmpuint (diapason_hub_limiter_count (limiter, "b", 2, 20 * second), ==, 0);
  g_assert_cmpuint (diapason_hub_limiter_count (limiter, "a", 2, 60 * second), ==, 0);
  g_assert_cmpuint (diapason_hub_limiter_count (limiter, "a", 0, 60 * second), ==, 0);
}

static void
test_limit (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (3, 300);
  g_autofree char *platform = hub_fixture_sign_in (fixture, "anouk");

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (HubAnswer) answer = hub_ask (fixture, .path = PROMISES, .token = "crm-anouk");
      g_assert_cmpuint (answer->status, ==, 200);
    }

  g_autoptr (HubAnswer) limited = promise (fixture, "crm-anouk", "one", PROMISE);
  g_autoptr (HubAnswer) other = hub_ask (fixture, .path = PROMISES, .token = "crm-bastien");
  g_autoptr (HubAnswer) elsewhere = hub_ask (fixture, .path = "/platform/me", .token = platform);
  hub_assert_refused (limited, 429, "rate_limited");
  assert_sql (fixture, "SELECT count (*) FROM promise", "2\n");
  g_assert_cmpuint (other->status, ==, 200);
  g_assert_cmpuint (elsewhere->status, ==, 200);
}

/* Addresses */

static void
test_addresses (void)
{
  static const char *const unknown[] = {
    "/crm",
    "/crm/v1",
    "/crm/v1/units/",
    "/crm/v1//units",
    "/crm/v1/units/T1/x",
    "/platform",
    "/platform/x",
    "/crm/v1/units/a%2Fb",
    "/crm/../etc/passwd",
    "/%e2%28%a1",
    "/crm/v1/UNITS",
    "/crm/v2/units",
    "/openapi.json/",
  };
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (HubAnswer) method =
      hub_ask (fixture, .method = "PUT", .path = PROMISES "/Q000001", .token = "crm-anouk");
  g_autoptr (HubAnswer) odd = hub_ask (fixture, .method = "BREW", .path = "/platform/me");

  g_assert_cmpuint (method->status, ==, 405);
  g_assert_cmpstr (header (method, "Allow"), ==, "GET, PATCH");
  hub_assert_refused (odd, 405, "method_not_allowed");
  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr (HubAnswer) answer = hub_ask (fixture, .path = unknown[i], .token = "crm-anouk");

      g_test_message ("%s", unknown[i]);
      hub_assert_refused (answer, 404, "unknown_path");
    }
}

/* Hostile */

static void
assert_alive (HubFixture *fixture)
{
  g_autoptr (HubAnswer) answer = hub_ask (fixture, .path = "/crm/v1/whoami", .token = "crm-anouk");

  g_assert_cmpuint (answer->status, ==, 200);
}

static void
test_hostile_bodies (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autofree char *deep = g_strnfill (500000, '[');
  g_autofree char *deep_object = g_strconcat ("{\"id\":", deep, NULL);
  g_autofree char *open = g_strnfill (500000, '"');
  g_autofree char *escapes = g_strnfill (500000, '\\');
  g_autofree char *open_string = g_strconcat ("{\"", escapes, NULL);
  const char *const bodies[] = {
    deep, deep_object, open, open_string, "{\"\\u000", "{\"id\":1e999}"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (HubAnswer) answer = promise (fixture, "crm-anouk", "one", bodies[i]);

      g_assert_cmpuint (answer->status, ==, 400);
    }
  assert_alive (fixture);
}

/* What goes beside the client, byte by byte. @length: of @bytes. Returns: what came back. */
static char *
send_bytes (HubFixture *fixture, const char *bytes, gsize length)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection =
      g_socket_client_connect_to_host (client, "127.0.0.1", hub_fixture_get_port (fixture), NULL,
                                       NULL);
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autoptr (GOutputStream) answer = g_memory_output_stream_new_resizable ();

  g_output_stream_write_all (output, bytes, length, NULL, NULL, NULL);
  g_socket_shutdown (g_socket_connection_get_socket (connection), FALSE, TRUE, NULL);
  g_output_stream_splice (answer, input, G_OUTPUT_STREAM_SPLICE_NONE, NULL, NULL);
  g_output_stream_write_all (answer, "", 1, NULL, NULL, NULL);
  g_output_stream_close (answer, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (answer));
}

static void
test_hostile_bytes (void)
{
  static const char *const requests[] = {
    "",
    "\r\n\r\n",
    "GET\r\n\r\n",
    "GET / HTTP/9.9\r\n\r\n",
    "GET http://[::1 HTTP/1.1\r\nHost: x\r\n\r\n",
    "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
    "GET /crm/v1/units/%zz HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer crm-anouk\r\n\r\n",
    "GET /crm/v1/units?page=%zz&&&=&page HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
    "crm-anouk\r\n\r\n",
    "GET * HTTP/1.1\r\nHost: x\r\n\r\n",
    "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
    "CONNECT a:1 HTTP/1.1\r\nHost: x\r\n\r\n",
    "HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "POST /crm/v1/promises HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
    "POST /crm/v1/promises HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{}",
    "POST /crm/v1/promises HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "POST /platform/oauth/token HTTP/1.1\r\nHost: x\r\nAuthorization: Basic \xff\xfe\r\n"
    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\n%%%",
  };
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (GString) noise = g_string_new ("GET / HTTP/1.1\r\nX: ");

  for (gsize i = 0; i < G_N_ELEMENTS (requests); i++)
    {
      g_test_message ("request %" G_GSIZE_FORMAT, i);
      g_free (send_bytes (fixture, requests[i], strlen (requests[i])));
      assert_alive (fixture);
    }
  for (int i = 0; i < 300000; i++)
    g_string_append_c (noise, g_test_rand_int_range (0, 256));

  g_free (send_bytes (fixture, noise->str, noise->len));
  assert_alive (fixture);
}

/* Nobody said how long it would be. */
static void
test_large_chunked_body (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (GString) request =
      g_string_new ("POST " PROMISES " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer crm-anouk\r\n"
                    "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
  g_autofree char *chunk = g_strnfill (0x10000, 'x');

  for (int i = 0; i < 40; i++)
    g_string_append_printf (request, "10000\r\n%s\r\n", chunk);
  g_string_append (request, "0\r\n\r\n");

  g_autofree char *answer = send_bytes (fixture, request->str, request->len);
  g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 413 "));
  g_assert_nonnull (strstr (answer, "urn:problem:too_large"));
  assert_alive (fixture);
}

/* Failing below */

static void
test_failing_database (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  hub_fixture_run (fixture, "CREATE TRIGGER broken BEFORE INSERT ON idempotency BEGIN"
                            " SELECT raise (ABORT, 'broken'); END");
  quiet = TRUE;
  g_autoptr (HubAnswer) failed = promise (fixture, "crm-anouk", "one", PROMISE);
  quiet = FALSE;
  hub_fixture_run (fixture, "DROP TRIGGER broken");
  g_autoptr (HubAnswer) made = promise (fixture, "crm-anouk", "one", PROMISE);

  hub_assert_refused (failed, 500, "failed");
  g_assert_null (header (failed, "ETag"));
  g_assert_cmpuint (made->status, ==, 201);
  assert_sql (fixture, "SELECT value FROM meta WHERE key = 'seq'", "61\n");
}

static void
test_no_company (void)
{
  g_autofree char *folder = g_dir_make_tmp ("diapason-hub-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing", NULL);
  g_autofree char *empty = g_build_filename (folder, "empty", NULL);
  g_autofree char *words = g_build_filename (folder, "words", NULL);
  const char *const paths[] = { folder, missing, empty, words };

  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_true (
      g_file_set_contents (words, "Not a database, but long enough to be one.", -1, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DiapasonHub) hub = diapason_hub_new (paths[i], &error);

      g_assert_null (hub);
      g_assert_error (error, DIAPASON_HUB_ERROR, DIAPASON_HUB_ERROR_DATABASE);
    }
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  g_unlink (empty);
  g_unlink (words);
  g_rmdir (folder);
}

/* There are no steps from one layout to the next: a company is invented anew. */
static void
test_other_version (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonHub) hub = NULL;

  hub_fixture_run (fixture, "PRAGMA user_version = 1");
  hub = diapason_hub_new (hub_fixture_get_path (fixture), &error);
  g_assert_null (hub);
  g_assert_error (error, DIAPASON_HUB_ERROR, DIAPASON_HUB_ERROR_DATABASE);
  g_assert_nonnull (strstr (error->message, "another version"));
}

static void
test_port_taken (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonHub) second = diapason_hub_new (hub_fixture_get_path (fixture), &error);

  g_assert_no_error (error);
  g_assert_false (diapason_hub_listen (second, hub_fixture_get_port (fixture), &error));
  g_assert_error (error, DIAPASON_HUB_ERROR, DIAPASON_HUB_ERROR_LISTEN);
  g_assert_cmpuint (diapason_hub_get_port (second), ==, 0);
}

/* One test makes the hub warn on purpose; any other warning ends the program. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  if (quiet && (level & G_LOG_LEVEL_WARNING))
    return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, user_data);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (write_log, NULL, NULL);
  g_test_add_func ("/hub/manners/same-key", test_same_key);
  g_test_add_func ("/hub/manners/same-key-with-match", test_same_key_with_match);
  g_test_add_func ("/hub/manners/refusal-is-not-kept", test_refusal_is_not_kept);
  g_test_add_func ("/hub/manners/bad-keys", test_bad_keys);
  g_test_add_func ("/hub/manners/same-key-at-once", test_same_key_at_once);
  g_test_add_func ("/hub/manners/minute", test_minute);
  g_test_add_func ("/hub/manners/limit", test_limit);
  g_test_add_func ("/hub/manners/addresses", test_addresses);
  g_test_add_func ("/hub/manners/hostile-bodies", test_hostile_bodies);
  g_test_add_func ("/hub/manners/hostile-bytes", test_hostile_bytes);
  g_test_add_func ("/hub/manners/large-chunked-body", test_large_chunked_body);
  g_test_add_func ("/hub/manners/failing-database", test_failing_database);
  g_test_add_func ("/hub/manners/no-company", test_no_company);
  g_test_add_func ("/hub/manners/other-version", test_other_version);
  g_test_add_func ("/hub/manners/port-taken", test_port_taken);
  return g_test_run ();
}
