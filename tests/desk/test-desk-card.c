/* test-desk-card.c: the head of the desk: what the rows say of a person, the check of who it is,
 * and what it opens. */
#include <glib/gstdio.h>

#include "await.h"
#include "desk-fixture.h"
#include "policy.h"

#define BIT(check) (1u << DIAPASON_CHECK_##check)

static DiapasonCard *
open_card (DeskFixture *fixture, const char *source, const char *customer, const char *opening)
{
  gint64 person = desk_fixture_person (fixture, source, customer);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DiapasonCard *card;

  diapason_desk_open_card_async (fixture->desk, person, opening, NULL, await_cb, &result);
  await (&result);
  card = diapason_desk_open_card_finish (fixture->desk, result, &error);
  g_assert_no_error (error);
  return card;
}

static void
check (DeskFixture *fixture, const DiapasonCard *card, DiapasonCheck what, gboolean fits)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  diapason_desk_check_identity_async (fixture->desk, card, what, fits, await_cb, &result);
  await (&result);
  g_assert_true (diapason_desk_check_identity_finish (fixture->desk, result, &error));
  g_assert_no_error (error);
}

static void
test_card (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonCard) card = NULL;

  desk_fixture_tell_quills (fixture);
  desk_fixture_tell_verbatims (fixture);
  card = open_card (fixture, "crm", "c1", "once");
  g_assert_cmpstr (card->person->name, ==, "Ada Quill");
  g_assert_cmpuint (card->events->len, ==, 6);
  /* The chat goes on; the call of three days ago stays unsolved. */
  g_assert_cmpstr (card->live->subject, ==, "Where is my refund?");
  g_assert_cmpuint (card->effort.contacts, ==, 2);
  g_assert_cmpstr (diapason_card_event (card, card->effort.open_event)->subject, ==,
                   "Refund of 42 €");
  g_assert_cmpint (card->effort.left, ==, DIAPASON_LEFT_UPSET);
  g_assert_cmpint (card->effort.promise, ==, DIAPASON_PROMISE_BROKEN);
  g_assert_cmpstr (diapason_card_event (card, card->effort.promise_event)->adviser, ==,
                   "Ida Marsh");
  g_assert_null (diapason_card_event (card, 4711));
  /* Nothing is given away. */
  g_assert_cmpuint (card->level, ==, 0);
  g_assert_cmpint (card->opening, ==, DIAPASON_OPENING_HOW_ARE_YOU);
  for (guint fact = 0; fact < DIAPASON_N_CARD_FACTS; fact++)
    g_assert_cmpint (diapason_card_speakable (card, fact), !=, DIAPASON_SPEAKABLE_YES);
  /* Of the company's five moments they are where they use it, and have told it in a review. */
  g_assert_cmpuint (card->moments->len, ==, 5);
  g_assert_cmpint (card->moment, ==, 3);
  g_assert_cmpuint (((DiapasonCardMoment *) card->moments->pdata[4])->reached.events, ==, 1);
  g_assert_cmpuint (((DiapasonCardMoment *) card->moments->pdata[0])->reached.events, ==, 0);
}

/* A colleague's contact is not mine: neither is what was checked in it. */
static void
test_colleague (DeskFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *adviser;
    gboolean mine;
  } cases[] = { { "crm:a2", FALSE }, { "crm:a1", TRUE }, { "other:a9", TRUE } };

  desk_fixture_tell_quills (fixture);
  desk_fixture_sign_in (fixture, "crm", "a1");
  desk_fixture_row (fixture, "crm", "adviser", "a2", "name", "Omar Vale", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DiapasonCard) card = NULL;
      const DiapasonEventRecord *own, *other;

      desk_fixture_row (fixture, "desk", "interaction", "i1", "customer", "d1", "channel", "chat",
                        "began_at", "-0.2", "state", "open", "subject", "Where is my refund?",
                        "adviser", cases[i].adviser, NULL);
      desk_fixture_commit (fixture);
      card = open_card (fixture, "crm", "c1", "once");
      own = cases[i].mine ? card->live : card->elsewhere;
      other = cases[i].mine ? card->elsewhere : card->live;
      g_assert_cmpstr (own->subject, ==, "Where is my refund?");
      g_assert_null (other);
      g_assert_cmpstr (card->occasion, ==, cases[i].mine ? "desk:i1" : "once");
      g_assert_cmpstr (diapason_card_last_contact (card)->subject, ==, "Refund of 42 €");
    }
}

/* Of somebody of whom there is a number and nothing else, nothing is said. */
static void
test_number_alone (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonCard) card = NULL;

  desk_fixture_row (fixture, "crm", "customer", "c7", NULL);
  desk_fixture_row (fixture, "crm", "contact_point", "cp7", "customer", "c7", "kind", "mobile",
                    "value", "+33 6 99 88 77 66", NULL);
  desk_fixture_commit (fixture);
  card = open_card (fixture, "crm", "c7", "once");
  g_assert_null (card->person->name);
  g_assert_null (card->live);
  g_assert_cmpint (card->effort.left, ==, DIAPASON_LEFT_UNKNOWN);
  g_assert_cmpint (card->effort.promise, ==, DIAPASON_PROMISE_NONE);
  g_assert_cmpint (card->moment, ==, -1);
  g_assert_cmpint (card->opening, ==, DIAPASON_OPENING_GREETING);
  for (guint what = 0; what < DIAPASON_N_CHECKS; what++)
    g_assert_false (diapason_card_knows (card, what));
  g_assert_cmpstr (card->occasion, ==, "once");
}

/* A check holds for the contact that goes on, whoever opens the card anew, and the last word on it
 * counts. */
static void
test_check (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonCard) before = NULL;
  g_autoptr (DiapasonCard) half = NULL;
  g_autoptr (DiapasonCard) after = NULL;
  g_autoptr (DiapasonCard) doubted = NULL;
  g_autoptr (DiapasonCard) next = NULL;

  desk_fixture_tell_quills (fixture);
  before = open_card (fixture, "crm", "c1", "once");
  g_assert_true (diapason_card_knows (before, DIAPASON_CHECK_BIRTH_DATE));
  check (fixture, before, DIAPASON_CHECK_BIRTH_DATE, TRUE);
  check (fixture, before, DIAPASON_CHECK_POSTCODE, FALSE);
  half = open_card (fixture, "crm", "c1", "once");
  g_assert_cmpuint (half->level, ==, 0);
  g_assert_cmpuint (half->levels[1].fit, ==, 1);
  g_assert_cmpuint (half->failing, ==, BIT (POSTCODE));

  check (fixture, half, DIAPASON_CHECK_POSTCODE, TRUE);
  after = open_card (fixture, "desk", "d1", "twice");
  g_assert_cmpuint (after->fitting, ==, BIT (BIRTH_DATE) | BIT (POSTCODE));
  g_assert_cmpuint (after->failing, ==, 0);
  g_assert_cmpuint (after->level, ==, 1);
  g_assert_cmpint (after->opening, ==, DIAPASON_OPENING_BROKEN_PROMISE);
  g_assert_cmpint (diapason_card_speakable (after, DIAPASON_CARD_PROMISE), ==,
                   DIAPASON_SPEAKABLE_YES);
  g_assert_cmpint (diapason_card_speakable (after, DIAPASON_CARD_ADDRESS), ==,
                   DIAPASON_SPEAKABLE_AFTER_CHECK);

  check (fixture, after, DIAPASON_CHECK_BIRTH_DATE, FALSE);
  doubted = open_card (fixture, "crm", "c1", "twice");
  g_assert_cmpuint (doubted->level, ==, 0);

  /* With the contact it ends. */
  check (fixture, doubted, DIAPASON_CHECK_BIRTH_DATE, TRUE);
  desk_fixture_row (fixture, "desk", "interaction", "i1", "customer", "d1", "channel", "chat",
                    "began_at", "-0.2", "state", "closed", NULL);
  desk_fixture_commit (fixture);
  next = open_card (fixture, "crm", "c1", "twice");
  g_assert_null (next->live);
  g_assert_cmpstr (next->occasion, ==, "twice");
  g_assert_cmpuint (next->fitting, ==, 0);
}

/* Without a contact it holds for one opening of one person. */
static void
test_check_without_contact (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonCard) first = NULL;
  g_autoptr (DiapasonCard) again = NULL;
  g_autoptr (DiapasonCard) later = NULL;
  g_autoptr (DiapasonCard) other = NULL;

  desk_fixture_tell_quills (fixture);
  first = open_card (fixture, "crm", "c2", "once");
  check (fixture, first, DIAPASON_CHECK_EMAIL, TRUE);
  again = open_card (fixture, "crm", "c2", "once");
  later = open_card (fixture, "crm", "c2", "twice");
  desk_fixture_row (fixture, "desk", "interaction", "i1", "customer", "d1", "channel", "chat",
                    "began_at", "-0.2", "state", "closed", NULL);
  desk_fixture_commit (fixture);
  other = open_card (fixture, "crm", "c1", "once");
  g_assert_cmpuint (again->fitting, ==, BIT (EMAIL));
  g_assert_cmpuint (later->fitting, ==, 0);
  g_assert_cmpuint (other->fitting, ==, 0);
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

/* What was asked and who asked is there, and nothing of what they said or we know. */
static void
test_check_is_kept (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonCard) card = NULL;
  News news = { 0 };
  const char *const files[] = { "work.db", "work.db-wal" };
  gboolean found = FALSE;

  desk_fixture_tell_quills (fixture);
  desk_fixture_sign_in (fixture, "crm", "a1");
  news.person = desk_fixture_person (fixture, "crm", "c1");
  g_signal_connect (fixture->desk, "persons-changed", G_CALLBACK (persons_changed_cb), &news);
  card = open_card (fixture, "crm", "c1", "once");
  g_assert_cmpstr (card->adviser_remote, ==, "a1");
  check (fixture, card, DIAPASON_CHECK_BIRTH_DATE, TRUE);
  g_assert_cmpuint (news.n_touched, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i], NULL);
      g_autofree char *text = NULL;
      gsize length = 0;

      if (!g_file_get_contents (path, &text, &length, NULL))
        continue;
      found |= memmem (text, length, "birth_date", 10) != NULL &&
               memmem (text, length, "crma1", 5) != NULL;
      g_assert_null (memmem (text, length, "1981", 4));
      g_assert_null (memmem (text, length, "Quill", 5));
    }
  g_assert_true (found);
}

/* The company may say which checks it wants, and how many. */
static void
test_policy (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("diapason-policy-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "identity.json", NULL);
  g_autoptr (DiapasonPolicy) policy = NULL;
  g_autoptr (DiapasonCard) before = NULL;
  g_autoptr (DiapasonCard) after = NULL;

  g_file_set_contents (path,
                       "{\"format\": 1, \"version\": 7, \"levels\": ["
                       "{\"level\": 1, \"ask\": [\"product\"], \"needs\": 1},"
                       "{\"level\": 2, \"ask\": [\"product\", \"street\"], \"needs\": 2}],"
                       "\"acts\": {\"say_name\": 1, \"say_promise\": 2}}",
                       -1, NULL);
  policy = diapason_policy_load (folder);
  g_assert_cmpuint (policy->complaints->len, ==, 0);
  diapason_desk_set_policy (fixture->desk, policy);
  desk_fixture_tell_quills (fixture);
  before = open_card (fixture, "crm", "c1", "once");
  g_assert_cmpint (before->policy, ==, 7);
  g_assert_cmpuint (before->levels[1].n_ask, ==, 1);
  check (fixture, before, DIAPASON_CHECK_PRODUCT, TRUE);
  after = open_card (fixture, "crm", "c1", "once");
  g_assert_cmpuint (after->level, ==, 1);
  g_assert_cmpint (diapason_card_speakable (after, DIAPASON_CARD_NAME), ==, DIAPASON_SPEAKABLE_YES);
  /* A promise needs more here, and what is not named needs most. */
  g_assert_cmpint (after->opening, ==, DIAPASON_OPENING_BY_NAME);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/desk/card/" name, DeskFixture, NULL, desk_fixture_set_up, func,                    \
              desk_fixture_tear_down)
  ADD ("card", test_card);
  ADD ("colleague", test_colleague);
  ADD ("number-alone", test_number_alone);
  ADD ("check", test_check);
  ADD ("check-without-contact", test_check_without_contact);
  ADD ("check-is-kept", test_check_is_kept);
  ADD ("policy", test_policy);
  return g_test_run ();
}
