/* test-work.c: what the worklist asks of the cache finds its rows by an index, whoever it asks
 * about; and what a person chose, and whom they opened last, is kept.
 */
#include "choice.h"
#include "contact-read.h"
#include "opened-person.h"
#include "plan-check.h"
#include "person-read.h"
#include "priority-read.h"

/* Two customers with one number, one of whom is on the line with whoever is signed in, who promised
 * both something. */
#define ROWS                                                                                       \
  "INSERT INTO source (id, name, me) VALUES (1, 'crm', 9);"                                        \
  "INSERT INTO record (id, source, entity, remote_id, revision, as_of, first_seen) VALUES "        \
  "(1, 1, 3, 'c1', 1, 9, 8), (2, 1, 3, 'c2', 1, 9, 8), (3, 1, 15, 'v1', 1, 9, 8), "                \
  "(4, 1, 15, 'v2', 1, 9, 8), (5, 1, 8, 'i1', 1, 9, 8), (6, 1, 7, 'p1', 1, 9, 8), "                \
  "(7, 1, 7, 'p2', 1, 9, 8), (8, 1, 9, 'm1', 1, 9, 8), (9, 1, 2, 'a1', 1, 9, 8), "                 \
  "(10, 1, 4, 'n1', 1, 9, 8), (11, 1, 4, 'n2', 1, 9, 8), (12, 1, 8, 'i2', 1, 9, 8);"               \
  "INSERT INTO customer (id, name) VALUES (1, '061234'), (2, 'Ada Quill');"                        \
  "INSERT INTO contact_point (id, customer, kind, value, value_key) VALUES "                       \
  "(10, 1, 'phone', '061234', '61234'), (11, 2, 'phone', '061234', '61234');"                      \
  "INSERT INTO person_member VALUES (1, 1, 1), (2, 2, 1);"                                         \
  "INSERT INTO interaction (id, customer, adviser, channel, began_at, state) VALUES "              \
  "(5, 1, 9, 'call', 1767222000000, 'open'), (12, 2, 9, 'call', 1767000000000, 'open');"           \
  "INSERT INTO message (id, interaction, author, at, body) VALUES (8, 5, 'customer', 5, 'Hm');"    \
  "INSERT INTO promise (id, customer, adviser, state, due_at) VALUES (6, 1, 9, 'open', 20), "      \
  "(7, 2, 9, 'open', 10);"                                                                         \
  "INSERT INTO priority_fact (verbatim, person, adviser, at, has_words, is_review, "               \
  "is_high_value, is_unsolved, may_contact, permission_until, contacts, failures, "                \
  "promises_broken, promise_due, version) VALUES (3, 1, 9, 7, 1, 0, 0, 0, 0, 0, 3, 0, 0, 20, 1), " \
  "(4, NULL, NULL, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);"

static gboolean
fill_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_database_exec (database, ROWS, error);
}

static void
assert_ids (GArray *ids, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_nonnull (ids);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (found, "%" G_GINT64_FORMAT " ", g_array_index (ids, gint64, i));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_rows (GArray *rows, const char *expected)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_assert_nonnull (rows);
  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (ids, g_array_index (rows, DiapasonPriorityRow, i).verbatim);
  assert_ids (ids, expected);
}

static void
ask_rows (DiapasonDatabase *database)
{
  const gint64 wanted[] = { 3, 5, 4 };
  const gint64 person = 1;
  g_autoptr (GArray) verbatims = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) persons = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) some = NULL;
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) after = NULL;
  g_autoptr (GArray) theirs = NULL;

  g_array_append_vals (verbatims, wanted, 3);
  g_array_append_val (persons, person);
  some = diapason_priority_rows_of (database, verbatims, NULL);
  assert_rows (some, "3 4 ");
  first = diapason_priority_rows_after (database, 0, 1, NULL);
  assert_rows (first, "3 ");
  after = diapason_priority_rows_after (database, 3, 9, NULL);
  assert_rows (after, "4 ");
  theirs = diapason_priority_verbatims_of (database, persons, NULL);
  assert_ids (theirs, "3 ");
  g_assert_cmpint (g_array_index (some, DiapasonPriorityRow, 0).facts.contacts, ==, 3);
  g_assert_cmpint (g_array_index (some, DiapasonPriorityRow, 1).person, ==, 0);
}

/* A call that began half a week ago and never ended is no call. */
static void
ask_contacts (DiapasonDatabase *database, gint64 now)
{
  g_autoptr (DiapasonContactsNow) read = diapason_contacts_read (database, now, NULL);
  g_autoptr (GArray) on_line = diapason_priority_persons_on_line (database, now, NULL);
  const DiapasonContactRecord *contact;

  assert_ids (on_line, "1 ");
  g_assert_cmpuint (read->contacts->len, ==, 1);
  g_assert_cmpuint (read->more, ==, 0);
  contact = g_ptr_array_index (read->contacts, 0);
  g_assert_cmpint (read->oldest, ==, contact->began_at);
  g_assert_cmpint (contact->id, ==, 5);
  g_assert_cmpstr (contact->words, ==, "Hm");
  g_assert_cmpuint (contact->candidates->len, ==, 1);
}

static gpointer
ask_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  gint64 now = diapason_database_now (database);
  g_autoptr (GArray) me = diapason_priority_me (database, error);
  g_autoptr (GArray) promises = diapason_priority_promises (database, now, 9, error);
  g_autoptr (GArray) fewer = diapason_priority_promises (database, now, 1, error);
  g_autofree char *name = NULL;
  g_autofree char *choice = diapason_choice_get (database, "challenge", error);
  gint64 person, adviser;

  assert_ids (me, "9 ");
  assert_ids (promises, "7 6 ");
  assert_ids (fewer, "7 ");
  ask_rows (database);
  ask_contacts (database, now);
  g_assert_true (diapason_person_name (database, 2, &name, error));
  g_assert_cmpstr (name, ==, "Ada Quill");
  g_assert_true (diapason_priority_whose (database, 7, &person, &adviser, error));
  g_assert_cmpint (person, ==, 2);
  g_assert_cmpint (adviser, ==, 9);
  g_assert_null (choice);
  return NULL;
}

static void
test_by_index (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_write (fixture, DIAPASON_FILE_CACHE, fill_in_writer, NULL);
  store_fixture_read (fixture, DIAPASON_LANE_FAST, ask_in_reader, NULL);
  plan_check_readers (fixture, NULL);
}

static gboolean
choose_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_choice_set (database, "challenge", data, error);
}

static gpointer
choice_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return diapason_choice_get (database, data, error);
}

static void
assert_choice (StoreFixture *fixture, const char *key, const char *expected)
{
  g_autofree char *choice =
      store_fixture_read (fixture, DIAPASON_LANE_FAST, choice_in_reader, (gpointer) key);

  g_assert_cmpstr (choice, ==, expected);
}

static void
test_choice (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_write (fixture, DIAPASON_FILE_WORK, choose_in_writer, (gpointer) "praise");
  assert_choice (fixture, "challenge", "praise");
  store_fixture_write (fixture, DIAPASON_FILE_WORK, choose_in_writer, (gpointer) "own");
  store_fixture_close (fixture);
  store_fixture_open (fixture);
  assert_choice (fixture, "challenge", "own");
  assert_choice (fixture, "order", NULL);
}

/* Three thousand that no source ended, a second apart. */
#define TOO_MANY                                                                                   \
  "INSERT INTO record (id, source, entity, remote_id, revision, as_of, first_seen) "               \
  "SELECT value, 1, 8, 'l' || value, 1, 9, 8 FROM generated;"                                      \
  "INSERT INTO interaction (id, customer, adviser, channel, began_at, state) "                     \
  "SELECT value, 1, 9, 'call', 1767222000000 + value * 1000, 'open' FROM generated;"
#define GENERATED                                                                                  \
  "CREATE TEMP TABLE generated AS WITH RECURSIVE n (value) AS "                                    \
  "(SELECT 101 UNION ALL SELECT value + 1 FROM n WHERE value < 3100) SELECT value FROM n;"

static gboolean
fill_too_many_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_database_exec (database, ROWS GENERATED TOO_MANY, error);
}

static gpointer
ask_too_many_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  gint64 now = diapason_database_now (database);
  g_autoptr (DiapasonContactsNow) read = diapason_contacts_read (database, now, error);
  const DiapasonContactRecord *first, *last;

  g_assert_cmpuint (read->contacts->len, ==, DIAPASON_CONTACTS_MOST);
  g_assert_cmpuint (read->more, ==, DIAPASON_CONTACTS_COUNTED - DIAPASON_CONTACTS_MOST);
  first = g_ptr_array_index (read->contacts, 0);
  last = g_ptr_array_index (read->contacts, DIAPASON_CONTACTS_MOST - 1);
  g_assert_cmpint (last->id, ==, 3100);
  g_assert_cmpint (first->id, ==, 3051);
  g_assert_cmpint (read->oldest, ==, last->began_at - 999 * 1000);
  return NULL;
}

/* Those that began last are told, and how many more there are, as far as anybody counts. */
static void
test_too_many (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_write (fixture, DIAPASON_FILE_CACHE, fill_too_many_in_writer, NULL);
  store_fixture_read (fixture, DIAPASON_LANE_FAST, ask_too_many_in_reader, NULL);
}

/* Whom they opened */

#define MEMBERS                                                                                    \
  "INSERT INTO person_member VALUES (3, 1, 1);"                                                    \
  "UPDATE record SET entity = 3, remote_id = 'c3' WHERE id = 3;"                                   \
  "INSERT INTO customer (id, name) VALUES (3, 'Cleo Finch');"

static gboolean
join_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_database_exec (database, data, error);
}

static gboolean
open_in_writer (DiapasonDatabase *database, gpointer person, gboolean *more, GError **error)
{
  return diapason_opened_person_note (database, person, error);
}

/* A person of the records @first and @second (nullable) of "crm". */
static void
open_person (StoreFixture *fixture, const char *first, const char *second)
{
  const char *const ids[] = { first, second };
  g_autoptr (DiapasonPersonRecord) person = diapason_person_record_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ids) && ids[i] != NULL; i++)
    {
      DiapasonMemberRecord *member = diapason_member_record_new ();

      member->origin.source = g_strdup ("crm");
      member->origin.remote_id = g_strdup (ids[i]);
      g_ptr_array_add (person->members, member);
    }
  store_fixture_write (fixture, DIAPASON_FILE_WORK, open_in_writer, person);
}

static gpointer
opened_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return diapason_opened_persons_read (database, error);
}

static void
assert_opened (StoreFixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) hits =
      store_fixture_read (fixture, DIAPASON_LANE_FAST, opened_in_reader, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (names, "%s ", ((DiapasonFindHit *) hits->pdata[i])->title);
  g_assert_cmpstr (names->str, ==, expected);
}

/* The last one first, one row a person whichever record named them, whoever is still here. */
static void
test_opened (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_write (fixture, DIAPASON_FILE_CACHE, fill_in_writer, NULL);
  assert_opened (fixture, "");
  open_person (fixture, "c1", NULL);
  open_person (fixture, "c2", NULL);
  assert_opened (fixture, "Ada Quill 061234 ");
  open_person (fixture, "c3", NULL); /* is not here */
  open_person (fixture, "c1", NULL);
  assert_opened (fixture, "061234 Ada Quill ");

  /* Two who turn out to be one. */
  store_fixture_write (fixture, DIAPASON_FILE_CACHE, join_in_writer, (gpointer) MEMBERS);
  assert_opened (fixture, "061234 Ada Quill ");
  open_person (fixture, "c2", NULL);
  open_person (fixture, "c3", "c1");
  assert_opened (fixture, "061234 Ada Quill ");
  g_autofree char *rows =
      store_fixture_dump (fixture,
                          "SELECT group_concat (remote_id) FROM (SELECT * FROM work.opened_person "
                          "ORDER BY id)");
  g_assert_cmpstr (rows, ==, "c2,c3\n");
  plan_check_readers (fixture, NULL);
}

/* It does not grow, and outlives the cache. */
static void
test_opened_is_short (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *rows = NULL;

  open_person (fixture, "c1", NULL);
  for (guint i = 0; i < 2 * DIAPASON_OPENED_MOST; i++)
    {
      g_autofree char *id = g_strdup_printf ("x%u", i);

      open_person (fixture, id, NULL);
    }
  rows = store_fixture_dump (fixture, "SELECT count (*), max (remote_id = 'x39'), "
                                      "max (remote_id = 'x19') FROM work.opened_person");
  g_assert_cmpstr (rows, ==, "20|1|0\n");
  open_person (fixture, "c2", NULL);
  store_fixture_write (fixture, DIAPASON_FILE_CACHE, fill_in_writer, NULL);
  store_fixture_close (fixture);
  store_fixture_open (fixture);
  assert_opened (fixture, "Ada Quill ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/work/too-many", StoreFixture, NULL, store_fixture_set_up, test_too_many,
              store_fixture_tear_down);
  g_test_add ("/store/work/opened", StoreFixture, NULL, store_fixture_set_up, test_opened,
              store_fixture_tear_down);
  g_test_add ("/store/work/opened-is-short", StoreFixture, NULL, store_fixture_set_up,
              test_opened_is_short, store_fixture_tear_down);
  g_test_add ("/store/work/by-index", StoreFixture, NULL, store_fixture_set_up, test_by_index,
              store_fixture_tear_down);
  g_test_add ("/store/work/choice", StoreFixture, NULL, store_fixture_set_up, test_choice,
              store_fixture_tear_down);
  return g_test_run ();
}
