/* table-timeline.c: one table, at most one row an event. Thread: the writer of cache.db; nothing is
 * kept between calls. */
#include "table-timeline.h"

#include "database.h"
#include "derive-queue.h"

#define EVENTS_OF_CUSTOMER                                                                         \
  "SELECT id FROM interaction WHERE customer = ?1 "                                                \
  "UNION ALL SELECT id FROM promise WHERE customer = ?1 "                                          \
  "UNION ALL SELECT id FROM verbatim WHERE customer = ?1"

static gint64
column_or (DiapasonStatement *statement, int column, gint64 fallback)
{
  return sqlite3_column_type (statement, column) == SQLITE_NULL
             ? fallback
             : sqlite3_column_int64 (statement, column);
}

gboolean
diapason_timeline_read (DiapasonDatabase *database,
                        gint64 record,
                        DiapasonTimelineInput *out,
                        GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT r.entity, r.first_seen, r.revision, coalesce (i.id, p.id, v.id) IS NOT NULL, "
      "  coalesce (i.customer, p.customer, v.customer), coalesce (i.began_at, p.made_at, v.at), "
      "  m.person "
      "FROM record r LEFT JOIN interaction i ON i.id = iif (r.entity = ?2, r.id, NULL) "
      "LEFT JOIN promise p ON p.id = iif (r.entity = ?3, r.id, NULL) "
      "LEFT JOIN verbatim v ON v.id = iif (r.entity = ?4, r.id, NULL) "
      "LEFT JOIN person_member m ON m.customer = coalesce (i.customer, p.customer, v.customer) "
      "WHERE r.id = ?1",
      error);
  gboolean row;

  *out = (DiapasonTimelineInput){ .record = record };
  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "iiii", record, (gint64) DIAPASON_ENTITY_INTERACTION,
                           (gint64) DIAPASON_ENTITY_PROMISE, (gint64) DIAPASON_ENTITY_VERBATIM);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  if (!row || !sqlite3_column_int (select, 3))
    return TRUE;
  out->kind = sqlite3_column_int (select, 0);
  out->first_seen = sqlite3_column_int64 (select, 1);
  out->revision = column_or (select, 2, -1);
  out->customer = sqlite3_column_int64 (select, 4);
  out->at = sqlite3_column_int64 (select, 5);
  out->person = sqlite3_column_int64 (select, 6);
  return TRUE;
}

/* The row that stands for @record; its person is 0 when there is none. */
static gboolean
read_row (DiapasonDatabase *database,
          gint64 record,
          DiapasonTimelineRow *out,
          gint64 *out_version,
          GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT person, at, kind, date_known, revision, version FROM timeline WHERE record = ?",
      error);
  gboolean row;

  *out = (DiapasonTimelineRow){ .record = record };
  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", record);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  out->person = sqlite3_column_int64 (select, 0);
  out->at = sqlite3_column_int64 (select, 1);
  out->kind = sqlite3_column_int (select, 2);
  out->date_known = sqlite3_column_int (select, 3);
  out->revision = column_or (select, 4, -1);
  *out_version = sqlite3_column_int64 (select, 5);
  return TRUE;
}

static gboolean
stands_at (const DiapasonTimelineRow *a, const DiapasonTimelineRow *b)
{
  return a->person == b->person && a->at == b->at && a->kind == b->kind &&
         a->date_known == b->date_known;
}

static gboolean
delete_row (DiapasonDatabase *database, gint64 record, GError **error)
{
  return diapason_database_run (database, error, "DELETE FROM timeline WHERE record = ?", "i",
                                record);
}

static gboolean
insert_row (DiapasonDatabase *database, const DiapasonTimelineRow *row, int version, GError **error)
{
  return diapason_database_run (
      database, error,
      "INSERT INTO timeline (person, at, record, kind, date_known, version, revision) "
      "VALUES (?, ?, ?, ?, ?, ?, nullif (?, -1))",
      "iiiiiii", row->person, row->at, row->record, (gint64) row->kind, (gint64) row->date_known,
      (gint64) version, row->revision);
}

gboolean
diapason_timeline_set (DiapasonDatabase *database,
                       const DiapasonTimelineRow *row,
                       int version,
                       gint64 *out_former,
                       gboolean *out_moved,
                       GError **error)
{
  DiapasonTimelineRow former;
  gint64 former_version = version;

  if (!read_row (database, row->record, &former, &former_version, error))
    return FALSE;
  *out_former = former.person;
  *out_moved = row->person != 0 ? !stands_at (row, &former) : former.person != 0;

  if (*out_moved)
    return (former.person == 0 || delete_row (database, row->record, error)) &&
           (row->person == 0 || insert_row (database, row, version, error));
  if (row->person == 0 || (row->revision == former.revision && version == former_version))
    return TRUE;
  return diapason_database_run (
      database, error,
      "UPDATE timeline SET version = ?, revision = nullif (?, -1) WHERE record = ?", "iii",
      (gint64) version, row->revision, row->record);
}

gboolean
diapason_timeline_move (DiapasonDatabase *database, gint64 customer, gint64 person, GError **error)
{
  if (person == 0)
    return diapason_database_run (database, error,
                                  "DELETE FROM timeline WHERE record IN (" EVENTS_OF_CUSTOMER ")",
                                  "i", customer);
  return diapason_database_run (
      database, error, "UPDATE timeline SET person = ?2 WHERE record IN (" EVENTS_OF_CUSTOMER ")",
      "ii", customer, person);
}

gboolean
diapason_timeline_queue_events (DiapasonDatabase *database, gint64 customer, GError **error)
{
  return diapason_database_run (
      database, error,
      "INSERT INTO derive_queue (step, record) SELECT ?2, id FROM (" EVENTS_OF_CUSTOMER ") "
      "WHERE TRUE ON CONFLICT DO NOTHING",
      "ii", customer, (gint64) DIAPASON_DERIVE_TIMELINE);
}

gboolean
diapason_timeline_names (DiapasonDatabase *database, gint64 customer, gboolean *out, GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database, EVENTS_OF_CUSTOMER " LIMIT 1", error);

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", customer);
  return diapason_database_step (database, select, out, error);
}
