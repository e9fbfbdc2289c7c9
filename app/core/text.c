/* text.c: folding for search and look-up, safe display, full-text expressions. Pure functions, any
 * thread. */
#include "text.h"

#include <string.h>

#define MAX_MATCH_WORDS 32
#define REPLACEMENT     0xfffd

/* Letters that Unicode does not take apart, and marks that are typed in several ways. */
static const struct
{
  gunichar from;
  const char *to;
} foldings[] = {
  { 0x00df, "ss" }, /* ß */
  { 0x00e6, "ae" }, /* æ */
  { 0x00f0, "d" },  /* ð */
  { 0x00f8, "o" },  /* ø */
  { 0x00fe, "th" }, /* þ */
  { 0x0111, "d" },  /* đ */
  { 0x0127, "h" },  /* ħ */
  { 0x0131, "i" },  /* dotless i */
  { 0x0142, "l" },  /* ł */
  { 0x0153, "oe" }, /* œ */
  { 0x0167, "t" },  /* ŧ */
  { 0x03c2, "σ" },  /* final sigma */
  { 0x2010, "-" },  /* hyphen */
  { 0x2013, "-" },  /* dash */
  { 0x2018, "'" },  /* quotation marks */
  { 0x2019, "'" },
};

/* Accents, and characters without a form of their own. Vowel signs (class 0) are letters to their
 * readers. */
static gboolean
is_left_out (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);
  return g_unichar_combining_class (c) != 0 || type == G_UNICODE_FORMAT ||
         type == G_UNICODE_ENCLOSING_MARK || (c >= 0xfe00 && c <= 0xfe0f);
}

static void
append_folded_letter (GString *out, gunichar c)
{
  gunichar lower = g_unichar_tolower (c);
  for (guint i = 0; i < G_N_ELEMENTS (foldings); i++)
    if (foldings[i].from == lower)
      {
        g_string_append (out, foldings[i].to);
        return;
      }
  g_string_append_unichar (out, lower);
}

static void
append_space (GString *out)
{
  if (out->len > 0 && out->str[out->len - 1] != ' ')
    g_string_append_c (out, ' ');
}

static void
append_folded (GString *out, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize count = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < count; i++)
    if (g_unichar_isspace (parts[i]) || g_unichar_iscntrl (parts[i]))
      append_space (out);
    else if (!is_left_out (parts[i]))
      append_folded_letter (out, parts[i]);
}

/* The ASCII characters that @text begins with: nearly all of most texts, so they go by themselves.
 * Returns: where they end. */
static const char *
append_folded_ascii (GString *out, const char *text)
{
  const char *end = text;
  gsize length = out->len;

  while ((guchar) *end < 0x80 && *end != '\0')
    end++;
  g_string_set_size (out, length + (gsize) (end - text));
  for (; text < end; text++)
    if (*text > ' ' && *text != 0x7f)
      out->str[length++] = (char) (*text >= 'A' && *text <= 'Z' ? *text | 0x20 : *text);
    else if (length > 0 && out->str[length - 1] != ' ')
      out->str[length++] = ' ';
  g_string_truncate (out, length);
  return end;
}

char *
diapason_text_fold (const char *text)
{
  if (text == NULL)
    return g_strdup ("");

  g_autofree char *made_valid =
      g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  const char *valid = made_valid != NULL ? made_valid : text;
  g_autoptr (GString) out = g_string_sized_new (strlen (valid) + 1);

  for (const char *p = append_folded_ascii (out, valid); *p != '\0';
       p = append_folded_ascii (out, g_utf8_next_char (p)))
    append_folded (out, g_utf8_get_char (p));
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Characters that turn the direction of what follows, so that a text reads as another. */
static gboolean
is_override (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

gboolean
diapason_text_is_harmful (gunichar c)
{
  return g_unichar_iscntrl (c) || is_override (c);
}

static gunichar
displayed (gunichar c, gboolean multiline)
{
  gboolean breaks = c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
  if (breaks)
    return multiline ? '\n' : ' ';
  if (c == '\t')
    return multiline ? c : ' ';
  return diapason_text_is_harmful (c) ? REPLACEMENT : c;
}

/* Takes one character, or one byte that is none, from @text. */
static gunichar
next_character (const char **text)
{
  gunichar c = g_utf8_get_char_validated (*text, -1);
  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      (*text)++;
      return REPLACEMENT;
    }
  if (c == '\r' && (*text)[1] == '\n')
    (*text)++;
  *text = g_utf8_next_char (*text);
  return c;
}

char *
diapason_text_display (const char *text, gsize max_chars, gboolean multiline)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gsize count = 0;
  gsize last = 0; /* where the last character begins */

  for (const char *p = text != NULL ? text : ""; *p != '\0'; count++)
    {
      if (max_chars != 0 && count == max_chars)
        {
          g_string_truncate (out, last);
          g_string_append (out, "…");
          break;
        }
      last = out->len;
      g_string_append_unichar (out, displayed (next_character (&p), multiline));
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* The next word at or after @text, or NULL; @length in bytes. A mark alone is no word. */
static const char *
next_word (const char *text, gsize *length)
{
  while (*text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  const char *end = text;
  while (*end != '\0' && is_word_character (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  *length = end - text;
  return end > text ? text : NULL;
}

char *
diapason_text_match_expression (const char *words)
{
  g_autofree char *folded = diapason_text_fold (words);
  g_autoptr (GString) out = g_string_new (NULL);
  gsize length = 0;
  guint count = 0;

  for (const char *word = folded;
       count < MAX_MATCH_WORDS && (word = next_word (word, &length)) != NULL;
       word += length, count++)
    {
      g_string_append (out, count > 0 ? " AND \"" : "\"");
      g_string_append_len (out, word, length);
      g_string_append_c (out, '"');
    }
  if (count == 0)
    return NULL;
  g_string_append_c (out, '*');
  return g_string_free (g_steal_pointer (&out), FALSE);
}
