/* test-ui-set-up.c: adding a source: in the place of the desk the first time, beside it later. */
#include "connect-page.h"
#include "kind-page.h"
#include "nobody-view.h"
#include "progress-page.h"
#include "set-up-view.h"
#include "window.h"

#include "ui-fixture.h"

static DiapasonWindow *
window_new (UiFixture *fixture)
{
  DiapasonWindow *window;

  desk_fixture_begin_empty (&fixture->base, FALSE, 0);
  window = diapason_window_new (NULL, fixture->base.desk);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-source", NULL);
  ui_fixture_show_window (fixture, GTK_WINDOW (window));
  return window;
}

static void
press (gpointer root, const char *text)
{
  g_signal_emit_by_name (ui_button (root, text), "clicked");
}

static GtkListBoxRow *
row_saying (gpointer root, const char *text)
{
  GtkListBoxRow *row;

  for (guint i = 0; (row = ui_find (root, GTK_TYPE_LIST_BOX_ROW, i)) != NULL; i++)
    if (ui_says (row, text))
      return row;
  g_error ("No row says \"%s\".", text);
}

/* Escape, as far as the view hears of it. */
static void
escape (gpointer window)
{
  GtkWidget *view = ui_find (window, DIAPASON_TYPE_SET_UP_VIEW, 0);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);
  gboolean is_pressed = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_pressed; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) &&
                        j < g_list_model_get_n_items (G_LIST_MODEL (controller)) && !is_pressed;
           j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *keys =
              gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (keys, "Escape"))
            is_pressed =
                gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, view, NULL);
        }
    }
  g_assert_true (is_pressed);
}

/* Chooses the fixture's own description in a file. */
static void
choose_own (UiFixture *fixture, gpointer window)
{
  g_autofree char *path = desk_fixture_describe (&fixture->base, "crm", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  diapason_kind_page_read (ui_find (window, DIAPASON_TYPE_KIND_PAGE, 0), file);
  UI_WAIT (ui_find (window, DIAPASON_TYPE_CONNECT_PAGE, 0) != NULL);
}

static GtkEditable *
entry (gpointer window, guint nth)
{
  return GTK_EDITABLE (ui_find (window, ADW_TYPE_ENTRY_ROW, nth));
}

static gboolean
has_focus (gpointer window, gpointer widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus == widget || (focus != NULL && gtk_widget_is_ancestor (focus, widget));
}

/* From the company's words to the customers, with each mistake on the way. */
static void
test_first_run (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window = window_new (fixture);
  g_autofree char *base = fake_server_uri (fixture->base.server, "");

  g_assert_true (ui_says (window, "We answer people."));
  g_assert_null (ui_find (window, DIAPASON_TYPE_NOBODY_VIEW, 0));
  ui_assert_named (window);
  press (window, "Add a Source");
  UI_WAIT (ui_says (window, "Request Tracker"));
  g_assert_true (ui_says (window, "Step 1 of 2"));
  g_assert_true (has_focus (window, row_saying (window, "Contact platform")));
  ui_assert_named (window);

  choose_own (fixture, window);
  g_assert_true (ui_says (window, "Where is your CRM?"));
  g_assert_true (has_focus (window, entry (window, 0)));
  ui_assert_named (window);
  gtk_editable_set_text (entry (window, 0), "desk");
  gtk_editable_set_text (entry (window, 2), "wrong");
  press (window, "Check and Add");
  UI_WAIT (ui_says (window, "not a whole web address"));
  g_assert_true (has_focus (window, entry (window, 0)));
  g_assert_cmpstr (gtk_editable_get_text (entry (window, 0)), ==, "desk");

  gtk_editable_set_text (entry (window, 0), base);
  g_signal_emit_by_name (entry (window, 0), "entry-activated");
  UI_WAIT (ui_says (window, "did not accept this login"));
  g_assert_true (has_focus (window, entry (window, 2)));
  gtk_editable_set_text (entry (window, 2), "right");
  g_signal_emit_by_name (entry (window, 2), "entry-activated");
  UI_WAIT (ui_says (window, "CRM is connected"));
  UI_WAIT (ui_says (window, "All of it is here."));
  UI_WAIT (ui_says (window, "Customers can be found already"));
  g_assert_true (ui_says (row_saying (window, "Customers"), "2\n"));
  g_assert_true (has_focus (window, ui_button (window, "Go to the Desk")));
  ui_assert_named (window);

  press (window, "Go to the Desk");
  UI_WAIT (ui_says (window, "Who is it about?"));
  diapason_window_find (window, "ada");
  UI_WAIT (ui_says (window, "Ada Quill"));
}

/* What is put off is offered again on the desk. */
static void
test_later (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window = window_new (fixture);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
  g_assert_true (ui_says (window, "We answer people."));
  press (window, "Later");
  UI_WAIT (ui_says (window, "Nothing is here yet"));
  ui_assert_named (window);
  gtk_widget_activate_action (GTK_WIDGET (ui_button (window, "Add a Source…")), "win.add-source",
                              NULL);
  g_assert_true (ui_says (window, "We answer people."));
}

/* Nothing is lost on the way back, but what was asked for another kind. */
static void
test_back (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window = window_new (fixture);

  press (window, "Add a Source");
  UI_WAIT (ui_says (window, "Web shop"));
  g_signal_emit_by_name (row_saying (window, "Web shop"), "activate");
  g_assert_true (ui_says (window, "Where is your Web shop?"));
  g_assert_cmpuint (ui_count (window, ADW_TYPE_ENTRY_ROW), ==, 4);
  gtk_editable_set_text (entry (window, 0), "https://shop.example");
  gtk_editable_set_text (entry (window, 2), "amina");
  escape (window);
  g_assert_true (ui_says (window, "Step 1 of 2"));
  g_signal_emit_by_name (row_saying (window, "Web shop"), "activate");
  g_assert_cmpstr (gtk_editable_get_text (entry (window, 2)), ==, "amina");
  escape (window);
  g_signal_emit_by_name (row_saying (window, "Survey tool"), "activate");
  g_assert_cmpuint (ui_count (window, ADW_TYPE_ENTRY_ROW), ==, 3);
  g_assert_cmpstr (gtk_editable_get_text (entry (window, 2)), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (entry (window, 0)), ==, "https://shop.example");
  escape (window);
  escape (window);
  g_assert_true (ui_says (window, "We answer people."));
  escape (window);
  UI_WAIT (ui_says (window, "Nothing is here yet"));
}

static void
test_wrong_file (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window = window_new (fixture);
  g_autofree char *path =
      desk_fixture_describe (&fixture->base, "a<b>&c", "{'preset': 'crm', 'colour': 1}");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  press (window, "Add a Source");
  UI_WAIT (ui_says (window, "Request Tracker"));
  diapason_kind_page_read (ui_find (window, DIAPASON_TYPE_KIND_PAGE, 0), file);
  UI_WAIT (ui_says (window, "$.colour"));
  g_assert_true (ui_says (window, "a<b>&c.json"));
  g_assert_true (ui_says (window, "Step 1 of 2"));
}

static GtkWindow *
other_window (DiapasonWindow *window)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (all, i);

      if (gtk_window_get_transient_for (other) == GTK_WINDOW (window))
        return other;
    }
  g_error ("There is no other window.");
}

/* While contacts may come, beside the desk; and closed in the middle of a check. */
static void
test_beside (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window;
  GtkWindow *own;
  gpointer page;
  g_autofree char *base = NULL;

  desk_fixture_connect (&fixture->base);
  base = fake_server_uri (fixture->base.server, "");
  diapason_desk_set_sources_folder (fixture->base.desk, "/nonexistent/sources");
  window = diapason_window_new (NULL, fixture->base.desk);
  ui_fixture_show_window (fixture, GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-source", NULL);
  own = other_window (window);
  UI_WAIT (ui_says (window, "Who is it about?"));
  g_assert_true (ui_says (own, "Step 1 of 2"));
  UI_WAIT (ui_says (own, "Request Tracker"));
  choose_own (fixture, own);
  gtk_editable_set_text (entry (own, 0), base);
  gtk_editable_set_text (entry (own, 2), "right");
  press (own, "Check and Add");
  page = ui_find (own, DIAPASON_TYPE_CONNECT_PAGE, 0);
  g_object_add_weak_pointer (page, &page);
  g_object_add_weak_pointer (G_OBJECT (own), (gpointer *) &own);
  gtk_window_close (own);
  g_assert_true (ui_is_gone ((gpointer *) &own));
  /* What it waited for has been answered. */
  g_assert_true (ui_is_gone (&page));
}

/* Where it cannot be done it is not offered. */
static void
test_not_here (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window = diapason_window_new (NULL, fixture->base.desk);

  ui_fixture_show_window (fixture, GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-source", NULL);
  UI_WAIT (ui_says (window, "Who is it about?"));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(name, func)                                                                            \
  g_test_add ("/ui/set-up/" name, UiFixture, NULL, ui_fixture_set_up, func, ui_fixture_tear_down)
  ADD ("first-run", test_first_run);
  ADD ("later", test_later);
  ADD ("back", test_back);
  ADD ("wrong-file", test_wrong_file);
  ADD ("beside", test_beside);
  ADD ("not-here", test_not_here);
  return g_test_run ();
}
