/* page.c: see page.h. */
#include "page.h"

#include <glib/gi18n-lib.h>

#include "database.h"
#include "page-scan.h"

#define LEAST_FOR_ALL_REFUSED 10 /* elements of a page that cannot all be wrong by chance */
#define FEWEST                16 /* elements in one transaction that others wait for */
#define SHORT                 (16 * 1024) /* bytes */

DiapasonParent *
diapason_parent_ref (DiapasonParent *parent)
{
  return g_atomic_rc_box_acquire (parent);
}

static void
parent_clear (gpointer data)
{
  DiapasonParent *parent = data;

  g_free (parent->json);
  g_hash_table_unref (parent->values);
  g_clear_pointer (&parent->up, diapason_parent_unref);
}

void
diapason_parent_unref (DiapasonParent *parent)
{
  g_atomic_rc_box_release_full (parent, parent_clear);
}

DiapasonPage *
diapason_page_new (DiapasonDescriptor *descriptor, const DiapasonStreamPlan *stream, GBytes *body)
{
  DiapasonPage *page = g_atomic_rc_box_new0 (DiapasonPage);

  page->descriptor = diapason_descriptor_ref (descriptor);
  page->stream = stream;
  page->server_now = DIAPASON_NEVER;
  page->body = g_bytes_ref (body);
  page->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  page->tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  page->position = diapason_position_new ();
  page->attempt = diapason_position_new ();
  page->parents = g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_parent_unref);
  return page;
}

void
diapason_page_join (DiapasonPage *page,
                    const DiapasonPosition *position,
                    GHashTable *ids,
                    GHashTable *tokens,
                    GHashTable *tables)
{
  diapason_position_free (page->position);
  diapason_position_free (page->attempt);
  page->position = diapason_position_copy (position);
  page->attempt = diapason_position_copy (position);
  g_hash_table_unref (page->ids);
  g_hash_table_unref (page->tokens);
  page->ids = g_hash_table_ref (ids);
  page->tokens = g_hash_table_ref (tokens);
  g_clear_pointer (&page->tables, g_hash_table_unref);
  page->tables = tables == NULL ? NULL : g_hash_table_ref (tables);
}

DiapasonPage *
diapason_page_ref (DiapasonPage *page)
{
  return g_atomic_rc_box_acquire (page);
}

static void
page_clear (gpointer data)
{
  DiapasonPage *page = data;

  diapason_descriptor_unref (page->descriptor);
  g_bytes_unref (page->body);
  g_free (page->link);
  g_free (page->etag);
  g_clear_pointer (&page->parent, diapason_parent_unref);
  g_clear_pointer (&page->tables, g_hash_table_unref);
  g_hash_table_unref (page->ids);
  g_hash_table_unref (page->tokens);
  diapason_position_free (page->position);
  diapason_position_free (page->attempt);
  g_ptr_array_unref (page->parents);
  g_clear_pointer (&page->elements, g_array_unref);
  diapason_page_facts_clear (&page->facts);
}

void
diapason_page_unref (DiapasonPage *page)
{
  g_atomic_rc_box_release_full (page, page_clear);
}

/* Slices ------------------------------------------------------------------------------------- */

static void
count_outcome (DiapasonPage *page, DiapasonEntity entity, DiapasonIngestOutcome outcome)
{
  DiapasonRowCounts *counts = &page->counts[entity];

  page->n_rows++;
  counts->added += outcome == DIAPASON_INGEST_NEW;
  counts->changed += outcome == DIAPASON_INGEST_CHANGED;
  counts->deleted += outcome == DIAPASON_INGEST_DELETED;
}

static gboolean
ingest_row (DiapasonPage *page,
            DiapasonDatabase *database,
            const DiapasonRow *row,
            DiapasonIngestOutcome *outcome,
            GError **error)
{
  /* What is told between two listings stands in the last, or it would be taken for absent from it.
   */
  gint64 listing = page->position->full ? page->listing + 1 : page->listing;

  if (!diapason_ingest_row (database, page->source, row, page->as_of, listing, outcome, error))
    return FALSE;
  count_outcome (page, row->info->entity, *outcome);
  return TRUE;
}

static gboolean
is_named (GPtrArray *rows, const DiapasonEntityInfo *info, const char *remote_id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const DiapasonRow *row = g_ptr_array_index (rows, i);
      if (row->info == info && !row->deleted && g_str_equal (row->remote_id, remote_id))
        return TRUE;
    }
  return FALSE;
}

/* Deletes what an element that names all of them does not name. What passed to another element in
 * the meantime may have been told of that one already, under a smaller revision than this one's: so
 * the revision of this one says nothing of it. */
static gboolean
drop_others (DiapasonPage *page,
             DiapasonDatabase *database,
             GPtrArray *rows,
             const DiapasonWhole *whole,
             gboolean *changed,
             GError **error)
{
  const DiapasonRow *own = g_ptr_array_index (rows, 0);
  g_autoptr (GPtrArray) here = diapason_ingest_referring (database, page->source, whole->info,
                                                          whole->column, own->remote_id, error);

  for (guint i = 0; here != NULL && i < here->len; i++)
    {
      const char *remote_id = g_ptr_array_index (here, i);
      DiapasonIngestOutcome outcome;
      if (is_named (rows, whole->info, remote_id))
        continue;
      if (!diapason_ingest_drop (database, page->source, whole->info, remote_id, &outcome, error))
        return FALSE;
      count_outcome (page, whole->info->entity, outcome);
      *changed = TRUE;
    }
  return here != NULL;
}

static const DiapasonWhole *
find_whole (GArray *wholes, const DiapasonEntityInfo *info)
{
  for (guint i = 0; i < wholes->len; i++)
    if (g_array_index (wholes, DiapasonWhole, i).info == info)
      return &g_array_index (wholes, DiapasonWhole, i);
  return NULL;
}

/* An element that is older than what is here names rows that a newer one no longer did, and those
 * that nobody had heard of then left no tombstone: of what is told whole it says nothing. */
static gboolean
ingest_rows (DiapasonPage *page,
             DiapasonDatabase *database,
             GPtrArray *rows,
             gboolean *changed,
             GError **error)
{
  GArray *wholes = diapason_mapping_get_wholes (page->stream->mapping);
  DiapasonIngestOutcome own = DIAPASON_INGEST_SAME;

  for (guint i = 0; i < rows->len; i++)
    {
      const DiapasonRow *row = g_ptr_array_index (rows, i);
      DiapasonIngestOutcome outcome;
      if (own == DIAPASON_INGEST_OLDER && find_whole (wholes, row->info) != NULL)
        continue;
      if (!ingest_row (page, database, row, &outcome, error))
        return FALSE;
      *changed |= outcome != DIAPASON_INGEST_SAME && outcome != DIAPASON_INGEST_OLDER;
      if (i == 0)
        own = outcome;
    }
  for (guint i = 0; i < wholes->len && own != DIAPASON_INGEST_OLDER; i++)
    if (!drop_others (page, database, rows, &g_array_index (wholes, DiapasonWhole, i), changed,
                      error))
      return FALSE;
  return TRUE;
}

static char *
evaluate_text (DiapasonExpression *expression, const DiapasonFrame *frame)
{
  g_auto (DiapasonResult) result = { 0 };

  if (!diapason_expression_evaluate (expression, frame, &result, NULL))
    return NULL;
  if (result.kind == DIAPASON_RESULT_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, result.integer);
  return g_steal_pointer (&result.text);
}

static void
add_parent (DiapasonPage *page, const DiapasonJsonSlice *slice, const DiapasonFrame *frame)
{
  DiapasonParent *parent = g_atomic_rc_box_new0 (DiapasonParent);

  parent->json = g_strndup (slice->start, slice->length);
  parent->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  parent->up = page->parent == NULL ? NULL : diapason_parent_ref (page->parent);
  for (guint i = 0; i < page->stream->exports->len; i++)
    {
      DiapasonExport *export = g_ptr_array_index (page->stream->exports, i);
      char *text = evaluate_text (export->expression, frame);
      if (text != NULL)
        g_hash_table_insert (parent->values, g_strdup (export->name), text);
    }
  g_ptr_array_add (page->parents, parent);
}

static void
keep_element (DiapasonPage *page, const DiapasonJsonSlice *slice, DiapasonJsonValue *value)
{
  g_autoptr (DiapasonJsonValue) key = diapason_json_value_at (value, page->stream->keep);
  char *text = key == NULL ? NULL : diapason_json_value_to_string (key);
  GHashTable *table = g_hash_table_lookup (page->tables, page->stream->name);

  if (table == NULL)
    {
      table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (page->tables, g_strdup (page->stream->name), table);
    }
  if (text != NULL)
    g_hash_table_insert (table, text, g_strndup (slice->start, slice->length));
}

/* The instant of an element, or DIAPASON_NEVER. */
static gint64
instant_of (DiapasonPage *page, const DiapasonFrame *frame)
{
  g_auto (DiapasonResult) at = { 0 };

  if (page->stream->incremental.at == NULL ||
      !diapason_expression_evaluate (page->stream->incremental.at, frame, &at, NULL) ||
      at.kind != DIAPASON_RESULT_INTEGER)
    return DIAPASON_NEVER;
  return at.integer;
}

static gboolean
is_repeated (DiapasonPage *page, GPtrArray *rows)
{
  if (!page->stream->unique || rows->len == 0)
    return FALSE;
  const DiapasonRow *row = g_ptr_array_index (rows, 0);
  return !g_hash_table_add (page->ids, g_strdup (row->remote_id));
}

/* Children are asked for when there is something new, and when the element is so young that
 * something may have been added to it in the same instant. */
static gboolean
wants_children (DiapasonPage *page, GPtrArray *rows, gboolean changed, gint64 at)
{
  if (page->stream->children->len == 0)
    return FALSE;
  if (page->stream->mapping == NULL)
    return TRUE;
  if (rows->len == 0 || ((DiapasonRow *) g_ptr_array_index (rows, 0))->deleted)
    return FALSE;
  return changed || at == DIAPASON_NEVER || at >= page->floor;
}

static void
refuse (DiapasonPage *page, const GError *why)
{
  page->refused++;
  g_info ("%s: an element of “%s” is left out: %s", page->descriptor->name, page->stream->name,
          why->message);
}

static gboolean
apply_value (DiapasonPage *page,
             DiapasonDatabase *database,
             const DiapasonJsonSlice *slice,
             const DiapasonFrame *frame,
             GError **error)
{
  g_autoptr (GError) why = NULL;
  gint64 at = instant_of (page, frame);
  gboolean changed = FALSE;
  g_autoptr (GPtrArray) rows = page->stream->mapping == NULL
                                   ? g_ptr_array_new ()
                                   : diapason_mapping_apply (page->stream->mapping, frame, &why);

  page->facts.latest = MAX (page->facts.latest, at);
  if (page->stream->keep != NULL)
    keep_element (page, slice, frame->value);
  if (rows == NULL)
    {
      refuse (page, why);
      return TRUE;
    }
  if (is_repeated (page, rows))
    return TRUE;
  if (rows->len > 0 && !ingest_rows (page, database, rows, &changed, error))
    return FALSE;
  if (wants_children (page, rows, changed, at))
    add_parent (page, slice, frame);
  return TRUE;
}

/* What encloses the page's elements, outermost last. */
typedef struct
{
  DiapasonFrame frames[DIAPASON_JSON_MAX_DEPTH];
  DiapasonJsonValue *values[DIAPASON_JSON_MAX_DEPTH];
  guint n;
} Enclosing;

static void
enclosing_clear (Enclosing *enclosing)
{
  for (guint i = 0; i < enclosing->n; i++)
    diapason_json_value_unref (enclosing->values[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Enclosing, enclosing_clear)

static void
open_parents (DiapasonPage *page, Enclosing *enclosing)
{
  for (DiapasonParent *parent = page->parent; parent != NULL; parent = parent->up)
    {
      guint i = enclosing->n;
      DiapasonJsonValue *value =
          diapason_json_value_parse (parent->json, strlen (parent->json), NULL);
      if (value == NULL || i >= G_N_ELEMENTS (enclosing->values))
        break;
      enclosing->values[i] = value;
      enclosing->frames[i] = (DiapasonFrame){ value, NULL, page->tables };
      if (i > 0)
        enclosing->frames[i - 1].up = &enclosing->frames[i];
      enclosing->n++;
    }
}

/* Whether what was applied so far is to be kept, so that somebody's act or a call that comes in is
 * written before the rest. */
static gboolean
gives_way (DiapasonPage *page, DiapasonDatabase *database, guint begin)
{
  return page->next > begin && (page->next - begin) % FEWEST == 0 &&
         diapason_database_is_awaited (database, DIAPASON_PRIORITY_SYNC);
}

static gboolean
apply_slice (DiapasonPage *page, DiapasonDatabase *database, GError **error)
{
  g_auto (Enclosing) enclosing = { .n = 0 };
  g_autoptr (DiapasonJsonParser) parser = diapason_json_parser_new ();
  guint begin = page->next;
  guint end = MIN (begin + DIAPASON_PAGE_SLICE, page->elements->len);

  open_parents (page, &enclosing);
  for (; page->next < end && !gives_way (page, database, begin); page->next++)
    {
      const DiapasonJsonSlice *slice =
          &g_array_index (page->elements, DiapasonJsonSlice, page->next);
      g_autoptr (GError) why = NULL;
      g_autoptr (DiapasonJsonValue) value = diapason_json_parser_parse (parser, slice, &why);
      if (value == NULL)
        {
          refuse (page, why);
          continue;
        }
      DiapasonFrame frame = { value, enclosing.n > 0 ? enclosing.frames : NULL, page->tables };
      if (!apply_value (page, database, slice, &frame, error))
        return FALSE;
    }
  return TRUE;
}

/* Position ----------------------------------------------------------------------------------- */

static gboolean
keep_position (DiapasonPage *page,
               DiapasonDatabase *database,
               const DiapasonPosition *position,
               const char *etag,
               gint64 listing,
               GError **error)
{
  const char *name = page->stream->name;
  g_autofree char *cursor = diapason_position_print (position);
  g_autoptr (DiapasonStream) stream = diapason_ingest_stream (database, page->source, name, error);

  if (stream == NULL)
    return FALSE;
  if (g_strcmp0 (cursor, stream->cursor) == 0 && stream->listing == listing &&
      g_strcmp0 (etag, stream->etag) == 0)
    return TRUE;
  g_free (stream->cursor);
  stream->cursor = g_steal_pointer (&cursor);
  g_free (stream->etag);
  stream->etag = g_strdup (etag);
  stream->listing = listing;
  stream->read_at = page->as_of;
  return diapason_ingest_set_stream (database, page->source, name, stream, error);
}

static gboolean
move_position (DiapasonPage *page, GError **error)
{
  gboolean listed = FALSE;

  if (page->elements->len >= LEAST_FOR_ALL_REFUSED && page->refused == page->elements->len)
    return diapason_page_fail (error,
                               _("not one of its %u rows can be read as its description says"),
                               page->refused);
  if (!diapason_position_advance (page->position, page->stream, &page->facts, page->tokens,
                                  &page->end, &listed, error))
    return FALSE;
  page->is_barren = !page->end && !diapason_page_holds_new (page);
  page->listing += listed;
  page->sweep = listed && page->end && page->listing >= 2;
  /* It is of what was asked for, and good only where that is asked for again. */
  if (!page->end || g_strcmp0 (page->position->token, page->attempt->token) != 0)
    g_clear_pointer (&page->etag, g_free);
  return TRUE;
}

static gboolean
keep_progress (DiapasonPage *page, DiapasonDatabase *database, gint64 listing, GError **error)
{
  if (page->stream->parent != NULL)
    return TRUE;
  if (page->parents->len == 0)
    return keep_position (page, database, page->position, page->etag, page->listing, error);

  page->attempt->failures++;
  return keep_position (page, database, page->attempt, NULL, listing, error);
}

DiapasonPriority
diapason_page_get_priority (DiapasonPage *page)
{
  return g_bytes_get_size (page->body) <= SHORT ? DIAPASON_PRIORITY_NEWS : DIAPASON_PRIORITY_SYNC;
}

gboolean
diapason_page_apply_in_writer (DiapasonDatabase *database,
                               gpointer data,
                               gboolean *more,
                               GError **error)
{
  DiapasonPage *page = data;
  gint64 listing = page->listing;

  if (page->elements == NULL && !diapason_page_scan (page, error))
    return FALSE;
  if (!apply_slice (page, database, error))
    return FALSE;
  *more = page->next < page->elements->len;
  return *more || (move_position (page, error) && keep_progress (page, database, listing, error));
}

gboolean
diapason_page_keep_in_writer (DiapasonDatabase *database,
                              gpointer data,
                              gboolean *more,
                              GError **error)
{
  DiapasonPage *page = data;

  return keep_position (page, database, page->position, page->etag, page->listing, error);
}

gboolean
diapason_page_sweep_in_writer (DiapasonDatabase *database,
                               gpointer data,
                               gboolean *more,
                               GError **error)
{
  DiapasonPage *page = data;

  for (DiapasonEntity entity = DIAPASON_ENTITY_UNIT; entity < DIAPASON_N_ENTITIES; entity++)
    {
      guint deleted = 0;
      if (!diapason_mapping_makes (page->stream->mapping, entity))
        continue;
      if (!diapason_ingest_sweep (database, page->source, entity, page->listing,
                                  DIAPASON_PAGE_SLICE, &deleted, error))
        return FALSE;
      page->counts[entity].deleted += deleted;
      *more |= deleted == DIAPASON_PAGE_SLICE;
    }
  return TRUE;
}
