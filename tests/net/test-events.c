/* test-events.c: server-sent events: their lines however they are cut, and streams that end in
 * every way. */
#include "await.h"
#include "backoff.h"
#include "event-parser.h"
#include "event-stream.h"
#include "fake-server.h"
#include "net-errors.h"
#include "raw-server.h"

#define HEARTBEAT 15000
#define HEAD      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n\r\n"

/* Lines ------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *bytes;
  gssize length; /* 0: up to the NUL */
  const char *events;
} Lines;

static const Lines lines[] = {
  { "one", "data: one\n\n", 0, "message(one)#" },
  { "ends", "data:a\r\rdata:b\n\ndata:c\r\n\r\ndata:d\r\n\n", 0,
    "message(a)# message(b)# message(c)# message(d)#" },
  { "type", "event: change\ndata: 1\n\ndata: 2\n\n", 0, "change(1)# message(2)#" },
  { "many-lines", "data: a\ndata\ndata:  b\ndata: c: d\n\n", 0, "message(a\n\n b\nc: d)#" },
  { "no-data", "event: change\nid: 4\n\ndata: 1\n\n", 0, "message(1)#4" },
  { "empty-data", "data\n\ndata:\n\n", 0, "message()# message()#" },
  { "half", "data: one\n\ndata: two\n", 0, "message(one)#" },
  { "comment", ": here\n:\n:data: no\ndata: 1\n: inside\ndata: 2\n\n", 0, "message(1\n2)#" },
  { "unknown", "datas: 1\n data: 2\nDATA: 3\nnothing\n\ndata: 4\n\n", 0, "message(4)#" },
  { "id", "id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n", 0,
    "message(a)#1 message(b)#1 message(c)#" },
  { "id-with-nul", "id: 1\nid: 2\0\ndata: a\n\n", 22, "message(a)#1" },
  { "byte-order-mark",
    "\xef\xbb\xbf"
    "data: a\n\n\xef\xbb\xbf"
    "data: b\n\n",
    0, "message(a)#" },
  { "no-text", "data: \xff|\0|\xc3\xa9\n\n", 14, "message(\xef\xbf\xbd|\xef\xbf\xbd|\xc3\xa9)#" },
  { "last-type", "event: a\nevent: b\ndata: 1\n\n", 0, "b(1)#" },
};

static void
print_event (const char *type, const char *data, const char *id, gpointer user_data)
{
  GString *out = user_data;

  g_string_append_printf (out, "%s%s(%s)#%s", out->len > 0 ? " " : "", type, data, id);
}

/* In pieces: up to @first, then @step bytes at a time. */
static void
check_pieces (const Lines *it, gsize first, gsize step)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (DiapasonEventParser) parser = diapason_event_parser_new ("", print_event, out);
  gsize length = it->length > 0 ? (gsize) it->length : strlen (it->bytes);

  g_assert_true (diapason_event_parser_feed (parser, it->bytes, first));
  for (gsize at = first; at < length; at += step)
    g_assert_true (diapason_event_parser_feed (parser, it->bytes + at, MIN (step, length - at)));
  g_assert_cmpstr (out->str, ==, it->events);
}

static void
test_lines (gconstpointer data)
{
  const Lines *it = data;
  gsize length = it->length > 0 ? (gsize) it->length : strlen (it->bytes);

  check_pieces (it, 0, 1);
  for (gsize first = 0; first <= length; first++)
    check_pieces (it, first, length);
}

static void
test_retry (void)
{
  static const char *const wrong[] = { "retry: -1\n", "retry: 1.5\n",
                                       "retry: 9x\n", "retry:  9\n",
                                       "retry\n",     "retry: 99999999999999999999\n" };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (DiapasonEventParser) parser = diapason_event_parser_new ("7", print_event, out);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_true (diapason_event_parser_feed (parser, wrong[i], strlen (wrong[i])));
  g_assert_cmpint (diapason_event_parser_get_retry (parser), ==, -1);
  g_assert_true (diapason_event_parser_feed (parser, "retry: 0400\n", 12));
  g_assert_cmpint (diapason_event_parser_get_retry (parser), ==, 400);
  g_assert_cmpstr (diapason_event_parser_get_last_id (parser), ==, "7");
  g_assert_cmpstr (out->str, ==, "");
}

static void
test_caps (void)
{
  g_autofree char *most = g_strnfill (DIAPASON_EVENT_LINE_CAP, 'x');
  g_autofree char *line = g_strnfill (DIAPASON_EVENT_LINE_CAP - 6, 'x');
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (DiapasonEventParser) parser = diapason_event_parser_new ("", print_event, out);
  g_autoptr (DiapasonEventParser) endless = diapason_event_parser_new ("", print_event, out);
  guint n_lines = 0;

  g_assert_true (diapason_event_parser_feed (parser, most, DIAPASON_EVENT_LINE_CAP));
  g_assert_false (diapason_event_parser_feed (parser, "x", 1));
  while (diapason_event_parser_feed (endless, "data: ", 6) &&
         diapason_event_parser_feed (endless, line, strlen (line)) &&
         diapason_event_parser_feed (endless, "\n", 1))
    n_lines++;
  g_assert_cmpuint (n_lines, ==, DIAPASON_EVENT_DATA_CAP / (DIAPASON_EVENT_LINE_CAP - 5));
}

/* Streams ----------------------------------------------------------------------------------- */

typedef struct
{
  DiapasonSession *session;
  DiapasonClock *clock;
  DiapasonAuthentication *authentication;
  RawServer *raw;
  FakeServer *fake;
  DiapasonEventStream *stream;
  GString *log;
  guint n_closed;
  gint64 again_ms; /* of the last close */
  gboolean stops;  /* at the next event */
} Fixture;

static void
opened_cb (Fixture *it)
{
  g_assert_true (diapason_event_stream_is_open (it->stream));
  g_string_append (it->log, "opened ");
}

static void
event_cb (Fixture *it, const char *type, const char *data, const char *id)
{
  g_string_append_printf (it->log, "%s(%s)#%s ", type, data, id);
  if (it->stops)
    diapason_event_stream_stop (it->stream);
}

static void
closed_cb (Fixture *it, const GError *error, gint64 again_ms)
{
  static const char *const names[] = {
    [DIAPASON_NET_ERROR_UNREACHABLE] = "unreachable", [DIAPASON_NET_ERROR_TIMEOUT] = "timeout",
    [DIAPASON_NET_ERROR_TOO_LARGE] = "too-large",     [DIAPASON_NET_ERROR_PROTOCOL] = "protocol",
    [DIAPASON_NET_ERROR_REFUSED] = "refused",         [DIAPASON_NET_ERROR_LOGIN] = "login",
  };

  g_assert_false (diapason_event_stream_is_open (it->stream));
  g_assert_true (diapason_event_stream_is_started (it->stream) == (again_ms >= 0));
  if (error != NULL)
    g_assert_null (strstr (error->message, "canary"));
  g_string_append_printf (it->log, "%s ", error == NULL ? "ended" : names[error->code]);
  it->again_ms = again_ms;
  it->n_closed++;
}

static void
set_up (Fixture *it, gconstpointer data)
{
  it->session = diapason_session_new (NULL);
  it->clock = diapason_clock_new_at (G_GINT64_CONSTANT (1700000000000));
  it->raw = raw_server_new ();
  it->fake = fake_server_new (NULL);
  it->log = g_string_new (NULL);
}

static void
tear_down (Fixture *it, gconstpointer data)
{
  diapason_event_stream_stop (it->stream);
  raw_server_free (it->raw);
  fake_server_free (it->fake);
  await_quiet ();
  g_assert_finalize_object (it->stream);
  g_assert_finalize_object (it->authentication);
  g_assert_finalize_object (it->clock);
  await_quiet ();
  g_assert_finalize_object (it->session);
  g_string_free (it->log, TRUE);
}

static void
begin (Fixture *it, const DiapasonAuthenticationPlan *plan, const char *uri)
{
  g_autofree char *whole = g_strconcat (uri, "?key=canary", NULL);
  g_autoptr (DiapasonHttpRequest) request = diapason_http_request_new ("GET", whole);

  it->authentication = diapason_authentication_new (it->session, it->clock, plan, uri);
  it->stream = diapason_event_stream_new (it->authentication, it->clock, request, HEARTBEAT);
  g_signal_connect_swapped (it->stream, "opened", G_CALLBACK (opened_cb), it);
  g_signal_connect_swapped (it->stream, "event", G_CALLBACK (event_cb), it);
  g_signal_connect_swapped (it->stream, "closed", G_CALLBACK (closed_cb), it);
}

static void
start_raw (Fixture *it)
{
  const DiapasonAuthenticationPlan plan = { .kind = DIAPASON_AUTHENTICATION_NONE };
  g_autofree char *uri = raw_server_uri (it->raw, "/events");

  begin (it, &plan, uri);
  diapason_event_stream_start (it->stream);
}

static void
start_fake (Fixture *it, FakeAnswer *answer)
{
  const DiapasonAuthenticationPlan plan = { .kind = DIAPASON_AUTHENTICATION_NONE };
  g_autofree char *uri = fake_server_uri (it->fake, "/events");

  fake_server_push (it->fake, "/events", answer);
  begin (it, &plan, uri);
  diapason_event_stream_start (it->stream);
}

static void
await_log (Fixture *it, const char *log)
{
  while (it->log->len < strlen (log))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (it->log->str, ==, log);
}

static FakeAnswer *
events_answer (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  FakeAnswer *answer = fake_answer_new (200, NULL);

  fake_answer_bytes (answer, "text/event-stream", bytes);
  return answer;
}

static void
test_dribble (Fixture *it, gconstpointer data)
{
  raw_server_read (it->raw);
  raw_server_drip (it->raw,
                   HEAD "id: 1\r\nevent: change\r\ndata: one\r\n\r\n: here\n\ndata: two\n\n", -1,
                   0);
  raw_server_hang (it->raw);
  start_raw (it);
  await_log (it, "opened change(one)#1 message(two)#1 ");
  g_autofree char *request = raw_server_request (it->raw, 0);
  g_assert_nonnull (strstr (request, "\r\nAccept: text/event-stream\r\n"));
  g_assert_null (strstr (request, "Last-Event-ID"));
}

/* The half of an event is no event; the next connection says what the last whole one was. */
static void
test_cut (Fixture *it, gconstpointer data)
{
  raw_server_read (it->raw);
  raw_server_say (it->raw, HEAD "id: 1\ndata: one\n\nid: 2\ndata: half\n", -1);
  raw_server_next_connection (it->raw);
  raw_server_read (it->raw);
  raw_server_say (it->raw, HEAD "data: two\n\n", -1);
  raw_server_hang (it->raw);
  start_raw (it);
  await_log (it, "opened message(one)#1 unreachable ");
  g_assert_cmpint (it->again_ms, <=, DIAPASON_BACKOFF_FIRST_MS);
  diapason_clock_advance (it->clock, it->again_ms);
  await_log (it, "opened message(one)#1 unreachable opened message(two)#1 ");
  g_autofree char *request = raw_server_request (it->raw, 1);
  g_assert_nonnull (strstr (request, "\r\nLast-Event-ID: 1\r\n"));
}

static void
test_chunked (Fixture *it, gconstpointer data)
{
  raw_server_read (it->raw);
  raw_server_say (it->raw,
                  "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                  "Transfer-Encoding: chunked\r\n\r\n7\r\ndata: o\r\n5\r\nne\n\nd\r\n4\r\nat",
                  -1);
  start_raw (it);
  await_log (it, "opened message(one)# unreachable ");
}

static void
test_silence (Fixture *it, gconstpointer data)
{
  raw_server_read (it->raw);
  raw_server_say (it->raw, HEAD "data: one\n\n", -1);
  raw_server_hang (it->raw);
  start_raw (it);
  await_log (it, "opened message(one)# ");
  diapason_clock_advance (it->clock, 3 * HEARTBEAT - 1);
  await_log (it, "opened message(one)# ");
  diapason_clock_advance (it->clock, 1);
  await_log (it, "opened message(one)# timeout ");
  raw_server_await_hung_up (it->raw, 1);
}

/* One that never lasts is asked ever more rarely. */
static void
test_backoff (Fixture *it, gconstpointer data)
{
  gint64 longest = 0;

  raw_server_read (it->raw);
  raw_server_say (it->raw, HEAD, -1);
  start_raw (it);
  for (guint i = 1; i <= 12; i++)
    {
      while (it->n_closed < i)
        g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, it->again_ms);
      g_assert_cmpint (it->again_ms, <=, MIN (1000 << (i - 1), DIAPASON_BACKOFF_MOST_MS));
      diapason_clock_advance (it->clock, it->again_ms);
    }
  g_assert_cmpint (longest, >, 2 * DIAPASON_BACKOFF_FIRST_MS);
}

static void
test_server_says_when (Fixture *it, gconstpointer data)
{
  start_fake (it, events_answer ("retry: 60000\n\n"));
  await_log (it, "opened unreachable ");
  g_assert_cmpint (it->again_ms, >=, 60000);
}

static void
test_out_of_service (Fixture *it, gconstpointer data)
{
  FakeAnswer *answer = fake_answer_new (503, "{}");

  fake_answer_header (answer, "Retry-After", "120");
  start_fake (it, answer);
  await_log (it, "unreachable ");
  g_assert_cmpint (it->again_ms, >=, 120000);
  fake_server_push (it->fake, "/events", events_answer (""));
  fake_server_push (it->fake, "/events", events_answer (""));
  diapason_clock_advance (it->clock, it->again_ms - 1);
  g_assert_cmpuint (fake_server_count (it->fake, "/events"), ==, 1);
  diapason_clock_advance (it->clock, 1);
  fake_server_await (it->fake, "/events", 2);
}

/* Who knows that the server answers again need not wait, but for the server's own wish. */
static void
test_hasten (Fixture *it, gconstpointer data)
{
  start_fake (it, events_answer (": here\n\n"));
  diapason_event_stream_hasten (it->stream);
  await_log (it, "opened unreachable ");
  fake_server_forget (it->fake, "/events");
  fake_server_push (it->fake, "/events", events_answer ("retry: 60000\n\n"));
  diapason_event_stream_hasten (it->stream);
  await_log (it, "opened unreachable opened unreachable ");
  diapason_event_stream_hasten (it->stream);
  await_quiet ();
  g_assert_cmpuint (fake_server_count (it->fake, "/events"), ==, 2);
}

typedef struct
{
  const char *name;
  guint status;
  const char *header[2];
  const char *log;
  gboolean again;
} Refusal;

static const Refusal refusals[] = {
  { "no-content", 204, { NULL }, "ended ", FALSE },
  { "sign-in", 401, { NULL }, "login ", FALSE },
  { "forbidden", 403, { NULL }, "refused ", FALSE },
  { "missing", 404, { NULL }, "refused ", FALSE },
  { "redirect", 302, { "Location", "/elsewhere" }, "refused ", FALSE },
  { "too-often", 429, { NULL }, "unreachable ", TRUE },
  { "fault", 500, { NULL }, "unreachable ", TRUE },
  { "web-page", 200, { "Content-Type", "text/html" }, "protocol ", TRUE },
};

static void
test_refusal (Fixture *it, gconstpointer data)
{
  const Refusal *refusal = data;
  FakeAnswer *answer =
      fake_answer_new (refusal->status, refusal->status == 204 ? NULL : "data: {}");

  if (refusal->header[0] != NULL)
    fake_answer_header (answer, refusal->header[0], refusal->header[1]);
  start_fake (it, answer);
  await_log (it, refusal->log);
  g_assert_cmpint (it->again_ms >= 0, ==, refusal->again);
  g_assert_cmpuint (fake_server_count (it->fake, NULL), ==, 1);
}

static void
test_endless_line (Fixture *it, gconstpointer data)
{
  g_autofree char *line = g_strnfill (DIAPASON_EVENT_LINE_CAP + 1, 'x');

  raw_server_read (it->raw);
  raw_server_say (it->raw, HEAD "data: one\n\n", -1);
  raw_server_say (it->raw, line, -1);
  raw_server_hang (it->raw);
  start_raw (it);
  await_log (it, "opened message(one)# too-large ");
  raw_server_await_hung_up (it->raw, 1);
}

/* Both events come in one piece; who stops at the first hears no more. */
static void
test_stop (Fixture *it, gconstpointer data)
{
  raw_server_read (it->raw);
  raw_server_say (it->raw, HEAD "data: one\n\ndata: two\n\n", -1);
  raw_server_hang (it->raw);
  it->stops = TRUE;
  start_raw (it);
  raw_server_await_hung_up (it->raw, 1);
  g_assert_cmpstr (it->log->str, ==, "opened message(one)# ");
}

static void
test_stop_while_asking (Fixture *it, gconstpointer data)
{
  raw_server_read (it->raw);
  raw_server_hang (it->raw);
  start_raw (it);
  raw_server_await_hang (it->raw, 1);
  diapason_event_stream_stop (it->stream);
  raw_server_await_hung_up (it->raw, 1);
  g_assert_cmpstr (it->log->str, ==, "");
}

/* A token that is refused is renewed once, as for any other request. */
static void
test_token (Fixture *it, gconstpointer data)
{
  g_autofree char *token_uri = fake_server_uri (it->fake, "/token");
  g_autofree char *uri = fake_server_uri (it->fake, "/events");
  g_autoptr (GHashTable) login = g_hash_table_new (g_str_hash, g_str_equal);
  const DiapasonAuthenticationPlan plan = { .kind = DIAPASON_AUTHENTICATION_OAUTH2,
                                            .token_uri = token_uri,
                                            .grant = (char *) "client_credentials" };

  fake_server_say (it->fake, "/token", 200, "{\"access_token\":\"canary1\"}");
  fake_server_say (it->fake, "/token", 200, "{\"access_token\":\"canary2\"}");
  fake_server_push (it->fake, "/events", fake_answer_new (401, "{}"));
  fake_server_push (it->fake, "/events", events_answer ("data: one\n\n"));
  begin (it, &plan, uri);
  g_hash_table_insert (login, (gpointer) "client_id", (gpointer) "desk");
  g_hash_table_insert (login, (gpointer) "client_secret", (gpointer) "canary");
  diapason_authentication_set_login (it->authentication, login);
  diapason_event_stream_start (it->stream);
  await_log (it, "opened message(one)# unreachable ");
  g_assert_cmpstr (fake_request_header (fake_server_request (it->fake, "/events", 1),
                                        "Authorization"),
                   ==, "Bearer canary2");
}

static void
add (const char *name, gconstpointer data, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/net/events/stream/", name, NULL);

  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *path = g_strconcat ("/net/events/lines/", lines[i].name, NULL);
      g_test_add_data_func (path, &lines[i], test_lines);
    }
  g_test_add_func ("/net/events/retry", test_retry);
  g_test_add_func ("/net/events/caps", test_caps);
  add ("dribble", NULL, test_dribble);
  add ("cut", NULL, test_cut);
  add ("chunked", NULL, test_chunked);
  add ("silence", NULL, test_silence);
  add ("backoff", NULL, test_backoff);
  add ("server-says-when", NULL, test_server_says_when);
  add ("out-of-service", NULL, test_out_of_service);
  add ("hasten", NULL, test_hasten);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    add (refusals[i].name, &refusals[i], test_refusal);
  add ("endless-line", NULL, test_endless_line);
  add ("stop", NULL, test_stop);
  add ("stop-while-asking", NULL, test_stop_while_asking);
  add ("token", NULL, test_token);
  return g_test_run ();
}
