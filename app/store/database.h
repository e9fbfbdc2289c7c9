/* database.h: one SQLite connection with its prepared statements, and the little language that
 * every table-*.c speaks. Internal to store; others see the type in store.h and pass it through.
 *
 * Thread: the one worker that owns it (asserted). Statements are named by their SQL text (a static
 * string), prepared once, kept, and reset by the autoptr.
 */
#pragma once

#include <sqlite3.h>

#include "change-set.h"
#include "store.h"
#include "store-errors.h"

G_BEGIN_DECLS

/* A kept statement, reset and cleared when it goes out of scope. */
typedef sqlite3_stmt DiapasonStatement;
void diapason_statement_done (DiapasonStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonStatement, diapason_statement_done)

/* The statement of @sql (static storage), ready to be bound. NULL with an error when it cannot be
 * prepared. */
DiapasonStatement *diapason_database_prepare (DiapasonDatabase *database,
                                              const char *sql,
                                              GError **error);

/* Steps: TRUE with a row or (FALSE in @row) at the end; FALSE with @error set on failure,
 * interruption included (G_IO_ERROR_CANCELLED, or G_IO_ERROR_TIMED_OUT at the deadline). */
gboolean diapason_database_step (DiapasonDatabase *database,
                                 DiapasonStatement *statement,
                                 gboolean *row,
                                 GError **error);

/* Binds by @types, one letter an argument, from 1: 'i' gint64, 's' const char * (nullable, copied),
 * 'd' double, 'n' nothing (NULL). Then: diapason_statement_bind (stmt, "is", id, name). Where there
 * is no memory for a value the next step fails, and so does the job. */
void diapason_statement_bind (DiapasonStatement *statement, const char *types, ...);

/* Prepares, binds, steps to the end. For INSERT, UPDATE, DELETE. */
gboolean diapason_database_run (DiapasonDatabase *database,
                                GError **error,
                                const char *sql,
                                const char *types,
                                ...);

/* Runs statements of constant text without values (pragmas, DDL). */
gboolean diapason_database_exec (DiapasonDatabase *database, const char *sql, GError **error);

/* A column as an owned string, NULL for NULL. */
char *diapason_statement_text (DiapasonStatement *statement, int column);

/* The connection itself, for what only SQLite's own API can say. */
sqlite3 *diapason_database_handle (DiapasonDatabase *database);

/* What this transaction changes so far. */
DiapasonChangeSet *diapason_database_changes (DiapasonDatabase *database);

/* Milliseconds UTC, of the store's clock. */
gint64 diapason_database_now (DiapasonDatabase *database);

/* Whether more urgent work than such of @priority waits for this thread. */
gboolean diapason_database_is_awaited (DiapasonDatabase *database, DiapasonPriority priority);

/* Cuts statements of this job off @ms milliseconds from now (monotonic); 0 lifts it. */
void diapason_database_set_deadline (DiapasonDatabase *database, gint64 ms);

/* Whether the job was cancelled or its deadline passed. */
gboolean diapason_database_is_interrupted (DiapasonDatabase *database);

/* The SQL texts prepared so far, for the test of their query plans. Returns: (transfer full)
 * (element-type utf8). */
GPtrArray *diapason_database_statements (DiapasonDatabase *database);

G_END_DECLS
