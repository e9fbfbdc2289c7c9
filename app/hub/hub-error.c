/* hub-error.c: the error domain of the hub, by itself so that the server and the maker of companies
 * can be linked apart. */
#include "hub.h"

G_DEFINE_QUARK (diapason-hub-error-quark, diapason_hub_error)
