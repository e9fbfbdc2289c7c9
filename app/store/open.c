/* open.c: folder, lock, files and connections.
 *
 * Thread: whoever opens the store. Lifetime: what is returned belongs to the caller, nothing is
 * kept.
 */
#include "open.h"

#include <glib/gi18n-lib.h>

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "database-private.h"
#include "dates.h"
#include "schema.h"

#define BUSY_TIMEOUT 5000 /* milliseconds */

typedef sqlite3 Connection;

static void
connection_close (Connection *handle)
{
  sqlite3_close (handle);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Connection, connection_close)

static const struct
{
  const char *name;
  const char *pragmas;
} files[] = {
  [DIAPASON_FILE_CACHE] = { "cache.db", "PRAGMA synchronous = NORMAL;"
                                        "PRAGMA cache_size = -16384;"
                                        "PRAGMA wal_autocheckpoint = 10000;" },
  [DIAPASON_FILE_WORK] = { "work.db", "PRAGMA synchronous = FULL;"
                                      "PRAGMA cache_size = -2048;"
                                      "PRAGMA wal_autocheckpoint = 1000;" },
};

#define WRITER_PRAGMAS                                                                             \
  "PRAGMA foreign_keys = ON;"                                                                      \
  "PRAGMA secure_delete = ON;"                                                                     \
  "PRAGMA temp_store = MEMORY;"                                                                    \
  "PRAGMA journal_size_limit = 33554432;"
#define READER_PRAGMAS                                                                             \
  "PRAGMA query_only = ON;"                                                                        \
  "PRAGMA temp_store = MEMORY;"                                                                    \
  "PRAGMA cache_size = -8192;"

static gboolean
fail_with_errno (GError **error, const char *path)
{
  int saved = errno;
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (
      error, DIAPASON_STORE_ERROR,
      saved == ENOSPC || saved == EDQUOT ? DIAPASON_STORE_ERROR_FULL : DIAPASON_STORE_ERROR_OPEN,
      _("%s cannot be used (%s), so the program cannot keep its data there. Check whose it "
        "is, who may write there and whether the disk is full."),
      shown, g_strerror (saved));
  return FALSE;
}

/* Nobody else of this machine is to read what customers said. */
static gboolean
make_private (const char *path, gboolean folder, GError **error)
{
  const mode_t mode = folder ? 0700 : 0600;
  struct stat here;

  if (g_stat (path, &here) != 0)
    return fail_with_errno (error, path);
  errno = folder ? ENOTDIR : EISDIR;
  if (folder ? !S_ISDIR (here.st_mode) : !S_ISREG (here.st_mode))
    return fail_with_errno (error, path);
  if ((here.st_mode & 07777) != mode && g_chmod (path, mode) != 0)
    return fail_with_errno (error, path);
  return TRUE;
}

/* Never opens a file that is there: closing it would drop the locks SQLite holds on it. */
static gboolean
make_file (const char *path, GError **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0 && errno != EEXIST)
    return fail_with_errno (error, path);
  if (fd >= 0)
    close (fd);
  return make_private (path, FALSE, error);
}

static gboolean
take_lock (int fd, const char *folder, GError **error)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  if (fcntl (fd, F_OFD_SETLK, &lock) == 0)
    return TRUE;
  if (errno != EAGAIN && errno != EACCES)
    return fail_with_errno (error, folder);

  g_autofree char *shown = g_filename_display_name (folder);
  g_set_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_BUSY,
               _("Another program is already at work with the data in %s, and only one may write "
                 "there. Use its window, or close it and start again."),
               shown);
  return FALSE;
}

/* A profile, or about to be one. Whoever names their home or /tmp as the folder keeps its mode:
 * what is put there is private all the same. */
static gboolean
is_profile (const char *folder, const char *lock)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  return g_file_test (lock, G_FILE_TEST_EXISTS) || (dir != NULL && g_dir_read_name (dir) == NULL);
}

static gboolean
make_folder (const char *folder, const char *lock, GError **error)
{
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_with_errno (error, folder);
  return !is_profile (folder, lock) || make_private (folder, TRUE, error);
}

int
diapason_open_lock (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);

  if (!make_folder (folder, path, error))
    return -1;

  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    {
      fail_with_errno (error, path);
      return -1;
    }
  if (take_lock (fd, folder, error) && make_private (path, FALSE, error))
    return fd;
  close (fd);
  return -1;
}

/* SQLite would count its memory for us, under a lock that each allocation takes: a tenth of the
 * time of a look-up. Too late, and no matter, when somebody in this process uses it already. */
static void
stop_counting_memory (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&once, 1);
    }
}

static Connection *
connect_to (const char *path, int flags, GError **error)
{
  g_autoptr (Connection) handle = NULL;

  stop_counting_memory ();
  int code = sqlite3_open_v2 (path, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, NULL);

  if (code != SQLITE_OK)
    {
      diapason_store_set_sqlite_error (error, handle, code);
      return NULL;
    }
  sqlite3_extended_result_codes (handle, TRUE);
  sqlite3_busy_timeout (handle, BUSY_TIMEOUT);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  /* Closing a file that is refused or damaged leaves it and its -wal as they are. */
  sqlite3_db_config (handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  return g_steal_pointer (&handle);
}

static gboolean
run (Connection *handle, const char *sql, GError **error)
{
  int code = sqlite3_exec (handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  diapason_store_set_sqlite_error (error, handle, code);
  return FALSE;
}

typedef struct
{
  gint64 application_id;
  gint64 version;
  gint64 tables;
} Marks;

static gboolean
read_mark (Connection *handle, const char *sql, gint64 *out, GError **error)
{
  int code;

  if (diapason_schema_read_integer (handle, sql, out, &code))
    return TRUE;
  diapason_store_set_sqlite_error (error, handle, code);
  return FALSE;
}

static gboolean
read_marks (Connection *handle, const char *schema, Marks *marks, GError **error)
{
  g_autofree char *application = g_strdup_printf ("PRAGMA %s.application_id", schema);
  g_autofree char *version = g_strdup_printf ("PRAGMA %s.user_version", schema);
  g_autofree char *tables = g_strdup_printf ("SELECT count(*) FROM %s.sqlite_schema", schema);

  return read_mark (handle, application, &marks->application_id, error) &&
         read_mark (handle, version, &marks->version, error) &&
         read_mark (handle, tables, &marks->tables, error);
}

/* A file of no length opens as a valid database with nothing in it, and so does one whose making
 * was cut. */
static gboolean
is_blank (const Marks *marks)
{
  return marks->application_id == 0 && marks->version == 0 && marks->tables == 0;
}

static gboolean
check_marks (const Marks *marks, DiapasonFile file, const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (marks->application_id != diapason_schema_application_id (file))
    g_set_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_FOREIGN,
                 _("%s is a database of another program. Nothing in it was changed. Move it away, "
                   "or choose another folder for this program's data."),
                 shown);
  else if (marks->version > diapason_schema_version (file))
    g_set_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_FOREIGN,
                 _("%s was written by a newer version of this program and cannot be used by this "
                   "one. Nothing in it was changed. Install the newer version again."),
                 shown);
  else
    return TRUE;
  return FALSE;
}

static gboolean
turn_on_wal (Connection *handle, const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (handle, "PRAGMA main.journal_mode = WAL", -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  gboolean on = code == SQLITE_ROW &&
                g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "wal") == 0;
  if (code != SQLITE_ROW)
    diapason_store_set_sqlite_error (error, handle, code);
  else if (!on)
    g_set_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_OPEN,
                 _("The disk that holds %s cannot share a file between readers and a writer, as "
                   "some network disks cannot. Choose a folder on this machine."),
                 shown);
  sqlite3_finalize (statement);
  return on;
}

/* The path as the URI that only reads it; its own connection is the only one that writes. */
static gboolean
attach_work (Connection *handle, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, files[DIAPASON_FILE_WORK].name, NULL);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *base = g_filename_to_uri (absolute, NULL, error);
  sqlite3_stmt *statement = NULL;

  if (base == NULL)
    return FALSE;

  g_autofree char *uri = g_strconcat (base, "?mode=ro", NULL);
  int code = sqlite3_prepare_v2 (handle, "ATTACH ? AS work", -1, &statement, NULL);
  if (code == SQLITE_OK)
    {
      sqlite3_bind_text (statement, 1, uri, -1, SQLITE_STATIC);
      code = sqlite3_step (statement);
    }
  if (code != SQLITE_DONE)
    diapason_store_set_sqlite_error (error, handle, code);
  sqlite3_finalize (statement);
  return code == SQLITE_DONE;
}

static Connection *
open_file (const char *folder, DiapasonFile file, GError **error)
{
  g_autofree char *path = g_build_filename (folder, files[file].name, NULL);
  g_autoptr (Connection) handle = NULL;
  Marks marks;

  if (!make_file (path, error))
    return NULL;
  handle = connect_to (path, SQLITE_OPEN_READWRITE, error);
  if (handle == NULL || !read_marks (handle, "main", &marks, error))
    return NULL;
  if (!is_blank (&marks) && !check_marks (&marks, file, path, error))
    return NULL;
  if (!turn_on_wal (handle, path, error) || !run (handle, WRITER_PRAGMAS, error) ||
      !run (handle, files[file].pragmas, error) ||
      !diapason_schema_migrate (handle, file, diapason_schema_version (file), error))
    return NULL;
  sqlite3_db_config (handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return g_steal_pointer (&handle);
}

/* .db, -wal and -shm belong together and go together. */
static gboolean
set_cache_aside (const char *folder, DiapasonClock *clock, GError **error)
{
  static const char *const tails[] = { "", "-wal", "-shm" };
  g_autofree char *path = g_build_filename (folder, files[DIAPASON_FILE_CACHE].name, NULL);
  g_autofree char *stamp =
      diapason_date_format_as (diapason_clock_now (clock), "%Y%m%dT%H%M%SZ", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autofree char *from = g_strconcat (path, tails[i], NULL);
      g_autofree char *to = g_strconcat (path, ".corrupt-", stamp, tails[i], NULL);

      if (g_rename (from, to) == 0)
        g_chmod (to, 0600);
      else if (errno != ENOENT)
        return fail_with_errno (error, from);
    }
  g_message ("%s was damaged; it is kept as %s.corrupt-%s and fetched again", path, path, stamp);
  return TRUE;
}

static Connection *
open_cache (const char *folder, DiapasonClock *clock, GError **error)
{
  g_autoptr (GError) damage = NULL;
  g_autoptr (Connection) handle = open_file (folder, DIAPASON_FILE_CACHE, &damage);

  if (handle == NULL &&
      g_error_matches (damage, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_CORRUPT))
    {
      if (!set_cache_aside (folder, clock, error))
        return NULL;
      handle = open_file (folder, DIAPASON_FILE_CACHE, error);
    }
  else if (handle == NULL)
    g_propagate_error (error, g_steal_pointer (&damage));
  if (handle == NULL || !attach_work (handle, folder, error))
    return NULL;
  return g_steal_pointer (&handle);
}

static Connection *
open_work (const char *folder, GError **error)
{
  g_autoptr (GError) damage = NULL;
  Connection *handle = open_file (folder, DIAPASON_FILE_WORK, &damage);

  if (handle == NULL &&
      g_error_matches (damage, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_CORRUPT))
    {
      g_autofree char *shown = g_filename_display_name (folder);
      g_set_error (
          error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_CORRUPT,
          _("work.db in %s, which holds what you wrote and decided, is damaged. It was not "
            "touched. Copy it to a safe place and put a backup of it there, or move it "
            "away to begin without it."),
          shown);
    }
  else if (handle == NULL)
    g_propagate_error (error, g_steal_pointer (&damage));
  return handle;
}

sqlite3 *
diapason_open_writer (const char *folder, DiapasonFile file, DiapasonClock *clock, GError **error)
{
  return file == DIAPASON_FILE_CACHE ? open_cache (folder, clock, error)
                                     : open_work (folder, error);
}

static gboolean
check_readable (Connection *handle, const char *folder, DiapasonFile file, GError **error)
{
  g_autofree char *path = g_build_filename (folder, files[file].name, NULL);
  g_autofree char *shown = g_filename_display_name (path);
  Marks marks;

  if (!read_marks (handle, file == DIAPASON_FILE_CACHE ? "main" : "work", &marks, error))
    return FALSE;
  if (!is_blank (&marks) && !check_marks (&marks, file, path, error))
    return FALSE;
  if (marks.version == diapason_schema_version (file))
    return TRUE;
  g_set_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_OPEN,
               _("%s is empty or of an older version, and a look-up changes nothing. Start the "
                 "program once, which makes it ready."),
               shown);
  return FALSE;
}

/* Why a connection that only reads could not be had, as far as the folder tells. */
static void
explain_reader (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, files[DIAPASON_FILE_CACHE].name, NULL);
  g_autofree char *shown = g_filename_display_name (folder);

  if (!g_error_matches (*error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_OPEN))
    return;
  if (g_access (path, F_OK) != 0)
    {
      g_clear_error (error);
      g_set_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_OPEN,
                   _("There is no data in %s yet, so nothing can be looked up. Start the program "
                     "once, or fetch with --sync-once."),
                   shown);
    }
  else if (g_access (folder, W_OK) != 0)
    {
      g_clear_error (error);
      g_set_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_OPEN,
                   _("The data in %s could not be read: this login may not write in that folder, "
                     "and a file that readers share has to be made there. Ask whoever owns it."),
                   shown);
    }
}

sqlite3 *
diapason_open_reader (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, files[DIAPASON_FILE_CACHE].name, NULL);
  g_autoptr (GError) reason = NULL;
  g_autoptr (Connection) handle = connect_to (path, SQLITE_OPEN_READONLY, &reason);

  if (handle != NULL && attach_work (handle, folder, &reason) &&
      run (handle, READER_PRAGMAS, &reason) &&
      check_readable (handle, folder, DIAPASON_FILE_CACHE, &reason) &&
      check_readable (handle, folder, DIAPASON_FILE_WORK, &reason))
    return g_steal_pointer (&handle);
  explain_reader (folder, &reason);
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}
