/* mapping-apply.c: from an element to rows. See mapping.h. */
#include "dates.h"
#include "mapping-private.h"
#include "text.h"

/* An identifier as text, or NULL when there is none. Numbers beyond int64 stay as they are written.
 */
static gboolean
read_id (DiapasonExpression *expression, const DiapasonFrame *frame, char **out, GError **error)
{
  g_auto (DiapasonResult) result = { 0 };

  if (!diapason_expression_evaluate (expression, frame, &result, error))
    return FALSE;
  if (result.kind == DIAPASON_RESULT_INTEGER)
    result.text = g_strdup_printf ("%" G_GINT64_FORMAT, result.integer);
  else if (result.kind != DIAPASON_RESULT_TEXT && result.kind != DIAPASON_RESULT_NUMBER &&
           result.kind != DIAPASON_RESULT_NONE)
    return diapason_expression_mismatch (expression, result.kind, "an identifier", error);
  if (result.text != NULL && strlen (result.text) > DIAPASON_MAPPING_MAX_ID)
    {
      g_set_error (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_ELEMENT,
                   "%s: an identifier of more than %d bytes",
                   diapason_expression_where (expression), DIAPASON_MAPPING_MAX_ID);
      return FALSE;
    }
  *out = result.text != NULL && *result.text != '\0' ? g_steal_pointer (&result.text) : NULL;
  return TRUE;
}

static gboolean
set_text (DiapasonRow *row,
          const DiapasonAssignment *assignment,
          DiapasonResult *result,
          GError **error)
{
  const DiapasonColumn *column = &row->info->columns[assignment->column];

  if (result->kind != DIAPASON_RESULT_TEXT)
    return diapason_expression_mismatch (assignment->expression, result->kind, "a text", error);
  if (column->words != NULL && *result->text != '\0' &&
      !g_strv_contains (column->words, result->text))
    {
      g_autofree char *words = g_strjoinv (", ", (char **) column->words);
      g_set_error (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_ELEMENT,
                   "%s: one of %s is expected for “%s”",
                   diapason_expression_where (assignment->expression), words, column->name);
      return FALSE;
    }
  if (column->words != NULL && *result->text == '\0')
    return TRUE;
  if (strlen (result->text) > DIAPASON_MAPPING_MAX_TEXT)
    {
      g_autofree char *cut = diapason_text_display (result->text, DIAPASON_MAPPING_MAX_TEXT, TRUE);
      diapason_row_set_text (row, assignment->column, cut);
      return TRUE;
    }
  diapason_row_take_text (row, assignment->column, g_steal_pointer (&result->text));
  return TRUE;
}

static gboolean
set_integer (DiapasonRow *row,
             const DiapasonAssignment *assignment,
             DiapasonResult *result,
             DiapasonResultKind wanted,
             const char *called,
             GError **error)
{
  if (result->kind != wanted)
    return diapason_expression_mismatch (assignment->expression, result->kind, called, error);
  diapason_row_set_integer (row, assignment->column, result->integer);
  return TRUE;
}

/* Without a "date" around it an instant has to be an RFC 3339 text. An impossible one is none. */
static gboolean
read_time (const DiapasonAssignment *assignment,
           DiapasonResult *result,
           gint64 *ms,
           gboolean *is_there,
           GError **error)
{
  gboolean is_date = diapason_expression_makes (assignment->expression) == DIAPASON_RESULT_INTEGER;

  if (is_date && result->kind == DIAPASON_RESULT_INTEGER)
    *ms = result->integer;
  else if (result->kind != DIAPASON_RESULT_TEXT)
    return diapason_expression_mismatch (assignment->expression, result->kind, "a date", error);
  *is_there = is_date || diapason_date_parse (result->text, NULL, ms, NULL);
  return TRUE;
}

static gboolean
set_time (DiapasonRow *row,
          const DiapasonAssignment *assignment,
          DiapasonResult *result,
          GError **error)
{
  gboolean is_there = FALSE;
  gint64 ms = 0;

  if (!read_time (assignment, result, &ms, &is_there, error))
    return FALSE;
  if (is_there)
    diapason_row_set_integer (row, assignment->column, ms);
  return TRUE;
}

static gboolean
set_day (DiapasonRow *row,
         const DiapasonAssignment *assignment,
         DiapasonResult *result,
         GError **error)
{
  gboolean is_there = FALSE;
  gint64 ms = 0;

  if (!read_time (assignment, result, &ms, &is_there, error))
    return FALSE;
  g_autofree char *day = is_there ? diapason_date_format_as (ms, "%Y-%m-%d", NULL) : NULL;
  diapason_row_set_text (row, assignment->column, day);
  return TRUE;
}

static gboolean
set_reference (DiapasonRow *row,
               const DiapasonAssignment *assignment,
               const DiapasonFrame *frame,
               GError **error)
{
  g_autofree char *id = NULL;

  if (row->values[assignment->column].type != DIAPASON_VALUE_NULL)
    return TRUE;
  if (!read_id (assignment->expression, frame, &id, error))
    return FALSE;
  diapason_row_set_reference (row, assignment->column, assignment->source, id);
  return TRUE;
}

static gboolean
assign (DiapasonRow *row,
        const DiapasonAssignment *assignment,
        const DiapasonFrame *frame,
        GError **error)
{
  DiapasonColumnType type = row->info->columns[assignment->column].type;
  g_auto (DiapasonResult) result = { 0 };

  if (type == DIAPASON_COLUMN_REFERENCE)
    return set_reference (row, assignment, frame, error);
  if (!diapason_expression_evaluate (assignment->expression, frame, &result, error))
    return FALSE;
  if (result.kind == DIAPASON_RESULT_NONE)
    return TRUE;
  switch (type)
    {
    case DIAPASON_COLUMN_INTEGER:
      return set_integer (row, assignment, &result, DIAPASON_RESULT_INTEGER, "a whole number",
                          error);
    case DIAPASON_COLUMN_BOOLEAN:
      return set_integer (row, assignment, &result, DIAPASON_RESULT_BOOLEAN, "true or false",
                          error);
    case DIAPASON_COLUMN_TIME:
      return set_time (row, assignment, &result, error);
    case DIAPASON_COLUMN_DAY:
      return set_day (row, assignment, &result, error);
    case DIAPASON_COLUMN_TEXT:
    case DIAPASON_COLUMN_REFERENCE:
    case DIAPASON_COLUMN_MADE:
    default:
      return set_text (row, assignment, &result, error);
    }
}

static gboolean
set_revision (DiapasonRow *row, DiapasonRowPlan *plan, const DiapasonFrame *frame, GError **error)
{
  g_auto (DiapasonResult) result = { 0 };

  if (plan->revision == NULL)
    return TRUE;
  if (!diapason_expression_evaluate (plan->revision, frame, &result, error))
    return FALSE;
  if (result.kind == DIAPASON_RESULT_INTEGER)
    diapason_row_set_revision (row, result.integer);
  else if (result.kind != DIAPASON_RESULT_NONE)
    return diapason_expression_mismatch (plan->revision, result.kind, "a whole number", error);
  return TRUE;
}

static gboolean
fill_row (DiapasonRow *row, DiapasonRowPlan *plan, const DiapasonFrame *frame, GError **error)
{
  if (!set_revision (row, plan, frame, error))
    return FALSE;
  if (plan->deleted != NULL &&
      !diapason_expression_test (plan->deleted, frame, &row->deleted, error))
    return FALSE;
  for (guint i = 0; i < plan->assignments->len && !row->deleted; i++)
    if (!assign (row, &g_array_index (plan->assignments, DiapasonAssignment, i), frame, error))
      return FALSE;
  return TRUE;
}

static gboolean
make_row (DiapasonRowPlan *plan, const DiapasonFrame *frame, GPtrArray *rows, GError **error)
{
  g_autofree char *id = NULL;
  gboolean wanted = TRUE;

  if (plan->when != NULL && !diapason_expression_test (plan->when, frame, &wanted, error))
    return FALSE;
  if (!wanted)
    return TRUE;
  if (!read_id (plan->id, frame, &id, error))
    return FALSE;
  if (id == NULL)
    return diapason_expression_mismatch (plan->id, DIAPASON_RESULT_NONE, "an identifier", error);

  g_autoptr (DiapasonRow) row = diapason_row_new (plan->info, id);
  if (!fill_row (row, plan, frame, error))
    return FALSE;
  g_ptr_array_add (rows, g_steal_pointer (&row));
  return TRUE;
}

static gboolean
make_rows_of_each (DiapasonRowPlan *plan,
                   const DiapasonFrame *frame,
                   GPtrArray *rows,
                   GError **error)
{
  g_autoptr (DiapasonJsonValue) list = diapason_expression_value (plan->each, frame);
  DiapasonJsonType type = list == NULL ? DIAPASON_JSON_NULL : diapason_json_value_type (list);

  if (type == DIAPASON_JSON_NULL)
    return TRUE;
  if (type != DIAPASON_JSON_ARRAY)
    return diapason_expression_mismatch (plan->each, DIAPASON_RESULT_ANY, "a list", error);
  for (guint i = 0; i < diapason_json_value_length (list); i++)
    {
      g_autoptr (DiapasonJsonValue) element = diapason_json_value_element (list, i);
      DiapasonFrame inside = { element, frame, frame->tables };
      if (!make_row (plan, &inside, rows, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
diapason_mapping_apply (DiapasonMapping *mapping, const DiapasonFrame *frame, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_row_free);

  for (guint i = 0; i < mapping->plans->len; i++)
    {
      DiapasonRowPlan *plan = g_ptr_array_index (mapping->plans, i);
      gboolean made = plan->each == NULL ? make_row (plan, frame, rows, error)
                                         : make_rows_of_each (plan, frame, rows, error);
      if (!made)
        return NULL;
    }
  return g_steal_pointer (&rows);
}
