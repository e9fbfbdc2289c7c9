/* Change sets: how changes of one row fold, and that sets merged in any pieces are one set. */
#include "change-set.h"

#define NOTHING (-1)
#define ADDED   DIAPASON_CHANGE_ADDED
#define CHANGED DIAPASON_CHANGE_CHANGED
#define REMOVED DIAPASON_CHANGE_REMOVED

static int
change_of (DiapasonChangeSet *set, guint kind, gint64 id)
{
  for (DiapasonChange change = ADDED; change <= REMOVED; change++)
    {
      g_autoptr (GArray) ids = diapason_change_set_ids (set, kind, change);
      for (guint i = 0; i < ids->len; i++)
        if (g_array_index (ids, gint64, i) == id)
          return change;
    }
  return NOTHING;
}

static void
test_folding (void)
{
  static const struct
  {
    DiapasonChange first, second;
    int together;
  } cases[] = {
    { ADDED, ADDED, ADDED },     { ADDED, CHANGED, ADDED },     { ADDED, REMOVED, NOTHING },
    { CHANGED, ADDED, CHANGED }, { CHANGED, CHANGED, CHANGED }, { CHANGED, REMOVED, REMOVED },
    { REMOVED, ADDED, CHANGED }, { REMOVED, CHANGED, CHANGED }, { REMOVED, REMOVED, REMOVED },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DiapasonChangeSet) set = diapason_change_set_new ();
      diapason_change_set_note (set, 3, cases[i].first, 42);
      diapason_change_set_note (set, 3, cases[i].second, 42);
      g_assert_cmpint (change_of (set, 3, 42), ==, cases[i].together);
      g_assert_cmpint (diapason_change_set_has_kind (set, 3), ==, cases[i].together != NOTHING);
      g_assert_cmpint (diapason_change_set_is_empty (set), ==, cases[i].together == NOTHING);
      g_assert_cmpint (diapason_change_set_touches (set, 3, 42), ==, cases[i].together != NOTHING);
      g_assert_false (diapason_change_set_touches (set, 3, 43));
      g_assert_false (diapason_change_set_has_kind (set, 2));
    }
}

static void
test_ids_ascend (void)
{
  g_autoptr (DiapasonChangeSet) set = diapason_change_set_new ();
  static const gint64 noted[] = { 5, G_MAXINT64, 1, G_MININT64, (gint64) 1 << 33 };
  static const gint64 sorted[] = { G_MININT64, 1, 5, (gint64) 1 << 33, G_MAXINT64 };

  for (guint i = 0; i < G_N_ELEMENTS (noted); i++)
    diapason_change_set_note (set, 0, DIAPASON_CHANGE_CHANGED, noted[i]);
  g_autoptr (GArray) ids = diapason_change_set_ids (set, 0, DIAPASON_CHANGE_CHANGED);
  g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), sorted, sizeof sorted);
}

static void
test_limit (void)
{
  g_autoptr (DiapasonChangeSet) set = diapason_change_set_new ();
  g_autoptr (DiapasonChangeSet) later = diapason_change_set_new ();

  for (gint64 id = 0; id < DIAPASON_CHANGE_SET_LIMIT; id++)
    diapason_change_set_note (set, 63, DIAPASON_CHANGE_ADDED, id);
  diapason_change_set_note (set, 63, DIAPASON_CHANGE_CHANGED, 7);
  g_assert_false (diapason_change_set_is_whole_kind (set, 63));
  diapason_change_set_note (later, 63, DIAPASON_CHANGE_ADDED, -1);
  diapason_change_set_merge (set, later);
  g_assert_true (diapason_change_set_is_empty (later));
  g_assert_true (diapason_change_set_is_whole_kind (set, 63));
  g_assert_true (diapason_change_set_has_kind (set, 63));
  g_assert_true (diapason_change_set_touches (set, 63, 123456));
  g_autoptr (GArray) ids = diapason_change_set_ids (set, 63, DIAPASON_CHANGE_ADDED);
  g_assert_cmpuint (ids->len, ==, 0);

  diapason_change_set_merge (later, set);
  g_assert_true (diapason_change_set_is_whole_kind (later, 63));
  g_assert_true (diapason_change_set_is_empty (set));
}

#define ROWS 20

/* A table of rows, edited at random; the set must tell what differs between its start and its end.
 */
static void
test_random_edits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  for (int round = 0; round < 500; round++)
    {
      gboolean before[ROWS], now[ROWS], edited[ROWS] = { 0 };
      g_autoptr (DiapasonChangeSet) all = diapason_change_set_new ();
      g_autoptr (DiapasonChangeSet) part = diapason_change_set_new ();

      for (int i = 0; i < ROWS; i++)
        before[i] = now[i] = g_rand_boolean (rand);
      for (int step = 0; step < 60; step++)
        {
          int row = g_rand_int_range (rand, 0, ROWS);
          gboolean goes_or_comes = g_rand_boolean (rand);
          if (!now[row] && !goes_or_comes)
            continue;
          diapason_change_set_note (part, 1,
                                    !goes_or_comes ? CHANGED
                                    : now[row]     ? REMOVED
                                                   : ADDED,
                                    row);
          edited[row] = edited[row] || before[row];
          now[row] ^= goes_or_comes;
          if (g_rand_int_range (rand, 0, 5) == 0)
            diapason_change_set_merge (all, part);
        }
      diapason_change_set_merge (all, part);
      for (int i = 0; i < ROWS; i++)
        {
          int expected = now[i] && !before[i]   ? ADDED
                         : !now[i] && before[i] ? REMOVED
                         : now[i] && edited[i]  ? CHANGED
                                                : NOTHING;
          g_assert_cmpint (change_of (all, 1, i), ==, expected);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change-set/folding", test_folding);
  g_test_add_func ("/change-set/ids-ascend", test_ids_ascend);
  g_test_add_func ("/change-set/limit", test_limit);
  g_test_add_func ("/change-set/random-edits", test_random_edits);
  return g_test_run ();
}
