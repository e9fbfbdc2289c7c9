/* hub-contract.c: a validator for as much of JSON Schema as the contract uses; a word it does not
 * know is a fault, so that none is passed over. */
#include "hub-contract.h"

#include "diapason-hub-resources.h"

#define CONTRACT "/io/github/diapason/Diapason/hub/hub/openapi.json"

JsonObject *
hub_contract (void)
{
  static JsonParser *parser = NULL;

  if (parser == NULL)
    {
      g_autoptr (GBytes) bytes = g_resource_lookup_data (diapason_hub_get_resource (), CONTRACT,
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      parser = json_parser_new_immutable ();
      g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                                 g_bytes_get_size (bytes), NULL));
    }
  return json_node_get_object (json_parser_get_root (parser));
}

JsonObject *
hub_contract_resolve (JsonObject *object)
{
  const char *name = json_object_get_string_member_with_default (object, "$ref", NULL);

  if (name == NULL)
    return object;

  g_auto (GStrv) steps = g_strsplit (name, "/", -1);
  JsonObject *found = hub_contract ();
  for (char **step = steps + 1; *step != NULL; step++)
    {
      if (!json_object_has_member (found, *step))
        g_error ("The contract refers to %s, which is not in it.", name);
      found = json_object_get_object_member (found, *step);
    }
  return found;
}

static gboolean
fits_template (const char *template, const char *path)
{
  g_auto (GStrv) wanted = g_strsplit (template, "/", -1);
  g_auto (GStrv) given = g_strsplit (path, "/", -1);

  if (g_strv_length (wanted) != g_strv_length (given))
    return FALSE;
  for (guint i = 0; wanted[i] != NULL; i++)
    if (wanted[i][0] != '{' && !g_str_equal (wanted[i], given[i]))
      return FALSE;
  return TRUE;
}

JsonObject *
hub_contract_find (const char *method, const char *path)
{
  JsonObject *paths = json_object_get_object_member (hub_contract (), "paths");
  g_autoptr (GList) templates = json_object_get_members (paths);
  g_autofree char *verb = g_ascii_strdown (method, -1);

  for (GList *each = templates; each != NULL; each = each->next)
    {
      JsonObject *item = json_object_get_object_member (paths, each->data);

      if (fits_template (each->data, path) && json_object_has_member (item, verb))
        return json_object_get_object_member (item, verb);
    }
  return NULL;
}

/* Schema */

typedef char *(*Keyword) (JsonObject *schema, JsonNode *rule, JsonNode *value);

static const char *
type_of (JsonNode *value)
{
  if (JSON_NODE_HOLDS_OBJECT (value))
    return "object";
  if (JSON_NODE_HOLDS_ARRAY (value))
    return "array";
  if (JSON_NODE_HOLDS_NULL (value))
    return "null";
  switch (json_node_get_value_type (value))
    {
    case G_TYPE_STRING:
      return "string";
    case G_TYPE_BOOLEAN:
      return "boolean";
    case G_TYPE_INT64:
      return "integer";
    default:
      return "number";
    }
}

static gboolean
contains (JsonArray *array, JsonNode *value)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (json_node_equal (json_array_get_element (array, i), value))
      return TRUE;
  return FALSE;
}

static char *
check_type (JsonObject *schema, JsonNode *rule, JsonNode *value)
{
  g_autoptr (JsonNode) type = json_node_init_string (json_node_alloc (), type_of (value));
  gboolean fits = JSON_NODE_HOLDS_ARRAY (rule) ? contains (json_node_get_array (rule), type)
                                               : json_node_equal (rule, type);

  return fits ? NULL : g_strdup_printf (": is of type %s", type_of (value));
}

static char *
check_enum (JsonObject *schema, JsonNode *rule, JsonNode *value)
{
  return contains (json_node_get_array (rule), value) ? NULL : g_strdup (": is not in the enum");
}

static char *
within (const char *step, char *fault)
{
  g_autofree char *inner = fault;

  return inner == NULL ? NULL : g_strdup_printf (".%s%s", step, inner);
}

static char *
check_properties (JsonObject *schema, JsonNode *rule, JsonNode *value)
{
  JsonObject *properties = json_node_get_object (rule);
  g_autoptr (GList) names = json_object_get_members (properties);

  if (!JSON_NODE_HOLDS_OBJECT (value))
    return NULL;
  for (GList *name = names; name != NULL; name = name->next)
    {
      JsonNode *member = json_object_get_member (json_node_get_object (value), name->data);
      JsonObject *inner = json_object_get_object_member (properties, name->data);
      char *fault = member == NULL ? NULL : within (name->data, hub_contract_fault (inner, member));

      if (fault != NULL)
        return fault;
    }
  return NULL;
}

static char *
check_required (JsonObject *schema, JsonNode *rule, JsonNode *value)
{
  JsonArray *names = json_node_get_array (rule);

  if (!JSON_NODE_HOLDS_OBJECT (value))
    return NULL;
  for (guint i = 0; i < json_array_get_length (names); i++)
    {
      const char *name = json_array_get_string_element (names, i);

      if (!json_object_has_member (json_node_get_object (value), name))
        return g_strdup_printf (": has no %s", name);
    }
  return NULL;
}

static char *
check_additional (JsonObject *schema, JsonNode *rule, JsonNode *value)
{
  JsonObject *properties = json_object_get_object_member (schema, "properties");

  if (!JSON_NODE_HOLDS_OBJECT (value) || json_node_get_boolean (rule))
    return NULL;

  g_autoptr (GList) names = json_object_get_members (json_node_get_object (value));
  for (GList *name = names; name != NULL; name = name->next)
    if (!json_object_has_member (properties, name->data))
      return g_strdup_printf (": has %s, which is not documented", (char *) name->data);
  return NULL;
}

static char *
check_items (JsonObject *schema, JsonNode *rule, JsonNode *value)
{
  if (!JSON_NODE_HOLDS_ARRAY (value))
    return NULL;

  JsonArray *array = json_node_get_array (value);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *step = g_strdup_printf ("%u", i);
      char *fault = within (step, hub_contract_fault (json_node_get_object (rule),
                                                      json_array_get_element (array, i)));
      if (fault != NULL)
        return fault;
    }
  return NULL;
}

static char *
check_one_of (JsonObject *schema, JsonNode *rule, JsonNode *value)
{
  JsonArray *schemas = json_node_get_array (rule);
  g_autoptr (GString) faults = g_string_new (": fits not exactly one of");
  guint n_fitting = 0;

  for (guint i = 0; i < json_array_get_length (schemas); i++)
    {
      g_autofree char *fault =
          hub_contract_fault (json_array_get_object_element (schemas, i), value);

      n_fitting += fault == NULL;
      g_string_append_printf (faults, " (%s)", fault == NULL ? "fits" : fault);
    }
  return n_fitting == 1 ? NULL : g_strdup (faults->str);
}

static char *
check_pattern (JsonObject *schema, JsonNode *rule, JsonNode *value)
{
  const char *text = json_node_get_string (value);

  if (text == NULL || g_regex_match_simple (json_node_get_string (rule), text, 0, 0))
    return NULL;
  return g_strdup_printf (": \"%s\" does not fit the pattern", text);
}

static char *
check_minimum (JsonObject *schema, JsonNode *rule, JsonNode *value)
{
  if (!g_str_equal (type_of (value), "integer") ||
      json_node_get_int (value) >= json_node_get_int (rule))
    return NULL;
  return g_strdup (": is too small");
}

static char *
check_maximum (JsonObject *schema, JsonNode *rule, JsonNode *value)
{
  if (!g_str_equal (type_of (value), "integer") ||
      json_node_get_int (value) <= json_node_get_int (rule))
    return NULL;
  return g_strdup (": is too large");
}

static char *
check_shortest (JsonObject *schema, JsonNode *rule, JsonNode *value)
{
  const char *text = json_node_get_string (value);

  return text == NULL || g_utf8_strlen (text, -1) >= json_node_get_int (rule)
             ? NULL
             : g_strdup (": is too short");
}

static char *
check_longest (JsonObject *schema, JsonNode *rule, JsonNode *value)
{
  const char *text = json_node_get_string (value);

  return text == NULL || g_utf8_strlen (text, -1) <= json_node_get_int (rule)
             ? NULL
             : g_strdup (": is too long");
}

static char *
check_fewest (JsonObject *schema, JsonNode *rule, JsonNode *value)
{
  return json_object_get_size (json_node_get_object (value)) >= json_node_get_int (rule)
             ? NULL
             : g_strdup (": has too few members");
}

static char *
check_nothing (JsonObject *schema, JsonNode *rule, JsonNode *value)
{
  return NULL;
}

static Keyword
find_keyword (const char *name)
{
  static const struct
  {
    const char *name;
    Keyword check;
  } keywords[] = {
    { "type", check_type },
    { "enum", check_enum },
    { "properties", check_properties },
    { "required", check_required },
    { "additionalProperties", check_additional },
    { "items", check_items },
    { "oneOf", check_one_of },
    { "pattern", check_pattern },
    { "minimum", check_minimum },
    { "maximum", check_maximum },
    { "minLength", check_shortest },
    { "maxLength", check_longest },
    { "minProperties", check_fewest },
    { "format", check_nothing }, /* always beside a pattern, or of a request */
    { "description", check_nothing },
    { "default", check_nothing },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (g_str_equal (keywords[i].name, name))
      return keywords[i].check;
  return NULL;
}

char *
hub_contract_fault (JsonObject *schema, JsonNode *value)
{
  JsonObject *resolved = hub_contract_resolve (schema);
  g_autoptr (GList) words = json_object_get_members (resolved);

  for (GList *word = words; word != NULL; word = word->next)
    {
      Keyword check = find_keyword (word->data);
      char *fault = NULL;

      if (check == NULL)
        return g_strdup_printf (": the schema says %s, which no one checks", (char *) word->data);
      fault = check (resolved, json_object_get_member (resolved, word->data), value);
      if (fault != NULL)
        return fault;
    }
  return NULL;
}

/* Answers */

/* A header is text; one that is to be a number is read as one. */
static JsonNode *
read_header (JsonObject *schema, const char *text)
{
  JsonNode *node = json_node_alloc ();
  gint64 number = 0;

  if (g_strcmp0 (json_object_get_string_member_with_default (schema, "type", NULL), "integer") ==
          0 &&
      g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return json_node_init_int (node, number);
  return json_node_init_string (node, text);
}

static char *
headers_fault (JsonObject *response, SoupMessageHeaders *headers)
{
  if (!json_object_has_member (response, "headers"))
    return NULL;

  JsonObject *documented = json_object_get_object_member (response, "headers");
  g_autoptr (GList) names = json_object_get_members (documented);
  for (GList *name = names; name != NULL; name = name->next)
    {
      JsonObject *header =
          hub_contract_resolve (json_object_get_object_member (documented, name->data));
      JsonObject *schema = json_object_get_object_member (header, "schema");
      const char *text = soup_message_headers_get_list (headers, name->data);

      if (text == NULL && json_object_get_boolean_member_with_default (header, "required", FALSE))
        return g_strdup_printf ("has no header %s", (char *) name->data);
      if (text == NULL)
        continue;

      g_autoptr (JsonNode) value = read_header (schema, text);
      char *fault = within (name->data, hub_contract_fault (schema, value));
      if (fault != NULL)
        return fault;
    }
  return NULL;
}

static char *
body_fault (JsonObject *response, SoupMessageHeaders *headers, JsonNode *body)
{
  const char *type = soup_message_headers_get_content_type (headers, NULL);

  if (!json_object_has_member (response, "content"))
    return body == NULL ? NULL : g_strdup ("has a body");
  if (body == NULL)
    return g_strdup ("has no body");

  JsonObject *content = json_object_get_object_member (response, "content");
  if (type == NULL || !json_object_has_member (content, type))
    return g_strdup_printf ("is of type %s", type);
  return hub_contract_fault (
      json_object_get_object_member (json_object_get_object_member (content, type), "schema"),
      body);
}

char *
hub_contract_answer_fault (JsonObject *operation,
                           guint status,
                           SoupMessageHeaders *headers,
                           JsonNode *body)
{
  JsonObject *responses = json_object_get_object_member (operation, "responses");
  g_autofree char *key = g_strdup_printf ("%u", status);

  if (!json_object_has_member (responses, key))
    return g_strdup_printf ("is %u, which is not documented", status);

  JsonObject *response = hub_contract_resolve (json_object_get_object_member (responses, key));
  char *fault = headers_fault (response, headers);
  return fault != NULL ? fault : body_fault (response, headers, body);
}
