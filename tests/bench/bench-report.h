/* bench-report.h: CPU time of two things done in turn, and a figure as a line of JSON.
 *
 * Times are those of the calling thread's processor, so that whatever else the machine does weighs
 * little. Thread: any; nothing is kept.
 */
#pragma once

#include <glib.h>

typedef enum
{
  BENCH_AT_MOST,
  BENCH_AT_LEAST,
} BenchSense;

/* One measured figure. The bound is that of @value over @floor, or of @value itself. */
typedef struct
{
  const char *figure; /* "lookup.person" */
  const char *unit;
  gint64 size; /* customers in the cache; 0: no matter */
  double value;
  double floor; /* 0: none */
  double bound; /* 0: nothing is asked */
  gboolean of_value;
  BenchSense sense;
  const char *what;       /* a plain sentence without quotes */
  const char *floor_what; /* (nullable) */
  double median;          /* 0: not told; these three are what growth is told by */
  double floor_median;
  double steps; /* of SQLite's machine; 0: not told */
} BenchFigure;

/* Prints @figure. */
void bench_report (const BenchFigure *figure);

/* Microseconds of this thread's processor time; of all threads' for the second. */
double bench_cpu (void);
double bench_process_cpu (void);

/* The @share-th (0.5: median) of @n values, which are sorted. */
double bench_quantile (double *values, guint n, double share);

/* Does the thing for @key. */
typedef void (*BenchCall) (gpointer context, guint key);

/* Of the keys' own medians over the rounds: microseconds. */
typedef struct
{
  double median, floor_median;
  double p99, floor_p99;
} BenchPair;

/* Whether instructions are counted rather than time told: some of everything, once, is enough. */
gboolean bench_is_brief (void);

/* Calls @ours and @floor (nullable) for each of @n_keys keys in @rounds rounds, in turn, which of
 * them is first changing each time. */
BenchPair bench_compare (guint n_keys,
                         guint rounds,
                         BenchCall ours,
                         BenchCall floor,
                         gpointer context);
