/* fuzz-descriptor.c: descriptors, and the pages that one which is taken makes rows of.
 *
 * An input is a descriptor, and behind a form feed what each of its streams answers.
 */
#include "fuzz-pages.h"

static void
check_mistake (const GError *error)
{
  g_assert_error (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_DESCRIPTOR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (*error->message != '\0');
}

static void
check_descriptor (DiapasonDescriptor *descriptor)
{
  const char *name = diapason_descriptor_get_name (descriptor);
  const char *base_url = diapason_descriptor_get_base_url (descriptor);

  g_assert_cmpuint (strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-"), ==, strlen (name));
  g_assert_true (*name != '\0');
  g_assert_true (g_ascii_strncasecmp (base_url, "http", 4) == 0);
  g_assert_false (g_str_has_suffix (base_url, "/"));
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  fuzz_begin ();
  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  FuzzPart rest = { (const char *) data, size };
  FuzzPart text = fuzz_take (&rest, '\f');
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonDescriptor) descriptor =
      diapason_descriptor_parse (text.start, text.length, &error);
  g_autoptr (GPtrArray) plans = g_ptr_array_new ();

  if (descriptor == NULL)
    {
      check_mistake (error);
      return 0;
    }
  check_descriptor (descriptor);
  fuzz_pages_collect (plans, descriptor->streams);
  for (guint i = 0; i < plans->len; i++)
    fuzz_pages_read (descriptor, g_ptr_array_index (plans, i), &rest);
  return 0;
}
