/* test-paced-list.c: the first rows of a list, a few at a time: what is told of them fits what they
 * are, and they come to be those of the list. */
#include "paced-list.h"

#define MOST   10
#define ROUNDS 2000

typedef struct
{
  GListStore *store; /* (owned) of GObject */
  DiapasonPacedList *paced;
  GPtrArray *shadow; /* (owned) what somebody has who has heard of each change; borrowed items */
  guint n_come;      /* rows that were told of as come */
  guint most_told;   /* rows that went, or came, with one change */
} Fixture;

static void
changed_cb (Fixture *fixture, guint position, guint removed, guint added)
{
  fixture->n_come += added;
  fixture->most_told = MAX (fixture->most_told, MAX (removed, added));
  if (removed > 0)
    g_ptr_array_remove_range (fixture->shadow, position, removed);
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->paced), i);

      g_assert_nonnull (item);
      g_ptr_array_insert (fixture->shadow, (gint) i, item);
    }
  g_assert_cmpuint (fixture->shadow->len, ==,
                    g_list_model_get_n_items (G_LIST_MODEL (fixture->paced)));
  for (guint i = 0; i < fixture->shadow->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->paced), i);

      g_assert_true (item == fixture->shadow->pdata[i]);
    }
}

static void
splice (Fixture *fixture, guint position, guint removed, guint added)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < added; i++)
    g_ptr_array_add (items, g_object_new (G_TYPE_OBJECT, NULL));
  g_list_store_splice (fixture->store, position, removed, items->pdata, added);
}

static void
set_up (Fixture *fixture, gconstpointer n)
{
  fixture->store = g_list_store_new (G_TYPE_OBJECT);
  fixture->shadow = g_ptr_array_new ();
  fixture->paced = diapason_paced_list_new (G_LIST_MODEL (fixture->store), MOST);
  g_signal_connect_swapped (fixture->paced, "items-changed", G_CALLBACK (changed_cb), fixture);
  splice (fixture, 0, 0, GPOINTER_TO_UINT (n));
  fixture->n_come = fixture->most_told = 0;
}

static void
tear_down (Fixture *fixture, gconstpointer n)
{
  g_assert_finalize_object (fixture->paced);
  g_assert_finalize_object (fixture->store);
  g_ptr_array_unref (fixture->shadow);
}

/* Returns: in how many turns. */
static guint
settle (Fixture *fixture)
{
  guint most = diapason_paced_list_get_most (fixture->paced), n = 0;

  while (g_main_context_iteration (NULL, FALSE))
    n++;
  g_assert_cmpuint (fixture->shadow->len, ==,
                    MIN (most, g_list_model_get_n_items (G_LIST_MODEL (fixture->store))));
  for (guint i = 0; i < fixture->shadow->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->store), i);

      g_assert_true (item == fixture->shadow->pdata[i]);
    }
  return n;
}

static void
test_first_at_once (Fixture *fixture, gconstpointer n)
{
  g_assert_cmpuint (fixture->shadow->len, ==, MOST);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->paced), MOST));
  g_assert_cmpuint (settle (fixture), ==, 0);
  splice (fixture, 0, 30, 0);
  settle (fixture);
  splice (fixture, 0, 0, 4);
  g_assert_cmpuint (fixture->shadow->len, ==, 4);
}

/* All others: the rows in place of which they come are there until they do. */
static void
test_a_few_at_a_time (Fixture *fixture, gconstpointer n)
{
  splice (fixture, 0, 30, 30);
  g_assert_cmpuint (fixture->most_told, ==, 0);
  g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (fixture->shadow->len, ==, MOST);
  g_assert_cmpuint (settle (fixture), >=, MOST / DIAPASON_PACED_STEP - 1);
  g_assert_cmpuint (fixture->most_told, ==, DIAPASON_PACED_STEP);
  g_assert_cmpuint (fixture->n_come, ==, MOST);
}

/* What is there is not told anew. */
static void
test_stays (Fixture *fixture, gconstpointer n)
{
  splice (fixture, 3, 0, 1);
  settle (fixture);
  g_assert_cmpuint (fixture->n_come, ==, 1);
  splice (fixture, 20, 5, 7);
  settle (fixture);
  g_assert_cmpuint (fixture->n_come, ==, 1);
}

static void
test_more (Fixture *fixture, gconstpointer n)
{
  diapason_paced_list_set_most (fixture->paced, 2 * MOST);
  settle (fixture);
  g_assert_cmpuint (fixture->n_come, ==, MOST);
  diapason_paced_list_set_most (fixture->paced, MOST);
  settle (fixture);
  g_assert_cmpuint (fixture->n_come, ==, MOST);
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

      splice (fixture, position, removed,
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
