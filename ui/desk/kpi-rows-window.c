/* kpi-rows-window.c: see kpi-rows-window.h. */
#include "kpi-rows-window.h"

#include <glib/gi18n.h>

#include "format-kpi.h"
#include "history-view.h"

struct _DiapasonKpiRowsWindow
{
  AdwWindow parent_instance;

  GListModel *list; /* (owned) (nullable) */

  AdwWindowTitle *heading;
  GtkLabel *definition;
  DiapasonHistoryView *rows;
};

G_DEFINE_FINAL_TYPE (DiapasonKpiRowsWindow, diapason_kpi_rows_window, ADW_TYPE_WINDOW)

static void
show_count (DiapasonKpiRowsWindow *self)
{
  guint n = g_list_model_get_n_items (self->list);
  g_autofree char *count = g_strdup_printf (ngettext ("%u row", "%u rows", n), n);

  adw_window_title_set_subtitle (self->heading, count);
}

static void
diapason_kpi_rows_window_dispose (GObject *object)
{
  DiapasonKpiRowsWindow *self = DIAPASON_KPI_ROWS_WINDOW (object);

  if (self->rows != NULL)
    diapason_history_view_set_history (self->rows, NULL);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (diapason_kpi_rows_window_parent_class)->dispose (object);
}

static void
diapason_kpi_rows_window_init (DiapasonKpiRowsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
diapason_kpi_rows_window_class_init (DiapasonKpiRowsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DIAPASON_TYPE_HISTORY_VIEW);
  G_OBJECT_CLASS (klass)->dispose = diapason_kpi_rows_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/desk/kpi-rows-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiRowsWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiRowsWindow, definition);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiRowsWindow, rows);
}

DiapasonKpiRowsWindow *
diapason_kpi_rows_window_new (DiapasonDesk *desk, DiapasonKpi kpi, guint days)
{
  DiapasonKpiRowsWindow *self = g_object_new (DIAPASON_TYPE_KPI_ROWS_WINDOW, NULL);
  const char *title = diapason_format_kpi_title (kpi);

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->heading, title);
  gtk_label_set_label (self->definition, diapason_format_kpi_definition (kpi));
  self->list = diapason_desk_figure_rows (desk, kpi, days);
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (show_count), self);
  diapason_history_view_set_desk (self->rows, desk);
  diapason_history_view_set_history (self->rows, self->list);
  return self;
}
