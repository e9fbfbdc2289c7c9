/* window-span.h: how long something took: by the clock on the wall, and in processor time of its
 * thread and of all threads, which say the same on a machine that others use, too. Thread: that
 * which is measured. */
#pragma once

#include <glib.h>

/* Milliseconds. */
typedef struct
{
  double wall;
  double processor; /* of this thread */
  double all;       /* of all threads */
} WindowSpan;

/* Now. */
WindowSpan window_span_begin (void);

/* Appends to @spans (element-type WindowSpan) the time since @began. */
void window_span_end (const WindowSpan *began, GArray *spans);

/* Returns: (transfer full) (element-type WindowSpan) none. */
GArray *window_spans_new (void);

/* The @share-th of @spans; 0 where there are none. */
WindowSpan window_spans_at (GArray *spans, double share);
