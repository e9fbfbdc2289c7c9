/* One history over all sources, its messages, and its list that follows the store. */
#include "derive-fixture.h"

#include "history-filter.h"
#include "history-read.h"
#include "plan-check.h"
#include "timeline-source.h"

/* The rows of a page are asked for by a list of ids. */
static const char *const allowed[] = { "json_each", NULL };

#define TEST(path, function)                                                                       \
  g_test_add ("/history/" path, DeriveFixture, NULL, derive_fixture_set_up, function,              \
              derive_fixture_tear_down)

static gpointer
ids_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return diapason_history_ids (database, *(gint64 *) data, error);
}

static gpointer
rows_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  GArray *ids = data;

  return diapason_history_rows (database, (gint64 *) ids->data, ids->len, error);
}

static gpointer
messages_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return diapason_history_messages (database, *(gint64 *) data, 2, error);
}

static void
say_ann (DeriveFixture *f)
{
  derive_fixture_customer (f, "crm", "1", "Ann Lee", NULL, "0612345678", NULL);
  derive_fixture_customer (f, "desk", "u7", "Ann Lee", NULL, "0612345678", NULL);
  derive_fixture_say (f, "desk", ADVISER, "a", "name", "Zoé");
  derive_fixture_say (f, "desk", INTERACTION, "late", "customer", "u7", "channel", "chat",
                      "began_at", "1767000000000", "subject", "Late", "adviser", "a");
  derive_fixture_say (f, "crm", PROMISE, "p", "customer", "1", "text", "Call back", "made_at",
                      "1766900000000", "due_at", "1767100000000", "state", "open");
  derive_fixture_say (f, "desk", INTERACTION, "early", "customer", "u7", "channel", "call",
                      "began_at", "1766000000000", "subject", "Early");
  derive_fixture_say (f, "desk", INTERACTION, "never", "customer", "u7", "channel", "call",
                      "began_at", "9000000000000", "subject", "Year 2255");
  derive_fixture_say (f, "desk", MESSAGE, "2", "interaction", "late", "at", "1767000002000",
                      "author", "adviser", "adviser", "a", "body", "Second");
  derive_fixture_say (f, "desk", MESSAGE, "1", "interaction", "late", "at", "1767000001000",
                      "author", "customer", "author_name", "Ann", "body", "First");
  derive_fixture_say (f, "desk", MESSAGE, "3", "interaction", "late", "at", "1767000003000", "kind",
                      "note", "body", "Third");
}

static void
test_rows (DeriveFixture *f, gconstpointer data)
{
  say_ann (f);
  derive_fixture_settle (f);
  gint64 ann = derive_fixture_id (f, "desk", DIAPASON_ENTITY_CUSTOMER, "u7");
  gint64 gone = 4711;
  g_autoptr (GArray) ids = store_fixture_read (&f->base, DIAPASON_LANE_LIST, ids_in_reader, &ann);
  g_array_append_val (ids, gone);
  g_autoptr (GPtrArray) rows =
      store_fixture_read (&f->base, DIAPASON_LANE_FAST, rows_in_reader, ids);

  g_assert_cmpuint (rows->len, ==, 5);
  const DiapasonEventRecord *never = g_ptr_array_index (rows, 0);
  const DiapasonEventRecord *late = g_ptr_array_index (rows, 1);
  const DiapasonEventRecord *promise = g_ptr_array_index (rows, 2);
  const DiapasonEventRecord *early = g_ptr_array_index (rows, 3);
  g_assert_null (g_ptr_array_index (rows, 4));

  g_assert_cmpstr (never->subject, ==, "Year 2255");
  g_assert_false (never->date_known);
  g_assert_cmpint (never->at, ==, STORE_FIXTURE_NOW);
  g_assert_cmpstr (late->subject, ==, "Late");
  g_assert_true (late->date_known);
  g_assert_cmpstr (late->adviser, ==, "Zoé");
  g_assert_cmpuint (late->messages, ==, 3);
  g_assert_cmpint (late->entity, ==, DIAPASON_ENTITY_INTERACTION);
  g_assert_cmpint (promise->entity, ==, DIAPASON_ENTITY_PROMISE);
  g_assert_cmpstr (promise->text, ==, "Call back");
  g_assert_cmpstr (promise->state, ==, "open");
  g_assert_cmpint (promise->due_at, ==, 1767100000000);
  g_assert_cmpstr (promise->origin.source, ==, "crm");
  g_assert_cmpstr (early->subject, ==, "Early");
  g_assert_cmpint (early->origin.as_of, ==, STORE_FIXTURE_NOW);
}

static gboolean
is_incoming (const DiapasonEventRecord *event, gpointer data)
{
  return g_strcmp0 (event->direction, "out") != 0 && g_strcmp0 (event->reason, data) != 0;
}

typedef struct
{
  gint64 person;
  const char *channel;
  const char *words;
  DiapasonHistoryTest test;
} Part;

static gpointer
part_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  const Part *part = data;
  g_autoptr (DiapasonHistoryFilter) filter =
      diapason_history_filter_new (part->channel, part->words, part->test, g_strdup ("refund"),
                                   g_free);

  return diapason_history_filtered (database, part->person, filter, error);
}

static gpointer
latest_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return diapason_history_latest (database, *(gint64 *) data, 2, error);
}

/* Parts of it, and the newest of it, without looking at anybody else's. */
static void
test_parts (DeriveFixture *f, gconstpointer data)
{
  say_ann (f);
  derive_fixture_settle (f);
  gint64 ann = derive_fixture_id (f, "desk", DIAPASON_ENTITY_CUSTOMER, "u7");
  const struct
  {
    Part part;
    guint n;
  } parts[] = {
    { { ann, NULL, NULL, NULL }, 4 },
    { { ann, "call", NULL, NULL }, 2 },
    { { ann, "promise", NULL, NULL }, 1 },
    { { ann, NULL, "SECOND late", NULL }, 1 },
    { { ann, NULL, "zoe", NULL }, 1 },
    { { ann, "call", "zoe", NULL }, 0 },
    { { ann, NULL, "call  back", NULL }, 1 },
    { { ann, NULL, NULL, is_incoming }, 4 },
    { { ann, NULL, "second third x", NULL }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GArray) ids = store_fixture_read (&f->base, DIAPASON_LANE_LIST, part_in_reader,
                                                   (gpointer) &parts[i].part);
      g_assert_cmpuint (ids->len, ==, parts[i].n);
    }
  g_autoptr (GPtrArray) latest =
      store_fixture_read (&f->base, DIAPASON_LANE_FAST, latest_in_reader, &ann);
  g_assert_cmpuint (latest->len, ==, 2);
  g_assert_cmpstr (((DiapasonEventRecord *) latest->pdata[1])->subject, ==, "Late");
  plan_check_readers (&f->base, allowed);
}

static void
test_messages (DeriveFixture *f, gconstpointer data)
{
  say_ann (f);
  derive_fixture_settle (f);
  gint64 late = derive_fixture_id (f, "desk", DIAPASON_ENTITY_INTERACTION, "late");
  g_autoptr (GPtrArray) messages =
      store_fixture_read (&f->base, DIAPASON_LANE_FAST, messages_in_reader, &late);

  g_assert_cmpuint (messages->len, ==, 2);
  const DiapasonMessageRecord *second = g_ptr_array_index (messages, 0);
  const DiapasonMessageRecord *third = g_ptr_array_index (messages, 1);
  g_assert_cmpstr (second->body, ==, "Second");
  g_assert_cmpstr (second->author_name, ==, "Zoé");
  g_assert_cmpstr (third->kind, ==, "note");
}

static gpointer
answers_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return diapason_history_answers (database, *(gint64 *) data, 2, error);
}

static void
say_verbatim (DeriveFixture *f)
{
  derive_fixture_say (f, "survey", SURVEY_WAVE, "w", "name", "Autumn");
  derive_fixture_say (f, "survey", VERBATIM, "v", "customer", "s1", "wave", "w", "interaction",
                      "late", "adviser", "a", "channel", "chat", "at", "1767200000000", "score",
                      "0", "scale", "10", "about", "Router", "title", "Late", "text", "Too late",
                      "author_name", "A. L.", "language", "en", "permission", "yes",
                      "permission_by", "phone", "permission_until", "2026-02-01", "state", "open");
  derive_fixture_say (f, "survey", ANSWER, "v:1", "verbatim", "v", "criterion", "effort", "score",
                      "7", "scale", "7");
  derive_fixture_say (f, "survey", ANSWER, "v:2", "verbatim", "v", "criterion", "clarity");
  derive_fixture_say (f, "survey", ANSWER, "v:3", "verbatim", "v", "criterion", "welcome");
  derive_fixture_say (f, "survey", ANSWER, "x:1", "verbatim", "x", "criterion", "other");
  derive_fixture_say (f, "survey", INTERACTION, "late", "began_at", "1767000000000");
  derive_fixture_say (f, "survey", ADVISER, "a", "name", "Zoé");
}

static void
test_verbatim (DeriveFixture *f, gconstpointer data)
{
  say_verbatim (f);
  derive_fixture_settle (f);
  gint64 who = derive_fixture_id (f, "survey", DIAPASON_ENTITY_CUSTOMER, "s1");
  g_autoptr (GArray) ids = store_fixture_read (&f->base, DIAPASON_LANE_LIST, ids_in_reader, &who);
  g_autoptr (GPtrArray) rows =
      store_fixture_read (&f->base, DIAPASON_LANE_FAST, rows_in_reader, ids);

  g_assert_cmpuint (rows->len, ==, 1);
  const DiapasonEventRecord *event = g_ptr_array_index (rows, 0);
  g_assert_cmpint (event->entity, ==, DIAPASON_ENTITY_VERBATIM);
  g_assert_cmpint (event->at, ==, 1767200000000);
  g_assert_true (event->score.known);
  g_assert_cmpint (event->score.score, ==, 0);
  g_assert_cmpint (event->score.scale, ==, 10);
  g_assert_cmpint (event->contact_at, ==, 1767000000000);
  const char *const told[][2] = {
    { event->wave, "Autumn" },
    { event->adviser, "Zoé" },
    { event->channel, "chat" },
    { event->about, "Router" },
    { event->subject, "Late" },
    { event->text, "Too late" },
    { event->author_name, "A. L." },
    { event->language, "en" },
    { event->permission, "yes" },
    { event->permission_by, "phone" },
    { event->permission_until, "2026-02-01" },
    { event->state, "open" },
    { event->origin.source, "survey" },
    { event->origin.remote_id, "v" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_assert_cmpstr (told[i][0], ==, told[i][1]);

  g_autoptr (GPtrArray) answers =
      store_fixture_read (&f->base, DIAPASON_LANE_FAST, answers_in_reader, ids->data);
  g_assert_cmpuint (answers->len, ==, 2);
  const DiapasonAnswerRecord *effort = g_ptr_array_index (answers, 0);
  const DiapasonAnswerRecord *clarity = g_ptr_array_index (answers, 1);
  g_assert_cmpstr (effort->criterion, ==, "effort");
  g_assert_cmpint (effort->score.score, ==, 7);
  g_assert_cmpint (effort->score.scale, ==, 7);
  g_assert_cmpstr (effort->origin.remote_id, ==, "v:1");
  g_assert_cmpstr (clarity->criterion, ==, "clarity");
  g_assert_false (clarity->score.known);
  plan_check_readers (&f->base, allowed);
}

typedef struct
{
  DiapasonRowSource *source;
  gboolean done;
  GArray *ids;
  GPtrArray *rows;
  guint changes;
  guint memberships;
  gint64 watched;
  guint touched;
} List;

static void
ids_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  List *list = user_data;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&list->ids, g_array_unref);
  list->ids = diapason_row_source_load_ids_finish (list->source, result, &error);
  g_assert_no_error (error);
  list->done = TRUE;
}

static void
rows_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  List *list = user_data;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&list->rows, g_ptr_array_unref);
  list->rows = diapason_row_source_load_rows_finish (list->source, result, &error);
  g_assert_no_error (error);
  list->done = TRUE;
}

static void
load (List *list)
{
  list->done = FALSE;
  diapason_row_source_load_ids_async (list->source, NULL, ids_loaded_cb, list);
  store_fixture_wait (&list->done);
  list->done = FALSE;
  diapason_row_source_load_rows_async (list->source, (gint64 *) list->ids->data, list->ids->len,
                                       NULL, rows_loaded_cb, list);
  store_fixture_wait (&list->done);
}

static void
changed_cb (DiapasonRowSource *source,
            gboolean membership,
            DiapasonChangeSet *set,
            gpointer user_data)
{
  List *list = user_data;

  list->changes++;
  list->memberships += membership;
  list->touched += diapason_row_source_touches (source, set, list->watched);
}

static void
forget (List *list)
{
  list->changes = list->memberships = list->touched = 0;
}

/* Lets what was committed be told. */
static void
tell (DeriveFixture *f)
{
  derive_fixture_settle (f);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_source (DeriveFixture *f, gconstpointer data)
{
  say_ann (f);
  derive_fixture_customer (f, "crm", "2", "Bob", NULL, NULL, NULL);
  tell (f);
  g_autoptr (DiapasonTimelineSource) source =
      diapason_timeline_source_new (f->base.store,
                                    derive_fixture_id (f, "desk", DIAPASON_ENTITY_CUSTOMER, "u7"));
  List list = { .source = DIAPASON_ROW_SOURCE (source),
                .watched = derive_fixture_id (f, "desk", DIAPASON_ENTITY_INTERACTION, "late") };
  g_signal_connect (source, "changed", G_CALLBACK (changed_cb), &list);
  load (&list);
  g_assert_cmpuint (list.rows->len, ==, 4);

  forget (&list);
  /* Somebody else's. */
  derive_fixture_say (f, "crm", INTERACTION, "x", "customer", "2", "subject", "Other");
  tell (f);
  g_assert_cmpuint (list.changes, ==, 0);

  forget (&list);
  /* A row. */
  derive_fixture_say (f, "desk", INTERACTION, "late", "customer", "u7", "channel", "chat",
                      "began_at", "1767000000000", "subject", "Later");
  tell (f);
  g_assert_cmpuint (list.touched, >=, 1);

  forget (&list);
  /* A message changes the row it opens from. */
  derive_fixture_say (f, "desk", MESSAGE, "4", "interaction", "late", "body", "Fourth");
  tell (f);
  g_assert_cmpuint (list.touched, >=, 1);

  forget (&list);
  /* A criterion changes the verbatim that it is of. */
  derive_fixture_say (f, "desk", VERBATIM, "v", "customer", "u7", "at", "1767200000000");
  tell (f);
  g_assert_cmpuint (list.memberships, >=, 1);
  list.watched = derive_fixture_id (f, "desk", DIAPASON_ENTITY_VERBATIM, "v");
  forget (&list);
  derive_fixture_say (f, "desk", ANSWER, "v:1", "verbatim", "v", "criterion", "effort");
  tell (f);
  g_assert_cmpuint (list.touched, >=, 1);

  /* Another record of theirs, and what happened with it. */
  derive_fixture_decide (f, "k", "crm", "2", "crm", "1", TRUE);
  tell (f);
  load (&list);
  g_assert_cmpuint (list.rows->len, ==, 6);
  forget (&list);
  derive_fixture_say (f, "crm", INTERACTION, "y", "customer", "2", "subject", "Now ours");
  tell (f);
  g_assert_cmpuint (list.memberships, >=, 1);

  plan_check_readers (&f->base, allowed);
  g_signal_handlers_disconnect_by_data (source, &list);
  g_array_unref (list.ids);
  g_ptr_array_unref (list.rows);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("rows", test_rows);
  TEST ("parts", test_parts);
  TEST ("messages", test_messages);
  TEST ("verbatim", test_verbatim);
  TEST ("source", test_source);
  return g_test_run ();
}
