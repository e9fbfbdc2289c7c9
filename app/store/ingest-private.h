/* ingest-private.h: what the parts of ingest share. Thread: the writer of cache.db. */
#pragma once

#include "ingest.h"

G_BEGIN_DECLS

/* The source called @name: *@out_id is 0 when there is none; *@out_label (optional) (transfer full)
 * (nullable): what it is called. */
gboolean diapason_ingest_find_source (DiapasonDatabase *database,
                                      const char *name,
                                      gint64 *out_id,
                                      char **out_label,
                                      GError **error);

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

/* Deletes the row of the record @id. Its revision is forgotten: nobody but a list said that it is
 * gone, and a list may say that it is back. */
gboolean diapason_ingest_drop_record (DiapasonDatabase *database,
                                      gint64 source,
                                      const DiapasonEntityInfo *info,
                                      gint64 id,
                                      DiapasonIngestOutcome *out_outcome,
                                      GError **error);

G_END_DECLS
