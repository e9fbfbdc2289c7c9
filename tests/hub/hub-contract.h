/* hub-contract.h: resources/hub/openapi.json, read and held against what a hub answers. Main
 * thread. */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

/* The contract's document, parsed once. Returns: (transfer none). */
JsonObject *hub_contract (void);

/* @node's object, or what its $ref names. Returns: (transfer none). */
JsonObject *hub_contract_resolve (JsonObject *object);

/* The operation of @method for the concrete @path. Returns: (transfer none) (nullable). */
JsonObject *hub_contract_find (const char *method, const char *path);

/* What is wrong with @value by @schema. Returns: (transfer full) (nullable): NULL if nothing is. */
char *hub_contract_fault (JsonObject *schema, JsonNode *value);

/* What is wrong with an answer of @operation: a status that is not documented, a header that is
 * missing or malformed, another content type, a body that its schema does not fit.
 * @body: (nullable): NULL for none. Returns: (transfer full) (nullable). */
char *hub_contract_answer_fault (JsonObject *operation,
                                 guint status,
                                 SoupMessageHeaders *headers,
                                 JsonNode *body);

G_END_DECLS
