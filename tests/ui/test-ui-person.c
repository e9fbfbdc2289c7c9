/* test-ui-person.c: a person on one page: the details, and how it keeps itself fresh. */
#include "person-details.h"
#include "person-view.h"

#include "history-view.h"
#include "await.h"
#include "ui-fixture.h"

#define LONG_HISTORY 60 /* contacts */

/* A record as a reader makes it, of one customer record. */
static DiapasonPersonRecord *
person_new (const char *name)
{
  DiapasonPersonRecord *person = diapason_person_record_new ();
  DiapasonMemberRecord *member = diapason_member_record_new ();

  person->id = 1;
  person->name = g_strdup (name);
  person->origin.source_label = g_strdup ("CRM");
  person->origin.as_of = DESK_FIXTURE_NOW;
  member->customer = 1;
  member->origin.source_label = g_strdup ("CRM");
  member->origin.remote_id = g_strdup ("c1");
  g_ptr_array_add (person->members, member);
  return person;
}

/* The details */

static gpointer
details_new (UiFixture *fixture, const DiapasonPersonRecord *person)
{
  gpointer details = g_object_new (DIAPASON_TYPE_PERSON_DETAILS, NULL);

  ui_fixture_show (fixture, details, 360, 700);
  diapason_person_details_set_person (details, person, DESK_FIXTURE_NOW);
  return details;
}

static void
test_details (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonPersonRecord) person = person_new ("Ada");
  DiapasonContactPointRecord *point = diapason_contact_point_record_new ();
  DiapasonContractRecord *contract = diapason_contract_record_new ();
  gpointer details;

  point->kind = g_strdup ("email");
  point->value = g_strdup ("<ada@quill.example>");
  point->preferred = TRUE;
  point->origin.source_label = g_strdup ("A&B");
  g_ptr_array_add (person->contact_points, point);
  contract->number = g_strdup ("88-1203");
  contract->status = g_strdup ("active");
  contract->has_amount = TRUE;
  contract->amount = 1990;
  contract->currency = g_strdup ("EUR");
  contract->origin.source_label = g_strdup ("CRM");
  g_ptr_array_add (person->contracts, contract);
  details = details_new (fixture, person);
  g_assert_true (ui_says (details, "<ada@quill.example>\nE-mail, preferred · A&B\n"));
  g_assert_true (ui_says (details, "Contract · 88-1203\nactive · 19.90 € a month\nCRM\n"));
  g_assert_true (ui_says (details, "CRM · c1\n"));
  g_assert_false (ui_says (details, "Household"));
  ui_assert_named (details);
}

static void
test_details_of_nothing (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonPersonRecord) person = person_new ("Ada");
  gpointer details = details_new (fixture, person);

  /* Set again: rows do not pile up. */
  diapason_person_details_set_person (details, person, DESK_FIXTURE_NOW);
  g_assert_cmpuint (ui_count (details, ADW_TYPE_ACTION_ROW), ==, 4);
  g_assert_true (ui_says (details, "No need, churn risk or hold on marketing is known\n"));
  g_assert_true (ui_says (details, "No way to reach them is known\n"));
  g_assert_true (ui_says (details, "No contract is known\n"));
}

static void
keep_cb (gpointer details, gint64 id, gint64 *kept)
{
  *kept = id;
}

static void
keep_member_cb (gpointer details, guint member, guint *kept)
{
  *kept = member;
}

static void
test_details_acts (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonPersonRecord) person = person_new ("Ada");
  DiapasonRelationRecord *known = diapason_relation_record_new ();
  DiapasonRelationRecord *unknown = diapason_relation_record_new ();
  DiapasonMemberRecord *other = diapason_member_record_new ();
  gint64 opened = 0;
  guint parted = 0;
  gpointer details;

  known->person = 7;
  known->name = g_strdup ("Ben");
  known->kind = g_strdup ("partner");
  known->origin.source_label = g_strdup ("CRM");
  g_ptr_array_add (person->relations, known);
  unknown->origin.source_label = g_strdup ("CRM");
  g_ptr_array_add (person->relations, unknown);
  other->rule = g_strdup ("name+email");
  other->evidence = g_strdup ("ada@quill.example");
  other->origin.source_label = g_strdup ("Desk");
  other->origin.remote_id = g_strdup ("d1");
  g_ptr_array_add (person->members, other);
  details = details_new (fixture, person);
  g_signal_connect (details, "person-activated", G_CALLBACK (keep_cb), &opened);
  g_signal_connect (details, "parted", G_CALLBACK (keep_member_cb), &parted);

  g_assert_true (ui_says (details, "Ben\nPartner · CRM\n"));
  g_assert_true (ui_says (details, "Name unknown\n"));
  g_assert_true (ui_says (details, "same name and same e-mail: ada@quill.example\n"));
  adw_action_row_activate (ui_find (details, ADW_TYPE_ACTION_ROW, 3));
  g_assert_cmpint (opened, ==, 7);
  g_signal_emit_by_name (ui_button (details, "Somebody else"), "clicked");
  g_assert_cmpuint (parted, ==, 1);
  ui_assert_named (details);
}

/* The page */

static DiapasonPersonView *
view_new (UiFixture *fixture)
{
  gpointer view = g_object_new (DIAPASON_TYPE_PERSON_VIEW, NULL);

  diapason_person_view_set_desk (view, fixture->base.desk);
  ui_fixture_show (fixture, view, 1200, 700);
  return view;
}

static void
test_view (UiFixture *fixture, gconstpointer data)
{
  g_autofree char *title = NULL;
  DiapasonPersonView *view;

  desk_fixture_tell_quills (&fixture->base);
  view = view_new (fixture);
  g_object_get (view, "title", &title, NULL);
  g_assert_null (title);
  diapason_person_view_open (view, desk_fixture_person (&fixture->base, "crm", "c1"), 0);
  UI_WAIT (ui_says (view, "Call with Ida Marsh\n"));
  g_assert_true (ui_says (view, "Ada Quill\n"));
  g_object_get (view, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Ada Quill");
  ui_assert_named (view);

  /* A relation opens in place. */
  diapason_person_view_open (view, desk_fixture_person (&fixture->base, "crm", "c2"), 0);
  UI_WAIT (ui_says (view, "Ben Quill\n") && ui_says (view, "Nothing has happened yet"));
}

static void
test_view_follows (UiFixture *fixture, gconstpointer data)
{
  DiapasonPersonView *view;

  desk_fixture_tell_quills (&fixture->base);
  view = view_new (fixture);
  diapason_person_view_open (view, desk_fixture_person (&fixture->base, "crm", "c1"), 0);
  UI_WAIT (ui_says (view, "Ada Quill\n"));
  desk_fixture_row (&fixture->base, "crm", "customer", "c1", "name", "Ada Finch", NULL);
  desk_fixture_commit (&fixture->base);
  UI_WAIT (ui_says (view, "Ada Finch\n"));
}

static void
test_view_of_nobody (UiFixture *fixture, gconstpointer data)
{
  DiapasonPersonView *view = view_new (fixture);

  diapason_person_view_open (view, 4711, 0);
  UI_WAIT (ui_find (view, DIAPASON_TYPE_HISTORY_VIEW, 0) == NULL && ui_says (view, "."));
}

static void
keep_toast_cb (gpointer view, AdwToast *toast, AdwToast **kept)
{
  g_set_object (kept, toast);
}

static void
test_part_and_undo (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (AdwToast) toast = NULL;
  DiapasonPersonView *view;

  desk_fixture_tell_quills (&fixture->base);
  view = view_new (fixture);
  g_signal_connect (view, "toast", G_CALLBACK (keep_toast_cb), &toast);
  diapason_person_view_open (view, desk_fixture_person (&fixture->base, "crm", "c1"), 0);
  UI_WAIT (ui_says (view, "Where is my refund?"));

  UI_WAIT (ui_says (view, "Somebody else"));
  g_signal_emit_by_name (ui_button (view, "Somebody else"), "clicked");
  UI_WAIT (toast != NULL && !ui_says (view, "Where is my refund?") &&
           ui_says (view, "DESK · d1\nsomebody else"));
  g_assert_cmpstr (adw_toast_get_button_label (toast), ==, "Undo");
  g_assert_true (ui_says (view, "Call with Ida Marsh"));

  g_signal_emit_by_name (toast, "button-clicked");
  UI_WAIT (ui_says (view, "Where is my refund?") && ui_says (view, "DESK · d1"));
}

/* By keyboard alone, and after the toast is gone: a decision stands where it can be taken back. */
static void
test_part_and_join_later (UiFixture *fixture, gconstpointer data)
{
  DiapasonPersonView *view;
  GtkWidget *button;

  desk_fixture_tell_quills (&fixture->base);
  view = view_new (fixture);
  diapason_person_view_open (view, desk_fixture_person (&fixture->base, "crm", "c1"), 0);
  UI_WAIT (ui_says (view, "Where is my refund?"));
  UI_WAIT (ui_says (view, "Somebody else"));
  button = GTK_WIDGET (ui_button (view, "Somebody else"));
  g_assert_true (gtk_widget_grab_focus (button));
  gtk_widget_activate (button);
  UI_WAIT (ui_says (view, "DESK · d1\nsomebody else, as was decided on 1 Jan 2026 12:14\n") &&
           !ui_says (view, "Where is my refund?"));
  ui_assert_named (view);

  button = GTK_WIDGET (ui_button (view, "Undo"));
  g_assert_true (gtk_widget_grab_focus (button));
  gtk_widget_activate (button);
  UI_WAIT (ui_says (view, "Where is my refund?") && !ui_says (view, "as was decided"));
}

static guint
count_opened (UiFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  desk_fixture_await_work (&fixture->base);
  diapason_desk_last_opened_async (fixture->base.desk, NULL, await_cb, &result);
  await (&result);
  hits = diapason_desk_last_opened_finish (fixture->base.desk, result, NULL);
  return hits->len;
}

/* Whoever lives with them is named on their page, too. */
static gboolean
is_titled (DiapasonPersonView *view, const char *name)
{
  g_autofree char *title = NULL;

  g_object_get (view, "title", &title, NULL);
  return g_strcmp0 (title, name) == 0;
}

/* Whoever is offered was not opened, until somebody wants them, or the next one. */
static void
test_view_notes_opened (UiFixture *fixture, gconstpointer data)
{
  DiapasonPersonView *view;
  gint64 ada, ben;

  desk_fixture_tell_quills (&fixture->base);
  ada = desk_fixture_person (&fixture->base, "crm", "c1");
  ben = desk_fixture_person (&fixture->base, "crm", "c2");
  view = view_new (fixture);
  diapason_person_view_offer (view, ada);
  UI_WAIT (is_titled (view, "Ada Quill"));
  g_assert_cmpuint (count_opened (fixture), ==, 0);
  diapason_person_view_open (view, ben, 0);
  UI_WAIT (is_titled (view, "Ben Quill"));
  g_assert_cmpuint (count_opened (fixture), ==, 1);
  diapason_person_view_offer (view, ada);
  UI_WAIT (is_titled (view, "Ada Quill"));
  g_assert_cmpuint (count_opened (fixture), ==, 1);
  diapason_person_view_open (view, ada, 0);
  UI_WAIT (count_opened (fixture) == 2);
}

/* Many contacts of @customer, called @subject. */
static void
tell_contacts (UiFixture *fixture, const char *customer, const char *subject)
{
  for (guint i = 0; i < LONG_HISTORY; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", customer, i);

      desk_fixture_row (&fixture->base, "crm", "interaction", id, "customer", customer, "channel",
                        "call", "began_at", "-100", "subject", subject, NULL);
    }
  desk_fixture_commit (&fixture->base);
}

/* Of the history that is seen, or not. */
static guint
count_rows (DiapasonPersonView *view, gboolean seen)
{
  static const char *const names[] = { "history", "other" };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *history = GTK_WIDGET (
          gtk_widget_get_template_child (GTK_WIDGET (view), DIAPASON_TYPE_PERSON_VIEW, names[i]));
      GtkListView *list = GTK_LIST_VIEW (
          gtk_widget_get_template_child (history, DIAPASON_TYPE_HISTORY_VIEW, "list"));
      GtkSelectionModel *rows = gtk_list_view_get_model (list);

      if (gtk_widget_get_visible (history) == seen && rows != NULL)
        n += g_list_model_get_n_items (G_LIST_MODEL (rows));
    }
  return n;
}

/* Nobody waits until a long history has gone: the next is there, and what is left of it goes out of
 * sight; also when they are long both, and when somebody goes to and fro. */
static void
test_view_of_long_ones (UiFixture *fixture, gconstpointer data)
{
  DiapasonPersonView *view;
  gint64 ada, ben;

  desk_fixture_tell_quills (&fixture->base);
  tell_contacts (fixture, "c1", "Kestrel");
  tell_contacts (fixture, "c2", "Plover");
  ada = desk_fixture_person (&fixture->base, "crm", "c1");
  ben = desk_fixture_person (&fixture->base, "crm", "c2");
  view = view_new (fixture);
  diapason_person_view_open (view, ada, 0);
  UI_WAIT (count_rows (view, TRUE) >= LONG_HISTORY && ui_says (view, "Kestrel"));
  diapason_person_view_open (view, ben, 0);
  UI_WAIT (is_titled (view, "Ben Quill"));
  g_assert_cmpuint (count_rows (view, FALSE), >, 0);
  UI_WAIT (ui_says (view, "Plover"));
  UI_WAIT (count_rows (view, TRUE) >= LONG_HISTORY && count_rows (view, FALSE) == 0);
  for (guint i = 0; i < 4; i++)
    {
      diapason_person_view_open (view, i % 2 == 0 ? ada : ben, 0);
      UI_WAIT (is_titled (view, i % 2 == 0 ? "Ada Quill" : "Ben Quill"));
    }
  UI_WAIT (count_rows (view, TRUE) >= LONG_HISTORY && count_rows (view, FALSE) == 0);
  g_assert_true (ui_says (view, "Plover"));
  g_assert_false (ui_says (view, "Kestrel"));
}

/* Gone while its reads are under way. */
static void
test_view_goes (UiFixture *fixture, gconstpointer data)
{
  DiapasonPersonView *view;

  desk_fixture_tell_quills (&fixture->base);
  view = view_new (fixture);
  diapason_person_view_open (view, desk_fixture_person (&fixture->base, "crm", "c1"), 0);
  ui_fixture_close (fixture);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(name, func)                                                                            \
  g_test_add ("/ui/person/" name, UiFixture, NULL, ui_fixture_set_up, func, ui_fixture_tear_down)
  ADD ("details", test_details);
  ADD ("details-of-nothing", test_details_of_nothing);
  ADD ("details-acts", test_details_acts);
  ADD ("view", test_view);
  ADD ("view-follows", test_view_follows);
  ADD ("view-of-nobody", test_view_of_nobody);
  ADD ("part-and-undo", test_part_and_undo);
  ADD ("part-and-join-later", test_part_and_join_later);
  ADD ("view-notes-opened", test_view_notes_opened);
  ADD ("view-of-long-ones", test_view_of_long_ones);
  ADD ("view-goes", test_view_goes);
  return g_test_run ();
}
