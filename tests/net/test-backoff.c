/* test-backoff.c: waiting grows, has a ceiling, obeys the server, and spreads a herd. */
#include "backoff.h"
#include "clock.h"
#include "matrix.h"

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

/* 200 clients on one clock, and a server that is away until @is_back_at. */
#define CLIENTS 200
#define POLL_MS (120 * 1000)

typedef struct
{
  DiapasonClock *clock;
  GRand *dice;
  GArray *asked; /* milliseconds, in order */
  gint64 is_back_at;
  gint64 retry_after_ms;
} Herd;

typedef struct
{
  Herd *herd;
  guint failures;
} Client;

static void
ask_cb (gpointer data)
{
  Client *client = data;
  Herd *herd = client->herd;
  gint64 now = diapason_clock_now (herd->clock);
  double random = g_rand_double (herd->dice);
  gint64 wait = (gint64) (POLL_MS * (0.9 + 0.2 * random));

  g_array_append_val (herd->asked, now);
  client->failures = now < herd->is_back_at ? client->failures + 1 : 0;
  if (client->failures > 0)
    wait = diapason_backoff_delay (client->failures, herd->retry_after_ms, random);
  diapason_clock_after (herd->clock, wait, ask_cb, client, NULL);
}

/* No second has more than three times its share of what was asked from @from to @until; where a
 * share would be few, several seconds are taken for one. */
static void
check_spread (Herd *herd, gint64 from, gint64 until)
{
  g_autofree guint *buckets = NULL;
  guint n = 0;

  for (guint i = 0; i < herd->asked->len; i++)
    n += g_array_index (herd->asked, gint64, i) >= from &&
         g_array_index (herd->asked, gint64, i) < until;
  g_assert_cmpuint (n, >=, CLIENTS);

  gint64 width = MAX (1000, 8 * (until - from) / n);
  buckets = g_new0 (guint, (until - from) / width + 1);
  for (guint i = 0; i < herd->asked->len; i++)
    {
      gint64 at = g_array_index (herd->asked, gint64, i);
      if (at >= from && at < until)
        g_assert_cmpint (++buckets[(at - from) / width], <=, 3 * n * width / (until - from));
    }
}

static void
run_herd (gint64 is_back_at, gint64 retry_after_ms, gint64 from, gint64 until)
{
  Client clients[CLIENTS];
  Herd herd = { .is_back_at = is_back_at, .retry_after_ms = retry_after_ms };

  herd.clock = diapason_clock_new_at (0);
  herd.dice = g_rand_new_with_seed (7);
  herd.asked = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < CLIENTS; i++)
    {
      clients[i] = (Client){ &herd, 0 };
      ask_cb (&clients[i]);
    }
  diapason_clock_advance (herd.clock, until);
  check_spread (&herd, from, until);
  g_array_unref (herd.asked);
  g_rand_free (herd.dice);
  g_assert_finalize_object (herd.clock);
}

/* They all ask in the same instant, and are sent away. */
static void
test_spreads_a_herd (void)
{
  /* Once, until a time that all are told. */
  run_herd (1, 60 * 1000, 60 * 1000, 66 * 1000);
  run_herd (1, 600 * 1000, 600 * 1000, 660 * 1000);
  /* For ten minutes: while it lasts, when the server is back, and in the hour after. */
  run_herd (600 * 1000, -1, 30 * 1000, 120 * 1000);
  run_herd (600 * 1000, -1, 300 * 1000, 600 * 1000);
  run_herd (600 * 1000, -1, 600 * 1000, 900 * 1000);
  run_herd (600 * 1000, -1, 900 * 1000, 4500 * 1000);
  run_herd (600 * 1000, 20 * 1000, 600 * 1000, 4500 * 1000);
  matrix_ran ("N2", 7 * CLIENTS, "clients that begin again together");
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
