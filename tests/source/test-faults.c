/* test-faults.c: what servers get wrong in telling rows (S1) and in paging (S2): the cache ends
 * where the rows are, requests are bounded, and nothing is deleted on one listing's word.
 */
#include "matrix.h"
#include "source-fixture.h"

#define SOURCE(stream)                                                                             \
  "{'format': 1, 'name': 'it', 'label': 'It', 'base_url': 'BASE',"                                 \
  " 'authentication': {'kind': 'none'}, 'streams': [{'name': 'things', 'entity': 'article',"       \
  " 'items': 'rows', " stream                                                                      \
  ", 'map': {'id': 'id', 'revision': 'v', 'deleted': 'gone', 'title': 'name'}}]}"
#define LISTING                                                                                    \
  SOURCE ("'request': {'path': '/list'}, 'total': 'total', 'incremental': {'kind': 'listing'}")
#define NUMBERED                                                                                   \
  SOURCE ("'request': {'path': '/list', 'query': {'p': '{page}'}}, 'total': 'total',"              \
          "'paging': {'kind': 'page', 'size': 2}, 'incremental': {'kind': 'listing'}")
#define LINKED                                                                                     \
  SOURCE ("'request': {'path': '/next'}, 'paging': {'kind': 'next_url', 'next': 'next'},"          \
          "'incremental': {'kind': 'listing'}")
#define CURSOR                                                                                     \
  SOURCE ("'request': {'path': '/cursor', 'query': {'c': '{cursor}'}},"                            \
          "'paging': {'kind': 'cursor', 'next': 'cursor', 'more': 'more'},"                        \
          "'incremental': {'kind': 'cursor'}")
#define TITLES "SELECT remote_id || ' ' || title FROM article JOIN record USING (id) ORDER BY 1"

/* S1: how rows are told ------------------------------------------------------------------------ */

/* Each round gets one body; the last of them tells what is to be here. */
typedef struct
{
  const char *name;
  const char *json;
  const char *rounds[5]; /* rows */
  const char *titles;
} Telling;

static const Telling tellings[] = {
  { "duplicate", CURSOR, { "{'id':1,'v':1,'name':'a'},{'id':1,'v':1,'name':'a'}" }, "1 a" },
  { "reordered",
    CURSOR,
    { "{'id':1,'v':3,'name':'c'},{'id':1,'v':1,'name':'a'},{'id':1,'v':2,'name':'b'}" },
    "1 c" },
  { "older-than-stored",
    CURSOR,
    { "{'id':1,'v':3,'name':'c'}", "{'id':1,'v':2,'name':'b'}" },
    "1 c" },
  { "tombstone-before-create",
    CURSOR,
    { "{'id':1,'v':2,'gone':true}", "{'id':1,'v':1,'name':'a'},{'id':2,'v':3,'name':'b'}" },
    "2 b" },
  { "delete-then-create",
    CURSOR,
    { "{'id':1,'v':1,'name':'a'}", "{'id':1,'v':2,'gone':true}", "{'id':1,'v':3,'name':'b'}",
      "{'id':1,'v':2,'gone':true}" },
    "1 b" },
  /* Another row under the number of one that is gone, told as such or not. */
  { "id-reuse",
    CURSOR,
    { "{'id':1,'v':9,'gone':true},{'id':1,'v':10,'name':'other'}" },
    "1 other" },
  { "id-reuse-untold-once",
    LISTING,
    { "{'id':1,'v':9,'name':'a'}", "{'id':1,'v':1,'name':'other'}" },
    "1 a" },
  { "id-reuse-untold",
    LISTING,
    { "{'id':1,'v':9,'name':'a'}", "{'id':1,'v':1,'name':'other'}",
      "{'id':1,'v':1,'name':'other'}" },
    "1 other" },
  { "id-reuse-of-told-as-gone",
    LISTING,
    { "{'id':1,'v':9,'gone':true}", "{'id':1,'v':1,'name':'other'}",
      "{'id':1,'v':1,'name':'other'}" },
    "1 other" },
  { "older-now-and-then",
    LISTING,
    { "{'id':1,'v':9,'name':'a'}", "{'id':1,'v':8,'name':'late'}", "{'id':1,'v':9,'name':'a'}",
      "{'id':1,'v':8,'name':'late'}" },
    "1 a" },
};

static void
say_rows (SourceFixture *fixture, const char *path, const char *rows, const char *more)
{
  g_autoptr (GString) body = g_string_new (NULL);

  g_string_printf (body, "{'rows':[%s]%s}", rows, more);
  g_string_replace (body, "'", "\"", 0);
  fake_server_say (fixture->server, path, 200, body->str);
}

static void
test_told (SourceFixture *fixture, gconstpointer data)
{
  const Telling *telling = data;

  source_fixture_add (fixture, telling->json);
  for (guint i = 0; i < G_N_ELEMENTS (telling->rounds) && telling->rounds[i] != NULL; i++)
    {
      fake_server_forget (fixture->server, NULL);
      say_rows (fixture, "/list", telling->rounds[i], "");
      say_rows (fixture, "/cursor", telling->rounds[i], ",'cursor':'c','more':false");
      source_fixture_sync_well (fixture);
    }
  source_fixture_check (fixture, TITLES, telling->titles);
  matrix_ran ("S1", 1, telling->name);
}

/* S2: pages without end ------------------------------------------------------------------------ */

/* What a server answers to its @n-th question, from 0. Returns: (transfer full). */
typedef char *(*Saying) (guint n);

typedef struct
{
  const char *name;
  const char *json;
  const char *path;
  Saying say;
  guint most; /* questions in a round */
  const char *sentence;
} Endless;

/* Three pages, the last of which leads to the first. */
static char *
say_circle (guint n)
{
  return g_strdup_printf ("{\"rows\":[{\"id\":%u,\"name\":\"x\"}],\"next\":\"/next?at=%u\"}", n % 3,
                          n % 3);
}

static char *
say_same_rows (guint n)
{
  return g_strdup_printf ("{\"rows\":[{\"id\":1,\"name\":\"x\"}],\"cursor\":\"c%u\","
                          "\"more\":true}",
                          n);
}

static char *
say_nothing (guint n)
{
  return g_strdup_printf ("{\"rows\":[],\"cursor\":\"c%u\",\"more\":true}", n);
}

/* Two pages in turn, whatever was asked for. */
static char *
say_two_pages (guint n)
{
  return g_strdup_printf ("{\"rows\":[{\"id\":%u},{\"id\":%u}]}", 2 * (n % 2), 2 * (n % 2) + 1);
}

static const Endless endless[] = {
  { "next-link-loop", LINKED, "/next", say_circle, 4, "circle" },
  { "page-repeated", CURSOR, "/cursor", say_same_rows, 110, "do not end" },
  { "empty-page-with-more", CURSOR, "/cursor", say_nothing, 110, "do not end" },
  { "pages-in-turn", NUMBERED, "/list", say_two_pages, 110, "do not end" },
};

typedef struct
{
  Saying say;
  guint n;
} Script;

static FakeAnswer *
answer (const FakeRequest *request, gpointer data)
{
  Script *script = data;
  g_autofree char *body = script->say (script->n++);

  return fake_answer_new (200, body);
}

/* A round ends with a sentence, and when the server is well again all is read. */
static void
test_endless (SourceFixture *fixture, gconstpointer data)
{
  const Endless *fault = data;
  Script script = { fault->say, 0 };

  source_fixture_add (fixture, fault->json);
  fake_server_handle (fixture->server, fault->path, answer, &script);
  for (guint round = 0; round < 3; round++)
    {
      guint before = fake_server_count (fixture->server, NULL);
      g_autofree char *sentence = source_fixture_sync_badly (fixture, NULL);
      g_assert_nonnull (strstr (sentence, fault->sentence));
      g_assert_cmpuint (fake_server_count (fixture->server, NULL) - before, <=, fault->most);
    }
  fake_server_forget (fixture->server, NULL);
  say_rows (fixture, fault->path, "{'id':7,'name':'seven'}", ",'cursor':'end','more':false");
  source_fixture_sync_well (fixture);
  g_autofree char *titles = source_fixture_dump (fixture, TITLES);
  g_assert_nonnull (strstr (titles, "7 seven"));
  matrix_ran ("S2", 3, fault->name);
}

static char *
say_rows_at_last (guint n)
{
  return n < 60
             ? say_nothing (n)
             : g_strdup ("{\"rows\":[{\"id\":1,\"name\":\"a\"}],\"cursor\":\"e\",\"more\":false}");
}

/* A server that looks through much in vain may say so page by page. */
static void
test_empty_for_long (SourceFixture *fixture, gconstpointer data)
{
  Script script = { say_rows_at_last, 0 };

  source_fixture_add (fixture, CURSOR);
  fake_server_handle (fixture->server, "/cursor", answer, &script);
  source_fixture_sync_well (fixture);
  source_fixture_check (fixture, TITLES, "1 a");
}

/* S2: cursors that are no longer known --------------------------------------------------------- */

static FakeAnswer *
answer_expired (const FakeRequest *request, gpointer data)
{
  if (fake_request_parameter (request, "c") != NULL)
    return fake_answer_new (410, "{}");
  return fake_answer_new (200,
                          "{\"rows\":[{\"id\":1,\"name\":\"a\"}],\"cursor\":\"c\",\"more\":true}");
}

/* Not one of the cursors it gives is known to it: a round reads anew once, then says so. */
static void
test_expired_for_ever (SourceFixture *fixture, gconstpointer data)
{
  source_fixture_add (fixture, CURSOR);
  fake_server_handle (fixture->server, "/cursor", answer_expired, NULL);
  for (guint round = 0; round < 3; round++)
    {
      guint before = fake_server_count (fixture->server, NULL);
      g_free (source_fixture_sync_badly (fixture, NULL));
      g_assert_cmpuint (fake_server_count (fixture->server, NULL) - before, <=, 4);
    }
  source_fixture_check (fixture, TITLES, "1 a");
}

#define THREE "{'id':1,'name':'a'},{'id':2,'name':'b'},{'id':3,'name':'c'}"
#define ENDED ",'cursor':'c2','more':false"

static void
expire (SourceFixture *fixture)
{
  source_fixture_add (fixture, CURSOR);
  say_rows (fixture, "/cursor", THREE, ",'cursor':'c1','more':false");
  source_fixture_sync_well (fixture);
  fake_server_forget (fixture->server, NULL);
  fake_server_say (fixture->server, "/cursor?c=c1", 410, "{}");
}

/* A list of one page is the same twice, and no circle. */
static void
test_expired (SourceFixture *fixture, gconstpointer data)
{
  expire (fixture);
  say_rows (fixture, "/cursor", "{'id':1,'name':'a'},{'id':3,'name':'c'}", ENDED);
  source_fixture_sync_well (fixture);
  source_fixture_check (fixture, TITLES, "1 a\n3 c");
  matrix_ran ("S2", 1, "a cursor that has expired");
}

/* Reading anew fails between its two listings, the first of which was no whole one. */
static void
test_expired_and_failed (SourceFixture *fixture, gconstpointer data)
{
  g_autofree char *sentence = NULL;

  expire (fixture);
  say_rows (fixture, "/cursor", "{'id':1,'name':'a'}", ENDED);
  fake_server_say (fixture->server, "/cursor", 500, "{}");
  sentence = source_fixture_sync_badly (fixture, NULL);
  source_fixture_check (fixture, TITLES, "1 a\n2 b\n3 c");
  fake_server_forget (fixture->server, NULL);
  say_rows (fixture, "/cursor", THREE, ENDED);
  source_fixture_sync_well (fixture);
  source_fixture_check (fixture, TITLES, "1 a\n2 b\n3 c");
  matrix_ran ("S2", 1, "a cursor that has expired, and a failure while all is read anew");
}

/* S2: no deletion of many on one word ---------------------------------------------------------- */

typedef struct
{
  const char *rows;
  const char *more;
  const char *titles; /* after the round */
} Listed;

typedef struct
{
  const char *name;
  const char *json;
  Listed rounds[5];
} Listings;

#define ALL "1 a\n2 b\n3 c"

static const Listings listings[] = {
  { "empty-once",
    LISTING,
    { { THREE, "", ALL }, { "", "", ALL }, { THREE, "", ALL }, { "", "", ALL } } },
  { "empty-twice", LISTING, { { THREE, "", ALL }, { "", "", ALL }, { "", "", "" } } },
  { "in-turn",
    LISTING,
    { { THREE, "", ALL },
      { "{'id':1,'name':'a'}", "", ALL },
      { "{'id':2,'name':'b'},{'id':3,'name':'c'}", "", ALL },
      { "{'id':1,'name':'a'}", "", ALL } } },
  { "fewer-than-told",
    NUMBERED,
    { { "{'id':1,'name':'a'}", ",'total':1", "1 a" },
      { "{'id':2,'name':'b'}", ",'total':3", "1 a\n2 b" },
      { "{'id':2,'name':'b'}", ",'total':3", "1 a\n2 b" },
      { "{'id':2,'name':'b'}", ",'total':3", "1 a\n2 b" } } },
};

static void
test_listed (SourceFixture *fixture, gconstpointer data)
{
  const Listings *told = data;

  source_fixture_add (fixture, told->json);
  for (guint i = 0; i < G_N_ELEMENTS (told->rounds) && told->rounds[i].rows != NULL; i++)
    {
      fake_server_forget (fixture->server, NULL);
      say_rows (fixture, "/list", told->rounds[i].rows, told->rounds[i].more);
      source_fixture_sync_well (fixture);
      source_fixture_check (fixture, TITLES, told->rounds[i].titles);
    }
  matrix_ran ("S2", 1, told->name);
}

static void
add (const char *fault,
     const char *name,
     gconstpointer data,
     void (*test) (SourceFixture *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/source/faults/%s/%s", fault, name);

  g_test_add (path, SourceFixture, data, source_fixture_set_up, test, source_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tellings); i++)
    add ("s1", tellings[i].name, &tellings[i], test_told);
  for (guint i = 0; i < G_N_ELEMENTS (endless); i++)
    add ("s2", endless[i].name, &endless[i], test_endless);
  add ("s2", "empty-pages-for-long", NULL, test_empty_for_long);
  add ("s2", "cursor-expired-for-ever", NULL, test_expired_for_ever);
  add ("s2", "cursor-expired", NULL, test_expired);
  add ("s2", "cursor-expired-and-failed", NULL, test_expired_and_failed);
  for (guint i = 0; i < G_N_ELEMENTS (listings); i++)
    add ("s2", listings[i].name, &listings[i], test_listed);
  return g_test_run ();
}
