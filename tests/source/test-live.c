/* test-live.c: what a source tells by itself: each hint is looked at, many with few questions, and
 * nothing is lost with a connection.
 */
#include "await.h"
#include "matrix.h"
#include "row-server.h"
#include "source-fixture.h"

#define SOURCE(authentication, heartbeat)                                                          \
  "{'format': 1, 'name': 'it', 'label': 'It', 'base_url': 'BASE', 'poll_seconds': 60,"             \
  " 'authentication': " authentication ","                                                         \
  " 'events': {'path': '/events', 'stream': 'about.stream', 'heartbeat_seconds': " heartbeat "},"  \
  " 'streams': [{'name': 'things', 'items': 'rows', 'entity': 'article',"                          \
  " 'request': {'path': '/cursor', 'query': {'n': '{size}', 'c': '{cursor}'}},"                    \
  " 'paging': {'kind': 'cursor', 'size': 100, 'next': 'cursor', 'more': 'more'},"                  \
  " 'incremental': {'kind': 'cursor'},"                                                            \
  " 'map': {'id': 'id', 'revision': 'v', 'title': 'name', 'deleted': 'gone'}},"                    \
  " {'name': 'teams', 'items': 'rows', 'entity': 'unit', 'request': {'path': '/units'},"           \
  " 'map': {'id': 'id', 'name': 'name'}},"                                                         \
  " {'name': 'parts', 'for_each': 'teams', 'items': 'rows', 'entity': 'unit',"                     \
  " 'request': {'path': '/parts', 'query': {'of': '{^.id}'}},"                                     \
  " 'map': {'id': 'id', 'name': 'name'}}]}"

#define OPEN       "{'kind': 'none'}"
#define KEY        "{'kind': 'header', 'name': 'X-Key', 'template': '{key}'}"
#define LONG       "3600" /* the clock may be moved without the stream being taken for gone */
#define POLL       (60 * 1000)
#define GATHERED   500
#define LOST       2000
#define N_HINTS    1000
#define CHANGE     "event: change\ndata: "
#define HINT(name) CHANGE "{\"about\":{\"stream\":\"" name "\"},\"id\":\"1\"}\n\n"
#define TITLES                                                                                     \
  "SELECT remote_id || ' ' || title FROM article JOIN record USING (id)"                           \
  " ORDER BY CAST (remote_id AS INTEGER)"

typedef struct
{
  SourceFixture it;
  RowServer *rows;
} Live;

static int n_said; /* how often the log spoke of live changes */

static GLogWriterOutput
count_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && strstr (fields[i].value, "live changes") != NULL)
      g_atomic_int_inc (&n_said);
  return g_log_writer_default (level, fields, n_fields, data);
}

static void
keep_open (Live *live)
{
  FakeAnswer *answer = fake_answer_new (200, NULL);

  fake_answer_bytes (answer, "text/event-stream", g_bytes_new_static ("", 0));
  fake_answer_keep_open (answer);
  fake_server_push (live->it.server, "/events", answer);
}

static void
set_up (Live *live, gconstpointer data)
{
  source_fixture_set_up (&live->it, NULL);
  live->rows = row_server_new (live->it.server);
  fake_server_say (live->it.server, "/units", 200, "{\"rows\":[{\"id\":\"u\",\"name\":\"team\"}]}");
  fake_server_say (live->it.server, "/parts", 200, "{\"rows\":[]}");
  keep_open (live);
  row_server_set (live->rows, 1, "one");
  row_server_set (live->rows, 2, "two");
  g_atomic_int_set (&n_said, 0);
}

static void
tear_down (Live *live, gconstpointer data)
{
  source_fixture_tear_down (&live->it, NULL);
  row_server_free (live->rows);
}

static DiapasonSourceStatus *
status_of (Live *live)
{
  return source_fixture_status (&live->it, "it");
}

static gboolean
is_in_sync (Live *live)
{
  return diapason_source_status_get_state (status_of (live)) == DIAPASON_SOURCE_IN_SYNC;
}

static void
await_live (Live *live, gboolean wanted)
{
  while (diapason_source_status_get_live (status_of (live)) != wanted)
    g_main_context_iteration (NULL, TRUE);
}

static guint
asked (Live *live, const char *path)
{
  return fake_server_count (live->it.server, path);
}

/* Waits for the @n-th question for /units and the end of its round. */
static void
await_units (Live *live, guint n)
{
  fake_server_await (live->it.server, "/units", n);
  while (!is_in_sync (live))
    g_main_context_iteration (NULL, TRUE);
  await_quiet ();
}

/* A source that is listened to, whose two rounds (before and after it was opened) are over, and
 * which has been quiet for long enough that the next hint is looked at at once. */
static void
start (Live *live, const char *source)
{
  source_fixture_add (&live->it, source);
  diapason_sync_engine_start (live->it.engine);
  await_live (live, TRUE);
  await_units (live, 2);
  diapason_clock_advance (live->it.clock, GATHERED);
}

static void
say (Live *live, const char *text)
{
  fake_server_say_more (live->it.server, "/events", text);
}

static gboolean
is_caught_up (Live *live)
{
  g_autofree char *wanted = row_server_print (live->rows);
  g_autofree char *dump = source_fixture_dump (&live->it, TITLES);

  return g_str_equal (dump, wanted);
}

/* Until the cache has what the server has; looked at after each question. */
static void
await_rows (Live *live)
{
  while (!is_caught_up (live))
    g_main_context_iteration (NULL, FALSE);
}

static void
test_hint (Live *live, gconstpointer data)
{
  start (live, SOURCE (OPEN, LONG));
  guint n_asked = asked (live, "/cursor");

  row_server_set (live->rows, 1, "uno");
  row_server_set (live->rows, 3, "three");
  say (live, HINT ("things"));
  await_rows (live);
  diapason_clock_advance (live->it.clock, GATHERED);
  row_server_delete (live->rows, 2);
  say (live, "data: {\"about\":{\"stream\":\"things\"}}\n\n");
  await_rows (live);
  g_assert_cmpuint (asked (live, "/cursor"), ==, n_asked + 2);
  g_assert_cmpuint (asked (live, "/units"), ==, 2);
  g_assert_true (is_in_sync (live));
}

/* They all come before the end of the stream is seen, in pieces: the first ones are looked at at
 * once, the rest together. */
static void
test_burst (Live *live, gconstpointer data)
{
  g_autoptr (GString) hints = g_string_new (NULL);

  start (live, SOURCE (OPEN, LONG));
  for (guint i = 0; i < N_HINTS; i++)
    {
      row_server_set (live->rows, 1 + i % 50, "changed");
      g_string_append (hints, HINT ("things"));
    }
  say (live, hints->str);
  fake_server_forget (live->it.server, "/events");
  fake_server_cut (live->it.server, "/events");
  await_live (live, FALSE);
  diapason_clock_advance (live->it.clock, GATHERED);
  await_rows (live);
  await_quiet ();
  g_assert_cmpuint (asked (live, "/cursor") - 2, <=, 2);
  g_assert_cmpuint (asked (live, "/units"), ==, 2);
  g_test_message ("%d hints, %u questions", N_HINTS, asked (live, "/cursor") - 2);
}

/* Changes before, in and after a cut, with and without a hint: none is missing, none there twice.
 * The next interval is far away. */
static void
test_cut (Live *live, gconstpointer data)
{
  start (live, SOURCE (OPEN, "15"));
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("round %u", i);

      diapason_clock_advance (live->it.clock, 20 * 1000);
      row_server_set (live->rows, i, name);
      say (live, HINT ("things"));
      fake_server_cut (live->it.server, "/events");
      row_server_set (live->rows, 100 + i, name);
      await_live (live, FALSE);
      row_server_set (live->rows, 200 + i, name);
      diapason_clock_advance (live->it.clock, 1000);
      await_live (live, TRUE);
      await_rows (live);
      while (!is_in_sync (live))
        g_main_context_iteration (NULL, TRUE);
    }
  source_fixture_check (&live->it, "SELECT count(*) FROM article", "15");
}

typedef struct
{
  const char *name;
  const char *text;
  gboolean all; /* looks at all streams */
} Word;

static const Word words[] = {
  { "reset", "id: 9\nevent: reset\ndata: {}\n\n", TRUE },
  { "unknown-stream", HINT ("places"), TRUE },
  { "no-json", CHANGE "things\n\n", TRUE },
  { "no-stream", CHANGE "{\"stream\":\"things\"}\n\n", TRUE },
  { "child", HINT ("parts"), FALSE },
};

/* What is not understood is no reason to miss anything. */
static void
test_word (Live *live, gconstpointer data)
{
  const Word *word = data;

  start (live, SOURCE (OPEN, LONG));
  say (live, "event: ping\ndata: {}\n\n");
  say (live, word->text);
  await_units (live, 3);
  g_assert_cmpuint (asked (live, "/cursor"), ==, word->all ? 3 : 2);
}

/* A source that refuses is asked at intervals, and says so once. */
static void
test_refused (Live *live, gconstpointer data)
{
  fake_server_forget (live->it.server, "/events");
  fake_server_say (live->it.server, "/events", 404, "{}");
  source_fixture_add (&live->it, SOURCE (OPEN, LONG));
  diapason_sync_engine_start (live->it.engine);
  fake_server_await (live->it.server, "/events", 1);
  for (guint i = 2; i <= 4; i++)
    {
      row_server_set (live->rows, i, "by interval");
      await_quiet ();
      diapason_clock_advance (live->it.clock, POLL * 11 / 10);
      await_units (live, i);
      await_rows (live);
    }
  diapason_sync_engine_set_paused (live->it.engine, TRUE);
  diapason_sync_engine_set_paused (live->it.engine, FALSE);
  await_quiet ();
  g_assert_cmpuint (asked (live, "/events"), ==, 1);
  g_assert_cmpint (n_said, ==, 1);
  g_assert_false (diapason_source_status_get_live (status_of (live)));
}

/* While changes are told there is little reason to look; when they no longer are, it is seen at
 * once whether the source is still there. */
static void
test_interval (Live *live, gconstpointer data)
{
  start (live, SOURCE (OPEN, LONG));
  diapason_clock_advance (live->it.clock, 8 * POLL);
  await_quiet ();
  g_assert_cmpuint (asked (live, "/units"), ==, 2);
  diapason_clock_advance (live->it.clock, 3 * POLL);
  await_units (live, 3);

  fake_server_forget (live->it.server, "/events");
  fake_server_cut (live->it.server, "/events");
  await_live (live, FALSE);
  diapason_clock_advance (live->it.clock, LOST * 11 / 10);
  await_units (live, 4);
  diapason_clock_advance (live->it.clock, POLL * 11 / 10);
  await_units (live, 5);
}

static void
test_silence (Live *live, gconstpointer data)
{
  start (live, SOURCE (OPEN, "15"));
  diapason_clock_advance (live->it.clock, 3 * 15 * 1000);
  await_live (live, FALSE);
  diapason_clock_advance (live->it.clock, 1000);
  await_live (live, TRUE);
  await_units (live, 3);
}

/* When a round succeeds again, nobody waits for the back-off of the stream. */
static void
test_back_again (Live *live, gconstpointer data)
{
  start (live, SOURCE (OPEN, "15"));
  fake_server_set_down (live->it.server, TRUE);
  await_live (live, FALSE);
  diapason_clock_advance (live->it.clock, POLL * 11 / 10);
  source_fixture_await (&live->it, "it", DIAPASON_SOURCE_FAILING);
  await_quiet ();
  fake_server_set_down (live->it.server, FALSE);
  diapason_sync_engine_sync_now (live->it.engine, NULL);
  await_live (live, TRUE);
}

/* What is told after the clock was set back is looked at, and so is a source that is back. */
static void
test_clock_set_back (Live *live, gconstpointer data)
{
  gint64 years = G_GINT64_CONSTANT (10) * 365 * 24 * 3600 * 1000;

  start (live, SOURCE (OPEN, "15"));
  diapason_clock_set (live->it.clock, diapason_clock_now (live->it.clock) - years);
  row_server_set (live->rows, 3, "three");
  say (live, HINT ("things"));
  await_rows (live);

  fake_server_set_down (live->it.server, TRUE);
  await_live (live, FALSE);
  diapason_clock_set (live->it.clock, diapason_clock_now (live->it.clock) - years);
  diapason_clock_advance (live->it.clock, POLL * 11 / 10);
  source_fixture_await (&live->it, "it", DIAPASON_SOURCE_FAILING);
  await_quiet ();
  fake_server_set_down (live->it.server, FALSE);
  diapason_sync_engine_sync_now (live->it.engine, NULL);
  await_live (live, TRUE);
  matrix_ran ("N12", 2, "jumps of the clock beside live changes");
}

static void
test_pause (Live *live, gconstpointer data)
{
  start (live, SOURCE (OPEN, LONG));
  diapason_sync_engine_set_paused (live->it.engine, TRUE);
  g_assert_false (diapason_source_status_get_live (status_of (live)));
  await_quiet ();
  row_server_set (live->rows, 3, "meanwhile");
  diapason_sync_engine_set_paused (live->it.engine, FALSE);
  await_live (live, TRUE);
  await_rows (live);

  diapason_sync_engine_stop (live->it.engine);
  g_assert_false (diapason_source_status_get_live (status_of (live)));
  await_quiet ();
  row_server_set (live->rows, 4, "later");
  diapason_sync_engine_start (live->it.engine);
  await_live (live, TRUE);
  await_rows (live);
}

static void
sign_in (Live *live)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (source_fixture_sign_in (&live->it, "it", "key", "k", &error));
  g_assert_no_error (error);
}

/* A login that ends is told once, as ever, and ends the listening, too. */
static void
test_login (Live *live, gconstpointer data)
{
  source_fixture_add (&live->it, SOURCE (KEY, LONG));
  sign_in (live);
  diapason_sync_engine_start (live->it.engine);
  await_live (live, TRUE);
  await_units (live, 2);
  g_assert_cmpstr (fake_request_header (fake_server_request (live->it.server, "/events", 0),
                                        "X-Key"),
                   ==, "k");

  fake_server_handle (live->it.server, "/cursor", NULL, NULL);
  fake_server_say (live->it.server, "/cursor", 401, "{}");
  fake_server_forget (live->it.server, "/events");
  fake_server_say (live->it.server, "/events", 401, "{}");
  fake_server_cut (live->it.server, "/events");
  await_live (live, FALSE);
  diapason_clock_advance (live->it.clock, 1000);
  source_fixture_await (&live->it, "it", DIAPASON_SOURCE_LOGIN);
  await_quiet ();
  diapason_clock_advance (live->it.clock, 30 * POLL);
  await_quiet ();
  g_assert_cmpuint (asked (live, "/events"), ==, 2);

  fake_server_forget (live->it.server, NULL);
  g_clear_pointer (&live->rows, row_server_free);
  live->rows = row_server_new (live->it.server);
  fake_server_say (live->it.server, "/units", 200, "{\"rows\":[]}");
  keep_open (live);
  sign_in (live);
  await_live (live, TRUE);
}

/* Its events want another login than its lists: it is asked for them no further. */
static void
test_other_login (Live *live, gconstpointer data)
{
  fake_server_forget (live->it.server, "/events");
  fake_server_say (live->it.server, "/events", 401, "{}");
  source_fixture_add (&live->it, SOURCE (OPEN, LONG));
  diapason_sync_engine_start (live->it.engine);
  fake_server_await (live->it.server, "/events", 1);
  await_quiet ();
  diapason_clock_advance (live->it.clock, GATHERED);
  fake_server_await (live->it.server, "/events", 2);
  await_quiet ();
  for (guint i = 0; i < 5; i++)
    {
      diapason_clock_advance (live->it.clock, 2 * POLL);
      await_quiet ();
    }
  g_assert_cmpuint (asked (live, "/events"), ==, 2);
  g_assert_cmpint (diapason_source_status_get_state (status_of (live)), !=, DIAPASON_SOURCE_LOGIN);
}

/* A connection that slept is dead, whatever it looks like: it is opened anew, and what was missed
 * is found. */
static void
test_asleep (Live *live, gconstpointer data)
{
  start (live, SOURCE (OPEN, LONG));
  row_server_set (live->rows, 3, "three");
  diapason_sync_engine_network_changed (live->it.engine, TRUE);
  g_assert_false (diapason_source_status_get_live (status_of (live)));
  await_live (live, TRUE);
  await_rows (live);
  g_assert_cmpuint (asked (live, "/events"), ==, 2);
  matrix_ran ("N12", 1, "sleeps while changes are told");
}

static void
add (const char *name, gconstpointer data, void (*test) (Live *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/source/live/", name, NULL);

  g_test_add (path, Live, data, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (count_log, NULL, NULL);
  add ("hint", NULL, test_hint);
  add ("burst", NULL, test_burst);
  add ("cut", NULL, test_cut);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    add (words[i].name, &words[i], test_word);
  add ("refused", NULL, test_refused);
  add ("interval", NULL, test_interval);
  add ("silence", NULL, test_silence);
  add ("back-again", NULL, test_back_again);
  add ("clock-set-back", NULL, test_clock_set_back);
  add ("pause", NULL, test_pause);
  add ("login", NULL, test_login);
  add ("other-login", NULL, test_other_login);
  add ("asleep", NULL, test_asleep);
  return g_test_run ();
}
