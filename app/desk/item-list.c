/* item-list.c: see item-list.h. */
#include "item-list.h"

static gint64
id_at (GListModel *list, guint position)
{
  g_autoptr (DiapasonRowItem) item = g_list_model_get_item (list, position);

  return diapason_row_item_get_id (item);
}

/* From @position on; G_MAXUINT: nowhere. */
static guint
find (GListModel *list, gint64 id, guint position)
{
  for (; position < g_list_model_get_n_items (list); position++)
    if (id_at (list, position) == id)
      return position;
  return G_MAXUINT;
}

gboolean
diapason_item_list_has (GListModel *list, gint64 id)
{
  return find (list, id, 0) != G_MAXUINT;
}

static gboolean
is_listed (GArray *listed, gint64 id)
{
  for (guint i = 0; i < listed->len; i++)
    if (g_array_index (listed, DiapasonListed, i).id == id)
      return TRUE;
  return FALSE;
}

static void
place (GListStore *list, guint position, const DiapasonListed *listed, GDestroyNotify unref)
{
  guint former = find (G_LIST_MODEL (list), listed->id, position);
  g_autoptr (DiapasonRowItem) item = NULL;

  if (former != G_MAXUINT)
    item = g_list_model_get_item (G_LIST_MODEL (list), former);
  else
    item = diapason_row_item_new (listed->id);
  diapason_row_item_take_record (item, listed->record, unref);
  if (former == position)
    return;
  if (former != G_MAXUINT)
    g_list_store_remove (list, former);
  g_list_store_insert (list, position, item);
}

void
diapason_item_list_set (GListStore *list, GArray *listed, GDestroyNotify unref)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (list)); i-- > 0;)
    if (!is_listed (listed, id_at (G_LIST_MODEL (list), i)))
      g_list_store_remove (list, i);
  for (guint i = 0; i < listed->len; i++)
    place (list, i, &g_array_index (listed, DiapasonListed, i), unref);
}
