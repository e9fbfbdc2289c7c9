/* test-paging.c: whatever the manner of its pages, the cache holds what the server does: at first,
 * after changes, and after changes in the middle of a walk.
 */
#include "await.h"
#include "matrix.h"
#include "paging.h"
#include "row-server.h"
#include "source-fixture.h"

#define MAP(more)                                                                                  \
  "'entity': 'article', 'map': {'id': 'id', 'revision': 'v', 'title': 'name'" more "}"
#define SOURCE(stream)                                                                             \
  "{'format': 1, 'name': 'it', 'label': 'It', 'base_url': 'BASE',"                                 \
  " 'authentication': {'kind': 'none'}, 'streams': [{'name': 'things', 'items': 'rows', " stream   \
  "}]}"

/* A manner of paging, and whether it tells of deletions at once. */
typedef struct
{
  const char *name;
  const char *json;
  gboolean tells_deletions;
} Manner;

static const Manner manners[] = {
  { "by-time",
    SOURCE (
        "'request': {'path': '/page', 'query': {'p': '{page}', 'n': '{size}', 'since': '{since}'}},"
        "'paging': {'kind': 'page', 'size': 3, 'pages': 'pages', 'by_time': true}, 'total': "
        "'total',"
        "'incremental': {'kind': 'time', 'at': {'date': 'changed'}, 'overlap_seconds': 2}," MAP (
            ", 'deleted': 'gone'")),
    TRUE },
  { "cursor",
    SOURCE ("'request': {'path': '/cursor', 'query': {'n': '{size}', 'c': '{cursor}'}},"
            "'paging': {'kind': 'cursor', 'size': 3, 'next': 'cursor', 'more': 'more'},"
            "'incremental': {'kind': 'cursor'}," MAP (", 'deleted': 'gone'")),
    TRUE },
  { "short-page",
    SOURCE ("'request': {'path': '/short', 'query': {'p': '{page}', 'n': '{size}'}},"
            "'paging': {'kind': 'page', 'size': 3}, 'incremental': {'kind': 'listing'}," MAP ("")),
    FALSE },
  { "empty-page",
    SOURCE ("'request': {'path': '/short', 'query': {'p': '{page}', 'n': '{size}'}},"
            "'paging': {'kind': 'page', 'size': 3, 'until': 'empty'},"
            "'incremental': {'kind': 'listing'}," MAP ("")),
    FALSE },
  { "offset",
    SOURCE ("'request': {'path': '/offset', 'query': {'o': '{offset}', 'n': '{size}'}},"
            "'paging': {'kind': 'offset', 'size': 3}, 'total': 'total',"
            "'incremental': {'kind': 'listing'}," MAP ("")),
    FALSE },
  { "next-url",
    SOURCE ("'request': {'path': '/next', 'query': {'n': '{size}'}},"
            "'paging': {'kind': 'next_url', 'size': 3, 'next': 'next'},"
            "'incremental': {'kind': 'listing'}," MAP ("")),
    FALSE },
  { "link-header",
    SOURCE (
        "'request': {'path': '/link', 'query': {'n': '{size}'}},"
        "'paging': {'kind': 'next_url', 'size': 3}, 'incremental': {'kind': 'listing'}," MAP ("")),
    FALSE },
  { "after",
    SOURCE ("'request': {'path': '/after', 'query': {'a': '{cursor}', 'n': '{size}'}},"
            "'paging': {'kind': 'after', 'size': 3, 'id': 'id'}, 'total': 'total',"
            "'incremental': {'kind': 'listing'}," MAP ("")),
    FALSE },
  { "after-untold",
    SOURCE ("'request': {'path': '/after', 'query': {'a': '{cursor}', 'n': '{size}'}},"
            "'paging': {'kind': 'after', 'size': 3, 'id': 'id'},"
            "'incremental': {'kind': 'listing'}," MAP ("")),
    FALSE },
  { "window",
    SOURCE (
        "'request': {'path': '/window', 'query': {'o': '{offset}', 'n': '{size}', 'since': "
        "'{since}'}},"
        "'paging': {'kind': 'offset', 'size': 3, 'by_time': true}, 'total': 'total',"
        "'incremental': {'kind': 'time', 'at': {'date': 'changed'}, 'overlap_seconds': 2}," MAP (
            ", 'deleted': 'gone'")),
    TRUE },
  { "changes",
    SOURCE ("'request': {'path': '/changes', 'query': {'n': '{size}'}}, 'etag': true,"
            "'paging': {'kind': 'next_url', 'size': 3},"
            "'incremental': {'kind': 'cursor', 'link': 'changes'}," MAP (", 'deleted': 'gone'")),
    TRUE },
  { "changes-told",
    SOURCE ("'request': {'path': '/changes', 'query': {'n': '{size}'}},"
            "'paging': {'kind': 'next_url', 'size': 3},"
            "'incremental': {'kind': 'cursor', 'link': 'changes', 'sweep': false}," MAP (
                ", 'deleted': 'gone'")),
    TRUE },
};

#define WINDOW       (&manners[9])
#define CHANGES      (&manners[10])
#define CHANGES_TOLD (&manners[11])

static void
fill (RowServer *rows, guint n)
{
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *name = g_strdup_printf ("row-%u", i);
      row_server_set (rows, i, name);
    }
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
test_manner (SourceFixture *fixture, gconstpointer data)
{
  const Manner *manner = data;
  RowServer *rows = row_server_new (fixture->server);

  for (guint n = 0; n <= 7; n += n < 3 ? 3 : 4)
    {
      fill (rows, n);
      source_fixture_add (fixture, manner->json);
      source_fixture_sync_well (fixture);
      check_equal (fixture, rows);
      source_fixture_restart (fixture);
    }

  source_fixture_add (fixture, manner->json);
  row_server_set (rows, 8, "eighth");
  row_server_set (rows, 2, "second");
  row_server_delete (rows, 5);
  source_fixture_sync_well (fixture);
  if (!manner->tells_deletions)
    source_fixture_sync_well (fixture);
  check_equal (fixture, rows);

  guint before = fake_server_count (fixture->server, NULL);
  source_fixture_sync_well (fixture);
  check_equal (fixture, rows);
  if (manner->tells_deletions)
    g_assert_cmpuint (fake_server_count (fixture->server, NULL), <=, before + 2);
  source_fixture_restart (fixture);
  row_server_free (rows);
}

/* A row of an early page that changes while later ones are read. */
static void
test_change_between_pages (SourceFixture *fixture, gconstpointer data)
{
  const Manner *manner = data;
  RowServer *rows = row_server_new (fixture->server);

  fill (rows, 9);
  row_server_set_after (rows, 1, 2, "meanwhile");
  source_fixture_add (fixture, manner->json);
  source_fixture_sync_well (fixture);
  if (!manner->tells_deletions)
    source_fixture_sync_well (fixture);
  check_equal (fixture, rows);
  source_fixture_restart (fixture);
  row_server_free (rows);
}

#define MOST_IDS 14

/* Rows of a server that nobody stops, and the end of it. Whoever is told of each deletion has never
 * lost a row that nobody touched; who compares listings may have to see it in the next. */
static void
test_disturbed (SourceFixture *fixture, gconstpointer data)
{
  const Manner *manner = data;
  RowServer *rows = row_server_new (fixture->server);
  guint32 seed = (guint32) g_test_rand_int_range (1, G_MAXINT32);

  g_test_message ("disturbed by %u", seed);
  fill (rows, MOST_IDS + 2);
  source_fixture_add (fixture, manner->json);
  row_server_disturb (rows, seed, MOST_IDS);
  for (guint round = 0; round < 8; round++)
    {
      source_fixture_sync_well (fixture);
      if (manner->tells_deletions)
        source_fixture_check (fixture,
                              "SELECT group_concat (remote_id) FROM (SELECT remote_id FROM article "
                              "JOIN record USING (id) WHERE remote_id > '14' AND "
                              "remote_id < '17' ORDER BY 1)",
                              "15,16");
    }
  row_server_disturb (rows, 0, 0);
  for (guint round = 0; round < (manner->tells_deletions ? 1 : 3); round++)
    source_fixture_sync_well (fixture);
  check_equal (fixture, rows);
  matrix_ran ("S2", 8, "lists that change while they are read");
  source_fixture_restart (fixture);
  row_server_free (rows);
}

/* What moves up when a row goes is not passed over by who goes on after an id. */
static void
test_deleted_between_pages (SourceFixture *fixture, gconstpointer data)
{
  const Manner *manner = data;
  RowServer *rows = row_server_new (fixture->server);

  fill (rows, 9);
  row_server_set_after (rows, 1, 2, NULL);
  source_fixture_add (fixture, manner->json);
  source_fixture_sync_well (fixture);
  source_fixture_check (fixture,
                        "SELECT group_concat (remote_id, '') FROM (SELECT remote_id FROM record "
                        "WHERE NOT deleted ORDER BY remote_id)",
                        "123456789");
  source_fixture_restart (fixture);
  row_server_free (rows);
}

/* Many rows of the same second, more than a page. */
static void
test_one_instant (SourceFixture *fixture, gconstpointer data)
{
  const Manner *manner = data;
  RowServer *rows = row_server_new (fixture->server);

  row_server_hold_time (rows, TRUE);
  fill (rows, 8);
  row_server_hold_time (rows, FALSE);
  row_server_set (rows, 9, "later");
  source_fixture_add (fixture, manner->json);
  source_fixture_sync_well (fixture);
  check_equal (fixture, rows);
  source_fixture_restart (fixture);
  row_server_free (rows);
}

/* A row goes while nobody can tell: the cursor is no longer known. */
static void
test_cursor_expired (SourceFixture *fixture, gconstpointer data)
{
  const Manner *manner = data;
  RowServer *rows = row_server_new (fixture->server);

  fill (rows, 7);
  source_fixture_add (fixture, manner->json);
  source_fixture_sync_well (fixture);
  source_fixture_sync_well (fixture);
  row_server_set (rows, 3, "new");
  row_server_vanish (rows, 6);
  row_server_forget_cursors (rows);
  source_fixture_sync_well (fixture);
  check_equal (fixture, rows);
  source_fixture_check (fixture, "SELECT listing FROM stream", "2");

  row_server_set (rows, 4, "newer");
  source_fixture_sync_well (fixture);
  check_equal (fixture, rows);
  source_fixture_restart (fixture);
  row_server_free (rows);
}

/* Where a list that is read anew tells what is gone, its absence from it says nothing. */
static void
test_expired_without_sweep (SourceFixture *fixture, gconstpointer data)
{
  RowServer *rows = row_server_new (fixture->server);

  fill (rows, 7);
  source_fixture_add (fixture, CHANGES_TOLD->json);
  source_fixture_sync_well (fixture);
  row_server_delete (rows, 3);
  row_server_vanish (rows, 6);
  row_server_forget_cursors (rows);
  source_fixture_sync_well (fixture);
  source_fixture_check (fixture,
                        "SELECT group_concat (remote_id, '') FROM (SELECT remote_id FROM record "
                        "WHERE NOT deleted ORDER BY remote_id)",
                        "124567");
  source_fixture_check (fixture, "SELECT listing FROM stream", "0");
  source_fixture_restart (fixture);
  row_server_free (rows);
}

/* Whether the last request, which is the @index-th, says what is known already. */
static void
check_condition (SourceFixture *fixture, guint index, gboolean is_conditional)
{
  const FakeRequest *request = fake_server_request (fixture->server, "/changes", index);

  g_assert_cmpuint (fake_server_count (fixture->server, "/changes"), ==, index + 1);
  g_assert_cmpint (fake_request_header (request, "If-None-Match") != NULL, ==, is_conditional);
}

/* The tag of an answer is for the link it came from: it is shown when that is asked for again, also
 * by the next program, and never with another. */
static void
test_changes_tag (SourceFixture *fixture, gconstpointer data)
{
  RowServer *rows = row_server_new (fixture->server);

  fill (rows, 4);
  source_fixture_add (fixture, CHANGES->json);
  source_fixture_sync_well (fixture);
  check_condition (fixture, 1, FALSE);
  source_fixture_sync_well (fixture);
  check_condition (fixture, 2, FALSE);
  source_fixture_sync_well (fixture);
  check_condition (fixture, 3, TRUE);
  source_fixture_restart (fixture);
  source_fixture_add (fixture, CHANGES->json);
  source_fixture_sync_well (fixture);
  check_condition (fixture, 4, TRUE);

  row_server_set (rows, 2, "second");
  source_fixture_sync_well (fixture);
  check_condition (fixture, 5, TRUE);
  check_equal (fixture, rows);
  source_fixture_sync_well (fixture);
  check_condition (fixture, 6, FALSE);
  source_fixture_restart (fixture);
  row_server_free (rows);
}

/* A page without a link cannot be told from one whose headers were lost. */
static void
test_no_link (SourceFixture *fixture, gconstpointer data)
{
  g_autofree char *sentence = NULL;

  fake_server_say (fixture->server, "/changes", 200, "{\"rows\":[{\"id\":1}]}");
  source_fixture_add (fixture, CHANGES->json);
  sentence = source_fixture_sync_badly (fixture, NULL);
  g_assert_nonnull (strstr (sentence, "where the rest is"));
}

/* A server behind a proxy tells its own host; its links count for what follows the path. */
static void
test_rebased (SourceFixture *fixture, gconstpointer data)
{
  RowServer *rows = row_server_new (fixture->server);

  fill (rows, 7);
  row_server_set_host (rows, "http://inside.invalid:8080/app");
  source_fixture_add (fixture, manners[5].json);
  source_fixture_sync_well (fixture);
  check_equal (fixture, rows);
  source_fixture_restart (fixture);
  row_server_free (rows);
}

/* Circles ------------------------------------------------------------------------------------ */

static void
test_circle (SourceFixture *fixture, gconstpointer data)
{
  const Manner *manner = data;
  g_autofree char *sentence = NULL;

  fake_server_say (fixture->server, "/next", 200, "{\"rows\":[{\"id\":1}],\"next\":\"/next?a=1\"}");
  fake_server_say (fixture->server, "/cursor", 200,
                   "{\"rows\":[{\"id\":1}],\"cursor\":\"c\",\"more\":true}");
  fake_server_say (fixture->server, "/page", 200,
                   "{\"rows\":[{\"id\":1,\"changed\":\"2026-01-01T00:00:00Z\"}],\"pages\":99}");
  fake_server_say (fixture->server, "/after", 200, "{\"rows\":[{\"id\":1}],\"total\":9}");
  source_fixture_add (fixture, manner->json);
  sentence = source_fixture_sync_badly (fixture, NULL);
  g_assert_nonnull (strstr (sentence, "circle"));
  g_assert_cmpuint (fake_server_count (fixture->server, NULL), <=, 3);
}

static void
test_link_elsewhere (SourceFixture *fixture, gconstpointer data)
{
  g_autofree char *sentence = NULL;

  fake_server_say (fixture->server, "/next", 200,
                   "{\"rows\":[{\"id\":1}],\"next\":\"http://else.invalid/other?a=1\"}");
  source_fixture_add (fixture, manners[5].json);
  sentence = source_fixture_sync_badly (fixture, NULL);
  g_assert_nonnull (strstr (sentence, "another place"));
}

/* Pure --------------------------------------------------------------------------------------- */

static void
test_position (void)
{
  g_autoptr (DiapasonPosition) position = diapason_position_new ();

  g_autofree char *empty = diapason_position_print (position);
  g_assert_cmpstr (empty, ==, "{}");
  position->since = 12;
  position->token = g_strdup ("a \"b\"");
  position->walking = TRUE;
  position->total = 0;
  g_autofree char *text = diapason_position_print (position);
  g_autoptr (DiapasonPosition) again = diapason_position_parse (text);
  g_autofree char *same = diapason_position_print (again);
  g_assert_cmpstr (text, ==, same);
  g_assert_cmpstr (again->token, ==, "a \"b\"");
  g_assert_cmpint (again->total, ==, 0);

  static const char *const bad[] = { NULL,          "", "2026-01-01", "[]", "{\"page\":\"1\"}",
                                     "{\"full\":1}" };
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (DiapasonPosition) fresh = diapason_position_parse (bad[i]);
      g_autofree char *printed = diapason_position_print (fresh);
      g_assert_cmpstr (printed, ==, "{}");
    }
}

/* Of a walk in the order of ids: its first page answered at the second 110, a row of the last one
 * changed at 500. A row of the first may have changed at 120. */
static void
test_since (void)
{
  DiapasonStreamPlan plan = { .paging.kind = DIAPASON_PAGING_AFTER,
                              .incremental.kind = DIAPASON_INCREMENTAL_TIME };
  DiapasonPageFacts pages[] = {
    { .n_elements = 3,
      .now = 110,
      .latest = 100,
      .pages = -1,
      .total = -1,
      .more = -1,
      .next = "3" },
    { .n_elements = 3,
      .now = 510,
      .latest = 500,
      .pages = -1,
      .total = -1,
      .more = -1,
      .next = "6" },
    { .n_elements = 0, .now = 520, .latest = DIAPASON_NEVER, .pages = -1, .total = -1, .more = -1 },
  };

  for (guint by_time = 0; by_time <= 1; by_time++)
    {
      g_autoptr (DiapasonPosition) position = diapason_position_new ();
      g_autoptr (GHashTable) tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      gboolean end = FALSE, listed;
      plan.paging.by_time = by_time;
      diapason_position_begin_walk (position, &plan, 0);
      for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
        g_assert_true (
            diapason_position_advance (position, &plan, &pages[i], tokens, &end, &listed, NULL));
      g_assert_true (end);
      g_assert_cmpint (position->since, ==, by_time ? 500 : 110);
      g_assert_cmpint (position->began, ==, DIAPASON_NEVER);
    }
}

static void
test_links (void)
{
  static const struct
  {
    const char *header;
    const char *next;
    const char *last;
  } links[] = {
    { NULL, NULL, NULL },
    { "", NULL, NULL },
    { "<https://a/x?p=1>; rel=\"prev\"", NULL, NULL },
    { "<https://a/x?p=3>; rel=\"next\"", "https://a/x?p=3", NULL },
    { "<https://a/x?p=3>;rel=next", "https://a/x?p=3", NULL },
    { "<u1>; rel=\"first\", <u2>; title=\"t\"; rel=\"last next\"", "u2", "u2" },
    { "<u1>; rel=next, <u2>;rel=last; title=t", "u1", "u2" },
    { "<u1>; rel=\"nextish\", <u2>; rel=last-but-one", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *next = diapason_paging_link (links[i].header, "next");
      g_autofree char *last = diapason_paging_link (links[i].header, "last");
      g_assert_cmpstr (next, ==, links[i].next);
      g_assert_cmpstr (last, ==, links[i].last);
    }
}

static void
test_rebase (void)
{
  static const struct
  {
    const char *link;
    const char *wanted;
  } links[] = {
    { "https://h/api/rows?page=2", "https://h/api/rows?page=2" },
    { "http://10.0.0.1/REST/rows?page=2&x=%20", "https://h/api/rows?page=2&x=%20" },
    { "?page=2", "https://h/api/rows?page=2" },
    { "/api/rows?page=2", "https://h/api/rows?page=2" },
    { "https://h/api/others?page=2", NULL },
    { "https://evil/", NULL },
    { "http://[", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *uri = diapason_paging_rebase (links[i].link, "https://h/api", "/rows");
      g_assert_cmpstr (uri, ==, links[i].wanted);
    }
}

static void
add (const char *name, const Manner *manner, void (*test) (SourceFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/source/paging/", name, manner == NULL ? NULL : "/",
                                       manner == NULL ? NULL : manner->name, NULL);

  g_test_add (path, SourceFixture, manner, source_fixture_set_up, test, source_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (manners); i++)
    {
      add ("manner", &manners[i], test_manner);
      add ("between-pages", &manners[i], test_change_between_pages);
      add ("disturbed", &manners[i], test_disturbed);
    }
  add ("one-instant", &manners[0], test_one_instant);
  add ("one-instant", WINDOW, test_one_instant);
  add ("cursor-expired", &manners[1], test_cursor_expired);
  add ("cursor-expired", CHANGES, test_cursor_expired);
  add ("expired-without-sweep", NULL, test_expired_without_sweep);
  add ("changes-tag", NULL, test_changes_tag);
  add ("no-link", NULL, test_no_link);
  add ("rebased", NULL, test_rebased);
  add ("deleted-between-pages", &manners[7], test_deleted_between_pages);
  add ("deleted-between-pages", &manners[8], test_deleted_between_pages);
  add ("circle", &manners[0], test_circle);
  add ("circle", &manners[1], test_circle);
  add ("circle", &manners[5], test_circle);
  add ("circle", &manners[7], test_circle);
  add ("link-elsewhere", NULL, test_link_elsewhere);
  g_test_add_func ("/source/paging/position", test_position);
  g_test_add_func ("/source/paging/since", test_since);
  g_test_add_func ("/source/paging/links", test_links);
  g_test_add_func ("/source/paging/rebase", test_rebase);
  return g_test_run ();
}
