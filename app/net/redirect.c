/* redirect.c: only reads are sent on, within one origin, and not for ever. */
#include "redirect.h"

#include <glib/gi18n-lib.h>

#include "net-errors.h"
#include "net-sentences.h"
#include "session.h"

static const char *
location_of (SoupMessage *message)
{
  switch (soup_message_get_status (message))
    {
    case SOUP_STATUS_MOVED_PERMANENTLY:
    case SOUP_STATUS_FOUND:
    case SOUP_STATUS_SEE_OTHER:
    case SOUP_STATUS_TEMPORARY_REDIRECT:
    case SOUP_STATUS_PERMANENT_REDIRECT:
      return soup_message_headers_get_one (soup_message_get_response_headers (message), "Location");

    default:
      return NULL;
    }
}

static gboolean
is_read (SoupMessage *message)
{
  const char *method = soup_message_get_method (message);

  return g_str_equal (method, "GET") || g_str_equal (method, "HEAD");
}

static gboolean
same_origin (GUri *from, GUri *to)
{
  g_autofree char *one = g_uri_to_string (from);
  g_autofree char *other = g_uri_to_string (to);

  return diapason_uri_same_origin (one, other);
}

static gboolean
is_usable (GUri *uri)
{
  g_autofree char *text = g_uri_to_string (uri);

  return diapason_uri_check (text, NULL);
}

static gboolean
is_elsewhere (GUri *from, GUri *to)
{
  return to != NULL && g_str_has_prefix (g_uri_get_scheme (to), "http") &&
         g_uri_get_host (to) != NULL && *g_uri_get_host (to) != '\0' && !same_origin (from, to);
}

static void
refuse_target (GUri *from, GUri *to, GError **error)
{
  g_autofree char *origin = diapason_net_origin (from);

  if (is_elsewhere (from, to))
    {
      g_autofree char *other = diapason_net_origin (to);

      g_set_error (
          error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_REDIRECT,
          _("%s sends us on to %s. It was not followed, so that no login reaches another "
            "place. Perhaps this network asks to sign in first: open a browser to see. If "
            "the source has moved, make that its address."),
          origin, other);
    }
  else
    {
      g_set_error (error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_REDIRECT,
                   _("%s sends us on to something that is no usable web address. It was not "
                     "followed. Check the address of this source."),
                   origin);
    }
}

GUri *
diapason_redirect_target (SoupMessage *message, GUri *from, guint hop, GError **error)
{
  const char *location = location_of (message);
  g_autofree char *origin = NULL;
  g_autoptr (GUri) to = NULL;

  if (location == NULL)
    return NULL;

  origin = diapason_net_origin (from);
  to = g_uri_parse_relative (from, location, SOUP_HTTP_URI_FLAGS, NULL);

  if (to == NULL || !same_origin (from, to) || !is_usable (to))
    {
      refuse_target (from, to, error);
      return NULL;
    }

  if (!is_read (message))
    {
      g_set_error (
          error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_REDIRECT,
          _("%s wants what is written there to go to another address. It was not sent there, "
            "where it could be lost or read by others. Check the address of this source."),
          origin);
      return NULL;
    }

  if (hop >= DIAPASON_REDIRECT_MAX_HOPS)
    {
      g_set_error (error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_REDIRECT,
                   _("%s sends us from one address to the next without an end. Nothing was "
                     "changed. Check the address of this source."),
                   origin);
      return NULL;
    }

  return g_steal_pointer (&to);
}
