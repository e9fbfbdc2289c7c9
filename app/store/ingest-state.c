/* ingest-state.c: what is known of a source itself: its name, its login, how far it has been read.
 *
 * Thread: the writer of cache.db, or a reader for what only reads. Nothing is kept between calls.
 */
#include "database.h"
#include "ingest-private.h"

gboolean
diapason_ingest_find_source (DiapasonDatabase *database,
                             const char *name,
                             gint64 *out_id,
                             char **out_label,
                             GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database, "SELECT id, label FROM source WHERE name = ?", error);
  gboolean row;

  *out_id = 0;
  if (out_label != NULL)
    *out_label = NULL;
  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "s", name);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  *out_id = sqlite3_column_int64 (select, 0);
  if (out_label != NULL)
    *out_label = diapason_statement_text (select, 1);
  return TRUE;
}

static void
note_source (DiapasonDatabase *database, DiapasonChange change, gint64 source)
{
  diapason_change_set_note (diapason_database_changes (database), DIAPASON_KIND_SOURCE, change,
                            source);
}

static gboolean
make_source (DiapasonDatabase *database,
             const char *name,
             const char *label,
             gint64 *out_id,
             GError **error)
{
  if (!diapason_database_run (database, error, "INSERT INTO source (name, label) VALUES (?, ?)",
                              "ss", name, label != NULL ? label : ""))
    return FALSE;
  *out_id = sqlite3_last_insert_rowid (diapason_database_handle (database));
  note_source (database, DIAPASON_CHANGE_ADDED, *out_id);
  return TRUE;
}

/* A mention by another source gives no label and takes none away. */
gboolean
diapason_ingest_source (DiapasonDatabase *database,
                        const char *name,
                        const char *label,
                        gint64 *out_id,
                        GError **error)
{
  g_autofree char *here = NULL;

  if (!diapason_ingest_find_source (database, name, out_id, &here, error))
    return FALSE;
  if (sqlite3_db_readonly (diapason_database_handle (database), "main"))
    return TRUE;
  if (*out_id == 0)
    return make_source (database, name, label, out_id, error);
  if (label == NULL || g_strcmp0 (label, here) == 0)
    return TRUE;
  note_source (database, DIAPASON_CHANGE_CHANGED, *out_id);
  return diapason_database_run (database, error, "UPDATE source SET label = ? WHERE id = ?", "si",
                                label, *out_id);
}

void
diapason_stream_free (DiapasonStream *stream)
{
  g_free (stream->cursor);
  g_free (stream->etag);
  g_free (stream);
}

DiapasonStream *
diapason_ingest_stream (DiapasonDatabase *database, gint64 source, const char *name, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database, "SELECT cursor, etag, listing, read_at FROM stream WHERE source = ? AND name = ?",
      error);
  g_autoptr (DiapasonStream) stream = g_new0 (DiapasonStream, 1);
  gboolean row;

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "is", source, name);
  if (!diapason_database_step (database, select, &row, error))
    return NULL;
  if (row)
    {
      stream->cursor = diapason_statement_text (select, 0);
      stream->etag = diapason_statement_text (select, 1);
      stream->listing = sqlite3_column_int64 (select, 2);
      stream->read_at = sqlite3_column_int64 (select, 3);
    }
  return g_steal_pointer (&stream);
}

gboolean
diapason_ingest_set_stream (DiapasonDatabase *database,
                            gint64 source,
                            const char *name,
                            const DiapasonStream *stream,
                            GError **error)
{
  return diapason_database_run (
      database, error,
      "INSERT INTO stream (source, name, cursor, etag, listing, read_at) VALUES (?, ?, ?, ?, ?, ?) "
      "ON CONFLICT (source, name) DO UPDATE SET cursor = excluded.cursor, etag = excluded.etag, "
      "listing = excluded.listing, read_at = excluded.read_at",
      "isssii", source, name, stream->cursor, stream->etag, stream->listing, stream->read_at);
}

gboolean
diapason_ingest_set_me (DiapasonDatabase *database,
                        gint64 source,
                        const char *adviser_remote_id,
                        GError **error)
{
  gint64 me = 0;

  if (adviser_remote_id != NULL &&
      !diapason_ingest_mention (database, source, DIAPASON_ENTITY_ADVISER, adviser_remote_id, &me,
                                error))
    return FALSE;
  note_source (database, DIAPASON_CHANGE_CHANGED, source);
  return diapason_database_run (database, error,
                                "UPDATE source SET me = nullif (?, 0) WHERE id = ?", "ii", me,
                                source);
}

gboolean
diapason_ingest_set_in_sync (DiapasonDatabase *database, gint64 source, gint64 at, GError **error)
{
  note_source (database, DIAPASON_CHANGE_CHANGED, source);
  return diapason_database_run (database, error,
                                "UPDATE source SET in_sync_since = nullif (?, 0) WHERE id = ?",
                                "ii", at, source);
}

gboolean
diapason_ingest_set_retry_at (DiapasonDatabase *database, gint64 source, gint64 at, GError **error)
{
  note_source (database, DIAPASON_CHANGE_CHANGED, source);
  return diapason_database_run (database, error,
                                "UPDATE source SET retry_at = nullif (?, 0) WHERE id = ?", "ii", at,
                                source);
}

gboolean
diapason_ingest_source_state (DiapasonDatabase *database,
                              gint64 source,
                              gint64 *in_sync_since,
                              gint64 *retry_at,
                              gint64 *me,
                              GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database,
                                 "SELECT in_sync_since, retry_at, me FROM source WHERE id = ?",
                                 error);
  gboolean row;

  *in_sync_since = *retry_at = *me = 0;
  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", source);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  if (row)
    {
      *in_sync_since = sqlite3_column_int64 (select, 0);
      *retry_at = sqlite3_column_int64 (select, 1);
      *me = sqlite3_column_int64 (select, 2);
    }
  return TRUE;
}
