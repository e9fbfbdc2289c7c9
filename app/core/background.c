/* background.c: see background.h. */
#include "background.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

#define NICE 10

static _Atomic gint64 paused_until;

void
diapason_background_begin (void)
{
#ifdef __linux__
  /* Of 0 it is the calling thread alone. What refuses it, a sandbox say, is no reason to stop. */
  setpriority (PRIO_PROCESS, 0, NICE);
#endif
}

void
diapason_background_pause (guint ms)
{
  paused_until = g_get_monotonic_time () + (gint64) ms * 1000;
}

gint64
diapason_background_get_pause (void)
{
  gint64 until = paused_until;

  return until > g_get_monotonic_time () ? until : 0;
}
