/* moment-strip.h: the moments of truth somebody has come to, in the company's order; each is a
 * button that shows its events.
 *
 * A reached one is full, another is hollow; where they are now is larger, bold and says so. Signal
 * "moment-activated" (guint moment). Thread: main.
 */
#pragma once

#include <gtk/gtk.h>

#include "card.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_MOMENT_STRIP (diapason_moment_strip_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonMomentStrip, diapason_moment_strip, DIAPASON, MOMENT_STRIP, GtkWidget)

void diapason_moment_strip_set_card (DiapasonMomentStrip *strip, const DiapasonCard *card);

G_END_DECLS
