/* test-clocks.c: being told to wait (N1), and a time of day that jumps (N12), through the engine:
 * no question before its time, none that is put off for ever, and the order of what happened is the
 * server's.
 */
#include "await.h"
#include "hostile.h"
#include "matrix.h"
#include "row-server.h"
#include "source-fixture.h"

#define SECOND G_GINT64_CONSTANT (1000)
#define HOUR   (3600 * SECOND)
#define DAY    (24 * HOUR)
#define YEARS  (3652 * DAY) /* ten of them */
#define MAP                                                                                        \
  "'entity': 'article', 'map': {'id': 'id', 'revision': 'v', 'title': 'name', 'deleted': 'gone'}"
#define SOURCE(base, stream)                                                                       \
  "{'format': 1, 'name': 'it', 'label': 'It', 'base_url': '" base "',"                             \
  " 'authentication': {'kind': 'none'}, 'poll_seconds': 100, 'streams': [{'name': 'articles',"     \
  " 'items': 'rows', " stream ", " MAP "}]}"
#define CURSOR                                                                                     \
  "'request': {'path': '/cursor', 'query': {'n': '{size}', 'c': '{cursor}'}},"                     \
  "'paging': {'kind': 'cursor', 'size': 3, 'next': 'cursor', 'more': 'more'},"                     \
  "'incremental': {'kind': 'cursor'}"
#define BY_TIME                                                                                    \
  "'request': {'path': '/page', 'query': {'p': '{page}', 'n': '{size}', 'since': '{since}'}},"     \
  "'paging': {'kind': 'page', 'size': 3, 'pages': 'pages', 'by_time': true}, 'total': 'total',"    \
  "'incremental': {'kind': 'time', 'at': {'date': 'changed'}, 'overlap_seconds': 2}"

static DiapasonSourceStatus *
status_of (SourceFixture *fixture)
{
  return source_fixture_status (fixture, "it");
}

/* That it is in @state, and so asks nothing just now. */
static void
check_rests (SourceFixture *fixture, DiapasonSourceState state)
{
  g_assert_cmpint (diapason_source_status_get_state (status_of (fixture)), ==, state);
}

/* N1: told to wait ----------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *header;
  gint64 least; /* milliseconds to wait */
  gint64 most;
} Wait;

/* The server's clock says 2026-03-02T10:00:00Z, which is ten minutes more than ours. */
#define DATE "Date: Mon, 02 Mar 2026 10:00:00 GMT\r\n"

static const Wait waits[] = {
  { "seconds", "Retry-After: 120\r\n", 120 * SECOND, 132 * SECOND },
  { "date", DATE "Retry-After: Mon, 02 Mar 2026 10:02:00 GMT\r\n", 120 * SECOND, 132 * SECOND },
  { "date-past", DATE "Retry-After: Mon, 02 Mar 2026 09:55:00 GMT\r\n", 0, SECOND },
  { "date-far", DATE "Retry-After: Mon, 02 Mar 2099 10:02:00 GMT\r\n", HOUR, HOUR + HOUR / 10 },
  { "absurd", "Retry-After: 1000000000\r\n", HOUR, HOUR + HOUR / 10 },
  { "beyond-all", "Retry-After: 99999999999999999999999999\r\n", 0, HOUR + HOUR / 10 },
  { "negative", "Retry-After: -5\r\n", 0, SECOND },
  { "nothing", "", 0, SECOND },
  { "words", "Retry-After: in a while\r\n", 0, SECOND },
  { "twice", "Retry-After: 120\r\nRetry-After: 1\r\n", 0, 132 * SECOND },
};

typedef struct
{
  const Wait *wait;
  guint status;
  gboolean is_over; /* atomic; set after the others */
} Pause;

static gboolean
answer_pause (const char *request, GOutputStream *out, GCancellable *cancellable, gpointer data)
{
  Pause *pause = data;
  gboolean is_over = g_atomic_int_get (&pause->is_over);
  g_autofree char *page = hostile_page ("{\"id\":1,\"v\":1,\"name\":\"one\"}");
  g_autofree char *text = g_strdup_printf (
      "HTTP/1.1 %u X\r\n%sContent-Type: application/json\r\nContent-Length: %u\r\n\r\n%s",
      is_over ? 200 : pause->status, is_over ? "" : pause->wait->header, (guint) strlen (page),
      page);

  return hostile_say (out, cancellable, text, -1);
}

static void
wait_once (SourceFixture *fixture, Pause *pause)
{
  gint64 wait;

  g_atomic_int_set (&pause->is_over, FALSE);
  diapason_sync_engine_sync_now (fixture->engine, NULL);
  source_fixture_await (fixture, "it", DIAPASON_SOURCE_FAILING);
  wait = diapason_source_status_get_retry_at (status_of (fixture)) -
         diapason_clock_now (fixture->clock);
  g_assert_cmpint (wait, >=, pause->wait->least);
  g_assert_cmpint (wait, <=, pause->wait->most);

  g_atomic_int_set (&pause->is_over, TRUE);
  if (wait > 0)
    diapason_clock_advance (fixture->clock, wait - 1);
  check_rests (fixture, DIAPASON_SOURCE_FAILING);
  diapason_clock_advance (fixture->clock, wait > 0 ? 1 : 0);
  source_fixture_await (fixture, "it", DIAPASON_SOURCE_IN_SYNC);
}

static void
test_wait (SourceFixture *fixture, gconstpointer data)
{
  g_autoptr (RawServer) server = raw_server_new ();
  g_autofree char *base = raw_server_uri (server, "");
  g_autofree char *json = g_strdup_printf (SOURCE ("%s", CURSOR), base);
  Pause pause = { data, 429, TRUE };

  raw_server_handle (server, answer_pause, &pause);
  source_fixture_add (fixture, json);
  diapason_sync_engine_start (fixture->engine);
  source_fixture_await (fixture, "it", DIAPASON_SOURCE_IN_SYNC);
  wait_once (fixture, &pause);
  pause.status = 503;
  wait_once (fixture, &pause);
  diapason_sync_engine_stop (fixture->engine);
  matrix_ran ("N1", 2, pause.wait->name);
}

/* N12: the time of day ------------------------------------------------------------------------- */

static const gint64 jumps[] = { DAY, -DAY, YEARS, -YEARS, -YEARS, YEARS, HOUR, -HOUR, 8 * HOUR };

static void
jump (SourceFixture *fixture, gint64 by)
{
  diapason_clock_set (fixture->clock, diapason_clock_now (fixture->clock) + by);
}

static void
check_equal (SourceFixture *fixture, RowServer *rows)
{
  g_autofree char *wanted = row_server_print (rows);

  source_fixture_check (fixture,
                        "SELECT remote_id || ' ' || title FROM article JOIN record USING (id) "
                        "WHERE NOT deleted ORDER BY CAST (remote_id AS INTEGER)",
                        wanted);
}

static void
change_some (RowServer *rows, guint round)
{
  g_autofree char *name = g_strdup_printf ("round-%u", round);

  row_server_set (rows, 1 + round % 5, name);
  row_server_set (rows, 10 + round, name);
  row_server_delete (rows, 1 + (round + 2) % 5);
}

/* Whatever the clock here says, rounds come at their interval and bring what changed. */
static void
test_jumps (SourceFixture *fixture, gconstpointer data)
{
  RowServer *rows = row_server_new (fixture->server);

  change_some (rows, 0);
  source_fixture_add (fixture, data);
  diapason_sync_engine_start (fixture->engine);
  source_fixture_await (fixture, "it", DIAPASON_SOURCE_IN_SYNC);
  for (guint i = 0; i < G_N_ELEMENTS (jumps); i++)
    {
      change_some (rows, i + 1);
      jump (fixture, jumps[i]);
      check_rests (fixture, DIAPASON_SOURCE_IN_SYNC);
      diapason_clock_advance (fixture->clock, 120 * SECOND);
      source_fixture_await (fixture, "it", DIAPASON_SOURCE_IN_SYNC);
      check_equal (fixture, rows);
    }
  source_fixture_restart (fixture);
  row_server_free (rows);
  matrix_ran ("N12", G_N_ELEMENTS (jumps), "jumps of the clock between rounds");
}

/* The server asks for two minutes, and would answer then. */
static void
start_into_a_pause (SourceFixture *fixture)
{
  FakeAnswer *answer = fake_answer_new (429, "{}");
  g_autofree char *page = hostile_page ("{\"id\":1,\"v\":1,\"name\":\"one\"}");

  fake_answer_header (answer, "Retry-After", "120");
  fake_server_push (fixture->server, "/cursor", answer);
  fake_server_say (fixture->server, "/cursor", 200, page);
  source_fixture_add (fixture, SOURCE ("BASE", CURSOR));
  diapason_sync_engine_start (fixture->engine);
  source_fixture_await (fixture, "it", DIAPASON_SOURCE_FAILING);
}

/* A pause that was asked for neither ends early nor lasts for ten years, also when the program is
 * started anew. */
static void
test_jump_in_a_pause (SourceFixture *fixture, gconstpointer data)
{
  start_into_a_pause (fixture);

  jump (fixture, YEARS);
  diapason_sync_engine_sync_now (fixture->engine, NULL);
  diapason_clock_advance (fixture->clock, 119 * SECOND);
  check_rests (fixture, DIAPASON_SOURCE_FAILING);
  jump (fixture, -2 * YEARS);
  diapason_clock_advance (fixture->clock, 14 * SECOND);
  source_fixture_await (fixture, "it", DIAPASON_SOURCE_IN_SYNC);
  matrix_ran ("N12", 2, "jumps of the clock in a pause");
}

static void
test_jump_before_a_start (SourceFixture *fixture, gconstpointer data)
{
  start_into_a_pause (fixture);

  source_fixture_restart (fixture);
  jump (fixture, -YEARS);
  source_fixture_add (fixture, SOURCE ("BASE", CURSOR));
  diapason_sync_engine_start (fixture->engine);
  source_fixture_await (fixture, "it", DIAPASON_SOURCE_FAILING);
  diapason_clock_advance (fixture->clock, HOUR + HOUR / 10);
  source_fixture_await (fixture, "it", DIAPASON_SOURCE_IN_SYNC);
  matrix_ran ("N12", 1, "a jump of the clock between two starts in a pause");
}

#define LOCAL                                                                                      \
  "'request': {'path': '/local', 'query': {'since': '{since}'}},"                                  \
  "'incremental': {'kind': 'time', 'at': {'date': 'at'}, 'format': '%Y-%m-%d %H:%M',"              \
  " 'zone': 'Europe/Paris'}"

/* A server that takes local times: of the hour that is there twice it may mean either. */
static void
test_clocks_go_back (SourceFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *at;
    const char *since; /* the next question's */
  } cases[] = {
    { "2025-10-25T20:30:00Z", "2025-10-25 22:30" },
    { "2025-10-26T00:30:00Z", "2025-10-26 01:30" }, /* 2:30, for the first time */
    { "2025-10-26T01:30:00Z", "2025-10-26 02:30" }, /* 2:30, for the second */
    { "2025-10-26T12:00:00Z", "2025-10-26 13:00" },
    { "2026-03-29T00:59:00Z", "2026-03-29 01:59" }, /* then the clocks go forward */
    { "2026-03-29T01:01:00Z", "2026-03-29 03:01" },
  };

  source_fixture_add (fixture, SOURCE ("BASE", LOCAL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *row =
          g_strdup_printf ("{\"id\":1,\"v\":%u,\"name\":\"x\",\"at\":\"%s\"}", i, cases[i].at);
      g_autofree char *page = hostile_page (row);
      const FakeRequest *asked;

      fake_server_forget (fixture->server, NULL);
      fake_server_say (fixture->server, "/local", 200, page);
      source_fixture_sync_well (fixture);
      source_fixture_sync_well (fixture);
      asked = fake_server_request (fixture->server, NULL, 2 * i + 1);
      g_assert_cmpstr (fake_request_parameter (asked, "since"), ==, cases[i].since);
    }
  matrix_ran ("N12", G_N_ELEMENTS (cases), "times where the clocks go back or forward");
}

/* Offline and online again, time after time: one question at a time, and all is there. */
static void
test_flaps (SourceFixture *fixture, gconstpointer data)
{
  RowServer *rows = row_server_new (fixture->server);
  guint flaps = 12;

  source_fixture_add (fixture, SOURCE ("BASE", CURSOR));
  diapason_sync_engine_start (fixture->engine);
  source_fixture_await (fixture, "it", DIAPASON_SOURCE_IN_SYNC);
  for (guint i = 0; i < flaps; i++)
    {
      fake_server_set_down (fixture->server, TRUE);
      diapason_sync_engine_sync_now (fixture->engine, NULL);
      source_fixture_await (fixture, "it", DIAPASON_SOURCE_FAILING);
      change_some (rows, i);
      fake_server_set_down (fixture->server, FALSE);
      gint64 wait = diapason_source_status_get_retry_at (status_of (fixture)) -
                    diapason_clock_now (fixture->clock);
      g_assert_cmpint (wait, <=, SECOND);
      diapason_clock_advance (fixture->clock, wait);
      source_fixture_await (fixture, "it", DIAPASON_SOURCE_IN_SYNC);
      check_equal (fixture, rows);
    }
  source_fixture_restart (fixture);
  row_server_free (rows);
  matrix_ran ("N12", flaps, "times offline and online");
}

/* The network is back: who waits for the next try is asked at once; who is well, only after a
 * cut. */
static void
test_network_back (SourceFixture *fixture, gconstpointer data)
{
  RowServer *rows = row_server_new (fixture->server);

  source_fixture_add (fixture, SOURCE ("BASE", CURSOR));
  diapason_sync_engine_start (fixture->engine);
  source_fixture_await (fixture, "it", DIAPASON_SOURCE_IN_SYNC);
  fake_server_set_down (fixture->server, TRUE);
  diapason_sync_engine_sync_now (fixture->engine, NULL);
  source_fixture_await (fixture, "it", DIAPASON_SOURCE_FAILING);
  change_some (rows, 1);
  fake_server_set_down (fixture->server, FALSE);
  diapason_sync_engine_network_changed (fixture->engine, FALSE);
  source_fixture_await (fixture, "it", DIAPASON_SOURCE_IN_SYNC);
  check_equal (fixture, rows);

  diapason_sync_engine_network_changed (fixture->engine, FALSE);
  check_rests (fixture, DIAPASON_SOURCE_IN_SYNC);
  change_some (rows, 2);
  diapason_sync_engine_network_changed (fixture->engine, TRUE);
  g_assert_cmpint (diapason_source_status_get_state (status_of (fixture)), ==,
                   DIAPASON_SOURCE_FETCHING);
  source_fixture_await (fixture, "it", DIAPASON_SOURCE_IN_SYNC);
  check_equal (fixture, rows);
  source_fixture_restart (fixture);
  row_server_free (rows);
  matrix_ran ("N12", 3, "times that the network is told to be back");
}

/* The machine slept in the middle of an answer, which will never come: it is asked for anew, over
 * another connection, and nobody waits for the end of the first. */
static void
test_asleep_in_an_answer (SourceFixture *fixture, gconstpointer data)
{
  g_autoptr (RawServer) server = raw_server_new ();
  g_autofree char *base = raw_server_uri (server, "");
  g_autofree char *json = g_strdup_printf (SOURCE ("%s", CURSOR), base);
  g_autofree char *page = hostile_page ("{\"id\":1,\"v\":1,\"name\":\"one\"}");
  g_autofree char *answer = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                             "Content-Length: %u\r\n\r\n%s",
                                             (guint) strlen (page), page);

  raw_server_read (server);
  raw_server_hang (server);
  raw_server_next_connection (server);
  raw_server_read (server);
  raw_server_say (server, answer, -1);
  source_fixture_add (fixture, json);
  diapason_sync_engine_start (fixture->engine);
  raw_server_await_hang (server, 1);
  diapason_sync_engine_network_changed (fixture->engine, TRUE);
  source_fixture_await (fixture, "it", DIAPASON_SOURCE_IN_SYNC);
  g_assert_cmpuint (raw_server_count (server), ==, 2);
  g_assert_null (diapason_source_status_get_sentence (status_of (fixture)));
  matrix_ran ("N12", 1, "sleeps in an answer");
}

/* What the server asked for holds all the same. */
static void
test_network_back_in_a_pause (SourceFixture *fixture, gconstpointer data)
{
  start_into_a_pause (fixture);
  diapason_sync_engine_network_changed (fixture->engine, TRUE);
  diapason_clock_advance (fixture->clock, 119 * SECOND);
  check_rests (fixture, DIAPASON_SOURCE_FAILING);
  diapason_clock_advance (fixture->clock, 14 * SECOND);
  source_fixture_await (fixture, "it", DIAPASON_SOURCE_IN_SYNC);
}

static void
add (const char *row,
     const char *name,
     gconstpointer data,
     void (*test) (SourceFixture *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/source/clocks/%s/%s", row, name);

  g_test_add (path, SourceFixture, data, source_fixture_set_up, test, source_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    add ("n1", waits[i].name, &waits[i], test_wait);
  add ("n12", "jumps-with-a-cursor", SOURCE ("BASE", CURSOR), test_jumps);
  add ("n12", "jumps-by-time", SOURCE ("BASE", BY_TIME), test_jumps);
  add ("n12", "jump-in-a-pause", NULL, test_jump_in_a_pause);
  add ("n12", "jump-before-a-start", NULL, test_jump_before_a_start);
  add ("n12", "clocks-go-back", NULL, test_clocks_go_back);
  add ("n12", "flaps", NULL, test_flaps);
  add ("n12", "network-back", NULL, test_network_back);
  add ("n12", "network-back-in-a-pause", NULL, test_network_back_in_a_pause);
  add ("n12", "asleep-in-an-answer", NULL, test_asleep_in_an_answer);
  return g_test_run ();
}
