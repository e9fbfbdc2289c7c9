/* policy.c: a policy as a whole: where its files are, and what becomes of a wrong one. */
#include "policy.h"

#include <glib/gi18n-lib.h>

#include "diapason-data-resources.h"
#include "policy-read.h"

#define SHIPPED "/io/github/diapason/Diapason/policy/"

/* A file, and the part of a policy it makes. */
typedef struct
{
  const char *name;
  gsize offset; /* of the part, which begins with its DiapasonPolicyOrigin */
  gsize size;
  void (*read) (DiapasonShape *shape, DiapasonJsonValue *root, gpointer out);
  void (*clear) (gpointer part);
} Part;

#define PART(part, type)                                                                           \
  {                                                                                                \
#part ".json", G_STRUCT_OFFSET(DiapasonPolicy, part), sizeof(type), diapason_##part##_read,    \
        diapason_##part##_clear                                                                    \
  }

static const Part parts[] = {
  PART (challenges, DiapasonChallenges),
  PART (moments, DiapasonMoments),
  PART (identity, DiapasonIdentity),
  PART (mission, DiapasonMission),
};

static void
clear_part (const Part *part, gpointer data)
{
  DiapasonPolicyOrigin *origin = data;

  part->clear (data);
  g_clear_pointer (&origin->path, g_free);
}

static void
policy_clear (gpointer data)
{
  DiapasonPolicy *policy = data;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    clear_part (&parts[i], G_STRUCT_MEMBER_P (policy, parts[i].offset));
  g_ptr_array_unref (policy->complaints);
}

DiapasonPolicy *
diapason_policy_ref (DiapasonPolicy *policy)
{
  return g_atomic_rc_box_acquire (policy);
}

void
diapason_policy_unref (DiapasonPolicy *policy)
{
  g_atomic_rc_box_release_full (policy, policy_clear);
}

static void
read_head (DiapasonShape *shape, DiapasonJsonValue *root, DiapasonPolicyOrigin *origin)
{
  diapason_shape_object (shape, root, NULL);
  if (diapason_shape_integer (shape, root, "format", 0, G_MININT64, G_MAXINT64) !=
      DIAPASON_POLICY_FORMAT)
    diapason_shape_complain (shape, root, "format", _("this version reads policies of format %d."),
                             DIAPASON_POLICY_FORMAT);
  origin->version = diapason_shape_integer (shape, root, "version", 0, 1, G_MAXINT32);
  if (origin->version == 0)
    diapason_shape_complain (shape, root, "version",
                             _("a number is missing here, to be raised with each change."));
}

/* Fills @data, which is zero, with what @text says. FALSE with a complaint, and zero again. */
static gboolean
read_part (DiapasonShape *shape, const Part *part, const char *text, gsize length, gpointer data)
{
  g_autoptr (DiapasonJsonValue) root = diapason_shape_parse (shape, text, length);

  if (root == NULL)
    return FALSE;
  diapason_policy_refuse_clock (shape, root);
  read_head (shape, root, data);
  part->read (shape, root, data);
  if (shape->complaint == NULL)
    return TRUE;
  clear_part (part, data);
  memset (data, 0, part->size);
  return FALSE;
}

/* The file of a person. FALSE when there is none to be used. */
static gboolean
read_own (DiapasonPolicy *policy, const Part *part, const char *folder, gpointer data)
{
  g_autofree char *path = g_build_filename (folder, part->name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (DiapasonShape) shape = { 0 };
  gsize length = 0;

  if (g_file_get_contents (path, &text, &length, &error))
    {
      if (read_part (&shape, part, text, length, data))
        {
          ((DiapasonPolicyOrigin *) data)->path = g_steal_pointer (&path);
          return TRUE;
        }
      g_ptr_array_add (
          policy->complaints,
          g_strdup_printf (_("%s, line %u: %s Until that is corrected, what came with "
                             "Diapason is used in its place."),
                           path, shape.line, shape.complaint->message));
    }
  else if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_ptr_array_add (policy->complaints,
                     g_strdup_printf (_("%s cannot be read: %s. Until it can, what came with "
                                        "Diapason is used in its place."),
                                      path, error->message));
  return FALSE;
}

static void
read_shipped (const Part *part, gpointer data)
{
  g_autofree char *path = g_strconcat (SHIPPED, part->name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (diapason_data_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (DiapasonShape) shape = { 0 };
  gsize length = 0;

  if (bytes == NULL)
    g_error ("%s is not among the resources.", path);
  const char *text = g_bytes_get_data (bytes, &length);
  if (!read_part (&shape, part, text, length, data))
    g_error ("%s, line %u: %s", path, shape.line, shape.complaint->message);
}

DiapasonPolicy *
diapason_policy_load (const char *folder)
{
  DiapasonPolicy *policy = g_atomic_rc_box_new0 (DiapasonPolicy);

  policy->complaints = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gpointer data = G_STRUCT_MEMBER_P (policy, parts[i].offset);

      if (folder == NULL || !read_own (policy, &parts[i], folder, data))
        read_shipped (&parts[i], data);
    }
  return policy;
}
