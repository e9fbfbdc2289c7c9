/* format-card.h: the head of the desk in sentences: each from rows, by a rule. Pure functions (but
 * for the locale and the local zone); any thread. All but those that say so return (transfer
 * full).
 */
#pragma once

#include "card.h"

G_BEGIN_DECLS

/* "customer since 2014", "high value"; what is not known says so. */
char *diapason_format_since (const DiapasonPersonRecord *person);
char *diapason_format_value (const DiapasonPersonRecord *person);

/* "customer since 2014, CRM · as of 09:14": a fact with where it is from, for a tooltip. @member:
 * which of the records says so. */
char *diapason_format_sourced (const char *fact,
                               const DiapasonPersonRecord *person,
                               guint member,
                               gint64 now);

/* "Left upset last time (Mon 10 Nov), by their own score"; how they left is never guessed. */
char *diapason_format_left (const DiapasonCard *card);

/* "Being spoken to by Omar Vale since 12:02": by a colleague; "" when they are not. */
char *diapason_format_elsewhere (const DiapasonCard *card);

/* "Third contact in 7 days"; "" for none but the one that goes on. */
char *diapason_format_contacts (const DiapasonCard *card);

/* "Tried to help themselves twice, in vain: refund"; "" for never. */
char *diapason_format_tries (const DiapasonCard *card);

/* "Not solved since Mon 10 Nov: refund"; "" when nothing is. */
char *diapason_format_matter (const DiapasonCard *card);

/* "Refund of 42 € visible by Friday"; says when nothing was promised. */
char *diapason_format_promise (const DiapasonCard *card);

/* "broken, 6 days late", "due tomorrow"; "" for no promise. */
char *diapason_format_promise_state (const DiapasonEffort *effort);

/* "promised by Ida Marsh on Mon 10 Nov"; "" for no promise. */
char *diapason_format_promise_maker (const DiapasonCard *card);

/* The sentence to open with, and why it is this one. Before the check it gives nothing away. */
char *diapason_format_opening (const DiapasonCard *card);
const char *diapason_format_opening_reason (const DiapasonCard *card); /* borrowed */

/* "Uses: 12 events, the last one on Mon 10 Nov", and whether they are there now. */
char *diapason_format_moment_reached (const DiapasonCard *card, guint moment);

/* "Ben Quill, partner", "Coffee machine plan, active". */
char *diapason_format_relative (const DiapasonRelationRecord *relation);
char *diapason_format_contract (const DiapasonContractRecord *contract);

/* format-identity.c. "may be said", "may be said after the check", "is never said". Borrowed; so is
 * the icon that stands for it. */
const char *diapason_format_speakable (DiapasonSpeakable speakable);
const char *diapason_format_speakable_icon (DiapasonSpeakable speakable);

/* "Check identity · 1 of 2", "Identity checked · 1 of 3 for more", "Identity checked". */
char *diapason_format_check_state (const DiapasonCard *card);

/* What is asked: "Date of birth". Borrowed. */
const char *diapason_format_check (DiapasonCheck check);

/* What the rows say to it, for whoever compares; "" when they say nothing. */
char *diapason_format_check_answer (const DiapasonCard *card, DiapasonCheck check);

/* "2 of these have to fit. Then may be said: name, history … Then may be done: …" */
char *diapason_format_level (const DiapasonCard *card, guint level);

G_END_DECLS
