/* The object that runs the steps: by itself, drained, disposed in the middle, and with a damaged
 * index. */
#include "derive-fixture.h"

#include "entity.h"

#define TEST(path, function)                                                                       \
  g_test_add ("/derive/" path, DeriveFixture, NULL, derive_fixture_set_up, function,               \
              derive_fixture_tear_down)

static void
idle_cb (DiapasonDerive *derive, GParamSpec *pspec, gboolean *out_idle)
{
  *out_idle = diapason_derive_get_idle (derive);
}

/* Nobody asks: a change in the store is enough. */
static void
test_by_itself (DeriveFixture *f, gconstpointer data)
{
  gboolean idle = FALSE;

  g_signal_connect (f->derive, "notify::idle", G_CALLBACK (idle_cb), &idle);
  store_fixture_wait (&idle);
  derive_fixture_customer (f, "crm", "1", "Ann Lee", NULL, NULL, NULL);
  /* Asking waits for an answer each time, so that nothing here waits for what has happened. */
  for (gboolean done = FALSE; !done;)
    {
      g_autofree char *queue = store_fixture_dump (&f->base, "SELECT * FROM derive_queue");
      done = diapason_derive_get_idle (f->derive) && *queue == '\0';
    }
  g_autofree char *persons = store_fixture_dump (&f->base, "SELECT count (*) FROM person_member");
  g_assert_cmpstr (persons, ==, "1\n");
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (diapason_derive_drain_finish (DIAPASON_DERIVE (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) user_data = TRUE;
}

/* Ended in the middle of its work, it goes on at the next start. */
static void
test_disposed (DeriveFixture *f, gconstpointer data)
{
  gboolean answered = FALSE;

  derive_fixture_settle (f);
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      derive_fixture_say (f, "crm", ARTICLE, id, "title", id);
    }
  diapason_derive_drain_async (f->derive, NULL, cancelled_cb, &answered);
  derive_fixture_reopen (f);
  store_fixture_wait (&answered);
  derive_fixture_settle (f);
  g_autofree char *documents = store_fixture_dump (&f->base, "SELECT count (*) FROM document");
  g_assert_cmpstr (documents, ==, "300\n");
}

static void
damage_index (DeriveFixture *f)
{
  g_autofree char *path = g_build_filename (f->base.folder, "cache.db", NULL);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle,
                                 "UPDATE article_text_data "
                                 "SET block = x'00000000ffffff7fffffff7f' WHERE id = 10",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (handle);
}

/* A damaged index of words is made anew; nothing else is touched. */
static void
test_damaged (DeriveFixture *f, gconstpointer data)
{
  derive_fixture_say (f, "crm", ARTICLE, "1", "title", "One");
  derive_fixture_customer (f, "crm", "1", "Ann Lee", NULL, NULL, NULL);
  derive_fixture_settle (f);
  damage_index (f);
  derive_fixture_reopen (f);
  derive_fixture_say (f, "crm", ARTICLE, "2", "title", "Two");
  derive_fixture_settle (f);

  g_autoptr (GPtrArray) one = derive_fixture_find (f, "one", 5);
  g_autoptr (GPtrArray) two = derive_fixture_find (f, "two", 5);
  g_autoptr (GPtrArray) ann = derive_fixture_find (f, "lee", 5);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (two->len, ==, 1);
  g_assert_cmpuint (ann->len, ==, 1);

  /* Asked for, as after a search that failed, it is no harm. */
  derive_fixture_reopen (f);
  diapason_derive_mend (f->derive);
  derive_fixture_settle (f);
  g_autoptr (GPtrArray) again = derive_fixture_find (f, "one", 5);
  g_assert_cmpuint (again->len, ==, 1);
}

/* A row that says nothing new leaves its words alone; the same second keeps its place. */
static void
test_documents (DeriveFixture *f, gconstpointer data)
{
  static const char sql[] = "SELECT id FROM document";

  derive_fixture_say (f, "crm", INTERACTION, "1", "subject", "One", "began_at", "1767000000100");
  derive_fixture_settle (f);
  g_autofree char *first = store_fixture_dump (&f->base, sql);
  g_autofree char *expected =
      g_strdup_printf ("%" G_GINT64_FORMAT "\n", G_GINT64_CONSTANT (1767000000) << 20);
  g_assert_cmpstr (first, ==, expected);

  derive_fixture_say (f, "crm", INTERACTION, "1", "subject", "Two", "began_at", "1767000000900");
  derive_fixture_say (f, "crm", INTERACTION, "2", "subject", "Two", "began_at", "1767000000000");
  derive_fixture_settle (f);
  g_autofree char *second = store_fixture_dump (&f->base, sql);
  g_autofree char *both = g_strdup_printf ("%s%" G_GINT64_FORMAT "\n", expected,
                                           (G_GINT64_CONSTANT (1767000000) << 20) + 1);
  g_assert_cmpstr (second, ==, both);
  g_autoptr (GPtrArray) two = derive_fixture_find (f, "two", 5);
  g_autoptr (GPtrArray) one = derive_fixture_find (f, "one", 5);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpuint (one->len, ==, 0);
}

/* Returns: the one thing that @words find; NULL: nothing is found. */
static DiapasonFindHit *
find_one (DeriveFixture *f, const char *words)
{
  g_autoptr (GPtrArray) hits = derive_fixture_find (f, words, 5);

  g_assert_cmpuint (hits->len, <=, 1);
  return hits->len == 1 ? diapason_find_hit_ref (g_ptr_array_index (hits, 0)) : NULL;
}

#define say_answer(f, id, permission)                                                              \
  derive_fixture_say (f, "survey", VERBATIM, id, "permission", permission, "customer", "c", "at",  \
                      "1767000000000", "score", "9", "scale", "10", "text",                        \
                      "the parcel came in time", "author_name", "Ann Lee")

static void
assert_history (DeriveFixture *f, const char *expected)
{
  g_autofree char *history = store_fixture_dump (
      &f->base,
      "SELECT kind, remote_id, at FROM timeline JOIN record r ON r.id = record ORDER BY at");
  g_assert_cmpstr (history, ==, expected);
}

static void
assert_persons (DeriveFixture *f, const char *expected)
{
  g_autofree char *persons = store_fixture_dump (&f->base, "SELECT count (*) FROM person_member");
  g_assert_cmpstr (persons, ==, expected);
}

/* Whose it is; and nobody's any more once it is anonymous, in no way. */
static void
test_verbatims (DeriveFixture *f, gconstpointer data)
{
  derive_fixture_say (f, "survey", CUSTOMER, "c", "name", "Ann Lee");
  say_answer (f, "v", "yes");
  derive_fixture_settle (f);
  assert_history (f, "15|v|1767000000000\n");
  g_autoptr (DiapasonFindHit) known = find_one (f, "parcel");
  g_assert_cmpint (known->group, ==, DIAPASON_FIND_VERBATIM);
  g_assert_cmpint (known->person, ==,
                   derive_fixture_id (f, "survey", DIAPASON_ENTITY_CUSTOMER, "c"));
  g_assert_cmpstr (known->who, ==, "Ann Lee");
  g_assert_false (known->anonymous);

  say_answer (f, "v", "anonymous");
  for (guint i = 0; i < 2; i++)
    {
      /* At once, and when all is derived. */
      g_autoptr (DiapasonFindHit) anonymous = find_one (f, "parcel");
      g_assert_cmpint (anonymous->person, ==, 0);
      g_assert_null (anonymous->who);
      g_assert_true (anonymous->anonymous);
      g_assert_cmpstr (anonymous->detail, ==, "the parcel came in time");
      g_assert_cmpint (anonymous->score.score, ==, 9);
      g_assert_cmpint (anonymous->at, ==, 1767000000000);
      derive_fixture_settle (f);
    }
  assert_history (f, "");
  assert_persons (f, "1\n");
}

/* Who was only known from an answer is nobody without it. */
static void
test_only_named_by_a_verbatim (DeriveFixture *f, gconstpointer data)
{
  say_answer (f, "v", "no");
  derive_fixture_settle (f);
  assert_persons (f, "1\n");
  say_answer (f, "v", "anonymous");
  derive_fixture_settle (f);
  assert_persons (f, "0\n");
  say_answer (f, "w", "anonymous");
  derive_fixture_settle (f);
  assert_history (f, "");
}

/* Its source tells that a contact is gone and nothing of what was said in it. */
static void
test_messages_go_with_their_contact (DeriveFixture *f, gconstpointer data)
{
  derive_fixture_say (f, "desk", INTERACTION, "i", "subject", "Thing");
  derive_fixture_say (f, "desk", MESSAGE, "1", "interaction", "i", "body", "the parcel");
  derive_fixture_settle (f);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (DiapasonFindHit) here = find_one (f, "parcel");
      g_assert_nonnull (here);
      derive_fixture_take_back (f, "desk", DIAPASON_ENTITY_INTERACTION, "i");
      g_assert_null (find_one (f, "parcel"));
      /* Also one that comes after it went. */
      derive_fixture_say (f, "desk", MESSAGE, "2", "interaction", "i", "body", "parcel again");
      derive_fixture_settle (f);
      g_assert_null (find_one (f, "parcel"));
      g_autofree char *documents = store_fixture_dump (&f->base, "SELECT count (*) FROM document");
      g_assert_cmpstr (documents, ==, "0\n");

      derive_fixture_say (f, "desk", INTERACTION, "i", "subject", "Thing");
      derive_fixture_settle (f);
    }
  g_autoptr (DiapasonFindHit) back = find_one (f, "again");
  g_assert_nonnull (back);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("by-itself", test_by_itself);
  TEST ("disposed", test_disposed);
  TEST ("damaged", test_damaged);
  TEST ("documents", test_documents);
  TEST ("verbatims", test_verbatims);
  TEST ("only-named-by-a-verbatim", test_only_named_by_a_verbatim);
  TEST ("messages-go-with-their-contact", test_messages_go_with_their_contact);
  return g_test_run ();
}
