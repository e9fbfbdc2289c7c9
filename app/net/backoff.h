/* backoff.h: how long to wait before asking again. Pure; any thread. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DIAPASON_BACKOFF_FIRST_MS 1000
#define DIAPASON_BACKOFF_MOST_MS  (5 * 60 * 1000)

/* Milliseconds to wait after @failures (≥ 1) failures in a row: full jitter between 0 and
 * min (MOST, FIRST × 2^(failures − 1)), but never less than @retry_after_ms (what the server asked
 * for, −1: nothing) and, when the server asked, up to a tenth later so that clients do not come
 * back together.
 * @random: uniform in [0, 1). */
gint64 diapason_backoff_delay (guint failures, gint64 retry_after_ms, double random);

G_END_DECLS
