/* database.c: a connection, the table of its prepared statements, and what a job may do with them.
 *
 * Thread: the worker it was given to. Lifetime: of the store. Statements live as long as the
 * connection.
 */
#include "database.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "checkpoint.h"
#include "database-private.h"

/* Instructions of SQLite's machine between two looks at the clock: some 20 µs. */
#define PROGRESS_STEPS 1000

struct _DiapasonDatabase
{
  sqlite3 *handle;                /* (owned) */
  GHashTable *prepared;           /* (owned) DiapasonStatement by its own SQL text */
  DiapasonClock *clock;           /* (owned) */
  DiapasonWorker *worker;         /* (weak) (nullable) */
  DiapasonCheckpoint *checkpoint; /* (owned) (nullable) */
  gboolean damaged;               /* a statement met damage */
  DiapasonFile damaged_file;

  /* Of the job that runs. */
  GCancellable *cancellable;  /* (weak) (nullable) */
  gint64 deadline;            /* monotonic microseconds; 0: none */
  DiapasonPriority priority;  /* of a reader's job; PERSON: nothing overtakes it */
  gboolean can_wait;          /* it rests while the background is paused */
  DiapasonChangeSet *changes; /* (owned) */
};

/* Of the job that this thread runs: why a value could not be bound or read, where nobody could be
 * told. What the job says or writes may lack that value, so the job fails. */
static __thread int untold;

static int
look_up_from_work (gpointer data)
{
  DiapasonDatabase *self = data;

  if (self->can_wait)
    diapason_worker_rest (self->worker, DIAPASON_PRIORITY_SYNC);
  return diapason_database_is_interrupted (self);
}

/* Some of the characters tell texts of SQL apart as well as all of them, which would be a twentieth
 * of what ingest costs. */
static guint
hash_sql (gconstpointer sql)
{
  const char *text = sql;
  gsize length = strlen (text);
  gsize stride = length / 16 + 1;
  guint hash = length;

  for (gsize at = length % stride; at < length; at += stride)
    hash = hash * 31 + (guchar) text[at];
  return hash;
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

DiapasonDatabase *
diapason_database_new (sqlite3 *handle, DiapasonClock *clock)
{
  DiapasonDatabase *self = g_new0 (DiapasonDatabase, 1);

  self->handle = handle;
  self->clock = g_object_ref (clock);
  self->changes = diapason_change_set_new ();
  self->prepared = g_hash_table_new_full (hash_sql, g_str_equal, NULL, finalize_statement);
  sqlite3_progress_handler (handle, PROGRESS_STEPS, look_up_from_work, self);
  return self;
}

void
diapason_database_free (DiapasonDatabase *self)
{
  g_clear_pointer (&self->checkpoint, diapason_checkpoint_free);
  g_hash_table_unref (self->prepared);
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("A connection was closed with work left: %s", sqlite3_errmsg (self->handle));
  diapason_change_set_unref (self->changes);
  g_object_unref (self->clock);
  g_free (self);
}

void
diapason_database_set_worker (DiapasonDatabase *self, DiapasonWorker *worker)
{
  if (worker == NULL)
    g_clear_pointer (&self->checkpoint, diapason_checkpoint_free);
  self->worker = worker;
}

static void
assert_thread (DiapasonDatabase *self)
{
  g_assert (self->worker == NULL || diapason_worker_is_current (self->worker));
}

/* Without a worker only its owner writes, who is then alone. */
static void
hold_cb (gboolean hold, gpointer data)
{
  DiapasonDatabase *self = data;

  if (self->worker == NULL)
    return;
  if (hold)
    diapason_worker_hold (self->worker, DIAPASON_PRIORITY_SYNC);
  else
    diapason_worker_release (self->worker);
}

void
diapason_database_keep_log (DiapasonDatabase *self, int pages)
{
  assert_thread (self);
  g_clear_pointer (&self->checkpoint, diapason_checkpoint_free);
  self->checkpoint = diapason_checkpoint_new (self->handle, pages, hold_cb, self);
}

/* The names of the full-text tables, and of theirs behind them, and of nothing else. */
static gboolean
is_about_words (const char *sql)
{
  return sql != NULL && strstr (sql, "_text") != NULL;
}

/* The writer of work.db has it as its main file; the others say "work." where they mean it. */
static void
note_damage (DiapasonDatabase *self, const char *sql)
{
  gboolean work = sqlite3_db_filename (self->handle, "work") == NULL ||
                  (sql != NULL && strstr (sql, "work.") != NULL);

  self->damaged = TRUE;
  self->damaged_file = work ? DIAPASON_FILE_WORK : DIAPASON_FILE_CACHE;
}

gboolean
diapason_database_take_damage (DiapasonDatabase *self, DiapasonFile *out_file)
{
  gboolean damaged = self->damaged;

  *out_file = self->damaged_file;
  self->damaged = FALSE;
  return damaged;
}

static void
set_damage (DiapasonDatabase *self, int code, const char *sql, GError **error)
{
  if (is_about_words (sql))
    g_set_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_WORDS,
                 _("The index of words is damaged, so they cannot be looked for now (%s). The "
                   "program makes it again from what is here; search in its window, and again in "
                   "a moment."),
                 sqlite3_errmsg (self->handle));
  else
    {
      note_damage (self, sql);
      diapason_store_set_sqlite_error (error, self->handle, code);
    }
}

/* @sql (nullable): what failed. */
static void
set_error (DiapasonDatabase *self, int code, const char *sql, GError **error)
{
  const int primary = code & 0xff;

  if (primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB)
    set_damage (self, code, sql, error);
  else if (primary != SQLITE_INTERRUPT)
    diapason_store_set_sqlite_error (error, self->handle, code);
  else if (g_cancellable_is_cancelled (self->cancellable))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                         _("Nobody waits for this any more."));
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                         _("This took too long and was cut off. Ask for less at once."));
}

void
diapason_statement_done (DiapasonStatement *statement)
{
  if (statement == NULL)
    return;
  /* A column that no memory was there for has been read as NULL. */
  if (sqlite3_reset (statement) == SQLITE_NOMEM)
    untold = SQLITE_NOMEM;
  sqlite3_clear_bindings (statement);
}

static DiapasonStatement *
prepare_new (DiapasonDatabase *self, const char *sql, GError **error)
{
  DiapasonStatement *statement = NULL;
  int code =
      sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);

  if (code != SQLITE_OK)
    {
      set_error (self, code, sql, error);
      return NULL;
    }
  /* The key is the statement's own copy of its text: a caller's buffer may go. */
  g_hash_table_insert (self->prepared, (gpointer) sqlite3_sql (statement), statement);
  return statement;
}

DiapasonStatement *
diapason_database_prepare (DiapasonDatabase *self, const char *sql, GError **error)
{
  assert_thread (self);

  DiapasonStatement *statement = g_hash_table_lookup (self->prepared, sql);
  if (statement == NULL)
    return prepare_new (self, sql, error);
  /* Somebody further up is in the middle of its rows: their loop would begin anew. */
  g_assert (!sqlite3_stmt_busy (statement));
  return statement;
}

gboolean
diapason_database_step (DiapasonDatabase *self,
                        DiapasonStatement *statement,
                        gboolean *row,
                        GError **error)
{
  assert_thread (self);

  *row = FALSE;
  if (!diapason_database_is_whole (self, error))
    return FALSE;
  int code = sqlite3_step (statement);
  *row = code == SQLITE_ROW;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;
  set_error (self, code, sqlite3_sql (statement), error);
  return FALSE;
}

static int
bind_one (DiapasonStatement *statement,
          int at,
          char type,
          sqlite3_destructor_type texts,
          va_list *values)
{
  switch (type)
    {
    case 'i':
      return sqlite3_bind_int64 (statement, at, va_arg (*values, gint64));
    case 's':
      return sqlite3_bind_text (statement, at, va_arg (*values, const char *), -1, texts);
    case 'd':
      return sqlite3_bind_double (statement, at, va_arg (*values, double));
    case 'n':
      return sqlite3_bind_null (statement, at);
    default:
      g_assert_not_reached ();
    }
}

static void
bind_list (DiapasonStatement *statement,
           sqlite3_destructor_type texts,
           const char *types,
           va_list *values)
{
  g_assert ((int) strlen (types) == sqlite3_bind_parameter_count (statement));

  for (int at = 1; types[at - 1] != '\0'; at++)
    {
      int code = bind_one (statement, at, types[at - 1], texts, values);
      if (code != SQLITE_OK)
        untold = code;
    }
}

void
diapason_statement_bind (DiapasonStatement *statement, const char *types, ...)
{
  va_list values;

  va_start (values, types);
  bind_list (statement, SQLITE_TRANSIENT, types, &values);
  va_end (values);
}

gboolean
diapason_database_run (DiapasonDatabase *self,
                       GError **error,
                       const char *sql,
                       const char *types,
                       ...)
{
  g_autoptr (DiapasonStatement) statement = diapason_database_prepare (self, sql, error);
  gboolean row = TRUE;
  va_list values;

  if (statement == NULL)
    return FALSE;
  va_start (values, types);
  bind_list (statement, SQLITE_STATIC, types, &values);
  va_end (values);
  while (row)
    if (!diapason_database_step (self, statement, &row, error))
      return FALSE;
  return TRUE;
}

gboolean
diapason_database_exec (DiapasonDatabase *self, const char *sql, GError **error)
{
  assert_thread (self);

  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;
  /* Where the making of a new index of words meets damage, it is the file's. */
  set_error (self, code, NULL, error);
  return FALSE;
}

char *
diapason_statement_text (DiapasonStatement *statement, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

sqlite3 *
diapason_database_handle (DiapasonDatabase *self)
{
  assert_thread (self);
  return self->handle;
}

DiapasonChangeSet *
diapason_database_changes (DiapasonDatabase *self)
{
  assert_thread (self);
  return self->changes;
}

gint64
diapason_database_now (DiapasonDatabase *self)
{
  return diapason_clock_now (self->clock);
}

void
diapason_database_set_deadline (DiapasonDatabase *self, gint64 ms)
{
  assert_thread (self);
  self->deadline = ms > 0 ? g_get_monotonic_time () + ms * 1000 : 0;
}

gboolean
diapason_database_is_interrupted (DiapasonDatabase *self)
{
  return g_cancellable_is_cancelled (self->cancellable) ||
         (self->deadline != 0 && g_get_monotonic_time () >= self->deadline) ||
         diapason_database_is_overtaken (self);
}

gboolean
diapason_database_is_awaited (DiapasonDatabase *self, DiapasonPriority priority)
{
  assert_thread (self);
  return self->worker != NULL && diapason_worker_is_wanted (self->worker, priority);
}

gboolean
diapason_database_is_overtaken (DiapasonDatabase *self)
{
  return self->priority != DIAPASON_PRIORITY_PERSON &&
         diapason_worker_is_wanted (self->worker, self->priority);
}

GPtrArray *
diapason_database_statements (DiapasonDatabase *self)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer sql;

  assert_thread (self);
  g_hash_table_iter_init (&iter, self->prepared);
  while (g_hash_table_iter_next (&iter, &sql, NULL))
    g_ptr_array_add (texts, g_strdup (sql));
  return texts;
}

/* What ends it has to be there before: it is needed where there is no memory left. */
static gboolean
begin (DiapasonDatabase *self, const char *sql, DiapasonPriority priority, GError **error)
{
  untold = SQLITE_OK;
  if (diapason_database_prepare (self, "ROLLBACK", error) == NULL ||
      !diapason_database_run (self, error, sql, ""))
    return FALSE;
  self->can_wait = self->worker != NULL && priority >= DIAPASON_PRIORITY_SYNC;
  return TRUE;
}

gboolean
diapason_database_begin_read (DiapasonDatabase *self,
                              DiapasonPriority priority,
                              GCancellable *cancellable,
                              GError **error)
{
  if (!begin (self, "BEGIN", priority, error))
    return FALSE;
  self->priority = priority;
  self->cancellable = cancellable;
  return TRUE;
}

/* Neither COMMIT nor ROLLBACK is ever cut off. */
static void
let_finish (DiapasonDatabase *self)
{
  untold = SQLITE_OK;
  self->cancellable = NULL;
  self->deadline = 0;
  self->priority = DIAPASON_PRIORITY_PERSON;
  self->can_wait = FALSE;
}

gboolean
diapason_database_is_whole (DiapasonDatabase *self, GError **error)
{
  if (untold == SQLITE_OK)
    return TRUE;
  diapason_store_set_sqlite_error (error, NULL, untold);
  return FALSE;
}

void
diapason_database_end_read (DiapasonDatabase *self)
{
  diapason_database_rollback (self);
}

gboolean
diapason_database_begin_write (DiapasonDatabase *self, DiapasonPriority priority, GError **error)
{
  return begin (self, "BEGIN IMMEDIATE", priority, error);
}

static DiapasonChangeSet *
take_changes (DiapasonDatabase *self)
{
  DiapasonChangeSet *changes = g_steal_pointer (&self->changes);

  self->changes = diapason_change_set_new ();
  return changes;
}

DiapasonChangeSet *
diapason_database_commit (DiapasonDatabase *self, GError **error)
{
  gboolean whole = diapason_database_is_whole (self, error);

  let_finish (self);
  if (whole && diapason_database_run (self, error, "COMMIT", ""))
    return take_changes (self);
  diapason_database_rollback (self);
  return NULL;
}

void
diapason_database_rollback (DiapasonDatabase *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonChangeSet) dropped G_GNUC_UNUSED = take_changes (self);

  let_finish (self);
  /* A full disk has rolled back by itself. */
  if (sqlite3_get_autocommit (self->handle))
    return;
  if (!diapason_database_run (self, &error, "ROLLBACK", ""))
    g_warning ("A transaction could not be rolled back: %s", error->message);
}
