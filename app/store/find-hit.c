/* find-hit.c: one statement for each group. Nothing is kept between calls. */
#include "find-hit.h"

#include "database.h"
#include "statement-read.h"

/* Whose an event is: their cluster, or themselves as long as nobody has looked at them. */
#define PERSON_OF(event)                                                                           \
  "coalesce ((SELECT person FROM person_member WHERE customer = " event ".customer), "             \
  "          (SELECT id FROM customer WHERE id = " event ".customer), 0)"
/* The name their card has, or the one of the record the event names. */
#define WHO_OF(event)                                                                              \
  "coalesce ((SELECT p.name FROM person_member m JOIN customer p ON p.id = m.person "              \
  "           WHERE m.customer = " event ".customer), "                                            \
  "          (SELECT name FROM customer WHERE id = " event ".customer))"
#define INSTANT_OF(event, said)                                                                    \
  "coalesce ((SELECT at FROM timeline WHERE record = " event ".id), " event "." said ")"

/* Each gives the id, the person, the instant, who, the origin, the title and another one, and the
 * texts; a verbatim also its score, scale and whether it is anonymous. What was said in a contact
 * goes with it. */
#define WHO          (3)
#define FIRST_ORIGIN (4)
#define FIRST_TITLE  (FIRST_ORIGIN + DIAPASON_N_ORIGIN_COLUMNS)
#define FIRST_TEXT   (FIRST_TITLE + 2)
#define SCORE        (FIRST_TEXT + 2)
#define ANONYMOUS    (SCORE + 2)
static const char *const selects[DIAPASON_N_FIND_GROUPS] = {
  [DIAPASON_FIND_CUSTOMER] =
      "SELECT c.id, coalesce (m.person, c.id), 0, NULL, " DIAPASON_ORIGIN_COLUMNS ", c.name, NULL, "
      "  coalesce (c.city, (SELECT value FROM contact_point WHERE customer = c.id LIMIT 1)), "
      "  c.birth_date "
      "FROM customer c JOIN record r ON r.id = c.id JOIN source s ON s.id = r.source "
      "LEFT JOIN person_member m ON m.customer = c.id WHERE c.id = ?",
  [DIAPASON_FIND_INTERACTION] =
      "SELECT i.id, " PERSON_OF ("i") ", " INSTANT_OF ("i", "began_at") ", " WHO_OF (
          "i") ", " DIAPASON_ORIGIN_COLUMNS ", i.subject, i.reason, i.summary, i.reason "
               "FROM interaction i JOIN record r ON r.id = i.id JOIN source s ON s.id = r.source "
               "WHERE i.id = ?",
  [DIAPASON_FIND_MESSAGE] = "SELECT g.interaction, " PERSON_OF ("i") ", g.at, " WHO_OF (
      "i") ", " DIAPASON_ORIGIN_COLUMNS ", i.subject, i.reason, g.body, NULL "
           "FROM message g JOIN record r ON r.id = g.id JOIN source s ON s.id = r.source "
           "JOIN record contact ON contact.id = g.interaction AND contact.deleted = 0 "
           "LEFT JOIN interaction i ON i.id = g.interaction WHERE g.id = ?",
  [DIAPASON_FIND_VERBATIM] = "SELECT v.id, " PERSON_OF (
      "v") ", " INSTANT_OF ("v", "at") ", "
                                       "  coalesce (" WHO_OF (
                                           "v") ", v.author_name), " DIAPASON_ORIGIN_COLUMNS
                                                ", v.title, v.about, "
                                                "  v.text, v.title, v.score, v.scale, coalesce "
                                                "(v.permission = 'anonymous', 0) "
                                                "FROM verbatim v JOIN record r ON r.id = v.id JOIN "
                                                "source s ON s.id = r.source "
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

static char *
place_and_birth (DiapasonStatement *select)
{
  const char *city = text_at (select, FIRST_TEXT);
  const char *birth = text_at (select, FIRST_TEXT + 1);

  if (city == NULL || birth == NULL)
    return g_strdup (city != NULL ? city : birth);
  return g_strconcat (city, " · ", birth, NULL);
}

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
make_hit (DiapasonStatement *select, DiapasonFindGroup group, const DiapasonFindWords *words)
{
  DiapasonFindHit *hit = diapason_find_hit_new ();
  gboolean titled = sqlite3_column_type (select, FIRST_TITLE) != SQLITE_NULL;

  hit->group = group;
  hit->id = sqlite3_column_int64 (select, 0);
  hit->person = sqlite3_column_int64 (select, 1);
  hit->at = MAX (sqlite3_column_int64 (select, 2), 0);
  hit->who = diapason_statement_text (select, WHO);
  diapason_statement_origin (select, FIRST_ORIGIN, &hit->origin);
  hit->title = diapason_statement_text (select, titled ? FIRST_TITLE : FIRST_TITLE + 1);
  if (group == DIAPASON_FIND_VERBATIM)
    {
      hit->score = diapason_statement_score (select, SCORE);
      hit->anonymous = sqlite3_column_int (select, ANONYMOUS);
    }
  hit->detail =
      group == DIAPASON_FIND_CUSTOMER ? place_and_birth (select) : words_around (select, words);
  return hit;
}

gboolean
diapason_find_hit_read (DiapasonDatabase *database,
                        DiapasonFindGroup group,
                        gint64 record,
                        const DiapasonFindWords *words,
                        DiapasonFindHit **out,
                        GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database, selects[group], error);
  gboolean row;

  *out = NULL;
  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", record);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  if (row)
    *out = make_hit (select, group, words);
  return TRUE;
}
