/* tall.c: see tall.h. */
#include "tall.h"

struct _DiapasonTall
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (DiapasonTall, diapason_tall, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
diapason_tall_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
diapason_tall_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation,
                      orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum, natural,
                      NULL, NULL);
}

static void
diapason_tall_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (gtk_widget_get_first_child (widget),
                            &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
diapason_tall_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (diapason_tall_parent_class)->dispose (object);
}

static void
diapason_tall_init (DiapasonTall *self)
{
}

static void
diapason_tall_class_init (DiapasonTallClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = diapason_tall_dispose;
  widget_class->get_request_mode = diapason_tall_get_request_mode;
  widget_class->measure = diapason_tall_measure;
  widget_class->size_allocate = diapason_tall_size_allocate;
}
