/* tooltip.c: see tooltip.h. */
#include "tooltip.h"

#define KEY "diapason-tooltip"

static const char *
text_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), KEY);
}

static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, text_of (widget));
  return TRUE;
}

static gboolean
is_pointed_at (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_PRELIGHT) != 0;
}

void
diapason_tooltip_set (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  const char *former = text_of (widget);

  if (g_strcmp0 (former, text) == 0)
    return;
  if (former == NULL)
    g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  else if (text == NULL)
    g_signal_handlers_disconnect_by_func (widget, query_tooltip_cb, NULL);
  gtk_widget_set_has_tooltip (widget, text != NULL);
  g_object_set_data_full (G_OBJECT (widget), KEY, g_strdup (text), g_free);
  if (is_pointed_at (widget))
    gtk_widget_trigger_tooltip_query (widget);
}

const char *
diapason_tooltip_get (GtkWidget *widget)
{
  const char *text = text_of (widget);

  return text != NULL ? text : gtk_widget_get_tooltip_text (widget);
}
