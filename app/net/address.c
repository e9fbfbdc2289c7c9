/* address.c: which addresses may be talked to, and which of them are one origin. */
#include "session.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "net-errors.h"

static int
effective_port (GUri *uri)
{
  int port = g_uri_get_port (uri);

  if (port != -1)
    return port;

  return g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80;
}

gboolean
diapason_uri_same_origin (const char *a, const char *b)
{
  g_autoptr (GUri) one = g_uri_parse (a, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GUri) other = g_uri_parse (b, SOUP_HTTP_URI_FLAGS, NULL);

  if (one == NULL || other == NULL || g_uri_get_host (one) == NULL ||
      g_uri_get_host (other) == NULL)
    return FALSE;

  return g_str_equal (g_uri_get_scheme (one), g_uri_get_scheme (other)) &&
         g_ascii_strcasecmp (g_uri_get_host (one), g_uri_get_host (other)) == 0 &&
         effective_port (one) == effective_port (other);
}

static gboolean
is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);

  return g_ascii_strcasecmp (host, "localhost") == 0;
}

/* GUri lets these through, and libsoup would write them into the request line. */
static gboolean
has_forbidden_byte (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p <= ' ' || *p == 0x7f)
      return TRUE;

  return FALSE;
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_ADDRESS, sentence);
  return FALSE;
}

gboolean
diapason_uri_check (const char *text, GError **error)
{
  g_autoptr (GUri) uri = NULL;
  const char *host = NULL;

  if (!has_forbidden_byte (text))
    uri = g_uri_parse (text, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri != NULL)
    host = g_uri_get_host (uri);

  if (host == NULL || *host == '\0')
    return refuse (error,
                   _("This is not a whole web address. Write it like https://desk.example/."));

  if (g_uri_get_userinfo (uri) != NULL)
    return refuse (error,
                   _("The address has a name or a password in it. Take them out of the address "
                     "and sign in instead."));

  if (g_str_equal (g_uri_get_scheme (uri), "https"))
    return TRUE;

  if (!g_str_equal (g_uri_get_scheme (uri), "http"))
    return refuse (error,
                   _("The address does not begin with https://, and no other kind can be used."));

  if (!is_loopback (host))
    return refuse (error,
                   _("The address begins with http://, so others could read along. Use https:// "
                     "for everything that is not on this machine."));

  return TRUE;
}
