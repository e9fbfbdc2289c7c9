/* test-ingest.c: what becomes of a row, its references, its tombstone, its queue and its change
 * set. */
#include "derive-queue.h"
#include "store-fixture.h"

#define CUSTOMER(id, revision, ...)                                                                \
  store_fixture_row (DIAPASON_ENTITY_CUSTOMER, id, revision, __VA_ARGS__, NULL)

static DiapasonRow *
tombstone (DiapasonEntity entity, const char *remote_id, gint64 revision)
{
  DiapasonRow *row = store_fixture_row (entity, remote_id, revision, NULL);
  row->deleted = TRUE;
  return row;
}

static void
assert_says (StoreFixture *fixture, DiapasonRow *row, DiapasonIngestOutcome outcome)
{
  g_assert_cmpint (store_fixture_ingest (fixture, "crm", row), ==, outcome);
}

static void
assert_dump (StoreFixture *fixture, const char *sql, const char *expected)
{
  g_autofree char *dump = store_fixture_dump (fixture, sql);
  g_assert_cmpstr (dump, ==, expected);
}

#define NAMES "SELECT remote_id, revision, deleted, name FROM record LEFT JOIN customer USING (id)"

static void
test_by_revision (StoreFixture *fixture, gconstpointer data)
{
  assert_says (fixture, CUSTOMER ("c", 5, "name", "Éloïse Cœur"), DIAPASON_INGEST_NEW);
  assert_dump (fixture, "SELECT name_key FROM customer", "eloise coeur\n");
  assert_says (fixture, CUSTOMER ("c", 5, "name", "Éloïse Cœur"), DIAPASON_INGEST_SAME);
  assert_says (fixture, CUSTOMER ("c", 4, "name", "Old"), DIAPASON_INGEST_OLDER);
  assert_says (fixture, CUSTOMER ("c", 6, "name", "New"), DIAPASON_INGEST_CHANGED);
  /* The mapping may have changed: the same revision with other content. */
  assert_says (fixture, CUSTOMER ("c", 6, "name", "Newer"), DIAPASON_INGEST_CHANGED);
  assert_says (fixture, CUSTOMER ("c", 7, "name", "Newer"), DIAPASON_INGEST_NOTED);
  assert_says (fixture, CUSTOMER ("c", 6, "name", "Late"), DIAPASON_INGEST_OLDER);
  assert_dump (fixture, NAMES, "c|7|0|Newer\n");
  /* A row is whole: what is not said any more is gone. */
  assert_says (fixture, CUSTOMER ("c", 8, "city", "Lyon"), DIAPASON_INGEST_CHANGED);
  assert_dump (fixture, "SELECT name, name_key, city FROM customer", "||Lyon\n");
}

static void
test_without_revision (StoreFixture *fixture, gconstpointer data)
{
  assert_says (fixture, CUSTOMER ("c", -1, "name", "A"), DIAPASON_INGEST_NEW);
  assert_says (fixture, CUSTOMER ("c", -1, "name", "A"), DIAPASON_INGEST_SAME);
  assert_says (fixture, CUSTOMER ("c", -1, "name", "B"), DIAPASON_INGEST_CHANGED);
  assert_says (fixture, tombstone (DIAPASON_ENTITY_CUSTOMER, "c", -1), DIAPASON_INGEST_DELETED);
  assert_says (fixture, tombstone (DIAPASON_ENTITY_CUSTOMER, "c", -1), DIAPASON_INGEST_SAME);
  assert_dump (fixture, NAMES, "c||1|\n");
  assert_says (fixture, CUSTOMER ("c", -1, "name", "C"), DIAPASON_INGEST_NEW);
  assert_dump (fixture, NAMES, "c||0|C\n");
}

static void
test_tombstones (StoreFixture *fixture, gconstpointer data)
{
  /* Told gone before it was ever told. */
  assert_says (fixture, tombstone (DIAPASON_ENTITY_CUSTOMER, "c", 5), DIAPASON_INGEST_SAME);
  assert_says (fixture, CUSTOMER ("c", 4, "name", "A"), DIAPASON_INGEST_OLDER);
  assert_says (fixture, CUSTOMER ("c", 5, "name", "A"), DIAPASON_INGEST_OLDER);
  assert_dump (fixture, NAMES, "c|5|1|\n");
  assert_says (fixture, CUSTOMER ("c", 6, "name", "A"), DIAPASON_INGEST_NEW);
  assert_says (fixture, tombstone (DIAPASON_ENTITY_CUSTOMER, "c", 5), DIAPASON_INGEST_OLDER);
  assert_dump (fixture, NAMES, "c|6|0|A\n");
  /* One without a revision deletes, and rows that were old then stay away. */
  assert_says (fixture, tombstone (DIAPASON_ENTITY_CUSTOMER, "c", -1), DIAPASON_INGEST_DELETED);
  assert_says (fixture, CUSTOMER ("c", 6, "name", "A"), DIAPASON_INGEST_OLDER);
  assert_dump (fixture, NAMES, "c|6|1|\n");
}

static void
test_references (StoreFixture *fixture, gconstpointer data)
{
  DiapasonRow *row = CUSTOMER ("c2", 1, "name", "B", "unit", "u");
  guint same_as = (guint) diapason_entity_info_column (row->info, "same_as");

  diapason_row_set_reference (row, same_as, "platform", "c1");
  assert_says (fixture, row, DIAPASON_INGEST_NEW);
  assert_dump (fixture,
               "SELECT s.name, entity, remote_id, deleted, as_of FROM record r "
               "JOIN source s ON s.id = r.source ORDER BY r.id",
               "crm|3|c2|0|1767225600000\nplatform|3|c1|0|\ncrm|1|u|0|\n");
  /* Its own row comes later, under the id it was mentioned by. */
  g_assert_cmpint (store_fixture_ingest (fixture, "platform", CUSTOMER ("c1", 1, "name", "A")), ==,
                   DIAPASON_INGEST_NEW);
  assert_dump (fixture, "SELECT a.name, b.name FROM customer a JOIN customer b ON b.id = a.same_as",
               "B|A\n");
}

static void
test_keys_of_contact_points (StoreFixture *fixture, gconstpointer data)
{
  const char *const cases[][3] = {
    { "phone", "+33 (0)6 12 34 56 78", "12345678" },
    { "mobile", "0612345678", "12345678" },
    { "email", "Élise@Example.ORG", "elise@example.org" },
    { "phone", "12", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expected = g_strconcat (cases[i][2], "\n", NULL);
      store_fixture_ingest (fixture, "crm",
                            store_fixture_row (DIAPASON_ENTITY_CONTACT_POINT, "p", -1, "kind",
                                               cases[i][0], "value", cases[i][1], NULL));
      assert_dump (fixture, "SELECT value_key FROM contact_point", expected);
    }
}

#define AS_OF  "SELECT as_of - 1767225600000 FROM record"
#define MINUTE (60 * 1000)

static void
test_as_of_is_lazy (StoreFixture *fixture, gconstpointer data)
{
  assert_says (fixture, CUSTOMER ("c", 1, "name", "A"), DIAPASON_INGEST_NEW);
  diapason_clock_advance (fixture->clock, 59 * MINUTE);
  assert_says (fixture, CUSTOMER ("c", 1, "name", "A"), DIAPASON_INGEST_SAME);
  assert_dump (fixture, AS_OF, "0\n");
  diapason_clock_advance (fixture->clock, MINUTE);
  assert_says (fixture, CUSTOMER ("c", 1, "name", "A"), DIAPASON_INGEST_SAME);
  assert_dump (fixture, AS_OF, "3600000\n");
  diapason_clock_advance (fixture->clock, MINUTE);
  assert_says (fixture, CUSTOMER ("c", 2, "name", "B"), DIAPASON_INGEST_CHANGED);
  assert_dump (fixture, AS_OF, "3660000\n");
}

static gboolean
run_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_database_exec (database, data, error);
}

static void
forget_queue (StoreFixture *fixture)
{
  store_fixture_write (fixture, DIAPASON_FILE_CACHE, run_in_writer,
                       (gpointer) "DELETE FROM derive_queue");
}

static void
assert_queued (StoreFixture *fixture, DiapasonRow *row, const char *expected)
{
  store_fixture_ingest (fixture, "crm", row);
  assert_dump (fixture,
               "SELECT step, remote_id FROM derive_queue JOIN record ON id = record "
               "ORDER BY step, remote_id",
               expected);
  forget_queue (fixture);
}

#define ROW(entity, id, ...) store_fixture_row (DIAPASON_ENTITY_##entity, id, -1, __VA_ARGS__, NULL)

static void
test_what_feeds_what (StoreFixture *fixture, gconstpointer data)
{
  assert_queued (fixture, ROW (CUSTOMER, "c", "name", "A"), "1|c\n2|c\n");
  assert_queued (fixture, ROW (CUSTOMER, "c", "name", "A"), "");
  assert_queued (fixture, ROW (CONTACT_POINT, "p", "customer", "c"), "1|c\n2|c\n");
  /* From one customer to another: both are others now. */
  assert_queued (fixture, ROW (CONTACT_POINT, "p", "customer", "d"), "1|c\n1|d\n2|c\n2|d\n");
  assert_queued (fixture, tombstone (DIAPASON_ENTITY_CONTACT_POINT, "p", -1), "1|d\n2|d\n");
  assert_queued (fixture, ROW (INTERACTION, "i", "customer", "c"), "1|i\n3|i\n");
  assert_queued (fixture, ROW (PROMISE, "r", "customer", "c"), "3|r\n4|r\n");
  assert_queued (fixture, ROW (MESSAGE, "m", "interaction", "i"), "1|m\n");
  assert_queued (fixture, ROW (ARTICLE, "a", "title", "T"), "1|a\n");
  assert_queued (fixture, ROW (CONTRACT, "k", "customer", "c"), "");
  assert_queued (fixture, ROW (VERBATIM, "v", "customer", "c"), "1|v\n3|v\n4|v\n5|v\n");
  assert_queued (fixture, ROW (ANSWER, "w", "verbatim", "v", "score", "5"), "4|w\n5|v\n");
  assert_queued (fixture, ROW (VERBATIM, "v", "permission", "anonymous"),
                 "1|v\n2|c\n3|v\n4|v\n5|v\n");
  /* The customer may be nobody without it, and what was said in it is not found. */
  assert_queued (fixture, tombstone (DIAPASON_ENTITY_INTERACTION, "i", -1), "1|i\n1|m\n2|c\n3|i\n");
  assert_queued (fixture, tombstone (DIAPASON_ENTITY_INTERACTION, "i", -1), "");
  assert_queued (fixture, ROW (INTERACTION, "i", "customer", "c"), "1|i\n1|m\n3|i\n");
  assert_queued (fixture, tombstone (DIAPASON_ENTITY_CUSTOMER, "c", -1), "1|c\n2|c\n");
  assert_queued (fixture, tombstone (DIAPASON_ENTITY_CUSTOMER, "c", -1), "");
}

#define ANSWER(revision, permission)                                                               \
  store_fixture_row (DIAPASON_ENTITY_VERBATIM, "v", revision, "permission", permission,            \
                     "customer", "c", "interaction", "i", "asked_at", "5", "author_name", "Ann",   \
                     "adviser", "a", "score", "9", "text", "Words", NULL)
#define VERBATIM                                                                                   \
  "SELECT permission, customer IS NULL, interaction IS NULL, asked_at, author_name, "              \
  "  adviser IS NULL, score, text FROM verbatim"

/* Not even mentioned. */
static void
test_anonymous_from_the_start (StoreFixture *fixture, gconstpointer data)
{
  assert_says (fixture, ANSWER (1, "anonymous"), DIAPASON_INGEST_NEW);
  assert_dump (fixture, VERBATIM, "anonymous|1|1|||0|9|Words\n");
  assert_dump (fixture, "SELECT remote_id FROM record ORDER BY id", "v\na\n");
  assert_says (fixture, ANSWER (1, "anonymous"), DIAPASON_INGEST_SAME);
}

/* Whatever comes after it, or came before. */
static void
test_anonymous_later (StoreFixture *fixture, gconstpointer data)
{
  assert_says (fixture, ANSWER (1, "yes"), DIAPASON_INGEST_NEW);
  assert_dump (fixture, VERBATIM, "yes|0|0|5|Ann|0|9|Words\n");
  assert_says (fixture, ANSWER (2, "anonymous"), DIAPASON_INGEST_CHANGED);
  assert_dump (fixture, VERBATIM, "anonymous|1|1|||0|9|Words\n");
  assert_says (fixture, ANSWER (1, "yes"), DIAPASON_INGEST_OLDER);
  assert_says (fixture, ANSWER (3, "anonymous"), DIAPASON_INGEST_NOTED);
  assert_dump (fixture, VERBATIM, "anonymous|1|1|||0|9|Words\n");
}

/* Not by a word that may be an old one; by a newer one. */
static void
test_anonymous_until_newer (StoreFixture *fixture, gconstpointer data)
{
  assert_says (fixture, ANSWER (-1, "anonymous"), DIAPASON_INGEST_NEW);
  assert_says (fixture, ANSWER (-1, "yes"), DIAPASON_INGEST_SAME);
  assert_says (fixture, ANSWER (2, "anonymous"), DIAPASON_INGEST_NOTED);
  assert_says (fixture, ANSWER (2, "yes"), DIAPASON_INGEST_SAME);
  assert_dump (fixture, VERBATIM, "anonymous|1|1|||0|9|Words\n");
  assert_says (fixture, ANSWER (3, "yes"), DIAPASON_INGEST_CHANGED);
  assert_dump (fixture, VERBATIM, "yes|0|0|5|Ann|0|9|Words\n");
}

static gboolean
use_queue_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  gboolean empty;

  g_assert_true (diapason_derive_queue_is_empty (database, DIAPASON_DERIVE_TIMELINE, &empty, NULL));
  g_assert_true (empty);
  g_assert_true (diapason_derive_queue_fill (database, DIAPASON_DERIVE_TIMELINE,
                                             DIAPASON_ENTITY_CUSTOMER, error));
  g_assert_true (diapason_derive_queue_fill (database, DIAPASON_DERIVE_TIMELINE,
                                             DIAPASON_ENTITY_CUSTOMER, error));
  g_assert_true (diapason_derive_queue_is_empty (database, DIAPASON_DERIVE_TIMELINE, &empty, NULL));
  g_assert_false (empty);

  g_autoptr (GArray) two =
      diapason_derive_queue_take (database, DIAPASON_DERIVE_TIMELINE, 2, error);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpint (g_array_index (two, gint64, 0), <, g_array_index (two, gint64, 1));
  g_assert_true (diapason_derive_queue_done (database, DIAPASON_DERIVE_TIMELINE,
                                             g_array_index (two, gint64, 0), error));
  g_autoptr (GArray) rest =
      diapason_derive_queue_take (database, DIAPASON_DERIVE_TIMELINE, 9, error);
  g_assert_cmpuint (rest->len, ==, 2);
  g_assert_cmpint (g_array_index (rest, gint64, 0), ==, g_array_index (two, gint64, 1));
  return TRUE;
}

static void
test_queue (StoreFixture *fixture, gconstpointer data)
{
  for (const char *id = "abc"; *id != '\0'; id++)
    store_fixture_ingest (fixture, "crm", CUSTOMER (id, 1, "name", id));
  store_fixture_write (fixture, DIAPASON_FILE_CACHE, use_queue_in_writer, NULL);
}

static void
keep_changes_cb (DiapasonStore *store, gpointer set, gpointer user_data)
{
  DiapasonChangeSet **kept = user_data;

  g_clear_pointer (kept, diapason_change_set_unref);
  *kept = diapason_change_set_ref (set);
}

static void
assert_persons (StoreFixture *fixture, DiapasonRow *row, const char *expected)
{
  DiapasonChangeSet *set = NULL;
  g_autoptr (GString) persons = g_string_new (NULL);
  gulong handler = g_signal_connect (fixture->store, "changed", G_CALLBACK (keep_changes_cb), &set);

  store_fixture_ingest (fixture, "crm", row);
  g_signal_handler_disconnect (fixture->store, handler);
  g_autoptr (GArray) ids =
      diapason_change_set_ids (set, DIAPASON_KIND_PERSON, DIAPASON_CHANGE_CHANGED);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (persons, "%d ", (int) g_array_index (ids, gint64, i));
  g_assert_cmpstr (persons->str, ==, expected);
  diapason_change_set_unref (set);
}

static void
test_persons_are_touched (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_ingest (fixture, "crm", ROW (CUSTOMER, "c", "name", "A"));
  store_fixture_ingest (fixture, "crm", ROW (CUSTOMER, "d", "name", "B"));
  store_fixture_ingest (fixture, "crm", ROW (INTERACTION, "i", "customer", "d"));
  store_fixture_write (fixture, DIAPASON_FILE_CACHE, run_in_writer,
                       (gpointer) "INSERT INTO person_member (customer, person, version) "
                                  "SELECT id, id, 1 FROM customer");

  assert_persons (fixture, ROW (CUSTOMER, "c", "name", "C"), "1 ");
  assert_persons (fixture, ROW (CONTRACT, "k", "customer", "c"), "1 ");
  assert_persons (fixture, ROW (CONTRACT, "k", "customer", "d"), "1 2 ");
  assert_persons (fixture, ROW (MESSAGE, "m", "interaction", "i"), "2 ");
  assert_persons (fixture, tombstone (DIAPASON_ENTITY_INTERACTION, "i", -1), "2 ");
  assert_persons (fixture, ROW (VERBATIM, "v", "customer", "d", "permission", "yes"), "2 ");
  assert_persons (fixture, ROW (ANSWER, "w", "verbatim", "v", "score", "5"), "2 ");
  /* Told to whom it is no longer. */
  assert_persons (fixture, ROW (VERBATIM, "v", "customer", "d", "permission", "anonymous"), "2 ");
  assert_persons (fixture, ROW (ANSWER, "w", "verbatim", "v", "score", "4"), "");
  assert_persons (fixture, ROW (ARTICLE, "a", "title", "T"), "");
}

/* The contact points of "c" of the source that owns them, and of no other. */
static gboolean
refer_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  const DiapasonEntityInfo *info = diapason_entity_info (DIAPASON_ENTITY_CONTACT_POINT);
  int customer = diapason_entity_info_column (info, "customer");
  g_autoptr (GPtrArray) ids = diapason_ingest_referring (database, 1, info, customer, "c", error);

  g_assert_nonnull (ids);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (ids, 0), ==, "p1");
  g_assert_cmpstr (g_ptr_array_index (ids, 1), ==, "p2");
  return TRUE;
}

static void
test_referring (StoreFixture *fixture, gconstpointer data)
{
  static const char *const points[][3] = {
    { "crm", "p1", "c" },
    { "crm", "p2", "c" },
    { "crm", "p3", "d" },
    { "desk", "p4", "c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    store_fixture_ingest (fixture, points[i][0],
                          store_fixture_row (DIAPASON_ENTITY_CONTACT_POINT, points[i][1], -1,
                                             "customer", points[i][2], NULL));
  store_fixture_write (fixture, DIAPASON_FILE_CACHE, refer_in_writer, NULL);
}

/* One listing after the other, then the sweep. */
typedef struct
{
  const char *ids;
  gint64 listing;
  guint deleted;
} Listing;

static gboolean
list_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  Listing *it = data;
  gint64 source;

  g_assert_true (diapason_ingest_source (database, "crm", "CRM", &source, error));
  for (const char *id = it->ids; *id != '\0'; id++)
    {
      const char remote_id[] = { *id, '\0' };
      g_autoptr (DiapasonRow) row = CUSTOMER (remote_id, 1, "name", remote_id, "unit", "u");
      DiapasonIngestOutcome outcome;
      g_assert_true (diapason_ingest_row (database, source, row, 1, it->listing, &outcome, error));
    }
  return diapason_ingest_sweep (database, source, DIAPASON_ENTITY_CUSTOMER, it->listing, 2,
                                &it->deleted, error) &&
         diapason_ingest_sweep (database, source, DIAPASON_ENTITY_UNIT, it->listing, 2,
                                &(guint){ 0 }, error);
}

static void
assert_listing (StoreFixture *fixture, const char *ids, gint64 number, guint deleted)
{
  Listing listing = { ids, number, 99 };

  store_fixture_write (fixture, DIAPASON_FILE_CACHE, list_in_writer, &listing);
  g_assert_cmpuint (listing.deleted, ==, deleted);
}

static void
test_absent_twice_is_deleted (StoreFixture *fixture, gconstpointer data)
{
  assert_listing (fixture, "abcdef", 1, 0);
  assert_listing (fixture, "abc", 2, 0);
  assert_listing (fixture, "ab", 3, 2);
  assert_listing (fixture, "ab", 3, 1);
  assert_listing (fixture, "ab", 3, 0);
  assert_dump (fixture, "SELECT group_concat (name, '') FROM customer", "abc\n");
  /* Back in a listing, with the revision it had: it was not deleted but hidden. */
  assert_listing (fixture, "abd", 4, 1);
  assert_dump (fixture, "SELECT group_concat (name, '') FROM customer", "abd\n");
  /* The unit was mentioned and never told. */
  assert_dump (fixture, "SELECT deleted FROM record WHERE entity = 1", "0\n");
}

static gboolean
keep_state_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  const DiapasonStream stream = { (char *) "42", NULL, 3, 77 };
  gint64 source, again, in_sync_since, retry_at, me;

  g_assert_true (diapason_ingest_source (database, "crm", "CRM", &source, error));
  g_assert_true (diapason_ingest_source (database, "crm", NULL, &again, error));
  g_assert_cmpint (again, ==, source);
  g_assert_true (diapason_ingest_set_stream (database, source, "customers", &stream, error));
  g_assert_true (diapason_ingest_set_stream (database, source, "customers", &stream, error));
  g_assert_true (diapason_ingest_set_me (database, source, "a7", error));
  g_assert_true (diapason_ingest_set_in_sync (database, source, 5, error));
  g_assert_true (diapason_ingest_set_retry_at (database, source, 6, error));
  g_assert_true (diapason_ingest_set_retry_at (database, source, 0, error));
  g_assert_true (
      diapason_ingest_source_state (database, source, &in_sync_since, &retry_at, &me, error));
  g_assert_cmpint (in_sync_since, ==, 5);
  g_assert_cmpint (retry_at, ==, 0);
  g_assert_cmpint (me, !=, 0);
  g_assert_true (diapason_ingest_set_me (database, source, NULL, error));

  g_autoptr (DiapasonStream) here = diapason_ingest_stream (database, source, "customers", error);
  g_assert_cmpstr (here->cursor, ==, "42");
  g_assert_null (here->etag);
  g_assert_cmpint (here->listing, ==, 3);
  g_assert_cmpint (here->read_at, ==, 77);
  return TRUE;
}

static void
test_state_of_a_source (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_write (fixture, DIAPASON_FILE_CACHE, keep_state_in_writer, NULL);
  assert_dump (fixture, "SELECT label, me, in_sync_since, retry_at FROM source", "CRM||5|\n");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/store/ingest/" name, StoreFixture, NULL, store_fixture_set_up, function,           \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("by-revision", test_by_revision);
  ADD ("without-revision", test_without_revision);
  ADD ("tombstones", test_tombstones);
  ADD ("references", test_references);
  ADD ("keys-of-contact-points", test_keys_of_contact_points);
  ADD ("as-of-is-lazy", test_as_of_is_lazy);
  ADD ("what-feeds-what", test_what_feeds_what);
  ADD ("anonymous-from-the-start", test_anonymous_from_the_start);
  ADD ("anonymous-later", test_anonymous_later);
  ADD ("anonymous-until-newer", test_anonymous_until_newer);
  ADD ("queue", test_queue);
  ADD ("persons-are-touched", test_persons_are_touched);
  ADD ("referring", test_referring);
  ADD ("absent-twice-is-deleted", test_absent_twice_is_deleted);
  ADD ("state-of-a-source", test_state_of_a_source);
  return g_test_run ();
}
