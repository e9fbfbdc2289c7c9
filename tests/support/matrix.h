/* matrix.h: a test says that it ran a row of the fault matrix (tests/support/matrix.txt).
 *
 * `./dev test` ends with a table of the rows, made of these lines and of the results of the
 * programs that said them. A test in another language prints the line itself: "# matrix R2 1000
 * power cuts".
 */
#pragma once

#include <glib.h>

/* @row: its name in matrix.txt. @runs: how many faults were put in. @what: what each was, in a few
 * words. Called when all went well, at the end of the test. */
static inline void
matrix_ran (const char *row, guint runs, const char *what)
{
  g_test_message ("matrix %s %u %s", row, runs, what);
}
