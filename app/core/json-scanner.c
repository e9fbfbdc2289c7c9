/* json-scanner.c: finding and cutting in checked bytes, by stepping over values without looking
 * into them. Any thread; nothing is kept.
 */
#include "json-scanner.h"

#include "errors.h"
#include "json-skip.h"

/* Steps over white space and @c. Returns NULL when something else is there. */
static const char *
skip_character (const char *p, const char *end, char c)
{
  p = json_skip_space (p, end);
  return p < end && *p == c ? p + 1 : NULL;
}

/* Takes '"name":' at @p. Returns where its value begins, or NULL. */
static const char *
skip_name (const char *p, const char *end, DiapasonJsonSlice *name)
{
  const char *start = skip_character (p, end, '"');
  const char *after = start != NULL ? json_skip_string (start, end) : NULL;
  const char *value = after != NULL ? skip_character (after, end, ':') : NULL;
  if (value == NULL)
    return NULL;
  *name = (DiapasonJsonSlice){ start, after - 1 - start };
  return json_skip_space (value, end);
}

/* The value of the member @name of the object at @p, or NULL. */
static const char *
find_member (const char *p, const char *end, const DiapasonJsonSlice *name)
{
  DiapasonJsonSlice key;

  p = skip_character (p, end, '{');
  while (p != NULL && (p = skip_name (p, end, &key)) != NULL)
    {
      if (json_same_text (&key, name, json_has_escape (&key)))
        return p;
      p = json_skip_value (p, end);
      p = p != NULL ? skip_character (p, end, ',') : NULL;
    }
  return NULL;
}

gboolean
diapason_json_find (const char *bytes, gsize length, const char *path, DiapasonJsonSlice *out)
{
  g_return_val_if_fail ((bytes != NULL || length == 0) && path != NULL && out != NULL, FALSE);

  const char *end = bytes + length;
  const char *p = json_skip_space (json_skip_byte_order_mark (bytes, length), end);
  while (p != NULL && *path != '\0')
    {
      DiapasonJsonSlice name = { path, strcspn (path, ".") };
      p = find_member (p, end, &name);
      path += name.length;
      path += *path == '.';
    }
  const char *after = p != NULL ? json_skip_value (p, end) : NULL;
  if (after == NULL)
    return FALSE;
  *out = (DiapasonJsonSlice){ p, after - p };
  return TRUE;
}

guint
diapason_json_line_at (const char *bytes, gsize length, gsize offset)
{
  guint line = 1;

  for (gsize i = 0; i < MIN (offset, length); i++)
    line += bytes[i] == '\n';
  return line;
}

/* How much of @path is the name @key: 0 when it does not begin with it, or goes on with it. */
static gsize
name_in_path (const DiapasonJsonSlice *key, const char *path)
{
  for (gsize length = strlen (path); length > 0; length--)
    {
      DiapasonJsonSlice name = { path, length };

      if ((path[length] == '\0' || path[length] == '.' || path[length] == '[') &&
          json_same_text (key, &name, json_has_escape (key)))
        return length;
    }
  return 0;
}

/* The value of the member of the object at @p whose name begins *@path, the longest of several:
 * names may hold dots. Takes the name, or returns NULL. */
static const char *
step_into_member (const char *p, const char *end, const char **path)
{
  const char *value = NULL;
  gsize longest = 0;
  DiapasonJsonSlice key;

  p = skip_character (p, end, '{');
  while (p != NULL && (p = skip_name (p, end, &key)) != NULL)
    {
      gsize length = name_in_path (&key, *path);

      if (length > longest)
        value = p;
      longest = MAX (longest, length);
      p = json_skip_value (p, end);
      p = p != NULL ? skip_character (p, end, ',') : NULL;
    }
  *path += longest;
  return value;
}

/* The element [N] of the array at @p. Takes the step, or returns NULL. */
static const char *
step_into_element (const char *p, const char *end, const char **path)
{
  char *after = NULL;
  guint64 index = g_ascii_strtoull (*path + 1, &after, 10);

  *path = after + (*after == ']');
  p = skip_character (p, end, '[');
  for (; p != NULL && index > 0; index--)
    {
      p = json_skip_value (json_skip_space (p, end), end);
      p = p != NULL ? skip_character (p, end, ',') : NULL;
    }
  p = p != NULL ? json_skip_space (p, end) : NULL;
  return p != NULL && p < end && *p != ']' ? p : NULL;
}

guint
diapason_json_line_of (const char *bytes, gsize length, const char *path)
{
  g_return_val_if_fail ((bytes != NULL || length == 0) && path != NULL, 1);

  const char *end = bytes + length;
  const char *p = json_skip_space (json_skip_byte_order_mark (bytes, length), end);
  const char *found = p;

  path += *path == '$';
  while (p != NULL && (*path == '.' || *path == '['))
    {
      gboolean element = *path == '[';

      path += !element;
      p = element ? step_into_element (p, end, &path) : step_into_member (p, end, &path);
      found = p != NULL ? p : found;
    }
  return diapason_json_line_at (bytes, length, found - bytes);
}

static gboolean
check_number (GArray *elements, GError **error)
{
  if (elements->len < DIAPASON_JSON_MAX_ELEMENTS)
    return TRUE;
  g_set_error (error, DIAPASON_CORE_ERROR, DIAPASON_CORE_ERROR_JSON_LIMIT,
               "The list has more than the %d elements we take. Nothing of it was used.",
               DIAPASON_JSON_MAX_ELEMENTS);
  return FALSE;
}

/* Cuts the element at @p. Returns what follows it, or NULL with an error. */
static const char *
cut_element (GArray *elements, const char *p, const char *end, GError **error)
{
  const char *start = json_skip_space (p, end);
  const char *after = json_skip_value (start, end);

  if (after == NULL || !check_number (elements, error))
    return NULL;
  DiapasonJsonSlice element = { start, after - start };
  if (element.length > DIAPASON_JSON_MAX_ELEMENT_SIZE)
    {
      g_set_error (error, DIAPASON_CORE_ERROR, DIAPASON_CORE_ERROR_JSON_LIMIT,
                   "Element %u of the list is larger than the %d MiB we take. Nothing of the list "
                   "was used.",
                   elements->len, DIAPASON_JSON_MAX_ELEMENT_SIZE >> 20);
      return NULL;
    }
  g_array_append_val (elements, element);
  return after;
}

/* @p is after the '['. Returns what follows the ']', or NULL. */
static const char *
cut_elements (GArray *elements, const char *p, const char *end, GError **error)
{
  const char *after = skip_character (p, end, ']');
  if (after != NULL)
    return after;
  while (p != NULL && (p = cut_element (elements, p, end, error)) != NULL)
    {
      if ((after = skip_character (p, end, ']')) != NULL)
        return after;
      p = skip_character (p, end, ',');
    }
  return NULL;
}

GArray *
diapason_json_cut_array (const DiapasonJsonSlice *array, GError **error)
{
  g_return_val_if_fail (array != NULL, NULL);

  const char *end = array->start + array->length;
  const char *p = skip_character (array->start, end, '[');
  g_autoptr (GArray) elements = g_array_new (FALSE, FALSE, sizeof (DiapasonJsonSlice));
  g_autoptr (GError) limit = NULL;

  if (p != NULL && cut_elements (elements, p, end, &limit) != NULL)
    return g_steal_pointer (&elements);
  if (limit != NULL)
    g_propagate_error (error, g_steal_pointer (&limit));
  else
    g_set_error (error, DIAPASON_CORE_ERROR, DIAPASON_CORE_ERROR_JSON_TYPE,
                 "There is no list where one is expected, so nothing was used.");
  return NULL;
}
