/* source-kinds.c: see source-kinds.h. */
#include "source-kinds.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "descriptor-read.h"
#include "session.h"

#define NAME    "^[a-z][a-z0-9-]*$"
#define NOWHERE "https://localhost" /* where a source is that is nowhere yet */

/* What they are ----------------------------------------------------------------------------- */

static guint64
entities_of (const GPtrArray *streams)
{
  guint64 all = 0;

  for (guint i = 0; streams != NULL && i < streams->len; i++)
    {
      const DiapasonStreamPlan *stream = g_ptr_array_index (streams, i);

      for (DiapasonEntity entity = DIAPASON_ENTITY_UNIT; entity < DIAPASON_N_ENTITIES; entity++)
        if (stream->mapping != NULL && diapason_mapping_makes (stream->mapping, entity))
          all |= G_GUINT64_CONSTANT (1) << entity;
      all |= entities_of (stream->children);
    }
  return all;
}

static DiapasonSourceKind *
kind_new (DiapasonDescriptor *descriptor)
{
  DiapasonSourceKind *kind = diapason_source_kind_new ();

  kind->name = g_strdup (descriptor->name);
  kind->label = g_strdup (descriptor->label);
  kind->fields = diapason_authentication_plan_fields (descriptor->authentication);
  kind->entities = entities_of (descriptor->streams);
  return kind;
}

static DiapasonSourceKind *
kind_of_preset (const char *preset, const char *address, const char *label, GError **error)
{
  g_autoptr (DiapasonDescriptor) descriptor =
      diapason_descriptor_new_from_preset (preset, address != NULL ? address : NOWHERE, NULL, label,
                                           error);
  if (descriptor == NULL)
    return NULL;

  DiapasonSourceKind *kind = kind_new (descriptor);
  kind->preset = g_strdup (preset);
  kind->address = g_strdup (address);
  return kind;
}

GPtrArray *
diapason_source_kinds_shipped (void)
{
  GPtrArray *kinds = g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_source_kind_unref);
  g_auto (GStrv) presets = diapason_descriptor_presets ();

  for (guint i = 0; presets[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      DiapasonSourceKind *kind = kind_of_preset (presets[i], NULL, NULL, &error);

      if (kind == NULL)
        g_error ("%s: %s", presets[i], error->message);
      g_ptr_array_add (kinds, kind);
    }
  return kinds;
}

/* A file of one's own ------------------------------------------------------------------------ */

/* Returns: (transfer full), the text of a file that is no larger than a descriptor may be. */
static char *
read_text (const char *path, gsize *length, GError **error)
{
  GStatBuf there;
  char *text = NULL;

  if (g_stat (path, &there) == 0 &&
      (!S_ISREG (there.st_mode) || there.st_size > DIAPASON_JSON_MAX_ELEMENT_SIZE))
    g_set_error_literal (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_DESCRIPTOR,
                         _("it is no file, or far too large for a description."));
  else
    g_file_get_contents (path, &text, length, error);
  return text;
}

static DiapasonSourceKind *
kind_of_instance (DiapasonJsonValue *root, GError **error)
{
  g_autofree char *preset = NULL, *address = NULL, *label = NULL;

  if (!diapason_descriptor_read_instance (root, &preset, &address, &label, error))
    return NULL;
  return kind_of_preset (preset, address, label, error);
}

/* One that says nothing of an address is read as if it were somewhere. */
static DiapasonSourceKind *
kind_of_descriptor (DiapasonJsonValue *root, const char *text, GError **error)
{
  g_autoptr (DiapasonJsonValue) base = diapason_json_value_member (root, "base_url");
  g_autoptr (DiapasonDescriptor) descriptor =
      diapason_descriptor_read (root, base == NULL ? NOWHERE : NULL, NULL, NULL, error);
  if (descriptor == NULL)
    return NULL;

  DiapasonSourceKind *kind = kind_new (descriptor);
  kind->address = base == NULL ? NULL : g_strdup (descriptor->base_url);
  kind->text = g_strdup (text);
  return kind;
}

static DiapasonSourceKind *
kind_of_text (const char *text, gsize length, GError **error)
{
  g_autoptr (DiapasonJsonValue) root = diapason_json_value_parse (text, length, error);
  g_autoptr (DiapasonJsonValue) preset =
      root == NULL ? NULL : diapason_json_value_member (root, "preset");

  if (root == NULL)
    return NULL;
  return preset != NULL ? kind_of_instance (root, error) : kind_of_descriptor (root, text, error);
}

/* The source goes by the name of the file, if that can be one's. */
static void
take_name (DiapasonSourceKind *kind, const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *lower = g_ascii_strdown (base, -1);

  if (!g_str_has_suffix (lower, ".json"))
    return;
  lower[strlen (lower) - strlen (".json")] = '\0';
  if (!g_regex_match_simple (NAME, lower, 0, 0))
    return;
  g_free (kind->name);
  kind->name = g_steal_pointer (&lower);
}

DiapasonSourceKind *
diapason_source_kinds_read (const char *path, GError **error)
{
  g_autoptr (GError) below = NULL;
  gsize length = 0;
  g_autofree char *text = read_text (path, &length, &below);
  DiapasonSourceKind *kind = text == NULL ? NULL : kind_of_text (text, length, &below);

  if (kind != NULL)
    take_name (kind, path);
  else
    g_set_error (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_DESCRIPTOR,
                 _("%s cannot be used: %s%s Correct the file and choose it again, or choose "
                   "another one."),
                 path, below->message, g_str_has_suffix (below->message, ".") ? "" : ".");
  return kind;
}

/* From a kind to a source -------------------------------------------------------------------- */

static gboolean
refuse_address (const char *sentence, GError **error)
{
  g_set_error_literal (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_ADDRESS, sentence);
  return FALSE;
}

gboolean
diapason_source_kinds_check_address (const char *address, GError **error)
{
  g_autoptr (GError) below = NULL;

  if (*address == '\0')
    return refuse_address (_("The address is missing. Write where the service is, like "
                             "https://desk.example/."),
                           error);
  if (!diapason_uri_check (address, &below))
    return refuse_address (below->message, error);
  if (strpbrk (address, "?#") != NULL)
    return refuse_address (_("The address has a “?” or a “#” in it. Write only where the service "
                             "begins, like https://desk.example/api."),
                           error);
  return TRUE;
}

static gboolean
is_free (const char *name, const char *folder, const char *const *taken)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  return !g_strv_contains (taken, name) && !g_file_test (path, G_FILE_TEST_EXISTS);
}

char *
diapason_source_kinds_free_name (const DiapasonSourceKind *kind,
                                 const char *folder,
                                 const char *const *taken)
{
  g_autofree char *name = g_strdup (kind->name);

  for (guint n = 2; !is_free (name, folder, taken); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%u", kind->name, n);
    }
  return g_steal_pointer (&name);
}

DiapasonDescriptor *
diapason_source_kinds_describe (const DiapasonSourceDraft *draft, const char *name, GError **error)
{
  const DiapasonSourceKind *kind = draft->kind;

  if (!diapason_source_kinds_check_address (draft->address, error))
    return NULL;
  if (kind->preset != NULL)
    return diapason_descriptor_new_from_preset (kind->preset, draft->address, name, draft->label,
                                                error);

  g_autoptr (DiapasonJsonValue) root =
      diapason_json_value_parse (kind->text, strlen (kind->text), error);
  return root == NULL ? NULL
                      : diapason_descriptor_read (root, draft->address, name, draft->label, error);
}

/* The file ----------------------------------------------------------------------------------- */

static char *
print_instance (const DiapasonSourceDraft *draft)
{
  g_autoptr (DiapasonJsonWriter) writer = diapason_json_writer_new (TRUE);

  diapason_json_writer_begin_object (writer, NULL);
  diapason_json_writer_string (writer, "preset", draft->kind->preset);
  diapason_json_writer_string (writer, "base_url", draft->address);
  diapason_json_writer_string (writer, "label", draft->label);
  diapason_json_writer_end_object (writer);
  return diapason_json_writer_finish (writer);
}

/* All that stood in the file, with another address and label. */
static char *
print_descriptor (const DiapasonSourceDraft *draft)
{
  const char *text = draft->kind->text;
  g_autoptr (DiapasonJsonWriter) writer = diapason_json_writer_new (TRUE);
  g_autoptr (DiapasonJsonValue) root = diapason_json_value_parse (text, strlen (text), NULL);
  g_auto (GStrv) names = diapason_json_value_names (root);

  diapason_json_writer_begin_object (writer, NULL);
  diapason_json_writer_string (writer, "label", draft->label);
  diapason_json_writer_string (writer, "base_url", draft->address);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (DiapasonJsonValue) member = diapason_json_value_member (root, names[i]);

      if (!g_str_equal (names[i], "label") && !g_str_equal (names[i], "base_url"))
        diapason_json_writer_value (writer, names[i], member);
    }
  diapason_json_writer_end_object (writer);
  return diapason_json_writer_finish (writer);
}

static char *
print (const DiapasonSourceDraft *draft)
{
  const DiapasonSourceKind *kind = draft->kind;

  if (kind->preset != NULL)
    return print_instance (draft);
  if (g_strcmp0 (kind->address, draft->address) == 0 && g_str_equal (kind->label, draft->label))
    return g_strdup (kind->text);
  return print_descriptor (draft);
}

static gboolean
write_file (const char *folder, const char *name, const char *text, GError **error)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return g_file_set_contents_full (path, text, -1,
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                     0600, error);
  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
  return FALSE;
}

gboolean
diapason_source_kinds_keep (const DiapasonSourceDraft *draft,
                            const char *folder,
                            const char *name,
                            GError **error)
{
  g_autofree char *text = print (draft);
  g_autoptr (GError) below = NULL;

  if (write_file (folder, name, text, &below))
    return TRUE;
  g_set_error (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_FILE,
               _("“%s” answers, but where it is could not be written into %s (%s), so it was not "
                 "connected. Make room there, or ask for the right to write, and try again."),
               draft->label, folder, below->message);
  return FALSE;
}
