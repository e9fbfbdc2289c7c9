/* sync-profile.c: one round of one source into a profile folder, and what the cache holds of it
 * afterwards.
 *
 *   sync-profile FOLDER PRESET BASE_URL field=secret…
 *
 * Prints the report, a row a line: stream, entity, new, changed, deleted, refused. Exit status 1
 * with the sentences on standard error when something failed. For tests that need a server of
 * another kind.
 */
#include "await.h"
#include "sync-engine.h"

static GHashTable *
read_login (char **fields)
{
  GHashTable *login = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      const char *equals = strchr (fields[i], '=');
      if (equals != NULL)
        g_hash_table_insert (login, g_strndup (fields[i], equals - fields[i]),
                             g_strdup (equals + 1));
    }
  return login;
}

static void
print_row (const DiapasonSyncReportRow *row)
{
  const DiapasonEntityInfo *info = diapason_entity_info (row->entity);

  if (*row->stream != '\0')
    g_print ("%s\t%s\t%u\t%u\t%u\t%u\n", row->stream, info == NULL ? "-" : info->name, row->added,
             row->changed, row->deleted, row->refused);
  if (row->sentence != NULL)
    g_printerr ("%s\n", row->sentence);
}

static gboolean
sync_once (DiapasonSyncEngine *engine, const char *name, GHashTable *login)
{
  g_autoptr (GAsyncResult) signed_in = NULL;
  g_autoptr (GAsyncResult) synced = NULL;
  g_autoptr (GError) error = NULL;

  diapason_sync_engine_sign_in_async (engine, name, login, NULL, await_cb, &signed_in);
  await (&signed_in);
  if (!diapason_sync_engine_sign_in_finish (engine, signed_in, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return FALSE;
    }
  diapason_sync_engine_sync_once_async (engine, name, NULL, await_cb, &synced);
  await (&synced);
  g_autoptr (DiapasonSyncReport) report =
      diapason_sync_engine_sync_once_finish (engine, synced, NULL);
  for (guint i = 0; i < report->rows->len; i++)
    print_row (g_ptr_array_index (report->rows, i));
  return diapason_sync_report_is_success (report);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc < 5)
    {
      g_printerr ("Usage: sync-profile FOLDER PRESET BASE_URL field=secret…\n");
      return 2;
    }
  g_autoptr (DiapasonDescriptor) descriptor =
      diapason_descriptor_new_from_preset (argv[2], argv[3], NULL, NULL, &error);
  g_autoptr (DiapasonClock) clock = diapason_clock_new ();
  g_autoptr (DiapasonStore) store = diapason_store_open (argv[1], DIAPASON_STORE_READ_WRITE, clock,
                                                         error == NULL ? &error : NULL);
  if (error != NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_autoptr (DiapasonSession) session = diapason_session_new (NULL);
  g_autoptr (DiapasonSecrets) secrets = diapason_secrets_new ("test", FALSE);
  g_autoptr (DiapasonSyncEngine) engine = diapason_sync_engine_new (store, session, secrets);
  g_autoptr (GHashTable) login = read_login (argv + 4);

  diapason_sync_engine_add (engine, descriptor, NULL);
  gboolean synced = sync_once (engine, diapason_descriptor_get_name (descriptor), login);
  diapason_store_close (store);
  return synced ? 0 : 1;
}
