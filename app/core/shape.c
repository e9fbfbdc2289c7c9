/* shape.c: see shape.h. */
#include "shape.h"

#include <glib/gi18n-lib.h>

#include "errors.h"

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

/* @what is taken. The first complaint stays. */
static void
keep (DiapasonShape *shape, guint line, char *what)
{
  g_autofree char *message = what;

  if (shape->complaint != NULL)
    return;
  shape->complaint = g_error_new_literal (DIAPASON_CORE_ERROR, DIAPASON_CORE_ERROR_SHAPE, message);
  shape->line = line;
}

DiapasonJsonValue *
diapason_shape_parse (DiapasonShape *shape, const char *text, gsize length)
{
  gsize bad = 0;

  shape->text = text;
  shape->length = length;
  if (diapason_json_check_at (text, length, &bad, NULL))
    {
      g_autoptr (GError) below = NULL;
      DiapasonJsonValue *root = diapason_json_value_parse (text, length, &below);

      if (root == NULL)
        keep (shape, 1, g_strdup (below->message));
      return root;
    }
  keep (shape, diapason_json_line_at (text, length, bad),
        g_strdup (_("this cannot be read as JSON; a comma, a quote or a bracket is wrong here or "
                    "just before.")));
  return NULL;
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
  g_autofree char *place =
      g_strconcat (diapason_json_value_path (at), name == NULL ? "" : ".", name, NULL);
  keep (shape, shape->text == NULL ? 0 : diapason_json_line_of (shape->text, shape->length, place),
        g_strdup_printf ("%s: %s", place, what));
}

gboolean
diapason_shape_object (DiapasonShape *shape, DiapasonJsonValue *value, const char *const *members)
{
  if (diapason_json_value_type (value) != DIAPASON_JSON_OBJECT)
    {
      diapason_shape_complain (shape, value, NULL, _("an object is expected here."));
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
                                 _("there is no such member. Known here are: %s."), known);
      }
  return shape->complaint == NULL;
}

static const char *
missing (DiapasonJsonType type)
{
  switch ((int) type)
    {
    case DIAPASON_JSON_OBJECT:
      return _("an object is missing here.");
    case DIAPASON_JSON_ARRAY:
      return _("a list is missing here.");
    default:
      return _("a text is missing here.");
    }
}

static const char *
expected (DiapasonJsonType type)
{
  switch (type)
    {
    case DIAPASON_JSON_OBJECT:
      return _("an object is expected here.");
    case DIAPASON_JSON_ARRAY:
      return _("a list is expected here.");
    case DIAPASON_JSON_INTEGER:
      return _("a whole number is expected here.");
    case DIAPASON_JSON_BOOLEAN:
      return _("true or false is expected here.");
    case DIAPASON_JSON_NULL:
    case DIAPASON_JSON_NUMBER:
    case DIAPASON_JSON_STRING:
    default:
      return _("a text is expected here.");
    }
}

static DiapasonJsonValue *
member_of_type (DiapasonShape *shape,
                DiapasonJsonValue *object,
                const char *name,
                gboolean required,
                DiapasonJsonType type)
{
  g_autoptr (DiapasonJsonValue) member = diapason_json_value_member (object, name);

  if (member == NULL && required)
    diapason_shape_complain (shape, object, name, "%s", missing (type));
  if (member != NULL && diapason_json_value_type (member) != type)
    {
      diapason_shape_complain (shape, member, NULL, "%s", expected (type));
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
  return member_of_type (shape, object, name, required, DIAPASON_JSON_OBJECT);
}

DiapasonJsonValue *
diapason_shape_array (DiapasonShape *shape,
                      DiapasonJsonValue *object,
                      const char *name,
                      gboolean required)
{
  return member_of_type (shape, object, name, required, DIAPASON_JSON_ARRAY);
}

char *
diapason_shape_text (DiapasonShape *shape,
                     DiapasonJsonValue *object,
                     const char *name,
                     gboolean required)
{
  g_autoptr (DiapasonJsonValue) member =
      member_of_type (shape, object, name, required, DIAPASON_JSON_STRING);

  if (member == NULL)
    return NULL;
  g_autofree char *text = diapason_json_value_to_string (member);
  if (*text == '\0')
    diapason_shape_complain (shape, member, NULL, _("this text may not be empty."));
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
    diapason_shape_complain (
        shape, object, name,
        _("“%s” is not a path: names joined by dots, with [N] for elements of "
          "lists."),
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
      member_of_type (shape, object, name, FALSE, DIAPASON_JSON_INTEGER);
  gint64 number = fallback;

  if (member == NULL)
    return fallback;
  diapason_json_value_to_integer (member, &number);
  if (number >= least && number <= most)
    return number;
  g_autofree char *from = g_strdup_printf ("%" G_GINT64_FORMAT, least);
  g_autofree char *to = g_strdup_printf ("%" G_GINT64_FORMAT, most);
  diapason_shape_complain (shape, member, NULL, _("a number from %s to %s is expected here."),
                           from, to);
  return number;
}

gboolean
diapason_shape_flag (DiapasonShape *shape,
                     DiapasonJsonValue *object,
                     const char *name,
                     gboolean fallback)
{
  g_autoptr (DiapasonJsonValue) member =
      member_of_type (shape, object, name, FALSE, DIAPASON_JSON_BOOLEAN);

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
  diapason_shape_complain (shape, object, name,
                           _("this version does not know “%s”. It knows: %s."), word, known);
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
    diapason_shape_complain (shape, object, name, _("“%s” is not the name of a time zone."), id);
  return zone;
}
