/* presence-read.c: see presence-read.h. */
#include "presence-read.h"

#include "priority-read.h"
#include "statement-read.h"

static gboolean
read_presence (DiapasonDatabase *database,
               gint64 adviser,
               DiapasonPresenceRecord *presence,
               gint64 *out_id,
               GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT p.id, p.state, p.since, " DIAPASON_ORIGIN_COLUMNS " "
      "FROM presence p JOIN record r ON r.id = p.id JOIN source s ON s.id = r.source "
      "WHERE p.adviser = ? ORDER BY p.id",
      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", adviser);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  *out_id = sqlite3_column_int64 (select, 0);
  presence->known = TRUE;
  presence->state = diapason_statement_text (select, 1);
  presence->since = sqlite3_column_int64 (select, 2);
  diapason_statement_origin (select, 3, &presence->origin);
  return TRUE;
}

static gboolean
read_channels (DiapasonDatabase *database,
               gint64 id,
               DiapasonPresenceRecord *presence,
               GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database,
                                 "SELECT c.channel, c.state, c.since, c.set_by, a.name "
                                 "FROM presence_channel c LEFT JOIN adviser a ON a.id = c.setter "
                                 "WHERE c.presence = ? ORDER BY c.id",
                                 error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", id);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return TRUE;
      DiapasonPresenceChannel *channel = diapason_presence_channel_new ();
      channel->channel = diapason_statement_text (select, 0);
      channel->state = diapason_statement_text (select, 1);
      channel->since = sqlite3_column_int64 (select, 2);
      channel->set_by = diapason_statement_text (select, 3);
      channel->setter = diapason_statement_text (select, 4);
      g_ptr_array_add (presence->channels, channel);
    }
  return FALSE;
}

DiapasonPresenceRecord *
diapason_presence_read_mine (DiapasonDatabase *database, GError **error)
{
  g_autoptr (DiapasonPresenceRecord) presence = diapason_presence_record_new ();
  g_autoptr (GArray) me = diapason_priority_me (database, error);
  gint64 id = 0;

  if (me == NULL)
    return NULL;
  for (guint i = 0; i < me->len && !presence->known; i++)
    if (!read_presence (database, g_array_index (me, gint64, i), presence, &id, error))
      return NULL;
  if (presence->known && !read_channels (database, id, presence, error))
    return NULL;
  return g_steal_pointer (&presence);
}
