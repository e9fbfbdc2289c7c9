/* net-sentences.c: errors from below become sentences. */
#include "net-sentences.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

char *
diapason_net_origin (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);
  int port = g_uri_get_port (uri);

  /* g_uri_join() puts an IPv6 address in brackets. */
  if ((port == 443 && g_str_equal (scheme, "https")) ||
      (port == 80 && g_str_equal (scheme, "http")))
    port = -1;

  return g_uri_join (G_URI_FLAGS_NONE, scheme, NULL, host, port, "", NULL, NULL);
}

char *
diapason_net_origin_of (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, SOUP_HTTP_URI_FLAGS, NULL);

  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return g_strdup ("?");

  return diapason_net_origin (uri);
}

static gboolean
is_self_signed (GTlsCertificate *certificate)
{
  g_autofree char *subject = NULL;
  g_autofree char *issuer = NULL;

  if (certificate == NULL)
    return FALSE;

  subject = g_tls_certificate_get_subject_name (certificate);
  issuer = g_tls_certificate_get_issuer_name (certificate);
  return subject != NULL && g_strcmp0 (subject, issuer) == 0;
}

static char *
describe_flaws (GTlsCertificate *certificate, GTlsCertificateFlags flaws)
{
  g_autoptr (GStrvBuilder) reasons = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (flaws & G_TLS_CERTIFICATE_REVOKED)
    g_strv_builder_add (reasons, _("it was revoked"));
  if (flaws & G_TLS_CERTIFICATE_EXPIRED)
    g_strv_builder_add (reasons, _("it has expired"));
  if (flaws & G_TLS_CERTIFICATE_NOT_ACTIVATED)
    g_strv_builder_add (reasons, _("it is not valid yet, or this machine's clock is wrong"));
  if (flaws & G_TLS_CERTIFICATE_BAD_IDENTITY)
    g_strv_builder_add (reasons, _("it was made for another address"));
  if ((flaws & G_TLS_CERTIFICATE_UNKNOWN_CA) && is_self_signed (certificate))
    g_strv_builder_add (reasons, _("it is signed by nobody but itself"));
  else if (flaws & G_TLS_CERTIFICATE_UNKNOWN_CA)
    g_strv_builder_add (reasons, _("nobody this machine trusts has issued it"));
  if (flaws & G_TLS_CERTIFICATE_INSECURE)
    g_strv_builder_add (reasons, _("it is made in a way that is no longer safe"));

  all = g_strv_builder_end (reasons);
  if (all[0] == NULL)
    return g_strdup (_("it cannot be verified"));

  return g_strjoinv ("; ", all);
}

static GError *
certificate_error (const char *origin, GTlsCertificate *certificate, GTlsCertificateFlags flaws)
{
  g_autofree char *reasons = describe_flaws (certificate, flaws);

  return g_error_new (
      DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_CERTIFICATE,
      _("Who answers at %s may be somebody else, as its certificate is not to be trusted: %s. "
        "Nothing was sent there. Ask whoever runs it to put its certificate right."),
      origin, reasons);
}

static GError *
cut_error (const char *origin)
{
  return g_error_new (DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_UNREACHABLE,
                      _("The connection to %s was cut before its answer was whole. Nothing of the "
                        "answer was used; if that goes on, tell whoever runs it."),
                      origin);
}

static GError *
protocol_error (const char *origin)
{
  return g_error_new (DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_PROTOCOL,
                      _("What answers at %s is no service that this program can talk to. Nothing "
                        "was changed. Check the address of this source."),
                      origin);
}

static GError *
unreachable_error (const char *origin)
{
  return g_error_new (DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_UNREACHABLE,
                      _("%s cannot be reached from here. Check this machine's network; if it is "
                        "well, tell whoever runs the service."),
                      origin);
}

static GError *
tls_error (const GError *below, const char *origin)
{
  switch (below->code)
    {
    case G_TLS_ERROR_BAD_CERTIFICATE:
      return certificate_error (origin, NULL, 0);

    case G_TLS_ERROR_CERTIFICATE_REQUIRED:
      return g_error_new (DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_CERTIFICATE,
                          _("%s wants a certificate from this machine, which this program cannot "
                            "give. Ask whoever runs it for another way in."),
                          origin);

    case G_TLS_ERROR_EOF:
      return cut_error (origin);

    default:
      return g_error_new (
          DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_PROTOCOL,
          _("No protected connection to %s could be made, so nothing was sent there. Check the "
            "address of this source; if it is right, tell whoever runs it."),
          origin);
    }
}

static GError *
resolver_error (const GError *below, GUri *uri)
{
  if (below->code == G_RESOLVER_ERROR_TEMPORARY_FAILURE)
    return g_error_new (
        DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_UNREACHABLE,
        _("%s cannot be found at the moment, perhaps because this machine is without a network. "
          "Check whether other things on the network can be reached."),
        g_uri_get_host (uri));

  return g_error_new (DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_UNREACHABLE,
                      _("Nothing named %s can be found. Check the address; if it is right, it may "
                        "only be known in another network, such as your company's."),
                      g_uri_get_host (uri));
}

static GError *
io_error (const GError *below, const char *origin)
{
  switch (below->code)
    {
    case G_IO_ERROR_CONNECTION_REFUSED:
      return g_error_new (DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_UNREACHABLE,
                          _("%s refuses connections. The service is probably not running; if that "
                            "lasts, tell whoever runs it."),
                          origin);

    case G_IO_ERROR_PARTIAL_INPUT:
    case G_IO_ERROR_CONNECTION_CLOSED: /* also broken pipe and reset */
      return cut_error (origin);

    case G_IO_ERROR_INVALID_DATA:
      return protocol_error (origin);

    case G_IO_ERROR_PROXY_FAILED:
    case G_IO_ERROR_PROXY_AUTH_FAILED:
    case G_IO_ERROR_PROXY_NEED_AUTH:
    case G_IO_ERROR_PROXY_NOT_ALLOWED:
      return g_error_new (
          DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_UNREACHABLE,
          _("The way out of this network (its proxy) does not let us through to %s. Check the "
            "proxy in the system's settings, or tell whoever looks after the network."),
          origin);

    default:
      return unreachable_error (origin);
    }
}

GError *
diapason_net_error_protocol (GUri *uri)
{
  g_autofree char *origin = diapason_net_origin (uri);

  return protocol_error (origin);
}

GError *
diapason_net_error_translate (const GError *below,
                              GUri *uri,
                              GTlsCertificate *certificate,
                              GTlsCertificateFlags flaws)
{
  g_autofree char *origin = diapason_net_origin (uri);

  if (flaws != 0)
    return certificate_error (origin, certificate, flaws);
  if (below->domain == G_TLS_ERROR)
    return tls_error (below, origin);
  if (below->domain == G_RESOLVER_ERROR)
    return resolver_error (below, uri);
  if (below->domain == G_IO_ERROR)
    return io_error (below, origin);
  if (below->domain == SOUP_SESSION_ERROR)
    return protocol_error (origin);

  return unreachable_error (origin);
}
