/* fuzz-pages.c: see fuzz-pages.h. */
#include "fuzz-pages.h"

#include "page-scan.h"
#include "question.h"

#define NOW G_GINT64_CONSTANT (1772445000000) /* 2026-03-02T09:50:00Z */

void
fuzz_pages_collect (GPtrArray *out, GPtrArray *plans)
{
  for (guint i = 0; i < plans->len; i++)
    {
      DiapasonStreamPlan *plan = g_ptr_array_index (plans, i);
      g_ptr_array_add (out, plan);
      fuzz_pages_collect (out, plan->children);
    }
}

static void
check_value (const DiapasonColumn *column, const DiapasonValue *value)
{
  if (value->type == DIAPASON_VALUE_NULL || value->type == DIAPASON_VALUE_INTEGER)
    return;
  g_assert_nonnull (value->text);
  g_assert_true (g_utf8_validate (value->text, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (value->text, -1), <=, DIAPASON_MAPPING_MAX_TEXT);
  g_assert_true (column->words == NULL || g_strv_contains (column->words, value->text));
}

static void
check_row (const DiapasonRow *row)
{
  g_assert_cmpuint (strlen (row->remote_id), >, 0);
  g_assert_cmpuint (strlen (row->remote_id), <=, DIAPASON_MAPPING_MAX_ID);
  for (guint i = 0; i < row->info->n_columns; i++)
    check_value (&row->info->columns[i], &row->values[i]);
}

static void
map_element (DiapasonPage *page, DiapasonJsonValue *element, const DiapasonFrame *up)
{
  DiapasonFrame frame = { element, up, page->tables };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = diapason_mapping_apply (page->stream->mapping, &frame, &error);

  g_assert_true ((rows == NULL) == (error != NULL));
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    check_row (g_ptr_array_index (rows, i));
}

/* The whole answer stands for what encloses its elements, as often as a stream may ask for it. */
static void
map_elements (DiapasonPage *page)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (page->body, &length);
  g_autoptr (DiapasonJsonValue) whole = diapason_json_value_parse (bytes, length, NULL);
  DiapasonFrame outer = { whole, NULL, page->tables };
  DiapasonFrame inner = { whole, &outer, page->tables };
  g_autoptr (DiapasonJsonParser) parser = diapason_json_parser_new ();

  for (guint i = 0; i < page->elements->len; i++)
    {
      const DiapasonJsonSlice *slice = &g_array_index (page->elements, DiapasonJsonSlice, i);
      g_autoptr (DiapasonJsonValue) element = diapason_json_parser_parse (parser, slice, NULL);
      if (element != NULL && page->stream->mapping != NULL)
        map_element (page, element, &inner);
    }
}

/* A position survives being kept, and the next question is one. */
static void
go_on (DiapasonPage *page)
{
  g_auto (DiapasonQuestion) question = { 0 };
  gboolean listed = FALSE;

  if (!diapason_position_advance (page->position, page->stream, &page->facts, page->tokens,
                                  &page->end, &listed, NULL))
    return;
  g_autofree char *kept = diapason_position_print (page->position);
  g_autoptr (DiapasonPosition) back = diapason_position_parse (kept);
  g_autofree char *again = diapason_position_print (back);
  g_assert_cmpstr (again, ==, kept);
  if (diapason_question_fill (&question, page->descriptor, page->stream, back, NULL, NOW, NULL))
    g_assert_true (g_str_has_prefix (question.uri, page->descriptor->base_url));
}

void
fuzz_pages_read (DiapasonDescriptor *descriptor,
                 const DiapasonStreamPlan *stream,
                 const FuzzPart *body)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (body->start, body->length);
  g_autoptr (DiapasonPage) page = diapason_page_new (descriptor, stream, bytes);
  g_autoptr (GError) error = NULL;

  page->server_now = NOW;
  page->tables = g_hash_table_new (g_str_hash, g_str_equal);
  diapason_position_begin_walk (page->position, stream, NOW);
  if (!diapason_page_scan (page, &error))
    {
      g_assert_nonnull (error);
      return;
    }
  map_elements (page);
  go_on (page);
}
