/* aside.c: see the header. Nothing is kept in memory. */
#include "aside.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "dates.h"

#define COPIES_KEPT 2

/* .db, -wal and -shm belong together and go together. */
static const char *const tails[] = { "", "-wal", "-shm" };

static char *
free_name (const char *path, const char *kind, DiapasonClock *clock)
{
  g_autofree char *stamp =
      diapason_date_format_as (diapason_clock_now (clock), "%Y%m%dT%H%M%SZ", NULL);
  char *name = g_strdup_printf ("%s.%s-%s", path, kind, stamp);

  for (guint n = 2; g_file_test (name, G_FILE_TEST_EXISTS); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.%s-%s-%u", path, kind, stamp, n);
    }
  return name;
}

char *
diapason_aside_put (const char *path, const char *kind, DiapasonClock *clock, GError **error)
{
  g_autofree char *name = free_name (path, kind, clock);

  /* The file last: while it is there, it is still to be put aside. */
  for (guint i = G_N_ELEMENTS (tails); i-- > 0;)
    {
      g_autofree char *from = g_strconcat (path, tails[i], NULL);
      g_autofree char *to = g_strconcat (name, tails[i], NULL);

      if (g_rename (from, to) == 0)
        g_chmod (to, 0600);
      else if (errno != ENOENT)
        {
          int saved = errno;
          g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (saved), "%s: %s", from,
                       g_strerror (saved));
          return NULL;
        }
    }
  return g_steal_pointer (&name);
}

static gboolean
is_copy (const char *name, const char *prefix)
{
  return g_str_has_prefix (name, prefix) && !g_str_has_suffix (name, "-wal") &&
         !g_str_has_suffix (name, "-shm");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Sorted by date, as their names are. */
static GPtrArray *
list_copies (const char *folder, const char *prefix)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_copy (name, prefix))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

void
diapason_aside_prune (const char *path, const char *kind)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strdup_printf ("%s.%s-", base, kind);
  g_autoptr (GPtrArray) copies = list_copies (folder, prefix);

  for (guint i = 0; i + COPIES_KEPT < copies->len; i++)
    for (guint tail = 0; tail < G_N_ELEMENTS (tails); tail++)
      {
        g_autofree char *old = g_strconcat (g_ptr_array_index (copies, i), tails[tail], NULL);
        g_unlink (old);
      }
}

static char *
mark_path (const char *folder, const char *mark)
{
  g_autofree char *name = g_strconcat ("cache.db-", mark, NULL);

  return g_build_filename (folder, name, NULL);
}

void
diapason_mark_set (const char *folder, const char *mark)
{
  g_autofree char *path = mark_path (folder, mark);

  g_file_set_contents_full (path, "", 0, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
}

void
diapason_mark_clear (const char *folder, const char *mark)
{
  g_autofree char *path = mark_path (folder, mark);

  g_unlink (path);
}

gboolean
diapason_mark_is_set (const char *folder, const char *mark)
{
  g_autofree char *path = mark_path (folder, mark);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}
