/* hub-limiter.h: how many requests a login may still make this minute. Pure but for its memory.
 * Thread: the hub's. Lifetime: the hub's. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _DiapasonHubLimiter DiapasonHubLimiter;

DiapasonHubLimiter *diapason_hub_limiter_new (void);
void diapason_hub_limiter_free (DiapasonHubLimiter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonHubLimiter, diapason_hub_limiter_free)

/* Counts one request of @who at @now (microseconds, monotonic) against @most a minute (0: no
 * limit). Returns: 0 if it may pass, else the seconds after which the next one will. */
guint diapason_hub_limiter_count (DiapasonHubLimiter *self,
                                  const char *who,
                                  guint most,
                                  gint64 now);

G_END_DECLS
