/* http-values.h: making an answer, for the session. Inside app/net only. */
#pragma once

#include <libsoup/soup.h>

#include "session.h"

G_BEGIN_DECLS

/* @body: (transfer full). Returns: (transfer full). */
DiapasonHttpResponse *diapason_http_response_new (SoupMessage *message, GBytes *body);

/* One whose body is still coming. @stream: (transfer full); @cancellable: what it was sent with.
 * Returns: (transfer full). */
DiapasonHttpResponse *diapason_http_response_new_streaming (SoupMessage *message,
                                                            GInputStream *stream,
                                                            GCancellable *cancellable);

/* A message for @request to @uri that follows no redirect. Returns: (transfer full). */
SoupMessage *diapason_http_request_to_message (const DiapasonHttpRequest *request, GUri *uri);

G_END_DECLS
