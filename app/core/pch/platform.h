/* platform.h: what the files of a folder read once between them where b_pch is on, as it is in what
 * ./dev builds by clang. Each names what it uses all the same: the build by gcc has b_pch off. */
#include <gio/gio.h>
