/* bench-rows.h: an invented company's rows for measuring, made from their number alone.
 *
 * The same numbers give the same rows at any time. What a person has does not depend on the size:
 * each thousand customers are like any other thousand, so that sizes can be compared. Words and
 * names are drawn as people use them: few of them often, many rarely (Zipf). Thread: any.
 */
#pragma once

#include "row.h"

/* Changed whenever other rows come out: caches are filled anew. */
#define BENCH_ROWS_VERSION 2

typedef struct
{
  DiapasonEntity entity;
  const char *source;
  guint fixed;        /* this many, whatever the size; or: */
  guint per_thousand; /* for each thousand customers */
  void (*make) (DiapasonRow *row, guint64 index, guint64 customers);
} BenchTable;

/* In the order in which they are filled. */
extern const BenchTable bench_tables[];
extern const guint bench_n_tables;

/* How many rows of @table there are at a size of @customers. */
guint64 bench_table_rows (const BenchTable *table, guint64 customers);

/* The row @index of @table. Returns: (transfer full). */
DiapasonRow *bench_table_row (const BenchTable *table, guint64 index, guint64 customers);

/* A number that depends on @seed only, even. */
guint64 bench_draw (guint64 seed);

/* The word of @rank, 0 being the most frequent. Returns: (transfer full). */
char *bench_word (guint rank);
#define BENCH_WORDS 20000

/* A rank drawn as words are used. */
guint bench_word_rank (guint64 seed);

/* @n words in a row. Returns: (transfer full). */
char *bench_words (guint64 seed, guint n);

#define BENCH_ARTICLES 500
#define BENCH_THREADS  10 /* of so many customers one contact is a thread of messages */
char *bench_article_id (guint64 index);
char *bench_thread_id (guint64 index);

/* Of the customer @index: as their source tells it. Returns: (transfer full). */
char *bench_customer_id (guint64 index);
char *bench_customer_name (guint64 index);
char *bench_customer_phone (guint64 index);
