/* presence.h: whether I am there, in the header, as the contact platform tells it: in all, and for
 * each channel since when and by whom. It is read only. Thread: main.
 */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"

G_BEGIN_DECLS

/* Property "compact": the icon alone. */
#define DIAPASON_TYPE_PRESENCE (diapason_presence_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonPresence, diapason_presence, DIAPASON, PRESENCE, GtkWidget)

/* Once: reads it, and follows it. */
void diapason_presence_set_desk (DiapasonPresence *presence, DiapasonDesk *desk);

G_END_DECLS
