/* json-value.c: typed reading of a tree, over json-glib.
 *
 * json-glib wraps integers beyond 64 bits, makes 1e999 infinite and forgets how a number was
 * written. So it is only shown integers of at most 18 digits: before it parses, the k-th other
 * number is replaced by "k.5", and kept as written in a table. Every double in the tree is thus a
 * place in that table.
 *
 * A value keeps its node, its parent and the table alive. Thread: the one that parsed.
 */
#include "json-value.h"

#include <json-glib/json-glib.h>
#include <math.h>

#include "errors.h"
#include "json-skip.h"

#define MAX_PLAIN_DIGITS 18 /* any such integer fits int64 */
#define FIRST_INEXACT_DOUBLE                                                                       \
  0x1p53 /* from here a double may not be the number that was written                              \
          */
#define NUMBER_BYTES "+-.0123456789Ee"

struct _DiapasonJsonValue
{
  JsonNode *node;            /* (owned) */
  GPtrArray *numbers;        /* (owned) of char*: the numbers as written */
  DiapasonJsonValue *parent; /* (owned) (nullable: the root) */
  char *place;               /* (owned) (nullable: an element) in its parent: ".owner.ids[0]" */
  guint index;
  char *path; /* (owned) (nullable: not asked for yet) */
};

struct _DiapasonJsonParser
{
  JsonParser *parser; /* (owned) */
};

static DiapasonJsonValue *
value_new (JsonNode *node, GPtrArray *numbers)
{
  DiapasonJsonValue *value = g_rc_box_new0 (DiapasonJsonValue);
  value->node = node;
  value->numbers = g_ptr_array_ref (numbers);
  return value;
}

static DiapasonJsonValue *
child_new (DiapasonJsonValue *parent, JsonNode *node)
{
  DiapasonJsonValue *value = value_new (json_node_ref (node), parent->numbers);
  value->parent = diapason_json_value_ref (parent);
  return value;
}

DiapasonJsonValue *
diapason_json_value_ref (DiapasonJsonValue *value)
{
  return g_rc_box_acquire (value);
}

static void
value_clear (gpointer data)
{
  DiapasonJsonValue *value = data;
  g_clear_pointer (&value->node, json_node_unref);
  g_clear_pointer (&value->numbers, g_ptr_array_unref);
  g_clear_pointer (&value->parent, diapason_json_value_unref);
  g_clear_pointer (&value->place, g_free);
  g_clear_pointer (&value->path, g_free);
}

void
diapason_json_value_unref (DiapasonJsonValue *value)
{
  g_rc_box_release_full (value, value_clear);
}

static gboolean
is_plain_integer (const char *number, gsize length)
{
  if (*number == '-')
    {
      number++;
      length--;
    }
  if (length > MAX_PLAIN_DIGITS)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (number[i]))
      return FALSE;
  return TRUE;
}

/* The next number of @p…@end outside strings, or NULL; @length in bytes. */
static const char *
next_number (const char *p, const char *end, gsize *length)
{
  while (p != NULL && p < end && *p != '-' && !g_ascii_isdigit (*p))
    p = *p == '"' ? json_skip_string (p + 1, end) : p + 1;
  if (p == NULL || p == end)
    return NULL;
  const char *after = p;
  while (after < end && *after != '\0' && strchr (NUMBER_BYTES, *after) != NULL)
    after++;
  *length = after - p;
  return p;
}

/* Returns @text with every number that json-glib would not keep replaced by its place in @numbers,
 * or NULL when there is none. */
static GString *
note_numbers (const DiapasonJsonSlice *text, GPtrArray *numbers)
{
  GString *out = NULL;
  const char *copied = text->start;
  const char *end = text->start + text->length;
  gsize length = 0;

  for (const char *p = text->start; (p = next_number (p, end, &length)) != NULL; p += length)
    {
      if (is_plain_integer (p, length))
        continue;
      if (out == NULL)
        out = g_string_sized_new (text->length);
      g_string_append_len (out, copied, p - copied);
      g_string_append_printf (out, "%u.5", numbers->len);
      g_ptr_array_add (numbers, g_strndup (p, length));
      copied = p + length;
    }
  if (out != NULL)
    g_string_append_len (out, copied, end - copied);
  return out;
}

static DiapasonJsonValue *
parse_checked (JsonParser *parser, const DiapasonJsonSlice *text, GError **error)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) noted = note_numbers (text, numbers);
  g_autoptr (GError) below = NULL;

  const char *bytes = noted != NULL ? noted->str : text->start;
  gsize length = noted != NULL ? noted->len : text->length;
  if (length > G_MAXINT)
    {
      g_set_error (error, DIAPASON_CORE_ERROR, DIAPASON_CORE_ERROR_JSON_LIMIT,
                   "The data is larger than we take in one piece. Nothing of it was used.");
      return NULL;
    }
  json_parser_load_from_data (parser, bytes, length, &below);
  JsonNode *root = below == NULL ? json_parser_steal_root (parser) : NULL;
  if (root != NULL)
    return value_new (root, numbers);
  g_set_error (error, DIAPASON_CORE_ERROR, DIAPASON_CORE_ERROR_JSON_SYNTAX,
               "The data cannot be read as JSON (%s). Nothing of it was used.",
               below != NULL ? below->message : "it is empty");
  return NULL;
}

DiapasonJsonParser *
diapason_json_parser_new (void)
{
  DiapasonJsonParser *parser = g_new (DiapasonJsonParser, 1);
  parser->parser = json_parser_new ();
  return parser;
}

void
diapason_json_parser_free (DiapasonJsonParser *parser)
{
  g_object_unref (parser->parser);
  g_free (parser);
}

DiapasonJsonValue *
diapason_json_parser_parse (DiapasonJsonParser *parser,
                            const DiapasonJsonSlice *slice,
                            GError **error)
{
  g_return_val_if_fail (parser != NULL && slice != NULL, NULL);

  /* A twentieth of the time of parsing; what was not checked could name a place outside the table.
   */
  DiapasonJsonSlice root;
  if (!json_check_values (slice->start, slice->length, DIAPASON_JSON_MAX_VALUES, error) ||
      !diapason_json_find (slice->start, slice->length, "", &root))
    return NULL;
  return parse_checked (parser->parser, &root, error);
}

DiapasonJsonValue *
diapason_json_value_parse (const char *bytes, gsize length, GError **error)
{
  g_autoptr (DiapasonJsonParser) parser = diapason_json_parser_new ();
  return diapason_json_parser_parse (parser, &(DiapasonJsonSlice){ bytes, length }, error);
}

/* The number as written, or NULL when the node keeps it itself or is none. */
static const char *
noted_number (DiapasonJsonValue *value)
{
  if (!JSON_NODE_HOLDS_VALUE (value->node) ||
      json_node_get_value_type (value->node) != G_TYPE_DOUBLE)
    return NULL;
  return g_ptr_array_index (value->numbers, (guint) json_node_get_double (value->node));
}

static DiapasonJsonType
scalar_type (DiapasonJsonValue *value)
{
  GType type = json_node_get_value_type (value->node);
  if (type == G_TYPE_STRING)
    return DIAPASON_JSON_STRING;
  if (type == G_TYPE_BOOLEAN)
    return DIAPASON_JSON_BOOLEAN;

  const char *noted = noted_number (value);
  return noted == NULL || g_ascii_string_to_signed (noted, 10, G_MININT64, G_MAXINT64, NULL, NULL)
             ? DIAPASON_JSON_INTEGER
             : DIAPASON_JSON_NUMBER;
}

DiapasonJsonType
diapason_json_value_type (DiapasonJsonValue *value)
{
  g_return_val_if_fail (value != NULL, DIAPASON_JSON_NULL);

  switch (json_node_get_node_type (value->node))
    {
    case JSON_NODE_OBJECT:
      return DIAPASON_JSON_OBJECT;
    case JSON_NODE_ARRAY:
      return DIAPASON_JSON_ARRAY;
    case JSON_NODE_VALUE:
      return scalar_type (value);
    case JSON_NODE_NULL:
    default:
      return DIAPASON_JSON_NULL;
    }
}

const char *
diapason_json_value_path (DiapasonJsonValue *value)
{
  g_return_val_if_fail (value != NULL, NULL);

  if (value->path != NULL)
    return value->path;
  if (value->parent == NULL)
    value->path = g_strdup ("$");
  else if (value->place != NULL)
    value->path = g_strconcat (diapason_json_value_path (value->parent), value->place, NULL);
  else
    value->path =
        g_strdup_printf ("%s[%u]", diapason_json_value_path (value->parent), value->index);
  return value->path;
}

DiapasonJsonValue *
diapason_json_value_member (DiapasonJsonValue *value, const char *name)
{
  g_return_val_if_fail (value != NULL && name != NULL, NULL);

  if (!JSON_NODE_HOLDS_OBJECT (value->node))
    return NULL;
  JsonNode *node = json_object_get_member (json_node_get_object (value->node), name);
  if (node == NULL)
    return NULL;
  DiapasonJsonValue *member = child_new (value, node);
  member->place = g_strconcat (".", name, NULL);
  return member;
}

guint
diapason_json_value_length (DiapasonJsonValue *value)
{
  g_return_val_if_fail (value != NULL, 0);

  if (JSON_NODE_HOLDS_ARRAY (value->node))
    return json_array_get_length (json_node_get_array (value->node));
  if (JSON_NODE_HOLDS_OBJECT (value->node))
    return json_object_get_size (json_node_get_object (value->node));
  return 0;
}

DiapasonJsonValue *
diapason_json_value_element (DiapasonJsonValue *value, guint index)
{
  g_return_val_if_fail (value != NULL, NULL);

  if (!JSON_NODE_HOLDS_ARRAY (value->node) || index >= diapason_json_value_length (value))
    return NULL;
  JsonArray *array = json_node_get_array (value->node);
  DiapasonJsonValue *element = child_new (value, json_array_get_element (array, index));
  element->index = index;
  return element;
}

/* Takes "[N]" at *@path; @place (nullable) is told which that is. */
static JsonNode *
step_into_array (JsonNode *node, const char **path, GString *place)
{
  char *after = NULL;
  gint64 index = g_ascii_strtoll (*path + 1, &after, 10);

  if (after == *path + 1 || *after != ']' || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  *path = after + 1;
  JsonArray *array = json_node_get_array (node);
  gint64 length = json_array_get_length (array);
  if (index < 0)
    index += length;
  if (index < 0 || index >= length)
    return NULL;
  if (place != NULL)
    g_string_append_printf (place, "[%" G_GINT64_FORMAT "]", index);
  return json_array_get_element (array, index);
}

/* Takes a name at *@path. */
static JsonNode *
step_into_object (JsonNode *node, const char **path, GString *place)
{
  gsize length = strcspn (*path, ".[");
  g_autofree char *part = (*path)[length] != '\0' ? g_strndup (*path, length) : NULL;
  const char *name = part != NULL ? part : *path;

  *path += length;
  if (place != NULL)
    g_string_append_printf (place, ".%s", name);
  return length > 0 && JSON_NODE_HOLDS_OBJECT (node)
             ? json_object_get_member (json_node_get_object (node), name)
             : NULL;
}

static JsonNode *
node_at (JsonNode *node, const char *path, GString *place)
{
  for (const char *p = path; *p != '\0' && node != NULL;)
    {
      gboolean dot = p > path && *p == '.';
      p += dot;
      node = *p == '[' && !dot  ? step_into_array (node, &p, place)
             : dot || p == path ? step_into_object (node, &p, place)
                                : NULL;
    }
  return node;
}

DiapasonJsonValue *
diapason_json_value_at (DiapasonJsonValue *value, const char *path)
{
  g_return_val_if_fail (value != NULL && path != NULL, NULL);

  if (*path == '\0')
    return diapason_json_value_ref (value);
  g_autoptr (GString) place = g_string_new (NULL);
  JsonNode *node = node_at (value->node, path, place);
  if (node == NULL)
    return NULL;
  DiapasonJsonValue *at = child_new (value, node);
  at->place = g_string_free (g_steal_pointer (&place), FALSE);
  return at;
}

void
diapason_json_value_peek (DiapasonJsonValue *value,
                          const char *path,
                          DiapasonJsonPeekFunc func,
                          gpointer data)
{
  g_return_if_fail (value != NULL && path != NULL);

  DiapasonJsonValue at = { .node = node_at (value->node, path, NULL), .numbers = value->numbers };
  func (at.node != NULL ? &at : NULL, data);
}

char **
diapason_json_value_names (DiapasonJsonValue *value)
{
  g_return_val_if_fail (value != NULL, NULL);

  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GList) members = NULL;
  if (JSON_NODE_HOLDS_OBJECT (value->node))
    members = json_object_get_members (json_node_get_object (value->node));
  for (GList *link = members; link != NULL; link = link->next)
    g_strv_builder_add (names, link->data);
  return g_strv_builder_end (names);
}

char *
diapason_json_value_to_string (DiapasonJsonValue *value)
{
  g_return_val_if_fail (value != NULL, NULL);

  switch (diapason_json_value_type (value))
    {
    case DIAPASON_JSON_STRING:
      return json_node_dup_string (value->node);
    case DIAPASON_JSON_BOOLEAN:
      return g_strdup (json_node_get_boolean (value->node) ? "true" : "false");
    case DIAPASON_JSON_INTEGER:
    case DIAPASON_JSON_NUMBER:
      if (noted_number (value) != NULL)
        return g_strdup (noted_number (value));
      return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (value->node));
    case DIAPASON_JSON_NULL:
    case DIAPASON_JSON_ARRAY:
    case DIAPASON_JSON_OBJECT:
    default:
      return NULL;
    }
}

gboolean
diapason_json_value_to_double (DiapasonJsonValue *value, double *out)
{
  g_return_val_if_fail (value != NULL && out != NULL, FALSE);

  DiapasonJsonType type = diapason_json_value_type (value);
  if (type != DIAPASON_JSON_INTEGER && type != DIAPASON_JSON_NUMBER)
    return FALSE;
  const char *noted = noted_number (value);
  double number = noted != NULL ? g_ascii_strtod (noted, NULL) : json_node_get_int (value->node);
  if (!isfinite (number))
    return FALSE;
  *out = number;
  return TRUE;
}

gboolean
diapason_json_value_to_integer (DiapasonJsonValue *value, gint64 *out)
{
  g_return_val_if_fail (value != NULL && out != NULL, FALSE);

  double number = 0;
  const char *noted = noted_number (value);
  if (diapason_json_value_type (value) == DIAPASON_JSON_INTEGER)
    {
      if (noted != NULL)
        return g_ascii_string_to_signed (noted, 10, G_MININT64, G_MAXINT64, out, NULL);
      *out = json_node_get_int (value->node);
      return TRUE;
    }
  if (!diapason_json_value_to_double (value, &number) || number != floor (number) ||
      fabs (number) >= FIRST_INEXACT_DOUBLE)
    return FALSE;
  *out = number;
  return TRUE;
}

gboolean
diapason_json_value_to_boolean (DiapasonJsonValue *value, gboolean *out)
{
  g_return_val_if_fail (value != NULL && out != NULL, FALSE);

  if (diapason_json_value_type (value) != DIAPASON_JSON_BOOLEAN)
    return FALSE;
  *out = json_node_get_boolean (value->node);
  return TRUE;
}
