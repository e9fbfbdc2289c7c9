/* kpi-rows-window.h: the rows behind a figure, exactly as many as its n, and how it is computed. It
 * blocks nothing. Thread: main. */
#pragma once

#include <adwaita.h>

#include "desk.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_KPI_ROWS_WINDOW (diapason_kpi_rows_window_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonKpiRowsWindow,
                      diapason_kpi_rows_window,
                      DIAPASON,
                      KPI_ROWS_WINDOW,
                      AdwWindow)

/* Of the figure @kpi of the @days days that end today. Returns: (transfer floating) as any window:
 * owned by GTK. */
DiapasonKpiRowsWindow *diapason_kpi_rows_window_new (DiapasonDesk *desk,
                                                     DiapasonKpi kpi,
                                                     guint days);

G_END_DECLS
