/* told.c: see told.h. */
#include "told.h"

static void
assert_alike (Told *told)
{
  g_assert_cmpuint (told->rows->len, ==, g_list_model_get_n_items (told->list));
  for (guint i = 0; i < told->rows->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (told->list, i);

      g_assert_true (item == told->rows->pdata[i]);
    }
}

static void
changed_cb (Told *told, guint position, guint removed, guint added)
{
  told->n_gone += removed;
  told->n_come += added;
  told->most = MAX (told->most, MAX (removed, added));
  if (removed > 0)
    g_ptr_array_remove_range (told->rows, position, removed);
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (told->list, i);

      g_assert_nonnull (item);
      g_ptr_array_insert (told->rows, (gint) i, item);
    }
  assert_alike (told);
}

void
told_init (Told *told, GListModel *list)
{
  *told = (Told){ .list = list, .rows = g_ptr_array_new () };
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (changed_cb), told);
}

void
told_clear (Told *told)
{
  g_ptr_array_unref (told->rows);
}

void
told_forget (Told *told)
{
  told->n_gone = told->n_come = told->most = 0;
}

void
told_splice (GListStore *store, guint position, guint removed, guint added)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < added; i++)
    g_ptr_array_add (items, g_object_new (G_TYPE_OBJECT, NULL));
  g_list_store_splice (store, position, removed, items->pdata, added);
}
