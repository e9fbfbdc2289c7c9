/* help.h: the window that shows all keys, made from the table each time it is asked for. Thread:
 * main. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keys as they are now in the application of @parent, which it stands above. Returns: (transfer
 * none), owned by GTK. */
GtkWindow *diapason_help_new (GtkWindow *parent);

/* Windows of @klass show it by "win.show-help-overlay". */
void diapason_help_install (GtkWidgetClass *klass);

G_END_DECLS
