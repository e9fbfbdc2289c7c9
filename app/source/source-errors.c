/* source-errors.c: see source-errors.h. */
#include "source-errors.h"

G_DEFINE_QUARK (diapason-source-error-quark, diapason_source_error)
