/* format-word.c: see format-word.h. */
#include "format-word.h"

#include <glib/gi18n.h>

const char *
diapason_word_find (const DiapasonWord *words, const char *word, const char *otherwise)
{
  for (; words->word != NULL; words++)
    if (g_strcmp0 (words->word, word) == 0)
      return words->text;
  return otherwise;
}

const char *
diapason_word_translate (const DiapasonWord *words, const char *word)
{
  const char *text = diapason_word_find (words, word, NULL);

  if (text != NULL)
    return _ (text);
  return word != NULL ? word : "";
}
