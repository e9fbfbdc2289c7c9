/* contact-read.h: the calls and chats that whoever is signed in has now. Runs in a
 * DiapasonReadFunc: a few look-ups by index. */
#pragma once

#include "contact-record.h"
#include "store.h"

G_BEGIN_DECLS

/* Those that began last are last. A chat waits when the last word in it is the customer's. Who it
 * may be beside the one the source names is told where it knows a number alone: a number is
 * several people's at times, and nobody's name. Returns: (transfer full) (element-type
 * DiapasonContactRecord), or NULL with @error. */
GPtrArray *diapason_contacts_read (DiapasonDatabase *database, gint64 now, GError **error);

G_END_DECLS
