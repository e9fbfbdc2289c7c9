/* clock.h: the time of day as a value that a test can set.
 *
 * Instants everywhere are int64 milliseconds since 1970-01-01 UTC. Lifetime: a clock is a GObject
 * handed down at construction; there is no global one. Thread: reading is allowed from any
 * thread, timers belong to the main one. Timers still waiting when the clock goes are destroyed.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DIAPASON_TYPE_CLOCK (diapason_clock_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonClock, diapason_clock, DIAPASON, CLOCK, GObject)

/* The machine's clock. Returns: (transfer full). */
DiapasonClock *diapason_clock_new (void);

/* A clock that stands at @now_ms (milliseconds UTC) until it is moved. Returns: (transfer full). */
DiapasonClock *diapason_clock_new_at (gint64 now_ms);

/* Milliseconds since 1970 UTC. */
gint64 diapason_clock_now (DiapasonClock *clock);

/* Milliseconds of a clock that nobody sets: for how long ago something was or is to wait, whatever
 * becomes of the time of day. They mean nothing in another process. */
gint64 diapason_clock_steady (DiapasonClock *clock);

/* Sets a clock made by diapason_clock_new_at() to @now_ms, as a person or the network does, and as
 * a machine that was asleep finds it: no time has passed for the timers. */
void diapason_clock_set (DiapasonClock *clock, gint64 now_ms);

/* Moves a clock made by diapason_clock_new_at() by @delta_ms and runs what is due by then, in order
 * of due time, on the calling (main) thread. */
void diapason_clock_advance (DiapasonClock *clock, gint64 delta_ms);

/* Calls @callback once on the main thread when @delay_ms have passed (monotonic for the machine's
 * clock). Returns an id for diapason_clock_cancel(); never 0. @destroy (nullable) is called with
 * @data when the callback has run or was cancelled. */
guint diapason_clock_after (DiapasonClock *clock,
                            gint64 delay_ms,
                            GSourceOnceFunc callback,
                            gpointer data,
                            GDestroyNotify destroy);

/* Takes back a callback that has not run; an id that has is no error. */
void diapason_clock_cancel (DiapasonClock *clock, guint id);

G_END_DECLS
