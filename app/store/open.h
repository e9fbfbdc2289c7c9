/* open.h: the only place that opens database files: their making, their checks, and what is done
 * about a damaged one.
 *
 * Internal to store. Blocking; thread: whoever opens the store. Errors: DIAPASON_STORE_ERROR.
 */
#pragma once

#include <sqlite3.h>

#include "store.h"

G_BEGIN_DECLS

/* The one read-write connection to @file, which is made or migrated; the lock is held. A damaged
 * cache is put aside and made anew; of a damaged work.db what can be read goes into a new one, and
 * the damaged one is kept beside it. @notices (element-type utf8) gets a sentence about either.
 * That of the cache sees work.db as `work`, read-only. */
sqlite3 *diapason_open_writer (const char *folder,
                               DiapasonFile file,
                               DiapasonClock *clock,
                               GPtrArray *notices,
                               GError **error);

/* A connection that can only read: the cache, and work.db as `work`. Both must be there and of this
 * version. */
sqlite3 *diapason_open_reader (const char *folder, GError **error);

/* A connection to the file at @path that takes its log out, and does nothing else. Returns:
 * (transfer full), NULL when there can be none. */
sqlite3 *diapason_open_checkpointer (const char *path);

G_END_DECLS
