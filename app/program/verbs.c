/* verbs.c: what the verbs share, and --sync-once. See verbs.h. */
#include "verbs.h"

#include <glib/gi18n.h>

#include <stdio.h>
#include <string.h>

#include "dates.h"
#include "text.h"
#include "verbs-private.h"

void
diapason_verb_options_clear (DiapasonVerbOptions *options)
{
  g_clear_pointer (&options->profile, g_free);
  g_clear_pointer (&options->sources, g_free);
  g_clear_pointer (&options->source, g_free);
}

void
diapason_verb_print (const char *text, guint width)
{
  g_autofree char *safe = diapason_text_display (text, width, FALSE);

  g_print ("%s", safe);
}

int
diapason_verb_fail (const GError *error)
{
  g_autofree char *safe = diapason_text_display (error->message, 0, TRUE);

  g_printerr ("%s\n", safe);
  return EXIT_FAILURE;
}

void
diapason_verb_write_time (DiapasonJsonWriter *writer, const char *name, gint64 at)
{
  g_autofree char *text = at != 0 ? diapason_date_format (at) : NULL;

  diapason_json_writer_string (writer, name, text);
}

void
diapason_verb_write_origin (DiapasonJsonWriter *writer, const DiapasonOrigin *origin)
{
  diapason_json_writer_string (writer, "source", origin->source);
  diapason_json_writer_string (writer, "id", origin->remote_id);
  diapason_verb_write_time (writer, "as_of", origin->as_of);
}

static void
result_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

gpointer
diapason_verb_read (const DiapasonVerbOptions *options,
                    DiapasonLane lane,
                    DiapasonReadFunc func,
                    gpointer data,
                    GDestroyNotify result_free,
                    GError **error)
{
  g_autoptr (DiapasonPlace) place = diapason_place_new (options->profile, options->sources);
  g_autoptr (DiapasonProgram) program = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  place->mode = DIAPASON_STORE_READ_ONLY;
  program = diapason_program_new (place, error);
  if (program == NULL)
    return NULL;
  diapason_store_read_async (program->store, lane, func, data, NULL, result_free, NULL, result_cb,
                             &result);
  wait_for (&result);
  return diapason_store_read_finish (program->store, result, error);
}

/* Logins: SOURCE.FIELD=VALUE lines */

static GHashTable *
read_logins (void)
{
  g_autoptr (GHashTable) logins =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  char line[8192];

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      char *equals, *dot;
      GHashTable *login;

      g_strchomp (line);
      equals = strchr (line, '=');
      dot = strchr (line, '.');
      if (equals == NULL || dot == NULL || dot > equals)
        continue;
      *equals = *dot = '\0';
      login = g_hash_table_lookup (logins, line);
      if (login == NULL)
        {
          login = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
          g_hash_table_insert (logins, g_strdup (line), login);
        }
      g_hash_table_insert (login, g_strdup (dot + 1), g_strdup (equals + 1));
    }
  return g_steal_pointer (&logins);
}

static gboolean
keep_logins (DiapasonProgram *program, GError **error)
{
  g_autoptr (GHashTable) logins = read_logins ();
  GHashTableIter iter;
  gpointer source, login;

  g_hash_table_iter_init (&iter, logins);
  while (g_hash_table_iter_next (&iter, &source, &login))
    if (!diapason_program_keep_login (program, source, login, error))
      return FALSE;
  return TRUE;
}

/* --sync-once */

static const char *
row_entity (const DiapasonSyncReportRow *row)
{
  return row->entity != DIAPASON_ENTITY_NONE ? diapason_entity_info (row->entity)->name : "-";
}

static void
print_report (const DiapasonSyncReport *report)
{
  g_print ("%-18s %-16s %9s %9s %9s %9s %9s\n", _("source"), _("entity"), _("new"),
           _("changed"), _("deleted"), _("refused"), _("seconds"));
  for (guint i = 0; i < report->rows->len; i++)
    {
      const DiapasonSyncReportRow *row = g_ptr_array_index (report->rows, i);

      g_print ("%-18s %-16s %9u %9u %9u %9u %9.2f\n", row->source, row_entity (row), row->added,
               row->changed, row->deleted, row->refused, row->seconds);
      if (row->sentence != NULL)
        {
          g_print ("  ");
          diapason_verb_print (row->sentence, 0);
          g_print ("\n");
        }
    }
}

static void
print_report_json (const DiapasonSyncReport *report)
{
  g_autoptr (DiapasonJsonWriter) writer = diapason_json_writer_new (TRUE);
  g_autofree char *text = NULL;

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
  text = diapason_json_writer_finish (writer);
  g_print ("%s\n", text);
}

static DiapasonSyncReport *
sync_and_derive (DiapasonProgram *program, const char *source, GError **error)
{
  g_autoptr (GAsyncResult) synced = NULL;
  g_autoptr (GAsyncResult) drained = NULL;
  g_autoptr (DiapasonSyncReport) report = NULL;

  diapason_sync_engine_sync_once_async (program->engine, source, NULL, result_cb, &synced);
  wait_for (&synced);
  report = diapason_sync_engine_sync_once_finish (program->engine, synced, error);
  if (report == NULL)
    return NULL;
  diapason_derive_drain_async (program->derive, NULL, result_cb, &drained);
  wait_for (&drained);
  if (!diapason_derive_drain_finish (program->derive, drained, error))
    return NULL;
  return g_steal_pointer (&report);
}

int
diapason_verb_sync (const DiapasonVerbOptions *options)
{
  g_autoptr (DiapasonPlace) place = diapason_place_new (options->profile, options->sources);
  g_autoptr (DiapasonProgram) program = NULL;
  g_autoptr (DiapasonSyncReport) report = NULL;
  g_autoptr (GError) error = NULL;

  place->logins_kept = !options->login_stdin;
  program = diapason_program_new (place, &error);
  if (program == NULL)
    return diapason_verb_fail (error);
  for (guint i = 0; i < program->complaints->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (program->complaints, i));
  if (options->login_stdin && !keep_logins (program, &error))
    return diapason_verb_fail (error);
  report = sync_and_derive (program, options->source, &error);
  if (report == NULL)
    return diapason_verb_fail (error);
  if (options->json)
    print_report_json (report);
  else
    print_report (report);
  return diapason_sync_report_is_success (report) && program->complaints->len == 0 ? EXIT_SUCCESS
                                                                                   : EXIT_FAILURE;
}
