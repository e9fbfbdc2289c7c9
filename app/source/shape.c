/* shape.c: see shape.h. */
#include "shape.h"

#include "source-errors.h"

void
diapason_shape_clear (DiapasonShape *shape)
{
  g_clear_error (&shape->complaint);
}

gboolean
diapason_shape_is_good (DiapasonShape *shape, GError **error)
{
  if (shape->complaint == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&shape->complaint));
  return FALSE;
}

void
diapason_shape_complain (DiapasonShape *shape,
                         DiapasonJsonValue *at,
                         const char *name,
                         const char *format,
                         ...)
{
  va_list arguments;

  if (shape->complaint != NULL)
    return;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  shape->complaint = g_error_new (DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_DESCRIPTOR,
                                  "%s%s%s: %s", diapason_json_value_path (at),
                                  name == NULL ? "" : ".", name == NULL ? "" : name, what);
}

gboolean
diapason_shape_object (DiapasonShape *shape, DiapasonJsonValue *value, const char *const *members)
{
  if (diapason_json_value_type (value) != DIAPASON_JSON_OBJECT)
    {
      diapason_shape_complain (shape, value, NULL, "an object is expected here.");
      return FALSE;
    }
  if (members == NULL)
    return shape->complaint == NULL;

  g_auto (GStrv) names = diapason_json_value_names (value);
  for (guint i = 0; names[i] != NULL; i++)
    if (!g_strv_contains (members, names[i]))
      {
        g_autofree char *known = g_strjoinv (", ", (char **) members);
        diapason_shape_complain (shape, value, names[i],
                                 "there is no such member. Known here are: %s.", known);
      }
  return shape->complaint == NULL;
}

static DiapasonJsonValue *
member_of_type (DiapasonShape *shape,
                DiapasonJsonValue *object,
                const char *name,
                gboolean required,
                DiapasonJsonType type,
                const char *called)
{
  g_autoptr (DiapasonJsonValue) member = diapason_json_value_member (object, name);

  if (member == NULL && required)
    diapason_shape_complain (shape, object, name, "%s is missing here.", called);
  if (member != NULL && diapason_json_value_type (member) != type)
    {
      diapason_shape_complain (shape, member, NULL, "%s is expected here.", called);
      return NULL;
    }
  return g_steal_pointer (&member);
}

DiapasonJsonValue *
diapason_shape_member (DiapasonShape *shape,
                       DiapasonJsonValue *object,
                       const char *name,
                       gboolean required)
{
  return member_of_type (shape, object, name, required, DIAPASON_JSON_OBJECT, "an object");
}

DiapasonJsonValue *
diapason_shape_array (DiapasonShape *shape,
                      DiapasonJsonValue *object,
                      const char *name,
                      gboolean required)
{
  return member_of_type (shape, object, name, required, DIAPASON_JSON_ARRAY, "a list");
}

char *
diapason_shape_text (DiapasonShape *shape,
                     DiapasonJsonValue *object,
                     const char *name,
                     gboolean required)
{
  g_autoptr (DiapasonJsonValue) member =
      member_of_type (shape, object, name, required, DIAPASON_JSON_STRING, "a text");

  if (member == NULL)
    return NULL;
  g_autofree char *text = diapason_json_value_to_string (member);
  if (*text == '\0')
    diapason_shape_complain (shape, member, NULL, "this text may not be empty.");
  return g_steal_pointer (&text);
}

char *
diapason_shape_path (DiapasonShape *shape,
                     DiapasonJsonValue *object,
                     const char *name,
                     gboolean required)
{
  g_autofree char *path = diapason_shape_text (shape, object, name, required);

  if (path != NULL &&
      !g_regex_match_simple ("^[\\w-]+(\\[-?\\d+\\])*(\\.[\\w-]+(\\[-?\\d+\\])*)*$", path, 0, 0))
    diapason_shape_complain (shape, object, name,
                             "“%s” is not a path: names joined by dots, with [N] for elements of "
                             "lists.",
                             path);
  return g_steal_pointer (&path);
}

gint64
diapason_shape_integer (DiapasonShape *shape,
                        DiapasonJsonValue *object,
                        const char *name,
                        gint64 fallback,
                        gint64 least,
                        gint64 most)
{
  g_autoptr (DiapasonJsonValue) member =
      member_of_type (shape, object, name, FALSE, DIAPASON_JSON_INTEGER, "a whole number");
  gint64 number = fallback;

  if (member == NULL)
    return fallback;
  diapason_json_value_to_integer (member, &number);
  if (number < least || number > most)
    diapason_shape_complain (shape, member, NULL,
                             "a number from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT
                             " is expected here.",
                             least, most);
  return number;
}

gboolean
diapason_shape_flag (DiapasonShape *shape,
                     DiapasonJsonValue *object,
                     const char *name,
                     gboolean fallback)
{
  g_autoptr (DiapasonJsonValue) member =
      member_of_type (shape, object, name, FALSE, DIAPASON_JSON_BOOLEAN, "true or false");

  if (member == NULL)
    return fallback;
  g_autofree char *word = diapason_json_value_to_string (member);
  return g_str_equal (word, "true");
}

int
diapason_shape_word (DiapasonShape *shape,
                     DiapasonJsonValue *object,
                     const char *name,
                     const char *const *words,
                     int fallback)
{
  g_autofree char *word = diapason_shape_text (shape, object, name, fallback < 0);

  if (word == NULL)
    return fallback;
  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i;

  g_autofree char *known = g_strjoinv (", ", (char **) words);
  diapason_shape_complain (shape, object, name, "this version does not know “%s”. It knows: %s.",
                           word, known);
  return fallback;
}

GTimeZone *
diapason_shape_zone (DiapasonShape *shape, DiapasonJsonValue *object, const char *name)
{
  g_autofree char *id = diapason_shape_text (shape, object, name, FALSE);

  if (id == NULL)
    return NULL;
  GTimeZone *zone = g_time_zone_new_identifier (id);
  if (zone == NULL)
    diapason_shape_complain (shape, object, name, "“%s” is not the name of a time zone.", id);
  return zone;
}
