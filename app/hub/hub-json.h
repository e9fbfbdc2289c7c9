/* hub-json.h: JSON in and out, as text. Pure; any thread. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Reads @content, which must be one strictly written JSON object of at most 32 levels.
 * Returns: (transfer full) (nullable): NULL for anything else. */
JsonObject *diapason_hub_json_parse (GBytes *content);

/* Returns: (transfer full): @text, which is UTF-8, as a JSON string with its quotes; "null" for
 * NULL. */
char *diapason_hub_json_quote (const char *text);

/* Reads an RFC 3339 instant (date, time, zone). Returns: FALSE if it is none. */
gboolean diapason_hub_json_instant (const char *text, gint64 *milliseconds);

G_END_DECLS
