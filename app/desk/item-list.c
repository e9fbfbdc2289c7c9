/* item-list.c: see item-list.h. What stays in the same order keeps its place, as much of it as can:
 * a row that has the focus is touched by nothing but its own change. */
#include "item-list.h"

#define NOWHERE G_MAXUINT

static gint64
id_at (GListModel *list, guint position)
{
  g_autoptr (DiapasonRowItem) item = g_list_model_get_item (list, position);

  return diapason_row_item_get_id (item);
}

gboolean
diapason_item_list_has (GListModel *list, gint64 id)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    if (id_at (list, i) == id)
      return TRUE;
  return FALSE;
}

/* Where each item of @list will be. Returns: (transfer full), one for each. */
static guint *
find_places (GListModel *list, GArray *listed)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n = g_list_model_get_n_items (list);
  guint *found = g_new (guint, n + 1);

  for (guint i = 0; i < listed->len; i++)
    g_hash_table_insert (places, &g_array_index (listed, DiapasonListed, i).id,
                         GUINT_TO_POINTER (i));
  for (guint i = 0; i < n; i++)
    {
      gint64 id = id_at (list, i);
      gpointer place;

      found[i] = g_hash_table_lookup_extended (places, &id, NULL, &place) ? GPOINTER_TO_UINT (place)
                                                                          : NOWHERE;
    }
  return found;
}

/* The items as they will be, with their records. Returns: (transfer full). */
static GPtrArray *
make_items (GListModel *list, const guint *places, GArray *listed, GDestroyNotify unref)
{
  GPtrArray *items = g_ptr_array_new_full (listed->len, g_object_unref);

  g_ptr_array_set_size (items, (int) listed->len);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    if (places[i] != NOWHERE)
      items->pdata[places[i]] = g_list_model_get_item (list, i);
  for (guint i = 0; i < listed->len; i++)
    {
      const DiapasonListed *one = &g_array_index (listed, DiapasonListed, i);

      if (items->pdata[i] == NULL)
        items->pdata[i] = diapason_row_item_new (one->id);
      diapason_row_item_take_record (items->pdata[i], one->record, unref);
    }
  return items;
}

/* How many of the @n rows that end in @ends end before @place. */
static guint
count_before (const guint *ends, guint n, const guint *places, guint place)
{
  guint low = 0;

  while (low < n)
    {
      guint middle = low + (n - low) / 2;

      if (places[ends[middle]] < place)
        low = middle + 1;
      else
        n = middle;
    }
  return low;
}

/* The places of the longest row of items that is in order already. Returns: (transfer full). */
static gboolean *
find_staying (const guint *places, guint n, guint n_places)
{
  g_autofree guint *ends = g_new (guint, n + 1); /* of each length the row that ends first */
  g_autofree guint *former = g_new (guint, n + 1);
  gboolean *stays = g_new0 (gboolean, n_places + 1);
  guint longest = 0;

  for (guint i = 0; i < n; i++)
    {
      guint length;

      if (places[i] == NOWHERE)
        continue;
      length = count_before (ends, longest, places, places[i]);
      former[i] = length > 0 ? ends[length - 1] : NOWHERE;
      ends[length] = i;
      longest = MAX (longest, length + 1);
    }
  for (guint i = longest > 0 ? ends[longest - 1] : NOWHERE; i != NOWHERE; i = former[i])
    stays[places[i]] = TRUE;
  return stays;
}

static void
remove_others (GListStore *list, const guint *places, const gboolean *stays)
{
  guint end = g_list_model_get_n_items (G_LIST_MODEL (list));

  while (end > 0)
    {
      guint from = end;

      while (from > 0 && (places[from - 1] == NOWHERE || !stays[places[from - 1]]))
        from--;
      if (from < end)
        g_list_store_splice (list, from, end - from, NULL, 0);
      end = from > 0 ? from - 1 : 0;
    }
}

static void
insert_others (GListStore *list, GPtrArray *items, const gboolean *stays)
{
  for (guint from = 0, to; from < items->len; from = to + 1)
    {
      to = from;
      while (to < items->len && !stays[to])
        to++;
      if (to > from)
        g_list_store_splice (list, from, 0, items->pdata + from, to - from);
    }
}

void
diapason_item_list_set (GListStore *list, GArray *listed, GDestroyNotify unref)
{
  GListModel *model = G_LIST_MODEL (list);
  g_autofree guint *places = find_places (model, listed);
  g_autofree gboolean *stays = find_staying (places, g_list_model_get_n_items (model), listed->len);
  g_autoptr (GPtrArray) items = make_items (model, places, listed, unref);

  remove_others (list, places, stays);
  insert_others (list, items, stays);
}
