/* descriptor.c: a descriptor as a whole. See descriptor.h; the parts are read by descriptor-*.c. */
#include "descriptor-read.h"

#include "session.h"

static void
descriptor_clear (gpointer data)
{
  DiapasonDescriptor *descriptor = data;

  g_free (descriptor->name);
  g_free (descriptor->label);
  g_free (descriptor->base_url);
  g_clear_pointer (&descriptor->authentication, diapason_authentication_plan_free);
  g_clear_pointer (&descriptor->headers, g_ptr_array_unref);
  diapason_limits_clear (&descriptor->limits);
  diapason_events_clear (&descriptor->events);
  diapason_whoami_clear (&descriptor->whoami);
  g_clear_pointer (&descriptor->streams, g_ptr_array_unref);
}

DiapasonDescriptor *
diapason_descriptor_ref (DiapasonDescriptor *descriptor)
{
  return g_atomic_rc_box_acquire (descriptor);
}

void
diapason_descriptor_unref (DiapasonDescriptor *descriptor)
{
  g_atomic_rc_box_release_full (descriptor, descriptor_clear);
}

gboolean
diapason_shape_is_descriptor (DiapasonShape *shape, GError **error)
{
  g_autoptr (GError) below = NULL;

  if (diapason_shape_is_good (shape, &below))
    return TRUE;
  g_set_error_literal (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_DESCRIPTOR,
                       below->message);
  return FALSE;
}

static void
check_base_url (DiapasonShape *shape, DiapasonJsonValue *root, const char *base_url)
{
  g_autoptr (GError) below = NULL;

  if (!diapason_uri_check (base_url, &below))
    diapason_shape_complain (shape, root, "base_url", "%s", below->message);
  else if (strpbrk (base_url, "?#") != NULL)
    diapason_shape_complain (shape, root, "base_url",
                             "an address without a query is expected here.");
}

/* Writes have their place in the format and are for a later version. */
static void
check_later_member (DiapasonShape *shape, DiapasonJsonValue *root)
{
  g_autoptr (DiapasonJsonValue) writes = diapason_json_value_member (root, "writes");

  if (writes != NULL)
    diapason_shape_complain (shape, writes, NULL, "this version does not know “writes” yet.");
}

static void
read_names (DiapasonShape *shape,
            DiapasonJsonValue *root,
            const char *name,
            const char *label,
            DiapasonDescriptor *descriptor)
{
  g_autofree char *own_name = diapason_shape_text (shape, root, "name", TRUE);
  g_autofree char *own_label = diapason_shape_text (shape, root, "label", TRUE);

  descriptor->name = g_strdup (name != NULL ? name : own_name);
  descriptor->label = g_strdup (label != NULL ? label : own_label);
  if (descriptor->name != NULL &&
      !g_regex_match_simple ("^[a-z][a-z0-9-]*$", descriptor->name, 0, 0))
    diapason_shape_complain (shape, root, "name",
                             "“%s” is no name of a source: it is made of small letters, digits and "
                             "hyphens.",
                             descriptor->name);
}

static void
read_base_url (DiapasonShape *shape,
               DiapasonJsonValue *root,
               const char *base_url,
               DiapasonDescriptor *descriptor)
{
  g_autofree char *own = diapason_shape_text (shape, root, "base_url", base_url == NULL);

  descriptor->base_url = g_strdup (base_url != NULL ? base_url : own);
  if (descriptor->base_url == NULL)
    return;
  for (char *end = descriptor->base_url + strlen (descriptor->base_url);
       end > descriptor->base_url && end[-1] == '/'; end--)
    end[-1] = '\0';
  check_base_url (shape, root, descriptor->base_url);
}

static void
read_descriptor (DiapasonShape *shape, DiapasonJsonValue *root, DiapasonDescriptor *descriptor)
{
  descriptor->poll_ms =
      1000 * diapason_shape_integer (shape, root, "poll_seconds", 60, 5, 24 * 3600);
  descriptor->authentication = diapason_read_authentication (shape, root, descriptor->base_url);
  descriptor->headers = diapason_read_headers (shape, root);
  diapason_read_limits (shape, root, &descriptor->limits);
  diapason_read_events (shape, root, &descriptor->events);
  if (shape->complaint == NULL)
    {
      g_auto (GStrv) fields = diapason_authentication_plan_fields (descriptor->authentication);
      diapason_read_whoami (shape, root, (const char *const *) fields, &descriptor->whoami);
    }
  descriptor->streams = diapason_read_streams (shape, root);
}

DiapasonDescriptor *
diapason_descriptor_read (DiapasonJsonValue *root,
                          const char *base_url,
                          const char *name,
                          const char *label,
                          GError **error)
{
  static const char *const members[] = {
    "format", "name",    "label",        "base_url", "authentication", "headers", "limits",
    "whoami", "streams", "poll_seconds", "defaults", "events",         NULL
  };
  g_autoptr (DiapasonDescriptor) descriptor = g_atomic_rc_box_new0 (DiapasonDescriptor);
  g_auto (DiapasonShape) shape = { 0 };

  if (diapason_json_value_type (root) == DIAPASON_JSON_OBJECT)
    check_later_member (&shape, root);
  if (diapason_shape_object (&shape, root, members))
    {
      if (diapason_shape_integer (&shape, root, "format", 0, G_MININT64, G_MAXINT64) !=
          DIAPASON_DESCRIPTOR_FORMAT)
        diapason_shape_complain (&shape, root, "format",
                                 "this version reads descriptors of format %d.",
                                 DIAPASON_DESCRIPTOR_FORMAT);
      read_names (&shape, root, name, label, descriptor);
      read_base_url (&shape, root, base_url, descriptor);
      read_descriptor (&shape, root, descriptor);
    }
  return diapason_shape_is_descriptor (&shape, error) ? g_steal_pointer (&descriptor) : NULL;
}

DiapasonDescriptor *
diapason_descriptor_parse (const char *bytes, gsize length, GError **error)
{
  g_autoptr (GError) below = NULL;
  g_autoptr (DiapasonJsonValue) root = diapason_json_value_parse (bytes, length, &below);

  if (root == NULL)
    {
      g_set_error (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_DESCRIPTOR, "$: %s",
                   below->message);
      return NULL;
    }
  return diapason_descriptor_read (root, NULL, NULL, NULL, error);
}

const char *
diapason_descriptor_get_name (DiapasonDescriptor *descriptor)
{
  return descriptor->name;
}

const char *
diapason_descriptor_get_label (DiapasonDescriptor *descriptor)
{
  return descriptor->label;
}

const char *
diapason_descriptor_get_base_url (DiapasonDescriptor *descriptor)
{
  return descriptor->base_url;
}

const DiapasonAuthenticationPlan *
diapason_descriptor_get_authentication (DiapasonDescriptor *descriptor)
{
  return descriptor->authentication;
}
