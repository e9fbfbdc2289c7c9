/* person-view.h: one person on one page: the card, the history, and beside them the details.
 *
 * Keeps itself fresh: when the store says that the person changed, the card is read again; the
 * history follows by itself. Signal "toast" (AdwToast *toast): something to be told in passing.
 * Thread: main.
 */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_PERSON_VIEW (diapason_person_view_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonPersonView, diapason_person_view, DIAPASON, PERSON_VIEW, GtkWidget)

/* Set once by the owner, before a person is shown. */
void diapason_person_view_set_desk (DiapasonPersonView *view, DiapasonDesk *desk);

/* Shows @person; @event (0: none) is the row of the history that is to be opened. */
void diapason_person_view_open (DiapasonPersonView *view, gint64 person, gint64 event);

/* Shows @person, whom nobody asked for: they do not count as opened. */
void diapason_person_view_offer (DiapasonPersonView *view, gint64 person);

/* Moves the focus to the history, of the person that is being opened if one is. */
void diapason_person_view_focus_history (DiapasonPersonView *view);

/* Properties: "folded" (whether the details have no place beside the history), "show-details" (of
 * the folded form), "title" (the person's name, for the window). */

G_END_DECLS
