/* cache-dump.c: see the header. */
#include "cache-dump.h"

#include "await.h"
#include "database.h"

/* The name of the record whose id is in @column. */
#define NAME(column)                                                                               \
  "(SELECT s.name || '/' || r.entity || '/' || r.remote_id FROM main.record r "                    \
  "JOIN main.source s ON s.id = r.source WHERE r.id = " column ")"
/* A person is who is in it, the first by name. */
#define PERSON                                                                                     \
  "(SELECT min (" NAME ("m.customer") ") FROM main.person_member m WHERE m.person = t.person)"
#define FIRST_SEEN(record) "(SELECT r.first_seen FROM main.record r WHERE r.id = " record ")"

/* What stands for a column, or with NULL that it is left out. "*": in any table. */
static const struct
{
  const char *table;
  const char *column;
  const char *expression;
} exceptions[] = {
  { "source", "id", NULL },
  { "source", "in_sync_since", NULL },
  { "source", "retry_at", NULL },
  { "source", "me", NAME ("t.me") },
  { "record", "id", NAME ("t.id") },
  { "record", "source", NULL },
  { "record", "entity", NULL },
  { "record", "remote_id", NULL },
  { "record", "first_seen", NULL },
  { "record", "as_of", NULL },
  { "record", "listing", NULL },
  { "identity_link", "a", "min (" NAME ("t.a") ", " NAME ("t.b") ")" },
  { "identity_link", "b", "max (" NAME ("t.a") ", " NAME ("t.b") ")" },
  { "identity_link", "made_at", NULL },
  { "*", "person", PERSON },
  { "timeline", "at", "iif (t.date_known, t.at, 'first seen')" },
  { "timeline", "revision", NULL },
  { "document", "id",
    "iif (t.id >> 20 = " FIRST_SEEN ("t.record") " / 1000, 'first seen', t.id >> 20)" },
  { "document", "revision", NULL },
  { "kpi_entry", "revision", NULL },
  { "priority_fact", "revision", NULL },
};

/* Which rows of a table count. Of the records those that were told, not only mentioned; and of what
 * is told whole with another row (numbers and addresses, answers) no tombstones: only who knew them
 * notices that they are no longer named. */
static const char *
rows_of (const char *table)
{
  if (g_str_equal (table, "record"))
    return " WHERE t.as_of IS NOT NULL AND NOT (t.deleted AND t.entity IN (4, 16))";
  return g_str_equal (table, "stream") ? " WHERE FALSE" : "";
}

static gboolean
find_exception (const char *table, const char *column, const char **out)
{
  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    if ((g_str_equal (exceptions[i].table, table) || *exceptions[i].table == '*') &&
        g_str_equal (exceptions[i].column, column))
      {
        *out = exceptions[i].expression;
        return TRUE;
      }
  return FALSE;
}

static char *
refer (const char *table, const char *column, const char *refers_to)
{
  const char *expression;

  if (find_exception (table, column, &expression))
    return g_strdup (expression);
  if (g_strcmp0 (refers_to, "record") == 0)
    return g_strdup_printf (NAME ("t.%s"), column);
  if (g_strcmp0 (refers_to, "source") == 0)
    return g_strdup_printf ("(SELECT s.name FROM main.source s WHERE s.id = t.%s)", column);
  return g_strdup_printf ("t.%s", column);
}

static sqlite3_stmt *
prepare (sqlite3 *handle, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  return statement;
}

/* What reads @table; words of a full-text table are those of its document's record. */
static char *
make_select (sqlite3 *handle, const char *table, gboolean is_virtual)
{
  g_autoptr (GString) select = g_string_new ("SELECT ''");
  sqlite3_stmt *columns =
      prepare (handle, "SELECT i.name, (SELECT f.\"table\" FROM pragma_foreign_key_list (?1) f "
                       "WHERE f.\"from\" = i.name) FROM pragma_table_info (?1) i");

  if (is_virtual)
    g_string_append (select, " || coalesce ((SELECT " NAME (
                                 "d.record") " FROM main.document d "
                                             "WHERE d.id = t.rowid), 'of nothing')");
  sqlite3_bind_text (columns, 1, table, -1, SQLITE_STATIC);
  while (sqlite3_step (columns) == SQLITE_ROW)
    {
      const char *column = (const char *) sqlite3_column_text (columns, 0);
      g_autofree char *expression =
          refer (table, column, (const char *) sqlite3_column_text (columns, 1));
      if (expression != NULL)
        g_string_append_printf (select, " || ' ' || '%s=' || quote (%s)", column, expression);
    }
  sqlite3_finalize (columns);
  g_string_append_printf (select, " FROM main.%s t%s ORDER BY 1", table, rows_of (table));
  return g_string_free (g_steal_pointer (&select), FALSE);
}

static void
dump_table (sqlite3 *handle, const char *table, gboolean is_virtual, GString *dump)
{
  g_autofree char *select = make_select (handle, table, is_virtual);
  sqlite3_stmt *rows = prepare (handle, select);

  g_string_append_printf (dump, "## %s\n", table);
  while (sqlite3_step (rows) == SQLITE_ROW)
    g_string_append_printf (dump, "%s\n", (const char *) sqlite3_column_text (rows, 0));
  g_assert_cmpint (sqlite3_finalize (rows), ==, SQLITE_OK);
}

static gpointer
dump_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  g_autoptr (GString) dump = g_string_new (NULL);
  sqlite3 *handle = diapason_database_handle (database);
  sqlite3_stmt *tables =
      prepare (handle, "SELECT name, type = 'virtual' FROM pragma_table_list WHERE schema = 'main' "
                       "AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%' ORDER BY 1");

  while (sqlite3_step (tables) == SQLITE_ROW)
    dump_table (handle, (const char *) sqlite3_column_text (tables, 0),
                sqlite3_column_int (tables, 1), dump);
  g_assert_cmpint (sqlite3_finalize (tables), ==, SQLITE_OK);
  return g_string_free (g_steal_pointer (&dump), FALSE);
}

char *
cache_dump (DiapasonStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  diapason_store_read_async (store, DIAPASON_LANE_LIST, dump_in_reader, NULL, NULL, g_free, NULL,
                             await_cb, &result);
  await (&result);
  char *dump = diapason_store_read_finish (store, result, &error);
  g_assert_no_error (error);
  return dump;
}

/* The line of @lines at @at, when it is in none of @others. */
static const char *
line_of_its_own (char **lines, guint at, char **others)
{
  return lines[at] == NULL || g_strv_contains ((const char *const *) others, lines[at])
             ? "nothing like it"
             : lines[at];
}

char *
cache_dump_difference (const char *wanted, const char *got)
{
  g_auto (GStrv) want = g_strsplit (wanted, "\n", -1);
  g_auto (GStrv) have = g_strsplit (got, "\n", -1);
  const char *table = "";
  guint i = 0;

  for (; want[i] != NULL && g_strcmp0 (want[i], have[i]) == 0; i++)
    if (g_str_has_prefix (want[i], "## "))
      table = want[i];
  if (want[i] == NULL && have[i] == NULL)
    return NULL;
  return g_strdup_printf ("%s\n  wanted %s\n  got    %s", table, line_of_its_own (want, i, have),
                          line_of_its_own (have, i, want));
}
