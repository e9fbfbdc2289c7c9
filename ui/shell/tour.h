/* tour.h: the demo by itself: looks for people and words and opens what it finds, where nobody is
 * at the keyboard. Thread: main. Lifetime: goes on until its window is gone. */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* Begins to look for one after the other of a few words in @window, a step every few seconds. */
void diapason_tour_start (DiapasonWindow *window);

G_END_DECLS
