/* customer-uri.h: what names a customer outside the program: a link, or the words of `show`. Text
 * that anybody may have written: it leads to a look-up by name and to nothing else. Pure functions,
 * any thread. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A customer as their source calls them. */
typedef struct
{
  char *source;    /* (owned) "crm" */
  char *remote_id; /* (owned) valid UTF-8 without control characters */
} DiapasonCustomerName;

void diapason_customer_name_free (DiapasonCustomerName *name);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonCustomerName, diapason_customer_name_free)

/* Reads diapason:customer/SOURCE/REMOTE-ID, percent-encoded; slashes before "customer" do not
 * matter, as some hand it on with them. Errors: DIAPASON_PROGRAM_ERROR_USAGE. Returns: (transfer
 * full). */
DiapasonCustomerName *diapason_customer_name_from_uri (const char *uri, GError **error);

/* Reads SOURCE:ID. Errors: DIAPASON_PROGRAM_ERROR_USAGE. Returns: (transfer full). */
DiapasonCustomerName *diapason_customer_name_from_words (const char *words, GError **error);

/* Whether @text is one of our links, be it right or wrong. */
gboolean diapason_is_customer_uri (const char *text);

G_END_DECLS
