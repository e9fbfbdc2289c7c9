/* row-source.h: where a windowed list gets ids and rows from, without knowing the store.
 *
 * Thread: main. An implementation answers asynchronously and emits "changed" when membership, order
 * or rows may have changed.
 */
#pragma once

#include <gio/gio.h>

#include "change-set.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_ROW_SOURCE (diapason_row_source_get_type ())
G_DECLARE_INTERFACE (DiapasonRowSource, diapason_row_source, DIAPASON, ROW_SOURCE, GObject)

struct _DiapasonRowSourceInterface
{
  GTypeInterface parent;

  /* Whoever answers with a task of its own needs no finish. */
  void (*load_ids_async) (DiapasonRowSource *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
  GArray *(*load_ids_finish) (DiapasonRowSource *self, GAsyncResult *result, GError **error);
  void (*load_rows_async) (DiapasonRowSource *self,
                           const gint64 *ids,
                           guint n_ids,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
  GPtrArray *(*load_rows_finish) (DiapasonRowSource *self, GAsyncResult *result, GError **error);
  gpointer (*row_ref) (gpointer row);
  void (*row_unref) (gpointer row);
  gboolean (*touches) (DiapasonRowSource *self, DiapasonChangeSet *set, gint64 id);
};

/* All ids, in the order of the list. Finish: (transfer container) (element-type gint64). */
void diapason_row_source_load_ids_async (DiapasonRowSource *self,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GArray *diapason_row_source_load_ids_finish (DiapasonRowSource *self,
                                             GAsyncResult *result,
                                             GError **error);

/* The records of @ids, in their order, NULL where a row is gone. Finish: (transfer full): the array
 * unrefs its records. */
void diapason_row_source_load_rows_async (DiapasonRowSource *self,
                                          const gint64 *ids,
                                          guint n_ids,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
GPtrArray *diapason_row_source_load_rows_finish (DiapasonRowSource *self,
                                                 GAsyncResult *result,
                                                 GError **error);

/* The records of a source are refcounted: its own ref and unref. */
gpointer diapason_row_source_ref_row (DiapasonRowSource *self, gpointer row);
GDestroyNotify diapason_row_source_get_unref (DiapasonRowSource *self);

/* Whether the row of @id is another one after @set. */
gboolean diapason_row_source_touches (DiapasonRowSource *self, DiapasonChangeSet *set, gint64 id);

/* For implementations: emits "changed" (gboolean membership, DiapasonChangeSet *set): whether
 * membership or order may differ, and what changed. */
void diapason_row_source_emit_changed (DiapasonRowSource *self,
                                       gboolean membership,
                                       DiapasonChangeSet *set);

G_END_DECLS
