/* company-fixture.c: see company-fixture.h. */
#include "company-fixture.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define ELSEWHERE "--make"

char *folder;
sqlite3 *made;

static const char *program;

static void
create (const char *path, const DiapasonHubCompany *company)
{
  g_autoptr (GError) error = NULL;

  diapason_hub_company_create (company, path, &error);
  g_assert_no_error (error);
}

void
company_fixture_begin (int argc, char **argv)
{
  program = argv[0];
  if (argc == 7 && g_str_equal (argv[1], ELSEWHERE))
    {
      DiapasonHubCompany company = {
        (guint) g_ascii_strtoull (argv[3], NULL, 10),
        (guint) g_ascii_strtoull (argv[4], NULL, 10),
        g_ascii_strtoull (argv[5], NULL, 10),
        g_ascii_strtoll (argv[6], NULL, 10),
      };

      create (argv[2], &company);
      exit (0);
    }
  folder = g_dir_make_tmp ("company-XXXXXX", NULL);
}

void
company_fixture_end (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  sqlite3_close (made);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = path_of (name);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

char *
make (const char *name, guint customers, guint days, guint64 seed, gint64 until)
{
  DiapasonHubCompany company = { customers, days, seed, until };
  char *path = path_of (name);

  create (path, &company);
  return path;
}

char *
make_elsewhere (const char *name, guint customers, guint days, guint64 seed, gint64 until)
{
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();
  g_auto (GStrv) environment = g_get_environ ();
  const gint64 numbers[] = { customers, days, (gint64) seed, until };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;
  char *path = path_of (name);
  int status;

  g_strv_builder_add_many (arguments, program, ELSEWHERE, path, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, numbers[i]);

      g_strv_builder_add (arguments, text);
    }
  words = g_strv_builder_end (arguments);
  environment = g_environ_setenv (environment, "TZ", "Pacific/Auckland", TRUE);
  environment = g_environ_setenv (environment, "LC_ALL", "C", TRUE);
  g_spawn_sync (NULL, words, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return path;
}

char *
digest (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
}

sqlite3 *
open_company (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  return db;
}

sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (db), sql);
  return statement;
}

gint64
number (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = prepare (db, sql);
  gint64 result = sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : -1;

  sqlite3_finalize (statement);
  return result;
}

void
assert_between (gint64 low, const char *sql, gint64 high)
{
  gint64 value = number (made, sql);

  g_test_message ("%" G_GINT64_FORMAT ": %s", value, sql);
  g_assert_cmpint (value, >=, low);
  g_assert_cmpint (value, <=, high);
}
