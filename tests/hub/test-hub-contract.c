/* test-hub-contract.c: every operation of resources/hub/openapi.json, asked for every answer it
 * documents, and the document against the server's own table of routes.
 *
 * An example is named after the status it is answered with. What no example can say (no token, a
 * broken body …) is made here, the same way for all. 500 alone is not provoked.
 */
#include "hub-contract.h"
#include "hub-fixture.h"
#include "hub-route.h"
#include "hub-stream.h"

#define TOO_LARGE (1024 * 1024 + 1)

typedef struct
{
  const char *path;
  const char *method; /* lower case */
  JsonObject *operation;
} Operation;

typedef void (*OperationVisit) (const Operation *operation, gpointer user_data);

static void
visit_operations (OperationVisit visit, gpointer user_data)
{
  JsonObject *paths = json_object_get_object_member (hub_contract (), "paths");
  g_autoptr (GList) templates = json_object_get_members (paths);

  for (GList *path = templates; path != NULL; path = path->next)
    {
      JsonObject *item = json_object_get_object_member (paths, path->data);
      g_autoptr (GList) methods = json_object_get_members (item);

      for (GList *method = methods; method != NULL; method = method->next)
        visit (&(Operation){ path->data, method->data,
                             json_object_get_object_member (item, method->data) },
               user_data);
    }
}

/* The value that brings @status about: its own example, else the one of success, else the only one.
 */
static JsonNode *
find_example (JsonObject *holder, const char *status)
{
  JsonObject *examples = NULL;
  const char *const names[] = { status, "200", "201", "204" };

  if (json_object_has_member (holder, "example"))
    return json_object_get_member (holder, "example");
  if (!json_object_has_member (holder, "examples"))
    return NULL;
  examples = json_object_get_object_member (holder, "examples");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (json_object_has_member (examples, names[i]))
      return json_object_get_member (json_object_get_object_member (examples, names[i]), "value");
  return NULL;
}

static char *
say_scalar (JsonNode *value)
{
  if (json_node_get_value_type (value) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (value));
  return json_node_dup_string (value);
}

/* Request */

typedef struct
{
  GString *path;
  GString *query;
  char *type;
  char *body;
  char *key;
  char *match;
  char *none_match;
  char *last_event;
} Made;

static void
made_clear (Made *made)
{
  g_string_free (made->path, TRUE);
  g_string_free (made->query, TRUE);
  g_free (made->type);
  g_free (made->body);
  g_free (made->key);
  g_free (made->match);
  g_free (made->none_match);
  g_free (made->last_event);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Made, made_clear)

static void
take_header (Made *made, const char *name, char *value)
{
  if (g_str_equal (name, "Idempotency-Key"))
    made->key = value;
  else if (g_str_equal (name, "If-Match"))
    made->match = value;
  else if (g_str_equal (name, "If-None-Match"))
    made->none_match = value;
  else if (g_str_equal (name, "Last-Event-ID"))
    made->last_event = value;
  else
    g_error ("The contract has the header %s, which no test sends.", name);
}

static void
add_parameter (Made *made, JsonObject *parameter, const char *status)
{
  const char *name = json_object_get_string_member (parameter, "name");
  const char *in = json_object_get_string_member (parameter, "in");
  JsonNode *value = find_example (parameter, status);

  if (value == NULL)
    return;

  g_autofree char *text = say_scalar (value);
  if (g_str_equal (in, "path"))
    g_string_replace (made->path, "{id}", text, 0);
  else if (g_str_equal (in, "query"))
    {
      g_autofree char *escaped = g_uri_escape_string (text, NULL, FALSE);
      g_string_append_printf (made->query, "%c%s=%s", made->query->len > 0 ? '&' : '?', name,
                              escaped);
    }
  else
    take_header (made, name, g_steal_pointer (&text));
}

static char *
say_form (JsonObject *members)
{
  g_autoptr (GHashTable) form = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) names = json_object_get_members (members);

  for (GList *name = names; name != NULL; name = name->next)
    g_hash_table_insert (form, name->data,
                         (gpointer) json_object_get_string_member (members, name->data));
  return soup_form_encode_hash (form);
}

static void
add_body (Made *made, JsonObject *operation, const char *status)
{
  JsonObject *content =
      json_object_get_object_member (json_object_get_object_member (operation, "requestBody"),
                                     "content");
  g_autoptr (GList) types = json_object_get_members (content);
  JsonObject *media = json_object_get_object_member (content, types->data);
  JsonNode *example = find_example (media, status);
  g_autofree char *fault =
      hub_contract_fault (json_object_get_object_member (media, "schema"), example);

  g_assert_cmpstr (fault, ==, NULL);
  made->type = g_strdup (types->data);
  made->body = g_str_equal (made->type, "application/json")
                   ? json_to_string (example, FALSE)
                   : say_form (json_node_get_object (example));
}

static void
make_request (Made *made, const Operation *operation, const char *status)
{
  made->path = g_string_new (operation->path);
  made->query = g_string_new (NULL);
  if (json_object_has_member (operation->operation, "parameters"))
    {
      JsonArray *parameters = json_object_get_array_member (operation->operation, "parameters");

      for (guint i = 0; i < json_array_get_length (parameters); i++)
        add_parameter (made, hub_contract_resolve (json_array_get_object_element (parameters, i)),
                       status);
    }
  if (json_object_has_member (operation->operation, "requestBody"))
    add_body (made, operation->operation, status);
}

static gboolean
is_form (const Made *made)
{
  return made->type != NULL && !g_str_equal (made->type, "application/json");
}

/* What no example can say. */
static void
spoil_request (Made *made, const char *status)
{
  if (g_str_equal (status, "400") && made->body != NULL && !is_form (made))
    made->body[strlen (made->body) - 1] = '\0';
  if (g_str_equal (status, "413"))
    {
      g_free (made->body);
      made->body = g_strnfill (TOO_LARGE, 'x');
    }
  if (g_str_equal (status, "415"))
    {
      g_free (made->type);
      made->type = g_strdup ("text/plain");
    }
  if (g_str_equal (status, "428"))
    g_clear_pointer (&made->match, g_free);
}

/* The name of the security scheme that @operation asks for, "" for none. */
static const char *
find_scheme (JsonObject *operation)
{
  JsonArray *security = json_object_get_array_member (operation, "security");
  g_autoptr (GList) names = NULL;

  if (json_array_get_length (security) == 0)
    return "";
  names = json_object_get_members (json_array_get_object_element (security, 0));
  return names->data;
}

/* How who asks is told to each of the schemes, so that @status comes about. Returns: (nullable): a
 * header's value. */
static char *
find_login (HubFixture *fixture, const char *scheme, const char *status)
{
  gboolean is_forbidden = g_str_equal (status, "403");

  if (*scheme == '\0' || g_str_equal (status, "401"))
    return NULL;
  if (g_str_equal (scheme, "crm"))
    return g_strdup ("Bearer crm-anouk");
  if (g_str_equal (scheme, "survey"))
    return g_strdup (is_forbidden ? "survey-carla" : "survey-anouk");
  if (g_str_equal (scheme, "shop"))
    return hub_basic (is_forbidden ? "carla" : "anouk");

  g_autofree char *token = hub_fixture_sign_in (fixture, is_forbidden ? NULL : "anouk");
  return g_strconcat ("Bearer ", token, NULL);
}

/* An answer without an end is held to the contract by its beginning. */
static void
ask_for_stream (HubFixture *fixture,
                const Operation *operation,
                const Made *made,
                const char *header,
                const char *login)
{
  g_autoptr (HubStream) stream =
      hub_stream_open (fixture, made->path->str, header, login, made->last_event);
  g_autoptr (JsonNode) text = json_node_new (JSON_NODE_VALUE);

  json_node_set_string (text, hub_stream_await (stream, "\n\n"));
  g_autofree char *fault =
      hub_contract_answer_fault (operation->operation, hub_stream_get_status (stream),
                                 hub_stream_get_headers (stream), text);
  g_assert_cmpstr (fault, ==, NULL);
}

static gboolean
is_stream (const Operation *operation, const char *status)
{
  JsonObject *responses = json_object_get_object_member (operation->operation, "responses");
  JsonObject *response = hub_contract_resolve (json_object_get_object_member (responses, status));

  return json_object_has_member (response, "content") &&
         json_object_has_member (json_object_get_object_member (response, "content"),
                                 "text/event-stream");
}

/* The answer is held to the contract on its way; here only that it is the one that was meant. */
static void
ask_for (HubFixture *fixture, const Operation *operation, const char *status, const char *expected)
{
  g_auto (Made) made = { 0 };
  const char *scheme = find_scheme (operation->operation);
  const char *header = g_str_equal (scheme, "survey") ? "X-Api-Key" : "Authorization";
  g_autofree char *login = find_login (fixture, scheme, status);
  g_autofree char *method = g_ascii_strup (operation->method, -1);
  g_autofree char *path = NULL;
  g_autoptr (HubAnswer) answer = NULL;

  make_request (&made, operation, status);
  spoil_request (&made, status);
  if (is_stream (operation, expected))
    {
      ask_for_stream (fixture, operation, &made, header, login);
      return;
    }
  path = g_strconcat (made.path->str, made.query->str, NULL);
  answer = hub_ask (fixture, .method = method, .path = path, .type = made.type, .body = made.body,
                    .key = made.key, .match = made.match, .none_match = made.none_match,
                    .header = { login == NULL ? NULL : header, login });
  if ((int) answer->status != atoi (expected))
    g_error ("%s %s: %u instead of %s: %s", method, path, answer->status, expected, answer->text);
}

static const char *
find_success (JsonObject *responses)
{
  g_autoptr (GList) statuses = json_object_get_members (responses);

  for (GList *status = statuses; status != NULL; status = status->next)
    if (g_str_has_prefix (status->data, "2"))
      return status->data;
  g_error ("The contract has an operation that never succeeds.");
}

static gboolean
is_one_of_its_own (const char *status)
{
  return g_str_has_prefix (status, "2") || g_str_equal (status, "422") ||
         g_str_equal (status, "429") || g_str_equal (status, "500");
}

/* What refuses changes nothing, so all of it is asked of one company, and success last. */
static void
check_operation (const Operation *operation, gpointer user_data)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (HubFixture) limited = NULL;
  JsonObject *responses = json_object_get_object_member (operation->operation, "responses");
  g_autoptr (GList) statuses = json_object_get_members (responses);
  const char *success = find_success (responses);

  g_test_message ("%s %s", operation->method, operation->path);
  for (GList *status = statuses; status != NULL; status = status->next)
    if (!is_one_of_its_own (status->data))
      ask_for (fixture, operation, status->data, status->data);
  ask_for (fixture, operation, success, success);
  if (json_object_has_member (responses, "422"))
    {
      ask_for (fixture, operation, success, success);
      ask_for (fixture, operation, "422", "422");
    }
  if (json_object_has_member (responses, "429"))
    {
      limited = hub_fixture_new (1, 300);
      ask_for (limited, operation, success, success);
      ask_for (limited, operation, success, "429");
    }
}

static void
test_operations (void)
{
  visit_operations (check_operation, NULL);
}

/* A route and an operation, each as "METHOD path" and what it asks for, one a line. */

static gboolean
describe_route (const DiapasonHubRoute *route, gpointer lines)
{
  static const char *const sources[] = { "",        " crm", " platform", " platform agent",
                                         " survey", " shop" };

  g_ptr_array_add (lines,
                   g_strconcat (route->method, " ", route->path, sources[route->access],
                                route->needs & DIAPASON_HUB_NEEDS_KEY ? " key" : "",
                                route->needs & DIAPASON_HUB_NEEDS_MATCH ? " match" : "",
                                route->needs & DIAPASON_HUB_NEEDS_JSON ? " json" : "",
                                route->needs & DIAPASON_HUB_NEEDS_FORM ? " form" : "", NULL));
  return FALSE;
}

static gboolean
requires (JsonObject *operation, const char *header)
{
  JsonArray *parameters = json_object_has_member (operation, "parameters")
                              ? json_object_get_array_member (operation, "parameters")
                              : NULL;

  for (guint i = 0; parameters != NULL && i < json_array_get_length (parameters); i++)
    {
      JsonObject *parameter = hub_contract_resolve (json_array_get_object_element (parameters, i));

      if (g_str_equal (json_object_get_string_member (parameter, "name"), header))
        return json_object_get_boolean_member_with_default (parameter, "required", FALSE);
    }
  return FALSE;
}

static char *
describe_security (JsonObject *operation)
{
  const char *scheme = find_scheme (operation);
  JsonObject *responses = json_object_get_object_member (operation, "responses");
  gboolean is_of_agents =
      g_str_equal (scheme, "platform") && json_object_has_member (responses, "403");

  return g_strconcat (*scheme == '\0' ? "" : " ", scheme, is_of_agents ? " agent" : "", NULL);
}

static const char *
describe_body (JsonObject *operation)
{
  JsonObject *content = NULL;

  if (!json_object_has_member (operation, "requestBody"))
    return "";
  content = json_object_get_object_member (json_object_get_object_member (operation, "requestBody"),
                                           "content");
  return json_object_has_member (content, "application/json") ? " json" : " form";
}

static void
describe_operation (const Operation *operation, gpointer lines)
{
  g_autofree char *method = g_ascii_strup (operation->method, -1);
  g_autofree char *security = describe_security (operation->operation);

  g_ptr_array_add (lines,
                   g_strconcat (method, " ", operation->path, security,
                                requires (operation->operation, "Idempotency-Key") ? " key" : "",
                                requires (operation->operation, "If-Match") ? " match" : "",
                                describe_body (operation->operation), NULL));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
join_sorted (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
test_routes (void)
{
  g_autoptr (GPtrArray) served = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);

  diapason_hub_routes_visit (describe_route, served);
  visit_operations (describe_operation, written);
  g_assert_cmpuint (served->len, >, 40);

  g_autofree char *left = join_sorted (served);
  g_autofree char *right = join_sorted (written);
  g_assert_cmpstr (left, ==, right);
}

/* The validator itself: what it must not let pass. */
static void
test_validator (void)
{
  static const char *const wrong[] = {
    "{}",
    "{\"kind\":\"lacking\"}",
    "{\"kind\":\"lacking\",\"text\":7}",
    "{\"kind\":\"lacking\",\"text\":\"\"}",
    "{\"kind\":\"other\",\"text\":\"words\"}",
    "{\"kind\":\"lacking\",\"text\":\"words\",\"more\":1}",
  };
  g_autoptr (JsonNode) reference =
      json_from_string ("{\"$ref\":\"#/components/schemas/FeedbackNew\"}", NULL);
  g_autoptr (JsonNode) unknown = json_from_string ("{\"multipleOf\":2}", NULL);
  g_autoptr (JsonNode) right = json_from_string ("{\"kind\":\"lacking\",\"text\":\"words\"}", NULL);
  g_autofree char *unchecked = hub_contract_fault (json_node_get_object (unknown), right);

  g_assert_null (hub_contract_fault (json_node_get_object (reference), right));
  g_assert_nonnull (unchecked);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (JsonNode) value = json_from_string (wrong[i], NULL);
      g_autofree char *fault = hub_contract_fault (json_node_get_object (reference), value);

      g_assert_nonnull (fault);
    }
}

static void
test_face (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (HubAnswer) face = hub_ask (fixture, .path = "/");
  g_autoptr (HubAnswer) contract = hub_ask (fixture, .path = "/openapi.json");

  g_assert_cmpstr (hub_answer_text (face, "company"), ==, "Maison Ondine");
  g_assert_cmpstr (hub_answer_text (contract, "openapi"), ==, "3.1.0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hub/contract/validator", test_validator);
  g_test_add_func ("/hub/contract/routes", test_routes);
  g_test_add_func ("/hub/contract/operations", test_operations);
  g_test_add_func ("/hub/contract/face", test_face);
  return g_test_run ();
}
