/* redirect.h: which redirects may be followed. Inside app/net only. Pure; any thread. */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

#define DIAPASON_REDIRECT_MAX_HOPS 5

/* Where the answer of @message, which came from @from as the @hop-th (from 0), sends us. Returns:
 * (transfer full) the address to ask next; NULL without an error when it is no redirect, with
 * DIAPASON_NET_ERROR_REDIRECT when it is one that must not be followed. */
GUri *diapason_redirect_target (SoupMessage *message, GUri *from, guint hop, GError **error);

G_END_DECLS
