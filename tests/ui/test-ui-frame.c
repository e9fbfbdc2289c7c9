/* test-ui-frame.c: the regions of the window: they fold, are gone round by F6 and remembered; who
 * is signed in; and what the footer says of all sources. */
#include "fold.h"
#include "footer.h"
#include "kpi-column.h"
#include "source-chip.h"
#include "window.h"

#include "ui-fixture.h"

static gpointer
part (DiapasonWindow *window, const char *name)
{
  return G_OBJECT (gtk_widget_get_template_child (GTK_WIDGET (window), DIAPASON_TYPE_WINDOW, name));
}

/* First the window is painted, then what is in it. */
static void
await_desk (DiapasonWindow *window)
{
  UI_WAIT (gtk_widget_get_mapped (part (window, "work_fold")));
  ui_await_frames (window);
}

static DiapasonWindow *
window_new (UiFixture *fixture, int width)
{
  DiapasonWindow *window = diapason_window_new (NULL, fixture->base.desk);

  gtk_window_set_default_size (GTK_WINDOW (window), width, 700);
  ui_fixture_show_window (fixture, GTK_WINDOW (window));
  await_desk (window);
  return window;
}

static DiapasonSourceStatus *
add_source (UiFixture *fixture, const char *name)
{
  g_autoptr (DiapasonSourceStatus) status = diapason_source_status_new (name, name);

  g_list_store_append (G_LIST_STORE (diapason_desk_get_sources (fixture->base.desk)), status);
  return status;
}

/* The focus after F6 is in @name. */
static gboolean
goes_to (DiapasonWindow *window, const char *action, const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  ui_await_frames (window);
  return gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), part (window, name));
}

static void
open_ada (UiFixture *fixture, DiapasonWindow *window)
{
  desk_fixture_tell_quills (&fixture->base);
  diapason_window_open_person (window, desk_fixture_person (&fixture->base, "crm", "c1"));
  UI_WAIT (ui_says (window, "Call with Ida Marsh\n"));
}

static void
test_regions (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window;
  GtkWidget *period;

  add_source (fixture, "crm");
  window = window_new (fixture, 1280);
  open_ada (fixture, window);
  g_assert_true (goes_to (window, "win.next-region", "worklist"));
  g_assert_true (goes_to (window, "win.next-region", "middle"));
  g_assert_true (goes_to (window, "win.next-region", "kpis"));
  period = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (goes_to (window, "win.next-region", "footer"));
  g_assert_true (goes_to (window, "win.next-region", "worklist"));
  g_assert_true (goes_to (window, "win.previous-region", "footer"));
  g_assert_true (goes_to (window, "win.previous-region", "kpis"));
  /* Where it was there. */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == period);
}

/* What is folded away comes in sight, and what it covered again after it. */
static void
test_regions_unfold (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window = window_new (fixture, 640);

  open_ada (fixture, window);
  g_assert_true (goes_to (window, "win.next-region", "worklist"));
  g_assert_true (goes_to (window, "win.next-region", "middle"));
  g_assert_false (ui_says (window, "My experience KPIs\n"));
  g_assert_true (goes_to (window, "win.next-region", "kpis"));
  g_assert_true (ui_says (window, "My experience KPIs\n"));
  g_assert_false (ui_says (window, "Call with Ida Marsh\n"));
  g_assert_true (goes_to (window, "win.previous-region", "middle"));
  g_assert_true (ui_says (window, "Call with Ida Marsh\n"));

  /* So does the middle for whoever looks for something. */
  g_assert_true (goes_to (window, "win.next-region", "kpis"));
  diapason_window_find (window, "ada");
  ui_await_frames (window);
  g_assert_false (ui_says (window, "My experience KPIs\n"));
}

static void
test_remembered (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window = window_new (fixture, 1150);
  int before = gtk_widget_get_width (GTK_WIDGET (window));
  int width;

  g_object_set (part (window, "desk_fold"), "side-width", 345, NULL);
  ui_fixture_close (fixture);
  window = diapason_window_new (NULL, fixture->base.desk);
  ui_fixture_show_window (fixture, GTK_WINDOW (window));
  await_desk (window);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, before);
  g_object_get (part (window, "desk_fold"), "side-width", &width, NULL);
  g_assert_cmpint (width, ==, 345);
  g_assert_cmpint (gtk_widget_get_width (part (window, "kpis")), ==, 345);
}

/* A window as small as that cuts nothing, whatever is in it. */
static void
test_small (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window = window_new (fixture, 640);
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  int minimum;

  for (guint i = 0; i < 4; i++)
    {
      DiapasonSourceStatus *status = add_source (fixture, "a source with a long name");

      diapason_source_status_set_state (status, DIAPASON_SOURCE_FAILING, "It cannot be reached.");
    }
  open_ada (fixture, window);
  for (guint shown = 0; shown < 2; shown++)
    {
      g_object_set (part (window, "desk_fold"), "show-side", shown == 1, NULL);
      ui_await_frames (window);
      gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      g_assert_cmpint (minimum, <=, 480);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, width);
    }
}

static void
test_signed_in (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window = window_new (fixture, 1280);

  g_assert_false (gtk_widget_get_visible (part (window, "me")));
  desk_fixture_row (&fixture->base, "crm", "adviser", "a1", "name", "Ida <b>M.</b>", NULL);
  desk_fixture_sign_in (&fixture->base, "crm", "a1");
  desk_fixture_commit (&fixture->base);
  UI_WAIT (gtk_widget_get_visible (part (window, "me")));
  g_assert_true (ui_says (part (window, "me"), "Ida <b>M.</b>\n"));
  gtk_test_accessible_assert_property (part (window, "me"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Signed in as Ida <b>M.</b>");
}

static void
test_footer (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window = window_new (fixture, 1280);
  GtkWidget *footer = part (window, "footer");
  DiapasonSourceStatus *one, *other;

  g_assert_true (ui_says (footer, "No source yet\n"));
  one = add_source (fixture, "one");
  other = add_source (fixture, "other");
  g_assert_true (ui_says (footer, "Fetching\n"));
  diapason_source_status_set_in_sync_since (one, DESK_FIXTURE_NOW - DESK_FIXTURE_HOUR);
  diapason_source_status_set_in_sync_since (other, DESK_FIXTURE_NOW);
  diapason_source_status_set_state (one, DIAPASON_SOURCE_IN_SYNC, NULL);
  g_assert_true (ui_says (footer, "Fetching\n"));
  diapason_source_status_set_state (other, DIAPASON_SOURCE_IN_SYNC, NULL);
  g_assert_true (ui_says (footer, "In sync since 11:14\none\nother\n"));
  diapason_source_status_set_state (other, DIAPASON_SOURCE_FAILING, "It cannot be reached.");
  g_assert_true (ui_says (footer, "1 source is not in step\n"));
  /* Without an application no key does it. */
  g_assert_true (ui_says (footer, "—\nnext region\n"));
  ui_assert_named (footer);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(name, func)                                                                            \
  g_test_add ("/ui/frame/" name, UiFixture, NULL, ui_fixture_set_up, func, ui_fixture_tear_down)
  ADD ("regions", test_regions);
  ADD ("regions-unfold", test_regions_unfold);
  ADD ("remembered", test_remembered);
  ADD ("small", test_small);
  ADD ("signed-in", test_signed_in);
  ADD ("footer", test_footer);
  return g_test_run ();
}
