/* json-skip.h: steps over well-formed JSON, shared by the scanner and the tree. Private to core;
 * any thread.
 *
 * They check nothing but the end of the bytes: what is no JSON gives a wrong place, never one
 * outside.
 */
#pragma once

#include <string.h>

#include "json-scanner.h"

/* Decodes the \u escape at @p (after the 'u'), a pair of surrogates as one. Returns 0 when it is
 * none that we take; *@length is what it takes after the 'u'. */
gunichar json_read_unicode_escape (const char *p, const char *end, gsize *length);

/* Whether two insides of strings are the same; with @decode an escape is the character it stands
 * for. */
gboolean json_same_text (const DiapasonJsonSlice *a, const DiapasonJsonSlice *b, gboolean decode);

/* diapason_json_check(), and that there are no more than @most_values values in it. */
gboolean json_check_values (const char *bytes, gsize length, guint most_values, GError **error);

static inline gboolean
json_has_escape (const DiapasonJsonSlice *string)
{
  return memchr (string->start, '\\', string->length) != NULL;
}

static inline const char *
json_skip_byte_order_mark (const char *bytes, gsize length)
{
  static const char mark[] = { '\xef', '\xbb', '\xbf' };
  gboolean there = length >= sizeof mark && memcmp (bytes, mark, sizeof mark) == 0;
  return there ? bytes + sizeof mark : bytes;
}

static inline const char *
json_skip_space (const char *p, const char *end)
{
  while (p < end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
    p++;
  return p;
}

/* @p is after the opening quote. Returns what follows the closing one, or NULL. */
static inline const char *
json_skip_string (const char *p, const char *end)
{
  const char *start = p;
  while ((p = memchr (p, '"', end - p)) != NULL)
    {
      const char *before = p++;
      while (before > start && before[-1] == '\\')
        before--;
      /* An even number of backslashes escapes itself, not the quote. */
      if ((p - 1 - before) % 2 == 0)
        return p;
      start = p;
    }
  return NULL;
}

/* @p is at '{' or '['. */
static inline const char *
json_skip_container (const char *p, const char *end)
{
  gsize depth = 0;
  while (p < end)
    switch (*p++)
      {
      case '"':
        if ((p = json_skip_string (p, end)) == NULL)
          return NULL;
        break;
      case '{':
      case '[':
        depth++;
        break;
      case '}':
      case ']':
        if (--depth == 0)
          return p;
        break;
      default:
        break;
      }
  return NULL;
}

static inline const char *
json_skip_scalar (const char *p, const char *end)
{
  const char *start = p;
  while (p < end && strchr (",]} \n\r\t", *p) == NULL)
    p++;
  return p > start ? p : NULL;
}

/* @p is at a value's first character. Returns what follows the value, or NULL when it does not end.
 */
static inline const char *
json_skip_value (const char *p, const char *end)
{
  if (p >= end)
    return NULL;
  if (*p == '"')
    return json_skip_string (p + 1, end);
  if (*p == '{' || *p == '[')
    return json_skip_container (p, end);
  return json_skip_scalar (p, end);
}
