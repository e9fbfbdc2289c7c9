/* window-report.c: see the header. */
#include "window-report.h"

#include "bench-report.h"
#include "window-span.h"

#define LONGEST       25
#define LONGEST_RATIO 1.3

static double
longest_of (WindowSeen *seen)
{
  return window_spans_at (seen->iterations, 1).processor;
}

static void
report_usual (gint64 size,
              const char *longest,
              WindowSeen *seen,
              WindowSeen *plain,
              const char *floor_what)
{
  g_autofree char *figure = g_strconcat (longest, ".p999", NULL);

  bench_report (&(BenchFigure){
      .figure = figure,
      .unit = "ms",
      .size = size,
      .value = window_spans_at (seen->iterations, 0.999).processor,
      .floor = window_spans_at (plain->iterations, 0.999).processor,
      .what = "of these iterations 999 in 1000 are shorter",
      .floor_what = floor_what,
  });
}

void
window_report_loop (gint64 size,
                    const char *name,
                    WindowSeen *seen,
                    WindowSeen *plain,
                    const char *what,
                    const char *floor_what)
{
  g_autofree char *figure = g_strconcat ("loop.", name, NULL);
  g_autofree char *whole = g_strdup_printf ("the longest iteration of the main loop %s, processor "
                                            "time; at most 25 ms, or 1.3 times the floor",
                                            what);

  bench_report (&(BenchFigure){
      .figure = figure,
      .unit = "ms",
      .size = size,
      .value = longest_of (seen),
      .floor = longest_of (plain),
      .bound = MAX (LONGEST, LONGEST_RATIO * longest_of (plain)),
      .of_value = TRUE,
      .what = whole,
      .floor_what = floor_what,
  });
  report_usual (size, figure, seen, plain, floor_what);
}
