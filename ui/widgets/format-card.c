/* format-card.c: see format-card.h. */
#include "format-card.h"

#include <glib/gi18n.h>

#include "format.h"

/* Chips */

char *
diapason_format_since (const DiapasonPersonRecord *person)
{
  g_autoptr (GDateTime) since =
      person->since != 0 ? g_date_time_new_from_unix_utc (person->since / 1000) : NULL;

  if (since == NULL)
    return g_strdup (_("customer since: unknown"));
  return g_strdup_printf (_("customer since %d"), g_date_time_get_year (since));
}

char *
diapason_format_value (const DiapasonPersonRecord *person)
{
  if (person->value == NULL || *person->value == '\0')
    return g_strdup (_("value: unknown"));
  if (g_str_equal (person->value, "high"))
    return g_strdup (_("high value"));
  if (g_str_equal (person->value, "standard"))
    return g_strdup (_("standard value"));
  return g_strdup_printf (_("value: %s"), person->value);
}

char *
diapason_format_sourced (const char *fact,
                         const DiapasonPersonRecord *person,
                         guint member,
                         gint64 now)
{
  const DiapasonMemberRecord *record = g_ptr_array_index (person->members, member);
  g_autofree char *origin = diapason_format_origin (&record->origin, now);

  return g_strdup_printf ("%s, %s", fact, origin);
}

/* How they left, and what they did */

char *
diapason_format_left (const DiapasonCard *card)
{
  const DiapasonEffort *effort = &card->effort;
  g_autofree char *when = diapason_format_instant (effort->left_at, card->now);

  switch (effort->left)
    {
    case DIAPASON_LEFT_UPSET:
      /* Translators: how a customer left last time; %s is a day or, today, a time. */
      return g_strdup_printf (_("Left upset last time (%s), by their own score"), when);
    case DIAPASON_LEFT_UNEASY:
      if (effort->left_by_score)
        return g_strdup_printf (_("Left neither content nor upset last time (%s), by their own "
                                  "score"),
                                when);
      return g_strdup_printf (_("Left last time (%s) without it being solved"), when);
    case DIAPASON_LEFT_CONTENT:
      if (effort->left_by_score)
        return g_strdup_printf (_("Left content last time (%s), by their own score"), when);
      return g_strdup_printf (_("Left last time (%s) with it solved"), when);
    case DIAPASON_LEFT_UNKNOWN:
    default:
      return g_strdup (_("How they left last time is not known."));
    }
}

static char *
nth_contact (guint n)
{
  switch (n)
    {
    case 2:
      return g_strdup_printf (_("Second contact in %d days"), DIAPASON_EFFORT_DAYS);
    case 3:
      return g_strdup_printf (_("Third contact in %d days"), DIAPASON_EFFORT_DAYS);
    case 4:
      return g_strdup_printf (_("Fourth contact in %d days"), DIAPASON_EFFORT_DAYS);
    default:
      /* Translators: the contact that goes on is the last of %u. */
      return g_strdup_printf (_("%u contacts in %d days, with this one"), n, DIAPASON_EFFORT_DAYS);
    }
}

char *
diapason_format_elsewhere (const DiapasonCard *card)
{
  const DiapasonEventRecord *event = card->elsewhere;
  g_autofree char *since = event != NULL ? diapason_format_time (event->at) : NULL;

  if (event == NULL)
    return g_strdup ("");
  if (event->adviser == NULL)
    return g_strdup_printf (_("Being spoken to by a colleague since %s"), since);
  return g_strdup_printf (_("Being spoken to by %s since %s"), event->adviser, since);
}

char *
diapason_format_contacts (const DiapasonCard *card)
{
  guint n = card->effort.contacts;

  if (n == 0 || (card->live != NULL && n == 1))
    return g_strdup ("");
  if (card->live != NULL)
    return nth_contact (n);
  return g_strdup_printf (ngettext ("%u contact in %d days", "%u contacts in %d days", n), n,
                          DIAPASON_EFFORT_DAYS);
}

/* @sentence, and what the event of @id was about. */
static char *
with_reason (const char *sentence, const DiapasonCard *card, gint64 id)
{
  const DiapasonEventRecord *event = diapason_card_event (card, id);
  const char *about = event == NULL            ? NULL
                      : event->subject != NULL ? event->subject
                                               : event->reason;

  if (about == NULL || *about == '\0')
    return g_strdup (sentence);
  /* Translators: what somebody did, and what it was about: "Not solved since Mon 10 Nov: refund" */
  return g_strdup_printf (_("%s: %s"), sentence, about);
}

static char *
tries_text (const DiapasonEffort *effort)
{
  if (effort->tries == 2)
    return g_strdup (_("Tried to help themselves twice"));
  /* Translators: by the web site's answers or its robot. */
  return g_strdup_printf (ngettext ("Tried to help themselves once",
                                    "Tried to help themselves %u times", effort->tries),
                          effort->tries);
}

char *
diapason_format_tries (const DiapasonCard *card)
{
  const DiapasonEffort *effort = &card->effort;
  g_autofree char *tries = tries_text (effort);
  g_autofree char *sentence = NULL;

  if (effort->tries == 0)
    return g_strdup ("");
  switch (effort->ended)
    {
    case DIAPASON_SOLVED_NO:
      sentence = g_strdup_printf (_("%s, in vain"), tries);
      break;
    case DIAPASON_SOLVED_PARTLY:
      sentence = g_strdup_printf (_("%s, and found only a part"), tries);
      break;
    case DIAPASON_SOLVED_YES:
      sentence = g_strdup_printf (_("%s, and found it"), tries);
      break;
    case DIAPASON_SOLVED_UNKNOWN:
    default:
      sentence = g_strdup (tries);
    }
  return with_reason (sentence, card, effort->tries_event);
}

char *
diapason_format_matter (const DiapasonCard *card)
{
  const DiapasonEffort *effort = &card->effort;
  g_autofree char *when = diapason_format_instant (effort->open_since, card->now);
  g_autofree char *sentence = NULL;

  if (effort->open_event == 0)
    return g_strdup ("");
  sentence = g_strdup_printf (_("Not solved since %s"), when);
  return with_reason (sentence, card, effort->open_event);
}

/* What we promised */

char *
diapason_format_promise (const DiapasonCard *card)
{
  const DiapasonEventRecord *promise = diapason_card_event (card, card->effort.promise_event);

  if (card->effort.promise == DIAPASON_PROMISE_NONE)
    return g_strdup (_("Nothing, as far as is known"));
  return g_strdup (promise != NULL && promise->text != NULL ? promise->text
                                                            : _("What it was is not known"));
}

static char *
broken_text (const DiapasonEffort *effort)
{
  if (!effort->promise_days_known)
    return g_strdup (_("broken"));
  if (effort->promise_days == 0)
    return g_strdup (_("broken, it was due today"));
  return g_strdup_printf (ngettext ("broken, %d day late", "broken, %d days late",
                                    (gulong) effort->promise_days),
                          (int) effort->promise_days);
}

static char *
due_text (const DiapasonEffort *effort)
{
  if (!effort->promise_days_known)
    return g_strdup (_("open, without a day"));
  if (effort->promise_days == 0)
    return g_strdup (_("due today"));
  if (effort->promise_days == 1)
    return g_strdup (_("due tomorrow"));
  return g_strdup_printf (ngettext ("due in %d day", "due in %d days",
                                    (gulong) effort->promise_days),
                          (int) effort->promise_days);
}

char *
diapason_format_promise_state (const DiapasonEffort *effort)
{
  switch (effort->promise)
    {
    case DIAPASON_PROMISE_KEPT:
      return g_strdup (_("kept"));
    case DIAPASON_PROMISE_LATE:
      return g_strdup (_("kept, but late"));
    case DIAPASON_PROMISE_BROKEN:
      return broken_text (effort);
    case DIAPASON_PROMISE_DUE:
      return due_text (effort);
    case DIAPASON_PROMISE_WITHDRAWN:
      return g_strdup (_("withdrawn"));
    case DIAPASON_PROMISE_UNKNOWN:
      return g_strdup (_("whether it was kept is not known"));
    case DIAPASON_PROMISE_NONE:
    default:
      return g_strdup ("");
    }
}

char *
diapason_format_promise_maker (const DiapasonCard *card)
{
  const DiapasonEventRecord *promise = diapason_card_event (card, card->effort.promise_event);
  g_autofree char *when = NULL;

  if (promise == NULL)
    return g_strdup ("");
  when = diapason_format_instant (promise->at, card->now);
  if (promise->adviser == NULL)
    return g_strdup_printf (_("promised on %s"), when);
  return g_strdup_printf (_("promised by %s on %s"), promise->adviser, when);
}

/* The opening */

static const char *
greeting (gint64 now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  int hour = local != NULL ? g_date_time_get_hour (local) : 12;

  if (hour < 12)
    return _("Good morning.");
  return hour < 18 ? _("Good afternoon.") : _("Good evening.");
}

static char *
opening_text (const DiapasonCard *card)
{
  switch (card->opening)
    {
    case DIAPASON_OPENING_HOW_ARE_YOU:
      return g_strdup (_("Before anything else: how are you today?"));
    case DIAPASON_OPENING_BY_NAME:
      /* Translators: a name as it is written, without a form of address. */
      return g_strdup_printf (_("Thank you, %s. What can I do for you?"), card->person->name);
    case DIAPASON_OPENING_BROKEN_PROMISE:
      return g_strdup (_("We made you a promise and did not keep it in time. I am sorry. Let us "
                         "begin with that."));
    case DIAPASON_OPENING_PROMISE_DUE:
      return g_strdup (_("We made you a promise, and I am looking after it."));
    case DIAPASON_OPENING_MANY_CONTACTS:
      return g_strdup_printf (
          ngettext ("You had to come to us %u time within a week. Let me see to it that this is "
                    "the last one.",
                    "You had to come to us %u times within a week. Let me see to it that this is "
                    "the last one.",
                    card->effort.contacts),
          card->effort.contacts);
    case DIAPASON_OPENING_SELF_SERVICE:
      return g_strdup (_("You have already tried by yourself and did not find it. I take it from "
                         "here."));
    case DIAPASON_OPENING_UNSOLVED:
      return g_strdup (_("Last time we did not get it solved. Let us do that now."));
    case DIAPASON_OPENING_THANKS:
      return g_strdup (_("Thank you for what you told us in your answer. What can I do for you?"));
    case DIAPASON_OPENING_GREETING:
    case DIAPASON_N_OPENINGS:
    default:
      return g_strdup (_("What can I do for you?"));
    }
}

char *
diapason_format_opening (const DiapasonCard *card)
{
  g_autofree char *text = opening_text (card);

  /* Translators: the sentence to open with: a greeting and a question. */
  return g_strdup_printf (_("“%s %s”"), greeting (card->now), text);
}

const char *
diapason_format_opening_reason (const DiapasonCard *card)
{
  if (card->level == 0)
    return _("no name, promise or history before the check");
  switch (card->opening)
    {
    case DIAPASON_OPENING_BROKEN_PROMISE:
      return _("by rule: a promise was broken");
    case DIAPASON_OPENING_PROMISE_DUE:
      return _("by rule: a promise is open");
    case DIAPASON_OPENING_MANY_CONTACTS:
      return _("by rule: three contacts or more in a week");
    case DIAPASON_OPENING_SELF_SERVICE:
      return _("by rule: they did not find it by themselves");
    case DIAPASON_OPENING_UNSOLVED:
      return _("by rule: it is not solved");
    case DIAPASON_OPENING_THANKS:
      return _("by rule: a good score in the last 30 days");
    case DIAPASON_OPENING_HOW_ARE_YOU:
      return _("by rule: they left upset");
    case DIAPASON_OPENING_BY_NAME:
    case DIAPASON_OPENING_GREETING:
    case DIAPASON_N_OPENINGS:
    default:
      return _("by rule: nothing is known to be open");
    }
}

/* Moments, household, contracts */

char *
diapason_format_moment_reached (const DiapasonCard *card, guint moment)
{
  const DiapasonCardMoment *own = g_ptr_array_index (card->moments, moment);
  g_autofree char *last = diapason_format_instant (own->reached.last_at, card->now);
  g_autofree char *reached = NULL;

  if (own->reached.events == 0)
    return g_strdup_printf (_("%s: nothing known among the last %u events"), own->label,
                            card->events->len);
  reached = g_strdup_printf (ngettext ("%s: %u event, the last one %s",
                                       "%s: %u events, the last one %s", own->reached.events),
                             own->label, own->reached.events, last);
  if (card->moment != (int) moment)
    return g_steal_pointer (&reached);
  /* Translators: of a moment of truth. */
  return g_strdup_printf (_("%s; they are here now"), reached);
}

char *
diapason_format_relative (const DiapasonRelationRecord *relation)
{
  return g_strdup_printf ("%s, %s", relation->name != NULL ? relation->name : _("Name unknown"),
                          diapason_format_relation (relation->kind));
}

char *
diapason_format_contract (const DiapasonContractRecord *contract)
{
  const char *what = contract->product != NULL  ? contract->product
                     : contract->number != NULL ? contract->number
                                                : _("Contract");
  const char *status = diapason_format_contract_status (contract->status);

  return *status != '\0' ? g_strdup_printf ("%s, %s", what, status) : g_strdup (what);
}
