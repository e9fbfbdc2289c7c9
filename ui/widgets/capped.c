/* capped.c: see capped.h. */
#include "capped.h"

#define LEAST 120 /* pixels, of what wants more */

struct _DiapasonCapped
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scrolled;
  GtkWidget *child; /* of it */
  int most;
};

enum
{
  PROP_CHILD = 1,
  PROP_MOST,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DiapasonCapped, diapason_capped, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
diapason_capped_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
diapason_capped_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  DiapasonCapped *self = DIAPASON_CAPPED (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL, NULL);
      return;
    }
  gtk_widget_measure (self->child, orientation, for_size, NULL, natural, NULL, NULL);
  *natural = MIN (*natural, self->most);
  *minimum = MIN (*natural, LEAST);
}

static void
diapason_capped_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (GTK_WIDGET (DIAPASON_CAPPED (widget)->scrolled),
                            &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
diapason_capped_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DiapasonCapped *self = DIAPASON_CAPPED (object);

  switch (id)
    {
    case PROP_CHILD:
      self->child = g_value_get_object (value);
      gtk_scrolled_window_set_child (self->scrolled, self->child);
      break;
    case PROP_MOST:
      self->most = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_capped_dispose (GObject *object)
{
  DiapasonCapped *self = DIAPASON_CAPPED (object);

  self->child = NULL;
  if (self->scrolled != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->scrolled)));
  G_OBJECT_CLASS (diapason_capped_parent_class)->dispose (object);
}

static void
diapason_capped_class_init (DiapasonCappedClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = diapason_capped_dispose;
  object_class->set_property = diapason_capped_set_property;
  widget_class->measure = diapason_capped_measure;
  widget_class->size_allocate = diapason_capped_size_allocate;
  widget_class->get_request_mode = diapason_capped_get_request_mode;
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MOST] = g_param_spec_int ("most", NULL, NULL, 0, G_MAXINT16, 0,
                                            G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
diapason_capped_init (DiapasonCapped *self)
{
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (GTK_WIDGET (self->scrolled), GTK_WIDGET (self));
}
