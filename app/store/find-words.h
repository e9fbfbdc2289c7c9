/* find-words.h: what a person typed into the find entry, taken apart. Pure functions, any thread.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *typed;      /* (owned) as it was, without blanks around it */
  char *folded;     /* (owned) all of it */
  GPtrArray *words; /* (owned) of char *: folded, whole words but the last */
  char *prefix;     /* (owned) (nullable) the last word: it may go on */
  glong prefix_chars;
  char *phone; /* (owned) (nullable) significant digits, when it is nothing but a number */
} DiapasonFindWords;

DiapasonFindWords *diapason_find_words_new (const char *typed);
void diapason_find_words_free (DiapasonFindWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonFindWords, diapason_find_words_free)

/* The full-text expression for exactly these words. NULL when there is none.
 * Returns: (transfer full) (nullable). */
char *diapason_find_words_exact (const DiapasonFindWords *words);

/* A faster expression that finds these words and perhaps more: the index of prefixes knows two to
 * four letters. *@needs_look: whether what it finds has to be looked at with
 * diapason_find_words_match(). NULL when there is none. Returns: (transfer full) (nullable). */
char *diapason_find_words_rough (const DiapasonFindWords *words, gboolean *needs_look);

/* Whether @text, folded, has a word that goes on from the last word. */
gboolean diapason_find_words_match (const DiapasonFindWords *words, const char *text);

/* Whether @text (nullable, any bytes) has one of the words, or a word that begins like the last. */
gboolean diapason_find_words_are_in (const DiapasonFindWords *words, const char *text);

/* Some 80 characters of @text (as its source wrote it) around the first of the words, in one line;
 * from its beginning when none is in it. *@out_found (nullable): whether one is. Returns: (transfer
 * full) (nullable), NULL for NULL and for nothing. */
char *diapason_find_words_excerpt (const DiapasonFindWords *words,
                                   const char *text,
                                   gboolean *out_found);

G_END_DECLS
