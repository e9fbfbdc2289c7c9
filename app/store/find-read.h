/* find-read.h: find anyone or anything as it is typed. Runs in a DiapasonReadFunc on reader-list;
 * cancel the read at the next key press. */
#pragma once

#include "records.h"
#include "store.h"

G_BEGIN_DECLS

/* Milliseconds after which a search gives what it has. */
#define DIAPASON_FIND_DEADLINE 100

/* What @words finds: names, places, addresses, words of interactions, messages, verbatims and
 * articles, the last word as a prefix; accents, case and ligatures do not matter. A phone number in
 * any way of writing, an e-mail address and a whole customer number find who has it. One letter
 * finds names only.
 *
 * At most @limit hits of each group, in the order of DiapasonFindGroup. Customers: those who have
 * the number or address first, then those whose name begins with the words, then the newest, one
 * hit a person. Others newest first, one hit an interaction among messages. `detail`: of a customer
 * what they were found by where it is neither the name nor the city, then the city and birth date
 * that are known, joined by " · "; of others some 80 characters of their own words around the
 * match. `origin` is that of the row that matched.
 *
 * *@out_cut (nullable): the deadline passed before all was looked at: there may be more.
 *
 * Returns: (transfer full) (element-type DiapasonFindHit), unrefs its hits, perhaps empty; NULL
 * with @error (G_IO_ERROR_CANCELLED when it was; a deadline is no error). */
GPtrArray *diapason_find (DiapasonDatabase *database,
                          const char *words,
                          guint limit,
                          gboolean *out_cut,
                          GError **error);

/* The same with @deadline milliseconds: for a command, where nobody types on. */
GPtrArray *diapason_find_within (DiapasonDatabase *database,
                                 const char *words,
                                 guint limit,
                                 gint64 deadline,
                                 gboolean *out_cut,
                                 GError **error);

G_END_DECLS
