/* paging.c: see paging.h. */
#include "paging.h"

#include <glib/gi18n-lib.h>

DiapasonPosition *
diapason_position_new (void)
{
  DiapasonPosition *position = g_new0 (DiapasonPosition, 1);

  position->since = position->from = position->latest = position->began = DIAPASON_NEVER;
  position->total = -1;
  return position;
}

DiapasonPosition *
diapason_position_copy (const DiapasonPosition *position)
{
  DiapasonPosition *copy = g_memdup2 (position, sizeof *position);

  copy->token = g_strdup (position->token);
  return copy;
}

void
diapason_position_free (DiapasonPosition *position)
{
  g_free (position->token);
  g_free (position);
}

/* Keeping ------------------------------------------------------------------------------------ */

/* The members that are numbers, with the value that is not written. */
static const struct
{
  const char *name;
  gsize offset;
  gint64 usual;
} numbers[] = {
  { "since", G_STRUCT_OFFSET (DiapasonPosition, since), DIAPASON_NEVER },
  { "from", G_STRUCT_OFFSET (DiapasonPosition, from), DIAPASON_NEVER },
  { "latest", G_STRUCT_OFFSET (DiapasonPosition, latest), DIAPASON_NEVER },
  { "began", G_STRUCT_OFFSET (DiapasonPosition, began), DIAPASON_NEVER },
  { "page", G_STRUCT_OFFSET (DiapasonPosition, page), 0 },
  { "seen", G_STRUCT_OFFSET (DiapasonPosition, seen), 0 },
  { "total", G_STRUCT_OFFSET (DiapasonPosition, total), -1 },
  { "listed_at", G_STRUCT_OFFSET (DiapasonPosition, listed_at), 0 },
  { "failures", G_STRUCT_OFFSET (DiapasonPosition, failures), 0 },
};

static const struct
{
  const char *name;
  gsize offset;
} flags[] = {
  { "walking", G_STRUCT_OFFSET (DiapasonPosition, walking) },
  { "full", G_STRUCT_OFFSET (DiapasonPosition, full) },
  { "again", G_STRUCT_OFFSET (DiapasonPosition, again) },
  { "shifted", G_STRUCT_OFFSET (DiapasonPosition, shifted) },
};

char *
diapason_position_print (const DiapasonPosition *position)
{
  g_autoptr (DiapasonJsonWriter) writer = diapason_json_writer_new (FALSE);

  diapason_json_writer_begin_object (writer, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (G_STRUCT_MEMBER (gint64, position, numbers[i].offset) != numbers[i].usual)
      diapason_json_writer_integer (writer, numbers[i].name,
                                    G_STRUCT_MEMBER (gint64, position, numbers[i].offset));
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (G_STRUCT_MEMBER (gboolean, position, flags[i].offset))
      diapason_json_writer_boolean (writer, flags[i].name, TRUE);
  if (position->token != NULL)
    diapason_json_writer_string (writer, "token", position->token);
  diapason_json_writer_end_object (writer);
  return diapason_json_writer_finish (writer);
}

static gboolean
read_position (DiapasonJsonValue *json, DiapasonPosition *position)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!diapason_json_opt_integer (json, numbers[i].name, numbers[i].usual,
                                    &G_STRUCT_MEMBER (gint64, position, numbers[i].offset), NULL))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (!diapason_json_opt_boolean (json, flags[i].name, FALSE,
                                    &G_STRUCT_MEMBER (gboolean, position, flags[i].offset), NULL))
      return FALSE;
  return diapason_json_opt_string (json, "token", NULL, &position->token, NULL);
}

DiapasonPosition *
diapason_position_parse (const char *text)
{
  g_autoptr (DiapasonPosition) position = diapason_position_new ();
  g_autoptr (DiapasonJsonValue) json =
      text == NULL ? NULL : diapason_json_value_parse (text, strlen (text), NULL);

  if (json == NULL || !read_position (json, position))
    return diapason_position_new ();
  return g_steal_pointer (&position);
}

/* Walking ------------------------------------------------------------------------------------ */

static void
start_over (DiapasonPosition *position)
{
  position->latest = position->began = DIAPASON_NEVER;
  position->page = 0;
  position->seen = 0;
  position->total = -1;
  position->shifted = FALSE;
  position->failures = 0;
}

static gboolean
is_listing_due (const DiapasonPosition *position, const DiapasonIncrementalPlan *plan, gint64 now)
{
  if (plan->kind == DIAPASON_INCREMENTAL_LISTING)
    return TRUE;
  return plan->sweep_ms > 0 && (position->since == DIAPASON_NEVER || position->listed_at > now ||
                                now - position->listed_at >= plan->sweep_ms);
}

void
diapason_position_begin_walk (DiapasonPosition *position,
                              const DiapasonStreamPlan *plan,
                              gint64 now)
{
  if (position->walking)
    return;
  start_over (position);
  position->walking = TRUE;
  if (is_listing_due (position, &plan->incremental, now))
    {
      position->full = TRUE;
      position->listed_at = now;
    }
  position->from = position->full || position->since == DIAPASON_NEVER
                       ? DIAPASON_NEVER
                       : position->since - plan->incremental.overlap_ms;
  if (plan->incremental.kind != DIAPASON_INCREMENTAL_CURSOR)
    g_clear_pointer (&position->token, g_free);
}

void
diapason_position_expire (DiapasonPosition *position, const DiapasonStreamPlan *plan)
{
  start_over (position);
  g_clear_pointer (&position->token, g_free);
  position->walking = TRUE;
  position->full = plan->incremental.sweeps;
  position->again = plan->incremental.sweeps;
}

void
diapason_position_abandon_walk (DiapasonPosition *position)
{
  start_over (position);
  position->walking = position->full = position->again = FALSE;
  g_clear_pointer (&position->token, g_free);
}

void
diapason_page_facts_clear (DiapasonPageFacts *facts)
{
  g_clear_pointer (&facts->next, g_free);
  g_clear_pointer (&facts->later, g_free);
}

static gboolean
is_last_numbered (const DiapasonPosition *position,
                  const DiapasonPagingPlan *plan,
                  const DiapasonPageFacts *facts)
{
  if (facts->pages >= 0)
    return position->page + 1 >= facts->pages;
  return facts->n_elements == 0 || (!plan->until_empty && facts->n_elements < plan->size);
}

static gboolean
is_last_by_offset (const DiapasonPosition *position,
                   const DiapasonPagingPlan *plan,
                   const DiapasonPageFacts *facts)
{
  if (facts->n_elements == 0)
    return TRUE;
  return facts->total >= 0 ? position->page + facts->n_elements >= facts->total
                           : facts->n_elements < plan->size;
}

static gboolean
has_next (const DiapasonPosition *position,
          const DiapasonPagingPlan *plan,
          const DiapasonPageFacts *facts)
{
  if (facts->more >= 0)
    return facts->more > 0;
  if (facts->next == NULL || *facts->next == '\0')
    return FALSE;
  /* Without a flag a cursor that stays where it is says that this was all. */
  return plan->kind == DIAPASON_PAGING_NEXT_URL ||
         (facts->n_elements > 0 && g_strcmp0 (facts->next, position->token) != 0);
}

static gboolean
circle (GError **error)
{
  g_set_error_literal (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_PAGE,
                       _("its pages lead round in a circle"));
  return FALSE;
}

static gboolean
follow_token (DiapasonPosition *position,
              const DiapasonPageFacts *facts,
              gboolean goes_on,
              GHashTable *tokens,
              GError **error)
{
  if (goes_on && (facts->next == NULL || *facts->next == '\0' ||
                  !g_hash_table_add (tokens, g_strdup (facts->next))))
    return circle (error);
  if (facts->next != NULL && *facts->next != '\0')
    {
      g_free (position->token);
      position->token = g_strdup (facts->next);
    }
  return TRUE;
}

/* To the next page's number, @step further, or by time: a row that changes meanwhile moves to the
 * end and everything behind its place moves up, so that the next number would miss one. */
static void
follow_number (DiapasonPosition *position, const DiapasonPagingPlan *plan, gint64 step)
{
  if (plan->by_time && position->latest > position->from)
    {
      position->from = position->latest;
      position->page = 0;
    }
  else
    position->page += step;
}

/* To where the next round begins. A page without any link was cut on its way, or is not the last.
 */
static gboolean
follow_later (DiapasonPosition *position, const DiapasonPageFacts *facts, GError **error)
{
  if (facts->later == NULL || *facts->later == '\0')
    {
      g_set_error_literal (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_PAGE,
                           _("it does not say where the rest is"));
      return FALSE;
    }
  g_free (position->token);
  position->token = g_strdup (facts->later);
  return TRUE;
}

static gboolean
follow (DiapasonPosition *position,
        const DiapasonPagingPlan *plan,
        const DiapasonPageFacts *facts,
        GHashTable *tokens,
        gboolean *end,
        GError **error)
{
  switch (plan->kind)
    {
    case DIAPASON_PAGING_PAGE:
      *end = is_last_numbered (position, plan, facts);
      if (!*end)
        follow_number (position, plan, 1);
      return TRUE;
    case DIAPASON_PAGING_OFFSET:
      *end = is_last_by_offset (position, plan, facts);
      if (!*end)
        follow_number (position, plan, facts->n_elements);
      return TRUE;
    case DIAPASON_PAGING_NEXT_URL:
    case DIAPASON_PAGING_CURSOR:
      *end = !has_next (position, plan, facts);
      return follow_token (position, facts, !*end, tokens, error);
    case DIAPASON_PAGING_AFTER:
      *end = facts->n_elements == 0 || facts->total == facts->n_elements;
      return follow_token (position, facts, !*end, tokens, error);
    case DIAPASON_PAGING_NONE:
    default:
      *end = TRUE;
      return TRUE;
    }
}

static void
note_facts (DiapasonPosition *position,
            const DiapasonStreamPlan *plan,
            const DiapasonPageFacts *facts)
{
  position->seen += facts->n_elements;
  position->latest = MAX (position->latest, facts->latest);
  if (position->began == DIAPASON_NEVER)
    position->began = facts->now;
  if (plan->paging.by_time)
    position->since = MAX (position->since, position->latest);
  /* Of what comes after an id the number told is that of the rest, and nothing moves up. */
  if (plan->paging.kind == DIAPASON_PAGING_AFTER)
    return;
  if (position->total >= 0 && facts->total >= 0 && position->total != facts->total)
    position->shifted = TRUE;
  if (position->total < 0)
    position->total = facts->total;
}

/* In another order than that of change, what changed behind the walk's back was seen as it was, or
 * not at all: only up to its beginning is everything here. */
static void
note_since (DiapasonPosition *position, const DiapasonStreamPlan *plan)
{
  gint64 until = position->latest;

  if (!plan->paging.by_time && position->began != DIAPASON_NEVER)
    until = MIN (until, position->began);
  position->since = MAX (position->since, until);
}

static void
end_walk (DiapasonPosition *position,
          const DiapasonStreamPlan *plan,
          GHashTable *tokens,
          gboolean *end,
          gboolean *listed)
{
  *listed = position->full && !position->shifted &&
            (position->total < 0 || position->seen == position->total);
  note_since (position, plan);
  start_over (position);
  if (position->again)
    {
      position->again = FALSE;
      g_hash_table_remove_all (tokens);
      g_clear_pointer (&position->token, g_free);
      *end = FALSE;
      return;
    }
  position->walking = position->full = FALSE;
  position->from = DIAPASON_NEVER;
  if (plan->incremental.kind != DIAPASON_INCREMENTAL_CURSOR)
    g_clear_pointer (&position->token, g_free);
}

gboolean
diapason_position_advance (DiapasonPosition *position,
                           const DiapasonStreamPlan *plan,
                           const DiapasonPageFacts *facts,
                           GHashTable *tokens,
                           gboolean *end,
                           gboolean *listed,
                           GError **error)
{
  *listed = FALSE;
  note_facts (position, plan, facts);
  position->failures = 0;
  if (!follow (position, &plan->paging, facts, tokens, end, error))
    return FALSE;
  if (*end && plan->incremental.link != NULL && !follow_later (position, facts, error))
    return FALSE;
  if (*end)
    end_walk (position, plan, tokens, end, listed);
  return TRUE;
}

/* Links -------------------------------------------------------------------------------------- */

char *
diapason_paging_rebase (const char *link, const char *base_url, const char *path)
{
  g_autofree char *asked = g_strconcat (base_url, path, NULL);
  g_autoptr (GUri) asked_uri = g_uri_parse (asked, G_URI_FLAGS_ENCODED, NULL);
  g_autoptr (GUri) uri =
      asked_uri == NULL ? NULL : g_uri_parse_relative (asked_uri, link, G_URI_FLAGS_ENCODED, NULL);

  if (uri == NULL || !g_str_has_suffix (g_uri_get_path (uri), path))
    return NULL;
  const char *query = g_uri_get_query (uri);
  return g_strconcat (asked, query == NULL ? "" : "?", query, NULL);
}

char *
diapason_paging_link (const char *header, const char *relation)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *word = g_regex_escape_string (relation, -1);
  g_autofree char *text = g_strdup_printf ("<([^>]*)>(?:\\s*;\\s*(?!rel\\b)[^;,]*)*\\s*;\\s*"
                                           "rel\\s*=\\s*(?:\"(?:[^\"]*\\s)?%s(?:\\s[^\"]*)?"
                                           "\"|%s(?![^\\s;,]))",
                                           word, word);
  g_autoptr (GRegex) pattern = g_regex_new (text, G_REGEX_CASELESS, 0, NULL);

  if (header == NULL || !g_regex_match (pattern, header, 0, &match))
    return NULL;
  return g_match_info_fetch (match, 1);
}
