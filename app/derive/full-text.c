/* full-text.c: the texts of a record into one run of folded words. Thread: the writer of cache.db.
 * Nothing is kept between calls. */
#include "full-text.h"

#include "table-document.h"
#include "text.h"
#include "timeline.h"

static void
add_words (GString *words, const char *text)
{
  g_autofree char *folded = diapason_text_fold (text);

  if (*folded == '\0')
    return;
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, folded);
}

/* A number as it is dialled in any country, and in the groups somebody wrote. */
static void
add_phone (GString *words, const char *number)
{
  g_autofree char *significant = diapason_phone_significant (number);

  add_words (words, significant);
  add_words (words, number);
}

/* Returns: (transfer full) (nullable). */
static char *
make_words (const DiapasonDocumentInput *input)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < input->parts->len; i++)
    add_words (words, g_ptr_array_index (input->parts, i));
  for (guint i = 0; i < input->phones->len; i++)
    add_phone (words, g_ptr_array_index (input->phones, i));
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

static DiapasonDocument *
make_document (const DiapasonDocumentInput *input)
{
  DiapasonDocument *document = g_new0 (DiapasonDocument, 1);
  gboolean known = diapason_timeline_is_plausible (input->at, input->first_seen);

  document->record = input->record;
  document->entity = input->entity;
  document->at = known ? input->at : input->first_seen;
  document->revision = input->revision;
  document->words = make_words (input);
  return document;
}

gboolean
diapason_full_text_derive (DiapasonDatabase *database, GArray *records, GError **error)
{
  g_autoptr (GPtrArray) documents =
      g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_document_free);

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (DiapasonDocumentInput) input =
          diapason_document_read (database, g_array_index (records, gint64, i), error);
      if (input == NULL)
        return FALSE;
      if (input->entity != DIAPASON_ENTITY_NONE)
        g_ptr_array_add (documents, make_document (input));
    }
  return diapason_document_apply (database, documents, DIAPASON_FULL_TEXT_VERSION, error);
}
