/* test-ui-kpi.c: the figures in the window: what they say, when they say nothing, and that they
 * open. */
#include "format-kpi.h"
#include "history-view.h"
#include "kpi-column.h"
#include "kpi-rows-window.h"
#include "kpi-tile.h"
#include "trend-line.h"

#include "ui-fixture.h"

static void
assert_taken (char *text, const char *expected)
{
  g_autofree char *owned = text;

  g_assert_cmpstr (owned, ==, expected);
}

static void
test_words (void)
{
  const DiapasonKpiSums few = { .n = 4, .plus = 4 };
  const DiapasonKpiSums none = { 0 };
  const DiapasonKpiSums good = { .n = 60, .plus = 40, .minus = 10, .sum = 240, .squares = 1000 };
  const DiapasonKpiSums bad = { .n = 60, .plus = 10, .minus = 40 };

  assert_taken (diapason_format_kpi_value (DIAPASON_KPI_NPS, &good), "+50");
  assert_taken (diapason_format_kpi_value (DIAPASON_KPI_NPS, &bad), "−50");
  assert_taken (diapason_format_kpi_interval (DIAPASON_KPI_NPS, &good), "+29 … +68");
  assert_taken (diapason_format_kpi_value (DIAPASON_KPI_SATISFACTION, &good), "4.0");
  assert_taken (diapason_format_kpi_interval (DIAPASON_KPI_SATISFACTION, &good), "3.8 … 4.2 of 5");
  assert_taken (diapason_format_kpi_value (DIAPASON_KPI_SOLVED, &good), "67 %");
  assert_taken (diapason_format_kpi_interval (DIAPASON_KPI_SOLVED, &good),
                "54 … 77 %, customers say");
  assert_taken (diapason_format_kpi_value (DIAPASON_KPI_NPS, &few), "—");
  assert_taken (diapason_format_kpi_interval (DIAPASON_KPI_NPS, &few), "too few answers: 4 of 10");
  assert_taken (diapason_format_kpi_interval (DIAPASON_KPI_NPS, &none), "no answers yet");
  /* Promises are counted, however few. */
  assert_taken (diapason_format_kpi_value (DIAPASON_KPI_PROMISES, &few), "4 kept");
  assert_taken (diapason_format_kpi_interval (DIAPASON_KPI_PROMISES, &few), "0 late or broken");
  assert_taken (diapason_format_kpi_value (DIAPASON_KPI_HEARD, &good), "40");
  assert_taken (diapason_format_kpi_interval (DIAPASON_KPI_HEARD, &good), "10 did not");
  assert_taken (diapason_format_response (130, 42), "32 % of 130 customers answered");
  assert_taken (diapason_format_response (0, 0), "");
  assert_taken (diapason_format_kpi_change (DIAPASON_KPI_NPS, &bad, &good, 30),
                "▲ higher than the 30 days before");
  assert_taken (diapason_format_kpi_change (DIAPASON_KPI_NPS, &good, &bad, 30),
                "▼ lower than the 30 days before");
  assert_taken (diapason_format_kpi_change (DIAPASON_KPI_NPS, &good, &good, 30),
                "no clear change to the 30 days before");
  assert_taken (diapason_format_kpi_change (DIAPASON_KPI_NPS, &few, &good, 30), "");
}

static void
test_tile (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *tile = g_object_new (DIAPASON_TYPE_KPI_TILE, "kpi", DIAPASON_KPI_NPS, NULL);
  g_autoptr (DiapasonBoardRecord) board = diapason_board_record_new ();

  board->days = 30;
  board->asked = 130;
  board->answered = 42;
  board->words = g_strdup ("<b>A&B</b>");
  board->score = 9;
  board->kpis[DIAPASON_KPI_NPS].now = (DiapasonKpiSums){ .n = 60, .plus = 40, .minus = 10 };
  for (guint week = 0; week < DIAPASON_BOARD_WEEKS; week += 2)
    board->kpis[DIAPASON_KPI_NPS].weeks[week] = (DiapasonKpiSums){ .n = 20, .plus = week };
  ui_fixture_show (fixture, tile, 300, 200);
  diapason_kpi_tile_set_board (DIAPASON_KPI_TILE (tile), board);
  ui_await_frames (tile);
  g_assert_true (ui_says (tile, "My NPS\nn = 60\n+50\n+29 … +68\n"));
  g_assert_true (ui_says (tile, "32 % of 130 customers answered\n"));
  g_assert_true (ui_says (tile, "“<b>A&B</b>”\n9 of 10\n"));
  g_assert_nonnull (ui_find (tile, DIAPASON_TYPE_TREND_LINE, 0));
  ui_assert_named (tile);
}

static void
test_nobody (UiFixture *fixture, gconstpointer data)
{
  DiapasonKpiColumn *column = g_object_new (DIAPASON_TYPE_KPI_COLUMN, NULL);

  diapason_kpi_column_set_desk (column, fixture->base.desk);
  ui_fixture_show (fixture, GTK_WIDGET (column), 300, 600);
  UI_WAIT (ui_says (column, "once a source has said which adviser"));
  g_assert_cmpuint (ui_count (column, DIAPASON_TYPE_KPI_TILE), ==, 0);
  ui_assert_named (column);
}

static void
opened_cb (DiapasonKpiColumn *column, guint kpi, guint days, guint *seen)
{
  *seen = kpi * 1000 + days;
}

static void
test_mine (UiFixture *fixture, gconstpointer data)
{
  DiapasonKpiColumn *column = g_object_new (DIAPASON_TYPE_KPI_COLUMN, NULL);
  DiapasonKpiTile *tile;
  GtkWidget *rows;
  guint seen = 0;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("v%u", i);

      desk_fixture_row (&fixture->base, "survey", "verbatim", id, "wave", "w", "adviser", "ida",
                        "at", "-3", "score", "9", "scale", "10", NULL);
    }
  desk_fixture_sign_in (&fixture->base, "survey", "ida");
  desk_fixture_commit (&fixture->base);
  diapason_kpi_column_set_desk (column, fixture->base.desk);
  g_signal_connect (column, "kpi-opened", G_CALLBACK (opened_cb), &seen);
  ui_fixture_show (fixture, GTK_WIDGET (column), 300, 600);
  UI_WAIT (ui_says (column, "n = 12\n+100\n"));
  g_assert_cmpuint (ui_count (column, DIAPASON_TYPE_KPI_TILE), ==, 5);

  /* More come in. */
  desk_fixture_row (&fixture->base, "survey", "verbatim", "late", "wave", "w", "adviser", "ida",
                    "at", "-1", "score", "0", "scale", "10", NULL);
  desk_fixture_commit (&fixture->base);
  UI_WAIT (ui_says (column, "n = 13\n+85\n"));

  tile = ui_find (column, DIAPASON_TYPE_KPI_TILE, 0);
  g_signal_emit_by_name (ui_find (tile, GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_cmpuint (seen, ==, 1030);
  ui_fixture_close (fixture);

  rows = GTK_WIDGET (diapason_kpi_rows_window_new (fixture->base.desk, DIAPASON_KPI_NPS, 30));
  ui_fixture_show_window (fixture, GTK_WINDOW (rows));
  UI_WAIT (ui_says (rows, "13 rows\n"));
  UI_WAIT (ui_count (rows, GTK_TYPE_LIST_VIEW) == 1 && ui_says (rows, "0 of 10"));
  ui_assert_named (rows);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(name, func)                                                                            \
  g_test_add ("/ui/kpi/" name, UiFixture, NULL, ui_fixture_set_up, func, ui_fixture_tear_down)
  g_test_add_func ("/ui/kpi/words", test_words);
  ADD ("tile", test_tile);
  ADD ("nobody", test_nobody);
  ADD ("mine", test_mine);
  return g_test_run ();
}
