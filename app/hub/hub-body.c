/* hub-body.c: the members of a request's JSON body. See the header. */
#include "hub-body.h"

#include "hub-json.h"

#define LONGEST_ID 64
#define UUID       "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"

static void
refuse_member (DiapasonHubCall *call, const char *name, const char *wanted)
{
  g_autofree char *message = g_strdup_printf ("The member \"%s\" must be %s.", name, wanted);

  diapason_hub_call_refuse (call, SOUP_STATUS_BAD_REQUEST, "invalid_member", message);
}

gboolean
diapason_hub_body_has (DiapasonHubCall *call, const char *name)
{
  return json_object_has_member (call->body, name);
}

/* The value of @name; NULL, refused where it is required, if it is missing or null. */
static JsonNode *
take (DiapasonHubCall *call, const char *name, DiapasonHubPresence presence, const char *wanted)
{
  JsonNode *node = json_object_get_member (call->body, name);

  if (node != NULL)
    call->members_read++;
  if (node != NULL && !JSON_NODE_HOLDS_NULL (node))
    return node;
  if (presence == DIAPASON_HUB_REQUIRED)
    refuse_member (call, name, wanted);
  return NULL;
}

static const char *
take_text (DiapasonHubCall *call,
           const char *name,
           DiapasonHubPresence presence,
           const char *wanted)
{
  JsonNode *node = take (call, name, presence, wanted);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  refuse_member (call, name, wanted);
  return NULL;
}

const char *
diapason_hub_body_text (DiapasonHubCall *call,
                        const char *name,
                        DiapasonHubPresence presence,
                        glong longest)
{
  g_autofree char *wanted = g_strdup_printf ("a text of 1 to %ld characters", longest);
  const char *text = take_text (call, name, presence, wanted);

  if (text == NULL || (*text != '\0' && g_utf8_strlen (text, -1) <= longest))
    return text;
  refuse_member (call, name, wanted);
  return NULL;
}

/* A text that all of @pattern fits; @like says it to a person. */
static const char *
take_pattern (DiapasonHubCall *call,
              const char *name,
              DiapasonHubPresence presence,
              const char *pattern,
              const char *like)
{
  g_autofree char *anchored = g_strdup_printf ("^(%s)$", pattern);
  const char *text = take_text (call, name, presence, like);

  if (text == NULL || g_regex_match_simple (anchored, text, G_REGEX_DOLLAR_ENDONLY, 0))
    return text;
  refuse_member (call, name, like);
  return NULL;
}

const char *
diapason_hub_body_reference (DiapasonHubCall *call,
                             const char *name,
                             DiapasonHubPresence presence,
                             const DiapasonHubEntity *entity)
{
  const char *id = diapason_hub_body_text (call, name, presence, LONGEST_ID);

  if (id == NULL || diapason_hub_call_has_row (call, entity, id))
    return id;

  g_autofree char *message =
      g_strdup_printf ("The member \"%s\" names something that is not there.", name);
  diapason_hub_call_refuse (call, SOUP_STATUS_BAD_REQUEST, "unknown_reference", message);
  return NULL;
}

const char *
diapason_hub_body_new_id (DiapasonHubCall *call, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE id = ?1", table);
  const char *id = take_pattern (call, "id", DIAPASON_HUB_REQUIRED, UUID,
                                 "a UUID in lower case, chosen by its maker");

  if (id != NULL && diapason_hub_database_number (call->database, sql, "s", id) > 0)
    diapason_hub_call_refuse (call, SOUP_STATUS_CONFLICT, "exists",
                              "Something of this id is there already. Nothing was changed.");
  return id;
}

const char *
diapason_hub_body_language (DiapasonHubCall *call, const char *name)
{
  return take_pattern (call, name, DIAPASON_HUB_OPTIONAL, "[a-z]{2}",
                       "a language of two letters, like \"fr\"");
}

const char *
diapason_hub_body_word (DiapasonHubCall *call,
                        const char *name,
                        DiapasonHubPresence presence,
                        const char *words)
{
  g_auto (GStrv) each = g_strsplit (words, "|", -1);
  g_autofree char *list = g_strjoinv (", ", each);
  g_autofree char *wanted = g_strdup_printf ("one of: %s", list);

  return take_pattern (call, name, presence, words, wanted);
}

gint64
diapason_hub_body_number (DiapasonHubCall *call,
                          const char *name,
                          gint64 least,
                          gint64 most,
                          gint64 fallback)
{
  g_autofree char *wanted =
      g_strdup_printf ("a whole number from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, least,
                       most);
  JsonNode *node = take (call, name, DIAPASON_HUB_OPTIONAL, wanted);

  if (node == NULL)
    return fallback;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64 &&
      json_node_get_int (node) >= least && json_node_get_int (node) <= most)
    return json_node_get_int (node);
  refuse_member (call, name, wanted);
  return fallback;
}

gboolean
diapason_hub_body_flag (DiapasonHubCall *call, const char *name)
{
  const char *wanted = "true or false";
  JsonNode *node = take (call, name, DIAPASON_HUB_OPTIONAL, wanted);

  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);
  refuse_member (call, name, wanted);
  return FALSE;
}

gint64
diapason_hub_body_instant (DiapasonHubCall *call, const char *name, DiapasonHubPresence presence)
{
  const char *wanted = "an instant as in RFC 3339, \"2026-03-01T09:30:00.000Z\"";
  const char *text = take_text (call, name, presence, wanted);
  gint64 instant = 0;

  if (text != NULL && !diapason_hub_json_instant (text, &instant))
    refuse_member (call, name, wanted);
  return instant;
}

gboolean
diapason_hub_body_ends (DiapasonHubCall *call)
{
  if (call->members_read == 0)
    diapason_hub_call_refuse (call, SOUP_STATUS_BAD_REQUEST, "empty_body",
                              "The body says nothing that is known here. Nothing was changed.");
  else if (json_object_get_size (call->body) != call->members_read)
    diapason_hub_call_refuse (call, SOUP_STATUS_BAD_REQUEST, "unknown_member",
                              "The body has a member that is not known here. Nothing was changed; "
                              "check its names.");
  return !diapason_hub_call_is_refused (call);
}
