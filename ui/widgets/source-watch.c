/* source-watch.c: see source-watch.h. */
#include "source-watch.h"

#include "source-status.h"

typedef struct
{
  void (*changed) (gpointer object);
  gpointer object; /* (weak) its end ends the watch */
} Watch;

static void
sources_changed_cb (GListModel *sources, guint position, guint removed, guint added, Watch *watch)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (DiapasonSourceStatus) status = g_list_model_get_item (sources, i);

      g_signal_connect_object (status, "notify::state", G_CALLBACK (watch->changed), watch->object,
                               G_CONNECT_SWAPPED);
    }
  watch->changed (watch->object);
}

static void
watch_free (gpointer watch, GClosure *closure)
{
  g_free (watch);
}

void
diapason_watch_sources (GListModel *sources, GCallback changed, gpointer object)
{
  Watch *watch = g_new (Watch, 1);
  GClosure *closure = g_cclosure_new (G_CALLBACK (sources_changed_cb), watch, watch_free);

  *watch = (Watch){ (void (*) (gpointer)) changed, object };
  g_object_watch_closure (object, closure);
  g_signal_connect_closure (sources, "items-changed", closure, FALSE);
  sources_changed_cb (sources, 0, 0, g_list_model_get_n_items (sources), watch);
}
