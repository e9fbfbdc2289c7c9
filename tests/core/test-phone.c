/* One number in the ways people write it. The numbers are of ranges kept for fiction, or of no
 * range. */
#include "text.h"

static void
test_significant (void)
{
  static const struct
  {
    const char *digits;
    const char *ways[12];
  } numbers[] = {
    { "612345678",
      { "+33 (0)6 12 34 56 78", "0033612345678", "06.12.34.56.78", "06 12 34 56 78", "+33612345678",
        "+33(0)612345678", "tel:+33-6-12-34-56-78", "00 33 (0) 6 12 34 56 78", "(0)6 12 34 56 78",
        "06\u00a012\u00a034\u00a056\u00a078", "Tel. 06-12-34-56-78 (bureau)" } },
    { "199001234",
      { "01 99 00 12 34", "+33 1 99 00 12 34", "0199001234 poste 12",
        "01 99 00 12 34 / +33 6 12 34 56 78" } },
    { "612345670",
      { "06 1234 5670", "+39 06 1234 5670", "003906 12345670", "+39 6 1234 5670",
        "+39 (0)6 12345670" } },
    { "3123456789", { "312 345 6789", "+39 312 345 6789", "0039 3123456789" } },
    { "2079460123",
      { "020 7946 0123", "+44 20 7946 0123", "+44 (0)20 7946 0123", "(020) 7946 0123" } },
    { "3023125012", { "030 23125 012", "+49 30 23125-012", "+49 (0) 30/23125012" } },
    { "21234567", { "02/123.45.67", "+32 2 123 45 67", "0032 (0)2 1234567" } },
    { "446681800", { "044 668 18 00", "+41 44 668 18 00" } },
    { "912345678", { "912 34 56 78", "+34 912 34 56 78" } },
    { "26123456", { "26 12 34 56", "+352 26 12 34 56", "00352 26123456" } },
    { "2125550123",
      { "(212) 555-0123", "+1 212 555 0123", "+1 (212) 555-0123 x44", "+1-212-555-0123;ext=44" } },
    { "3949", { "3949", "39 49" } },
    { "612345678", { "٠٦١٢٣٤٥٦٧٨", "＋３３６１２３４５６７８" } },
  };
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (guint j = 0; numbers[i].ways[j] != NULL; j++)
      {
        g_autofree char *digits = diapason_phone_significant (numbers[i].ways[j]);
        g_test_message ("%s", numbers[i].ways[j]);
        g_assert_cmpstr (digits, ==, numbers[i].digits);
        g_assert_true (diapason_phone_same (numbers[i].ways[0], numbers[i].ways[j]));
      }
}

static void
test_no_number (void)
{
  static const char *const texts[] = { NULL,    "",  "112", "n/a",  "+33",      "0000",
                                       "00 33", "+", "(0)", "x123", "A1B2C3D4", "+\xff" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *digits = diapason_phone_significant (texts[i]);
      g_autofree char *key = diapason_phone_key (texts[i]);
      g_assert_cmpstr (digits, ==, NULL);
      g_assert_cmpstr (key, ==, NULL);
      g_assert_false (diapason_phone_same (texts[i], texts[i]));
    }
}

static void
test_key (void)
{
  g_autofree char *mobile = diapason_phone_key ("+33 6 12 34 56 78");
  g_autofree char *bare = diapason_phone_key ("33612345678");
  g_autofree char *shorter = diapason_phone_key ("39 49");
  g_assert_cmpstr (mobile, ==, "12345678");
  g_assert_cmpstr (bare, ==, mobile);
  g_assert_cmpstr (shorter, ==, "3949");
}

static void
test_same (void)
{
  g_assert_true (diapason_phone_same ("33612345678", "06 12 34 56 78"));
  g_assert_true (diapason_phone_same ("345678", "06 12 34 56 78"));
  g_assert_false (diapason_phone_same ("45678", "06 12 34 56 78"));
  g_assert_false (diapason_phone_same ("06 12 34 56 79", "06 12 34 56 78"));
  g_assert_false (diapason_phone_same (NULL, "06 12 34 56 78"));
  g_assert_true (diapason_phone_same ("39 49", "3949"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone/significant", test_significant);
  g_test_add_func ("/phone/no-number", test_no_number);
  g_test_add_func ("/phone/key", test_key);
  g_test_add_func ("/phone/same", test_same);
  return g_test_run ();
}
