/* test-desk-item-list.c: a list that is made of what was read: in order, with the items it had,
 * told in few steps. */
#include "item-list.h"

typedef struct
{
  GListStore *list;
  GPtrArray *shadow; /* as the signals tell it */
  guint n_told;
} Fixture;

static void
changed_cb (GListModel *list, guint position, guint removed, guint added, Fixture *fixture)
{
  fixture->n_told++;
  if (removed > 0)
    g_ptr_array_remove_range (fixture->shadow, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (fixture->shadow, (int) (position + i),
                        g_list_model_get_item (list, position + i));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->list = g_list_store_new (DIAPASON_TYPE_ROW_ITEM);
  fixture->shadow = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->n_told = 0;
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->shadow);
  g_assert_finalize_object (fixture->list);
}

/* Makes the list @ids, each with its id as a text for a record. */
static void
set (Fixture *fixture, GArray *ids)
{
  g_autoptr (GArray) listed = g_array_new (FALSE, FALSE, sizeof (DiapasonListed));
  g_autoptr (GHashTable) former = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree gint64 *keys = g_new (gint64, fixture->shadow->len + 1);

  for (guint i = 0; i < fixture->shadow->len; i++)
    {
      g_ptr_array_add (items, g_object_ref (fixture->shadow->pdata[i]));
      keys[i] = diapason_row_item_get_id (items->pdata[i]);
      g_hash_table_insert (former, &keys[i], items->pdata[i]);
    }
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      DiapasonListed one = { id, g_strdup_printf ("%" G_GINT64_FORMAT, id) };

      g_array_append_val (listed, one);
    }
  fixture->n_told = 0;
  diapason_item_list_set (fixture->list, listed, g_free);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, ids->len);
  g_assert_cmpuint (fixture->shadow->len, ==, ids->len);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (DiapasonRowItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);
      gpointer before = g_hash_table_lookup (former, &id);

      g_assert_true (item == fixture->shadow->pdata[i]);
      g_assert_cmpint (diapason_row_item_get_id (item), ==, id);
      g_assert_true (before == NULL || before == item);
      g_assert_cmpint (g_ascii_strtoll (diapason_row_item_get_record (item), NULL, 10), ==, id);
    }
}

static GArray *
ids_new (guint n)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = 1; id <= n; id++)
    g_array_append_val (ids, id);
  return ids;
}

static void
move (GArray *ids, guint from, guint to)
{
  gint64 id = g_array_index (ids, gint64, from);

  g_array_remove_index (ids, from);
  g_array_insert_val (ids, to, id);
}

/* One that goes, comes or moves is told as such, among thousands. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = ids_new (5000);
  const gint64 other = 9999;

  set (fixture, ids);
  g_assert_cmpuint (fixture->n_told, ==, 1);
  set (fixture, ids);
  g_assert_cmpuint (fixture->n_told, ==, 0);
  g_array_remove_index (ids, 2500);
  set (fixture, ids);
  g_assert_cmpuint (fixture->n_told, ==, 1);
  g_array_insert_val (ids, 17, other);
  set (fixture, ids);
  g_assert_cmpuint (fixture->n_told, ==, 1);
  move (ids, 4000, 3);
  set (fixture, ids);
  g_assert_cmpuint (fixture->n_told, ==, 2);
  g_assert_true (diapason_item_list_has (G_LIST_MODEL (fixture->list), other));
  g_assert_false (diapason_item_list_has (G_LIST_MODEL (fixture->list), 7777));
  g_array_set_size (ids, 0);
  set (fixture, ids);
  g_assert_cmpuint (fixture->n_told, ==, 1);
}

/* Whatever becomes of it. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260101);
  gint64 next = 0;
  g_autoptr (GArray) ids = ids_new (0);

  for (guint round = 0; round < 300; round++)
    {
      for (int edits = g_rand_int_range (rand, 0, 9); edits > 0; edits--)
        switch (ids->len > 1 ? g_rand_int_range (rand, 0, 3) : 0)
          {
          case 0:
            next++;
            g_array_insert_val (ids, g_rand_int_range (rand, 0, (int) ids->len + 1), next);
            break;
          case 1:
            g_array_remove_index (ids, (guint) g_rand_int_range (rand, 0, (int) ids->len));
            break;
          default:
            move (ids, (guint) g_rand_int_range (rand, 0, (int) ids->len),
                  (guint) g_rand_int_range (rand, 0, (int) ids->len - 1));
          }
      set (fixture, ids);
      g_assert_cmpuint (fixture->n_told, <=, 16);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/desk/item-list/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/desk/item-list/random", Fixture, NULL, set_up, test_random, tear_down);
  return g_test_run ();
}
