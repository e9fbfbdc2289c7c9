/* priority-read.h: what ranks the verbatims that wait, who is on the line, and what was promised,
 * for who is signed in. Runs in a DiapasonReadFunc.
 */
#pragma once

#include "table-priority.h"

G_BEGIN_DECLS

/* The rows of @verbatims (element-type gint64) that are there. Returns: (transfer full)
 * (element-type DiapasonPriorityRow), or NULL with @error. */
GArray *diapason_priority_rows_of (DiapasonDatabase *database, GArray *verbatims, GError **error);

/* The next @limit rows in the order of their verbatims, after @after. Likewise. */
GArray *diapason_priority_rows_after (DiapasonDatabase *database,
                                      gint64 after,
                                      guint limit,
                                      GError **error);

/* The verbatims of @persons (element-type gint64) that wait. Returns: (transfer full) (element-type
 * gint64), or NULL with @error. */
GArray *diapason_priority_verbatims_of (DiapasonDatabase *database,
                                        GArray *persons,
                                        GError **error);

/* Whoever is signed in, as each source names them. Likewise. */
GArray *diapason_priority_me (DiapasonDatabase *database, GError **error);

/* So long a call or a chat can go on; what began before and has no end is left over. */
#define DIAPASON_LIVE_MS (G_GINT64_CONSTANT (12) * 60 * 60 * 1000)

/* A call or a chat that goes on, as SQL of an interaction "i"; the index on these has the same
 * words. */
#define DIAPASON_IS_LIVE                                                                           \
  "i.ended_at IS NULL AND i.state IN ('waiting', 'open') AND i.channel IN ('call', 'chat') "

/* The persons who are in a call or a chat with anybody of the house at @now, ascending, each once.
 * Likewise. */
GArray *diapason_priority_persons_on_line (DiapasonDatabase *database, gint64 now, GError **error);

/* The open promises that whoever is signed in has made, or that were made to whom they have to do
 * with: to whom they speak at @now, and whose open verbatim is about a contact of theirs. By the
 * instant at which they are due, those without one last, at most @limit. Returns: (transfer full)
 * (element-type gint64), or NULL with @error. */
GArray *diapason_priority_promises (DiapasonDatabase *database,
                                    gint64 now,
                                    guint limit,
                                    GError **error);

/* Whose promise @promise is, and who made it; 0: unknown. */
gboolean diapason_priority_whose (DiapasonDatabase *database,
                                  gint64 promise,
                                  gint64 *out_person,
                                  gint64 *out_adviser,
                                  GError **error);

G_END_DECLS
