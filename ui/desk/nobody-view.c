/* nobody-view.c: see nobody-view.h. */
#include "nobody-view.h"

struct _DiapasonNobodyView
{
  AdwBin parent_instance;

  gboolean can_add; /* sources */

  GtkStack *pages;
};

G_DEFINE_FINAL_TYPE (DiapasonNobodyView, diapason_nobody_view, ADW_TYPE_BIN)

static void
sources_changed_cb (DiapasonNobodyView *self,
                    guint position,
                    guint removed,
                    guint added,
                    GListModel *sources)
{
  gboolean is_empty = self->can_add && g_list_model_get_n_items (sources) == 0;

  gtk_stack_set_visible_child_name (self->pages, is_empty ? "nothing" : "nobody");
}

static void
diapason_nobody_view_init (DiapasonNobodyView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
diapason_nobody_view_class_init (DiapasonNobodyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/desk/nobody-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonNobodyView, pages);
}

void
diapason_nobody_view_set_desk (DiapasonNobodyView *self, DiapasonDesk *desk)
{
  GListModel *sources = diapason_desk_get_sources (desk);

  self->can_add = diapason_desk_can_add_source (desk);
  g_signal_connect_object (sources, "items-changed", G_CALLBACK (sources_changed_cb), self,
                           G_CONNECT_SWAPPED);
  sources_changed_cb (self, 0, 0, 0, sources);
}
