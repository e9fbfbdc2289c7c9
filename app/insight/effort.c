/* effort.c: see effort.h. */
#include "effort.h"

#include "score.h"
#include "text.h"

#define DAY      (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)
#define ONE_TALE (30 * DAY) /* contacts further apart are two matters */

typedef struct
{
  DiapasonEventRecord *const *events; /* newest first */
  guint n_events;
  const DiapasonEventRecord *live; /* (nullable) */
  gint64 now;
  GTimeZone *zone; /* (nullable) */
} History;

static gboolean
is (const char *word, const char *other)
{
  return g_strcmp0 (word, other) == 0;
}

/* What happened before now, at a known time, and is not what happens now. */
static gboolean
counts (const History *history, const DiapasonEventRecord *event)
{
  gboolean goes_on =
      history->live != NULL && history->live->id != 0 && history->live->id == event->id;

  return event->date_known && event->at > 0 && event->at <= history->now && !goes_on;
}

/* With a person of the house, whoever began it. */
static gboolean
is_talk (const DiapasonEventRecord *event)
{
  static const char *const channels[] = { "call", "email", "chat", "sms", "ticket", "store", NULL };

  return event->entity == DIAPASON_ENTITY_INTERACTION && event->channel != NULL &&
         g_strv_contains (channels, event->channel);
}

static gboolean
is_self_service (const DiapasonEventRecord *event)
{
  return event->entity == DIAPASON_ENTITY_INTERACTION && is (event->channel, "web") &&
         (event->reason != NULL || event->solved != NULL);
}

static DiapasonSolved
solved_of (const DiapasonEventRecord *event)
{
  if (is (event->solved, "yes"))
    return DIAPASON_SOLVED_YES;
  if (is (event->solved, "partly"))
    return DIAPASON_SOLVED_PARTLY;
  return is (event->solved, "no") ? DIAPASON_SOLVED_NO : DIAPASON_SOLVED_UNKNOWN;
}

static void
find_contacts (const History *history, DiapasonEffort *effort)
{
  const DiapasonEventRecord *live = history->live;
  gint64 from = history->now - DIAPASON_EFFORT_DAYS * DAY;

  if (live != NULL && is_talk (live) && is (live->direction, "in"))
    {
      effort->contacts = 1;
      effort->contacts_since = live->at > 0 && live->at <= history->now ? live->at : history->now;
      effort->contacts_event = live->id;
    }
  for (guint i = 0; i < history->n_events; i++)
    {
      const DiapasonEventRecord *event = history->events[i];

      if (!counts (history, event) || event->at <= from || !is_talk (event) ||
          !is (event->direction, "in"))
        continue;
      effort->contacts++;
      effort->contacts_since = event->at;
      effort->contacts_event = event->id;
    }
}

static void
find_self_service (const History *history, DiapasonEffort *effort)
{
  const DiapasonEventRecord *live = history->live;
  gint64 from = history->now - DIAPASON_EFFORT_DAYS * DAY;
  gint64 until = live != NULL && live->at > 0 ? MIN (live->at, history->now) : history->now;

  for (guint i = 0; i < history->n_events; i++)
    {
      const DiapasonEventRecord *event = history->events[i];

      if (!counts (history, event) || event->at <= from || event->at > until ||
          !is_self_service (event))
        continue;
      DiapasonSolved solved = solved_of (event);
      effort->failures += solved == DIAPASON_SOLVED_PARTLY || solved == DIAPASON_SOLVED_NO;
      if (effort->tries++ > 0)
        continue;
      effort->ended = solved;
      effort->tries_event = event->id;
    }
}

/* Whether both reasons are known and not the same. */
static gboolean
is_other_matter (const char *folded, const DiapasonEventRecord *event)
{
  g_autofree char *reason = diapason_text_fold (event->reason);

  return *folded != '\0' && *reason != '\0' && !g_str_equal (folded, reason);
}

/* Takes @event into the row of unsolved contacts about @reason (folded, "" while not known). FALSE
 * when the row ends before it. */
static gboolean
add_to_matter (const DiapasonEventRecord *event, char **reason, DiapasonEffort *effort)
{
  DiapasonSolved solved = solved_of (event);
  gboolean goes_on = is (event->state, "open") || is (event->state, "waiting");

  if ((effort->open_since > 0 ? effort->open_since : effort->now) - event->at > ONE_TALE)
    return FALSE;
  if (is_other_matter (*reason, event))
    return TRUE;
  if (solved == DIAPASON_SOLVED_YES)
    return FALSE;
  if (solved == DIAPASON_SOLVED_UNKNOWN && !goes_on)
    return TRUE;
  effort->open_since = event->at;
  effort->open_event = event->id;
  if (**reason == '\0')
    {
      g_free (*reason);
      *reason = diapason_text_fold (event->reason);
    }
  return TRUE;
}

static void
find_matter (const History *history, DiapasonEffort *effort)
{
  g_autofree char *reason =
      diapason_text_fold (history->live != NULL ? history->live->reason : NULL);

  for (guint i = 0; i < history->n_events; i++)
    if (counts (history, history->events[i]) && is_talk (history->events[i]) &&
        !add_to_matter (history->events[i], &reason, effort))
      return;
}

/* The number of the day of @at, or FALSE where the calendar does not reach. */
static gboolean
day_of (gint64 at, GTimeZone *zone, gint64 *out_day)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / 1000);
  g_autoptr (GDateTime) local =
      utc == NULL || zone == NULL ? NULL : g_date_time_to_timezone (utc, zone);
  GDateTime *there = local != NULL ? local : utc;
  int year, month, day;

  if (there == NULL)
    return FALSE;
  g_date_time_get_ymd (there, &year, &month, &day);
  GDate date;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *out_day = g_date_get_julian (&date);
  return TRUE;
}

static DiapasonPromiseState
promise_state (const DiapasonEventRecord *promise, gint64 now)
{
  static const struct
  {
    const char *word;
    DiapasonPromiseState state;
  } states[] = { { "kept", DIAPASON_PROMISE_KEPT },
                 { "late", DIAPASON_PROMISE_LATE },
                 { "broken", DIAPASON_PROMISE_BROKEN },
                 { "withdrawn", DIAPASON_PROMISE_WITHDRAWN } };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (is (promise->state, states[i].word))
      return states[i].state;
  if (!is (promise->state, "open"))
    return DIAPASON_PROMISE_UNKNOWN;
  return promise->due_at > 0 && promise->due_at <= now ? DIAPASON_PROMISE_BROKEN
                                                       : DIAPASON_PROMISE_DUE;
}

static void
count_days (const History *history, const DiapasonEventRecord *promise, DiapasonEffort *effort)
{
  gint64 today, due;
  gboolean broken = effort->promise == DIAPASON_PROMISE_BROKEN;

  if ((!broken && effort->promise != DIAPASON_PROMISE_DUE) || promise->due_at <= 0 ||
      (broken && promise->due_at > history->now) || !day_of (history->now, history->zone, &today) ||
      !day_of (promise->due_at, history->zone, &due))
    return;
  effort->promise_days_known = TRUE;
  effort->promise_days = broken ? today - due : due - today;
}

static void
find_promise (const History *history, DiapasonEffort *effort)
{
  for (guint i = 0; i < history->n_events; i++)
    {
      const DiapasonEventRecord *event = history->events[i];

      if (event->entity != DIAPASON_ENTITY_PROMISE || !counts (history, event))
        continue;
      DiapasonPromiseState state = promise_state (event, history->now);
      effort->promises_broken += state == DIAPASON_PROMISE_BROKEN;
      if (effort->promise != DIAPASON_PROMISE_NONE)
        continue;
      effort->promise = state;
      effort->promise_event = event->id;
      count_days (history, event, effort);
    }
}

static DiapasonLeft
left_by_score (const DiapasonEventRecord *event)
{
  switch (diapason_score_class (&event->score))
    {
    case DIAPASON_SCORE_VERY_LOW:
    case DIAPASON_SCORE_LOW:
      return DIAPASON_LEFT_UPSET;
    case DIAPASON_SCORE_MIDDLE:
      return DIAPASON_LEFT_UNEASY;
    case DIAPASON_SCORE_HIGH:
      return DIAPASON_LEFT_CONTENT;
    case DIAPASON_SCORE_UNKNOWN:
    default:
      return DIAPASON_LEFT_UNKNOWN;
    }
}

static DiapasonLeft
left_by_solved (const DiapasonEventRecord *event)
{
  switch (solved_of (event))
    {
    case DIAPASON_SOLVED_YES:
      return DIAPASON_LEFT_CONTENT;
    case DIAPASON_SOLVED_PARTLY:
    case DIAPASON_SOLVED_NO:
      return DIAPASON_LEFT_UNEASY;
    case DIAPASON_SOLVED_UNKNOWN:
    default:
      return DIAPASON_LEFT_UNKNOWN;
    }
}

static void
find_left (const History *history, DiapasonEffort *effort)
{
  for (guint i = 0; i < history->n_events && effort->left == DIAPASON_LEFT_UNKNOWN; i++)
    {
      const DiapasonEventRecord *event = history->events[i];
      gboolean scored = event->entity == DIAPASON_ENTITY_VERBATIM;

      if (!counts (history, event) || (!scored && !is_talk (event)))
        continue;
      effort->left = scored ? left_by_score (event) : left_by_solved (event);
      if (effort->left == DIAPASON_LEFT_UNKNOWN)
        continue;
      effort->left_by_score = scored;
      effort->left_at = event->at;
      effort->left_event = event->id;
    }
}

DiapasonEffort
diapason_effort (DiapasonEventRecord *const *events,
                 guint n_events,
                 const DiapasonEventRecord *live,
                 gint64 now,
                 GTimeZone *zone)
{
  const History history = { events, n_events, live, now, zone };
  DiapasonEffort effort = { .now = now };

  find_contacts (&history, &effort);
  find_self_service (&history, &effort);
  find_matter (&history, &effort);
  find_promise (&history, &effort);
  find_left (&history, &effort);
  return effort;
}
