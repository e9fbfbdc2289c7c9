/* find-hit.c: one statement for each group. Nothing is kept between calls. */
#include "find-hit.h"

#include "database.h"
#include "person-read.h"
#include "statement-read.h"
#include "text.h"

/* Whose an event is: their cluster, or themselves as long as nobody has looked at them. */
#define PERSON_OF(event)                                                                           \
  "coalesce ((SELECT person FROM person_member WHERE customer = " event ".customer), "             \
  "          (SELECT id FROM customer WHERE id = " event ".customer), 0)"
#define INSTANT_OF(event, said)                                                                    \
  "coalesce ((SELECT at FROM timeline WHERE record = " event ".id), " event "." said ")"

/* Each gives the id, the person, the instant, how whoever spoke calls themselves, the origin, the
 * title and another one, and the texts; a verbatim also its score, scale and whether it is
 * anonymous. What was said in a contact goes with it. */
#define AUTHOR       (3)
#define FIRST_ORIGIN (4)
#define FIRST_TITLE  (FIRST_ORIGIN + DIAPASON_N_ORIGIN_COLUMNS)
#define FIRST_TEXT   (FIRST_TITLE + 2)
#define SCORE        (FIRST_TEXT + 2)
#define ANONYMOUS    (SCORE + 2)
static const char *const selects[DIAPASON_N_FIND_GROUPS] = {
  [DIAPASON_FIND_CUSTOMER] =
      "SELECT c.id, coalesce (m.person, c.id), 0, NULL, " DIAPASON_ORIGIN_COLUMNS ", c.name, NULL, "
      "  c.city, c.birth_date "
      "FROM customer c JOIN record r ON r.id = c.id JOIN source s ON s.id = r.source "
      "LEFT JOIN person_member m ON m.customer = c.id WHERE c.id = ?",
  [DIAPASON_FIND_INTERACTION] = "SELECT i.id, " PERSON_OF (
      "i") ", " INSTANT_OF ("i", "began_at") ", NULL, " DIAPASON_ORIGIN_COLUMNS
                                             ", i.subject, i.reason, i.summary, i.reason "
                                             "FROM interaction i JOIN record r ON r.id = i.id JOIN "
                                             "source s ON s.id = r.source "
                                             "WHERE i.id = ?",
  [DIAPASON_FIND_MESSAGE] = "SELECT g.interaction, " PERSON_OF (
      "i") ", g.at, NULL, " DIAPASON_ORIGIN_COLUMNS ", i.subject, i.reason, g.body, NULL "
           "FROM message g JOIN record r ON r.id = g.id JOIN source s ON s.id = r.source "
           "JOIN record contact ON contact.id = g.interaction AND contact.deleted = 0 "
           "LEFT JOIN interaction i ON i.id = g.interaction WHERE g.id = ?",
  [DIAPASON_FIND_VERBATIM] = "SELECT v.id, " PERSON_OF ("v") ", " INSTANT_OF (
      "v",
      "at") ", v.author_name, " DIAPASON_ORIGIN_COLUMNS
            ", v.title, v.about, v.text, v.title, v.score, v.scale, "
            "  coalesce (v.permission = 'anonymous', 0) "
            "FROM verbatim v JOIN record r ON r.id = v.id JOIN source s ON s.id = r.source "
            "WHERE v.id = ?",
  [DIAPASON_FIND_ARTICLE] =
      "SELECT a.id, 0, 0, NULL, " DIAPASON_ORIGIN_COLUMNS ", a.title, NULL, a.body, NULL "
      "FROM article a JOIN record r ON r.id = a.id JOIN source s ON s.id = r.source "
      "WHERE a.id = ?",
};

static const char *
text_at (DiapasonStatement *select, int column)
{
  return (const char *) sqlite3_column_text (select, column);
}

/* Customers */

static gboolean
has_words (const DiapasonFindWords *words, const char *text)
{
  if (diapason_find_words_are_in (words, text))
    return TRUE;
  if (words->phone == NULL || text == NULL)
    return FALSE;

  g_autofree char *number = diapason_phone_significant (text);
  return number != NULL && g_str_has_prefix (number, words->phone);
}

/* The first of what else is known of @customer that has @words, or any of it when there are none.
 * *@out: (transfer full) (nullable). */
static gboolean
read_value (DiapasonDatabase *database,
            gint64 customer,
            const DiapasonFindWords *words,
            char **out,
            GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT value FROM contact_point WHERE customer = ?1 AND value IS NOT NULL UNION ALL "
      "SELECT postcode FROM customer WHERE id = ?1 AND ?2",
      error);
  gboolean row;

  *out = NULL;
  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "ii", customer, (gint64) (words != NULL));
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return TRUE;
      if (words != NULL && !has_words (words, text_at (select, 0)))
        continue;
      *out = diapason_statement_text (select, 0);
      return TRUE;
    }
  return FALSE;
}

/* Whether the row shows by itself why it was found. */
static gboolean
is_shown (DiapasonStatement *select, const DiapasonFindWords *words)
{
  return words->phone == NULL && (has_words (words, text_at (select, FIRST_TITLE)) ||
                                  has_words (words, text_at (select, FIRST_TEXT)));
}

static void
add_part (GString *line, const char *part)
{
  if (part != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

/* What they were found by, where they live, when they were born; or any way to reach them. */
static gboolean
tell_apart (DiapasonDatabase *database,
            DiapasonStatement *select,
            const DiapasonFindWords *words,
            const char *by,
            char **out,
            GError **error)
{
  const char *city = text_at (select, FIRST_TEXT);
  g_autoptr (GString) line = g_string_new (by);
  g_autofree char *value = NULL;

  if (by == NULL && words->prefix != NULL && !is_shown (select, words) &&
      !read_value (database, sqlite3_column_int64 (select, 0), words, &value, error))
    return FALSE;
  if (by == NULL && value == NULL && city == NULL &&
      !read_value (database, sqlite3_column_int64 (select, 0), NULL, &value, error))
    return FALSE;
  add_part (line, value);
  add_part (line, city);
  add_part (line, text_at (select, FIRST_TEXT + 1));
  *out = line->len > 0 ? g_strdup (line->str) : NULL;
  return TRUE;
}

/* Any hit */

/* From the text that has the words, else from the first that says anything. */
static char *
words_around (DiapasonStatement *select, const DiapasonFindWords *words)
{
  g_autofree char *first = NULL;

  for (int i = 0; i < 2; i++)
    {
      gboolean found;
      g_autofree char *excerpt =
          diapason_find_words_excerpt (words, text_at (select, FIRST_TEXT + i), &found);
      if (found)
        return g_steal_pointer (&excerpt);
      if (first == NULL)
        first = g_steal_pointer (&excerpt);
    }
  return g_steal_pointer (&first);
}

static DiapasonFindHit *
make_hit (DiapasonStatement *select, DiapasonFindGroup group)
{
  DiapasonFindHit *hit = diapason_find_hit_new ();
  gboolean titled = sqlite3_column_type (select, FIRST_TITLE) != SQLITE_NULL;

  hit->group = group;
  hit->id = sqlite3_column_int64 (select, 0);
  hit->person = sqlite3_column_int64 (select, 1);
  hit->at = MAX (sqlite3_column_int64 (select, 2), 0);
  hit->who = diapason_statement_text (select, AUTHOR);
  diapason_statement_origin (select, FIRST_ORIGIN, &hit->origin);
  hit->title = diapason_statement_text (select, titled ? FIRST_TITLE : FIRST_TITLE + 1);
  if (group == DIAPASON_FIND_VERBATIM)
    {
      hit->score = diapason_statement_score (select, SCORE);
      hit->anonymous = sqlite3_column_int (select, ANONYMOUS);
    }
  return hit;
}

/* As their card says it, if anything does. */
static gboolean
name_person (DiapasonDatabase *database, DiapasonFindHit *hit, GError **error)
{
  g_autofree char *name = NULL;

  if (hit->person == 0)
    return TRUE;
  if (!diapason_person_name (database, hit->person, &name, error))
    return FALSE;
  if (name != NULL)
    {
      g_free (hit->who);
      hit->who = g_steal_pointer (&name);
    }
  return TRUE;
}

gboolean
diapason_find_hit_read (DiapasonDatabase *database,
                        DiapasonFindGroup group,
                        gint64 record,
                        const DiapasonFindWords *words,
                        const char *by,
                        DiapasonFindHit **out,
                        GError **error)
{
  g_autoptr (DiapasonFindHit) hit = NULL;
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database, selects[group], error);
  gboolean row;

  *out = NULL;
  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", record);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  hit = make_hit (select, group);
  if (group == DIAPASON_FIND_CUSTOMER)
    {
      if (!tell_apart (database, select, words, by, &hit->detail, error))
        return FALSE;
    }
  else
    {
      hit->detail = words_around (select, words);
      if (!name_person (database, hit, error))
        return FALSE;
    }
  *out = g_steal_pointer (&hit);
  return TRUE;
}
