/* check.c: see the header. Full text is left out: what is wrong with it is seen when it is used,
 * and it alone is made anew. */
#include "check.h"

#include "aside.h"
#include "database-private.h"
#include "open.h"

struct _DiapasonCheck
{
  char *folder;               /* (owned) */
  DiapasonWorker *worker;     /* (owned) */
  DiapasonDatabase *database; /* (owned) the worker's */
  sqlite3 *handle;            /* (weak) of the database */
  GCancellable *closing;      /* (owned) */
  GSource *waiting;           /* (owned) (nullable) it is to begin */
  DiapasonCheckFunc damaged;
  gpointer data;
  gint64 table; /* the worker's: the last that was looked at, by its number in the schema */

  GMutex lock; /* for what follows */
  gboolean looking;
};

/* Only a look itself is interrupted: at any other moment it could be the end of the transaction
 * that is cut off. */
static void
set_looking (DiapasonCheck *self, gboolean looking)
{
  g_mutex_lock (&self->lock);
  self->looking = looking;
  g_mutex_unlock (&self->lock);
}

static gboolean
look (DiapasonCheck *self, DiapasonStatement *check, gboolean *row, GError **error)
{
  gboolean done = FALSE;

  set_looking (self, TRUE);
  /* Who closed before that saw no look, and interrupted none. */
  if (!g_cancellable_set_error_if_cancelled (self->closing, error))
    done = diapason_database_step (self->database, check, row, error);
  set_looking (self, FALSE);
  return done;
}

static gboolean
look_through (DiapasonCheck *self, const char *name, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA main.quick_check ('%s')", name);
  g_autoptr (DiapasonStatement) check = diapason_database_prepare (self->database, sql, error);
  gboolean row = FALSE;

  /* A page that could not be had, for want of memory, is called damaged as well: twice it is. */
  for (guint looks = 0; check != NULL && looks < 2; looks++)
    {
      diapason_statement_done (check);
      if (!look (self, check, &row, error) ||
          /* An interrupted look says what it likes. */
          g_cancellable_set_error_if_cancelled (self->closing, error))
        return FALSE;
      if (row && g_strcmp0 ((const char *) sqlite3_column_text (check, 0), "ok") == 0)
        return TRUE;
    }
  if (check != NULL)
    diapason_store_set_sqlite_error (error, NULL, SQLITE_CORRUPT);
  return FALSE;
}

/* Looks through the table after the last, which is then that one; 0: there was none left. While
 * @select stands on its row SQLite forgets no interruption that comes before the look. */
static gboolean
check_next (DiapasonCheck *self, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      self->database,
      "SELECT rowid, name FROM main.sqlite_schema WHERE type = 'table' AND rootpage > 0 "
      "AND name NOT LIKE '%\\_text\\_%' ESCAPE '\\' AND rowid > ? ORDER BY rowid LIMIT 1",
      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", self->table);
  if (!diapason_database_step (self->database, select, &row, error))
    return FALSE;
  self->table = row ? sqlite3_column_int64 (select, 0) : 0;
  g_autofree char *name = row ? diapason_statement_text (select, 1) : NULL;
  return name == NULL || look_through (self, name, error);
}

/* One table a turn, so that the log does not grow without end behind one long look. */
static gboolean
check_in_checker (DiapasonWorker *worker, GTask *task, gpointer data)
{
  DiapasonCheck *self = data;
  g_autoptr (GError) error = NULL;

  if (diapason_database_begin_read (self->database, DIAPASON_PRIORITY_PERSON, self->closing,
                                    &error))
    {
      check_next (self, &error);
      diapason_database_end_read (self->database);
    }
  if (error == NULL && self->table != 0)
    return TRUE;
  if (g_error_matches (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_CORRUPT))
    self->damaged (self->data);
  if (error == NULL)
    diapason_mark_clear (self->folder, DIAPASON_MARK_UNCHECKED);
  g_task_return_boolean (task, error == NULL);
  return FALSE;
}

static gboolean
begin (gpointer data)
{
  DiapasonCheck *self = data;
  g_autoptr (GTask) task = g_task_new (self->worker, NULL, NULL, NULL);

  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, self, NULL);
  diapason_worker_run (self->worker, DIAPASON_PRIORITY_MAINTENANCE, task, check_in_checker);
  return G_SOURCE_REMOVE;
}

DiapasonCheck *
diapason_check_new (const char *folder,
                    DiapasonClock *clock,
                    GMainContext *context,
                    DiapasonCheckFunc damaged,
                    gpointer data,
                    GError **error)
{
  sqlite3 *handle = diapason_open_reader (folder, error);
  DiapasonCheck *self;

  if (handle == NULL)
    return NULL;
  self = g_new0 (DiapasonCheck, 1);
  self->folder = g_strdup (folder);
  self->damaged = damaged;
  self->data = data;
  self->closing = g_cancellable_new ();
  g_mutex_init (&self->lock);
  self->handle = handle;
  self->database = diapason_database_new (handle, clock);
  self->worker = diapason_worker_new ("checker", TRUE);
  diapason_database_set_worker (self->database, self->worker);
  /* After the window is painted, which is of a higher priority. */
  self->waiting = g_idle_source_new ();
  g_source_set_priority (self->waiting, G_PRIORITY_LOW);
  g_source_set_static_name (self->waiting, "DiapasonCheck: begin");
  g_source_set_callback (self->waiting, begin, self, NULL);
  g_source_attach (self->waiting, context);
  return self;
}

/* A look through one table asks for nothing else meanwhile. */
static void
interrupt (DiapasonCheck *self)
{
  g_cancellable_cancel (self->closing);
  g_mutex_lock (&self->lock);
  if (self->looking)
    sqlite3_interrupt (self->handle);
  g_mutex_unlock (&self->lock);
}

void
diapason_check_free (DiapasonCheck *self)
{
  g_source_destroy (self->waiting);
  g_source_unref (self->waiting);
  interrupt (self);
  diapason_worker_shutdown (self->worker);
  diapason_database_set_worker (self->database, NULL);
  diapason_database_free (self->database);
  g_object_unref (self->worker);
  g_object_unref (self->closing);
  g_mutex_clear (&self->lock);
  g_free (self->folder);
  g_free (self);
}
