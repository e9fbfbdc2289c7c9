/* errors.c: the quark of core's error domain. Any thread. */
#include "errors.h"

/* clang-format off */
G_DEFINE_QUARK (diapason-core-error-quark, diapason_core_error)
/* clang-format on */
