/* ingest-private.h: what the parts of ingest share. Thread: the writer of cache.db. */
#pragma once

#include "ingest.h"

G_BEGIN_DECLS

/* The local id of a row of @source, made when nobody mentioned it before. */
gboolean diapason_ingest_mention (DiapasonDatabase *database,
                                  gint64 source,
                                  DiapasonEntity entity,
                                  const char *remote_id,
                                  gint64 *out_id,
                                  GError **error);

/* Whether @row is to be kept as an anonymous one: it says so, or the row of @record does and @row
 * is no newer revision of it. */
gboolean diapason_ingest_is_anonymous (DiapasonDatabase *database,
                                       const DiapasonRow *row,
                                       gint64 record,
                                       gboolean is_newer,
                                       gboolean *out,
                                       GError **error);

G_END_DECLS
