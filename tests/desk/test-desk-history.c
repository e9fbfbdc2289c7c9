/* test-desk-history.c: parts of a history, against a slow plain filter over all of it. */
#include "await.h"
#include "desk-fixture.h"
#include "policy.h"
#include "text.h"
#include "windowed-list.h"

#define EVENTS 150

static const char *const channels[] = { "call",  "email", "chat",   "sms",    "ticket",
                                        "store", "web",   "survey", "review", "promise" };
static const char *const texts[] = { "Café crème", "Where is my REFUND?", "the otter",
                                     "<b>refund</b> & more", "" };

static const char *
pick (GRand *rand, const char *const *from, guint n)
{
  return from[g_rand_int_range (rand, 0, (gint32) n)];
}

static void
tell_interaction (DeskFixture *fixture, GRand *rand, const char *id, const char *at)
{
  static const char *const reasons[] = { "refund", "stock", "Advice", "order", "praise" };

  desk_fixture_row (fixture, "crm", "interaction", id, "customer", "c1", "channel",
                    pick (rand, channels, 7), "direction", g_rand_boolean (rand) ? "in" : "out",
                    "began_at", at, "subject", pick (rand, texts, G_N_ELEMENTS (texts)), "summary",
                    pick (rand, texts, G_N_ELEMENTS (texts)),
                    g_rand_boolean (rand) ? "reason" : NULL,
                    pick (rand, reasons, G_N_ELEMENTS (reasons)), NULL);
  if (g_rand_boolean (rand))
    desk_fixture_row (fixture, "crm", "message", id, "interaction", id, "at", at, "body",
                      pick (rand, texts, G_N_ELEMENTS (texts)), NULL);
}

static void
tell_event (DeskFixture *fixture, GRand *rand, guint i)
{
  g_autofree char *id = g_strdup_printf ("e%u", i);
  g_autofree char *at = g_strdup_printf ("%d", -g_rand_int_range (rand, 1, 5000));
  const char *text = pick (rand, texts, G_N_ELEMENTS (texts));

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      desk_fixture_row (fixture, "crm", "promise", id, "customer", "c1", "made_at", at, "text",
                        text, "state", "open", NULL);
      break;
    case 1:
      desk_fixture_row (fixture, "crm", "verbatim", id, "customer", "c1", "at", at, "channel",
                        g_rand_boolean (rand) ? "review" : "call", "score", "3", "scale", "10",
                        "title", text, "about", pick (rand, texts, G_N_ELEMENTS (texts)), NULL);
      break;
    default:
      tell_interaction (fixture, rand, id, at);
    }
}

/* Slow and plain ------------------------------------------------------------------------------ */

static void
add_text (GString *all, const char *text)
{
  g_autofree char *folded = diapason_text_fold (text);

  g_string_append_printf (all, "%s\n", folded);
}

/* All that was written or said in @event, folded. */
static char *
text_of (DeskFixture *fixture, const DiapasonEventRecord *event)
{
  GString *all = g_string_new (NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) messages = NULL;

  add_text (all, event->subject);
  add_text (all, event->summary);
  add_text (all, event->reason);
  add_text (all, event->text);
  add_text (all, event->about);
  add_text (all, event->adviser);
  diapason_desk_messages_async (fixture->desk, event->id, 100, NULL, await_cb, &result);
  await (&result);
  messages = diapason_desk_messages_finish (fixture->desk, result, NULL);
  for (guint i = 0; i < messages->len; i++)
    add_text (all, ((DiapasonMessageRecord *) messages->pdata[i])->body);
  return g_string_free (all, FALSE);
}

static gboolean
is_of_channel (const DiapasonEventRecord *event, const char *channel)
{
  gboolean review = g_strcmp0 (event->channel, "review") == 0;

  if (channel == NULL)
    return TRUE;
  if (event->entity == DIAPASON_ENTITY_PROMISE)
    return g_str_equal (channel, "promise");
  if (event->entity == DIAPASON_ENTITY_VERBATIM)
    return g_str_equal (channel, review ? "review" : "survey");
  return g_strcmp0 (event->channel, channel) == 0;
}

/* An event of the whole history. */
typedef struct
{
  DiapasonEventRecord *record; /* (owned) */
  char *text;                  /* (owned) */
  int moment;
} Plain;

static void
plain_free (gpointer data)
{
  Plain *plain = data;

  diapason_event_record_unref (plain->record);
  g_free (plain->text);
  g_free (plain);
}

static void
await_list (GListModel *list)
{
  while (diapason_windowed_list_get_loading (DIAPASON_WINDOWED_LIST (list)))
    g_main_context_iteration (NULL, TRUE);
}

static GPtrArray *
read_all (DeskFixture *fixture, gint64 person)
{
  g_autoptr (GListModel) list = diapason_desk_history (fixture->desk, person);
  g_autoptr (DiapasonPolicy) policy = diapason_policy_load (NULL);
  GArray *rules = policy->moments.rules;
  GPtrArray *all = g_ptr_array_new_with_free_func (plain_free);

  await_list (list);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (DiapasonRowItem) item = g_list_model_get_item (list, i);
      Plain *plain = g_new0 (Plain, 1);

      while (diapason_row_item_get_record (item) == NULL)
        g_main_context_iteration (NULL, TRUE);
      plain->record = diapason_event_record_ref (diapason_row_item_get_record (item));
      plain->text = text_of (fixture, plain->record);
      plain->moment =
          diapason_moment_of (plain->record, (const DiapasonMomentRule *) rules->data, rules->len);
      g_ptr_array_add (all, plain);
    }
  return all;
}

/* @words: folded, or NULL. Returns how many there are. */
static guint
assert_part (DeskFixture *fixture,
             gint64 person,
             GPtrArray *all,
             const char *channel,
             int moment,
             const char *typed,
             const char *const *words)
{
  g_autoptr (GListModel) part =
      diapason_desk_history_filtered (fixture->desk, person, channel, moment, typed);
  guint n = 0;

  await_list (part);
  for (guint i = 0; i < all->len; i++)
    {
      const Plain *plain = g_ptr_array_index (all, i);
      gboolean wanted =
          is_of_channel (plain->record, channel) && (moment < 0 || moment == plain->moment);

      for (guint w = 0; words != NULL && words[w] != NULL; w++)
        wanted = wanted && strstr (plain->text, words[w]) != NULL;
      if (!wanted)
        continue;
      g_autoptr (DiapasonRowItem) item = g_list_model_get_item (part, n++);
      g_assert_nonnull (item);
      g_assert_cmpint (diapason_row_item_get_id (item), ==, plain->record->id);
    }
  g_assert_cmpuint (g_list_model_get_n_items (part), ==, n);
  return n;
}

static void
test_parts (DeskFixture *fixture, gconstpointer data)
{
  static const char *const refund[] = { "refund", NULL };
  static const char *const two[] = { "cafe", "otter", NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260101);
  g_autoptr (GPtrArray) all = NULL;
  gint64 person;
  guint by_channel = 0, by_moment = 0;

  desk_fixture_row (fixture, "crm", "customer", "c1", "name", "Ada Quill", NULL);
  for (guint i = 0; i < EVENTS; i++)
    tell_event (fixture, rand, i);
  desk_fixture_commit (fixture);
  person = desk_fixture_person (fixture, "crm", "c1");
  all = read_all (fixture, person);
  g_assert_cmpuint (all->len, ==, EVENTS);

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    by_channel += assert_part (fixture, person, all, channels[i], -1, NULL, NULL);
  g_assert_cmpuint (by_channel, ==, EVENTS);
  for (int moment = 0; moment < 5; moment++)
    by_moment += assert_part (fixture, person, all, NULL, moment, NULL, NULL);
  g_assert_cmpuint (by_moment, ==, EVENTS);
  g_assert_cmpuint (assert_part (fixture, person, all, NULL, -1, " RéFund ", refund), >, 10);
  g_assert_cmpuint (assert_part (fixture, person, all, NULL, -1, "CAFÉ  otter", two), >, 3);
  g_assert_cmpuint (assert_part (fixture, person, all, "call", 3, "refund", refund), >, 0);
  g_assert_cmpuint (assert_part (fixture, person, all, "letter", -1, NULL, NULL), ==, 0);
}

/* What is told later comes into the part it belongs to, and leaves it. */
static void
test_follows (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) part = NULL;

  desk_fixture_tell_quills (fixture);
  part = diapason_desk_history_filtered (fixture->desk, desk_fixture_person (fixture, "crm", "c1"),
                                         NULL, -1, "heron");
  await_list (part);
  g_assert_cmpuint (g_list_model_get_n_items (part), ==, 0);
  desk_fixture_row (fixture, "desk", "message", "m9", "interaction", "i1", "author", "customer",
                    "at", "0", "body", "And the heron?", NULL);
  desk_fixture_commit (fixture);
  while (g_list_model_get_n_items (part) != 1)
    g_main_context_iteration (NULL, TRUE);
  desk_fixture_row (fixture, "desk", "message", "m9", "interaction", "i1", "author", "customer",
                    "at", "0", "body", "And?", NULL);
  desk_fixture_commit (fixture);
  while (g_list_model_get_n_items (part) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_moments (DeskFixture *fixture, gconstpointer data)
{
  g_auto (GStrv) labels = diapason_desk_moment_labels (fixture->desk);

  g_assert_cmpuint (g_strv_length (labels), ==, 5);
  g_assert_cmpstr (labels[3], ==, "Uses");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/desk/history/" name, DeskFixture, NULL, desk_fixture_set_up, func,                 \
              desk_fixture_tear_down)
  ADD ("parts", test_parts);
  ADD ("follows", test_follows);
  ADD ("moments", test_moments);
  return g_test_run ();
}
