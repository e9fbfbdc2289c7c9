/* nobody-view.h: the middle of the desk while nobody is in it: how somebody is found, or, as long
 * as there is no source, how one is added. Thread: main. */
#pragma once

#include <adwaita.h>

#include "set-up-source.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_NOBODY_VIEW (diapason_nobody_view_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonNobodyView, diapason_nobody_view, DIAPASON, NOBODY_VIEW, AdwBin)

/* To be called once. */
void diapason_nobody_view_set_desk (DiapasonNobodyView *view, DiapasonDesk *desk);

G_END_DECLS
