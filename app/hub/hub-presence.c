/* hub-presence.c: see hub-presence.h. */
#include "hub-presence.h"

gboolean
diapason_hub_presence_say (DiapasonHubDatabase *database,
                           const char *adviser,
                           const char *channel,
                           const char *state,
                           DiapasonHubSayer sayer,
                           gint64 now)
{
  g_autofree char *id = g_strdup_printf ("%s:%s", adviser, channel);

  if (diapason_hub_database_number (database,
                                    "SELECT count (*) FROM presence_channel WHERE id = ?1 AND"
                                    " state = ?2 AND NOT deleted",
                                    "ss", id, state) > 0)
    return FALSE;
  diapason_hub_database_run (database,
                             "INSERT INTO presence_channel (id, presence, channel, state, since,"
                             " set_by, set_by_adviser, seq, updated_at)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?5) ON CONFLICT (id)"
                             " DO UPDATE SET state = ?4, since = max (since, ?5), set_by = ?6,"
                             " set_by_adviser = ?7, revision = revision + 1, deleted = 0",
                             "ssssiss", id, adviser, channel, state, now, sayer.kind,
                             sayer.adviser);
  return TRUE;
}

gboolean
diapason_hub_presence_say_all (DiapasonHubDatabase *database,
                               const char *adviser,
                               const char *state,
                               DiapasonHubSayer sayer,
                               gint64 now)
{
  static const char *const channels[] = { "call", "chat", "email" };
  gboolean is_news = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (channels); i++)
    is_news |= diapason_hub_presence_say (database, adviser, channels[i], state, sayer, now);
  return is_news;
}
