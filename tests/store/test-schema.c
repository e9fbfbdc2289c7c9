/* test-schema.c: the declarations are the tables, every released version becomes today's, and the
 * check of query plans sees what it should. */
#include "plan-check.h"

#include "schema.h"
#include "store-errors.h"

static const char *
sql_type (DiapasonColumnType type)
{
  switch (type)
    {
    case DIAPASON_COLUMN_TEXT:
    case DIAPASON_COLUMN_DAY:
    case DIAPASON_COLUMN_MADE:
      return "TEXT";
    case DIAPASON_COLUMN_INTEGER:
    case DIAPASON_COLUMN_BOOLEAN:
    case DIAPASON_COLUMN_TIME:
    case DIAPASON_COLUMN_REFERENCE:
    default:
      return "INTEGER";
    }
}

static char *
declared_columns (const DiapasonEntityInfo *info)
{
  GString *lines = g_string_new ("id|INTEGER|1|record\n");

  for (guint column = 0; column < info->n_columns; column++)
    {
      const DiapasonColumn *it = &info->columns[column];
      g_string_append_printf (lines, "%s|%s|0|%s\n", it->name, sql_type (it->type),
                              it->type == DIAPASON_COLUMN_REFERENCE ? "record" : "");
    }
  return g_string_free (lines, FALSE);
}

static void
test_tables_are_as_declared (StoreFixture *fixture, gconstpointer data)
{
  for (guint entity = DIAPASON_ENTITY_UNIT; entity < DIAPASON_N_ENTITIES; entity++)
    {
      const DiapasonEntityInfo *info = diapason_entity_info (entity);
      g_autofree char *sql = g_strdup_printf (
          "SELECT c.name, c.type, c.pk, f.\"table\" FROM pragma_table_info ('%s') c "
          "LEFT JOIN pragma_foreign_key_list ('%s') f ON f.\"from\" = c.name ORDER BY c.cid",
          info->name, info->name);
      g_autofree char *table = store_fixture_dump (fixture, sql);
      g_autofree char *declared = declared_columns (info);
      g_assert_cmpstr (table, ==, declared);
    }
}

static void
test_no_table_is_undeclared (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *count =
      store_fixture_dump (fixture,
                          "SELECT count(*) FROM sqlite_schema "
                          "WHERE sql LIKE '%id%INTEGER PRIMARY KEY REFERENCES record (id)%' "
                          "AND name NOT IN ('person_member')");
  g_autofree char *declared = g_strdup_printf ("%d\n", DIAPASON_N_ENTITIES - 1);

  g_assert_cmpstr (count, ==, declared);
}

#define SCHEMA_OF(file)                                                                            \
  "SELECT type, name, tbl_name, sql FROM " file ".sqlite_schema ORDER BY type, name"

static char *
fresh_schema (const char *sql)
{
  StoreFixture fresh = { NULL };

  store_fixture_set_up (&fresh, NULL);
  char *schema = store_fixture_dump (&fresh, sql);
  store_fixture_tear_down (&fresh, NULL);
  return schema;
}

/* As a program of that version left it, with @rows (SQL) in it. */
static void
make_old_file (const char *folder, DiapasonFile file, gint64 version, const char *rows)
{
  g_autofree char *path =
      g_build_filename (folder, file == DIAPASON_FILE_CACHE ? "cache.db" : "work.db", NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  g_assert_true (diapason_schema_migrate (handle, file, version, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_exec (handle, rows, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static void
check_upgrade (DiapasonFile file, gint64 version, const char *sql)
{
  StoreFixture old = { NULL };
  g_autofree char *today = fresh_schema (sql);

  store_fixture_set_up_closed (&old, NULL);
  make_old_file (old.folder, file, version, "");
  store_fixture_open (&old);
  g_autofree char *upgraded = store_fixture_dump (&old, sql);
  g_assert_cmpstr (upgraded, ==, today);
  store_fixture_tear_down (&old, NULL);
}

static void
test_every_version_is_upgraded (void)
{
  for (gint64 version = 0; version <= diapason_schema_version (DIAPASON_FILE_CACHE); version++)
    check_upgrade (DIAPASON_FILE_CACHE, version, SCHEMA_OF ("main"));
  for (gint64 version = 0; version <= diapason_schema_version (DIAPASON_FILE_WORK); version++)
    check_upgrade (DIAPASON_FILE_WORK, version, SCHEMA_OF ("work"));
}

#define FIRST_ROWS                                                                                 \
  "INSERT INTO source (id, name) VALUES (1, 'crm');"                                               \
  "INSERT INTO stream (source, name, cursor) VALUES (1, 'customers', '7');"                        \
  "INSERT INTO record (id, source, entity, remote_id, revision, as_of, first_seen) "               \
  "VALUES (5, 1, 3, 'C1', 4, 9, 8), (6, 1, 8, 'I1', 1, 9, 8);"                                     \
  "INSERT INTO customer (id, name) VALUES (5, 'Léa Roche');"                                      \
  "INSERT INTO interaction (id, customer, channel) VALUES (6, 5, 'call');"                         \
  "INSERT INTO person_member VALUES (5, 5, 1);"                                                    \
  "INSERT INTO timeline VALUES (5, 3, 6, 8, 1, 1, 1);"                                             \
  "INSERT INTO document VALUES (77, 5, 1, 4);"                                                     \
  "INSERT INTO customer_text (rowid, words) VALUES (77, 'lea roche')"
#define ALL_ROWS                                                                                   \
  "SELECT r.id, r.entity, r.remote_id, r.revision, c.name, i.channel, t.at, d.id, x.words, "       \
  "  (SELECT cursor FROM stream) "                                                                 \
  "FROM record r LEFT JOIN customer c ON c.id = r.id LEFT JOIN interaction i ON i.id = r.id "      \
  "LEFT JOIN timeline t ON t.record = r.id LEFT JOIN document d ON d.record = r.id "               \
  "LEFT JOIN customer_text x ON x.rowid = d.id ORDER BY r.id"

/* Also of a source's rows that came later: what was mentioned first is the same record. */
static void
test_rows_of_the_first_version_stay (StoreFixture *fixture, gconstpointer data)
{
  make_old_file (fixture->folder, DIAPASON_FILE_CACHE, 1, FIRST_ROWS);
  store_fixture_open (fixture);

  g_autofree char *rows = store_fixture_dump (fixture, ALL_ROWS);
  g_assert_cmpstr (rows, ==,
                   "5|3|C1|4|Léa Roche|||77|lea roche|7\n"
                   "6|8|I1|1||call|3|||7\n");
  store_fixture_ingest (fixture, "crm",
                        store_fixture_row (DIAPASON_ENTITY_VERBATIM, "V1", 1, "customer", "C1",
                                           "interaction", "I1", NULL));
  g_autofree char *verbatim = store_fixture_dump (
      fixture, "SELECT customer, interaction, (SELECT count(*) FROM record) FROM verbatim");
  g_assert_cmpstr (verbatim, ==, "5|6|3\n");
}

/* A step that fails leaves nothing of itself. */
static void
test_failed_step_is_undone (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "half.db", NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *handle = NULL;
  gint64 tables;
  int code;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  /* In the way of the last table but some. */
  sqlite3_exec (handle, "CREATE TABLE timeline (x)", NULL, NULL, NULL);
  g_assert_false (diapason_schema_migrate (handle, DIAPASON_FILE_CACHE, 1, &error));
  g_assert_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_QUERY);
  g_assert_true (
      diapason_schema_read_integer (handle, "SELECT count(*) FROM sqlite_schema", &tables, &code));
  g_assert_cmpint (tables, ==, 1);
  g_assert_true (diapason_schema_read_integer (handle, "PRAGMA application_id", &tables, &code));
  g_assert_cmpint (tables, ==, 0);
  sqlite3_close (handle);
}

static gpointer
read_sources_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  gint64 in_sync_since, retry_at, me, source;
  g_autoptr (DiapasonStream) stream = NULL;

  g_assert_true (diapason_ingest_source (database, "none", "None", &source, error));
  g_assert_cmpint (source, ==, 0);
  stream = diapason_ingest_stream (database, 1, "customers", error);
  g_assert_cmpint (stream->read_at, ==, 0);
  g_assert_true (diapason_ingest_source_state (database, 1, &in_sync_since, &retry_at, &me, error));
  return NULL;
}

static void
test_plans (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_read (fixture, DIAPASON_LANE_FAST, read_sources_in_reader, NULL);
  plan_check_readers (fixture, NULL);

  g_autofree char *scan =
      plan_check_sql (fixture, "SELECT body FROM message WHERE language = 'it'");
  g_assert_nonnull (strstr (scan, "SCAN message"));
  g_autofree char *sort =
      plan_check_sql (fixture, "SELECT id FROM interaction WHERE customer = 1 ORDER BY subject");
  g_assert_nonnull (strstr (sort, "TEMP B-TREE"));
  g_autofree char *good =
      plan_check_sql (fixture,
                      "SELECT id FROM interaction WHERE customer = 1 ORDER BY began_at DESC");
  g_assert_cmpstr (good, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/schema/tables-are-as-declared", StoreFixture, NULL, store_fixture_set_up,
              test_tables_are_as_declared, store_fixture_tear_down);
  g_test_add ("/store/schema/no-table-is-undeclared", StoreFixture, NULL, store_fixture_set_up,
              test_no_table_is_undeclared, store_fixture_tear_down);
  g_test_add_func ("/store/schema/every-version-is-upgraded", test_every_version_is_upgraded);
  g_test_add ("/store/schema/rows-of-the-first-version-stay", StoreFixture, NULL,
              store_fixture_set_up_closed, test_rows_of_the_first_version_stay,
              store_fixture_tear_down);
  g_test_add ("/store/schema/failed-step-is-undone", StoreFixture, NULL,
              store_fixture_set_up_closed, test_failed_step_is_undone, store_fixture_tear_down);
  g_test_add ("/store/plans", StoreFixture, NULL, store_fixture_set_up, test_plans,
              store_fixture_tear_down);
  return g_test_run ();
}
