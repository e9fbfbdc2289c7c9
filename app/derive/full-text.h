/* full-text.h: the step that makes records findable by their words. Runs on the writer of cache.db.
 */
#pragma once

#include "store.h"

G_BEGIN_DECLS

#define DIAPASON_FULL_TEXT_VERSION 2

/* Indexes @records (element-type gint64): customers with their contact points, interactions,
 * messages whose contact is not gone, verbatims, articles. */
gboolean diapason_full_text_derive (DiapasonDatabase *database, GArray *records, GError **error);

G_END_DECLS
