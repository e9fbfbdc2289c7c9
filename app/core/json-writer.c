/* json-writer.c: JSON text, piece by piece. Not thread safe; a writer lives until it is freed. */
#include "json-value.h"

#include <string.h>

struct _DiapasonJsonWriter
{
  GString *out;     /* (owned) */
  GString *closers; /* (owned) what ends each open object and array */
  gboolean pretty;
};

DiapasonJsonWriter *
diapason_json_writer_new (gboolean pretty)
{
  DiapasonJsonWriter *writer = g_new (DiapasonJsonWriter, 1);
  *writer = (DiapasonJsonWriter){
    .out = g_string_new (NULL),
    .closers = g_string_new (NULL),
    .pretty = pretty,
  };
  return writer;
}

void
diapason_json_writer_free (DiapasonJsonWriter *writer)
{
  g_string_free (writer->out, TRUE);
  g_string_free (writer->closers, TRUE);
  g_free (writer);
}

static void
append_escaped (GString *out, guchar c)
{
  static const char plain[] = "\"\\\b\f\n\r\t";
  static const char names[] = "\"\\bfnrt";
  const char *found = strchr (plain, c);

  if (found != NULL)
    g_string_append_printf (out, "\\%c", names[found - plain]);
  else
    g_string_append_printf (out, "\\u%04x", c);
}

static void
append_string (GString *out, const char *text)
{
  g_autofree char *made_valid =
      g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);

  g_string_append_c (out, '"');
  for (const char *p = made_valid != NULL ? made_valid : text; *p != '\0'; p++)
    if ((guchar) *p < 0x20 || *p == '"' || *p == '\\')
      append_escaped (out, *p);
    else
      g_string_append_c (out, *p);
  g_string_append_c (out, '"');
}

static void
break_line (DiapasonJsonWriter *writer)
{
  if (!writer->pretty)
    return;
  g_string_append_c (writer->out, '\n');
  for (gsize i = 0; i < writer->closers->len; i++)
    g_string_append (writer->out, "  ");
}

static gboolean
has_just_opened (DiapasonJsonWriter *writer)
{
  char last = writer->out->str[writer->out->len - 1];
  return last == '{' || last == '[';
}

/* What stands before a value: a comma, its line, its name. */
static void
begin_value (DiapasonJsonWriter *writer, const char *name)
{
  if (writer->closers->len > 0)
    {
      if (!has_just_opened (writer))
        g_string_append_c (writer->out, ',');
      break_line (writer);
    }
  if (name != NULL)
    {
      append_string (writer->out, name);
      g_string_append (writer->out, writer->pretty ? ": " : ":");
    }
}

static void
open_container (DiapasonJsonWriter *writer, const char *name, char opener, char closer)
{
  begin_value (writer, name);
  g_string_append_c (writer->out, opener);
  g_string_append_c (writer->closers, closer);
}

static void
close_container (DiapasonJsonWriter *writer, char closer)
{
  gsize depth = writer->closers->len;
  g_return_if_fail (depth > 0 && writer->closers->str[depth - 1] == closer);

  gboolean empty = has_just_opened (writer);
  g_string_truncate (writer->closers, depth - 1);
  if (!empty)
    break_line (writer);
  g_string_append_c (writer->out, closer);
}

void
diapason_json_writer_begin_object (DiapasonJsonWriter *writer, const char *name)
{
  open_container (writer, name, '{', '}');
}

void
diapason_json_writer_end_object (DiapasonJsonWriter *writer)
{
  close_container (writer, '}');
}

void
diapason_json_writer_begin_array (DiapasonJsonWriter *writer, const char *name)
{
  open_container (writer, name, '[', ']');
}

void
diapason_json_writer_end_array (DiapasonJsonWriter *writer)
{
  close_container (writer, ']');
}

static void
write_word (DiapasonJsonWriter *writer, const char *name, const char *word)
{
  begin_value (writer, name);
  g_string_append (writer->out, word);
}

void
diapason_json_writer_string (DiapasonJsonWriter *writer, const char *name, const char *text)
{
  if (text == NULL)
    {
      write_word (writer, name, "null");
      return;
    }
  begin_value (writer, name);
  append_string (writer->out, text);
}

void
diapason_json_writer_integer (DiapasonJsonWriter *writer, const char *name, gint64 number)
{
  begin_value (writer, name);
  g_string_append_printf (writer->out, "%" G_GINT64_FORMAT, number);
}

void
diapason_json_writer_boolean (DiapasonJsonWriter *writer, const char *name, gboolean truth)
{
  write_word (writer, name, truth ? "true" : "false");
}

static void
write_object (DiapasonJsonWriter *writer, const char *name, DiapasonJsonValue *value)
{
  g_auto (GStrv) names = diapason_json_value_names (value);

  diapason_json_writer_begin_object (writer, name);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (DiapasonJsonValue) member = diapason_json_value_member (value, names[i]);
      diapason_json_writer_value (writer, names[i], member);
    }
  diapason_json_writer_end_object (writer);
}

static void
write_array (DiapasonJsonWriter *writer, const char *name, DiapasonJsonValue *value)
{
  diapason_json_writer_begin_array (writer, name);
  for (guint i = 0; i < diapason_json_value_length (value); i++)
    {
      g_autoptr (DiapasonJsonValue) element = diapason_json_value_element (value, i);
      diapason_json_writer_value (writer, NULL, element);
    }
  diapason_json_writer_end_array (writer);
}

void
diapason_json_writer_value (DiapasonJsonWriter *writer, const char *name, DiapasonJsonValue *value)
{
  g_return_if_fail (writer != NULL && value != NULL);

  DiapasonJsonType type = diapason_json_value_type (value);
  if (type == DIAPASON_JSON_OBJECT)
    write_object (writer, name, value);
  else if (type == DIAPASON_JSON_ARRAY)
    write_array (writer, name, value);
  else
    {
      g_autofree char *text = diapason_json_value_to_string (value);
      if (type == DIAPASON_JSON_STRING)
        diapason_json_writer_string (writer, name, text);
      else
        write_word (writer, name, text != NULL ? text : "null");
    }
}

char *
diapason_json_writer_finish (DiapasonJsonWriter *writer)
{
  g_return_val_if_fail (writer != NULL && writer->closers->len == 0, NULL);

  char *text = g_string_free (writer->out, FALSE);
  writer->out = g_string_new (NULL);
  return text;
}

char *
diapason_json_value_print (DiapasonJsonValue *value)
{
  g_autoptr (DiapasonJsonWriter) writer = diapason_json_writer_new (FALSE);
  diapason_json_writer_value (writer, NULL, value);
  return diapason_json_writer_finish (writer);
}
