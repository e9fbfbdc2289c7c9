/* descriptor-request.c: the parts of a stream that are about asking: the request, its pages, and
 * where it goes on the next time.
 */
#include "descriptor-read.h"

static void
parameter_free (gpointer data)
{
  DiapasonParameter *parameter = data;

  g_free (parameter->name);
  g_ptr_array_unref (parameter->pieces);
  g_free (parameter);
}

static gboolean
is_variable (const char *name)
{
  static const char *const variables[] = {
    DIAPASON_VARIABLE_SINCE,
    DIAPASON_VARIABLE_AGE,
    DIAPASON_VARIABLE_PAGE,
    DIAPASON_VARIABLE_OFFSET,
    DIAPASON_VARIABLE_SIZE,
    DIAPASON_VARIABLE_CURSOR,
    NULL,
  };

  return g_strv_contains (variables, name);
}

/* What a child's request needs of its parent's element. */
static void
add_export (DiapasonShape *shape,
            DiapasonJsonValue *at,
            const char *name,
            DiapasonStreamPlan *parent)
{
  DiapasonSurroundings around = { 0 };

  for (DiapasonStreamPlan *above = parent->parent; above != NULL; above = above->parent)
    around.n_enclosing++;
  DiapasonExpression *expression =
      diapason_expression_compile_path (shape, at, name + strlen ("^."), &around);
  if (expression == NULL)
    return;
  DiapasonExport *export = g_new (DiapasonExport, 1);
  export->name = g_strdup (name);
  export->expression = expression;
  g_ptr_array_add (parent->exports, export);
}

static DiapasonTemplate *
read_template (DiapasonShape *shape,
               DiapasonJsonValue *at,
               const char *text,
               DiapasonStreamPlan *plan)
{
  DiapasonTemplate *template = diapason_template_new (text);
  const char *const *names = diapason_template_names (template);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_prefix (names[i], "^.") && plan->parent != NULL)
      add_export (shape, at, names[i], plan->parent);
    else if (!is_variable (names[i]))
      diapason_shape_complain (shape, at, NULL,
                               "there is no {%s} here: only since, age, page, offset, size and "
                               "cursor, and with for_each paths of the parent like {^.id}.",
                               names[i]);
  return template;
}

static void
read_piece (DiapasonShape *shape,
            DiapasonJsonValue *json,
            DiapasonStreamPlan *plan,
            DiapasonParameter *parameter)
{
  g_autofree char *text = diapason_json_value_to_string (json);

  if (text == NULL)
    diapason_shape_complain (shape, json, NULL, "a text, or a list of texts, is expected here.");
  else
    g_ptr_array_add (parameter->pieces, read_template (shape, json, text, plan));
}

static DiapasonParameter *
read_parameter (DiapasonShape *shape,
                DiapasonJsonValue *query,
                const char *name,
                DiapasonStreamPlan *plan)
{
  g_autoptr (DiapasonJsonValue) value = diapason_json_value_member (query, name);
  DiapasonParameter *parameter = g_new (DiapasonParameter, 1);

  parameter->name = g_strdup (name);
  parameter->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_template_free);
  if (diapason_json_value_type (value) != DIAPASON_JSON_ARRAY)
    read_piece (shape, value, plan, parameter);
  else
    for (guint i = 0; i < diapason_json_value_length (value); i++)
      {
        g_autoptr (DiapasonJsonValue) piece = diapason_json_value_element (value, i);
        read_piece (shape, piece, plan, parameter);
      }
  return parameter;
}

static char *
replace_text (char *text, const char *from, const char *to)
{
  g_autoptr (GString) string = g_string_new (text);

  g_string_replace (string, from, to, 0);
  g_free (text);
  return g_strdup (string->str);
}

/* A body is JSON whose texts are templates; a text of nothing but a number becomes the number. */
static void
read_body (DiapasonShape *shape, DiapasonJsonValue *object, DiapasonStreamPlan *plan)
{
  g_autoptr (DiapasonJsonValue) body = diapason_json_value_member (object, "body");

  if (body == NULL)
    return;
  if (!g_str_equal (plan->request.method, "POST"))
    diapason_shape_complain (shape, body, NULL, "only a POST has a body.");
  char *text = diapason_json_value_print (body);
  text = replace_text (text, "\"{page}\"", "{page}");
  text = replace_text (text, "\"{size}\"", "{size}");
  text = replace_text (text, "\"{offset}\"", "{offset}");
  plan->request.body = read_template (shape, body, text, plan);
  g_free (text);
}

static void
read_query (DiapasonShape *shape,
            DiapasonJsonValue *request,
            DiapasonJsonValue *usual,
            DiapasonStreamPlan *plan)
{
  g_autoptr (DiapasonJsonValue) own = diapason_shape_member (shape, request, "query", FALSE);
  DiapasonJsonValue *query = own != NULL ? own : usual;
  g_auto (GStrv) names = query == NULL ? NULL : diapason_json_value_names (query);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    g_ptr_array_add (plan->request.query, read_parameter (shape, query, names[i], plan));
}

void
diapason_read_request (DiapasonShape *shape,
                       DiapasonJsonValue *object,
                       DiapasonJsonValue *query,
                       DiapasonStreamPlan *plan)
{
  static const char *const members[] = { "method", "path", "query", "body", NULL };
  static const char *const methods[] = { "GET", "POST", NULL };
  g_autoptr (DiapasonJsonValue) request = diapason_shape_member (shape, object, "request", TRUE);

  plan->request.query = g_ptr_array_new_with_free_func (parameter_free);
  if (request == NULL || !diapason_shape_object (shape, request, members))
    return;
  plan->request.method =
      g_strdup (methods[MAX (diapason_shape_word (shape, request, "method", methods, 0), 0)]);
  g_autoptr (DiapasonJsonValue) at = diapason_json_value_member (request, "path");
  g_autofree char *path = diapason_shape_text (shape, request, "path", TRUE);
  if (path != NULL && *path != '/')
    diapason_shape_complain (shape, at, NULL, "a path starts with a slash.");
  if (path != NULL && strpbrk (path, "?# ") != NULL)
    diapason_shape_complain (shape, at, NULL, "what follows the path belongs into “query”.");
  if (path != NULL)
    plan->request.path = read_template (shape, at, path, plan);
  read_query (shape, request, query, plan);
  read_body (shape, request, plan);
}

void
diapason_request_clear (DiapasonRequestPlan *plan)
{
  g_clear_pointer (&plan->method, g_free);
  g_clear_pointer (&plan->path, diapason_template_free);
  g_clear_pointer (&plan->query, g_ptr_array_unref);
  g_clear_pointer (&plan->body, diapason_template_free);
}

static gboolean
template_has (DiapasonTemplate *template, const char *name)
{
  return template != NULL && g_strv_contains (diapason_template_names (template), name);
}

static gboolean
request_has (const DiapasonRequestPlan *request, const char *name)
{
  if (template_has (request->path, name) || template_has (request->body, name))
    return TRUE;
  for (guint i = 0; i < request->query->len; i++)
    {
      const DiapasonParameter *parameter = g_ptr_array_index (request->query, i);
      for (guint j = 0; j < parameter->pieces->len; j++)
        if (template_has (g_ptr_array_index (parameter->pieces, j), name))
          return TRUE;
    }
  return FALSE;
}

/* A request that does not say which page it wants would get the first one for ever. */
void
diapason_check_request (DiapasonShape *shape,
                        DiapasonJsonValue *object,
                        const DiapasonStreamPlan *plan)
{
  static const char *const needed[] = {
    [DIAPASON_PAGING_PAGE] = DIAPASON_VARIABLE_PAGE,
    [DIAPASON_PAGING_OFFSET] = DIAPASON_VARIABLE_OFFSET,
    [DIAPASON_PAGING_CURSOR] = DIAPASON_VARIABLE_CURSOR,
    [DIAPASON_PAGING_AFTER] = DIAPASON_VARIABLE_CURSOR,
  };
  const DiapasonRequestPlan *request = &plan->request;
  const char *name = plan->paging.kind < G_N_ELEMENTS (needed) ? needed[plan->paging.kind] : NULL;

  if (name != NULL && !request_has (request, name))
    diapason_shape_complain (shape, object, "request", "{%s} has to stand in it somewhere.", name);
  if (plan->incremental.kind == DIAPASON_INCREMENTAL_TIME &&
      !request_has (request, DIAPASON_VARIABLE_SINCE) &&
      !request_has (request, DIAPASON_VARIABLE_AGE))
    diapason_shape_complain (shape, object, "request",
                             "{since} or {age} has to stand in it somewhere.");
  if (template_has (request->body, DIAPASON_VARIABLE_AGE) ||
      template_has (request->body, DIAPASON_VARIABLE_CURSOR) ||
      (template_has (request->body, DIAPASON_VARIABLE_SINCE) && plan->incremental.first == NULL))
    diapason_shape_complain (shape, object, "request",
                             "in a body only {since} can stand, with “first” for the first time.");
}

/* Pages -------------------------------------------------------------------------------------- */

static const char *const paging_members[][8] = {
  [DIAPASON_PAGING_NONE] = { "kind" },
  [DIAPASON_PAGING_PAGE] = { "kind", "size", "first", "pages", "until", "by_time" },
  [DIAPASON_PAGING_OFFSET] = { "kind", "size", "by_time" },
  [DIAPASON_PAGING_NEXT_URL] = { "kind", "size", "next", "more" },
  [DIAPASON_PAGING_CURSOR] = { "kind", "size", "next", "more" },
  [DIAPASON_PAGING_AFTER] = { "kind", "size", "id" },
};

void
diapason_read_paging (DiapasonShape *shape, DiapasonJsonValue *paging, DiapasonPagingPlan *plan)
{
  static const char *const kinds[] = {
    "none", "page", "offset", "next_url", "cursor", "after", NULL
  };
  static const char *const untils[] = { "short", "empty", NULL };

  if (paging == NULL)
    return;
  plan->kind = MAX (diapason_shape_word (shape, paging, "kind", kinds, -1), 0);
  if (!diapason_shape_object (shape, paging, paging_members[plan->kind]))
    return;
  plan->size = diapason_shape_integer (shape, paging, "size", 100, 1, 10000);
  plan->first = diapason_shape_integer (shape, paging, "first", 1, 0, 1);
  plan->pages = diapason_shape_path (shape, paging, "pages", FALSE);
  plan->until_empty = diapason_shape_word (shape, paging, "until", untils, 0) == 1;
  plan->by_time = diapason_shape_flag (shape, paging, "by_time", FALSE);
  plan->next =
      plan->kind == DIAPASON_PAGING_AFTER
          ? diapason_shape_path (shape, paging, "id", TRUE)
          : diapason_shape_path (shape, paging, "next", plan->kind == DIAPASON_PAGING_CURSOR);
  plan->more = diapason_shape_path (shape, paging, "more", FALSE);
}

void
diapason_paging_plan_clear (DiapasonPagingPlan *plan)
{
  g_clear_pointer (&plan->pages, g_free);
  g_clear_pointer (&plan->next, g_free);
  g_clear_pointer (&plan->more, g_free);
}

/* Where to go on ----------------------------------------------------------------------------- */

static const char *const incremental_members[][9] = {
  [DIAPASON_INCREMENTAL_NONE] = { "kind" },
  [DIAPASON_INCREMENTAL_TIME] = { "kind", "at", "format", "zone", "overlap_seconds", "first",
                                  "sweep_hours" },
  [DIAPASON_INCREMENTAL_CURSOR] = { "kind", "expired", "link", "sweep" },
  [DIAPASON_INCREMENTAL_LISTING] = { "kind" },
};

static void
read_time_format (DiapasonShape *shape, DiapasonJsonValue *object, DiapasonIncrementalPlan *plan)
{
  static const char *const formats[] = { "rfc3339", "unix_s", "unix_ms", NULL };
  g_autofree char *format = diapason_shape_text (shape, object, "format", FALSE);

  plan->zone = diapason_shape_zone (shape, object, "zone");
  plan->format = DIAPASON_TIME_RFC3339;
  if (format != NULL && strchr (format, '%') != NULL)
    {
      plan->format = DIAPASON_TIME_STRFTIME;
      plan->pattern = g_steal_pointer (&format);
    }
  else
    plan->format = MAX (diapason_shape_word (shape, object, "format", formats, 0), 0);
}

static void
read_time (DiapasonShape *shape, DiapasonJsonValue *object, DiapasonIncrementalPlan *plan)
{
  DiapasonSurroundings around = { 0 };
  g_autoptr (DiapasonJsonValue) at = diapason_json_value_member (object, "at");

  if (at == NULL)
    diapason_shape_complain (shape, object, "at",
                             "the instant of an element's last change is "
                             "missing here.");
  else
    plan->at = diapason_expression_compile (shape, at, &around);
  if (plan->at != NULL && diapason_expression_makes (plan->at) != DIAPASON_RESULT_INTEGER)
    diapason_shape_complain (shape, at, NULL, "a {\"date\": …} is expected here.");
  read_time_format (shape, object, plan);
  plan->overlap_ms =
      1000 * diapason_shape_integer (shape, object, "overlap_seconds", 0, 0, 7 * 24 * 3600);
  plan->first = diapason_shape_text (shape, object, "first", FALSE);
  plan->sweep_ms = G_GINT64_CONSTANT (3600000) *
                   diapason_shape_integer (shape, object, "sweep_hours", 0, 0, 24 * 365);
}

static void
read_cursor (DiapasonShape *shape, DiapasonJsonValue *json, DiapasonStreamPlan *plan)
{
  DiapasonIncrementalPlan *incremental = &plan->incremental;

  incremental->expired = (guint) diapason_shape_integer (shape, json, "expired", 410, 400, 499);
  incremental->sweeps = diapason_shape_flag (shape, json, "sweep", TRUE);
  incremental->link = diapason_shape_text (shape, json, "link", FALSE);
  if (incremental->link == NULL && plan->paging.kind != DIAPASON_PAGING_CURSOR)
    diapason_shape_complain (shape, json, NULL,
                             "this needs “paging” by cursor, or by next_url with a “link”.");
  if (incremental->link != NULL && plan->paging.kind != DIAPASON_PAGING_NEXT_URL)
    diapason_shape_complain (shape, json, "link", "this needs “paging” by next_url.");
}

void
diapason_read_incremental (DiapasonShape *shape, DiapasonJsonValue *json, DiapasonStreamPlan *plan)
{
  static const char *const kinds[] = { "none", "time", "cursor", "listing", NULL };
  DiapasonIncrementalPlan *incremental = &plan->incremental;

  if (json == NULL)
    return;
  if (plan->parent != NULL)
    diapason_shape_complain (shape, json, NULL,
                             "a stream with “for_each” begins anew for each parent.");
  incremental->kind = MAX (diapason_shape_word (shape, json, "kind", kinds, -1), 0);
  if (!diapason_shape_object (shape, json, incremental_members[incremental->kind]))
    return;
  if (incremental->kind == DIAPASON_INCREMENTAL_TIME)
    read_time (shape, json, incremental);
  if (incremental->kind == DIAPASON_INCREMENTAL_CURSOR)
    read_cursor (shape, json, plan);
  if (plan->paging.by_time && incremental->kind != DIAPASON_INCREMENTAL_TIME)
    diapason_shape_complain (shape, json, NULL, "“by_time” needs an instant to go on from.");
  if (plan->paging.by_time && incremental->sweep_ms > 0)
    diapason_shape_complain (shape, json, "sweep_hours",
                             "a list read “by_time” cannot tell what is gone.");
}

void
diapason_incremental_clear (DiapasonIncrementalPlan *plan)
{
  g_clear_pointer (&plan->at, diapason_expression_free);
  g_clear_pointer (&plan->pattern, g_free);
  g_clear_pointer (&plan->zone, g_time_zone_unref);
  g_clear_pointer (&plan->first, g_free);
  g_clear_pointer (&plan->link, g_free);
}
