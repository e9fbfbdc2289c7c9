/* paced-list.c: see paced-list.h. */
#include "paced-list.h"

struct _DiapasonPacedList
{
  GObject parent_instance;

  GListModel *list; /* (owned) */
  guint most;
  GPtrArray *rows;   /* (owned) what it has now */
  GPtrArray *wanted; /* (owned) what it is to have */
  gboolean is_stale; /* that changed */
  guint step_id;     /* source of the next step; 0: it has what it is to have */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DiapasonPacedList,
                               diapason_paced_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* GListModel */

static GType
paced_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (DIAPASON_PACED_LIST (model)->list);
}

static guint
paced_get_n_items (GListModel *model)
{
  return DIAPASON_PACED_LIST (model)->rows->len;
}

static gpointer
paced_get_item (GListModel *model, guint position)
{
  GPtrArray *rows = DIAPASON_PACED_LIST (model)->rows;

  return position < rows->len ? g_object_ref (rows->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = paced_get_item_type;
  iface->get_n_items = paced_get_n_items;
  iface->get_item = paced_get_item;
}

/* Steps */

/* What stays among them is not let go in between. */
static void
look (DiapasonPacedList *self)
{
  guint n = MIN (self->most, g_list_model_get_n_items (self->list));
  GPtrArray *wanted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (wanted, g_list_model_get_item (self->list, i));
  g_ptr_array_unref (self->wanted);
  self->wanted = wanted;
  self->is_stale = FALSE;
}

/* Puts @n_added of what is wanted there in the place of @n_removed rows. */
static void
splice (DiapasonPacedList *self, guint position, guint n_removed, guint n_added)
{
  if (n_removed > 0)
    g_ptr_array_remove_range (self->rows, position, n_removed);
  for (guint i = position; i < position + n_added; i++)
    g_ptr_array_insert (self->rows, (gint) i, g_object_ref (self->wanted->pdata[i]));
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

/* How many rows of @rows from @from on, a step at most, are none of @others. */
static guint
count_alone (GPtrArray *rows, guint from, GPtrArray *others)
{
  guint n = 0;

  while (n < DIAPASON_PACED_STEP && from + n < rows->len &&
         !g_ptr_array_find (others, rows->pdata[from + n], NULL))
    n++;
  return n;
}

static guint
count_alike (DiapasonPacedList *self)
{
  guint n = 0;

  while (n < self->rows->len && n < self->wanted->len &&
         self->rows->pdata[n] == self->wanted->pdata[n])
    n++;
  return n;
}

/* Where a row is to go before others that are there, it goes first and comes with a later step. */
static gboolean
step_cb (gpointer user_data)
{
  DiapasonPacedList *self = user_data;
  guint first, gone, come, from;

  if (self->is_stale)
    look (self);
  first = count_alike (self);
  gone = count_alone (self->rows, first, self->wanted);
  come = count_alone (self->wanted, first, self->rows);
  if (gone > 0 || come > 0)
    splice (self, first, gone, come);
  else if (first < self->wanted->len &&
           g_ptr_array_find (self->rows, self->wanted->pdata[first], &from))
    splice (self, from, 1, 0);
  else
    {
      self->step_id = 0;
      return G_SOURCE_REMOVE;
    }
  return G_SOURCE_CONTINUE;
}

static void
list_changed_cb (DiapasonPacedList *self)
{
  self->is_stale = TRUE;
  if (self->rows->len == 0)
    {
      look (self);
      if (self->wanted->len > 0)
        splice (self, 0, 0, self->wanted->len);
    }
  else if (self->step_id == 0)
    self->step_id = g_idle_add (step_cb, self);
}

/* GObject */

static void
diapason_paced_list_dispose (GObject *object)
{
  DiapasonPacedList *self = DIAPASON_PACED_LIST (object);

  g_clear_handle_id (&self->step_id, g_source_remove);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  G_OBJECT_CLASS (diapason_paced_list_parent_class)->dispose (object);
}

static void
diapason_paced_list_finalize (GObject *object)
{
  DiapasonPacedList *self = DIAPASON_PACED_LIST (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->wanted);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (diapason_paced_list_parent_class)->finalize (object);
}

static void
diapason_paced_list_init (DiapasonPacedList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->wanted = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
diapason_paced_list_class_init (DiapasonPacedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = diapason_paced_list_dispose;
  object_class->finalize = diapason_paced_list_finalize;
}

DiapasonPacedList *
diapason_paced_list_new (GListModel *list, guint most)
{
  DiapasonPacedList *self = g_object_new (DIAPASON_TYPE_PACED_LIST, NULL);

  self->list = g_object_ref (list);
  self->most = most;
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (list_changed_cb), self);
  list_changed_cb (self);
  return self;
}

guint
diapason_paced_list_get_most (DiapasonPacedList *paced)
{
  return paced->most;
}

void
diapason_paced_list_set_most (DiapasonPacedList *paced, guint most)
{
  paced->most = most;
  list_changed_cb (paced);
}
