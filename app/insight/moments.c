/* moments.c: see moments.h. */
#include "moments.h"

#include "text.h"

/* The bit of what @event is; 0: nothing that rules know. */
static guint
kind_of (const DiapasonEventRecord *event)
{
  switch ((int) event->entity)
    {
    case DIAPASON_ENTITY_INTERACTION:
      return 1u << DIAPASON_EVENT_CONTACT;
    case DIAPASON_ENTITY_PROMISE:
      return 1u << DIAPASON_EVENT_PROMISE;
    case DIAPASON_ENTITY_VERBATIM:
      return g_strcmp0 (event->channel, "review") == 0 ? 1u << DIAPASON_EVENT_REVIEW
                                                       : 1u << DIAPASON_EVENT_SURVEY;
    default:
      return 0;
    }
}

static gboolean
is_among (char **words, const char *word)
{
  return words == NULL || (word != NULL && g_strv_contains ((const char *const *) words, word));
}

static gboolean
rule_fits (const DiapasonMomentRule *rule, const DiapasonEventRecord *event, const char *reason)
{
  return (rule->events & kind_of (event)) != 0 && is_among (rule->channels, event->channel) &&
         is_among (rule->reasons, reason) && (!rule->no_reason || *reason == '\0') &&
         (rule->direction == NULL || g_strcmp0 (rule->direction, event->direction) == 0);
}

int
diapason_moment_of (const DiapasonEventRecord *event,
                    const DiapasonMomentRule *rules,
                    guint n_rules)
{
  g_autofree char *reason = diapason_text_fold (event->reason);

  for (guint i = 0; i < n_rules; i++)
    if (rule_fits (&rules[i], event, reason))
      return (int) rules[i].moment;
  return -1;
}

/* Adds an event that is older than all before it. */
static void
add (DiapasonMomentReached *reached, gint64 at, gint64 event)
{
  if (reached->events++ == 0)
    {
      reached->last_at = at;
      reached->last_event = event;
    }
  reached->first_at = at;
  reached->first_event = event;
}

int
diapason_moments_reached (DiapasonEventRecord *const *events,
                          guint n_events,
                          const DiapasonEventRecord *live,
                          gint64 now,
                          const DiapasonMomentRule *rules,
                          guint n_rules,
                          DiapasonMomentReached *reached,
                          guint n_moments)
{
  int current = live == NULL ? -1 : diapason_moment_of (live, rules, n_rules);

  memset (reached, 0, n_moments * sizeof *reached);
  if (current >= 0 && (guint) current < n_moments)
    add (&reached[current], live->at > 0 && live->at <= now ? live->at : now, live->id);
  for (guint i = 0; i < n_events; i++)
    {
      const DiapasonEventRecord *event = events[i];
      gboolean goes_on = live != NULL && live->id != 0 && live->id == event->id;
      int moment = diapason_moment_of (event, rules, n_rules);

      if (!event->date_known || event->at <= 0 || event->at > now || goes_on || moment < 0 ||
          (guint) moment >= n_moments)
        continue;
      add (&reached[moment], event->at, event->id);
      current = current < 0 ? moment : current;
    }
  return current;
}
