/* test-ui-format-card.c: the head of the desk in sentences, in English and UTC. */
#include "format-card.h"

#include <locale.h>

/* 2026-11-10 09:14, a Tuesday */
#define NOW  G_GINT64_CONSTANT (1794302040000)
#define HOUR G_GINT64_CONSTANT (3600000)
#define DAY  (24 * HOUR)

/* A card as insight fills it: its records are its own, all else the test sets. */
typedef struct
{
  DiapasonCard card;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  DiapasonMemberRecord *member = diapason_member_record_new ();

  memset (fixture, 0, sizeof *fixture);
  fixture->card.person = diapason_person_record_new ();
  fixture->card.events =
      g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_event_record_unref);
  fixture->card.moments = g_ptr_array_new_with_free_func (g_free);
  fixture->card.now = NOW;
  fixture->card.moment = -1;
  member->origin.source_label = g_strdup ("CRM");
  member->origin.as_of = NOW;
  g_ptr_array_add (fixture->card.person->members, member);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  diapason_person_record_unref (fixture->card.person);
  g_ptr_array_unref (fixture->card.events);
  g_ptr_array_unref (fixture->card.moments);
}

static DiapasonEventRecord *
add_event (Fixture *fixture, gint64 id, const char *subject)
{
  DiapasonEventRecord *event = diapason_event_record_new ();

  event->id = id;
  event->at = NOW - DAY;
  event->date_known = TRUE;
  event->subject = g_strdup (subject);
  g_ptr_array_add (fixture->card.events, event);
  return event;
}

static void
assert_takes (char *text, const char *expected)
{
  g_autofree char *owned = text;

  g_assert_cmpstr (owned, ==, expected);
}

static void
test_chips (Fixture *fixture, gconstpointer data)
{
  DiapasonPersonRecord *person = fixture->card.person;

  assert_takes (diapason_format_since (person), "customer since: unknown");
  assert_takes (diapason_format_value (person), "value: unknown");
  person->since = NOW;
  person->value = g_strdup ("gold & <more>");
  assert_takes (diapason_format_since (person), "customer since 2026");
  assert_takes (diapason_format_value (person), "value: gold & <more>");
  person->since = G_MAXINT64;
  assert_takes (diapason_format_since (person), "customer since: unknown");
  assert_takes (diapason_format_sourced ("high value", person, 0, NOW),
                "high value, CRM · as of 09:14");
}

static void
test_left (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    DiapasonLeft left;
    gboolean by_score;
    const char *text;
  } cases[] = {
    { DIAPASON_LEFT_UNKNOWN, FALSE, "How they left last time is not known." },
    { DIAPASON_LEFT_UPSET, TRUE, "Left upset last time (Mon 9 Nov), by their own score" },
    { DIAPASON_LEFT_UNEASY, TRUE,
      "Left neither content nor upset last time (Mon 9 Nov), by their own score" },
    { DIAPASON_LEFT_UNEASY, FALSE, "Left last time (Mon 9 Nov) without it being solved" },
    { DIAPASON_LEFT_CONTENT, TRUE, "Left content last time (Mon 9 Nov), by their own score" },
    { DIAPASON_LEFT_CONTENT, FALSE, "Left last time (Mon 9 Nov) with it solved" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fixture->card.effort.left = cases[i].left;
      fixture->card.effort.left_by_score = cases[i].by_score;
      fixture->card.effort.left_at = NOW - DAY;
      assert_takes (diapason_format_left (&fixture->card), cases[i].text);
    }
}

static void
test_elsewhere (Fixture *fixture, gconstpointer data)
{
  DiapasonEventRecord *event = add_event (fixture, 3, "Refund");

  assert_takes (diapason_format_elsewhere (&fixture->card), "");
  fixture->card.elsewhere = event;
  assert_takes (diapason_format_elsewhere (&fixture->card),
                "Being spoken to by a colleague since 09:14");
  event->adviser = g_strdup ("Omar <Vale>");
  assert_takes (diapason_format_elsewhere (&fixture->card),
                "Being spoken to by Omar <Vale> since 09:14");
}

static void
test_effort (Fixture *fixture, gconstpointer data)
{
  DiapasonCard *card = &fixture->card;
  DiapasonEventRecord *event = add_event (fixture, 5, "Refund <b>");

  assert_takes (diapason_format_contacts (card), "");
  assert_takes (diapason_format_tries (card), "");
  assert_takes (diapason_format_matter (card), "");
  card->effort.contacts = 1;
  assert_takes (diapason_format_contacts (card), "1 contact in 7 days");
  card->live = event;
  assert_takes (diapason_format_contacts (card), "");
  card->effort.contacts = 3;
  assert_takes (diapason_format_contacts (card), "Third contact in 7 days");
  card->effort.contacts = 11;
  assert_takes (diapason_format_contacts (card), "11 contacts in 7 days, with this one");

  card->effort.tries = 2;
  assert_takes (diapason_format_tries (card), "Tried to help themselves twice");
  card->effort.tries_event = 5;
  card->effort.ended = DIAPASON_SOLVED_NO;
  assert_takes (diapason_format_tries (card),
                "Tried to help themselves twice, in vain: Refund <b>");
  card->effort.tries = 1;
  card->effort.ended = DIAPASON_SOLVED_YES;
  assert_takes (diapason_format_tries (card),
                "Tried to help themselves once, and found it: Refund <b>");
  card->effort.open_event = 5;
  card->effort.open_since = NOW - DAY;
  assert_takes (diapason_format_matter (card), "Not solved since Mon 9 Nov: Refund <b>");
}

static void
test_promise (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    DiapasonPromiseState state;
    gboolean known;
    gint64 days;
    const char *text;
  } cases[] = {
    { DIAPASON_PROMISE_NONE, FALSE, 0, "" },
    { DIAPASON_PROMISE_UNKNOWN, FALSE, 0, "whether it was kept is not known" },
    { DIAPASON_PROMISE_KEPT, FALSE, 0, "kept" },
    { DIAPASON_PROMISE_LATE, FALSE, 0, "kept, but late" },
    { DIAPASON_PROMISE_BROKEN, FALSE, 0, "broken" },
    { DIAPASON_PROMISE_BROKEN, TRUE, 0, "broken, it was due today" },
    { DIAPASON_PROMISE_BROKEN, TRUE, 1, "broken, 1 day late" },
    { DIAPASON_PROMISE_BROKEN, TRUE, 6, "broken, 6 days late" },
    { DIAPASON_PROMISE_DUE, FALSE, 0, "open, without a day" },
    { DIAPASON_PROMISE_DUE, TRUE, 0, "due today" },
    { DIAPASON_PROMISE_DUE, TRUE, 1, "due tomorrow" },
    { DIAPASON_PROMISE_DUE, TRUE, 2, "due in 2 days" },
    { DIAPASON_PROMISE_WITHDRAWN, FALSE, 0, "withdrawn" },
  };
  DiapasonEffort effort = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      effort.promise = cases[i].state;
      effort.promise_days_known = cases[i].known;
      effort.promise_days = cases[i].days;
      assert_takes (diapason_format_promise_state (&effort), cases[i].text);
    }
  assert_takes (diapason_format_promise (&fixture->card), "Nothing, as far as is known");
  assert_takes (diapason_format_promise_maker (&fixture->card), "");
  fixture->card.effort.promise = DIAPASON_PROMISE_DUE;
  fixture->card.effort.promise_event = 5;
  assert_takes (diapason_format_promise (&fixture->card), "What it was is not known");
  add_event (fixture, 5, NULL)->text = g_strdup ("A call on Friday");
  assert_takes (diapason_format_promise (&fixture->card), "A call on Friday");
  assert_takes (diapason_format_promise_maker (&fixture->card), "promised on Mon 9 Nov");
}

/* None that may be said before the check has anything of a person in it, whatever is known. */
static void
test_openings (Fixture *fixture, gconstpointer data)
{
  DiapasonCard *card = &fixture->card;

  card->person->name = g_strdup ("Ada Quill");
  card->effort = (DiapasonEffort){ .contacts = 4, .promise = DIAPASON_PROMISE_BROKEN };
  for (guint opening = 0; opening < DIAPASON_N_OPENINGS; opening++)
    {
      card->opening = opening;
      g_autofree char *text = diapason_format_opening (card);
      g_assert_true (g_str_has_prefix (text, "“Good morning. "));
      g_assert_true (g_str_has_suffix (text, "”"));
      g_assert_cmpint (strstr (text, "Ada Quill") != NULL, ==, opening == DIAPASON_OPENING_BY_NAME);
      if (diapason_opening_act (opening) == DIAPASON_N_ACTS)
        g_assert_false (strpbrk (text, "0123456789") != NULL || strstr (text, "romise") != NULL ||
                        strstr (text, "ast time") != NULL);
      g_assert_cmpstr (diapason_format_opening_reason (card), ==,
                       "no name, promise or history before the check");
    }
  card->level = 1;
  card->now = NOW + 12 * HOUR;
  card->opening = DIAPASON_OPENING_MANY_CONTACTS;
  assert_takes (diapason_format_opening (card),
                "“Good evening. You had to come to us 4 times within a week. Let me see to it that "
                "this is the last one.”");
  g_assert_cmpstr (diapason_format_opening_reason (card), ==,
                   "by rule: three contacts or more in a week");
}

static void
test_identity (Fixture *fixture, gconstpointer data)
{
  DiapasonCard *card = &fixture->card;

  card->levels[1] = (DiapasonCardLevel){ .needs = 2, .fit = 1 };
  card->levels[2] = (DiapasonCardLevel){ .needs = 3, .fit = 1 };
  memset (card->acts, 2, sizeof card->acts);
  card->acts[DIAPASON_ACT_SAY_NAME] = card->acts[DIAPASON_ACT_SAY_PROMISE] = 1;
  card->acts[DIAPASON_ACT_GRANT_GESTURE] = 1;
  assert_takes (diapason_format_check_state (card), "Check identity · 1 of 2");
  assert_takes (diapason_format_level (card, 1),
                "2 of these have to fit. Then may be said: the name, promises. Then you may: grant "
                "a gesture.");
  card->level = 1;
  assert_takes (diapason_format_check_state (card), "Identity checked · 1 of 3 for more");
  card->level = 2;
  assert_takes (diapason_format_check_state (card), "Identity checked");
  for (guint check = 0; check < DIAPASON_N_CHECKS; check++)
    {
      g_assert_cmpstr (diapason_format_check (check), !=, "");
      assert_takes (diapason_format_check_answer (card, check), "");
    }
  card->person->birth_date = g_strdup ("1981-04-12");
  assert_takes (diapason_format_check_answer (card, DIAPASON_CHECK_BIRTH_DATE), "12 Apr 1981");
  DiapasonEventRecord *last = add_event (fixture, 5, "Refund");
  last->entity = DIAPASON_ENTITY_INTERACTION;
  last->channel = g_strdup ("call");
  assert_takes (diapason_format_check_answer (card, DIAPASON_CHECK_LAST_CONTACT),
                "Mon 9 Nov · Call · Refund");
  /* The contact that goes on is not the last one. */
  card->live = last;
  assert_takes (diapason_format_check_answer (card, DIAPASON_CHECK_LAST_CONTACT), "");
}

static void
test_moments (Fixture *fixture, gconstpointer data)
{
  DiapasonCardMoment *moment = g_new0 (DiapasonCardMoment, 1);

  moment->label = (char *) "Uses";
  g_ptr_array_add (fixture->card.moments, moment);
  assert_takes (diapason_format_moment_reached (&fixture->card, 0),
                "Uses: nothing known among the last 0 events");
  moment->reached = (DiapasonMomentReached){ .events = 12, .last_at = NOW - DAY };
  assert_takes (diapason_format_moment_reached (&fixture->card, 0),
                "Uses: 12 events, the last one Mon 9 Nov");
  fixture->card.moment = 0;
  assert_takes (diapason_format_moment_reached (&fixture->card, 0),
                "Uses: 12 events, the last one Mon 9 Nov; they are here now");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/ui/format-card/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("chips", test_chips);
  ADD ("left", test_left);
  ADD ("elsewhere", test_elsewhere);
  ADD ("effort", test_effort);
  ADD ("promise", test_promise);
  ADD ("openings", test_openings);
  ADD ("identity", test_identity);
  ADD ("moments", test_moments);
  return g_test_run ();
}
