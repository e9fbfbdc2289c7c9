/* hub-json.c: JSON in and out. See the header.
 *
 * json-glib follows nesting on the stack without an end and takes more than JSON is, so what comes
 * from outside is looked over before it may see it.
 */
#include "hub-json.h"

#define DEEPEST 32

/* Goes to the quote that ends the string beginning at @at. NULL: none, or a NUL in it, written out
 * as an escape, that would cut the text short later. */
static const char *
skip_string (const char *at, const char *end)
{
  for (at++; at < end && *at != '"'; at++)
    {
      if ((guchar) *at < 0x20)
        return NULL;
      if (*at != '\\')
        continue;
      if (end - at > 5 && strncmp (at, "\\u0000", 6) == 0)
        return NULL;
      at++;
    }
  return at < end ? at : NULL;
}

/* One object and nothing after it, of the characters JSON is made of, not too deep. */
static gboolean
looks_like_json (const char *text, gsize length)
{
  const char *end = text + length;
  gboolean begun = FALSE;
  int depth = 0;

  for (const char *at = text; at < end; at++)
    {
      if (*at == '\0' || strchr ("{}[]:,\"0123456789+-.eEtrufalsn \t\r\n", *at) == NULL)
        return FALSE;
      if (depth == 0 && !g_ascii_isspace (*at) && (begun || *at != '{'))
        return FALSE;
      begun = begun || *at == '{';
      depth += (*at == '{' || *at == '[') - (*at == '}' || *at == ']');
      if (*at == '"')
        at = skip_string (at, end);
      if (at == NULL || depth > DEEPEST)
        return FALSE;
    }
  return TRUE;
}

JsonObject *
diapason_hub_json_parse (GBytes *content)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length = 0;
  const char *text = g_bytes_get_data (content, &length);

  if (length == 0 || !looks_like_json (text, length) ||
      !json_parser_load_from_data (parser, text, length, NULL))
    return NULL;

  JsonNode *root = json_parser_get_root (parser);
  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_dup_object (root) : NULL;
}

char *
diapason_hub_json_quote (const char *text)
{
  g_autoptr (JsonNode) node = json_node_new (text == NULL ? JSON_NODE_NULL : JSON_NODE_VALUE);

  if (text != NULL)
    json_node_set_string (node, text);
  return json_to_string (node, FALSE);
}

gboolean
diapason_hub_json_instant (const char *text, gint64 *milliseconds)
{
  g_autoptr (GDateTime) instant = NULL;

  if (!g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?"
                             "([Zz]|[+-]\\d\\d:\\d\\d)$",
                             text, G_REGEX_DOLLAR_ENDONLY, 0))
    return FALSE;
  instant = g_date_time_new_from_iso8601 (text, NULL);
  if (instant == NULL)
    return FALSE;
  *milliseconds =
      g_date_time_to_unix (instant) * 1000 + g_date_time_get_microsecond (instant) / 1000;
  return TRUE;
}
