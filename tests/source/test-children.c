/* test-children.c: streams asked for each element of another, what is kept beside them, and what is
 * no longer there.
 */
#include "await.h"
#include "row-server.h"
#include "source-fixture.h"

#define SOURCE                                                                                     \
  "{'format': 1, 'name': 'desk', 'label': 'Desk', 'base_url': 'BASE',"                             \
  " 'authentication': {'kind': 'none'}, 'streams': ["                                              \
  " {'name': 'cases', 'entity': 'interaction', 'items': 'rows',"                                   \
  "  'request': {'path': '/page', 'query': {'p': '{page}', 'n': '{size}', 'since': '{since}'}},"   \
  "  'paging': {'kind': 'page', 'size': 2, 'pages': 'pages'}, 'total': 'total',"                   \
  "  'incremental': {'kind': 'time', 'at': {'date': 'changed'}, 'sweep_hours': 24},"               \
  "  'map': {'id': 'id', 'subject': 'name', 'deleted': 'gone'}},"                                  \
  " {'name': 'authors', 'for_each': 'cases', 'items': 'authors', 'keep': 'of',"                    \
  "  'request': {'path': '/case/{^.id}/authors'}},"                                                \
  " {'name': 'notes', 'for_each': 'cases', 'entity': 'message', 'items': 'notes', 'unique': true," \
  "  'request': {'method': 'POST', 'path': '/case/{^.id}/notes', 'body': {'of': '{^.id}', 'n': "   \
  "9}},"                                                                                           \
  "  'when': {'has': {'lookup': 'id', 'in': 'authors', 'path': 'name'}},"                          \
  "  'map': {'id': 'id', 'interaction': '^.id', 'body': 'text',"                                   \
  "   'author_name': {'lookup': 'id', 'in': 'authors', 'path': 'name'}}}]}"

#define NOTES                                                                                      \
  "SELECT i.remote_id || ' ' || m.remote_id || ' ' || author_name || ' ' || body FROM message "    \
  "JOIN record m USING (id) JOIN record i ON i.id = interaction WHERE NOT m.deleted ORDER BY 1"
#define CASES                                                                                      \
  "SELECT remote_id FROM interaction JOIN record USING (id) WHERE NOT deleted ORDER BY 1"

static void
serve_case (SourceFixture *fixture, guint id, const char *authors, const char *notes)
{
  g_autofree char *at_authors = g_strdup_printf ("/case/%u/authors", id);
  g_autofree char *at_notes = g_strdup_printf ("/case/%u/notes", id);

  fake_server_forget (fixture->server, at_authors);
  fake_server_forget (fixture->server, at_notes);
  fake_server_say (fixture->server, at_authors, 200, authors);
  fake_server_say (fixture->server, at_notes, 200, notes);
}

/* Three cases; the second has a note that comes twice and one of nobody's. */
static RowServer *
set_up_cases (SourceFixture *fixture)
{
  RowServer *rows = row_server_new (fixture->server);

  for (guint id = 1; id <= 3; id++)
    {
      row_server_set (rows, id, "case");
      serve_case (fixture, id, "{\"authors\":[]}", "{\"notes\":[]}");
    }
  serve_case (fixture, 2,
              "{\"authors\":[{\"of\":\"n1\",\"name\":\"Maud\"},{\"of\":\"n2\",\"name\":\"Ugo\"}]}",
              "{\"notes\":[{\"id\":\"n1\",\"text\":\"first\"},{\"id\":\"n1\",\"text\":\"again\"},"
              "{\"id\":\"n3\",\"text\":\"of nobody\"},{\"id\":\"n2\",\"text\":\"second\"}]}");
  source_fixture_add (fixture, SOURCE);
  return rows;
}

static guint
asked (SourceFixture *fixture, guint id)
{
  g_autofree char *path = g_strdup_printf ("/case/%u/authors", id);

  return fake_server_count (fixture->server, path);
}

static void
test_children (SourceFixture *fixture, gconstpointer data)
{
  RowServer *rows = set_up_cases (fixture);

  source_fixture_sync_well (fixture);
  source_fixture_check (fixture, NOTES, "2 n1 Maud first\n2 n2 Ugo second");
  g_assert_cmpstr (fake_request_body (fake_server_request (fixture->server, "/case/2/notes", 0)),
                   ==, "{\"of\":\"2\",\"n\":9}");

  /* What has not changed is not asked about again, but for the youngest. */
  source_fixture_sync_well (fixture);
  g_assert_cmpuint (asked (fixture, 1), ==, 1);
  g_assert_cmpuint (asked (fixture, 2), ==, 1);
  g_assert_cmpuint (asked (fixture, 3), ==, 2);

  row_server_set (rows, 1, "changed");
  serve_case (fixture, 1, "{\"authors\":[{\"of\":\"n9\",\"name\":\"Ida\"}]}",
              "{\"notes\":[{\"id\":\"n9\",\"text\":\"new\"}]}");
  source_fixture_sync_well (fixture);
  source_fixture_check (fixture, NOTES, "1 n9 Ida new\n2 n1 Maud first\n2 n2 Ugo second");
  g_assert_cmpuint (asked (fixture, 2), ==, 1);
  source_fixture_restart (fixture);
  row_server_free (rows);
}

/* A change that began before the youngest one and was told after it, of which the case itself shows
 * no more than its revision. */
static void
test_told_late (SourceFixture *fixture, gconstpointer data)
{
  static const char *const answers[] = {
    "{\"rows\":[{\"id\":1,\"changed\":\"2026-01-01T10:00:00Z\",\"v\":1},"
    "{\"id\":2,\"changed\":\"2026-01-01T10:00:05Z\",\"v\":2}]}",
    "{\"rows\":[{\"id\":1,\"changed\":\"2026-01-01T10:00:04Z\",\"v\":3},"
    "{\"id\":2,\"changed\":\"2026-01-01T10:00:05Z\",\"v\":2}]}",
  };

  serve_case (fixture, 1, "{\"authors\":[]}", "{}");
  serve_case (fixture, 2, "{\"authors\":[]}", "{}");
  source_fixture_add (
      fixture,
      "{'format': 1, 'name': 'desk', 'label': 'Desk', 'base_url': 'BASE',"
      " 'authentication': {'kind': 'none'}, 'streams': ["
      " {'name': 'cases', 'entity': 'interaction', 'items': 'rows',"
      "  'request': {'path': '/cases', 'query': {'since': '{since}'}},"
      "  'incremental': {'kind': 'time', 'at': {'date': 'changed'}, 'overlap_seconds': 60},"
      "  'map': {'id': 'id', 'revision': 'v'}},"
      " {'name': 'authors', 'for_each': 'cases', 'items': 'authors', 'keep': 'of',"
      "  'request': {'path': '/case/{^.id}/authors'}}]}");
  for (guint round = 0; round < 3; round++)
    {
      fake_server_forget (fixture->server, "/cases");
      fake_server_say (fixture->server, "/cases", 200, answers[MIN (round, 1)]);
      source_fixture_sync_well (fixture);
    }
  g_assert_cmpuint (asked (fixture, 1), ==, 2);
  source_fixture_restart (fixture);
}

/* Rights differ, and cases go while they are read: that is no failure. */
static void
test_child_missing (SourceFixture *fixture, gconstpointer data)
{
  RowServer *rows = set_up_cases (fixture);

  fake_server_forget (fixture->server, "/case/1/notes");
  fake_server_say (fixture->server, "/case/1/notes", GPOINTER_TO_UINT (data), "{}");
  g_autoptr (DiapasonSyncReport) report = source_fixture_sync (fixture, NULL);
  g_assert_true (diapason_sync_report_is_success (report));
  g_assert_cmpuint (
      diapason_sync_report_row (report, "desk", "cases", DIAPASON_ENTITY_INTERACTION)->refused, ==,
      1);
  source_fixture_check (fixture, NOTES, "2 n1 Maud first\n2 n2 Ugo second");
  source_fixture_restart (fixture);
  row_server_free (rows);
}

/* What fails may be over the next time, so the position waits; it does not wait for ever. */
static void
test_child_fails (SourceFixture *fixture, gconstpointer data)
{
  RowServer *rows = set_up_cases (fixture);

  fake_server_forget (fixture->server, "/case/1/notes");
  fake_server_say (fixture->server, "/case/1/notes", 500, "{}");
  for (guint round = 1; round <= 2; round++)
    {
      g_free (source_fixture_sync_badly (fixture, NULL));
      source_fixture_check (fixture, NOTES, "");
      g_assert_cmpuint (asked (fixture, 1), ==, round);
    }
  source_fixture_sync_well (fixture);
  source_fixture_check (fixture, NOTES, "2 n1 Maud first\n2 n2 Ugo second");
  source_fixture_restart (fixture);
  row_server_free (rows);
}

static void
test_child_recovers (SourceFixture *fixture, gconstpointer data)
{
  RowServer *rows = set_up_cases (fixture);

  source_fixture_sync_well (fixture);
  row_server_set (rows, 2, "changed");
  fake_server_forget (fixture->server, "/case/2/authors");
  fake_server_say (fixture->server, "/case/2/authors", 500, "{}");
  g_free (source_fixture_sync_badly (fixture, NULL));
  serve_case (fixture, 2, "{\"authors\":[{\"of\":\"n4\",\"name\":\"Ida\"}]}",
              "{\"notes\":[{\"id\":\"n4\",\"text\":\"late\"}]}");
  source_fixture_sync_well (fixture);
  source_fixture_check (fixture, NOTES, "2 n1 Maud first\n2 n2 Ugo second\n2 n4 Ida late");
  source_fixture_restart (fixture);
  row_server_free (rows);
}

/* The program ends when the cases are here and their notes are not. */
static void
test_ended_between (SourceFixture *fixture, gconstpointer data)
{
  RowServer *rows = set_up_cases (fixture);
  FakeAnswer *silent = fake_answer_new (200, "{}");

  fake_answer_delay (silent, FAKE_FOR_EVER);
  fake_server_forget (fixture->server, "/case/1/authors");
  fake_server_push (fixture->server, "/case/1/authors", silent);
  diapason_sync_engine_start (fixture->engine);
  fake_server_await (fixture->server, "/case/1/authors", 1);
  source_fixture_check (fixture, CASES, "1\n2");
  source_fixture_restart (fixture);

  serve_case (fixture, 1, "{\"authors\":[{\"of\":\"n7\",\"name\":\"Ida\"}]}",
              "{\"notes\":[{\"id\":\"n7\",\"text\":\"after all\"}]}");
  source_fixture_add (fixture, SOURCE);
  source_fixture_sync_well (fixture);
  source_fixture_check (fixture, NOTES, "1 n7 Ida after all\n2 n1 Maud first\n2 n2 Ugo second");
  source_fixture_restart (fixture);
  row_server_free (rows);
}

/* A case that no list names any more goes when two whole lists have shown it. */
static void
test_sweep (SourceFixture *fixture, gconstpointer data)
{
  RowServer *rows = set_up_cases (fixture);

  source_fixture_sync_well (fixture);
  row_server_vanish (rows, 1);
  for (guint day = 1; day <= 2; day++)
    {
      source_fixture_sync_well (fixture);
      source_fixture_check (fixture, CASES, "1\n2\n3");
      diapason_clock_advance (fixture->clock, 23 * 3600 * 1000);
      source_fixture_sync_well (fixture);
      source_fixture_check (fixture, CASES, "1\n2\n3");
      diapason_clock_advance (fixture->clock, 3600 * 1000);
      source_fixture_sync_well (fixture);
      source_fixture_check (fixture, CASES, day < 2 ? "1\n2\n3" : "2\n3");
    }
  g_assert_cmpuint (asked (fixture, 2), ==, 1);
  source_fixture_restart (fixture);
  row_server_free (rows);
}

/* A list that changes while it is read proves nothing. */
static void
test_shifted_listing (SourceFixture *fixture, gconstpointer data)
{
  RowServer *rows = set_up_cases (fixture);

  serve_case (fixture, 4, "{\"authors\":[]}", "{\"notes\":[]}");
  source_fixture_sync_well (fixture);
  row_server_vanish (rows, 1);
  for (guint day = 0; day < 2; day++)
    {
      diapason_clock_advance (fixture->clock, 24 * 3600 * 1000);
      row_server_set (rows, 4, "case");
      row_server_set_after (rows, 1, 4, NULL);
      source_fixture_sync_well (fixture);
    }
  source_fixture_check (fixture, "SELECT listing FROM stream WHERE name = 'cases'", "1");
  source_fixture_restart (fixture);
  row_server_free (rows);
}

/* Lists that name all -------------------------------------------------------------------------- */

#define POINTS                                                                                     \
  "SELECT remote_id || ' ' || value FROM contact_point JOIN record USING (id) ORDER BY 1"

static void
say_contact (SourceFixture *fixture, const char *contact)
{
  g_autofree char *body = g_strdup_printf ("{\"rows\":[%s]}", contact);

  fake_server_forget (fixture->server, "/contacts");
  fake_server_say (fixture->server, "/contacts", 200, body);
  source_fixture_sync_well (fixture);
}

/* A number that a contact's list no longer names is gone, and may come back. */
static void
test_whole (SourceFixture *fixture, gconstpointer data)
{
  source_fixture_add (
      fixture,
      "{'format': 1, 'name': 'desk', 'label': 'Desk', 'base_url': 'BASE',"
      " 'authentication': {'kind': 'none'}, 'streams': [{'name': 'contacts', 'items': 'rows',"
      " 'entity': 'customer', 'request': {'path': '/contacts'},"
      " 'map': {'id': 'id', 'revision': 'v', 'name': 'name', 'deleted': 'gone'},"
      " 'also': [{'entity': 'contact_point', 'each': 'tel', 'whole': 'customer',"
      "  'map': {'id': {'template': '{^.id}:{.}'}, 'revision': '^.v', 'customer': '^.id', 'value': "
      "'.'}}]}]}");
  say_contact (fixture,
               "{\"id\":1,\"v\":1,\"tel\":[\"11\",\"12\"]},{\"id\":2,\"v\":1,\"tel\":[\"11\"]}");
  source_fixture_check (fixture, POINTS, "1:11 11\n1:12 12\n2:11 11");
  say_contact (fixture, "{\"id\":1,\"v\":2,\"tel\":[\"12\",\"13\"]}");
  source_fixture_check (fixture, POINTS, "1:12 12\n1:13 13\n2:11 11");
  say_contact (fixture, "{\"id\":1,\"v\":1,\"tel\":[\"11\",\"12\"]}");
  source_fixture_check (fixture, POINTS, "1:12 12\n1:13 13\n2:11 11");
  say_contact (fixture, "{\"id\":1,\"v\":3,\"tel\":[\"11\"]}");
  source_fixture_check (fixture, POINTS, "1:11 11\n2:11 11");
  /* An older list says nothing of what nobody has heard of since. */
  say_contact (fixture, "{\"id\":1,\"v\":1,\"tel\":[\"14\"]}");
  source_fixture_check (fixture, POINTS, "1:11 11\n2:11 11");
  say_contact (fixture, "{\"id\":1,\"v\":4,\"gone\":true}");
  source_fixture_check (fixture, POINTS, "2:11 11");
}

/* An etag -------------------------------------------------------------------------------------- */

static FakeAnswer *
answer_tagged (const FakeRequest *request, gpointer data)
{
  FakeAnswer *answer;

  if (g_strcmp0 (fake_request_header (request, "If-None-Match"), "\"v1\"") == 0)
    return fake_answer_new (304, NULL);
  answer = fake_answer_new (200, "{\"rows\":[{\"id\":1,\"name\":\"team\"}]}");
  fake_answer_header (answer, "ETag", "\"v1\"");
  return answer;
}

static void
test_etag (SourceFixture *fixture, gconstpointer data)
{
  fake_server_handle (fixture->server, "/units", answer_tagged, NULL);
  source_fixture_add (fixture,
                      "{'format': 1, 'name': 'desk', 'label': 'Desk', 'base_url': 'BASE',"
                      " 'authentication': {'kind': 'none'}, 'streams': ["
                      " {'name': 'units', 'entity': 'unit', 'items': 'rows', 'etag': true,"
                      "  'request': {'path': '/units'}, 'map': {'id': 'id', 'name': 'name'}}]}");
  source_fixture_sync_well (fixture);
  source_fixture_sync_well (fixture);
  g_assert_cmpstr (fake_request_header (fake_server_request (fixture->server, "/units", 1),
                                        "If-None-Match"),
                   ==, "\"v1\"");
  source_fixture_check (fixture, "SELECT name FROM unit", "team");
}

static void
add (const char *name, gconstpointer data, void (*test) (SourceFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/source/children/", name, NULL);

  g_test_add (path, SourceFixture, data, source_fixture_set_up, test, source_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("read", NULL, test_children);
  add ("told-late", NULL, test_told_late);
  add ("missing", GUINT_TO_POINTER (404), test_child_missing);
  add ("forbidden", GUINT_TO_POINTER (403), test_child_missing);
  add ("fails", NULL, test_child_fails);
  add ("recovers", NULL, test_child_recovers);
  add ("ended-between", NULL, test_ended_between);
  add ("sweep", NULL, test_sweep);
  add ("shifted-listing", NULL, test_shifted_listing);
  add ("whole", NULL, test_whole);
  add ("etag", NULL, test_etag);
  return g_test_run ();
}
