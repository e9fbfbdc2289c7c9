/* work.h: what the worklist shows: who is on the line, what waits to be treated by the challenge
 * that was chosen, and what was promised.
 *
 * Thread: main. Lifetime: the desk's, from the first time somebody asks for it.
 *
 * Properties: "challenge" (uint): its place among the challenges; "ready" (gboolean): it was
 * read which challenge was chosen; "knows-contacts" (gboolean): it was read who is on the line;
 * "more-contacts" (uint): those who are and have no place in the list;
 * "total" (uint): verbatims that wait in all. Signals: "contact-began" (gint64 person, gint64
 * interaction): there is a call or a chat of mine that was not there before. 0: no source says
 * whose. "led" (gint64 person): nobody is on the line, and this one's verbatim is the first of all.
 * Once.
 */
#pragma once

#include "contact-record.h"
#include "work-record.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_WORK (diapason_work_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonWork, diapason_work, DIAPASON, WORK, GObject)

/* The calls and chats of whoever is signed in: DiapasonRowItem with DiapasonContactRecord.
 * Borrowed.
 */
GListModel *diapason_work_get_contacts (DiapasonWork *work);

/* How many began before those, and have no place in the list. */
guint diapason_work_get_more_contacts (DiapasonWork *work);

/* The verbatims that wait, first ranks first: a DiapasonWindowedList of DiapasonRowItem with
 * DiapasonWorkRecord; NULL until the work is ready. Borrowed. */
GListModel *diapason_work_get_to_treat (DiapasonWork *work);

/* The open promises, by when they are due: DiapasonRowItem with DiapasonWorkRecord. Borrowed. */
GListModel *diapason_work_get_promises (DiapasonWork *work);

/* The properties. */
gboolean diapason_work_get_ready (DiapasonWork *work);

/* Whether it was read who is on the line. */
gboolean diapason_work_knows_contacts (DiapasonWork *work);

/* How many verbatims wait, of which the list has the first. */
guint diapason_work_get_total (DiapasonWork *work);

/* What the challenges are called, in the person's language; none until the work is ready. Returns:
 * (transfer full) NULL-terminated. */
char **diapason_work_get_challenges (DiapasonWork *work);

/* The chosen one's place among them. It is remembered. */
guint diapason_work_get_challenge (DiapasonWork *work);
void diapason_work_set_challenge (DiapasonWork *work, guint challenge);

G_END_DECLS
