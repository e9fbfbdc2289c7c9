/* json-scanner.c: the strict check of a document, and the cutting of its pages.
 *
 * The check is a recursive descent, at most DIAPASON_JSON_MAX_DEPTH deep, over borrowed bytes;
 * finding and cutting step over values without looking into them. Any thread; nothing is kept.
 */
#include "json-scanner.h"

#include "errors.h"
#include "json-skip.h"

#define MAX_KEYS        64 /* of one object, compared for duplicates */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

#define EACH_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))
#define TOP_BITS        EACH_BYTE (0x80)

typedef struct
{
  const char *start;
  const char *p;
  const char *end;
  guint depth;
  GError **error;
} Scanner;

typedef struct
{
  guint64 seen; /* a bit for each hash that occurred */
  gboolean has_escapes;
  guint count;
  DiapasonJsonSlice keys[MAX_KEYS];
} Keys;

static gboolean scan_value (Scanner *scanner);

static gboolean
fail (Scanner *scanner, DiapasonCoreError code, const char *reason)
{
  g_set_error (scanner->error, DIAPASON_CORE_ERROR, code,
               "The data cannot be read as JSON: %s at byte %" G_GSIZE_FORMAT
               ". Nothing of it was used.",
               reason, (gsize)(scanner->p - scanner->start));
  return FALSE;
}

static gboolean
fail_syntax (Scanner *scanner, const char *reason)
{
  return fail (scanner, DIAPASON_CORE_ERROR_JSON_SYNTAX, reason);
}

static gboolean
accept (Scanner *scanner, char c)
{
  scanner->p = json_skip_space (scanner->p, scanner->end);
  if (scanner->p == scanner->end || *scanner->p != c)
    return FALSE;
  scanner->p++;
  return TRUE;
}

/* The bytes of @word that are below 0x20, a quote, a backslash or not ASCII, marked in their top
 * bits. The lowest mark is right; borrows can only add wrong ones above it. */
static inline guint64
special_bytes (guint64 word)
{
  guint64 quotes = word ^ EACH_BYTE ('"');
  guint64 backslashes = word ^ EACH_BYTE ('\\');
  return ((word - EACH_BYTE (0x20)) | (quotes - EACH_BYTE (1)) | (backslashes - EACH_BYTE (1)) |
          word) &
         TOP_BITS;
}

static inline gboolean
is_special (guchar c)
{
  return c < 0x20 || c == '"' || c == '\\' || c >= 0x80;
}

/* The first byte in a string that is not simply a character of it. */
static const char *
skip_plain (const char *p, const char *end)
{
  for (; end - p >= 8; p += 8)
    {
      guint64 word;
      memcpy (&word, p, 8);
      guint64 marks = special_bytes (GUINT64_FROM_LE (word));
      if (marks != 0)
        return p + __builtin_ctzll (marks) / 8;
    }
  while (p < end && !is_special (*p))
    p++;
  return p;
}

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

/* Decodes the \u escape at @p (after the 'u'), a pair of surrogates as one. Returns 0 when it is
 * none that we take; *@length is what it takes after the 'u'. */
static gunichar
read_unicode_escape (const char *p, const char *end, gsize *length)
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

static gboolean
scan_escape (Scanner *scanner)
{
  const char *p = scanner->p + 1;
  gsize length = 0;

  if (p == scanner->end || *p == '\0' || strchr ("\"\\/bfnrtu", *p) == NULL)
    return fail_syntax (scanner, "an unknown escape");
  if (*p == 'u' && read_unicode_escape (p + 1, scanner->end, &length) == 0)
    return fail_syntax (scanner, "an escape of no character");
  scanner->p = p + 1 + length;
  return TRUE;
}

static gboolean
scan_utf8 (Scanner *scanner)
{
  gunichar c = g_utf8_get_char_validated (scanner->p, scanner->end - scanner->p);
  if (c == (gunichar)-1 || c == (gunichar)-2)
    return fail_syntax (scanner, "text that is not UTF-8");
  scanner->p = g_utf8_next_char (scanner->p);
  return TRUE;
}

/* scanner->p is at the opening quote. */
static gboolean
scan_string (Scanner *scanner)
{
  scanner->p++;
  for (;;)
    {
      scanner->p = skip_plain (scanner->p, scanner->end);
      if (scanner->p == scanner->end)
        return fail_syntax (scanner, "a string that does not end");
      guchar c = *scanner->p;
      if (c == '"')
        {
          scanner->p++;
          return TRUE;
        }
      if (c < 0x20)
        return fail_syntax (scanner, "a control character in a string");
      if (!(c == '\\' ? scan_escape (scanner) : scan_utf8 (scanner)))
        return FALSE;
    }
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
      gunichar decoded = read_unicode_escape (*p, end, &length);
      *p += MIN (length, (gsize)(end - *p));
      return decoded;
    }
  const char *name = c != '\0' ? strchr (names, c) : NULL;
  return name != NULL ? values[name - names] : c;
}

static gboolean
has_escape (const DiapasonJsonSlice *string)
{
  return memchr (string->start, '\\', string->length) != NULL;
}

static GString *
decode_string (const DiapasonJsonSlice *string)
{
  GString *text = g_string_new (NULL);
  const char *end = string->start + string->length;
  for (const char *p = string->start; p < end;)
    if (*p == '\\')
      g_string_append_unichar (text, read_escape (&p, end));
    else
      g_string_append_c (text, *p++);
  return text;
}

static gboolean
equal_decoded (const DiapasonJsonSlice *a, const DiapasonJsonSlice *b)
{
  g_autoptr (GString) x = decode_string (a);
  g_autoptr (GString) y = decode_string (b);
  return g_string_equal (x, y);
}

static gboolean
equal_strings (const DiapasonJsonSlice *a, const DiapasonJsonSlice *b)
{
  if (a->length == b->length && memcmp (a->start, b->start, a->length) == 0)
    return TRUE;
  return (has_escape (a) || has_escape (b)) && equal_decoded (a, b);
}

static gboolean
keys_contain (const Keys *keys, const DiapasonJsonSlice *key)
{
  for (guint i = 0; i < keys->count; i++)
    if (equal_strings (&keys->keys[i], key))
      return TRUE;
  return FALSE;
}

/* Returns FALSE when @key was there already. */
static gboolean
keys_add (Keys *keys, const DiapasonJsonSlice *key)
{
  gsize length = key->length;
  guint hash = length * 31;
  if (length > 0)
    hash += (guchar)key->start[0] * 7 + (guchar)key->start[length / 2] * 3 +
            (guchar)key->start[length - 1];
  guint64 bit = G_GUINT64_CONSTANT (1) << hash % 64;

  keys->has_escapes = keys->has_escapes || has_escape (key);
  if (((keys->seen & bit) != 0 || keys->has_escapes) && keys_contain (keys, key))
    return FALSE;
  keys->seen |= bit;
  if (keys->count < MAX_KEYS)
    keys->keys[keys->count++] = *key;
  return TRUE;
}

static gboolean
enter (Scanner *scanner)
{
  if (++scanner->depth > DIAPASON_JSON_MAX_DEPTH)
    return fail (scanner, DIAPASON_CORE_ERROR_JSON_LIMIT, "more levels than we take");
  scanner->p++;
  return TRUE;
}

static gboolean
scan_member (Scanner *scanner, Keys *keys)
{
  scanner->p = json_skip_space (scanner->p, scanner->end);
  if (scanner->p == scanner->end || *scanner->p != '"')
    return fail_syntax (scanner, "no name of a member");
  const char *start = scanner->p + 1;
  if (!scan_string (scanner))
    return FALSE;
  DiapasonJsonSlice key = { start, scanner->p - 1 - start };
  if (!keys_add (keys, &key))
    return fail_syntax (scanner, "a second member of the same name");
  if (!accept (scanner, ':'))
    return fail_syntax (scanner, "no colon after a name");
  return scan_value (scanner);
}

static gboolean
scan_object (Scanner *scanner)
{
  Keys keys;
  keys.seen = 0;
  keys.has_escapes = FALSE;
  keys.count = 0;

  if (!enter (scanner))
    return FALSE;
  if (!accept (scanner, '}'))
    {
      do
        if (!scan_member (scanner, &keys))
          return FALSE;
      while (accept (scanner, ','));
      if (!accept (scanner, '}'))
        return fail_syntax (scanner, "an object that does not go on or end");
    }
  scanner->depth--;
  return TRUE;
}

static gboolean
scan_array (Scanner *scanner)
{
  if (!enter (scanner))
    return FALSE;
  if (!accept (scanner, ']'))
    {
      do
        if (!scan_value (scanner))
          return FALSE;
      while (accept (scanner, ','));
      if (!accept (scanner, ']'))
        return fail_syntax (scanner, "an array that does not go on or end");
    }
  scanner->depth--;
  return TRUE;
}

static gboolean
skip_digits (Scanner *scanner)
{
  const char *start = scanner->p;
  while (scanner->p < scanner->end && g_ascii_isdigit (*scanner->p))
    scanner->p++;
  return scanner->p > start;
}

static gboolean
skip_one_of (Scanner *scanner, char a, char b)
{
  if (scanner->p == scanner->end || (*scanner->p != a && *scanner->p != b))
    return FALSE;
  scanner->p++;
  return TRUE;
}

static gboolean
scan_number (Scanner *scanner)
{
  skip_one_of (scanner, '-', '-');
  if (!skip_one_of (scanner, '0', '0') && !skip_digits (scanner))
    return fail_syntax (scanner, "no value");
  if (skip_one_of (scanner, '.', '.') && !skip_digits (scanner))
    return fail_syntax (scanner, "a number without digits after its point");
  if (skip_one_of (scanner, 'e', 'E'))
    {
      skip_one_of (scanner, '+', '-');
      if (!skip_digits (scanner))
        return fail_syntax (scanner, "a number without digits in its exponent");
    }
  return TRUE;
}

static gboolean
scan_word (Scanner *scanner, const char *word)
{
  gsize length = strlen (word);
  if ((gsize)(scanner->end - scanner->p) < length || memcmp (scanner->p, word, length) != 0)
    return fail_syntax (scanner, "no value");
  scanner->p += length;
  return TRUE;
}

static gboolean
scan_value (Scanner *scanner)
{
  scanner->p = json_skip_space (scanner->p, scanner->end);
  if (scanner->p == scanner->end)
    return fail_syntax (scanner, "an end before it is complete");
  switch (*scanner->p)
    {
    case '{':
      return scan_object (scanner);
    case '[':
      return scan_array (scanner);
    case '"':
      return scan_string (scanner);
    case 't':
      return scan_word (scanner, "true");
    case 'f':
      return scan_word (scanner, "false");
    case 'n':
      return scan_word (scanner, "null");
    default:
      return scan_number (scanner);
    }
}

static const char *
skip_byte_order_mark (const char *bytes, gsize length)
{
  gsize mark = strlen (BYTE_ORDER_MARK);
  return length >= mark && memcmp (bytes, BYTE_ORDER_MARK, mark) == 0 ? bytes + mark : bytes;
}

gboolean
diapason_json_check (const char *bytes, gsize length, GError **error)
{
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  Scanner scanner = { .start = bytes, .end = bytes + length, .error = error };
  scanner.p = skip_byte_order_mark (bytes, length);
  if (!scan_value (&scanner))
    return FALSE;
  scanner.p = json_skip_space (scanner.p, scanner.end);
  return scanner.p == scanner.end || fail_syntax (&scanner, "something after the end of the value");
}

/* The value of the member @name of the object at @p, or NULL. */
static const char *
find_member (const char *p, const char *end, const DiapasonJsonSlice *name)
{
  if (p == end || *p != '{')
    return NULL;
  do
    {
      p = json_skip_space (p + 1, end);
      const char *after = p < end && *p == '"' ? json_skip_string (p + 1, end) : NULL;
      if (after == NULL)
        return NULL;
      DiapasonJsonSlice key = { p + 1, after - 1 - (p + 1) };
      p = json_skip_space (after, end);
      if (p == end || *p != ':')
        return NULL;
      p = json_skip_space (p + 1, end);
      if (equal_strings (&key, name))
        return p;
      if ((p = json_skip_value (p, end)) == NULL)
        return NULL;
      p = json_skip_space (p, end);
    }
  while (p < end && *p == ',');
  return NULL;
}

gboolean
diapason_json_find (const char *bytes, gsize length, const char *path, DiapasonJsonSlice *out)
{
  g_return_val_if_fail ((bytes != NULL || length == 0) && path != NULL && out != NULL, FALSE);

  const char *end = bytes + length;
  const char *p = json_skip_space (skip_byte_order_mark (bytes, length), end);
  while (p != NULL && *path != '\0')
    {
      DiapasonJsonSlice name = { path, strcspn (path, ".") };
      p = find_member (p, end, &name);
      path += name.length;
      path += *path == '.';
    }
  const char *after = p != NULL ? json_skip_value (p, end) : NULL;
  if (after == NULL)
    return FALSE;
  *out = (DiapasonJsonSlice){ p, after - p };
  return TRUE;
}

static gboolean
cut_element (Scanner *scanner, GArray *elements)
{
  const char *start = json_skip_space (scanner->p, scanner->end);
  const char *after = json_skip_value (start, scanner->end);

  scanner->p = start;
  if (after == NULL)
    return fail_syntax (scanner, "an element that does not end");
  DiapasonJsonSlice element = { start, after - start };
  if (element.length > DIAPASON_JSON_MAX_ELEMENT_SIZE)
    return fail (scanner, DIAPASON_CORE_ERROR_JSON_LIMIT, "an element larger than we take");
  g_array_append_val (elements, element);
  scanner->p = after;
  return TRUE;
}

GArray *
diapason_json_cut_array (const DiapasonJsonSlice *array, GError **error)
{
  g_return_val_if_fail (array != NULL, NULL);

  Scanner scanner = { .start = array->start, .p = array->start, .error = error };
  scanner.end = array->start + array->length;
  if (!accept (&scanner, '['))
    {
      fail (&scanner, DIAPASON_CORE_ERROR_JSON_TYPE, "no array where one is expected");
      return NULL;
    }
  g_autoptr (GArray) elements = g_array_new (FALSE, FALSE, sizeof (DiapasonJsonSlice));
  if (accept (&scanner, ']'))
    return g_steal_pointer (&elements);
  do
    if (!cut_element (&scanner, elements))
      return NULL;
  while (accept (&scanner, ','));
  if (!accept (&scanner, ']'))
    {
      fail_syntax (&scanner, "an array that does not end");
      return NULL;
    }
  return g_steal_pointer (&elements);
}
