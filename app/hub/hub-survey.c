/* hub-survey.c: the survey tool as it reads: a window of rows by offset and limit, updated_since,
 * snake_case, instants with the offset of where its servers stand, words of its own. Thread: the
 * hub's.
 */
#include "hub-list.h"
#include "hub-route.h"

#define INSTANT(column)                                                                            \
  "strftime ('%Y-%m-%dT%H:%M:%f+02:00', (" column " + 7200000) / 1000.0, 'unixepoch')"
#define CHANGED "'rev', t.revision, 'updated_at', " INSTANT ("t.updated_at")

#define ENTITY(of, members)                                                                        \
  {                                                                                                \
    .table = of, .id = "t.id",                                                                     \
    .json = "json_object ('id', t.id, 'status', 'active', " members ", " CHANGED ")",              \
    .tombstone = "json_object ('id', t.id, 'status', 'withdrawn', " CHANGED ")"                    \
  }

static const DiapasonHubEntity wave =
    ENTITY ("survey_wave", "'title', t.name, 'first_day', t.begins, 'last_day', t.ends");

static const DiapasonHubEntity count =
    ENTITY ("survey_count",
            "'wave_id', t.wave, 'employee_id', t.adviser, 'channel', t.channel,"
            " 'invited', t.asked, 'submitted', t.answered");

static const DiapasonHubEntity answer = ENTITY (
    "feedback",
    "'wave_id', t.wave, 'respondent', iif (coalesce (t.contact, t.crm_customer) IS NULL,"
    " NULL, json_object ('contact_ref', t.contact, 'customer_number', t.crm_customer)),"
    " 'touchpoint', json_object ('ref', t.interaction, 'channel', t.channel,"
    " 'employee_id', t.adviser),"
    " 'invited_at', " INSTANT ("t.asked_at") ", 'submitted_at', " INSTANT (
        "t.answered_at") ","
                         " 'recommend', t.recommend, 'comment', t.text, 'lang', t.language,"
                         " 'consent', json_object ('level', t.permission, 'by', t.permission_by,"
                         " 'until', t.permission_until), 'follow_up', t.state,"
                         " 'scores', (SELECT json_group_array (json_object ('criterion', "
                         "s.criterion,"
                         " 'value', s.score, 'out_of', s.scale)) FROM (SELECT * FROM feedback_score"
                         " WHERE feedback = t.id AND NOT deleted ORDER BY id) s)");

#define DEFAULT_LIMIT 100
#define MOST_LIMIT    500

static void
answer_list (DiapasonHubCall *call)
{
  g_autoptr (GString) text = g_string_new ("{\"results\":[");
  DiapasonHubList list = { 0 };

  list.offset = diapason_hub_call_query_number (call, "offset", 0, 0, G_MAXINT32);
  list.limit = diapason_hub_call_query_number (call, "limit", DEFAULT_LIMIT, 1, G_MAXINT32);
  list.limit = MIN (list.limit, MOST_LIMIT);
  diapason_hub_list_read_since (call, &list);
  if (diapason_hub_call_is_refused (call))
    return;

  diapason_hub_list_append (call, &list, text);
  g_string_append_printf (text,
                          "],\"offset\":%" G_GINT64_FORMAT ",\"limit\":%" G_GINT64_FORMAT
                          ",\"total\":%" G_GINT64_FORMAT "}",
                          list.offset, list.limit, diapason_hub_list_count (call, &list));
  diapason_hub_call_answer (call, SOUP_STATUS_OK, g_string_free (g_steal_pointer (&text), FALSE));
}

static void
answer_single (DiapasonHubCall *call)
{
  diapason_hub_call_answer_row (call, SOUP_STATUS_OK, call->route->entity, call->id);
}

static void
answer_me (DiapasonHubCall *call)
{
  diapason_hub_call_answer (
      call, SOUP_STATUS_OK,
      diapason_hub_database_text (call->database,
                                  "SELECT json_object ('employee', json_object ('id', id, 'name',"
                                  " name, 'lang', language)) FROM adviser WHERE id = ?1",
                                  "s", call->adviser));
}

#define SURVEY "/survey/v2"
#define READ(path, entity)                                                                         \
  { "GET", SURVEY path, DIAPASON_HUB_ACCESS_SURVEY, answer_list, &entity },                        \
  {                                                                                                \
    "GET", SURVEY path "/{id}", DIAPASON_HUB_ACCESS_SURVEY, answer_single, &entity                 \
  }

static const DiapasonHubRoute routes[] = {
  { "GET", SURVEY "/me", DIAPASON_HUB_ACCESS_SURVEY, answer_me },
  READ ("/waves", wave),
  READ ("/counts", count),
  READ ("/answers", answer),
};

const DiapasonHubRoute *
diapason_hub_survey_routes (gsize *n_routes)
{
  *n_routes = G_N_ELEMENTS (routes);
  return routes;
}
