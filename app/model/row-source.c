/* row-source.c: the interface between a windowed list and whoever has its rows.
 *
 * Thread: main. Nothing is kept here.
 */
#include "row-source.h"

G_DEFINE_INTERFACE (DiapasonRowSource, diapason_row_source, G_TYPE_OBJECT)

static guint changed_signal;

static GArray *
load_ids_finish (DiapasonRowSource *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static GPtrArray *
load_rows_finish (DiapasonRowSource *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
diapason_row_source_default_init (DiapasonRowSourceInterface *iface)
{
  iface->load_ids_finish = load_ids_finish;
  iface->load_rows_finish = load_rows_finish;
  /* The set is borrowed: a handler that keeps it takes a reference. */
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_INTERFACE (iface), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_POINTER);
}

void
diapason_row_source_load_ids_async (DiapasonRowSource *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (DIAPASON_IS_ROW_SOURCE (self));
  DIAPASON_ROW_SOURCE_GET_IFACE (self)->load_ids_async (self, cancellable, callback, user_data);
}

GArray *
diapason_row_source_load_ids_finish (DiapasonRowSource *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (DIAPASON_IS_ROW_SOURCE (self), NULL);
  return DIAPASON_ROW_SOURCE_GET_IFACE (self)->load_ids_finish (self, result, error);
}

void
diapason_row_source_load_rows_async (DiapasonRowSource *self,
                                     const gint64 *ids,
                                     guint n_ids,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (DIAPASON_IS_ROW_SOURCE (self));
  DIAPASON_ROW_SOURCE_GET_IFACE (self)->load_rows_async (self, ids, n_ids, cancellable, callback,
                                                         user_data);
}

GPtrArray *
diapason_row_source_load_rows_finish (DiapasonRowSource *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (DIAPASON_IS_ROW_SOURCE (self), NULL);
  return DIAPASON_ROW_SOURCE_GET_IFACE (self)->load_rows_finish (self, result, error);
}

gpointer
diapason_row_source_ref_row (DiapasonRowSource *self, gpointer row)
{
  g_return_val_if_fail (DIAPASON_IS_ROW_SOURCE (self), NULL);
  return DIAPASON_ROW_SOURCE_GET_IFACE (self)->row_ref (row);
}

GDestroyNotify
diapason_row_source_get_unref (DiapasonRowSource *self)
{
  g_return_val_if_fail (DIAPASON_IS_ROW_SOURCE (self), NULL);
  return DIAPASON_ROW_SOURCE_GET_IFACE (self)->row_unref;
}

gboolean
diapason_row_source_touches (DiapasonRowSource *self, DiapasonChangeSet *set, gint64 id)
{
  g_return_val_if_fail (DIAPASON_IS_ROW_SOURCE (self), FALSE);
  return DIAPASON_ROW_SOURCE_GET_IFACE (self)->touches (self, set, id);
}

void
diapason_row_source_emit_changed (DiapasonRowSource *self,
                                  gboolean membership,
                                  DiapasonChangeSet *set)
{
  g_return_if_fail (DIAPASON_IS_ROW_SOURCE (self));
  g_signal_emit (self, changed_signal, 0, membership, set);
}
