/* hub-database.c: the company's file. See the header. */
#include "hub-database.h"

#include "hub.h"

/* What was seen of a stored write is worth keeping until nobody can still be trying it again. */
#define IDEMPOTENCY_KEPT  (7 * 24 * 60 * 60 * G_GINT64_CONSTANT (1000))
#define BUSY_MILLISECONDS 5000

struct _DiapasonHubDatabase
{
  sqlite3 *handle;        /* (owned) */
  GHashTable *statements; /* (owned) (element-type utf8 sqlite3_stmt) */
  char *failure;          /* (owned) (nullable) the first one since the transaction began */
  GArray *changes;        /* (owned) of DiapasonHubChange: of the transaction */

  DiapasonHubChangedFunc changed; /* (nullable) */
  gpointer changed_data;
  DiapasonHubClock clock; /* (nullable) */
  gpointer clock_data;
};

static void
note_failure (DiapasonHubDatabase *self, const char *sql)
{
  if (self->failure == NULL)
    self->failure = g_strdup_printf ("%s: %s", sqlite3_errmsg (self->handle), sql);
}

static sqlite3_stmt *
prepare (DiapasonHubDatabase *self, const char *sql)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      return statement;
    }
  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
      SQLITE_OK)
    {
      note_failure (self, sql);
      return NULL;
    }
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

static sqlite3_stmt *
ask (DiapasonHubDatabase *self, const char *sql, const char *types, va_list values)
{
  sqlite3_stmt *statement = prepare (self, sql);

  for (int i = 0; statement != NULL && types[i] != '\0'; i++)
    {
      if (types[i] == 'i')
        sqlite3_bind_int64 (statement, i + 1, va_arg (values, gint64));
      else
        sqlite3_bind_text (statement, i + 1, va_arg (values, const char *), -1, SQLITE_TRANSIENT);
    }
  return statement;
}

sqlite3_stmt *
diapason_hub_database_ask (DiapasonHubDatabase *self, const char *sql, const char *types, ...)
{
  va_list values;

  va_start (values, types);
  sqlite3_stmt *statement = ask (self, sql, types, values);
  va_end (values);
  return statement;
}

gboolean
diapason_hub_database_next (DiapasonHubDatabase *self, sqlite3_stmt *statement)
{
  if (statement == NULL)
    return FALSE;

  int result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    note_failure (self, sqlite3_sql (statement));
  sqlite3_reset (statement);
  return FALSE;
}

const char *
diapason_hub_column_text (sqlite3_stmt *statement, int column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

char *
diapason_hub_database_text (DiapasonHubDatabase *self, const char *sql, const char *types, ...)
{
  va_list values;
  char *text = NULL;

  va_start (values, types);
  sqlite3_stmt *statement = ask (self, sql, types, values);
  va_end (values);
  if (diapason_hub_database_next (self, statement))
    {
      text = g_strdup (diapason_hub_column_text (statement, 0));
      sqlite3_reset (statement);
    }
  return text;
}

gint64
diapason_hub_database_number (DiapasonHubDatabase *self, const char *sql, const char *types, ...)
{
  va_list values;
  gint64 number = 0;

  va_start (values, types);
  sqlite3_stmt *statement = ask (self, sql, types, values);
  va_end (values);
  if (diapason_hub_database_next (self, statement))
    {
      number = sqlite3_column_int64 (statement, 0);
      sqlite3_reset (statement);
    }
  return number;
}

void
diapason_hub_database_run (DiapasonHubDatabase *self, const char *sql, const char *types, ...)
{
  va_list values;

  va_start (values, types);
  diapason_hub_database_next (self, ask (self, sql, types, values));
  va_end (values);
}

void
diapason_hub_database_begin (DiapasonHubDatabase *self, gboolean writes)
{
  g_clear_pointer (&self->failure, g_free);
  g_array_set_size (self->changes, 0);
  diapason_hub_database_run (self, writes ? "BEGIN IMMEDIATE" : "BEGIN", "");
}

static gboolean
tell_failure (DiapasonHubDatabase *self, GError **error)
{
  if (self->failure == NULL)
    return TRUE;
  g_set_error (error, DIAPASON_HUB_ERROR, DIAPASON_HUB_ERROR_DATABASE,
               "The company in %s cannot be used (%s). Check that it is a company's file, that it "
               "and its folder may be written, and that no other program holds it.",
               sqlite3_db_filename (self->handle, NULL), self->failure);
  return FALSE;
}

gboolean
diapason_hub_database_end (DiapasonHubDatabase *self, gboolean keep, GError **error)
{
  if (keep && self->failure == NULL)
    diapason_hub_database_run (self, "COMMIT", "");
  if (!sqlite3_get_autocommit (self->handle))
    {
      diapason_hub_database_run (self, "ROLLBACK", "");
      keep = FALSE;
    }
  if (!tell_failure (self, error))
    return FALSE;
  if (keep && self->changes->len > 0 && self->changed != NULL)
    self->changed ((const DiapasonHubChange *) self->changes->data, self->changes->len,
                   self->changed_data);
  return TRUE;
}

/* SQLite allows no question in here. */
static void
row_changed_cb (gpointer data, int what, const char *schema, const char *table, sqlite3_int64 rowid)
{
  DiapasonHubDatabase *self = data;
  DiapasonHubChange change = { g_intern_string (table), rowid };

  g_array_append_val (self->changes, change);
}

void
diapason_hub_database_watch (DiapasonHubDatabase *self,
                             DiapasonHubChangedFunc changed,
                             gpointer user_data)
{
  self->changed = changed;
  self->changed_data = user_data;
  sqlite3_update_hook (self->handle, row_changed_cb, self);
}

gint64
diapason_hub_now (void)
{
  return g_get_real_time () / G_TIME_SPAN_MILLISECOND;
}

void
diapason_hub_database_set_clock (DiapasonHubDatabase *self,
                                 DiapasonHubClock clock,
                                 gpointer user_data)
{
  self->clock = clock;
  self->clock_data = user_data;
}

gint64
diapason_hub_database_now (DiapasonHubDatabase *self)
{
  return self->clock != NULL ? self->clock (self->clock_data) : diapason_hub_now ();
}

void
diapason_hub_database_tick (DiapasonHubDatabase *self, gint64 *seq, gint64 *at)
{
  *seq = diapason_hub_database_number (self,
                                       "UPDATE meta SET value = value + 1 WHERE key = 'seq'"
                                       " RETURNING CAST (value AS INTEGER)",
                                       "");
  *at = diapason_hub_database_number (self,
                                      "UPDATE meta SET value = max (value + 1, ?1)"
                                      " WHERE key = 'clock' RETURNING CAST (value AS INTEGER)",
                                      "i", diapason_hub_database_now (self));
}

void
diapason_hub_database_touch (DiapasonHubDatabase *self, const char *table, const char *id)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET revision = revision + 1, seq = ?1,"
                                          " updated_at = ?2 WHERE id = ?3",
                                          table);
  gint64 seq = 0, at = 0;

  diapason_hub_database_tick (self, &seq, &at);
  diapason_hub_database_run (self, sql, "iis", seq, at, id);
}

/* The counters of a file that says nothing of them go on from its rows. */
static void
begin_counters (DiapasonHubDatabase *self)
{
  static const char *const tables[] = {
    "unit",         "adviser",     "customer",       "contact_point",    "relation",
    "contract",     "promise",     "contact",        "message",          "presence",
    "interaction",  "article",     "canned_reply",   "article_feedback", "survey_wave",
    "survey_count", "feedback",    "feedback_score", "shop_account",     "shop_visit",
    "shop_order",   "store_visit", "review",         "customer_fact"
  };
  static const char *const counters[][2] = { { "seq", "seq" }, { "clock", "updated_at" } };

  for (gsize i = 0; i < G_N_ELEMENTS (counters); i++)
    {
      g_autoptr (GString) sql = g_string_new ("INSERT INTO meta SELECT ?1, max (0");

      for (gsize j = 0; j < G_N_ELEMENTS (tables); j++)
        g_string_append_printf (sql, ", (SELECT coalesce (max (%s), 0) FROM %s)", counters[i][1],
                                tables[j]);
      g_string_append (sql, ") WHERE NOT EXISTS (SELECT 1 FROM meta WHERE key = ?1)");
      diapason_hub_database_run (self, sql->str, "s", counters[i][0]);
    }
}

static gboolean
check_format (DiapasonHubDatabase *self, GError **error)
{
  g_autofree char *format = diapason_hub_database_text (self, "PRAGMA user_version", "");

  if (g_strcmp0 (format, DIAPASON_HUB_FORMAT) == 0)
    return TRUE;
  g_set_error (error, DIAPASON_HUB_ERROR, DIAPASON_HUB_ERROR_DATABASE,
               "The company in %s was made by another version of this program and cannot be served "
               "by this one. Nothing in it was changed. Name another file, or move this one away: "
               "then a company is made anew.",
               sqlite3_db_filename (self->handle, NULL));
  return FALSE;
}

/* SQLite opens any file, an empty one and one that is no database too; a question tells, before
 * anything is written. */
static gboolean
prepare_for_service (DiapasonHubDatabase *self, GError **error)
{
  g_autofree char *mode = NULL;

  diapason_hub_database_number (self, "SELECT count (*) FROM meta", "");
  if (!tell_failure (self, error) || !check_format (self, error))
    return FALSE;
  mode = diapason_hub_database_text (self, "PRAGMA journal_mode = WAL", "");
  diapason_hub_database_run (self, "PRAGMA synchronous = NORMAL", "");
  diapason_hub_database_run (self, "PRAGMA foreign_keys = ON", "");
  if (!tell_failure (self, error))
    return FALSE;
  diapason_hub_database_begin (self, TRUE);
  begin_counters (self);
  diapason_hub_database_run (self, "DELETE FROM idempotency WHERE at < ?1", "i",
                             diapason_hub_now () - IDEMPOTENCY_KEPT);
  return diapason_hub_database_end (self, TRUE, error);
}

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

DiapasonHubDatabase *
diapason_hub_database_open (const char *path, GError **error)
{
  g_autoptr (DiapasonHubDatabase) self = g_new0 (DiapasonHubDatabase, 1);
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;

  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize);
  self->changes = g_array_new (FALSE, FALSE, sizeof (DiapasonHubChange));
  if (sqlite3_open_v2 (path, &self->handle, flags, NULL) != SQLITE_OK)
    {
      g_set_error (error, DIAPASON_HUB_ERROR, DIAPASON_HUB_ERROR_DATABASE,
                   "The company's file %s cannot be opened (%s). Check its name and whether it may "
                   "be read and written.",
                   path, sqlite3_errmsg (self->handle));
      return NULL;
    }
  sqlite3_busy_timeout (self->handle, BUSY_MILLISECONDS);
  if (!prepare_for_service (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
diapason_hub_database_close (DiapasonHubDatabase *self)
{
  g_hash_table_unref (self->statements);
  g_array_unref (self->changes);
  sqlite3_close (self->handle);
  g_free (self->failure);
  g_free (self);
}
