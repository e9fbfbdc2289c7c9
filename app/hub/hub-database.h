/* hub-database.h: the company's file: prepared statements, one transaction a request, and the two
 * counters every write moves on.
 *
 * Errors inside a transaction are remembered, not returned: a handler asks on, gets nothing, and
 * diapason_hub_database_end() tells. Thread: the hub's. Lifetime: the hub's.
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _DiapasonHubDatabase DiapasonHubDatabase;

/* Opens the company at @path for reading and writing. Errors: DIAPASON_HUB_ERROR_DATABASE. */
DiapasonHubDatabase *diapason_hub_database_open (const char *path, GError **error);
void diapason_hub_database_close (DiapasonHubDatabase *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonHubDatabase, diapason_hub_database_close)

/* In all that follows @types has one letter a parameter: 's' for a const char * (NULL is SQL's),
 * 'i' for a gint64. @sql is the key the prepared statement is kept under: never put a value into
 * it. */

/* Returns: (transfer none) the statement, bound and before its first row, until it is asked for
 * again; NULL if it cannot be made. */
sqlite3_stmt *diapason_hub_database_ask (DiapasonHubDatabase *self,
                                         const char *sql,
                                         const char *types,
                                         ...);

/* Goes to the next row of @statement (NULL: none). FALSE after the last one; it is reset then. */
gboolean diapason_hub_database_next (DiapasonHubDatabase *self, sqlite3_stmt *statement);

/* A row's text; NULL where the row says NULL. Until the next row. */
const char *diapason_hub_column_text (sqlite3_stmt *statement, int column);

/* The first row's first column. Returns: (transfer full) (nullable). */
char *diapason_hub_database_text (DiapasonHubDatabase *self,
                                  const char *sql,
                                  const char *types,
                                  ...);

/* The first row's first column; 0 without a row. */
gint64 diapason_hub_database_number (DiapasonHubDatabase *self,
                                     const char *sql,
                                     const char *types,
                                     ...);

/* Runs a statement that returns no row. */
void diapason_hub_database_run (DiapasonHubDatabase *self, const char *sql, const char *types, ...);

/* Opens the transaction of one request. */
void diapason_hub_database_begin (DiapasonHubDatabase *self, gboolean writes);

/* Ends it: commits, or takes everything back if not @keep or if anything failed since it began.
 * Returns: FALSE if anything failed. Errors: DIAPASON_HUB_ERROR_DATABASE. */
gboolean diapason_hub_database_end (DiapasonHubDatabase *self, gboolean keep, GError **error);

/* A row that was inserted, changed or deleted. */
typedef struct
{
  const char *table; /* (unowned) for ever */
  gint64 rowid;
} DiapasonHubChange;

/* Has @changed called after each commit that changed rows of tables with a rowid, with each change
 * of its transaction in their order, a row as often as it was changed. It may ask, not write. */
typedef void (*DiapasonHubChangedFunc) (const DiapasonHubChange *changes,
                                        gsize n_changes,
                                        gpointer user_data);
void diapason_hub_database_watch (DiapasonHubDatabase *self,
                                  DiapasonHubChangedFunc changed,
                                  gpointer user_data);

/* Gives the next change its company-wide number and its instant, which is the clock's but
 * later than any given before. Inside a writing transaction. */
void diapason_hub_database_tick (DiapasonHubDatabase *self, gint64 *seq, gint64 *at);

/* Marks the row @id of @table as changed: revision, seq, updated_at. */
void diapason_hub_database_touch (DiapasonHubDatabase *self, const char *table, const char *id);

/* Milliseconds UTC. */
gint64 diapason_hub_now (void);

/* What changes are dated by: diapason_hub_now(), or @clock, which a test moves on. */
typedef gint64 (*DiapasonHubClock) (gpointer user_data);
void diapason_hub_database_set_clock (DiapasonHubDatabase *self,
                                      DiapasonHubClock clock,
                                      gpointer user_data);
gint64 diapason_hub_database_now (DiapasonHubDatabase *self);

G_END_DECLS
