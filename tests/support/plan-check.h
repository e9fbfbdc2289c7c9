/* plan-check.h: whether what the window waits for finds its rows by an index.
 *
 * Call it when the readers of @store have run every statement of theirs.
 */
#pragma once

#include "store-fixture.h"

/* Fails the test for each statement prepared by either reader that scans a table or sorts in a
 * temporary B-tree. Virtual tables (FTS5, json_each) and scans of a covering index are let through
 * only for the texts named in @allowed (NULL-terminated parts of the SQL text; nullable: none). */
void plan_check_readers (StoreFixture *fixture, const char *const *allowed);

/* The offending lines of the plan of @sql, for tests of the check itself. Returns: (transfer full).
 */
char *plan_check_sql (StoreFixture *fixture, const char *sql);
