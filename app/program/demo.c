/* demo.c: see demo.h. */
#include "demo.h"

#include <glib/gi18n.h>

#include <string.h>

#define LISTENING "listening on "

struct _DiapasonDemo
{
  GSubprocess *hub;     /* (owned) (nullable) NULL: somebody else's hub */
  char *address;        /* (owned) "http://127.0.0.1:40123" */
  DiapasonPlace *place; /* (owned) */
};

static void
remove_tree (GFile *file)
{
  g_autoptr (GFileEnumerator) children =
      g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                 G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) &&
         child != NULL)
    remove_tree (child);
  g_file_delete (file, NULL, NULL);
}

/* The folder of today's company; those of other days go. Returns: (transfer full). */
static char *
todays_folder (const char *today)
{
  g_autofree char *root = g_build_filename (g_get_user_cache_dir (), "diapason", "demo", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (root);
  g_autoptr (GFileEnumerator) days =
      g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                 G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFileInfo *info;
  GFile *day;

  while (days != NULL && g_file_enumerator_iterate (days, &info, &day, NULL, NULL) && day != NULL)
    if (!g_str_equal (g_file_info_get_name (info), today))
      remove_tree (day);
  return g_build_filename (root, today, NULL);
}

/* Reads the address the hub prints once it listens. */
static char *
read_address (GSubprocess *hub, GError **error)
{
  g_autoptr (GDataInputStream) out = g_data_input_stream_new (g_subprocess_get_stdout_pipe (hub));
  g_autofree char *line = g_data_input_stream_read_line_utf8 (out, NULL, NULL, error);

  if (line != NULL && g_str_has_prefix (line, LISTENING))
    return g_strdup (line + strlen (LISTENING));
  g_clear_error (error);
  g_set_error_literal (error, DIAPASON_PROGRAM_ERROR, DIAPASON_PROGRAM_ERROR_DEMO,
                       _("The demo's back end could not be started, so there is nothing to show. "
                         "What it printed above may say why."));
  return NULL;
}

static gboolean
start_hub (DiapasonDemo *self, const char *folder, const char *today, GError **error)
{
  g_autofree char *database = g_build_filename (folder, "hub.db", NULL);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", error);

  if (program == NULL)
    return FALSE;
  g_mkdir_with_parents (folder, 0700);
  /* Its standard input is our pipe: when this process ends, however it ends, so does the hub. */
  self->hub = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                error, program, "hub", "--while-stdin", "--port", "0", "--database",
                                database, "--until", today, NULL);
  if (self->hub == NULL)
    return FALSE;
  self->address = read_address (self->hub, error);
  return self->address != NULL;
}

DiapasonDemo *
diapason_demo_start (const char *hub, const char *profile, GError **error)
{
  g_autoptr (DiapasonDemo) self = g_new0 (DiapasonDemo, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%F");
  g_autofree char *folder = profile != NULL ? g_strdup (profile) : todays_folder (today);

  if (hub != NULL)
    self->address = g_strdup (hub);
  else if (!start_hub (self, folder, today, error))
    return NULL;
  self->place = diapason_place_new (folder, NULL);
  g_clear_pointer (&self->place->sources, g_free);
  self->place->logins_kept = FALSE;
  return g_steal_pointer (&self);
}

void
diapason_demo_stop (DiapasonDemo *self)
{
  if (self->hub != NULL)
    g_subprocess_send_signal (self->hub, SIGTERM);
  g_clear_object (&self->hub);
  g_clear_pointer (&self->place, diapason_place_free);
  g_free (self->address);
  g_free (self);
}

const DiapasonPlace *
diapason_demo_get_place (DiapasonDemo *self)
{
  return self->place;
}

/* @path: where the hub serves it. @fields: name, value alternating, ended by NULL. */
static gboolean
connect_source (DiapasonDemo *self,
                DiapasonProgram *program,
                const char *preset,
                const char *path,
                const char *const *fields,
                GError **error)
{
  g_autofree char *base = g_strconcat (self->address, path, NULL);
  g_autoptr (DiapasonDescriptor) descriptor =
      diapason_descriptor_new_from_preset (preset, base, NULL, NULL, error);
  g_autoptr (GHashTable) login = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (descriptor == NULL)
    return FALSE;
  for (guint i = 0; fields[i] != NULL; i += 2)
    g_hash_table_insert (login, g_strdup (fields[i]), g_strdup (fields[i + 1]));
  return diapason_program_keep_login (program, diapason_descriptor_get_name (descriptor), login,
                                      error) &&
         diapason_sync_engine_add (program->engine, descriptor, error);
}

gboolean
diapason_demo_connect (DiapasonDemo *self, DiapasonProgram *program, GError **error)
{
  /* The invented company's own logins, good for nothing else. */
  static const char *const crm[] = { "token", "crm-amina", NULL };
  static const char *const platform[] = {
    "client_id",  "diapason", "client_secret", "diapason-demo-secret", "user", "amina", "password",
    "demo-amina", NULL,
  };

  return connect_source (self, program, "crm", "/crm/v1", crm, error) &&
         connect_source (self, program, "contact-platform", "/platform", platform, error);
}
