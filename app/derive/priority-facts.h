/* priority-facts.h: the step that keeps what ranks the verbatims that wait to be seen to. Runs on
 * the writer of cache.db. */
#pragma once

#include "store.h"

G_BEGIN_DECLS

#define DIAPASON_PRIORITY_VERSION 1

/* Makes the facts of the @records: verbatims, or customers, who stand for their person's open ones.
 * Days are those of the company's zone. */
gboolean diapason_priority_derive (DiapasonDatabase *database, GArray *records, GError **error);

G_END_DECLS
