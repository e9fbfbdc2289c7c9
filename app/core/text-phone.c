/* text-phone.c: phone numbers whatever the way they are written. Pure functions, any thread.
 *
 * The rule. A number is its digits up to the first letter after them (an extension), '@' or second
 * '+'. "(0)" is dropped. After "+" or "00" the country code is dropped. Then all leading zeros are:
 * they are the trunk prefix, and Italy's, which belongs to the number, goes in both forms so that
 * both still agree. The rest are the significant digits. Numbers of two countries may thus agree: a
 * match is a proposal, never a proof.
 */
#include "text.h"

#include <string.h>

#define MIN_DIGITS      4
#define MIN_SAME_DIGITS 6
#define KEY_DIGITS      8

/* A country code has three digits but for zones 1 and 7 and these (ITU-T E.164). */
static const char two_digit_codes[] = "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 "
                                      "51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 "
                                      "81 82 84 86 90 91 92 93 94 95 98";

static gsize
country_code_length (const char *digits)
{
  if (digits[0] == '1' || digits[0] == '7')
    return 1;
  if (strlen (digits) < 3)
    return 0;
  char code[] = { digits[0], digits[1], '\0' };
  return strstr (two_digit_codes, code) != NULL ? 2 : 3;
}

/* Skips "(0)" with white space in it: the trunk prefix shown beside a country code. */
static const char *
skip_trunk_parenthesis (const char *text)
{
  const char *p = text + strspn (text, "( ");
  if (*text != '(' || *p != '0')
    return text;
  p++;
  p += strspn (p, " ");
  return *p == ')' ? p + 1 : text;
}

/* The digits of @text, and whether a '+' came before them. */
static GString *
collect_digits (const char *text, gboolean *plus)
{
  GString *digits = g_string_new (NULL);

  *plus = FALSE;
  for (const char *p = text; *p != '\0';)
    {
      const char *after = skip_trunk_parenthesis (p);
      if (after != p)
        {
          p = after;
          continue;
        }
      gunichar c = g_utf8_get_char (p);
      int digit = g_unichar_digit_value (c);
      if (digit >= 0)
        g_string_append_c (digits, '0' + digit);
      else if (digits->len > 0 && (g_unichar_isalpha (c) || strchr ("+@#;,", *p) != NULL))
        break;
      else if (c == '+' || c == 0xff0b)
        *plus = TRUE;
      p = g_utf8_next_char (p);
    }
  return digits;
}

static void
erase_leading_zeros (GString *digits)
{
  g_string_erase (digits, 0, strspn (digits->str, "0"));
}

char *
diapason_phone_significant (const char *number)
{
  gboolean international = FALSE;

  if (number == NULL)
    return NULL;
  g_autofree char *valid = g_utf8_make_valid (number, -1);
  g_autoptr (GString) digits = collect_digits (valid, &international);

  if (g_str_has_prefix (digits->str, "00"))
    international = TRUE;
  erase_leading_zeros (digits);
  if (international)
    g_string_erase (digits, 0, country_code_length (digits->str));
  erase_leading_zeros (digits);
  return digits->len < MIN_DIGITS ? NULL : g_string_free (g_steal_pointer (&digits), FALSE);
}

char *
diapason_phone_key (const char *number)
{
  g_autofree char *digits = diapason_phone_significant (number);
  gsize length = digits != NULL ? strlen (digits) : 0;

  if (length <= KEY_DIGITS)
    return g_steal_pointer (&digits);
  return g_strdup (digits + length - KEY_DIGITS);
}

gboolean
diapason_phone_same (const char *a, const char *b)
{
  g_autofree char *x = diapason_phone_significant (a);
  g_autofree char *y = diapason_phone_significant (b);

  if (x == NULL || y == NULL)
    return FALSE;
  if (strcmp (x, y) == 0)
    return TRUE;
  return MIN (strlen (x), strlen (y)) >= MIN_SAME_DIGITS &&
         (g_str_has_suffix (x, y) || g_str_has_suffix (y, x));
}
