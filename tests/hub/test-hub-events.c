/* test-hub-events.c: the sources' changes as server-sent events: who is told what, from where on,
 * and how a stream ends. */
#include "hub-event-log.h"
#include "hub-stream.h"

#define CRM        "/crm/v1/events"
#define PLATFORM   "/platform/events"
#define CUSTOMER   "/crm/v1/customers/C0000042"
#define N_CLIENTS  20
#define BEGINNING  "id: 60\n\n"
#define CHANGE_61  "id: 61\nevent: change\ndata: {\"stream\":\"customers\",\"id\":\"C0000042\"}\n\n"
#define CHANGE_62  "id: 62\nevent: change\ndata: {\"stream\":\"customers\",\"id\":\"C0000042\"}\n\n"
#define RESET(seq) "id: " seq "\nevent: reset\ndata: {}\n\n"

static HubStream *
open_crm (HubFixture *fixture, const char *last_event)
{
  return hub_stream_open (fixture, CRM, "Authorization", "Bearer crm-anouk", last_event);
}

static HubStream *
open_platform (HubFixture *fixture, const char *token)
{
  g_autofree char *bearer = g_strconcat ("Bearer ", token, NULL);

  return hub_stream_open (fixture, PLATFORM, "Authorization", bearer, NULL);
}

static HubAnswer *
set_language (HubFixture *fixture, const char *match, const char *language)
{
  g_autofree char *body = g_strdup_printf ("{\"language\":\"%s\"}", language);

  return hub_ask (fixture, .method = "PATCH", .path = CUSTOMER, .token = "crm-anouk",
                  .match = match, .body = body);
}

static void
change_customer (HubFixture *fixture, const char *match, const char *language)
{
  g_autoptr (HubAnswer) answer = set_language (fixture, match, language);

  g_assert_cmpuint (answer->status, ==, 200);
}

static void
count (DiapasonHub *hub, gpointer data)
{
  *(guint *) data = diapason_hub_count_streams (hub);
}

/* A client that went has its connection closed in the main context. */
static void
await_count (HubFixture *fixture, guint wanted)
{
  for (guint n_streams = wanted + 1; n_streams != wanted;)
    {
      g_main_context_iteration (NULL, FALSE);
      hub_fixture_call (fixture, count, &n_streams);
    }
}

static void
cut (DiapasonHub *hub, gpointer data)
{
  diapason_hub_cut_streams (hub);
}

static void
set_heartbeat (DiapasonHub *hub, gpointer data)
{
  g_object_set (hub, "heartbeat-ms", GPOINTER_TO_UINT (data), NULL);
}

/* A change is told once, to those whose source it is of, and only when it stands. */
static void
test_change (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autofree char *token = hub_fixture_sign_in (fixture, "anouk");
  g_autoptr (HubStream) crm = open_crm (fixture, NULL);
  g_autoptr (HubStream) platform = open_platform (fixture, token);
  g_autoptr (HubAnswer) stale = set_language (fixture, "\"7\"", "it");
  g_autoptr (HubAnswer) presence = NULL;

  g_assert_cmpuint (stale->status, ==, 412);
  change_customer (fixture, "\"1\"", "it");
  presence = hub_ask (fixture, .method = "PUT", .path = "/platform/presence/anouk", .token = token,
                      .body = "{\"state\":\"busy\"}");
  change_customer (fixture, "\"2\"", "en");
  hub_stream_expect (
      crm, BEGINNING CHANGE_61
      "id: 63\nevent: change\ndata: {\"stream\":\"customers\",\"id\":\"C0000042\"}\n\n");
  hub_stream_expect (platform, BEGINNING
                     "id: 62\nevent: change\ndata: {\"stream\":\"presence\",\"id\":\"anouk\"}\n\n");
}

/* One transaction changes a conversation and adds a note to it. */
static void
test_transaction (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autofree char *token = hub_fixture_sign_in (fixture, "anouk");
  g_autoptr (HubStream) stream = open_platform (fixture, token);
  g_autoptr (HubAnswer) answer =
      hub_ask (fixture, .method = "POST", .path = "/platform/conversations/in_0000003/transfer",
               .token = token, .body = "{\"to\":\"bastien\",\"note\":\"Yours\"}");
  const char *text = NULL;

  g_assert_cmpuint (answer->status, ==, 200);
  text = hub_stream_await (stream, "\"in_0000003\"}\n\n");
  g_assert_true (g_str_has_prefix (text, BEGINNING "id: 61\nevent: change\n"
                                                   "data: {\"stream\":\"messages\",\"id\":\""));
  g_assert_true (
      g_str_has_suffix (text, "id: 62\nevent: change\n"
                              "data: {\"stream\":\"conversations\",\"id\":\"in_0000003\"}\n\n"));
}

static void
expect_from (HubFixture *fixture, const char *last_event, const char *text)
{
  g_autoptr (HubStream) stream = open_crm (fixture, last_event);

  hub_stream_expect (stream, text);
}

/* From where on: what is asked for, or that nobody knows. 59 is of an earlier life. */
static void
test_replay (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);

  expect_from (fixture, "60", BEGINNING);
  change_customer (fixture, "\"1\"", "it");
  change_customer (fixture, "\"2\"", "en");
  expect_from (fixture, NULL, "id: 62\n\n");
  expect_from (fixture, "62", "id: 62\n\n");
  expect_from (fixture, "61", CHANGE_62 "id: 62\n\n");
  expect_from (fixture, "60", CHANGE_61 CHANGE_62 "id: 62\n\n");
  expect_from (fixture, "59", RESET ("62") "id: 62\n\n");
  expect_from (fixture, "63", RESET ("62") "id: 62\n\n");
  expect_from (fixture, "-1", RESET ("62") "id: 62\n\n");
  expect_from (fixture, "W7", RESET ("62") "id: 62\n\n");
}

/* The log forgets its oldest, and says so. */
static void
test_log (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonHubDatabase) database =
      diapason_hub_database_open (hub_fixture_get_path (fixture), &error);
  g_autoptr (DiapasonHubEventLog) log = diapason_hub_event_log_new (database);
  g_autoptr (GString) text = g_string_new (NULL);
  const DiapasonHubChange change = { "unit", 1 };

  g_assert_no_error (error);
  for (gint64 seq = 61; seq <= 61 + DIAPASON_HUB_EVENT_LOG_LENGTH; seq++)
    {
      diapason_hub_database_run (database, "UPDATE unit SET seq = ?1 WHERE rowid = 1", "i", seq);
      diapason_hub_event_log_add (log, &change, 1);
      diapason_hub_event_log_add (log, &change, 1);
    }
  g_assert_cmpint (diapason_hub_event_log_get_last (log), ==, 61 + DIAPASON_HUB_EVENT_LOG_LENGTH);
  g_assert_false (diapason_hub_event_log_tell (log, "/crm/v1", 60, text));
  g_assert_cmpuint (text->len, ==, 0);
  g_assert_true (diapason_hub_event_log_tell (log, "/crm/v1", 61, text));
  g_assert_true (g_str_has_prefix (text->str, "id: 62\n"));
  g_string_truncate (text, 0);
  g_assert_true (diapason_hub_event_log_tell (log, "/platform", 61, text));
  g_assert_cmpuint (text->len, ==, 0);
}

/* What is noted of a customer is hinted at by its id alone. */
static void
test_fact (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonHubDatabase) database =
      diapason_hub_database_open (hub_fixture_get_path (fixture), &error);
  g_autoptr (DiapasonHubEventLog) log = diapason_hub_event_log_new (database);
  g_autoptr (GString) text = g_string_new (NULL);
  DiapasonHubChange change = { "customer_fact", 0 };

  g_assert_no_error (error);
  diapason_hub_database_touch (database, "customer_fact", "F0000042-2");
  change.rowid = diapason_hub_database_number (database,
                                               "SELECT rowid FROM customer_fact"
                                               " WHERE id = 'F0000042-2'",
                                               "");
  diapason_hub_event_log_add (log, &change, 1);
  g_assert_true (diapason_hub_event_log_tell (log, "/crm/v1", 60, text));
  g_assert_cmpstr (
      text->str, ==,
      "id: 61\nevent: change\ndata: {\"stream\":\"customer-facts\",\"id\":\"F0000042-2\"}\n\n");
}

static void
test_many (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (GPtrArray) streams =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hub_stream_close);

  for (guint i = 0; i < N_CLIENTS; i++)
    g_ptr_array_add (streams, open_crm (fixture, NULL));
  await_count (fixture, N_CLIENTS);
  change_customer (fixture, "\"1\"", "it");
  for (guint i = 0; i < N_CLIENTS; i++)
    hub_stream_expect (g_ptr_array_index (streams, i), BEGINNING CHANGE_61);
  g_ptr_array_set_size (streams, N_CLIENTS / 2);
  await_count (fixture, N_CLIENTS / 2);
}

static void
test_cut (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (HubStream) stream = open_crm (fixture, NULL);
  g_autoptr (HubStream) again = NULL;

  hub_stream_expect (stream, BEGINNING);
  hub_fixture_call (fixture, cut, NULL);
  hub_stream_await_end (stream);
  await_count (fixture, 0);
  change_customer (fixture, "\"1\"", "it");
  again = open_crm (fixture, "60");
  hub_stream_expect (again, CHANGE_61 "id: 61\n\n");
}

static void
test_heartbeat (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (HubStream) stream = NULL;

  hub_fixture_call (fixture, set_heartbeat, GUINT_TO_POINTER (10));
  stream = open_crm (fixture, NULL);
  hub_stream_await (stream, BEGINNING ": still here\n\n: still here\n\n");
}

/* A stream is no better than the token it was asked with; the client's own cannot be refused. */
static void
test_token (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 1);
  g_autofree char *token = hub_fixture_sign_in (fixture, NULL);
  g_autoptr (HubStream) stream = open_platform (fixture, token);
  g_autoptr (HubAnswer) answer = NULL;

  g_assert_cmpuint (hub_stream_get_status (stream), ==, 200);
  hub_stream_await_end (stream);
  hub_stream_expect (stream, BEGINNING);
  answer = hub_ask (fixture, .path = PLATFORM, .token = token);
  hub_assert_refused (answer, 401, "invalid_token");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hub/events/change", test_change);
  g_test_add_func ("/hub/events/transaction", test_transaction);
  g_test_add_func ("/hub/events/replay", test_replay);
  g_test_add_func ("/hub/events/log", test_log);
  g_test_add_func ("/hub/events/fact", test_fact);
  g_test_add_func ("/hub/events/many", test_many);
  g_test_add_func ("/hub/events/cut", test_cut);
  g_test_add_func ("/hub/events/heartbeat", test_heartbeat);
  g_test_add_func ("/hub/events/token", test_token);
  return g_test_run ();
}
