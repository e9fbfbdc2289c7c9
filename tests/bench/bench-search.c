/* bench-search.c: bench-search FOLDER [FIGURE]: what is found as somebody types, in the reader of
 * lists.
 *
 * Words are drawn as they are used, so that many find a great part of the cache. */
#include <stdlib.h>
#include <string.h>

#include "bench-plain.h"
#include "bench-report.h"
#include "bench-rows.h"
#include "database.h"
#include "find-read.h"
#include "text.h"

#define KEYS   300
#define ROUNDS 3
#define LIMIT  10 /* hits of a group */
#define SAMPLE 3  /* queries of each kind that are answered by looking at every row, too */

/* One way of typing. */
typedef struct
{
  const char *figure;
  const char *what;
  double bound_ms;
  char *(*make) (guint64 draw, guint64 customers);
  void (*floor) (gpointer context, guint key); /* (nullable) NULL: measured in real time, alone */
  const char *floor_what;                      /* (nullable) */
} Typing;

static char *
begin_word (guint64 draw, glong letters)
{
  g_autofree char *word = bench_word (bench_word_rank (draw));

  return g_strndup (word, letters);
}

static char *
two_letters (guint64 draw, guint64 customers)
{
  return begin_word (draw, 2);
}

static char *
three_letters (guint64 draw, guint64 customers)
{
  return begin_word (draw, 3);
}

static char *
four_letters (guint64 draw, guint64 customers)
{
  return begin_word (draw, 4);
}

/* One letter, five of them, a whole word, two words, two words the second of which goes on. */
static char *
anything (guint64 draw, guint64 customers)
{
  g_autofree char *one = bench_word (bench_word_rank (draw));
  g_autofree char *other = bench_word (bench_word_rank (draw + 1));

  switch (draw % 5)
    {
    case 0:
      return g_strndup (one, 1);
    case 1:
      return g_strndup (one, 5);
    case 2:
      return g_strdup (one);
    case 3:
      return g_strjoin (" ", one, other, NULL);
    default:
      return g_strdup_printf ("%s %.5s", one, other);
    }
}

static char *
name (guint64 draw, guint64 customers)
{
  g_autofree char *whole = bench_customer_name (draw % customers);
  g_autofree char *folded = diapason_text_fold (whole);

  return g_strndup (folded, strcspn (folded, " ") + 4);
}

static char *
phone (guint64 draw, guint64 customers)
{
  return bench_customer_phone (draw % customers);
}

typedef struct
{
  const char *folder;
  const char *wanted; /* (nullable) the only figure */
  gint64 size;
  DiapasonDatabase *database;
  BenchRaw *raw;
  guint statements[DIAPASON_N_FIND_GROUPS];
  guint number;   /* the statement for one */
  char **queries; /* (owned) of the typing that is measured */
} Run;

static const char *const tables[DIAPASON_N_FIND_GROUPS] = {
  "customer_text", "interaction_text", "message_text", "verbatim_text", "article_text",
};

static void
call_find (gpointer context, guint key)
{
  Run *run = context;
  g_autoptr (GError) error = NULL;
  gint64 deadline = bench_is_brief () ? G_MAXINT : DIAPASON_FIND_DEADLINE;
  g_autoptr (GPtrArray) hits G_GNUC_UNUSED =
      diapason_find_within (run->database, run->queries[key], LIMIT, deadline, NULL, &error);

  g_assert_no_error (error);
}

/* The newest rows of each group that full text finds, without what is shown of them. */
static void
call_raw (gpointer context, guint key)
{
  Run *run = context;
  g_autofree char *match = diapason_text_match_expression (run->queries[key]);

  for (guint group = 0; group < DIAPASON_N_FIND_GROUPS; group++)
    bench_raw_rows (bench_raw_bind_text (run->raw, run->statements[group], match), LIMIT, NULL);
}

/* The rows that have the number, and those of customers that full text finds by its digits. */
static void
call_raw_number (gpointer context, guint key)
{
  Run *run = context;
  g_autofree char *digits = diapason_phone_significant (run->queries[key]);
  g_autofree char *number = diapason_phone_key (digits);
  g_autofree char *match = diapason_text_match_expression (digits);

  bench_raw_rows (bench_raw_bind_text (run->raw, run->number, number), LIMIT, NULL);
  bench_raw_rows (bench_raw_bind_text (run->raw, run->statements[DIAPASON_FIND_CUSTOMER], match),
                  LIMIT, NULL);
}

#define WORDS_FLOOR                                                                                \
  "the bare full-text statements of the five groups, ten rows each, without what is shown of them"

static const Typing typings[] = {
  { "search.two", "two letters typed, ready in the reader, p99", 5, two_letters, call_raw,
    WORDS_FLOOR },
  { "search.three", "three letters", 5, three_letters, call_raw, WORDS_FLOOR },
  { "search.four", "four letters", 5, four_letters, call_raw, WORDS_FLOOR },
  { "search.name", "a given name and the beginning of a family name", 5, name, call_raw,
    WORDS_FLOOR },
  { "search.phone", "a whole telephone number", 5, phone, call_raw_number,
    "the bare statements for the customers who have it, and for its digits" },
  { "search.any",
    "one letter, five, whole words, two words: cut at 100 ms with what was found; real time",
    DIAPASON_FIND_DEADLINE * 1.1, anything, NULL, NULL },
};

static double
time_really (Run *run)
{
  double times[KEYS];

  for (guint key = 0; key < KEYS; key++)
    {
      gint64 begin = g_get_monotonic_time ();
      call_find (run, key);
      times[key] = (double) (g_get_monotonic_time () - begin) / 1000;
    }
  return bench_quantile (times, KEYS, 0.99);
}

static void
measure (Run *run, const Typing *typing)
{
  BenchFigure figure = { .figure = typing->figure,
                         .unit = "ms",
                         .size = run->size,
                         .bound = typing->bound_ms,
                         .of_value = TRUE,
                         .what = typing->what };

  if (typing->floor == NULL)
    figure.value = time_really (run);
  else
    {
      BenchPair pair = bench_compare (KEYS, ROUNDS, call_find, typing->floor, run);
      figure.value = pair.p99 / 1000;
      figure.floor = pair.floor_p99 / 1000;
      figure.floor_what = typing->floor_what;
      figure.median = pair.median;
      figure.floor_median = pair.floor_median;
    }
  bench_report (&figure);
}

static void
make_queries (Run *run, const Typing *typing, guint n)
{
  g_clear_pointer (&run->queries, g_strfreev);
  run->queries = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    run->queries[i] = typing->make (bench_draw (i), run->size);
}

static void
check_sample (Run *run)
{
  g_autoptr (GStrvBuilder) sample = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (typings); i++)
    if (typings[i].make != phone)
      {
        make_queries (run, &typings[i], SAMPLE);
        g_strv_builder_addv (sample, (const char **) run->queries);
        n += SAMPLE;
      }
  g_auto (GStrv) queries = g_strv_builder_end (sample);
  bench_report (&(BenchFigure){
      .figure = "search.right",
      .unit = "of all",
      .size = run->size,
      .value = (double) bench_plain_compare (run->raw, run->database, queries, LIMIT) / n,
      .bound = 1,
      .of_value = TRUE,
      .sense = BENCH_AT_LEAST,
      .what = "queries that find the same, in the same order, as looking at every row does",
  });
}

static gboolean
is_wanted (const Run *run, const char *figure)
{
  return run->wanted == NULL || g_str_equal (run->wanted, figure);
}

static gpointer
run_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  Run *run = data;
  g_autoptr (BenchRaw) raw = run->raw = bench_raw_open (run->folder);

  run->database = database;
  for (guint group = 0; group < DIAPASON_N_FIND_GROUPS; group++)
    {
      g_autofree char *sql = g_strdup_printf (
          "SELECT t.rowid, d.record FROM %s t CROSS JOIN document d ON d.id = t.rowid "
          "WHERE %s MATCH ?1 ORDER BY t.rowid DESC",
          tables[group], tables[group]);
      run->statements[group] = bench_raw_prepare (raw, sql);
    }
  run->number = bench_raw_prepare (
      raw, "SELECT p.customer, p.value, c.name, c.city, r.remote_id FROM contact_point p "
           "JOIN customer c ON c.id = p.customer JOIN record r ON r.id = c.id "
           "WHERE p.value_key = ?1 AND p.kind <> 'email' ORDER BY p.id DESC");
  for (guint i = 0; i < G_N_ELEMENTS (typings); i++)
    if (is_wanted (run, typings[i].figure))
      {
        make_queries (run, &typings[i], KEYS);
        measure (run, &typings[i]);
      }
  if (is_wanted (run, "search.right"))
    check_sample (run);
  g_clear_pointer (&run->queries, g_strfreev);
  return NULL;
}

int
main (int argc, char **argv)
{
  g_return_val_if_fail (argc >= 2, EXIT_FAILURE);

  Run run = { .folder = argv[1], .wanted = argv[2], .size = bench_store_size (argv[1]) };
  DiapasonStore *store = bench_store_open (run.folder, DIAPASON_STORE_READ_ONLY);

  bench_store_read (store, DIAPASON_LANE_SEARCH, run_in_reader, &run);
  bench_store_close (store);
  return EXIT_SUCCESS;
}
