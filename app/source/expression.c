/* expression.c: compiling expressions, paths, and evaluating. See expression.h. */
#include "expression-private.h"

#define PATH_PATTERN                                                                               \
  "^(\\^\\.)*(\\.|\\^|[\\w-]+(\\[(-?\\d+|\\*)\\])*(\\.[\\w-]+(\\[(-?\\d+|\\*)\\])*)*)$"

void
diapason_result_clear (DiapasonResult *result)
{
  g_clear_pointer (&result->text, g_free);
  *result = (DiapasonResult){ .kind = DIAPASON_RESULT_NONE };
}

void
diapason_result_read (DiapasonResult *result, DiapasonJsonValue *value)
{
  switch (value == NULL ? DIAPASON_JSON_NULL : diapason_json_value_type (value))
    {
    case DIAPASON_JSON_STRING:
    case DIAPASON_JSON_NUMBER:
      result->kind = diapason_json_value_type (value) == DIAPASON_JSON_STRING
                         ? DIAPASON_RESULT_TEXT
                         : DIAPASON_RESULT_NUMBER;
      result->text = diapason_json_value_to_string (value);
      break;
    case DIAPASON_JSON_INTEGER:
      result->kind = DIAPASON_RESULT_INTEGER;
      diapason_json_value_to_integer (value, &result->integer);
      break;
    case DIAPASON_JSON_BOOLEAN:
      result->kind = DIAPASON_RESULT_BOOLEAN;
      result->text = diapason_json_value_to_string (value);
      result->integer = g_str_equal (result->text, "true");
      break;
    case DIAPASON_JSON_ARRAY:
    case DIAPASON_JSON_OBJECT:
      result->kind = DIAPASON_RESULT_OTHER;
      break;
    case DIAPASON_JSON_NULL:
    default:
      result->kind = DIAPASON_RESULT_NONE;
    }
}

const char *
diapason_result_as_text (DiapasonResult *result)
{
  if (result->kind == DIAPASON_RESULT_INTEGER && result->text == NULL)
    result->text = g_strdup_printf ("%" G_GINT64_FORMAT, result->integer);
  return result->text;
}

void
diapason_result_take_boolean (DiapasonResult *result, gboolean truth)
{
  diapason_result_clear (result);
  *result = (DiapasonResult){ .kind = DIAPASON_RESULT_BOOLEAN, .integer = truth ? 1 : 0 };
}

gboolean
diapason_result_is_empty (DiapasonResult *result)
{
  return result->kind == DIAPASON_RESULT_NONE ||
         (result->kind == DIAPASON_RESULT_TEXT && *result->text == '\0');
}

/* Paths -------------------------------------------------------------------------------------- */

static const DiapasonFrame *
frame_above (const DiapasonFrame *frame, guint n_up)
{
  while (n_up > 0 && frame != NULL)
    {
      frame = frame->up;
      n_up--;
    }
  return frame;
}

DiapasonJsonValue *
diapason_expression_value (DiapasonExpression *path, const DiapasonFrame *frame)
{
  const DiapasonFrame *from = frame_above (frame, path->n_up);

  if (from == NULL)
    return NULL;
  return *path->text == '\0' ? diapason_json_value_ref (from->value)
                             : diapason_json_value_at (from->value, path->text);
}

static void
read_result (DiapasonJsonValue *value, gpointer result)
{
  diapason_result_read (result, value);
}

static gboolean
evaluate_path (DiapasonExpression *self,
               const DiapasonFrame *frame,
               DiapasonResult *result,
               GError **error)
{
  const DiapasonFrame *from = frame_above (frame, self->n_up);

  if (from != NULL)
    diapason_json_value_peek (from->value, self->text, read_result, result);
  else
    diapason_result_read (result, NULL);
  return TRUE;
}

GPtrArray *
diapason_expression_all_values (DiapasonExpression *path, const DiapasonFrame *frame)
{
  g_autoptr (GPtrArray) values =
      g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_json_value_unref);
  g_autoptr (DiapasonJsonValue) found = diapason_expression_value (path, frame);

  if (found != NULL && path->rest == NULL)
    g_ptr_array_add (values, g_steal_pointer (&found));
  for (guint i = 0; found != NULL && i < diapason_json_value_length (found); i++)
    {
      g_autoptr (DiapasonJsonValue) element = diapason_json_value_element (found, i);
      DiapasonJsonValue *value = element == NULL || *path->rest == '\0'
                                     ? g_steal_pointer (&element)
                                     : diapason_json_value_at (element, path->rest);
      if (value != NULL)
        g_ptr_array_add (values, value);
    }
  return g_steal_pointer (&values);
}

static const DiapasonOperator path_operator = { "path", DIAPASON_RESULT_ANY, NULL, NO_CHOICE,
                                                NULL,   evaluate_path };

static DiapasonExpression *
expression_new (const DiapasonOperator *op)
{
  DiapasonExpression *self = g_new0 (DiapasonExpression, 1);

  self->op = op;
  self->makes = op->makes;
  self->arguments = g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_expression_free);
  return self;
}

/* Cuts "^.^.list[*].id" into how far up, "list" and "id". */
static void
split_path (DiapasonExpression *self, const char *path)
{
  for (; g_str_has_prefix (path, "^."); path += 2)
    self->n_up++;
  if (g_str_equal (path, "^"))
    self->n_up++;
  if (g_str_equal (path, "^") || g_str_equal (path, "."))
    path = "";

  const char *all = strstr (path, "[*]");
  self->text = all == NULL ? g_strdup (path) : g_strndup (path, all - path);
  if (all != NULL)
    self->rest = g_strdup (all[3] == '.' ? all + 4 : all + 3);
}

DiapasonExpression *
diapason_expression_compile_path (DiapasonShape *shape,
                                  DiapasonJsonValue *at,
                                  const char *path,
                                  const DiapasonSurroundings *surroundings)
{
  g_autoptr (DiapasonExpression) self = expression_new (&path_operator);

  if (!g_regex_match_simple (PATH_PATTERN, path, 0, 0))
    {
      diapason_shape_complain (shape, at, NULL,
                               "“%s” is not a path: names joined by dots, with [N] for elements of "
                               "lists.",
                               path);
      return NULL;
    }
  split_path (self, path);
  if (self->rest != NULL && strstr (self->rest, "[*]") != NULL)
    diapason_shape_complain (shape, at, NULL, "[*] can stand once in a path.");
  if (self->n_up > surroundings->n_enclosing)
    diapason_shape_complain (shape, at, NULL,
                             "“%s” leads out of everything: nothing encloses this.", path);
  self->where = g_strconcat ("$.", path, NULL);
  return g_steal_pointer (&self);
}

/* Compiling ---------------------------------------------------------------------------------- */

gboolean
diapason_expression_add (DiapasonExpression *self,
                         DiapasonShape *shape,
                         DiapasonJsonValue *json,
                         const char *name,
                         const DiapasonSurroundings *surroundings)
{
  g_autoptr (DiapasonJsonValue) member = diapason_json_value_member (json, name);

  if (member == NULL)
    {
      diapason_shape_complain (shape, json, name, "an expression is missing here.");
      return FALSE;
    }
  DiapasonExpression *argument = diapason_expression_compile (shape, member, surroundings);
  if (argument != NULL)
    g_ptr_array_add (self->arguments, argument);
  return argument != NULL;
}

gboolean
diapason_expression_add_all (DiapasonExpression *self,
                             DiapasonShape *shape,
                             DiapasonJsonValue *json,
                             const char *name,
                             const DiapasonSurroundings *surroundings)
{
  g_autoptr (DiapasonJsonValue) list = diapason_shape_array (shape, json, name, TRUE);
  guint length = list == NULL ? 0 : diapason_json_value_length (list);

  if (list != NULL && length == 0)
    diapason_shape_complain (shape, list, NULL, "this list may not be empty.");
  for (guint i = 0; i < length; i++)
    {
      g_autoptr (DiapasonJsonValue) element = diapason_json_value_element (list, i);
      DiapasonExpression *argument = diapason_expression_compile (shape, element, surroundings);
      if (argument == NULL)
        return FALSE;
      g_ptr_array_add (self->arguments, argument);
    }
  return length > 0;
}

static const DiapasonOperator *
find_operator (const DiapasonOperator *operators, DiapasonJsonValue *json)
{
  for (const DiapasonOperator *op = operators; op->name != NULL; op++)
    {
      g_autoptr (DiapasonJsonValue) member = diapason_json_value_member (json, op->name);
      if (member != NULL)
        return op;
    }
  return NULL;
}

static gboolean
check_members (DiapasonShape *shape, DiapasonJsonValue *json, const DiapasonOperator *op)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  g_ptr_array_add (known, (gpointer) op->name);
  for (guint i = 0; op->members != NULL && op->members[i] != NULL; i++)
    g_ptr_array_add (known, (gpointer) op->members[i]);
  g_ptr_array_add (known, NULL);
  return diapason_shape_object (shape, json, (const char *const *) known->pdata);
}

static void
complain_about_operator (DiapasonShape *shape, DiapasonJsonValue *json)
{
  g_autoptr (GString) known = g_string_new ("path");

  for (const DiapasonOperator *op = diapason_value_operators; op->name != NULL; op++)
    g_string_append_printf (known, ", %s", op->name);
  for (const DiapasonOperator *op = diapason_condition_operators; op->name != NULL; op++)
    g_string_append_printf (known, ", %s", op->name);
  diapason_shape_complain (shape, json, NULL,
                           "this version knows none of its operators. It knows: %s.", known->str);
}

static DiapasonExpression *
compile_operator (DiapasonShape *shape,
                  DiapasonJsonValue *json,
                  const DiapasonSurroundings *surroundings)
{
  const DiapasonOperator *op = find_operator (diapason_value_operators, json);

  if (op == NULL)
    op = find_operator (diapason_condition_operators, json);
  if (op == NULL)
    {
      complain_about_operator (shape, json);
      return NULL;
    }
  g_autoptr (DiapasonExpression) self = expression_new (op);
  if (!check_members (shape, json, op) || !op->compile (self, shape, json, surroundings))
    return NULL;
  if (self->where == NULL)
    self->where = self->arguments->len > 0
                      ? g_strdup (diapason_expression_argument (self, 0)->where)
                      : g_strdup ("$");
  return shape->complaint == NULL ? g_steal_pointer (&self) : NULL;
}

DiapasonExpression *
diapason_expression_compile (DiapasonShape *shape,
                             DiapasonJsonValue *json,
                             const DiapasonSurroundings *surroundings)
{
  g_autofree char *path = NULL;

  if (diapason_json_value_type (json) == DIAPASON_JSON_STRING)
    path = diapason_json_value_to_string (json);
  else if (diapason_shape_object (shape, json, NULL))
    {
      g_autoptr (DiapasonJsonValue) member = diapason_json_value_member (json, "path");
      g_autoptr (DiapasonJsonValue) lookup = diapason_json_value_member (json, "lookup");
      if (member == NULL || lookup != NULL)
        return compile_operator (shape, json, surroundings);
      if (diapason_shape_object (shape, json, (const char *const[]){ "path", NULL }))
        path = diapason_shape_text (shape, json, "path", TRUE);
    }
  return path == NULL ? NULL : diapason_expression_compile_path (shape, json, path, surroundings);
}

void
diapason_expression_free (DiapasonExpression *self)
{
  g_free (self->where);
  g_ptr_array_unref (self->arguments);
  g_free (self->text);
  g_free (self->rest);
  diapason_result_clear (&self->constant);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_clear_pointer (&self->pattern, g_regex_unref);
  g_clear_pointer (&self->template, diapason_template_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self);
}

/* The usual case: one argument, at the operator's own name. */
gboolean
diapason_operator_compile_one (Self *self,
                               DiapasonShape *shape,
                               DiapasonJsonValue *json,
                               Around *around)
{
  return diapason_expression_add (self, shape, json, self->op->name, around);
}

gboolean
diapason_operator_compile_all (Self *self,
                               DiapasonShape *shape,
                               DiapasonJsonValue *json,
                               Around *around)
{
  return diapason_expression_add_all (self, shape, json, self->op->name, around);
}

gboolean
diapason_operator_first (Self *self, Frame *frame, DiapasonResult *result, GError **error)
{
  return diapason_expression_evaluate_argument (self, 0, frame, result, error);
}

/* Evaluating --------------------------------------------------------------------------------- */

gboolean
diapason_expression_is_path (DiapasonExpression *expression)
{
  return expression->op == &path_operator && expression->rest == NULL;
}

DiapasonResultKind
diapason_expression_makes (DiapasonExpression *expression)
{
  return expression->makes;
}

static gboolean
is_foreign (const char *word, const char *const *words)
{
  return word != NULL && !g_strv_contains (words, word);
}

const char *
diapason_expression_foreign_word (DiapasonExpression *self, const char *const *words)
{
  GHashTableIter iter;
  gpointer word = NULL;

  if (self->constant.kind == DIAPASON_RESULT_TEXT && is_foreign (self->constant.text, words))
    return self->constant.text;
  if (self->makes == DIAPASON_RESULT_TEXT && self->words != NULL)
    {
      g_hash_table_iter_init (&iter, self->words);
      while (g_hash_table_iter_next (&iter, NULL, &word))
        if (is_foreign (word, words))
          return word;
    }
  for (guint i = self->op->first_choice; i < self->arguments->len; i++)
    {
      const char *foreign =
          diapason_expression_foreign_word (diapason_expression_argument (self, i), words);
      if (foreign != NULL)
        return foreign;
    }
  return NULL;
}

const char *
diapason_expression_where (DiapasonExpression *expression)
{
  return expression->where;
}

DiapasonExpression *
diapason_expression_argument (DiapasonExpression *self, guint index)
{
  return g_ptr_array_index (self->arguments, index);
}

gboolean
diapason_expression_evaluate (DiapasonExpression *expression,
                              const DiapasonFrame *frame,
                              DiapasonResult *result,
                              GError **error)
{
  return expression->op->evaluate (expression, frame, result, error);
}

gboolean
diapason_expression_evaluate_argument (DiapasonExpression *self,
                                       guint index,
                                       const DiapasonFrame *frame,
                                       DiapasonResult *result,
                                       GError **error)
{
  return diapason_expression_evaluate (diapason_expression_argument (self, index), frame, result,
                                       error);
}

gboolean
diapason_expression_test (DiapasonExpression *condition,
                          const DiapasonFrame *frame,
                          gboolean *out,
                          GError **error)
{
  g_auto (DiapasonResult) result = { 0 };

  if (!diapason_expression_evaluate (condition, frame, &result, error))
    return FALSE;
  if (result.kind != DIAPASON_RESULT_BOOLEAN && result.kind != DIAPASON_RESULT_NONE)
    return diapason_expression_mismatch (condition, result.kind, "true or false", error);
  *out = result.kind == DIAPASON_RESULT_BOOLEAN && result.integer != 0;
  return TRUE;
}

gboolean
diapason_expression_mismatch (DiapasonExpression *expression,
                              DiapasonResultKind found,
                              const char *wanted,
                              GError **error)
{
  static const char *const kinds[] = {
    [DIAPASON_RESULT_NONE] = "nothing",
    [DIAPASON_RESULT_TEXT] = "a text that is none",
    [DIAPASON_RESULT_INTEGER] = "a whole number",
    [DIAPASON_RESULT_BOOLEAN] = "true or false",
    [DIAPASON_RESULT_NUMBER] = "a number with a fraction or too large a one",
    [DIAPASON_RESULT_OTHER] = "a list or an object",
    [DIAPASON_RESULT_ANY] = "something else",
  };

  g_set_error (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_ELEMENT,
               "%s: %s is expected, found %s", expression->where, wanted, kinds[found]);
  return FALSE;
}
