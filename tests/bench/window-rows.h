/* window-rows.h: what happened with anybody, as the rows of one list of any length: a
 * DiapasonRowSource over the store, newest known first.
 *
 * Rows are DiapasonEventRecord. Each change set that tells of contacts has it ask for its ids
 * again, as a list of all of them has to. Thread: main; functions ending in _in_reader run on a
 * reader. Holds a reference on the store.
 */
#pragma once

#include "row-source.h"
#include "store.h"

#define WINDOW_TYPE_ROWS (window_rows_get_type ())
G_DECLARE_FINAL_TYPE (WindowRows, window_rows, WINDOW, ROWS, GObject)

/* @most: as many rows at the most, and those that come later. Returns: (transfer full). */
WindowRows *window_rows_new (DiapasonStore *store, gint64 most);
