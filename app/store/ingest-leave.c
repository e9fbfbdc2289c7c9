/* ingest-leave.c: a source goes, and its rows with it.
 *
 * A stream of its own marks that it goes and how far that has come, so that it goes on after a
 * kill. Its records stay as names without a row, as those that were only mentioned: rows of other
 * sources and a person's verdicts may mean them, and a source that comes back has its ids. What is
 * derived follows by the queue.
 *
 * Thread: the writer of cache.db, or a reader for what only reads. Nothing is kept between calls.
 */
#include <stdlib.h>

#include "database.h"
#include "ingest-private.h"

#define MARK ".leaving" /* no descriptor's stream is called so */

/* Where the walk stands: kept as "3 remote-id". */
typedef struct
{
  gint64 source;
  gint64 entity;
  char *remote_id; /* (owned) the last one that was seen to */
} Walk;

static void
walk_clear (Walk *walk)
{
  g_free (walk->remote_id);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

gboolean
diapason_ingest_set_leaving (DiapasonDatabase *database,
                             const char *name,
                             gboolean leaving,
                             GError **error)
{
  gint64 source;

  if (!diapason_ingest_find_source (database, name, &source, NULL, error))
    return FALSE;
  if (source == 0)
    return TRUE;
  return leaving ? diapason_database_run (database, error,
                                          "INSERT INTO stream (source, name) VALUES (?, ?) "
                                          "ON CONFLICT DO NOTHING",
                                          "is", source, MARK)
                 : diapason_database_run (database, error,
                                          "DELETE FROM stream WHERE source = ? AND name = ?", "is",
                                          source, MARK);
}

GPtrArray *
diapason_ingest_leaving (DiapasonDatabase *database, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT s.name FROM source s JOIN stream t ON t.source = s.id AND t.name = '" MARK "'",
      error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gboolean row;

  if (select == NULL)
    return NULL;
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&names);
      g_ptr_array_add (names, diapason_statement_text (select, 0));
    }
  return NULL;
}

static gboolean
read_walk (DiapasonDatabase *database, gint64 source, Walk *walk, GError **error)
{
  g_autoptr (DiapasonStream) mark = diapason_ingest_stream (database, source, MARK, error);
  char *rest = NULL;

  if (mark == NULL)
    return FALSE;
  walk->source = source;
  walk->entity = mark->cursor != NULL ? strtoll (mark->cursor, &rest, 10) : 0;
  walk->remote_id = g_strdup (rest != NULL && *rest == ' ' ? rest + 1 : "");
  return TRUE;
}

static gboolean
keep_walk (DiapasonDatabase *database, const Walk *walk, GError **error)
{
  g_autofree char *cursor =
      g_strdup_printf ("%" G_GINT64_FORMAT " %s", walk->entity, walk->remote_id);
  DiapasonStream mark = { .cursor = cursor };

  return diapason_ingest_set_stream (database, walk->source, MARK, &mark, error);
}

/* It is nobody's seat any more, and whoever comes back begins at the beginning. */
static gboolean
begin (DiapasonDatabase *database, gint64 source, GError **error)
{
  diapason_change_set_note (diapason_database_changes (database), DIAPASON_KIND_SOURCE,
                            DIAPASON_CHANGE_CHANGED, source);
  return diapason_database_run (database, error,
                                "DELETE FROM stream WHERE source = ? AND name <> ?", "is", source,
                                MARK) &&
         diapason_database_run (database, error,
                                "UPDATE source SET me = NULL, in_sync_since = NULL, "
                                "retry_at = NULL WHERE id = ?",
                                "i", source);
}

static gboolean
forget_record (DiapasonDatabase *database,
               const Walk *walk,
               const DiapasonEntityInfo *info,
               gint64 id,
               GError **error)
{
  DiapasonIngestOutcome outcome;

  return diapason_ingest_drop_record (database, walk->source, info, id, &outcome, error) &&
         diapason_database_run (database, error,
                                "UPDATE record SET as_of = NULL, listing = 0 WHERE id = ?", "i",
                                id);
}

/* The next records of the walk's entity: their ids, and the last one's remote id in @walk. */
static GArray *
take_records (DiapasonDatabase *database, Walk *walk, guint limit, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT id, remote_id FROM record WHERE source = ? AND entity = ? AND remote_id > ? "
      "ORDER BY remote_id LIMIT ?",
      error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "iisi", walk->source, walk->entity, walk->remote_id,
                           (gint64) limit);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&ids);
      gint64 id = sqlite3_column_int64 (select, 0);
      g_array_append_val (ids, id);
      g_free (walk->remote_id);
      walk->remote_id = diapason_statement_text (select, 1);
    }
  return NULL;
}

/* At most @limit records, of one entity. */
static gboolean
walk_on (DiapasonDatabase *database, Walk *walk, guint limit, GError **error)
{
  const DiapasonEntityInfo *info = diapason_entity_info ((DiapasonEntity) walk->entity);
  g_autoptr (GArray) ids = info != NULL ? take_records (database, walk, limit, error)
                                        : g_array_new (FALSE, FALSE, sizeof (gint64));

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!forget_record (database, walk, info, g_array_index (ids, gint64, i), error))
      return FALSE;
  if (ids->len == limit)
    return TRUE;
  walk->entity++;
  g_free (walk->remote_id);
  walk->remote_id = g_strdup ("");
  return TRUE;
}

gboolean
diapason_ingest_leave (DiapasonDatabase *database,
                       const char *name,
                       guint limit,
                       gboolean *out_more,
                       GError **error)
{
  g_auto (Walk) walk = { 0 };
  gint64 source;

  *out_more = FALSE;
  if (!diapason_ingest_find_source (database, name, &source, NULL, error))
    return FALSE;
  if (source == 0)
    return TRUE;
  if (!read_walk (database, source, &walk, error) ||
      (walk.entity == 0 && !begin (database, source, error)) ||
      !walk_on (database, &walk, limit, error))
    return FALSE;
  *out_more = walk.entity < DIAPASON_N_ENTITIES;
  return *out_more ? keep_walk (database, &walk, error)
                   : diapason_ingest_set_leaving (database, name, FALSE, error);
}
