/* test-hub.c: the two descriptors against the real hub: all that it tells is in the cache, and what
 * changes since comes in to the same state as reading it from the beginning.
 */
#include <glib/gstdio.h>

#include "await.h"
#include "hub.h"
#include "json-value.h"
#include "session.h"
#include "source-fixture.h"

#define LOGIN   "amina"
#define SECONDS 300
#define ID      "3f0e6a52-58cc-4372-a567-0e02b2c3d47" /* all but the last digit of a UUID */

/* The hub in a thread of its own, over an invented company. */
typedef struct
{
  char *folder;
  char *path;
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  GAsyncQueue *ready;
  char *base;
  DiapasonHub *hub; /* of its thread */
  DiapasonSession *session;
} Company;

static gpointer
serve (gpointer data)
{
  Company *company = data;
  g_autoptr (GError) error = NULL;

  g_main_context_push_thread_default (company->context);
  g_autoptr (DiapasonHub) hub = diapason_hub_new (company->path, &error);
  g_assert_no_error (error);
  g_object_set (hub, "token-seconds", SECONDS, NULL);
  diapason_hub_listen (hub, 0, &error);
  g_assert_no_error (error);
  company->hub = hub;
  g_async_queue_push (company->ready, GUINT_TO_POINTER (diapason_hub_get_port (hub)));
  g_main_loop_run (company->loop);
  g_main_context_pop_thread_default (company->context);
  return NULL;
}

static void
company_open (Company *company)
{
  DiapasonHubCompany plan = { 200, 30, 7, G_GINT64_CONSTANT (1772445000000) };
  g_autoptr (GError) error = NULL;

  company->folder = g_dir_make_tmp ("diapason-hub-XXXXXX", NULL);
  company->path = g_build_filename (company->folder, "hub.db", NULL);
  diapason_hub_company_create (&plan, company->path, &error);
  g_assert_no_error (error);
  company->session = diapason_session_new (NULL);
  company->ready = g_async_queue_new ();
  company->context = g_main_context_new ();
  company->loop = g_main_loop_new (company->context, FALSE);
  company->thread = g_thread_new ("hub", serve, company);
  company->base = g_strdup_printf ("http://127.0.0.1:%u",
                                   GPOINTER_TO_UINT (g_async_queue_pop (company->ready)));
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
company_close (Company *company)
{
  g_autoptr (GDir) directory = NULL;

  g_main_context_invoke (company->context, quit_cb, company->loop);
  g_thread_join (company->thread);
  g_main_loop_unref (company->loop);
  g_main_context_unref (company->context);
  g_async_queue_unref (company->ready);
  g_object_unref (company->session);
  await_quiet ();
  directory = g_dir_open (company->folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name (directory)) != NULL;)
    {
      g_autofree char *path = g_build_filename (company->folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (company->folder);
  g_free (company->folder);
  g_free (company->path);
  g_free (company->base);
}

/* Asks the hub as a person's program would. @extra: (nullable) a header's name and value. */
static char *
ask (Company *company,
     const char *method,
     const char *path,
     const char *token,
     const char *body,
     const char *const *extra)
{
  g_autofree char *uri = g_strconcat (company->base, path, NULL);
  g_autofree char *bearer = g_strconcat ("Bearer ", token, NULL);
  g_autoptr (DiapasonHttpRequest) request = diapason_http_request_new (method, uri);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_form = body != NULL && *body != '{';

  diapason_http_request_add_header (request, "Authorization", bearer);
  if (extra != NULL)
    diapason_http_request_add_header (request, extra[0], extra[1]);
  request->body = body == NULL ? NULL : g_bytes_new (body, strlen (body));
  request->content_type =
      g_strdup (is_form ? "application/x-www-form-urlencoded" : "application/json");
  diapason_session_send_async (company->session, request, NULL, await_cb, &result);
  await (&result);
  g_autoptr (DiapasonHttpResponse) response =
      diapason_session_send_finish (company->session, result, &error);
  g_assert_no_error (error);
  GBytes *bytes = diapason_http_response_get_body (response);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (diapason_http_response_get_status (response) / 100 != 2)
    g_error ("%s %s: %s", method, path, text);
  return g_steal_pointer (&text);
}

static DiapasonJsonValue *
ask_json (Company *company, const char *path)
{
  g_autofree char *text = ask (company, "GET", path, "crm-" LOGIN, NULL, NULL);
  DiapasonJsonValue *json = diapason_json_value_parse (text, strlen (text), NULL);

  g_assert_nonnull (json);
  return json;
}

static char *
platform_token (Company *company)
{
  g_autofree char *text = ask (company, "POST", "/platform/oauth/token", "",
                               "grant_type=password&client_id=diapason&client_secret="
                               "diapason-demo-secret&username=" LOGIN "&password=demo-" LOGIN,
                               NULL);
  g_autoptr (DiapasonJsonValue) json = diapason_json_value_parse (text, strlen (text), NULL);
  char *token = NULL;

  g_assert_true (diapason_json_get_string (json, "access_token", &token, NULL));
  return token;
}

/* Sources ------------------------------------------------------------------------------------ */

static void
connect_sources (SourceFixture *fixture, Company *company)
{
  g_autofree char *crm = g_strconcat (company->base, "/crm/v1", NULL);
  g_autofree char *platform = g_strconcat (company->base, "/platform", NULL);

  source_fixture_connect (fixture, "crm", crm, "token crm-" LOGIN);
  source_fixture_connect (fixture, "contact-platform", platform,
                          "client_id diapason client_secret diapason-demo-secret user " LOGIN
                          " password demo-" LOGIN);
}

/* The CRM says how many there are of each. */
static void
check_totals (SourceFixture *fixture, Company *company)
{
  static const char *const lists[][2] = {
    { "units", "unit" },         { "advisers", "adviser" },
    { "customers", "customer" }, { "contact-points", "contact_point" },
    { "relations", "relation" }, { "contracts", "contract" },
    { "promises", "promise" },   { "customer-facts", "customer_fact" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *path = g_strdup_printf ("/crm/v1/%s?per_page=1", lists[i][0]);
      g_autofree char *sql = g_strdup_printf (
          "SELECT count(*) FROM %s JOIN record USING (id) JOIN source s ON s.id = source "
          "WHERE s.name = 'crm'",
          lists[i][1]);
      g_autoptr (DiapasonJsonValue) answer = ask_json (company, path);
      g_autoptr (DiapasonJsonValue) total = diapason_json_value_member (answer, "total");
      g_autofree char *wanted = diapason_json_value_to_string (total);
      source_fixture_check (fixture, g_intern_string (sql), wanted);
      g_assert_cmpstr (wanted, !=, "0");
    }
}

static char *
first (SourceFixture *fixture, const char *sql)
{
  g_autofree char *all = source_fixture_dump (fixture, sql);

  return g_strndup (all, strcspn (all, "\n"));
}

/* What happens in the company in a minute. */
static void
change_company (SourceFixture *fixture, Company *company)
{
  g_autofree char *token = platform_token (company);
  g_autofree char *point =
      first (fixture, "SELECT remote_id || ' ' || revision FROM contact_point JOIN record "
                      "USING (id) WHERE source = 1 AND NOT preferred ORDER BY 1");
  g_auto (GStrv) words = g_strsplit (point, " ", 2);
  g_autofree char *point_path = g_strconcat ("/crm/v1/contact-points/", words[0], NULL);
  g_autofree char *match = g_strdup_printf ("\"%s\"", words[1]);
  g_autofree char *customer =
      first (fixture, "SELECT remote_id FROM customer JOIN record USING (id) WHERE source = 1");
  g_autofree char *promise =
      g_strdup_printf ("{\"id\":\"" ID "1\",\"customer_id\":\"%s\",\"text\":\"Write on "
                       "Monday\",\"due_at\":\"2099-03-09T11:00:00Z\"}",
                       customer);
  g_autofree char *email =
      g_strdup_printf ("{\"customer_id\":\"%s\",\"kind\":\"email\",\"value\":\"new@post.example\"}",
                       customer);
  g_autofree char *conversation =
      first (fixture, "SELECT remote_id FROM interaction JOIN record USING (id) "
                      "WHERE state = 'open' ORDER BY 1");
  g_autofree char *thread = g_strdup_printf ("/platform/conversations/%s/messages", conversation);

  g_free (ask (company, "DELETE", point_path, "crm-" LOGIN, NULL,
               (const char *const[]){ "If-Match", match }));
  g_free (ask (company, "POST", "/crm/v1/promises", "crm-" LOGIN, promise,
               (const char *const[]){ "Idempotency-Key", "k1" }));
  g_free (ask (company, "POST", "/crm/v1/contact-points", "crm-" LOGIN, email,
               (const char *const[]){ "Idempotency-Key", "k2" }));
  g_free (ask (company, "POST", thread, token,
               "{\"id\":\"" ID "2\",\"kind\":\"note\",\"text\":\"Looked into it\"}",
               (const char *const[]){ "Idempotency-Key", "k3" }));
}

static void
test_hub (SourceFixture *fixture, gconstpointer data)
{
  Company company = { 0 };
  SourceFixture fresh = { 0 };

  company_open (&company);
  connect_sources (fixture, &company);
  source_fixture_sync_well (fixture);
  check_totals (fixture, &company);
  source_fixture_check (
      fixture,
      "SELECT s.name || ' ' || a.login FROM source s JOIN adviser a ON a.id = s.me "
      "ORDER BY 1",
      "contact-platform " LOGIN "\ncrm " LOGIN);
  g_autofree char *before = source_fixture_dump_all (fixture);
  source_fixture_sync_well (fixture);
  g_autofree char *same = source_fixture_dump_all (fixture);
  g_assert_cmpstr (same, ==, before);

  change_company (fixture, &company);
  source_fixture_sync_well (fixture);
  check_totals (fixture, &company);
  g_autofree char *after = source_fixture_dump_all (fixture);
  g_assert_nonnull (strstr (after, "Write on Monday"));
  g_assert_nonnull (strstr (after, "new@post.example"));
  g_assert_nonnull (strstr (after, "Looked into it"));

  source_fixture_set_up (&fresh, NULL);
  connect_sources (&fresh, &company);
  source_fixture_sync_well (&fresh);
  g_autofree char *anew = source_fixture_dump_all (&fresh);
  g_assert_cmpstr (anew, ==, after);
  source_fixture_tear_down (&fresh, NULL);
  source_fixture_restart (fixture);
  company_close (&company);
}

/* Live --------------------------------------------------------------------------------------- */

#define N_NOTES  50
#define GATHERED 500 /* what comes sooner after the last look is gathered */

static gboolean
cut_cb (gpointer hub)
{
  diapason_hub_cut_streams (hub);
  return G_SOURCE_REMOVE;
}

static void
await_live (SourceFixture *fixture, const char *name, gboolean wanted)
{
  while (diapason_source_status_get_live (source_fixture_status (fixture, name)) != wanted)
    g_main_context_iteration (NULL, TRUE);
}

static void
await_notes (SourceFixture *fixture, guint n_notes)
{
  g_autofree char *wanted = g_strdup_printf ("%u", n_notes);
  g_autofree char *found = NULL;

  while (g_strcmp0 (found, wanted) != 0)
    {
      g_main_context_iteration (NULL, FALSE);
      g_free (found);
      found =
          source_fixture_dump (fixture, "SELECT count(*) FROM message WHERE body LIKE 'Note %'");
    }
}

static void
write_note (Company *company, const char *token, const char *conversation, guint n)
{
  g_autofree char *thread = g_strdup_printf ("/platform/conversations/%s/messages", conversation);
  g_autofree char *key = g_strdup_printf ("note-%u", n);
  g_autofree char *note =
      g_strdup_printf ("{\"id\":\"3f0e6a52-58cc-4372-a567-0e02b2c3%04u\",\"kind\":\"note\","
                       "\"text\":\"Note %u\"}",
                       n, n);

  g_free (
      ask (company, "POST", thread, token, note, (const char *const[]){ "Idempotency-Key", key }));
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

/* Each change comes by itself, the one in the middle although the stream was cut, and in the end
 * all is as if it was read from the beginning. */
static void
test_live (SourceFixture *fixture, gconstpointer data)
{
  Company company = { 0 };
  SourceFixture fresh = { 0 };
  gint64 took[N_NOTES];

  company_open (&company);
  connect_sources (fixture, &company);
  diapason_sync_engine_start (fixture->engine);
  await_live (fixture, "crm", TRUE);
  await_live (fixture, "contact-platform", TRUE);
  source_fixture_sync_well (fixture);
  g_autofree char *token = platform_token (&company);
  g_autofree char *conversation =
      first (fixture, "SELECT remote_id FROM interaction JOIN record USING (id) "
                      "WHERE state = 'open' ORDER BY 1");
  for (guint i = 0; i < N_NOTES; i++)
    {
      diapason_clock_advance (fixture->clock, GATHERED);
      if (i == N_NOTES / 2)
        {
          g_main_context_invoke (company.context, cut_cb, company.hub);
          await_live (fixture, "contact-platform", FALSE);
        }
      took[i] = g_get_monotonic_time ();
      write_note (&company, token, conversation, i);
      if (i == N_NOTES / 2)
        diapason_clock_advance (fixture->clock, 1000);
      await_notes (fixture, i + 1);
      took[i] = g_get_monotonic_time () - took[i];
    }
  qsort (took, N_NOTES, sizeof took[0], compare_times);
  g_test_message ("from before the write to the row: median %.1f ms, most %.1f ms",
                  (double) took[N_NOTES / 2] / 1000, (double) took[N_NOTES - 1] / 1000);

  g_autofree char *after = source_fixture_dump_all (fixture);
  source_fixture_set_up (&fresh, NULL);
  connect_sources (&fresh, &company);
  source_fixture_sync_well (&fresh);
  g_autofree char *anew = source_fixture_dump_all (&fresh);
  g_assert_cmpstr (anew, ==, after);
  source_fixture_tear_down (&fresh, NULL);
  source_fixture_restart (fixture);
  company_close (&company);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/source/hub", SourceFixture, NULL, source_fixture_set_up, test_hub,
              source_fixture_tear_down);
  g_test_add ("/source/hub/live", SourceFixture, NULL, source_fixture_set_up, test_live,
              source_fixture_tear_down);
  return g_test_run ();
}
