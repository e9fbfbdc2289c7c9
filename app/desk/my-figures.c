/* my-figures.c: the board of whoever is signed in. Thread: main; functions ending in _in_reader run
 * on a reader. */
#include "desk-private.h"
#include "kpi-read.h"

typedef struct
{
  guint days;
  gint64 now;
} BoardQuery;

static gpointer
board_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  const BoardQuery *query = data;

  return diapason_kpi_board (database, query->days, query->now, error);
}

void
diapason_desk_my_figures_async (DiapasonDesk *self,
                                guint days,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  BoardQuery *query = g_new (BoardQuery, 1);

  *query = (BoardQuery){ days, diapason_desk_now (self) };
  /* What waits is counted row by row: nobody who opens a card is to wait for that. */
  diapason_desk_read (self, DIAPASON_LANE_LIST, board_in_reader, query, g_free,
                      (GDestroyNotify) diapason_board_record_unref, diapason_desk_my_figures_async,
                      cancellable, callback, user_data);
}

DiapasonBoardRecord *
diapason_desk_my_figures_finish (DiapasonDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

GListModel *
diapason_desk_figure_rows (DiapasonDesk *self, DiapasonKpi kpi, guint days)
{
  g_autoptr (DiapasonTimelineSource) source =
      diapason_timeline_source_new_for_kpi (self->store, kpi, days);

  return diapason_desk_list_new (source);
}
