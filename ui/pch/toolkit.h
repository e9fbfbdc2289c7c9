/* toolkit.h: as app/core/pch/platform.h, for the window. */
#include <adwaita.h>
