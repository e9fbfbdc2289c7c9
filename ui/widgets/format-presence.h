/* format-presence.h: whether somebody is there, in words. Pure functions (but for the locale and
 * the local zone); any thread. */
#pragma once

#include "presence-record.h"

G_BEGIN_DECLS

/* "Available · calls, chats", "Busy · open for chats"; says when nothing is known. Returns:
 * (transfer full). */
char *diapason_format_presence (const DiapasonPresenceRecord *presence);

/* "Calls: available since 09:14, you set it". Returns: (transfer full). */
char *diapason_format_presence_channel (const DiapasonPresenceChannel *channel, gint64 now);

/* The icon that stands for a state (nullable). Borrowed. */
const char *diapason_format_presence_icon (const char *state);

G_END_DECLS
