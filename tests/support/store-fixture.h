/* store-fixture.h: a store in a folder of its own, with blocking calls, for tests.
 *
 * Thread: the test's main one; waiting runs its main context.
 */
#pragma once

#include "database.h"
#include "ingest.h"
#include "store.h"

#define STORE_FIXTURE_NOW                                                                          \
  G_GINT64_CONSTANT (1767225600000) /* 2026-01-01, where the clock stands                          \
                                     */

typedef struct
{
  char *folder;
  DiapasonClock *clock;
  DiapasonStore *store; /* (nullable) */
} StoreFixture;

/* For g_test_add(). An open store in a new folder; everything is removed at the end. */
void store_fixture_set_up (StoreFixture *fixture, gconstpointer data);
void store_fixture_tear_down (StoreFixture *fixture, gconstpointer data);

/* Only the folder and the clock. */
void store_fixture_set_up_closed (StoreFixture *fixture, gconstpointer data);

void store_fixture_open (StoreFixture *fixture);
void store_fixture_close (StoreFixture *fixture);

/* Runs @func on the writer of @file and waits. */
gboolean store_fixture_try_write (StoreFixture *fixture,
                                  DiapasonFile file,
                                  DiapasonWriteFunc func,
                                  gpointer data,
                                  GError **error);
void store_fixture_write (StoreFixture *fixture,
                          DiapasonFile file,
                          DiapasonWriteFunc func,
                          gpointer data);

/* Runs @func on a reader and waits; in the second no error may happen. */
gpointer store_fixture_try_read (StoreFixture *fixture,
                                 DiapasonLane lane,
                                 DiapasonReadFunc func,
                                 gpointer data,
                                 GError **error);
gpointer store_fixture_read (StoreFixture *fixture,
                             DiapasonLane lane,
                             DiapasonReadFunc func,
                             gpointer data);

/* What @sql answers, a line a row, columns joined by "|". Returns: (transfer full). */
char *store_fixture_dump (StoreFixture *fixture, const char *sql);

/* Writes @row (taken) as @source says it. */
DiapasonIngestOutcome store_fixture_ingest (StoreFixture *fixture,
                                            const char *source,
                                            DiapasonRow *row);

/* A row of @entity from column names and texts, integers as texts of digits for what is no text,
 * references as remote ids; NULL-terminated. @revision -1: none. Returns: (transfer full). */
DiapasonRow *store_fixture_row (DiapasonEntity entity, const char *remote_id, gint64 revision, ...)
    G_GNUC_NULL_TERMINATED;

/* Runs the main context until @done is TRUE. */
void store_fixture_wait (const gboolean *done);
