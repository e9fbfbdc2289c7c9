/* find-words.c: words, numbers and excerpts. Pure; nothing is kept between calls. */
#include "find-words.h"

#include <string.h>

#include "text.h"

#define MAX_WORDS    32
#define INDEXED_MIN  2 /* characters: the prefix indexes of the full-text tables */
#define INDEXED_MAX  4
#define EXCERPT      80 /* characters */
#define EXCERPT_LEAD 30

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Digits and what people write between them, and nothing else. */
static gboolean
is_number (const char *folded)
{
  return strspn (folded, "0123456789 +-./()") == strlen (folded);
}

DiapasonFindWords *
diapason_find_words_new (const char *typed)
{
  DiapasonFindWords *self = g_new0 (DiapasonFindWords, 1);
  const char *end = NULL;

  self->typed = g_strstrip (g_strdup (typed));
  self->folded = diapason_text_fold (typed);
  self->words = g_ptr_array_new_with_free_func (g_free);
  for (const char *word = self->folded;
       self->words->len < MAX_WORDS && (word = diapason_text_next_word (word, &end)) != NULL;
       word = end)
    g_ptr_array_add (self->words, g_strndup (word, end - word));
  if (self->words->len > 0)
    {
      self->prefix = g_ptr_array_steal_index (self->words, self->words->len - 1);
      self->prefix_chars = g_utf8_strlen (self->prefix, -1);
    }
  if (is_number (self->folded))
    self->phone = diapason_phone_significant (self->folded);
  return self;
}

void
diapason_find_words_free (DiapasonFindWords *self)
{
  g_free (self->typed);
  g_free (self->folded);
  g_ptr_array_unref (self->words);
  g_free (self->prefix);
  g_free (self->phone);
  g_free (self);
}

static void
add_term (GString *expression, const char *word, gsize length, gboolean prefix)
{
  if (expression->len > 0)
    g_string_append (expression, " AND ");
  g_string_append_c (expression, '"');
  g_string_append_len (expression, word, length);
  g_string_append (expression, prefix ? "\"*" : "\"");
}

static GString *
whole_words (const DiapasonFindWords *self)
{
  GString *expression = g_string_new (NULL);

  for (guint i = 0; i < self->words->len; i++)
    {
      const char *word = g_ptr_array_index (self->words, i);
      add_term (expression, word, strlen (word), FALSE);
    }
  return expression;
}

char *
diapason_find_words_exact (const DiapasonFindWords *self)
{
  if (self->prefix == NULL)
    return NULL;

  GString *expression = whole_words (self);
  add_term (expression, self->prefix, strlen (self->prefix), TRUE);
  return g_string_free (expression, FALSE);
}

char *
diapason_find_words_rough (const DiapasonFindWords *self, gboolean *needs_look)
{
  *needs_look = self->prefix_chars < INDEXED_MIN || self->prefix_chars > INDEXED_MAX;
  if (self->prefix == NULL || (self->prefix_chars < INDEXED_MIN && self->words->len == 0))
    return NULL;

  GString *expression = whole_words (self);
  const char *end = self->prefix_chars > INDEXED_MAX
                        ? g_utf8_offset_to_pointer (self->prefix, INDEXED_MAX)
                        : self->prefix + strlen (self->prefix);
  if (self->prefix_chars >= INDEXED_MIN)
    add_term (expression, self->prefix, end - self->prefix, TRUE);
  return g_string_free (expression, FALSE);
}

gboolean
diapason_find_words_match (const DiapasonFindWords *self, const char *text)
{
  for (const char *at = text; (at = strstr (at, self->prefix)) != NULL; at++)
    {
      const char *before = g_utf8_find_prev_char (text, at);
      if (before == NULL || !is_word_character (g_utf8_get_char (before)))
        return TRUE;
    }
  return FALSE;
}

/* Whether @folded, one of the words, can be what @word begins like. Folding every word of a text
 * would be most of what a search costs. */
static gboolean
may_begin (const char *word, const char *folded)
{
  return (guchar) *word >= 0x80 || g_ascii_tolower (*word) == *folded;
}

static gboolean
may_be_one_of (const DiapasonFindWords *self, const char *word)
{
  for (guint i = 0; i < self->words->len; i++)
    if (may_begin (word, g_ptr_array_index (self->words, i)))
      return TRUE;
  return self->prefix != NULL && may_begin (word, self->prefix);
}

static gboolean
is_one_of (const DiapasonFindWords *self, const char *word, gsize length)
{
  if (!may_be_one_of (self, word))
    return FALSE;

  g_autofree char *original = g_strndup (word, length);
  g_autofree char *folded = diapason_text_fold (original);

  if (self->prefix != NULL && g_str_has_prefix (folded, self->prefix))
    return TRUE;
  for (guint i = 0; i < self->words->len; i++)
    if (g_str_equal (folded, g_ptr_array_index (self->words, i)))
      return TRUE;
  return FALSE;
}

static const char *
find_first (const DiapasonFindWords *self, const char *text)
{
  const char *end = NULL;

  for (const char *word = text; (word = diapason_text_next_word (word, &end)) != NULL; word = end)
    if (is_one_of (self, word, end - word))
      return word;
  return NULL;
}

gboolean
diapason_find_words_are_in (const DiapasonFindWords *self, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  return find_first (self, valid) != NULL;
}

/* Back from @at by up to EXCERPT_LEAD characters, then on to where a word begins. */
static const char *
lead_in (const char *text, const char *at)
{
  const char *from = at;

  for (guint i = 0; i < EXCERPT_LEAD && from > text; i++)
    from = g_utf8_prev_char (from);
  if (from == text)
    return text;
  while (from < at && !g_unichar_isspace (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  while (from < at && g_unichar_isspace (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  return from;
}

char *
diapason_find_words_excerpt (const DiapasonFindWords *self, const char *text, gboolean *out_found)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  const char *found = find_first (self, valid);

  if (out_found != NULL)
    *out_found = found != NULL;
  const char *from = found != NULL ? lead_in (valid, found) : valid;
  /* Enough for the cut to be seen, so that a long text is not copied whole. */
  g_autofree char *piece = g_utf8_substring (from, 0, MIN (g_utf8_strlen (from, -1), EXCERPT * 2));
  g_autofree char *shown = diapason_text_display (g_strstrip (piece), EXCERPT, FALSE);
  if (*shown == '\0')
    return NULL;
  return from > valid ? g_strconcat ("…", shown, NULL) : g_steal_pointer (&shown);
}
