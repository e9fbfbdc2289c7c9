/* set-up-place.h: where a source is added: in the place of the desk while there is none, else in a
 * window of its own, which blocks nothing. Thread: main. */
#pragma once

#include <adwaita.h>

#include "set-up-source.h"

G_BEGIN_DECLS

/* Begins in @window, the content of which is that of @place; its actions rest as long as the desk
 * is not there. */
void diapason_set_up_begin (GtkWindow *window, AdwToastOverlay *place, DiapasonDesk *desk);

/* Puts the desk back, where something else has to be shown there; else nothing. */
void diapason_set_up_end (AdwToastOverlay *place);

G_END_DECLS
