/* open.h: the only place that opens database files: their folder, their lock, their making, their
 * checks.
 *
 * Internal to store. Blocking; thread: whoever opens the store. Errors: DIAPASON_STORE_ERROR.
 */
#pragma once

#include <sqlite3.h>

#include "store.h"

G_BEGIN_DECLS

/* Makes @folder when it is missing (0700) and takes the lock in it. Returns: a file descriptor that
 * holds the lock until it is closed, or -1. */
int diapason_open_lock (const char *folder, GError **error);

/* The one read-write connection to @file, which is made or migrated; the lock is held. A damaged
 * cache is set aside beside itself and made anew, work.db never is. That of the cache sees work.db
 * as `work`, read-only. */
sqlite3 *diapason_open_writer (const char *folder,
                               DiapasonFile file,
                               DiapasonClock *clock,
                               GError **error);

/* A connection that can only read: the cache, and work.db as `work`. Both must be there and of this
 * version. */
sqlite3 *diapason_open_reader (const char *folder, GError **error);

G_END_DECLS
