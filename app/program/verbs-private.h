/* verbs-private.h: what the verbs share. */
#pragma once

#include "json-value.h"
#include "records.h"
#include "verbs.h"

G_BEGIN_DECLS

/* The longest sentence that is printed: what a server called something may be in it. */
#define DIAPASON_VERB_SENTENCE_CHARS 2000

/* Opens the files read-only, runs @func on @lane and waits. @data is not freed. Returns the result,
 * or NULL with @error. */
gpointer diapason_verb_read (const DiapasonVerbOptions *options,
                             DiapasonLane lane,
                             DiapasonReadFunc func,
                             gpointer data,
                             GDestroyNotify result_free,
                             GError **error);

/* Waiting for what is asynchronous: hand over a pointer to NULL as user data, then wait for it. */
void diapason_verb_result_cb (GObject *object, GAsyncResult *result, gpointer user_data);
void diapason_verb_wait (GAsyncResult **result);

/* Prints the sentence of @error to standard error. Returns the exit status. */
int diapason_verb_fail (const GError *error);

/* Ends a verb that has printed: what could not be printed is a failure, too. Returns the exit
 * status. */
int diapason_verb_end (int status);

/* Prints what @writer holds. */
void diapason_verb_print_json (DiapasonJsonWriter *writer);

/* An instant as RFC 3339, null for 0. */
void diapason_verb_write_time (DiapasonJsonWriter *writer, const char *name, gint64 at);

/* score and scale, as far as they are known. */
void diapason_verb_write_score (DiapasonJsonWriter *writer, const DiapasonScore *score);

/* source, id and as_of of a row. */
void diapason_verb_write_origin (DiapasonJsonWriter *writer, const DiapasonOrigin *origin);

G_END_DECLS
