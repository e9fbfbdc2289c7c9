/* range-list.c: see range-list.h. */
#include "range-list.h"

struct _DiapasonRangeList
{
  GObject parent_instance;

  GListModel *list; /* (owned) */
  gulong changed_id;
  guint first;
  guint end;    /* the position behind the last */
  guint wanted; /* so many rows, if there were as many */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DiapasonRangeList,
                               diapason_range_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* GListModel */

static GType
range_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (DIAPASON_RANGE_LIST (model)->list);
}

static guint
range_get_n_items (GListModel *model)
{
  DiapasonRangeList *self = DIAPASON_RANGE_LIST (model);

  return self->end - self->first;
}

static gpointer
range_get_item (GListModel *model, guint position)
{
  DiapasonRangeList *self = DIAPASON_RANGE_LIST (model);

  if (position >= self->end - self->first)
    return NULL;
  return g_list_model_get_item (self->list, self->first + position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = range_get_item_type;
  iface->get_n_items = range_get_n_items;
  iface->get_item = range_get_item;
}

/* What changes below it */

/* How many of the positions from @a up to @a_end are among those from @b up to @b_end. */
static guint
overlap (guint a, guint a_end, guint b, guint b_end)
{
  guint begin = MAX (a, b), end = MIN (a_end, b_end);

  return end > begin ? end - begin : 0;
}

static void
list_changed_cb (DiapasonRangeList *self, guint position, guint removed, guint added)
{
  guint last = position + removed;
  guint gone_before = overlap (position, last, 0, self->first);
  guint gone = overlap (position, last, self->first, self->end);
  guint n = self->end - self->first - gone;
  guint come = 0, at = 0;

  if (position < self->first)
    self->first = self->first - gone_before + added;
  else if (position <= self->end)
    {
      at = position - self->first;
      come = position < self->end ? added : MIN (added, self->wanted - MIN (self->wanted, n));
    }
  self->end = self->first + n + come;
  if (gone > 0 || come > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), at, gone, come);
}

/* GObject */

static void
diapason_range_list_dispose (GObject *object)
{
  DiapasonRangeList *self = DIAPASON_RANGE_LIST (object);

  if (self->list != NULL)
    g_clear_signal_handler (&self->changed_id, self->list);
  G_OBJECT_CLASS (diapason_range_list_parent_class)->dispose (object);
}

static void
diapason_range_list_finalize (GObject *object)
{
  g_object_unref (DIAPASON_RANGE_LIST (object)->list);
  G_OBJECT_CLASS (diapason_range_list_parent_class)->finalize (object);
}

static void
diapason_range_list_init (DiapasonRangeList *self)
{
}

static void
diapason_range_list_class_init (DiapasonRangeListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = diapason_range_list_dispose;
  object_class->finalize = diapason_range_list_finalize;
}

DiapasonRangeList *
diapason_range_list_new (GListModel *list)
{
  DiapasonRangeList *self = g_object_new (DIAPASON_TYPE_RANGE_LIST, NULL);

  self->list = g_object_ref (list);
  self->changed_id =
      g_signal_connect_swapped (list, "items-changed", G_CALLBACK (list_changed_cb), self);
  return self;
}

GListModel *
diapason_range_list_get_list (DiapasonRangeList *range)
{
  return range->list;
}

guint
diapason_range_list_get_first (DiapasonRangeList *range)
{
  return range->first;
}

static void
set_first (DiapasonRangeList *self, guint first)
{
  guint former = self->first;

  self->first = first;
  if (first != former)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, first > former ? first - former : 0,
                                first < former ? former - first : 0);
}

static void
set_end (DiapasonRangeList *self, guint end)
{
  guint former = self->end;

  self->end = end;
  if (end != former)
    g_list_model_items_changed (G_LIST_MODEL (self), MIN (end, former) - self->first,
                                end < former ? former - end : 0, end > former ? end - former : 0);
}

void
diapason_range_list_set (DiapasonRangeList *range, guint first, guint n)
{
  guint n_all = g_list_model_get_n_items (range->list);
  guint end;

  first = MIN (first, n_all);
  end = first + MIN (n, n_all - first);
  range->wanted = n;
  set_end (range, CLAMP (end, range->first, range->end));
  set_first (range, CLAMP (first, range->first, range->end));
  if (range->first == range->end)
    range->first = range->end = first;
  set_first (range, first);
  set_end (range, end);
}
