/* set-up-view.h: adding a source, step by step: what the company is there for (the first time
 * only), which kind, where and who, how far it has come. Each step can be put off; Escape goes one
 * back.
 *
 * Signal: "left": the person goes on to the desk. Thread: main. */
#pragma once

#include <adwaita.h>

#include "set-up-source.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_SET_UP_VIEW (diapason_set_up_view_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonSetUpView, diapason_set_up_view, DIAPASON, SET_UP_VIEW, AdwBin)

/* @welcomes: begins with the company's mission. Returns: (transfer floating). */
DiapasonSetUpView *diapason_set_up_view_new (DiapasonDesk *desk, gboolean welcomes);

G_END_DECLS
