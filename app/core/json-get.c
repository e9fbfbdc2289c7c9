/* json-get.c: members of a known type, or a sentence that says what is there instead. */
#include "json-value.h"

#include "errors.h"
#include "text.h"

static const char *
type_in_words (DiapasonJsonValue *value)
{
  static const char *const words[] = { "null",   "true or false", "a whole number", "a number",
                                       "a text", "an array",      "an object" };
  return words[diapason_json_value_type (value)];
}

static gboolean
fail_type (DiapasonJsonValue *value,
           const char *name,
           DiapasonJsonValue *found,
           const char *wanted,
           GError **error)
{
  g_autofree char *path = g_strconcat (diapason_json_value_path (value), ".", name, NULL);
  g_autofree char *shown = diapason_text_display (path, 200, FALSE);
  if (found == NULL)
    g_set_error (error, DIAPASON_CORE_ERROR, DIAPASON_CORE_ERROR_JSON_TYPE,
                 "%s is missing; it should be %s.", shown, wanted);
  else
    g_set_error (error, DIAPASON_CORE_ERROR, DIAPASON_CORE_ERROR_JSON_TYPE,
                 "%s should be %s, but it is %s.", shown, wanted, type_in_words (found));
  return FALSE;
}

gboolean
diapason_json_get_string (DiapasonJsonValue *value, const char *name, char **out, GError **error)
{
  g_autoptr (DiapasonJsonValue) member = diapason_json_value_member (value, name);
  if (member == NULL || diapason_json_value_type (member) != DIAPASON_JSON_STRING)
    return fail_type (value, name, member, "a text", error);
  *out = diapason_json_value_to_string (member);
  return TRUE;
}

gboolean
diapason_json_get_integer (DiapasonJsonValue *value, const char *name, gint64 *out, GError **error)
{
  g_autoptr (DiapasonJsonValue) member = diapason_json_value_member (value, name);
  if (member == NULL || !diapason_json_value_to_integer (member, out))
    return fail_type (value, name, member, "a whole number below 2^63", error);
  return TRUE;
}

gboolean
diapason_json_get_boolean (DiapasonJsonValue *value,
                           const char *name,
                           gboolean *out,
                           GError **error)
{
  g_autoptr (DiapasonJsonValue) member = diapason_json_value_member (value, name);
  if (member == NULL || !diapason_json_value_to_boolean (member, out))
    return fail_type (value, name, member, "true or false", error);
  return TRUE;
}

/* Absent or null. */
static gboolean
is_left_out (DiapasonJsonValue *value, const char *name)
{
  g_autoptr (DiapasonJsonValue) member = diapason_json_value_member (value, name);
  return member == NULL || diapason_json_value_type (member) == DIAPASON_JSON_NULL;
}

gboolean
diapason_json_opt_string (DiapasonJsonValue *value,
                          const char *name,
                          const char *fallback,
                          char **out,
                          GError **error)
{
  if (!is_left_out (value, name))
    return diapason_json_get_string (value, name, out, error);
  *out = g_strdup (fallback);
  return TRUE;
}

gboolean
diapason_json_opt_integer (DiapasonJsonValue *value,
                           const char *name,
                           gint64 fallback,
                           gint64 *out,
                           GError **error)
{
  if (!is_left_out (value, name))
    return diapason_json_get_integer (value, name, out, error);
  *out = fallback;
  return TRUE;
}

gboolean
diapason_json_opt_boolean (DiapasonJsonValue *value,
                           const char *name,
                           gboolean fallback,
                           gboolean *out,
                           GError **error)
{
  if (!is_left_out (value, name))
    return diapason_json_get_boolean (value, name, out, error);
  *out = fallback;
  return TRUE;
}
