/* person-card.h: the head of the desk: who the person is, the human being first: how they left,
 * what they did to be helped, with which sentence to open, then the check of who it is, and then
 * what may be said after it: what was promised, their moments of truth, their household, their
 * contracts. What is not known says so.
 *
 * Shows a card and leaves what is wanted as signals:
 *   "event-activated" (gint64 id): an event of the history is to be shown.
 *   "moment-activated" (guint moment): the events of a moment of truth are to be shown.
 *   "person-activated" (gint64 person): somebody of the household is to be opened.
 *   "details-activated": the contracts are to be shown whole.
 *   "checked" (guint check, gboolean fits): what they said to a check of who it is.
 * Thread: main.
 */
#pragma once

#include <gtk/gtk.h>

#include "card.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_PERSON_CARD (diapason_person_card_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonPersonCard, diapason_person_card, DIAPASON, PERSON_CARD, GtkWidget)

void diapason_person_card_set_card (DiapasonPersonCard *widget, DiapasonCard *card);

G_END_DECLS
