/* test-ui-shell.c: the window around it all: sources in the footer, signing in, find above. */
#include "find-view.h"
#include "history-bar.h"
#include "person-view.h"
#include "sign-in-window.h"
#include "source-chip.h"
#include "window.h"

#include "await.h"
#include "ui-fixture.h"

/* A source's chip */

static void
keep_name_cb (gpointer chip, const char *source, char **kept)
{
  g_free (*kept);
  *kept = g_strdup (source);
}

/* Drawn, too: GTK loses a popover that is hidden before it ever was. */
static gpointer
open_popover (GtkMenuButton *button)
{
  gpointer popover = gtk_menu_button_get_popover (button);

  gtk_menu_button_popup (button);
  UI_WAIT (gtk_widget_get_mapped (popover));
  ui_await_frames (popover);
  return popover;
}

static void
test_chip_states (UiFixture *fixture, gconstpointer data)
{
  static const struct
  {
    DiapasonSourceState state;
    const char *sentence, *line, *icon;
    gboolean can_sign_in;
    const char *whole;
  } cases[] = {
    { DIAPASON_SOURCE_NEW, NULL, "A&B · not asked yet", "content-loading-symbolic", FALSE,
      "A&B · not asked yet" },
    { DIAPASON_SOURCE_FETCHING, NULL, "A&B · fetching, 320 rows", "view-refresh-symbolic", FALSE,
      "A&B · fetching, 320 rows" },
    { DIAPASON_SOURCE_IN_SYNC, NULL, "A&B\n", "object-select-symbolic", FALSE,
      "A&B · in sync since 11:14" },
    { DIAPASON_SOURCE_LOGIN, "It wants a <login>.", "A&B · waits for you to sign in",
      "dialog-password-symbolic", TRUE },
    { DIAPASON_SOURCE_FAILING, "It cannot be reached.", "A&B · It cannot be reached.",
      "dialog-warning-symbolic", FALSE },
  };
  g_autoptr (DiapasonSourceStatus) status = diapason_source_status_new ("ab", "A&B");
  GtkWidget *chip = diapason_source_chip_new (fixture->base.desk, status);
  GtkMenuButton *button;

  diapason_source_status_set_fetched (status, 320);
  diapason_source_status_set_in_sync_since (status, DESK_FIXTURE_NOW - DESK_FIXTURE_HOUR);
  ui_fixture_show (fixture, chip, 500, 300);
  button = ui_find (chip, GTK_TYPE_MENU_BUTTON, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gpointer popover = gtk_menu_button_get_popover (button);

      diapason_source_status_set_state (status, cases[i].state, cases[i].sentence);
      g_assert_true (ui_says (chip, cases[i].line));
      g_assert_cmpstr (gtk_image_get_icon_name (ui_find (chip, GTK_TYPE_IMAGE, 0)), ==,
                       cases[i].icon);
      ui_assert_named (chip);
      open_popover (button);
      g_assert_true (
          ui_says (popover, cases[i].sentence != NULL ? cases[i].sentence : cases[i].whole));
      g_assert_true (ui_says (popover, "What you see is as of 1 Jan 2026 11:14.") ==
                     (cases[i].sentence != NULL));
      g_assert_true (ui_says (popover, "Sign in…") == cases[i].can_sign_in);
      gtk_menu_button_popdown (button);
      UI_WAIT (!gtk_widget_get_mapped (popover));
      ui_await_frames (chip);
    }
}

static void
test_chip_acts (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonSourceStatus) status = diapason_source_status_new ("ab", "A&B");
  GtkWidget *chip = diapason_source_chip_new (fixture->base.desk, status);
  GtkMenuButton *button;
  gpointer popover;
  g_autofree char *signed_in = NULL;
  g_autofree char *retried = NULL;

  diapason_source_status_set_state (status, DIAPASON_SOURCE_LOGIN, "It wants a login.");
  ui_fixture_show (fixture, chip, 500, 300);
  g_signal_connect (chip, "sign-in", G_CALLBACK (keep_name_cb), &signed_in);
  g_signal_connect (chip, "retry", G_CALLBACK (keep_name_cb), &retried);
  button = ui_find (chip, GTK_TYPE_MENU_BUTTON, 0);
  popover = open_popover (button);
  g_signal_emit_by_name (ui_button (popover, "Ask again now"), "clicked");
  g_assert_cmpstr (retried, ==, "ab");
  UI_WAIT (!gtk_widget_get_mapped (popover));
  open_popover (button);
  g_signal_emit_by_name (ui_button (popover, "Sign in…"), "clicked");
  g_assert_cmpstr (signed_in, ==, "ab");
  UI_WAIT (!gtk_widget_get_mapped (popover));
}

/* Signing in */

static DiapasonSignInWindow *
sign_in_window_new (UiFixture *fixture)
{
  DiapasonSignInWindow *window;

  desk_fixture_connect (&fixture->base);
  window = diapason_sign_in_window_new (fixture->base.desk, "crm", "C<R>M");
  ui_fixture_show_window (fixture, GTK_WINDOW (window));
  return window;
}

/* The button; the window's title says the same. */
static GtkWidget *
submit_of (DiapasonSignInWindow *window)
{
  GtkWidget *button;

  for (guint i = 0; (button = ui_find (window, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (gtk_widget_has_css_class (button, "suggested-action"))
      return button;
  g_assert_not_reached ();
}

static void
submit (DiapasonSignInWindow *window, const char *token)
{
  gtk_editable_set_text (ui_find (window, ADW_TYPE_PASSWORD_ENTRY_ROW, 0), token);
  g_signal_emit_by_name (ui_find (window, ADW_TYPE_PASSWORD_ENTRY_ROW, 0), "entry-activated");
}

static void
signed_in_cb (gpointer window, const char *notice, guint *count)
{
  g_assert_null (notice);
  (*count)++;
}

static void
test_sign_in (UiFixture *fixture, gconstpointer data)
{
  DiapasonSignInWindow *window = sign_in_window_new (fixture);
  guint n_signed_in = 0;

  g_signal_connect (window, "signed-in", G_CALLBACK (signed_in_cb), &n_signed_in);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_assert_true (ui_says (window, "Sign in to C<R>M\n"));
  g_assert_true (ui_says (window, "Access token\n"));
  g_assert_cmpuint (ui_count (window, ADW_TYPE_ENTRY_ROW), ==, 1);
  ui_assert_named (window);

  submit (window, "wrong");
  g_assert_false (gtk_widget_get_sensitive (submit_of (window)));
  UI_WAIT (ui_says (window, "CRM"));
  g_assert_true (gtk_widget_get_sensitive (submit_of (window)));
  /* What was typed is still there to be mended. */
  g_assert_cmpstr (gtk_editable_get_text (ui_find (window, ADW_TYPE_PASSWORD_ENTRY_ROW, 0)), ==,
                   "wrong");
  g_assert_cmpuint (n_signed_in, ==, 0);

  submit (window, "right");
  g_assert_false (ui_says (window, "CRM"));
  UI_WAIT (n_signed_in == 1);
  g_assert_true (ui_is_gone ((gpointer *) &window));
  fixture->window = NULL;
}

/* Closed before the server answers. */
static void
test_sign_in_goes (UiFixture *fixture, gconstpointer data)
{
  submit (sign_in_window_new (fixture), "right");
  ui_fixture_close (fixture);
}

/* The window */

static DiapasonWindow *
window_new (UiFixture *fixture)
{
  DiapasonWindow *window = diapason_window_new (NULL, fixture->base.desk);

  ui_fixture_show_window (fixture, GTK_WINDOW (window));
  /* First the window is painted, then what is in it. */
  UI_WAIT (gtk_widget_get_mapped (GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (window), DIAPASON_TYPE_WINDOW, "work_fold"))));
  ui_await_frames (window);
  return window;
}

/* Also when it cannot be seen. */
static GtkWidget *
details_button (DiapasonWindow *window)
{
  return GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (window), DIAPASON_TYPE_WINDOW, "details"));
}

static DiapasonSourceStatus *
add_source (UiFixture *fixture, const char *name, const char *label)
{
  g_autoptr (DiapasonSourceStatus) status = diapason_source_status_new (name, label);

  /* Without an engine it is a plain list. */
  g_list_store_append (G_LIST_STORE (diapason_desk_get_sources (fixture->base.desk)), status);
  return status;
}

static void
test_window (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window = window_new (fixture);

  g_assert_true (ui_says (window, "Who is it about?"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Diapason");
  ui_assert_named (window);
}

static void
test_window_finds (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window = window_new (fixture);
  GtkWidget *entry;

  desk_fixture_tell_quills (&fixture->base);
  g_assert_null (ui_find (window, DIAPASON_TYPE_FIND_VIEW, 0));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
  entry = ui_find (ui_find (window, DIAPASON_TYPE_FIND_VIEW, 0), GTK_TYPE_SEARCH_ENTRY, 0);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), entry));
  ui_assert_named (window);

  gtk_editable_set_text (GTK_EDITABLE (entry), "otter");
  g_signal_emit_by_name (entry, "activate");
  UI_WAIT (ui_says (window, "Nobody told me about the otter."));
  g_assert_null (ui_find (window, DIAPASON_TYPE_FIND_VIEW, 0));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Ada Quill — Diapason");
  ui_assert_named (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_null (ui_find (window, DIAPASON_TYPE_FIND_VIEW, 0));
}

/* Nowhere to lead to: it says so and stays where it is. */
static void
test_window_keeps_anonymous (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window = window_new (fixture);

  desk_fixture_tell_quills (&fixture->base);
  desk_fixture_tell_verbatims (&fixture->base);
  diapason_window_find (window, "heron");
  UI_WAIT (ui_says (window, "Anonymous — 9 of 10"));
  g_signal_emit_by_name (ui_find (window, GTK_TYPE_SEARCH_ENTRY, 0), "activate");
  UI_WAIT (ui_says (window, "This answer is anonymous: it is in no history"));
  g_assert_nonnull (ui_find (window, DIAPASON_TYPE_FIND_VIEW, 0));
}

/* On to the next key: what was found has the focus. */
static void
test_window_focuses_history (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window = window_new (fixture);
  GtkWidget *list, *focus;

  desk_fixture_tell_quills (&fixture->base);
  diapason_window_find (window, "ada");
  diapason_window_open_found (window);
  UI_WAIT ((list = ui_find (window, GTK_TYPE_LIST_VIEW, 0)) != NULL &&
           (focus = gtk_window_get_focus (GTK_WINDOW (window))) != NULL &&
           gtk_widget_is_ancestor (focus, list));

  /* Ben has no history: the focus is where the next search begins. */
  diapason_window_find (window, "ben");
  diapason_window_open_found (window);
  UI_WAIT (ui_says (window, "Nothing has happened yet"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) ==
                 GTK_WIDGET (ui_button (window, "Find anyone or anything")));
}

static void
test_window_folds (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window = diapason_window_new (NULL, fixture->base.desk);
  GtkToggleButton *details;

  gtk_window_set_default_size (GTK_WINDOW (window), 640, 700);
  ui_fixture_show_window (fixture, GTK_WINDOW (window));
  desk_fixture_tell_quills (&fixture->base);
  diapason_window_open_person (window, desk_fixture_person (&fixture->base, "crm", "c1"));
  UI_WAIT (ui_says (window, "Call with Ida Marsh\n"));
  UI_WAIT (gtk_widget_get_visible (details_button (window)));
  ui_assert_named (window);
  g_assert_false (ui_says (window, "How to reach them\n"));
  details = GTK_TOGGLE_BUTTON (details_button (window));
  gtk_widget_grab_focus (GTK_WIDGET (details));
  gtk_toggle_button_set_active (details, TRUE);
  g_assert_true (ui_says (window, "How to reach them\n"));
  g_assert_false (ui_says (window, "Call with Ida Marsh\n"));

  /* Of the next person the history comes first. */
  diapason_window_open_person (window, desk_fixture_person (&fixture->base, "crm", "c2"));
  UI_WAIT (ui_says (window, "Nothing has happened yet"));
  g_assert_false (gtk_toggle_button_get_active (details));
}

static void
test_window_reads (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window = window_new (fixture);

  desk_fixture_tell_quills (&fixture->base);
  diapason_window_find (window, "mondays");
  UI_WAIT (ui_says (window, "Refund batches\n"));
  diapason_window_open_found (window);
  UI_WAIT (ui_says (window, "Refunds leave in batches on Mondays."));
  ui_assert_named (window);
  g_signal_emit_by_name (ui_button (window, "Back"), "clicked");
  g_assert_true (ui_says (window, "Who is it about?"));

  diapason_window_open_person (window, desk_fixture_person (&fixture->base, "crm", "c2"));
  UI_WAIT (ui_says (window, "Ben Quill\n"));
  diapason_window_find (window, "mondays");
  diapason_window_open_found (window);
  UI_WAIT (ui_says (window, "Refunds leave in batches on Mondays."));
  g_signal_emit_by_name (ui_button (window, "Back"), "clicked");
  g_assert_true (ui_says (window, "Ben Quill\n"));
}

static void
test_window_opens_person (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window = window_new (fixture);

  desk_fixture_tell_quills (&fixture->base);
  diapason_window_open_person (window, desk_fixture_person (&fixture->base, "crm", "c2"));
  UI_WAIT (ui_says (window, "Ben Quill\n"));
  diapason_window_tell (window, "A&B <said> so.");
  UI_WAIT (ui_says (window, "A&B <said> so.\n"));
}

/* A link takes nothing from whoever types: it comes up behind find, which keeps words and focus. */
static void
test_window_opens_behind_find (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window = window_new (fixture);
  GtkWidget *entry;

  desk_fixture_tell_quills (&fixture->base);
  diapason_window_find (window, "refu");
  UI_WAIT (ui_says (window, "Refund batches\n"));
  entry = ui_find (ui_find (window, DIAPASON_TYPE_FIND_VIEW, 0), GTK_TYPE_SEARCH_ENTRY, 0);
  diapason_window_open_person (window, desk_fixture_person (&fixture->base, "crm", "c2"));
  UI_WAIT (ui_says (window, "Ben Quill\n") && ui_says (window, "Escape leads there."));
  ui_await_frames (window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "refu");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), entry));
  g_assert_true (ui_says (window, "Refund batches\n"));
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_null (ui_find (window, DIAPASON_TYPE_FIND_VIEW, 0));
  g_assert_true (ui_says (window, "Ben Quill\n"));

  /* Without a word it makes room. */
  diapason_window_find (window, "");
  diapason_window_open_person (window, desk_fixture_person (&fixture->base, "crm", "c1"));
  g_assert_null (ui_find (window, DIAPASON_TYPE_FIND_VIEW, 0));
  UI_WAIT (ui_says (window, "Ada Quill\n"));
}

/* What is typed about whoever is shown would go with them: the other one is offered. */
static void
test_window_offers_person (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window = window_new (fixture);
  GtkEditable *words;

  desk_fixture_tell_quills (&fixture->base);
  diapason_window_open_person (window, desk_fixture_person (&fixture->base, "crm", "c1"));
  UI_WAIT (ui_says (window, "Call with Ida Marsh\n"));
  words = ui_find (ui_find (window, DIAPASON_TYPE_HISTORY_BAR, 0), GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_widget_grab_focus (GTK_WIDGET (words));
  gtk_editable_set_text (words, "otter");
  diapason_window_open_person (window, desk_fixture_person (&fixture->base, "crm", "c2"));
  UI_WAIT (ui_says (window, "A customer is asked for from outside\n"));
  g_assert_cmpstr (gtk_editable_get_text (words), ==, "otter");
  g_assert_false (ui_says (window, "Ben Quill\n"));
  g_signal_emit_by_name (ui_button (window, "Show"), "clicked");
  UI_WAIT (ui_says (window, "Ben Quill\n"));
}

static void
test_window_shows_sources (UiFixture *fixture, gconstpointer data)
{
  DiapasonSourceStatus *crm = add_source (fixture, "crm", "CRM");
  DiapasonSourceStatus *desk;
  DiapasonWindow *window = window_new (fixture);
  GtkRevealer *banner = ui_find (window, GTK_TYPE_REVEALER, 0);

  g_assert_true (ui_says (window, "CRM · not asked yet\n"));
  desk = add_source (fixture, "desk", "D&K");
  g_assert_true (ui_says (window, "D&K · not asked yet\n"));
  ui_assert_named (window);

  g_assert_false (gtk_revealer_get_reveal_child (banner));
  diapason_source_status_set_state (desk, DIAPASON_SOURCE_LOGIN, "It wants a login.");
  g_assert_true (gtk_revealer_get_reveal_child (banner));
  UI_WAIT (ui_says (banner, "D&K waits for you to sign in."));
  diapason_source_status_set_state (crm, DIAPASON_SOURCE_LOGIN, "It wants a login.");
  UI_WAIT (ui_says (banner, "CRM waits for you to sign in."));
  diapason_source_status_set_state (crm, DIAPASON_SOURCE_IN_SYNC, NULL);
  diapason_source_status_set_state (desk, DIAPASON_SOURCE_IN_SYNC, NULL);
  g_assert_false (gtk_revealer_get_reveal_child (banner));
}

/* From the banner to a source that goes on. */
static void
test_window_signs_in (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window;
  GtkRevealer *banner;
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWindow *sign_in = NULL;

  desk_fixture_connect (&fixture->base);
  window = window_new (fixture);
  banner = ui_find (window, GTK_TYPE_REVEALER, 0);
  diapason_sync_engine_start (fixture->base.engine);
  UI_WAIT (ui_says (banner, "CRM waits for you to sign in."));
  g_signal_emit_by_name (ui_button (banner, "Sign in…"), "clicked");
  for (guint i = 0; i < g_list_model_get_n_items (toplevels) && sign_in == NULL; i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (DIAPASON_IS_SIGN_IN_WINDOW (toplevel))
        sign_in = toplevel;
    }
  g_assert_true (gtk_window_get_transient_for (sign_in) == GTK_WINDOW (window));
  submit (DIAPASON_SIGN_IN_WINDOW (sign_in), "right");
  UI_WAIT (!gtk_revealer_get_reveal_child (banner));
  UI_WAIT (ui_says (window, "In sync since"));
}

/* The label below @root that says @sentence. */
static GtkLabel *
label_saying (gpointer root, const char *sentence)
{
  GtkLabel *label;

  for (guint i = 0; (label = ui_find (root, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_str_equal (gtk_label_get_text (label), sentence))
      return label;
  g_error ("Nothing says \"%s\".", sentence);
}

/* What befell a file is there in whole, whatever the width, until somebody has read it. */
static void
test_window_complains (UiFixture *fixture, gconstpointer data)
{
  const char *cache =
      "The local copy of what your sources say was damaged. It is fetched again, so "
      "for a while not everything is here; what you wrote and decided is. The "
      "damaged file is kept as /home/somebody/.local/share/diapason/default/"
      "cache.db.corrupt-20260301T101500Z.";
  const char *work = "2 < 3 & others could not be read.";
  DiapasonWindow *window = window_new (fixture);
  GtkLabel *label;

  diapason_window_complain (window, cache);
  diapason_window_complain (window, work);
  ui_await_frames (window);
  ui_assert_named (window);
  label = label_saying (window, cache);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (label)));
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (label)), >, 1);
  g_assert_true (gtk_label_get_selectable (label));
  g_signal_emit_by_name (gtk_widget_get_next_sibling (GTK_WIDGET (label)), "clicked");
  g_assert_false (ui_says (window, "The local copy"));
  g_assert_true (ui_says (window, work));
}

/* However many links lead nowhere, there is one line, of the last one. */
static void
test_window_refuses (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window = window_new (fixture);
  GtkLabel *label;

  diapason_window_complain (window, "The disk is full.");
  diapason_window_refuse (window, "This link names no customer.");
  diapason_window_refuse (window, "Nobody of <crm> is called so.");
  g_assert_false (ui_says (window, "This link names no customer."));
  g_assert_true (ui_says (window, "The disk is full.\nNobody of <crm> is called so.\n"));
  label = label_saying (window, "Nobody of <crm> is called so.");
  g_signal_emit_by_name (gtk_widget_get_next_sibling (GTK_WIDGET (label)), "clicked");
  g_assert_false (ui_says (window, "Nobody of"));
  diapason_window_refuse (window, "This link names no customer.");
  g_assert_true (ui_says (window, "The disk is full.\nThis link names no customer.\n"));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(name, func)                                                                            \
  g_test_add ("/ui/shell/" name, UiFixture, NULL, ui_fixture_set_up, func, ui_fixture_tear_down)
  ADD ("chip-states", test_chip_states);
  ADD ("chip-acts", test_chip_acts);
  ADD ("sign-in", test_sign_in);
  ADD ("sign-in-goes", test_sign_in_goes);
  ADD ("window", test_window);
  ADD ("window-finds", test_window_finds);
  ADD ("window-keeps-anonymous", test_window_keeps_anonymous);
  ADD ("window-focuses-history", test_window_focuses_history);
  ADD ("window-folds", test_window_folds);
  ADD ("window-reads", test_window_reads);
  ADD ("window-opens-person", test_window_opens_person);
  ADD ("window-opens-behind-find", test_window_opens_behind_find);
  ADD ("window-offers-person", test_window_offers_person);
  ADD ("window-refuses", test_window_refuses);
  ADD ("window-shows-sources", test_window_shows_sources);
  ADD ("window-signs-in", test_window_signs_in);
  ADD ("window-complains", test_window_complains);
  return g_test_run ();
}
