/* profile-folder.c: what is made is for its owner alone. See the header. */
#include "profile-folder.h"

#include <glib/gi18n-lib.h>

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store-errors.h"

gboolean
diapason_folder_fail (GError **error, const char *path)
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
    return diapason_folder_fail (error, path);
  errno = folder ? ENOTDIR : EISDIR;
  if (folder ? !S_ISDIR (here.st_mode) : !S_ISREG (here.st_mode))
    return diapason_folder_fail (error, path);
  if ((here.st_mode & 07777) != mode && g_chmod (path, mode) != 0)
    return diapason_folder_fail (error, path);
  return TRUE;
}

/* What SQLite puts beside a file says the same as the file. */
static gboolean
make_beside_private (const char *path, const char *tail, GError **error)
{
  g_autofree char *beside = g_strconcat (path, tail, NULL);

  return !g_file_test (beside, G_FILE_TEST_EXISTS) || make_private (beside, FALSE, error);
}

gboolean
diapason_folder_make_file (const char *path, GError **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0 && errno != EEXIST)
    return diapason_folder_fail (error, path);
  if (fd >= 0)
    close (fd);
  return make_private (path, FALSE, error) && make_beside_private (path, "-wal", error) &&
         make_beside_private (path, "-shm", error);
}

static gboolean
take_lock (int fd, const char *folder, GError **error)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  if (fcntl (fd, F_OFD_SETLK, &lock) == 0)
    return TRUE;
  if (errno != EAGAIN && errno != EACCES)
    return diapason_folder_fail (error, folder);

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
    return diapason_folder_fail (error, folder);
  return !is_profile (folder, lock) || make_private (folder, TRUE, error);
}

int
diapason_folder_lock (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);

  if (!make_folder (folder, path, error))
    return -1;

  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    {
      diapason_folder_fail (error, path);
      return -1;
    }
  if (take_lock (fd, folder, error) && make_private (path, FALSE, error))
    return fd;
  close (fd);
  return -1;
}
