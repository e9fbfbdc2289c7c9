/* test-ui-history.c: everything that happened with a person, opening in place. */
#include "history-row.h"
#include "history-view.h"
#include "message-row.h"
#include "windowed-list.h"

#include "await.h"
#include "ui-fixture.h"

#define MANY 10000
#define SOME 2500

typedef struct
{
  UiFixture base;
  DiapasonHistoryView *view;
  GListModel *history;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_fixture_set_up (&fixture->base, data);
  fixture->view = g_object_new (DIAPASON_TYPE_HISTORY_VIEW, NULL);
  diapason_history_view_set_desk (fixture->view, fixture->base.base.desk);
  fixture->history = NULL;
}

static void
show (Fixture *fixture, const char *customer)
{
  gint64 person = desk_fixture_person (&fixture->base.base, "crm", customer);

  ui_fixture_show (&fixture->base, GTK_WIDGET (fixture->view), 700, 600);
  fixture->history = diapason_desk_history (fixture->base.base.desk, person);
  diapason_history_view_set_history (fixture->view, fixture->history);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->base.window != NULL)
    ui_fixture_close (&fixture->base);
  await_quiet ();
  if (fixture->history != NULL)
    g_assert_finalize_object (fixture->history);
  ui_fixture_tear_down (&fixture->base, data);
}

static void
activate (Fixture *fixture, guint position)
{
  g_signal_emit_by_name (ui_find (fixture->view, GTK_TYPE_LIST_VIEW, 0), "activate", position);
}

/* The row that shows @text; NULL for none. */
static DiapasonHistoryRow *
row_that_says (Fixture *fixture, const char *text)
{
  DiapasonHistoryRow *row;

  for (guint i = 0; (row = ui_find (fixture->view, DIAPASON_TYPE_HISTORY_ROW, i)) != NULL; i++)
    if (ui_says (row, text))
      return row;
  return NULL;
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  DiapasonHistoryRow *row;

  desk_fixture_tell_quills (&fixture->base.base);
  show (fixture, "c1");
  UI_WAIT (row_that_says (fixture, "E-mail to the customer"));
  row = row_that_says (fixture, "Where is my refund?");
  g_assert_true (
      ui_says (row, "12:02\nChat, in progress\nDESK · as of 12:14\nWhere is my refund?\n"));
  gtk_test_accessible_assert_property (gtk_widget_get_parent (GTK_WIDGET (row)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "12:02, Chat, in progress, Where is my refund?");
  gtk_test_accessible_assert_property (ui_find (fixture->view, GTK_TYPE_LIST_VIEW, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "History");
  g_assert_true (row_that_says (fixture, "Promise, broken") != NULL);
}

static void
test_opens_in_place (Fixture *fixture, gconstpointer data)
{
  DiapasonHistoryRow *row;

  desk_fixture_tell_quills (&fixture->base.base);
  show (fixture, "c1");
  UI_WAIT ((row = row_that_says (fixture, "Where is my refund?")) != NULL);
  gtk_test_accessible_assert_state (gtk_widget_get_parent (GTK_WIDGET (row)),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  activate (fixture, 0);
  UI_WAIT (ui_count (row, DIAPASON_TYPE_MESSAGE_ROW) == 2);
  gtk_test_accessible_assert_state (gtk_widget_get_parent (GTK_WIDGET (row)),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  g_assert_true (ui_says (row, "Where is my refund?\n1 Jan 2026 12:02\n"));
  g_assert_true (
      ui_says (row, "Customer\nen\n1 Jan 2026 12:02\nNobody told me about the otter.\n"));
  g_assert_true (ui_says (row, "Omar Vale\nnote, stays in the house\n"));

  /* Selected, as by the pointer that comes over it, it stays as it is. */
  GtkWidget *first = ui_find (row, DIAPASON_TYPE_MESSAGE_ROW, 0);
  GtkListView *list = ui_find (fixture->view, GTK_TYPE_LIST_VIEW, 0);
  gtk_selection_model_select_item (gtk_list_view_get_model (list), 0, TRUE);
  g_assert_true (ui_find (row, DIAPASON_TYPE_MESSAGE_ROW, 0) == first);

  /* Another message comes while it is open. */
  desk_fixture_row (&fixture->base.base, "desk", "message", "m9", "interaction", "i1", "author",
                    "customer", "kind", "reply", "at", "0", "body", "Hello?", NULL);
  desk_fixture_commit (&fixture->base.base);
  UI_WAIT (ui_says (row, "Hello?"));

  activate (fixture, 0);
  g_assert_cmpuint (ui_count (row, DIAPASON_TYPE_MESSAGE_ROW), ==, 0);
}

/* One click is enough, and the pointer alone selects nothing: the list may move below it. */
static void
test_opens_by_click (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) controllers = NULL;
  g_autoptr (GtkGesture) click = NULL;
  GtkWidget *row;

  desk_fixture_tell_quills (&fixture->base.base);
  show (fixture, "c1");
  UI_WAIT ((row = GTK_WIDGET (row_that_says (fixture, "Where is my refund?"))) != NULL);
  controllers = gtk_widget_observe_controllers (row);
  click = g_list_model_get_item (controllers, 0);
  g_signal_emit_by_name (click, "released", 1, 5.0, 5.0);
  UI_WAIT (ui_count (row, DIAPASON_TYPE_MESSAGE_ROW) == 2);
  g_assert_false (
      gtk_list_view_get_single_click_activate (ui_find (fixture->view, GTK_TYPE_LIST_VIEW, 0)));
}

/* A promise opens to its whole text. */
static void
test_opens_a_promise (Fixture *fixture, gconstpointer data)
{
  DiapasonHistoryRow *row;

  desk_fixture_tell_quills (&fixture->base.base);
  show (fixture, "c1");
  UI_WAIT ((row = row_that_says (fixture, "Promise, broken")) != NULL);
  activate (fixture, 1);
  g_assert_true (ui_says (row, "The refund is visible by Friday · due 31 Dec 2025 · Ida Marsh\n"
                               "29 Dec 2025"));
}

/* The score and the words in a line, as text and no markup; the whole of it and the criteria when
 * it opens. */
static void
test_opens_a_verbatim (Fixture *fixture, gconstpointer data)
{
  DiapasonHistoryRow *row;

  desk_fixture_tell_quills (&fixture->base.base);
  desk_fixture_tell_verbatims (&fixture->base.base);
  show (fixture, "c1");
  UI_WAIT (row_that_says (fixture, "4 of 5 stars · Review\nSHOP"));
  g_assert_nonnull (
      row_that_says (fixture,
                     "Good <b>coffee</b> · It hums a little. · Otter 3\nwants no contact\n"));
  row = row_that_says (fixture, "3 of 10 · Answer after a call\n");
  g_assert_true (ui_says (row, "what I say.\nmay be contacted by phone until 31 Jan 2026\n"));
  gtk_test_accessible_assert_property (
      gtk_widget_get_parent (GTK_WIDGET (row_that_says (fixture, "Review"))),
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Fri 10 Oct, 4 of 5 stars · Review, Good <b>coffee</b> · It hums a little. · Otter 3, "
      "wants no contact");
  g_assert_null (row_that_says (fixture, "heron"));

  activate (fixture, 1);
  UI_WAIT (ui_says (row, "Effort: 6 of 7\nSolved: no\n"));
  g_assert_true (ui_says (row, "Customer\nen\nI called three times"));
  g_assert_true (ui_says (row, "Please write down what I say.\n"));
  g_assert_true (ui_says (row, "may be contacted by phone until 31 Jan 2026\n"
                               "About the contact of 29 Dec 2025 with Ida Marsh · Survey “Autumn”\n"
                               "31 Dec 2025 06:14\n"));

  /* A criterion comes while it is open. */
  desk_fixture_row (&fixture->base.base, "survey", "answer", "v1:3", "verbatim", "v1", "criterion",
                    "clarity", "score", "2", "scale", "5", NULL);
  desk_fixture_commit (&fixture->base.base);
  UI_WAIT (ui_says (row, "Clarity: 2 of 5\n"));
  activate (fixture, 1);
  g_assert_false (ui_says (row, "Effort"));
}

static void
test_date_unknown (Fixture *fixture, gconstpointer data)
{
  desk_fixture_tell_quills (&fixture->base.base);
  desk_fixture_row (&fixture->base.base, "crm", "interaction", "i0", "customer", "c1", "channel",
                    "call", "subject", "Once", NULL);
  desk_fixture_commit (&fixture->base.base);
  show (fixture, "c1");
  UI_WAIT (row_that_says (fixture, "date unknown\nCall\n"));
  activate (fixture, 0);
  UI_WAIT (row_that_says (fixture, "Once\nDate unknown, first seen 1 Jan 2026 12:14\n"));
}

/* What is said to happen the day after tomorrow did not happen, and stands under that day. */
static void
test_date_ahead (Fixture *fixture, gconstpointer data)
{
  desk_fixture_tell_quills (&fixture->base.base);
  desk_fixture_row (&fixture->base.base, "crm", "interaction", "i0", "customer", "c1", "channel",
                    "call", "began_at", "40", "subject", "Not yet", NULL);
  desk_fixture_row (&fixture->base.base, "crm", "interaction", "i8", "customer", "c1", "channel",
                    "call", "began_at", "0.1", "subject", "Ahead of us", NULL);
  desk_fixture_commit (&fixture->base.base);
  show (fixture, "c1");
  UI_WAIT (row_that_says (fixture, "3 January\nnot yet\nCall\n"));
  g_assert_true (ui_says (row_that_says (fixture, "Ahead of us"), "12:20\nCall\n"));
  activate (fixture, 0);
  UI_WAIT (row_that_says (fixture, "Its source says 3 Jan 2026 04:14, which is still to come\n"));
}

/* A day is said once, above the newest event of it, also when another one comes. */
static void
test_days (Fixture *fixture, gconstpointer data)
{
  desk_fixture_tell_quills (&fixture->base.base);
  show (fixture, "c1");
  UI_WAIT (row_that_says (fixture, "Today\n12:02\nChat"));
  UI_WAIT (row_that_says (fixture, "Monday 29 December 2025\n08:20\nPromise, broken\n"));
  g_assert_null (row_that_says (fixture, "2025\n08:14\n"));
  desk_fixture_row (&fixture->base.base, "crm", "interaction", "i9", "customer", "c1", "channel",
                    "call", "began_at", "0", "subject", "Newest", NULL);
  desk_fixture_commit (&fixture->base.base);
  UI_WAIT (row_that_says (fixture, "Today\n12:14\nCall\n"));
  UI_WAIT (!ui_says (row_that_says (fixture, "Where is my refund?"), "Today"));
}

/* By id, not by widget or place. */
static void
test_stays_open (Fixture *fixture, gconstpointer data)
{
  desk_fixture_tell_quills (&fixture->base.base);
  show (fixture, "c1");
  UI_WAIT (row_that_says (fixture, "Where is my refund?"));
  activate (fixture, 0);
  UI_WAIT (row_that_says (fixture, "otter"));
  desk_fixture_row (&fixture->base.base, "crm", "interaction", "i9", "customer", "c1", "channel",
                    "call", "began_at", "0", "subject", "Newest", NULL);
  desk_fixture_commit (&fixture->base.base);
  UI_WAIT (row_that_says (fixture, "Newest"));
  g_assert_true (ui_says (row_that_says (fixture, "Where is my refund?"), "otter"));
  g_assert_false (ui_says (row_that_says (fixture, "Newest"), "otter"));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  desk_fixture_tell_quills (&fixture->base.base);
  show (fixture, "c2");
  UI_WAIT (ui_says (fixture->view, "Nothing has happened yet"));
  desk_fixture_row (&fixture->base.base, "crm", "interaction", "i9", "customer", "c2", "channel",
                    "call", "began_at", "0", "subject", "Newest", NULL);
  desk_fixture_commit (&fixture->base.base);
  UI_WAIT (row_that_says (fixture, "Newest"));
}

/* How many of those are told without a date, or with one years ahead: none of them is known. */
static gboolean
is_undated (guint i)
{
  return i % 1000 == 7 || i % 1000 == 8;
}

/* @odd: some have no date that can be. */
static void
tell_many (Fixture *fixture, guint n, gboolean odd)
{
  DeskFixture *desk = &fixture->base.base;

  desk_fixture_row (desk, "crm", "customer", "c1", "name", "Ada Quill", NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("i%u", i);
      g_autofree char *at = g_strdup_printf (odd && i % 1000 == 8 ? "9%u" : "-%u", i);
      g_autofree char *subject = g_strdup_printf ("Number %u.", i);

      desk_fixture_row (desk, "crm", "interaction", id, "customer", "c1", "channel", "call",
                        "subject", subject, odd && i % 1000 == 7 ? NULL : "began_at", at, NULL);
    }
  desk_fixture_commit (desk);
}

/* GTK forgets one that comes before the last was drawn. */
static void
scroll_to (Fixture *fixture, guint position)
{
  ui_await_frames (fixture->view);
  gtk_widget_activate_action (ui_find (fixture->view, GTK_TYPE_LIST_VIEW, 0), "list.scroll-to-item",
                              "u", position);
}

/* A history that counts what is asked of it */

#define COUNTING_TYPE_ROWS (counting_rows_get_type ())
G_DECLARE_FINAL_TYPE (CountingRows, counting_rows, COUNTING, ROWS, GObject)

struct _CountingRows
{
  GObject parent_instance;

  DiapasonRowSource *inner; /* (owned) */
  guint id_loads;
  guint row_loads;
  guint rows;
};

static void
count_ids_async (DiapasonRowSource *source,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  CountingRows *self = COUNTING_ROWS (source);

  self->id_loads++;
  diapason_row_source_load_ids_async (self->inner, cancellable, callback, user_data);
}

static GArray *
count_ids_finish (DiapasonRowSource *source, GAsyncResult *result, GError **error)
{
  return diapason_row_source_load_ids_finish (COUNTING_ROWS (source)->inner, result, error);
}

static void
count_rows_async (DiapasonRowSource *source,
                  const gint64 *ids,
                  guint n_ids,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  CountingRows *self = COUNTING_ROWS (source);

  self->row_loads++;
  self->rows += n_ids;
  diapason_row_source_load_rows_async (self->inner, ids, n_ids, cancellable, callback, user_data);
}

static GPtrArray *
count_rows_finish (DiapasonRowSource *source, GAsyncResult *result, GError **error)
{
  return diapason_row_source_load_rows_finish (COUNTING_ROWS (source)->inner, result, error);
}

static void
counting_rows_row_source_init (DiapasonRowSourceInterface *iface)
{
  iface->load_ids_async = count_ids_async;
  iface->load_ids_finish = count_ids_finish;
  iface->load_rows_async = count_rows_async;
  iface->load_rows_finish = count_rows_finish;
  iface->row_ref = (gpointer (*) (gpointer)) diapason_event_record_ref;
  iface->row_unref = (void (*) (gpointer)) diapason_event_record_unref;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CountingRows,
                               counting_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DIAPASON_TYPE_ROW_SOURCE,
                                                      counting_rows_row_source_init))

static void
counting_rows_dispose (GObject *object)
{
  g_clear_object (&COUNTING_ROWS (object)->inner);
  G_OBJECT_CLASS (counting_rows_parent_class)->dispose (object);
}

static void
counting_rows_class_init (CountingRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = counting_rows_dispose;
}

static void
counting_rows_init (CountingRows *self)
{
}

static CountingRows *
show_counted (Fixture *fixture)
{
  gint64 person = desk_fixture_person (&fixture->base.base, "crm", "c1");
  CountingRows *rows = g_object_new (COUNTING_TYPE_ROWS, NULL);
  g_autoptr (DiapasonClock) clock = diapason_clock_new ();

  rows->inner = desk_fixture_history_source (&fixture->base.base, person);
  ui_fixture_show (&fixture->base, GTK_WIDGET (fixture->view), 700, 600);
  fixture->history = G_LIST_MODEL (diapason_windowed_list_new (DIAPASON_ROW_SOURCE (rows), clock));
  diapason_history_view_set_history (fixture->view, fixture->history);
  return rows;
}

/* What has no date that can be came to be known last, the last of it first. */
static GArray *
expected_order (void)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = MANY; i-- > 0;)
    if (is_undated (i))
      g_array_append_val (order, i);
  for (guint i = 0; i < MANY; i++)
    if (!is_undated (i))
      g_array_append_val (order, i);
  return order;
}

static guint
count_listed (Fixture *fixture)
{
  GtkListView *list = ui_find (fixture->view, GTK_TYPE_LIST_VIEW, 0);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

#define JUMP 1000

static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) order = expected_order ();
  g_autoptr (CountingRows) rows = NULL;

  tell_many (fixture, MANY, TRUE);
  rows = show_counted (fixture);
  UI_WAIT (row_that_says (fixture, "Number 9008."));
  g_assert_cmpuint (g_list_model_get_n_items (fixture->history), ==, MANY);
  /* Rows come a few at a time, so that no turn of the main loop makes them all. */
  g_assert_cmpuint (ui_count (fixture->view, DIAPASON_TYPE_HISTORY_ROW), <, 64);
  UI_WAIT (count_listed (fixture) == MANY);
  activate (fixture, 1);
  UI_WAIT (row_that_says (fixture, "Number 9007.\nDate unknown, first seen 1 Jan 2026 12:14"));
  g_assert_true (ui_says (row_that_says (fixture, "Number 9008."), "date unknown\nCall\n"));

  for (guint position = 0; position < MANY; position += JUMP)
    {
      g_autofree char *subject =
          g_strdup_printf ("Number %u.", g_array_index (order, guint, position));

      scroll_to (fixture, position);
      UI_WAIT (row_that_says (fixture, subject));
      g_assert_cmpuint (ui_count (fixture->view, DIAPASON_TYPE_HISTORY_ROW), <, 300);
      g_assert_cmpuint (diapason_windowed_list_count_live (
                            DIAPASON_WINDOWED_LIST (fixture->history)),
                        <, 600);
    }
  /* As much as what was looked at, and not as what there is. */
  g_test_message ("%u rows in %u loads, ids in %u", rows->rows, rows->row_loads, rows->id_loads);
  g_assert_cmpuint (rows->id_loads, ==, 1);
  g_assert_cmpuint (rows->rows, <, MANY / JUMP * 600);
  g_assert_cmpuint (rows->row_loads, <=, MANY / JUMP * 12);
  /* What was opened is open when one comes back to it, and nothing else is. */
  scroll_to (fixture, 0);
  UI_WAIT (row_that_says (fixture, "first seen 1 Jan 2026 12:14"));
  g_assert_true (row_that_says (fixture, "first seen 1 Jan 2026 12:14") ==
                 row_that_says (fixture, "Number 9007."));

  /* Left from far down, for another list: that begins at its top, and with few rows. */
  scroll_to (fixture, MANY / 2);
  UI_WAIT (!row_that_says (fixture, "Number 9008."));
  g_clear_object (&fixture->history);
  fixture->history = diapason_desk_history (fixture->base.base.desk,
                                            desk_fixture_person (&fixture->base.base, "crm", "c1"));
  diapason_history_view_set_history (fixture->view, fixture->history);
  UI_WAIT (row_that_says (fixture, "Number 9008."));
  g_assert_cmpuint (ui_count (fixture->view, DIAPASON_TYPE_HISTORY_ROW), <, 64);
  UI_WAIT (count_listed (fixture) == MANY);
}

static void
tell_newest (Fixture *fixture, const char *id, const char *at)
{
  desk_fixture_row (&fixture->base.base, "crm", "interaction", id, "customer", "c1", "channel",
                    "call", "began_at", at, "subject", id, NULL);
  desk_fixture_commit (&fixture->base.base);
  ui_await_frames (fixture->view);
}

/* Whether its first line is to be seen. */
static gboolean
is_in_view (Fixture *fixture, DiapasonHistoryRow *row)
{
  GtkWidget *list = ui_find (fixture->view, GTK_TYPE_LIST_VIEW, 0);
  graphene_rect_t bounds;

  return row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), list, &bounds) &&
         bounds.origin.y >= 0 && bounds.origin.y < (float) gtk_widget_get_height (list);
}

/* What comes is seen by whoever is at the top, and moves nothing for whoever looks further down. */
static void
test_newest (Fixture *fixture, gconstpointer data)
{
  tell_many (fixture, 40, FALSE);
  show (fixture, "c1");
  UI_WAIT (row_that_says (fixture, "Number 0."));
  scroll_to (fixture, 0);
  ui_await_frames (fixture->view);
  tell_newest (fixture, "A call", "1");
  UI_WAIT (is_in_view (fixture, row_that_says (fixture, "A call")));

  scroll_to (fixture, 35);
  UI_WAIT (!row_that_says (fixture, "A call"));
  tell_newest (fixture, "Another call", "2");
  UI_WAIT (count_listed (fixture) == 42);
  ui_await_frames (fixture->view);
  g_assert_false (is_in_view (fixture, row_that_says (fixture, "Another call")));
}

static gint64
id_at (Fixture *fixture, guint position)
{
  g_autoptr (DiapasonRowItem) item = g_list_model_get_item (fixture->history, position);

  return diapason_row_item_get_id (item);
}

/* Also asked for before the rows are here, as find does. */
static void
test_reveal (Fixture *fixture, gconstpointer data)
{
  gint64 id;

  tell_many (fixture, SOME, FALSE);
  show (fixture, "c1");
  UI_WAIT (g_list_model_get_n_items (fixture->history) == SOME);
  id = id_at (fixture, 2000);
  diapason_history_view_reveal (fixture->view, id);
  UI_WAIT (row_that_says (fixture, "Number 2000.\n10 Oct 2025 04:14"));

  g_clear_object (&fixture->history);
  fixture->history = diapason_desk_history (fixture->base.base.desk,
                                            desk_fixture_person (&fixture->base.base, "crm", "c1"));
  diapason_history_view_set_history (fixture->view, fixture->history);
  diapason_history_view_reveal (fixture->view, id);
  UI_WAIT (row_that_says (fixture, "Number 2000.\n10 Oct 2025 04:14"));
  diapason_history_view_reveal (fixture->view, G_MAXINT64);
}

/* An arrow key goes on from what was revealed, not from the top. */
static void
test_reveal_with_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  tell_many (fixture, SOME, FALSE);
  show (fixture, "c1");
  UI_WAIT (g_list_model_get_n_items (fixture->history) == SOME);
  diapason_history_view_focus (fixture->view, NULL);
  diapason_history_view_reveal (fixture->view, id_at (fixture, 2000));
  UI_WAIT ((focus = gtk_window_get_focus (fixture->base.window)) != NULL &&
           ui_says (focus, "Number 2000."));
}

/* Nor is anybody torn away from where they went meanwhile. */
static void
test_focus_went_on (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *before = gtk_button_new_with_label ("before");
  GtkWidget *after = gtk_button_new_with_label ("after");

  desk_fixture_tell_quills (&fixture->base.base);
  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), after);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->view));
  ui_fixture_show (&fixture->base, box, 700, 600);
  fixture->history = diapason_desk_history (fixture->base.base.desk,
                                            desk_fixture_person (&fixture->base.base, "crm", "c1"));
  diapason_history_view_set_history (fixture->view, fixture->history);
  gtk_widget_grab_focus (before);
  diapason_history_view_focus (fixture->view, before);
  gtk_widget_grab_focus (after);
  UI_WAIT (row_that_says (fixture, "Where is my refund?"));
  ui_await_frames (fixture->view);
  g_assert_true (gtk_window_get_focus (fixture->base.window) == after);
  diapason_history_view_focus (fixture->view, after);
  UI_WAIT (gtk_window_get_focus (fixture->base.window) != after);
}

static void
test_lets_go (Fixture *fixture, gconstpointer data)
{
  desk_fixture_tell_quills (&fixture->base.base);
  show (fixture, "c1");
  UI_WAIT (row_that_says (fixture, "Where is my refund?"));
  activate (fixture, 0); /* its messages are under way */
  diapason_history_view_set_history (fixture->view, NULL);
  await_quiet ();
  g_assert_finalize_object (g_steal_pointer (&fixture->history));
  g_assert_cmpuint (ui_count (fixture->view, DIAPASON_TYPE_HISTORY_ROW), ==, 0);
}

static void
test_goes_while_loading (Fixture *fixture, gconstpointer data)
{
  desk_fixture_tell_quills (&fixture->base.base);
  show (fixture, "c1");
  ui_fixture_close (&fixture->base);
}

/* A source that fails */

#define FAILING_TYPE_ROWS (failing_rows_get_type ())
G_DECLARE_FINAL_TYPE (FailingRows, failing_rows, FAILING, ROWS, GObject)

struct _FailingRows
{
  GObject parent_instance;
};

static void
load_ids_async (DiapasonRowSource *source,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);

  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "The <disk> is full.");
}

static GArray *
load_ids_finish (DiapasonRowSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
failing_rows_row_source_init (DiapasonRowSourceInterface *iface)
{
  iface->load_ids_async = load_ids_async;
  iface->load_ids_finish = load_ids_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FailingRows,
                               failing_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DIAPASON_TYPE_ROW_SOURCE,
                                                      failing_rows_row_source_init))

static void
failing_rows_class_init (FailingRowsClass *klass)
{
}

static void
failing_rows_init (FailingRows *self)
{
}

static void
test_failed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FailingRows) rows = g_object_new (FAILING_TYPE_ROWS, NULL);
  g_autoptr (DiapasonClock) clock = diapason_clock_new ();

  ui_fixture_show (&fixture->base, GTK_WIDGET (fixture->view), 700, 600);
  fixture->history = G_LIST_MODEL (diapason_windowed_list_new (DIAPASON_ROW_SOURCE (rows), clock));
  diapason_history_view_set_history (fixture->view, fixture->history);
  UI_WAIT (ui_says (fixture->view, "The <disk> is full."));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/ui/history/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("rows", test_rows);
  ADD ("opens-in-place", test_opens_in_place);
  ADD ("opens-by-click", test_opens_by_click);
  ADD ("opens-a-promise", test_opens_a_promise);
  ADD ("opens-a-verbatim", test_opens_a_verbatim);
  ADD ("date-unknown", test_date_unknown);
  ADD ("date-ahead", test_date_ahead);
  ADD ("days", test_days);
  ADD ("stays-open", test_stays_open);
  ADD ("empty", test_empty);
  ADD ("failed", test_failed);
  ADD ("many", test_many);
  ADD ("newest", test_newest);
  ADD ("reveal", test_reveal);
  ADD ("reveal-with-focus", test_reveal_with_focus);
  ADD ("focus-went-on", test_focus_went_on);
  ADD ("lets-go", test_lets_go);
  ADD ("goes-while-loading", test_goes_while_loading);
  return g_test_run ();
}
