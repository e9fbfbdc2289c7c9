/* verb-sync.c: `diapason --sync-once`. See verbs.h. */
#include "verbs.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>

#include <stdlib.h>
#include <unistd.h>

#include "login-lines.h"
#include "verbs-private.h"

/* Logins */

/* Every name in @login is one its source asks for. What was given is not told: it may be a secret.
 */
static gboolean
check_login (DiapasonDescriptor *descriptor, GHashTable *login, GError **error)
{
  g_auto (GStrv) fields =
      diapason_authentication_plan_fields (diapason_descriptor_get_authentication (descriptor));
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, login);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_strv_contains ((const char *const *) fields, name))
      {
        g_autofree char *known = g_strjoinv (", ", fields);

        g_set_error (error, DIAPASON_PROGRAM_ERROR, DIAPASON_PROGRAM_ERROR_LOGINS,
                     _("The login given for “%s” has a field that it does not ask for, so nothing "
                       "was fetched. Its fields are: %s."),
                     diapason_descriptor_get_name (descriptor), known);
        return FALSE;
      }
  return TRUE;
}

static gboolean
lend_logins (DiapasonProgram *program, GError **error)
{
  g_autoptr (GInputStream) in = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GHashTable) logins = diapason_login_lines_read (in, error);
  GHashTableIter iter;
  gpointer source, login;

  if (logins == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, logins);
  while (g_hash_table_iter_next (&iter, &source, &login))
    {
      DiapasonDescriptor *descriptor =
          diapason_sync_engine_get_descriptor (program->engine, source);

      if (descriptor == NULL)
        {
          g_set_error_literal (
              error, DIAPASON_PROGRAM_ERROR, DIAPASON_PROGRAM_ERROR_LOGINS,
              _("A login was given for a source that is not there, so nothing "
                "was fetched. A source is called as its file is, without .json."));
          return FALSE;
        }
      if (!check_login (descriptor, login, error))
        return FALSE;
      diapason_secrets_lend (program->secrets, source, login);
    }
  return TRUE;
}

static void
tell_fields (DiapasonDescriptor *descriptor)
{
  const char *name = diapason_descriptor_get_name (descriptor);
  g_auto (GStrv) fields =
      diapason_authentication_plan_fields (diapason_descriptor_get_authentication (descriptor));

  for (guint i = 0; fields[i] != NULL; i++)
    g_printerr ("  %s.%s=…\n", name, fields[i]);
}

/* Why there is no login, where that is because there is no place for logins. */
static void
tell_keyring (DiapasonProgram *program, const char *source)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) login = NULL;

  diapason_secrets_lookup_async (program->secrets, source, NULL, diapason_verb_result_cb, &result);
  diapason_verb_wait (&result);
  login = diapason_secrets_lookup_finish (program->secrets, result, &error);
  if (error != NULL)
    diapason_verb_complain (error->message);
}

/* Sources that wait for a login get one in the window or here. */
static void
tell_how_to_sign_in (DiapasonProgram *program)
{
  GListModel *statuses = diapason_sync_engine_get_statuses (program->engine);
  gboolean is_told = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (statuses); i++)
    {
      g_autoptr (DiapasonSourceStatus) status = g_list_model_get_item (statuses, i);
      const char *name = diapason_source_status_get_name (status);

      if (diapason_source_status_get_state (status) != DIAPASON_SOURCE_LOGIN)
        continue;
      if (!is_told)
        {
          tell_keyring (program, name);
          diapason_verb_complain (_("Sign in in the window, or give the login for one run with "
                                    "--login-stdin, as these lines on standard input:"));
        }
      is_told = TRUE;
      tell_fields (diapason_sync_engine_get_descriptor (program->engine, name));
    }
}

/* The report */

static const char *
row_entity (const DiapasonSyncReportRow *row)
{
  return row->entity != DIAPASON_ENTITY_NONE ? diapason_entity_info (row->entity)->name : "-";
}

static void
print_report (const DiapasonSyncReport *report)
{
  /* Translators: titles of columns; the last five have nine letters at most. */
  g_print ("%-18s %-16s %9s %9s %9s %9s %9s\n", C_("column", "source"), C_("column", "entity"),
           C_("column", "new"), C_("column", "changed"), C_("column", "deleted"),
           C_("column", "refused"), C_("column", "seconds"));
  for (guint i = 0; i < report->rows->len; i++)
    {
      const DiapasonSyncReportRow *row = g_ptr_array_index (report->rows, i);

      g_print ("%-18s %-16s %9u %9u %9u %9u %9.2f\n", row->source, row_entity (row), row->added,
               row->changed, row->deleted, row->refused, row->seconds);
      if (row->sentence != NULL)
        {
          g_print ("  ");
          diapason_verb_print (row->sentence, DIAPASON_VERB_SENTENCE_CHARS);
          g_print ("\n");
        }
    }
}

static void
print_report_json (const DiapasonSyncReport *report)
{
  g_autoptr (DiapasonJsonWriter) writer = diapason_json_writer_new (TRUE);

  diapason_json_writer_begin_array (writer, NULL);
  for (guint i = 0; i < report->rows->len; i++)
    {
      const DiapasonSyncReportRow *row = g_ptr_array_index (report->rows, i);

      diapason_json_writer_begin_object (writer, NULL);
      diapason_json_writer_string (writer, "source", row->source);
      diapason_json_writer_string (writer, "stream", row->stream);
      diapason_json_writer_string (writer, "entity", row_entity (row));
      diapason_json_writer_integer (writer, "new", row->added);
      diapason_json_writer_integer (writer, "changed", row->changed);
      diapason_json_writer_integer (writer, "deleted", row->deleted);
      diapason_json_writer_integer (writer, "refused", row->refused);
      diapason_json_writer_integer (writer, "milliseconds", (gint64) (row->seconds * 1000.0));
      diapason_json_writer_string (writer, "sentence", row->sentence);
      diapason_json_writer_end_object (writer);
    }
  diapason_json_writer_end_array (writer);
  diapason_verb_print_json (writer);
}

static DiapasonSyncReport *
sync_and_derive (DiapasonProgram *program, const char *source, GError **error)
{
  g_autoptr (GAsyncResult) synced = NULL;
  g_autoptr (GAsyncResult) drained = NULL;
  g_autoptr (DiapasonSyncReport) report = NULL;

  diapason_sync_engine_sync_once_async (program->engine, source, NULL, diapason_verb_result_cb,
                                        &synced);
  diapason_verb_wait (&synced);
  report = diapason_sync_engine_sync_once_finish (program->engine, synced, error);
  if (report == NULL)
    return NULL;
  diapason_derive_drain_async (program->derive, NULL, diapason_verb_result_cb, &drained);
  diapason_verb_wait (&drained);
  if (!diapason_derive_drain_finish (program->derive, drained, error))
    return NULL;
  return g_steal_pointer (&report);
}

static void
troubled_cb (DiapasonStore *store, const char *sentence)
{
  diapason_verb_complain (sentence);
}

/* What befell the files is told, and is no failure of the sync. */
static void
tell_troubles (DiapasonProgram *program)
{
  GPtrArray *notices = diapason_store_get_notices (program->store);

  for (guint i = 0; i < notices->len; i++)
    diapason_verb_complain (g_ptr_array_index (notices, i));
  for (guint i = 0; i < program->complaints->len; i++)
    diapason_verb_complain (g_ptr_array_index (program->complaints, i));
  if (program->no_source != NULL)
    diapason_verb_complain (program->no_source);
  g_signal_connect (program->store, "troubled", G_CALLBACK (troubled_cb), NULL);
}

int
diapason_verb_sync (const DiapasonVerbOptions *options)
{
  g_autoptr (DiapasonPlace) place = diapason_place_new (options->profile, options->sources);
  g_autoptr (DiapasonProgram) program = NULL;
  g_autoptr (DiapasonSyncReport) report = NULL;
  g_autoptr (GError) error = NULL;

  /* Fetching asks no policy, and does not fail by a wrong one. */
  g_clear_pointer (&place->policies, g_free);
  program = diapason_program_new (place, &error);
  if (program == NULL)
    return diapason_verb_fail (error);
  tell_troubles (program);
  if (g_list_model_get_n_items (diapason_sync_engine_get_statuses (program->engine)) == 0)
    return EXIT_FAILURE;
  if (options->login_stdin && !lend_logins (program, &error))
    return diapason_verb_fail (error);
  report = sync_and_derive (program, options->source, &error);
  if (report == NULL)
    return diapason_verb_fail (error);
  if (options->json)
    print_report_json (report);
  else
    print_report (report);
  tell_how_to_sign_in (program);
  return diapason_verb_end (
      diapason_sync_report_is_success (report) && program->complaints->len == 0 ? EXIT_SUCCESS
                                                                                : EXIT_FAILURE);
}
