/* plan-check.c: reads EXPLAIN QUERY PLAN on the reader that prepared the statement. */
#include "plan-check.h"

static gboolean
is_bad (const char *line, gboolean allowed)
{
  /* As in "SCAN customer", "SCAN customer USING COVERING INDEX …", "SCAN message_text VIRTUAL TABLE
   * INDEX …". */
  if (strstr (line, "USE TEMP B-TREE") != NULL || g_str_has_prefix (line, "BLOOM FILTER"))
    return TRUE;
  if (!g_str_has_prefix (line, "SCAN "))
    return FALSE;
  /* What a subquery reads has lines of its own. */
  if (g_str_has_prefix (line, "SCAN CONSTANT ROW") || g_str_has_prefix (line, "SCAN (subquery-"))
    return FALSE;
  return !(allowed &&
           (strstr (line, "VIRTUAL TABLE") != NULL || strstr (line, "COVERING INDEX") != NULL));
}

static char *
bad_lines (sqlite3 *handle, const char *sql, gboolean allowed)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (GString) bad = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, explain, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *line = (const char *) sqlite3_column_text (statement, 3);
      if (is_bad (line, allowed))
        g_string_append_printf (bad, "  %s\n", line);
    }
  sqlite3_finalize (statement);
  return g_string_free (g_steal_pointer (&bad), FALSE);
}

static gboolean
is_allowed (const char *sql, const char *const *allowed)
{
  for (guint i = 0; allowed != NULL && allowed[i] != NULL; i++)
    if (strstr (sql, allowed[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gpointer
check_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) statements = diapason_database_statements (database);
  g_autoptr (GString) report = g_string_new (NULL);

  for (guint i = 0; i < statements->len; i++)
    {
      const char *sql = g_ptr_array_index (statements, i);
      g_autofree char *bad =
          bad_lines (diapason_database_handle (database), sql, is_allowed (sql, data));
      if (*bad != '\0')
        g_string_append_printf (report, "%s\n%s", sql, bad);
    }
  return g_string_free (g_steal_pointer (&report), FALSE);
}

void
plan_check_readers (StoreFixture *fixture, const char *const *allowed)
{
  for (DiapasonLane lane = DIAPASON_LANE_FAST; lane <= DIAPASON_LANE_LIST; lane++)
    {
      g_autofree char *report =
          store_fixture_read (fixture, lane, check_in_reader, (gpointer) allowed);
      g_assert_cmpstr (report, ==, "");
    }
}

static gpointer
check_sql_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return bad_lines (diapason_database_handle (database), data, FALSE);
}

char *
plan_check_sql (StoreFixture *fixture, const char *sql)
{
  return store_fixture_read (fixture, DIAPASON_LANE_LIST, check_sql_in_reader, (gpointer) sql);
}
