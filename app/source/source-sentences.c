/* source-sentences.c: see source-sentences.h. */
#include "source-sentences.h"

#include <glib/gi18n-lib.h>

#include "net-errors.h"

static GError *
web_page_error (const char *label)
{
  return g_error_new (DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_PAGE,
                      _("A web page answers in the place of “%s”: perhaps this network asks to "
                        "sign in first, or the address is another one's. Nothing was changed; "
                        "open a browser to see, or check the address of this source."),
                      label);
}

GError *
diapason_source_error_from_status (const char *label, const char *what, guint status)
{
  switch (status)
    {
    case 403:
      return g_error_new (DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_FORBIDDEN,
                          _("“%s” does not let this login read its “%s”. What was fetched before "
                            "stays here; ask whoever runs it for the right to read them."),
                          label, what);
    case 404:
      return g_error_new (DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_MISSING,
                          _("“%s” knows nothing of “%s” at the address it was given. What was "
                            "fetched before stays here; check the address of this source."),
                          label, what);
    case 429:
      return g_error_new (DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_LIMIT,
                          _("“%s” asks for a pause, because it was asked too often. What is here "
                            "stays; it goes on by itself when the pause is over."),
                          label);
    case 502:
    case 503:
    case 504:
      return g_error_new (DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_UNAVAILABLE,
                          _("“%s” is out of service at the moment. What was fetched before stays "
                            "here; it is tried again by itself."),
                          label);
    case 511:
      return web_page_error (label);
    default:
      break;
    }
  if (status >= 500)
    return g_error_new (DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_FAULT,
                        _("“%s” has a fault of its own and could not answer about “%s”. What was "
                          "fetched before stays here; it is tried again by itself. If it lasts, "
                          "tell whoever runs it."),
                        label, what);
  return g_error_new (
      DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_STATUS,
      _("“%s” did not accept the question for “%s” (answer %u). What was fetched before stays "
        "here. Tell whoever describes this source: it may be meant for another version."),
      label, what, status);
}

GError *
diapason_source_error_not_json (const char *label, const char *content_type)
{
  if (g_strcmp0 (content_type, "text/html") == 0)
    return web_page_error (label);
  return g_error_new (DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_PAGE,
                      _("What answers in the place of “%s” does not send data that can be read. "
                        "Nothing was changed; check the address of this source."),
                      label);
}

GError *
diapason_source_error_expired (const char *label, const char *what)
{
  return g_error_new (DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_EXPIRED,
                      _("“%s” no longer knows how far its “%s” were read, and does not let them "
                        "be read from the beginning. What was fetched before stays here; it is "
                        "tried again by itself. If it lasts, tell whoever runs it."),
                      label, what);
}

GError *
diapason_source_error_page (const char *label, const char *what, const char *reason)
{
  return g_error_new (DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_PAGE,
                      _("An answer of “%s” about “%s” cannot be used: %s. What was fetched before "
                        "stays here; it is asked again by itself. If it lasts, tell whoever runs "
                        "it."),
                      label, what, reason);
}

GError *
diapason_source_error_login (const char *label)
{
  return g_error_new (DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_LOGIN,
                      _("“%s” waits for you to sign in. What was fetched before stays here; "
                        "nothing new comes until then."),
                      label);
}

GError *
diapason_source_error_no_keyring (const char *label, const char *why)
{
  return g_error_new (DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_LOGIN,
                      _("“%s” waits for you to sign in. %s What was fetched before stays here; "
                        "nothing new comes until then."),
                      label, why);
}

GError *
diapason_source_error_stale_login (const char *label)
{
  return g_error_new (
      DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_LOGIN,
      _("“%s” does not accept the login it was given: it may be wrong, withdrawn or "
        "expired. Sign in again; what was fetched before stays here, and nothing "
        "new comes until then."),
      label);
}

GError *
diapason_source_error_refused_login (const char *label)
{
  return g_error_new (DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_LOGIN,
                      _("“%s” did not accept this login. It was not kept; check it and sign in "
                        "again."),
                      label);
}

char *
diapason_source_sentence_session_only (const char *label)
{
  return g_strdup_printf (_("The login of “%s” is kept until Diapason is closed, because this "
                            "machine has no place for secrets that is open (a Secret Service). "
                            "You will be asked for it again next time."),
                          label);
}

GError *
diapason_source_error_pause (const char *label)
{
  return diapason_source_error_from_status (label, "", 429);
}

char *
diapason_source_sentence_failing (const GError *failure)
{
  /* What is below knows nothing of rounds. */
  if (failure->domain != DIAPASON_NET_ERROR)
    return g_strdup (failure->message);
  return g_strdup_printf (_("%s What was fetched before stays here; it is tried again by itself."),
                          failure->message);
}

char *
diapason_source_sentence_refused (const char *label, guint n)
{
  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u row of “%s” could not be read and is left out; the others "
                                    "are here. Tell whoever describes this source.",
                                    "%u rows of “%s” could not be read and are left out; the "
                                    "others are here. Tell whoever describes this source.",
                                    n),
                          n, label);
}
