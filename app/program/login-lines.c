/* login-lines.c: see login-lines.h. */
#include "login-lines.h"

#include <glib/gi18n.h>

#include <string.h>

#include "program.h"

#define BYTES_MOST (64 * 1024)

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, DIAPASON_PROGRAM_ERROR, DIAPASON_PROGRAM_ERROR_LOGINS, sentence);
  return FALSE;
}

/* All of @in. Returns: (transfer full) (nullable). */
static char *
read_text (GInputStream *in, GError **error)
{
  g_autofree char *text = g_malloc (BYTES_MOST + 1);
  gsize length = 0;

  if (!g_input_stream_read_all (in, text, BYTES_MOST + 1, &length, NULL, NULL))
    refuse (error, _("The logins could not be read from standard input, so nothing was fetched."));
  else if (length > BYTES_MOST)
    refuse (error, _("What came on standard input is longer than logins are, so nothing was "
                     "fetched. Give one SOURCE.FIELD=VALUE a line."));
  else if (!g_utf8_validate (text, (gssize) length, NULL))
    refuse (error, _("What came on standard input is no text, so nothing was fetched. Give one "
                     "SOURCE.FIELD=VALUE a line, in UTF-8."));
  else
    return g_strndup (text, length);
  return NULL;
}

static void
keep_field (GHashTable *logins, const char *source, const char *field, const char *value)
{
  GHashTable *login = g_hash_table_lookup (logins, source);

  if (login == NULL)
    {
      login = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (logins, g_strdup (source), login);
    }
  g_hash_table_insert (login, g_strdup (field), g_strdup (value));
}

/* @line is written into. Neither the line nor a part of it may be told: it may hold a secret. */
static gboolean
read_line (GHashTable *logins, char *line, guint number, GError **error)
{
  char *value = strchr (line, '=');
  char *field;

  if (value != NULL)
    *value++ = '\0';
  g_strstrip (line);
  field = strchr (line, '.');
  if (value == NULL || field == NULL || field == line || field[1] == '\0')
    g_set_error (error, DIAPASON_PROGRAM_ERROR, DIAPASON_PROGRAM_ERROR_LOGINS,
                 _("Line %u on standard input is not SOURCE.FIELD=VALUE, so nothing was fetched."),
                 number);
  else if (*value == '\0')
    g_set_error (error, DIAPASON_PROGRAM_ERROR, DIAPASON_PROGRAM_ERROR_LOGINS,
                 _("Line %u on standard input has nothing after its =, so nothing was fetched."),
                 number);
  else
    {
      *field++ = '\0';
      keep_field (logins, line, field, value);
      return TRUE;
    }
  return FALSE;
}

GHashTable *
diapason_login_lines_read (GInputStream *in, GError **error)
{
  g_autofree char *text = read_text (in, error);
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;
  g_autoptr (GHashTable) logins =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);

  if (lines == NULL)
    return NULL;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = lines[i];
      gsize length = strlen (line);

      if (length > 0 && line[length - 1] == '\r')
        line[length - 1] = '\0';
      if (line[strspn (line, " \t")] != '\0' && !read_line (logins, line, i + 1, error))
        return NULL;
    }
  if (g_hash_table_size (logins) == 0)
    {
      refuse (error, _("No login came on standard input, so nothing was fetched. Give one "
                       "SOURCE.FIELD=VALUE a line."));
      return NULL;
    }
  return g_steal_pointer (&logins);
}
