/* source-fixture.h: an engine over a store of its own and a fake server, with blocking calls, for
 * tests.
 *
 * Thread: the test's main one; waiting runs its main context. The clock stands until a test moves
 * it.
 */
#pragma once

#include "fake-server.h"
#include "sync-engine.h"

#define SOURCE_FIXTURE_NOW G_GINT64_CONSTANT (1772445000000) /* 2026-03-02T09:50:00Z */

typedef struct
{
  char *folder;
  DiapasonClock *clock;
  DiapasonStore *store;
  DiapasonSession *session;
  DiapasonSecrets *secrets;
  DiapasonSyncEngine *engine;
  FakeServer *server;
} SourceFixture;

/* For g_test_add(). */
void source_fixture_set_up (SourceFixture *fixture, gconstpointer data);
void source_fixture_tear_down (SourceFixture *fixture, gconstpointer data);

/* Closes engine and store as a program that ends, and opens them again without any source. */
void source_fixture_restart (SourceFixture *fixture);

/* Adds a source described by @json, with ' for " and BASE for the server's address. */
void source_fixture_add (SourceFixture *fixture, const char *json);

/* Adds the source @preset at @base and signs in. @login: "name value name value …". */
void source_fixture_connect (SourceFixture *fixture,
                             const char *preset,
                             const char *base,
                             const char *login);

/* One round of @name (NULL: of all). Returns: (transfer full). */
DiapasonSyncReport *source_fixture_sync (SourceFixture *fixture, const char *name);
/* One round that has to succeed. */
void source_fixture_sync_well (SourceFixture *fixture);
/* One round of @name that has to fail; its first sentence. Returns: (transfer full). */
char *source_fixture_sync_badly (SourceFixture *fixture, const char *name);

/* Gives @name a login of one field; FALSE with @error when it was refused. */
gboolean source_fixture_sign_in (SourceFixture *fixture,
                                 const char *name,
                                 const char *field,
                                 const char *secret,
                                 GError **error);

DiapasonSourceStatus *source_fixture_status (SourceFixture *fixture, const char *name);
/* Runs the main context until @name is in @state. */
void source_fixture_await (SourceFixture *fixture, const char *name, DiapasonSourceState state);

/* What @sql (static, one column) answers, a line a row. Returns: (transfer full). */
char *source_fixture_dump (SourceFixture *fixture, const char *sql);
/* Asserts it. */
void source_fixture_check (SourceFixture *fixture, const char *sql, const char *wanted);
/* Every row of every entity, with references by name. Returns: (transfer full). */
char *source_fixture_dump_all (SourceFixture *fixture);
