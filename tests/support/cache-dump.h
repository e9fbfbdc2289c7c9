/* cache-dump.h: all that a cache.db says, as text that does not tell how it came there: what two
 * caches that were told the same have in common.
 *
 * Whatever table there is, is in it; rows are named by (source, entity, remote id), persons by who
 * is in them. Left out are how far the sources were read, when things were first and last seen, and
 * which of its equal revisions a row was made from.
 *
 * Thread: the test's main one; waiting runs its main context.
 */
#pragma once

#include "store.h"

/* Lines, a table after the other, sorted. Returns: (transfer full). */
char *cache_dump (DiapasonStore *store);

/* Where two dumps begin to differ: the table, and a line of each ("nothing" where there is none
 * like it). NULL when they are equal. Returns: (transfer full) (nullable). */
char *cache_dump_difference (const char *wanted, const char *got);
