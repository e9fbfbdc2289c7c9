/* source-errors.h: the error domain of source. Every message is a sentence for a person; those of a
 * descriptor start with the JSON path of what is wrong.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DIAPASON_SOURCE_ERROR (diapason_source_error_quark ())

typedef enum
{
  DIAPASON_SOURCE_ERROR_DESCRIPTOR, /* a description of a source is not one we can follow */
  DIAPASON_SOURCE_ERROR_ELEMENT,    /* one element of a page cannot be made into rows */
  DIAPASON_SOURCE_ERROR_PAGE,       /* a page is cut, is no JSON, or contradicts itself */
  DIAPASON_SOURCE_ERROR_STATUS,     /* the server answered that it will not or cannot */
  DIAPASON_SOURCE_ERROR_LIMIT,      /* the server asked to be left alone for a while */
  DIAPASON_SOURCE_ERROR_EXPIRED,    /* the cursor is no longer known: everything has to be read again */
  DIAPASON_SOURCE_ERROR_LOGIN,      /* a person has to sign in */
  DIAPASON_SOURCE_ERROR_UNKNOWN,    /* no source of that name */
} DiapasonSourceError;

GQuark diapason_source_error_quark (void);

G_END_DECLS
