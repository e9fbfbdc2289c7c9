/* test-ingest.c: what becomes of a row, its references, its tombstone, its queue and its change
 * set. */
#include "store-fixture.h"

static void
test_new_same_changed (StoreFixture *fixture, gconstpointer data)
{
  const DiapasonIngestOutcome first =
      store_fixture_ingest (fixture, "crm",
                            store_fixture_row (DIAPASON_ENTITY_CUSTOMER, "c1", 1, "name",
                                               "Éloïse Cœur", NULL));
  g_assert_cmpint (first, ==, DIAPASON_INGEST_NEW);

  g_autofree char *dump = store_fixture_dump (fixture, "SELECT name, name_key FROM customer");
  g_assert_cmpstr (dump, ==, "Éloïse Cœur|eloise coeur\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/ingest/new-same-changed", StoreFixture, NULL, store_fixture_set_up,
              test_new_same_changed, store_fixture_tear_down);
  return g_test_run ();
}
