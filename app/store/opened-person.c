/* opened-person.c: see opened-person.h. A person is named by one of their customer records, as its
 * source names it, so the list outlives the cache. Nothing is kept between calls. */
#include "opened-person.h"

#include "database.h"
#include "find-hit.h"
#include "statement-read.h"

/* One row a person, whichever of their records named them before. */
static gboolean
forget (DiapasonDatabase *database, const DiapasonPersonRecord *person, GError **error)
{
  for (guint i = 0; i < person->members->len; i++)
    {
      const DiapasonMemberRecord *member = g_ptr_array_index (person->members, i);

      if (!diapason_database_run (database, error,
                                  "DELETE FROM opened_person WHERE source = ? AND remote_id = ?",
                                  "ss", member->origin.source, member->origin.remote_id))
        return FALSE;
    }
  return TRUE;
}

gboolean
diapason_opened_person_note (DiapasonDatabase *database,
                             const DiapasonPersonRecord *person,
                             GError **error)
{
  const DiapasonMemberRecord *first = g_ptr_array_index (person->members, 0);

  return forget (database, person, error) &&
         diapason_database_run (
             database, error,
             "INSERT INTO opened_person (source, remote_id, opened_at) VALUES (?, ?, ?)", "ssi",
             first->origin.source, first->origin.remote_id, diapason_database_now (database)) &&
         diapason_database_run (database, error,
                                "DELETE FROM opened_person WHERE id NOT IN "
                                "(SELECT id FROM opened_person ORDER BY id DESC LIMIT ?)",
                                "i", (gint64) DIAPASON_OPENED_MOST);
}

/* Who they are in the cache as it is now. */
static GArray *
read_ids (DiapasonDatabase *database, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      /* Each is looked up: a join would have SQLite go through all records first, for a filter. */
      "SELECT coalesce ((SELECT person FROM person_member WHERE customer = o.record), o.record) "
      "FROM (SELECT p.id, (SELECT r.id FROM record r WHERE r.entity = ? AND r.remote_id = "
      "  p.remote_id AND r.source = (SELECT id FROM source WHERE name = p.source)) AS record "
      "  FROM work.opened_person p WHERE p.id > 0) o "
      "WHERE o.record > 0 ORDER BY o.id DESC LIMIT ?",
      error);

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "ii", (gint64) DIAPASON_ENTITY_CUSTOMER,
                           (gint64) DIAPASON_OPENED_MOST);
  return diapason_statement_ids (database, select, error);
}

static gboolean
add_hit (DiapasonDatabase *database,
         gint64 person,
         const DiapasonFindWords *words,
         GPtrArray *hits,
         GError **error)
{
  DiapasonFindHit *hit;

  for (guint i = 0; i < hits->len; i++)
    if (((DiapasonFindHit *) hits->pdata[i])->person == person)
      return TRUE;
  if (!diapason_find_hit_read (database, DIAPASON_FIND_CUSTOMER, person, words, NULL, &hit, error))
    return FALSE;
  if (hit != NULL)
    g_ptr_array_add (hits, hit);
  return TRUE;
}

GPtrArray *
diapason_opened_persons_read (DiapasonDatabase *database, GError **error)
{
  g_autoptr (GArray) ids = read_ids (database, error);
  g_autoptr (DiapasonFindWords) words = diapason_find_words_new ("");
  g_autoptr (GPtrArray) hits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_find_hit_unref);

  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    if (!add_hit (database, g_array_index (ids, gint64, i), words, hits, error))
      return NULL;
  return g_steal_pointer (&hits);
}
