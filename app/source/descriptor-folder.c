/* descriptor-folder.c: where descriptors come from: the program's own presets, and a person's
 * files. */
#include <glib/gi18n-lib.h>

#include "descriptor-read.h"
#include "diapason-data-resources.h"

#define PRESETS "/io/github/diapason/Diapason/sources"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
diapason_descriptor_presets (void)
{
  g_auto (GStrv) files = g_resource_enumerate_children (diapason_data_get_resource (), PRESETS,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], ".json"))
      g_ptr_array_add (names, g_strndup (files[i], strlen (files[i]) - strlen (".json")));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

DiapasonDescriptor *
diapason_descriptor_new_from_preset (const char *preset,
                                     const char *base_url,
                                     const char *name,
                                     const char *label,
                                     GError **error)
{
  g_autofree char *path = g_strdup_printf (PRESETS "/%s.json", preset);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (diapason_data_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length = 0;

  if (bytes == NULL)
    {
      g_auto (GStrv) presets = diapason_descriptor_presets ();
      g_autofree char *known = g_strjoinv (", ", presets);
      g_set_error (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_DESCRIPTOR,
                   "$.preset: there is no preset “%s”. There are: %s.", preset, known);
      return NULL;
    }
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (DiapasonJsonValue) root = diapason_json_value_parse (text, length, error);
  return root == NULL ? NULL : diapason_descriptor_read (root, base_url, name, label, error);
}

void
diapason_descriptor_file_free (DiapasonDescriptorFile *file)
{
  g_free (file->path);
  g_clear_pointer (&file->descriptor, diapason_descriptor_unref);
  g_clear_error (&file->error);
  g_free (file);
}

gboolean
diapason_descriptor_read_instance (DiapasonJsonValue *root,
                                   char **preset,
                                   char **base_url,
                                   char **label,
                                   GError **error)
{
  static const char *const members[] = { "preset", "base_url", "label", NULL };
  g_auto (DiapasonShape) shape = { 0 };

  diapason_shape_object (&shape, root, members);
  *preset = diapason_shape_text (&shape, root, "preset", TRUE);
  *base_url = diapason_shape_text (&shape, root, "base_url", TRUE);
  *label = diapason_shape_text (&shape, root, "label", FALSE);
  return diapason_shape_is_descriptor (&shape, error);
}

static DiapasonDescriptor *
read_instance (DiapasonJsonValue *root, const char *name, GError **error)
{
  g_autofree char *preset = NULL, *base_url = NULL, *label = NULL;

  if (!diapason_descriptor_read_instance (root, &preset, &base_url, &label, error))
    return NULL;
  return diapason_descriptor_new_from_preset (preset, base_url, name, label, error);
}

static DiapasonDescriptor *
read_file (const char *path, const char *name, GError **error)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &bytes, &length, error))
    return NULL;
  g_autoptr (DiapasonJsonValue) root = diapason_json_value_parse (bytes, length, error);
  g_autoptr (DiapasonJsonValue) preset =
      root == NULL ? NULL : diapason_json_value_member (root, "preset");
  if (root == NULL)
    return NULL;
  return preset != NULL ? read_instance (root, name, error)
                        : diapason_descriptor_read (root, NULL, name, NULL, error);
}

static DiapasonDescriptorFile *
load_file (const char *folder, const char *base)
{
  g_autofree char *name = g_strndup (base, strlen (base) - strlen (".json"));
  DiapasonDescriptorFile *file = g_new0 (DiapasonDescriptorFile, 1);
  g_autoptr (GError) below = NULL;

  file->path = g_build_filename (folder, base, NULL);
  file->descriptor = read_file (file->path, name, &below);
  if (file->descriptor == NULL)
    file->error = g_error_new (DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_DESCRIPTOR,
                               _("The source described in %s is left out: %s Correct the file and "
                                 "start again."),
                               file->path, below->message);
  return file;
}

GPtrArray *
diapason_descriptor_load_folder (const char *folder)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  GPtrArray *files =
      g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_descriptor_file_free);

  for (const char *base; directory != NULL && (base = g_dir_read_name (directory)) != NULL;)
    if (g_str_has_suffix (base, ".json") && *base != '.')
      g_ptr_array_add (names, g_strdup (base));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (files, load_file (folder, g_ptr_array_index (names, i)));
  return files;
}
