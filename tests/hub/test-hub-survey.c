/* test-hub-survey.c: the survey tool: its windows against the tables, what changed since, what was
 * withdrawn, its rows, its keys, its limits.
 */
#include "hub-fixture.h"

#define SURVEY "/survey/v2/"

static HubAnswer *
get (HubFixture *fixture, const char *path)
{
  return hub_ask (fixture, .path = path, .header = { "X-Api-Key", "survey-anouk" });
}

/* The ids of a window, a withdrawn one's with a '-' before it, one a line like hub_fixture_sql().
 */
static void
append_ids (GString *ids, HubAnswer *answer)
{
  JsonArray *results = json_node_get_array (hub_answer_get (answer, "results"));

  for (guint i = 0; i < json_array_get_length (results); i++)
    {
      JsonObject *row = json_array_get_object_element (results, i);
      const char *status = json_object_get_string_member (row, "status");

      g_string_append_printf (ids, "%s%s\n", g_str_equal (status, "withdrawn") ? "-" : "",
                              json_object_get_string_member (row, "id"));
    }
}

static void
assert_ids (HubFixture *fixture, const char *path, const char *expected)
{
  g_autoptr (HubAnswer) answer = get (fixture, path);
  g_autoptr (GString) ids = g_string_new (NULL);

  append_ids (ids, answer);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
walk (HubFixture *fixture, const char *list, const char *since, int limit, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  gint64 total = 1;

  for (int offset = 0; offset < total; offset += limit)
    {
      g_autofree char *path =
          g_strdup_printf (SURVEY "%s?offset=%d&limit=%d%s", list, offset, limit, since);
      g_autoptr (HubAnswer) answer = get (fixture, path);

      append_ids (ids, answer);
      total = hub_answer_number (answer, "total");
      g_assert_cmpint (total, >, 0);
      g_assert_cmpint (hub_answer_number (answer, "offset"), ==, offset);
      g_assert_cmpint (hub_answer_number (answer, "limit"), ==, limit);
    }
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_windows (void)
{
  static const char *const lists[][2] = { { "waves", "survey_wave" },
                                          { "counts", "survey_count" },
                                          { "answers", "feedback" } };
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (int limit = 1; limit <= 3; limit++)
      {
        g_autofree char *all = g_strdup_printf ("SELECT id FROM %s WHERE NOT deleted"
                                                " ORDER BY updated_at, id",
                                                lists[i][1]);
        g_autofree char *told = g_strdup_printf ("SELECT iif (deleted, '-', '') || id FROM %s"
                                                 " ORDER BY updated_at, id",
                                                 lists[i][1]);
        g_autofree char *present = hub_fixture_sql (fixture, all);
        g_autofree char *changed = hub_fixture_sql (fixture, told);

        walk (fixture, lists[i][0], "", limit, present);
        walk (fixture, lists[i][0], "&updated_since=2020-01-01T00:00:00Z", limit, changed);
      }
  assert_ids (fixture, SURVEY "answers?offset=99", "");
}

static void
test_window_size (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  hub_fixture_run (fixture,
                   "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)"
                   " INSERT INTO survey_wave (id, name, begins, ends, seq, updated_at)"
                   " SELECT 'W' || i, 'Wave', '2026-01-01', '2026-01-31', i + 1000, i FROM n");
  g_autoptr (HubAnswer) usual = get (fixture, SURVEY "waves");
  g_autoptr (HubAnswer) capped = get (fixture, SURVEY "waves?limit=100000&offset=100");

  g_assert_cmpint (hub_answer_number (usual, "limit"), ==, 100);
  g_assert_cmpint (hub_answer_number (capped, "limit"), ==, 500);
  g_assert_cmpint (hub_answer_number (capped, "total"), ==, 601);
  g_assert_cmpuint (json_array_get_length (
                        json_node_get_array (hub_answer_get (capped, "results"))),
                    ==, 500);
}

static void
test_bad_parameters (void)
{
  static const char *const wrong[] = {
    "offset=-1", "offset=",        "offset=9999999999999",    "offset=one",
    "limit=0",   "limit=1.5",      "updated_since=yesterday", "updated_since=2026-01-01",
    "limit=",    "updated_since=", "updated_since=%ff",       "updated_since=2026-02-30T00:00:00Z",
  };
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path = g_strconcat (SURVEY "answers?", wrong[i], NULL);
      g_autoptr (HubAnswer) answer = get (fixture, path);

      g_test_message ("%s", wrong[i]);
      hub_assert_refused (answer, 400, "invalid_parameter");
    }
}

/* An instant that was told, with its offset, can be asked from. */
static void
test_changes (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (HubAnswer) last = get (fixture, SURVEY "answers/fe_0000003");
  const char *at = hub_answer_text (last, "updated_at");
  g_autofree char *escaped = g_uri_escape_string (at, NULL, FALSE);
  g_autofree char *path = g_strconcat (SURVEY "answers?updated_since=", escaped, NULL);

  g_assert_cmpstr (at, ==, "2026-01-06T23:53:20.002+02:00");
  assert_ids (fixture, path, "fe_0000003\n-fe_0000004\n");
  hub_fixture_run (fixture, "UPDATE feedback SET state = 'closed', revision = 2, seq = 900,"
                            " updated_at = 1767800000000 WHERE id = 'fe_0000001'");
  assert_ids (fixture, path, "fe_0000003\n-fe_0000004\nfe_0000001\n");
}

static void
test_rows (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (HubAnswer) known = get (fixture, SURVEY "answers/fe_0000001");
  g_autoptr (HubAnswer) loose = get (fixture, SURVEY "answers/fe_0000002");
  g_autoptr (HubAnswer) anonymous = get (fixture, SURVEY "answers/fe_0000003");
  g_autoptr (HubAnswer) withdrawn = get (fixture, SURVEY "answers/fe_0000004");
  g_autoptr (HubAnswer) me = get (fixture, SURVEY "me");

  g_assert_cmpstr (hub_answer_text (known, "respondent.customer_number"), ==, "C0000042");
  g_assert_cmpstr (hub_answer_text (known, "touchpoint.ref"), ==, "in_0000001");
  g_assert_cmpstr (hub_answer_text (known, "submitted_at"), ==, "2026-01-06T23:53:20.000+02:00");
  g_assert_cmpstr (hub_answer_text (known, "consent.until"), ==, "2026-03-31");
  g_assert_cmpstr (hub_answer_text (known, "scores.0.criterion"), ==, "listening");
  g_assert_cmpint (hub_answer_number (known, "scores.1.out_of"), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (hub_answer_get (known, "scores"))),
                    ==, 2);
  g_assert_true (json_node_is_null (hub_answer_get (loose, "respondent.customer_number")));
  g_assert_cmpuint (json_array_get_length (json_node_get_array (hub_answer_get (loose, "scores"))),
                    ==, 0);
  g_assert_true (json_node_is_null (hub_answer_get (anonymous, "respondent")));
  g_assert_true (json_node_is_null (hub_answer_get (anonymous, "invited_at")));
  g_assert_cmpstr (hub_answer_text (anonymous, "comment"), ==, "Très bien\n👋");
  hub_assert_refused (withdrawn, 404, "not_found");
  g_assert_cmpstr (hub_answer_text (me, "employee.id"), ==, "E1001");
}

static void
test_keys (void)
{
  static const char *const wrong[] = { "",          "anouk",       "survey-", "survey-nobody",
                                       "crm-anouk", "SURVEY-anouk" };
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (HubAnswer) left =
      hub_ask (fixture, .path = SURVEY "me", .header = { "X-Api-Key", "survey-carla" });
  g_autoptr (HubAnswer) bearer = hub_ask (fixture, .path = SURVEY "me", .token = "survey-anouk");

  hub_assert_refused (left, 403, "access_ended");
  hub_assert_refused (bearer, 401, "unauthorized");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (HubAnswer) answer =
          hub_ask (fixture, .path = SURVEY "waves", .header = { "X-Api-Key", wrong[i] });

      hub_assert_refused (answer, 401, "unauthorized");
    }
}

/* Each source counts by itself. */
static void
test_limit (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (1, 300);
  g_autofree char *basic = hub_basic ("anouk");
  g_autoptr (HubAnswer) first = get (fixture, SURVEY "me");
  g_autoptr (HubAnswer) limited = get (fixture, SURVEY "waves");
  g_autoptr (HubAnswer) shop =
      hub_ask (fixture, .path = "/shop/me", .header = { "Authorization", basic });
  g_autoptr (HubAnswer) crm = hub_ask (fixture, .path = "/crm/v1/units", .token = "crm-anouk");

  g_assert_cmpuint (first->status, ==, 200);
  hub_assert_refused (limited, 429, "rate_limited");
  g_assert_cmpuint (shop->status, ==, 200);
  g_assert_cmpuint (crm->status, ==, 200);
}

static void
test_addresses (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (HubAnswer) unknown = get (fixture, "/survey/v1/waves");
  g_autoptr (HubAnswer) written =
      hub_ask (fixture, .method = "PUT", .path = SURVEY "answers/fe_0000001",
               .header = { "X-Api-Key", "survey-anouk" });

  hub_assert_refused (unknown, 404, "unknown_path");
  hub_assert_refused (written, 405, "method_not_allowed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hub/survey/windows", test_windows);
  g_test_add_func ("/hub/survey/window-size", test_window_size);
  g_test_add_func ("/hub/survey/bad-parameters", test_bad_parameters);
  g_test_add_func ("/hub/survey/changes", test_changes);
  g_test_add_func ("/hub/survey/rows", test_rows);
  g_test_add_func ("/hub/survey/keys", test_keys);
  g_test_add_func ("/hub/survey/limit", test_limit);
  g_test_add_func ("/hub/survey/addresses", test_addresses);
  return g_test_run ();
}
