/* set-up-place.c: see set-up-place.h. */
#include "set-up-place.h"

#include <glib/gi18n.h>

#include "set-up-view.h"

#define BEHIND "diapason-behind" /* of the view: what it stands in the place of */
#define WIDTH  640
#define HEIGHT 720

/* In the place of the desk */

static void
set_desk_acts (GtkWidget *inside, gboolean acts)
{
  static const char *const actions[] = { "win.add-source", "win.find", "win.next-region",
                                         "win.previous-region" };
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (inside));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (window, actions[i], acts);
}

void
diapason_set_up_end (AdwToastOverlay *place)
{
  GtkWidget *view = adw_toast_overlay_get_child (place);

  if (!DIAPASON_IS_SET_UP_VIEW (view))
    return;

  g_autoptr (GtkWidget) behind = g_object_ref (g_object_get_data (G_OBJECT (view), BEHIND));
  set_desk_acts (GTK_WIDGET (place), TRUE);
  adw_toast_overlay_set_child (place, behind);
  gtk_widget_child_focus (behind, GTK_DIR_TAB_FORWARD);
}

static void
begin_in_place (AdwToastOverlay *place, DiapasonDesk *desk)
{
  DiapasonSetUpView *view = diapason_set_up_view_new (desk, TRUE);
  GtkWidget *behind = adw_toast_overlay_get_child (place);

  g_object_set_data_full (G_OBJECT (view), BEHIND, g_object_ref (behind), g_object_unref);
  g_signal_connect_object (view, "left", G_CALLBACK (diapason_set_up_end), place,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_set_child (place, GTK_WIDGET (view));
  set_desk_acts (GTK_WIDGET (place), FALSE);
}

/* Beside it */

static void
begin_beside (GtkWindow *window, DiapasonDesk *desk)
{
  DiapasonSetUpView *view = diapason_set_up_view_new (desk, FALSE);
  GtkWidget *own = adw_window_new ();

  g_signal_connect_object (view, "left", G_CALLBACK (gtk_window_close), own, G_CONNECT_SWAPPED);
  gtk_window_set_title (GTK_WINDOW (own), _("Add a Source"));
  gtk_window_set_default_size (GTK_WINDOW (own), WIDTH, HEIGHT);
  gtk_window_set_transient_for (GTK_WINDOW (own), window);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (own), TRUE);
  adw_window_set_content (ADW_WINDOW (own), GTK_WIDGET (view));
  gtk_window_present (GTK_WINDOW (own));
}

void
diapason_set_up_begin (GtkWindow *window, AdwToastOverlay *place, DiapasonDesk *desk)
{
  if (DIAPASON_IS_SET_UP_VIEW (adw_toast_overlay_get_child (place)))
    return;
  if (g_list_model_get_n_items (diapason_desk_get_sources (desk)) == 0)
    begin_in_place (place, desk);
  else
    begin_beside (window, desk);
}
