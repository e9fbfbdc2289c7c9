/* Who is the same human: rules, verdicts, undo, and what must never be merged. */
#include "derive-fixture.h"

#include "entity.h"

#define TEST(path, function)                                                                       \
  g_test_add ("/identity/" path, DeriveFixture, NULL, derive_fixture_set_up, function,             \
              derive_fixture_tear_down)

static void
test_rules (DeriveFixture *f, gconstpointer data)
{
  derive_fixture_customer (f, "crm", "1", "Éloïse Cœur", "1980-01-02", "06 12 34 56 78", NULL);
  derive_fixture_customer (f, "desk", "a", "eloise  coeur", NULL, "+33 6 12 34 56 78", NULL);
  derive_fixture_customer (f, "crm", "2", "Piero Bianchi", NULL, NULL, "Piero@Example.org");
  derive_fixture_customer (f, "desk", "b", "PIERO BIANCHI", NULL, NULL, "piero@example.org");
  derive_fixture_customer (f, "crm", "3", "Ann Lee", NULL, NULL, NULL);
  DiapasonRow *row =
      store_fixture_row (DIAPASON_ENTITY_CUSTOMER, "c", -1, "name", "A. Leigh", NULL);
  diapason_row_set_reference (row, diapason_entity_info_column (row->info, "same_as"), "crm", "3");
  store_fixture_ingest (&f->base, "desk", row);
  derive_fixture_settle (f);

  g_assert_true (derive_fixture_are_one (f, "crm", "1", "desk", "a"));
  g_assert_true (derive_fixture_are_one (f, "crm", "2", "desk", "b"));
  g_assert_true (derive_fixture_are_one (f, "crm", "3", "desk", "c"));
  g_autofree char *links =
      store_fixture_dump (&f->base, "SELECT rule, evidence FROM identity_link ORDER BY rule");
  g_assert_cmpstr (links, ==,
                   "name+email|piero bianchi · piero@example.org\n"
                   "name+phone|eloise coeur · 612345678\n"
                   "reference|desk · 3\n");
}

static void
test_not_merged (DeriveFixture *f, gconstpointer data)
{
  /* A household on one number. */
  derive_fixture_customer (f, "crm", "1", "Jean Martin", NULL, "0612345678", "nous@example.org");
  derive_fixture_customer (f, "desk", "1", "Anne Martin", NULL, "0612345678", "nous@example.org");
  /* Father and son. */
  derive_fixture_customer (f, "crm", "2", "Paul Roux", "1950-05-05", "0699887766", NULL);
  derive_fixture_customer (f, "desk", "2", "Paul Roux", "1985-03-03", "0699887766", NULL);
  /* Nobody knows more than a number. */
  derive_fixture_customer (f, "crm", "3", NULL, NULL, "0677665544", NULL);
  derive_fixture_customer (f, "desk", "3", NULL, NULL, "0677665544", NULL);
  /* Two of one source. */
  derive_fixture_customer (f, "crm", "4", "Léa Petit", NULL, "0655443322", "lea@example.org");
  derive_fixture_customer (f, "crm", "5", "Léa Petit", NULL, "0655443322", "lea@example.org");
  /* Two of one source who could both be a third. */
  derive_fixture_customer (f, "crm", "6", "Luc Noir", NULL, "0644332211", NULL);
  derive_fixture_customer (f, "crm", "7", "Luc Noir", NULL, "0644332211", NULL);
  derive_fixture_customer (f, "desk", "6", "Luc Noir", NULL, "0644332211", NULL);
  derive_fixture_settle (f);

  g_autofree char *persons =
      store_fixture_dump (&f->base, "SELECT count (*), count (DISTINCT person) FROM person_member");
  g_assert_cmpstr (persons, ==, "11|11\n");
}

/* The third record has no birth date, and must not bring father and son together. */
static void
test_no_bridge (DeriveFixture *f, gconstpointer data)
{
  derive_fixture_customer (f, "crm", "1", "Paul Roux", "1950-05-05", "0699887766", NULL);
  derive_fixture_customer (f, "shop", "1", "Paul Roux", "1985-03-03", "0699887766", NULL);
  derive_fixture_customer (f, "desk", "1", "Paul Roux", NULL, "0699887766", NULL);
  derive_fixture_settle (f);
  g_assert_false (derive_fixture_are_one (f, "crm", "1", "shop", "1"));
  g_assert_false (derive_fixture_are_one (f, "crm", "1", "desk", "1"));

  /* A person who knows decides, and that decides about the other too. */
  derive_fixture_decide (f, "k", "shop", "1", "desk", "1", FALSE);
  g_assert_true (derive_fixture_are_one (f, "crm", "1", "desk", "1"));
}

static void
say_call (DeriveFixture *f, const char *source, const char *remote_id, const char *customer)
{
  derive_fixture_say (f, source, INTERACTION, remote_id, "customer", customer, "channel", "call",
                      "began_at", "1767000000000");
}

static void
test_verdicts_undone (DeriveFixture *f, gconstpointer data)
{
  derive_fixture_customer (f, "crm", "1", "Ann Lee", NULL, "0611111111", NULL);
  derive_fixture_customer (f, "desk", "1", "Ann Lee", NULL, "0611111111", NULL);
  derive_fixture_customer (f, "shop", "1", "Zoë Lee", NULL, NULL, NULL);
  say_call (f, "crm", "c1", "1");
  say_call (f, "desk", "c2", "1");
  say_call (f, "shop", "c3", "1");
  derive_fixture_settle (f);
  g_autofree char *before = derive_fixture_dump (f);
  gint64 crm = derive_fixture_id (f, "crm", DIAPASON_ENTITY_CUSTOMER, "1");
  gint64 shop = derive_fixture_id (f, "shop", DIAPASON_ENTITY_CUSTOMER, "1");

  derive_fixture_decide (f, "k1", "crm", "1", "desk", "1", FALSE);
  g_assert_false (derive_fixture_are_one (f, "crm", "1", "desk", "1"));
  derive_fixture_decide (f, "k2", "shop", "1", "crm", "1", TRUE);
  g_assert_true (derive_fixture_are_one (f, "crm", "1", "shop", "1"));
  g_autofree char *history =
      store_fixture_dump (&f->base, "SELECT person, count (*) FROM timeline GROUP BY person");
  g_autofree char *expected = g_strdup_printf ("%" G_GINT64_FORMAT "|2\n", crm);
  g_assert_true (g_str_has_prefix (history, expected));

  /* A relink outlives a kill before it: at start everybody decided about is looked at. */
  derive_fixture_reopen (f);
  derive_fixture_settle (f);
  g_assert_true (derive_fixture_are_one (f, "crm", "1", "shop", "1"));

  derive_fixture_undo (f, "k2", shop);
  g_assert_false (derive_fixture_are_one (f, "crm", "1", "shop", "1"));
  derive_fixture_undo (f, "k1", crm);
  derive_fixture_settle (f);
  g_autofree char *after = derive_fixture_dump (f);
  g_assert_cmpstr (after, ==, before);
}

/* Four records that are all linked with one another: who is said to be another leaves alone. */
static void
test_one_leaves (DeriveFixture *f, gconstpointer data)
{
  static const char *const sources[] = { "a", "b", "c", "d" };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    derive_fixture_customer (f, sources[i], "1", "Ann Lee", NULL, "0611111111", "ann@example.org");
  derive_fixture_settle (f);
  g_assert_true (derive_fixture_are_one (f, "a", "1", "d", "1"));

  derive_fixture_decide (f, "k", "d", "1", "a", "1", FALSE);
  g_assert_true (derive_fixture_are_one (f, "a", "1", "b", "1"));
  g_assert_true (derive_fixture_are_one (f, "a", "1", "c", "1"));
  g_assert_false (derive_fixture_are_one (f, "a", "1", "d", "1"));
  /* The last word counts. */
  derive_fixture_decide (f, "k2", "a", "1", "d", "1", TRUE);
  g_assert_true (derive_fixture_are_one (f, "a", "1", "d", "1"));
}

/* A thousand dummies with one name and one number: bounded work, and nobody merged. */
static void
test_fan (DeriveFixture *f, gconstpointer data)
{
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *remote_id = g_strdup_printf ("%u", i);
      derive_fixture_customer (f, i % 2 == 0 ? "crm" : "desk", remote_id, "Client Inconnu", NULL,
                               "0600000000", NULL);
    }
  derive_fixture_settle (f);
  g_autofree char *persons =
      store_fixture_dump (&f->base, "SELECT count (DISTINCT person) FROM person_member");
  g_autofree char *links = store_fixture_dump (&f->base, "SELECT count (*) FROM identity_link");
  g_assert_cmpstr (persons, ==, "1000\n");
  g_assert_cmpint (g_ascii_strtoll (links, NULL, 10), <=, 64 * 64);
}

/* Whoever is only named by an event is somebody as long as it names them. */
static void
test_mentioned (DeriveFixture *f, gconstpointer data)
{
  say_call (f, "desk", "c1", "ghost");
  derive_fixture_settle (f);
  g_autofree char *one =
      store_fixture_dump (&f->base,
                          "SELECT count (*) FROM person_member JOIN timeline USING (person)");
  g_assert_cmpstr (one, ==, "1\n");

  derive_fixture_take_back (f, "desk", DIAPASON_ENTITY_INTERACTION, "c1");
  derive_fixture_settle (f);
  g_autofree char *none = store_fixture_dump (
      &f->base, "SELECT (SELECT count (*) FROM person_member) + (SELECT count (*) FROM timeline)");
  g_assert_cmpstr (none, ==, "0\n");
}

static void
test_customer_goes (DeriveFixture *f, gconstpointer data)
{
  derive_fixture_customer (f, "crm", "1", "Ann Lee", NULL, "0611111111", NULL);
  derive_fixture_customer (f, "desk", "1", "Ann Lee", NULL, "0611111111", NULL);
  derive_fixture_settle (f);
  g_assert_true (derive_fixture_are_one (f, "crm", "1", "desk", "1"));

  derive_fixture_take_back (f, "crm", DIAPASON_ENTITY_CUSTOMER, "1");
  derive_fixture_settle (f);
  g_autofree char *left = store_fixture_dump (
      &f->base, "SELECT count (*), (SELECT count (*) FROM identity_link) FROM person_member "
                "WHERE person = customer");
  g_assert_cmpstr (left, ==, "1|0\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("rules", test_rules);
  TEST ("not-merged", test_not_merged);
  TEST ("no-bridge", test_no_bridge);
  TEST ("verdicts-undone", test_verdicts_undone);
  TEST ("one-leaves", test_one_leaves);
  TEST ("fan", test_fan);
  TEST ("mentioned", test_mentioned);
  TEST ("customer-goes", test_customer_goes);
  return g_test_run ();
}
