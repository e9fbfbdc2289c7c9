/* test-company.c: the invented company as a file: the same bytes each time, rows that fit together,
 * nobody's names, numbers and addresses, and memory that does not grow with it. */
#include "company-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define CUSTOMERS 2000
#define DAYS      90

#ifdef DIAPASON_SANITIZED
#define SANITIZED TRUE
#else
#define SANITIZED FALSE
#endif

static void
test_same_bytes (void)
{
  g_autofree char *path = path_of ("made");
  g_autofree char *first = digest (path);
  g_autofree char *again = make_elsewhere ("again", CUSTOMERS, DAYS, 7, NIGHT);
  g_autofree char *seeded = make ("seeded", CUSTOMERS, DAYS, 8, NIGHT);
  g_autofree char *shorter = make ("shorter", CUSTOMERS, DAYS - 1, 7, NIGHT);
  g_autofree char *second = digest (again);
  g_autofree char *third = digest (seeded);
  g_autofree char *fourth = digest (shorter);

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, !=, third);
  g_assert_cmpstr (first, !=, fourth);
}

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
  assert_many ("sqlite_master WHERE type = 'index' AND sql IS NOT NULL", 18);
  g_assert_cmpint (number (made, "SELECT value FROM meta WHERE key = 'until'"), ==, NIGHT);
}

/* A select of what all rows have that a source serves. Returns: (transfer full). */
static char *
all_rows (void)
{
  sqlite3_stmt *tables =
      prepare (made, "SELECT group_concat ('SELECT seq, updated_at, revision FROM ' || t.name, "
                     "' UNION ALL ') FROM sqlite_master t, pragma_table_info (t.name) c "
                     "WHERE t.type = 'table' AND c.name = 'seq'");
  char *sql = NULL;

  if (sqlite3_step (tables) == SQLITE_ROW)
    sql = g_strdup ((const char *) sqlite3_column_text (tables, 0));
  sqlite3_finalize (tables);
  return sql;
}

static gint64
of_all_rows (const char *what)
{
  g_autofree char *rows = all_rows ();
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM (%s)", what, rows);

  return number (made, sql);
}

static void
test_order (void)
{
  gint64 last = number (made, "SELECT value FROM meta WHERE key = 'seq'");

  g_assert_cmpint (of_all_rows ("count(*)"), ==, last);
  g_assert_cmpint (of_all_rows ("count(DISTINCT seq)"), ==, last);
  g_assert_cmpint (of_all_rows ("max(seq)"), ==, last);
  g_assert_cmpint (of_all_rows ("max(updated_at)"), <=, NIGHT);
  g_assert_cmpint (of_all_rows ("min(revision)"), ==, 1);
}

static void
test_proportions (void)
{
  g_assert_cmpint (number (made, "SELECT count(*) FROM customer"), ==, CUSTOMERS);
  assert_between (60, "SELECT count(*) * 100 / 2000 FROM interaction", 95);
  assert_between (60,
                  "SELECT count(*) * 100 / (SELECT count(*) FROM contact) FROM contact "
                  "WHERE crm_customer IS NOT NULL",
                  72);
  assert_between (28, "SELECT count(*) * 100 / 2000 FROM customer WHERE household IS NOT NULL", 40);
  assert_between (62,
                  "SELECT sum(state = 'kept') * 100 / count(*) FROM promise "
                  "WHERE due_at < 1763164800000",
                  78);
  assert_between (25, "SELECT max(n) FROM (SELECT count(*) AS n FROM interaction GROUP BY contact)",
                  150);
  assert_between (38, "SELECT sum(country = 'FR') * 100 / 2000 FROM customer", 62);
  assert_many ("customer WHERE birth_date IS NULL", 100);
  assert_many ("customer WHERE given_name = ''", 5);
  assert_many ("customer WHERE length (family_name) > 24", 3);
  assert_many ("contact_point WHERE deleted = 1", 5);
  assert_many ("contract WHERE deleted = 1", 1);
  assert_many ("interaction WHERE ended_at IS NULL", 3);
  assert_many ("(SELECT DISTINCT reason FROM interaction WHERE reason IS NOT NULL)", 12);
}

#define UNTIL_MS       "1763164800000" /* the end of the company's time */
#define DAYS_BEFORE(n) "(" UNTIL_MS " - " #n " * 86400000)"

/* She whom everybody signs in as who tries the program has figures that say something, and no
 * promise that has been late for weeks. */
static void
test_first_adviser (void)
{
  assert_between (40,
                  "SELECT count(*) FROM feedback JOIN adviser a ON a.id = adviser "
                  "WHERE a.login = 'amina' AND answered_at > " DAYS_BEFORE (30),
                  80);
  assert_between (60,
                  "SELECT sum(state = 'kept') * 100 / count(*) FROM promise "
                  "JOIN adviser a ON a.id = adviser "
                  "WHERE a.login = 'amina' AND closed_at > " DAYS_BEFORE (90),
                  90);
  assert_between (1,
                  "SELECT count(*) FROM promise JOIN adviser a ON a.id = adviser "
                  "WHERE a.login = 'amina' AND state = 'open' AND due_at < " UNTIL_MS,
                  12);
  assert_none ("promise WHERE state = 'open' AND due_at < " DAYS_BEFORE (21));
}

static void
test_staff (void)
{
  assert_many ("adviser", 12);
  assert_none ("adviser a WHERE NOT EXISTS (SELECT 1 FROM presence WHERE id = a.id)");
  assert_none ("unit t WHERE kind = 'team' AND 1 <> (SELECT count(*) FROM adviser "
               "WHERE unit = t.id AND role = 'lead')");
  assert_none ("unit u JOIN unit p ON p.id = u.parent WHERE (u.kind, p.kind) NOT IN "
               "(VALUES ('agency', 'region'), ('team', 'agency'))");
  g_assert_cmpint (number (made, "SELECT count(*) FROM adviser a JOIN adviser i ON i.unit = a.unit "
                                 "JOIN unit t ON t.id = a.unit JOIN unit g ON g.id = t.parent "
                                 "WHERE a.login = 'amina' AND a.name LIKE 'Amina B%' AND "
                                 "a.language = 'fr' AND a.role = 'adviser' AND "
                                 "i.login = 'ida' AND i.role = 'lead' AND g.name = 'Lyon'"),
                   ==, 1);
  assert_many ("interaction i JOIN adviser a ON a.id = i.adviser WHERE a.login = 'amina'", 20);
}

static void
test_households (void)
{
  assert_none ("customer a JOIN customer b ON a.household = b.household WHERE "
               "a.street <> b.street OR a.postcode <> b.postcode OR a.city <> b.city");
  assert_none ("relation r WHERE NOT EXISTS (SELECT 1 FROM relation b WHERE "
               "b.customer = r.other AND b.other = r.customer AND (b.kind = r.kind OR "
               "(b.kind, r.kind) IN (VALUES ('parent', 'child'), ('child', 'parent'))))");
  assert_none ("relation r JOIN customer a ON a.id = r.customer JOIN customer b ON b.id = r.other "
               "WHERE a.household IS NOT b.household");
  assert_many ("relation r JOIN customer a ON a.id = r.customer JOIN customer b ON b.id = r.other "
               "WHERE r.kind = 'child' AND a.given_name = b.given_name AND "
               "a.family_name = b.family_name AND a.birth_date < b.birth_date",
               3);
  assert_none ("customer WHERE birth_date > (SELECT date (value / 1000, 'unixepoch', '-18 years') "
               "FROM meta WHERE key = 'until')");
  assert_none ("(SELECT customer, count(*) AS n, sum(preferred) AS p FROM contact_point "
               "GROUP BY customer) WHERE n > 4 OR p <> 1");
  g_assert_cmpint (number (made, "SELECT count(DISTINCT customer) FROM contact_point"), ==,
                   CUSTOMERS);
}

static void
test_contracts (void)
{
  assert_none ("(SELECT count(*) AS n FROM contract GROUP BY customer) WHERE n > 3");
  assert_none ("contract k JOIN customer c ON c.id = k.customer WHERE k.currency <> "
               "iif (c.country = 'GB', 'GBP', 'EUR')");
  assert_none ("contract k JOIN customer c ON c.id = k.customer WHERE k.begins < c.since OR "
               "k.ends < k.begins OR (k.status = 'ended') <> (k.ends IS NOT NULL)");
  g_assert_cmpint (number (made, "SELECT count(DISTINCT number) FROM contract"), ==,
                   number (made, "SELECT count(*) FROM contract"));
}

static void
test_contacts (void)
{
  /* What the client has to find by itself. */
  assert_many (
      "contact t JOIN contact_point p ON lower (p.value) = lower (t.email) JOIN customer c "
      "ON c.id = p.customer WHERE t.crm_customer IS NULL AND lower (t.display_name) IN "
      "(lower (c.given_name || ' ' || c.family_name), "
      "lower (c.family_name || ' ' || c.given_name))",
      25);
  assert_many ("contact WHERE crm_customer IS NULL AND phone IS NOT NULL AND email IS NULL AND "
               "display_name IS NOT NULL",
               25);
  assert_many ("contact WHERE display_name IS NULL AND email IS NULL AND phone IS NOT NULL", 3);
  assert_none ("contact WHERE phone IS NULL AND email IS NULL");
  assert_many ("contact a JOIN contact b ON a.display_name = b.display_name WHERE a.email IS NULL "
               "AND b.phone IS NULL",
               10);
  assert_many ("contact t JOIN interaction i ON i.contact = t.id WHERE t.crm_customer IS NULL AND "
               "i.channel = 'chat'",
               10);
}

static void
test_interactions (void)
{
  assert_none ("interaction WHERE ended_at < began_at OR began_at > updated_at");
  assert_none ("interaction WHERE (state = 'closed') <> (ended_at IS NOT NULL)");
  assert_none (
      "interaction WHERE ended_at IS NULL AND (summary IS NOT NULL OR solved IS NOT NULL)");
  assert_none ("interaction WHERE state = 'waiting' AND EXISTS (SELECT 1 FROM message m "
               "WHERE m.interaction = interaction.id AND m.author = 'adviser')");
  assert_none ("message m JOIN interaction i ON i.id = m.interaction WHERE m.at < i.began_at OR "
               "m.at > coalesce (i.ended_at, 1763164800000)");
  assert_none ("message WHERE (author = 'adviser') <> (adviser IS NOT NULL)");
  assert_none ("message WHERE kind = 'note' AND author <> 'adviser'");
  assert_none ("interaction i JOIN customer c JOIN contact t ON t.id = i.contact AND "
               "c.id = t.crm_customer WHERE date (i.began_at / 1000, 'unixepoch') < c.since");
  assert_many ("interaction WHERE channel = 'chat' AND adviser IS NULL AND state = 'closed'", 10);
  assert_between (4,
                  "SELECT max(n) FROM (SELECT count(*) AS n FROM message m JOIN interaction i "
                  "ON i.id = m.interaction WHERE channel = 'chat' GROUP BY i.id)",
                  20);
}

static void
test_promises (void)
{
  assert_none ("promise q JOIN interaction i ON i.id = q.interaction JOIN contact t ON "
               "t.id = i.contact WHERE t.crm_customer <> q.customer");
  assert_none ("promise q LEFT JOIN interaction i ON i.id = q.interaction WHERE i.id IS NULL OR "
               "q.adviser IS NOT i.adviser OR q.made_at <> i.ended_at OR q.due_at <= q.made_at");
  assert_none ("promise WHERE (state = 'open') <> (closed_at IS NULL)");
  assert_none ("promise WHERE state = 'kept' AND closed_at > due_at");
  assert_none ("promise WHERE state IN ('late', 'broken') AND closed_at <= due_at");
  assert_many ("promise WHERE state = 'broken'", 10);
  assert_many ("promise WHERE state = 'late'", 10);
  assert_many ("promise WHERE state = 'open'", 10);
  assert_many ("promise WHERE state = 'withdrawn'", 5);
  /* The customer remembers: the words of the promise, or its day. */
  assert_many ("message m WHERE author = 'customer' AND EXISTS (SELECT 1 FROM promise q JOIN "
               "interaction i ON i.id = m.interaction JOIN contact t ON t.id = i.contact WHERE "
               "q.customer = t.crm_customer AND q.due_at < m.at AND "
               "m.body LIKE '%' || substr (q.text, 2) || '%')",
               2);
}

/* Few have any, nobody is noted with more than is known, and no hold ends before it was said. */
static void
test_facts (void)
{
  assert_between (8, "SELECT count(DISTINCT customer) * 100 / 2000 FROM customer_fact", 30);
  assert_none ("customer_fact WHERE note = '' OR note GLOB '*[{|}]*' OR note IS NULL");
  assert_none ("customer_fact WHERE (kind = 'need') <> (consent IS NOT NULL)");
  assert_none ("customer_fact WHERE (consent IS 1) <> (consent_at IS NOT NULL) OR"
               " (consent_at IS NULL) <> (consent_by IS NULL) OR consent_at > said_at");
  assert_none ("customer_fact WHERE (kind = 'churn_risk') <> (maker = 'model') OR"
               " maker_name IS NULL");
  assert_none ("customer_fact f JOIN customer c ON c.id = f.customer WHERE"
               " date (f.said_at / 1000, 'unixepoch') < c.since OR"
               " f.until <= date (f.said_at / 1000, 'unixepoch')");
  assert_many ("(SELECT DISTINCT value FROM customer_fact WHERE kind = 'need')", 5);
  assert_many ("(SELECT DISTINCT value FROM customer_fact WHERE kind = 'churn_risk')", 3);
  assert_many ("customer_fact WHERE consent = 0", 5);
  assert_many ("customer_fact WHERE kind = 'marketing_hold' AND until IS NULL", 3);
  assert_none ("adviser a WHERE 3 <> (SELECT count(*) FROM presence_channel c JOIN presence p ON"
               " p.id = c.presence WHERE p.id = a.id AND c.state = p.state)");
}

/* Only what stands after "(0)", and of the rest the digits. */
static char *
digits_of (const char *value)
{
  const char *trunk = strstr (value, "(0)");
  GString *digits = g_string_new (NULL);

  for (const char *c = trunk != NULL ? trunk + 3 : value; *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      g_string_append_c (digits, *c);
  return g_string_free (digits, FALSE);
}

static gboolean
is_fiction (const char *country, const char *digits)
{
  static const char *const french[] = {
    "19900", "26191", "35301", "46571", "53649", "63998", NULL
  };
  static const char *const british[] = { "7700900", "2079460", "1632960", "1134960",
                                         "1174960", "1214960", "1314960", "1414960",
                                         "1614960", "2920180", NULL };
  gboolean france = g_str_equal (country, "FR");
  const char *const *ranges = france ? french : british;
  gsize length = strlen (digits), wanted = france ? 9 : 10;

  for (; length >= wanted && *ranges != NULL; ranges++)
    if (g_str_has_prefix (digits + length - wanted, *ranges))
      return TRUE;
  return FALSE;
}

static void
test_numbers (void)
{
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *points = prepare (made, "SELECT p.value, c.country, c.household FROM contact_point "
                                        "p JOIN customer c ON c.id = p.customer "
                                        "WHERE p.kind IN ('phone', 'mobile')");
  guint shared = 0;

  while (sqlite3_step (points) == SQLITE_ROW)
    {
      const char *value = (const char *) sqlite3_column_text (points, 0);
      const char *country = (const char *) sqlite3_column_text (points, 1);
      const char *household = (const char *) sqlite3_column_text (points, 2);
      g_autofree char *digits = digits_of (value);

      if (!g_str_equal (country, "IT") && !g_str_equal (country, "IE") &&
          !is_fiction (country, digits))
        g_error ("“%s” may belong to somebody in %s", value, country);
      if (household != NULL)
        {
          char *key = g_strdup (digits + strlen (digits) - 9);

          shared += g_strcmp0 (g_hash_table_lookup (owners, key), household) == 0;
          g_hash_table_replace (owners, key, g_strdup (household));
        }
    }
  sqlite3_finalize (points);
  g_assert_cmpuint (shared, >=, 50);
}

static void
test_addresses (void)
{
  static const char *const columns[] = { "SELECT value FROM contact_point WHERE kind = 'email'",
                                         "SELECT email FROM contact WHERE email IS NOT NULL",
                                         "SELECT email FROM adviser" };
  g_autoptr (GRegex) reserved =
      g_regex_new ("^[a-z0-9.]+@([a-z]+\\.)*(example\\.(com|net|org)|[a-z]+\\.(example|test))$",
                   G_REGEX_CASELESS, 0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      sqlite3_stmt *rows = prepare (made, columns[i]);

      while (sqlite3_step (rows) == SQLITE_ROW)
        if (!g_regex_match (reserved, (const char *) sqlite3_column_text (rows, 0), 0, NULL))
          g_error ("“%s” may be somebody's", sqlite3_column_text (rows, 0));
      sqlite3_finalize (rows);
    }
}

static void
test_words (void)
{
  assert_none ("message WHERE body GLOB '*[{|}]*' OR body = '' OR body LIKE '%(null)%'");
  assert_none ("interaction WHERE summary GLOB '*[{|}]*' OR subject GLOB '*[{|}]*'");
  assert_none ("promise WHERE text GLOB '*[{|}]*' OR text = ''");
  assert_many ("(SELECT DISTINCT m.body FROM (SELECT id FROM interaction WHERE channel = 'email' "
               "ORDER BY began_at LIMIT 100) i JOIN message m ON m.interaction = i.id "
               "WHERE m.author = 'customer')",
               100);
  assert_many ("(SELECT DISTINCT summary FROM interaction ORDER BY began_at LIMIT 400)", 250);
  assert_none ("(SELECT language, count(*) AS n FROM article GROUP BY language) WHERE n < 20");
  assert_none ("(SELECT language, count(*) AS n FROM canned_reply GROUP BY language) WHERE n < 25");
  g_assert_cmpint (number (made, "SELECT count(DISTINCT language) FROM article"), ==, 3);
  assert_none ("canned_reply WHERE channel NOT IN ('call', 'email', 'chat', 'sms')");
}

/* Contacts go on at the end of a company's time, and nothing of it lies behind that. */
static void
test_cut (void)
{
  g_autofree char *path = make ("noon", CUSTOMERS, 30, 7, NOON);
  sqlite3 *night = made;

  made = open_company (path);
  g_assert_cmpint (of_all_rows ("max(updated_at)"), <=, NOON);
  assert_none ("message WHERE at > 1763112600000");
  assert_none ("interaction WHERE began_at > 1763112600000 OR ended_at > 1763112600000");
  assert_many ("interaction WHERE ended_at IS NULL", 3);
  assert_many ("presence WHERE state IN ('available', 'busy')", 5);
  sqlite3_close (made);
  made = night;
}

static void
test_smallest (void)
{
  g_autofree char *path = make ("one", 1, 1, 0, NOON);
  sqlite3 *one = open_company (path);

  g_assert_cmpint (number (one, "SELECT count(*) FROM customer"), ==, 1);
  g_assert_cmpint (number (one, "SELECT count(*) FROM adviser WHERE role = 'adviser'"), ==, 12);
  sqlite3_close (one);
}

static void
test_refused (void)
{
  static const DiapasonHubCompany wrong[] = {
    { 0, 90, 7, NIGHT },    { 1000001, 90, 7, NIGHT }, { 10, 0, 7, NIGHT },
    { 10, 3651, 7, NIGHT }, { 10, 90, 7, -1 },         { 10, 90, 7, G_MAXINT64 },
  };
  g_autofree char *path = path_of ("refused");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (diapason_hub_company_create (&wrong[i], path, &error));
      g_assert_error (error, DIAPASON_HUB_ERROR, DIAPASON_HUB_ERROR_ARGUMENT);
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static guint
files_in (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_no_place (void)
{
  DiapasonHubCompany company = { 10, 10, 7, NIGHT };
  g_autofree char *taken = path_of ("taken");
  g_autofree char *nowhere = path_of ("no/where");
  g_autofree char *left = NULL;
  g_autoptr (GError) error = NULL;
  guint files;

  g_assert_true (g_file_set_contents (taken, "mine", -1, NULL));
  files = files_in (folder);
  g_assert_false (diapason_hub_company_create (&company, taken, &error));
  g_assert_error (error, DIAPASON_HUB_ERROR, DIAPASON_HUB_ERROR_DATABASE);
  g_assert_true (g_file_get_contents (taken, &left, NULL, NULL));
  g_assert_cmpstr (left, ==, "mine");
  g_clear_error (&error);
  g_assert_false (diapason_hub_company_create (&company, nowhere, &error));
  g_assert_error (error, DIAPASON_HUB_ERROR, DIAPASON_HUB_ERROR_DATABASE);
  g_assert_nonnull (strstr (error->message, nowhere));
  g_assert_cmpuint (files_in (folder), ==, files);
}

/* A file that cannot grow any more stands for a disk that is full. */
static void
test_no_room (void)
{
  DiapasonHubCompany company = { CUSTOMERS, 10, 7, NIGHT };
  g_autofree char *path = path_of ("no-room");
  g_autoptr (GError) error = NULL;
  guint files = files_in (folder);
  struct rlimit before, little;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  little = (struct rlimit){ .rlim_cur = 200000, .rlim_max = before.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
  g_assert_false (diapason_hub_company_create (&company, path, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, DIAPASON_HUB_ERROR, DIAPASON_HUB_ERROR_DATABASE);
  g_test_message ("%s", error->message);
  g_assert_cmpuint (files_in (folder), ==, files);
}

/* The most memory this process has had, in kibibytes. */
static gint64
most_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return -1;
  line = strstr (status, "VmHWM:");
  return line != NULL ? g_ascii_strtoll (line + strlen ("VmHWM:"), NULL, 10) : -1;
}

static void
test_memory (void)
{
  g_autofree char *small G_GNUC_UNUSED = make ("small", 2000, 30, 7, NIGHT);
  gint64 before = most_memory ();
  g_autofree char *large G_GNUC_UNUSED = make ("large", 20000, 30, 7, NIGHT);
  gint64 after = most_memory ();

  g_test_message ("%" G_GINT64_FORMAT " KiB for 2 000, %" G_GINT64_FORMAT " KiB for 20 000", before,
                  after);
  if (SANITIZED)
    g_test_skip ("a sanitizer keeps what is freed");
  else if (before < 0)
    g_test_skip ("no /proc here");
  else
    g_assert_cmpint (after, <, before * 2);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  int status;

  company_fixture_begin (argc, argv);
  g_test_init (&argc, &argv, NULL);
  path = make ("made", CUSTOMERS, DAYS, 7, NIGHT);
  made = open_company (path);
  g_test_add_func ("/company/same-bytes", test_same_bytes);
  g_test_add_func ("/company/sound", test_sound);
  g_test_add_func ("/company/order", test_order);
  g_test_add_func ("/company/proportions", test_proportions);
  g_test_add_func ("/company/first-adviser", test_first_adviser);
  g_test_add_func ("/company/staff", test_staff);
  g_test_add_func ("/company/households", test_households);
  g_test_add_func ("/company/contracts", test_contracts);
  g_test_add_func ("/company/contacts", test_contacts);
  g_test_add_func ("/company/interactions", test_interactions);
  g_test_add_func ("/company/promises", test_promises);
  g_test_add_func ("/company/facts", test_facts);
  g_test_add_func ("/company/numbers", test_numbers);
  g_test_add_func ("/company/addresses", test_addresses);
  g_test_add_func ("/company/words", test_words);
  g_test_add_func ("/company/cut", test_cut);
  g_test_add_func ("/company/smallest", test_smallest);
  g_test_add_func ("/company/refused", test_refused);
  g_test_add_func ("/company/no-place", test_no_place);
  g_test_add_func ("/company/no-room", test_no_room);
  g_test_add_func ("/company/memory", test_memory);
  status = g_test_run ();
  company_fixture_end ();
  return status;
}
