/* company-speech.c: see company-speech.h. */
#include "company-speech.h"

#include <string.h>

static const char *const names[DIAPASON_COMPANY_N_SLOTS] = {
  [DIAPASON_COMPANY_SLOT_THING] = "thing",
  [DIAPASON_COMPANY_SLOT_THE] = "the",
  [DIAPASON_COMPANY_SLOT_MY] = "my",
  [DIAPASON_COMPANY_SLOT_OF] = "of",
  [DIAPASON_COMPANY_SLOT_YOUR] = "your",
  [DIAPASON_COMPANY_SLOT_AMOUNT] = "amount",
  [DIAPASON_COMPANY_SLOT_OTHER] = "other",
  [DIAPASON_COMPANY_SLOT_ORDER] = "order",
  [DIAPASON_COMPANY_SLOT_CONTRACT] = "contract",
  [DIAPASON_COMPANY_SLOT_METER] = "meter",
  [DIAPASON_COMPANY_SLOT_DATE] = "date",
  [DIAPASON_COMPANY_SLOT_NEXT] = "next",
  [DIAPASON_COMPANY_SLOT_VISIT] = "visit",
  [DIAPASON_COMPANY_SLOT_DAY] = "day",
  [DIAPASON_COMPANY_SLOT_DUE] = "due",
  [DIAPASON_COMPANY_SLOT_HOURS] = "hours",
  [DIAPASON_COMPANY_SLOT_COUNT] = "count",
  [DIAPASON_COMPANY_SLOT_PLACE] = "place",
  [DIAPASON_COMPANY_SLOT_STREET] = "street",
  [DIAPASON_COMPANY_SLOT_CITY] = "city",
  [DIAPASON_COMPANY_SLOT_NAME] = "name",
  [DIAPASON_COMPANY_SLOT_GIVEN] = "given",
  [DIAPASON_COMPANY_SLOT_ADVISER] = "adviser",
  [DIAPASON_COMPANY_SLOT_FORMER] = "former",
  [DIAPASON_COMPANY_SLOT_HOUSE] = "house",
  [DIAPASON_COMPANY_SLOT_PROMISE] = "promise",
  [DIAPASON_COMPANY_SLOT_PROMISED] = "promised",
  [DIAPASON_COMPANY_SLOT_E] = "e",
  [DIAPASON_COMPANY_SLOT_AE] = "ae",
  [DIAPASON_COMPANY_SLOT_O] = "o",
  [DIAPASON_COMPANY_SLOT_AO] = "ao",
  [DIAPASON_COMPANY_SLOT_PE] = "pe",
  [DIAPASON_COMPANY_SLOT_PO] = "po",
};

void
diapason_company_slots_set (DiapasonCompanySlots *slots,
                            DiapasonCompanySlot slot,
                            const char *value)
{
  char *target = slots->values[slot];
  gsize size = sizeof slots->values[slot];

  if (g_strlcpy (target, value, size) >= size)
    target[g_utf8_find_prev_char (target, target + size - 1) - target] = '\0';
}

/* The words of the owner tell, where the article with its apostrophe does not. */
static gboolean
is_feminine (const DiapasonCompanyProduct *product)
{
  return g_str_has_prefix (product->my, "ma ") || g_str_has_prefix (product->my, "la mia ");
}

void
diapason_company_slots_product (DiapasonCompanySlots *slots, const DiapasonCompanyProduct *product)
{
  gboolean feminine = is_feminine (product);

  diapason_company_slots_set (slots, DIAPASON_COMPANY_SLOT_THING, product->bare);
  diapason_company_slots_set (slots, DIAPASON_COMPANY_SLOT_THE, product->the);
  diapason_company_slots_set (slots, DIAPASON_COMPANY_SLOT_MY, product->my);
  diapason_company_slots_set (slots, DIAPASON_COMPANY_SLOT_OF, product->of);
  diapason_company_slots_set (slots, DIAPASON_COMPANY_SLOT_YOUR, product->your);
  diapason_company_slots_set (slots, DIAPASON_COMPANY_SLOT_PE, feminine ? "e" : "");
  diapason_company_slots_set (slots, DIAPASON_COMPANY_SLOT_PO, feminine ? "a" : "o");
}

const DiapasonCompanyProduct *
diapason_company_product_draw (DiapasonCompanyRandom *random,
                               DiapasonCompanyLanguage language,
                               DiapasonCompanyShelf shelf)
{
  const DiapasonCompanyProduct *products = diapason_company_words (language)->products[shelf];
  guint n = 0;

  while (products[n].bare != NULL)
    n++;
  return &products[diapason_company_below (random, n)];
}

int
diapason_company_slot_find (const char *name, gsize length)
{
  for (int i = 0; i < DIAPASON_COMPANY_N_SLOTS; i++)
    if (strlen (names[i]) == length && strncmp (names[i], name, length) == 0)
      return i;
  return -1;
}

void
diapason_company_append_capital (GString *out, const char *text)
{
  g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (text)));
  g_string_append (out, g_utf8_next_char (text));
}

void
diapason_company_say (GString *out, const char *text, const DiapasonCompanySlots *slots)
{
  for (const char *brace = strchr (text, '{'); brace != NULL; brace = strchr (text, '{'))
    {
      char name[16] = "";
      gsize length = strcspn (brace + 1, "}");
      int slot;

      g_string_append_len (out, text, brace - text);
      g_assert (length > 0 && length < sizeof name);
      memcpy (name, brace + 1, length);
      name[0] = g_ascii_tolower (name[0]);
      slot = diapason_company_slot_find (name, length);
      if (slot < 0)
        g_error ("no slot “%s” in “%s”", name, text);
      if (g_ascii_isupper (brace[1]) && slots->values[slot][0] != '\0')
        diapason_company_append_capital (out, slots->values[slot]);
      else
        g_string_append (out, slots->values[slot]);
      text = brace + 1 + length + 1;
    }
  g_string_append (out, text);
}

void
diapason_company_money (DiapasonCompanyLanguage language,
                        gboolean pounds,
                        guint cents,
                        char text[32])
{
  const char *space = language == DIAPASON_COMPANY_FRENCH ? " " : ".";
  char whole[16];

  if (language == DIAPASON_COMPANY_ENGLISH)
    {
      g_snprintf (text, 32, "%s%u.%02u", pounds ? "£" : "€", cents / 100, cents % 100);
      return;
    }
  if (cents >= 100000)
    g_snprintf (whole, sizeof whole, "%u%s%03u", cents / 100000, space, cents / 100 % 1000);
  else
    g_snprintf (whole, sizeof whole, "%u", cents / 100);
  if (cents % 100 == 0)
    g_snprintf (text, 32, "%s %s", whole, pounds ? "£" : "€");
  else
    g_snprintf (text, 32, "%s,%02u %s", whole, cents % 100, pounds ? "£" : "€");
}

void
diapason_company_day_text (DiapasonCompanyLanguage language, int day, char text[64])
{
  static const char *const firsts[DIAPASON_COMPANY_N_LANGUAGES] = { "1er", "1º", "1" };
  const char *const *months = diapason_company_words (language)->phrases->months;
  int month, month_day;

  diapason_company_civil (day, NULL, &month, &month_day);
  if (month_day == 1)
    g_snprintf (text, 64, "%s %s", firsts[language], months[month - 1]);
  else
    g_snprintf (text, 64, "%d %s", month_day, months[month - 1]);
}

void
diapason_company_due_text (DiapasonCompanyLanguage language, int day, char text[64])
{
  const char *const *weekdays = diapason_company_words (language)->phrases->weekdays;
  char date[64];

  diapason_company_day_text (language, day, date);
  g_snprintf (text, 64, "%s %s", weekdays[diapason_company_weekday (day)], date);
}

char *
diapason_company_fold (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  GString *folded = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0'; c++)
    if (g_ascii_isalnum (*c) || *c == '.')
      g_string_append_c (folded, g_ascii_tolower (*c));
  return g_string_free (folded, FALSE);
}
