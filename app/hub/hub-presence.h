/* hub-presence.h: whether somebody is there, for each channel by itself. Inside a writing
 * transaction; the presence that the channels belong to is for the caller to touch. Thread: the
 * hub's.
 */
#pragma once

#include "hub-database.h"

G_BEGIN_DECLS

/* Who said it. */
typedef struct
{
  const char *kind;    /* self, lead, platform */
  const char *adviser; /* (nullable) its id; NULL: the platform did it */
} DiapasonHubSayer;

#define DIAPASON_HUB_PLATFORM ((DiapasonHubSayer){ "platform", NULL })

/* Says @state of @channel (call, chat, email) of the adviser called @adviser, who has a presence,
 * since @now. Returns: whether it said anything else before. */
gboolean diapason_hub_presence_say (DiapasonHubDatabase *database,
                                    const char *adviser,
                                    const char *channel,
                                    const char *state,
                                    DiapasonHubSayer sayer,
                                    gint64 now);

/* The same of all channels. */
gboolean diapason_hub_presence_say_all (DiapasonHubDatabase *database,
                                        const char *adviser,
                                        const char *state,
                                        DiapasonHubSayer sayer,
                                        gint64 now);

G_END_DECLS
