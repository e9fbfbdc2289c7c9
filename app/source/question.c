/* question.c: see question.h. */
#include "question.h"

#include <glib/gi18n-lib.h>

#include "dates.h"

#define MOST_REPEATED_S (3 * 3600) /* when the clocks go back it is by less */

typedef enum
{
  ESCAPE_PATH,
  ESCAPE_QUERY,
  ESCAPE_JSON,
} Escape;

typedef struct
{
  const DiapasonStreamPlan *stream;
  const DiapasonPosition *position;
  DiapasonParent *parent; /* (nullable) */
  gint64 server_now;
  Escape escape;
} Filling;

void
diapason_question_clear (DiapasonQuestion *question)
{
  g_clear_pointer (&question->uri, g_free);
  g_clear_pointer (&question->body, g_free);
}

static char *
print_number (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* Where the clocks go back a local time is there twice, and the server may take it for the later
 * one. Rather too much than too little. */
static gint64
before_repeated_hour (gint64 since, GTimeZone *zone)
{
  gint64 at = since / 1000;
  int now = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at);
  int soon = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at + MOST_REPEATED_S);
  int back = g_time_zone_get_offset (zone, now) - g_time_zone_get_offset (zone, soon);

  return since - MAX (back, 0) * G_GINT64_CONSTANT (1000);
}

static char *
print_since (const DiapasonIncrementalPlan *plan, gint64 since)
{
  if (since == DIAPASON_NEVER)
    return g_strdup (plan->first);
  switch (plan->format)
    {
    case DIAPASON_TIME_UNIX_S:
      return print_number (since / 1000);
    case DIAPASON_TIME_UNIX_MS:
      return print_number (since);
    case DIAPASON_TIME_STRFTIME:
      if (plan->zone != NULL)
        since = before_repeated_hour (since, plan->zone);
      return diapason_date_format_as (since, plan->pattern, plan->zone);
    case DIAPASON_TIME_RFC3339:
    default:
      return diapason_date_format (since);
    }
}

/* Rounded up, and one more: rather too much than too little. */
static char *
print_age (gint64 since, gint64 server_now)
{
  if (since == DIAPASON_NEVER || server_now == DIAPASON_NEVER)
    return NULL;
  return print_number (MAX (server_now - since, 0) / 1000 + 2);
}

static char *
find_variable (const Filling *filling, const char *name)
{
  const DiapasonPosition *position = filling->position;
  const DiapasonPagingPlan *paging = &filling->stream->paging;

  if (g_str_has_prefix (name, "^."))
    return filling->parent == NULL ? NULL
                                   : g_strdup (g_hash_table_lookup (filling->parent->values, name));
  if (g_str_equal (name, DIAPASON_VARIABLE_SINCE))
    return print_since (&filling->stream->incremental, position->from);
  if (g_str_equal (name, DIAPASON_VARIABLE_AGE))
    return print_age (position->from, filling->server_now);
  if (g_str_equal (name, DIAPASON_VARIABLE_PAGE))
    return print_number (paging->first + position->page);
  if (g_str_equal (name, DIAPASON_VARIABLE_OFFSET))
    return print_number (position->page);
  if (g_str_equal (name, DIAPASON_VARIABLE_SIZE))
    return print_number (paging->size);
  return g_strdup (position->token);
}

/* As it stands between the quotes of a JSON text. */
static char *
escape_json (const char *text)
{
  g_autoptr (DiapasonJsonWriter) writer = diapason_json_writer_new (FALSE);

  diapason_json_writer_begin_array (writer, NULL);
  diapason_json_writer_string (writer, NULL, text);
  diapason_json_writer_end_array (writer);
  g_autofree char *array = diapason_json_writer_finish (writer);
  return g_strndup (array + strlen ("[\""), strlen (array) - strlen ("[\"\"]"));
}

static char *
expand_variable (guint index, const char *name, gpointer data)
{
  const Filling *filling = data;
  g_autofree char *value = find_variable (filling, name);

  if (value == NULL || filling->escape == ESCAPE_QUERY)
    return g_steal_pointer (&value);
  return filling->escape == ESCAPE_PATH ? g_uri_escape_string (value, NULL, FALSE)
                                        : escape_json (value);
}

static void
add_parameter (GString *query, const DiapasonParameter *parameter, Filling *filling)
{
  g_autoptr (GString) value = g_string_new (NULL);
  gboolean is_set = FALSE;

  for (guint i = 0; i < parameter->pieces->len; i++)
    {
      DiapasonTemplate *piece = g_ptr_array_index (parameter->pieces, i);
      g_autofree char *text = diapason_template_expand (piece, expand_variable, filling);
      if (text == NULL)
        continue;
      is_set = TRUE;
      g_string_append (value, text);
    }
  if (!is_set)
    return;
  g_string_append_c (query, query->len == 0 ? '?' : '&');
  g_string_append_uri_escaped (query, parameter->name, NULL, FALSE);
  g_string_append_c (query, '=');
  g_string_append_uri_escaped (query, value->str, NULL, FALSE);
}

static char *
make_query (Filling *filling)
{
  GPtrArray *parameters = filling->stream->request.query;
  g_autoptr (GString) query = g_string_new (NULL);

  filling->escape = ESCAPE_QUERY;
  for (guint i = 0; i < parameters->len; i++)
    add_parameter (query, g_ptr_array_index (parameters, i), filling);
  return g_string_free (g_steal_pointer (&query), FALSE);
}

static gboolean
make_uri (DiapasonQuestion *question,
          DiapasonDescriptor *descriptor,
          Filling *filling,
          GError **error)
{
  const DiapasonStreamPlan *stream = filling->stream;

  filling->escape = ESCAPE_PATH;
  g_autofree char *path = diapason_template_expand (stream->request.path, expand_variable, filling);
  if (path == NULL)
    {
      g_set_error_literal (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_PAGE,
                           _("the row it belongs to lacks what is needed to ask for it"));
      return FALSE;
    }
  if (stream->paging.kind == DIAPASON_PAGING_NEXT_URL && filling->position->token != NULL)
    question->uri = diapason_paging_rebase (filling->position->token, descriptor->base_url, path);
  else
    {
      g_autofree char *query = make_query (filling);
      question->uri = g_strconcat (descriptor->base_url, path, query, NULL);
    }
  if (question->uri == NULL)
    g_set_error_literal (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_PAGE,
                         _("its link to the next page leads to another place"));
  return question->uri != NULL;
}

gboolean
diapason_question_fill (DiapasonQuestion *question,
                        DiapasonDescriptor *descriptor,
                        const DiapasonStreamPlan *stream,
                        const DiapasonPosition *position,
                        DiapasonParent *parent,
                        gint64 server_now,
                        GError **error)
{
  Filling filling = { stream, position, parent, server_now, ESCAPE_PATH };

  question->method = g_str_equal (stream->request.method, "POST") ? "POST" : "GET";
  question->what = stream->name;
  if (stream->incremental.kind == DIAPASON_INCREMENTAL_CURSOR && position->token != NULL)
    question->expired = stream->incremental.expired;
  if (!make_uri (question, descriptor, &filling, error))
    return FALSE;
  filling.escape = ESCAPE_JSON;
  if (stream->request.body != NULL)
    question->body = diapason_template_expand (stream->request.body, expand_variable, &filling);
  return TRUE;
}
