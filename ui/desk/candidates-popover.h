/* candidates-popover.h: who a number may be: each customer who has it, to choose from. It goes when
 * it closes. Thread: main.
 *
 * Signal "person-chosen" (gint64 person). */
#pragma once

#include <gtk/gtk.h>

#include "contact-record.h"

G_BEGIN_DECLS

/* Its owner sets its parent. Returns: (transfer floating). */
GtkWidget *diapason_candidates_popover_new (const DiapasonContactRecord *contact);

G_END_DECLS
