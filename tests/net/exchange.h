/* exchange.h: sending a request in a test and waiting for what comes of it. */
#pragma once

#include "net-errors.h"
#include "session.h"

G_BEGIN_DECLS

/* A request that bears a secret wherever one may be: in its query and in a header. @uri has no
 * query. Returns: (transfer full). */
DiapasonHttpRequest *exchange_request (const char *method, const char *uri);

/* Sends and waits. A failure's sentence is checked for the secret. Returns: (transfer full)
 * (nullable). */
DiapasonHttpResponse *exchange_send (DiapasonSession *session,
                                     DiapasonHttpRequest *request,
                                     GError **error);

/* Sends GET @uri, and wants it to fail as @code with @says in the sentence. */
void exchange_refuse (DiapasonSession *session,
                      const char *method,
                      const char *uri,
                      DiapasonNetError code,
                      const char *says);

/* Asserts an answer's status and body (nullable: whatever). */
void exchange_check (DiapasonHttpResponse *response, guint status, const char *body);

G_END_DECLS
