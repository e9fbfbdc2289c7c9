/* table-priority.c: one table, at most one row a verbatim. Thread: the writer of cache.db; nothing
 * is kept between calls. */
#include "table-priority.h"

#include "database.h"
#include "derive-queue.h"
#include "entity.h"
#include "priority-read.h"
#include "statement-read.h"

#define MOST_CONTACTS 256

#define CONTACT_COLUMNS "i.channel, i.direction, i.reason, i.solved"

/* The input */

/* "solved" is what they were asked themselves. */
#define INPUT                                                                                      \
  "SELECT r.first_seen, coalesce (r.revision, -1), v.interaction, coalesce (v.adviser, "           \
  "i.adviser), v.at, v.score, v.scale, e.score, e.scale, "                                         \
  "  coalesce (trim (v.text) <> '', 0) OR coalesce (trim (v.title) <> '', 0), "                    \
  "  v.wave IS NULL AND coalesce (v.channel = 'review', 0), "                                      \
  "  coalesce (i.solved IN ('partly', 'no'), 0) OR coalesce (o.score = 0, 0), "                    \
  "  coalesce (v.permission = 'yes', 0), v.permission_until, "                                     \
  "  coalesce ((SELECT person FROM person_member WHERE customer = v.customer), 0) "                \
  "FROM verbatim v JOIN record r ON r.id = v.id LEFT JOIN interaction i ON i.id = v.interaction "  \
  "LEFT JOIN answer e ON e.id = (SELECT min (id) FROM answer WHERE verbatim = v.id "               \
  "  AND criterion = 'effort') "                                                                   \
  "LEFT JOIN answer o ON o.id = (SELECT min (id) FROM answer WHERE verbatim = v.id "               \
  "  AND criterion = 'solved') "                                                                   \
  "WHERE v.id = ? AND v.state = 'open'"

static void
fill_input (DiapasonPriorityInput *out, DiapasonStatement *select)
{
  DiapasonVerbatimFacts *facts = &out->row.facts;
  g_autofree char *last_day = diapason_statement_text (select, 13);

  out->first_seen = sqlite3_column_int64 (select, 0);
  out->row.revision = sqlite3_column_int64 (select, 1);
  out->interaction = sqlite3_column_int64 (select, 2);
  out->row.adviser = sqlite3_column_int64 (select, 3);
  facts->is_open = TRUE;
  facts->at = sqlite3_column_int64 (select, 4);
  facts->score = diapason_statement_score (select, 5);
  facts->effort = diapason_statement_score (select, 7);
  facts->has_words = sqlite3_column_int (select, 9);
  facts->is_review = sqlite3_column_int (select, 10);
  facts->is_unsolved = sqlite3_column_int (select, 11);
  facts->may_contact = sqlite3_column_int (select, 12);
  if (last_day != NULL)
    g_strlcpy (out->last_day, last_day, sizeof out->last_day);
  out->row.person = sqlite3_column_int64 (select, 14);
}

gboolean
diapason_priority_read (DiapasonDatabase *database,
                        gint64 verbatim,
                        DiapasonPriorityInput *out,
                        GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (database, INPUT, error);
  gboolean row;

  *out = (DiapasonPriorityInput){ .row.verbatim = verbatim, .row.revision = -1 };
  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", verbatim);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  if (row)
    fill_input (out, select);
  return TRUE;
}

static DiapasonEventRecord *
make_contact (DiapasonStatement *select)
{
  DiapasonEventRecord *event = diapason_event_record_new ();

  event->entity = DIAPASON_ENTITY_INTERACTION;
  event->id = sqlite3_column_int64 (select, 0);
  event->at = sqlite3_column_int64 (select, 1);
  event->date_known = TRUE;
  event->channel = diapason_statement_text (select, 2);
  event->direction = diapason_statement_text (select, 3);
  event->reason = diapason_statement_text (select, 4);
  event->solved = diapason_statement_text (select, 5);
  return event;
}

static GPtrArray *
read_contacts (DiapasonDatabase *database, DiapasonStatement *select, GError **error)
{
  g_autoptr (GPtrArray) events =
      g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_event_record_unref);
  gboolean row;

  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&events);
      g_ptr_array_add (events, make_contact (select));
    }
  return NULL;
}

GPtrArray *
diapason_priority_contacts (DiapasonDatabase *database,
                            gint64 person,
                            gint64 after,
                            gint64 until,
                            GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database,
                                 "SELECT i.id, t.at, " CONTACT_COLUMNS " FROM timeline t "
                                 "JOIN interaction i ON i.id = t.record "
                                 "WHERE t.person = ? AND t.at > ? AND t.at <= ? AND t.date_known "
                                 "ORDER BY t.at DESC, t.record DESC LIMIT ?",
                                 error);

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "iiii", person, after, until, (gint64) MOST_CONTACTS);
  return read_contacts (database, select, error);
}

GPtrArray *
diapason_priority_contact (DiapasonDatabase *database, gint64 interaction, GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database,
                                 "SELECT i.id, i.began_at, " CONTACT_COLUMNS " FROM interaction i "
                                 "WHERE i.id = ?",
                                 error);

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "i", interaction);
  return read_contacts (database, select, error);
}

static gboolean
read_value (DiapasonDatabase *database, gint64 person, DiapasonVerbatimFacts *facts, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT 1 FROM person_member m JOIN customer c ON c.id = m.customer "
      "WHERE m.person = ? AND c.value = 'high'",
      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", person);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  facts->is_high_value = row;
  return TRUE;
}

static gboolean
read_promises (DiapasonDatabase *database,
               gint64 person,
               DiapasonVerbatimFacts *facts,
               GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database,
                                 "SELECT p.state = 'open', p.due_at FROM person_member m "
                                 "JOIN promise p ON p.customer = m.customer "
                                 "WHERE m.person = ? AND p.state IN ('open', 'broken')",
                                 error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", person);
  while (diapason_database_step (database, select, &row, error))
    {
      gint64 due;

      if (!row)
        return TRUE;
      due = sqlite3_column_int64 (select, 1);
      if (!sqlite3_column_int (select, 0))
        facts->promises_broken++;
      else if (due > 0 && (facts->promise_due == 0 || due < facts->promise_due))
        facts->promise_due = due;
    }
  return FALSE;
}

gboolean
diapason_priority_read_person (DiapasonDatabase *database,
                               gint64 person,
                               DiapasonVerbatimFacts *facts,
                               GError **error)
{
  return read_value (database, person, facts, error) &&
         read_promises (database, person, facts, error);
}

GArray *
diapason_priority_open_of (DiapasonDatabase *database, gint64 person, GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database,
                                 "SELECT v.id FROM person_member m "
                                 "JOIN verbatim v ON v.customer = m.customer "
                                 "WHERE m.person = ? AND v.state = 'open'",
                                 error);

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "i", person);
  return diapason_statement_ids (database, select, error);
}

/* The row */

static gboolean
are_scores_same (const DiapasonScore *a, const DiapasonScore *b)
{
  return a->known == b->known && a->score == b->score && a->scale == b->scale;
}

static gboolean
are_facts_same (const DiapasonVerbatimFacts *a, const DiapasonVerbatimFacts *b)
{
  return are_scores_same (&a->score, &b->score) && are_scores_same (&a->effort, &b->effort) &&
         a->at == b->at && a->has_words == b->has_words && a->is_review == b->is_review &&
         a->is_high_value == b->is_high_value && a->is_unsolved == b->is_unsolved &&
         a->may_contact == b->may_contact && a->permission_until == b->permission_until &&
         a->contacts == b->contacts && a->failures == b->failures &&
         a->promises_broken == b->promises_broken && a->promise_due == b->promise_due;
}

static gboolean
are_rows_same (const DiapasonPriorityRow *a, const DiapasonPriorityRow *b)
{
  return a->person == b->person && a->adviser == b->adviser &&
         are_facts_same (&a->facts, &b->facts);
}

static gboolean
write_row (DiapasonDatabase *database, const DiapasonPriorityRow *row, int version, GError **error)
{
  const DiapasonVerbatimFacts *facts = &row->facts;

  return diapason_database_run (
      database, error,
      "INSERT OR REPLACE INTO priority_fact (verbatim, person, adviser, at, score, scale, effort, "
      "effort_scale, has_words, is_review, is_high_value, is_unsolved, may_contact, "
      "permission_until, contacts, failures, promises_broken, promise_due, version, revision) "
      "VALUES (?, nullif (?, 0), nullif (?, 0), ?, iif (?, ?, NULL), ?, iif (?, ?, NULL), ?, ?, ?, "
      "?, ?, ?, ?, ?, ?, ?, ?, ?, nullif (?, -1))",
      "iiiiiiiiiiiiiiiiiiiiii", row->verbatim, row->person, row->adviser, facts->at,
      (gint64) facts->score.known, facts->score.score, facts->score.scale,
      (gint64) facts->effort.known, facts->effort.score, facts->effort.scale,
      (gint64) facts->has_words, (gint64) facts->is_review, (gint64) facts->is_high_value,
      (gint64) facts->is_unsolved, (gint64) facts->may_contact, facts->permission_until,
      (gint64) facts->contacts, (gint64) facts->failures, (gint64) facts->promises_broken,
      facts->promise_due, (gint64) version, row->revision);
}

static gboolean
remove_row (DiapasonDatabase *database, gint64 verbatim, GError **error)
{
  return diapason_database_run (database, error, "DELETE FROM priority_fact WHERE verbatim = ?",
                                "i", verbatim);
}

gboolean
diapason_priority_set (DiapasonDatabase *database,
                       const DiapasonPriorityRow *row,
                       int version,
                       GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) former = NULL;
  gboolean was_there, same;

  g_array_append_val (ids, row->verbatim);
  former = diapason_priority_rows_of (database, ids, error);
  if (former == NULL)
    return FALSE;
  was_there = former->len > 0;
  if (!was_there && !row->facts.is_open)
    return TRUE;
  same = was_there && row->facts.is_open &&
         are_rows_same (row, &g_array_index (former, DiapasonPriorityRow, 0));
  if (!same)
    diapason_change_set_note (diapason_database_changes (database), DIAPASON_KIND_PRIORITY,
                              !was_there           ? DIAPASON_CHANGE_ADDED
                              : row->facts.is_open ? DIAPASON_CHANGE_CHANGED
                                                   : DIAPASON_CHANGE_REMOVED,
                              row->verbatim);
  return row->facts.is_open ? write_row (database, row, version, error)
                            : remove_row (database, row->verbatim, error);
}

/* The queue */

gboolean
diapason_priority_queue_person (DiapasonDatabase *database, gint64 person, GError **error)
{
  if (person == 0)
    return TRUE;
  return diapason_database_run (
      database, error,
      "INSERT INTO derive_queue (step, record) SELECT ?2, ?1 WHERE EXISTS ("
      "SELECT 1 FROM person_member m JOIN verbatim v ON v.customer = m.customer "
      "WHERE m.person = ?1 AND v.state = 'open') ON CONFLICT DO NOTHING",
      "ii", person, (gint64) DIAPASON_DERIVE_PRIORITY);
}

gboolean
diapason_priority_queue_about (DiapasonDatabase *database, gint64 interaction, GError **error)
{
  return diapason_database_run (
      database, error,
      "INSERT INTO derive_queue (step, record) SELECT ?2, id FROM verbatim "
      "WHERE interaction = ?1 AND state = 'open' AND interaction IS NOT NULL "
      "ON CONFLICT DO NOTHING",
      "ii", interaction, (gint64) DIAPASON_DERIVE_PRIORITY);
}
