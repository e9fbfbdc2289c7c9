/* company-fixture.h: invented companies in a folder of the test's own, and questions to them. The
 * test's thread only. */
#pragma once

#include "hub.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Saturday 15 November 2025, 00:00 UTC, and Friday the 14th, 10:30 in Paris. */
#define NIGHT G_GINT64_CONSTANT (1763164800000)
#define NOON  G_GINT64_CONSTANT (1763112600000)

extern char *folder;  /* of all that is made here */
extern sqlite3 *made; /* the company most tests look at */

/* Makes the folder; with the arguments of company_fixture_make_elsewhere() makes that company and
 * does not return. Before g_test_init(). */
void company_fixture_begin (int argc, char **argv);

/* Closes @made and removes the folder. */
void company_fixture_end (void);

/* A file of the folder. Returns: (transfer full). */
char *path_of (const char *name);

/* Makes a company in the folder. Returns: (transfer full): its path. */
char *make (const char *name, guint customers, guint days, guint64 seed, gint64 until);

/* Likewise in another process, which has another clock's zone, language and memory. */
char *make_elsewhere (const char *name, guint customers, guint days, guint64 seed, gint64 until);

/* SHA-256 of all bytes of a file. Returns: (transfer full). */
char *digest (const char *path);

sqlite3 *open_company (const char *path);

sqlite3_stmt *prepare (sqlite3 *db, const char *sql);

/* The number that @sql answers; -1 for none. */
gint64 number (sqlite3 *db, const char *sql);

/* Of @made. */
void assert_between (gint64 low, const char *sql, gint64 high);

#define assert_none(sql)        assert_between (0, "SELECT count(*) FROM " sql, 0)
#define assert_many(sql, least) assert_between ((least), "SELECT count(*) FROM " sql, G_MAXINT64)

G_END_DECLS
