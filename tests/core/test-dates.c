/* Dates as servers write them, days with a changing clock, waits that make no sense. */
#include "dates.h"
#include "errors.h"

#include <string.h>

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    const char *same_as;
  } cases[] = {
    { "2026-11-22T00:03:01Z", "2026-11-22T00:03:01.000Z" },
    { "2026-11-22t00:03:01z", "2026-11-22T00:03:01.000Z" },
    { "2026-11-22 00:03:01", "2026-11-22T00:03:01.000Z" },
    { "2026-11-22T00:03", "2026-11-22T00:03:00.000Z" },
    { "2026-11-22T00:03Z", "2026-11-22T00:03:00.000Z" },
    { "2026-11-22", "2026-11-22T00:00:00.000Z" },
    { "2026-11-22T00:03:01.5Z", "2026-11-22T00:03:01.500Z" },
    { "2026-11-22T00:03:01,123456789+00:00", "2026-11-22T00:03:01.123Z" },
    { "2026-11-22T00:03:01+02:00", "2026-11-21T22:03:01.000Z" },
    { "2026-11-22 00:03:01 -0930", "2026-11-22T09:33:01.000Z" },
    { "2026-11-22T00:03:01-05", "2026-11-22T05:03:01.000Z" },
    { "2026-12-31T23:59:60Z", "2027-01-01T00:00:00.000Z" },
    { "2024-02-29T12:00:00Z", "2024-02-29T12:00:00.000Z" },
    { "2000-02-29", "2000-02-29T00:00:00.000Z" },
    { "1900-01-01", "1900-01-01T00:00:00.000Z" },
    { "2200-12-31T23:59:59.999Z", "2200-12-31T23:59:59.999Z" },
    { "1969-12-31T23:59:59.001Z", "1969-12-31T23:59:59.001Z" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 ms = 0;
      diapason_date_parse (cases[i].text, NULL, &ms, &error);
      g_assert_no_error (error);
      g_autofree char *written = diapason_date_format (ms);
      g_assert_cmpstr (written, ==, cases[i].same_as);
    }
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    NULL,
    "",
    "now",
    "2026",
    "2026-11",
    "2026-11-31",
    "2026-02-29",
    "1900-02-29",
    "2026-00-10",
    "2026-13-01",
    "2026-11-22T",
    "2026-11-22T24:00:00Z",
    "2026-11-22T23:60Z",
    "2026-11-22T23:59:61Z",
    "2026-11-22T1:02:03Z",
    "2026-11-22T00:03:01.Z",
    "2026-11-22T00:03:01.1234567890123456789Z",
    "2026-11-22T00:03:01+24:00",
    "2026-11-22T00:03:01+01:60",
    "2026-11-22T00:03:01+1",
    "2026-11-22T00:03:01 ",
    "2026-11-22T00:03:01ZZ",
    "2026-11-22 CET",
    "1899-12-31",
    "2201-01-01",
    "0000-00-00 00:00:00",
    "22/11/2026",
    "2026-W47-7",
    "-2026-11-22",
    "2026-11-2२",
    "1732233781",
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 ms = 0;
      if (diapason_date_parse (texts[i], NULL, &ms, &error))
        g_error ("taken: %s", texts[i]);
      g_assert_error (error, DIAPASON_CORE_ERROR, DIAPASON_CORE_ERROR_TIME);
    }
}

/* What a server sends is not thrown whole, nor raw, at a person. */
static void
test_sentence_is_bounded (void)
{
  g_autofree char *text = g_strnfill (100000, '\x01');
  g_autoptr (GError) error = NULL;
  gint64 ms = 0;
  g_assert_false (diapason_date_parse (text, NULL, &ms, &error));
  g_assert_cmpuint (strlen (error->message), <, 400);
  g_assert_null (strchr (error->message, '\x01'));
}

static void
test_zones (void)
{
  static const struct
  {
    const char *zone;
    const char *text;
    const char *same_as;
  } cases[] = {
    { "Europe/Paris", "2026-07-01", "2026-06-30T22:00:00.000Z" },
    { "Europe/Paris", "2026-01-01 00:00:00", "2025-12-31T23:00:00.000Z" },
    { "Europe/Paris", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00.000Z" },
    { "Europe/Paris", "2026-01-01T00:00:00-03:00", "2026-01-01T03:00:00.000Z" },
    { "Europe/Paris", "2026-03-29T01:59:59", "2026-03-29T00:59:59.000Z" },
    { "Europe/Paris", "2026-03-29T03:00:00", "2026-03-29T01:00:00.000Z" },
    { "Europe/Paris", "2026-10-25T01:59:59", "2026-10-24T23:59:59.000Z" },
    { "Europe/Paris", "2026-10-25T03:00:00", "2026-10-25T02:00:00.000Z" },
    { "Pacific/Auckland", "2026-01-01", "2025-12-31T11:00:00.000Z" },
    { "Pacific/Auckland", "2026-07-01", "2026-06-30T12:00:00.000Z" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
      gint64 ms = 0;
      if (zone == NULL)
        {
          g_test_skip ("this machine has no time zone data");
          return;
        }
      g_assert_true (diapason_date_parse (cases[i].text, zone, &ms, NULL));
      g_autofree char *written = diapason_date_format (ms);
      g_assert_cmpstr (written, ==, cases[i].same_as);
    }
}

/* An hour that does not exist, or exists twice, still is a moment of that night. */
static void
test_hours_of_the_change (void)
{
  g_autoptr (GTimeZone) paris = g_time_zone_new_identifier ("Europe/Paris");
  gint64 skipped = 0, twice = 0, from = 0;

  if (paris == NULL)
    {
      g_test_skip ("this machine has no time zone data");
      return;
    }
  g_assert_true (diapason_date_parse ("2026-03-29T00:00:00Z", NULL, &from, NULL));
  g_assert_true (diapason_date_parse ("2026-03-29T02:30:00", paris, &skipped, NULL));
  g_assert_cmpint (ABS (skipped - from), <=, 2 * 3600 * 1000);
  g_assert_true (diapason_date_parse ("2026-10-25T00:30:00Z", NULL, &from, NULL));
  g_assert_true (diapason_date_parse ("2026-10-25T02:30:00", paris, &twice, NULL));
  g_assert_true (twice == from || twice == from + 3600 * 1000);
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  for (int round = 0; round < 5000; round++)
    {
      gint64 ms = (gint64) (g_rand_double_range (rand, -2.2e12, 7.2e12));
      gint64 back = 0;
      g_autofree char *text = diapason_date_format (ms);
      g_assert_true (diapason_date_parse (text, NULL, &back, NULL));
      g_assert_cmpint (back, ==, ms);
    }
}

static void
test_format_as (void)
{
  g_autoptr (GTimeZone) east = g_time_zone_new_offset (2 * 3600);
  g_autofree char *local = diapason_date_format_as (-1, "%Y-%m-%d %H:%M", east);
  g_autofree char *last = diapason_date_format (G_MAXINT64);
  g_autofree char *first = diapason_date_format (G_MININT64);

  g_assert_cmpstr (local, ==, "1970-01-01 01:59");
  g_assert_cmpstr (last, ==, "9999-12-31T00:00:00.000Z");
  g_assert_cmpstr (first, ==, "1000-01-01T00:00:00.000Z");
}

static void
test_retry_after (void)
{
  static const gint64 now_ms = G_GINT64_CONSTANT (784111777) * 1000; /* 1994-11-06 08:49:37 */
  static const struct
  {
    const char *text;
    gint64 wait_ms;
  } cases[] = {
    { "0", 0 },
    { "120", 120000 },
    { " 120 ", 120000 },
    { "-5", 0 },
    { "1.5", 2000 },
    { "2.0", 2000 },
    { "3600", 3600000 },
    { "3601", 3600000 },
    { "1000000000", 3600000 },
    { "99999999999999999999999999", 3600000 },
    { "-99999999999999999999999999", 0 },
    { "Sun, 06 Nov 1994 08:50:37 GMT", 60000 },
    { "Sunday, 06-Nov-94 08:50:37 GMT", 60000 },
    { "Sun Nov  6 08:50:37 1994", 60000 },
    { "Sun, 06 Nov 1994 08:49:36 GMT", 0 },
    { "Tue, 31 Dec 2199 23:59:59 GMT", 3600000 },
    { "Mon, 01 Jan 1900 00:00:00 GMT", 0 },
    { NULL, -1 },
    { "", -1 },
    { "-", -1 },
    { "soon", -1 },
    { "1e9", -1 },
    { "0x10", -1 },
    { "12 s", -1 },
    { "1.5.5", -1 },
    { "Sun, 31 Feb 1994 08:49:37 GMT", -1 },
    { "Sun, 06 Nov 1994 08:49:37", -1 },
    { "Sun, 06 Nov 1994 08:49:37 GMT+1", -1 },
    { "Sun, 06 Nov 1994 25:49:37 GMT", -1 },
    { "Sun, 06 Nov 99999999999 08:49:37 GMT", -1 },
    { "Sun, -6 Nov 1994 08:49:37 GMT", -1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text != NULL ? cases[i].text : "NULL");
      g_assert_cmpint (diapason_date_parse_retry_after (cases[i].text, now_ms), ==,
                       cases[i].wait_ms);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dates/read", test_read);
  g_test_add_func ("/dates/refused", test_refused);
  g_test_add_func ("/dates/sentence-is-bounded", test_sentence_is_bounded);
  g_test_add_func ("/dates/zones", test_zones);
  g_test_add_func ("/dates/hours-of-the-change", test_hours_of_the_change);
  g_test_add_func ("/dates/round-trip", test_round_trip);
  g_test_add_func ("/dates/format-as", test_format_as);
  g_test_add_func ("/dates/retry-after", test_retry_after);
  return g_test_run ();
}
