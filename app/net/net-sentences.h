/* net-sentences.h: errors from below become sentences of DIAPASON_NET_ERROR. Inside app/net only.
 *
 * A sentence names scheme, host and port at most: never a path, a query, a header or a credential.
 * Pure; any thread.
 */
#pragma once

#include <gio/gio.h>

#include "net-errors.h"

G_BEGIN_DECLS

/* "https://desk.example:8443", without a default port. Returns: (transfer full). */
char *diapason_net_origin (GUri *uri);

/* As above for text; "?" when it is no address. Returns: (transfer full). */
char *diapason_net_origin_of (const char *uri);

/* What answers at @uri is no HTTP as it should be. Returns: (transfer full) of DIAPASON_NET_ERROR.
 */
GError *diapason_net_error_protocol (GUri *uri);

/* What a failed exchange with @uri means for a person. @certificate: (nullable) what the server
 * showed. Returns: (transfer full) of DIAPASON_NET_ERROR. */
GError *diapason_net_error_translate (const GError *below,
                                      GUri *uri,
                                      GTlsCertificate *certificate,
                                      GTlsCertificateFlags flaws);

G_END_DECLS
