/* find-read.c: each group in turn, each within its share of the deadline.
 *
 * Words go by full text, newest first. A last word that the prefix indexes know is found at once. A
 * longer (or a single) letter run first takes the newest candidates of a rougher expression and
 * looks at their words; what is still missing comes from the exact expression below them, which is
 * fast where matches are rare.
 *
 * Thread: reader-list. Nothing is kept between calls.
 */
#include "find-read.h"

#include <string.h>

#include "database.h"
#include "find-hit.h"
#include "text.h"

#define CANDIDATES 500
#define LAST_CHAR  "\xf4\x8f\xbf\xbf" /* U+10FFFF */

typedef struct
{
  DiapasonDatabase *database;     /* (weak) */
  const DiapasonFindWords *words; /* (weak) */
  guint limit;
  DiapasonFindGroup group;
  guint count;      /* of the group */
  gboolean cut;     /* a group's time was up */
  GHashTable *seen; /* (owned) of gint64 *: persons, interactions of the group */
  GPtrArray *hits;  /* (owned) of DiapasonFindHit */
} Finding;

#define TEXT_STATEMENT(table)                                                                      \
  "SELECT t.rowid, d.record, iif (?3, t.words, NULL) "                                             \
  "FROM " table " t CROSS JOIN document d ON d.id = t.rowid "                                      \
  "WHERE " table " MATCH ?1 AND t.rowid < ?2 ORDER BY t.rowid DESC LIMIT ?4"
static const char *const texts[DIAPASON_N_FIND_GROUPS] = {
  [DIAPASON_FIND_CUSTOMER] = TEXT_STATEMENT ("customer_text"),
  [DIAPASON_FIND_INTERACTION] = TEXT_STATEMENT ("interaction_text"),
  [DIAPASON_FIND_MESSAGE] = TEXT_STATEMENT ("message_text"),
  [DIAPASON_FIND_VERBATIM] = TEXT_STATEMENT ("verbatim_text"),
  [DIAPASON_FIND_ARTICLE] = TEXT_STATEMENT ("article_text"),
};

/* A person is one hit among customers, a thread one among messages. */
static gboolean
is_new (Finding *finding, const DiapasonFindHit *hit)
{
  gint64 key = finding->group == DIAPASON_FIND_CUSTOMER ? hit->person : hit->id;

  return g_hash_table_add (finding->seen, g_memdup2 (&key, sizeof key));
}

static gboolean
is_full (const Finding *finding)
{
  return finding->count >= finding->limit;
}

/* @by: (nullable) what the record was found by. */
static gboolean
add_hit (Finding *finding, gint64 record, const char *by, GError **error)
{
  g_autoptr (DiapasonFindHit) hit = NULL;

  if (!diapason_find_hit_read (finding->database, finding->group, record, finding->words, by, &hit,
                               error))
    return FALSE;
  if (hit == NULL || !is_new (finding, hit))
    return TRUE;
  g_ptr_array_add (finding->hits, g_steal_pointer (&hit));
  finding->count++;
  return TRUE;
}

/* Adds hits from a bound statement whose first column is a customer, and whose second one, if it
 * has one, what they are found by; @same_number (nullable) is what that, a phone number, has to be.
 */
static gboolean
add_customers (Finding *finding, DiapasonStatement *select, const char *same_number, GError **error)
{
  gboolean row = TRUE;

  while (!is_full (finding))
    {
      if (!diapason_database_step (finding->database, select, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      const char *by = (const char *) sqlite3_column_text (select, 1);
      if (same_number != NULL && !diapason_phone_same (same_number, by))
        continue;
      if (!add_hit (finding, sqlite3_column_int64 (select, 0), by, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_number (Finding *finding, GError **error)
{
  g_autofree char *key = diapason_phone_key (finding->words->phone);
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      finding->database,
      "SELECT customer, value FROM contact_point "
      "WHERE value_key = ? AND kind <> 'email' AND customer IS NOT NULL ORDER BY id DESC",
      error);

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "s", key);
  return add_customers (finding, select, finding->words->phone, error);
}

static gboolean
find_address (Finding *finding, GError **error)
{
  g_autofree char *end = g_strconcat (finding->words->folded, LAST_CHAR, NULL);
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      finding->database,
      "SELECT customer, value FROM contact_point "
      "WHERE value_key >= ? AND value_key < ? AND kind = 'email' AND customer IS NOT NULL "
      "ORDER BY value_key",
      error);

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "ss", finding->words->folded, end);
  return add_customers (finding, select, NULL, error);
}

/* The number that one of the sources gave them, in any case of letters. */
static gboolean
find_reference (Finding *finding, GError **error)
{
  g_autofree char *upper = g_ascii_strup (finding->words->typed, -1);
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      finding->database,
      /* A join would have SQLite go through all records first, for a filter. */
      "SELECT id, remote_id FROM record WHERE source IN (SELECT id FROM source) "
      "AND entity = ? AND remote_id IN (?, ?)",
      error);

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "iss", (gint64) DIAPASON_ENTITY_CUSTOMER, finding->words->typed,
                           upper);
  return add_customers (finding, select, NULL, error);
}

static gboolean
find_name (Finding *finding, GError **error)
{
  g_autofree char *end = g_strconcat (finding->words->folded, LAST_CHAR, NULL);
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      finding->database,
      "SELECT id, NULL FROM customer WHERE name_key >= ? AND name_key < ? ORDER BY name_key",
      error);

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "ss", finding->words->folded, end);
  return add_customers (finding, select, NULL, error);
}

/* Adds what @expression finds below *@below, at most @candidates of it, and moves *@below down to
 * the last one.
 * *@out_more: perhaps there is more below. */
static gboolean
scan_text (Finding *finding,
           const DiapasonFindWords *words,
           const char *expression,
           gboolean look,
           gint64 candidates,
           gint64 *below,
           gboolean *out_more,
           GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (finding->database, texts[finding->group], error);
  gboolean row = TRUE;
  gint64 n = 0;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "siii", expression, *below, (gint64) look, candidates);
  while (!is_full (finding))
    {
      if (!diapason_database_step (finding->database, select, &row, error))
        return FALSE;
      if (!row)
        break;
      n++;
      *below = sqlite3_column_int64 (select, 0);
      const char *text = (const char *) sqlite3_column_text (select, 2);
      if (look && !diapason_find_words_match (words, text != NULL ? text : ""))
        continue;
      if (!add_hit (finding, sqlite3_column_int64 (select, 1), NULL, error))
        return FALSE;
    }
  *out_more = n == candidates && !is_full (finding);
  return TRUE;
}

static gboolean
find_text (Finding *finding, const DiapasonFindWords *words, GError **error)
{
  gboolean look;
  gboolean more = FALSE;
  gint64 below = G_MAXINT64;
  g_autofree char *rough = diapason_find_words_rough (words, &look);

  if (rough == NULL)
    return TRUE;
  if (!look)
    return scan_text (finding, words, rough, FALSE, G_MAXINT64, &below, &more, error);
  if (!scan_text (finding, words, rough, TRUE, CANDIDATES, &below, &more, error))
    return FALSE;
  if (!more)
    return TRUE;
  g_autofree char *exact = diapason_find_words_exact (words);
  return scan_text (finding, words, exact, FALSE, G_MAXINT64, &below, &more, error);
}

/* Few begin with the same digits: there is nothing to gain from rougher candidates, of which a
 * large cache has many. */
static gboolean
find_digits (Finding *finding, GError **error)
{
  g_autoptr (DiapasonFindWords) digits = diapason_find_words_new (finding->words->phone);
  g_autofree char *exact = diapason_find_words_exact (digits);
  gint64 below = G_MAXINT64;
  gboolean more;

  return scan_text (finding, digits, exact, FALSE, G_MAXINT64, &below, &more, error);
}

/* A number with spaces is found by its digits: the groups somebody typed say nothing about their
 * order. */
static gboolean
find_customers (Finding *finding, GError **error)
{
  const DiapasonFindWords *words = finding->words;

  if (!find_reference (finding, error))
    return FALSE;
  if (words->phone != NULL)
    {
      if (!find_number (finding, error) || !find_digits (finding, error))
        return FALSE;
      return words->words->len > 0 || find_text (finding, words, error);
    }
  if (strchr (words->folded, '@') != NULL && !find_address (finding, error))
    return FALSE;
  return find_name (finding, error) && find_text (finding, words, error);
}

/* What was found before the deadline stays. */
static gboolean
find_group (Finding *finding, gint64 until, GError **error)
{
  g_autoptr (GError) problem = NULL;
  gint64 left = (until - g_get_monotonic_time ()) / 1000;

  finding->count = 0;
  g_hash_table_remove_all (finding->seen);
  diapason_database_set_deadline (finding->database, MAX (left, 1));
  gboolean done = finding->group == DIAPASON_FIND_CUSTOMER
                      ? find_customers (finding, &problem)
                      : find_text (finding, finding->words, &problem);
  diapason_database_set_deadline (finding->database, 0);
  if (done)
    return TRUE;
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return finding->cut = TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

GPtrArray *
diapason_find_within (DiapasonDatabase *database,
                      const char *typed,
                      guint limit,
                      gint64 deadline,
                      gboolean *out_cut,
                      GError **error)
{
  g_autoptr (DiapasonFindWords) words = diapason_find_words_new (typed);
  g_autoptr (GPtrArray) hits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_find_hit_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Finding finding = {
    .database = database, .words = words, .limit = limit, .seen = seen, .hits = hits
  };
  gint64 start = g_get_monotonic_time ();

  if (out_cut != NULL)
    *out_cut = FALSE;
  if (words->prefix == NULL)
    return g_steal_pointer (&hits);
  for (guint group = 0; group < DIAPASON_N_FIND_GROUPS; group++)
    {
      gint64 share = (group + 1) * deadline * 1000 / DIAPASON_N_FIND_GROUPS;
      finding.group = group;
      if (!find_group (&finding, start + share, error))
        return NULL;
    }
  if (out_cut != NULL)
    *out_cut = finding.cut;
  return g_steal_pointer (&hits);
}

GPtrArray *
diapason_find (DiapasonDatabase *database,
               const char *words,
               guint limit,
               gboolean *out_cut,
               GError **error)
{
  return diapason_find_within (database, words, limit, DIAPASON_FIND_DEADLINE, out_cut, error);
}
