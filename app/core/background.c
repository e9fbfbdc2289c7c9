/* background.c: see background.h. */
#include "background.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

#define NICE 10

void
diapason_background_begin (void)
{
#ifdef __linux__
  /* Of 0 it is the calling thread alone. What refuses it, a sandbox say, is no reason to stop. */
  setpriority (PRIO_PROCESS, 0, NICE);
#endif
}
