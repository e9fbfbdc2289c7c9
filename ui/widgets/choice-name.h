/* choice-name.h: what a drop-down is called for whoever hears it. Thread: main. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Calls @choice, a drop-down of strings, @name and what is chosen: "Period: last 30 days". The name
 * follows the choice; while there is none it is @name alone. GTK names neither the drop-down nor
 * the button in it, which has the focus. */
void diapason_choice_set_name (GtkDropDown *choice, const char *name);

G_END_DECLS
