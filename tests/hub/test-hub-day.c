/* test-hub-day.c: a day that goes on, led by a clock of the test's own from event to event: what
 * may happen to a contact, what the rows then say together, and that it is the same every time.
 */
#include "hub-day.h"
#include "hub.h"

#include <glib/gstdio.h>
#include <string.h>

/* Friday 14 November 2025, 10:30 in Paris, and Saturday the 15th, 01:00. */
#define NOON   G_GINT64_CONSTANT (1763112600000)
#define NIGHT  G_GINT64_CONSTANT (1763164800000)
#define MINUTE G_GINT64_CONSTANT (60000)
#define HOUR   (60 * MINUTE)

#define MOST_EVENTS 500

typedef struct
{
  char *folder;
  char *path;
  DiapasonHubDatabase *database;
  DiapasonHubDay *day; /* (nullable) */
  gint64 clock;
} Town;

static gint64
tell_clock (gpointer user_data)
{
  return ((Town *) user_data)->clock;
}

static void
town_open (Town *town)
{
  g_autoptr (GError) error = NULL;

  town->database = diapason_hub_database_open (town->path, &error);
  g_assert_no_error (error);
  diapason_hub_database_run (town->database, "PRAGMA synchronous = OFF", "");
  diapason_hub_database_set_clock (town->database, tell_clock, town);
}

static void
town_close (Town *town)
{
  g_clear_pointer (&town->day, diapason_hub_day_free);
  g_clear_pointer (&town->database, diapason_hub_database_close);
}

static void
town_init (Town *town, gint64 until)
{
  const DiapasonHubCompany company = { 400, 30, 7, until };
  g_autoptr (GError) error = NULL;

  *town = (Town){ .clock = until };
  town->folder = g_dir_make_tmp ("diapason-day-XXXXXX", NULL);
  town->path = g_build_filename (town->folder, "company.db", NULL);
  diapason_hub_company_create (&company, town->path, &error);
  g_assert_no_error (error);
  town_open (town);
}

static void
town_clear (Town *town)
{
  town_close (town);
  g_assert_cmpint (g_remove (town->path), ==, 0);
  g_assert_cmpint (g_rmdir (town->folder), ==, 0);
  g_free (town->path);
  g_free (town->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Town, town_clear)

static void
begin (Town *town, double pace, gboolean always_open)
{
  g_autoptr (GError) error = NULL;

  town->day = diapason_hub_day_new (town->database, pace, always_open, &error);
  g_assert_no_error (error);
}

static gint64
number (Town *town, const char *sql)
{
  return diapason_hub_database_number (town->database, sql, "");
}

static void
change (Town *town, const char *sql)
{
  g_autoptr (GError) error = NULL;

  diapason_hub_database_begin (town->database, TRUE);
  diapason_hub_database_run (town->database, sql, "");
  diapason_hub_database_end (town->database, TRUE, &error);
  g_assert_no_error (error);
}

#define assert_none(town, sql)                                                                     \
  g_assert_cmpint (number ((town), "SELECT count (*) FROM " sql), ==, 0)
#define assert_some(town, sql) g_assert_cmpint (number ((town), "SELECT count (*) FROM " sql), >, 0)

/* Lets @span milliseconds go by, from event to event; @check after every so many. */
static void
live (Town *town, gint64 span, void (*check) (Town *town))
{
  gint64 end = town->clock + span;

  for (guint i = 0;; i++)
    {
      gint64 due = diapason_hub_day_go_on (town->day);

      g_assert_cmpuint (diapason_hub_day_count_events (town->day), <, MOST_EVENTS);
      if (check != NULL && i % 16 == 0)
        check (town);
      if (due > end)
        break;
      town->clock = MAX (town->clock, due);
    }
  town->clock = end;
}

/* What no write may do; a breach fails its transaction, which is told by a fatal warning. */
static void
forbid (Town *town)
{
  change (town, "CREATE TRIGGER legal BEFORE UPDATE OF state ON interaction WHEN old.state ||"
                " new.state NOT IN ('waitingopen', 'waitingclosed', 'openclosed')"
                " BEGIN SELECT raise (ABORT, 'not legal'); END");
  change (town, "CREATE TRIGGER later BEFORE UPDATE OF revision ON interaction WHEN"
                " new.revision <> old.revision + 1 OR new.seq <= old.seq OR new.updated_at <="
                " old.updated_at BEGIN SELECT raise (ABORT, 'not later'); END");
  change (town, "CREATE TRIGGER spoken BEFORE INSERT ON message WHEN EXISTS (SELECT 1 FROM"
                " interaction i WHERE i.id = new.interaction AND (i.state = 'closed' OR"
                " new.at < i.began_at OR (new.author = 'adviser') > (i.adviser IS new.adviser)))"
                " OR EXISTS (SELECT 1 FROM message m WHERE m.interaction = new.interaction AND"
                " m.at >= new.at) BEGIN SELECT raise (ABORT, 'not in order'); END");
  change (town, "CREATE TABLE breaks (adviser)");
  change (town, "CREATE TRIGGER away AFTER UPDATE OF state ON presence WHEN new.state = 'away'"
                " BEGIN INSERT INTO breaks VALUES (new.id); END");
  change (town, "CREATE TRIGGER kept BEFORE UPDATE OF state ON promise WHEN old.state <> 'open'"
                " BEGIN SELECT raise (ABORT, 'not open'); END");
}

#define SPEAKING "state = 'open' AND channel IN ('call', 'chat') AND NOT deleted"

static void
check_presence (Town *town)
{
  assert_none (town, "presence p WHERE (p.state = 'busy') <> EXISTS (SELECT 1 FROM interaction i"
                     " WHERE i.adviser = p.id AND " SPEAKING ")");
  assert_none (town, "presence p WHERE 3 <> (SELECT count (*) FROM presence_channel c"
                     " WHERE c.presence = p.id)");
  assert_none (town, "presence_channel c JOIN presence p ON p.id = c.presence WHERE"
                     " iif (p.state = 'busy', c.channel = 'call' AND c.state <> 'busy',"
                     " c.state <> p.state)");
  assert_none (town, "presence_channel c JOIN interaction i ON i.adviser = c.presence AND"
                     " i.channel = 'call' AND i.state = 'open' AND NOT i.deleted"
                     " WHERE c.state <> 'busy' OR c.set_by <> 'platform'");
  assert_none (town, "(SELECT adviser FROM interaction WHERE state = 'open' AND channel = 'call'"
                     " GROUP BY adviser HAVING count (*) > 1)");
}

#define BORN "id GLOB 'in_d*'"

static void
check_rows (Town *town)
{
  assert_none (town, "pragma_foreign_key_check");
  assert_none (town, "interaction WHERE (state = 'closed') <> (ended_at IS NOT NULL)");
  assert_none (town, "interaction WHERE ended_at < began_at");
  assert_none (town, "interaction WHERE " BORN " AND (state = 'waiting') > (adviser IS NULL)");
  assert_none (town, "interaction WHERE " BORN " AND state = 'closed' AND (adviser IS NULL) <>"
                     " (reason IS NULL AND level IS NULL AND solved IS NULL AND summary IS NULL)");
  assert_none (town, "message m JOIN interaction i ON i.id = m.interaction WHERE m.at > i.ended_at"
                     " AND m.id GLOB 'ms_d*'");
  assert_none (town, "interaction i WHERE " BORN " AND channel <> 'call' AND NOT EXISTS"
                     " (SELECT 1 FROM message m WHERE m.interaction = i.id)");
  assert_none (town, "promise p WHERE p.id GLOB 'Qd*' AND NOT EXISTS (SELECT 1 FROM interaction i"
                     " WHERE i.id = p.interaction AND i.adviser = p.adviser)");
  assert_none (town, "promise WHERE (state = 'open') <> (closed_at IS NULL)");
}

/* What customers say later fits the contact they say it about, and says nothing of who wants to be
 * nobody. */
static void
check_voices (Town *town)
{
  assert_some (town, "feedback WHERE id GLOB 'fe_d*' AND text IS NOT NULL");
  assert_none (town, "feedback WHERE id GLOB 'fe_d*' AND (permission = 'anonymous') <>"
                     " (coalesce (contact, crm_customer, interaction, asked_at) IS NULL)");
  assert_none (town, "feedback f JOIN interaction i ON i.id = f.interaction WHERE f.id GLOB 'fe_d*'"
                     " AND (i.contact <> f.contact OR i.adviser <> f.adviser OR"
                     " i.channel <> f.channel OR i.ended_at > f.asked_at OR"
                     " f.asked_at > f.answered_at OR f.answered_at - i.ended_at NOT BETWEEN"
                     " 18 * 3600000 AND 12 * 24 * 3600000)");
  assert_none (town, "feedback f WHERE id GLOB 'fe_d*' AND (SELECT count (*) FROM feedback_score s"
                     " WHERE s.feedback = f.id) < 2");
  assert_none (town, "survey_count c WHERE answered > asked OR answered <> (SELECT count (*) FROM"
                     " feedback f WHERE f.wave = c.wave AND f.adviser = c.adviser AND"
                     " f.channel = c.channel)");
  assert_some (town, "shop_visit v JOIN shop_account a ON a.id = v.account JOIN contact c ON"
                     " c.crm_customer = a.crm_customer JOIN interaction i ON i.contact = c.id"
                     " WHERE v.id GLOB 'vi_d*' AND i.began_at > v.ended_at AND"
                     " i.reason = v.topic AND v.found = 'no'");
  assert_some (town, "shop_visit WHERE id GLOB 'vi_d*' AND found = 'yes' AND began_at < ended_at");
}

#define CHANGES                                                                                    \
  "(SELECT seq, updated_at FROM interaction UNION ALL SELECT seq, updated_at FROM message UNION"   \
  " ALL SELECT seq, updated_at FROM presence UNION ALL SELECT seq, updated_at FROM promise UNION"  \
  " ALL SELECT seq, updated_at FROM feedback UNION ALL SELECT seq, updated_at FROM feedback_score" \
  " UNION ALL SELECT seq, updated_at FROM survey_count UNION ALL SELECT seq, updated_at FROM"      \
  " shop_visit)"

/* Every change has a number and an instant of its own, both later than those before it. */
static void
check_numbers (Town *town)
{
  assert_none (town, CHANGES " GROUP BY seq HAVING count (*) > 1");
  assert_none (town, "(SELECT updated_at - lag (updated_at) OVER (ORDER BY seq) AS later FROM"
                     " " CHANGES " WHERE seq > 20000) WHERE later <= 0");
  g_assert_cmpint (number (town, "SELECT max (seq) FROM " CHANGES), ==,
                   number (town, "SELECT CAST (value AS INTEGER) FROM meta WHERE key = 'seq'"));
  g_assert_cmpint (number (town, "SELECT (SELECT count (*) FROM interaction WHERE " BORN ") +"
                                 " (SELECT count (*) FROM message WHERE id GLOB 'ms_d*') +"
                                 " (SELECT count (*) FROM promise WHERE id GLOB 'Qd*') +"
                                 " (SELECT count (*) FROM feedback WHERE id GLOB 'fe_d*') +"
                                 " (SELECT count (*) FROM shop_visit WHERE id GLOB 'vi_d*') + 1"),
                   ==,
                   number (town, "SELECT CAST (value AS INTEGER) FROM meta WHERE key = 'born'"));
}

static void
test_hour (void)
{
  static const char *const channels[] = { "call", "email", "chat", "sms" };
  g_auto (Town) town = { NULL };

  town_init (&town, NOON);
  forbid (&town);
  begin (&town, 60, TRUE);
  live (&town, HOUR, check_presence);
  check_rows (&town);
  check_voices (&town);
  check_numbers (&town);
  for (gsize i = 0; i < G_N_ELEMENTS (channels); i++)
    g_assert_cmpint (diapason_hub_database_number (town.database,
                                                   "SELECT count (*) FROM interaction WHERE " BORN
                                                   " AND channel = ?1 AND solved = 'yes'",
                                                   "s", channels[i]),
                     >, 20);
  assert_some (&town, "interaction WHERE " BORN " AND channel = 'call' AND state = 'closed'"
                      " AND adviser IS NULL");
  assert_some (&town, "interaction WHERE " BORN " AND direction = 'out'");
  assert_some (&town, "interaction i JOIN adviser a ON a.id = i.adviser WHERE i." BORN
                      " AND a.login = 'amina'");
  assert_some (&town, "promise WHERE id GLOB 'Qd*' AND state = 'open'");
  assert_some (&town, "promise WHERE state = 'kept' AND closed_at > 1763112600000");
  assert_some (&town, "breaks");
  assert_some (&town, "presence_channel c JOIN presence p ON p.id = c.presence WHERE"
                      " p.state = 'busy' AND c.channel = 'chat' AND c.state = 'available'");
}

/* Whoever looks at a demo sees something before they look away. */
static void
test_first_minute (void)
{
  g_auto (Town) town = { NULL };

  town_init (&town, NIGHT);
  begin (&town, 4, TRUE);
  live (&town, MINUTE, NULL);
  assert_some (&town, "interaction WHERE " BORN " AND channel = 'call'");
  assert_some (&town, "message m JOIN interaction i ON i.id = m.interaction WHERE i." BORN
                      " AND i.channel = 'chat' AND m.author = 'customer'");
  g_assert_cmpint (number (&town, "SELECT count (*) FROM interaction WHERE " BORN), <, 12);
}

static char *
digest (Town *town)
{
  return diapason_hub_database_text (
      town->database,
      "SELECT group_concat (line, char (10)) FROM (SELECT json_array (id, contact, adviser, state,"
      " began_at, ended_at, summary, seq, updated_at) AS line FROM interaction UNION ALL SELECT"
      " json_array (id, interaction, at, body, seq, updated_at) FROM message UNION ALL SELECT"
      " json_array (id, state, since, seq, updated_at) FROM presence UNION ALL SELECT"
      " json_array (id, adviser, text, state, due_at, seq, updated_at) FROM promise UNION ALL"
      " SELECT json_array (id, interaction, recommend, text, seq, updated_at) FROM feedback"
      " UNION ALL SELECT json_array (id, account, searched, found, seq, updated_at) FROM"
      " shop_visit)",
      "");
}

/* The rows after some minutes at @pace. */
static char *
digest_of (double pace)
{
  g_auto (Town) town = { NULL };

  town_init (&town, NOON);
  begin (&town, pace, TRUE);
  live (&town, 5 * MINUTE, NULL);
  return digest (&town);
}

static void
test_same (void)
{
  g_autofree char *first = digest_of (60);
  g_autofree char *second = digest_of (60);
  g_autofree char *other = digest_of (61);

  g_assert_cmpuint (strlen (first), >, 100000);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, !=, other);
}

/* What was open when the hub ended, and before it ever ran, is closed at last, but what a client
 * has begun is the client's. */
static void
test_restart (void)
{
  g_auto (Town) town = { NULL };

  town_init (&town, NOON);
  change (&town, "INSERT INTO interaction (id, contact, adviser, channel, direction, began_at,"
                 " state, seq, updated_at) SELECT '9c8b7a69-5847-4362-9151-403f2e1d0c0b', contact,"
                 " adviser, 'email', 'in', began_at, 'open', 1000000, updated_at FROM interaction"
                 " WHERE adviser IS NOT NULL LIMIT 1");
  change (&town, "UPDATE meta SET value = 1000000 WHERE key = 'seq'");
  forbid (&town);
  begin (&town, 20, TRUE);
  live (&town, 20 * MINUTE, NULL);
  town_close (&town);
  town_open (&town);
  change (&town, "CREATE TABLE found AS SELECT id, state FROM interaction WHERE state <> 'closed'"
                 " AND id GLOB 'in_*'");
  assert_some (&town, "found WHERE state = 'waiting'");
  assert_some (&town, "found WHERE state = 'open'");
  begin (&town, 20, TRUE);
  check_presence (&town);
  live (&town, 6 * HOUR, NULL);
  assert_none (&town, "interaction WHERE state <> 'closed' AND id IN (SELECT id FROM found)");
  g_assert_cmpint (number (&town, "SELECT count (*) FROM interaction WHERE state = 'open'"
                                  " AND id NOT GLOB 'in_*'"),
                   ==, 1);
  check_rows (&town);
}

/* Whoever takes a chat has it: nobody of the day writes in it any more. */
static void
test_somebody_else (void)
{
  g_auto (Town) town = { NULL };

  town_init (&town, NOON);
  begin (&town, 4, TRUE);
  while (number (&town, "SELECT count (*) FROM interaction WHERE " BORN " AND channel = 'chat'"
                        " AND state = 'waiting'") == 0)
    live (&town, 1000, NULL);
  change (&town, "CREATE TABLE theirs AS SELECT id FROM interaction WHERE " BORN
                 " AND channel = 'chat' AND state = 'waiting' LIMIT 1");
  change (&town,
          "UPDATE interaction SET state = 'open', revision = revision + 1, adviser ="
          " (SELECT id FROM adviser WHERE login = 'ida') WHERE id = (SELECT id FROM theirs)");
  change (&town, "CREATE TABLE said AS SELECT count (*) AS n FROM message WHERE interaction ="
                 " (SELECT id FROM theirs)");
  live (&town, 50 * 1000, NULL);
  assert_none (&town, "interaction WHERE id = (SELECT id FROM theirs) AND state <> 'open'");
  g_assert_cmpint (number (&town, "SELECT count (*) FROM message WHERE interaction ="
                                  " (SELECT id FROM theirs)"),
                   ==, number (&town, "SELECT n FROM said"));
}

static void
test_night (void)
{
  g_auto (Town) town = { NULL };

  town_init (&town, NIGHT);
  begin (&town, 20, FALSE);
  assert_none (&town, "presence WHERE state NOT IN ('offline', 'busy')");
  live (&town, HOUR, NULL);
  assert_none (&town, "interaction WHERE " BORN " AND channel = 'call'");
  assert_some (&town, "interaction WHERE " BORN " AND channel = 'email' AND state = 'waiting'");
  assert_none (&town, "message WHERE id GLOB 'ms_d*' AND author = 'adviser'");
}

/* At the highest pace for a long time, what is remembered does not grow: see live(). What the
 * machine slept through is not caught up with. */
static void
test_fast_and_asleep (void)
{
  g_auto (Town) town = { NULL };
  gint64 before;

  town_init (&town, NOON);
  begin (&town, 1000, TRUE);
  live (&town, 6 * MINUTE, NULL);
  check_rows (&town);
  before = number (&town, "SELECT count (*) FROM interaction");
  town.clock += 8 * HOUR;
  live (&town, 100, NULL);
  g_assert_cmpint (number (&town, "SELECT count (*) FROM interaction"), <, before + 30);
  town.clock -= HOUR;
  live (&town, 2000, NULL);
  check_rows (&town);
}

/* What one status of all statements of the connection has counted since it was asked last; @told:
 * those that may count. */
static void
assert_uncounted (Town *town, int status, const char *told)
{
  sqlite3_stmt *any = diapason_hub_database_ask (town->database, "SELECT 1", "");
  sqlite3 *handle = sqlite3_db_handle (any);

  for (sqlite3_stmt *s = sqlite3_next_stmt (handle, NULL); s != NULL;
       s = sqlite3_next_stmt (handle, s))
    {
      int n = sqlite3_stmt_status (s, status, TRUE);

      if (n > 0 && told != NULL && strstr (sqlite3_sql (s), told) == NULL)
        g_error ("%d of status %d: %s", n, status, sqlite3_sql (s));
    }
}

/* However large the company is, nothing of the day goes through a whole table, or sorts one; the
 * staff is read once. */
static void
test_no_scan (void)
{
  g_auto (Town) town = { NULL };

  town_init (&town, NOON);
  assert_uncounted (&town, SQLITE_STMTSTATUS_FULLSCAN_STEP, NULL);
  assert_uncounted (&town, SQLITE_STMTSTATUS_SORT, NULL);
  begin (&town, 60, TRUE);
  live (&town, 10 * MINUTE, NULL);
  assert_uncounted (&town, SQLITE_STMTSTATUS_FULLSCAN_STEP, " FROM adviser");
  assert_uncounted (&town, SQLITE_STMTSTATUS_SORT, "nothing");
}

/* What cannot be written is told, and after a while the day goes on with what is in the file. */
static void
test_failure (void)
{
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_auto (Town) town = { NULL };
  gint64 before;

  town_init (&town, NOON);
  begin (&town, 60, TRUE);
  live (&town, MINUTE, NULL);
  change (&town, "CREATE TRIGGER full BEFORE INSERT ON interaction BEGIN SELECT raise (ABORT,"
                 " 'no room'); END");
  before = number (&town, "SELECT count (*) FROM interaction");
  live (&town, 2 * MINUTE, NULL);
  g_assert_cmpint (number (&town, "SELECT count (*) FROM interaction"), ==, before);
  change (&town, "DROP TRIGGER full");
  live (&town, 40 * 1000, NULL);
  check_presence (&town);
  live (&town, 2 * MINUTE, check_presence);
  g_assert_cmpint (number (&town, "SELECT count (*) FROM interaction"), >, before + 20);
  check_rows (&town);
  g_log_set_always_fatal (fatal);
}

static void
test_nobody (void)
{
  g_auto (Town) town = { NULL };

  town_init (&town, NOON);
  change (&town, "UPDATE adviser SET deleted = 1");
  begin (&town, 60, TRUE);
  g_assert_cmpint (diapason_hub_day_go_on (town.day), ==, G_MAXINT64);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hub/day/hour", test_hour);
  g_test_add_func ("/hub/day/first-minute", test_first_minute);
  g_test_add_func ("/hub/day/same", test_same);
  g_test_add_func ("/hub/day/restart", test_restart);
  g_test_add_func ("/hub/day/somebody-else", test_somebody_else);
  g_test_add_func ("/hub/day/night", test_night);
  g_test_add_func ("/hub/day/fast-and-asleep", test_fast_and_asleep);
  g_test_add_func ("/hub/day/no-scan", test_no_scan);
  g_test_add_func ("/hub/day/failure", test_failure);
  g_test_add_func ("/hub/day/nobody", test_nobody);
  return g_test_run ();
}
