/* test-desk-demo.c: the demo's company as the program fetches it: beside each number of the
 * worklist stand the reasons whose sum it is, under every challenge; and whoever calls comes up by
 * themselves.
 */
#include <glib/gstdio.h>

#include "await.h"
#include "desk-fixture.h"
#include "hub.h"
#include "row-item.h"
#include "windowed-list.h"

#define CUSTOMERS 2000
#define DAYS      120
#define LEAST     10 /* that wait in it */
#define PACE      400

/* The hub in a thread of its own. */
typedef struct
{
  char *path;
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  GAsyncQueue *ready;
  guint port;
  DiapasonHub *hub; /* of its thread */
} Company;

static gpointer
serve (gpointer data)
{
  Company *company = data;
  g_autoptr (GError) error = NULL;

  g_main_context_push_thread_default (company->context);
  {
    g_autoptr (DiapasonHub) hub = diapason_hub_new (company->path, &error);

    g_assert_no_error (error);
    diapason_hub_listen (hub, 0, &error);
    g_assert_no_error (error);
    company->hub = hub;
    g_async_queue_push (company->ready, GUINT_TO_POINTER (diapason_hub_get_port (hub)));
    g_main_loop_run (company->loop);
  }
  g_main_context_pop_thread_default (company->context);
  return NULL;
}

static void
company_open (Company *company, const char *folder)
{
  const DiapasonHubCompany plan = { CUSTOMERS, DAYS, 7, DESK_FIXTURE_NOW };
  g_autoptr (GError) error = NULL;

  company->path = g_build_filename (folder, "hub.db", NULL);
  diapason_hub_company_create (&plan, company->path, &error);
  g_assert_no_error (error);
  company->ready = g_async_queue_new ();
  company->context = g_main_context_new ();
  company->loop = g_main_loop_new (company->context, FALSE);
  company->thread = g_thread_new ("hub", serve, company);
  company->port = GPOINTER_TO_UINT (g_async_queue_pop (company->ready));
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static gboolean
begin_day_cb (gpointer hub)
{
  g_autoptr (GError) error = NULL;

  diapason_hub_begin_day (hub, PACE, TRUE, &error);
  g_assert_no_error (error);
  return G_SOURCE_REMOVE;
}

static void
company_close (Company *company)
{
  g_main_context_invoke (company->context, quit_cb, company->loop);
  g_thread_join (company->thread);
  g_main_loop_unref (company->loop);
  g_main_context_unref (company->context);
  g_async_queue_unref (company->ready);
  g_free (company->path);
}

static const struct
{
  const char *preset;
  const char *path;
  const char *login[9]; /* name, value alternating */
} sources[] = {
  { "crm", "/crm/v1", { "token", "crm-amina" } },
  { "contact-platform",
    "/platform",
    { "client_id", "diapason", "client_secret", "diapason-demo-secret", "user", "amina", "password",
      "demo-amina" } },
  { "survey-tool", "/survey/v2", { "key", "survey-amina" } },
  { "web-shop", "/shop", { "user", "amina", "password", "shop-amina" } },
};

static void
add_source (DeskFixture *fixture, DiapasonSecrets *secrets, guint port, guint i)
{
  g_autofree char *base = g_strdup_printf ("http://127.0.0.1:%u%s", port, sources[i].path);
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonDescriptor) descriptor =
      diapason_descriptor_new_from_preset (sources[i].preset, base, NULL, NULL, &error);
  g_autoptr (GHashTable) login = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_assert_no_error (error);
  for (guint j = 0; sources[i].login[j] != NULL; j += 2)
    g_hash_table_insert (login, g_strdup (sources[i].login[j]), g_strdup (sources[i].login[j + 1]));
  diapason_secrets_lend (secrets, sources[i].preset, login);
  diapason_sync_engine_add (fixture->engine, descriptor, &error);
  g_assert_no_error (error);
}

static void
fetch_company (DeskFixture *fixture, guint port)
{
  g_autoptr (DiapasonSession) session = diapason_session_new (NULL);
  g_autoptr (DiapasonSecrets) secrets = diapason_secrets_new ("test", FALSE);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DiapasonSyncReport) report = NULL;
  g_autoptr (GError) error = NULL;

  fixture->engine = diapason_sync_engine_new (fixture->store, session, secrets);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    add_source (fixture, secrets, port, i);
  diapason_sync_engine_sync_once_async (fixture->engine, NULL, NULL, await_cb, &result);
  await (&result);
  report = diapason_sync_engine_sync_once_finish (fixture->engine, result, &error);
  g_assert_no_error (error);
  g_assert_true (diapason_sync_report_is_success (report));
  desk_fixture_commit (fixture);
  g_object_unref (fixture->desk);
  fixture->desk = diapason_desk_new (fixture->store, fixture->derive, fixture->engine);
}

/* Every row: the sum, the order, and that it says something. */
static guint
check_rows (GListModel *list)
{
  guint n = g_list_model_get_n_items (list);
  int before = G_MAXINT;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DiapasonRowItem) item = g_list_model_get_item (list, i);
      const DiapasonWorkRecord *record;
      int sum = 0;

      while ((record = diapason_row_item_get_record (item)) == NULL)
        g_main_context_iteration (NULL, TRUE);
      for (guint j = 0; j < record->priority.n_reasons; j++)
        {
          g_assert_cmpint (record->priority.reasons[j].points, >, 0);
          sum += record->priority.reasons[j].points;
        }
      g_assert_cmpint (sum, ==, record->priority.points);
      g_assert_cmpint (sum, <=, before);
      before = sum;
    }
  return n;
}

static void
loaded_cb (gboolean *loaded)
{
  *loaded = TRUE;
}

static void
check_challenge (DiapasonWork *work, guint challenge)
{
  GListModel *list = diapason_work_get_to_treat (work);
  gboolean loaded = FALSE;
  gulong id = g_signal_connect_swapped (list, "items-changed", G_CALLBACK (loaded_cb), &loaded);

  diapason_work_set_challenge (work, challenge);
  while (!loaded)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (list, id);
  g_assert_cmpuint (check_rows (list), >, LEAST);
}

static void
test_sums (DiapasonWork *work)
{
  g_auto (GStrv) challenges = NULL;
  GListModel *list;

  while (!diapason_work_get_ready (work))
    g_main_context_iteration (NULL, TRUE);
  list = diapason_work_get_to_treat (work);
  while (diapason_windowed_list_get_loading (DIAPASON_WINDOWED_LIST (list)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (check_rows (list), >, LEAST);
  challenges = diapason_work_get_challenges (work);
  for (guint i = 1; challenges[i] != NULL; i++)
    check_challenge (work, i);
}

static void
began_cb (gint64 *began, gint64 person, gint64 interaction)
{
  *began = person;
}

/* The clock of the store stands still: what waits by it is let go on. */
static void
test_began (DeskFixture *fixture, Company *company, DiapasonWork *work)
{
  gint64 began = 0;

  g_signal_connect_swapped (work, "contact-began", G_CALLBACK (began_cb), &began);
  diapason_sync_engine_start (fixture->engine);
  g_main_context_invoke (company->context, begin_day_cb, company->hub);
  while (began == 0)
    {
      g_main_context_iteration (NULL, FALSE);
      diapason_clock_advance (fixture->clock, 100);
      g_usleep (1000);
    }
  g_assert_cmpuint (g_list_model_get_n_items (diapason_work_get_contacts (work)), >, 0);
}

static void
test_demo (DeskFixture *fixture, gconstpointer data)
{
  Company company = { 0 };
  DiapasonWork *work;

  company_open (&company, fixture->folder);
  fetch_company (fixture, company.port);
  work = diapason_desk_get_work (fixture->desk);
  test_sums (work);
  test_began (fixture, &company, work);
  diapason_sync_engine_stop (fixture->engine);
  company_close (&company);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/desk/demo", DeskFixture, NULL, desk_fixture_set_up, test_demo,
              desk_fixture_tear_down);
  return g_test_run ();
}
