/* test-certificates.c: a server is believed only with a certificate that is in order; else it is
 * told why. */
#include "await.h"
#include "exchange.h"
#include "fake-server.h"
#include "matrix.h"
#include "raw-server.h"

static char *
certificate_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "net", "certificates", name, NULL);
}

static FakeServer *
server_with (const char *name)
{
  g_autofree char *path = certificate_path (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, &error);

  g_assert_no_error (error);
  return fake_server_new (certificate);
}

static DiapasonSession *
session_new (void)
{
  g_autofree char *path = certificate_path ("authority.pem");
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsDatabase) anchors = g_tls_file_database_new (path, &error);

  g_assert_no_error (error);
  return diapason_session_new (anchors);
}

static void
test_good (void)
{
  g_autoptr (FakeServer) server = server_with ("good.pem");
  g_autofree char *uri = fake_server_uri (server, "/x");
  g_autoptr (DiapasonHttpRequest) request = exchange_request ("GET", uri);
  g_autoptr (DiapasonHttpResponse) response = NULL;
  g_autoptr (GError) error = NULL;
  DiapasonSession *session = session_new ();

  fake_server_say (server, "/x", 200, "{}");
  response = exchange_send (session, request, &error);
  g_assert_no_error (error);
  exchange_check (response, 200, "{}");
  g_assert_finalize_object (session);
}

static void
test_bad (gconstpointer data)
{
  const char *const *what = data;
  g_autoptr (FakeServer) server = server_with (what[0]);
  g_autofree char *uri = fake_server_uri (server, "/x");
  DiapasonSession *session = session_new ();

  fake_server_say (server, "/x", 200, "{}");
  exchange_refuse (session, "GET", uri, DIAPASON_NET_ERROR_CERTIFICATE, what[1]);
  exchange_refuse (session, "POST", uri, DIAPASON_NET_ERROR_CERTIFICATE, what[1]);
  g_assert_cmpuint (fake_server_count (server, NULL), ==, 0);
  await_quiet ();
  g_assert_finalize_object (session);
  matrix_ran ("N9", 2, what[0]);
}

/* The system's anchors do not know our authority. */
static void
test_system_anchors (void)
{
  g_autoptr (FakeServer) server = server_with ("good.pem");
  g_autofree char *uri = fake_server_uri (server, "/x");
  g_autoptr (DiapasonSession) session = diapason_session_new (NULL);

  exchange_refuse (session, "GET", uri, DIAPASON_NET_ERROR_CERTIFICATE,
                   "nobody this machine trusts");
  g_assert_cmpuint (fake_server_count (server, NULL), ==, 0);
  matrix_ran ("N9", 1, "an authority that is not known here");
}

static void
test_no_tls (void)
{
  g_autoptr (RawServer) server = raw_server_new ();
  g_autofree char *uri = g_strdup_printf ("https://127.0.0.1:%u/x", raw_server_port (server));
  g_autoptr (DiapasonSession) session = session_new ();

  raw_server_say (server, "220 mail.example ready\r\n", -1);
  raw_server_hang (server);
  exchange_refuse (session, "GET", uri, DIAPASON_NET_ERROR_PROTOCOL, "protected connection");
}

int
main (int argc, char **argv)
{
  static const char *const expired[] = { "expired.pem", "it has expired" };
  static const char *const not_yet[] = { "not-yet.pem", "not valid yet" };
  static const char *const other_host[] = { "other-host.pem", "for another address" };
  static const char *const self_signed[] = { "self-signed.pem", "nobody but itself" };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/certificates/good", test_good);
  g_test_add_data_func ("/net/certificates/expired", expired, test_bad);
  g_test_add_data_func ("/net/certificates/not-yet", not_yet, test_bad);
  g_test_add_data_func ("/net/certificates/other-host", other_host, test_bad);
  g_test_add_data_func ("/net/certificates/self-signed", self_signed, test_bad);
  g_test_add_func ("/net/certificates/system-anchors", test_system_anchors);
  g_test_add_func ("/net/certificates/no-tls", test_no_tls);
  return g_test_run ();
}
