/* first-ranked.h: which verbatims waited first when all that wait were last ranked. The next start
 * shows these while it ranks all of them anew, which takes seconds where there are a million.
 */
#pragma once

#include "store.h"

G_BEGIN_DECLS

/* Keeps @verbatims (element-type gint64), the first of them first, in the place of those before.
 * Runs in a DiapasonWriteFunc of cache.db. */
gboolean diapason_first_ranked_set (DiapasonDatabase *database, GArray *verbatims, GError **error);

/* In their order. Runs in a DiapasonReadFunc. Returns: (transfer full) (element-type gint64), or
 * NULL with @error. */
GArray *diapason_first_ranked_get (DiapasonDatabase *database, GError **error);

G_END_DECLS
