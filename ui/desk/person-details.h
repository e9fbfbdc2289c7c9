/* person-details.h: what is known of a person beside the history: when they were born, what they
 * speak, where they live, how to reach them, their contracts, who they live with, and which records
 * of which sources they are made of; and whether each of it may be said.
 *
 * Signals:
 *   "person-activated" (gint64 person): a relation is to be opened.
 *   "joined" (guint parted): that one was the same person after all; see the record's parted.
 *   "parted" (guint member): that member is somebody else, says the adviser; see the record's
 * members. Thread: main.
 */
#pragma once

#include <gtk/gtk.h>

#include "card.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_PERSON_DETAILS (diapason_person_details_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonPersonDetails,
                      diapason_person_details,
                      DIAPASON,
                      PERSON_DETAILS,
                      GtkWidget)

/* Shows the person of @card, and what may be said of them. */
void diapason_person_details_set_card (DiapasonPersonDetails *details, DiapasonCard *card);

/* Shows @person where nobody is on the line, and nothing is said. */
void diapason_person_details_set_person (DiapasonPersonDetails *details,
                                         const DiapasonPersonRecord *person,
                                         gint64 now);

G_END_DECLS
