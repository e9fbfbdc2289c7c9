/* aside.h: damaged files are put aside, and what is known about a file over a restart.
 *
 * Internal to store; the lock of the profile is held. Any thread.
 */
#pragma once

#include <gio/gio.h>

#include "clock.h"

G_BEGIN_DECLS

/* Renames @path, with its -wal and -shm, to "@path.@kind-DATE", 0600. Nothing is ever overwritten.
 * Errors: those of g_file_error_from_errno(). Returns: (transfer full) the new path, or NULL. */
char *diapason_aside_put (const char *path, const char *kind, DiapasonClock *clock, GError **error);

/* Deletes all but the newest copies of @path: two, as each may be as large as what it is a copy of,
 * and holds what customers said. For what can be fetched again. */
void diapason_aside_prune (const char *path, const char *kind);

/* What is to be thought of at the next start: an empty file "cache.db-MARK" in @folder. Failing to
 * set one costs that thought and nothing else. */
#define DIAPASON_MARK_UNCHECKED                                                                    \
  "unchecked" /* it was not closed well, and not looked through since */
#define DIAPASON_MARK_DAMAGED "damaged"
void diapason_mark_set (const char *folder, const char *mark);
void diapason_mark_clear (const char *folder, const char *mark);
gboolean diapason_mark_is_set (const char *folder, const char *mark);

G_END_DECLS
