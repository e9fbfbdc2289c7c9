/* errors.h: the error domain of core, and the form of every error a person reads.
 *
 * Each library of app/ has one GError domain and converts errors from below at its edge. A message
 * says what happened, what it means for the person, and what they can do; it never shows a code
 * alone.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DIAPASON_CORE_ERROR (diapason_core_error_quark ())

typedef enum
{
  DIAPASON_CORE_ERROR_JSON_SYNTAX, /* the bytes are not the strict JSON we accept */
  DIAPASON_CORE_ERROR_JSON_LIMIT,  /* too deep, too long, too many */
  DIAPASON_CORE_ERROR_JSON_TYPE,   /* a member is absent or of another type than asked for */
  DIAPASON_CORE_ERROR_TIME,        /* a date or duration that cannot be read */
  DIAPASON_CORE_ERROR_SHAPE,       /* a description says what nobody can follow */
} DiapasonCoreError;

GQuark diapason_core_error_quark (void);

G_END_DECLS
