/* test-hostile.c: a source that does everything wrong, through the whole engine.
 *
 * Each fault is put into a source that holds rows already, beside one that is well. Then there is
 * one clear sentence at the source, its rows and its cursor are where they were, the other one goes
 * on, memory stays within the cap, no other place is asked and nothing secret is said anywhere; and
 * when the fault goes the source recovers by itself.
 */
#include <malloc.h>

#include "await.h"
#include "hostile.h"
#include "matrix.h"
#include "source-fixture.h"

#define CANARY      "canary-7f3a9c"
#define DEADLINE_MS 5000
#define POLL_MS     (120 * 1000)
#define SOURCE(name, authentication, base)                                                         \
  "{'format': 1, 'name': '" name "', 'label': 'The " name "', 'base_url': '" base "',"             \
  " 'authentication': " authentication ", 'poll_seconds': 100, 'streams': [{'name': 'articles',"   \
  " 'entity': 'article', 'items': 'rows',"                                                         \
  " 'request': {'path': '/articles', 'query': {'c': '{cursor}'}},"                                 \
  " 'paging': {'kind': 'cursor', 'next': 'cursor', 'more': 'more'},"                               \
  " 'incremental': {'kind': 'cursor'},"                                                            \
  " 'map': {'id': 'id', 'revision': 'v', 'title': 'name'}}]%s}"
#define ILL  SOURCE ("ill", "{'kind': 'header', 'name': 'X-Key', 'template': '{key}'}", "%s")
#define WELL SOURCE ("well", "{'kind': 'none'}", "BASE")

#define ONE   "{\"id\":1,\"v\":2,\"name\":\"one\"}"
#define TWO   "{\"id\":2,\"v\":2,\"name\":\"two\"}"
#define AFTER "{\"id\":9,\"v\":2,\"name\":\"after\"}"

#define ROWS_OF(source)                                                                            \
  "SELECT remote_id || ' ' || title FROM article JOIN record USING (id) JOIN source ON source.id " \
  "= record.source WHERE source.name = '" source "' ORDER BY 1"
#define CURSOR                                                                                     \
  "SELECT cursor FROM stream JOIN source ON source.id = stream.source WHERE source.name = 'ill'"

typedef struct
{
  SourceFixture it;
  RawServer *server;
  HostilePlay play;
} Fixture;

/* What is logged, at every level. */
static GString *logged;
static GMutex logged_lock;

static GLogWriterOutput
keep_log_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  g_mutex_lock (&logged_lock);
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      g_string_append_len (logged, fields[i].value,
                           fields[i].length < 0 ? (gssize) strlen (fields[i].value)
                                                : fields[i].length);
  g_mutex_unlock (&logged_lock);
  return G_LOG_WRITER_HANDLED;
}

static void
say_well (Fixture *fixture, const char *rows)
{
  g_autofree char *page = hostile_page (rows);

  fake_server_forget (fixture->it.server, "/articles");
  fake_server_say (fixture->it.server, "/articles", 200, page);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = NULL;
  g_autofree char *ill = NULL;
  g_autofree char *well = g_strdup_printf (WELL, "");

  source_fixture_set_up (&fixture->it, NULL);
  fixture->server = raw_server_new ();
  fixture->play = (HostilePlay){ .rows = ONE "," TWO };
  raw_server_handle (fixture->server, hostile_answer, &fixture->play);
  base = raw_server_uri (fixture->server, "");
  ill = g_strdup_printf (ILL, base, ", 'whoami': {'path': '/me', 'id': 'id'}");
  say_well (fixture, ONE);
  source_fixture_add (&fixture->it, ill);
  source_fixture_add (&fixture->it, well);
  g_string_truncate (logged, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  diapason_sync_engine_stop (fixture->it.engine);
  await_quiet ();
  raw_server_free (fixture->server);
  g_clear_pointer (&fixture->play.body, g_bytes_unref);
  source_fixture_tear_down (&fixture->it, NULL);
}

/* Memory --------------------------------------------------------------------------------------- */

static gint64
read_memory (const char *name)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return -1;
  line = strstr (text, name);
  return line == NULL ? -1 : g_ascii_strtoll (line + strlen (name), NULL, 10) * 1024;
}

/* Begins the highest mark anew. Returns what there is, or −1 when that cannot be measured here. */
static gint64
begin_memory (void)
{
#ifdef DIAPASON_SANITIZED
  return -1;
#else
  malloc_trim (0);
  if (!g_file_set_contents_full ("/proc/self/clear_refs", "5", 1, G_FILE_SET_CONTENTS_NONE, 0600,
                                 NULL))
    return -1;
  return read_memory ("VmRSS:");
#endif
}

static void
check_memory (gint64 before)
{
  gint64 most = read_memory ("VmHWM:");

  if (before < 0 || most < 0)
    return;
  g_test_message ("memory taken: %" G_GINT64_FORMAT " kB", (most - before) / 1024);
  g_assert_cmpint (most - before, <=, HOSTILE_MEMORY_BYTES);
}

/* Sentences ------------------------------------------------------------------------------------ */

static void
check_no_control (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    g_assert_true ((guchar) *p >= 0x20 && *p != 0x7f);
}

/* What happened, what it means, what can be done, in words that everybody knows. */
static void
check_sentence (const char *sentence, const char *says)
{
  static const char *const jargon[] = { "JSON",  "HTTP",   "TLS",   "GLib",  "soup",
                                        "errno", "g-io",   "Error", "error", "UTF-8",
                                        "gzip",  "stream", "null" };

  g_assert_nonnull (sentence);
  g_test_message ("%s", sentence);
  g_assert_true (g_utf8_validate (sentence, -1, NULL));
  check_no_control (sentence);
  g_assert_true (g_str_has_suffix (sentence, "."));
  g_assert_nonnull (strstr (sentence, ". "));
  g_assert_null (strstr (sentence, CANARY));
  for (guint i = 0; i < G_N_ELEMENTS (jargon); i++)
    g_assert_null (strstr (sentence, jargon[i]));
  if (strstr (sentence, says) == NULL)
    g_error ("wanted “%s”, got “%s”", says, sentence);
}

/* A fault -------------------------------------------------------------------------------------- */

static const char *
sentence_of (Fixture *fixture, const char *name)
{
  return diapason_source_status_get_sentence (source_fixture_status (&fixture->it, name));
}

/* Both sources have rows, and go round by themselves. */
static void
begin (Fixture *fixture, const Hostile *fault)
{
  g_autoptr (GError) error = NULL;

  /* To make it may take longer than an answer may. */
  if (fault->body != NULL)
    fixture->play.body = fault->body ();

  source_fixture_sign_in (&fixture->it, "ill", "key", CANARY, &error);
  g_assert_no_error (error);
  diapason_sync_engine_start (fixture->it.engine);
  source_fixture_await (&fixture->it, "ill", DIAPASON_SOURCE_IN_SYNC);
  source_fixture_await (&fixture->it, "well", DIAPASON_SOURCE_IN_SYNC);
  source_fixture_check (&fixture->it, ROWS_OF ("ill"), "1 one\n2 two");
}

/* The next round of both, until the ill one is in @state. */
static void
go_round (Fixture *fixture, gint64 delay, DiapasonSourceState state)
{
  diapason_clock_advance (fixture->it.clock, delay);
  source_fixture_await (&fixture->it, "ill", state);
  source_fixture_await (&fixture->it, "well", DIAPASON_SOURCE_IN_SYNC);
}

static void
recover (Fixture *fixture)
{
  DiapasonSourceStatus *status = source_fixture_status (&fixture->it, "ill");
  gint64 wait =
      diapason_source_status_get_retry_at (status) - diapason_clock_now (fixture->it.clock);

  diapason_session_set_deadline (fixture->it.session, DIAPASON_HTTP_DEADLINE_MS);
  fixture->play.rows = ONE "," TWO "," AFTER;
  fixture->play.fault = NULL;
  go_round (fixture, MAX (wait, 0), DIAPASON_SOURCE_IN_SYNC);
  source_fixture_check (&fixture->it, ROWS_OF ("ill"), "1 one\n2 two\n9 after");
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  const Hostile *fault = data;

  begin (fixture, fault);
  g_autofree char *cursor = source_fixture_dump (&fixture->it, CURSOR);
  say_well (fixture, ONE "," AFTER);
  if (fault->is_slow)
    diapason_session_set_deadline (fixture->it.session, DEADLINE_MS);
  gint64 memory = begin_memory ();
  fixture->play.fault = fault;
  go_round (fixture, POLL_MS, DIAPASON_SOURCE_FAILING);

  check_sentence (sentence_of (fixture, "ill"), fault->says);
  check_memory (memory);
  source_fixture_check (&fixture->it, ROWS_OF ("ill"), "1 one\n2 two");
  source_fixture_check (&fixture->it, CURSOR, cursor);
  source_fixture_check (&fixture->it, ROWS_OF ("well"), "1 one\n9 after");
  g_assert_null (sentence_of (fixture, "well"));
  recover (fixture);
  g_assert_cmpint (fixture->play.written, <, HOSTILE_FLOOD_BYTES);
  g_assert_null (strstr (logged->str, CANARY));
  check_no_control (logged->str);
  matrix_ran (fault->row, 1, fault->name);
}

/* What is wrong with one row is no reason to leave the others out. */
static void
test_taken (Fixture *fixture, gconstpointer data)
{
  const Hostile *fault = data;

  begin (fixture, fault);
  say_well (fixture, ONE "," AFTER);
  gint64 memory = begin_memory ();
  fixture->play.fault = fault;
  go_round (fixture, POLL_MS, DIAPASON_SOURCE_IN_SYNC);

  check_memory (memory);
  if (fault->says != NULL)
    check_sentence (sentence_of (fixture, "ill"), fault->says);
  g_autofree char *rows = source_fixture_dump (&fixture->it, ROWS_OF ("ill"));
  g_assert_nonnull (strstr (rows, "1 one"));
  g_assert_nonnull (strstr (rows, "2 two"));
  g_assert_null (strstr (rows, "evil"));
  source_fixture_check (&fixture->it, ROWS_OF ("well"), "1 one\n9 after");
  check_no_control (logged->str);
  matrix_ran (fault->row, 1, fault->name);
}

static void
add (const Hostile *faults, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path =
          g_strconcat ("/source/hostile/", faults[i].row, "/", faults[i].name, NULL);

      g_test_add (path, Fixture, &faults[i], set_up, faults[i].is_taken ? test_taken : test_hostile,
                  tear_down);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* So that what is measured is in use, and not kept by the allocator for another time. */
  mallopt (M_MMAP_THRESHOLD, 128 * 1024);
  logged = g_string_new (NULL);
  g_log_set_writer_func (keep_log_cb, NULL, NULL);
  add (hostile_wires, hostile_n_wires);
  add (hostile_bodies, hostile_n_bodies);
  return g_test_run ();
}
