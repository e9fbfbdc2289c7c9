/* source-sentences.h: what a failure means for a person: what happened, what it means, what they
 * can do. Pure; any thread. Inside app/source only.
 */
#pragma once

#include <gio/gio.h>

#include "source-errors.h"

G_BEGIN_DECLS

/* An answer of @status that is no success. @label: the source's; @what: the stream's name. Returns:
 * (transfer full). */
GError *diapason_source_error_from_status (const char *label, const char *what, guint status);

/* An answer that is not JSON by its media type. Returns: (transfer full). */
GError *diapason_source_error_not_json (const char *label, const char *content_type);

/* What it gave to go on from is not known to it any more. Returns: (transfer full). */
GError *diapason_source_error_expired (const char *label, const char *what);

/* A page that cannot be used. @reason: half a sentence. Returns: (transfer full). */
GError *diapason_source_error_page (const char *label, const char *what, const char *reason);

/* There is no login. Returns: (transfer full). */
GError *diapason_source_error_login (const char *label);

/* There is none because the keyring cannot be had. @why: its sentence. Returns: (transfer full). */
GError *diapason_source_error_no_keyring (const char *label, const char *why);

/* The login that is there was refused: wrong from the start, withdrawn, or expired. Returns:
 * (transfer full). */
GError *diapason_source_error_stale_login (const char *label);

/* A login that a person has just given was refused. Returns: (transfer full). */
GError *diapason_source_error_refused_login (const char *label);

/* A login that a person has just given is empty. Returns: (transfer full). */
GError *diapason_source_error_incomplete_login (const char *label);

/* What answers, before anything was fetched, is not what was described. @what: the stream's name;
 * @reason: half a sentence. Returns: (transfer full). */
GError *diapason_source_error_other_product (const char *label,
                                             const char *what,
                                             const char *reason);

/* What @error of a question means while a source at @address is checked for the first time, so that
 * nothing of it is here yet. Returns: (transfer full). */
GError *diapason_source_error_of_check (const char *label,
                                        const char *address,
                                        const GError *error);

/* The login can only be kept while the program runs. Returns: (transfer full). */
char *diapason_source_sentence_session_only (const char *label);

/* The source asked for a pause that is not over. Returns: (transfer full). */
GError *diapason_source_error_pause (const char *label);

/* What a source shows whose round failed, and which is asked again by itself. Returns: (transfer
 * full). */
char *diapason_source_sentence_failing (const GError *failure);

/* @n rows were left out; NULL for 0. Returns: (transfer full) (nullable). */
char *diapason_source_sentence_refused (const char *label, guint n);

G_END_DECLS
