/* derive-fixture.h: a store with what is derived in it, for tests. Blocking; thread: the test's
 * main one. */
#pragma once

#include "derive.h"
#include "records.h"
#include "store-fixture.h"

typedef struct
{
  StoreFixture base;
  DiapasonDerive *derive; /* (nullable) */
} DeriveFixture;

/* For g_test_add(). */
void derive_fixture_set_up (DeriveFixture *fixture, gconstpointer data);
void derive_fixture_tear_down (DeriveFixture *fixture, gconstpointer data);

/* Closes everything and opens it again. */
void derive_fixture_reopen (DeriveFixture *fixture);

/* Says a row at @source: names of columns and their texts, NULL-terminated. */
#define derive_fixture_say(fixture, source, entity, remote_id, ...)                                \
  store_fixture_ingest (&(fixture)->base, source,                                                  \
                        store_fixture_row (DIAPASON_ENTITY_##entity, remote_id, -1, __VA_ARGS__,   \
                                           NULL))
void derive_fixture_take_back (DeriveFixture *fixture,
                               const char *source,
                               DiapasonEntity entity,
                               const char *remote_id);

/* A customer with a name, a birth date (nullable), a number (nullable) and an address (nullable).
 */
void derive_fixture_customer (DeriveFixture *fixture,
                              const char *source,
                              const char *remote_id,
                              const char *name,
                              const char *birth_date,
                              const char *phone,
                              const char *email);

/* Waits until everything is derived. */
void derive_fixture_settle (DeriveFixture *fixture);

/* The local id of a record, 0 for none. */
gint64 derive_fixture_id (DeriveFixture *fixture,
                          const char *source,
                          DiapasonEntity entity,
                          const char *remote_id);

/* Whether two customers are one person now. */
gboolean derive_fixture_are_one (DeriveFixture *fixture,
                                 const char *a_source,
                                 const char *a_remote,
                                 const char *b_source,
                                 const char *b_remote);

/* A person decides, or undoes it; and everybody concerned is put right. */
void derive_fixture_decide (DeriveFixture *fixture,
                            const char *key,
                            const char *a_source,
                            const char *a_remote,
                            const char *b_source,
                            const char *b_remote,
                            gboolean same);
void derive_fixture_undo (DeriveFixture *fixture, const char *key, gint64 customer);

/* Everything that is derived, but for the sequence in a document's id. Returns: (transfer full). */
char *derive_fixture_dump (DeriveFixture *fixture);

/* Returns: (transfer full) (element-type DiapasonFindHit). */
GPtrArray *derive_fixture_find (DeriveFixture *fixture, const char *words, guint limit);
