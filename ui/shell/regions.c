/* regions.c: see regions.h. */
#include "regions.h"

#include "fold.h"

typedef struct
{
  GtkWidget *widget; /* (weak) */
  GtkWidget *focus;  /* (weak) (nullable) what had it last in there */
} Region;

struct _DiapasonRegions
{
  GtkWindow *window; /* (weak): it owns us */
  GArray *regions;   /* (owned) of Region */
};

static Region *
region_at (DiapasonRegions *self, int i)
{
  return &g_array_index (self->regions, Region, i);
}

/* Where @widget is; -1: in none. */
static int
find (DiapasonRegions *self, GtkWidget *widget)
{
  for (guint i = 0; widget != NULL && i < self->regions->len; i++)
    if (widget == region_at (self, (int) i)->widget ||
        gtk_widget_is_ancestor (widget, region_at (self, (int) i)->widget))
      return (int) i;
  return -1;
}

static void
focus_moved_cb (GtkWindow *window, GParamSpec *pspec, DiapasonRegions *self)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  int at = find (self, focus);

  if (at >= 0)
    g_set_weak_pointer (&region_at (self, at)->focus, focus);
}

DiapasonRegions *
diapason_regions_new (GtkWindow *window, GtkWidget *const *regions)
{
  DiapasonRegions *self = g_new0 (DiapasonRegions, 1);

  self->window = window;
  self->regions = g_array_new (FALSE, TRUE, sizeof (Region));
  for (guint i = 0; regions[i] != NULL; i++)
    {
      g_array_set_size (self->regions, i + 1);
      region_at (self, (int) i)->widget = regions[i];
    }
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focus_moved_cb), self);
  return self;
}

void
diapason_regions_free (DiapasonRegions *self)
{
  g_signal_handlers_disconnect_by_data (self->window, self);
  for (guint i = 0; i < self->regions->len; i++)
    g_clear_weak_pointer (&region_at (self, (int) i)->focus);
  g_array_unref (self->regions);
  g_free (self);
}

static gboolean
enter (Region *region)
{
  if (!gtk_widget_get_visible (region->widget))
    return FALSE;
  diapason_fold_reveal (region->widget);
  if (region->focus != NULL && gtk_widget_get_mapped (region->focus) &&
      gtk_widget_grab_focus (region->focus))
    return TRUE;
  return gtk_widget_child_focus (region->widget, GTK_DIR_TAB_FORWARD);
}

void
diapason_regions_go (DiapasonRegions *self, int step)
{
  int n = (int) self->regions->len;
  int at = find (self, gtk_window_get_focus (self->window));

  if (at < 0)
    at = step > 0 ? -1 : n;
  for (int i = 0; i < n; i++)
    {
      at = (at + step + n) % n;
      if (enter (region_at (self, at)))
        break;
    }
  gtk_window_set_focus_visible (self->window, TRUE);
}
