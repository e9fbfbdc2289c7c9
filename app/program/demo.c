/* demo.c: see demo.h. */
#include "demo.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include <string.h>
#include <unistd.h>

#define LISTENING "listening on "
#define PACE      "4" /* a call or a chat begins every quarter of a minute, and lasts one or two */

struct _DiapasonDemo
{
  GSubprocess *hub;     /* (owned) (nullable) NULL: not started, or somebody else's */
  char *address;        /* (owned) (nullable) "http://127.0.0.1:40123" */
  char *pace;           /* (owned) */
  char *today;          /* (owned) "2026-03-01" */
  char *database;       /* (owned) the hub's file of today */
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

/* Whether a program is at work in @folder: see the lock of the store. */
static gboolean
is_in_use (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int fd = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  gboolean in_use = fd >= 0 && fcntl (fd, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;

  if (fd >= 0)
    close (fd);
  return in_use;
}

static void
remove_older_days (const char *root, const char *today)
{
  g_autoptr (GDir) days = g_dir_open (root, 0, NULL);

  for (const char *day; days != NULL && (day = g_dir_read_name (days)) != NULL;)
    {
      g_autofree char *path = g_build_filename (root, day, NULL);
      g_autoptr (GFile) folder = g_file_new_for_path (path);

      if (!g_str_equal (day, today) && !is_in_use (path))
        remove_tree (folder);
    }
}

static void
remove_database (const char *folder, const char *name)
{
  static const char *const tails[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autofree char *file = g_strconcat (name, tails[i], NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      g_unlink (path);
    }
}

/* The company of another day, or of another version of the hub, goes with what was fetched from it;
 * nothing else does: somebody may have chosen the folder. */
static void
remove_older_company (const char *folder, const char *database)
{
  g_autofree char *todays = g_path_get_basename (database);
  g_autoptr (GDir) files = is_in_use (folder) ? NULL : g_dir_open (folder, 0, NULL);

  for (const char *name; files != NULL && (name = g_dir_read_name (files)) != NULL;)
    if (!g_str_equal (name, todays) &&
        g_regex_match_simple ("^hub-(\\d+-)?\\d{4}-\\d\\d-\\d\\d\\.db$", name, 0, 0))
      {
        remove_database (folder, name);
        remove_database (folder, "cache.db");
      }
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
start_hub (DiapasonDemo *self, GError **error)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", error);

  if (program == NULL)
    return FALSE;
  /* Its standard input is our pipe: when this process ends, however it ends, so does the hub. */
  self->hub = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                error, program, "hub", "--while-stdin", "--port", "0", "--database",
                                self->database, "--until", self->today, "--pace", self->pace,
                                "--always-open", NULL);
  if (self->hub == NULL)
    return FALSE;
  self->address = read_address (self->hub, error);
  return self->address != NULL;
}

DiapasonDemo *
diapason_demo_new (const char *hub, const char *profile, const char *pace)
{
  DiapasonDemo *self = g_new0 (DiapasonDemo, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *root = g_build_filename (g_get_user_cache_dir (), "diapason", "demo", NULL);
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;

  self->today = g_date_time_format (now, "%F");
  self->address = g_strdup (hub);
  self->pace = g_strdup (pace != NULL ? pace : PACE);
  folder = profile != NULL ? g_strdup (profile) : g_build_filename (root, self->today, NULL);
  name = g_strdup_printf ("hub-" DIAPASON_HUB_FORMAT "-%s.db", self->today);
  self->database = g_build_filename (folder, name, NULL);
  self->place = diapason_place_new (folder, NULL);
  g_clear_pointer (&self->place->sources, g_free);
  g_clear_pointer (&self->place->policies, g_free);
  self->place->logins_kept = FALSE;
  if (profile == NULL)
    remove_older_days (root, self->today);
  if (hub == NULL)
    remove_older_company (folder, self->database);
  return self;
}

void
diapason_demo_free (DiapasonDemo *self)
{
  if (self->hub != NULL)
    g_subprocess_send_signal (self->hub, SIGTERM);
  g_clear_object (&self->hub);
  g_clear_pointer (&self->place, diapason_place_free);
  g_free (self->database);
  g_free (self->pace);
  g_free (self->today);
  g_free (self->address);
  g_free (self);
}

const DiapasonPlace *
diapason_demo_get_place (DiapasonDemo *self)
{
  return self->place;
}

/* What the hub serves, and where, with the invented company's own logins, good for nothing else. */
typedef struct
{
  const char *preset;
  const char *path;
  const char *login[9]; /* name, value alternating, ended by NULL */
} DemoSource;

static const DemoSource sources[] = {
  { "crm", "/crm/v1", { "token", "crm-amina" } },
  { "contact-platform",
    "/platform",
    { "client_id", "diapason", "client_secret", "diapason-demo-secret", "user", "amina", "password",
      "demo-amina" } },
  { "survey-tool", "/survey/v2", { "key", "survey-amina" } },
  { "web-shop", "/shop", { "user", "amina", "password", "shop-amina" } },
};

static gboolean
connect_source (DiapasonDemo *self,
                DiapasonProgram *program,
                const DemoSource *source,
                GError **error)
{
  g_autofree char *base = g_strconcat (self->address, source->path, NULL);
  g_autoptr (DiapasonDescriptor) descriptor =
      diapason_descriptor_new_from_preset (source->preset, base, NULL, NULL, error);
  g_autoptr (GHashTable) login = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (descriptor == NULL)
    return FALSE;
  for (guint i = 0; source->login[i] != NULL; i += 2)
    g_hash_table_insert (login, g_strdup (source->login[i]), g_strdup (source->login[i + 1]));
  diapason_secrets_lend (program->secrets, diapason_descriptor_get_name (descriptor), login);
  return diapason_sync_engine_add (program->engine, descriptor, error);
}

gboolean
diapason_demo_connect (DiapasonDemo *self, DiapasonProgram *program, GError **error)
{
  if (self->address == NULL && !start_hub (self, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (!connect_source (self, program, &sources[i], error))
      return FALSE;
  return TRUE;
}
