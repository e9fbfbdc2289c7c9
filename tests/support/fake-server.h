/* fake-server.h: a web server that says what a test wants.
 *
 * A SoupServer on a free loopback port, in a thread with a main context of its own, so that it
 * answers whatever the test's thread is doing. Each path has a queue of answers, the last of which
 * is given again and again; or a function that makes them. Every request is recorded. What has no
 * script gets 404.
 *
 * Thread: all functions belong to the test's (main) thread; a FakeHandler runs in the server's.
 * Lifetime: requests that were handed out live as long as the server.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _FakeServer FakeServer;
typedef struct _FakeAnswer FakeAnswer;
typedef struct _FakeRequest FakeRequest;

/* Starts a server; over TLS with @certificate (nullable). Returns: (transfer full). */
FakeServer *fake_server_new (GTlsCertificate *certificate);
void fake_server_free (FakeServer *server);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FakeServer, fake_server_free)

/* Shows another @certificate from when it next comes up. */
void fake_server_set_certificate (FakeServer *server, GTlsCertificate *certificate);

/* "http://127.0.0.1:PORT" (or https), followed by @path ("/tickets?page=2"). Returns: (transfer
 * full). */
char *fake_server_uri (FakeServer *server, const char *path);
guint fake_server_port (FakeServer *server);

/* While it is down nothing listens on its port and no connection is open; it comes back on the same
 * one. */
void fake_server_set_down (FakeServer *server, gboolean down);

/* An answer with a JSON @body (nullable). Returns: (transfer full). */
FakeAnswer *fake_answer_new (guint status, const char *body);
void fake_answer_free (FakeAnswer *answer);
void fake_answer_header (FakeAnswer *answer, const char *name, const char *value);
/* Another body and media type. */
void fake_answer_bytes (FakeAnswer *answer, const char *content_type, GBytes *bytes);
/* Leaves the client waiting; with FAKE_FOR_EVER until it gives up. */
#define FAKE_FOR_EVER G_MAXUINT
void fake_answer_delay (FakeAnswer *answer, guint milliseconds);
/* Its body does not end: what fake_server_say_more() adds goes out at once. */
void fake_answer_keep_open (FakeAnswer *answer);

/* Adds @answer (transfer full) to the queue of @path. A path with a query ("/tickets?page=2") is
 * looked for before the path alone. */
void fake_server_push (FakeServer *server, const char *path, FakeAnswer *answer);
/* The same for the usual case. */
void fake_server_say (FakeServer *server, const char *path, guint status, const char *body);

/* Makes the answer (transfer full) to a request for @path, in the server's thread. */
typedef FakeAnswer *(*FakeHandler) (const FakeRequest *request, gpointer data);
void fake_server_handle (FakeServer *server, const char *path, FakeHandler handler, gpointer data);

/* Adds @text to the bodies of @path that are open. */
void fake_server_say_more (FakeServer *server, const char *path, const char *text);
/* Cuts their connections. */
void fake_server_cut (FakeServer *server, const char *path);

/* Drops the script of @path (NULL: of all paths). */
void fake_server_forget (FakeServer *server, const char *path);

/* How many requests came for @path, whatever its query (NULL: for any path). */
guint fake_server_count (FakeServer *server, const char *path);
/* The @index-th of them, from 0. Borrowed; never NULL (asserts). */
const FakeRequest *fake_server_request (FakeServer *server, const char *path, guint index);
/* Runs the main context until @count requests came for @path (NULL: any). */
void fake_server_await (FakeServer *server, const char *path, guint count);

const char *fake_request_method (const FakeRequest *request);
const char *fake_request_path (const FakeRequest *request);
/* One parameter of the query, decoded, or NULL. Borrowed. */
const char *fake_request_parameter (const FakeRequest *request, const char *name);
/* The first value of a header, or NULL. Borrowed. */
const char *fake_request_header (const FakeRequest *request, const char *name);
/* The body, NUL-terminated. Borrowed. */
const char *fake_request_body (const FakeRequest *request);

G_END_DECLS
