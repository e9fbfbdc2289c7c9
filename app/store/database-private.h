/* database-private.h: a connection's life and its transactions, for store.c and open.c only.
 *
 * Thread: made and freed by the owner of the store, used by one worker in between.
 */
#pragma once

#include "database.h"

G_BEGIN_DECLS

/* Takes @handle. Returns: (transfer full). */
DiapasonDatabase *diapason_database_new (sqlite3 *handle, DiapasonClock *clock);

/* Finalizes every kept statement and closes. */
void diapason_database_free (DiapasonDatabase *database);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonDatabase, diapason_database_free)

/* From now on only @worker (borrowed, nullable) may use it; with none its log is kept no more. */
void diapason_database_set_worker (DiapasonDatabase *database, DiapasonWorker *worker);

/* Of a writer: its log is taken out beside it when it has @pages pages. To be said before it
 * was long. */
void diapason_database_keep_log (DiapasonDatabase *database, int pages);

/* Begins a job of a reader: one snapshot, interrupted by @cancellable (nullable, borrowed until the
 * end) and by waiting jobs of a higher priority than @priority; it rests as a writer's does. */
gboolean diapason_database_begin_read (DiapasonDatabase *database,
                                       DiapasonPriority priority,
                                       GCancellable *cancellable,
                                       GError **error);
void diapason_database_end_read (DiapasonDatabase *database);

/* Whether all that the job that runs bound and read was there; FALSE with @error when there was no
 * memory for it. */
gboolean diapason_database_is_whole (DiapasonDatabase *database, GError **error);

/* Whether the job of a reader that runs was interrupted for another: it is to begin anew. */
gboolean diapason_database_is_overtaken (DiapasonDatabase *database);

/* Begins a job of a writer, with an empty change set. What can wait (DIAPASON_PRIORITY_SYNC and
 * below) rests in the middle of it while the background is paused. */
gboolean diapason_database_begin_write (DiapasonDatabase *database,
                                        DiapasonPriority priority,
                                        GError **error);

/* Commits. Returns: (transfer full), what the transaction changed, or NULL with @error: rolled
 * back. */
DiapasonChangeSet *diapason_database_commit (DiapasonDatabase *database, GError **error);
void diapason_database_rollback (DiapasonDatabase *database);

/* Whether a statement met damage since this was last asked, and in which file. */
gboolean diapason_database_take_damage (DiapasonDatabase *database, DiapasonFile *out_file);

/* Sets @error from SQLite's @code; @handle (nullable) has the words. */
void diapason_store_set_sqlite_error (GError **error, sqlite3 *handle, int code);

G_END_DECLS
