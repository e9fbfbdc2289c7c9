/* format-word.h: what the words that sources tell are called. Pure functions of tables. Thread:
 * main.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A table of these ends with one without a word. */
typedef struct
{
  const char *word;
  const char *text;
} DiapasonWord;

/* What @words has for @word (nullable), as it stands there, or @otherwise. Borrowed. */
const char *diapason_word_find (const DiapasonWord *words, const char *word, const char *otherwise);

/* The same translated; a word that no table has comes back as it is, and "" for none. Borrowed. */
const char *diapason_word_translate (const DiapasonWord *words, const char *word);

G_END_DECLS
