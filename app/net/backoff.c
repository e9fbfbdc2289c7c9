/* backoff.c: how long to wait before asking again. */
#include "backoff.h"

gint64
diapason_backoff_delay (guint failures, gint64 retry_after_ms, double random)
{
  gint64 ceiling = DIAPASON_BACKOFF_FIRST_MS;
  gint64 delay;

  for (guint i = 1; i < failures && ceiling < DIAPASON_BACKOFF_MOST_MS; i++)
    ceiling *= 2;

  delay = (gint64) (random * (double) MIN (ceiling, DIAPASON_BACKOFF_MOST_MS));

  if (retry_after_ms >= 0)
    {
      gint64 later = (gint64) (random * (double) retry_after_ms / 10.0);

      delay = MAX (delay, retry_after_ms + later);
    }

  return delay;
}
