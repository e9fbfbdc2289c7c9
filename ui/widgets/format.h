/* format.h: values as words for people. Pure functions (but for the locale and the local zone); any
 * thread. All return (transfer full). */
#pragma once

#include "records.h"
#include "source-status.h"

G_BEGIN_DECLS

/* "09:14" today, "Mon 10 Nov" within half a year, "10 Nov 2024" else. Milliseconds UTC; 0 gives "".
 */
char *diapason_format_instant (gint64 at, gint64 now);

/* Day and time, whole: "10 Nov 2026 09:14". */
char *diapason_format_moment (gint64 at);

/* "09:14". */
char *diapason_format_time (gint64 at);

/* Whether both are of one day here. */
gboolean diapason_format_same_day (gint64 a, gint64 b);

/* What stands above the events of a day: "Today", "Yesterday", "Monday 10 November", with the year
 * where it is another one. */
char *diapason_format_day_heading (gint64 at, gint64 now);

/* "10 Nov 2024"; 0 gives "". */
char *diapason_format_day (gint64 at);

/* A YYYY-MM-DD of a source to "12 Apr 1981"; what is none comes back as it is. */
char *diapason_format_date (const char *date);

/* "CRM · as of 09:14". */
char *diapason_format_origin (const DiapasonOrigin *origin, gint64 now);

/* Cents to "42.00 €". */
char *diapason_format_amount (gint64 cents, const char *currency);

/* "Call", "E-mail to the customer", "Promise, kept" … */
char *diapason_format_event_title (const DiapasonEventRecord *event);

/* What it was about, in a line: subject, summary, reason, solved. */
char *diapason_format_event_detail (const DiapasonEventRecord *event);

/* The icon that stands for the channel. Borrowed. */
const char *diapason_format_event_icon (const DiapasonEventRecord *event);

/* Adds @part (nullable) to @line behind a middle dot. */
void diapason_format_add_part (GString *line, const char *part);

/* format-verbatim.c. "9 of 10", "4 of 5 stars"; "" for none. */
char *diapason_format_score (const DiapasonScore *score);

/* "9 of 10 · Answer after a call". What diapason_format_event_title() says of a verbatim; so the
 * next two. */
char *diapason_format_verbatim_title (const DiapasonEventRecord *verbatim);
char *diapason_format_verbatim_detail (const DiapasonEventRecord *verbatim);
const char *diapason_format_verbatim_icon (const DiapasonEventRecord *verbatim);

/* "may be contacted by phone until 31 Jan 2026", "wants no contact"; "" when nothing is known. */
char *diapason_format_permission (const DiapasonEventRecord *verbatim);

/* "Effort: 6 of 7", "Solved: yes". */
char *diapason_format_answer (const DiapasonAnswerRecord *answer);

/* "About the contact of 29 Dec 2025 with Ida": that, the product and the survey; "" for none. */
char *diapason_format_verbatim_about (const DiapasonEventRecord *verbatim);

/* "CRM · in sync since 09:14", "CRM · fetching, 320 rows" … */
char *diapason_format_source (DiapasonSourceStatus *status, gint64 now);

/* What a word of a source means: "phone" → "Phone". Unknown words come back as they are. Borrowed.
 */
const char *diapason_format_language (const char *language);
const char *diapason_format_contact_kind (const char *kind);
const char *diapason_format_relation (const char *kind);
const char *diapason_format_contract_status (const char *status);

/* Why a customer record counts as the same human. Borrowed. */
const char *diapason_format_rule (const char *rule);

G_END_DECLS
