/* test-giving-way.c: a long answer that is written lets an act pass between a few of its rows; a
 * short one goes before the rest of a long one. */
#include "descriptor-plan.h"
#include "page.h"
#include "store-fixture.h"

#define MANY 150
#define FEW  3

static const char descriptor[] =
    "{'format': 1, 'name': 'it', 'label': 'It', 'base_url': 'https://example.org',"
    " 'authentication': {'kind': 'none'}, 'streams': [{'name': 'articles', 'items': 'rows',"
    "  'request': {'path': '/articles'}, 'entity': 'article', 'map': {'id': 'id', 'title': "
    "'name'}}]}";

/* One answer on its way into the cache, and what was done meanwhile. */
typedef struct
{
  DiapasonPage *page;
  gboolean waits;    /* for somebody who wants the writer, before it goes on */
  gint is_under_way; /* atomic */
  guint at;          /* how far it was when the act was done */
  guint place;       /* in which all of it was written: 1 first */
  gboolean ended;
  gboolean acted;
} Race;

static guint n_written; /* the writer's */

static DiapasonPage *
page_new (guint n)
{
  g_autoptr (DiapasonDescriptor) parsed = NULL;
  g_autoptr (GString) json = g_string_new (descriptor);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GString *body = g_string_new ("{\"rows\": [");

  g_string_replace (json, "'", "\"", 0);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (body, "%s{\"id\": \"a%u\", \"name\": \"%0*u\"}", i > 0 ? "," : "", i,
                            150, i);
  g_string_append (body, "]}");
  bytes = g_string_free_to_bytes (body);
  parsed = diapason_descriptor_parse (json->str, json->len, &error);
  g_assert_no_error (error);
  return diapason_page_new (parsed, g_ptr_array_index (parsed->streams, 0), bytes);
}

static gboolean
apply_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  Race *race = data;

  if (race->page->source == 0 &&
      !diapason_ingest_source (database, "it", NULL, &race->page->source, error))
    return FALSE;
  g_atomic_int_set (&race->is_under_way, TRUE);
  while (race->waits && !diapason_database_is_awaited (database, DIAPASON_PRIORITY_SYNC))
    g_usleep (1000);
  race->waits = FALSE;
  if (!diapason_page_apply_in_writer (database, race->page, more, error))
    return FALSE;
  if (!*more)
    race->place = ++n_written;
  return TRUE;
}

static gboolean
act_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  Race *race = data;

  race->at = race->page->next;
  return TRUE;
}

static void
ended_cb (GObject *store, GAsyncResult *result, gpointer ended)
{
  g_autoptr (GError) error = NULL;

  diapason_store_write_finish (DIAPASON_STORE (store), result, &error);
  g_assert_no_error (error);
  *(gboolean *) ended = TRUE;
}

static void
write_page (StoreFixture *f, Race *race)
{
  diapason_store_write_async (f->store, DIAPASON_FILE_CACHE,
                              diapason_page_get_priority (race->page), apply_in_writer, race, NULL,
                              ended_cb, &race->ended);
}

static void
begin_page (StoreFixture *f, Race *race)
{
  write_page (f, race);
  while (!g_atomic_int_get (&race->is_under_way))
    g_usleep (1000);
}

static void
test_act (StoreFixture *f, gconstpointer data)
{
  Race race = { .page = page_new (MANY), .waits = TRUE };

  begin_page (f, &race);
  diapason_store_write_async (f->store, DIAPASON_FILE_CACHE, DIAPASON_PRIORITY_PERSON,
                              act_in_writer, &race, NULL, ended_cb, &race.acted);
  store_fixture_wait (&race.acted);
  store_fixture_wait (&race.ended);
  g_assert_cmpuint (race.at, <, MANY);
  g_autofree char *n = store_fixture_dump (f, "SELECT count (*) FROM article");
  g_assert_cmpstr (n, ==, "150\n");
  diapason_page_unref (race.page);
}

static void
test_short (StoreFixture *f, gconstpointer data)
{
  Race longer = { .page = page_new (MANY), .waits = TRUE };
  Race shorter = { .page = page_new (FEW) };

  begin_page (f, &longer);
  write_page (f, &shorter);
  store_fixture_wait (&shorter.ended);
  store_fixture_wait (&longer.ended);
  g_assert_cmpuint (longer.page->next, ==, MANY);
  g_assert_cmpuint (shorter.place, <, longer.place);
  diapason_page_unref (longer.page);
  diapason_page_unref (shorter.page);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/source/giving-way/act", StoreFixture, NULL, store_fixture_set_up, test_act,
              store_fixture_tear_down);
  g_test_add ("/source/giving-way/short", StoreFixture, NULL, store_fixture_set_up, test_short,
              store_fixture_tear_down);
  return g_test_run ();
}
