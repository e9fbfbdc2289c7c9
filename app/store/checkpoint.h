/* checkpoint.h: takes what was committed out of the log of a file, into the file itself, on a
 * thread of its own with its own connection.
 *
 * SQLite's own way is that the commit which makes the log long does all of it: some 75 ms for 40
 * MB, most of them spent waiting for the disk, and an act that comes then waits, too. Beside the
 * writer everything goes but the last of it: a log begins anew only when nothing of it is left to
 * be taken out (sqlite.org/wal.html, "Avoiding Excessively Large WAL Files"), and a writer that
 * goes on adds to it meanwhile. So what can wait is held back during the last of it; what cannot is
 * written meanwhile, and then the log is taken out again a little later.
 *
 * Internal to store. Thread: the writer's, or whoever has it when its worker has ended.
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _DiapasonCheckpoint DiapasonCheckpoint;

/* Holds back what can wait of what is written: when it returns, nothing of that is under way any
 * more; or lets it go on. Called on the thread of the checkpoint. */
typedef void (*DiapasonHoldFunc) (gboolean hold, gpointer data);

/* From now on, whenever the log of @writer has @pages pages. There is no thread before the first
 * time. Takes the place of SQLite's own way. @writer and @data, of @hold, outlive it. Returns:
 * (transfer full). */
DiapasonCheckpoint *diapason_checkpoint_new (sqlite3 *writer,
                                             int pages,
                                             DiapasonHoldFunc hold,
                                             gpointer data);

/* Ends it; what is under way is waited for. Nothing is taken out of the log any more. */
void diapason_checkpoint_free (DiapasonCheckpoint *checkpoint);

G_END_DECLS
