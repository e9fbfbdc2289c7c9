/* expression-conditions.c: the operators of expression.h that decide. */
#include "expression-private.h"

static gboolean
compile_if (Self *self, DiapasonShape *shape, DiapasonJsonValue *json, Around *around)
{
  if (!diapason_operator_compile_one (self, shape, json, around) ||
      !diapason_expression_add (self, shape, json, "then", around) ||
      !diapason_expression_add (self, shape, json, "else", around))
    return FALSE;

  DiapasonResultKind then = diapason_expression_argument (self, 1)->makes;
  DiapasonResultKind otherwise = diapason_expression_argument (self, 2)->makes;
  if (then == DIAPASON_RESULT_NONE || then == otherwise)
    self->makes = otherwise;
  else if (otherwise == DIAPASON_RESULT_NONE)
    self->makes = then;
  return TRUE;
}

static gboolean
evaluate_if (Self *self, Frame *frame, DiapasonResult *result, GError **error)
{
  gboolean truth = FALSE;

  return diapason_expression_test (diapason_expression_argument (self, 0), frame, &truth, error) &&
         diapason_expression_evaluate_argument (self, truth ? 1 : 2, frame, result, error);
}

static gboolean
compile_is (Self *self, DiapasonShape *shape, DiapasonJsonValue *json, Around *around)
{
  g_autoptr (DiapasonJsonValue) among = diapason_json_value_member (json, "among");

  if (!diapason_operator_compile_one (self, shape, json, around))
    return FALSE;
  if (among != NULL)
    {
      g_autofree char *path = diapason_shape_text (shape, json, "among", TRUE);
      g_autoptr (DiapasonJsonValue) words = diapason_json_value_member (json, "in");
      if (words != NULL)
        diapason_shape_complain (shape, json, "in", "either “in” or “among” can stand here.");
      DiapasonExpression *all =
          path == NULL ? NULL : diapason_expression_compile_path (shape, among, path, around);
      if (all != NULL)
        g_ptr_array_add (self->arguments, all);
      return all != NULL;
    }

  g_autoptr (DiapasonJsonValue) list = diapason_shape_array (shape, json, "in", TRUE);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; list != NULL && i < diapason_json_value_length (list); i++)
    {
      g_autoptr (DiapasonJsonValue) element = diapason_json_value_element (list, i);
      g_autofree char *word = diapason_json_value_to_string (element);
      if (word == NULL)
        diapason_shape_complain (shape, element, NULL, "a text or a number is expected here.");
      else
        g_hash_table_add (self->words, g_steal_pointer (&word));
    }
  return TRUE;
}

static gboolean
is_among (Self *self, Frame *frame, const char *text)
{
  g_autoptr (GPtrArray) values =
      diapason_expression_all_values (diapason_expression_argument (self, 1), frame);

  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *value = diapason_json_value_to_string (g_ptr_array_index (values, i));
      if (g_strcmp0 (value, text) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
evaluate_is (Self *self, Frame *frame, DiapasonResult *result, GError **error)
{
  if (!diapason_operator_first (self, frame, result, error))
    return FALSE;
  const char *text = diapason_result_as_text (result);
  diapason_result_take_boolean (result,
                                text != NULL &&
                                    (self->words != NULL ? g_hash_table_contains (self->words, text)
                                                         : is_among (self, frame, text)));
  return TRUE;
}

static gboolean
evaluate_not (Self *self, Frame *frame, DiapasonResult *result, GError **error)
{
  gboolean truth = FALSE;

  if (!diapason_expression_test (diapason_expression_argument (self, 0), frame, &truth, error))
    return FALSE;
  diapason_result_take_boolean (result, !truth);
  return TRUE;
}

static gboolean
evaluate_has (Self *self, Frame *frame, DiapasonResult *result, GError **error)
{
  if (!diapason_operator_first (self, frame, result, error))
    return FALSE;
  diapason_result_take_boolean (result, !diapason_result_is_empty (result));
  return TRUE;
}

static gboolean
evaluate_until (Self *self, Frame *frame, gboolean decisive, DiapasonResult *result, GError **error)
{
  gboolean truth = !decisive;

  for (guint i = 0; i < self->arguments->len && truth != decisive; i++)
    if (!diapason_expression_test (diapason_expression_argument (self, i), frame, &truth, error))
      return FALSE;
  diapason_result_take_boolean (result, truth);
  return TRUE;
}

static gboolean
evaluate_all (Self *self, Frame *frame, DiapasonResult *result, GError **error)
{
  return evaluate_until (self, frame, FALSE, result, error);
}

static gboolean
evaluate_any (Self *self, Frame *frame, DiapasonResult *result, GError **error)
{
  return evaluate_until (self, frame, TRUE, result, error);
}

/* clang-format off */
const DiapasonOperator diapason_condition_operators[] = {
  { "if", DIAPASON_RESULT_ANY, MEMBERS ("then", "else"), 1, compile_if, evaluate_if },
  { "is", DIAPASON_RESULT_BOOLEAN, MEMBERS ("in", "among"), NO_CHOICE, compile_is, evaluate_is },
  { "not", DIAPASON_RESULT_BOOLEAN, NULL, NO_CHOICE, diapason_operator_compile_one, evaluate_not },
  { "has", DIAPASON_RESULT_BOOLEAN, NULL, NO_CHOICE, diapason_operator_compile_one, evaluate_has },
  { "all", DIAPASON_RESULT_BOOLEAN, NULL, NO_CHOICE, diapason_operator_compile_all, evaluate_all },
  { "any", DIAPASON_RESULT_BOOLEAN, NULL, NO_CHOICE, diapason_operator_compile_all, evaluate_any },
  { NULL },
};
/* clang-format on */
