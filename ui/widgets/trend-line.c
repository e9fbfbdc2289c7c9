/* trend-line.c: see trend-line.h. */
#include "trend-line.h"

#define WIDTH  104 /* pixels */
#define HEIGHT 44
#define EDGE   3 /* so that neither line nor end is cut */

struct _DiapasonTrendLine
{
  GtkWidget parent_instance;

  GArray *points; /* (owned) DiapasonTrendPoint */
  double least, most;
};

G_DEFINE_FINAL_TYPE (DiapasonTrendLine, diapason_trend_line, GTK_TYPE_WIDGET)

static const DiapasonTrendPoint *
point_at (DiapasonTrendLine *self, guint i)
{
  return &g_array_index (self->points, DiapasonTrendPoint, i);
}

static double
x_of (DiapasonTrendLine *self, guint i)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * EDGE;
  double share = (double) i / MAX (self->points->len - 1, 1);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return EDGE + width * (rtl ? 1 - share : share);
}

static double
y_of (DiapasonTrendLine *self, double value)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * EDGE;

  return EDGE + height * (self->most - value) / (self->most - self->least);
}

/* Where the known points from @begin on end. */
static guint
end_of_run (DiapasonTrendLine *self, guint begin)
{
  while (begin < self->points->len && point_at (self, begin)->known)
    begin++;
  return begin;
}

static void
draw_band (DiapasonTrendLine *self, cairo_t *cr, guint begin, guint end)
{
  for (guint i = begin; i < end; i++)
    cairo_line_to (cr, x_of (self, i), y_of (self, point_at (self, i)->high));
  for (guint i = end; i > begin; i--)
    cairo_line_to (cr, x_of (self, i - 1), y_of (self, point_at (self, i - 1)->low));
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_line (DiapasonTrendLine *self, cairo_t *cr, guint begin, guint end)
{
  for (guint i = begin; i < end; i++)
    cairo_line_to (cr, x_of (self, i), y_of (self, point_at (self, i)->value));
  /* One alone is a dot. */
  if (end - begin == 1)
    cairo_line_to (cr, x_of (self, begin), y_of (self, point_at (self, begin)->value));
  cairo_stroke (cr);
}

static void
diapason_trend_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DiapasonTrendLine *self = DIAPASON_TREND_LINE (widget);
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  GdkRGBA color, pale;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  pale = color;
  pale.alpha *= 0.2f;
  cairo_set_line_width (cr, 2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint begin = 0, end; begin < self->points->len; begin = end + 1)
    {
      end = end_of_run (self, begin);
      if (end == begin)
        continue;
      gdk_cairo_set_source_rgba (cr, &pale);
      draw_band (self, cr, begin, end);
      gdk_cairo_set_source_rgba (cr, &color);
      draw_line (self, cr, begin, end);
    }
  cairo_destroy (cr);
}

static void
diapason_trend_line_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
diapason_trend_line_finalize (GObject *object)
{
  g_array_unref (DIAPASON_TREND_LINE (object)->points);
  G_OBJECT_CLASS (diapason_trend_line_parent_class)->finalize (object);
}

static void
diapason_trend_line_init (DiapasonTrendLine *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (DiapasonTrendPoint));
  self->most = 1;
}

static void
diapason_trend_line_class_init (DiapasonTrendLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = diapason_trend_line_finalize;
  widget_class->snapshot = diapason_trend_line_snapshot;
  widget_class->measure = diapason_trend_line_measure;
  gtk_widget_class_set_css_name (widget_class, "trendline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

GtkWidget *
diapason_trend_line_new (void)
{
  return g_object_new (DIAPASON_TYPE_TREND_LINE, NULL);
}

void
diapason_trend_line_set_points (DiapasonTrendLine *self,
                                const DiapasonTrendPoint *points,
                                guint n_points,
                                double least,
                                double most)
{
  g_return_if_fail (DIAPASON_IS_TREND_LINE (self) && least < most);

  g_array_set_size (self->points, 0);
  g_array_append_vals (self->points, points, n_points);
  self->least = least;
  self->most = most;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
