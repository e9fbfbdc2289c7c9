/* hub-day-round.c: what goes on beside the contacts: breaks, promises that are kept or not, and
 * what was open before anybody looked. Each round begins its next. See hub-day-private.h. */
#include "hub-day-private.h"

#define MOST_FOUND 48 /* e-mails, and text messages */
#define MINUTE     60.0

/* What is open in the file --------------------------------------------------------------------- */

typedef struct
{
  char *id;
  char *contact;
  char *adviser; /* (nullable) */
  gboolean is_waiting;
} Found;

static void
clear_found (gpointer data)
{
  Found *found = data;

  g_free (found->id);
  g_free (found->contact);
  g_free (found->adviser);
}

/* Whoever is on a call or in a chat has to be known; of what can wait some is enough at a time. */
static guint
room_for (DiapasonHubDay *day, DiapasonCompanyChannel channel)
{
  if (channel == DIAPASON_COMPANY_CALL || channel == DIAPASON_COMPANY_CHAT)
    return G_MAXUINT;
  return MOST_FOUND - MIN (day->found[channel], MOST_FOUND);
}

/* Clients number theirs by UUIDs: what they began they end. */
static GArray *
find_open (DiapasonHubDay *day, DiapasonCompanyChannel channel)
{
  guint room = room_for (day, channel);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Found));
  sqlite3_stmt *rows = diapason_hub_database_ask (
      day->database,
      "SELECT id, contact, adviser, state FROM interaction WHERE channel = ?1 AND"
      " state <> 'closed' AND NOT deleted AND id > 'in_' AND id < 'in`' ORDER BY id",
      "s", diapason_company_channel_word (channel));

  g_array_set_clear_func (all, clear_found);
  while (all->len < room && diapason_hub_database_next (day->database, rows))
    {
      const char *id = diapason_hub_column_text (rows, 0);
      Found found = { NULL };

      if (g_hash_table_contains (day->contacts, id))
        continue;
      found.id = g_strdup (id);
      found.contact = g_strdup (diapason_hub_column_text (rows, 1));
      found.adviser = g_strdup (diapason_hub_column_text (rows, 2));
      found.is_waiting = g_str_equal (diapason_hub_column_text (rows, 3), "waiting");
      g_array_append_val (all, found);
    }
  if (rows != NULL)
    sqlite3_reset (rows);
  return all;
}

static void
adopt_all (DiapasonHubDay *day)
{
  for (int channel = 0; channel < DIAPASON_COMPANY_N_CHANNELS; channel++)
    {
      g_autoptr (GArray) all = find_open (day, channel);

      for (guint i = 0; i < all->len; i++)
        {
          const Found *found = &g_array_index (all, Found, i);

          diapason_hub_day_adopt (day, found->id, found->contact, found->adviser, channel,
                                  found->is_waiting);
        }
    }
}

static void
look_round (DiapasonHubDay *day, gpointer subject)
{
  diapason_hub_day_later (day, MINUTE * day->pace, 2 * MINUTE * day->pace, look_round, NULL);
  adopt_all (day);
}

/* Presence ------------------------------------------------------------------------------------- */

static void
come_back (DiapasonHubDay *day, guint adviser)
{
  diapason_hub_day_set_presence (day, adviser, "available");
  diapason_hub_day_take_waiting (day, adviser);
}

/* Where somebody is when the day begins who has nothing on their desk. */
static void
settle (DiapasonHubDay *day, guint adviser)
{
  gboolean is_away = diapason_hub_day_is_present (day, adviser, "away");

  if (day->desks[adviser].open > 0)
    return;
  if (!diapason_hub_day_is_at_work (day, adviser))
    diapason_hub_day_set_presence (day, adviser, "offline");
  else if (!is_away &&
           (adviser == day->demo_adviser || diapason_hub_day_is_present (day, adviser, "busy") ||
            diapason_company_chance (&day->random, 850)))
    diapason_hub_day_set_presence (day, adviser, "available");
}

/* Somebody has a break, or comes back from it. The demo's adviser says that for themselves. */
static void
presence_round (DiapasonHubDay *day, gpointer subject)
{
  guint n = day->staff->advisers->len;
  guint adviser = diapason_company_below (&day->random, n);
  double mean = MAX (40 * MINUTE / n, 10);

  diapason_hub_day_later (day, mean / 2, mean * 3 / 2, presence_round, NULL);
  if (adviser == day->demo_adviser || day->desks[adviser].calls + day->desks[adviser].chats > 0)
    return;
  if (!diapason_hub_day_is_at_work (day, adviser))
    diapason_hub_day_set_presence (day, adviser, "offline");
  else if (diapason_hub_day_is_present (day, adviser, "available"))
    {
      if (diapason_company_chance (&day->random, 300))
        diapason_hub_day_set_presence (day, adviser, "away");
    }
  else if (!diapason_hub_day_is_present (day, adviser, "busy") &&
           diapason_company_chance (&day->random, 750))
    come_back (day, adviser);
}

/* Promises ------------------------------------------------------------------------------------- */

typedef struct
{
  char *id;
  char *text;
  char *interaction; /* (nullable) */
  guint adviser;
  gint64 due;
} Promise;

static void
clear_promise (Promise *promise)
{
  g_free (promise->id);
  g_free (promise->text);
  g_free (promise->interaction);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Promise, clear_promise)

/* One of about now, of a colleague who has time for it. */
static gboolean
find_promise (DiapasonHubDay *day, Promise *promise)
{
  gint64 since = day->now + diapason_company_between (&day->random, -3 * DIAPASON_COMPANY_DAY,
                                                      2 * DIAPASON_COMPANY_DAY);
  sqlite3_stmt *rows = diapason_hub_database_ask (
      day->database,
      "SELECT id, adviser, text, interaction, due_at FROM promise WHERE state = 'open' AND"
      " NOT deleted AND due_at >= ?1 AND +id >= 'Q' AND +id < 'R' ORDER BY due_at LIMIT 12",
      "i", since);

  while (diapason_hub_database_next (day->database, rows))
    {
      promise->adviser = diapason_hub_day_adviser_number (day, diapason_hub_column_text (rows, 1));
      if (promise->adviser == DIAPASON_HUB_DAY_NOBODY || promise->adviser == day->demo_adviser ||
          !diapason_hub_day_may_write (day, promise->adviser))
        continue;
      promise->id = g_strdup (diapason_hub_column_text (rows, 0));
      promise->text = g_strdup (diapason_hub_column_text (rows, 2));
      promise->interaction = g_strdup (diapason_hub_column_text (rows, 3));
      promise->due = sqlite3_column_int64 (rows, 4);
      sqlite3_reset (rows);
      return TRUE;
    }
  return FALSE;
}

static void
close_promise (DiapasonHubDay *day, const Promise *promise, const char *state)
{
  diapason_hub_database_run (day->database,
                             "UPDATE promise SET state = ?2, closed_at = max (?3, made_at)"
                             " WHERE id = ?1",
                             "ssi", promise->id, state, day->now);
  diapason_hub_database_touch (day->database, "promise", promise->id);
}

/* The channel by which an adviser can tell @caller now; N_CHANNELS: none. */
static DiapasonCompanyChannel
find_way (DiapasonHubDay *day, const Promise *promise, DiapasonHubDayCaller *caller)
{
  static const DiapasonCompanyChannel ways[] = { DIAPASON_COMPANY_CALL, DIAPASON_COMPANY_CALL,
                                                 DIAPASON_COMPANY_EMAIL, DIAPASON_COMPANY_SMS };
  DiapasonCompanyChannel way = ways[diapason_company_below (&day->random, G_N_ELEMENTS (ways))];

  if (!diapason_company_caller_has (&caller->caller, way) ||
      (way == DIAPASON_COMPANY_CALL && !diapason_hub_day_is_free (day, promise->adviser, way)))
    return DIAPASON_COMPANY_N_CHANNELS;
  return way;
}

/* They tell the customer, about whom the contact says more than the promise. */
static void
tell (DiapasonHubDay *day, const Promise *promise, DiapasonCompanyTurn turn)
{
  g_autofree char *contact =
      diapason_hub_database_text (day->database, "SELECT contact FROM interaction WHERE id = ?1",
                                  "s", promise->interaction);
  g_autofree char *reason =
      diapason_hub_database_text (day->database, "SELECT reason FROM interaction WHERE id = ?1",
                                  "s", promise->interaction);
  g_autofree char *subject =
      diapason_hub_database_text (day->database, "SELECT subject FROM interaction WHERE id = ?1",
                                  "s", promise->interaction);
  const DiapasonHubDayPromise told = { promise->text, promise->due, reason, subject };
  DiapasonHubDayCaller *caller =
      contact != NULL ? diapason_hub_day_caller_load (day, contact) : NULL;
  DiapasonCompanyChannel way;

  if (caller == NULL)
    return;
  way = find_way (day, promise, caller);
  if (way == DIAPASON_COMPANY_N_CHANNELS)
    diapason_hub_day_caller_free (caller);
  else
    diapason_hub_day_begin_outward (day, caller, way, promise->adviser, turn, &told);
}

static void
promise_round (DiapasonHubDay *day, gpointer subject)
{
  static const char *const states[] = { "kept", "late", "broken", "withdrawn" };
  static const guint8 in_time[] = { 92, 0, 0, 8 }, after[] = { 0, 65, 30, 5 };
  g_auto (Promise) promise = { NULL };
  double mean = 3 * diapason_hub_day_interval (day, 100);
  guint fate;

  diapason_hub_day_later (day, 0, 2 * mean, promise_round, NULL);
  if (!find_promise (day, &promise))
    return;
  fate = diapason_company_weighted (&day->random, promise.due >= day->now ? in_time : after, 4);
  close_promise (day, &promise, states[fate]);
  if (fate < 2 && diapason_company_chance (&day->random, 450))
    tell (day, &promise, fate == 0 ? DIAPASON_COMPANY_KEEPS : DIAPASON_COMPANY_LATE);
}

/* Beginning ------------------------------------------------------------------------------------ */

void
diapason_hub_day_settle_in (DiapasonHubDay *day)
{
  adopt_all (day);
  for (guint i = 0; i < day->staff->advisers->len; i++)
    settle (day, i);
}

void
diapason_hub_day_begin_rounds (DiapasonHubDay *day)
{
  look_round (day, NULL);
  presence_round (day, NULL);
  diapason_hub_day_later (day, 2 * MINUTE, 6 * MINUTE, promise_round, NULL);
  diapason_hub_day_later (day, MINUTE, 4 * MINUTE, diapason_hub_day_survey_round, NULL);
}
