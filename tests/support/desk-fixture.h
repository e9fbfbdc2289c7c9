/* desk-fixture.h: a desk over a store of its own, with rows as sources would have told them.
 *
 * Thread: the test's main one; waiting runs its main context.
 */
#pragma once

#include "derive.h"
#include "desk.h"
#include "fake-server.h"
#include "row-source.h"
#include "store.h"
#include "sync-engine.h"

#define DESK_FIXTURE_NOW  G_GINT64_CONSTANT (1767269640000) /* 2026-01-01 12:14 */
#define DESK_FIXTURE_HOUR G_GINT64_CONSTANT (3600000)
#define DESK_FIXTURE_DAY  (24 * DESK_FIXTURE_HOUR)

typedef struct
{
  char *folder;
  DiapasonClock *clock;
  DiapasonStore *store;
  DiapasonDerive *derive;
  DiapasonDesk *desk;         /* (nullable) a test may have dropped it */
  DiapasonSyncEngine *engine; /* (nullable) */
  FakeServer *server;         /* (nullable) */
  GPtrArray *told;            /* what desk_fixture_commit() will write */
  gint64 revision;
} DeskFixture;

/* For g_test_add(). Everything is removed at the end, and must be gone by then. */
void desk_fixture_set_up (DeskFixture *fixture, gconstpointer data);
void desk_fixture_tear_down (DeskFixture *fixture, gconstpointer data);

/* Gives the desk an engine and a source "crm", called "CRM", at a server of its own, which wants a
 * token for "/me" and has no customers. Nothing is fetched before the engine starts. */
void desk_fixture_connect (DeskFixture *fixture);

/* Gives the desk an engine that is started and has no source, so that one can be added, in the
 * folder of the fixture (desk_fixture_sources_folder()). There is a server as above, which has two
 * customers; desk_fixture_describe() says what a source at it is. @in_service: logins go to the
 * Secret Service. @deadline_ms: of a request; 0: the usual. */
void desk_fixture_begin_empty (DeskFixture *fixture, gboolean in_service, gint64 deadline_ms);

/* The path of a description of "crm" without an address, called NAME.json: ‘"’ is written as ‘'’.
 * @json (nullable): another text. Returns: (transfer full). */
char *desk_fixture_describe (DeskFixture *fixture, const char *name, const char *json);

/* Where sources are described. Returns: (transfer full). */
char *desk_fixture_sources_folder (DeskFixture *fixture);

/* A row of @entity ("customer") from pairs of column and text, NULL-terminated: digits for
 * integers, an instant in hours from now ("-2") for times, "remote" or "source:remote" for
 * references. */
void desk_fixture_row (DeskFixture *fixture,
                       const char *source,
                       const char *entity,
                       const char *remote_id,
                       ...) G_GNUC_NULL_TERMINATED;

/* The source takes the row back. */
void desk_fixture_drop (DeskFixture *fixture,
                        const char *source,
                        const char *entity,
                        const char *remote_id);

/* Writes all that was told since the last time in one go, and waits until it is derived and told.
 */
void desk_fixture_commit (DeskFixture *fixture);

/* @source says that this login is its @adviser. */
void desk_fixture_sign_in (DeskFixture *fixture, const char *source, const char *adviser);

/* Makes whatever reads customers fail from now on. */
void desk_fixture_break (DeskFixture *fixture);

/* Damages the index of the words of articles. */
void desk_fixture_damage_words (DeskFixture *fixture);

/* Ada Quill, who is two records: "crm" c1 and "desk" d1, by name and e-mail; a partner Ben Quill
 * (crm c2) without any history; contacts, messages and promises; an article. Committed. */
void desk_fixture_tell_quills (DeskFixture *fixture);

/* More of Ada, from "survey" and "shop": an answer about her call (3 of 10, two criteria), a review
 * (4 of 5), and an anonymous answer that her customer number came with. Committed. */
void desk_fixture_tell_verbatims (DeskFixture *fixture);

/* Somebody opens that customer's card: it is noted when this returns. */
void desk_fixture_open (DeskFixture *fixture, const char *source, const char *remote_id);

/* Returns when what was done before is kept in work.db. */
void desk_fixture_await_work (DeskFixture *fixture);

/* Where the desk has the history of @person from. Returns: (transfer full). */
DiapasonRowSource *desk_fixture_history_source (DeskFixture *fixture, gint64 person);

/* The person of a customer record; 0 for none. */
gint64 desk_fixture_person (DeskFixture *fixture, const char *source, const char *remote_id);
