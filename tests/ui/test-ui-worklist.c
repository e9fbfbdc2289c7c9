/* test-ui-worklist.c: the left of the desk: what its rows say, what it says when there are none,
 * and that who is on the line comes up without a click. */
#include "format-work.h"
#include "person-view.h"
#include "window.h"
#include "worklist-row.h"
#include "worklist.h"

#include "ui-fixture.h"

#define NOW  G_GINT64_CONSTANT (1794302040000) /* 2026-11-10 09:14, a Tuesday */
#define HOUR G_GINT64_CONSTANT (3600000)
#define DAY  (24 * HOUR)

static void
assert_takes (char *text, const char *expected)
{
  g_autofree char *owned = text;

  g_assert_cmpstr (owned, ==, expected);
}

static void
test_due (void)
{
  static const struct
  {
    gint64 due;
    const char *text;
  } cases[] = {
    { 0, "no day" },
    { NOW - 6 * DAY, "6 days late" },
    { NOW - 10 * HOUR, "1 day late" },
    { NOW - HOUR, "late since 08:14" },
    { NOW, "late since 09:14" },
    { NOW + HOUR, "today 10:14" },
    { NOW + DAY, "tomorrow 09:14" },
    { NOW + 3 * DAY, "Fri 13 Nov" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_takes (diapason_format_due (cases[i].due, NOW), cases[i].text);
}

static void
test_reasons (void)
{
  g_autoptr (DiapasonWorkRecord) record = diapason_work_record_new (diapason_event_record_new ());

  assert_takes (diapason_format_reasons (record), "");
  record->is_spoken_to = TRUE;
  record->priority = (DiapasonVerbatimPriority){ .points = 71,
                                                 .n_reasons = 5,
                                                 .reasons = { { DIAPASON_FACT_DETRACTOR, 1, 30 },
                                                              { DIAPASON_FACT_SPOKEN_TO, 1, 20 },
                                                              { DIAPASON_FACT_VERY_LOW, 1, 15 },
                                                              { DIAPASON_FACT_WAITS, 2, 4 },
                                                              { DIAPASON_FACT_HAS_WORDS, 1, 2 } } };
  assert_takes (diapason_format_reasons (record), "being spoken to · detractor · waits for 2 days");
  assert_takes (diapason_format_points (record),
                "71 points\n30  detractor\n20  being spoken to\n15  very low score\n"
                "4  waits for 2 days\n2  wrote words");
  assert_takes (diapason_format_who (record), "Not known");
  record->event->permission = g_strdup ("anonymous");
  assert_takes (diapason_format_who (record), "Anonymous");
  record->event->entity = DIAPASON_ENTITY_PROMISE;
  record->event->due_at = NOW - 6 * DAY;
  record->event->adviser = g_strdup ("Ida");
  record->name = g_strdup ("Jean Martin");
  assert_takes (diapason_format_due_promise (record, NOW),
                "being spoken to · Jean Martin · made by Ida · 6 days late");
  record->is_mine = TRUE;
  record->is_spoken_to = FALSE;
  assert_takes (diapason_format_due_promise (record, NOW), "Jean Martin · mine · 6 days late");
}

static void
test_contact (void)
{
  g_autoptr (DiapasonContactRecord) contact = diapason_contact_record_new ();

  contact->channel = g_strdup ("call");
  contact->since = NOW - 134000;
  assert_takes (diapason_format_contact (contact, NOW), "call · rings 02:14");
  contact->state = DIAPASON_LIVE_GOES_ON;
  assert_takes (diapason_format_contact (contact, NOW), "call · 02:14");
  assert_takes (diapason_format_contact (contact, NOW + HOUR), "call · 1:02:14");
  /* A clock that is behind. */
  assert_takes (diapason_format_contact (contact, NOW - DAY), "call · 00:00");
  contact->state = DIAPASON_LIVE_WAITS;
  assert_takes (diapason_format_contact (contact, NOW), "chat · waits 02:14");
}

/* The widget */

static void
chosen_cb (gint64 *chosen, gint64 person)
{
  *chosen = person;
}

static void
toast_cb (guint *toasts, AdwToast *toast)
{
  (*toasts)++;
}

static DiapasonWorklist *
worklist_new (UiFixture *fixture, gint64 *chosen, guint *toasts)
{
  DiapasonWorklist *worklist =
      g_object_new (DIAPASON_TYPE_WORKLIST, "desk", fixture->base.desk, NULL);

  g_signal_connect_swapped (worklist, "person-chosen", G_CALLBACK (chosen_cb), chosen);
  g_signal_connect_swapped (worklist, "toast", G_CALLBACK (toast_cb), toasts);
  ui_fixture_show (fixture, GTK_WIDGET (worklist), 300, 700);
  return worklist;
}

static void
tell_work (DeskFixture *desk)
{
  desk_fixture_row (desk, "crm", "customer", "c1", "name", "Ada <b>Quill</b>", NULL);
  desk_fixture_row (desk, "crm", "adviser", "a2", "name", "Ida Marsh", NULL);
  desk_fixture_row (desk, "crm", "promise", "p1", "customer", "c1", "adviser", "a2", "text",
                    "Refund of 42 €", "state", "open", "due_at", "-144", NULL);
  desk_fixture_row (desk, "crm", "verbatim", "v1", "customer", "c1", "wave", "w", "adviser", "a1",
                    "at", "-30", "score", "3", "scale", "10", "text", "Third call", "language",
                    "it", "state", "open", NULL);
  desk_fixture_row (desk, "crm", "verbatim", "v2", "wave", "w", "at", "-30", "score", "5", "scale",
                    "10", "permission", "anonymous", "state", "open", NULL);
  desk_fixture_sign_in (desk, "crm", "a1");
  desk_fixture_commit (desk);
}

static void
tell_call (DeskFixture *desk, const char *id, const char *customer)
{
  desk_fixture_row (desk, "crm", "interaction", id, "customer", customer, "adviser", "a1",
                    "channel", "call", "direction", "in", "began_at", "-0.1", "subject", "Refund",
                    "state", "open", NULL);
  desk_fixture_commit (desk);
}

/* What is said where there is nothing. */
static void
test_empty (UiFixture *fixture, gconstpointer data)
{
  gint64 chosen = 0;
  guint toasts = 0;
  DiapasonWorklist *worklist = worklist_new (fixture, &chosen, &toasts);
  g_autoptr (DiapasonSourceStatus) status = diapason_source_status_new ("ab", "A&B");

  g_assert_true (ui_says (worklist, "Nobody is on the line.\n"));
  g_assert_true (ui_says (worklist, "No promise of yours, or to your customers, is open.\n"));
  UI_WAIT (ui_says (worklist, "Nothing waits: all that customers said has been seen to.\n"));
  ui_assert_named (worklist);
  g_list_store_append (G_LIST_STORE (diapason_desk_get_sources (fixture->base.desk)), status);
  diapason_source_status_set_state (status, DIAPASON_SOURCE_FAILING, "It cannot be reached.");
  g_assert_true (ui_says (worklist, "No source answers, so nobody who calls shows here."));
  g_assert_true (ui_says (worklist, "Nothing is here yet, and no source answers."));
  diapason_source_status_set_state (status, DIAPASON_SOURCE_IN_SYNC, NULL);
  g_assert_true (ui_says (worklist, "Nobody is on the line.\n"));
}

static void
test_rows (UiFixture *fixture, gconstpointer data)
{
  gint64 chosen = 0;
  guint toasts = 0;
  DiapasonWorklist *worklist;
  GtkWidget *list;

  tell_work (&fixture->base);
  worklist = worklist_new (fixture, &chosen, &toasts);
  UI_WAIT (ui_says (worklist, "To treat · 2\n") && ui_says (worklist, "Third call"));
  /* Promise broken, detractor, very low, words, waits a day. */
  g_assert_true (ui_says (worklist, "71\nAda <b>Quill</b>\n3/10\n“Third call”\nIT\n"
                                    "detractor · promise broken · waits for 1 day\n"));
  g_assert_true (gtk_widget_has_css_class (ui_find_label (worklist, "3/10"), "low"));
  g_assert_true (ui_says (worklist, "32\nAnonymous\n5/10\n"));
  g_assert_true (ui_says (worklist, "Promises due · 1\nRefund of 42 €\n"
                                    "Ada <b>Quill</b> · made by Ida Marsh · 6 days late\n"));
  ui_assert_named (worklist);

  list = ui_find (worklist, GTK_TYPE_LIST_VIEW, 0);
  gtk_widget_activate_action (list, "list.activate-item", "u", 0u);
  g_assert_cmpint (chosen, ==, desk_fixture_person (&fixture->base, "crm", "c1"));
  chosen = 0;
  gtk_widget_activate_action (list, "list.activate-item", "u", 1u);
  g_assert_cmpint (chosen, ==, 0);
  g_assert_cmpuint (toasts, ==, 1);
  gtk_widget_activate (
      GTK_WIDGET (gtk_list_box_get_row_at_index (ui_find (worklist, GTK_TYPE_LIST_BOX, 0), 0)));
  g_assert_cmpint (chosen, ==, desk_fixture_person (&fixture->base, "crm", "c1"));
}

/* What a screen reader says of a row: its name, and why it is where it is. */
static void
test_spoken (UiFixture *fixture, gconstpointer data)
{
  gint64 chosen = 0;
  guint toasts = 0;
  DiapasonWorklist *worklist;
  GtkWidget *row;
  g_autofree char *label = NULL;

  tell_work (&fixture->base);
  worklist = worklist_new (fixture, &chosen, &toasts);
  UI_WAIT (ui_says (worklist, "Third call"));
  row = gtk_widget_get_parent (ui_find (worklist, DIAPASON_TYPE_WORKLIST_ROW, 0));
  label = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Ada <b>Quill</b>, 3 of 10, “Third call”, detractor · promise broken · waits for 1 day");
  g_assert_null (label);
  label = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "71 points\n30  detractor\n20  promise broken\n15  very low score\n4  wrote words\n"
      "2  waits for 1 day");
  g_assert_null (label);
}

static void
test_challenge (UiFixture *fixture, gconstpointer data)
{
  gint64 chosen = 0;
  guint toasts = 0;
  DiapasonWorklist *worklist;
  GtkDropDown *challenge;

  tell_work (&fixture->base);
  worklist = worklist_new (fixture, &chosen, &toasts);
  UI_WAIT (ui_says (worklist, "Third call"));
  challenge = ui_find (worklist, GTK_TYPE_DROP_DOWN, 0);
  g_assert_true (ui_says (challenge, "Dissatisfaction"));
  gtk_drop_down_set_selected (challenge, 4);
  UI_WAIT (ui_says (worklist, "86\nAda <b>Quill</b>\n"));
  g_assert_true (ui_says (worklist, "about a contact of mine · detractor · promise broken\n"));
}

static void
test_now (UiFixture *fixture, gconstpointer data)
{
  gint64 chosen = 0;
  guint toasts = 0;
  DiapasonWorklist *worklist;

  tell_work (&fixture->base);
  worklist = worklist_new (fixture, &chosen, &toasts);
  tell_call (&fixture->base, "i1", "c1");
  UI_WAIT (ui_says (worklist, "Ada <b>Quill</b>\ncall · 06:00\n1\n“Refund”\n"));
  UI_WAIT (ui_says (worklist, "being spoken to · detractor"));
  ui_assert_named (worklist);
  diapason_worklist_choose_contact (worklist, 3);
  g_assert_cmpint (chosen, ==, 0);
  diapason_worklist_choose_contact (worklist, 0);
  g_assert_cmpint (chosen, ==, desk_fixture_person (&fixture->base, "crm", "c1"));
}

/* Two have the number: a choice is offered, and takes whom it says. */
static void
test_candidates (UiFixture *fixture, gconstpointer data)
{
  gint64 chosen = 0;
  guint toasts = 0;
  DeskFixture *desk = &fixture->base;
  DiapasonWorklist *worklist;
  gpointer popover;

  tell_work (desk);
  desk_fixture_row (desk, "crm", "contact_point", "n1", "customer", "c1", "kind", "mobile", "value",
                    "06 12 34 56 78", NULL);
  desk_fixture_row (desk, "desk", "customer", "d1", "name", "+33612345678", NULL);
  desk_fixture_row (desk, "desk", "contact_point", "n2", "customer", "d1", "kind", "phone", "value",
                    "+33612345678", NULL);
  worklist = worklist_new (fixture, &chosen, &toasts);
  tell_call (desk, "i1", "desk:d1");
  UI_WAIT (ui_says (worklist, "the number is known of 1 customer\n"));
  diapason_worklist_choose_contact (worklist, 0);
  g_assert_cmpint (chosen, ==, desk_fixture_person (desk, "desk", "d1"));
  popover = ui_find (worklist, GTK_TYPE_POPOVER, 0);
  UI_WAIT (gtk_widget_get_mapped (popover));
  ui_await_frames (popover);
  g_signal_emit_by_name (ui_button (popover, "Ada <b>Quill</b>"), "clicked");
  g_assert_cmpint (chosen, ==, desk_fixture_person (desk, "crm", "c1"));
  UI_WAIT (ui_find (ui_find (worklist, GTK_TYPE_LIST_BOX, 0), GTK_TYPE_POPOVER, 0) == NULL);
}

/* The window */

static DiapasonWindow *
window_new (UiFixture *fixture)
{
  DiapasonWindow *window = diapason_window_new (NULL, fixture->base.desk);

  ui_fixture_show_window (fixture, GTK_WINDOW (window));
  return window;
}

/* Somebody may not be there at all. */
static gboolean
middle_says (DiapasonWindow *window, const char *text)
{
  GtkWidget *person = ui_find (window, DIAPASON_TYPE_PERSON_VIEW, 0);

  return person != NULL && ui_says (person, text);
}

static void
test_leads (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window;

  tell_work (&fixture->base);
  window = window_new (fixture);
  UI_WAIT (middle_says (window, "Ada <b>Quill</b>\n"));
}

/* No click; but not over what somebody writes. */
static void
test_comes_up (UiFixture *fixture, gconstpointer data)
{
  DeskFixture *desk = &fixture->base;
  DiapasonWindow *window;

  tell_work (desk);
  desk_fixture_row (desk, "crm", "customer", "c2", "name", "Nora Weiss", NULL);
  desk_fixture_row (desk, "crm", "customer", "c3", "name", "Omar Benali", NULL);
  desk_fixture_commit (desk);
  window = window_new (fixture);
  UI_WAIT (middle_says (window, "Ada <b>Quill</b>\n"));
  tell_call (desk, "i1", "c2");
  UI_WAIT (middle_says (window, "Nora Weiss\n"));

  diapason_window_find (window, "quill");
  ui_await_frames (window);
  tell_call (desk, "i2", "c3");
  UI_WAIT (ui_says (window, "Omar Benali\n"));
  ui_await_frames (window);
  g_assert_true (ui_says (window, "came while you were typing\n"));
  g_assert_true (middle_says (window, "Nora Weiss\n"));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(name, func)                                                                            \
  g_test_add ("/ui/worklist/" name, UiFixture, NULL, ui_fixture_set_up, func, ui_fixture_tear_down)
  g_test_add_func ("/ui/worklist/due", test_due);
  g_test_add_func ("/ui/worklist/reasons", test_reasons);
  g_test_add_func ("/ui/worklist/contact", test_contact);
  ADD ("empty", test_empty);
  ADD ("rows", test_rows);
  ADD ("spoken", test_spoken);
  ADD ("challenge", test_challenge);
  ADD ("now", test_now);
  ADD ("candidates", test_candidates);
  ADD ("leads", test_leads);
  ADD ("comes-up", test_comes_up);
  return g_test_run ();
}
