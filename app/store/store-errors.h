/* store-errors.h: the error domain of store. Every message is a sentence for a person. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DIAPASON_STORE_ERROR (diapason_store_error_quark ())

typedef enum
{
  DIAPASON_STORE_ERROR_BUSY,    /* another program holds the profile */
  DIAPASON_STORE_ERROR_OPEN,    /* the folder or a file cannot be had */
  DIAPASON_STORE_ERROR_FOREIGN, /* a file that is not ours, or of a newer version */
  DIAPASON_STORE_ERROR_CORRUPT,
  DIAPASON_STORE_ERROR_FULL,    /* the disk is full */
  DIAPASON_STORE_ERROR_MEMORY,  /* no memory is left */
  DIAPASON_STORE_ERROR_QUERY,   /* a statement failed */
  DIAPASON_STORE_ERROR_MISSING, /* asked for what is not there */
  DIAPASON_STORE_ERROR_WORDS,   /* an index of words is damaged: it alone is made anew */
} DiapasonStoreError;

GQuark diapason_store_error_quark (void);

G_END_DECLS
