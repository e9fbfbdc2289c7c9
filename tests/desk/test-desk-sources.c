/* test-desk-sources.c: how sources are doing, and signing in to one. */
#include <glib/gstdio.h>

#include "await.h"
#include "desk-fixture.h"

static gboolean
sign_in (DeskFixture *fixture, const char *source, const char *token, char **notice, GError **error)
{
  g_autoptr (GHashTable) login = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GAsyncResult) result = NULL;

  g_hash_table_insert (login, (gpointer) "token", (gpointer) token);
  diapason_desk_sign_in_async (fixture->desk, source, login, NULL, await_cb, &result);
  await (&result);
  return diapason_desk_sign_in_finish (fixture->desk, result, notice, error);
}

static void
test_states (DeskFixture *fixture, gconstpointer data)
{
  GListModel *sources;
  g_autoptr (DiapasonSourceStatus) status = NULL;

  desk_fixture_connect (fixture);
  sources = diapason_desk_get_sources (fixture->desk);
  g_assert_cmpuint (g_list_model_get_n_items (sources), ==, 1);
  status = g_list_model_get_item (sources, 0);
  g_assert_cmpstr (diapason_source_status_get_label (status), ==, "CRM");
  g_assert_cmpint (diapason_source_status_get_state (status), ==, DIAPASON_SOURCE_NEW);

  /* It has no login. */
  diapason_sync_engine_start (fixture->engine);
  while (diapason_source_status_get_state (status) != DIAPASON_SOURCE_LOGIN)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_login_fields (DeskFixture *fixture, gconstpointer data)
{
  g_auto (GStrv) fields = NULL;

  desk_fixture_connect (fixture);
  fields = diapason_desk_login_fields (fixture->desk, "crm");
  g_assert_cmpuint (g_strv_length (fields), ==, 1);
  g_assert_cmpstr (fields[0], ==, "token");
  g_assert_null (diapason_desk_login_fields (fixture->desk, "unknown"));
}

static void
test_sign_in (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonSourceStatus) status = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;

  desk_fixture_connect (fixture);
  status = g_list_model_get_item (diapason_desk_get_sources (fixture->desk), 0);
  diapason_sync_engine_start (fixture->engine);

  g_assert_false (sign_in (fixture, "crm", "wrong", &notice, &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (notice);
  g_clear_error (&error);

  g_assert_true (sign_in (fixture, "crm", "right", &notice, &error));
  g_assert_no_error (error);
  while (diapason_source_status_get_state (status) != DIAPASON_SOURCE_IN_SYNC)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_unknown (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;

  desk_fixture_connect (fixture);
  g_assert_false (sign_in (fixture, "unknown", "right", &notice, &error));
  g_assert_nonnull (error);
}

/* "Ask again now". */
static void
test_sync_now (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;
  guint before;

  desk_fixture_connect (fixture);
  diapason_sync_engine_start (fixture->engine);
  g_assert_true (sign_in (fixture, "crm", "right", &notice, &error));
  fake_server_await (fixture->server, "/customers", 1);
  before = fake_server_count (fixture->server, "/customers");
  diapason_desk_sync_now (fixture->desk, "crm");
  fake_server_await (fixture->server, "/customers", before + 1);
}

/* Removing */

static gboolean
remove_source (DeskFixture *fixture, const char *source, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *notice = NULL;

  diapason_desk_remove_source_async (fixture->desk, source, await_cb, &result);
  await (&result);
  return diapason_desk_remove_source_finish (fixture->desk, result, &notice, error);
}

static void
describe (DeskFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "crm.json", NULL);

  desk_fixture_connect (fixture);
  diapason_desk_set_sources_folder (fixture->desk, fixture->folder);
  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
}

static void
test_removes (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *address = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  describe (fixture);
  desk_fixture_tell_quills (fixture);
  address = diapason_desk_source_address (fixture->desk, "crm");
  g_assert_true (g_str_has_prefix (address, "http://127.0.0.1:"));
  g_assert_null (diapason_desk_source_address (fixture->desk, "unknown"));
  g_assert_null (diapason_desk_sources_stay (fixture->desk));
  g_assert_cmpint (desk_fixture_person (fixture, "crm", "c2"), !=, 0);

  g_assert_true (remove_source (fixture, "crm", &error));
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "crm.json", NULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (g_list_model_get_n_items (diapason_desk_get_sources (fixture->desk)), ==, 0);
  desk_fixture_commit (fixture);
  g_assert_cmpint (desk_fixture_person (fixture, "crm", "c2"), ==, 0);
  g_assert_cmpint (desk_fixture_person (fixture, "desk", "d1"), !=, 0);
}

/* The demo's. */
static void
test_stays (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  desk_fixture_connect (fixture);
  g_assert_nonnull (diapason_desk_sources_stay (fixture->desk));
  g_assert_false (remove_source (fixture, "crm", &error));
  g_assert_cmpstr (error->message, ==, diapason_desk_sources_stay (fixture->desk));
  g_assert_cmpuint (g_list_model_get_n_items (diapason_desk_get_sources (fixture->desk)), ==, 1);
}

/* What stands in the place of its file is a folder with something in it. */
static void
test_file_stays (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "crm.json", NULL);
  g_autofree char *within = g_build_filename (folder, "more", NULL);
  g_autoptr (GError) error = NULL;

  desk_fixture_connect (fixture);
  diapason_desk_set_sources_folder (fixture->desk, fixture->folder);
  g_assert_cmpint (g_mkdir_with_parents (within, 0700), ==, 0);
  g_assert_false (remove_source (fixture, "crm", &error));
  g_assert_nonnull (strstr (error->message, "still here"));
  g_assert_cmpuint (g_list_model_get_n_items (diapason_desk_get_sources (fixture->desk)), ==, 1);
  g_rmdir (within);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/desk/sources/" name, DeskFixture, NULL, desk_fixture_set_up, func,                 \
              desk_fixture_tear_down)
  ADD ("states", test_states);
  ADD ("login-fields", test_login_fields);
  ADD ("sign-in", test_sign_in);
  ADD ("unknown", test_unknown);
  ADD ("sync-now", test_sync_now);
  ADD ("removes", test_removes);
  ADD ("stays", test_stays);
  ADD ("file-stays", test_file_stays);
  return g_test_run ();
}
