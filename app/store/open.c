/* open.c: files and connections.
 *
 * Thread: whoever opens the store. Lifetime: what is returned belongs to the caller, nothing is
 * kept.
 */
#include "open.h"

#include <glib/gi18n-lib.h>

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "aside.h"
#include "database-private.h"
#include "profile-folder.h"
#include "salvage.h"
#include "schema.h"

#define BUSY_TIMEOUT 5000 /* milliseconds */

typedef sqlite3 Connection;

static void
connection_close (Connection *handle)
{
  sqlite3_close (handle);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Connection, connection_close)

/* Beyond its limit a log is cut off when it is begun anew, in a commit, and then grown again: that
 * of the cache is longer than that only when somebody read for long. */
static const struct
{
  const char *name;
  const char *pragmas;
} files[] = {
  [DIAPASON_FILE_CACHE] = { "cache.db", "PRAGMA synchronous = NORMAL;"
                                        "PRAGMA journal_size_limit = 268435456;"
                                        "PRAGMA cache_size = -16384;" },
  [DIAPASON_FILE_WORK] = { "work.db", "PRAGMA synchronous = FULL;"
                                      "PRAGMA journal_size_limit = 33554432;"
                                      "PRAGMA cache_size = -2048;"
                                      "PRAGMA wal_autocheckpoint = 1000;" },
};

#define WRITER_PRAGMAS                                                                             \
  "PRAGMA foreign_keys = ON;"                                                                      \
  "PRAGMA secure_delete = ON;"                                                                     \
  "PRAGMA temp_store = MEMORY;"
#define READER_PRAGMAS                                                                             \
  "PRAGMA query_only = ON;"                                                                        \
  "PRAGMA temp_store = MEMORY;"                                                                    \
  "PRAGMA cache_size = -8192;"

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

static int
look_through (Connection *handle)
{
  sqlite3_stmt *check = NULL;
  int code = sqlite3_prepare_v2 (handle, "PRAGMA main.quick_check (1)", -1, &check, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (check);
  if (code == SQLITE_ROW)
    code = g_strcmp0 ((const char *) sqlite3_column_text (check, 0), "ok") == 0 ? SQLITE_OK
                                                                                : SQLITE_CORRUPT;
  sqlite3_finalize (check);
  return code;
}

/* What a person did is nowhere else, so it is looked through at each start, before anything is
 * written into it: a millisecond for a thousand acts. A page that could not be had, for want of
 * memory, is called damaged as well, and so damage is looked at twice. */
static gboolean
look_through_work (Connection *handle, GError **error)
{
  int code = look_through (handle);

  if (code == SQLITE_CORRUPT)
    code = look_through (handle);
  if (code == SQLITE_OK)
    return TRUE;
  diapason_store_set_sqlite_error (error, code == SQLITE_CORRUPT ? NULL : handle, code);
  return FALSE;
}

static Connection *
open_path (const char *path, DiapasonFile file, GError **error)
{
  g_autoptr (Connection) handle = NULL;
  DiapasonMarks marks;

  if (!diapason_folder_make_file (path, error))
    return NULL;
  handle = connect_to (path, SQLITE_OPEN_READWRITE, error);
  if (handle == NULL || !diapason_schema_read_marks (handle, "main", &marks, error))
    return NULL;
  if (!diapason_schema_is_blank (&marks) &&
      !diapason_schema_check_marks (&marks, file, path, error))
    return NULL;
  if (file == DIAPASON_FILE_WORK && !look_through_work (handle, error))
    return NULL;
  if (!turn_on_wal (handle, path, error) || !run (handle, WRITER_PRAGMAS, error) ||
      !run (handle, files[file].pragmas, error) ||
      !diapason_schema_migrate (handle, file, diapason_schema_version (file), error))
    return NULL;
  sqlite3_db_config (handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return g_steal_pointer (&handle);
}

static gboolean
has_bytes (const char *path, const char *tail)
{
  g_autofree char *name = g_strconcat (path, tail, NULL);
  struct stat here;

  return g_stat (name, &here) == 0 && here.st_size > 0;
}

static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_CORRUPT);
}

static char *
put_aside (const char *path, const char *kind, DiapasonClock *clock, GError **error)
{
  g_autoptr (GError) reason = NULL;
  char *aside = diapason_aside_put (path, kind, clock, &reason);

  if (aside == NULL)
    g_set_error (
        error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_OPEN,
        _("A damaged file could not be put aside (%s), so the program cannot start. Check "
          "who may write in its folder."),
        reason->message);
  return aside;
}

/* The cache ---------------------------------------------------------------------------------- */

static gboolean
put_cache_aside (const char *path, DiapasonClock *clock, GPtrArray *notices, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *aside = put_aside (path, "corrupt", clock, error);
  g_autofree char *shown = NULL;

  if (aside == NULL)
    return FALSE;
  diapason_mark_clear (folder, DIAPASON_MARK_DAMAGED);
  diapason_mark_clear (folder, DIAPASON_MARK_UNCHECKED);
  diapason_aside_prune (path, "corrupt");
  shown = g_filename_display_name (aside);
  g_ptr_array_add (notices,
                   g_strdup_printf (_("The local copy of what your sources say was damaged. It is "
                                      "fetched again, so for a while not everything is here; what "
                                      "you wrote and decided is. The damaged file is kept as %s."),
                                    shown));
  return TRUE;
}

/* What is in the log was not written into the file by whoever closed it. */
static void
mark_when_left_open (const char *folder, const char *path)
{
  if (has_bytes (path, "-wal"))
    diapason_mark_set (folder, DIAPASON_MARK_UNCHECKED);
}

static Connection *
open_cache (const char *folder, DiapasonClock *clock, GPtrArray *notices, GError **error)
{
  g_autofree char *path = g_build_filename (folder, files[DIAPASON_FILE_CACHE].name, NULL);
  g_autoptr (GError) reason = NULL;
  g_autoptr (Connection) handle = NULL;

  if (diapason_mark_is_set (folder, DIAPASON_MARK_DAMAGED) &&
      !put_cache_aside (path, clock, notices, error))
    return NULL;
  mark_when_left_open (folder, path);
  handle = open_path (path, DIAPASON_FILE_CACHE, &reason);
  if (handle == NULL && is_damage (reason))
    {
      if (!put_cache_aside (path, clock, notices, error))
        return NULL;
      handle = open_path (path, DIAPASON_FILE_CACHE, error);
    }
  else if (handle == NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  if (handle == NULL || !attach_work (handle, folder, error))
    return NULL;
  return g_steal_pointer (&handle);
}

/* What a person did -------------------------------------------------------------------------- */

/* What was saved becomes work.db under this name, once it is all in it. */
#define SAVED ".saved"

/* To read what there is: a file that is shorter than it says, or whose schema has gaps, is refused
 * to anybody who may not write the schema. Nobody writes anything. */
static Connection *
connect_to_damaged (const char *path, GError **error)
{
  g_autoptr (Connection) handle = connect_to (path, SQLITE_OPEN_READWRITE, error);

  if (handle == NULL)
    return NULL;
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, NULL);
  return run (handle, "PRAGMA query_only = ON", error) ? g_steal_pointer (&handle) : NULL;
}

static gboolean
save_rows (const char *path, const char *saved, DiapasonSalvage *salvage, GError **error)
{
  g_autoptr (Connection) from = connect_to_damaged (path, error);
  g_autoptr (Connection) to = NULL;

  if (from == NULL)
    return FALSE;
  g_unlink (saved);
  if (!diapason_folder_make_file (saved, error))
    return FALSE;
  to = connect_to (saved, SQLITE_OPEN_READWRITE, error);
  return to != NULL && run (to, "PRAGMA synchronous = FULL", error) &&
         diapason_schema_migrate (to, DIAPASON_FILE_WORK,
                                  diapason_schema_version (DIAPASON_FILE_WORK), error) &&
         diapason_salvage_rows (from, to, salvage, error);
}

/* Cut off anywhere, it is done again or ended at the next start. */
static gboolean
salvage_work (const char *path,
              const char *saved,
              DiapasonClock *clock,
              GPtrArray *notices,
              GError **error)
{
  g_autofree char *aside = NULL;
  DiapasonSalvage salvage;

  if (!save_rows (path, saved, &salvage, error))
    return FALSE;
  aside = put_aside (path, "damaged", clock, error);
  if (aside == NULL)
    return FALSE;
  if (g_rename (saved, path) != 0)
    return diapason_folder_fail (error, path);
  g_ptr_array_add (notices, diapason_salvage_sentence (&salvage, path, aside));
  return TRUE;
}

/* Cut to no length, it would pass for a new one, and SQLite would delete the log beside it. */
static gboolean
put_emptied_aside (const char *folder,
                   const char *path,
                   DiapasonClock *clock,
                   GPtrArray *notices,
                   GError **error)
{
  const DiapasonSalvage nothing = { .more_lost = TRUE };
  g_autofree char *cache = g_build_filename (folder, files[DIAPASON_FILE_CACHE].name, NULL);
  g_autofree char *aside = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || has_bytes (path, "") ||
      (!has_bytes (path, "-wal") && !has_bytes (cache, "")))
    return TRUE;
  aside = put_aside (path, "damaged", clock, error);
  if (aside != NULL)
    g_ptr_array_add (notices, diapason_salvage_sentence (&nothing, path, aside));
  return aside != NULL;
}

static Connection *
open_work (const char *folder, DiapasonClock *clock, GPtrArray *notices, GError **error)
{
  g_autofree char *path = g_build_filename (folder, files[DIAPASON_FILE_WORK].name, NULL);
  g_autofree char *saved = g_strconcat (path, SAVED, NULL);
  g_autoptr (GError) reason = NULL;
  Connection *handle;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (saved, path) == 0)
    g_ptr_array_add (notices,
                     g_strdup (
                         _("What you wrote and decided was damaged, and what could be read of "
                           "it is kept. The damaged file is beside it, in the same folder.")));
  if (!put_emptied_aside (folder, path, clock, notices, error))
    return NULL;
  handle = open_path (path, DIAPASON_FILE_WORK, &reason);
  if (handle != NULL)
    return handle;
  if (is_damage (reason))
    return salvage_work (path, saved, clock, notices, error)
               ? open_path (path, DIAPASON_FILE_WORK, error)
               : NULL;
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

sqlite3 *
diapason_open_writer (const char *folder,
                      DiapasonFile file,
                      DiapasonClock *clock,
                      GPtrArray *notices,
                      GError **error)
{
  return file == DIAPASON_FILE_CACHE ? open_cache (folder, clock, notices, error)
                                     : open_work (folder, clock, notices, error);
}

static gboolean
check_readable (Connection *handle, const char *folder, DiapasonFile file, GError **error)
{
  g_autofree char *path = g_build_filename (folder, files[file].name, NULL);
  g_autofree char *shown = g_filename_display_name (path);
  DiapasonMarks marks;

  if (!diapason_schema_read_marks (handle, file == DIAPASON_FILE_CACHE ? "main" : "work", &marks,
                                   error))
    return FALSE;
  if (!diapason_schema_is_blank (&marks) &&
      !diapason_schema_check_marks (&marks, file, path, error))
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

sqlite3 *
diapason_open_checkpointer (const char *path)
{
  g_autoptr (Connection) handle = connect_to (path, SQLITE_OPEN_READWRITE, NULL);

  /* SQLite knows nothing of a log before something was read. */
  if (handle == NULL || !run (handle, "PRAGMA synchronous = NORMAL; PRAGMA schema_version", NULL))
    return NULL;
  return g_steal_pointer (&handle);
}
