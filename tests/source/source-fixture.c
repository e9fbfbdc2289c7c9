/* source-fixture.c: see the header. */
#include "source-fixture.h"

#include <glib/gstdio.h>

#include "await.h"
#include "database.h"

static void
open_engine (SourceFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store =
      diapason_store_open (fixture->folder, DIAPASON_STORE_READ_WRITE, fixture->clock, &error);
  g_assert_no_error (error);
  fixture->engine = diapason_sync_engine_new (fixture->store, fixture->session, fixture->secrets);
}

static void
close_engine (SourceFixture *fixture)
{
  diapason_sync_engine_stop (fixture->engine);
  await_quiet ();
  g_assert_finalize_object (g_steal_pointer (&fixture->engine));
  diapason_store_close (fixture->store);
  await_quiet ();
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
}

void
source_fixture_set_up (SourceFixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("diapason-source-XXXXXX", NULL);
  fixture->clock = diapason_clock_new_at (SOURCE_FIXTURE_NOW);
  fixture->session = diapason_session_new (NULL);
  fixture->secrets = diapason_secrets_new ("test", FALSE);
  fixture->server = fake_server_new (NULL);
  open_engine (fixture);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);

  for (const char *name; (name = g_dir_read_name (directory)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (folder);
}

void
source_fixture_tear_down (SourceFixture *fixture, gconstpointer data)
{
  close_engine (fixture);
  fake_server_free (fixture->server);
  await_quiet ();
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->secrets);
  g_assert_finalize_object (fixture->clock);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

void
source_fixture_restart (SourceFixture *fixture)
{
  close_engine (fixture);
  open_engine (fixture);
}

void
source_fixture_add (SourceFixture *fixture, const char *json)
{
  g_autofree char *base = fake_server_uri (fixture->server, "");
  g_autoptr (GString) text = g_string_new (json);
  g_autoptr (GError) error = NULL;

  g_string_replace (text, "'", "\"", 0);
  g_string_replace (text, "BASE", base, 0);
  g_autoptr (DiapasonDescriptor) descriptor =
      diapason_descriptor_parse (text->str, text->len, &error);
  g_assert_no_error (error);
  diapason_sync_engine_add (fixture->engine, descriptor, &error);
  g_assert_no_error (error);
}

void
source_fixture_connect (SourceFixture *fixture,
                        const char *preset,
                        const char *base,
                        const char *login)
{
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) words = g_strsplit (login, " ", -1);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonDescriptor) descriptor =
      diapason_descriptor_new_from_preset (preset, base, NULL, NULL, &error);

  g_assert_no_error (error);
  diapason_sync_engine_add (fixture->engine, descriptor, &error);
  g_assert_no_error (error);
  for (guint i = 0; words[i] != NULL; i += 2)
    g_hash_table_insert (fields, words[i], words[i + 1]);
  diapason_sync_engine_sign_in_async (fixture->engine, preset, fields, NULL, await_cb, &result);
  await (&result);
  diapason_sync_engine_sign_in_finish (fixture->engine, result, NULL, &error);
  g_assert_no_error (error);
}

DiapasonSyncReport *
source_fixture_sync (SourceFixture *fixture, const char *name)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  diapason_sync_engine_sync_once_async (fixture->engine, name, NULL, await_cb, &result);
  await (&result);
  DiapasonSyncReport *report =
      diapason_sync_engine_sync_once_finish (fixture->engine, result, &error);
  g_assert_no_error (error);
  return report;
}

static const char *
first_sentence (const DiapasonSyncReport *report)
{
  for (guint i = 0; i < report->rows->len; i++)
    {
      const DiapasonSyncReportRow *row = g_ptr_array_index (report->rows, i);
      if (row->sentence != NULL)
        return row->sentence;
    }
  return NULL;
}

void
source_fixture_sync_well (SourceFixture *fixture)
{
  g_autoptr (DiapasonSyncReport) report = source_fixture_sync (fixture, NULL);

  g_assert_cmpstr (first_sentence (report), ==, NULL);
  g_assert_true (diapason_sync_report_is_success (report));
}

char *
source_fixture_sync_badly (SourceFixture *fixture, const char *name)
{
  g_autoptr (DiapasonSyncReport) report = source_fixture_sync (fixture, name);

  g_assert_false (diapason_sync_report_is_success (report));
  return g_strdup (first_sentence (report));
}

gboolean
source_fixture_sign_in (SourceFixture *fixture,
                        const char *name,
                        const char *field,
                        const char *secret,
                        GError **error)
{
  g_autoptr (GHashTable) login = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GAsyncResult) result = NULL;

  g_hash_table_insert (login, (gpointer) field, (gpointer) secret);
  diapason_sync_engine_sign_in_async (fixture->engine, name, login, NULL, await_cb, &result);
  await (&result);
  return diapason_sync_engine_sign_in_finish (fixture->engine, result, NULL, error);
}

DiapasonSourceStatus *
source_fixture_status (SourceFixture *fixture, const char *name)
{
  GListModel *statuses = diapason_sync_engine_get_statuses (fixture->engine);

  for (guint i = 0; i < g_list_model_get_n_items (statuses); i++)
    {
      g_autoptr (DiapasonSourceStatus) status = g_list_model_get_item (statuses, i);
      if (g_strcmp0 (diapason_source_status_get_name (status), name) == 0)
        return status;
    }
  g_assert_not_reached ();
}

void
source_fixture_await (SourceFixture *fixture, const char *name, DiapasonSourceState state)
{
  DiapasonSourceStatus *status = source_fixture_status (fixture, name);

  while (diapason_source_status_get_state (status) != state)
    g_main_context_iteration (NULL, TRUE);
}

static gpointer
dump_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (database, data, error);
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean row = TRUE;

  while (select != NULL && diapason_database_step (database, select, &row, error) && row)
    {
      g_autofree char *text = diapason_statement_text (select, 0);
      g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", text != NULL ? text : "NULL");
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
source_fixture_dump (SourceFixture *fixture, const char *sql)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  diapason_store_read_async (fixture->store, DIAPASON_LANE_FAST, dump_in_reader, (gpointer) sql,
                             NULL, g_free, NULL, await_cb, &result);
  await (&result);
  char *dump = diapason_store_read_finish (fixture->store, result, &error);
  g_assert_no_error (error);
  return dump;
}

void
source_fixture_check (SourceFixture *fixture, const char *sql, const char *wanted)
{
  g_autofree char *dump = source_fixture_dump (fixture, sql);

  g_assert_cmpstr (dump, ==, wanted);
}

static void
append_column (GString *sql, const DiapasonColumn *column)
{
  g_string_append (sql, " || '|' || coalesce (");
  if (column->type == DIAPASON_COLUMN_REFERENCE)
    g_string_append_printf (sql,
                            "(SELECT s.name || '/' || r.remote_id FROM record r JOIN source s ON "
                            "s.id = r.source WHERE r.id = t.%s)",
                            column->name);
  else
    g_string_append_printf (sql, "t.%s", column->name);
  g_string_append (sql, ", '-')");
}

char *
source_fixture_dump_all (SourceFixture *fixture)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (DiapasonEntity entity = DIAPASON_ENTITY_UNIT; entity < DIAPASON_N_ENTITIES; entity++)
    {
      const DiapasonEntityInfo *info = diapason_entity_info (entity);
      g_autoptr (GString) sql = g_string_new ("SELECT o.name || '/' || e.remote_id");
      for (guint i = 0; i < info->n_columns; i++)
        append_column (sql, &info->columns[i]);
      g_string_append_printf (
          sql,
          " FROM %s t JOIN record e USING (id) JOIN source o ON o.id = e.source "
          "ORDER BY 1",
          info->name);
      g_autofree char *rows = source_fixture_dump (fixture, g_intern_string (sql->str));
      g_string_append_printf (all, "## %s\n%s\n", info->name, rows);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}
