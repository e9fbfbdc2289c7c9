/* test-desk-worklist.c: what waits, in the order of the reasons that stand beside it; who is on the
 * line comes up by themselves; what was promised. */
#include <glib/gstdio.h>

#include "await.h"
#include "choice.h"
#include "database.h"
#include "desk-fixture.h"
#include "first-ranked.h"
#include "policy.h"
#include "row-item.h"
#include "windowed-list.h"

#define WAIT(condition)                                                                            \
  while (!(condition))                                                                             \
  g_main_context_iteration (NULL, TRUE)

/* What was emitted. */
typedef struct
{
  gint64 began; /* person */
  guint n_began;
  gint64 led; /* person */
  guint n_led;
} Heard;

static void
began_cb (Heard *heard, gint64 person, gint64 interaction)
{
  heard->began = person;
  heard->n_began++;
}

static void
led_cb (Heard *heard, gint64 person)
{
  heard->led = person;
  heard->n_led++;
}

static DiapasonWork *
begin_work (DeskFixture *fixture, Heard *heard)
{
  DiapasonWork *work = diapason_desk_get_work (fixture->desk);

  *heard = (Heard){ 0 };
  g_signal_connect_swapped (work, "contact-began", G_CALLBACK (began_cb), heard);
  g_signal_connect_swapped (work, "led", G_CALLBACK (led_cb), heard);
  WAIT (diapason_work_get_ready (work) && diapason_work_knows_contacts (work));
  WAIT (!diapason_windowed_list_get_loading (
      DIAPASON_WINDOWED_LIST (diapason_work_get_to_treat (work))));
  return work;
}

/* "92 v1, 40 v2": as the list has them, each by its remote id. */
static char *
tell_list (GListModel *list)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (DiapasonRowItem) item = g_list_model_get_item (list, i);
      const DiapasonWorkRecord *record;
      int sum = 0;

      WAIT ((record = diapason_row_item_get_record (item)) != NULL);
      for (guint j = 0; j < record->priority.n_reasons; j++)
        sum += record->priority.reasons[j].points;
      g_assert_cmpint (sum, ==, record->priority.points);
      g_string_append_printf (told, "%s%d %s", i == 0 ? "" : ", ", sum,
                              record->event->origin.remote_id);
    }
  return g_string_free (told, FALSE);
}

static gboolean
lists (GListModel *list, const char *expected)
{
  g_autofree char *told = tell_list (list);

  return g_str_equal (told, expected);
}

static void
tell_verbatim (DeskFixture *fixture, const char *id, const char *customer, const char *score)
{
  desk_fixture_row (fixture, "crm", "verbatim", id, "customer", customer, "wave", "w", "adviser",
                    "a1", "at", "-30", "score", score, "scale", "10", "state", "open", NULL);
}

/* Of two customers; one was promised something. */
static void
tell_two (DeskFixture *fixture)
{
  desk_fixture_row (fixture, "crm", "customer", "c1", "name", "Ada Quill", NULL);
  desk_fixture_row (fixture, "crm", "customer", "c2", "name", "Nora Weiss", NULL);
  desk_fixture_row (fixture, "crm", "promise", "p1", "customer", "c2", "text", "Call back",
                    "adviser", "a1", "state", "open", "made_at", "-40", "due_at", "3", NULL);
  tell_verbatim (fixture, "v1", "c1", "6");
  tell_verbatim (fixture, "v2", "c2", "6");
  tell_verbatim (fixture, "v3", "c2", "9");
  desk_fixture_commit (fixture);
}

/* Detractor 30, promise due 5, waits a day 2; broken 20 from the moment on at which it is due. */
static void
test_order (DeskFixture *fixture, gconstpointer data)
{
  DiapasonWork *work;
  GListModel *list;
  Heard heard;

  tell_two (fixture);
  work = begin_work (fixture, &heard);
  list = diapason_work_get_to_treat (work);
  WAIT (lists (list, "37 v2, 32 v1, 7 v3"));
  g_assert_cmpuint (diapason_work_get_total (work), ==, 3);

  /* Time itself: nobody says anything. */
  diapason_clock_advance (fixture->clock, 3 * DESK_FIXTURE_HOUR + 1000);
  WAIT (lists (list, "52 v2, 32 v1, 22 v3"));

  /* Something about somebody: 30 + 15 + 2. */
  tell_verbatim (fixture, "v1", "c1", "2");
  desk_fixture_commit (fixture);
  WAIT (lists (list, "52 v2, 47 v1, 22 v3"));

  /* One is seen to. */
  desk_fixture_row (fixture, "crm", "verbatim", "v2", "customer", "c2", "state", "closed", NULL);
  desk_fixture_commit (fixture);
  WAIT (lists (list, "47 v1, 22 v3"));
  g_assert_cmpuint (diapason_work_get_total (work), ==, 2);
}

/* Whose verbatim it is that is about a contact of mine, once a source says who I am. */
static void
test_challenge (DeskFixture *fixture, gconstpointer data)
{
  DiapasonWork *work;
  GListModel *list;
  Heard heard;

  tell_two (fixture);
  work = begin_work (fixture, &heard);
  list = diapason_work_get_to_treat (work);
  {
    g_auto (GStrv) challenges = diapason_work_get_challenges (work);

    g_assert_cmpuint (g_strv_length (challenges), ==, 5);
    g_assert_cmpstr (challenges[4], ==, "About my contacts");
  }
  diapason_work_set_challenge (work, 4);
  WAIT (lists (list, "17 v1, 17 v2, 2 v3"));
  desk_fixture_sign_in (fixture, "crm", "a1");
  WAIT (lists (list, "67 v1, 67 v2, 52 v3"));
}

static gpointer
choice_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return diapason_choice_get (database, data, error);
}

/* It is there again when the program is. */
static void
test_remembered (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *choice = NULL;
  Heard heard;

  diapason_work_set_challenge (begin_work (fixture, &heard), 2);
  while (g_strcmp0 (choice, "praise") != 0)
    {
      g_autoptr (GAsyncResult) result = NULL;

      g_free (choice);
      diapason_store_read_async (fixture->store, DIAPASON_LANE_FAST, choice_in_reader,
                                 (gpointer) "challenge", NULL, g_free, NULL, await_cb, &result);
      await (&result);
      choice = diapason_store_read_finish (fixture->store, result, NULL);
    }
  g_object_unref (fixture->desk);
  fixture->desk = diapason_desk_new (fixture->store, fixture->derive, NULL);
  g_assert_cmpuint (diapason_work_get_challenge (begin_work (fixture, &heard)), ==, 2);
}

/* With a mistake in it, it is not used at all: the work goes on by what came along. */
static void
test_wrong_policy (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "challenges.json", NULL);
  g_autoptr (DiapasonPolicy) policy = NULL;
  g_autoptr (GError) error = NULL;
  DiapasonWork *work;
  Heard heard;

  g_file_set_contents (path, "{\n\"format\": 1,\n\"version\": 2,\n\"challenges\": 3\n}", -1,
                       &error);
  g_assert_no_error (error);
  policy = diapason_policy_load (fixture->folder);
  g_assert_nonnull (strstr (policy->complaints->pdata[0], "challenges.json, line 4: "));
  diapason_desk_set_policy (fixture->desk, policy);
  work = begin_work (fixture, &heard);
  {
    g_auto (GStrv) challenges = diapason_work_get_challenges (work);

    g_assert_cmpuint (g_strv_length (challenges), ==, 5);
  }
}

/* More than anybody reads, and than a slice holds */

#define MANY 45000

static gboolean
fill_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_database_exec (
      database,
      "INSERT INTO source (id, name) VALUES (50, 'many');"
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 45000) "
      "INSERT INTO record (id, source, entity, remote_id, as_of, first_seen) "
      "SELECT 1000 + i, 50, 15, 'v' || i, 1, 1 FROM n;"
      "INSERT INTO verbatim (id, state, at, score, scale) "
      "SELECT id, 'open', id, id % 11, 10 FROM record WHERE source = 50;"
      "INSERT INTO priority_fact (verbatim, at, score, scale, has_words, is_review, is_high_value, "
      "is_unsolved, may_contact, permission_until, contacts, failures, promises_broken, "
      "promise_due, version) "
      "SELECT id, id, id % 11, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 FROM record WHERE source = 50;",
      error);
}

static const DiapasonWorkRecord *
first_of (GListModel *list, DiapasonRowItem **item)
{
  const DiapasonWorkRecord *record;

  g_clear_object (item);
  *item = g_list_model_get_item (list, 0);
  WAIT ((record = diapason_row_item_get_record (*item)) != NULL);
  return record;
}

static void
test_many (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DiapasonRowItem) item = NULL;
  gint64 newest = 1000 + MANY;
  DiapasonWork *work;
  GListModel *list;
  Heard heard;

  diapason_store_write_async (fixture->store, DIAPASON_FILE_CACHE, DIAPASON_PRIORITY_SYNC,
                              fill_in_writer, NULL, NULL, await_cb, &result);
  await (&result);
  work = begin_work (fixture, &heard);
  list = diapason_work_get_to_treat (work);
  g_assert_cmpuint (diapason_work_get_total (work), ==, MANY);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1000);
  /* Of the very low ones, which have the same points, the newest. */
  while (newest % 11 > 3)
    newest--;
  g_assert_cmpint (first_of (list, &item)->event->id, ==, newest);
  g_assert_cmpint (first_of (list, &item)->priority.points, ==, 30 + 15 + 14);

  desk_fixture_row (fixture, "crm", "verbatim", "late", "at", "-200", "score", "0", "scale", "10",
                    "state", "open", NULL);
  desk_fixture_commit (fixture);
  WAIT (diapason_work_get_total (work) == MANY + 1);
  WAIT (g_str_equal (first_of (list, &item)->event->origin.remote_id, "late"));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1000);
}

static gboolean
keep_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return fill_in_writer (database, NULL, more, error) &&
         diapason_database_exec (database,
                                 "INSERT INTO first_ranked VALUES (0, 1009), (1, 7), (2, 1001)",
                                 error);
}

static gpointer
kept_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return diapason_first_ranked_get (database, error);
}

/* Those that waited first the last time are here before all are ranked, as they are now. */
static void
test_kept (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DiapasonRowItem) item = NULL;
  g_autoptr (GArray) kept = NULL;
  g_autofree char *told = NULL;
  DiapasonWork *work;
  GListModel *list;
  Heard heard;

  diapason_store_write_async (fixture->store, DIAPASON_FILE_CACHE, DIAPASON_PRIORITY_SYNC,
                              keep_in_writer, NULL, NULL, await_cb, &result);
  await (&result);
  work = begin_work (fixture, &heard);
  list = diapason_work_get_to_treat (work);
  told = tell_list (list);
  g_assert_cmpstr (told, ==, "59 v1, 14 v9");
  g_assert_cmpuint (diapason_work_get_total (work), ==, 0);

  diapason_clock_advance (fixture->clock, DIAPASON_LIST_REST);
  WAIT (diapason_work_get_total (work) == MANY);
  WAIT (g_list_model_get_n_items (list) == 1000);
  do
    {
      g_clear_object (&result);
      g_clear_pointer (&kept, g_array_unref);
      diapason_store_read_async (fixture->store, DIAPASON_LANE_FAST, kept_in_reader, NULL, NULL,
                                 (GDestroyNotify) g_array_unref, NULL, await_cb, &result);
      await (&result);
      kept = diapason_store_read_finish (fixture->store, result, NULL);
    }
  while (kept->len < 200);
  g_assert_cmpint (g_array_index (kept, gint64, 0), ==, first_of (list, &item)->event->id);
}

/* On the line */

static void
tell_call (DeskFixture *fixture, const char *id, const char *customer, const char *adviser)
{
  desk_fixture_row (fixture, "crm", "interaction", id, "customer", customer, "adviser", adviser,
                    "channel", "call", "direction", "in", "began_at", "-0.1", "subject", "Refund",
                    "state", "open", NULL);
  desk_fixture_commit (fixture);
}

static const DiapasonContactRecord *
contact_at (DiapasonWork *work, guint position)
{
  g_autoptr (DiapasonRowItem) item =
      g_list_model_get_item (diapason_work_get_contacts (work), position);

  return diapason_row_item_get_record (item);
}

/* What a window does with persons-changed: it reads whose card is open. */
typedef struct
{
  DeskFixture *fixture;
  const Heard *heard;
  guint n_asked;
  guint n_read;
  guint n_began; /* when the first was read */
} Reread;

static void
card_reread_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  Reread *reread = data;
  g_autoptr (DiapasonPersonRecord) person =
      diapason_desk_open_person_finish (DIAPASON_DESK (desk), result, NULL);

  g_assert_nonnull (person);
  if (reread->n_read++ == 0)
    reread->n_began = reread->heard->n_began;
}

static void
persons_changed_cb (Reread *reread)
{
  reread->n_asked++;
  diapason_desk_open_person_async (reread->fixture->desk,
                                   desk_fixture_person (reread->fixture, "crm", "c1"), NULL,
                                   card_reread_cb, reread);
}

/* Whose call ended as the next began is not read anew before the next is here. */
static void
test_contact_first (DeskFixture *fixture, gconstpointer data)
{
  Heard heard;
  Reread reread = { .fixture = fixture, .heard = &heard };

  tell_two (fixture);
  desk_fixture_sign_in (fixture, "crm", "a1");
  begin_work (fixture, &heard);
  g_signal_connect_swapped (fixture->desk, "persons-changed", G_CALLBACK (persons_changed_cb),
                            &reread);
  tell_call (fixture, "i2", "c2", "a1");
  WAIT (reread.n_read > 0);
  g_assert_cmpuint (reread.n_began, ==, 1);
  g_signal_handlers_disconnect_by_data (fixture->desk, &reread);
  WAIT (reread.n_read == reread.n_asked);
}

static void
test_contact_began (DeskFixture *fixture, gconstpointer data)
{
  DiapasonWork *work;
  GListModel *contacts;
  Heard heard;

  tell_two (fixture);
  desk_fixture_sign_in (fixture, "crm", "a1");
  work = begin_work (fixture, &heard);
  contacts = diapason_work_get_contacts (work);
  g_assert_cmpuint (g_list_model_get_n_items (contacts), ==, 0);

  /* A colleague's is no contact of mine; who is spoken to comes first all the same: 20. */
  tell_call (fixture, "i1", "c1", "a2");
  WAIT (lists (diapason_work_get_to_treat (work), "52 v1, 37 v2, 7 v3"));
  g_assert_cmpuint (heard.n_began, ==, 0);

  tell_call (fixture, "i2", "c2", "a1");
  WAIT (heard.n_began == 1);
  g_assert_cmpint (heard.began, ==, desk_fixture_person (fixture, "crm", "c2"));
  g_assert_cmpuint (g_list_model_get_n_items (contacts), ==, 1);
  g_assert_cmpstr (contact_at (work, 0)->name, ==, "Nora Weiss");
  g_assert_cmpint (contact_at (work, 0)->state, ==, DIAPASON_LIVE_GOES_ON);
  WAIT (lists (diapason_work_get_to_treat (work), "57 v2, 52 v1, 27 v3"));

  /* It ends. */
  desk_fixture_row (fixture, "crm", "interaction", "i2", "customer", "c2", "adviser", "a1",
                    "channel", "call", "began_at", "-0.1", "ended_at", "0", "state", "closed",
                    NULL);
  desk_fixture_commit (fixture);
  WAIT (g_list_model_get_n_items (contacts) == 0);
  WAIT (lists (diapason_work_get_to_treat (work), "52 v1, 37 v2, 7 v3"));
  g_assert_cmpuint (heard.n_began, ==, 1);
}

/* What nobody ended is no contact for ever, also when nothing else happens. */
static void
test_left_over (DeskFixture *fixture, gconstpointer data)
{
  DiapasonWork *work;
  GListModel *contacts;
  Heard heard;

  tell_two (fixture);
  desk_fixture_sign_in (fixture, "crm", "a1");
  desk_fixture_row (fixture, "crm", "interaction", "i2", "customer", "c2", "adviser", "a1",
                    "channel", "chat", "began_at", "-3", "state", "open", NULL);
  tell_call (fixture, "i1", "c1", "a1");
  work = begin_work (fixture, &heard);
  contacts = diapason_work_get_contacts (work);
  WAIT (g_list_model_get_n_items (contacts) == 2);
  diapason_clock_advance (fixture->clock, 9 * DESK_FIXTURE_HOUR);
  WAIT (g_list_model_get_n_items (contacts) == 1);
  g_assert_cmpstr (contact_at (work, 0)->channel, ==, "call");
  diapason_clock_advance (fixture->clock, 3 * DESK_FIXTURE_HOUR);
  WAIT (g_list_model_get_n_items (contacts) == 0);
  g_assert_cmpuint (heard.n_began, ==, 1);
}

/* A source that ends none of them: those that began last are listed, and nobody older is said to
 * have come when one of these ends. */
static void
test_too_many (DeskFixture *fixture, gconstpointer data)
{
  DiapasonWork *work;
  GListModel *contacts;
  Heard heard;
  guint began;

  tell_two (fixture);
  desk_fixture_sign_in (fixture, "crm", "a1");
  for (guint i = 0; i < 170; i++)
    {
      g_autofree char *id = g_strdup_printf ("l%u", i);
      g_autofree char *at = g_strdup_printf ("-%u.%03u", 5, 999 - i);

      desk_fixture_row (fixture, "crm", "interaction", id, "customer", "c1", "adviser", "a1",
                        "channel", "call", "began_at", at, "state", "open", NULL);
    }
  desk_fixture_commit (fixture);
  work = begin_work (fixture, &heard);
  contacts = diapason_work_get_contacts (work);
  WAIT (g_list_model_get_n_items (contacts) == 50);
  g_assert_cmpuint (diapason_work_get_more_contacts (work), ==, 120);
  began = heard.n_began;
  desk_fixture_drop (fixture, "crm", "interaction", "l169");
  desk_fixture_commit (fixture);
  WAIT (diapason_work_get_more_contacts (work) == 119);
  g_assert_cmpuint (g_list_model_get_n_items (contacts), ==, 50);
  g_assert_cmpuint (heard.n_began, ==, began);
}

static void
tell_message (DeskFixture *fixture, const char *id, const char *author, const char *at)
{
  desk_fixture_row (fixture, "crm", "message", id, "interaction", "i1", "author", author, "kind",
                    "reply", "at", at, "body", id, "language", "it", NULL);
  desk_fixture_commit (fixture);
}

/* A chat waits as long as the last word is theirs. */
static void
test_chat (DeskFixture *fixture, gconstpointer data)
{
  DiapasonWork *work;
  Heard heard;

  tell_two (fixture);
  desk_fixture_sign_in (fixture, "crm", "a1");
  desk_fixture_row (fixture, "crm", "interaction", "i1", "customer", "c1", "adviser", "a1",
                    "channel", "chat", "began_at", "-0.5", "state", "open", NULL);
  tell_message (fixture, "Buongiorno", "customer", "-0.4");
  work = begin_work (fixture, &heard);
  /* Who is on the line already is there at the start, and nobody else leads. */
  g_assert_cmpuint (heard.n_began, ==, 1);
  g_assert_cmpuint (heard.n_led, ==, 0);
  g_assert_cmpint (contact_at (work, 0)->state, ==, DIAPASON_LIVE_WAITS);
  g_assert_cmpstr (contact_at (work, 0)->words, ==, "Buongiorno");
  g_assert_cmpstr (contact_at (work, 0)->language, ==, "it");
  tell_message (fixture, "Un attimo", "adviser", "-0.3");
  WAIT (contact_at (work, 0)->state == DIAPASON_LIVE_GOES_ON);
  g_assert_cmpstr (contact_at (work, 0)->words, ==, "Buongiorno");
}

/* One number, two customers: nobody is guessed. */
static void
test_candidates (DeskFixture *fixture, gconstpointer data)
{
  static const char *const customers[] = { "c1", "c2" };
  DiapasonWork *work;
  Heard heard;

  tell_two (fixture);
  desk_fixture_sign_in (fixture, "crm", "a1");
  for (guint i = 0; i < G_N_ELEMENTS (customers); i++)
    desk_fixture_row (fixture, "crm", "contact_point", customers[i], "customer", customers[i],
                      "kind", "mobile", "value", "06 12 34 56 78", NULL);
  desk_fixture_row (fixture, "desk", "customer", "d1", "name", "+33612345678", NULL);
  desk_fixture_row (fixture, "desk", "contact_point", "n1", "customer", "d1", "kind", "phone",
                    "value", "+33612345678", NULL);
  tell_call (fixture, "i1", "desk:d1", "a1");
  work = begin_work (fixture, &heard);
  g_assert_cmpint (heard.began, ==, desk_fixture_person (fixture, "desk", "d1"));
  g_assert_cmpuint (contact_at (work, 0)->candidates->len, ==, 2);
  {
    const DiapasonCandidateRecord *first = g_ptr_array_index (contact_at (work, 0)->candidates, 0);

    g_assert_cmpint (first->person, ==, desk_fixture_person (fixture, "crm", "c1"));
    g_assert_cmpstr (first->name, ==, "Ada Quill");
  }

  /* Whose name is known is no riddle. */
  desk_fixture_row (fixture, "desk", "customer", "d1", "name", "Omar Benali", NULL);
  desk_fixture_commit (fixture);
  WAIT (contact_at (work, 0)->candidates->len == 0);
}

/* Leading, and promises */

static void
test_led (DeskFixture *fixture, gconstpointer data)
{
  Heard heard;

  tell_two (fixture);
  desk_fixture_row (fixture, "crm", "verbatim", "v0", "at", "-400", "score", "0", "scale", "10",
                    "text", "Never", "state", "open", "permission", "anonymous", NULL);
  desk_fixture_commit (fixture);
  begin_work (fixture, &heard);
  WAIT (heard.n_led > 0);
  /* Not the anonymous one, which is first. */
  g_assert_cmpint (heard.led, ==, desk_fixture_person (fixture, "crm", "c2"));
  desk_fixture_drop (fixture, "crm", "verbatim", "v2");
  desk_fixture_commit (fixture);
  g_assert_cmpuint (heard.n_led, ==, 1);
}

static char *
tell_promises (DiapasonWork *work)
{
  GListModel *list = diapason_work_get_promises (work);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (DiapasonRowItem) item = g_list_model_get_item (list, i);
      const DiapasonWorkRecord *record = diapason_row_item_get_record (item);

      g_string_append_printf (told, "%s%s%s%s", i == 0 ? "" : ", ", record->event->origin.remote_id,
                              record->is_mine ? " mine" : "", record->is_spoken_to ? " now" : "");
    }
  return g_string_free (told, FALSE);
}

static gboolean
promises (DiapasonWork *work, const char *expected)
{
  g_autofree char *told = tell_promises (work);

  return g_str_equal (told, expected);
}

/* Mine, and a colleague's to somebody whose verbatim is about a contact of mine, or who calls me.
 */
static void
test_promises (DeskFixture *fixture, gconstpointer data)
{
  DiapasonWork *work;
  Heard heard;

  tell_two (fixture);
  desk_fixture_sign_in (fixture, "crm", "a1");
  desk_fixture_row (fixture, "crm", "promise", "p2", "customer", "c1", "adviser", "a2", "state",
                    "open", "due_at", "-50", NULL);
  desk_fixture_row (fixture, "crm", "promise", "p3", "customer", "c3", "adviser", "a2", "state",
                    "open", "due_at", "-60", NULL);
  desk_fixture_row (fixture, "crm", "promise", "p4", "customer", "c3", "adviser", "a1", "state",
                    "kept", "due_at", "-60", NULL);
  desk_fixture_commit (fixture);
  work = begin_work (fixture, &heard);
  WAIT (promises (work, "p2, p1 mine"));
  tell_call (fixture, "i1", "c3", "a1");
  WAIT (promises (work, "p3 now, p2, p1 mine"));
  desk_fixture_row (fixture, "crm", "promise", "p1", "customer", "c2", "adviser", "a1", "state",
                    "kept", NULL);
  desk_fixture_commit (fixture);
  WAIT (promises (work, "p3 now, p2"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                        \
  g_test_add ("/desk/worklist/" path, DeskFixture, NULL, desk_fixture_set_up, function,            \
              desk_fixture_tear_down)
  ADD ("order", test_order);
  ADD ("challenge", test_challenge);
  ADD ("remembered", test_remembered);
  ADD ("wrong-policy", test_wrong_policy);
  ADD ("many", test_many);
  ADD ("kept", test_kept);
  ADD ("contact-began", test_contact_began);
  ADD ("contact-first", test_contact_first);
  ADD ("left-over", test_left_over);
  ADD ("too-many", test_too_many);
  ADD ("chat", test_chat);
  ADD ("candidates", test_candidates);
  ADD ("led", test_led);
  ADD ("promises", test_promises);
  return g_test_run ();
}
