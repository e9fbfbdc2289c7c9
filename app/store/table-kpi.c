/* table-kpi.c: two tables that say the same, row by row and in sums. Thread: the writer of
 * cache.db; nothing is kept between calls. */
#include "table-kpi.h"

#include "database.h"
#include "entity.h"
#include "statement-read.h"

/* One row at most: kpi, adviser, at, value. Only what fits its scale counts. */
#define OF_VERBATIM                                                                                \
  "SELECT 1, adviser, at, score FROM verbatim "                                                    \
  "WHERE id = ? AND adviser IS NOT NULL AND wave IS NOT NULL AND scale = 10 "                      \
  "AND score BETWEEN 0 AND 10"
#define OF_ANSWER                                                                                  \
  "SELECT CASE a.criterion WHEN 'satisfaction' THEN 2 ELSE 3 END, v.adviser, v.at, a.score "       \
  "FROM answer a JOIN verbatim v ON v.id = a.verbatim "                                            \
  "WHERE a.id = ? AND v.adviser IS NOT NULL AND v.wave IS NOT NULL "                               \
  "AND ((a.criterion = 'satisfaction' AND a.scale = 5 AND a.score BETWEEN 1 AND 5) "               \
  "OR (a.criterion = 'solved' AND a.scale = 1 AND a.score BETWEEN 0 AND 1))"
#define OF_PROMISE                                                                                 \
  "SELECT 4, adviser, coalesce (closed_at, due_at), state = 'kept' FROM promise "                  \
  "WHERE id = ? AND adviser IS NOT NULL AND state IN ('kept', 'late', 'broken')"

static const char *
sql_for (DiapasonEntity entity)
{
  switch (entity)
    {
    case DIAPASON_ENTITY_VERBATIM:
      return OF_VERBATIM;
    case DIAPASON_ENTITY_ANSWER:
      return OF_ANSWER;
    case DIAPASON_ENTITY_PROMISE:
      return OF_PROMISE;
    default:
      return NULL;
    }
}

static gboolean
read_record (DiapasonDatabase *database,
             DiapasonKpiEntry *out,
             DiapasonEntity *out_entity,
             GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database, "SELECT entity, first_seen, coalesce (revision, -1) FROM record WHERE id = ?",
      error);
  gboolean row;

  *out_entity = DIAPASON_ENTITY_NONE;
  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", out->record);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  *out_entity = sqlite3_column_int (select, 0);
  out->first_seen = sqlite3_column_int64 (select, 1);
  out->revision = sqlite3_column_int64 (select, 2);
  return TRUE;
}

gboolean
diapason_kpi_read (DiapasonDatabase *database, gint64 record, DiapasonKpiEntry *out, GError **error)
{
  g_autoptr (DiapasonStatement) select = NULL;
  DiapasonEntity entity;
  const char *sql;
  gboolean row;

  *out = (DiapasonKpiEntry){ .record = record };
  if (!read_record (database, out, &entity, error))
    return FALSE;
  sql = sql_for (entity);
  if (sql == NULL)
    return TRUE;
  select = diapason_database_prepare (database, sql, error);
  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", record);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  out->kpi = sqlite3_column_int (select, 0);
  out->adviser = sqlite3_column_int64 (select, 1);
  out->at = sqlite3_column_int64 (select, 2);
  out->value = sqlite3_column_int64 (select, 3);
  return TRUE;
}

GArray *
diapason_kpi_answers (DiapasonDatabase *database, gint64 record, GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database, "SELECT id FROM answer WHERE verbatim = ?", error);

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "i", record);
  return diapason_statement_ids (database, select, error);
}

static gboolean
read_former (DiapasonDatabase *database, DiapasonKpiEntry *out, gint64 *out_version, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT kpi, adviser, at, day, value, coalesce (revision, -1), version FROM kpi_entry "
      "WHERE record = ?",
      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", out->record);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  out->kpi = sqlite3_column_int (select, 0);
  out->adviser = sqlite3_column_int64 (select, 1);
  out->at = sqlite3_column_int64 (select, 2);
  out->day = sqlite3_column_int64 (select, 3);
  out->value = sqlite3_column_int64 (select, 4);
  out->revision = sqlite3_column_int64 (select, 5);
  *out_version = sqlite3_column_int64 (select, 6);
  return TRUE;
}

static gboolean
count_in_cell (DiapasonDatabase *database, const DiapasonKpiEntry *entry, int times, GError **error)
{
  DiapasonKpiSums sums = { 0 };

  if (entry->kpi == DIAPASON_KPI_NONE)
    return TRUE;
  diapason_kpi_sums_count (&sums, entry->kpi, entry->value, times);
  diapason_change_set_note (diapason_database_changes (database), DIAPASON_KIND_KPI,
                            DIAPASON_CHANGE_CHANGED, entry->adviser);
  return diapason_database_run (
             database, error,
             "INSERT INTO kpi_cell (adviser, kpi, day, n, plus, minus, sum, squares) "
             "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n, "
             "plus = plus + excluded.plus, minus = minus + excluded.minus, "
             "sum = sum + excluded.sum, squares = squares + excluded.squares",
             "iiiiiiii", entry->adviser, (gint64) entry->kpi, entry->day, sums.n, sums.plus,
             sums.minus, sums.sum, sums.squares) &&
         (times > 0 ||
          diapason_database_run (
              database, error,
              "DELETE FROM kpi_cell WHERE adviser = ? AND kpi = ? AND day = ? AND n = 0", "iii",
              entry->adviser, (gint64) entry->kpi, entry->day));
}

static gboolean
write_entry (DiapasonDatabase *database, const DiapasonKpiEntry *entry, int version, GError **error)
{
  if (entry->kpi == DIAPASON_KPI_NONE)
    return diapason_database_run (database, error, "DELETE FROM kpi_entry WHERE record = ?", "i",
                                  entry->record);
  return diapason_database_run (
      database, error,
      "INSERT INTO kpi_entry (record, kpi, adviser, at, day, value, version, revision) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, nullif (?, -1)) ON CONFLICT DO UPDATE SET kpi = excluded.kpi, "
      "adviser = excluded.adviser, at = excluded.at, day = excluded.day, value = excluded.value, "
      "version = excluded.version, revision = excluded.revision",
      "iiiiiiii", entry->record, (gint64) entry->kpi, entry->adviser, entry->at, entry->day,
      entry->value, (gint64) version, entry->revision);
}

static gboolean
counts_the_same (const DiapasonKpiEntry *a, const DiapasonKpiEntry *b)
{
  return a->kpi == b->kpi && a->adviser == b->adviser && a->day == b->day && a->value == b->value;
}

gboolean
diapason_kpi_set (DiapasonDatabase *database,
                  const DiapasonKpiEntry *entry,
                  int version,
                  GError **error)
{
  DiapasonKpiEntry former = { .record = entry->record, .revision = entry->revision };
  gint64 former_version = version;

  if (!read_former (database, &former, &former_version, error))
    return FALSE;
  if (counts_the_same (entry, &former))
    return (entry->at == former.at && entry->revision == former.revision &&
            version == former_version) ||
           write_entry (database, entry, version, error);
  return count_in_cell (database, &former, -1, error) &&
         count_in_cell (database, entry, 1, error) && write_entry (database, entry, version, error);
}

/* NULL in *@out: none was told yet. */
static gboolean
read_zone_name (DiapasonDatabase *database, char **out, GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database, "SELECT value FROM derive_setting WHERE name = 'zone'",
                                 error);
  gboolean row;

  *out = NULL;
  if (select == NULL || !diapason_database_step (database, select, &row, error))
    return FALSE;
  if (row)
    *out = diapason_statement_text (select, 0);
  return TRUE;
}

GTimeZone *
diapason_kpi_zone (DiapasonDatabase *database, GError **error)
{
  g_autofree char *name = NULL;
  GTimeZone *zone = NULL;

  if (!read_zone_name (database, &name, error))
    return NULL;
  if (name != NULL)
    zone = g_time_zone_new_identifier (name);
  return zone != NULL ? zone : g_time_zone_new_utc ();
}

gboolean
diapason_kpi_set_zone (DiapasonDatabase *database,
                       const char *zone,
                       gboolean *out_changed,
                       GError **error)
{
  g_autofree char *former = NULL;

  if (!read_zone_name (database, &former, error))
    return FALSE;
  *out_changed = g_strcmp0 (former, zone) != 0;
  return !*out_changed ||
         diapason_database_run (database, error,
                                "INSERT INTO derive_setting (name, value) VALUES ('zone', ?) "
                                "ON CONFLICT DO UPDATE SET value = excluded.value",
                                "s", zone);
}
