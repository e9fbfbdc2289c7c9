/* test-removal.c: a source is taken out of an engine that runs, whatever it is doing; its login and
 * its rows go, and another's stay. */
#include "await.h"
#include "ingest.h"
#include "source-fixture.h"

#define SOURCE(name)                                                                               \
  "{'format': 1, 'name': '" name "', 'label': 'The " name "', 'base_url': 'BASE/" name "',"        \
  " 'authentication': {'kind': 'header', 'name': 'X-Key', 'template': '{key}'},"                   \
  " 'streams': [{'name': 'articles', 'entity': 'article', 'items': 'rows', 'request': {'path': "   \
  "'/articles'}, 'map': {'id': 'id', 'title': 'title'}}]}"

#define ARTICLES "{\"rows\":[{\"id\":1,\"title\":\"one\"},{\"id\":2,\"title\":\"two\"}]}"
#define TITLES                                                                                     \
  "SELECT source.name || ' ' || title FROM article JOIN record USING (id) "                        \
  "JOIN source ON source.id = record.source ORDER BY 1"

static void
add (SourceFixture *fixture, const char *name, const char *json)
{
  g_autofree char *path = g_strdup_printf ("/%s/articles", name);

  fake_server_say (fixture->server, path, 200, ARTICLES);
  source_fixture_add (fixture, json);
  g_assert_true (source_fixture_sign_in (fixture, name, "key", "k", NULL));
}

static void
add_both (SourceFixture *fixture)
{
  add (fixture, "a", SOURCE ("a"));
  add (fixture, "b", SOURCE ("b"));
}

static gboolean
remove_source (SourceFixture *fixture, const char *name, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *note = NULL;
  gboolean done;

  diapason_sync_engine_remove_async (fixture->engine, name, await_cb, &result);
  await (&result);
  done = diapason_sync_engine_remove_finish (fixture->engine, result, &note, error);
  g_assert_null (note);
  return done;
}

static gboolean
has_login (SourceFixture *fixture, const char *name)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GHashTable) login = NULL;

  diapason_secrets_lookup_async (fixture->secrets, name, NULL, await_cb, &result);
  await (&result);
  login = diapason_secrets_lookup_finish (fixture->secrets, result, NULL);
  return login != NULL;
}

static void
test_removes (SourceFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint asked;

  add_both (fixture);
  diapason_sync_engine_start (fixture->engine);
  source_fixture_await (fixture, "a", DIAPASON_SOURCE_IN_SYNC);
  source_fixture_await (fixture, "b", DIAPASON_SOURCE_IN_SYNC);
  g_assert_true (remove_source (fixture, "a", &error));
  g_assert_no_error (error);
  g_assert_null (diapason_sync_engine_get_descriptor (fixture->engine, "a"));
  g_assert_cmpuint (g_list_model_get_n_items (diapason_sync_engine_get_statuses (fixture->engine)),
                    ==, 1);
  g_assert_false (has_login (fixture, "a"));
  g_assert_true (has_login (fixture, "b"));
  source_fixture_check (fixture, TITLES, "b one\nb two");

  asked = fake_server_count (fixture->server, "/a/articles");
  diapason_clock_advance (fixture->clock, 3600 * 1000);
  source_fixture_await (fixture, "b", DIAPASON_SOURCE_IN_SYNC);
  await_quiet ();
  g_assert_cmpuint (fake_server_count (fixture->server, "/a/articles"), ==, asked);

  g_assert_false (remove_source (fixture, "a", &error));
  g_assert_error (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_UNKNOWN);
}

/* In the middle of a round: what is on its way is waited for or given up, and nothing comes after
 * that. Until it is gone there is no other of its name. */
static void
test_while_it_fetches (SourceFixture *fixture, gconstpointer data)
{
  FakeAnswer *answer = fake_answer_new (200, ARTICLES);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonDescriptor) again = NULL;

  add (fixture, "a", SOURCE ("a"));
  source_fixture_sync_well (fixture);
  again = diapason_descriptor_ref (diapason_sync_engine_get_descriptor (fixture->engine, "a"));
  fake_server_forget (fixture->server, "/a/articles");
  fake_answer_delay (answer, FAKE_FOR_EVER);
  fake_server_push (fixture->server, "/a/articles", answer);
  diapason_sync_engine_start (fixture->engine);
  source_fixture_await (fixture, "a", DIAPASON_SOURCE_FETCHING);

  diapason_sync_engine_remove_async (fixture->engine, "a", await_cb, &result);
  g_assert_false (diapason_sync_engine_add (fixture->engine, again, &error));
  g_assert_error (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_DESCRIPTOR);
  g_assert_nonnull (strstr (error->message, "in a moment"));
  await (&result);
  g_assert_true (diapason_sync_engine_remove_finish (fixture->engine, result, NULL, NULL));
  source_fixture_check (fixture, TITLES, "");
  g_assert_true (diapason_sync_engine_add (fixture->engine, again, NULL));
}

static gboolean
mark_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_ingest_set_leaving (database, data, TRUE, error);
}

static void
mark (SourceFixture *fixture, const char *name)
{
  g_autoptr (GAsyncResult) result = NULL;

  diapason_store_write_async (fixture->store, DIAPASON_FILE_CACHE, DIAPASON_PRIORITY_PERSON,
                              mark_in_writer, (gpointer) name, NULL, await_cb, &result);
  await (&result);
  g_assert_true (diapason_store_write_finish (fixture->store, result, NULL));
}

#define MARKS "SELECT count(*) FROM stream WHERE name = '.leaving'"

/* A program that ended too early goes on when it starts again; a source that is described again is
 * not taken away. */
static void
test_over_a_restart (SourceFixture *fixture, gconstpointer data)
{
  g_autofree char *left = NULL;

  add_both (fixture);
  source_fixture_sync_well (fixture);
  mark (fixture, "a");
  mark (fixture, "b");
  source_fixture_restart (fixture);
  add (fixture, "b", SOURCE ("b"));
  diapason_sync_engine_start (fixture->engine);
  do
    {
      g_main_context_iteration (NULL, FALSE);
      g_free (left);
      left = source_fixture_dump (fixture, MARKS);
    }
  while (!g_str_equal (left, "0"));
  source_fixture_check (fixture, TITLES, "b one\nb two");
}

static void
add_test (const char *name, void (*test) (SourceFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/source/removal/", name, NULL);

  g_test_add (path, SourceFixture, NULL, source_fixture_set_up, test, source_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("removes", test_removes);
  add_test ("while-it-fetches", test_while_it_fetches);
  add_test ("over-a-restart", test_over_a_restart);
  return g_test_run ();
}
