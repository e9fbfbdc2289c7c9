/* windowed-list.c: see windowed-list.h. */
#include "windowed-list.h"

#include "id-diff.h"
#include "scope.h"

struct _DiapasonWindowedList
{
  GObject parent_instance;

  DiapasonRowSource *source; /* (owned) */
  DiapasonClock *clock;      /* (owned) */
  DiapasonScope *scope;      /* (owned) closed in dispose */
  GArray *ids;               /* (owned) gint64, in the order of the list */
  GHashTable *live;          /* (owned) id → Live, of items somebody holds */
  GArray *wanted;            /* (owned) gint64, ids whose rows are to be asked for, in that order */
  GPtrArray *ahead;          /* (owned) (element-type DiapasonRowItem) held before anybody asked */
  guint n_ahead;             /* how many of them are wanted */
  char *sentence;            /* (owned) (nullable) */
  guint ask_id;              /* idle source that asks for the wanted rows; 0: none */
  gboolean rows_under_way;   /* a batch of them */
  gboolean loading;          /* no ids came yet */
  guint rest_id;             /* of the clock, until ids may be asked for again; 0: they may */
  gboolean ids_under_way;
  gboolean ids_stale; /* the membership changed since they were asked for */
};

/* An item that somebody holds; the list itself holds it weakly. */
typedef struct
{
  DiapasonWindowedList *list; /* (weak) outlives it: unhooked in dispose */
  DiapasonRowItem *item;      /* (weak) */
  gint64 id;
  gboolean wanted; /* its row is to be asked for */
  gboolean failed; /* its row did not come: asked for again with the next change */
} Live;

/* One batch of rows on its way. */
typedef struct
{
  DiapasonWindowedList *list; /* (weak) cancelled before it goes */
  GArray *ids;                /* (owned) */
} Batch;

enum
{
  PROP_LOADING = 1,
  PROP_SENTENCE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void load_stale_ids (DiapasonWindowedList *self);
static void ask_soon (DiapasonWindowedList *self);

static void
batch_free (Batch *batch)
{
  g_array_unref (batch->ids);
  g_free (batch);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Batch, batch_free)

static void
set_sentence (DiapasonWindowedList *self, const char *sentence)
{
  if (g_strcmp0 (self->sentence, sentence) == 0)
    return;
  g_free (self->sentence);
  self->sentence = g_strdup (sentence);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SENTENCE]);
}

/* Rows */

static void
take_row (DiapasonWindowedList *self, gint64 id, GPtrArray *rows, guint i)
{
  Live *live = g_hash_table_lookup (self->live, &id);
  gpointer row = rows != NULL && i < rows->len ? g_ptr_array_index (rows, i) : NULL;

  if (live == NULL)
    return;
  live->failed = rows == NULL;
  if (row != NULL)
    diapason_row_item_take_record (live->item, diapason_row_source_ref_row (self->source, row),
                                   diapason_row_source_get_unref (self->source));
}

static void
rows_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Batch) batch = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (DiapasonWindowedList) self = NULL;

  rows = diapason_row_source_load_rows_finish (DIAPASON_ROW_SOURCE (object), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = g_object_ref (batch->list);
  set_sentence (self, error != NULL ? error->message : NULL);
  for (guint i = 0; i < batch->ids->len; i++)
    take_row (self, g_array_index (batch->ids, gint64, i), rows, i);
  self->rows_under_way = FALSE;
  ask_soon (self);
}

static void
ask_for_batch (DiapasonWindowedList *self, GArray *ids)
{
  Batch *batch = g_new0 (Batch, 1);

  self->rows_under_way = TRUE;
  batch->list = self;
  batch->ids = ids;
  diapason_row_source_load_rows_async (self->source, (const gint64 *) ids->data, ids->len,
                                       diapason_scope_get_cancellable (self->scope), rows_loaded_cb,
                                       batch);
}

static void
ask_for_wanted (DiapasonWindowedList *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = 0;

  for (; n < self->wanted->len && ids->len < DIAPASON_LIST_BATCH; n++)
    {
      Live *live = g_hash_table_lookup (self->live, &g_array_index (self->wanted, gint64, n));

      if (live == NULL || !live->wanted)
        continue;
      live->wanted = FALSE;
      g_array_append_val (ids, live->id);
    }
  g_array_remove_range (self->wanted, 0, n);
  if (ids->len > 0)
    ask_for_batch (self, g_steal_pointer (&ids));
}

static gboolean
ask_idle_cb (gpointer user_data)
{
  DiapasonWindowedList *self = user_data;

  self->ask_id = 0;
  ask_for_wanted (self);
  return G_SOURCE_REMOVE;
}

/* One batch at a time: what several bring at once, the window would have to show at once. */
static void
ask_soon (DiapasonWindowedList *self)
{
  /* Before the frame is drawn, so that a bound row is not painted empty longer than needed. */
  if (self->ask_id == 0 && !self->rows_under_way && self->wanted->len > 0)
    self->ask_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, ask_idle_cb, self, NULL);
}

static void
want_row (DiapasonWindowedList *self, Live *live)
{
  if (live->wanted)
    return;
  live->wanted = TRUE;
  g_array_append_val (self->wanted, live->id);
  ask_soon (self);
}

/* GListModel */

static void
item_finalized_cb (gpointer data, GObject *item)
{
  Live *live = data;

  g_hash_table_remove (live->list->live, &live->id);
}

static GType
windowed_list_get_item_type (GListModel *model)
{
  return DIAPASON_TYPE_ROW_ITEM;
}

static guint
windowed_list_get_n_items (GListModel *model)
{
  return DIAPASON_WINDOWED_LIST (model)->ids->len;
}

static gpointer
windowed_list_get_item (GListModel *model, guint position)
{
  DiapasonWindowedList *self = DIAPASON_WINDOWED_LIST (model);
  gint64 id;
  Live *live;

  if (position >= self->ids->len)
    return NULL;
  id = g_array_index (self->ids, gint64, position);
  live = g_hash_table_lookup (self->live, &id);
  if (live != NULL)
    return g_object_ref (live->item);

  live = g_new0 (Live, 1);
  live->list = self;
  live->id = id;
  live->item = diapason_row_item_new (id);
  g_object_weak_ref (G_OBJECT (live->item), item_finalized_cb, live);
  g_hash_table_insert (self->live, &live->id, live);
  want_row (self, live);
  return live->item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = windowed_list_get_item_type;
  iface->get_n_items = windowed_list_get_n_items;
  iface->get_item = windowed_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DiapasonWindowedList,
                               diapason_windowed_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Ids */

/* Makes @ids of what is there, and tells it. Removal and addition are told apart: GTK asks for
 * every row when a large range is replaced in one go. */
static void
replace_ids (DiapasonWindowedList *self, GArray *ids)
{
  g_autoptr (GArray) removed = NULL;
  g_autoptr (GArray) added = NULL;

  diapason_id_diff (self->ids, ids, &removed, &added);
  for (guint i = removed->len; i > 0; i--)
    {
      const DiapasonIdRun *run = &g_array_index (removed, DiapasonIdRun, i - 1);

      g_array_remove_range (self->ids, run->position, run->length);
      g_list_model_items_changed (G_LIST_MODEL (self), run->position, run->length, 0);
    }
  for (guint i = 0; i < added->len; i++)
    {
      const DiapasonIdRun *run = &g_array_index (added, DiapasonIdRun, i);

      g_array_insert_vals (self->ids, run->position, &g_array_index (ids, gint64, run->position),
                           run->length);
      g_list_model_items_changed (G_LIST_MODEL (self), run->position, 0, run->length);
    }
}

/* While the window is busy with what else came; an idle moment may be only when it has drawn. */
static void
ask_ahead (DiapasonWindowedList *self)
{
  for (guint i = 0; i < MIN (self->n_ahead, self->ids->len); i++)
    g_ptr_array_add (self->ahead, windowed_list_get_item (G_LIST_MODEL (self), i));
  g_clear_handle_id (&self->ask_id, g_source_remove);
  if (!self->rows_under_way)
    ask_for_wanted (self);
}

static void
ids_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (DiapasonWindowedList) self = NULL;

  ids = diapason_row_source_load_ids_finish (DIAPASON_ROW_SOURCE (object), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = g_object_ref (user_data);
  self->ids_under_way = FALSE;
  if (ids != NULL)
    replace_ids (self, ids);
  g_ptr_array_set_size (self->ahead, 0);
  if (self->loading)
    ask_ahead (self);
  set_sentence (self, error != NULL ? error->message : NULL);
  if (self->loading)
    {
      self->loading = FALSE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
    }
  load_stale_ids (self);
}

static void
rested_cb (gpointer user_data)
{
  DiapasonWindowedList *self = user_data;

  self->rest_id = 0;
  load_stale_ids (self);
}

static void
load_stale_ids (DiapasonWindowedList *self)
{
  if (!self->ids_stale || self->ids_under_way || self->rest_id != 0)
    return;
  self->ids_stale = FALSE;
  self->ids_under_way = TRUE;
  self->rest_id = diapason_clock_after (self->clock, DIAPASON_LIST_REST, rested_cb, self, NULL);
  diapason_row_source_load_ids_async (self->source, diapason_scope_get_cancellable (self->scope),
                                      ids_loaded_cb, self);
}

static void
source_changed_cb (DiapasonWindowedList *self, gboolean membership, DiapasonChangeSet *set)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Live *live = value;

      if (live->failed || diapason_row_source_touches (self->source, set, live->id))
        want_row (self, live);
    }
  self->ids_stale |= membership;
  load_stale_ids (self);
}

/* GObject */

static void
diapason_windowed_list_init (DiapasonWindowedList *self)
{
  self->scope = diapason_scope_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->live = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->ahead = g_ptr_array_new_with_free_func (g_object_unref);
  self->loading = TRUE;
  self->ids_stale = TRUE;
}

static void
diapason_windowed_list_dispose (GObject *object)
{
  DiapasonWindowedList *self = DIAPASON_WINDOWED_LIST (object);
  GHashTableIter iter;
  gpointer value;

  g_clear_pointer (&self->scope, diapason_scope_close);
  g_clear_handle_id (&self->ask_id, g_source_remove);
  if (self->rest_id != 0)
    diapason_clock_cancel (self->clock, self->rest_id);
  self->rest_id = 0;
  g_ptr_array_set_size (self->ahead, 0);
  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_object_weak_unref (G_OBJECT (((Live *) value)->item), item_finalized_cb, value);
  g_hash_table_remove_all (self->live);
  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_clear_object (&self->source);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (diapason_windowed_list_parent_class)->dispose (object);
}

static void
diapason_windowed_list_finalize (GObject *object)
{
  DiapasonWindowedList *self = DIAPASON_WINDOWED_LIST (object);

  g_array_unref (self->ids);
  g_hash_table_unref (self->live);
  g_array_unref (self->wanted);
  g_ptr_array_unref (self->ahead);
  g_free (self->sentence);
  G_OBJECT_CLASS (diapason_windowed_list_parent_class)->finalize (object);
}

static void
diapason_windowed_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DiapasonWindowedList *self = DIAPASON_WINDOWED_LIST (object);

  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_SENTENCE:
      g_value_set_string (value, self->sentence);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_windowed_list_class_init (DiapasonWindowedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = diapason_windowed_list_dispose;
  object_class->finalize = diapason_windowed_list_finalize;
  object_class->get_property = diapason_windowed_list_get_property;
  properties[PROP_LOADING] =
      g_param_spec_boolean ("loading", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SENTENCE] =
      g_param_spec_string ("sentence", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

DiapasonWindowedList *
diapason_windowed_list_new (DiapasonRowSource *source, DiapasonClock *clock)
{
  DiapasonWindowedList *self = g_object_new (DIAPASON_TYPE_WINDOWED_LIST, NULL);

  self->source = g_object_ref (source);
  self->clock = g_object_ref (clock);
  g_signal_connect_swapped (source, "changed", G_CALLBACK (source_changed_cb), self);
  load_stale_ids (self);
  return self;
}

void
diapason_windowed_list_read_ahead (DiapasonWindowedList *self, guint n_rows)
{
  self->n_ahead = n_rows;
}

gboolean
diapason_windowed_list_get_loading (DiapasonWindowedList *self)
{
  return self->loading;
}

const char *
diapason_windowed_list_get_sentence (DiapasonWindowedList *self)
{
  return self->sentence;
}

guint
diapason_windowed_list_find (DiapasonWindowedList *self, gint64 id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return i;
  return G_MAXUINT;
}

guint
diapason_windowed_list_count_live (DiapasonWindowedList *self)
{
  return g_hash_table_size (self->live);
}
