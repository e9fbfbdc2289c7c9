/* test-desk-person.c: a person's card, their history, what was said in it, and its news. */
#include "await.h"
#include "desk-fixture.h"
#include "store-errors.h"
#include "windowed-list.h"

static DiapasonPersonRecord *
open_person (DeskFixture *fixture, gint64 person, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  diapason_desk_open_person_async (fixture->desk, person, NULL, await_cb, &result);
  await (&result);
  return diapason_desk_open_person_finish (fixture->desk, result, error);
}

static void
test_card (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonPersonRecord) person = NULL;
  gint64 ada;

  desk_fixture_tell_quills (fixture);
  ada = desk_fixture_person (fixture, "crm", "c1");
  g_assert_cmpint (ada, ==, desk_fixture_person (fixture, "desk", "d1"));
  person = open_person (fixture, ada, &error);
  g_assert_no_error (error);
  g_assert_cmpint (person->id, ==, ada);
  g_assert_cmpstr (person->name, ==, "Ada Quill");
  g_assert_cmpstr (person->city, ==, "Lyon");
  g_assert_cmpuint (person->contact_points->len, ==, 3);
  g_assert_cmpuint (person->contracts->len, ==, 1);
  g_assert_cmpuint (person->relations->len, ==, 1);
  g_assert_cmpint (((DiapasonRelationRecord *) person->relations->pdata[0])->person, ==,
                   desk_fixture_person (fixture, "crm", "c2"));
  g_assert_cmpuint (person->members->len, ==, 2);
  g_assert_cmpstr (((DiapasonMemberRecord *) person->members->pdata[1])->rule, ==, "name+email");
}

static void
test_nobody (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (open_person (fixture, 4711, &error));
  g_assert_nonnull (error);
  /* A sentence for a person. */
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strstr (error->message, "4711"));
}

static gint64
find_customer (DeskFixture *fixture, const char *source, const char *remote_id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  diapason_desk_find_customer_async (fixture->desk, source, remote_id, await_cb, &result);
  await (&result);
  return diapason_desk_find_customer_finish (fixture->desk, result, error);
}

/* As each of their sources calls them; and a name that none has. */
static void
test_by_name (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 ada;

  desk_fixture_tell_quills (fixture);
  ada = desk_fixture_person (fixture, "crm", "c1");
  g_assert_cmpint (find_customer (fixture, "crm", "c1", &error), ==, ada);
  g_assert_cmpint (find_customer (fixture, "desk", "d1", &error), ==, ada);
  g_assert_no_error (error);
  g_assert_cmpint (find_customer (fixture, "desk", "c1", &error), ==, 0);
  g_assert_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_MISSING);
  g_assert_nonnull (strstr (error->message, "desk"));
}

/* Runs until the list has its ids and every held item its row. */
static GPtrArray *
hold_all (GListModel *history)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  while (diapason_windowed_list_get_loading (DIAPASON_WINDOWED_LIST (history)))
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (DiapasonRowItem) item = g_list_model_get_item (history, i);

      while (diapason_row_item_get_record (item) == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_ptr_array_add (items, g_steal_pointer (&item));
    }
  return items;
}

static const DiapasonEventRecord *
event_at (GPtrArray *items, guint i)
{
  g_assert_cmpuint (i, <, items->len);
  return diapason_row_item_get_record (items->pdata[i]);
}

static void
test_history (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) history = NULL;
  g_autoptr (GPtrArray) items = NULL;

  desk_fixture_tell_quills (fixture);
  history = diapason_desk_history (fixture->desk, desk_fixture_person (fixture, "crm", "c1"));
  items = hold_all (history);
  g_assert_cmpuint (items->len, ==, 4);
  g_assert_cmpstr (event_at (items, 0)->channel, ==, "chat");
  g_assert_cmpuint (event_at (items, 0)->messages, ==, 2);
  g_assert_cmpint (event_at (items, 1)->entity, ==, DIAPASON_ENTITY_PROMISE);
  g_assert_cmpstr (event_at (items, 1)->state, ==, "broken");
  g_assert_cmpstr (event_at (items, 2)->adviser, ==, "Ida Marsh");
  g_assert_cmpstr (event_at (items, 3)->channel, ==, "email");
}

static void
test_history_follows (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) history = NULL;
  g_autoptr (GPtrArray) items = NULL;

  desk_fixture_tell_quills (fixture);
  history = diapason_desk_history (fixture->desk, desk_fixture_person (fixture, "crm", "c1"));
  items = hold_all (history);

  desk_fixture_row (fixture, "crm", "interaction", "i9", "customer", "c1", "channel", "call",
                    "began_at", "0", "state", "open", NULL);
  desk_fixture_row (fixture, "desk", "interaction", "i1", "customer", "d1", "channel", "chat",
                    "began_at", "-0.2", "state", "closed", "subject", "Refund found", NULL);
  desk_fixture_commit (fixture);
  while (g_list_model_get_n_items (history) != 5)
    g_main_context_iteration (NULL, TRUE);
  while (g_strcmp0 (event_at (items, 0)->subject, "Refund found") != 0)
    g_main_context_iteration (NULL, TRUE);
}

static GPtrArray *
messages (DeskFixture *fixture, gint64 interaction, guint limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *read;

  diapason_desk_messages_async (fixture->desk, interaction, limit, NULL, await_cb, &result);
  await (&result);
  read = diapason_desk_messages_finish (fixture->desk, result, &error);
  g_assert_no_error (error);
  return read;
}

static void
test_messages (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) history = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) last = NULL;
  g_autoptr (GPtrArray) none = NULL;

  desk_fixture_tell_quills (fixture);
  history = diapason_desk_history (fixture->desk, desk_fixture_person (fixture, "crm", "c1"));
  items = hold_all (history);
  all = messages (fixture, event_at (items, 0)->id, 10);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (((DiapasonMessageRecord *) all->pdata[0])->author, ==, "customer");
  g_assert_cmpstr (((DiapasonMessageRecord *) all->pdata[1])->kind, ==, "note");
  last = messages (fixture, event_at (items, 0)->id, 1);
  g_assert_cmpuint (last->len, ==, 1);
  g_assert_cmpstr (((DiapasonMessageRecord *) last->pdata[0])->kind, ==, "note");
  none = messages (fixture, event_at (items, 2)->id, 10);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_verbatims (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) history = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GError) error = NULL;
  const DiapasonEventRecord *answered;

  desk_fixture_tell_quills (fixture);
  desk_fixture_tell_verbatims (fixture);
  history = diapason_desk_history (fixture->desk, desk_fixture_person (fixture, "crm", "c1"));
  items = hold_all (history);
  /* The anonymous one is not among them. */
  g_assert_cmpuint (items->len, ==, 6);
  answered = event_at (items, 1);
  g_assert_cmpint (answered->entity, ==, DIAPASON_ENTITY_VERBATIM);
  g_assert_cmpint (answered->score.score, ==, 3);
  g_assert_cmpstr (answered->adviser, ==, "Ida Marsh");
  g_assert_cmpint (answered->contact_at, ==, DESK_FIXTURE_NOW - 76 * DESK_FIXTURE_HOUR);
  g_assert_cmpstr (event_at (items, 4)->channel, ==, "review");

  diapason_desk_answers_async (fixture->desk, answered->id, 10, NULL, await_cb, &result);
  await (&result);
  answers = diapason_desk_answers_finish (fixture->desk, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (answers->len, ==, 2);
  g_assert_cmpstr (((DiapasonAnswerRecord *) answers->pdata[0])->criterion, ==, "effort");
}

typedef struct
{
  gint64 person;
  guint n_touched;
} News;

static void
persons_changed_cb (DiapasonDesk *desk, DiapasonChangeSet *set, News *news)
{
  if (diapason_change_set_touches (set, DIAPASON_KIND_PERSON, news->person))
    news->n_touched++;
}

static void
test_news (DeskFixture *fixture, gconstpointer data)
{
  News ada = { 0 }, ben = { 0 };

  desk_fixture_tell_quills (fixture);
  ada.person = desk_fixture_person (fixture, "crm", "c1");
  ben.person = desk_fixture_person (fixture, "crm", "c2");
  g_signal_connect (fixture->desk, "persons-changed", G_CALLBACK (persons_changed_cb), &ada);
  g_signal_connect (fixture->desk, "persons-changed", G_CALLBACK (persons_changed_cb), &ben);
  desk_fixture_row (fixture, "desk", "contact_point", "dp9", "customer", "d1", "kind", "phone",
                    "value", "04 11 22 33 44", NULL);
  desk_fixture_commit (fixture);
  g_assert_cmpuint (ada.n_touched, >, 0);
  g_assert_cmpuint (ben.n_touched, ==, 0);
}

/* Where nothing is fetched there are no sources, and nothing to ask. */
static void
test_no_sources (DeskFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (g_list_model_get_n_items (diapason_desk_get_sources (fixture->desk)), ==, 0);
  g_assert_null (diapason_desk_login_fields (fixture->desk, "crm"));
  diapason_desk_sync_now (fixture->desk, NULL);
  g_assert_cmpint (diapason_desk_now (fixture->desk), ==, DESK_FIXTURE_NOW);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/desk/person/" name, DeskFixture, NULL, desk_fixture_set_up, func,                  \
              desk_fixture_tear_down)
  ADD ("card", test_card);
  ADD ("nobody", test_nobody);
  ADD ("by-name", test_by_name);
  ADD ("history", test_history);
  ADD ("history-follows", test_history_follows);
  ADD ("messages", test_messages);
  ADD ("verbatims", test_verbatims);
  ADD ("news", test_news);
  ADD ("no-sources", test_no_sources);
  return g_test_run ();
}
