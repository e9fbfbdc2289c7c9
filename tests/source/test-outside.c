/* test-outside.c: a source whose certificate is not to be trusted (N9), and one whose login is in a
 * keyring that cannot be had (K1), through the engine. There is no session bus here.
 */
#include "await.h"
#include "matrix.h"
#include "source-fixture.h"

#define SOURCE(base, authentication)                                                               \
  "{'format': 1, 'name': 'it', 'label': 'It', 'base_url': '" base "',"                             \
  " 'authentication': " authentication ", 'streams': [{'name': 'articles', 'items': 'rows',"       \
  " 'entity': 'article', 'request': {'path': '/articles'},"                                        \
  " 'map': {'id': 'id', 'title': 'name'}}]}"
#define KEY    "{'kind': 'header', 'name': 'X-Key', 'template': '{key}'}"
#define OPEN   "{'kind': 'none'}"
#define ONE    "{\"rows\":[{\"id\":1,\"name\":\"one\"}]}"
#define EVIL   "{\"rows\":[{\"id\":1,\"name\":\"evil\"},{\"id\":2,\"name\":\"evil\"}]}"
#define MORE   "{\"rows\":[{\"id\":1,\"name\":\"one\"},{\"id\":2,\"name\":\"two\"}]}"
#define TITLES "SELECT remote_id || ' ' || title FROM article JOIN record USING (id) ORDER BY 1"

/* Certificates --------------------------------------------------------------------------------- */

static char *
certificate_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "net", "certificates", name, NULL);
}

static GTlsCertificate *
certificate (const char *name)
{
  g_autofree char *path = certificate_path (name);
  g_autoptr (GError) error = NULL;
  GTlsCertificate *read = g_tls_certificate_new_from_file (path, &error);

  g_assert_no_error (error);
  return read;
}

/* A session that trusts our authority. */
static void
trust (SourceFixture *fixture)
{
  g_autofree char *path = certificate_path ("authority.pem");
  g_autoptr (GTlsDatabase) anchors = g_tls_file_database_new (path, NULL);

  g_object_unref (fixture->session);
  fixture->session = diapason_session_new (anchors);
  source_fixture_restart (fixture);
}

static void
say (FakeServer *server, const char *body, const char *name)
{
  g_autoptr (GTlsCertificate) shown = certificate (name);

  fake_server_forget (server, NULL);
  fake_server_say (server, "/articles", 200, body);
  fake_server_set_certificate (server, shown);
  fake_server_set_down (server, FALSE);
}

static void
test_certificate (SourceFixture *fixture, gconstpointer data)
{
  const char *const *what = data;
  g_autoptr (GTlsCertificate) good = certificate ("good.pem");
  g_autoptr (FakeServer) server = fake_server_new (good);
  g_autofree char *base = fake_server_uri (server, "");
  g_autofree char *json = g_strdup_printf (SOURCE ("%s", OPEN), base);
  g_autofree char *sentence = NULL;

  trust (fixture);
  source_fixture_add (fixture, json);
  say (server, ONE, "good.pem");
  source_fixture_sync_well (fixture);

  say (server, EVIL, what[0]);
  guint asked = fake_server_count (server, NULL);
  sentence = source_fixture_sync_badly (fixture, NULL);
  g_assert_nonnull (strstr (sentence, what[1]));
  g_assert_cmpuint (fake_server_count (server, NULL), ==, asked);
  source_fixture_check (fixture, TITLES, "1 one");

  say (server, MORE, "good.pem");
  source_fixture_sync_well (fixture);
  source_fixture_check (fixture, TITLES, "1 one\n2 two");
  matrix_ran ("N9", 1, what[0]);
}

/* The keyring ---------------------------------------------------------------------------------- */

/* The source says why it waits; when the login can be had, asking once more is enough. */
static void
test_no_keyring (SourceFixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) login = g_hash_table_new (g_str_hash, g_str_equal);
  DiapasonSourceStatus *status;

  g_object_unref (fixture->secrets);
  fixture->secrets = diapason_secrets_new ("test", TRUE);
  source_fixture_restart (fixture);
  fake_server_say (fixture->server, "/articles", 200, ONE);
  source_fixture_add (fixture, SOURCE ("BASE", KEY));
  diapason_sync_engine_start (fixture->engine);
  source_fixture_await (fixture, "it", DIAPASON_SOURCE_LOGIN);
  status = source_fixture_status (fixture, "it");
  g_test_message ("%s", diapason_source_status_get_sentence (status));
  g_assert_nonnull (strstr (diapason_source_status_get_sentence (status), "waits for you"));
  g_assert_nonnull (strstr (diapason_source_status_get_sentence (status), "no keyring"));
  g_assert_cmpuint (fake_server_count (fixture->server, NULL), ==, 0);

  g_hash_table_insert (login, "key", "k");
  diapason_secrets_lend (fixture->secrets, "it", login);
  diapason_sync_engine_sync_now (fixture->engine, NULL);
  source_fixture_await (fixture, "it", DIAPASON_SOURCE_IN_SYNC);
  source_fixture_check (fixture, TITLES, "1 one");
  matrix_ran ("K1", 1, "a source without a keyring");
}

int
main (int argc, char **argv)
{
  static const char *const bad[][2] = {
    { "expired.pem", "it has expired" },
    { "not-yet.pem", "not valid yet" },
    { "other-host.pem", "for another address" },
    { "self-signed.pem", "nobody but itself" },
  };

  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(path, data, func)                                                                      \
  g_test_add (path, SourceFixture, data, source_fixture_set_up, func, source_fixture_tear_down)
  ADD ("/source/outside/certificate/expired", bad[0], test_certificate);
  ADD ("/source/outside/certificate/not-yet", bad[1], test_certificate);
  ADD ("/source/outside/certificate/other-host", bad[2], test_certificate);
  ADD ("/source/outside/certificate/self-signed", bad[3], test_certificate);
  ADD ("/source/outside/no-keyring", NULL, test_no_keyring);
  return g_test_run ();
}
