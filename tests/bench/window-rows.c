/* window-rows.c: see the header. */
#include "window-rows.h"

#include "entity.h"
#include "history-read.h"
#include "records.h"
#include "statement-read.h"

struct _WindowRows
{
  GObject parent_instance;

  DiapasonStore *store; /* (owned) */
  gint64 most;
  gint64 least; /* the last of the ids that came first; 0: they have not come yet */
};

/* Which ids. */
typedef struct
{
  gint64 least;
  gint64 most; /* -1: all */
} Range;

static void window_rows_row_source_init (DiapasonRowSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WindowRows,
                               window_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DIAPASON_TYPE_ROW_SOURCE,
                                                      window_rows_row_source_init))

static gpointer
load_ids_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database, "SELECT record FROM timeline WHERE record >= ? ORDER BY record DESC LIMIT ?",
      error);
  const Range *range = data;

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "ii", range->least, range->most);
  return diapason_statement_ids (database, select, error);
}

static gpointer
load_rows_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  GArray *ids = data;

  return diapason_history_rows (database, (const gint64 *) ids->data, ids->len, error);
}

static void
loaded_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gpointer loaded = diapason_store_read_finish (DIAPASON_STORE (store), result, &error);

  if (loaded != NULL)
    g_task_return_pointer (task, loaded, g_task_get_task_data (task));
  else
    g_task_return_error (task, error);
}

static GTask *
task_new (DiapasonRowSource *self,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data,
          gpointer loaded_free)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, task_new);
  g_task_set_task_data (task, loaded_free, NULL);
  return task;
}

static void
load_ids_async (DiapasonRowSource *source,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  WindowRows *self = WINDOW_ROWS (source);
  GDestroyNotify loaded_free = (GDestroyNotify) g_array_unref;
  /* What comes makes the list longer, and nothing drops out at its end. */
  Range range = { self->least, self->least == 0 ? self->most : -1 };

  diapason_store_read_async (self->store, DIAPASON_LANE_LIST, load_ids_in_reader,
                             g_memdup2 (&range, sizeof range), g_free, loaded_free, cancellable,
                             loaded_cb,
                             task_new (source, cancellable, callback, user_data, loaded_free));
}

static void
load_rows_async (DiapasonRowSource *source,
                 const gint64 *ids,
                 guint n_ids,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);
  GDestroyNotify loaded_free = (GDestroyNotify) g_ptr_array_unref;

  g_array_append_vals (copy, ids, n_ids);
  diapason_store_read_async (WINDOW_ROWS (source)->store, DIAPASON_LANE_FAST, load_rows_in_reader,
                             copy, (GDestroyNotify) g_array_unref, loaded_free, cancellable,
                             loaded_cb,
                             task_new (source, cancellable, callback, user_data, loaded_free));
}

static GArray *
load_ids_finish (DiapasonRowSource *source, GAsyncResult *result, GError **error)
{
  WindowRows *self = WINDOW_ROWS (source);
  GArray *ids = g_task_propagate_pointer (G_TASK (result), error);

  if (self->least == 0 && ids != NULL && ids->len > 0)
    self->least = g_array_index (ids, gint64, ids->len - 1);
  return ids;
}

static gpointer
ref_row (gpointer row)
{
  return diapason_event_record_ref (row);
}

static void
unref_row (gpointer row)
{
  diapason_event_record_unref (row);
}

static gboolean
touches (DiapasonRowSource *source, DiapasonChangeSet *set, gint64 id)
{
  return diapason_change_set_touches (set, DIAPASON_ENTITY_INTERACTION, id);
}

static void
window_rows_row_source_init (DiapasonRowSourceInterface *iface)
{
  iface->load_ids_async = load_ids_async;
  iface->load_ids_finish = load_ids_finish;
  iface->load_rows_async = load_rows_async;
  iface->row_ref = ref_row;
  iface->row_unref = unref_row;
  iface->touches = touches;
}

static void
store_changed_cb (WindowRows *self, DiapasonChangeSet *set)
{
  if (diapason_change_set_has_kind (set, DIAPASON_ENTITY_INTERACTION) ||
      diapason_change_set_has_kind (set, DIAPASON_KIND_PERSON))
    diapason_row_source_emit_changed (DIAPASON_ROW_SOURCE (self), TRUE, set);
}

static void
window_rows_dispose (GObject *object)
{
  g_clear_object (&WINDOW_ROWS (object)->store);
  G_OBJECT_CLASS (window_rows_parent_class)->dispose (object);
}

static void
window_rows_class_init (WindowRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = window_rows_dispose;
}

static void
window_rows_init (WindowRows *self)
{
}

WindowRows *
window_rows_new (DiapasonStore *store, gint64 most)
{
  WindowRows *self = g_object_new (WINDOW_TYPE_ROWS, NULL);

  self->store = g_object_ref (store);
  self->most = most;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
