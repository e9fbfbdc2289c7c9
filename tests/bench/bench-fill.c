/* bench-fill.c: bench-fill FOLDER CUSTOMERS: fills a cache through the store's own writer, and
 * derives what is derived. A folder that holds just that already is left as it is. */
#include <stdlib.h>

#include "bench-report.h"
#include "bench-rows.h"
#include "bench-store.h"
#include "ingest.h"

#define SLICE 1000 /* rows of a transaction */

typedef struct
{
  guint64 customers;
  guint table;
  guint64 next;
  guint64 rows;
} Fill;

static gboolean
fill_row (DiapasonDatabase *database, Fill *fill, GError **error)
{
  const BenchTable *table = &bench_tables[fill->table];
  g_autoptr (DiapasonRow) row = bench_table_row (table, fill->next, fill->customers);
  DiapasonIngestOutcome outcome;
  gint64 source;

  fill->next++;
  fill->rows++;
  return diapason_ingest_source (database, table->source, table->source, &source, error) &&
         diapason_ingest_row (database, source, row, BENCH_NOW, 0, &outcome, error);
}

static gboolean
fill_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  Fill *fill = data;

  for (guint i = 0; i < SLICE; i++)
    {
      while (fill->table < bench_n_tables &&
             fill->next == bench_table_rows (&bench_tables[fill->table], fill->customers))
        {
          fill->table++;
          fill->next = 0;
        }
      if (fill->table == bench_n_tables)
        return TRUE;
      if (!fill_row (database, fill, error))
        return FALSE;
    }
  *more = TRUE;
  return TRUE;
}

/* What rows are in the cache. */
static char *
make_mark (guint64 customers)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT " customers, rows %d\n", customers,
                          BENCH_ROWS_VERSION);
}

static gboolean
is_made (const char *folder, const char *mark)
{
  g_autofree char *path = g_build_filename (folder, "size", NULL);
  g_autofree char *there = NULL;

  return g_file_get_contents (path, &there, NULL, NULL) && g_str_equal (there, mark);
}

static void
report_rate (const char *figure, guint64 customers, guint64 rows, double cpu, const char *what)
{
  bench_report (&(BenchFigure){
      .figure = figure,
      .unit = "rows/s",
      .size = (gint64) customers,
      .value = (double) rows / cpu * 1e6,
      .what = what,
  });
}

/* As a newer program does with a cache that an older one has left. */
static void
bring_up_to_date (const char *folder)
{
  DiapasonStore *store = bench_store_open (folder, DIAPASON_STORE_READ_WRITE);

  bench_store_derive (store);
  bench_store_close (store);
}

static void
fill (const char *folder, guint64 customers)
{
  Fill filling = { .customers = customers };
  DiapasonStore *store = bench_store_open (folder, DIAPASON_STORE_READ_WRITE);
  double begin = bench_process_cpu ();

  bench_store_write (store, fill_in_writer, &filling);
  double filled = bench_process_cpu ();
  report_rate ("fill.ingest", customers, filling.rows, filled - begin,
               "rows made up and ingested for the cache of this bench");
  bench_store_derive (store);
  report_rate ("fill.derive", customers, filling.rows, bench_process_cpu () - filled,
               "the same rows seen to by all steps of derived data");
  bench_store_close (store);
}

int
main (int argc, char **argv)
{
  g_return_val_if_fail (argc == 3, EXIT_FAILURE);

  const char *folder = argv[1];
  guint64 customers = g_ascii_strtoull (argv[2], NULL, 10);
  g_autofree char *mark = make_mark (customers);
  g_autofree char *path = g_build_filename (folder, "size", NULL);

  if (is_made (folder, mark))
    {
      bring_up_to_date (folder);
      return EXIT_SUCCESS;
    }
  bench_store_remove (folder);
  g_mkdir_with_parents (folder, 0700);
  fill (folder, customers);
  return g_file_set_contents (path, mark, -1, NULL) ? EXIT_SUCCESS : EXIT_FAILURE;
}
