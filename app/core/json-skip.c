/* json-skip.c: escapes, and names written with and without them. Any thread. */
#include "json-skip.h"

/* The value of four hexadecimal digits at @p, or -1. */
static int
read_hex4 (const char *p, const char *end)
{
  int value = 0;
  if (end - p < 4)
    return -1;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);
      if (digit < 0)
        return -1;
      value = value << 4 | digit;
    }
  return value;
}

gunichar
json_read_unicode_escape (const char *p, const char *end, gsize *length)
{
  int first = read_hex4 (p, end);
  *length = 4;
  if (first < 0xd800 || first > 0xdfff)
    return MAX (first, 0);
  if (first > 0xdbff || end - p < 10 || p[4] != '\\' || p[5] != 'u')
    return 0;
  int second = read_hex4 (p + 6, end);
  *length = 10;
  return second >= 0xdc00 && second <= 0xdfff ? 0x10000 + ((first - 0xd800) << 10) + second - 0xdc00
                                              : 0;
}

/* Takes the escape at *@p ('\\'). */
static gunichar
read_escape (const char **p, const char *end)
{
  static const char names[] = "bfnrt";
  static const char values[] = "\b\f\n\r\t";
  gsize length = 0;

  if (++*p == end)
    return '\\';
  guchar c = *(*p)++;
  if (c == 'u')
    {
      gunichar decoded = json_read_unicode_escape (*p, end, &length);
      *p += MIN (length, (gsize) (end - *p));
      return decoded;
    }
  const char *name = c != '\0' ? strchr (names, c) : NULL;
  return name != NULL ? values[name - names] : c;
}

/* Takes one character, written out or escaped, at *@p. */
static gunichar
next_character (const char **p, const char *end)
{
  if (**p == '\\')
    return read_escape (p, end);
  gunichar c = g_utf8_get_char_validated (*p, end - *p);
  gboolean valid = c != (gunichar) -1 && c != (gunichar) -2;
  *p += valid ? g_utf8_skip[(guchar) * *p] : 1;
  return c;
}

static gboolean
equal_decoded (const DiapasonJsonSlice *a, const DiapasonJsonSlice *b)
{
  const char *p = a->start, *p_end = p + a->length;
  const char *q = b->start, *q_end = q + b->length;

  while (p < p_end && q < q_end)
    if (next_character (&p, p_end) != next_character (&q, q_end))
      return FALSE;
  return p == p_end && q == q_end;
}

gboolean
json_same_text (const DiapasonJsonSlice *a, const DiapasonJsonSlice *b, gboolean decode)
{
  if (decode)
    return equal_decoded (a, b);
  return a->length == b->length && memcmp (a->start, b->start, a->length) == 0;
}
