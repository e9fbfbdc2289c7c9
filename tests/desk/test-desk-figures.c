/* test-desk-figures.c: the figures of whoever is signed in, and that each opens to exactly its
 * rows. */
#include "await.h"
#include "desk-fixture.h"
#include "row-item.h"

static void
board_cb (GObject *desk, GAsyncResult *result, gpointer out)
{
  g_autoptr (GError) error = NULL;

  *(DiapasonBoardRecord **) out =
      diapason_desk_my_figures_finish (DIAPASON_DESK (desk), result, &error);
  g_assert_no_error (error);
}

static DiapasonBoardRecord *
read_board (DeskFixture *fixture, guint days)
{
  DiapasonBoardRecord *board = NULL;

  diapason_desk_my_figures_async (fixture->desk, days, NULL, board_cb, &board);
  while (board == NULL)
    g_main_context_iteration (NULL, TRUE);
  return board;
}

/* The contact that it is about, an hour before, and of every other an answer of ours. */
static void
tell_contacts (DeskFixture *fixture, guint number, int hours)
{
  g_autofree char *in = g_strdup_printf ("i%u", number);
  g_autofree char *out = g_strdup_printf ("o%u", number);
  g_autofree char *customer = g_strdup_printf ("c%u", number);
  g_autofree char *before = g_strdup_printf ("-%d", hours + 1);
  g_autofree char *after = g_strdup_printf ("-%d", hours - 1);

  desk_fixture_row (fixture, "survey", "interaction", in, "customer", customer, "direction", "in",
                    "began_at", before, NULL);
  if (number % 2 == 0)
    desk_fixture_row (fixture, "survey", "interaction", out, "customer", customer, "direction",
                      "out", "began_at", after, NULL);
}

/* An answer of so many hours ago, with its criteria. The house has yet to see to every third. */
static void
tell_answer (DeskFixture *fixture, guint number, const char *adviser, int hours, int score)
{
  g_autofree char *id = g_strdup_printf ("v%u", number);
  g_autofree char *mark_id = g_strdup_printf ("v%u:s", number);
  g_autofree char *solved_id = g_strdup_printf ("v%u:f", number);
  g_autofree char *at = g_strdup_printf ("-%d", hours);
  g_autofree char *given = g_strdup_printf ("%d", score);
  g_autofree char *mark = g_strdup_printf ("%d", 1 + score * 4 / 10);
  g_autofree char *contact = g_strdup_printf ("i%u", number);
  g_autofree char *customer = g_strdup_printf ("c%u", number);

  tell_contacts (fixture, number, hours);
  desk_fixture_row (fixture, "survey", "verbatim", id, "wave", "w", "adviser", adviser, "at", at,
                    "score", given, "scale", "10", "text", number % 3 == 0 ? id : "", "customer",
                    customer, "interaction", contact, "permission", "yes", "state",
                    number % 3 == 0 ? "open" : "closed", NULL);
  desk_fixture_row (fixture, "survey", "answer", mark_id, "verbatim", id, "criterion",
                    "satisfaction", "score", mark, "scale", "5", NULL);
  desk_fixture_row (fixture, "survey", "answer", solved_id, "verbatim", id, "criterion", "solved",
                    "score", score > 5 ? "1" : "0", "scale", "1", NULL);
}

static void
tell_answers (DeskFixture *fixture)
{
  for (guint i = 0; i < 24; i++)
    tell_answer (fixture, i, "ida", 12 + (int) i * 48, (int) (i * 7) % 11);
  for (guint i = 100; i < 130; i++)
    tell_answer (fixture, i, "marc", 12, 10);
  desk_fixture_row (fixture, "survey", "promise", "p1", "adviser", "ida", "state", "kept", "due_at",
                    "-30", "closed_at", "-40", NULL);
  desk_fixture_row (fixture, "survey", "promise", "p2", "adviser", "ida", "state", "broken",
                    "due_at", "-50", NULL);
  desk_fixture_row (fixture, "survey", "promise", "p3", "adviser", "ida", "state", "open", "due_at",
                    "20", NULL);
  desk_fixture_row (fixture, "survey", "survey_wave", "w", "begins", "-900", "ends", "10", NULL);
  desk_fixture_row (fixture, "survey", "survey_count", "w:ida", "wave", "w", "adviser", "ida",
                    "asked", "60", "answered", "24", NULL);
  desk_fixture_commit (fixture);
}

static void
test_nobody (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonBoardRecord) board = NULL;

  tell_answers (fixture);
  board = read_board (fixture, 30);
  g_assert_false (board->known);
  g_assert_cmpint (board->kpis[DIAPASON_KPI_NPS].now.n, ==, 0);
}

/* Every second day one answer: fifteen in thirty days, nine before. */
static void
test_mine (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonBoardRecord) board = NULL;
  gint64 n = 0;

  tell_answers (fixture);
  desk_fixture_sign_in (fixture, "survey", "ida");
  board = read_board (fixture, 30);
  g_assert_true (board->known);
  g_assert_cmpint (board->kpis[DIAPASON_KPI_NPS].now.n, ==, 15);
  g_assert_cmpint (board->kpis[DIAPASON_KPI_NPS].before.n, ==, 9);
  g_assert_cmpint (board->kpis[DIAPASON_KPI_SATISFACTION].now.n, ==, 15);
  g_assert_cmpint (board->kpis[DIAPASON_KPI_SOLVED].now.n, ==, 15);
  g_assert_cmpint (board->kpis[DIAPASON_KPI_PROMISES].now.n, ==, 2);
  g_assert_cmpint (board->kpis[DIAPASON_KPI_PROMISES].now.plus, ==, 1);
  g_assert_cmpint (board->kpis[DIAPASON_KPI_HEARD].now.n, ==, 10);
  g_assert_cmpint (board->kpis[DIAPASON_KPI_HEARD].now.plus, ==, 5);
  g_assert_cmpint (board->unheard, ==, 8);
  for (guint week = 0; week < DIAPASON_BOARD_WEEKS; week++)
    n += board->kpis[DIAPASON_KPI_NPS].weeks[week].n;
  g_assert_cmpint (n, ==, 24);
  g_assert_cmpint (board->asked, ==, 60);
  g_assert_cmpint (board->answered, ==, 24);
  g_assert_cmpint (board->promises_due, ==, 1);
  g_assert_cmpstr (board->words, ==, "v0");
  g_assert_cmpint (board->score, ==, 0);
}

static guint
count_rows (DeskFixture *fixture, DiapasonKpi kpi, guint days)
{
  g_autoptr (GListModel) rows = diapason_desk_figure_rows (fixture->desk, kpi, days);
  gboolean loading = TRUE;

  while (loading)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (rows, "loading", &loading, NULL);
    }
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (DiapasonRowItem) item = g_list_model_get_item (rows, i);
      const DiapasonEventRecord *event;

      while ((event = diapason_row_item_get_record (item)) == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (event->entity, ==,
                       kpi == DIAPASON_KPI_PROMISES ? DIAPASON_ENTITY_PROMISE
                                                    : DIAPASON_ENTITY_VERBATIM);
    }
  return g_list_model_get_n_items (rows);
}

static void
test_rows_are_as_many_as_n (DeskFixture *fixture, gconstpointer data)
{
  const guint periods[] = { 1, 7, 30, 90 };

  tell_answers (fixture);
  desk_fixture_row (fixture, "survey", "verbatim", "anonymous", "wave", "w", "adviser", "ida", "at",
                    "-3", "score", "9", "scale", "10", "permission", "anonymous", NULL);
  desk_fixture_commit (fixture);
  desk_fixture_sign_in (fixture, "survey", "ida");
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (DiapasonBoardRecord) board = read_board (fixture, periods[i]);

      for (DiapasonKpi kpi = DIAPASON_KPI_NPS; kpi < DIAPASON_N_KPIS; kpi++)
        g_assert_cmpint (count_rows (fixture, kpi, periods[i]), ==, board->kpis[kpi].now.n);
    }
}

static void
count_cb (DiapasonDesk *desk, guint *count)
{
  (*count)++;
}

static void
test_news (DeskFixture *fixture, gconstpointer data)
{
  guint n_news = 0;

  desk_fixture_row (fixture, "survey", "article", "a", "title", "S", NULL);
  desk_fixture_commit (fixture);
  desk_fixture_sign_in (fixture, "survey", "ida");
  await_quiet ();
  g_signal_connect (fixture->desk, "figures-changed", G_CALLBACK (count_cb), &n_news);
  desk_fixture_row (fixture, "survey", "article", "a", "title", "T", NULL);
  desk_fixture_commit (fixture);
  g_assert_cmpuint (n_news, ==, 0);
  tell_answer (fixture, 1, "ida", 1, 9);
  desk_fixture_commit (fixture);
  while (n_news == 0)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/desk/figures/" name, DeskFixture, NULL, desk_fixture_set_up, func,                 \
              desk_fixture_tear_down)
  ADD ("nobody", test_nobody);
  ADD ("mine", test_mine);
  ADD ("rows-are-as-many-as-n", test_rows_are_as_many_as_n);
  ADD ("news", test_news);
  return g_test_run ();
}
