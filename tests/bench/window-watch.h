/* window-watch.h: watches the main loop and a window's frames while something is going on.
 *
 * An iteration is everything between two polls. A frame is everything between "before-paint" and
 * "after-paint": what moves, layout and drawing. Thread: main. There is one watch a process.
 */
#pragma once

#include <gtk/gtk.h>

/* What was seen meanwhile: of WindowSpan. */
typedef struct
{
  GArray *iterations; /* (owned) */
  GArray *frames;     /* (owned) */
} WindowSeen;

WindowSeen *window_seen_new (void);
void window_seen_free (WindowSeen *seen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WindowSeen, window_seen_free)

/* Puts itself around the main context's poll function; once, at the beginning. */
void window_watch_start (void);

/* Counts frames of @widget, which is realized, from now on, instead of those of another. */
void window_watch_frames (GtkWidget *widget);

/* Adds what is seen from now on to @seen; NULL: forgets it. */
void window_watch_into (WindowSeen *seen);

/* The frames painted, ever. */
guint window_watch_count_frames (void);
