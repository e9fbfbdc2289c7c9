/* ingest.h: what sources said goes into the cache: the one generic upsert, tombstones, cursors.
 *
 * All functions run in a DiapasonWriteFunc of cache.db. Idempotent and independent of order: a
 * duplicated, repeated, shuffled or older row changes nothing it should not. They fill the change
 * set and the queue of derived data.
 */
#pragma once

#include "row.h"
#include "store.h"

G_BEGIN_DECLS

typedef enum
{
  DIAPASON_INGEST_SAME,
  DIAPASON_INGEST_NOTED, /* what is here, under a newer revision: only that is noted */
  DIAPASON_INGEST_NEW,
  DIAPASON_INGEST_CHANGED,
  DIAPASON_INGEST_DELETED,
  DIAPASON_INGEST_OLDER, /* an older revision than the one here: left alone */
} DiapasonIngestOutcome;

/* How far a stream of a source has been read. */
typedef struct
{
  char *cursor;   /* (owned) (nullable) */
  char *etag;     /* (owned) (nullable) */
  gint64 listing; /* number of the last full listing */
  gint64 read_at; /* milliseconds UTC; 0: never */
} DiapasonStream;

void diapason_stream_free (DiapasonStream *stream);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonStream, diapason_stream_free)

/* The local id of the source called @name, made when it is new (in a writer; on a reader 0 when
 * unknown). */
gboolean diapason_ingest_source (DiapasonDatabase *database,
                                 const char *name,
                                 const char *label,
                                 gint64 *out_id,
                                 GError **error);

/* Upserts or deletes one row. @as_of: when the source said it; kept to the hour while nothing else
 * changes. @listing: number of the full listing it stands in, 0 where sweeps are not used; a row
 * told between two listings stands in the last one, so that the next sweep does not take it for
 * absent. A revision older than the one here is taken when two listings in a row tell it.
 * @out_outcome is set on success. */
gboolean diapason_ingest_row (DiapasonDatabase *database,
                              gint64 source,
                              const DiapasonRow *row,
                              gint64 as_of,
                              gint64 listing,
                              DiapasonIngestOutcome *out_outcome,
                              GError **error);

/* Deletes the row @remote_id of @info, if it is here, because a list that would name it does not:
 * its revision is forgotten, since none was told of its end, and any later word brings it back. */
gboolean diapason_ingest_drop (DiapasonDatabase *database,
                               gint64 source,
                               const DiapasonEntityInfo *info,
                               const char *remote_id,
                               DiapasonIngestOutcome *out_outcome,
                               GError **error);

/* Deletes rows of @entity of @source that stood in neither of the full listings @listing and
 * @listing - 1, at most @limit of them; *@out_deleted says how many. For sources that tell no
 * deletions. Their revision is forgotten, so that a later listing can bring them back as they were.
 */
gboolean diapason_ingest_sweep (DiapasonDatabase *database,
                                gint64 source,
                                DiapasonEntity entity,
                                gint64 listing,
                                guint limit,
                                guint *out_deleted,
                                GError **error);

/* A source that is taken away. Its mark comes first and is found again after a kill; then its rows
 * go, at most @limit a call, until *@out_more is FALSE, and the mark with the last of them. Other
 * sources' rows and work.db are left alone. A name that is not known is no error. */
gboolean diapason_ingest_set_leaving (DiapasonDatabase *database,
                                      const char *name,
                                      gboolean leaving,
                                      GError **error);
gboolean diapason_ingest_leave (DiapasonDatabase *database,
                                const char *name,
                                guint limit,
                                gboolean *out_more,
                                GError **error);

/* The names of those with a mark. Also works in a DiapasonReadFunc. Returns: (transfer full)
 * (element-type utf8). */
GPtrArray *diapason_ingest_leaving (DiapasonDatabase *database, GError **error);

/* The remote ids of the rows of @info of @source whose reference @column leads to its row
 * @remote_id; cheap for a column with an index. Returns: (transfer full) (element-type utf8). */
GPtrArray *diapason_ingest_referring (DiapasonDatabase *database,
                                      gint64 source,
                                      const DiapasonEntityInfo *info,
                                      guint column,
                                      const char *remote_id,
                                      GError **error);

/* Reads where a stream stands; a new one is all zero. Also works in a DiapasonReadFunc. Returns:
 * (transfer full). */
DiapasonStream *diapason_ingest_stream (DiapasonDatabase *database,
                                        gint64 source,
                                        const char *name,
                                        GError **error);

/* Moves it: in the transaction of the page's last slice. */
gboolean diapason_ingest_set_stream (DiapasonDatabase *database,
                                     gint64 source,
                                     const char *name,
                                     const DiapasonStream *stream,
                                     GError **error);

/* The source's own state. @me: the remote id of the adviser this login is (nullable). */
gboolean diapason_ingest_set_me (DiapasonDatabase *database,
                                 gint64 source,
                                 const char *adviser_remote_id,
                                 GError **error);
gboolean diapason_ingest_set_in_sync (DiapasonDatabase *database,
                                      gint64 source,
                                      gint64 at,
                                      GError **error);
gboolean diapason_ingest_set_retry_at (DiapasonDatabase *database,
                                       gint64 source,
                                       gint64 at,
                                       GError **error);
/* Reads them back (0 where unknown). */
gboolean diapason_ingest_source_state (DiapasonDatabase *database,
                                       gint64 source,
                                       gint64 *in_sync_since,
                                       gint64 *retry_at,
                                       gint64 *me,
                                       GError **error);

G_END_DECLS
