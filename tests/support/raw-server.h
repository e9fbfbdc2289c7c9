/* raw-server.h: a server that writes the bytes it is told to, however wrong they are.
 *
 * Its script is a row of steps that every connection goes through from the start; a script may be
 * divided with raw_server_next_connection(): the first connection gets the first part and so on,
 * later ones the last. After the last step the connection is closed. Or a function answers, which
 * may be another from one request to the next.
 *
 * Thread: functions belong to the test's (main) thread, whose main context must run for connections
 * to be accepted; each connection is served in a thread of its own. Write the script before the
 * first connection.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _RawServer RawServer;

/* Listens on a free loopback port. Returns: (transfer full). */
RawServer *raw_server_new (void);
void raw_server_free (RawServer *server);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RawServer, raw_server_free)

/* "http://127.0.0.1:PORT" and @path. Returns: (transfer full). */
char *raw_server_uri (RawServer *server, const char *path);
guint raw_server_port (RawServer *server);

/* Steps. Reads one request, head and body by its Content-Length, and records it. */
void raw_server_read (RawServer *server);
/* Writes @bytes (@length −1: up to its NUL). */
void raw_server_say (RawServer *server, const char *bytes, gssize length);
/* Writes them one by one, every @milliseconds. */
void raw_server_drip (RawServer *server, const char *bytes, gssize length, guint milliseconds);
/* Says nothing more until the client hangs up, which is counted, or the server is freed. */
void raw_server_hang (RawServer *server);
/* What follows is for the next connection. */
void raw_server_next_connection (RawServer *server);

/* Answers the @request that came (head and body) by writing to @out, in the connection's thread.
 * Returns FALSE to have the connection closed. */
typedef gboolean (*RawHandler) (const char *request,
                                GOutputStream *out,
                                GCancellable *cancellable,
                                gpointer data);
/* Has @handler answer from now on, in place of a script; at any time, for open connections too. */
void raw_server_handle (RawServer *server, RawHandler handler, gpointer data);
/* For handlers: waits (−1: for ever). Returns FALSE when the server is being freed. */
gboolean raw_server_pause (GCancellable *cancellable, int milliseconds);

/* Requests recorded so far. */
guint raw_server_count (RawServer *server);
/* The text of the @index-th, from 0. Returns: (transfer full). */
char *raw_server_request (RawServer *server, guint index);
/* Run the main context until so many were recorded, so many connections came to a hang, or so many
 * clients hung up on one. */
void raw_server_await (RawServer *server, guint count);
void raw_server_await_hang (RawServer *server, guint count);
void raw_server_await_hung_up (RawServer *server, guint count);

G_END_DECLS
