/* hub-day.c: the queue of a day that goes on, and when contacts begin. See the header. */
#include "hub-day-private.h"

#include <string.h>

#define MOST_AT_ONCE 64    /* before requests are served again */
#define LATE         30000 /* milliseconds: the process was asleep */
#define MOST_TRIES   6     /* to find somebody who has what a channel needs */

#define PAUSE 30 /* seconds, after a failure */
#define HOUR  3600.0

typedef struct
{
  gint64 due; /* milliseconds UTC, before all is put off */
  guint64 order;
  DiapasonHubDayAct act;
  gpointer subject;
} Event;

static int
compare_events (gconstpointer a, gconstpointer b, gpointer data)
{
  const Event *one = a, *other = b;

  if (one->due != other->due)
    return one->due < other->due ? -1 : 1;
  return one->order < other->order ? -1 : 1;
}

GSequenceIter *
diapason_hub_day_later (DiapasonHubDay *day,
                        double low,
                        double high,
                        DiapasonHubDayAct act,
                        gpointer subject)
{
  gint64 wait = diapason_company_between (&day->random, (gint64) (low * 1000 / day->pace),
                                          (gint64) (high * 1000 / day->pace));
  Event *event = g_new (Event, 1);

  *event = (Event){ day->now + wait - day->put_off, day->n_events++, act, subject };
  return g_sequence_insert_sorted (day->events, event, compare_events, NULL);
}

gboolean
diapason_hub_day_is_open (DiapasonHubDay *day, DiapasonCompanyCountry country)
{
  return day->always_open || diapason_company_is_open (country, day->now);
}

gint64
diapason_hub_day_number (DiapasonHubDay *day)
{
  return diapason_hub_database_number (day->database,
                                       "INSERT INTO meta VALUES ('born', 1) ON CONFLICT (key)"
                                       " DO UPDATE SET value = value + 1"
                                       " RETURNING CAST (value AS INTEGER)",
                                       "");
}

guint
diapason_hub_day_count_events (DiapasonHubDay *day)
{
  return (guint) g_sequence_get_length (day->events);
}

/* What comes in -------------------------------------------------------------------------------- */

/* Of a hundred contacts, and of those that come when the house is closed. */
static const struct
{
  guint share;
  guint per_thousand_at_night;
} arrivals[DIAPASON_COMPANY_N_CHANNELS] = {
  [DIAPASON_COMPANY_CALL] = { 46, 0 },
  [DIAPASON_COMPANY_EMAIL] = { 20, 250 },
  [DIAPASON_COMPANY_CHAT] = { 26, 250 },
  [DIAPASON_COMPANY_SMS] = { 8, 200 },
};

/* Everybody who works there has two contacts an hour; beyond some hundreds nobody could tell. */
double
diapason_hub_day_interval (DiapasonHubDay *day, guint per_cent)
{
  guint an_hour = CLAMP (2 * day->staff->advisers->len, 20, 600);

  return HOUR * 100 / (an_hour * per_cent);
}

static DiapasonHubDayCaller *
find_caller (DiapasonHubDay *day, DiapasonCompanyChannel channel)
{
  DiapasonHubDayCaller *caller = NULL;

  for (guint i = 0; caller == NULL && i < MOST_TRIES; i++)
    caller = diapason_hub_day_caller_find (day, channel);
  return caller;
}

static void
arrive (DiapasonHubDay *day, gpointer subject)
{
  DiapasonCompanyChannel channel = GPOINTER_TO_INT (subject);
  DiapasonHubDayCaller *caller = find_caller (day, channel);

  diapason_hub_day_later (day, 0, 2 * diapason_hub_day_interval (day, arrivals[channel].share),
                          arrive, subject);
  if (caller == NULL || diapason_hub_day_visit (day, caller, channel))
    return;
  if (diapason_hub_day_is_open (day, caller->caller.country) ||
      diapason_company_chance (&day->random, arrivals[channel].per_thousand_at_night))
    diapason_hub_day_begin (day, caller, channel);
  else
    diapason_hub_day_caller_free (caller);
}

/* Somebody looks on, and should not wait for the first one: it is tried until one is there. */
static void
arrive_first (DiapasonHubDay *day, gpointer subject)
{
  DiapasonCompanyChannel channel = GPOINTER_TO_INT (subject);
  DiapasonHubDayCaller *caller = find_caller (day, channel);

  if (caller != NULL)
    diapason_hub_day_begin (day, caller, channel);
  if (day->counts[channel] == 0)
    diapason_hub_day_later (day, day->pace, 4 * day->pace, arrive_first, subject);
  else
    diapason_hub_day_later (day, 0, 2 * diapason_hub_day_interval (day, arrivals[channel].share),
                            arrive, subject);
}

static void
begin_arrivals (DiapasonHubDay *day)
{
  static const double first[] = {
    [DIAPASON_COMPANY_CALL] = 8,
    [DIAPASON_COMPANY_EMAIL] = 40,
    [DIAPASON_COMPANY_CHAT] = 12,
    [DIAPASON_COMPANY_SMS] = 60,
  };

  for (int channel = 0; channel < DIAPASON_COMPANY_N_CHANNELS; channel++)
    {
      double mean = diapason_hub_day_interval (day, arrivals[channel].share);
      double soon = MIN (first[channel] * day->pace, 2 * mean);

      if (day->always_open)
        diapason_hub_day_later (day, soon / 4, soon, arrive_first, GINT_TO_POINTER (channel));
      else
        diapason_hub_day_later (day, 0, 2 * mean, arrive, GINT_TO_POINTER (channel));
    }
}

/* Beginning and end ---------------------------------------------------------------------------- */

static guint64
read_seed (DiapasonHubDay *day)
{
  g_autofree char *text =
      diapason_hub_database_text (day->database, "SELECT value FROM meta WHERE key = 'seed'", "");

  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;
}

/* Of a day that begins, in a transaction. */
static void
begin (DiapasonHubDay *day)
{
  diapason_company_random_init (&day->random, read_seed (day), DIAPASON_COMPANY_DOMAIN_DAY,
                                (guint64) diapason_hub_day_number (day));
  if (day->staff->advisers->len == 0)
    return;
  diapason_hub_day_settle_in (day);
  diapason_hub_day_begin_rounds (day);
  begin_arrivals (day);
}

DiapasonHubDay *
diapason_hub_day_new (DiapasonHubDatabase *database,
                      double pace,
                      gboolean always_open,
                      GError **error)
{
  g_autoptr (DiapasonHubDay) day = g_new0 (DiapasonHubDay, 1);

  g_return_val_if_fail (pace >= DIAPASON_HUB_SLOWEST_PACE && pace <= DIAPASON_HUB_FASTEST_PACE,
                        NULL);

  day->database = database;
  day->pace = pace;
  day->always_open = always_open;
  day->staff = diapason_company_staff_new_empty ();
  day->company.staff = day->staff;
  day->events = g_sequence_new (g_free);
  day->contacts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                         (GDestroyNotify) diapason_hub_day_contact_free);
  day->coming =
      g_hash_table_new_full (NULL, NULL, (GDestroyNotify) diapason_hub_day_caller_free, NULL);
  day->now = day->seen = diapason_hub_database_now (database);
  diapason_company_scene_init (&day->scene);
  diapason_hub_database_begin (database, TRUE);
  diapason_hub_day_hire (day);
  begin (day);
  return diapason_hub_database_end (database, TRUE, error) ? g_steal_pointer (&day) : NULL;
}

void
diapason_hub_day_free (DiapasonHubDay *day)
{
  g_queue_clear (&day->waiting);
  g_hash_table_unref (day->contacts);
  g_hash_table_unref (day->coming);
  g_sequence_free (day->events);
  diapason_company_scene_clear (&day->scene);
  diapason_company_staff_free (day->staff);
  g_free (day->desks);
  g_free (day);
}

/* How it goes on ------------------------------------------------------------------------------- */

static gint64
next_due (DiapasonHubDay *day)
{
  GSequenceIter *first = g_sequence_get_begin_iter (day->events);

  if (g_sequence_iter_is_end (first))
    return G_MAXINT64;
  return ((Event *) g_sequence_get (first))->due + day->put_off;
}

static void
begin_again (DiapasonHubDay *day, gpointer subject)
{
  begin (day);
}

/* What failed is not in the file, so what is remembered is not what the file says: after a while
 * the day begins again with what it finds. */
static void
give_up (DiapasonHubDay *day)
{
  g_queue_clear (&day->waiting);
  g_hash_table_remove_all (day->contacts);
  g_hash_table_remove_all (day->coming);
  g_sequence_remove_range (g_sequence_get_begin_iter (day->events),
                           g_sequence_get_end_iter (day->events));
  memset (day->desks, 0, day->staff->advisers->len * sizeof *day->desks);
  memset (day->counts, 0, sizeof day->counts);
  memset (day->found, 0, sizeof day->found);
  diapason_hub_day_later (day, PAUSE * day->pace, PAUSE * day->pace, begin_again, NULL);
}

static void
happen (DiapasonHubDay *day)
{
  GSequenceIter *first = g_sequence_get_begin_iter (day->events);
  Event event = *(Event *) g_sequence_get (first);
  g_autoptr (GError) error = NULL;

  day->now = event.due + day->put_off;
  g_sequence_remove (first);
  diapason_hub_database_begin (day->database, TRUE);
  event.act (day, event.subject);
  if (diapason_hub_database_end (day->database, TRUE, &error))
    return;
  g_warning ("%s", error->message);
  give_up (day);
}

gint64
diapason_hub_day_go_on (DiapasonHubDay *day)
{
  gint64 clock = diapason_hub_database_now (day->database);
  gint64 due = next_due (day);

  if (due != G_MAXINT64 && clock - due > LATE)
    day->put_off += clock - due;
  else if (clock < day->seen)
    day->put_off -= day->seen - clock;
  day->seen = clock;
  for (guint i = 0; i < MOST_AT_ONCE && next_due (day) <= clock; i++)
    happen (day);
  return next_due (day);
}
