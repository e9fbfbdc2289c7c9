/* test-hub-crm.c: the CRM: its pages against the tables, what changed since, revisions, its writes.
 */
#include "hub-fixture.h"

#define TOKEN "crm-anouk"

static HubAnswer *
get (HubFixture *fixture, const char *path)
{
  return hub_ask (fixture, .path = path, .token = TOKEN);
}

static HubAnswer *
patch (HubFixture *fixture, const char *path, const char *match, const char *body)
{
  return hub_ask (fixture, .method = "PATCH", .path = path, .token = TOKEN, .match = match,
                  .body = body);
}

/* The ids of a list's data, a tombstone's with a '-' before it, one a line like hub_fixture_sql().
 */
static void
append_ids (GString *ids, HubAnswer *answer)
{
  JsonArray *data = json_node_get_array (hub_answer_get (answer, "data"));

  for (guint i = 0; i < json_array_get_length (data); i++)
    {
      JsonObject *row = json_array_get_object_element (data, i);

      g_string_append_printf (ids, "%s%s\n", json_object_has_member (row, "deleted") ? "-" : "",
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
walk (HubFixture *fixture, const char *list, const char *table, int per_page)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autofree char *sql =
      g_strdup_printf ("SELECT id FROM %s WHERE NOT deleted ORDER BY updated_at, id", table);
  g_autofree char *expected = hub_fixture_sql (fixture, sql);
  gint64 n_pages = 1;
  gint64 total = 0;

  for (int page = 1; page <= n_pages; page++)
    {
      g_autofree char *path =
          g_strdup_printf ("/crm/v1/%s?page=%d&per_page=%d", list, page, per_page);
      g_autoptr (HubAnswer) answer = get (fixture, path);

      append_ids (ids, answer);
      n_pages = hub_answer_number (answer, "pages");
      total = hub_answer_number (answer, "total");
      g_assert_cmpint (hub_answer_number (answer, "page"), ==, page);
    }
  g_assert_cmpstr (ids->str, ==, expected);
  g_assert_cmpint (total, >, 0);
  g_assert_cmpint (n_pages, ==, (total + per_page - 1) / per_page);
}

static void
test_pages (void)
{
  static const char *const lists[][2] = {
    { "units", "unit" },         { "advisers", "adviser" },
    { "customers", "customer" }, { "contact-points", "contact_point" },
    { "relations", "relation" }, { "contracts", "contract" },
    { "promises", "promise" },   { "customer-facts", "customer_fact" },
  };
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (int per_page = 1; per_page <= 3; per_page++)
      walk (fixture, lists[i][0], lists[i][1], per_page);
  assert_ids (fixture, "/crm/v1/units?page=9", "");
}

static void
test_page_size (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  hub_fixture_run (fixture,
                   "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)"
                   " INSERT INTO unit (id, name, kind, seq, updated_at)"
                   " SELECT 'T' || (i + 100), 'Team', 'team', i + 1000, i FROM n");
  g_autoptr (HubAnswer) usual = get (fixture, "/crm/v1/units");
  g_autoptr (HubAnswer) capped = get (fixture, "/crm/v1/units?per_page=100000&page=2");

  g_assert_cmpint (hub_answer_number (usual, "per_page"), ==, 50);
  g_assert_cmpstr (soup_message_headers_get_one (usual->headers, "Content-Encoding"), ==, "gzip");
  g_assert_cmpint (hub_answer_number (capped, "per_page"), ==, 500);
  g_assert_cmpint (hub_answer_number (capped, "pages"), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (hub_answer_get (capped, "data"))),
                    ==, 103);
}

static void
test_bad_parameters (void)
{
  static const char *const wrong[] = {
    "page=0",
    "page=-1",
    "page=99999999999999999999",
    "page=1.5",
    "page=",
    "per_page=0",
    "per_page=many",
    "updated_since=",
    "updated_since=yesterday",
    "updated_since=2026-01-01",
    "updated_since=2026-01-01T00:00:00",
    "updated_since=2026-02-30T00:00:00Z",
    "updated_since=%ff%fe",
  };
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path = g_strconcat ("/crm/v1/units?", wrong[i], NULL);
      g_autoptr (HubAnswer) answer = get (fixture, path);

      g_test_message ("%s", wrong[i]);
      hub_assert_refused (answer, 400, "invalid_parameter");
    }
}

/* 1767600020000 is 2026-01-05T08:00:20Z: two customers of it, one deleted ten seconds after. */
static void
test_updated_since (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);

  assert_ids (fixture, "/crm/v1/customers?updated_since=2026-01-05T08:00:20Z",
              "C0000042\nC0000043\n-C0000044\n");
  assert_ids (fixture, "/crm/v1/customers?updated_since=2026-01-05T09:00:20.000%2B01:00",
              "C0000042\nC0000043\n-C0000044\n");
  assert_ids (fixture, "/crm/v1/customers?updated_since=2026-01-05T08:00:20.001Z", "-C0000044\n");
  assert_ids (fixture, "/crm/v1/customers", "C0000041\nC0000042\nC0000043\n");
  assert_ids (fixture, "/crm/v1/customers?updated_since=2026-01-05T08:00:31Z", "");
}

static char *
since (HubAnswer *answer, const char *list)
{
  return g_strdup_printf ("/crm/v1/%s?updated_since=%s", list,
                          hub_answer_text (answer, "updated_at"));
}

/* Whoever asks from the last instant they saw gets what changed then or after, and nothing twice
 * over. */
static void
test_changes (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (HubAnswer) first =
      patch (fixture, "/crm/v1/customers/C0000041", "\"1\"", "{\"language\":\"it\"}");
  g_autoptr (HubAnswer) second =
      patch (fixture, "/crm/v1/customers/C0000043", "\"1\"", "{\"language\":\"fr\"}");
  g_autofree char *from_first = since (first, "customers");
  g_autofree char *from_second = since (second, "customers");

  g_assert_cmpuint (first->status, ==, 200);
  g_assert_cmpuint (second->status, ==, 200);
  assert_ids (fixture, from_first, "C0000041\nC0000043\n");
  assert_ids (fixture, from_second, "C0000043\n");
}

/* A clock that is set back does not take the order of changes with it. */
static void
test_clock_set_back (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  hub_fixture_run (fixture, "UPDATE meta SET value = '4102444800000' WHERE key = 'clock'");
  g_autoptr (HubAnswer) first =
      patch (fixture, "/crm/v1/customers/C0000041", "\"1\"", "{\"language\":\"it\"}");
  g_autoptr (HubAnswer) second =
      patch (fixture, "/crm/v1/customers/C0000041", "\"2\"", "{\"language\":\"fr\"}");

  g_assert_cmpstr (hub_answer_text (first, "updated_at"), ==, "2100-01-01T00:00:00.001Z");
  g_assert_cmpstr (hub_answer_text (second, "updated_at"), ==, "2100-01-01T00:00:00.002Z");
}

static void
test_row (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (HubAnswer) row = get (fixture, "/crm/v1/customers/C0000042");
  g_autoptr (HubAnswer) gone = get (fixture, "/crm/v1/customers/C0000044");
  g_autoptr (HubAnswer) contract = get (fixture, "/crm/v1/contracts/K0000042-1");
  g_autoptr (HubAnswer) me = get (fixture, "/crm/v1/whoami");

  g_assert_cmpstr (hub_answer_text (row, "name.family"), ==, "O'Dowd \"Reine\" <b>");
  g_assert_cmpstr (hub_answer_text (row, "name.given"), ==, "Renée");
  g_assert_cmpstr (hub_answer_text (row, "address.city"), ==, "Lille");
  g_assert_cmpstr (hub_answer_text (row, "preferred_contact"), ==, "P0000042-1");
  g_assert_cmpstr (hub_answer_text (row, "updated_at"), ==, "2026-01-05T08:00:20.000Z");
  g_assert_cmpint (hub_answer_number (contract, "amount.cents"), ==, 2490);
  g_assert_cmpstr (hub_answer_text (me, "adviser.id"), ==, "E1001");
  hub_assert_refused (gone, 404, "not_found");
}

/* Of a need without consent not a word leaves, in no answer. */
static void
test_facts (void)
{
  static const char *const paths[] = {
    "/crm/v1/customer-facts", "/crm/v1/customer-facts/F0000042-2",
    "/crm/v1/customer-facts?updated_since=2026-01-05T00:00:00Z"
  };
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (HubAnswer) need = get (fixture, "/crm/v1/customer-facts/F0000042-1");
  g_autoptr (HubAnswer) secret = get (fixture, "/crm/v1/customer-facts/F0000042-2");
  g_autoptr (HubAnswer) risk = get (fixture, "/crm/v1/customer-facts/F0000042-3");
  g_autoptr (HubAnswer) hold = get (fixture, "/crm/v1/customer-facts/F0000043-1");

  g_assert_cmpstr (hub_answer_text (need, "value"), ==, "large_print");
  g_assert_cmpstr (hub_answer_text (need, "note"), ==, "Letters in <b>18</b> point");
  g_assert_true (json_node_get_boolean (hub_answer_get (need, "consent.given")));
  g_assert_cmpstr (hub_answer_text (need, "consent.by"), ==, "letter");
  g_assert_cmpstr (hub_answer_text (need, "consent.at"), ==, "2026-01-05T08:01:05.000Z");
  g_assert_false (json_node_get_boolean (hub_answer_get (secret, "consent.given")));
  g_assert_cmpstr (hub_answer_text (risk, "value"), ==, "high");
  g_assert_cmpstr (hub_answer_text (risk, "made_by.kind"), ==, "model");
  g_assert_true (json_node_is_null (hub_answer_get (risk, "consent")));
  g_assert_cmpstr (hub_answer_text (hold, "until"), ==, "2026-06-30");
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (HubAnswer) answer = get (fixture, paths[i]);

      g_assert_nonnull (strstr (answer->text, "F0000042-2"));
      g_assert_null (strstr (answer->text, "hear"));
      g_assert_null (strstr (answer->text, "Hear"));
    }
  assert_ids (fixture, "/crm/v1/customer-facts?updated_since=2026-01-05T08:01:05.003Z",
              "F0000043-1\n-F0000043-2\n");
}

static void
test_revisions (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  const char *path = "/crm/v1/customers/C0000041";
  g_autoptr (HubAnswer) changed = patch (fixture, path, "\"7\", W/\"1\"", "{\"language\":\"it\"}");
  g_autoptr (HubAnswer) stale = patch (fixture, path, "\"1\"", "{\"language\":\"en\"}");
  g_autoptr (HubAnswer) known =
      hub_ask (fixture, .path = path, .token = TOKEN, .none_match = "\"2\"");
  g_autoptr (HubAnswer) unknown =
      hub_ask (fixture, .path = path, .token = TOKEN, .none_match = "\"1\"");

  g_assert_cmpuint (changed->status, ==, 200);
  g_assert_cmpstr (soup_message_headers_get_one (changed->headers, "ETag"), ==, "\"2\"");
  g_assert_cmpint (hub_answer_number (changed, "revision"), ==, 2);
  hub_assert_refused (stale, 412, "stale");
  g_assert_cmpuint (known->status, ==, 304);
  g_assert_cmpuint (unknown->status, ==, 200);
  g_assert_cmpstr (hub_answer_text (unknown, "language"), ==, "it");
}

static void
test_preferred_contact (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  const char *points = "SELECT id, preferred, revision, deleted FROM contact_point"
                       " WHERE customer = 'C0000042' ORDER BY id LIMIT 3";
  g_autoptr (HubAnswer) turned = patch (fixture, "/crm/v1/customers/C0000042", "\"1\"",
                                        "{\"preferred_contact\":\"P0000042-2\"}");
  g_autofree char *after_turn = hub_fixture_sql (fixture, points);
  g_autoptr (HubAnswer) foreign = patch (fixture, "/crm/v1/customers/C0000042", "\"2\"",
                                         "{\"preferred_contact\":\"P0000043-1\"}");
  g_autoptr (HubAnswer) deleted =
      hub_ask (fixture, .method = "DELETE", .path = "/crm/v1/contact-points/P0000042-2",
               .token = TOKEN, .match = "\"2\"");
  g_autofree char *after_delete = hub_fixture_sql (fixture, points);
  g_autoptr (HubAnswer) customer = get (fixture, "/crm/v1/customers/C0000042");

  g_assert_cmpstr (hub_answer_text (turned, "preferred_contact"), ==, "P0000042-2");
  g_assert_cmpstr (after_turn, ==, "P0000042-1|0|2|0\nP0000042-2|1|2|0\nP0000042-3|0|1|1\n");
  hub_assert_refused (foreign, 400, "unknown_reference");
  g_assert_cmpuint (deleted->status, ==, 204);
  g_assert_cmpstr (after_delete, ==, "P0000042-1|0|2|0\nP0000042-2|0|3|1\nP0000042-3|0|1|1\n");
  g_assert_true (json_node_is_null (hub_answer_get (customer, "preferred_contact")));
  g_assert_cmpint (hub_answer_number (customer, "revision"), ==, 3);
}

static void
test_new_contact_point (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (HubAnswer) created =
      hub_ask (fixture, .method = "POST", .path = "/crm/v1/contact-points", .token = TOKEN,
               .key = "one",
               .body = "{\"customer_id\":\"C0000042\","
                       "\"kind\":\"email\",\"value\":\"r@o.example\","
                       "\"preferred\":true}");
  g_autoptr (HubAnswer) customer = get (fixture, "/crm/v1/customers/C0000042");
  g_autofree char *old =
      hub_fixture_sql (fixture, "SELECT preferred FROM contact_point WHERE id = 'P0000042-1'");

  g_assert_cmpuint (created->status, ==, 201);
  g_assert_cmpstr (hub_answer_text (customer, "preferred_contact"), ==,
                   hub_answer_text (created, "id"));
  g_assert_cmpstr (old, ==, "0\n");
}

static void
test_promise (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  const char *path = "/crm/v1/promises/Q000001";
  g_autoptr (HubAnswer) kept = patch (fixture, path, "\"1\"", "{\"state\":\"kept\"}");
  g_autoptr (HubAnswer) open = patch (fixture, path, "\"2\"", "{\"state\":\"open\"}");
  g_autoptr (HubAnswer) over =
      patch (fixture, path, "\"3\"",
             "{\"adviser_id\":\"E1002\",\"due_at\":\"2026-03-05T17:00:00.5+01:00\"}");
  g_autoptr (HubAnswer) nobody = patch (fixture, path, "\"4\"", "{\"adviser_id\":\"E1003\"}");
  g_autoptr (HubAnswer) withdrawn = patch (fixture, path, "\"4\"", "{\"state\":\"withdrawn\"}");

  g_assert_false (json_node_is_null (hub_answer_get (kept, "closed_at")));
  g_assert_true (json_node_is_null (hub_answer_get (open, "closed_at")));
  g_assert_cmpstr (hub_answer_text (over, "adviser_id"), ==, "E1002");
  g_assert_cmpstr (hub_answer_text (over, "due_at"), ==, "2026-03-05T16:00:00.500Z");
  g_assert_cmpstr (hub_answer_text (over, "state"), ==, "open");
  hub_assert_refused (nobody, 400, "unknown_reference");
  g_assert_cmpstr (hub_answer_text (withdrawn, "state"), ==, "withdrawn");
}

/* Each is refused and nothing changes. */
static void
test_bad_bodies (void)
{
#define ID   "\"id\":\"5e0a3c1e-8f0b-4f7c-9d1e-0a1b2c3d4e5f\""
#define REST "\"customer_id\":\"C0000042\",\"due_at\":\"2026-03-05T16:00:00Z\""
  static const char *const wrong[] = {
    "",
    "null",
    "[]",
    "\"text\"",
    "{}",
    "{" ID "," REST "}",
    "{" ID "," REST ",\"text\":\"\"}",
    "{" ID "," REST ",\"text\":7}",
    "{" ID "," REST ",\"text\":null}",
    "{" ID "," REST ",\"text\":[\"a\"]}",
    "{" ID "," REST ",\"text\":{\"a\":1}}",
    "{" ID "," REST ",\"text\":\"a\",\"txet\":\"b\"}",
    "{" ID "," REST ",\"text\":\"a\\u0000b\"}",
    "{" ID "," REST ",\"text\":\"a\xff\"}",
    "{" ID "," REST ",\"text\":'a'}",
    "{" ID "," REST ",\"text\":\"a\"} {}",
    "{" ID "," REST ",\"text\":\"a\",}",
    "{" ID ",\"customer_id\":\"C9\",\"due_at\":\"2026-03-05T16:00:00Z\",\"text\":\"a\"}",
    "{" ID ",\"customer_id\":\"C0000044\",\"due_at\":\"2026-03-05T16:00:00Z\",\"text\":\"a\"}",
    "{" ID ",\"customer_id\":\"C0000042\",\"due_at\":\"tomorrow\",\"text\":\"a\"}",
    "{" ID ",\"customer_id\":\"C0000042\",\"due_at\":1,\"text\":\"a\"}",
    "{\"id\":\"1\"," REST ",\"text\":\"a\"}",
    "{\"id\":\"5E0A3C1E-8F0B-4F7C-9D1E-0A1B2C3D4E5F\"," REST ",\"text\":\"a\"}",
  };
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (HubAnswer) answer = hub_ask (fixture, .method = "POST", .path = "/crm/v1/promises",
                                              .token = TOKEN, .key = "one", .body = wrong[i]);

      g_test_message ("body %" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (answer->status, ==, 400);
    }

  g_autofree char *left =
      hub_fixture_sql (fixture, "SELECT count (*) FROM promise; SELECT count (*) FROM"
                                " idempotency; SELECT value FROM meta WHERE key = 'seq'");
  g_assert_cmpstr (left, ==, "2\n0\n60\n");
}

static void
test_tokens (void)
{
  static const char *const wrong[] = {
    "", "anouk", "crm-", "crm-nobody", "crm-carla", "CRM-anouk"
  };
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autofree char *platform = hub_fixture_sign_in (fixture, "anouk");
  g_autoptr (HubAnswer) other = hub_ask (fixture, .path = "/crm/v1/whoami", .token = platform);

  hub_assert_refused (other, 401, "unauthorized");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (HubAnswer) answer = hub_ask (fixture, .path = "/crm/v1/units", .token = wrong[i]);

      hub_assert_refused (answer, 401, "unauthorized");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hub/crm/pages", test_pages);
  g_test_add_func ("/hub/crm/page-size", test_page_size);
  g_test_add_func ("/hub/crm/bad-parameters", test_bad_parameters);
  g_test_add_func ("/hub/crm/updated-since", test_updated_since);
  g_test_add_func ("/hub/crm/changes", test_changes);
  g_test_add_func ("/hub/crm/clock-set-back", test_clock_set_back);
  g_test_add_func ("/hub/crm/row", test_row);
  g_test_add_func ("/hub/crm/facts", test_facts);
  g_test_add_func ("/hub/crm/revisions", test_revisions);
  g_test_add_func ("/hub/crm/preferred-contact", test_preferred_contact);
  g_test_add_func ("/hub/crm/new-contact-point", test_new_contact_point);
  g_test_add_func ("/hub/crm/promise", test_promise);
  g_test_add_func ("/hub/crm/bad-bodies", test_bad_bodies);
  g_test_add_func ("/hub/crm/tokens", test_tokens);
  return g_test_run ();
}
