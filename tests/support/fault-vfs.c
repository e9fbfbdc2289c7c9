/* fault-vfs.c: see the header.
 *
 * A file of ours is followed in memory by that of the system's VFS, to which it hands on. State is
 * of the process, under one lock.
 */
#include "fault-vfs.h"

#include <errno.h>
#include <sqlite3.h>
#include <string.h>

/* A change that no sync has made safe. */
typedef struct
{
  gint64 offset;
  GBytes *bytes; /* (owned) (nullable) NULL: cut to @offset */
} Change;

/* What a disk would have of a file without power. */
typedef struct
{
  GByteArray *synced; /* (owned) */
  GPtrArray *pending; /* (owned) of Change */
} Disk;

typedef struct
{
  sqlite3_file base;
  char *path; /* (owned) (nullable) of a file that is watched */
} File;

static sqlite3_vfs shim;
static sqlite3_vfs *under;

static GMutex mutex;
static struct
{
  FaultKind kind;
  guint left; /* calls until the fault; 0: none */
  gboolean lasting;
  gboolean happened;

  char *folder;      /* (owned) (nullable) watched */
  GHashTable *disks; /* (owned) Disk by path */
  guint cut_left;    /* changes until the cut; 0: none */
  char *into;        /* (owned) (nullable) */
  const int *answered;
  int answered_at_cut;
} state;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_pointer (&change->bytes, g_bytes_unref);
  g_free (change);
}

static void
disk_free (gpointer data)
{
  Disk *disk = data;

  g_byte_array_unref (disk->synced);
  g_ptr_array_unref (disk->pending);
  g_free (disk);
}

/* Faults --------------------------------------------------------------------------------------- */

/* The code that this call fails with: @io is its own for a broken disk. */
static int
fault (int io, gboolean locks, gboolean fills)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);

  if (state.left == 0 || (state.kind == FAULT_BUSY && !locks) ||
      (state.kind == FAULT_FULL && !fills) || --state.left > 0)
    return SQLITE_OK;
  state.left = state.lasting ? 1 : 0;
  state.happened = TRUE;
  return state.kind == FAULT_BUSY ? SQLITE_BUSY : state.kind == FAULT_FULL ? SQLITE_FULL : io;
}

void
fault_vfs_fail (FaultKind kind, guint nth, gboolean lasting)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);

  state.kind = kind;
  state.left = nth;
  state.lasting = lasting;
  state.happened = FALSE;
}

gboolean
fault_vfs_lift (void)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);

  state.left = 0;
  return state.happened;
}

/* Power ---------------------------------------------------------------------------------------- */

static void
apply (GByteArray *bytes, const Change *change, gsize length)
{
  gsize end = (gsize) change->offset + length;

  if (change->bytes == NULL)
    {
      g_byte_array_set_size (bytes, (guint) MIN (change->offset, bytes->len));
      return;
    }
  if (end > bytes->len)
    {
      guint before = bytes->len;
      g_byte_array_set_size (bytes, (guint) end);
      memset (bytes->data + before, 0, end - before);
    }
  memcpy (bytes->data + change->offset, g_bytes_get_data (change->bytes, NULL), length);
}

static gsize
length_of (const Change *change)
{
  return change->bytes != NULL ? g_bytes_get_size (change->bytes) : 0;
}

/* Half of what was not synced is there, a quarter in part. */
static void
lose_power (const char *path, const Disk *disk)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *to = g_build_filename (state.into, name, NULL);
  g_autoptr (GByteArray) left = g_byte_array_new ();

  g_byte_array_append (left, disk->synced->data, disk->synced->len);
  for (guint i = 0; i < disk->pending->len; i++)
    {
      const Change *change = g_ptr_array_index (disk->pending, i);
      gint luck = g_test_rand_int_range (0, 4);
      gsize length = length_of (change);

      if (luck == 0)
        continue;
      if (luck == 1 && length > 0)
        length = (gsize) g_test_rand_int_range (0, (gint32) length);
      apply (left, change, length);
    }
  g_assert_true (g_file_set_contents_full (to, (const char *) left->data, left->len,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
count_change_locked (void)
{
  GHashTableIter iter;
  gpointer path, disk;

  if (state.cut_left == 0 || --state.cut_left > 0)
    return;
  state.answered_at_cut = g_atomic_int_get (state.answered);
  g_hash_table_iter_init (&iter, state.disks);
  while (g_hash_table_iter_next (&iter, &path, &disk))
    lose_power (path, disk);
}

static void
note_change (File *file, gint64 offset, const void *bytes, gsize length)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);
  Disk *disk = file->path != NULL ? g_hash_table_lookup (state.disks, file->path) : NULL;
  Change *change;

  if (disk == NULL)
    return;
  change = g_new0 (Change, 1);
  change->offset = offset;
  change->bytes = bytes != NULL ? g_bytes_new (bytes, length) : NULL;
  g_ptr_array_add (disk->pending, change);
  count_change_locked ();
}

static void
note_sync (File *file)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);
  Disk *disk = file->path != NULL ? g_hash_table_lookup (state.disks, file->path) : NULL;

  if (disk == NULL)
    return;
  /* It may be cut before a sync, too. */
  count_change_locked ();
  for (guint i = 0; i < disk->pending->len; i++)
    {
      const Change *change = g_ptr_array_index (disk->pending, i);
      apply (disk->synced, change, length_of (change));
    }
  g_ptr_array_set_size (disk->pending, 0);
}

/* What is there before it is opened counts as synced. */
static void
watch_file (File *file, const char *path)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  Disk *disk;

  if (path == NULL || state.folder == NULL || !g_str_has_prefix (path, state.folder))
    return;
  file->path = g_strdup (path);
  if (g_hash_table_contains (state.disks, path))
    return;
  disk = g_new0 (Disk, 1);
  disk->synced = g_byte_array_new ();
  disk->pending = g_ptr_array_new_with_free_func (change_free);
  if (g_file_get_contents (path, &bytes, &length, NULL))
    g_byte_array_append (disk->synced, (const guint8 *) bytes, (guint) length);
  g_hash_table_insert (state.disks, g_strdup (path), disk);
}

void
fault_vfs_watch (const char *folder)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);

  g_hash_table_remove_all (state.disks);
  state.cut_left = 0;
  g_free (state.folder);
  state.folder = g_strdup (folder);
}

void
fault_vfs_cut (guint nth, const char *into, const int *answered)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);

  g_free (state.into);
  state.into = g_strdup (into);
  state.answered = answered;
  state.answered_at_cut = -1;
  state.cut_left = nth;
}

int
fault_vfs_answered_at_cut (void)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);
  return state.answered_at_cut;
}

/* Files ---------------------------------------------------------------------------------------- */

static sqlite3_file *
real (sqlite3_file *file)
{
  return (sqlite3_file *) ((File *) file + 1);
}

/* Hands a call on to the system's file. */
#define REAL(file, method, ...) real (file)->pMethods->method (real (file), ##__VA_ARGS__)
#define RETURN_FAULT(io, locks, fills)                                                             \
  do                                                                                               \
    {                                                                                              \
      int code = fault (io, locks, fills);                                                         \
      if (code != SQLITE_OK)                                                                       \
        return code;                                                                               \
    }                                                                                              \
  while (FALSE)

static int
file_close (sqlite3_file *file)
{
  g_free (((File *) file)->path);
  return REAL (file, xClose);
}

static int
file_read (sqlite3_file *file, void *to, int length, sqlite3_int64 offset)
{
  RETURN_FAULT (SQLITE_IOERR_READ, FALSE, FALSE);
  return REAL (file, xRead, to, length, offset);
}

static int
file_write (sqlite3_file *file, const void *from, int length, sqlite3_int64 offset)
{
  RETURN_FAULT (SQLITE_IOERR_WRITE, FALSE, TRUE);
  note_change ((File *) file, offset, from, (gsize) length);
  return REAL (file, xWrite, from, length, offset);
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 length)
{
  RETURN_FAULT (SQLITE_IOERR_TRUNCATE, FALSE, FALSE);
  note_change ((File *) file, length, NULL, 0);
  return REAL (file, xTruncate, length);
}

static int
file_sync (sqlite3_file *file, int flags)
{
  RETURN_FAULT (SQLITE_IOERR_FSYNC, FALSE, FALSE);
  note_sync ((File *) file);
  return SQLITE_OK;
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *out)
{
  RETURN_FAULT (SQLITE_IOERR_FSTAT, FALSE, FALSE);
  return REAL (file, xFileSize, out);
}

static int
file_lock (sqlite3_file *file, int level)
{
  RETURN_FAULT (SQLITE_IOERR_LOCK, TRUE, FALSE);
  return REAL (file, xLock, level);
}

static int
file_unlock (sqlite3_file *file, int level)
{
  return REAL (file, xUnlock, level);
}

static int
file_check_reserved (sqlite3_file *file, int *out)
{
  return REAL (file, xCheckReservedLock, out);
}

static int
file_control (sqlite3_file *file, int operation, void *data)
{
  return REAL (file, xFileControl, operation, data);
}

static int
file_sector_size (sqlite3_file *file)
{
  return REAL (file, xSectorSize);
}

static int
file_characteristics (sqlite3_file *file)
{
  return REAL (file, xDeviceCharacteristics);
}

static int
file_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **out)
{
  int code = fault (SQLITE_IOERR_SHMMAP, FALSE, extend);

  *out = NULL;
  /* As the system's own tells that there is no room for it. */
  errno = code == SQLITE_FULL ? ENOSPC : EIO;
  if (code != SQLITE_OK)
    return code == SQLITE_FULL ? SQLITE_IOERR_SHMSIZE : code;
  return REAL (file, xShmMap, page, size, extend, out);
}

static int
file_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  if ((flags & SQLITE_SHM_LOCK) != 0)
    RETURN_FAULT (SQLITE_IOERR_SHMLOCK, TRUE, FALSE);
  return REAL (file, xShmLock, offset, n, flags);
}

static void
file_shm_barrier (sqlite3_file *file)
{
  REAL (file, xShmBarrier);
}

static int
file_shm_unmap (sqlite3_file *file, int remove)
{
  return REAL (file, xShmUnmap, remove);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_reserved,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_characteristics,
  .xShmMap = file_shm_map,
  .xShmLock = file_shm_lock,
  .xShmBarrier = file_shm_barrier,
  .xShmUnmap = file_shm_unmap,
};

static int
vfs_open (sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out_flags)
{
  File *self = (File *) file;

  memset (self, 0, sizeof *self);
  RETURN_FAULT (SQLITE_CANTOPEN, FALSE, FALSE);
  watch_file (self, path);
  int code = under->xOpen (under, path, real (file), flags, out_flags);
  if (code == SQLITE_OK)
    self->base.pMethods = &methods;
  else
    g_clear_pointer (&self->path, g_free);
  return code;
}

static int
vfs_delete (sqlite3_vfs *vfs, const char *path, int sync_folder)
{
  RETURN_FAULT (SQLITE_IOERR_DELETE, FALSE, FALSE);
  g_mutex_lock (&mutex);
  g_hash_table_remove (state.disks, path);
  g_mutex_unlock (&mutex);
  return under->xDelete (under, path, sync_folder);
}

static int
vfs_access (sqlite3_vfs *vfs, const char *path, int flags, int *out)
{
  RETURN_FAULT (SQLITE_IOERR_ACCESS, FALSE, FALSE);
  return under->xAccess (under, path, flags, out);
}

void
fault_vfs_install (void)
{
  under = sqlite3_vfs_find (NULL);
  g_assert_nonnull (under);
  state.disks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, disk_free);
  state.answered_at_cut = -1;
  shim = *under;
  shim.zName = "fault";
  shim.szOsFile = (int) sizeof (File) + under->szOsFile;
  shim.xOpen = vfs_open;
  shim.xDelete = vfs_delete;
  shim.xAccess = vfs_access;
  g_assert_cmpint (sqlite3_vfs_register (&shim, TRUE), ==, SQLITE_OK);
}
