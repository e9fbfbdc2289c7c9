/* test-records.c: a record owns what it holds and goes with its last reference. Leaks show under
 * ASan. */
#include "records.h"

static void
fill_origin (DiapasonOrigin *origin)
{
  origin->source = g_strdup ("crm");
  origin->source_label = g_strdup ("CRM");
  origin->remote_id = g_strdup ("7");
}

static DiapasonPersonRecord *
make_person (void)
{
  DiapasonPersonRecord *person = diapason_person_record_new ();
  DiapasonContactPointRecord *point = diapason_contact_point_record_new ();
  DiapasonContractRecord *contract = diapason_contract_record_new ();
  DiapasonRelationRecord *relation = diapason_relation_record_new ();
  DiapasonMemberRecord *member = diapason_member_record_new ();
  DiapasonCustomerFactRecord *fact = diapason_customer_fact_record_new ();

  fill_origin (&person->origin);
  person->name = g_strdup ("Ada");
  person->household = g_strdup ("h");
  fill_origin (&point->origin);
  point->value = g_strdup ("a@example.org");
  g_ptr_array_add (person->contact_points, point);
  fill_origin (&contract->origin);
  contract->currency = g_strdup ("EUR");
  g_ptr_array_add (person->contracts, contract);
  fill_origin (&relation->origin);
  relation->name = g_strdup ("Bob");
  g_ptr_array_add (person->relations, relation);
  fill_origin (&fact->origin);
  fact->what = g_strdup ("large_print");
  fact->until = g_strdup ("2026-01-01");
  g_ptr_array_add (person->facts, fact);
  fill_origin (&member->origin);
  member->evidence = g_strdup ("same number");
  g_ptr_array_add (person->members, member);
  return person;
}

static void
test_person (void)
{
  g_autoptr (DiapasonPersonRecord) kept = NULL;
  {
    g_autoptr (DiapasonPersonRecord) person = make_person ();
    kept = diapason_person_record_ref (person);
  }
  const DiapasonMemberRecord *member = g_ptr_array_index (kept->members, 0);
  g_assert_cmpstr (kept->name, ==, "Ada");
  g_assert_cmpstr (member->evidence, ==, "same number");
  g_assert_cmpuint (kept->contracts->len, ==, 1);
}

static gpointer
ref_and_unref_often (gpointer record)
{
  for (guint i = 0; i < 10000; i++)
    diapason_event_record_unref (diapason_event_record_ref (record));
  return NULL;
}

static void
test_crosses_threads (void)
{
  g_autoptr (DiapasonEventRecord) event = diapason_event_record_new ();
  GThread *threads[2];

  event->text = g_strdup ("call back");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("record", ref_and_unref_often, event);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpstr (event->text, ==, "call back");
}

static void
test_message_and_hit (void)
{
  g_autoptr (DiapasonMessageRecord) message = diapason_message_record_new ();
  g_autoptr (DiapasonFindHit) hit = diapason_find_hit_new ();

  fill_origin (&message->origin);
  message->body = g_strdup ("hello");
  fill_origin (&hit->origin);
  hit->detail = g_strdup ("Lyon");
  diapason_message_record_unref (diapason_message_record_ref (message));
  diapason_find_hit_unref (diapason_find_hit_ref (hit));
  g_assert_cmpstr (message->body, ==, "hello");
  g_assert_cmpint (hit->person, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/records/person", test_person);
  g_test_add_func ("/model/records/crosses-threads", test_crosses_threads);
  g_test_add_func ("/model/records/message-and-hit", test_message_and_hit);
  return g_test_run ();
}
