/* priority-read.c: look-ups by index, and one walk through a table of open verbatims in the order
 * of its keys. Nothing is kept between calls. */
#include "priority-read.h"

#include "database.h"
#include "statement-read.h"

#define COLUMNS                                                                                    \
  "verbatim, coalesce (person, 0), coalesce (adviser, 0), at, score, scale, effort, "              \
  "effort_scale, has_words, is_review, is_high_value, is_unsolved, may_contact, "                  \
  "permission_until, contacts, failures, promises_broken, promise_due, coalesce (revision, -1)"

static void
add_row (GArray *rows, DiapasonStatement *select)
{
  const DiapasonPriorityRow row = {
    .verbatim = sqlite3_column_int64 (select, 0),
    .person = sqlite3_column_int64 (select, 1),
    .adviser = sqlite3_column_int64 (select, 2),
    .facts = { .is_open = TRUE,
               .at = sqlite3_column_int64 (select, 3),
               .score = diapason_statement_score (select, 4),
               .effort = diapason_statement_score (select, 6),
               .has_words = sqlite3_column_int (select, 8),
               .is_review = sqlite3_column_int (select, 9),
               .is_high_value = sqlite3_column_int (select, 10),
               .is_unsolved = sqlite3_column_int (select, 11),
               .may_contact = sqlite3_column_int (select, 12),
               .permission_until = sqlite3_column_int64 (select, 13),
               .contacts = (guint) sqlite3_column_int (select, 14),
               .failures = (guint) sqlite3_column_int (select, 15),
               .promises_broken = (guint) sqlite3_column_int (select, 16),
               .promise_due = sqlite3_column_int64 (select, 17) },
    .revision = sqlite3_column_int64 (select, 18),
  };

  g_array_append_val (rows, row);
}

static gboolean
add_rows (DiapasonDatabase *database, DiapasonStatement *select, GArray *rows, GError **error)
{
  gboolean row;

  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return TRUE;
      add_row (rows, select);
    }
  return FALSE;
}

GArray *
diapason_priority_rows_of (DiapasonDatabase *database, GArray *verbatims, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (DiapasonPriorityRow));

  for (guint i = 0; i < verbatims->len; i++)
    {
      g_autoptr (DiapasonStatement) select =
          diapason_database_prepare (database,
                                     "SELECT " COLUMNS " FROM priority_fact WHERE verbatim = ?",
                                     error);

      if (select == NULL)
        return NULL;
      diapason_statement_bind (select, "i", g_array_index (verbatims, gint64, i));
      if (!add_rows (database, select, rows, error))
        return NULL;
    }
  return g_steal_pointer (&rows);
}

GArray *
diapason_priority_rows_after (DiapasonDatabase *database, gint64 after, guint limit, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (DiapasonPriorityRow));
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database,
                                 "SELECT " COLUMNS
                                 " FROM priority_fact WHERE verbatim > ? ORDER BY verbatim LIMIT ?",
                                 error);

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "ii", after, (gint64) limit);
  return add_rows (database, select, rows, error) ? g_steal_pointer (&rows) : NULL;
}

GArray *
diapason_priority_verbatims_of (DiapasonDatabase *database, GArray *persons, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < persons->len; i++)
    {
      g_autoptr (DiapasonStatement) select =
          diapason_database_prepare (database,
                                     "SELECT verbatim FROM priority_fact WHERE person = ?", error);
      g_autoptr (GArray) ids = NULL;

      if (select == NULL)
        return NULL;
      diapason_statement_bind (select, "i", g_array_index (persons, gint64, i));
      ids = diapason_statement_ids (database, select, error);
      if (ids == NULL)
        return NULL;
      g_array_append_vals (all, ids->data, ids->len);
    }
  return g_steal_pointer (&all);
}

GArray *
diapason_priority_me (DiapasonDatabase *database, GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database, "SELECT me FROM source WHERE me > 0", error);

  return select != NULL ? diapason_statement_ids (database, select, error) : NULL;
}

static void
sort_and_make_unique (GArray *ids)
{
  guint kept = 0;

  g_array_sort (ids, diapason_compare_ids);
  for (guint i = 0; i < ids->len; i++)
    if (i == 0 || g_array_index (ids, gint64, i) != g_array_index (ids, gint64, kept - 1))
      g_array_index (ids, gint64, kept++) = g_array_index (ids, gint64, i);
  g_array_set_size (ids, kept);
}

GArray *
diapason_priority_persons_on_line (DiapasonDatabase *database, gint64 now, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT m.person FROM interaction i JOIN person_member m ON m.customer = i.customer "
      "WHERE " DIAPASON_IS_LIVE "AND i.began_at > ?",
      error);
  g_autoptr (GArray) persons = NULL;

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "i", now - DIAPASON_LIVE_MS);
  persons = diapason_statement_ids (database, select, error);
  if (persons != NULL)
    sort_and_make_unique (persons);
  return g_steal_pointer (&persons);
}

/* Promises */

typedef struct
{
  gint64 id;
  gint64 due; /* G_MAXINT64: not told */
} Due;

static int
compare_dues (gconstpointer a, gconstpointer b)
{
  const Due *x = a, *y = b;

  if (x->due != y->due)
    return x->due < y->due ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

/* Adds what @sql finds for @of: ids and when they are due. */
static gboolean
add_dues (DiapasonDatabase *database, const char *sql, gint64 of, GArray *dues, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (database, sql, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", of);
  while (diapason_database_step (database, select, &row, error))
    {
      Due due;

      if (!row)
        return TRUE;
      due = (Due){ sqlite3_column_int64 (select, 0), sqlite3_column_int64 (select, 1) };
      g_array_append_val (dues, due);
    }
  return FALSE;
}

#define DUE     "coalesce (nullif (p.due_at, 0), 9223372036854775807)"
#define MADE_BY "SELECT p.id, " DUE " FROM promise p WHERE p.adviser = ? AND p.state = 'open'"
#define MADE_TO_OWN                                                                                \
  "SELECT p.id, " DUE " FROM priority_fact f CROSS JOIN person_member m ON m.person = f.person "   \
  "CROSS JOIN promise p ON p.customer = m.customer WHERE f.adviser = ? AND p.state = 'open'"
#define MADE_TO_LIVE                                                                               \
  "SELECT p.id, " DUE " FROM interaction i CROSS JOIN person_member m ON m.customer = i.customer " \
  "CROSS JOIN person_member n ON n.person = m.person CROSS JOIN promise p ON p.customer = "        \
  "n.customer "                                                                                    \
  "WHERE " DIAPASON_IS_LIVE                                                                        \
  "AND i.began_at > ? AND i.adviser IN (SELECT me FROM source WHERE me > 0) "                      \
  "AND p.state = 'open'"

GArray *
diapason_priority_promises (DiapasonDatabase *database, gint64 now, guint limit, GError **error)
{
  g_autoptr (GArray) dues = g_array_new (FALSE, FALSE, sizeof (Due));
  g_autoptr (GArray) me = diapason_priority_me (database, error);
  GArray *ids;

  if (me == NULL || !add_dues (database, MADE_TO_LIVE, now - DIAPASON_LIVE_MS, dues, error))
    return NULL;
  for (guint i = 0; i < me->len; i++)
    if (!add_dues (database, MADE_BY, g_array_index (me, gint64, i), dues, error) ||
        !add_dues (database, MADE_TO_OWN, g_array_index (me, gint64, i), dues, error))
      return NULL;
  g_array_sort (dues, compare_dues);
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < dues->len && ids->len < limit; i++)
    {
      const Due *due = &g_array_index (dues, Due, i);

      if (i == 0 || due->id != g_array_index (dues, Due, i - 1).id)
        g_array_append_val (ids, due->id);
    }
  return ids;
}

gboolean
diapason_priority_whose (DiapasonDatabase *database,
                         gint64 promise,
                         gint64 *out_person,
                         gint64 *out_adviser,
                         GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT coalesce (m.person, p.customer, 0), coalesce (p.adviser, 0) FROM promise p "
      "LEFT JOIN person_member m ON m.customer = p.customer WHERE p.id = ?",
      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", promise);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  *out_person = row ? sqlite3_column_int64 (select, 0) : 0;
  *out_adviser = row ? sqlite3_column_int64 (select, 1) : 0;
  return TRUE;
}
