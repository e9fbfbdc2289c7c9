/* test-paced-list.c: the first rows of a list, a few at a time: what is told of them fits what they
 * are, and they come to be those of the list. */
#include "paced-list.h"
#include "told.h"

#define MOST   10
#define ROUNDS 2000

typedef struct
{
  GListStore *store; /* (owned) of GObject */
  DiapasonPacedList *paced;
  Told told;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer n)
{
  fixture->store = g_list_store_new (G_TYPE_OBJECT);
  fixture->paced = diapason_paced_list_new (G_LIST_MODEL (fixture->store), MOST);
  told_init (&fixture->told, G_LIST_MODEL (fixture->paced));
  told_splice (fixture->store, 0, 0, GPOINTER_TO_UINT (n));
  told_forget (&fixture->told);
}

static void
tear_down (Fixture *fixture, gconstpointer n)
{
  g_assert_finalize_object (fixture->paced);
  g_assert_finalize_object (fixture->store);
  told_clear (&fixture->told);
}

/* Returns: in how many turns. */
static guint
settle (Fixture *fixture)
{
  guint most = diapason_paced_list_get_most (fixture->paced), n = 0;

  while (g_main_context_iteration (NULL, FALSE))
    n++;
  g_assert_cmpuint (fixture->told.rows->len, ==,
                    MIN (most, g_list_model_get_n_items (G_LIST_MODEL (fixture->store))));
  for (guint i = 0; i < fixture->told.rows->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->store), i);

      g_assert_true (item == fixture->told.rows->pdata[i]);
    }
  return n;
}

static void
test_first_at_once (Fixture *fixture, gconstpointer n)
{
  g_assert_cmpuint (fixture->told.rows->len, ==, MOST);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->paced), MOST));
  g_assert_cmpuint (settle (fixture), ==, 0);
  told_splice (fixture->store, 0, 30, 0);
  settle (fixture);
  told_splice (fixture->store, 0, 0, 4);
  g_assert_cmpuint (fixture->told.rows->len, ==, 4);
}

/* All others: the rows in place of which they come are there until they do. */
static void
test_a_few_at_a_time (Fixture *fixture, gconstpointer n)
{
  told_splice (fixture->store, 0, 30, 30);
  g_assert_cmpuint (fixture->told.most, ==, 0);
  g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (fixture->told.rows->len, ==, MOST);
  g_assert_cmpuint (settle (fixture), >=, MOST / DIAPASON_PACED_STEP - 1);
  g_assert_cmpuint (fixture->told.most, ==, DIAPASON_PACED_STEP);
  g_assert_cmpuint (fixture->told.n_come, ==, MOST);
}

/* What is there is not told anew. */
static void
test_stays (Fixture *fixture, gconstpointer n)
{
  told_splice (fixture->store, 3, 0, 1);
  settle (fixture);
  g_assert_cmpuint (fixture->told.n_come, ==, 1);
  told_splice (fixture->store, 20, 5, 7);
  settle (fixture);
  g_assert_cmpuint (fixture->told.n_come, ==, 1);
}

static void
test_more (Fixture *fixture, gconstpointer n)
{
  diapason_paced_list_set_most (fixture->paced, 2 * MOST);
  settle (fixture);
  g_assert_cmpuint (fixture->told.n_come, ==, MOST);
  diapason_paced_list_set_most (fixture->paced, MOST);
  settle (fixture);
  g_assert_cmpuint (fixture->told.n_come, ==, MOST);
}

static void
move (Fixture *fixture, guint from, guint to)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->store), from);

  g_list_store_remove (fixture->store, from);
  g_list_store_insert (fixture->store, to, item);
}

static void
test_any_change (Fixture *fixture, gconstpointer n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint round = 0; round < ROUNDS; round++)
    {
      guint n_items = g_list_model_get_n_items (G_LIST_MODEL (fixture->store));
      guint position = (guint) g_rand_int_range (random, 0, (gint32) n_items + 1);
      guint removed = (guint) g_rand_int_range (random, 0, (gint32) (n_items - position) + 1);

      told_splice (fixture->store, position, removed,
                   (guint) g_rand_int_range (random, 0, n_items < 40 ? 9 : 2));
      n_items = g_list_model_get_n_items (G_LIST_MODEL (fixture->store));
      if (n_items > 0)
        move (fixture, (guint) g_rand_int_range (random, 0, (gint32) n_items),
              (guint) g_rand_int_range (random, 0, (gint32) n_items));
      /* The next change may come in the middle. */
      if (g_rand_boolean (random))
        settle (fixture);
      else
        g_main_context_iteration (NULL, FALSE);
    }
  settle (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/lists/paced-list/" name, Fixture, GUINT_TO_POINTER (30), set_up, func, tear_down)
  ADD ("first-at-once", test_first_at_once);
  ADD ("a-few-at-a-time", test_a_few_at_a_time);
  ADD ("stays", test_stays);
  ADD ("more", test_more);
  ADD ("any-change", test_any_change);
  return g_test_run ();
}
