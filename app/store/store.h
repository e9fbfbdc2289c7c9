/* store.h: the profile's two files, their writers and their readers.
 *
 * Owns four workers, and a fifth while it looks through a cache that was not closed well: the
 * writer of cache.db, the writer of work.db, reader-fast (cards, visible rows: jobs of up to 5 ms)
 * and reader-list (id vectors, search). A function handed in runs on the worker's thread with that
 * thread's connection; only immutable values may cross. Thread of this API: main.
 *
 * Signals:
 *   "changed" (DiapasonChangeSet *set): after COMMIT, coalesced, on the main thread, and before the
 *   callback of the write that caused it. The set is borrowed: keep it by a reference.
 *   "troubled" (const char *sentence): a file turned out to be damaged; what that means and what is
 *   to be done. Once a file, on the main thread.
 */
#pragma once

#include <gio/gio.h>

#include "change-set.h"
#include "clock.h"
#include "worker.h"

G_BEGIN_DECLS

/* One connection with its prepared statements: see database.h. Belongs to one thread. */
typedef struct _DiapasonDatabase DiapasonDatabase;

#define DIAPASON_TYPE_STORE (diapason_store_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonStore, diapason_store, DIAPASON, STORE, GObject)

typedef enum
{
  DIAPASON_STORE_READ_WRITE,
  DIAPASON_STORE_READ_ONLY, /* for `find` and `show` beside a running program; no lock is taken */
} DiapasonStoreMode;

typedef enum
{
  DIAPASON_LANE_FAST,   /* reader-fast */
  DIAPASON_LANE_SEARCH, /* reader-list, before what waits there: a key press does not wait for a
                           list */
  DIAPASON_LANE_LIST,   /* reader-list; given up for a search and begun anew behind it */
} DiapasonLane;

typedef enum
{
  DIAPASON_FILE_CACHE,
  DIAPASON_FILE_WORK,
} DiapasonFile;

/* Opens, makes or migrates the files in @folder (made 0700, files 0600). Blocking: once, at start.
 * Errors: DIAPASON_STORE_ERROR. Returns: (transfer full). */
DiapasonStore *diapason_store_open (const char *folder,
                                    DiapasonStoreMode mode,
                                    DiapasonClock *clock,
                                    GError **error);

/* Ends the workers, checkpoints and closes. Blocking, idempotent; dispose calls it. */
void diapason_store_close (DiapasonStore *store);

/* What was found wrong with the files when they were opened, and what was done about it: sentences
 * for whoever opened them. Borrowed (element-type utf8). */
GPtrArray *diapason_store_get_notices (DiapasonStore *store);

/* The clock it was opened with. Borrowed. */
DiapasonClock *diapason_store_get_clock (DiapasonStore *store);

/* Runs on a reader, inside one read transaction. Returns the result or NULL with @error. A long one
 * asks diapason_database_is_interrupted(). */
typedef gpointer (*DiapasonReadFunc) (DiapasonDatabase *database, gpointer data, GError **error);

/* @data is freed with @data_free, a result nobody takes with @result_free. Cancelling interrupts a
 * running statement. In DIAPASON_LANE_LIST @func may be called again, after it was interrupted. */
void diapason_store_read_async (DiapasonStore *store,
                                DiapasonLane lane,
                                DiapasonReadFunc func,
                                gpointer data,
                                GDestroyNotify data_free,
                                GDestroyNotify result_free,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* Returns: (transfer full) (nullable). A NULL result without an error is possible. */
gpointer diapason_store_read_finish (DiapasonStore *store, GAsyncResult *result, GError **error);

/* Runs on a writer inside one transaction (BEGIN IMMEDIATE; COMMIT when it returns TRUE, ROLLBACK
 * when it returns FALSE with @error). Setting *@more commits this slice and calls again behind
 * waiting work of higher priority. The change set of the connection goes out after each COMMIT. Not
 * cancellable once begun. */
typedef gboolean (*DiapasonWriteFunc) (DiapasonDatabase *database,
                                       gpointer data,
                                       gboolean *more,
                                       GError **error);

/* Queues @func on the writer of @file. @data is freed with @data_free on the main thread once it is
 * done. */
void diapason_store_write_async (DiapasonStore *store,
                                 DiapasonFile file,
                                 DiapasonPriority priority,
                                 DiapasonWriteFunc func,
                                 gpointer data,
                                 GDestroyNotify data_free,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean diapason_store_write_finish (DiapasonStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
