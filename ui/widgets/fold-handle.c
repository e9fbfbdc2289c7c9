/* fold-handle.c: see fold-handle.h. */
#include "fold-handle.h"

#include <glib/gi18n.h>

#define STEP 16 /* pixels a key press */

struct _DiapasonFoldHandle
{
  GtkWidget parent_instance;

  double grabbed; /* how far from its middle the pointer holds it */
};

static guint moved_signal;

G_DEFINE_FINAL_TYPE (DiapasonFoldHandle, diapason_fold_handle, GTK_TYPE_WIDGET)

/* @x: of its own. */
static double
in_parent (DiapasonFoldHandle *self, double x)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double there = x, unused;

  gtk_widget_translate_coordinates (widget, gtk_widget_get_parent (widget), x, 0, &there, &unused);
  return there;
}

static void
move_to (DiapasonFoldHandle *self, double x)
{
  g_signal_emit (self, moved_signal, 0, (int) x);
}

static void
drag_begin_cb (DiapasonFoldHandle *self, double x, double y)
{
  self->grabbed = x - DIAPASON_FOLD_HANDLE_WIDTH / 2;
}

/* The handle follows the pointer, and so does where the drag is told to be. */
static void
drag_update_cb (DiapasonFoldHandle *self, double offset_x, double offset_y, GtkGestureDrag *drag)
{
  double start_x, start_y;

  if (gtk_gesture_drag_get_start_point (drag, &start_x, &start_y))
    move_to (self, in_parent (self, start_x + offset_x) - self->grabbed);
}

static gboolean
key_pressed_cb (DiapasonFoldHandle *self, guint keyval)
{
  int steps = keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left     ? -1
              : keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right ? 1
                                                                      : 0;

  if (steps != 0)
    move_to (self, in_parent (self, DIAPASON_FOLD_HANDLE_WIDTH / 2) + steps * STEP);
  return steps != 0;
}

static void
diapason_fold_handle_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? DIAPASON_FOLD_HANDLE_WIDTH : 0;
}

static void
diapason_fold_handle_init (DiapasonFoldHandle *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, keys);
  gtk_widget_set_cursor_from_name (widget, "col-resize");
  gtk_widget_set_focusable (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: the line between two parts of the window, which
                                   * can be moved. */
                                  _("Width of the column"), GTK_ACCESSIBLE_PROPERTY_ORIENTATION,
                                  GTK_ORIENTATION_VERTICAL, -1);
}

static void
diapason_fold_handle_class_init (DiapasonFoldHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = diapason_fold_handle_measure;
  gtk_widget_class_set_css_name (widget_class, "foldhandle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEPARATOR);
  moved_signal = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

GtkWidget *
diapason_fold_handle_new (void)
{
  return g_object_new (DIAPASON_TYPE_FOLD_HANDLE, NULL);
}
