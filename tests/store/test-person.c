/* The card of a person out of all their records. */
#include "derive-fixture.h"

#include "person-read.h"
#include "plan-check.h"

#define TEST(path, function)                                                                       \
  g_test_add ("/person/" path, DeriveFixture, NULL, derive_fixture_set_up, function,               \
              derive_fixture_tear_down)

static gpointer
person_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return diapason_person_read (database, *(gint64 *) data, error);
}

static DiapasonPersonRecord *
read_person (DeriveFixture *f, const char *source, const char *remote_id)
{
  gint64 id = derive_fixture_id (f, source, DIAPASON_ENTITY_CUSTOMER, remote_id);

  return store_fixture_read (&f->base, DIAPASON_LANE_FAST, person_in_reader, &id);
}

static gpointer
missing_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  g_autoptr (GError) missing = NULL;

  g_assert_null (diapason_person_read (database, 4711, &missing));
  g_assert_error (missing, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_MISSING);
  g_assert_cmpint (diapason_person_by_remote (database, "crm", "nobody", error), ==, 0);
  return NULL;
}

static void
say_ann (DeriveFixture *f)
{
  derive_fixture_say (f, "crm", CUSTOMER, "1", "name", "Ann Lee", "city", "Lyon", "value", "high",
                      "household", "h1");
  derive_fixture_say (f, "desk", CUSTOMER, "u7", "name", "ann lee", "birth_date", "1980-01-02",
                      "street", "1 rue X", "city", "Nice", "since", "1500000000000");
  derive_fixture_say (f, "crm", CONTACT_POINT, "p1", "customer", "1", "kind", "phone", "value",
                      "06 12 34 56 78");
  derive_fixture_say (f, "desk", CONTACT_POINT, "p2", "customer", "u7", "kind", "mobile", "value",
                      "+33612345678", "preferred", "1");
  derive_fixture_say (f, "crm", CONTRACT, "k1", "customer", "1", "number", "A-1", "begins",
                      "1600000000000", "amount", "990");
  derive_fixture_say (f, "crm", CONTRACT, "k2", "customer", "1", "number", "A-2", "begins",
                      "1700000000000");
  derive_fixture_say (f, "crm", CUSTOMER, "2", "name", "Bob Lee");
  derive_fixture_say (f, "crm", RELATION, "r1", "customer", "1", "other", "2", "kind", "partner");
  derive_fixture_say (f, "crm", RELATION, "r2", "customer", "1", "other", "9", "kind", "child");
}

static void
test_card (DeriveFixture *f, gconstpointer data)
{
  say_ann (f);
  derive_fixture_settle (f);
  g_autoptr (DiapasonPersonRecord) ann = read_person (f, "desk", "u7");

  g_assert_cmpint (ann->id, ==, derive_fixture_id (f, "crm", DIAPASON_ENTITY_CUSTOMER, "1"));
  g_assert_cmpstr (ann->name, ==, "Ann Lee");
  g_assert_cmpstr (ann->origin.source, ==, "crm");
  g_assert_cmpstr (ann->origin.remote_id, ==, "1");
  g_assert_cmpstr (ann->birth_date, ==, "1980-01-02");
  g_assert_cmpint (ann->since, ==, 1500000000000);
  /* One address, not the parts of two. */
  g_assert_cmpstr (ann->city, ==, "Lyon");
  g_assert_null (ann->street);

  g_assert_cmpuint (ann->members->len, ==, 2);
  const DiapasonMemberRecord *first = g_ptr_array_index (ann->members, 0);
  const DiapasonMemberRecord *second = g_ptr_array_index (ann->members, 1);
  g_assert_null (first->rule);
  g_assert_cmpstr (second->rule, ==, "name+phone");
  g_assert_cmpstr (second->evidence, ==, "ann lee · 612345678");
  g_assert_cmpstr (second->origin.remote_id, ==, "u7");

  g_assert_cmpuint (ann->contact_points->len, ==, 2);
  const DiapasonContactPointRecord *point = g_ptr_array_index (ann->contact_points, 0);
  g_assert_true (point->preferred);
  g_assert_cmpstr (point->origin.source, ==, "desk");

  g_assert_cmpuint (ann->contracts->len, ==, 2);
  const DiapasonContractRecord *newest = g_ptr_array_index (ann->contracts, 0);
  const DiapasonContractRecord *oldest = g_ptr_array_index (ann->contracts, 1);
  g_assert_cmpstr (newest->number, ==, "A-2");
  g_assert_false (newest->has_amount);
  g_assert_true (oldest->has_amount);
  g_assert_cmpint (oldest->amount, ==, 990);

  g_assert_cmpuint (ann->relations->len, ==, 2);
  const DiapasonRelationRecord *partner = g_ptr_array_index (ann->relations, 0);
  const DiapasonRelationRecord *child = g_ptr_array_index (ann->relations, 1);
  g_assert_cmpstr (partner->name, ==, "Bob Lee");
  g_assert_cmpint (partner->person, ==,
                   derive_fixture_id (f, "crm", DIAPASON_ENTITY_CUSTOMER, "2"));
  g_assert_null (child->name);
  g_assert_cmpint (child->person, ==, 0);

  store_fixture_read (&f->base, DIAPASON_LANE_FAST, missing_in_reader, NULL);
  plan_check_readers (&f->base, NULL);
}

static void
say_facts (DeriveFixture *f)
{
  derive_fixture_say (f, "crm", CUSTOMER_FACT, "f1", "customer", "1", "kind", "marketing_hold",
                      "words", "A complaint is open", "until", "2026-06-30");
  derive_fixture_say (f, "crm", CUSTOMER_FACT, "f2", "customer", "1", "kind", "need", "what",
                      "hearing", "words", "Hears little", "consent", "0");
  derive_fixture_say (f, "desk", CUSTOMER_FACT, "f3", "customer", "u7", "kind", "need", "what",
                      "large_print", "consent", "1", "consent_at", "1700000000000", "consent_by",
                      "letter", "at", "1700000000000");
  derive_fixture_say (f, "crm", CUSTOMER_FACT, "f4", "customer", "1", "kind", "churn_risk", "what",
                      "high", "maker", "model", "maker_name", "Renewal 3");
  derive_fixture_say (f, "crm", CUSTOMER_FACT, "f5", "customer", "1", "what", "of no kind");
}

/* Needs, then risks, then holds, of all records; and the file holds nothing of a need that nobody
 * agreed to, whatever its source told. */
static void
test_facts (DeriveFixture *f, gconstpointer data)
{
  say_ann (f);
  say_facts (f);
  derive_fixture_settle (f);
  g_autoptr (DiapasonPersonRecord) ann = read_person (f, "crm", "1");
  g_autoptr (DiapasonPersonRecord) bob = read_person (f, "crm", "2");

  g_assert_cmpuint (ann->facts->len, ==, 4);
  const DiapasonCustomerFactRecord *need = g_ptr_array_index (ann->facts, 0);
  const DiapasonCustomerFactRecord *secret = g_ptr_array_index (ann->facts, 1);
  const DiapasonCustomerFactRecord *risk = g_ptr_array_index (ann->facts, 2);
  const DiapasonCustomerFactRecord *hold = g_ptr_array_index (ann->facts, 3);
  g_assert_cmpstr (need->what, ==, "large_print");
  g_assert_true (need->consent);
  g_assert_cmpint (need->consent_at, ==, 1700000000000);
  g_assert_cmpstr (need->consent_by, ==, "letter");
  g_assert_cmpstr (need->origin.source, ==, "desk");
  g_assert_cmpint (secret->kind, ==, DIAPASON_CUSTOMER_FACT_NEED);
  g_assert_false (secret->consent);
  g_assert_true (secret->what == NULL && secret->words == NULL);
  g_assert_cmpstr (risk->what, ==, "high");
  g_assert_cmpstr (risk->maker_name, ==, "Renewal 3");
  g_assert_cmpint (hold->kind, ==, DIAPASON_CUSTOMER_FACT_HOLD);
  g_assert_cmpstr (hold->until, ==, "2026-06-30");
  g_assert_cmpuint (bob->facts->len, ==, 0);
  g_autofree char *kept = store_fixture_dump (&f->base, "SELECT what FROM customer_fact "
                                                        "WHERE consent = 0");
  g_assert_cmpstr (kept, ==, "\n");
  plan_check_readers (&f->base, NULL);

  /* Consent that is taken back takes the need with it. */
  derive_fixture_say (f, "desk", CUSTOMER_FACT, "f3", "customer", "u7", "kind", "need", "what",
                      "large_print", "consent", "0");
  derive_fixture_take_back (f, "crm", DIAPASON_ENTITY_CUSTOMER_FACT, "f4");
  g_autoptr (DiapasonPersonRecord) later = read_person (f, "crm", "1");
  const DiapasonCustomerFactRecord *withdrawn = g_ptr_array_index (later->facts, 0);
  g_assert_cmpuint (later->facts->len, ==, 3);
  g_assert_null (withdrawn->what);
}

/* What a list calls them. */
static gpointer
name_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  char *name;

  g_assert_true (diapason_person_name (database, *(gint64 *) data, &name, error));
  return name;
}

/* A record with its name in two parts speaks for the person, whoever came first. */
static void
test_full_name_first (DeriveFixture *f, gconstpointer data)
{
  derive_fixture_say (f, "desk", CUSTOMER, "u1", "name", "ANN", "city", "Nice");
  derive_fixture_say (f, "crm", CUSTOMER, "1", "name", "Ann Lee", "given_name", "Ann",
                      "family_name", "Lee");
  derive_fixture_settle (f);
  derive_fixture_decide (f, "k", "crm", "1", "desk", "u1", TRUE);
  g_autoptr (DiapasonPersonRecord) ann = read_person (f, "crm", "1");
  g_autofree char *listed =
      store_fixture_read (&f->base, DIAPASON_LANE_FAST, name_in_reader, &ann->id);

  g_assert_cmpint (ann->id, ==, derive_fixture_id (f, "desk", DIAPASON_ENTITY_CUSTOMER, "u1"));
  g_assert_cmpstr (ann->name, ==, "Ann Lee");
  g_assert_cmpstr (listed, ==, "Ann Lee");
  g_assert_cmpstr (ann->origin.source, ==, "crm");
  g_assert_cmpstr (ann->city, ==, "Nice");
}

/* The card is there before anything is derived, and after its record is taken back as long as there
 * are others. */
static void
test_early_and_late (DeriveFixture *f, gconstpointer data)
{
  g_object_run_dispose (G_OBJECT (f->derive));
  say_ann (f);
  g_autoptr (DiapasonPersonRecord) early = read_person (f, "desk", "u7");
  g_assert_cmpstr (early->name, ==, "ann lee");
  g_assert_cmpuint (early->members->len, ==, 1);

  derive_fixture_reopen (f);
  derive_fixture_settle (f);
  derive_fixture_decide (f, "k", "crm", "2", "desk", "u7", TRUE);
  g_autoptr (DiapasonPersonRecord) decided = read_person (f, "crm", "2");
  const DiapasonMemberRecord *bob = g_ptr_array_index (decided->members, 2);
  g_assert_cmpstr (bob->name, ==, "Bob Lee");
  g_assert_cmpstr (bob->rule, ==, "person");

  derive_fixture_take_back (f, "crm", DIAPASON_ENTITY_CUSTOMER, "1");
  derive_fixture_settle (f);
  g_autoptr (DiapasonPersonRecord) late = read_person (f, "desk", "u7");
  g_assert_cmpuint (late->members->len, ==, 2);
  g_assert_cmpstr (late->city, ==, "Nice");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("card", test_card);
  TEST ("facts", test_facts);
  TEST ("full-name-first", test_full_name_first);
  TEST ("early-and-late", test_early_and_late);
  return g_test_run ();
}
