/* source-errors.h: the error domain of source. Every message is a sentence for a person; those of a
 * descriptor start with the JSON path of what is wrong.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DIAPASON_SOURCE_ERROR (diapason_source_error_quark ())

typedef enum
{
  DIAPASON_SOURCE_ERROR_DESCRIPTOR,  /* a description of a source is not one we can follow */
  DIAPASON_SOURCE_ERROR_ELEMENT,     /* one element of a page cannot be made into rows */
  DIAPASON_SOURCE_ERROR_PAGE,        /* a page is no JSON, contradicts itself or leads in circles */
  DIAPASON_SOURCE_ERROR_FORBIDDEN,   /* 403: this login may not read it */
  DIAPASON_SOURCE_ERROR_MISSING,     /* 404: there is nothing at this address */
  DIAPASON_SOURCE_ERROR_FAULT,       /* 500 and the like: the server has a fault of its own */
  DIAPASON_SOURCE_ERROR_UNAVAILABLE, /* 502, 503, 504: the server is not there for anybody */
  DIAPASON_SOURCE_ERROR_STATUS,      /* another status than success */
  DIAPASON_SOURCE_ERROR_LIMIT,       /* 429: the server asks to be left alone for a while */
  DIAPASON_SOURCE_ERROR_EXPIRED,     /* the cursor is no longer known: all has to be read again */
  DIAPASON_SOURCE_ERROR_LOGIN,       /* a person has to sign in */
  DIAPASON_SOURCE_ERROR_UNKNOWN,     /* no source of that name */
  DIAPASON_SOURCE_ERROR_ADDRESS,     /* what was typed is no address that a source can have */
  DIAPASON_SOURCE_ERROR_KEYRING,     /* a login could not be kept in the Secret Service */
  DIAPASON_SOURCE_ERROR_FILE,        /* a description could not be written */
} DiapasonSourceError;

GQuark diapason_source_error_quark (void);

G_END_DECLS
