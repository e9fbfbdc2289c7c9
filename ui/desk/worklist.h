/* worklist.h: who is on the line, what waits to be treated, and what was promised: the left of the
 * desk. Every section keeps its place whatever is in it. Thread: main.
 *
 * Property "desk" (DiapasonDesk).
 * Signals:
 *   "person-chosen" (gint64 person): somebody chose a row of theirs.
 *   "toast" (AdwToast *toast): there is something to tell about a row that was chosen.
 */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_WORKLIST (diapason_worklist_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonWorklist, diapason_worklist, DIAPASON, WORKLIST, GtkWidget)

void diapason_worklist_set_desk (DiapasonWorklist *worklist, DiapasonDesk *desk);

/* Chooses the @nth contact, from 0, as Alt and its number do. */
void diapason_worklist_choose_contact (DiapasonWorklist *worklist, guint nth);

/* The contact @interaction came and was not brought up. */
void diapason_worklist_mark_contact (DiapasonWorklist *worklist, gint64 interaction);

/* Marks the contacts of whoever is shown beside it; 0: nobody. */
void diapason_worklist_set_current (DiapasonWorklist *worklist, gint64 person);

G_END_DECLS
