/* person-card.h: who the person is: the human being first, references after. Thread: main. */
#pragma once

#include <gtk/gtk.h>

#include "records.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_PERSON_CARD (diapason_person_card_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonPersonCard, diapason_person_card, DIAPASON, PERSON_CARD, GtkWidget)

/* Shows @person as it was told at @now (milliseconds UTC). */
void diapason_person_card_set_person (DiapasonPersonCard *card,
                                      const DiapasonPersonRecord *person,
                                      gint64 now);

G_END_DECLS
