/* history-read.h: a person's one history over all channels and sources. Runs in a DiapasonReadFunc.
 */
#pragma once

#include "records.h"
#include "store.h"

G_BEGIN_DECLS

/* The record ids of what happened with @person (who may be named by any customer record of theirs),
 * newest first. For reader-list. Returns: (transfer full) (element-type gint64), empty for nobody;
 * NULL with @error. */
GArray *diapason_history_ids (DiapasonDatabase *database, gint64 person, GError **error);

/* The rows of @ids in their order, NULL where a row is gone. For reader-fast, some 64 at a time.
 * Returns: (transfer full) (element-type DiapasonEventRecord), unrefs its records; NULL with
 * @error. */
GPtrArray *diapason_history_rows (DiapasonDatabase *database,
                                  const gint64 *ids,
                                  guint n_ids,
                                  GError **error);

/* The newest @limit events of @person, who may be named by any customer record of theirs, newest
 * first; their messages are not counted. For reader-fast, some 100. Returns: (transfer full)
 * (element-type DiapasonEventRecord), unrefs its records; NULL with @error. */
GPtrArray *diapason_history_latest (DiapasonDatabase *database,
                                    gint64 person,
                                    guint limit,
                                    GError **error);

/* The newest @limit messages of the interaction @interaction, oldest first; those without a date
 * first. Returns: (transfer full) (element-type DiapasonMessageRecord); NULL with @error. */
GPtrArray *diapason_history_messages (DiapasonDatabase *database,
                                      gint64 interaction,
                                      guint limit,
                                      GError **error);

/* The criteria of the verbatim @verbatim, at most @limit, in the order in which they came. Returns:
 * (transfer full) (element-type DiapasonAnswerRecord); NULL with @error. */
GPtrArray *diapason_history_answers (DiapasonDatabase *database,
                                     gint64 verbatim,
                                     guint limit,
                                     GError **error);

/* Counts of messages above this are told as this. */
#define DIAPASON_HISTORY_MAX_MESSAGES 1000

G_END_DECLS
