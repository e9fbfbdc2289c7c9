/* expression-operators.c: the operators of expression.h that make values, each a way to compile and
 * a way to evaluate. */
#include "dates.h"
#include "expression-private.h"
#include "text.h"

/* 1900 to 2200, as dates.h has it. */
#define EARLIEST_MS -2208988800000.0
#define LATEST_MS   7258118400000.0

/* Evaluates the first argument, which has to be a text or nothing. */
static gboolean
first_text (Self *self, Frame *frame, DiapasonResult *result, GError **error)
{
  if (!diapason_operator_first (self, frame, result, error))
    return FALSE;
  return result->kind == DIAPASON_RESULT_TEXT || result->kind == DIAPASON_RESULT_NONE ||
         diapason_expression_mismatch (self, result->kind, "a text", error);
}

static void
take_text (DiapasonResult *result, char *text)
{
  diapason_result_clear (result);
  if (text != NULL)
    *result = (DiapasonResult){ .kind = DIAPASON_RESULT_TEXT, .text = text };
}

/* const -------------------------------------------------------------------------------------- */

static gboolean
compile_const (Self *self, DiapasonShape *shape, DiapasonJsonValue *json, Around *around)
{
  g_autoptr (DiapasonJsonValue) value = diapason_json_value_member (json, "const");

  diapason_result_read (&self->constant, value);
  self->makes = self->constant.kind;
  if (self->makes == DIAPASON_RESULT_OTHER || self->makes == DIAPASON_RESULT_NUMBER)
    diapason_shape_complain (shape, value, NULL,
                             "a text, a whole number, true, false or null is expected here.");
  return TRUE;
}

static gboolean
evaluate_const (Self *self, Frame *frame, DiapasonResult *result, GError **error)
{
  *result = self->constant;
  result->text = g_strdup (self->constant.text);
  return TRUE;
}

/* coalesce, join, template ------------------------------------------------------------------- */

static gboolean
evaluate_coalesce (Self *self, Frame *frame, DiapasonResult *result, GError **error)
{
  for (guint i = 0; i < self->arguments->len; i++)
    {
      diapason_result_clear (result);
      if (!diapason_expression_evaluate_argument (self, i, frame, result, error))
        return FALSE;
      if (!diapason_result_is_empty (result))
        return TRUE;
    }
  diapason_result_clear (result);
  return TRUE;
}

static gboolean
compile_join (Self *self, DiapasonShape *shape, DiapasonJsonValue *json, Around *around)
{
  self->text = diapason_shape_text (shape, json, "with", FALSE);
  if (self->text == NULL)
    self->text = g_strdup (" ");
  return diapason_operator_compile_all (self, shape, json, around);
}

static gboolean
evaluate_join (Self *self, Frame *frame, DiapasonResult *result, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < self->arguments->len; i++)
    {
      g_auto (DiapasonResult) part = { 0 };
      if (!diapason_expression_evaluate_argument (self, i, frame, &part, error))
        return FALSE;
      if (part.kind != DIAPASON_RESULT_TEXT && part.kind != DIAPASON_RESULT_NONE)
        return diapason_expression_mismatch (diapason_expression_argument (self, i), part.kind,
                                             "a text", error);
      if (diapason_result_is_empty (&part))
        continue;
      if (out->len > 0)
        g_string_append (out, self->text);
      g_string_append (out, part.text);
    }
  take_text (result, out->len > 0 ? g_strdup (out->str) : NULL);
  return TRUE;
}

static gboolean
compile_template (Self *self, DiapasonShape *shape, DiapasonJsonValue *json, Around *around)
{
  g_autofree char *text = diapason_shape_text (shape, json, "template", TRUE);
  g_autoptr (DiapasonJsonValue) at = diapason_json_value_member (json, "template");

  if (text == NULL)
    return FALSE;
  self->template = diapason_template_new (text);
  const char *const *names = diapason_template_names (self->template);
  if (names[0] == NULL)
    diapason_shape_complain (shape, at, NULL, "there is no path in braces in this template.");
  for (guint i = 0; names[i] != NULL; i++)
    {
      DiapasonExpression *path = diapason_expression_compile_path (shape, at, names[i], around);
      if (path == NULL)
        return FALSE;
      g_ptr_array_add (self->arguments, path);
    }
  return TRUE;
}

typedef struct
{
  Self *self;
  Frame *frame;
} Expansion;

static char *
expand_name (guint index, const char *name, gpointer data)
{
  Expansion *expansion = data;
  g_auto (DiapasonResult) value = { 0 };

  if (!diapason_expression_evaluate_argument (expansion->self, index, expansion->frame, &value,
                                              NULL) ||
      diapason_result_is_empty (&value))
    return NULL;
  return g_strdup (diapason_result_as_text (&value));
}

static gboolean
evaluate_template (Self *self, Frame *frame, DiapasonResult *result, GError **error)
{
  Expansion expansion = { self, frame };

  take_text (result, diapason_template_expand (self->template, expand_name, &expansion));
  return TRUE;
}

/* string, integer, boolean ------------------------------------------------------------------- */

static gboolean
evaluate_string (Self *self, Frame *frame, DiapasonResult *result, GError **error)
{
  if (!diapason_operator_first (self, frame, result, error))
    return FALSE;
  if (result->kind == DIAPASON_RESULT_OTHER)
    return diapason_expression_mismatch (self, result->kind, "a text or a number", error);
  if (result->kind != DIAPASON_RESULT_NONE)
    take_text (result, g_strdup (diapason_result_as_text (result)));
  return TRUE;
}

static gboolean
evaluate_integer (Self *self, Frame *frame, DiapasonResult *result, GError **error)
{
  gint64 number = 0;

  if (!diapason_operator_first (self, frame, result, error))
    return FALSE;
  if (result->kind == DIAPASON_RESULT_INTEGER || diapason_result_is_empty (result))
    return TRUE;
  if (result->kind != DIAPASON_RESULT_TEXT ||
      !g_ascii_string_to_signed (result->text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return diapason_expression_mismatch (self, result->kind, "a whole number", error);
  diapason_result_clear (result);
  *result = (DiapasonResult){ .kind = DIAPASON_RESULT_INTEGER, .integer = number };
  return TRUE;
}

static gboolean
evaluate_boolean (Self *self, Frame *frame, DiapasonResult *result, GError **error)
{
  if (!diapason_operator_first (self, frame, result, error))
    return FALSE;
  if (result->kind == DIAPASON_RESULT_BOOLEAN || result->kind == DIAPASON_RESULT_NONE)
    return TRUE;

  const char *text = diapason_result_as_text (result);
  gboolean truth = g_strcmp0 (text, "1") == 0 || g_strcmp0 (text, "true") == 0;
  if (!truth && g_strcmp0 (text, "0") != 0 && g_strcmp0 (text, "false") != 0 &&
      g_strcmp0 (text, "") != 0)
    return diapason_expression_mismatch (self, result->kind, "true, false, 1 or 0", error);
  diapason_result_take_boolean (result, truth);
  return TRUE;
}

/* enum --------------------------------------------------------------------------------------- */

static void
read_word (Self *self, DiapasonShape *shape, DiapasonJsonValue *words, const char *from)
{
  g_autoptr (DiapasonJsonValue) word = diapason_json_value_member (words, from);
  DiapasonJsonType type = diapason_json_value_type (word);

  if (type != DIAPASON_JSON_STRING && type != DIAPASON_JSON_NULL)
    diapason_shape_complain (shape, word, NULL, "a text or null is expected here.");
  g_hash_table_insert (self->words, g_strdup (from), diapason_json_value_to_string (word));
}

static gboolean
compile_enum (Self *self, DiapasonShape *shape, DiapasonJsonValue *json, Around *around)
{
  g_autoptr (DiapasonJsonValue) words = diapason_shape_member (shape, json, "words", TRUE);
  g_autoptr (DiapasonJsonValue) otherwise = diapason_json_value_member (json, "otherwise");

  if (words == NULL)
    return FALSE;
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) names = diapason_json_value_names (words);
  for (guint i = 0; names[i] != NULL; i++)
    read_word (self, shape, words, names[i]);
  self->has_otherwise = otherwise != NULL;
  if (otherwise != NULL)
    diapason_result_read (&self->constant, otherwise);
  if (self->constant.kind != DIAPASON_RESULT_NONE && self->constant.kind != DIAPASON_RESULT_TEXT)
    diapason_shape_complain (shape, otherwise, NULL, "a text or null is expected here.");
  return diapason_operator_compile_one (self, shape, json, around);
}

static gboolean
evaluate_enum (Self *self, Frame *frame, DiapasonResult *result, GError **error)
{
  gpointer word = NULL;

  if (!diapason_operator_first (self, frame, result, error))
    return FALSE;
  if (result->kind == DIAPASON_RESULT_OTHER)
    return diapason_expression_mismatch (self, result->kind, "a word", error);
  if (result->kind == DIAPASON_RESULT_NONE)
    return TRUE;
  if (g_hash_table_lookup_extended (self->words, diapason_result_as_text (result), NULL, &word))
    take_text (result, g_strdup (word));
  else if (self->has_otherwise)
    take_text (result, g_strdup (self->constant.text));
  else
    return diapason_expression_mismatch (self, DIAPASON_RESULT_ANY, "one of the words it lists",
                                         error);
  return TRUE;
}

/* date --------------------------------------------------------------------------------------- */

static const char *const date_formats[] = { "rfc3339", "unix_s", "unix_ms", NULL };

enum
{
  RFC3339,
  UNIX_S,
  UNIX_MS,
};

static gboolean
compile_date (Self *self, DiapasonShape *shape, DiapasonJsonValue *json, Around *around)
{
  self->number = diapason_shape_word (shape, json, "format", date_formats, RFC3339);
  self->zone = diapason_shape_zone (shape, json, "zone");
  self->text = diapason_shape_text (shape, json, "never", FALSE);
  return diapason_operator_compile_one (self, shape, json, around);
}

static gboolean
read_unix (Self *self, DiapasonResult *result, gint64 *ms)
{
  char *end = NULL;
  double number = g_ascii_strtod (diapason_result_as_text (result), &end);

  if (self->number == UNIX_S)
    number *= 1000;
  if (*end != '\0' || !(number >= EARLIEST_MS && number < LATEST_MS))
    return FALSE;
  *ms = (gint64) number;
  return TRUE;
}

/* An impossible date is no date; only what can be none at all refuses the element. */
static gboolean
evaluate_date (Self *self, Frame *frame, DiapasonResult *result, GError **error)
{
  gboolean read = FALSE;
  gint64 ms = 0;

  if (!diapason_operator_first (self, frame, result, error))
    return FALSE;
  gboolean is_text = result->kind == DIAPASON_RESULT_TEXT;
  gboolean is_number =
      result->kind == DIAPASON_RESULT_INTEGER || result->kind == DIAPASON_RESULT_NUMBER;
  if (result->kind != DIAPASON_RESULT_NONE && !(self->number == RFC3339 ? is_text : is_number))
    return diapason_expression_mismatch (self, result->kind, "a date", error);

  if (result->kind != DIAPASON_RESULT_NONE &&
      g_strcmp0 (diapason_result_as_text (result), self->text) != 0)
    read = is_text ? diapason_date_parse (result->text, self->zone, &ms, NULL)
                   : read_unix (self, result, &ms);
  diapason_result_clear (result);
  if (read)
    *result = (DiapasonResult){ .kind = DIAPASON_RESULT_INTEGER, .integer = ms };
  return TRUE;
}

/* html, match, cut --------------------------------------------------------------------------- */

static gboolean
evaluate_html (Self *self, Frame *frame, DiapasonResult *result, GError **error)
{
  if (!first_text (self, frame, result, error))
    return FALSE;
  if (result->kind == DIAPASON_RESULT_TEXT)
    take_text (result, diapason_text_from_html (result->text));
  return TRUE;
}

static gboolean
compile_match (Self *self, DiapasonShape *shape, DiapasonJsonValue *json, Around *around)
{
  g_autofree char *pattern = diapason_shape_text (shape, json, "pattern", TRUE);
  g_autoptr (GError) below = NULL;

  if (pattern == NULL)
    return FALSE;
  self->pattern = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, &below);
  if (self->pattern == NULL)
    {
      diapason_shape_complain (shape, json, "pattern", "this is no regular expression: %s.",
                               below->message);
      return FALSE;
    }
  self->number = diapason_shape_integer (shape, json, "group", 0, 0,
                                         g_regex_get_capture_count (self->pattern));
  return diapason_operator_compile_one (self, shape, json, around);
}

static gboolean
evaluate_match (Self *self, Frame *frame, DiapasonResult *result, GError **error)
{
  g_autoptr (GMatchInfo) match = NULL;

  if (!first_text (self, frame, result, error))
    return FALSE;
  if (result->kind == DIAPASON_RESULT_NONE)
    return TRUE;
  char *found = g_regex_match (self->pattern, result->text, 0, &match)
                    ? g_match_info_fetch (match, (int) self->number)
                    : NULL;
  g_clear_pointer (&match, g_match_info_unref);
  take_text (result, found);
  return TRUE;
}

static gboolean
compile_cut (Self *self, DiapasonShape *shape, DiapasonJsonValue *json, Around *around)
{
  self->number = diapason_shape_integer (shape, json, "length", 0, 1, G_MAXINT32);
  if (self->number == 0)
    diapason_shape_complain (shape, json, "length", "a number of characters is missing here.");
  return diapason_operator_compile_one (self, shape, json, around);
}

static gboolean
evaluate_cut (Self *self, Frame *frame, DiapasonResult *result, GError **error)
{
  if (!first_text (self, frame, result, error))
    return FALSE;
  if (result->kind == DIAPASON_RESULT_TEXT && g_utf8_strlen (result->text, -1) > self->number)
    take_text (result, g_utf8_substring (result->text, 0, (glong) self->number));
  return TRUE;
}

/* lookup ------------------------------------------------------------------------------------- */

static gboolean
compile_lookup (Self *self, DiapasonShape *shape, DiapasonJsonValue *json, Around *around)
{
  self->text = diapason_shape_text (shape, json, "in", TRUE);
  self->rest = diapason_shape_path (shape, json, "path", TRUE);
  if (self->text != NULL &&
      (around->tables == NULL || !g_strv_contains (around->tables, self->text)))
    diapason_shape_complain (
        shape, json, "in", "no stream “%s” of the same parent keeps its elements before this one.",
        self->text);
  return diapason_operator_compile_one (self, shape, json, around);
}

static gboolean
evaluate_lookup (Self *self, Frame *frame, DiapasonResult *result, GError **error)
{
  if (!diapason_operator_first (self, frame, result, error))
    return FALSE;
  const char *key = diapason_result_as_text (result);
  GHashTable *table =
      frame->tables == NULL ? NULL : g_hash_table_lookup (frame->tables, self->text);
  const char *json = table == NULL || key == NULL ? NULL : g_hash_table_lookup (table, key);
  g_autoptr (DiapasonJsonValue) kept =
      json == NULL ? NULL : diapason_json_value_parse (json, strlen (json), NULL);
  g_autoptr (DiapasonJsonValue) value =
      kept == NULL ? NULL : diapason_json_value_at (kept, self->rest);

  diapason_result_clear (result);
  diapason_result_read (result, value);
  return TRUE;
}

/* clang-format off */
const DiapasonOperator diapason_value_operators[] = {
  { "const", DIAPASON_RESULT_ANY, NULL, NO_CHOICE, compile_const, evaluate_const },
  { "coalesce", DIAPASON_RESULT_ANY, NULL, 0, diapason_operator_compile_all, evaluate_coalesce },
  { "join", DIAPASON_RESULT_TEXT, MEMBERS ("with"), NO_CHOICE, compile_join, evaluate_join },
  { "template", DIAPASON_RESULT_TEXT, NULL, NO_CHOICE, compile_template, evaluate_template },
  { "string", DIAPASON_RESULT_TEXT, NULL, NO_CHOICE, diapason_operator_compile_one, evaluate_string },
  { "integer", DIAPASON_RESULT_INTEGER, NULL, NO_CHOICE, diapason_operator_compile_one, evaluate_integer },
  { "boolean", DIAPASON_RESULT_BOOLEAN, NULL, NO_CHOICE, diapason_operator_compile_one, evaluate_boolean },
  { "enum", DIAPASON_RESULT_TEXT, MEMBERS ("words", "otherwise"), NO_CHOICE, compile_enum, evaluate_enum },
  { "date", DIAPASON_RESULT_INTEGER, MEMBERS ("format", "zone", "never"), NO_CHOICE, compile_date, evaluate_date },
  { "html", DIAPASON_RESULT_TEXT, NULL, NO_CHOICE, diapason_operator_compile_one, evaluate_html },
  { "match", DIAPASON_RESULT_TEXT, MEMBERS ("pattern", "group"), NO_CHOICE, compile_match, evaluate_match },
  { "cut", DIAPASON_RESULT_TEXT, MEMBERS ("length"), NO_CHOICE, compile_cut, evaluate_cut },
  { "lookup", DIAPASON_RESULT_ANY, MEMBERS ("in", "path"), NO_CHOICE, compile_lookup, evaluate_lookup },
  { NULL },
};
/* clang-format on */
