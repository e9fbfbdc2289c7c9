/* to-treat-view.h: the verbatims that wait to be treated, by the points of the challenge that is
 * chosen in it. Thread: main.
 *
 * Signals:
 *   "person-chosen" (gint64 person): somebody chose a row of theirs.
 *   "toast" (AdwToast *toast): why there is nobody to choose behind a row. */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_TO_TREAT_VIEW (diapason_to_treat_view_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonToTreatView,
                      diapason_to_treat_view,
                      DIAPASON,
                      TO_TREAT_VIEW,
                      GtkWidget)

/* Set once by the owner, before anything is shown. */
void diapason_to_treat_view_set_desk (DiapasonToTreatView *view, DiapasonDesk *desk);

G_END_DECLS
