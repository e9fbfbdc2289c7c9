/* pages.h: a program at work, for tests that cut it off: pages that come in by slices with the
 * cursor in the last, and acts of a person; and what has to hold of them whatever happens.
 *
 * Thread: the test's main one; apply_… run in the writers.
 */
#pragma once

#include "store-fixture.h"

#define PAGES_SLICES 3
#define PAGES_ROWS   20 /* a slice */

/* The next slice of a page, for the writer of cache.db. */
typedef struct
{
  gint64 page;
  guint slice;
  void (*half_done) (void); /* (nullable) called in the middle of a slice */
} PagesProgress;

gboolean pages_apply_in_writer (DiapasonDatabase *database,
                                gpointer progress,
                                gboolean *more,
                                GError **error);

/* An act, for the writer of work.db: verdict number @data (gint *), of which every third is then
 * undone. */
gboolean pages_act_in_writer (DiapasonDatabase *database,
                              gpointer data,
                              gboolean *more,
                              GError **error);

/* The page that the cursor says was last taken whole. */
gint64 pages_cursor (StoreFixture *fixture);
gint64 pages_count (StoreFixture *fixture, const char *sql);

/* Whole slices, a cursor that fits them, and each row with all that belongs to it; both files
 * sound. */
void pages_assert_whole (StoreFixture *fixture);

/* How many acts are here: from the first on, without a gap, each whole. */
gint64 pages_acts (StoreFixture *fixture);
