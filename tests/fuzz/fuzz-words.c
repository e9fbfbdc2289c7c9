/* fuzz-words.c: what is typed into the find entry, run against a real full-text table; and the
 * other things that are done with text from outside.
 */
#include "fuzz-target.h"

#include <sqlite3.h>

#include "diapason-data-resources.h"
#include "find-words.h"
#include "text.h"

#define SCHEMA "/io/github/diapason/Diapason/sql/0001-cache.sql"
#define TABLE  "CREATE VIRTUAL TABLE customer_text"

static sqlite3_stmt *match;

static sqlite3_stmt *
prepare (sqlite3 *database, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (database));
  return statement;
}

static void
run (sqlite3 *database, const char *sql)
{
  sqlite3_stmt *statement = prepare (database, sql);

  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

/* The table as the cache has it. */
static void
make_table (sqlite3 *database)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (diapason_data_get_resource (), SCHEMA,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  const char *start = strstr (g_bytes_get_data (bytes, NULL), TABLE);
  g_autofree char *sql = g_strndup (start, strchr (start, ';') - start);

  run (database, sql);
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  static const char *const texts[] = { "eloise coeur nimes", "ann lee", "colis perdu que faire",
                                       "0612345678 612345678", "marc elouard l'oeuvre" };
  sqlite3 *database = NULL;

  fuzz_begin ();
  g_assert_cmpint (sqlite3_open (":memory:", &database), ==, SQLITE_OK);
  make_table (database);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("INSERT INTO customer_text (words) VALUES (\"%s\")", texts[i]);
      run (database, sql);
    }
  match = prepare (database, "SELECT group_concat (rowid) FROM customer_text "
                             "WHERE customer_text MATCH ?1");
  return 0;
}

/* The rows that @expression finds, ",1,3,"; none for NULL. Returns: (transfer full). */
static char *
find (const char *expression)
{
  if (expression == NULL)
    return g_strdup (",");

  sqlite3_bind_text (match, 1, expression, -1, SQLITE_TRANSIENT);
  int status = sqlite3_step (match);
  if (status != SQLITE_ROW)
    g_error ("“%s”: %s", expression, sqlite3_errmsg (sqlite3_db_handle (match)));
  const char *rows = (const char *) sqlite3_column_text (match, 0);
  char *found = rows == NULL ? g_strdup (",") : g_strdup_printf (",%s,", rows);
  sqlite3_reset (match);
  return found;
}

/* The faster expression finds whatever the exact one does. */
static void
check_found (const char *exact, const char *rough)
{
  for (char row = '1'; row <= '5'; row++)
    {
      char mark[] = { ',', row, ',', '\0' };
      g_assert_true (strstr (exact, mark) == NULL || strstr (rough, mark) != NULL);
    }
}

static void
search (const char *typed)
{
  g_autoptr (DiapasonFindWords) words = diapason_find_words_new (typed);
  gboolean look = FALSE, found = FALSE;
  g_autofree char *exact = diapason_find_words_exact (words);
  g_autofree char *rough = diapason_find_words_rough (words, &look);
  g_autofree char *other = diapason_text_match_expression (typed);
  g_autofree char *by_exact = find (exact);
  g_autofree char *by_rough = find (rough);
  g_autofree char *by_other = find (other);
  g_autofree char *excerpt = diapason_find_words_excerpt (words, typed, &found);

  if (rough != NULL)
    check_found (by_exact, by_rough);
  g_assert_cmpstr (by_other, ==, by_exact);
  g_assert_true (excerpt == NULL || g_utf8_validate (excerpt, -1, NULL));
}

static void
check_display (const char *text, gsize most, gboolean multiline)
{
  g_autofree char *shown = diapason_text_display (text, most, multiline);
  g_autofree char *again = diapason_text_display (shown, most, multiline);

  g_assert_true (g_utf8_validate (shown, -1, NULL));
  g_assert_true (most == 0 || (gsize) g_utf8_strlen (shown, -1) <= most);
  g_assert_cmpstr (shown, ==, again);
  for (const char *p = shown; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      g_assert_true (!g_unichar_iscntrl (c) || (multiline && (c == '\n' || c == '\t')));
      g_assert_false ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069));
    }
}

static void
handle_text (const char *text)
{
  g_autofree char *folded = diapason_text_fold (text);
  g_autofree char *twice = diapason_text_fold (folded);
  g_autofree char *plain = diapason_text_from_html (text);
  g_autofree char *digits = diapason_phone_significant (text);

  g_assert_cmpstr (folded, ==, twice);
  g_assert_true (g_utf8_validate (plain, -1, NULL));
  g_assert_true (digits == NULL || strspn (digits, "0123456789") == strlen (digits));
  g_assert_true (digits == NULL || diapason_phone_same (text, text));
  check_display (text, 0, TRUE);
  check_display (text, 12, FALSE);
  check_display (plain, 40, FALSE);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  FuzzPart all = { (const char *) data, size };
  g_autofree char *text = fuzz_text (&all);

  search (text);
  handle_text (text);
  return 0;
}
