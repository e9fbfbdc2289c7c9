/* kpi-tile.h: one figure of experience: its value, how sure it is, of how many answers, and which
 * way it goes. Pressed, it asks to be opened to its rows.
 *
 * Signal: "opened". Thread: main. */
#pragma once

#include <gtk/gtk.h>

#include "kpi.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_KPI_TILE (diapason_kpi_tile_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonKpiTile, diapason_kpi_tile, DIAPASON, KPI_TILE, GtkWidget)

/* Property "kpi" (DiapasonKpi as a number), for a .ui file. */

/* Shows the figure of @board. */
void diapason_kpi_tile_set_board (DiapasonKpiTile *tile, const DiapasonBoardRecord *board);

DiapasonKpi diapason_kpi_tile_get_kpi (DiapasonKpiTile *tile);

G_END_DECLS
