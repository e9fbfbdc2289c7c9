/* event-parser.c: see event-parser.h. */
#include "event-parser.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

struct _DiapasonEventParser
{
  DiapasonEventFunc func;
  gpointer user_data;

  GString *line; /* (owned) what came of it */
  GString *type; /* (owned) of the event, as the next two */
  GString *data; /* (owned) */
  char *id;      /* (owned) */
  char *last_id; /* (owned) */
  gint64 retry;
  gboolean is_begun; /* the first line is over */
  gboolean after_cr; /* a line feed belongs to the line before */
};

DiapasonEventParser *
diapason_event_parser_new (const char *last_id, DiapasonEventFunc func, gpointer user_data)
{
  DiapasonEventParser *self = g_new0 (DiapasonEventParser, 1);

  self->func = func;
  self->user_data = user_data;
  self->line = g_string_new (NULL);
  self->type = g_string_new (NULL);
  self->data = g_string_new (NULL);
  self->id = g_strdup (last_id);
  self->last_id = g_strdup (last_id);
  self->retry = -1;
  return self;
}

void
diapason_event_parser_free (DiapasonEventParser *self)
{
  g_string_free (self->line, TRUE);
  g_string_free (self->type, TRUE);
  g_string_free (self->data, TRUE);
  g_free (self->id);
  g_free (self->last_id);
  g_free (self);
}

static void
set_last_id (DiapasonEventParser *self)
{
  g_free (self->last_id);
  self->last_id = g_strdup (self->id);
}

static void
dispatch (DiapasonEventParser *self)
{
  set_last_id (self);
  if (self->data->len > 0)
    {
      g_autofree char *type = g_utf8_make_valid (self->type->str, self->type->len);
      /* Without the line feed at its end. */
      g_autofree char *data = g_utf8_make_valid (self->data->str, self->data->len - 1);

      self->func (*type == '\0' ? "message" : type, data, self->last_id, self->user_data);
    }
  g_string_truncate (self->type, 0);
  g_string_truncate (self->data, 0);
}

static void
set_id (DiapasonEventParser *self, const char *value, gsize length)
{
  if (memchr (value, '\0', length) != NULL)
    return;
  g_free (self->id);
  self->id = g_utf8_make_valid (value, length);
}

static void
set_retry (DiapasonEventParser *self, const char *value, gsize length)
{
  g_autofree char *digits = g_strndup (value, length);
  guint64 milliseconds = 0;

  if (g_ascii_string_to_unsigned (digits, 10, 0, G_MAXINT, &milliseconds, NULL))
    self->retry = (gint64) milliseconds;
}

static gboolean
is_named (const char *line, gsize length, const char *name)
{
  return length == strlen (name) && memcmp (line, name, length) == 0;
}

/* A field of any other name is ignored. */
static void
take_field (DiapasonEventParser *self,
            const char *name,
            gsize name_length,
            const char *value,
            gsize length)
{
  if (is_named (name, name_length, "data"))
    g_string_append_c (g_string_append_len (self->data, value, length), '\n');
  else if (is_named (name, name_length, "event"))
    g_string_append_len (g_string_truncate (self->type, 0), value, length);
  else if (is_named (name, name_length, "id"))
    set_id (self, value, length);
  else if (is_named (name, name_length, "retry"))
    set_retry (self, value, length);
}

static void
take_line (DiapasonEventParser *self, const char *line, gsize length)
{
  const char *colon = NULL;

  if (!self->is_begun && length >= 3 && memcmp (line, BYTE_ORDER_MARK, 3) == 0)
    {
      line += 3;
      length -= 3;
    }
  self->is_begun = TRUE;
  colon = memchr (line, ':', length);

  if (length == 0)
    dispatch (self);
  else if (colon == NULL)
    take_field (self, line, length, "", 0);
  else if (colon > line)
    {
      gsize name_length = (gsize) (colon - line);
      gsize value_at = name_length + 1;

      if (value_at < length && line[value_at] == ' ')
        value_at++;
      take_field (self, line, name_length, line + value_at, length - value_at);
    }
}

/* How many bytes come before a line's end. */
static gsize
find_end (const char *bytes, gsize length)
{
  gsize n = 0;

  while (n < length && bytes[n] != '\r' && bytes[n] != '\n')
    n++;
  return n;
}

gboolean
diapason_event_parser_feed (DiapasonEventParser *self, const char *bytes, gsize length)
{
  const char *end = bytes + length;

  while (bytes < end)
    {
      gsize n = find_end (bytes, (gsize) (end - bytes));
      gboolean is_rest = self->after_cr && *bytes == '\n';

      self->after_cr = FALSE;
      g_string_append_len (self->line, bytes, (gssize) n);
      if (self->line->len > DIAPASON_EVENT_LINE_CAP)
        return FALSE;
      bytes += n;
      if (bytes == end)
        return TRUE;
      self->after_cr = *bytes++ == '\r';
      if (is_rest)
        continue;
      take_line (self, self->line->str, self->line->len);
      g_string_truncate (self->line, 0);
      if (self->data->len > DIAPASON_EVENT_DATA_CAP)
        return FALSE;
    }
  return TRUE;
}

const char *
diapason_event_parser_get_last_id (DiapasonEventParser *self)
{
  return self->last_id;
}

gint64
diapason_event_parser_get_retry (DiapasonEventParser *self)
{
  return self->retry;
}
