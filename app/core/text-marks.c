/* text-marks.c: where in a text the words are that somebody looked for. See text.h. */
#include "text.h"

#include <string.h>

#define MAX_WORDS 32

/* As diapason_phone_same() has it: fewer are the beginning of a number. */
#define MIN_SAME_DIGITS 6

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

const char *
diapason_text_next_word (const char *text, const char **out_end)
{
  while (*text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  const char *end = text;
  while (*end != '\0' && is_word_character (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  *out_end = end;
  return end > text ? text : NULL;
}

static void
add_mark (GArray *marks, const char *text, const char *from, const char *to)
{
  DiapasonTextMark mark = { (guint) (from - text), (guint) (to - text) };

  g_array_append_val (marks, mark);
}

/* The words of @typed, folded; the last one may go on. */
static GPtrArray *
words_of (const char *typed)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folded = diapason_text_fold (typed);
  const char *end;

  for (const char *word = folded;
       words->len < MAX_WORDS && (word = diapason_text_next_word (word, &end)) != NULL; word = end)
    g_ptr_array_add (words, g_strndup (word, end - word));
  return words;
}

/* Where the characters of @word end that fold to the first @length bytes of what it folds to; a
 * letter that folds to several (œ) is taken whole, and so are the accents behind it. */
static const char *
end_of_folded (const char *word, const char *end, gsize length)
{
  gsize n = 0;

  while (word < end && (n < length || g_unichar_ismark (g_utf8_get_char (word))))
    {
      g_autofree char *letter = g_strndup (word, g_utf8_next_char (word) - word);
      g_autofree char *folded = diapason_text_fold (letter);

      n += strlen (folded);
      word = g_utf8_next_char (word);
    }
  return word;
}

/* To where @word is one of @words; NULL: it is none. */
static const char *
marked_end (GPtrArray *words, const char *word, const char *end)
{
  g_autofree char *original = g_strndup (word, end - word);
  g_autofree char *folded = diapason_text_fold (original);
  const char *last = g_ptr_array_index (words, words->len - 1);

  for (guint i = 0; i + 1 < words->len; i++)
    if (g_str_equal (folded, g_ptr_array_index (words, i)))
      return end;
  return g_str_has_prefix (folded, last) ? end_of_folded (word, end, strlen (last)) : NULL;
}

static void
mark_words (GArray *marks, const char *text, const char *typed)
{
  g_autoptr (GPtrArray) words = words_of (typed);
  const char *end;

  for (const char *word = text;
       words->len > 0 && (word = diapason_text_next_word (word, &end)) != NULL; word = end)
    {
      const char *to = marked_end (words, word, end);

      if (to != NULL)
        add_mark (marks, text, word, to);
    }
}

/* Whether the digits at @text, and what people write between them, are @digits. */
static gboolean
has_digits (const char *text, const char *digits, const char **out_end)
{
  for (; *digits != '\0'; digits++, text++)
    {
      text += strspn (text, " +-./()");
      if (*text != *digits)
        return FALSE;
    }
  *out_end = text;
  return TRUE;
}

/* Whether no digit but zeros stands right before @at. */
static gboolean
begins_number (const char *text, const char *at)
{
  while (at > text && at[-1] == '0')
    at--;
  return at == text || !g_ascii_isdigit (at[-1]);
}

static void
mark_number (GArray *marks, const char *text, const char *typed)
{
  g_autofree char *folded = diapason_text_fold (typed);
  g_autofree char *digits = folded[strspn (folded, "0123456789 +-./()")] == '\0'
                                ? diapason_phone_significant (folded)
                                : NULL;
  const char *end;

  if (digits == NULL)
    return;
  for (const char *p = text; *p != '\0'; p++)
    if (*p == *digits && has_digits (p, digits, &end) &&
        (strlen (digits) >= MIN_SAME_DIGITS || begins_number (text, p)))
      {
        add_mark (marks, text, p, end);
        p = end - 1;
      }
}

GArray *
diapason_text_marks (const char *text, const char *typed)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (DiapasonTextMark));

  mark_number (marks, text, typed);
  if (marks->len == 0)
    mark_words (marks, text, typed);
  return marks;
}
