/* background.h: threads that give way to those which somebody waits for. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From now on the calling thread gets of a processor what the others of the machine leave: a tenth
 * where all are busy. It is as fast as ever where they are not. For threads that put by what was
 * fetched, or put it in order, while somebody looks at the window; on Linux, where a thread has a
 * rank of its own (sched(7), "The nice value"). Cannot be undone. */
void diapason_background_begin (void);

/* For @ms milliseconds from now those threads rest as soon as they can (see
 * diapason_worker_rest()): somebody waits for what comes on the screen, and shares no processor
 * with them meanwhile. It takes the place of a pause before. Any thread. */
void diapason_background_pause (guint ms);

/* Returns: when they go on, in microseconds of g_get_monotonic_time(); 0: there is no pause. Any
 * thread. */
gint64 diapason_background_get_pause (void);

G_END_DECLS
