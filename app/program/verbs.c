/* verbs.c: what the verbs share. See verbs.h. */
#include "verbs.h"

#include <glib/gi18n.h>

#include <stdio.h>
#include <stdlib.h>

#include "dates.h"
#include "text.h"
#include "verbs-private.h"

void
diapason_verb_options_clear (DiapasonVerbOptions *options)
{
  g_clear_pointer (&options->profile, g_free);
  g_clear_pointer (&options->sources, g_free);
  g_clear_pointer (&options->source, g_free);
}

void
diapason_verb_print (const char *text, guint width)
{
  g_autofree char *safe = diapason_text_display (text, width, FALSE);

  g_print ("%s", safe);
}

void
diapason_verb_complain (const char *sentence)
{
  g_autofree char *safe = diapason_text_display (sentence, DIAPASON_VERB_SENTENCE_CHARS, FALSE);

  g_printerr ("%s\n", safe);
}

int
diapason_verb_fail (const GError *error)
{
  diapason_verb_complain (error->message);
  return EXIT_FAILURE;
}

int
diapason_verb_end (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  diapason_verb_complain (_("Not everything could be printed: the output is closed or full."));
  return EXIT_FAILURE;
}

/* Not by g_print(): JSON is UTF-8 whatever the locale is. What would command a terminal or turn the
 * direction of what follows stands in strings alone, where its escape says the same. */
void
diapason_verb_print_json (DiapasonJsonWriter *writer)
{
  g_autofree char *text = diapason_json_writer_finish (writer);
  const char *next;

  for (const char *p = text; *p != '\0'; p = next)
    {
      gunichar c = g_utf8_get_char (p);

      next = g_utf8_next_char (p);
      if (c != '\n' && diapason_text_is_harmful (c))
        printf ("\\u%04x", c);
      else
        fwrite (p, 1, next - p, stdout);
    }
  fputc ('\n', stdout);
}

void
diapason_verb_write_time (DiapasonJsonWriter *writer, const char *name, gint64 at)
{
  g_autofree char *text = at != 0 ? diapason_date_format (at) : NULL;

  diapason_json_writer_string (writer, name, text);
}

void
diapason_verb_write_score (DiapasonJsonWriter *writer, const DiapasonScore *score)
{
  if (score->known)
    diapason_json_writer_integer (writer, "score", score->score);
  if (score->scale != 0)
    diapason_json_writer_integer (writer, "scale", score->scale);
}

void
diapason_verb_write_origin (DiapasonJsonWriter *writer, const DiapasonOrigin *origin)
{
  diapason_json_writer_string (writer, "source", origin->source);
  diapason_json_writer_string (writer, "id", origin->remote_id);
  diapason_verb_write_time (writer, "as_of", origin->as_of);
}

void
diapason_verb_result_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

void
diapason_verb_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

gpointer
diapason_verb_read (const DiapasonVerbOptions *options,
                    DiapasonLane lane,
                    DiapasonReadFunc func,
                    gpointer data,
                    GDestroyNotify result_free,
                    GError **error)
{
  g_autoptr (DiapasonPlace) place = diapason_place_new (options->profile, NULL);
  g_autoptr (DiapasonProgram) program = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  place->mode = DIAPASON_STORE_READ_ONLY;
  program = diapason_program_new (place, error);
  if (program == NULL)
    return NULL;
  diapason_store_read_async (program->store, lane, func, data, NULL, result_free, NULL,
                             diapason_verb_result_cb, &result);
  diapason_verb_wait (&result);
  return diapason_store_read_finish (program->store, result, error);
}
