/* test-backoff.c: waiting grows, has a ceiling, obeys the server, and spreads a herd. */
#include "backoff.h"

#define MOST 0.999999

static void
test_grows (void)
{
  g_assert_cmpint (diapason_backoff_delay (1, -1, 0.0), ==, 0);
  g_assert_cmpint (diapason_backoff_delay (1, -1, 0.5), ==, 500);
  g_assert_cmpint (diapason_backoff_delay (4, -1, 0.5), ==, 4000);
  g_assert_cmpint (diapason_backoff_delay (9, -1, 0.5), ==, 128000);
  g_assert_cmpint (diapason_backoff_delay (10, -1, 0.5), ==, DIAPASON_BACKOFF_MOST_MS / 2);
  g_assert_cmpint (diapason_backoff_delay (G_MAXUINT, -1, MOST), <=, DIAPASON_BACKOFF_MOST_MS);
  g_assert_cmpint (diapason_backoff_delay (G_MAXUINT, -1, 0.5), ==, DIAPASON_BACKOFF_MOST_MS / 2);
}

static void
test_obeys_the_server (void)
{
  for (double random = 0.0; random < 1.0; random += 0.05)
    {
      gint64 delay = diapason_backoff_delay (1, 60000, random);

      g_assert_cmpint (delay, >=, 60000);
      g_assert_cmpint (delay, <, 66000);
    }

  /* The server's word is a least, ours may be more. */
  g_assert_cmpint (diapason_backoff_delay (9, 1000, 0.5), ==, 128000);
  g_assert_cmpint (diapason_backoff_delay (1, 0, 0.5), ==, 500);
}

/* 200 clients that were sent away together come back spread out. */
static void
check_herd (guint failures, gint64 retry_after_ms)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (7);
  guint seconds[400] = { 0 };
  gint64 first = G_MAXINT64;
  gint64 last = 0;

  for (guint i = 0; i < 200; i++)
    {
      gint64 delay = diapason_backoff_delay (failures, retry_after_ms, g_rand_double (dice));

      seconds[delay / 1000]++;
      first = MIN (first, delay / 1000);
      last = MAX (last, delay / 1000);
    }

  for (guint i = 0; i < G_N_ELEMENTS (seconds); i++)
    g_assert_cmpint (seconds[i], <=, 3 * 200 / (last - first + 1));
}

static void
test_spreads_a_herd (void)
{
  check_herd (6, -1);
  check_herd (1, 60 * 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/backoff/grows", test_grows);
  g_test_add_func ("/net/backoff/obeys-the-server", test_obeys_the_server);
  g_test_add_func ("/net/backoff/spreads-a-herd", test_spreads_a_herd);
  return g_test_run ();
}
