/* test-range-list.c: neighbouring rows of a list: what is told of them fits what they are. */
#include "range-list.h"
#include "told.h"

#define ROUNDS 20000

typedef struct
{
  GListStore *store; /* (owned) of GObject */
  DiapasonRangeList *range;
  Told told;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer n)
{
  fixture->store = g_list_store_new (G_TYPE_OBJECT);
  told_splice (fixture->store, 0, 0, GPOINTER_TO_UINT (n));
  fixture->range = diapason_range_list_new (G_LIST_MODEL (fixture->store));
  told_init (&fixture->told, G_LIST_MODEL (fixture->range));
}

static void
tear_down (Fixture *fixture, gconstpointer n)
{
  g_assert_finalize_object (fixture->range);
  g_assert_finalize_object (fixture->store);
  told_clear (&fixture->told);
}

/* Rows of the store, from @first on, are what it has, and what was told. */
static void
assert_rows (Fixture *fixture, guint first, guint n)
{
  GListModel *range = G_LIST_MODEL (fixture->range);

  g_assert_cmpuint (g_list_model_get_n_items (range), ==, n);
  g_assert_cmpuint (fixture->told.rows->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) ours = g_list_model_get_item (range, i);
      g_autoptr (GObject) its = g_list_model_get_item (G_LIST_MODEL (fixture->store), first + i);

      g_assert_true (ours == its);
      g_assert_true (ours == g_ptr_array_index (fixture->told.rows, i));
    }
  g_assert_null (g_list_model_get_item (range, n));
}

static void
assert_told (Fixture *fixture, guint n)
{
  g_assert_cmpuint (fixture->told.n_gone + fixture->told.n_come, ==, n);
  told_forget (&fixture->told);
}

static void
test_grows_and_shrinks (Fixture *fixture, gconstpointer data)
{
  assert_rows (fixture, 0, 0);
  diapason_range_list_set (fixture->range, 0, 16);
  assert_rows (fixture, 0, 16);
  assert_told (fixture, 16);
  diapason_range_list_set (fixture->range, 0, 32);
  assert_rows (fixture, 0, 32);
  assert_told (fixture, 16);
  diapason_range_list_set (fixture->range, 0, G_MAXUINT);
  assert_rows (fixture, 0, 100);
  assert_told (fixture, 68);
  diapason_range_list_set (fixture->range, 40, 20);
  assert_rows (fixture, 40, 20);
  g_assert_cmpuint (diapason_range_list_get_first (fixture->range), ==, 40);
  assert_told (fixture, 80);
  diapason_range_list_set (fixture->range, 95, 20);
  assert_rows (fixture, 95, 5);
  assert_told (fixture, 25);
  diapason_range_list_set (fixture->range, 200, 20);
  assert_rows (fixture, 100, 0);
}

/* What comes or goes elsewhere moves it and is not told. */
static void
test_keeps_its_rows (Fixture *fixture, gconstpointer data)
{
  diapason_range_list_set (fixture->range, 40, 20);
  told_forget (&fixture->told);
  told_splice (fixture->store, 0, 0, 5);
  assert_rows (fixture, 45, 20);
  told_splice (fixture->store, 30, 10, 0);
  assert_rows (fixture, 35, 20);
  told_splice (fixture->store, 55, 10, 3);
  assert_rows (fixture, 35, 20);
  assert_told (fixture, 0);
  told_splice (fixture->store, 36, 0, 1);
  assert_rows (fixture, 35, 21);
  assert_told (fixture, 1);
  told_splice (fixture->store, 30, 10, 2);
  assert_rows (fixture, 32, 16);
  assert_told (fixture, 5);
}

/* One of all of them has whatever comes, at either end. */
static void
test_all (Fixture *fixture, gconstpointer data)
{
  diapason_range_list_set (fixture->range, 0, G_MAXUINT);
  told_forget (&fixture->told);
  told_splice (fixture->store, 0, 0, 1);
  told_splice (fixture->store, 101, 0, 1);
  assert_rows (fixture, 0, 102);
  assert_told (fixture, 2);
  told_splice (fixture->store, 0, 102, 0);
  assert_rows (fixture, 0, 0);
  told_splice (fixture->store, 0, 0, 3);
  assert_rows (fixture, 0, 3);
}

/* As many as were wanted, as soon as there are. */
static void
test_awaits (Fixture *fixture, gconstpointer data)
{
  diapason_range_list_set (fixture->range, 0, 16);
  told_splice (fixture->store, 0, 0, 10);
  assert_rows (fixture, 0, 10);
  told_splice (fixture->store, 10, 0, 100);
  assert_rows (fixture, 0, 16);
  told_splice (fixture->store, 16, 0, 1);
  assert_rows (fixture, 0, 16);
  assert_told (fixture, 16);
}

/* Whatever happens, in any order. */
static void
test_any (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < ROUNDS; i++)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->store));
      guint position = (guint) g_rand_int_range (rand, 0, (gint32) n + 1);
      guint removed = (guint) g_rand_int_range (rand, 0, (gint32) MIN (n - position, 9) + 1);

      if (g_rand_boolean (rand))
        diapason_range_list_set (fixture->range, position, (guint) g_rand_int_range (rand, 0, 50));
      else
        told_splice (fixture->store, position, removed,
                     (guint) g_rand_int_range (rand, 0, n < 100 ? 9 : 3));
      assert_rows (fixture, diapason_range_list_get_first (fixture->range),
                   g_list_model_get_n_items (G_LIST_MODEL (fixture->range)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, n, func)                                                                         \
  g_test_add ("/lists/range-list/" name, Fixture, GUINT_TO_POINTER (n), set_up, func, tear_down)
  ADD ("grows-and-shrinks", 100, test_grows_and_shrinks);
  ADD ("keeps-its-rows", 100, test_keeps_its_rows);
  ADD ("all", 100, test_all);
  ADD ("awaits", 0, test_awaits);
  ADD ("any", 20, test_any);
  return g_test_run ();
}
