/* tooltip.h: the words that appear when a pointer rests on a widget.
 *
 * gtk_widget_set_tooltip_text() asks the display each time where the pointer is, and waits for its
 * answer (GTK 4.8 on X11): a card that is shown has some thirty of them. These words are looked up
 * when a pointer rests. Thread: main.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @text: copied (nullable: none), no markup. If the pointer is on @widget now, what is there to be
 * read changes with it. */
void diapason_tooltip_set (GtkWidget *widget, const char *text);

/* What @widget says, by this or by its interface file. Returns: (transfer none) (nullable). */
const char *diapason_tooltip_get (GtkWidget *widget);

G_END_DECLS
