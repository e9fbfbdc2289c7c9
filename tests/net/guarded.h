/* guarded.h: a source that wants to know who asks, for the tests of authentication.
 *
 * A fake server that answers GET /x, an authentication for it, and a clock that stands still.
 */
#pragma once

#include "authentication.h"
#include "fake-server.h"
#include "net-errors.h"

G_BEGIN_DECLS

typedef struct
{
  DiapasonSession *session;
  DiapasonClock *clock;
  DiapasonAuthentication *authentication;
  FakeServer *server;
  GHashTable *login;
} Guarded;

/* Fixture functions; the second checks that nothing is left over. */
void guarded_set_up (Guarded *it, gconstpointer data);
void guarded_tear_down (Guarded *it, gconstpointer data);

/* Makes the authentication by @plan; or by OAuth 2 with a client's login and tokens from /token. */
void guarded_begin (Guarded *it, const DiapasonAuthenticationPlan *plan);
void guarded_begin_oauth (Guarded *it, const char *grant);

/* Gives one more field of the login. */
void guarded_field (Guarded *it, const char *name, const char *secret);

/* Sends GET /x to @server. */
void guarded_start (Guarded *it,
                    FakeServer *server,
                    GCancellable *cancellable,
                    GAsyncResult **result);
/* Waits, and gives the status; 0 with an error, whose sentence is checked for secrets. */
guint guarded_finish (Guarded *it, GAsyncResult **result, GError **error);

/* Both in one, wanting a status, or an error that says @says. */
void guarded_expect (Guarded *it, guint status);
void guarded_expect_error (Guarded *it, DiapasonNetError code, const char *says);

/* A header of the @index-th request for /x. Borrowed, nullable. */
const char *guarded_seen (Guarded *it, guint index, const char *header);

G_END_DECLS
