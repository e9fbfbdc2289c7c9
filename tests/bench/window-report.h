/* window-report.h: what was seen of a main loop, as figures. Thread: main. */
#pragma once

#include "window-watch.h"

/* Prints the longest iteration of what was @seen as "loop.@name", and the one that 999 of 1000 are
 * shorter than, beside the same of @plain. At most 25 ms: or, where the same done with the barest
 * widgets takes longer, 1.3 times as long as that. */
void window_report_loop (gint64 size,
                         const char *name,
                         WindowSeen *seen,
                         WindowSeen *plain,
                         const char *what,
                         const char *floor_what);
