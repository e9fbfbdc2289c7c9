/* net-errors.c: the error domain of net. */
#include "net-errors.h"

G_DEFINE_QUARK (diapason - net - error - quark, diapason_net_error)
