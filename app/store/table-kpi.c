/* table-kpi.c: two tables that say the same, row by row and in sums. Thread: the writer of
 * cache.db; nothing is kept between calls. */
#include "table-kpi.h"

#include "database.h"
#include "derive-queue.h"
#include "entity.h"
#include "statement-read.h"

/* Milliseconds. A customer heard back when a contact of ours followed their answer within the one;
 * it was the first contact when they had not contacted us for the other. */
#define THIRTY_DAYS "2592000000"
#define SEVEN_DAYS  "604800000"

/* Rows of kpi, adviser, at, value. Only what fits its scale counts. */
#define OF_VERBATIM                                                                                \
  "SELECT 1, adviser, at, score FROM verbatim "                                                    \
  "WHERE id = ?1 AND adviser IS NOT NULL AND wave IS NOT NULL AND scale = 10 "                     \
  "AND score BETWEEN 0 AND 10 UNION ALL " HEARD
#define OF_ANSWER                                                                                  \
  "SELECT 2, v.adviser, v.at, a.score FROM answer a JOIN verbatim v ON v.id = a.verbatim "         \
  "WHERE a.id = ?1 AND v.adviser IS NOT NULL AND v.wave IS NOT NULL "                              \
  "AND a.criterion = 'satisfaction' AND a.scale = 5 AND a.score BETWEEN 1 AND 5 "                  \
  "UNION ALL " SOLVED
#define OF_PROMISE                                                                                 \
  "SELECT 4, adviser, coalesce (closed_at, due_at), state = 'kept' FROM promise "                  \
  "WHERE id = ? AND adviser IS NOT NULL AND state IN ('kept', 'late', 'broken')"

/* Once the house has seen to an answer whose customer may be contacted. */
#define HEARD                                                                                      \
  "SELECT 5, v.adviser, v.at, EXISTS (SELECT 1 FROM person_member m "                              \
  "JOIN timeline t ON t.person = m.person AND t.at > v.at AND t.date_known "                       \
  "AND t.at <= v.at + " THIRTY_DAYS " "                                                            \
  "JOIN interaction i ON i.id = t.record AND i.direction = 'out' "                                 \
  "WHERE m.customer = v.customer) FROM verbatim v WHERE v.id = ?1 AND v.adviser IS NOT NULL "      \
  "AND v.wave IS NOT NULL AND v.permission = 'yes' AND v.state = 'closed'"

/* Where it is known whose answer it is, and about which contact of theirs. Who looked something up
 * by themselves contacted nobody. */
#define SOLVED                                                                                     \
  "SELECT 3, v.adviser, v.at, a.score AND NOT EXISTS (SELECT 1 FROM timeline t "                   \
  "JOIN interaction i ON i.id = t.record WHERE t.person = o.person AND t.at < o.at "               \
  "AND t.at >= o.at - " SEVEN_DAYS " AND t.date_known "                                            \
  "AND i.direction = 'in' AND i.channel IS NOT 'web') "                                            \
  "FROM answer a JOIN verbatim v ON v.id = a.verbatim "                                            \
  "JOIN person_member m ON m.customer = v.customer "                                               \
  "JOIN timeline o ON o.record = v.interaction AND o.person = m.person AND o.date_known "          \
  "WHERE a.id = ?1 AND v.adviser IS NOT NULL AND v.wave IS NOT NULL "                              \
  "AND a.criterion = 'solved' AND a.scale = 1 AND a.score BETWEEN 0 AND 1"

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

/* Of the record that @of tells of. */
static gboolean
read_entries (DiapasonDatabase *database,
              const char *sql,
              const DiapasonKpiEntry *of,
              GArray *entries,
              GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (database, sql, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", of->record);
  while (diapason_database_step (database, select, &row, error))
    {
      DiapasonKpiEntry entry = *of;

      if (!row)
        return TRUE;
      entry.kpi = sqlite3_column_int (select, 0);
      entry.adviser = sqlite3_column_int64 (select, 1);
      entry.at = sqlite3_column_int64 (select, 2);
      entry.value = sqlite3_column_int64 (select, 3);
      g_array_append_val (entries, entry);
    }
  return FALSE;
}

GArray *
diapason_kpi_read (DiapasonDatabase *database, gint64 record, GError **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (DiapasonKpiEntry));
  DiapasonKpiEntry of = { .record = record };
  DiapasonEntity entity;

  if (!read_record (database, &of, &entity, error))
    return NULL;
  if (sql_for (entity) != NULL && !read_entries (database, sql_for (entity), &of, entries, error))
    return NULL;
  return g_steal_pointer (&entries);
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

static GArray *
read_former (DiapasonDatabase *database, gint64 record, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT kpi, adviser, at, day, value, coalesce (revision, -1), version FROM kpi_entry "
      "WHERE record = ?",
      error);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (DiapasonKpiEntry));
  gboolean row;

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "i", record);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&entries);
      const DiapasonKpiEntry entry = { .record = record,
                                       .kpi = sqlite3_column_int (select, 0),
                                       .adviser = sqlite3_column_int64 (select, 1),
                                       .at = sqlite3_column_int64 (select, 2),
                                       .day = sqlite3_column_int64 (select, 3),
                                       .value = sqlite3_column_int64 (select, 4),
                                       .revision = sqlite3_column_int64 (select, 5),
                                       .version = sqlite3_column_int64 (select, 6) };
      g_array_append_val (entries, entry);
    }
  return NULL;
}

static gboolean
count_in_cell (DiapasonDatabase *database, const DiapasonKpiEntry *entry, int times, GError **error)
{
  DiapasonKpiSums sums = { 0 };

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
write_entry (DiapasonDatabase *database, const DiapasonKpiEntry *entry, GError **error)
{
  return diapason_database_run (
      database, error,
      "INSERT INTO kpi_entry (record, kpi, adviser, at, day, value, version, revision) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, nullif (?, -1)) ON CONFLICT DO UPDATE SET "
      "adviser = excluded.adviser, at = excluded.at, day = excluded.day, value = excluded.value, "
      "version = excluded.version, revision = excluded.revision",
      "iiiiiiii", entry->record, (gint64) entry->kpi, entry->adviser, entry->at, entry->day,
      entry->value, entry->version, entry->revision);
}

static gboolean
take_out (DiapasonDatabase *database, const DiapasonKpiEntry *entry, GError **error)
{
  return count_in_cell (database, entry, -1, error) &&
         diapason_database_run (database, error,
                                "DELETE FROM kpi_entry WHERE record = ? AND kpi = ?", "ii",
                                entry->record, (gint64) entry->kpi);
}

static gboolean
put (DiapasonDatabase *database,
     const DiapasonKpiEntry *entry,
     const DiapasonKpiEntry *former,
     GError **error)
{
  if (former == NULL)
    return count_in_cell (database, entry, 1, error) && write_entry (database, entry, error);
  if (entry->adviser == former->adviser && entry->day == former->day &&
      entry->value == former->value)
    return (entry->at == former->at && entry->revision == former->revision &&
            entry->version == former->version) ||
           write_entry (database, entry, error);
  return count_in_cell (database, former, -1, error) && count_in_cell (database, entry, 1, error) &&
         write_entry (database, entry, error);
}

/* NULL: none is of @kpi. */
static const DiapasonKpiEntry *
entry_of (GArray *entries, DiapasonKpi kpi)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const DiapasonKpiEntry *entry = &g_array_index (entries, DiapasonKpiEntry, i);

      if (entry->kpi == kpi)
        return entry;
    }
  return NULL;
}

gboolean
diapason_kpi_set (DiapasonDatabase *database, gint64 record, GArray *entries, GError **error)
{
  g_autoptr (GArray) former = read_former (database, record, error);

  if (former == NULL)
    return FALSE;
  for (guint i = 0; i < former->len; i++)
    {
      const DiapasonKpiEntry *entry = &g_array_index (former, DiapasonKpiEntry, i);

      if (entry_of (entries, entry->kpi) == NULL && !take_out (database, entry, error))
        return FALSE;
    }
  for (guint i = 0; i < entries->len; i++)
    {
      const DiapasonKpiEntry *entry = &g_array_index (entries, DiapasonKpiEntry, i);

      if (!put (database, entry, entry_of (former, entry->kpi), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
diapason_kpi_queue_person (DiapasonDatabase *database, gint64 person, GError **error)
{
  return person == 0 ||
         diapason_database_run (database, error,
                                "INSERT INTO derive_queue (step, record) SELECT ?2, v.id "
                                "FROM person_member m JOIN verbatim v ON v.customer = m.customer "
                                "WHERE m.person = ?1 AND v.wave IS NOT NULL ON CONFLICT DO NOTHING",
                                "ii", person, (gint64) DIAPASON_DERIVE_KPI);
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
