/* card.c: see card.h. */
#include "card.h"

#include "policy.h"
#include "priority-read.h"

static void
moment_free (gpointer data)
{
  DiapasonCardMoment *moment = data;

  g_free (moment->label);
  g_free (moment);
}

static void
clear (gpointer data)
{
  DiapasonCard *card = data;

  diapason_person_record_unref (card->person);
  g_ptr_array_unref (card->events);
  g_ptr_array_unref (card->moments);
  g_free (card->occasion);
  g_free (card->adviser_source);
  g_free (card->adviser_remote);
}

DiapasonCard *
diapason_card_ref (DiapasonCard *card)
{
  return g_atomic_rc_box_acquire (card);
}

void
diapason_card_unref (DiapasonCard *card)
{
  g_atomic_rc_box_release_full (card, clear);
}

/* The contact that goes on */

gboolean
diapason_card_is_live (const DiapasonEventRecord *event, gint64 now)
{
  static const char *const channels[] = { "call", "chat", NULL };
  static const char *const states[] = { "open", "waiting", NULL };

  return event->entity == DIAPASON_ENTITY_INTERACTION && event->channel != NULL &&
         g_strv_contains (channels, event->channel) && event->state != NULL &&
         g_strv_contains (states, event->state) && event->date_known &&
         ABS (now - event->at) < DIAPASON_LIVE_MS;
}

static gboolean
is_among (GArray *ids, gint64 id)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* @elsewhere: whether with one of @colleagues. */
static const DiapasonEventRecord *
find_live (GPtrArray *events, gint64 now, GArray *colleagues, gboolean elsewhere)
{
  for (guint i = 0; i < events->len; i++)
    {
      const DiapasonEventRecord *event = g_ptr_array_index (events, i);

      if (diapason_card_is_live (event, now) && is_among (colleagues, event->id) == elsewhere)
        return event;
    }
  return NULL;
}

static char *
occasion_of (const DiapasonEventRecord *live, const char *opening)
{
  return live != NULL ? g_strdup_printf ("%s:%s", live->origin.source, live->origin.remote_id)
                      : g_strdup (opening);
}

/* Moments of truth */

static void
find_moments (DiapasonCard *card, const DiapasonMoments *policy)
{
  guint n = policy->all->len;
  g_autofree DiapasonMomentReached *reached = g_new0 (DiapasonMomentReached, n);

  card->moment = diapason_moments_reached ((DiapasonEventRecord *const *) card->events->pdata,
                                           card->events->len, card->live, card->now,
                                           (const DiapasonMomentRule *) policy->rules->data,
                                           policy->rules->len, reached, n);
  for (guint i = 0; i < n; i++)
    {
      const DiapasonMoment *moment = g_ptr_array_index (policy->all, i);
      DiapasonCardMoment *own = g_new0 (DiapasonCardMoment, 1);

      own->label = g_strdup (diapason_policy_text_in (&moment->label, g_get_language_names ()));
      own->reached = reached[i];
      g_ptr_array_add (card->moments, own);
    }
}

/* Identity */

static void
set_level (DiapasonCardLevel *own, const DiapasonIdentityLevel *level, guint fitting)
{
  own->needs = level->needs;
  own->n_ask = own->fit = 0;
  for (guint i = 0; i < level->ask->len && own->n_ask < DIAPASON_N_CHECKS; i++)
    {
      own->ask[own->n_ask] = g_array_index (level->ask, DiapasonCheck, i);
      own->fit += (fitting >> own->ask[own->n_ask++]) & 1;
    }
}

void
diapason_card_set_checks (DiapasonCard *card,
                          guint fitting,
                          guint failing,
                          const DiapasonPolicy *policy)
{
  card->fitting = fitting;
  card->failing = failing;
  card->level = diapason_policy_level (policy, fitting);
  for (guint level = 0; level < DIAPASON_N_LEVELS; level++)
    set_level (&card->levels[level], &policy->identity.levels[level], fitting);
  card->opening =
      diapason_opening_choose (&card->effort, card->person->name != NULL, card->level, card->acts);
}

DiapasonCard *
diapason_card_new (DiapasonPersonRecord *person,
                   GPtrArray *events,
                   GArray *colleagues,
                   const char *opening,
                   gint64 now,
                   const DiapasonPolicy *policy)
{
  DiapasonCard *card = g_atomic_rc_box_new0 (DiapasonCard);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  card->person = person;
  card->events = events;
  card->now = now;
  card->live = find_live (events, now, colleagues, FALSE);
  card->elsewhere = find_live (events, now, colleagues, TRUE);
  card->occasion = occasion_of (card->live, opening);
  card->effort = diapason_effort ((DiapasonEventRecord *const *) events->pdata, events->len,
                                  card->live, now, zone);
  card->moments = g_ptr_array_new_with_free_func (moment_free);
  find_moments (card, &policy->moments);
  memcpy (card->acts, policy->identity.acts, sizeof card->acts);
  card->policy = policy->identity.origin.version;
  diapason_card_set_checks (card, 0, 0, policy);
  return card;
}

const DiapasonEventRecord *
diapason_card_event (const DiapasonCard *card, gint64 id)
{
  for (guint i = 0; i < card->events->len; i++)
    {
      const DiapasonEventRecord *event = g_ptr_array_index (card->events, i);

      if (event->id == id)
        return event;
    }
  return NULL;
}

DiapasonSpeakable
diapason_card_speakable (const DiapasonCard *card, DiapasonCardFact fact)
{
  return diapason_speakable (fact, card->level, card->acts);
}

DiapasonCardFact
diapason_card_fact_of (DiapasonCustomerFact kind)
{
  static const DiapasonCardFact facts[DIAPASON_N_CUSTOMER_FACTS] = {
    [DIAPASON_CUSTOMER_FACT_NEED] = DIAPASON_CARD_NEED,
    [DIAPASON_CUSTOMER_FACT_RISK] = DIAPASON_CARD_RISK,
    [DIAPASON_CUSTOMER_FACT_HOLD] = DIAPASON_CARD_HOLD,
  };

  g_return_val_if_fail (kind < DIAPASON_N_CUSTOMER_FACTS, DIAPASON_CARD_RISK);

  return facts[kind];
}

static gboolean
has_email (const DiapasonPersonRecord *person)
{
  for (guint i = 0; i < person->contact_points->len; i++)
    {
      const DiapasonContactPointRecord *point = g_ptr_array_index (person->contact_points, i);

      if (g_strcmp0 (point->kind, "email") == 0 && point->value != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_contract (const DiapasonPersonRecord *person, gboolean by_number)
{
  for (guint i = 0; i < person->contracts->len; i++)
    {
      const DiapasonContractRecord *contract = g_ptr_array_index (person->contracts, i);

      if ((by_number ? contract->number : contract->product) != NULL)
        return TRUE;
    }
  return FALSE;
}

gboolean
diapason_card_knows (const DiapasonCard *card, DiapasonCheck check)
{
  switch (check)
    {
    case DIAPASON_CHECK_BIRTH_DATE:
      return card->person->birth_date != NULL;
    case DIAPASON_CHECK_POSTCODE:
      return card->person->postcode != NULL;
    case DIAPASON_CHECK_STREET:
      return card->person->street != NULL;
    case DIAPASON_CHECK_EMAIL:
      return has_email (card->person);
    case DIAPASON_CHECK_CONTRACT_NUMBER:
      return has_contract (card->person, TRUE);
    case DIAPASON_CHECK_PRODUCT:
      return has_contract (card->person, FALSE);
    case DIAPASON_CHECK_LAST_CONTACT:
      return diapason_card_last_contact (card) != NULL;
    case DIAPASON_N_CHECKS:
    default:
      return FALSE;
    }
}

const DiapasonEventRecord *
diapason_card_last_contact (const DiapasonCard *card)
{
  static const char *const channels[] = { "call", "email", "chat", "sms", "store", NULL };

  for (guint i = 0; i < card->events->len; i++)
    {
      const DiapasonEventRecord *event = g_ptr_array_index (card->events, i);

      if (event != card->live && event != card->elsewhere &&
          event->entity == DIAPASON_ENTITY_INTERACTION && event->date_known &&
          event->at <= card->now && event->channel != NULL &&
          g_strv_contains (channels, event->channel))
        return event;
    }
  return NULL;
}
