/* test-company-voice.c: what the customers of the invented company answer to its survey, and what
 * they do in its shop and its stores, held against the contacts they had. */
#include "company-fixture.h"

#define PERCENT(of, table) "SELECT sum(" of ") * 100 / count(*) FROM " table

/* Answers whose contact is known, with it. */
#define ANSWERS "feedback f JOIN interaction i ON i.id = f.interaction "

/* Those of the shop whose customer number is known, with the rows the platform has of them. */
#define KNOWN                                                                                      \
  "shop_account a JOIN contact t ON t.crm_customer = a.crm_customer "                              \
  "JOIN interaction i ON i.contact = t.id AND i.direction = 'in' "

#define DAY "86400000"

/* No word that the schema does not know, and no reference that leads nowhere. */
static void
test_sound (void)
{
  sqlite3_stmt *check = prepare (made, "PRAGMA integrity_check");

  g_assert_cmpint (sqlite3_step (check), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (check, 0), ==, "ok");
  sqlite3_finalize (check);
  check = prepare (made, "PRAGMA foreign_key_check");
  g_assert_cmpint (sqlite3_step (check), ==, SQLITE_DONE);
  sqlite3_finalize (check);
}

static void
test_counts (void)
{
  assert_many ("feedback", 1500);
  g_assert_cmpint (number (made, "SELECT sum(answered) FROM survey_count"), ==,
                   number (made, "SELECT count(*) FROM feedback"));
  assert_none ("survey_count s WHERE answered <> (SELECT count(*) FROM feedback f WHERE "
               "f.wave = s.wave AND f.adviser = s.adviser AND f.channel = s.channel)");
  assert_none ("survey_count WHERE asked < 1 OR asked < answered");
  assert_none ("survey_count WHERE id <> wave || ':' || adviser || ':' || channel");
  assert_between (27, "SELECT sum(answered) * 100 / sum(asked) FROM survey_count", 37);
  /* Everybody is asked whose contact somebody saw to. */
  assert_between (96,
                  "SELECT sum(asked) * 100 / (SELECT count(*) FROM interaction "
                  "WHERE solved IS NOT NULL) FROM survey_count",
                  100);
}

static void
test_waves (void)
{
  g_assert_cmpint (number (made, "SELECT count(*) FROM survey_wave"), ==, 13);
  assert_none ("survey_wave w WHERE begins <> substr (id, 2) || '-01' OR "
               "ends <> date (begins, '+1 month', '-1 day')");
  assert_none ("survey_wave w WHERE NOT EXISTS (SELECT 1 FROM survey_count WHERE wave = w.id)");
  assert_none ("feedback f JOIN survey_wave w ON w.id = f.wave WHERE "
               "date (asked_at / 1000, 'unixepoch', '+2 hours') NOT BETWEEN begins AND ends AND "
               "date (asked_at / 1000, 'unixepoch', '+1 hours') NOT BETWEEN begins AND ends");
}

static void
test_permission (void)
{
  assert_between (17, PERCENT ("permission = 'no'", "feedback"), 23);
  assert_between (12, PERCENT ("permission = 'anonymous'", "feedback"), 18);
  assert_none ("feedback WHERE permission = 'anonymous' AND (contact IS NOT NULL OR "
               "crm_customer IS NOT NULL OR interaction IS NOT NULL OR asked_at IS NOT NULL)");
  assert_none ("feedback WHERE permission <> 'anonymous' AND (contact IS NULL OR "
               "interaction IS NULL OR asked_at IS NULL)");
  assert_none ("feedback WHERE (permission = 'yes') <> (permission_by IS NOT NULL) OR "
               "(permission = 'yes') <> (permission_until IS NOT NULL)");
  assert_none ("feedback WHERE permission_until <= date (answered_at / 1000, 'unixepoch')");
  assert_none ("feedback f WHERE permission_by = 'email' AND crm_customer IS NOT NULL AND "
               "NOT EXISTS (SELECT 1 FROM contact_point p WHERE p.customer = f.crm_customer AND "
               "p.kind = 'email')");
  assert_between (35, PERCENT ("permission_by = 'phone'", "feedback WHERE permission = 'yes'"), 80);
}

/* An answer belongs to its contact, and comes days after it. */
static void
test_contacts (void)
{
  assert_none (ANSWERS "WHERE f.contact <> i.contact OR f.adviser <> i.adviser OR "
                       "f.channel <> i.channel OR i.solved IS NULL");
  assert_none ("feedback f JOIN contact t ON t.id = f.contact WHERE "
               "f.crm_customer IS NOT t.crm_customer");
  assert_none (ANSWERS "WHERE asked_at <= ended_at OR answered_at <= asked_at");
  assert_none (ANSWERS "WHERE answered_at - ended_at NOT BETWEEN " DAY " AND 6 * " DAY);
  assert_none ("feedback WHERE answered_at > 1763164800000 OR updated_at < answered_at");
  assert_none ("(SELECT count(*) AS n FROM feedback WHERE interaction IS NOT NULL "
               "GROUP BY interaction) WHERE n > 1");
  assert_none ("feedback f JOIN customer c ON c.id = f.crm_customer WHERE "
               "f.language <> c.language");
  assert_none ("(VALUES ('fr'), ('it'), ('en')) AS l WHERE "
               "(SELECT count(*) FROM feedback WHERE language = l.column1) < 150");
}

static void
test_scores (void)
{
  assert_between (80, "SELECT avg(recommend) * 10 FROM " ANSWERS "WHERE solved = 'yes'", 95);
  assert_between (45, "SELECT avg(recommend) * 10 FROM " ANSWERS "WHERE solved = 'partly'", 70);
  assert_between (10, "SELECT avg(recommend) * 10 FROM " ANSWERS "WHERE solved = 'no'", 38);
  assert_none (ANSWERS "WHERE i.reason = 'praise' AND recommend < 9");
  assert_none ("feedback f WHERE (SELECT count(*) FROM feedback_score WHERE feedback = f.id) < 2");
  assert_none (
      "feedback_score s JOIN feedback f ON f.id = s.feedback WHERE "
      "s.id <> f.id || ':' || criterion OR score > scale OR s.updated_at <> answered_at OR "
      "scale <> CASE criterion WHEN 'effort' THEN 7 WHEN 'solved' THEN 1 ELSE 5 END");
  assert_none ("feedback_score s JOIN feedback f ON f.id = s.feedback JOIN interaction i ON "
               "i.id = f.interaction WHERE criterion = 'solved' AND ((score = 1 AND "
               "i.solved = 'no') OR (score = 0 AND i.solved = 'yes'))");
  g_assert_cmpint (number (made, "SELECT count(DISTINCT criterion) FROM feedback_score"), ==, 6);
}

/* What is good is closed at once; what is bad when somebody has seen to it. */
static void
test_states (void)
{
  assert_many ("feedback WHERE state = 'open'", 8);
  assert_between (0, PERCENT ("state = 'open'", "feedback"), 4);
  assert_none ("feedback WHERE state = 'open' AND recommend > 6");
  assert_between (40,
                  PERCENT ("state = 'open'", "feedback WHERE recommend <= 6 AND "
                                             "answered_at > 1763164800000 - 2 * " DAY),
                  100);
  assert_between (0,
                  PERCENT ("state = 'open'", "feedback WHERE recommend <= 6 AND "
                                             "answered_at < 1763164800000 - 10 * " DAY),
                  5);
  assert_none ("feedback WHERE (revision = 1) <> (updated_at = answered_at)");
}

static void
test_words (void)
{
  assert_between (15, PERCENT ("text IS NULL", "feedback"), 30);
  assert_none ("feedback WHERE text = '' OR text GLOB '*[[{|}]*' OR text LIKE '%]%'");
  assert_many ("(SELECT DISTINCT text FROM feedback WHERE text IS NOT NULL)", 900);
  assert_many ("feedback WHERE length (text) < 15", 50);
  assert_many ("feedback WHERE length (text) > 220", 30);
  assert_many ("feedback WHERE text = upper (text) AND text <> lower (text)", 10);
  assert_none ("feedback WHERE recommend <= 3 AND (text LIKE '%merci%' OR text LIKE '%parfait%' OR "
               "text LIKE '%grazie%' OR text LIKE '%perfett%' OR text LIKE '%excellent%' OR "
               "text LIKE '%thank you%')");
  assert_none ("feedback WHERE recommend >= 9 AND (text LIKE '%une honte%' OR "
               "text LIKE '%vergogna%' OR text LIKE '%disgrace%' OR text LIKE '%useless%')");
  /* Nobody is named. */
  assert_none ("feedback f JOIN adviser a ON a.id = f.adviser WHERE instr (f.text, a.name) > 0");
}

/* The shop ----------------------------------------------------------------------------------- */

static void
test_accounts (void)
{
  assert_between (55, "SELECT count(*) * 100 / 2000 FROM shop_account", 68);
  assert_none ("(SELECT count(*) AS n FROM shop_account WHERE crm_customer IS NOT NULL "
               "GROUP BY crm_customer) WHERE n > 1");
  assert_between (20, PERCENT ("crm_customer IS NULL", "shop_account"), 40);
  /* Most without a number are told by name and address. */
  assert_between (70,
                  "SELECT count(DISTINCT a.id) * 100 / (SELECT count(*) FROM shop_account WHERE "
                  "crm_customer IS NULL) FROM shop_account a JOIN contact_point p ON "
                  "lower (p.value) = lower (a.email) JOIN customer c ON c.id = p.customer WHERE "
                  "a.crm_customer IS NULL AND a.name = trim (c.given_name || ' ' || c.family_name)",
                  98);
  assert_none ("shop_account a JOIN customer c ON c.id = a.crm_customer WHERE "
               "a.name <> trim (c.given_name || ' ' || c.family_name)");
}

static void
test_visits (void)
{
  assert_none ("shop_visit WHERE ended_at <= began_at OR updated_at <> ended_at");
  assert_none ("shop_visit v JOIN article a ON a.id = v.article WHERE a.topic <> v.topic");
  assert_none ("shop_visit WHERE topic NOT IN (SELECT reason FROM interaction WHERE reason "
               "IS NOT NULL) OR searched = '' OR searched GLOB '*[[{|}]*'");
  assert_none ("shop_visit v JOIN shop_account a ON a.id = v.account JOIN customer c ON "
               "c.id = a.crm_customer JOIN article k ON k.id = v.article WHERE "
               "k.language <> c.language");
  assert_between (55, PERCENT ("searched IS NOT NULL", "shop_visit"), 90);
}

/* Who does not find it turns to the house within a day, about the same; who does, does not. */
static void
test_self_service (void)
{
  assert_between (50,
                  "SELECT count(DISTINCT v.id) * 100 / (SELECT count(*) FROM shop_visit v JOIN "
                  "shop_account a ON a.id = v.account WHERE found = 'no' AND "
                  "a.crm_customer IS NOT NULL) FROM " KNOWN
                  "JOIN shop_visit v ON v.account = a.id AND v.found = 'no' AND "
                  "i.began_at BETWEEN v.ended_at AND v.ended_at + " DAY
                  " AND coalesce (i.reason, v.topic) = v.topic",
                  100);
  assert_none (KNOWN "JOIN shop_visit v ON v.account = a.id AND v.found = 'yes' AND "
                     "i.began_at BETWEEN v.ended_at AND v.ended_at + " DAY);
  assert_many ("shop_visit WHERE found = 'yes'", 300);
  assert_between (10,
                  "SELECT count(*) * 100 / (SELECT count(*) FROM interaction WHERE "
                  "direction = 'in') FROM shop_visit WHERE found = 'no' OR found IS NULL",
                  30);
}

/* Crossed, for the planner to begin with the orders. */
#define NAMED                                                                                      \
  "shop_order o CROSS JOIN shop_account a ON a.id = o.account CROSS JOIN contact t ON "            \
  "t.crm_customer = a.crm_customer CROSS JOIN interaction i ON i.contact = t.id "                  \
  "CROSS JOIN message m ON m.interaction = i.id AND instr (m.body, o.number) > 0 WHERE "

static void
test_orders (void)
{
  assert_many ("shop_order", 1000);
  assert_none ("shop_order WHERE (state IN ('placed', 'sent')) <> (ended_at IS NULL)");
  assert_none ("shop_order WHERE ended_at <= placed_at OR total < 1000 OR "
               "items NOT LIKE '_ × %' OR updated_at < placed_at");
  assert_none ("shop_order o JOIN shop_account a ON a.id = o.account JOIN customer c ON "
               "c.id = a.crm_customer WHERE o.currency <> iif (c.country = 'GB', 'GBP', 'EUR')");
  g_assert_cmpint (number (made, "SELECT count(DISTINCT number) FROM shop_order"), ==,
                   number (made, "SELECT count(*) FROM shop_order"));
  assert_between (80, PERCENT ("state = 'delivered'", "shop_order WHERE ended_at IS NOT NULL"), 95);
  /* Customers speak of them by their numbers, once they have placed them. */
  assert_many (NAMED "o.placed_at < m.at", 50);
  assert_none (NAMED "o.placed_at >= m.at");
}

static void
test_stores (void)
{
  assert_many ("store_visit", 100);
  assert_none ("store_visit WHERE store NOT IN (SELECT name FROM unit WHERE kind = 'agency')");
  assert_none ("store_visit WHERE ended_at <= began_at OR note = '' OR note GLOB '*[[{|}]*'");
  assert_none ("store_visit s JOIN shop_account a ON a.id = s.account JOIN customer c ON "
               "c.id = a.crm_customer JOIN unit u ON u.id = c.unit WHERE s.store <> u.name");
  assert_none ("store_visit WHERE strftime ('%w', began_at / 1000, 'unixepoch') = '0'");
}

static void
test_reviews (void)
{
  assert_between (20, "SELECT count(*) * 1000 / (SELECT count(*) FROM shop_order) FROM review", 50);
  assert_between (12, PERCENT ("account IS NULL", "review"), 40);
  assert_none ("review WHERE author = '' OR title = '' OR text = '' OR "
               "title || text GLOB '*[[{|}]*'");
  assert_none ("review r WHERE account IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shop_order o "
               "WHERE o.account = r.account AND instr (o.items, r.about) > 0 AND "
               "o.placed_at < r.posted_at)");
  assert_none ("review WHERE state = 'open' AND stars > 2");
  assert_none ("review WHERE posted_at > 1763164800000");
  g_assert_cmpint (number (made, "SELECT count(DISTINCT language) FROM review"), ==, 3);
}

/* A company whose time ends at noon knows nothing of the afternoon. */
static void
test_cut (void)
{
  g_autofree char *path = make ("noon", 600, 20, 7, NOON);
  sqlite3 *night = made;

  made = open_company (path);
  assert_many ("feedback", 10);
  assert_none ("feedback WHERE answered_at > 1763112600000 OR asked_at > 1763112600000");
  assert_none ("shop_visit WHERE ended_at > 1763112600000");
  assert_none ("shop_order WHERE placed_at > 1763112600000 OR ended_at > 1763112600000");
  assert_none ("store_visit WHERE ended_at > 1763112600000");
  assert_none ("shop_account WHERE updated_at > 1763112600000");
  g_assert_cmpint (number (made, "SELECT sum(answered) FROM survey_count"), ==,
                   number (made, "SELECT count(*) FROM feedback"));
  sqlite3_close (made);
  made = night;
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  int status;

  company_fixture_begin (argc, argv);
  g_test_init (&argc, &argv, NULL);
  path = make ("year", 2000, 365, 7, NIGHT);
  made = open_company (path);
  g_test_add_func ("/company-voice/sound", test_sound);
  g_test_add_func ("/company-voice/counts", test_counts);
  g_test_add_func ("/company-voice/waves", test_waves);
  g_test_add_func ("/company-voice/permission", test_permission);
  g_test_add_func ("/company-voice/contacts", test_contacts);
  g_test_add_func ("/company-voice/scores", test_scores);
  g_test_add_func ("/company-voice/states", test_states);
  g_test_add_func ("/company-voice/words", test_words);
  g_test_add_func ("/company-voice/accounts", test_accounts);
  g_test_add_func ("/company-voice/visits", test_visits);
  g_test_add_func ("/company-voice/self-service", test_self_service);
  g_test_add_func ("/company-voice/orders", test_orders);
  g_test_add_func ("/company-voice/stores", test_stores);
  g_test_add_func ("/company-voice/reviews", test_reviews);
  g_test_add_func ("/company-voice/cut", test_cut);
  status = g_test_run ();
  company_fixture_end ();
  return status;
}
