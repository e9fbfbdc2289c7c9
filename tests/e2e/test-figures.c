/* test-figures.c: the demo's company, fetched from its hub: every figure of the adviser who is
 * signed in has answers, and opens to exactly its rows. The whole program, but for the window.
 */
#include "await.h"
#include "demo.h"
#include "hub.h"
#include "row-item.h"

/* The company is as the demo's, and smaller. */
static int
serve (int argc, char **argv)
{
  static char *const less[] = { "--customers", "400", "--days", "200", NULL };
  g_autofree char **whole = g_new0 (char *, (gsize) argc + G_N_ELEMENTS (less));

  memcpy (whole, argv, (gsize) argc * sizeof *argv);
  memcpy (whole + argc, less, sizeof less);
  return diapason_hub_main (argc + (int) G_N_ELEMENTS (less) - 1, whole);
}

static void
fetch (DiapasonProgram *program)
{
  g_autoptr (GAsyncResult) synced = NULL;
  g_autoptr (GAsyncResult) derived = NULL;
  g_autoptr (DiapasonSyncReport) report = NULL;
  g_autoptr (GError) error = NULL;

  diapason_sync_engine_sync_once_async (program->engine, NULL, NULL, await_cb, &synced);
  await (&synced);
  report = diapason_sync_engine_sync_once_finish (program->engine, synced, &error);
  g_assert_no_error (error);
  g_assert_true (diapason_sync_report_is_success (report));
  diapason_derive_drain_async (program->derive, NULL, await_cb, &derived);
  await (&derived);
  diapason_derive_drain_finish (program->derive, derived, &error);
  g_assert_no_error (error);
}

static guint
count_rows (DiapasonDesk *desk, DiapasonKpi kpi, guint days)
{
  g_autoptr (GListModel) rows = diapason_desk_figure_rows (desk, kpi, days);
  gboolean loading = TRUE;

  while (loading)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (rows, "loading", &loading, NULL);
    }
  return g_list_model_get_n_items (rows);
}

static void
check_board (DiapasonDesk *desk, guint days)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DiapasonBoardRecord) board = NULL;

  diapason_desk_my_figures_async (desk, days, NULL, await_cb, &result);
  await (&result);
  board = diapason_desk_my_figures_finish (desk, result, NULL);
  g_assert_true (board->known);
  for (DiapasonKpi kpi = DIAPASON_KPI_NPS; kpi < DIAPASON_N_KPIS; kpi++)
    {
      const DiapasonKpiSums *now = &board->kpis[kpi].now;

      g_test_message ("%u days, figure %d: n = %d, %d and %d", days, kpi, (int) now->n,
                      (int) now->plus, (int) now->minus);
      g_assert_cmpuint (count_rows (desk, kpi, days), ==, now->n);
      g_assert_true (days < 200 || now->n > 0);
    }
}

static void
test_company (void)
{
  static const guint periods[] = { 1, 30, 90, 200 };
  g_autofree char *folder = g_dir_make_tmp ("diapason-figures-XXXXXX", NULL);
  g_autoptr (DiapasonDemo) demo = diapason_demo_new (NULL, folder, "0");
  g_autoptr (DiapasonProgram) program = NULL;
  g_autoptr (GSubprocess) removed = NULL;
  g_autoptr (GError) error = NULL;

  program = diapason_program_new (diapason_demo_get_place (demo), &error);
  g_assert_no_error (error);
  diapason_demo_connect (demo, program, &error);
  g_assert_no_error (error);
  fetch (program);
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    check_board (program->desk, periods[i]);
  g_clear_pointer (&program, diapason_program_free);
  g_clear_pointer (&demo, diapason_demo_free);
  removed = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "rm", "-rf", folder, NULL);
  g_assert_true (g_subprocess_wait_check (removed, NULL, NULL));
}

int
main (int argc, char **argv)
{
  if (argc > 1 && g_str_equal (argv[1], "hub"))
    return serve (argc - 1, argv + 1);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/e2e/figures", test_company);
  return g_test_run ();
}
