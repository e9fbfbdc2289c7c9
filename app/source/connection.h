/* connection.h: one source's requests: its headers, its login, its limits, and what its refusals
 * mean.
 *
 * Thread: main. One a source; refcounted, because answers may come after the source went. Inside
 * app/source only.
 */
#pragma once

#include <gio/gio.h>

#include "clock.h"
#include "event-stream.h"
#include "descriptor-plan.h"
#include "question.h"

G_BEGIN_DECLS

typedef struct _DiapasonConnection DiapasonConnection;

/* Returns: (transfer full). */
DiapasonConnection *diapason_connection_new (DiapasonDescriptor *descriptor,
                                             DiapasonSession *session,
                                             DiapasonClock *clock);
DiapasonConnection *diapason_connection_ref (DiapasonConnection *connection);
void diapason_connection_unref (DiapasonConnection *connection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonConnection, diapason_connection_unref)

/* Field name to secret; NULL takes it away. */
void diapason_connection_set_login (DiapasonConnection *connection, GHashTable *login);
gboolean diapason_connection_has_login (DiapasonConnection *connection);

/* Asks, after the pause the source's limits want. Errors: DIAPASON_SOURCE_ERROR for every status
 * that is no success, DIAPASON_NET_ERROR for no answer, G_IO_ERROR_CANCELLED. Finish returns:
 * (transfer full), JSON by its media type, or 304 to a question with an etag. */
void diapason_connection_ask_async (DiapasonConnection *connection,
                                    const DiapasonQuestion *question,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
DiapasonHttpResponse *diapason_connection_ask_finish (GAsyncResult *result, GError **error);

/* The source's events, which its descriptor tells of, with the same headers and the same login.
 * Returns: (transfer full), not started. */
DiapasonEventStream *diapason_connection_listen (DiapasonConnection *connection);

/* Until when (by the clock) the source asked to be left alone; 0: it did not. */
gint64 diapason_connection_get_pause (DiapasonConnection *connection);
void diapason_connection_set_pause (DiapasonConnection *connection, gint64 until);

/* The server's own time of day, told by its last answer and carried on by a steady clock;
 * DIAPASON_NEVER before. */
gint64 diapason_connection_get_server_now (DiapasonConnection *connection);

G_END_DECLS
