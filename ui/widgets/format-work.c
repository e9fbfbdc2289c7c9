/* format-work.c: see format-work.h. */
#include "format-work.h"

#include <glib/gi18n.h>

#include "format.h"

#define MOST_REASONS 3 /* in a line */

static const char *const facts[DIAPASON_N_FACTS] = {
  /* Translators: from here on, why an answer or a review comes first: each stands in a line. */
  [DIAPASON_FACT_DETRACTOR] = N_("detractor"),
  [DIAPASON_FACT_PASSIVE] = N_("passive"),
  [DIAPASON_FACT_PROMOTER] = N_("promoter"),
  [DIAPASON_FACT_VERY_LOW] = N_("very low score"),
  [DIAPASON_FACT_HAS_WORDS] = N_("wrote words"),
  [DIAPASON_FACT_PRAISE] = N_("praise"),
  [DIAPASON_FACT_PROMISE_BROKEN] = N_("promise broken"),
  [DIAPASON_FACT_PROMISE_DUE] = N_("promise due within a day"),
  [DIAPASON_FACT_UNSOLVED] = N_("not solved"),
  [DIAPASON_FACT_THIRD_CONTACT] = N_("third contact or more in 7 days"),
  [DIAPASON_FACT_SELF_SERVICE_FAILED] = N_("tried alone without success"),
  [DIAPASON_FACT_LOW_EFFORT_SCORE] = N_("says we made it hard"),
  [DIAPASON_FACT_HIGH_VALUE] = N_("high value"),
  [DIAPASON_FACT_OWN] = N_("about a contact of mine"),
  [DIAPASON_FACT_PUBLIC] = N_("public review"),
  [DIAPASON_FACT_PERMISSION_ENDS] = N_("may be contacted for two more days at most"),
  [DIAPASON_FACT_WAITS] = N_("waits"),
  [DIAPASON_FACT_SPOKEN_TO] = N_("being spoken to"),
};

const char *
diapason_format_fact (DiapasonFact fact)
{
  g_return_val_if_fail ((guint) fact < DIAPASON_N_FACTS, "");
  return _ (facts[fact]);
}

static char *
reason_text (const DiapasonReason *reason)
{
  if (reason->fact == DIAPASON_FACT_WAITS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "waits for %u day", "waits for %u days",
                                         reason->count),
                            reason->count);
  return g_strdup (diapason_format_fact (reason->fact));
}

/* What the score beside it says, or the words do, needs no second word. */
static gboolean
is_plain_to_see (DiapasonFact fact)
{
  return fact == DIAPASON_FACT_VERY_LOW || fact == DIAPASON_FACT_HAS_WORDS ||
         fact == DIAPASON_FACT_SPOKEN_TO;
}

/* That it waits is true of all of them: it comes last. */
static guint
add_reasons (GString *line, const DiapasonVerbatimPriority *priority, gboolean waits, guint told)
{
  for (guint i = 0; i < priority->n_reasons && told < MOST_REASONS; i++)
    {
      const DiapasonReason *reason = &priority->reasons[i];
      g_autofree char *text = NULL;

      if (is_plain_to_see (reason->fact) || (reason->fact == DIAPASON_FACT_WAITS) != waits)
        continue;
      text = reason_text (reason);
      diapason_format_add_part (line, text);
      told++;
    }
  return told;
}

char *
diapason_format_reasons (const DiapasonWorkRecord *record)
{
  GString *line = g_string_new (NULL);
  guint told;

  if (record->is_spoken_to)
    diapason_format_add_part (line, diapason_format_fact (DIAPASON_FACT_SPOKEN_TO));
  told = add_reasons (line, &record->priority, FALSE, 0);
  add_reasons (line, &record->priority, TRUE, told);
  return g_string_free (line, FALSE);
}

char *
diapason_format_points (const DiapasonWorkRecord *record)
{
  const DiapasonVerbatimPriority *priority = &record->priority;
  GString *lines = g_string_new (NULL);

  g_string_printf (lines,
                   g_dngettext (GETTEXT_PACKAGE, "%d point", "%d points",
                                (gulong) priority->points),
                   priority->points);
  for (guint i = 0; i < priority->n_reasons; i++)
    {
      g_autofree char *text = reason_text (&priority->reasons[i]);

      g_string_append_printf (lines, "\n%d  %s", priority->reasons[i].points, text);
    }
  return g_string_free (lines, FALSE);
}

char *
diapason_format_counted (const char *title, guint n)
{
  return n == 0 ? g_strdup (title) : g_strdup_printf ("%s · %u", title, n);
}

char *
diapason_format_short_score (const DiapasonScore *score)
{
  if (!score->known)
    return g_strdup ("");
  if (score->scale == 0)
    return g_strdup_printf ("%d", (int) score->score);
  return g_strdup_printf ("%d/%d", (int) score->score, (int) score->scale);
}

char *
diapason_format_who (const DiapasonWorkRecord *record)
{
  if (record->name != NULL)
    return g_strdup (record->name);
  if (g_strcmp0 (record->event->permission, "anonymous") == 0)
    return g_strdup (C_("customer", "Anonymous"));
  if (record->event->author_name != NULL)
    return g_strdup (record->event->author_name);
  return g_strdup (_("Not known"));
}

/* Days */

static GDateTime *
local_of (gint64 at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / 1000);

  return utc != NULL ? g_date_time_to_local (utc) : NULL;
}

/* By how many days of the calendar @to is after @from. */
static int
days_between (GDateTime *from, GDateTime *to)
{
  GDate a, b;

  g_date_clear (&a, 1);
  g_date_clear (&b, 1);
  g_date_set_dmy (&a, (GDateDay) g_date_time_get_day_of_month (from),
                  (GDateMonth) g_date_time_get_month (from),
                  (GDateYear) g_date_time_get_year (from));
  g_date_set_dmy (&b, (GDateDay) g_date_time_get_day_of_month (to),
                  (GDateMonth) g_date_time_get_month (to), (GDateYear) g_date_time_get_year (to));
  return g_date_days_between (&a, &b);
}

static char *
late_text (GDateTime *due, int days)
{
  g_autofree char *time = NULL;

  if (days > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day late", "%d days late",
                                         (gulong) days),
                            days);
  time = g_date_time_format (due, "%H:%M");
  /* Translators: the time of day at which something promised for today was due. */
  return g_strdup_printf (_("late since %s"), time);
}

char *
diapason_format_due (gint64 due, gint64 now)
{
  g_autoptr (GDateTime) then = due != 0 ? local_of (due) : NULL;
  g_autoptr (GDateTime) today = local_of (now);
  g_autofree char *time = NULL;
  int days;

  if (then == NULL || today == NULL)
    return g_strdup (_("no day"));
  days = days_between (today, then);
  if (due <= now)
    return late_text (then, -days);
  time = g_date_time_format (then, "%H:%M");
  if (days == 0)
    /* Translators: when something is due: a time of day. */
    return g_strdup_printf (_("today %s"), time);
  if (days == 1)
    return g_strdup_printf (_("tomorrow %s"), time);
  return diapason_format_instant (due, now);
}

char *
diapason_format_due_promise (const DiapasonWorkRecord *record, gint64 now)
{
  GString *line = g_string_new (NULL);
  g_autofree char *made = NULL;
  g_autofree char *due = diapason_format_due (record->event->due_at, now);

  if (record->is_mine)
    /* Translators: of a promise: whoever reads this made it. */
    made = g_strdup (C_("promise", "mine"));
  else if (record->event->adviser != NULL)
    /* Translators: which adviser made a promise. */
    made = g_strdup_printf (_("made by %s"), record->event->adviser);
  if (record->is_spoken_to)
    diapason_format_add_part (line, diapason_format_fact (DIAPASON_FACT_SPOKEN_TO));
  diapason_format_add_part (line, record->name);
  diapason_format_add_part (line, made);
  diapason_format_add_part (line, due);
  return g_string_free (line, FALSE);
}

/* Contacts */

static char *
span_text (gint64 from, gint64 now)
{
  int seconds = (int) CLAMP ((now - from) / 1000, 0, 24 * 3600 - 1);

  if (seconds >= 3600)
    return g_strdup_printf ("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  return g_strdup_printf ("%02d:%02d", seconds / 60, seconds % 60);
}

char *
diapason_format_contact (const DiapasonContactRecord *contact, gint64 now)
{
  g_autofree char *span = span_text (contact->since, now);
  gboolean is_chat = g_strcmp0 (contact->channel, "chat") == 0;

  switch (contact->state)
    {
    case DIAPASON_LIVE_RINGS:
      /* Translators: a call that nobody has answered, and for how long: "call · rings 00:05". */
      return g_strdup_printf (_("call · rings %s"), span);
    case DIAPASON_LIVE_WAITS:
      /* Translators: a chat in which the customer has the last word, and since when: 00:40. */
      return g_strdup_printf (_("chat · waits %s"), span);
    case DIAPASON_LIVE_GOES_ON:
    default:
      /* Translators: a contact that goes on, and for how long: "call · 02:14". */
      return g_strdup_printf (is_chat ? _("chat · %s") : _("call · %s"), span);
    }
}
