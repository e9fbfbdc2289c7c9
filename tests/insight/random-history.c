/* random-history.c: see random-history.h. */
#include "random-history.h"

#define PICK(rand, words) g_strdup (words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))])

DiapasonEventRecord *
add_event (GPtrArray *events, DiapasonEntity entity, gint64 at)
{
  DiapasonEventRecord *event = diapason_event_record_new ();

  event->id = 100 + events->len;
  event->entity = entity;
  event->at = at;
  event->date_known = TRUE;
  g_ptr_array_add (events, event);
  return event;
}

DiapasonEventRecord *
add_contact (GPtrArray *events,
             gint64 at,
             const char *channel,
             const char *reason,
             const char *solved)
{
  DiapasonEventRecord *event = add_event (events, DIAPASON_ENTITY_INTERACTION, at);

  event->channel = g_strdup (channel);
  event->direction = g_strdup ("in");
  event->reason = g_strdup (reason);
  event->solved = g_strdup (solved);
  return event;
}

static gint64
random_instant (GRand *rand)
{
  gint64 near = NOW - HOUR * g_rand_int_range (rand, 0, 8 * 24);

  return g_rand_boolean (rand) ? near : NOW - DAY * g_rand_int_range (rand, -10, 90);
}

static void
fill (GRand *rand, DiapasonEventRecord *event)
{
  static const char *const channels[] = { "call",  "email", "chat", "sms",    "ticket",
                                          "store", "web",   "web",  "review", NULL };
  static const char *const directions[] = { "in", "in", "out", NULL };
  static const char *const reasons[] = { "refund", "Refund ", "bill", "praise", NULL };
  static const char *const solved[] = { "yes", "partly", "no", NULL };
  static const char *const states[] = { "open",      "kept",   "late",    "broken",
                                        "withdrawn", "closed", "waiting", NULL };
  static const int scales[] = { 10, 5, 0 };

  event->channel = PICK (rand, channels);
  event->direction = PICK (rand, directions);
  event->reason = PICK (rand, reasons);
  event->solved = PICK (rand, solved);
  event->state = PICK (rand, states);
  event->due_at = g_rand_boolean (rand) ? random_instant (rand) : 0;
  event->date_known = g_rand_int_range (rand, 0, 8) > 0;
  event->score.known = g_rand_boolean (rand);
  event->score.score = g_rand_int_range (rand, 0, 11);
  event->score.scale = scales[g_rand_int_range (rand, 0, G_N_ELEMENTS (scales))];
}

static int
compare_instants (gconstpointer a, gconstpointer b)
{
  const DiapasonEventRecord *one = *(DiapasonEventRecord *const *) a;
  const DiapasonEventRecord *other = *(DiapasonEventRecord *const *) b;

  if (one->at != other->at)
    return one->at < other->at ? 1 : -1;
  return one->id < other->id ? 1 : -1;
}

void
sort_history (GPtrArray *events)
{
  g_ptr_array_sort (events, compare_instants);
}

GPtrArray *
random_history (GRand *rand)
{
  static const DiapasonEntity entities[] = { DIAPASON_ENTITY_INTERACTION,
                                             DIAPASON_ENTITY_INTERACTION, DIAPASON_ENTITY_PROMISE,
                                             DIAPASON_ENTITY_VERBATIM };
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_event_record_unref);
  int n = g_rand_int_range (rand, 0, 13);

  for (int i = 0; i < n; i++)
    fill (rand, add_event (events, entities[g_rand_int_range (rand, 0, G_N_ELEMENTS (entities))],
                           random_instant (rand)));
  sort_history (events);
  return events;
}

DiapasonEventRecord *
random_live (GRand *rand, GPtrArray *events)
{
  if (g_rand_int_range (rand, 0, 3) == 0)
    return NULL;
  if (events->len > 0 && g_rand_boolean (rand))
    {
      DiapasonEventRecord *event =
          g_ptr_array_index (events, g_rand_int_range (rand, 0, (gint32) events->len));

      if (event->entity == DIAPASON_ENTITY_INTERACTION)
        return diapason_event_record_ref (event);
    }

  DiapasonEventRecord *live = diapason_event_record_new ();
  fill (rand, live);
  live->entity = DIAPASON_ENTITY_INTERACTION;
  live->at = NOW - HOUR;
  return live;
}

const DiapasonEventRecord *
find_event (GPtrArray *events, gint64 id)
{
  for (guint i = 0; i < events->len; i++)
    {
      const DiapasonEventRecord *event = g_ptr_array_index (events, i);

      if (event->id == id)
        return event;
    }
  return NULL;
}
