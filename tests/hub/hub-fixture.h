/* hub-fixture.h: a hub on a thread of its own over a company of a dozen rows, and a client for it.
 *
 * The test's thread only. Every answer of a documented address is held against the contract on its
 * way.
 */
#pragma once

#include "hub.h"

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _HubFixture HubFixture;

/* @rate_limit, @token_seconds: the hub's properties. */
HubFixture *hub_fixture_new (guint rate_limit, guint token_seconds);
void hub_fixture_free (HubFixture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HubFixture, hub_fixture_free)

/* Makes the company's file at @path. Returns: (transfer full): it, open. */
sqlite3 *hub_fixture_make_company (const char *path);

const char *hub_fixture_get_path (HubFixture *self);
guint16 hub_fixture_get_port (HubFixture *self);

/* Calls @func with the hub in its thread, and waits for it. */
typedef void (*HubErrand) (DiapasonHub *hub, gpointer data);
void hub_fixture_call (HubFixture *self, HubErrand func, gpointer data);

/* Sets how long the tokens to come are good. */
void hub_fixture_set_token_seconds (HubFixture *self, guint seconds);

/* Runs @sql on the company's file beside the hub. Returns: (transfer full): every row's columns,
 * joined by
 * '|', each row with a newline. */
char *hub_fixture_sql (HubFixture *self, const char *sql);

/* The same for what gives no rows. */
void hub_fixture_run (HubFixture *self, const char *sql);

/* What is not said is not sent. */
typedef struct
{
  const char *method; /* NULL: GET */
  const char *path;   /* with the query */
  const char *token;
  const char *body;
  const char *type; /* NULL: application/json */
  const char *key;
  const char *match;
  const char *none_match;
  const char *header[2]; /* one more: name, value */
} HubRequest;

typedef struct
{
  guint status;
  SoupMessageHeaders *headers;
  char *text;     /* (nullable) */
  JsonNode *body; /* (nullable) */
} HubAnswer;

void hub_answer_free (HubAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HubAnswer, hub_answer_free)

HubAnswer *hub_fixture_ask (HubFixture *self, const HubRequest *request);

#define hub_ask(self, ...) hub_fixture_ask (self, &(HubRequest){ __VA_ARGS__ })

/* Asks all at once. Returns: (element-type HubAnswer): in the order of @requests. */
GPtrArray *hub_fixture_ask_all (HubFixture *self, const HubRequest *requests, guint n_requests);

/* A token of the platform: @login's, or the client's own for NULL. */
char *hub_fixture_sign_in (HubFixture *self, const char *login);

/* What the header Authorization says to the shop for @login. */
char *hub_basic (const char *login);

/* Member of the answer's object by a path of names and indices, "error.code", "items.0.id". */
JsonNode *hub_answer_get (HubAnswer *self, const char *path);
const char *hub_answer_text (HubAnswer *self, const char *path);
gint64 hub_answer_number (HubAnswer *self, const char *path);

/* Asserts the status and what the contract's forms of refusal carry as code. */
#define hub_assert_refused(answer, expected, code)                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpuint ((answer)->status, ==, expected);                                             \
    g_assert_nonnull (strstr ((answer)->text, "\"" code "\"") != NULL                              \
                          ? (answer)->text                                                         \
                          : strstr ((answer)->text, "urn:problem:" code "\""));                    \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
