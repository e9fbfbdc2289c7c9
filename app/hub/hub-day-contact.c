/* hub-day-contact.c: a contact from its beginning to its end. What somebody else has changed since
 * it was last looked at is theirs, and is let go. See hub-day-private.h. */
#include "hub-day-private.h"

#define MOST_DELAYS 100

/* At a time: so that the day needs no more memory at any pace. */
static const guint most[DIAPASON_COMPANY_N_CHANNELS] = {
  [DIAPASON_COMPANY_CALL] = 64,
  [DIAPASON_COMPANY_EMAIL] = 96,
  [DIAPASON_COMPANY_CHAT] = 64,
  [DIAPASON_COMPANY_SMS] = 48,
};

static void say (DiapasonHubDay *day, gpointer subject);
static void end (DiapasonHubDay *day, gpointer subject);

static void
clear_line (gpointer data)
{
  DiapasonHubDayLine *line = data;

  g_free (line->body);
}

static guint *
count_of (DiapasonHubDay *day, const DiapasonHubDayContact *contact)
{
  return contact->is_found ? &day->found[contact->channel] : &day->counts[contact->channel];
}

/* Takes @caller. @id (nullable): of one that was found. */
static DiapasonHubDayContact *
contact_new (DiapasonHubDay *day,
             DiapasonHubDayCaller *caller,
             DiapasonCompanyChannel channel,
             const char *id)
{
  DiapasonHubDayContact *contact = g_new0 (DiapasonHubDayContact, 1);

  contact->caller = caller;
  contact->channel = channel;
  contact->adviser = DIAPASON_HUB_DAY_NOBODY;
  contact->lines = g_array_new (FALSE, FALSE, sizeof (DiapasonHubDayLine));
  g_array_set_clear_func (contact->lines, clear_line);
  contact->is_found = id != NULL;
  if (id != NULL)
    g_strlcpy (contact->id, id, sizeof contact->id);
  else
    g_snprintf (contact->id, sizeof contact->id, "in_d%07" G_GINT64_FORMAT,
                diapason_hub_day_number (day));
  *count_of (day, contact) += 1;
  g_hash_table_insert (day->contacts, contact->id, contact);
  return contact;
}

void
diapason_hub_day_contact_free (DiapasonHubDayContact *contact)
{
  diapason_hub_day_caller_free (contact->caller);
  g_array_unref (contact->lines);
  g_free (contact->subject);
  g_free (contact->summary);
  g_free (contact->promise);
  g_free (contact);
}

/* Whose desk it was on may take the next. */
static void
forget (DiapasonHubDay *day, DiapasonHubDayContact *contact)
{
  guint adviser = contact->is_held ? contact->adviser : DIAPASON_HUB_DAY_NOBODY;

  diapason_hub_day_let_go (day, contact);
  g_queue_remove (&day->waiting, contact);
  *count_of (day, contact) -= 1;
  g_hash_table_remove (day->contacts, contact->id);
  if (adviser == DIAPASON_HUB_DAY_NOBODY)
    return;
  diapason_hub_day_show (day, adviser);
  diapason_hub_day_take_waiting (day, adviser);
}

/* The file ------------------------------------------------------------------------------------- */

/* 0 when it is not there any more, or closed. */
static gint64
read_stamp (DiapasonHubDay *day, const DiapasonHubDayContact *contact)
{
  return diapason_hub_database_number (day->database,
                                       "SELECT t.revision * 1000000 + (SELECT count (*)"
                                       " FROM message m WHERE m.interaction = t.id)"
                                       " FROM interaction t WHERE t.id = ?1 AND"
                                       " t.state <> 'closed' AND NOT t.deleted",
                                       "s", contact->id);
}

/* Whether nobody else was at it; else it is forgotten. */
static gboolean
is_untouched (DiapasonHubDay *day, DiapasonHubDayContact *contact)
{
  if (read_stamp (day, contact) == contact->stamp)
    return TRUE;
  forget (day, contact);
  return FALSE;
}

static void
insert (DiapasonHubDay *day, const DiapasonHubDayContact *contact)
{
  gboolean is_outward = contact->is_outward;
  const char *adviser =
      is_outward ? diapason_company_adviser (day->staff, contact->adviser)->id : NULL;
  gint64 seq = 0, at = 0;

  diapason_hub_database_tick (day->database, &seq, &at);
  diapason_hub_database_run (day->database,
                             "INSERT INTO interaction (id, contact, adviser, channel, direction,"
                             " began_at, subject, state, seq, updated_at)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                             "sssssissii", contact->id, contact->caller->contact, adviser,
                             diapason_company_channel_word (contact->channel),
                             is_outward ? "out" : "in", day->now, contact->subject,
                             is_outward ? "open" : "waiting", seq, at);
}

static void
insert_message (DiapasonHubDay *day,
                const DiapasonHubDayContact *contact,
                const DiapasonHubDayLine *line)
{
  gboolean by_adviser = line->author == DIAPASON_COMPANY_BY_ADVISER;
  DiapasonCompanyLanguage language = contact->caller->person.language;
  gint64 seq = 0, at = 0;
  DiapasonHubDayId id;

  g_snprintf (id, sizeof id, "ms_d%08" G_GINT64_FORMAT, diapason_hub_day_number (day));
  diapason_hub_database_tick (day->database, &seq, &at);
  diapason_hub_database_run (
      day->database,
      "INSERT INTO message (id, interaction, author, adviser, kind, at, body, language, seq,"
      " updated_at) VALUES (?1, ?2, ?3, ?4, ?5, max (?6, (SELECT coalesce (max (at) + 1, 0)"
      " FROM message WHERE interaction = ?2)), ?7, ?8, ?9, ?10)",
      "sssssissii", id, contact->id, diapason_company_author_word (line->author),
      by_adviser ? diapason_company_adviser (day->staff, contact->adviser)->id : NULL,
      line->note ? "note" : "reply", day->now, line->body,
      diapason_company_language_code (language), seq, at);
}

static void
update_taken (DiapasonHubDay *day, const DiapasonHubDayContact *contact)
{
  diapason_hub_database_run (day->database,
                             "UPDATE interaction SET adviser = ?2, state = 'open' WHERE id = ?1",
                             "ss", contact->id,
                             diapason_company_adviser (day->staff, contact->adviser)->id);
  diapason_hub_database_touch (day->database, "interaction", contact->id);
}

/* What nobody of the house took part in has no wrap-up. */
static void
update_closed (DiapasonHubDay *day, const DiapasonHubDayContact *contact)
{
  gboolean is_treated = contact->is_taken && contact->is_answered;

  diapason_hub_database_run (
      day->database,
      "UPDATE interaction SET state = 'closed', ended_at = max (?2, began_at, (SELECT"
      " coalesce (max (at), 0) FROM message WHERE interaction = ?1)),"
      " reason = coalesce (?3, reason), summary = ?4, level = nullif (?5, 0), solved = ?6"
      " WHERE id = ?1",
      "sissis", contact->id, day->now, is_treated ? contact->reason : NULL,
      is_treated ? contact->summary : NULL, (gint64) (is_treated ? contact->level : 0),
      is_treated ? diapason_company_solved_word (contact->solved) : NULL);
  diapason_hub_database_touch (day->database, "interaction", contact->id);
}

static void
insert_promise (DiapasonHubDay *day, const DiapasonHubDayContact *contact)
{
  gint64 seq = 0, at = 0;
  DiapasonHubDayId id;

  g_snprintf (id, sizeof id, "Qd%07" G_GINT64_FORMAT, diapason_hub_day_number (day));
  diapason_hub_database_tick (day->database, &seq, &at);
  diapason_hub_database_run (day->database,
                             "INSERT INTO promise (id, customer, adviser, interaction, text,"
                             " made_at, due_at, state, seq, updated_at)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'open', ?8, ?9)",
                             "sssssiiii", id, contact->caller->customer,
                             diapason_company_adviser (day->staff, contact->adviser)->id,
                             contact->id, contact->promise, day->now, contact->due, seq, at);
}

/* The way of a contact ------------------------------------------------------------------------- */

/* @act happens to it in @low … @high seconds, and nothing else. */
static void
then (DiapasonHubDay *day,
      DiapasonHubDayContact *contact,
      double low,
      double high,
      DiapasonHubDayAct act)
{
  contact->stamp = read_stamp (day, contact);
  contact->event = diapason_hub_day_later (day, low, high, act, contact);
}

static void
go_on (DiapasonHubDay *day, DiapasonHubDayContact *contact)
{
  gboolean is_over = contact->n_said == contact->lines->len;
  gint64 pause = is_over
                     ? contact->last_pause
                     : g_array_index (contact->lines, DiapasonHubDayLine, contact->n_said).pause;

  then (day, contact, (double) pause / 1000, (double) pause / 1000, is_over ? end : say);
}

static void
take (DiapasonHubDay *day, DiapasonHubDayContact *contact)
{
  diapason_hub_day_hold (day, contact);
  contact->is_taken = TRUE;
  if (contact->is_held)
    {
      day->desks[contact->adviser].open++;
      diapason_hub_day_show (day, contact->adviser);
    }
}

/* Nobody writes an e-mail while they speak to somebody, or from home. */
static gboolean
is_put_off (DiapasonHubDay *day, DiapasonHubDayContact *contact)
{
  double stretch = 1;

  if (contact->channel == DIAPASON_COMPANY_CHAT || contact->channel == DIAPASON_COMPANY_CALL ||
      diapason_hub_day_may_write (day, contact->adviser))
    return FALSE;
  if (contact->delays++ == MOST_DELAYS)
    {
      forget (day, contact);
      return TRUE;
    }
  if (!diapason_hub_day_is_at_work (day, contact->adviser))
    stretch = 5 * day->pace;
  then (day, contact, 120 * stretch, 500 * stretch, say);
  return TRUE;
}

static void
say (DiapasonHubDay *day, gpointer subject)
{
  DiapasonHubDayContact *contact = subject;
  const DiapasonHubDayLine *line =
      &g_array_index (contact->lines, DiapasonHubDayLine, contact->n_said);

  if (!is_untouched (day, contact))
    return;
  if (line->author == DIAPASON_COMPANY_BY_ADVISER)
    {
      if (is_put_off (day, contact))
        return;
      if (!contact->is_taken)
        {
          take (day, contact);
          update_taken (day, contact);
        }
    }
  insert_message (day, contact, line);
  contact->n_said++;
  go_on (day, contact);
}

static void
end (DiapasonHubDay *day, gpointer subject)
{
  DiapasonHubDayContact *contact = subject;

  if (!is_untouched (day, contact))
    return;
  update_closed (day, contact);
  if (contact->promise != NULL && contact->is_taken)
    insert_promise (day, contact);
  if (contact->is_taken && contact->is_answered && !contact->is_outward)
    diapason_hub_day_survey_ask (day, contact);
  forget (day, contact);
}

/* Calls ---------------------------------------------------------------------------------------- */

static void
answer (DiapasonHubDay *day, DiapasonHubDayContact *contact, guint adviser)
{
  contact->adviser = adviser;
  diapason_hub_day_script (day, contact, DIAPASON_COMPANY_FIRST, NULL);
  take (day, contact);
  update_taken (day, contact);
  go_on (day, contact);
}

/* Somebody takes it, or it waits until somebody is free or the caller has had enough. */
static void
ring (DiapasonHubDay *day, gpointer subject)
{
  DiapasonHubDayContact *contact = subject;
  guint adviser;

  if (!is_untouched (day, contact))
    return;
  adviser = diapason_hub_day_find_adviser (day, contact->channel, contact->caller->person.language);
  if (adviser != DIAPASON_HUB_DAY_NOBODY)
    {
      answer (day, contact, adviser);
      return;
    }
  g_queue_push_tail (&day->waiting, contact);
  then (day, contact, 25, 150, end);
}

/* Everybody helps where nobody speaks a language. */
static gboolean
speaks (DiapasonHubDay *day, guint adviser, DiapasonCompanyLanguage language)
{
  return diapason_company_adviser (day->staff, adviser)->language == language ||
         day->staff->speaking[language]->len == day->staff->advisers->len;
}

void
diapason_hub_day_take_waiting (DiapasonHubDay *day, guint adviser)
{
  GList *link = day->waiting.head;

  if (link == NULL || !diapason_hub_day_is_free (day, adviser, DIAPASON_COMPANY_CALL))
    return;
  while (link != NULL)
    {
      DiapasonHubDayContact *contact = link->data;

      link = link->next;
      if (!speaks (day, adviser, contact->caller->person.language))
        continue;
      g_queue_remove (&day->waiting, contact);
      g_sequence_remove (contact->event);
      if (!is_untouched (day, contact))
        continue;
      answer (day, contact, adviser);
      return;
    }
}

/* Beginnings ----------------------------------------------------------------------------------- */

static guint
anybody (DiapasonHubDay *day, DiapasonCompanyLanguage language)
{
  return diapason_company_staff_any (day->staff, &day->random, language, FALSE);
}

/* Whom a chat or a message will be answered by: who chats by somebody who is free. */
static guint
find_writer (DiapasonHubDay *day, DiapasonHubDayCaller *caller, DiapasonCompanyChannel channel)
{
  DiapasonCompanyLanguage language = caller->person.language;

  if (channel == DIAPASON_COMPANY_CHAT && diapason_hub_day_is_open (day, caller->caller.country))
    return diapason_hub_day_find_adviser (day, channel, language);
  return anybody (day, language);
}

static void
begin_call (DiapasonHubDay *day, DiapasonHubDayContact *contact)
{
  insert (day, contact);
  if (diapason_company_chance (&day->random, 60))
    then (day, contact, 10, 40, end);
  else
    then (day, contact, 4, 25, ring);
}

void
diapason_hub_day_begin (DiapasonHubDay *day,
                        DiapasonHubDayCaller *caller,
                        DiapasonCompanyChannel channel)
{
  guint writer = channel == DIAPASON_COMPANY_CALL ? DIAPASON_HUB_DAY_NOBODY
                                                  : find_writer (day, caller, channel);
  DiapasonHubDayContact *contact;

  if (day->counts[channel] >= most[channel] ||
      (channel != DIAPASON_COMPANY_CALL && writer == DIAPASON_HUB_DAY_NOBODY))
    {
      diapason_hub_day_caller_free (caller);
      return;
    }
  contact = contact_new (day, caller, channel, NULL);
  contact->adviser = writer;
  if (channel == DIAPASON_COMPANY_CALL)
    {
      begin_call (day, contact);
      return;
    }
  diapason_hub_day_script (day, contact, DIAPASON_COMPANY_FIRST, NULL);
  if (contact->is_answered)
    diapason_hub_day_hold (day, contact);
  insert (day, contact);
  go_on (day, contact);
}

void
diapason_hub_day_begin_outward (DiapasonHubDay *day,
                                DiapasonHubDayCaller *caller,
                                DiapasonCompanyChannel channel,
                                guint adviser,
                                DiapasonCompanyTurn turn,
                                const DiapasonHubDayPromise *promise)
{
  DiapasonHubDayContact *contact = contact_new (day, caller, channel, NULL);

  contact->adviser = adviser;
  contact->is_outward = TRUE;
  diapason_hub_day_script (day, contact, turn, promise);
  insert (day, contact);
  take (day, contact);
  go_on (day, contact);
}

void
diapason_hub_day_adopt (DiapasonHubDay *day,
                        const char *id,
                        const char *contact_id,
                        const char *adviser,
                        DiapasonCompanyChannel channel,
                        gboolean is_waiting)
{
  DiapasonHubDayCaller *caller = diapason_hub_day_caller_load (day, contact_id);
  DiapasonHubDayContact *contact;

  if (caller == NULL)
    return;
  contact = contact_new (day, caller, channel, id);
  if (channel == DIAPASON_COMPANY_CALL && is_waiting)
    {
      then (day, contact, 20 * day->pace, 120 * day->pace, end);
      return;
    }
  contact->adviser = diapason_hub_day_adviser_number (day, adviser);
  if (contact->adviser == DIAPASON_HUB_DAY_NOBODY)
    contact->adviser = anybody (day, caller->person.language);
  diapason_hub_day_script_rest (day, contact, is_waiting);
  if (!is_waiting)
    take (day, contact);
  go_on (day, contact);
}
