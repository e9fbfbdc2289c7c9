/* bench-report.c: see the header. */
#include "bench-report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static gboolean
is_in_bounds (const BenchFigure *figure)
{
  double told = figure->of_value ? figure->value : figure->value / figure->floor;

  if (figure->bound == 0)
    return TRUE;
  return figure->sense == BENCH_AT_MOST ? told <= figure->bound : told >= figure->bound;
}

static void
print_text (const char *name, const char *text)
{
  g_assert (text == NULL || strpbrk (text, "\"\\\n") == NULL);
  if (text != NULL)
    printf ("\"%s\":\"%s\",", name, text);
}

static void
print_number (const char *name, double number)
{
  if (number != 0)
    printf ("\"%s\":%.5g,", name, number);
}

void
bench_report (const BenchFigure *figure)
{
  printf ("{");
  print_text ("figure", figure->figure);
  print_text ("unit", figure->unit);
  printf ("\"size\":%" G_GINT64_FORMAT ",\"value\":%.5g,", figure->size, figure->value);
  print_number ("floor", figure->floor);
  print_number ("ratio", figure->floor != 0 ? figure->value / figure->floor : 0);
  print_number ("bound", figure->bound);
  print_text ("bound_of", figure->of_value ? "value" : "ratio");
  print_text ("sense", figure->sense == BENCH_AT_MOST ? "at most" : "at least");
  print_text ("what", figure->what);
  print_text ("floor_what", figure->floor_what);
  print_number ("median", figure->median);
  print_number ("floor_median", figure->floor_median);
  print_number ("steps", figure->steps);
  printf ("\"ok\":%s}\n", is_in_bounds (figure) ? "true" : "false");
  fflush (stdout);
}

static double
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

double
bench_cpu (void)
{
  return read_clock (CLOCK_THREAD_CPUTIME_ID);
}

double
bench_process_cpu (void)
{
  return read_clock (CLOCK_PROCESS_CPUTIME_ID);
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;
  return (x > y) - (x < y);
}

double
bench_quantile (double *values, guint n, double share)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[MIN ((guint) (share * n), n - 1)];
}

static double
time_call (BenchCall call, gpointer context, guint key)
{
  double begin = bench_cpu ();

  call (context, key);
  return bench_cpu () - begin;
}

/* What looking at the clock twice costs. */
static double
clock_cost (void)
{
  double costs[101];

  for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
    {
      double begin = bench_cpu ();
      costs[i] = bench_cpu () - begin;
    }
  return bench_quantile (costs, G_N_ELEMENTS (costs), 0.5);
}

/* Medians of the rows of a matrix, less @cost, then their own quantiles. */
static void
reduce (double *times, guint n_keys, guint rounds, double cost, double *median, double *p99)
{
  g_autofree double *keys = g_new (double, n_keys);

  for (guint key = 0; key < n_keys; key++)
    keys[key] = MAX (bench_quantile (times + key * rounds, rounds, 0.5) - cost, 0.001);
  *median = bench_quantile (keys, n_keys, 0.5);
  *p99 = bench_quantile (keys, n_keys, 0.99);
}

gboolean
bench_is_brief (void)
{
  return g_getenv ("DIAPASON_BENCH_BRIEF") != NULL;
}

BenchPair
bench_compare (guint n_keys, guint rounds, BenchCall ours, BenchCall floor, gpointer context)
{
  const BenchCall calls[2] = { ours, floor };

  if (bench_is_brief ())
    {
      n_keys /= 3;
      rounds = 1;
    }
  g_autofree double *times = g_new0 (double, 2 * n_keys * rounds);
  double *of[2] = { times, times + n_keys * rounds };
  double cost = clock_cost ();
  BenchPair pair = { 0 };

  for (guint round = 0; round < rounds; round++)
    for (guint key = 0; key < n_keys; key++)
      for (guint turn = 0; turn < 2; turn++)
        {
          guint which = (turn + key + round) % 2;
          if (calls[which] != NULL)
            of[which][key * rounds + round] = time_call (calls[which], context, key);
        }
  reduce (of[0], n_keys, rounds, cost, &pair.median, &pair.p99);
  if (floor != NULL)
    reduce (of[1], n_keys, rounds, cost, &pair.floor_median, &pair.floor_p99);
  return pair;
}
