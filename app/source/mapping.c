/* mapping.c: see mapping.h. */
#include "mapping.h"

#include "dates.h"
#include "text.h"

typedef struct
{
  guint column;
  DiapasonExpression *expression; /* (owned) */
  char *source;                   /* (owned) (nullable) of a reference into another source */
} Assignment;

/* How one kind of row is made. */
typedef struct
{
  const DiapasonEntityInfo *info;
  DiapasonExpression *each;     /* (owned) (nullable) a path to a list: one row for each element */
  DiapasonExpression *when;     /* (owned) (nullable) */
  DiapasonExpression *id;       /* (owned) */
  DiapasonExpression *revision; /* (owned) (nullable) */
  DiapasonExpression *deleted;  /* (owned) (nullable) */
  GArray *assignments;          /* (owned) of Assignment */
} RowPlan;

struct _DiapasonMapping
{
  GPtrArray *plans; /* (owned) of RowPlan: the stream's own, then those of `also` */
};

static void
assignment_clear (gpointer data)
{
  Assignment *assignment = data;

  diapason_expression_free (assignment->expression);
  g_free (assignment->source);
}

static void
row_plan_free (gpointer data)
{
  RowPlan *plan = data;

  g_clear_pointer (&plan->each, diapason_expression_free);
  g_clear_pointer (&plan->when, diapason_expression_free);
  g_clear_pointer (&plan->id, diapason_expression_free);
  g_clear_pointer (&plan->revision, diapason_expression_free);
  g_clear_pointer (&plan->deleted, diapason_expression_free);
  g_array_unref (plan->assignments);
  g_free (plan);
}

/* Compiling ---------------------------------------------------------------------------------- */

/* Whether @expression can ever fill a column of @type; what cannot is told when the descriptor is
 * loaded. */
static gboolean
suits (DiapasonExpression *expression, const DiapasonColumn *column)
{
  DiapasonResultKind makes = diapason_expression_makes (expression);

  if (makes == DIAPASON_RESULT_ANY || makes == DIAPASON_RESULT_NONE)
    return TRUE;
  switch (column->type)
    {
    case DIAPASON_COLUMN_INTEGER:
      return makes == DIAPASON_RESULT_INTEGER;
    case DIAPASON_COLUMN_BOOLEAN:
      return makes == DIAPASON_RESULT_BOOLEAN;
    case DIAPASON_COLUMN_TIME:
    case DIAPASON_COLUMN_DAY:
    case DIAPASON_COLUMN_REFERENCE:
      return makes == DIAPASON_RESULT_INTEGER || makes == DIAPASON_RESULT_TEXT;
    case DIAPASON_COLUMN_TEXT:
    case DIAPASON_COLUMN_MADE:
    default:
      return makes == DIAPASON_RESULT_TEXT;
    }
}

static void
check_fit (DiapasonShape *shape,
           DiapasonJsonValue *json,
           DiapasonExpression *expression,
           const DiapasonColumn *column)
{
  if (!suits (expression, column))
    diapason_shape_complain (shape, json, NULL, "this cannot fill the column “%s”.", column->name);
  if (column->words == NULL)
    return;
  const char *foreign = diapason_expression_foreign_word (expression, column->words);
  if (foreign != NULL)
    {
      g_autofree char *words = g_strjoinv (", ", (char **) column->words);
      diapason_shape_complain (shape, json, NULL, "“%s” is none of the words of “%s”: %s.", foreign,
                               column->name, words);
    }
}

/* {"reference": E, "source": "crm"}: a column's expression that says whose rows it refers to. */
static DiapasonExpression *
compile_reference (DiapasonShape *shape,
                   DiapasonJsonValue *json,
                   const DiapasonColumn *column,
                   const DiapasonSurroundings *surroundings,
                   char **source)
{
  static const char *const members[] = { "reference", "source", NULL };
  g_autoptr (DiapasonJsonValue) of = diapason_json_value_member (json, "reference");

  if (of == NULL)
    return diapason_expression_compile (shape, json, surroundings);
  if (column->type != DIAPASON_COLUMN_REFERENCE)
    diapason_shape_complain (shape, json, NULL, "the column “%s” is no reference.", column->name);
  if (!diapason_shape_object (shape, json, members))
    return NULL;
  *source = diapason_shape_text (shape, json, "source", FALSE);
  return diapason_expression_compile (shape, of, surroundings);
}

static void
compile_column (DiapasonShape *shape,
                DiapasonJsonValue *map,
                const char *name,
                const DiapasonSurroundings *surroundings,
                RowPlan *plan)
{
  int index = diapason_entity_info_column (plan->info, name);

  if (index < 0 || plan->info->columns[index].type == DIAPASON_COLUMN_MADE)
    {
      diapason_shape_complain (shape, map, name, "“%s” has no such column to fill.",
                               plan->info->name);
      return;
    }

  const DiapasonColumn *column = &plan->info->columns[index];
  g_autoptr (DiapasonJsonValue) json = diapason_json_value_member (map, name);
  Assignment assignment = { .column = (guint) index };
  assignment.expression = compile_reference (shape, json, column, surroundings, &assignment.source);
  if (assignment.expression == NULL)
    {
      g_free (assignment.source);
      return;
    }
  check_fit (shape, json, assignment.expression, column);
  g_array_append_val (plan->assignments, assignment);
}

static DiapasonExpression *
compile_optional (DiapasonShape *shape,
                  DiapasonJsonValue *object,
                  const char *name,
                  DiapasonResultKind wanted,
                  const DiapasonSurroundings *surroundings)
{
  g_autoptr (DiapasonJsonValue) json = diapason_json_value_member (object, name);

  if (json == NULL)
    return NULL;
  DiapasonExpression *expression = diapason_expression_compile (shape, json, surroundings);
  DiapasonResultKind makes = expression == NULL ? wanted : diapason_expression_makes (expression);
  if (makes != wanted && makes != DIAPASON_RESULT_ANY && wanted != DIAPASON_RESULT_ANY)
    diapason_shape_complain (shape, json, NULL, "this cannot be %s.",
                             wanted == DIAPASON_RESULT_BOOLEAN ? "true or false" : "a number");
  return expression;
}

static void
compile_map (DiapasonShape *shape,
             DiapasonJsonValue *map,
             const DiapasonSurroundings *surroundings,
             RowPlan *plan)
{
  static const char *const own[] = { "id", "revision", "deleted", NULL };
  g_autoptr (DiapasonJsonValue) id = diapason_json_value_member (map, "id");

  if (id == NULL)
    diapason_shape_complain (shape, map, "id", "every row needs an id.");
  else
    plan->id = diapason_expression_compile (shape, id, surroundings);
  plan->revision = compile_optional (shape, map, "revision", DIAPASON_RESULT_INTEGER, surroundings);
  plan->deleted = compile_optional (shape, map, "deleted", DIAPASON_RESULT_BOOLEAN, surroundings);

  g_auto (GStrv) names = diapason_json_value_names (map);
  for (guint i = 0; names[i] != NULL; i++)
    if (!g_strv_contains (own, names[i]))
      compile_column (shape, map, names[i], surroundings, plan);
}

static RowPlan *
compile_plan (DiapasonShape *shape,
              DiapasonJsonValue *object,
              const DiapasonEntityInfo *info,
              const DiapasonSurroundings *surroundings)
{
  g_autoptr (DiapasonJsonValue) map = diapason_shape_member (shape, object, "map", TRUE);
  RowPlan *plan = g_new0 (RowPlan, 1);

  plan->info = info;
  plan->assignments = g_array_new (FALSE, FALSE, sizeof (Assignment));
  g_array_set_clear_func (plan->assignments, assignment_clear);
  plan->when = compile_optional (shape, object, "when", DIAPASON_RESULT_BOOLEAN, surroundings);
  if (map != NULL)
    compile_map (shape, map, surroundings, plan);
  return plan;
}

static RowPlan *
compile_also (DiapasonShape *shape,
              DiapasonJsonValue *object,
              const DiapasonSurroundings *surroundings)
{
  static const char *const members[] = { "entity", "each", "when", "map", NULL };
  DiapasonSurroundings inside = *surroundings;

  if (!diapason_shape_object (shape, object, members))
    return NULL;
  g_autofree char *entity = diapason_shape_text (shape, object, "entity", TRUE);
  const DiapasonEntityInfo *info = entity == NULL ? NULL : diapason_entity_info_by_name (entity);
  if (entity != NULL && info == NULL)
    diapason_shape_complain (shape, object, "entity", "there is no entity “%s”.", entity);
  if (info == NULL)
    return NULL;

  DiapasonExpression *each =
      compile_optional (shape, object, "each", DIAPASON_RESULT_ANY, surroundings);
  if (each != NULL && !diapason_expression_is_path (each))
    diapason_shape_complain (shape, object, "each", "the path to a list is expected here.");
  if (each != NULL)
    inside.n_enclosing++;
  RowPlan *plan = compile_plan (shape, object, info, &inside);
  plan->each = each;
  return plan;
}

DiapasonMapping *
diapason_mapping_compile (DiapasonShape *shape,
                          DiapasonJsonValue *stream,
                          const DiapasonEntityInfo *info,
                          const DiapasonSurroundings *surroundings)
{
  g_autoptr (DiapasonMapping) mapping = g_atomic_rc_box_new0 (DiapasonMapping);
  g_autoptr (DiapasonJsonValue) also = diapason_shape_array (shape, stream, "also", FALSE);

  mapping->plans = g_ptr_array_new_with_free_func (row_plan_free);
  g_ptr_array_add (mapping->plans, compile_plan (shape, stream, info, surroundings));
  for (guint i = 0; also != NULL && i < diapason_json_value_length (also); i++)
    {
      g_autoptr (DiapasonJsonValue) object = diapason_json_value_element (also, i);
      RowPlan *plan = compile_also (shape, object, surroundings);
      if (plan != NULL)
        g_ptr_array_add (mapping->plans, plan);
    }
  return shape->complaint == NULL ? g_steal_pointer (&mapping) : NULL;
}

DiapasonMapping *
diapason_mapping_ref (DiapasonMapping *mapping)
{
  return g_atomic_rc_box_acquire (mapping);
}

static void
mapping_clear (gpointer data)
{
  DiapasonMapping *mapping = data;

  g_ptr_array_unref (mapping->plans);
}

void
diapason_mapping_unref (DiapasonMapping *mapping)
{
  g_atomic_rc_box_release_full (mapping, mapping_clear);
}

gboolean
diapason_mapping_makes (DiapasonMapping *mapping, DiapasonEntity entity)
{
  for (guint i = 0; i < mapping->plans->len; i++)
    if (((RowPlan *) g_ptr_array_index (mapping->plans, i))->info->entity == entity)
      return TRUE;
  return FALSE;
}

/* Applying ----------------------------------------------------------------------------------- */

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
set_text (DiapasonRow *row, const Assignment *assignment, DiapasonResult *result, GError **error)
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
  diapason_row_set_text (row, assignment->column, result->text);
  return TRUE;
}

static gboolean
set_integer (DiapasonRow *row,
             const Assignment *assignment,
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
read_time (const Assignment *assignment,
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
set_time (DiapasonRow *row, const Assignment *assignment, DiapasonResult *result, GError **error)
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
set_day (DiapasonRow *row, const Assignment *assignment, DiapasonResult *result, GError **error)
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
               const Assignment *assignment,
               const DiapasonFrame *frame,
               GError **error)
{
  g_autofree char *id = NULL;

  if (!read_id (assignment->expression, frame, &id, error))
    return FALSE;
  diapason_row_set_reference (row, assignment->column, assignment->source, id);
  return TRUE;
}

static gboolean
assign (DiapasonRow *row, const Assignment *assignment, const DiapasonFrame *frame, GError **error)
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
set_revision (DiapasonRow *row, RowPlan *plan, const DiapasonFrame *frame, GError **error)
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
fill_row (DiapasonRow *row, RowPlan *plan, const DiapasonFrame *frame, GError **error)
{
  if (!set_revision (row, plan, frame, error))
    return FALSE;
  if (plan->deleted != NULL &&
      !diapason_expression_test (plan->deleted, frame, &row->deleted, error))
    return FALSE;
  for (guint i = 0; i < plan->assignments->len && !row->deleted; i++)
    if (!assign (row, &g_array_index (plan->assignments, Assignment, i), frame, error))
      return FALSE;
  return TRUE;
}

static gboolean
make_row (RowPlan *plan, const DiapasonFrame *frame, GPtrArray *rows, GError **error)
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
make_rows_of_each (RowPlan *plan, const DiapasonFrame *frame, GPtrArray *rows, GError **error)
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
      RowPlan *plan = g_ptr_array_index (mapping->plans, i);
      gboolean made = plan->each == NULL ? make_row (plan, frame, rows, error)
                                         : make_rows_of_each (plan, frame, rows, error);
      if (!made)
        return NULL;
    }
  return g_steal_pointer (&rows);
}
