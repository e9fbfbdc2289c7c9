/* window-span.c: see the header. */
#include "window-span.h"

#include "bench-report.h"

WindowSpan
window_span_begin (void)
{
  return (WindowSpan){ (double) g_get_monotonic_time () / 1e3, bench_cpu () / 1e3,
                       bench_process_cpu () / 1e3 };
}

void
window_span_end (const WindowSpan *began, GArray *spans)
{
  WindowSpan span = window_span_begin ();

  span.wall -= began->wall;
  span.processor -= began->processor;
  span.all -= began->all;
  g_array_append_val (spans, span);
}

GArray *
window_spans_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (WindowSpan));
}

static double
quantile (GArray *spans, gsize offset, double share)
{
  g_autofree double *values = g_new (double, spans->len);

  for (guint i = 0; i < spans->len; i++)
    values[i] = G_STRUCT_MEMBER (double, &g_array_index (spans, WindowSpan, i), offset);
  return bench_quantile (values, spans->len, share);
}

WindowSpan
window_spans_at (GArray *spans, double share)
{
  if (spans->len == 0)
    return (WindowSpan){ 0 };
  return (WindowSpan){ quantile (spans, G_STRUCT_OFFSET (WindowSpan, wall), share),
                       quantile (spans, G_STRUCT_OFFSET (WindowSpan, processor), share),
                       quantile (spans, G_STRUCT_OFFSET (WindowSpan, all), share) };
}
