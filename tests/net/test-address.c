/* test-address.c: which addresses may be talked to, and what failures are called. */
#include <libsoup/soup.h>

#include "net-sentences.h"
#include "session.h"

static void
test_usable (void)
{
  static const char *const good[] = {
    "https://desk.example/",
    "https://desk.example:8443/api?a=b#c",
    "https://[2001:db8::1]/",
    "http://127.0.0.1:8080/",
    "http://127.9.9.9/",
    "http://localhost/rt",
    "http://LOCALHOST/",
    "http://[::1]:3000/",
    "HTTPS://desk.example/%20/caf%C3%A9",
  };
  static const char *const bad[] = {
    "",
    "desk.example",
    "/api",
    "https://",
    "https:///api",
    "http://desk.example/",
    "http://localhost.example/",
    "http://127.0.0.1.example/",
    "http://10.0.0.1/",
    "http://[2001:db8::1]/",
    "ftp://desk.example/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "https://anna@desk.example/",
    "https://anna:canary@desk.example/",
    "https://@desk.example/",
    "http://desk.example\\@127.0.0.1/",
    "https://desk.example/a b",
    "https://desk.example/\r\nX-Evil: 1",
    "https://desk.example/\n",
    "https://desk.example/\x7f",
    "https://desk.example:99999/",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;

      diapason_uri_check (good[i], &error);
      g_assert_no_error (error);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = g_strescape (bad[i], NULL);

      g_test_message ("%s", shown);
      g_assert_false (diapason_uri_check (bad[i], &error));
      g_assert_error (error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_ADDRESS);
      g_assert_null (strstr (error->message, "canary"));
    }
}

static void
test_same_origin (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean same;
  } cases[] = {
    { "https://a.example", "https://a.example/x?y", TRUE },
    { "https://a.example", "https://A.EXAMPLE:443/", TRUE },
    { "http://localhost:80/", "http://localhost/", TRUE },
    { "https://a.example", "http://a.example", FALSE },
    { "https://a.example", "https://b.example", FALSE },
    { "https://a.example", "https://a.example.b.example", FALSE },
    { "https://a.example", "https://a.example:8443", FALSE },
    { "https://a.example:80", "http://a.example:80", FALSE },
    { "https://a.example", "https://a.example@b.example/", FALSE },
    { "https://a.example", "nonsense", FALSE },
    { "", "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (diapason_uri_same_origin (cases[i].a, cases[i].b), ==, cases[i].same);
      g_assert_cmpint (diapason_uri_same_origin (cases[i].b, cases[i].a), ==, cases[i].same);
    }
}

static void
check_sentence (GQuark domain, int code, GTlsCertificateFlags flaws, int wanted, const char *says)
{
  g_autoptr (GUri) uri =
      g_uri_parse ("https://desk.example:8443/path?key=canary", SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GError) below = g_error_new_literal (domain, code, "canary");
  g_autoptr (GError) error = diapason_net_error_translate (below, uri, NULL, flaws);

  g_assert_error (error, DIAPASON_NET_ERROR, wanted);
  g_assert_nonnull (strstr (error->message, says));
  g_assert_nonnull (strstr (error->message, "desk.example"));
  g_assert_null (strstr (error->message, "canary"));
  g_assert_null (strstr (error->message, "path"));
}

static void
test_sentences (void)
{
  static const struct
  {
    int code;
    int wanted;
    const char *says;
  } io[] = {
    { G_IO_ERROR_CONNECTION_REFUSED, DIAPASON_NET_ERROR_UNREACHABLE, "refuses connections" },
    { G_IO_ERROR_PARTIAL_INPUT, DIAPASON_NET_ERROR_UNREACHABLE, "was cut" },
    { G_IO_ERROR_CONNECTION_CLOSED, DIAPASON_NET_ERROR_UNREACHABLE, "was cut" },
    { G_IO_ERROR_HOST_UNREACHABLE, DIAPASON_NET_ERROR_UNREACHABLE, "cannot be reached" },
    { G_IO_ERROR_PROXY_FAILED, DIAPASON_NET_ERROR_UNREACHABLE, "proxy" },
    { G_IO_ERROR_INVALID_DATA, DIAPASON_NET_ERROR_PROTOCOL, "no service" },
  };
  const int unreachable = DIAPASON_NET_ERROR_UNREACHABLE;
  const int certificate = DIAPASON_NET_ERROR_CERTIFICATE;
  const int protocol = DIAPASON_NET_ERROR_PROTOCOL;

  for (guint i = 0; i < G_N_ELEMENTS (io); i++)
    check_sentence (G_IO_ERROR, io[i].code, 0, io[i].wanted, io[i].says);

  check_sentence (G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, 0, unreachable, "Nothing named");
  check_sentence (G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE, 0, unreachable,
                  "without a network");
  check_sentence (SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING, 0, protocol, "no service");
  check_sentence (SOUP_TLD_ERROR, 0, 0, unreachable, "cannot be reached");
  check_sentence (G_TLS_ERROR, G_TLS_ERROR_NOT_TLS, 0, protocol, "protected connection");
  check_sentence (G_TLS_ERROR, G_TLS_ERROR_EOF, 0, unreachable, "was cut");
  check_sentence (G_TLS_ERROR, G_TLS_ERROR_CERTIFICATE_REQUIRED, 0, certificate,
                  "from this machine");
  check_sentence (G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, 0, certificate, "be verified");
  check_sentence (G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, G_TLS_CERTIFICATE_REVOKED, certificate,
                  "revoked");
  check_sentence (G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE,
                  G_TLS_CERTIFICATE_EXPIRED | G_TLS_CERTIFICATE_INSECURE, certificate,
                  "it has expired; it is made in a way");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/address/usable", test_usable);
  g_test_add_func ("/net/address/same-origin", test_same_origin);
  g_test_add_func ("/net/address/sentences", test_sentences);
  return g_test_run ();
}
