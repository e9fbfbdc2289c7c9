/* test-ui-card.c: the head of the desk: its order, what it gives away before the check and after,
 * and where it leads. */
#include "check-list.h"
#include "history-bar.h"
#include "history-row.h"
#include "history-view.h"
#include "moment-strip.h"
#include "person-card.h"
#include "person-view.h"
#include "tooltip.h"

#include "ui-fixture.h"

static gpointer
card_in (gpointer view)
{
  return ui_find (view, DIAPASON_TYPE_PERSON_CARD, 0);
}

/* Each of @parts stands behind the one before it in @text. */
static void
assert_in_order (const char *text, const char *const *parts)
{
  const char *at = text;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *found = strstr (at, parts[i]);

      if (found == NULL)
        g_error ("\"%s\" does not stand where it should in:\n%s", parts[i], text);
      at = found + strlen (parts[i]);
    }
}

/* What the focus meets on its way through @widget, a line each. */
static char *
focus_order (gpointer widget)
{
  GString *order = g_string_new (NULL);
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_root_set_focus (root, NULL);
  while (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD))
    {
      g_autofree char *text = ui_text (gtk_root_get_focus (root));

      g_string_append (order, text);
    }
  return g_string_free (order, FALSE);
}

static void
tell_ada (UiFixture *fixture)
{
  desk_fixture_tell_quills (&fixture->base);
  desk_fixture_tell_verbatims (&fixture->base);
  desk_fixture_row (&fixture->base, "crm", "interaction", "w1", "customer", "c1", "channel", "web",
                    "began_at", "-2", "reason", "refund", "solved", "no", NULL);
  desk_fixture_row (&fixture->base, "crm", "interaction", "w2", "customer", "c1", "channel", "web",
                    "began_at", "-3", "reason", "refund", "solved", "no", NULL);
  desk_fixture_commit (&fixture->base);
}

/* The person first, then what they did and were promised, then what may be said, then the check. */
static void
test_order (UiFixture *fixture, gconstpointer data)
{
  static const char *const read[] = { "Ada Quill",
                                      "customer since 2014",
                                      "high value",
                                      "needs and churn risk: unknown",
                                      "Left upset last time (Wed 31 Dec), by their own score",
                                      "Tried to help themselves twice, in vain",
                                      "Second contact in 7 days",
                                      "Not solved since Mon 29 Dec: Refund of 42 €",
                                      "We promised",
                                      "The refund is visible by Friday — broken, 1 day late",
                                      "promised by Ida Marsh on Mon 29 Dec",
                                      "Moment of truth",
                                      "Heard of us",
                                      "Looked",
                                      "Bought",
                                      "Uses",
                                      "Tells",
                                      "“Good afternoon. Before anything else: how are you today?”",
                                      "no name, promise or history before the check",
                                      "Check identity · 0 of 2",
                                      "Household",
                                      "Ben Quill, Partner",
                                      "Contracts",
                                      "Coffee machine plan, active",
                                      NULL };
  static const char *const met[] = {
    "Left upset",  "Tried to help", "Second contact", "Not solved",         "The refund is visible",
    "Heard of us", "Tells",         "Check identity", "Ben Quill, Partner", "Coffee machine",
    NULL
  };
  g_autofree char *text = NULL;
  g_autofree char *order = NULL;
  gpointer view;

  tell_ada (fixture);
  view = ui_fixture_open_person (fixture, "c1", 900);
  text = ui_text (card_in (view));
  assert_in_order (text, read);
  order = focus_order (card_in (view));
  assert_in_order (order, met);
  ui_assert_named (view);
}

static void
assert_marked (gpointer card, const char *text, guint n)
{
  guint found = 0;
  GtkWidget *mark;

  for (guint i = 0; (mark = ui_find (card, GTK_TYPE_IMAGE, i)) != NULL; i++)
    if (gtk_widget_has_css_class (mark, "mark") &&
        g_strcmp0 (diapason_tooltip_get (mark), text) == 0)
      {
        gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
        found++;
      }
  g_assert_cmpuint (found, ==, n);
}

/* By keyboard alone: a key for what fits, a key for what does not. */
static void
test_check (UiFixture *fixture, gconstpointer data)
{
  gpointer view, card, list;
  GtkWidget *check;

  tell_ada (fixture);
  view = ui_fixture_open_person (fixture, "c1", 900);
  card = card_in (view);
  /* The value is never said. */
  assert_marked (card, "May be said", 0);
  assert_marked (card, "May be said only after the check", 7);
  assert_marked (card, "Is never said", 1);

  check = ui_find (card, GTK_TYPE_MENU_BUTTON, 0);
  gtk_menu_button_popup (GTK_MENU_BUTTON (check));
  UI_WAIT (ui_find (check, GTK_TYPE_LIST_BOX, 0) != NULL);
  list = ui_find (check, GTK_TYPE_LIST_BOX, 0);
  g_assert_true (ui_says (check, "Date of birth\n12 Apr 1981\nnot asked yet\n"));
  g_assert_true (ui_says (check, "2 of these have to fit. Then may be said: the name, "));
  g_assert_false (ui_press (list, GDK_KEY_a));
  g_assert_true (ui_press (list, GDK_KEY_plus));
  UI_WAIT (ui_says (card, "Check identity · 1 of 2"));
  g_assert_true (ui_says (check, "Date of birth\n12 Apr 1981\nfits\n"));
  g_assert_true (ui_press (list, GDK_KEY_minus));
  UI_WAIT (ui_says (check, "Postcode\n69002\ndoes not fit\n"));
  g_assert_true (ui_press (list, GDK_KEY_KP_Add));

  /* Now it may be owned. */
  UI_WAIT (ui_says (card, "Identity checked · 2 of 3 for more"));
  g_assert_true (ui_says (card, "We made you a promise and did not keep it in time. I am sorry."));
  g_assert_true (ui_says (card, "by rule: a promise was broken"));
  assert_marked (card, "May be said", 6);
  /* The household needs more. */
  assert_marked (card, "May be said only after the check", 1);
  g_assert_true (ui_says (check, "Street and number\n12 Quay Road\n"));
  ui_assert_named (view);

  /* Of whoever comes next nothing is known yet. */
  diapason_person_view_open (view, desk_fixture_person (&fixture->base, "crm", "c2"), 0);
  UI_WAIT (ui_says (card, "Check identity · 0 of 2"));
  assert_marked (card, "May be said", 0);
  g_assert_true (ui_says (check, "No source knows it: ask something else"));
  /* Open it goes with the window. */
  g_assert_nonnull (ui_find (check, GTK_TYPE_LIST_BOX, 0));
}

/* A sentence leads to the event it is from, whatever part of the history was shown. */
static void
test_leads_to_event (UiFixture *fixture, gconstpointer data)
{
  gpointer view, bar;

  tell_ada (fixture);
  view = ui_fixture_open_person (fixture, "c1", 900);
  bar = ui_find (view, DIAPASON_TYPE_HISTORY_BAR, 0);
  g_signal_emit_by_name (ui_find (card_in (view), DIAPASON_TYPE_MOMENT_STRIP, 0),
                         "moment-activated", 4);
  UI_WAIT (ui_count (view, DIAPASON_TYPE_HISTORY_ROW) == 1 && ui_says (view, "Good <b>coffee</b>"));
  g_assert_cmpint (diapason_history_bar_get_moment (bar), ==, 4);
  g_signal_emit_by_name (ui_button (card_in (view), "Not solved since"), "clicked");
  UI_WAIT (ui_says (view, "29 Dec 2025 08:14"));
  g_assert_false (diapason_history_bar_is_set (bar));
  g_signal_emit_by_name (ui_button (card_in (view), "Ben Quill"), "clicked");
  UI_WAIT (ui_says (card_in (view), "Name unknown") || ui_says (card_in (view), "Ben Quill\n"));
}

/* A part of it that is empty is no sign that nothing happened. */
static void
test_parts (UiFixture *fixture, gconstpointer data)
{
  gpointer view, bar, entry;

  tell_ada (fixture);
  view = ui_fixture_open_person (fixture, "c1", 900);
  bar = ui_find (view, DIAPASON_TYPE_HISTORY_BAR, 0);
  entry = ui_find (bar, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (entry, "OTTER");
  UI_WAIT (ui_count (view, DIAPASON_TYPE_HISTORY_ROW) == 2 &&
           ui_says (view, "Where is my refund?"));
  gtk_drop_down_set_selected (ui_find (bar, GTK_TYPE_DROP_DOWN, 0), 3);
  UI_WAIT (ui_count (view, DIAPASON_TYPE_HISTORY_ROW) == 1 &&
           ui_says (view, "Where is my refund?"));
  gtk_test_accessible_assert_property (gtk_widget_get_first_child (
                                           ui_find (bar, GTK_TYPE_DROP_DOWN, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Channel: Chats");
  gtk_editable_set_text (entry, "zebra");
  UI_WAIT (ui_says (view, "Nothing of this kind"));
  /* Of somebody else all of it is shown. */
  diapason_person_view_open (view, desk_fixture_person (&fixture->base, "crm", "c2"), 0);
  UI_WAIT (ui_says (view, "Nothing has happened yet"));
  g_assert_false (diapason_history_bar_is_set (bar));
}

/* Unknown is said as unknown. */
static void
test_number_alone (UiFixture *fixture, gconstpointer data)
{
  static const char *const read[] = { "Name unknown",
                                      "customer since: unknown",
                                      "value: unknown",
                                      "needs and churn risk: unknown",
                                      "How they left last time is not known.",
                                      "Nothing, as far as is known",
                                      "“Good afternoon. What can I do for you?”",
                                      "not known",
                                      "none known",
                                      NULL };
  g_autofree char *text = NULL;
  gpointer view;

  desk_fixture_row (&fixture->base, "crm", "customer", "c7", NULL);
  desk_fixture_row (&fixture->base, "crm", "contact_point", "cp7", "customer", "c7", "kind",
                    "mobile", "value", "+33 6 99 88 77 66", NULL);
  desk_fixture_commit (&fixture->base);
  view = ui_fixture_open_person (fixture, "c7", 900);
  text = ui_text (card_in (view));
  assert_in_order (text, read);
  g_assert_false (ui_says (card_in (view), "contact in"));
  UI_WAIT (ui_says (view, "Nothing has happened yet"));
}

static void
assert_harmless (gpointer root)
{
  g_autofree char *text = ui_text (root);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strstr (text, "\342\200\256"));
  g_assert_cmpint (g_utf8_strlen (text, -1), <, 20000);
}

/* Names that no window is wide enough for, or that would turn what stands beside them. */
static void
test_hostile_names (UiFixture *fixture, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (100000, 'W');
  const char *const names[] = { "Ada <b>Quill</b> & Sons", "\342\200\256lliuQ adA", endless };
  gpointer view = NULL;
  int minimum;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);

      desk_fixture_row (&fixture->base, "crm", "customer", id, "name", names[i], NULL);
      desk_fixture_row (&fixture->base, "crm", "relation", id, "customer", id, "other", id, "kind",
                        "<i>twin</i>", NULL);
      desk_fixture_row (&fixture->base, "crm", "promise", id, "customer", id, "text", names[i],
                        "made_at", "-2", "state", "open", NULL);
      desk_fixture_commit (&fixture->base);
      if (view == NULL)
        view = ui_fixture_open_person (fixture, id, 600);
      else
        diapason_person_view_open (view, desk_fixture_person (&fixture->base, "crm", id), 0);
      UI_WAIT (ui_says (view, i == 0 ? "Ada <b>Quill</b> & Sons\n" : i == 1 ? "lliuQ adA" : "WWW"));
      assert_harmless (card_in (view));
      gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <, 600);
    }
}

/* What is read again keeps the focus where it is. */
static void
test_keeps_focus (UiFixture *fixture, gconstpointer data)
{
  gpointer view;
  GtkWidget *button;

  tell_ada (fixture);
  view = ui_fixture_open_person (fixture, "c1", 900);
  button = GTK_WIDGET (ui_button (card_in (view), "Ben Quill"));
  gtk_widget_grab_focus (button);
  desk_fixture_row (&fixture->base, "crm", "customer", "c1", "name", "Ada Finch", NULL);
  desk_fixture_commit (&fixture->base);
  UI_WAIT (ui_says (card_in (view), "Ada Finch\n"));
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (view)) == button);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(name, func)                                                                            \
  g_test_add ("/ui/card/" name, UiFixture, NULL, ui_fixture_set_up, func, ui_fixture_tear_down)
  ADD ("order", test_order);
  ADD ("check", test_check);
  ADD ("leads-to-event", test_leads_to_event);
  ADD ("parts", test_parts);
  ADD ("number-alone", test_number_alone);
  ADD ("hostile-names", test_hostile_names);
  ADD ("keeps-focus", test_keeps_focus);
  return g_test_run ();
}
