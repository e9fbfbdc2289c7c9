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

GError *
diapason_source_error_incomplete_login (const char *label)
{
  return g_error_new (DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_LOGIN,
                      _("“%s” wants to know who asks, and the login is empty. Fill it in and try "
                        "again."),
                      label);
}

GError *
diapason_source_error_other_product (const char *label, const char *what, const char *reason)
{
  return g_error_new (
      DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_PAGE,
      _("Something answers, but not as “%s” would: of its “%s” this came back: "
        "%s. Perhaps it is another product, or another version; check the address, "
        "or go back and choose another kind."),
      label, what, reason);
}

GError *
diapason_source_error_of_check (const char *label, const char *address, const GError *error)
{
  int code = error->domain == DIAPASON_SOURCE_ERROR ? error->code : -1;

  switch (code)
    {
    case DIAPASON_SOURCE_ERROR_LOGIN:
      return diapason_source_error_refused_login (label);
    case DIAPASON_SOURCE_ERROR_FORBIDDEN:
      return g_error_new (error->domain, code,
                          _("“%s” knows this login, but lets it read nothing that Diapason asks "
                            "for. Ask whoever runs it for the right to read, or sign in as "
                            "somebody else."),
                          label);
    case DIAPASON_SOURCE_ERROR_MISSING:
      return g_error_new (error->domain, code,
                          _("There is no “%s” at %s: something answers there, but knows nothing "
                            "of what it is asked for. Check the address; often a part at its end "
                            "is missing."),
                          label, address);
    case DIAPASON_SOURCE_ERROR_STATUS:
      return g_error_new (error->domain, code,
                          _("What answers at %s did not accept what “%s” is asked for. Perhaps it "
                            "is another product, or another version; check the address, or go "
                            "back and choose another kind."),
                          address, label);
    case DIAPASON_SOURCE_ERROR_LIMIT:
      return g_error_new (error->domain, code,
                          _("“%s” asks for a pause, because it was asked too often. Wait for a "
                            "few minutes, then try again."),
                          label);
    case DIAPASON_SOURCE_ERROR_UNAVAILABLE:
      return g_error_new (error->domain, code,
                          _("“%s” is out of service at the moment. Try again later; if it lasts, "
                            "tell whoever runs it."),
                          label);
    case DIAPASON_SOURCE_ERROR_FAULT:
      return g_error_new (error->domain, code,
                          _("“%s” has a fault of its own and could not answer. Try again later; "
                            "if it lasts, tell whoever runs it."),
                          label);
    default:
      return g_error_copy (error);
    }
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
