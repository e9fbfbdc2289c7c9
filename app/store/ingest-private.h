/* ingest-private.h: what the two halves of ingest share. Thread: the writer of cache.db. */
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

G_END_DECLS
