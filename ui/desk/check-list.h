/* check-list.h: what to ask to be sure who somebody is, and one key each for what they said: +
 * fits, − does not.
 *
 * Shows what is asked for the next level, beside it what the rows say, for whoever compares. Signal
 * "checked" (guint check, gboolean fits). Thread: main.
 */
#pragma once

#include <gtk/gtk.h>

#include "card.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_CHECK_LIST (diapason_check_list_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonCheckList, diapason_check_list, DIAPASON, CHECK_LIST, GtkWidget)

/* Shows how it stands; the focus stays on the check it was at. */
void diapason_check_list_set_card (DiapasonCheckList *list, const DiapasonCard *card);

/* Gives the first check that was not asked yet the focus. */
void diapason_check_list_focus (DiapasonCheckList *list);

G_END_DECLS
