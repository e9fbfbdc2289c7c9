/* kpi-column.h: the figures of experience of whoever is signed in, kept as the store says. Thread:
 * main.
 *
 * Property: "adviser" (nullable, read-only): whose they are, fit to be shown.
 * Signal: "kpi-opened" (guint kpi, guint days): somebody wants to see its rows. */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_KPI_COLUMN (diapason_kpi_column_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonKpiColumn, diapason_kpi_column, DIAPASON, KPI_COLUMN, GtkWidget)

/* Set once by the owner, before anything is shown. */
void diapason_kpi_column_set_desk (DiapasonKpiColumn *column, DiapasonDesk *desk);

G_END_DECLS
