/* test-ui-preferences.c: what can be set, that it holds at once, and what is done about sources. */
#include "key-window.h"
#include "preferences-window.h"
#include "sign-in-window.h"
#include "source-row.h"
#include "ui-settings.h"

#include "await.h"
#include "ui-fixture.h"

typedef struct
{
  UiFixture base;
  GtkApplication *application; /* (weak) */
  GSettings *settings;
  DiapasonKeys *keys;
} PreferencesFixture;

/* One for all: a second one of its name has no place on the bus. */
static GtkApplication *
the_application (void)
{
  static GtkApplication *application;

  if (application == NULL)
    {
      application = gtk_application_new ("org.example.Preferences", G_APPLICATION_NON_UNIQUE);
      g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
    }
  return application;
}

static void
set_up (PreferencesFixture *fixture, gconstpointer data)
{
  ui_fixture_set_up (&fixture->base, data);
  fixture->application = the_application ();
  fixture->settings = diapason_ui_settings_open ();
  fixture->keys = diapason_keys_new (fixture->application, fixture->settings);
}

static void
tear_down (PreferencesFixture *fixture, gconstpointer data)
{
  ui_fixture_tear_down (&fixture->base, data);
  g_assert_finalize_object (g_steal_pointer (&fixture->keys));
  g_clear_object (&fixture->settings);
}

/* At @page. */
static DiapasonPreferencesWindow *
show (PreferencesFixture *fixture, const char *page, gboolean kept)
{
  DiapasonPreferencesWindow *window =
      diapason_preferences_window_new (fixture->base.base.desk, fixture->keys,
                                       kept ? fixture->settings : NULL, "", NULL);

  diapason_preferences_window_show (window, page);
  ui_fixture_show_window (&fixture->base, GTK_WINDOW (window));
  ui_await_frames (window);
  ui_assert_named (window);
  return window;
}

/* The window of @type that is open; waits for it. */
static gpointer
other_window (GType type)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (;; g_main_context_iteration (NULL, TRUE))
    for (guint i = 0; i < g_list_model_get_n_items (all); i++)
      {
        g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);

        if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) &&
            gtk_widget_get_mapped (GTK_WIDGET (window)))
          return window;
      }
}

/* Style and language */

static void
choose (gpointer window, const char *title)
{
  AdwActionRow *row;

  for (guint i = 0; (row = ui_find (window, ADW_TYPE_ACTION_ROW, i)) != NULL; i++)
    if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
      {
        adw_action_row_activate (row);
        return;
      }
  g_error ("There is no \"%s\".", title);
}

static void
test_style (PreferencesFixture *fixture, gconstpointer data)
{
  DiapasonPreferencesWindow *window = show (fixture, "general", TRUE);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GVariant) kept = NULL;

  diapason_ui_settings_follow_style (fixture->settings);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);
  /* Looking changes nothing. */
  kept = g_settings_get_user_value (fixture->settings, "style");
  g_assert_null (kept);
  choose (window, "Dark");
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_FORCE_DARK);
  choose (window, "Light");
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_settings_set_string (fixture->settings, "style", "system");
  g_assert_true (gtk_check_button_get_active (ui_find (window, GTK_TYPE_CHECK_BUTTON, 0)));
  g_settings_unbind (manager, "color-scheme");
}

static void
test_language (PreferencesFixture *fixture, gconstpointer data)
{
  DiapasonPreferencesWindow *window = show (fixture, "general", TRUE);
  g_autofree char *kept = NULL;

  g_assert_false (ui_says (window, "starts the next time"));
  choose (window, "Italiano");
  kept = g_settings_get_string (fixture->settings, "language");
  g_assert_cmpstr (kept, ==, "it");
  g_assert_true (ui_says (window, "starts the next time"));
  g_settings_set_string (fixture->settings, "language", "");
  g_assert_false (ui_says (window, "starts the next time"));
}

/* By keyboard alone both of the choices can be come to. */
static void
test_keyboard (PreferencesFixture *fixture, gconstpointer data)
{
  DiapasonPreferencesWindow *window = show (fixture, "general", TRUE);
  g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < 12; i++)
    {
      GtkWidget *focus;

      gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
      focus = gtk_root_get_focus (GTK_ROOT (window));
      if (GTK_IS_CHECK_BUTTON (focus))
        g_hash_table_add (reached, focus);
    }
  g_assert_cmpuint (g_hash_table_size (reached), ==, 2);
}

static void
test_nothing_kept (PreferencesFixture *fixture, gconstpointer data)
{
  DiapasonPreferencesWindow *window = show (fixture, "general", FALSE);

  g_assert_true (ui_says (window, "nothing can be kept here"));
  for (guint i = 0; i < 7; i++)
    g_assert_false (gtk_widget_is_sensitive (ui_find (window, GTK_TYPE_CHECK_BUTTON, i)));
}

/* Keys */

static void
press (gpointer window, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean taken;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &taken);
    }
}

static void
test_keys (PreferencesFixture *fixture, gconstpointer data)
{
  DiapasonPreferencesWindow *window = show (fixture, "keys", TRUE);
  AdwActionRow *find = ui_find (window, ADW_TYPE_ACTION_ROW, 0);
  DiapasonKeyWindow *asked;

  g_assert_true (ui_says (find, "Find anyone or anything\n"));
  g_assert_true (ui_says (find, "Ctrl+K\n"));
  adw_action_row_activate (find);
  asked = other_window (DIAPASON_TYPE_KEY_WINDOW);
  g_object_add_weak_pointer (G_OBJECT (asked), (gpointer *) &asked);
  ui_assert_named (asked);
  press (asked, GDK_KEY_Control_L, 0);
  press (asked, GDK_KEY_x, GDK_CONTROL_MASK);
  g_assert_true (ui_says (asked, "is for writing"));
  press (asked, GDK_KEY_q, GDK_CONTROL_MASK);
  g_assert_true (ui_says (asked, "Ctrl+Q is the key of “Quit”"));
  g_assert_true (ui_says (find, "Ctrl+K\n"));
  press (asked, GDK_KEY_F3, 0);
  g_assert_true (ui_says (find, "F3\n"));
  g_assert_true (ui_is_gone ((gpointer *) &asked));

  g_signal_emit_by_name (ui_find (find, GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_true (ui_says (find, "Ctrl+K\n"));
  g_assert_cmpuint (ui_count (find, GTK_TYPE_BUTTON), ==, 0);
}

static void
test_keys_escape (PreferencesFixture *fixture, gconstpointer data)
{
  DiapasonPreferencesWindow *window = show (fixture, "keys", TRUE);
  AdwActionRow *find = ui_find (window, ADW_TYPE_ACTION_ROW, 0);
  DiapasonKeyWindow *asked;

  g_assert_true (diapason_keys_set (fixture->keys, 0, GDK_KEY_F3, 0, NULL));
  adw_action_row_activate (find);
  asked = other_window (DIAPASON_TYPE_KEY_WINDOW);
  g_object_add_weak_pointer (G_OBJECT (asked), (gpointer *) &asked);
  press (asked, GDK_KEY_Escape, 0);
  g_assert_true (ui_is_gone ((gpointer *) &asked));
  g_assert_true (ui_says (find, "F3\n"));
  g_signal_emit_by_name (ui_button (window, "Reset all"), "clicked");
  g_assert_true (ui_says (find, "Ctrl+K\n"));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (ui_button (window, "Reset all"))));
}

/* Sources */

static void
test_no_sources (PreferencesFixture *fixture, gconstpointer data)
{
  DiapasonPreferencesWindow *window = show (fixture, "sources", TRUE);

  g_assert_true (ui_says (window, "No source yet"));
  g_assert_false (ui_says (window, "Add a source…"));
}

static void
test_sources (PreferencesFixture *fixture, gconstpointer data)
{
  DeskFixture *desk = &fixture->base.base;
  g_autoptr (DiapasonSourceStatus) status = NULL;
  DiapasonPreferencesWindow *window;
  gpointer row, sign_in;

  desk_fixture_connect (desk);
  status = g_list_model_get_item (diapason_desk_get_sources (desk->desk), 0);
  window = show (fixture, "sources", TRUE);
  row = ui_find (window, DIAPASON_TYPE_SOURCE_ROW, 0);
  g_assert_true (ui_says (row, "CRM · not asked yet\n"));
  g_assert_true (ui_says (row, "crm · http://127.0.0.1:"));
  g_assert_false (ui_says (row, "Sign in…"));
  /* As the demo's. */
  g_assert_false (ui_says (row, "Remove…"));
  g_assert_true (ui_says (window, "they cannot be removed"));

  diapason_source_status_set_in_sync_since (status, DESK_FIXTURE_NOW - DESK_FIXTURE_HOUR);
  diapason_source_status_set_state (status, DIAPASON_SOURCE_FAILING, "It <cannot> be reached.");
  g_assert_true (ui_says (row, "CRM\n"));
  g_assert_true (ui_says (row, "It <cannot> be reached.\nWhat you see is as of 1 Jan 2026 11:14."));
  diapason_source_status_set_state (status, DIAPASON_SOURCE_LOGIN, "It wants a login.");
  g_assert_true (ui_says (row, "CRM · waits for you to sign in\n"));
  g_signal_emit_by_name (ui_button (row, "Sign in…"), "clicked");
  sign_in = other_window (DIAPASON_TYPE_SIGN_IN_WINDOW);
  g_assert_true (ui_says (sign_in, "Sign in to CRM"));
  gtk_window_destroy (sign_in);
}

static void
test_removes (PreferencesFixture *fixture, gconstpointer data)
{
  DeskFixture *desk = &fixture->base.base;
  DiapasonPreferencesWindow *window;
  AdwMessageDialog *dialog;

  desk_fixture_connect (desk);
  diapason_desk_set_sources_folder (desk->desk, desk->folder);
  window = show (fixture, "sources", TRUE);
  g_signal_emit_by_name (ui_button (window, "Remove…"), "clicked");
  dialog = other_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (ui_says (dialog, "Remove “CRM”?"));
  g_assert_true (ui_says (dialog, "What you wrote and decided stays"));
  adw_message_dialog_response (dialog, "cancel");
  await_quiet ();
  g_assert_cmpuint (g_list_model_get_n_items (diapason_desk_get_sources (desk->desk)), ==, 1);

  g_signal_emit_by_name (ui_button (window, "Remove…"), "clicked");
  dialog = other_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (dialog, "remove");
  UI_WAIT (ui_says (window, "No source yet"));
  UI_WAIT (ui_says (window, "Removed: CRM"));
}

/* A way to another one is there where the window has one. */
static void
test_add (PreferencesFixture *fixture, gconstpointer data)
{
  GtkWindow *parent = GTK_WINDOW (gtk_application_window_new (fixture->application));
  g_autoptr (GSimpleAction) action = g_simple_action_new ("add-source", NULL);
  DiapasonPreferencesWindow *window;
  GtkWidget *row;
  guint n_activated = 0;

  g_signal_connect_swapped (action, "activate", G_CALLBACK (g_atomic_int_inc), &n_activated);
  g_action_map_add_action (G_ACTION_MAP (parent), G_ACTION (action));
  gtk_window_present (parent);
  window = diapason_preferences_window_new (fixture->base.base.desk, fixture->keys,
                                            fixture->settings, "", parent);
  ui_fixture_show_window (&fixture->base, GTK_WINDOW (window));
  diapason_preferences_window_show (window, "sources");
  for (guint i = 0; (row = ui_find (window, ADW_TYPE_ACTION_ROW, i)) != NULL; i++)
    if (ui_says (row, "Add a source…"))
      adw_action_row_activate (ADW_ACTION_ROW (row));
  g_assert_cmpuint (n_activated, ==, 1);
  ui_fixture_close (&fixture->base);
  gtk_window_destroy (parent);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(name, func)                                                                            \
  g_test_add ("/ui/preferences/" name, PreferencesFixture, NULL, set_up, func, tear_down)
  ADD ("style", test_style);
  ADD ("language", test_language);
  ADD ("keyboard", test_keyboard);
  ADD ("nothing-kept", test_nothing_kept);
  ADD ("keys", test_keys);
  ADD ("keys-escape", test_keys_escape);
  ADD ("no-sources", test_no_sources);
  ADD ("sources", test_sources);
  ADD ("removes", test_removes);
  ADD ("add", test_add);
  return g_test_run ();
}
