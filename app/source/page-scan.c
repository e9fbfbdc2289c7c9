/* page-scan.c: what an answer says of itself, before any of its rows is applied. */
#include "page-scan.h"

#include <glib/gi18n-lib.h>

#include "errors.h"

gboolean
diapason_page_fail (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_PAGE, reason);
  return FALSE;
}

/* The scalar at @path of the answer. Returns: (transfer full) (nullable). */
static DiapasonJsonValue *
find_fact (DiapasonPage *page, const char *path)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (page->body, &length);
  DiapasonJsonSlice slice;

  if (path == NULL || !diapason_json_find (bytes, length, path, &slice) ||
      slice.length > DIAPASON_JSON_MAX_ELEMENT_SIZE)
    return NULL;
  return diapason_json_value_parse (slice.start, slice.length, NULL);
}

static gint64
find_number (DiapasonPage *page, const char *path)
{
  g_autoptr (DiapasonJsonValue) value = find_fact (page, path);
  gint64 number = -1;

  return value != NULL && diapason_json_value_to_integer (value, &number) ? number : -1;
}

static gint64
find_flag (DiapasonPage *page, const char *path)
{
  g_autoptr (DiapasonJsonValue) value = find_fact (page, path);

  if (value == NULL || diapason_json_value_type (value) != DIAPASON_JSON_BOOLEAN)
    return -1;
  g_autofree char *word = diapason_json_value_to_string (value);
  return g_str_equal (word, "true");
}

static char *
find_text (DiapasonPage *page, const char *path)
{
  g_autoptr (DiapasonJsonValue) value = find_fact (page, path);

  return value == NULL ? NULL : diapason_json_value_to_string (value);
}

/* Whether all but the list of @items can be read. */
static gboolean
is_sound_around (const char *bytes, gsize length, const DiapasonJsonSlice *items)
{
  const char *behind = items->start + items->length;

  if (length - items->length > DIAPASON_JSON_MAX_ELEMENT_SIZE)
    return FALSE;
  g_autoptr (GString) around = g_string_new_len (bytes, items->start - bytes);
  g_string_append (around, "[]");
  g_string_append_len (around, behind, bytes + length - behind);
  return diapason_json_check (around->str, around->len, NULL);
}

/* Finds the elements of an answer that is whole. An element that cannot be read is no reason to
 * leave out the others: each is judged for itself. */
static gboolean
find_items (DiapasonPage *page, DiapasonJsonSlice *items, GError **error)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (page->body, &length);
  gboolean is_sound = diapason_json_check (bytes, length, NULL);
  gboolean is_whole =
      is_sound || (!page->stream->is_single && diapason_json_check_shape (bytes, length));
  gboolean is_there = is_whole && diapason_json_find (bytes, length, page->stream->items, items);

  if (!is_whole || (!is_sound && (!is_there || !is_sound_around (bytes, length, items))))
    return diapason_page_fail (error, _("it is cut, or is no data that can be read"));
  if (!is_there)
    return diapason_page_fail (error, _("its rows are missing: there is nothing at “%s”"),
                               page->stream->items);
  return TRUE;
}

static gboolean
cut_elements (DiapasonPage *page, GError **error)
{
  g_autoptr (GError) below = NULL;
  DiapasonJsonSlice items;

  if (!find_items (page, &items, error))
    return FALSE;
  if (page->stream->is_single)
    {
      page->elements = g_array_new (FALSE, FALSE, sizeof (DiapasonJsonSlice));
      g_array_append_val (page->elements, items);
      return TRUE;
    }
  page->elements = diapason_json_cut_array (&items, &below);
  if (g_error_matches (below, DIAPASON_CORE_ERROR, DIAPASON_CORE_ERROR_JSON_LIMIT))
    return diapason_page_fail (error, _("its rows are too many or too large to be taken at once"));
  if (page->elements == NULL)
    return diapason_page_fail (error, _("its rows are missing: there is no list at “%s”"),
                               page->stream->items);
  return TRUE;
}

/* Whether what the answer says about itself can be true. */
static gboolean
check_counts (DiapasonPage *page, GError **error)
{
  gint64 n = page->elements->len;
  gint64 count = find_number (page, page->stream->count);
  const DiapasonPageFacts *facts = &page->facts;

  if (count >= 0 && count != n)
    return diapason_page_fail (error,
                               _("it says that it holds another number of rows than it does"));
  if (facts->total >= 0 && facts->total < n)
    return diapason_page_fail (error, _("it holds more rows than it says there are"));
  if (facts->total >= 0 && facts->pages >= 0 && page->position->page + 1 < facts->pages &&
      n * facts->pages < facts->total)
    return diapason_page_fail (error, _("it holds fewer rows than its number of pages tells"));
  if (facts->total > n && facts->pages >= 0 && facts->pages <= 1 && page->position->page == 0)
    return diapason_page_fail (error, _("it holds fewer rows than it says there are"));
  return TRUE;
}

/* Eight bytes at a time: it goes over every byte of every page. */
static guint64
mark_of (const char *bytes, gsize length)
{
  guint64 mark = length ^ G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  for (gsize at = 0; at < length; at += sizeof mark)
    {
      guint64 word = 0;
      memcpy (&word, bytes + at, MIN (sizeof word, length - at));
      mark = (mark ^ word) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
      mark ^= mark >> 32;
    }
  return MAX (mark, 1);
}

gboolean
diapason_page_holds_new (DiapasonPage *page)
{
  if (page->elements->len == 0)
    return FALSE;
  const DiapasonJsonSlice *first = &g_array_index (page->elements, DiapasonJsonSlice, 0);
  const DiapasonJsonSlice *last =
      &g_array_index (page->elements, DiapasonJsonSlice, page->elements->len - 1);
  guint64 mark = mark_of (first->start, (gsize) (last->start + last->length - first->start));

  return g_hash_table_add (page->tokens,
                           g_strdup_printf ("elements %" G_GINT64_MODIFIER "x", mark));
}

/* By time a page may be the one before once more, when all of its rows changed in the same instant.
 */
static gboolean
check_progress (DiapasonPage *page, GError **error)
{
  gboolean may_be_same = page->stream->paging.by_time && page->position->page == 0;
  gsize length = 0;
  const char *bytes = g_bytes_get_data (page->body, &length);

  page->mark = mark_of (bytes, length);
  if (page->elements->len > 0 && !may_be_same && page->mark == page->previous)
    return diapason_page_fail (error, _("its pages lead round in a circle"));
  return TRUE;
}

/* Where the next page begins, as this one tells it. Returns: (transfer full) (nullable). */
static char *
find_next (DiapasonPage *page)
{
  const DiapasonPagingPlan *paging = &page->stream->paging;

  if (paging->next == NULL)
    return diapason_paging_link (page->link, "next");
  if (paging->kind != DIAPASON_PAGING_AFTER)
    return find_text (page, paging->next);
  if (page->elements->len == 0)
    return NULL;

  const DiapasonJsonSlice *last =
      &g_array_index (page->elements, DiapasonJsonSlice, page->elements->len - 1);
  g_autoptr (DiapasonJsonValue) element =
      diapason_json_value_parse (last->start, last->length, NULL);
  g_autoptr (DiapasonJsonValue) id =
      element == NULL ? NULL : diapason_json_value_at (element, paging->next);
  return id == NULL ? NULL : diapason_json_value_to_string (id);
}

gboolean
diapason_page_scan (DiapasonPage *page, GError **error)
{
  const DiapasonPagingPlan *paging = &page->stream->paging;
  const char *later = page->stream->incremental.link;

  if (!cut_elements (page, error))
    return FALSE;
  page->facts = (DiapasonPageFacts){
    .n_elements = page->elements->len,
    .now = page->server_now,
    .latest = DIAPASON_NEVER,
    .pages = find_number (page, paging->pages),
    .total = find_number (page, page->stream->total),
    .more = find_flag (page, paging->more),
    .next = find_next (page),
    .later = later == NULL ? NULL : diapason_paging_link (page->link, later),
  };
  return check_counts (page, error) && check_progress (page, error);
}
