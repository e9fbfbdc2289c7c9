/* fuzz-json.c: the scanner, the values, and the streams that come along, as far as rows.
 *
 * An input's first line names a stream ("crm customers"); what follows is what it answers.
 */
#include "fuzz-pages.h"

#include "json-value.h"

typedef struct
{
  char *name;
  DiapasonDescriptor *descriptor;
  const DiapasonStreamPlan *stream;
} Stream;

static GArray *streams;

static void
add_streams (const char *preset)
{
  DiapasonDescriptor *descriptor =
      diapason_descriptor_new_from_preset (preset, "https://here.example", NULL, NULL, NULL);
  g_autoptr (GPtrArray) plans = g_ptr_array_new ();

  fuzz_pages_collect (plans, descriptor->streams);
  for (guint i = 0; i < plans->len; i++)
    {
      const DiapasonStreamPlan *plan = g_ptr_array_index (plans, i);
      Stream stream = { g_strdup_printf ("%s %s", preset, plan->name), descriptor, plan };
      g_array_append_val (streams, stream);
    }
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_auto (GStrv) presets = diapason_descriptor_presets ();

  fuzz_begin ();
  streams = g_array_new (FALSE, FALSE, sizeof (Stream));
  for (guint i = 0; presets[i] != NULL; i++)
    add_streams (presets[i]);
  return 0;
}

/* A name that is none is one of them all the same. */
static const Stream *
find_stream (const FuzzPart *part)
{
  g_autofree char *name = fuzz_text (part);

  for (guint i = 0; i < streams->len; i++)
    if (g_str_equal (g_array_index (streams, Stream, i).name, name))
      return &g_array_index (streams, Stream, i);
  return &g_array_index (streams, Stream, g_str_hash (name) % streams->len);
}

static char *
print_again (const char *text)
{
  g_autoptr (DiapasonJsonValue) value = diapason_json_value_parse (text, strlen (text), NULL);

  g_assert_nonnull (value);
  return diapason_json_value_print (value);
}

/* What is checked is read, and what is printed is read as what it was. */
static void
read_value (const FuzzPart *body)
{
  g_autoptr (GError) error = NULL;
  gboolean is_good = diapason_json_check (body->start, body->length, &error);
  g_autoptr (DiapasonJsonValue) value = diapason_json_value_parse (body->start, body->length, NULL);

  g_assert_true (is_good == (error == NULL));
  g_assert_true (is_good == (value != NULL));
  if (!is_good)
    return;
  g_autofree char *once = diapason_json_value_print (value);
  g_autofree char *twice = print_again (once);
  g_assert_cmpstr (once, ==, twice);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  FuzzPart rest = { (const char *) data, size };
  FuzzPart name = fuzz_take (&rest, '\n');
  const Stream *stream = find_stream (&name);

  read_value (&rest);
  fuzz_pages_read (stream->descriptor, stream->stream, &rest);
  return 0;
}
