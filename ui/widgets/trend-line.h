/* trend-line.h: a small line with the band of what is sure about it, without axes: it says which
 * way things went, and how wide the doubt is. For people who do not see it a label beside says so.
 * Thread: main. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean known; /* else there is a gap */
  double value, low, high;
} DiapasonTrendPoint;

#define DIAPASON_TYPE_TREND_LINE (diapason_trend_line_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonTrendLine, diapason_trend_line, DIAPASON, TREND_LINE, GtkWidget)

GtkWidget *diapason_trend_line_new (void);

/* @points are copied; oldest first. @least and @most: what the height stands for. */
void diapason_trend_line_set_points (DiapasonTrendLine *line,
                                     const DiapasonTrendPoint *points,
                                     guint n_points,
                                     double least,
                                     double most);

G_END_DECLS
