/* typing.h: whether somebody is writing something, so that nothing takes the focus from them.
 * Thread: main. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether somebody would lose what they write in @root, or write it somewhere else. */
gboolean diapason_is_typing (GtkRoot *root);

G_END_DECLS
