/* test-desk-ranking.c: a vector that is changed here and there has the first few of what a plain
 * sort of all has. */
#include "ranking.h"

#define MOST_IDS 400

/* What it should know: by id, -1 points for what is not there. */
typedef struct
{
  gint64 at;
  int points;
  gint64 changes_at;
} Known;

typedef struct
{
  Known known[MOST_IDS];
} Shadow;

static int
compare_known (gconstpointer a, gconstpointer b, gpointer data)
{
  const Known *known = ((Shadow *) data)->known;
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  if (known[x].points != known[y].points)
    return known[y].points - known[x].points;
  if (known[x].at != known[y].at)
    return known[x].at < known[y].at ? 1 : -1;
  return x < y ? -1 : 1;
}

static GArray *
sort_all (Shadow *shadow)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = 0; id < MOST_IDS; id++)
    if (shadow->known[id].points >= 0)
      g_array_append_val (ids, id);
  g_array_sort_with_data (ids, compare_known, shadow);
  return ids;
}

static void
assert_top (DiapasonRanking *ranking, GArray *sorted, guint most)
{
  g_autoptr (GArray) top = diapason_ranking_top (ranking, most);

  g_assert_cmpuint (top->len, ==, MIN (most, sorted->len));
  for (guint i = 0; i < top->len; i++)
    g_assert_cmpint (g_array_index (top, gint64, i), ==, g_array_index (sorted, gint64, i));
}

static void
assert_due (DiapasonRanking *ranking, Shadow *shadow, gint64 now)
{
  g_autoptr (GArray) due = diapason_ranking_due (ranking, now);
  gint64 next = 0;
  guint found = 0;

  for (gint64 id = 0; id < MOST_IDS; id++)
    {
      const Known *known = &shadow->known[id];

      if (known->points < 0 || known->changes_at == 0)
        continue;
      next = next == 0 ? known->changes_at : MIN (next, known->changes_at);
      if (known->changes_at > now)
        continue;
      g_assert_cmpuint (found, <, due->len);
      g_assert_cmpint (g_array_index (due, gint64, found++), ==, id);
    }
  g_assert_cmpuint (found, ==, due->len);
  g_assert_cmpint (diapason_ranking_next_change (ranking), ==, next);
}

static void
change_at_random (DiapasonRanking *ranking, Shadow *shadow)
{
  gint64 id = g_test_rand_int_range (0, MOST_IDS);
  Known *known = &shadow->known[id];

  if (g_test_rand_int_range (0, 4) == 0)
    {
      known->points = -1;
      diapason_ranking_remove (ranking, id);
      return;
    }
  *known = (Known){ g_test_rand_int_range (0, 5), g_test_rand_int_range (0, 7),
                    G_GINT64_CONSTANT (1000) * g_test_rand_int_range (0, 50) };
  diapason_ranking_set (ranking, id, known->at, known->points, known->changes_at);
}

static void
test_random (void)
{
  g_autoptr (DiapasonRanking) ranking = diapason_ranking_new ();
  Shadow shadow;

  for (guint i = 0; i < MOST_IDS; i++)
    shadow.known[i].points = -1;
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GArray) sorted = NULL;

      for (guint i = 0; i < 9; i++)
        change_at_random (ranking, &shadow);
      sorted = sort_all (&shadow);
      g_assert_cmpuint (diapason_ranking_get_size (ranking), ==, sorted->len);
      assert_top (ranking, sorted, (guint) g_test_rand_int_range (0, 40));
      assert_top (ranking, sorted, MOST_IDS);
      assert_due (ranking, &shadow, G_GINT64_CONSTANT (1000) * g_test_rand_int_range (0, 50));
    }
}

/* To the second after it: never before it is so. */
static void
test_seconds (void)
{
  g_autoptr (DiapasonRanking) ranking = diapason_ranking_new ();
  g_autoptr (GArray) early = NULL;
  g_autoptr (GArray) late = NULL;

  diapason_ranking_set (ranking, 1, 0, 5, G_GINT64_CONSTANT (1767225600001));
  diapason_ranking_set (ranking, 2, 0, 5, G_MAXINT64);
  g_assert_cmpint (diapason_ranking_next_change (ranking), ==, G_GINT64_CONSTANT (1767225601000));
  early = diapason_ranking_due (ranking, G_GINT64_CONSTANT (1767225600999));
  late = diapason_ranking_due (ranking, G_GINT64_CONSTANT (1767225601000));
  g_assert_cmpuint (early->len, ==, 0);
  g_assert_cmpuint (late->len, ==, 1);
  diapason_ranking_clear (ranking);
  g_assert_cmpuint (diapason_ranking_get_size (ranking), ==, 0);
  g_assert_cmpint (diapason_ranking_next_change (ranking), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/ranking/random", test_random);
  g_test_add_func ("/desk/ranking/seconds", test_seconds);
  return g_test_run ();
}
