/* company-file.c: see company-file.h. */
#include "company-file.h"

#include "diapason-hub-resources.h"
#include "hub.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define SCHEMA           "/io/github/diapason/Diapason/hub/hub/schema.sql"
#define ROWS_A_COMMIT    5000
#define TRAILING_COLUMNS 4 /* revision, seq, updated_at, deleted */

/* Nothing here may depend on the machine, and room that a page has left has to be empty; a file
 * that is not finished is thrown away, so that no journal is needed. Lists of words to check by
 * would cost a table each for every row; what is made fits them, as its tests ask. */
#define SETTINGS                                                                                   \
  "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF;"                 \
  "PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -8000;"          \
  "PRAGMA foreign_keys = OFF; PRAGMA secure_delete = ON; PRAGMA ignore_check_constraints = ON"

static const struct
{
  const char *name;
  const char *columns;
} tables[DIAPASON_COMPANY_N_TABLES] = {
  [DIAPASON_COMPANY_UNIT] = { "unit", "id, name, kind, parent" },
  [DIAPASON_COMPANY_ADVISER] = { "adviser", "id, name, login, email, unit, role, language" },
  [DIAPASON_COMPANY_CUSTOMER] = { "customer", "id, given_name, family_name, birth_date, language,"
                                              " street, postcode, city, country, since, value,"
                                              " household, unit" },
  [DIAPASON_COMPANY_CONTACT_POINT] = { "contact_point", "id, customer, kind, value, preferred" },
  [DIAPASON_COMPANY_RELATION] = { "relation", "id, customer, other, kind" },
  [DIAPASON_COMPANY_CONTRACT] = { "contract", "id, customer, number, product, status, begins,"
                                              " ends, amount, currency" },
  [DIAPASON_COMPANY_CUSTOMER_FACT] = { "customer_fact", "id, customer, kind, value, note, consent,"
                                                        " consent_at, consent_by, maker,"
                                                        " maker_name, said_at, until" },
  [DIAPASON_COMPANY_PROMISE] = { "promise", "id, customer, adviser, interaction, text, made_at,"
                                            " due_at, state, closed_at" },
  [DIAPASON_COMPANY_CONTACT] = { "contact",
                                 "id, crm_customer, display_name, phone, email, language" },
  [DIAPASON_COMPANY_INTERACTION] = { "interaction", "id, contact, adviser, channel, direction,"
                                                    " began_at, ended_at, subject, reason, summary,"
                                                    " level, solved, state" },
  [DIAPASON_COMPANY_MESSAGE] = { "message",
                                 "id, interaction, author, adviser, kind, at, body, language" },
  [DIAPASON_COMPANY_PRESENCE] = { "presence", "id, state, since" },
  [DIAPASON_COMPANY_PRESENCE_CHANNEL] = { "presence_channel", "id, presence, channel, state, since,"
                                                              " set_by, set_by_adviser" },
  [DIAPASON_COMPANY_ARTICLE] = { "article", "id, title, body, topic, language" },
  [DIAPASON_COMPANY_CANNED_REPLY] = { "canned_reply", "id, title, body, channel, language" },
  [DIAPASON_COMPANY_SURVEY_WAVE] = { "survey_wave", "id, name, begins, ends" },
  [DIAPASON_COMPANY_SURVEY_COUNT] = { "survey_count",
                                      "id, wave, adviser, channel, asked, answered" },
  [DIAPASON_COMPANY_FEEDBACK] = { "feedback", "id, wave, contact, crm_customer, interaction,"
                                              " adviser, channel, asked_at, answered_at, recommend,"
                                              " text, language, permission, permission_by,"
                                              " permission_until, state" },
  [DIAPASON_COMPANY_FEEDBACK_SCORE] = { "feedback_score", "id, feedback, criterion, score, scale" },
  [DIAPASON_COMPANY_SHOP_ACCOUNT] = { "shop_account", "id, name, email, crm_customer" },
  [DIAPASON_COMPANY_SHOP_VISIT] = { "shop_visit", "id, account, began_at, ended_at, topic,"
                                                  " searched, article, found" },
  [DIAPASON_COMPANY_SHOP_ORDER] = { "shop_order", "id, account, number, placed_at, ended_at,"
                                                  " items, total, currency, state" },
  [DIAPASON_COMPANY_STORE_VISIT] = { "store_visit", "id, account, store, began_at, ended_at,"
                                                    " reason, note, solved" },
  [DIAPASON_COMPANY_REVIEW] = { "review", "id, account, author, posted_at, stars, about, title,"
                                          " text, language, state" },
};

struct _DiapasonCompanyFile
{
  char *path;      /* (owned) */
  char *temporary; /* (owned) (nullable): NULL once it stands at its place */
  sqlite3 *db;     /* (owned) */
  sqlite3_stmt *inserts[DIAPASON_COMPANY_N_TABLES]; /* (owned) */
  int columns[DIAPASON_COMPANY_N_TABLES];           /* bound so far */
  guint rows;                                       /* since the last commit */
  gint64 seq;
  GPtrArray *indexes; /* (owned) statements of the schema kept for the end */
  GError *error;      /* (owned) (nullable): the first */
};

static void
fail (DiapasonCompanyFile *file, const char *why)
{
  if (file->error == NULL)
    file->error = g_error_new (DIAPASON_HUB_ERROR, DIAPASON_HUB_ERROR_DATABASE,
                               "The company could not be written to “%s”: %s. Nothing of it was "
                               "left behind; choose another place where there is room and you "
                               "may write.",
                               file->path, why);
}

static void
check (DiapasonCompanyFile *file, int status)
{
  if (status != SQLITE_OK && status != SQLITE_DONE && status != SQLITE_ROW)
    fail (file, file->db != NULL ? sqlite3_errmsg (file->db) : sqlite3_errstr (status));
}

static void
run (DiapasonCompanyFile *file, const char *sql)
{
  if (file->error == NULL)
    check (file, sqlite3_exec (file->db, sql, NULL, NULL, NULL));
}

static const char *
skip_comments (const char *sql)
{
  while (g_ascii_isspace (*sql) || g_str_has_prefix (sql, "--"))
    sql = g_ascii_isspace (*sql) ? sql + 1 : sql + strcspn (sql, "\n");
  return sql;
}

/* An index over rows that are all there is sorted once instead of grown at random places. */
static gboolean
is_index (const char *sql)
{
  return g_str_has_prefix (sql, "CREATE INDEX") || g_str_has_prefix (sql, "CREATE UNIQUE INDEX");
}

static void
create_tables (DiapasonCompanyFile *file)
{
  g_autoptr (GBytes) schema = g_resource_lookup_data (diapason_hub_get_resource (), SCHEMA,
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  const char *sql = skip_comments (g_bytes_get_data (schema, NULL));

  run (file, "PRAGMA user_version = " DIAPASON_HUB_FORMAT);
  while (*sql != '\0' && file->error == NULL)
    {
      sqlite3_stmt *statement = NULL;
      const char *tail = sql;

      if (is_index (sql))
        {
          tail = strchr (sql, ';') + 1;
          g_ptr_array_add (file->indexes, g_strndup (sql, (gsize) (tail - sql)));
        }
      else
        {
          check (file, sqlite3_prepare_v2 (file->db, sql, -1, &statement, &tail));
          check (file, sqlite3_step (statement));
          sqlite3_finalize (statement);
        }
      sql = skip_comments (tail);
    }
}

static void
prepare_insert (DiapasonCompanyFile *file, DiapasonCompanyTable table)
{
  g_autoptr (GString) sql = g_string_new ("INSERT INTO ");
  int columns = 1 + TRAILING_COLUMNS;

  for (const char *c = tables[table].columns; *c != '\0'; c++)
    columns += *c == ',';
  g_string_append_printf (sql, "%s (%s, revision, seq, updated_at, deleted) VALUES (?",
                          tables[table].name, tables[table].columns);
  for (int i = 1; i < columns; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  check (file, sqlite3_prepare_v3 (file->db, sql->str, -1, SQLITE_PREPARE_PERSISTENT,
                                   &file->inserts[table], NULL));
}

static void
open_temporary (DiapasonCompanyFile *file)
{
  int descriptor;

  file->temporary = g_strconcat (file->path, ".XXXXXX", NULL);
  descriptor = g_mkstemp (file->temporary);
  if (descriptor < 0)
    {
      fail (file, g_strerror (errno));
      g_clear_pointer (&file->temporary, g_free);
      return;
    }
  close (descriptor);
  check (file, sqlite3_open_v2 (file->temporary, &file->db,
                                SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL));
}

DiapasonCompanyFile *
diapason_company_file_new (const char *path, GError **error)
{
  g_autoptr (DiapasonCompanyFile) file = g_new0 (DiapasonCompanyFile, 1);

  file->path = g_strdup (path);
  file->indexes = g_ptr_array_new_with_free_func (g_free);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    fail (file, "there is a file of that name already");
  if (file->error == NULL)
    open_temporary (file);
  run (file, SETTINGS);
  run (file, "BEGIN");
  if (file->error == NULL)
    create_tables (file);
  for (int table = 0; table < DIAPASON_COMPANY_N_TABLES && file->error == NULL; table++)
    prepare_insert (file, table);
  if (file->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&file->error));
      return NULL;
    }
  return g_steal_pointer (&file);
}

void
diapason_company_file_text (DiapasonCompanyFile *file,
                            DiapasonCompanyTable table,
                            const char *value)
{
  check (file, sqlite3_bind_text (file->inserts[table], ++file->columns[table], value, -1,
                                  SQLITE_TRANSIENT));
}

void
diapason_company_file_int (DiapasonCompanyFile *file, DiapasonCompanyTable table, gint64 value)
{
  check (file, sqlite3_bind_int64 (file->inserts[table], ++file->columns[table], value));
}

void
diapason_company_file_null (DiapasonCompanyFile *file, DiapasonCompanyTable table)
{
  check (file, sqlite3_bind_null (file->inserts[table], ++file->columns[table]));
}

void
diapason_company_file_put (DiapasonCompanyFile *file,
                           DiapasonCompanyTable table,
                           int revision,
                           gint64 updated_at,
                           gboolean deleted)
{
  diapason_company_file_int (file, table, revision);
  diapason_company_file_int (file, table, ++file->seq);
  diapason_company_file_int (file, table, updated_at);
  diapason_company_file_int (file, table, deleted ? 1 : 0);
  if (file->error == NULL)
    check (file, sqlite3_step (file->inserts[table]));
  sqlite3_reset (file->inserts[table]);
  file->columns[table] = 0;
  if (++file->rows >= ROWS_A_COMMIT)
    {
      run (file, "COMMIT; BEGIN");
      file->rows = 0;
    }
}

void
diapason_company_file_meta (DiapasonCompanyFile *file, const char *key, const char *value)
{
  char *sql = sqlite3_mprintf ("INSERT INTO meta (key, value) VALUES (%Q, %Q)", key, value);

  run (file, sql);
  sqlite3_free (sql);
}

static void
close_database (DiapasonCompanyFile *file)
{
  for (int table = 0; table < DIAPASON_COMPANY_N_TABLES; table++)
    g_clear_pointer (&file->inserts[table], sqlite3_finalize);
  check (file, sqlite3_close (g_steal_pointer (&file->db)));
}

/* Brings a file, or a folder's list of names, to the disk. */
static void
bring_to_disk (DiapasonCompanyFile *file, const char *path, int flags)
{
  int descriptor = open (path, flags | O_CLOEXEC);

  if (descriptor < 0 || fsync (descriptor) != 0)
    fail (file, g_strerror (errno));
  if (descriptor >= 0)
    close (descriptor);
}

/* Never over a file that came there meanwhile, where the file system can promise that. */
static void
move_to_place (DiapasonCompanyFile *file)
{
  int status = renameat2 (AT_FDCWD, file->temporary, AT_FDCWD, file->path, RENAME_NOREPLACE);

  if (status != 0 && (errno == EINVAL || errno == ENOSYS))
    status = g_rename (file->temporary, file->path);
  if (status != 0)
    fail (file, g_strerror (errno));
  else
    g_clear_pointer (&file->temporary, g_free);
}

gboolean
diapason_company_file_finish (DiapasonCompanyFile *file, GError **error)
{
  g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, file->seq);
  g_autofree char *folder = g_path_get_dirname (file->path);

  diapason_company_file_meta (file, "seq", seq);
  for (guint i = 0; i < file->indexes->len; i++)
    run (file, g_ptr_array_index (file->indexes, i));
  run (file, "COMMIT");
  close_database (file);
  if (file->error == NULL)
    bring_to_disk (file, file->temporary, O_RDONLY);
  if (file->error == NULL)
    move_to_place (file);
  if (file->error == NULL)
    bring_to_disk (file, folder, O_RDONLY | O_DIRECTORY);
  if (file->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&file->error));
  return FALSE;
}

void
diapason_company_file_free (DiapasonCompanyFile *file)
{
  if (file->db != NULL)
    close_database (file);
  if (file->temporary != NULL)
    g_unlink (file->temporary);
  g_clear_error (&file->error);
  g_ptr_array_unref (file->indexes);
  g_free (file->temporary);
  g_free (file->path);
  g_free (file);
}
