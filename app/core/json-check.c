/* json-check.c: the strict check of a whole document.
 *
 * A recursive descent, at most DIAPASON_JSON_MAX_DEPTH deep, over borrowed bytes, that builds
 * nothing. Any thread; nothing is kept.
 */
#include "json-scanner.h"

#include "errors.h"
#include "json-skip.h"

#define MAX_KEYS 64 /* of one object, compared for duplicates */

#define EACH_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))
#define TOP_BITS        EACH_BYTE (0x80)

typedef struct
{
  const char *start;
  const char *p;
  const char *end;
  guint depth;
  gboolean loose; /* what is in the texts and names does not matter */
  guint n_values;
  guint most_values;
  GError **error;
} Scanner;

typedef struct
{
  guint64 seen; /* a bit for each hash that occurred */
  gboolean have_escapes;
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
               reason, (gsize) (scanner->p - scanner->start));
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

static gboolean
scan_escape (Scanner *scanner)
{
  const char *p = scanner->p + 1;
  gsize length = 0;

  if (scanner->loose && p < scanner->end)
    {
      scanner->p = p + 1;
      return TRUE;
    }
  if (p == scanner->end || *p == '\0' || strchr ("\"\\/bfnrtu", *p) == NULL)
    return fail_syntax (scanner, "an unknown escape");
  if (*p == 'u' && json_read_unicode_escape (p + 1, scanner->end, &length) == 0)
    return fail_syntax (scanner, "an escape of no character");
  scanner->p = p + 1 + length;
  return TRUE;
}

static gboolean
scan_utf8 (Scanner *scanner)
{
  gunichar c = g_utf8_get_char_validated (scanner->p, scanner->end - scanner->p);
  if (c == (gunichar) -1 || c == (gunichar) -2)
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
      if (c != '\\' && scanner->loose)
        scanner->p++;
      else if (c < 0x20)
        return fail_syntax (scanner, "a control character in a string");
      else if (!(c == '\\' ? scan_escape (scanner) : scan_utf8 (scanner)))
        return FALSE;
    }
}

static gboolean
keys_contain (const Keys *keys, const DiapasonJsonSlice *key)
{
  for (guint i = 0; i < keys->count; i++)
    if (json_same_text (&keys->keys[i], key, keys->have_escapes))
      return TRUE;
  return FALSE;
}

/* A cheap bit of 64: keys that share one are compared byte by byte, the others differ for sure. */
static guint64
hash_bit (const DiapasonJsonSlice *key)
{
  const guchar *bytes = (const guchar *) key->start;
  gsize length = key->length;
  gsize hash = length * 31;

  if (length > 0)
    hash += bytes[0] * 7 + bytes[length / 2] * 3 + bytes[length - 1];
  return G_GUINT64_CONSTANT (1) << hash % 64;
}

/* Returns FALSE when @key was there already. */
static gboolean
keys_add (Keys *keys, const DiapasonJsonSlice *key)
{
  if (keys->count == MAX_KEYS)
    return TRUE;

  guint64 bit = hash_bit (key);
  keys->have_escapes = keys->have_escapes || json_has_escape (key);
  if (((keys->seen & bit) != 0 || keys->have_escapes) && keys_contain (keys, key))
    return FALSE;
  keys->seen |= bit;
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
  if (!scanner->loose && !keys_add (keys, &key))
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
  keys.have_escapes = FALSE;
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
  if ((gsize) (scanner->end - scanner->p) < length || memcmp (scanner->p, word, length) != 0)
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
  if (++scanner->n_values > scanner->most_values)
    return fail (scanner, DIAPASON_CORE_ERROR_JSON_LIMIT, "more values than we take");
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

static gboolean
scan_document (Scanner *scanner)
{
  scanner->p = json_skip_byte_order_mark (scanner->start, scanner->end - scanner->start);
  if (!scan_value (scanner))
    return FALSE;
  scanner->p = json_skip_space (scanner->p, scanner->end);
  return scanner->p == scanner->end ||
         fail_syntax (scanner, "something after the end of the value");
}

/* Of nothing @bytes may be NULL. */
static const char *
end_of (const char *bytes, gsize length)
{
  return length == 0 ? bytes : bytes + length;
}

gboolean
json_check_values (const char *bytes, gsize length, guint most_values, GError **error)
{
  Scanner scanner = {
    .start = bytes, .end = end_of (bytes, length), .most_values = most_values, .error = error
  };

  return scan_document (&scanner);
}

gboolean
diapason_json_check_at (const char *bytes, gsize length, gsize *out_byte, GError **error)
{
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  Scanner scanner = {
    .start = bytes, .end = end_of (bytes, length), .most_values = G_MAXUINT, .error = error
  };
  gboolean good = scan_document (&scanner);
  *out_byte = scanner.p - scanner.start;
  return good;
}

gboolean
diapason_json_check (const char *bytes, gsize length, GError **error)
{
  gsize byte;

  return diapason_json_check_at (bytes, length, &byte, error);
}

gboolean
diapason_json_check_shape (const char *bytes, gsize length)
{
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  Scanner scanner = {
    .start = bytes, .end = end_of (bytes, length), .loose = TRUE, .most_values = G_MAXUINT
  };

  return scan_document (&scanner);
}
