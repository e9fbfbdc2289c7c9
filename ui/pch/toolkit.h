/* toolkit.h: as app/core/pch/platform.h, for the window. */
#pragma once

#include <adwaita.h>
