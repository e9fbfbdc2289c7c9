/* mapping.c: compiling a mapping. See mapping.h. */
#include "mapping-private.h"

static void
assignment_clear (gpointer data)
{
  DiapasonAssignment *assignment = data;

  diapason_expression_free (assignment->expression);
  g_free (assignment->source);
}

static void
row_plan_free (gpointer data)
{
  DiapasonRowPlan *plan = data;

  g_clear_pointer (&plan->each, diapason_expression_free);
  g_clear_pointer (&plan->when, diapason_expression_free);
  g_clear_pointer (&plan->id, diapason_expression_free);
  g_clear_pointer (&plan->revision, diapason_expression_free);
  g_clear_pointer (&plan->deleted, diapason_expression_free);
  g_array_unref (plan->assignments);
  g_free (plan);
}

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
compile_assignment (DiapasonShape *shape,
                    DiapasonJsonValue *json,
                    guint index,
                    const DiapasonSurroundings *surroundings,
                    DiapasonRowPlan *plan)
{
  const DiapasonColumn *column = &plan->info->columns[index];
  DiapasonAssignment assignment = { .column = index };

  assignment.expression = compile_reference (shape, json, column, surroundings, &assignment.source);
  if (assignment.expression == NULL)
    {
      g_free (assignment.source);
      return;
    }
  check_fit (shape, json, assignment.expression, column);
  g_array_append_val (plan->assignments, assignment);
}

/* A reference may be a list of them, of which the first that leads somewhere counts. */
static void
compile_column (DiapasonShape *shape,
                DiapasonJsonValue *map,
                const char *name,
                const DiapasonSurroundings *surroundings,
                DiapasonRowPlan *plan)
{
  int index = diapason_entity_info_column (plan->info, name);
  g_autoptr (DiapasonJsonValue) json = diapason_json_value_member (map, name);

  if (index < 0 || plan->info->columns[index].type == DIAPASON_COLUMN_MADE)
    diapason_shape_complain (shape, map, name, "“%s” has no such column to fill.",
                             plan->info->name);
  else if (plan->info->columns[index].type != DIAPASON_COLUMN_REFERENCE ||
           diapason_json_value_type (json) != DIAPASON_JSON_ARRAY)
    compile_assignment (shape, json, (guint) index, surroundings, plan);
  else
    for (guint i = 0; i < diapason_json_value_length (json); i++)
      {
        g_autoptr (DiapasonJsonValue) element = diapason_json_value_element (json, i);
        compile_assignment (shape, element, (guint) index, surroundings, plan);
      }
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
             DiapasonRowPlan *plan)
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

static DiapasonRowPlan *
compile_plan (DiapasonShape *shape,
              DiapasonJsonValue *object,
              const DiapasonEntityInfo *info,
              const DiapasonSurroundings *surroundings)
{
  g_autoptr (DiapasonJsonValue) map = diapason_shape_member (shape, object, "map", TRUE);
  DiapasonRowPlan *plan = g_new0 (DiapasonRowPlan, 1);

  plan->info = info;
  plan->assignments = g_array_new (FALSE, FALSE, sizeof (DiapasonAssignment));
  g_array_set_clear_func (plan->assignments, assignment_clear);
  plan->when = compile_optional (shape, object, "when", DIAPASON_RESULT_BOOLEAN, surroundings);
  if (map != NULL)
    compile_map (shape, map, surroundings, plan);
  return plan;
}

/* "whole": the column that leads from the rows of @plan to the element's own. */
static void
read_whole (DiapasonShape *shape,
            DiapasonJsonValue *object,
            DiapasonMapping *mapping,
            const DiapasonRowPlan *plan)
{
  const DiapasonRowPlan *own = g_ptr_array_index (mapping->plans, 0);
  g_autofree char *name = diapason_shape_text (shape, object, "whole", FALSE);
  int column = name == NULL ? -1 : diapason_entity_info_column (plan->info, name);

  if (name == NULL)
    return;
  if (column < 0 || plan->info->columns[column].refers_to != own->info->entity)
    {
      diapason_shape_complain (shape, object, "whole",
                               "“%s” has no column “%s” that leads to a “%s”.", plan->info->name,
                               name, own->info->name);
      return;
    }
  DiapasonWhole whole = { plan->info, (guint) column };
  g_array_append_val (mapping->wholes, whole);
}

static DiapasonRowPlan *
compile_also (DiapasonShape *shape,
              DiapasonJsonValue *object,
              const DiapasonSurroundings *surroundings)
{
  static const char *const members[] = { "entity", "each", "whole", "when", "map", NULL };
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
  DiapasonRowPlan *plan = compile_plan (shape, object, info, &inside);
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
  mapping->wholes = g_array_new (FALSE, FALSE, sizeof (DiapasonWhole));
  g_ptr_array_add (mapping->plans, compile_plan (shape, stream, info, surroundings));
  for (guint i = 0; also != NULL && i < diapason_json_value_length (also); i++)
    {
      g_autoptr (DiapasonJsonValue) object = diapason_json_value_element (also, i);
      DiapasonRowPlan *plan = compile_also (shape, object, surroundings);
      if (plan == NULL)
        continue;
      read_whole (shape, object, mapping, plan);
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
  g_array_unref (mapping->wholes);
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
    if (((DiapasonRowPlan *) g_ptr_array_index (mapping->plans, i))->info->entity == entity)
      return TRUE;
  return FALSE;
}

GArray *
diapason_mapping_get_wholes (DiapasonMapping *mapping)
{
  return mapping->wholes;
}
