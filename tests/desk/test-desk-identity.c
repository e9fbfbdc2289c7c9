/* test-desk-identity.c: a person's word on who is who: it counts at once, can be taken back, and
 * wins over what sources say later. */
#include "await.h"
#include "desk-fixture.h"
#include "windowed-list.h"

static DiapasonPersonRecord *
open_person (DeskFixture *fixture, gint64 person)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DiapasonPersonRecord *record;

  diapason_desk_open_person_async (fixture->desk, person, NULL, await_cb, &result);
  await (&result);
  record = diapason_desk_open_person_finish (fixture->desk, result, &error);
  g_assert_no_error (error);
  return record;
}

static char *
judge (DeskFixture *fixture,
       const DiapasonMemberRecord *a,
       const DiapasonMemberRecord *b,
       gboolean same)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *key;

  diapason_desk_judge_identity_async (fixture->desk, a, b, same, await_cb, &result);
  await (&result);
  key = diapason_desk_judge_identity_finish (fixture->desk, result, &error);
  g_assert_no_error (error);
  g_assert_true (g_uuid_string_is_valid (key));
  return key;
}

static gboolean
undo (DeskFixture *fixture, const char *key, gint64 customer, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  diapason_desk_undo_identity_async (fixture->desk, key, customer, await_cb, &result);
  await (&result);
  return diapason_desk_undo_identity_finish (fixture->desk, result, error);
}

static guint
count_events (DeskFixture *fixture, gint64 person)
{
  g_autoptr (GListModel) history = diapason_desk_history (fixture->desk, person);

  while (diapason_windowed_list_get_loading (DIAPASON_WINDOWED_LIST (history)))
    g_main_context_iteration (NULL, TRUE);
  return g_list_model_get_n_items (history);
}

static void
count_cb (DiapasonDesk *desk, DiapasonChangeSet *set, guint *count)
{
  (*count)++;
}

static void
test_part_and_undo (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonPersonRecord) person = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;
  const DiapasonMemberRecord *first, *second;
  guint n_news = 0;
  gint64 ada, other;

  desk_fixture_tell_quills (fixture);
  ada = desk_fixture_person (fixture, "crm", "c1");
  person = open_person (fixture, ada);
  first = person->members->pdata[0];
  second = person->members->pdata[1];
  g_assert_cmpuint (count_events (fixture, ada), ==, 4);

  g_signal_connect (fixture->desk, "persons-changed", G_CALLBACK (count_cb), &n_news);
  key = judge (fixture, first, second, FALSE);
  await_quiet ();
  g_assert_cmpuint (n_news, >, 0);
  other = desk_fixture_person (fixture, "desk", "d1");
  g_assert_cmpint (other, !=, ada);
  g_assert_cmpuint (count_events (fixture, ada), ==, 2);
  g_assert_cmpuint (count_events (fixture, other), ==, 2);

  g_assert_true (undo (fixture, key, first->customer, &error));
  g_assert_no_error (error);
  g_assert_cmpint (desk_fixture_person (fixture, "desk", "d1"), ==, ada);
  g_assert_cmpuint (count_events (fixture, ada), ==, 4);
}

static void
test_join (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonPersonRecord) ada = NULL;
  g_autoptr (DiapasonPersonRecord) maiden = NULL;
  g_autoptr (DiapasonPersonRecord) both = NULL;
  g_autofree char *key = NULL;
  const DiapasonMemberRecord *last;

  desk_fixture_row (fixture, "crm", "customer", "c1", "name", "Ada Quill", NULL);
  desk_fixture_row (fixture, "desk", "customer", "d2", "name", "Ada Finch", NULL);
  desk_fixture_commit (fixture);
  ada = open_person (fixture, desk_fixture_person (fixture, "crm", "c1"));
  maiden = open_person (fixture, desk_fixture_person (fixture, "desk", "d2"));
  g_assert_cmpint (ada->id, !=, maiden->id);

  key = judge (fixture, ada->members->pdata[0], maiden->members->pdata[0], TRUE);
  both = open_person (fixture, maiden->id);
  g_assert_cmpint (both->id, ==, ada->id);
  g_assert_cmpuint (both->members->len, ==, 2);
  last = both->members->pdata[1];
  g_assert_cmpstr (last->rule, ==, "person");
}

/* New rows of the source make the clusters again: the verdict wins. */
static void
test_outlives_news (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonPersonRecord) person = NULL;
  g_autofree char *key = NULL;

  desk_fixture_tell_quills (fixture);
  person = open_person (fixture, desk_fixture_person (fixture, "crm", "c1"));
  key = judge (fixture, person->members->pdata[0], person->members->pdata[1], FALSE);
  desk_fixture_row (fixture, "desk", "customer", "d1", "name", "Ada Quill", "city", "Lyon", NULL);
  desk_fixture_commit (fixture);
  g_assert_cmpint (desk_fixture_person (fixture, "crm", "c1"), !=,
                   desk_fixture_person (fixture, "desk", "d1"));
}

static void
test_nothing_to_undo (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  desk_fixture_tell_quills (fixture);
  g_assert_false (undo (fixture, "3d5a9f0e-0000-4000-8000-000000000000",
                        desk_fixture_person (fixture, "crm", "c1"), &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/desk/identity/" name, DeskFixture, NULL, desk_fixture_set_up, func,                \
              desk_fixture_tear_down)
  ADD ("part-and-undo", test_part_and_undo);
  ADD ("join", test_join);
  ADD ("outlives-news", test_outlives_news);
  ADD ("nothing-to-undo", test_nothing_to_undo);
  return g_test_run ();
}
