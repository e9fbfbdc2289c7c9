/* customer-uri.c: see customer-uri.h. */
#include "customer-uri.h"

#include <glib/gi18n.h>

#include <string.h>

#include "program.h"
#include "text.h"

#define SCHEME       "diapason:"
#define CUSTOMER     "customer/"
#define MAX_SOURCE   64
#define MAX_ID       256
#define MAX_URI      2048
#define SOURCE_CHARS "abcdefghijklmnopqrstuvwxyz0123456789-"

void
diapason_customer_name_free (DiapasonCustomerName *name)
{
  g_free (name->source);
  g_free (name->remote_id);
  g_free (name);
}

gboolean
diapason_is_customer_uri (const char *text)
{
  return g_ascii_strncasecmp (text, SCHEME, strlen (SCHEME)) == 0;
}

/* Returns: (transfer full) (nullable): NULL when it is no text. */
static char *
without_control_characters (const char *text)
{
  GString *kept;

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;
  kept = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!diapason_text_is_harmful (g_utf8_get_char (at)))
      g_string_append_unichar (kept, g_utf8_get_char (at));
  return g_string_free (kept, FALSE);
}

/* @text: SOURCE, then @separator, then the id, percent-encoded if @encoded. Returns: (transfer
 * full) (nullable). */
static DiapasonCustomerName *
split (const char *text, char separator, gboolean encoded)
{
  gsize length = strspn (text, SOURCE_CHARS);
  const char *id = text + length + 1;
  g_autofree char *decoded = NULL;
  g_autofree char *safe = NULL;
  DiapasonCustomerName *name;

  if (length == 0 || length > MAX_SOURCE || text[length] != separator ||
      strnlen (id, MAX_URI + 1) > MAX_URI)
    return NULL;
  decoded = encoded ? g_uri_unescape_string (id, NULL) : g_strdup (id);
  safe = decoded != NULL ? without_control_characters (decoded) : NULL;
  if (safe == NULL || *safe == '\0' || strlen (safe) > MAX_ID)
    return NULL;
  name = g_new0 (DiapasonCustomerName, 1);
  name->source = g_strndup (text, length);
  name->remote_id = g_steal_pointer (&safe);
  return name;
}

DiapasonCustomerName *
diapason_customer_name_from_uri (const char *uri, GError **error)
{
  DiapasonCustomerName *name = NULL;

  if (strnlen (uri, MAX_URI + 1) <= MAX_URI && diapason_is_customer_uri (uri))
    {
      const char *path = uri + strlen (SCHEME);

      path += strspn (path, "/");
      /* A query or a fragment is nothing that we give out. */
      if (g_str_has_prefix (path, CUSTOMER) && strpbrk (path, "?#") == NULL)
        name = split (path + strlen (CUSTOMER), '/', TRUE);
    }
  if (name == NULL)
    g_set_error_literal (error, DIAPASON_PROGRAM_ERROR, DIAPASON_PROGRAM_ERROR_USAGE,
                         _("This link names no customer. Copy it again, all of it."));
  return name;
}

DiapasonCustomerName *
diapason_customer_name_from_words (const char *words, GError **error)
{
  DiapasonCustomerName *name = split (words, ':', FALSE);

  if (name == NULL)
    g_set_error_literal (error, DIAPASON_PROGRAM_ERROR, DIAPASON_PROGRAM_ERROR_USAGE,
                         _("This names no customer. One is named as SOURCE:ID."));
  return name;
}
