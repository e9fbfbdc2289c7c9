/* kpi-read.c: a few cells a day, summed up. Nothing is kept between calls. */
#include "kpi-read.h"

#include "database.h"
#include "priority-read.h"
#include "statement-read.h"
#include "table-kpi.h"

#define DAY_SECONDS (24 * 60 * 60)
#define DAY_MS      (G_GINT64_CONSTANT (1000) * DAY_SECONDS)

gint64
diapason_kpi_day (gint64 at, GTimeZone *zone)
{
  gint64 seconds = at / 1000 - (at % 1000 < 0);
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds);
  gint64 local = seconds + g_time_zone_get_offset (zone, interval);

  return local / DAY_SECONDS - (local % DAY_SECONDS < 0);
}

/* Into the parts of the board that the day is in; @ago: how many days before today. */
static void
add_cell (DiapasonBoardRecord *board, DiapasonKpi kpi, gint64 ago, const DiapasonKpiSums *sums)
{
  if (ago < board->days)
    diapason_kpi_sums_add (&board->kpis[kpi].now, sums);
  else if (ago < 2 * board->days)
    diapason_kpi_sums_add (&board->kpis[kpi].before, sums);
  if (ago < 7 * DIAPASON_BOARD_WEEKS)
    diapason_kpi_sums_add (&board->kpis[kpi].weeks[DIAPASON_BOARD_WEEKS - 1 - ago / 7], sums);
}

static gboolean
read_cells (DiapasonDatabase *database,
            gint64 adviser,
            DiapasonKpi kpi,
            gint64 today,
            DiapasonBoardRecord *board,
            GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database,
                                 "SELECT day, n, plus, minus, sum, squares FROM kpi_cell "
                                 "WHERE adviser = ? AND kpi = ? AND day BETWEEN ? AND ?",
                                 error);
  gint64 reach = MAX (2 * board->days, 7 * DIAPASON_BOARD_WEEKS);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "iiii", adviser, (gint64) kpi, today - reach + 1, today);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return TRUE;
      const DiapasonKpiSums sums = { sqlite3_column_int64 (select, 1),
                                     sqlite3_column_int64 (select, 2),
                                     sqlite3_column_int64 (select, 3),
                                     sqlite3_column_int64 (select, 4),
                                     sqlite3_column_int64 (select, 5) };
      add_cell (board, kpi, today - sqlite3_column_int64 (select, 0), &sums);
    }
  return FALSE;
}

/* The waves that the period touches: they are counted whole. */
static gboolean
read_counts (DiapasonDatabase *database,
             gint64 adviser,
             gint64 now,
             DiapasonBoardRecord *board,
             GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT sum (c.asked), sum (c.answered) FROM survey_count c "
      "JOIN survey_wave w ON w.id = c.wave WHERE c.adviser = ? AND w.ends > ? AND w.begins <= ?",
      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "iii", adviser, now - board->days * DAY_MS, now);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  board->asked += sqlite3_column_int64 (select, 0);
  board->answered += sqlite3_column_int64 (select, 1);
  return TRUE;
}

/* Of the newest answers; whoever wrote nothing has nothing to be read. */
static gboolean
read_words (DiapasonDatabase *database,
            gint64 adviser,
            gint64 today,
            DiapasonBoardRecord *board,
            GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT e.at, e.value, v.text FROM kpi_entry e JOIN verbatim v ON v.id = e.record "
      "WHERE e.adviser = ? AND e.kpi = 1 AND e.day BETWEEN ? AND ? AND v.text <> '' "
      "ORDER BY e.day DESC, e.at DESC LIMIT 1",
      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "iii", adviser, today - board->days + 1, today);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  if (!row || sqlite3_column_int64 (select, 0) <= board->said_at)
    return TRUE;
  board->said_at = sqlite3_column_int64 (select, 0);
  board->score = sqlite3_column_int64 (select, 1);
  g_free (board->words);
  board->words = diapason_statement_text (select, 2);
  return TRUE;
}

#define PROMISES_DUE "SELECT 1 FROM promise WHERE adviser = ? AND state = 'open'"
#define UNHEARD                                                                                    \
  "SELECT 1 FROM verbatim WHERE adviser = ? AND state = 'open' AND permission = 'yes' "            \
  "AND wave IS NOT NULL"

/* How many rows @sql finds of @adviser; there are few that wait. */
static gboolean
count_waiting (DiapasonDatabase *database,
               const char *sql,
               gint64 adviser,
               gint64 *count,
               GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (database, sql, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", adviser);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return TRUE;
      ++*count;
    }
  return FALSE;
}

/* The first source that tells a name gives it. */
static gboolean
read_name (DiapasonDatabase *database, gint64 adviser, DiapasonBoardRecord *board, GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database, "SELECT name FROM adviser WHERE id = ?", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", adviser);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  if (row && board->adviser == NULL)
    board->adviser = diapason_statement_text (select, 0);
  return TRUE;
}

static gboolean
read_adviser (DiapasonDatabase *database,
              gint64 adviser,
              gint64 today,
              gint64 now,
              DiapasonBoardRecord *board,
              GError **error)
{
  board->known = TRUE;
  for (DiapasonKpi kpi = DIAPASON_KPI_NPS; kpi < DIAPASON_N_KPIS; kpi++)
    if (!read_cells (database, adviser, kpi, today, board, error))
      return FALSE;
  return read_name (database, adviser, board, error) &&
         read_counts (database, adviser, now, board, error) &&
         read_words (database, adviser, today, board, error) &&
         count_waiting (database, PROMISES_DUE, adviser, &board->promises_due, error) &&
         count_waiting (database, UNHEARD, adviser, &board->unheard, error);
}

DiapasonBoardRecord *
diapason_kpi_board (DiapasonDatabase *database, guint days, gint64 now, GError **error)
{
  g_autoptr (DiapasonBoardRecord) board = diapason_board_record_new ();
  g_autoptr (GArray) me = diapason_priority_me (database, error);
  g_autoptr (GTimeZone) zone = me != NULL ? diapason_kpi_zone (database, error) : NULL;
  gint64 today;

  if (zone == NULL)
    return NULL;
  board->days = days;
  today = diapason_kpi_day (now, zone);
  for (guint i = 0; i < me->len; i++)
    if (!read_adviser (database, g_array_index (me, gint64, i), today, now, board, error))
      return NULL;
  return g_steal_pointer (&board);
}

static gboolean
add_rows (DiapasonDatabase *database,
          gint64 adviser,
          DiapasonKpi kpi,
          gint64 first_day,
          gint64 last_day,
          GArray *rows,
          GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT coalesce (a.verbatim, e.record) FROM kpi_entry e LEFT JOIN answer a "
      "ON a.id = e.record WHERE e.adviser = ? AND e.kpi = ? AND e.day BETWEEN ? AND ? "
      "ORDER BY e.day DESC, e.at DESC",
      error);
  g_autoptr (GArray) ids = NULL;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "iiii", adviser, (gint64) kpi, first_day, last_day);
  ids = diapason_statement_ids (database, select, error);
  if (ids == NULL)
    return FALSE;
  g_array_append_vals (rows, ids->data, ids->len);
  return TRUE;
}

GArray *
diapason_kpi_rows (DiapasonDatabase *database,
                   DiapasonKpi kpi,
                   guint days,
                   gint64 now,
                   GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) me = diapason_priority_me (database, error);
  g_autoptr (GTimeZone) zone = me != NULL ? diapason_kpi_zone (database, error) : NULL;
  gint64 today;

  if (zone == NULL)
    return NULL;
  today = diapason_kpi_day (now, zone);
  for (guint i = 0; i < me->len; i++)
    if (!add_rows (database, g_array_index (me, gint64, i), kpi, today - days + 1, today, rows,
                   error))
      return NULL;
  return g_steal_pointer (&rows);
}
