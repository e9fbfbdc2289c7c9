/* checkpoint.h: takes what was committed out of the log of a file, into the file itself, on a
 * thread of its own with its own connection.
 *
 * SQLite's own way is that the commit which makes the log long does all of it: some 75 ms for 40
 * MB, most of them spent waiting for the disk, and an act that comes then waits, too. Beside the
 * writer everything goes but the last of it: a log begins anew only when nothing of it is left to
 * be taken out (sqlite.org/wal.html, "Avoiding Excessively Large WAL Files"), and a writer that
 * goes on adds to it meanwhile. That little the writer does itself.
 *
 * Internal to store. Thread: the writer's, or whoever has it when its worker has ended.
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _DiapasonCheckpoint DiapasonCheckpoint;

/* From now on, whenever the log of @writer, which outlives it, has @pages pages. There is no thread
 * before the first time. Takes the place of SQLite's own way. Returns: (transfer full). */
DiapasonCheckpoint *diapason_checkpoint_new (sqlite3 *writer, int pages);

/* Ends it; what is under way is waited for. Nothing is taken out of the log any more. */
void diapason_checkpoint_free (DiapasonCheckpoint *checkpoint);

G_END_DECLS
