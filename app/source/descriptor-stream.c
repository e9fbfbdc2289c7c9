/* descriptor-stream.c: the streams of a descriptor, and what has to agree between them. */
#include "descriptor-read.h"

static void
export_free (gpointer data)
{
  DiapasonExport *export = data;

  g_free (export->name);
  diapason_expression_free (export->expression);
  g_free (export);
}

static void
stream_plan_free (gpointer data)
{
  DiapasonStreamPlan *plan = data;

  g_free (plan->name);
  diapason_request_clear (&plan->request);
  g_free (plan->items);
  g_free (plan->count);
  g_free (plan->total);
  diapason_paging_plan_clear (&plan->paging);
  diapason_incremental_clear (&plan->incremental);
  g_free (plan->keep);
  g_clear_pointer (&plan->mapping, diapason_mapping_unref);
  g_ptr_array_unref (plan->children);
  g_ptr_array_unref (plan->exports);
  g_free (plan);
}

static DiapasonStreamPlan *
stream_plan_new (void)
{
  DiapasonStreamPlan *plan = g_new0 (DiapasonStreamPlan, 1);

  plan->children = g_ptr_array_new_with_free_func (stream_plan_free);
  plan->exports = g_ptr_array_new_with_free_func (export_free);
  return plan;
}

/* All streams read so far, by name; borrowed. */
typedef struct
{
  DiapasonShape *shape;
  GHashTable *by_name;
  GPtrArray *streams;          /* those without a parent */
  DiapasonJsonValue *defaults; /* (nullable) what streams without a parent have in common */
} Reading;

static void
read_name (Reading *self, DiapasonJsonValue *object, DiapasonStreamPlan *plan)
{
  plan->name = diapason_shape_text (self->shape, object, "name", TRUE);
  if (plan->name == NULL)
    return;
  if (!g_regex_match_simple ("^[a-z][a-z0-9-]*$", plan->name, 0, 0))
    diapason_shape_complain (self->shape, object, "name",
                             "a name is made of small letters, digits and hyphens.");
  if (!g_hash_table_insert (self->by_name, plan->name, plan))
    diapason_shape_complain (self->shape, object, "name", "there are two streams “%s”.",
                             plan->name);
}

/* Adds @plan to its parent or to the descriptor, which own it from then on. */
static void
read_parent (Reading *self, DiapasonJsonValue *object, DiapasonStreamPlan *plan)
{
  g_autofree char *parent = diapason_shape_text (self->shape, object, "for_each", FALSE);

  plan->parent = parent == NULL ? NULL : g_hash_table_lookup (self->by_name, parent);
  if (parent != NULL && plan->parent == NULL)
    diapason_shape_complain (self->shape, object, "for_each",
                             "there is no stream “%s” before this one.", parent);
  g_ptr_array_add (plan->parent == NULL ? self->streams : plan->parent->children, plan);
}

/* The member @name of a stream, or of what streams have in common. Returns: (transfer full)
 * (nullable). */
static DiapasonJsonValue *
find_member (Reading *self, DiapasonJsonValue *object, DiapasonStreamPlan *plan, const char *name)
{
  DiapasonJsonValue *own = diapason_json_value_member (object, name);

  return own != NULL || self->defaults == NULL || plan->parent != NULL
             ? own
             : diapason_json_value_member (self->defaults, name);
}

/* A path that may stand in the defaults. */
static char *
read_path (Reading *self, DiapasonJsonValue *object, DiapasonStreamPlan *plan, const char *name)
{
  g_autoptr (DiapasonJsonValue) own = diapason_json_value_member (object, name);
  gboolean is_usual = own == NULL && self->defaults != NULL && plan->parent == NULL;

  return diapason_shape_path (self->shape, is_usual ? self->defaults : object, name, FALSE);
}

/* An answer can be told to be the same where the same is asked for again. */
static void
read_etag (Reading *self, DiapasonJsonValue *object, DiapasonStreamPlan *plan)
{
  gboolean is_whole = plan->paging.kind == DIAPASON_PAGING_NONE &&
                      plan->incremental.kind == DIAPASON_INCREMENTAL_NONE;

  plan->etag = diapason_shape_flag (self->shape, object, "etag", FALSE);
  if (plan->etag && (plan->parent != NULL || !(is_whole || plan->incremental.link != NULL)))
    diapason_shape_complain (self->shape, object, "etag",
                             "only a stream that is read whole in one page, or goes on at the link "
                             "for the next round, can be compared so.");
}

/* Answers are lists, or with "item" one element. */
static void
read_items (Reading *self, DiapasonJsonValue *object, DiapasonStreamPlan *plan)
{
  g_autoptr (DiapasonJsonValue) item = diapason_json_value_member (object, "item");
  const char *name = item != NULL ? "item" : "items";
  g_autoptr (DiapasonJsonValue) at = find_member (self, object, plan, name);
  g_autofree char *path = at == NULL ? NULL : diapason_json_value_to_string (at);

  plan->is_single = item != NULL;
  if (path == NULL ||
      (*path != '\0' && !g_regex_match_simple ("^[\\w-]+(\\.[\\w-]+)*$", path, 0, 0)))
    diapason_shape_complain (self->shape, object, name,
                             "the path of the answer's elements is missing here: names joined by "
                             "dots, or an empty text for the whole answer.");
  plan->items = g_steal_pointer (&path);
  if (plan->is_single && plan->paging.kind != DIAPASON_PAGING_NONE)
    diapason_shape_complain (self->shape, object, "paging", "one element has no pages.");
  plan->count = read_path (self, object, plan, "count");
  plan->total = read_path (self, object, plan, "total");
}

/* The streams of the same parent that came before and keep their elements. Returns: (transfer
 * container). */
static GPtrArray *
tables_for (DiapasonStreamPlan *plan)
{
  GPtrArray *tables = g_ptr_array_new ();

  for (guint i = 0; plan->parent != NULL && i < plan->parent->children->len; i++)
    {
      DiapasonStreamPlan *sibling = g_ptr_array_index (plan->parent->children, i);
      if (sibling != plan && sibling->keep != NULL)
        g_ptr_array_add (tables, sibling->name);
    }
  g_ptr_array_add (tables, NULL);
  return tables;
}

static void
read_mapping (Reading *self, DiapasonJsonValue *object, DiapasonStreamPlan *plan)
{
  g_autofree char *entity = diapason_shape_text (self->shape, object, "entity", FALSE);
  g_autoptr (DiapasonJsonValue) map = diapason_json_value_member (object, "map");
  g_autoptr (GPtrArray) tables = tables_for (plan);
  DiapasonSurroundings around = { 0, (const char *const *) tables->pdata };

  if (entity == NULL && map != NULL)
    diapason_shape_complain (self->shape, object, "entity", "it is missing: what are the rows of?");
  if (entity == NULL)
    return;
  plan->info = diapason_entity_info_by_name (entity);
  if (plan->info == NULL)
    {
      diapason_shape_complain (self->shape, object, "entity", "there is no entity “%s”.", entity);
      return;
    }
  for (DiapasonStreamPlan *above = plan->parent; above != NULL; above = above->parent)
    around.n_enclosing++;
  plan->mapping = diapason_mapping_compile (self->shape, object, plan->info, &around);
}

static void
read_asking (Reading *self, DiapasonJsonValue *object, DiapasonStreamPlan *plan)
{
  g_autoptr (DiapasonJsonValue) query = find_member (self, object, plan, "query");
  g_autoptr (DiapasonJsonValue) paging = find_member (self, object, plan, "paging");
  g_autoptr (DiapasonJsonValue) incremental = find_member (self, object, plan, "incremental");

  diapason_read_request (self->shape, object, query, plan);
  diapason_read_paging (self->shape, paging, &plan->paging);
  diapason_read_incremental (self->shape, incremental, plan);
  if (self->shape->complaint == NULL)
    diapason_check_request (self->shape, object, plan);
}

static void
read_stream (Reading *self, DiapasonJsonValue *object)
{
  static const char *const members[] = { "name",     "entity", "request",     "items", "item",
                                         "count",    "total",  "paging",      "keep",  "unique",
                                         "for_each", "when",   "incremental", "map",   "also",
                                         "etag",     NULL };

  if (!diapason_shape_object (self->shape, object, members))
    return;
  DiapasonStreamPlan *plan = stream_plan_new ();
  read_parent (self, object, plan);
  read_name (self, object, plan);
  read_asking (self, object, plan);
  read_items (self, object, plan);
  plan->keep = diapason_shape_path (self->shape, object, "keep", FALSE);
  read_etag (self, object, plan);
  plan->unique = diapason_shape_flag (self->shape, object, "unique", FALSE);
  if (plan->keep != NULL && plan->parent == NULL)
    diapason_shape_complain (self->shape, object, "keep",
                             "elements are kept for other streams with the same “for_each”; this "
                             "one has none.");
  read_mapping (self, object, plan);
}

/* What agrees between streams ----------------------------------------------------------------- */

static gboolean
sweeps (DiapasonStreamPlan *plan)
{
  return plan->incremental.sweep_ms > 0 || plan->incremental.kind == DIAPASON_INCREMENTAL_LISTING ||
         plan->incremental.sweeps;
}

static gboolean
makes (DiapasonStreamPlan *plan, DiapasonEntity entity)
{
  if (plan->mapping != NULL && diapason_mapping_makes (plan->mapping, entity))
    return TRUE;
  for (guint i = 0; i < plan->children->len; i++)
    if (makes (g_ptr_array_index (plan->children, i), entity))
      return TRUE;
  return FALSE;
}

static void
check_pair (Reading *self,
            DiapasonJsonValue *list,
            DiapasonStreamPlan *plan,
            DiapasonStreamPlan *other)
{
  for (DiapasonEntity entity = DIAPASON_ENTITY_UNIT; entity < DIAPASON_N_ENTITIES; entity++)
    if (diapason_mapping_makes (plan->mapping, entity) && makes (other, entity))
      diapason_shape_complain (self->shape, list, NULL,
                               "“%s” finds out what is gone by its absence, so “%s” may not bring "
                               "rows of “%s” too.",
                               plan->name, other->name, diapason_entity_info (entity)->name);
}

/* What a stream deletes because its list no longer names it, no other stream may bring. */
static void
check_sweeps (Reading *self, DiapasonJsonValue *list)
{
  for (guint i = 0; i < self->streams->len; i++)
    for (guint j = 0; j < self->streams->len; j++)
      {
        DiapasonStreamPlan *plan = g_ptr_array_index (self->streams, i);
        if (i != j && sweeps (plan) && plan->mapping != NULL)
          check_pair (self, list, plan, g_ptr_array_index (self->streams, j));
        else if (i == j && sweeps (plan) && plan->mapping != NULL)
          for (guint k = 0; k < plan->children->len; k++)
            check_pair (self, list, plan, g_ptr_array_index (plan->children, k));
      }
}

GPtrArray *
diapason_read_streams (DiapasonShape *shape, DiapasonJsonValue *root)
{
  static const char *const common[] = { "query",  "items",       "count", "total",
                                        "paging", "incremental", NULL };
  g_autoptr (DiapasonJsonValue) list = diapason_shape_array (shape, root, "streams", TRUE);
  g_autoptr (DiapasonJsonValue) defaults = diapason_shape_member (shape, root, "defaults", FALSE);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) streams = g_ptr_array_new_with_free_func (stream_plan_free);
  Reading reading = { shape, by_name, streams, defaults };

  if (defaults != NULL)
    diapason_shape_object (shape, defaults, common);
  for (guint i = 0; list != NULL && i < diapason_json_value_length (list); i++)
    {
      g_autoptr (DiapasonJsonValue) object = diapason_json_value_element (list, i);
      read_stream (&reading, object);
    }
  if (list != NULL && streams->len == 0)
    diapason_shape_complain (shape, list, NULL, "at least one stream is needed.");
  if (shape->complaint == NULL)
    check_sweeps (&reading, list);
  return g_steal_pointer (&streams);
}
