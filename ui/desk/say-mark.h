/* say-mark.h: whether the fact beside it may be said to whoever is on the line: an icon with a
 * name. Thread: main.
 */
#pragma once

#include <gtk/gtk.h>

#include "card.h"

G_BEGIN_DECLS

/* Makes @mark say it, by its shape, its tooltip and its accessible name. */
void diapason_say_mark_set (GtkImage *mark, DiapasonSpeakable speakable);

G_END_DECLS
