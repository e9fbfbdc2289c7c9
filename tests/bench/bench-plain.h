/* bench-plain.h: the same search by looking at every row, to hold what is found to.
 *
 * Knows no index and no full text: it splits every text into words and compares. Thread: that of
 * the bare connection.
 */
#pragma once

#include "bench-store.h"

/* How many of @queries (words of letters, the last of each as a beginning) are found by
 * diapason_find_within() on @database just as here: the same hits of each group in the same order,
 * at most @limit. Prints what differs on standard error. */
guint bench_plain_compare (BenchRaw *raw, DiapasonDatabase *database, char **queries, guint limit);
