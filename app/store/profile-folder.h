/* profile-folder.h: the folder of a profile, its lock, and whose its files are.
 *
 * Internal to store. Blocking; thread: whoever opens the store. Errors: DIAPASON_STORE_ERROR.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Makes @folder when it is missing (0700) and takes the lock in it. Returns: a file descriptor that
 * holds the lock until it is closed, or -1. */
int diapason_folder_lock (const char *folder, GError **error);

/* Makes the file at @path when it is missing, and takes it from all others (0600). Never opens one
 * that is there: closing it would drop the locks SQLite holds on it. */
gboolean diapason_folder_make_file (const char *path, GError **error);

/* Sets @error from errno, about @path. Returns: FALSE. */
gboolean diapason_folder_fail (GError **error, const char *path);

G_END_DECLS
