/* net-errors.c: the error domain of net. */
#include "net-errors.h"

GQuark
diapason_net_error_quark (void)
{
  return g_quark_from_static_string ("diapason-net-error-quark");
}
