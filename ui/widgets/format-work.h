/* format-work.h: what waits to be treated, and who is on the line, as words for people. Pure
 * functions (but for the locale and the local zone); any thread. All return (transfer full) where
 * nothing else is said. */
#pragma once

#include "contact-record.h"
#include "work-record.h"

G_BEGIN_DECLS

/* "detractor", "promise broken" … Borrowed. */
const char *diapason_format_fact (DiapasonFact fact);

/* "being spoken to · detractor · promise broken": those that weigh most; "" for none. */
char *diapason_format_reasons (const DiapasonWorkRecord *record);

/* All of them with their points, a line each, and the sum first. */
char *diapason_format_points (const DiapasonWorkRecord *record);

/* "To treat · 12", or without a number for none. */
char *diapason_format_counted (const char *title, guint n);

/* "0/10", for a chip; "" for none. */
char *diapason_format_short_score (const DiapasonScore *score);

/* What they are called; or that it is anonymous, or not known. */
char *diapason_format_who (const DiapasonWorkRecord *record);

/* "6 days late", "late since 09:00", "today 17:00", "tomorrow 10:00", "Fri 4 Dec"; "no day" for 0.
 */
char *diapason_format_due (gint64 due, gint64 now);

/* "Jean Martin · made by Ida · 6 days late". */
char *diapason_format_due_promise (const DiapasonWorkRecord *record, gint64 now);

/* "call · 02:14", "chat · waits 00:40", "call · rings 00:05". */
char *diapason_format_contact (const DiapasonContactRecord *contact, gint64 now);

G_END_DECLS
