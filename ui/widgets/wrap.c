/* wrap.c: see wrap.h. */
#include "wrap.h"

struct _DiapasonWrap
{
  GtkWidget parent_instance;

  int spacing;
  int line_spacing;
};

enum
{
  PROP_SPACING = 1,
  PROP_LINE_SPACING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DiapasonWrap, diapason_wrap, GTK_TYPE_WIDGET)

/* The next child that has a place, from @child on; NULL for none. */
static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
width_of (GtkWidget *child, int most)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return most < 0 ? natural : CLAMP (natural, minimum, MAX (minimum, most));
}

static int
height_of (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* Children side by side, as many as a width has room for; the first that expands takes what is
 * left. */
typedef struct
{
  GtkWidget *first, *end; /* @end (nullable): of the next line */
  GtkWidget *expands;     /* (nullable) */
  int width;              /* or -1 for all that they want */
  int left_over;
} Line;

static Line
line_from (DiapasonWrap *self, GtkWidget *child, int width)
{
  Line line = { .first = child, .width = width };
  int x = 0;

  for (; child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int own = width_of (child, width);

      if (x > 0 && width >= 0 && x + own > width)
        break;
      if (line.expands == NULL && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        line.expands = child;
      x += own + self->spacing;
    }
  line.end = child;
  line.left_over = width < 0 ? 0 : MAX (0, width - (x - self->spacing));
  return line;
}

static int
width_in (const Line *line, GtkWidget *child)
{
  return width_of (child, line->width) + (child == line->expands ? line->left_over : 0);
}

static int
line_height (const Line *line)
{
  int height = 0;

  for (GtkWidget *child = line->first; child != line->end;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    height = MAX (height, height_of (child, width_in (line, child)));
  return height;
}

static void
measure_width (DiapasonWrap *self, GtkWidget *widget, int *minimum, int *natural)
{
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));

  *minimum = *natural = 0;
  for (; child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int least, wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wanted + (*natural > 0 ? self->spacing : 0);
    }
}

static void
diapason_wrap_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  DiapasonWrap *self = DIAPASON_WRAP (widget);
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }
  while (child != NULL)
    {
      Line line = line_from (self, child, for_size);

      height += (height > 0 ? self->line_spacing : 0) + line_height (&line);
      child = line.end;
    }
  *minimum = *natural = height;
}

/* Each child as high as the line. */
static void
allocate_line (DiapasonWrap *self, const Line *line, int y, int height, gboolean mirrored)
{
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int width = width_in (line, child);
      int left = mirrored ? line->width - x - width : x;

      gtk_widget_size_allocate (child, &(GtkAllocation){ left, y, width, height }, -1);
      x += width + self->spacing;
    }
}

static void
diapason_wrap_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DiapasonWrap *self = DIAPASON_WRAP (widget);
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;

  while (child != NULL)
    {
      Line line = line_from (self, child, width);
      int own = line_height (&line);

      allocate_line (self, &line, y, own, mirrored);
      y += own + self->line_spacing;
      child = line.end;
    }
}

static GtkSizeRequestMode
diapason_wrap_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
diapason_wrap_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DiapasonWrap *self = DIAPASON_WRAP (object);

  switch (id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_LINE_SPACING:
      self->line_spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_wrap_dispose (GObject *object)
{
  diapason_wrap_clear (DIAPASON_WRAP (object));
  G_OBJECT_CLASS (diapason_wrap_parent_class)->dispose (object);
}

static void
diapason_wrap_class_init (DiapasonWrapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = diapason_wrap_set_property;
  G_OBJECT_CLASS (klass)->dispose = diapason_wrap_dispose;
  widget_class->measure = diapason_wrap_measure;
  widget_class->size_allocate = diapason_wrap_size_allocate;
  widget_class->get_request_mode = diapason_wrap_get_request_mode;
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LINE_SPACING] = g_param_spec_int ("line-spacing", NULL, NULL, 0, G_MAXINT16, 0,
                                                    G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
diapason_wrap_init (DiapasonWrap *self)
{
}

void
diapason_wrap_clear (DiapasonWrap *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
