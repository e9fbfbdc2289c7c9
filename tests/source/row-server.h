/* row-server.h: rows that change, served in every manner of paging the descriptors know.
 *
 * Of a FakeServer: /page?p=&n=&since= (pages told), /short?p=&n= (pages not told), /offset?o=&n=,
 * /after?a=&n= (those behind the id a; total tells of how many), /next?n= (a link in the body),
 * /link?n= (a Link header), /cursor?n=&c= (by the number of the last change; tells tombstones),
 * /window?o=&n=&since= (like /page, by offset), /changes?n=&c= (like /cursor, by a Link header that
 * goes on with rel="changes" after the last page, with an ETag).
 * /page and /window are in the order of change; /offset, /after and the links are in the order of
 * ids and leave deleted rows out.
 *
 * Thread: functions belong to the test's (main) thread; answers are made in the server's.
 */
#pragma once

#include "fake-server.h"

typedef struct _RowServer RowServer;

/* Serves from @server, which has to be freed first. Returns: (transfer full). */
RowServer *row_server_new (FakeServer *server);
void row_server_free (RowServer *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RowServer, row_server_free)

/* Adds or changes the row @id; a second passes with each change unless the time is held. */
void row_server_set (RowServer *rows, guint id, const char *name);
void row_server_delete (RowServer *rows, guint id);
/* Takes it out so that no list and no tombstone tells of it any more. */
void row_server_vanish (RowServer *rows, guint id);
void row_server_hold_time (RowServer *rows, gboolean held);

/* After the next @n answers the row @id is changed to @name, or with NULL deleted, once. */
void row_server_set_after (RowServer *rows, guint n, guint id, const char *name);

/* From now on, after about every other answer, a row of those up to @ids is changed, made or
 * deleted, as @seed has it; with 0 no longer. */
void row_server_disturb (RowServer *rows, guint32 seed, guint ids);

/* Cursors given so far are answered with 410. */
void row_server_forget_cursors (RowServer *rows);

/* Links tell this host instead of the server's own. */
void row_server_set_host (RowServer *rows, const char *host);

/* "id name" of the rows that are not deleted, by id, a line each. Returns: (transfer full). */
char *row_server_print (RowServer *rows);
