/* random-json.c: see random-json.h. */
#include "random-json.h"

#include <string.h>

static const char *const pieces[] = {
  "a",   "id",      "name", "é", "œ", "日本", "😀", "\\\"", "\\\\",
  "\\n", "\\u0001", "/",    "{", "]", ",",    " ", "'",
};

static void
append_string (GString *out, GRand *rand, int tag)
{
  g_string_append_c (out, '"');
  for (int i = g_rand_int_range (rand, 0, 12); i > 0; i--)
    g_string_append (out, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  if (tag >= 0)
    g_string_append_printf (out, "%d", tag);
  g_string_append_c (out, '"');
}

static void
append_scalar (GString *out, GRand *rand)
{
  static const char *const scalars[] = {
    "null",
    "true",
    "false",
    "0",
    "-1",
    "42",
    "9223372036854775807",
    "-9223372036854775808",
    "9223372036854775808",
    "123456789012345678901234567890",
    "1.50",
    "-0.0",
    "1e3",
    "2E-7",
    "1e999",
  };
  if (g_rand_boolean (rand))
    append_string (out, rand, -1);
  else
    g_string_append (out, scalars[g_rand_int_range (rand, 0, G_N_ELEMENTS (scalars))]);
}

static void
append_value (GString *out, GRand *rand, int depth)
{
  int kind = depth > 5 ? 0 : g_rand_int_range (rand, 0, 4);
  if (kind < 2 && depth > 0)
    {
      append_scalar (out, rand);
      return;
    }
  gboolean object = g_rand_boolean (rand);
  g_string_append_c (out, object ? '{' : '[');
  for (int i = 0, n = g_rand_int_range (rand, 0, 7); i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      if (object)
        {
          append_string (out, rand, i);
          g_string_append_c (out, ':');
        }
      append_value (out, rand, depth + 1);
    }
  g_string_append_c (out, object ? '}' : ']');
}

char *
random_json (GRand *rand)
{
  GString *out = g_string_new (NULL);
  append_value (out, rand, 0);
  return g_string_free (out, FALSE);
}

char *
random_json_spaced (GRand *rand, const char *json)
{
  GString *out = g_string_new (NULL);
  gboolean in_string = FALSE;
  for (const char *p = json; *p != '\0'; p++)
    {
      gboolean mark = !in_string && strchr ("{}[],:", *p) != NULL;
      if (mark && g_rand_int_range (rand, 0, 3) == 0)
        g_string_append (out, "\n  ");
      g_string_append_c (out, *p);
      if (mark && g_rand_int_range (rand, 0, 3) == 0)
        g_string_append (out, "\t\r ");
      if (in_string && *p == '\\')
        g_string_append_c (out, *++p);
      else if (*p == '"')
        in_string = !in_string;
    }
  return g_string_free (out, FALSE);
}

GString *
random_json_damaged (GRand *rand, const char *json)
{
  static const char bytes[] = "{}[]:,\"\\'0123456789.eE+-xu/ \n\x01\xc3\xa9\xff tfn";
  GString *out = g_string_new (json);
  for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
    {
      gsize at = g_rand_int_range (rand, 0, out->len);
      char byte = bytes[g_rand_int_range (rand, 0, sizeof bytes)];
      int edit = g_rand_int_range (rand, 0, 3);
      if (edit == 0)
        out->str[at] = byte;
      else if (edit == 1 && out->len > 1)
        g_string_erase (out, at, 1);
      else
        g_string_insert_len (out, at, &byte, 1);
    }
  return out;
}
