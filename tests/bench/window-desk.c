/* window-desk.c: see the header. */
#include "window-desk.h"

#include "bench-report.h"
#include "bench-rows.h"
#include "history-view.h"
#include "person-view.h"
#include "range-list.h"
#include "to-treat-view.h"
#include "window-drive.h"
#include "window-plain.h"
#include "window-report.h"
#include "window-span.h"
#include "windowed-list.h"
#include "work-record.h"

#define MOST_FRAMES  2
#define CARD_MS      50
#define CARD_RATIO   1.5 /* of the floor, where that is slow already */
#define FRAMES_APART 3   /* what is shown is at rest before the next one */
#define RESTING_MS   20  /* more than a frame: the next one is painted as soon as it is asked for */

/* One run of a figure: what was seen of both sides. */
typedef struct
{
  const WindowDesk *desk;
  WindowSeen *seen;        /* (owned) */
  WindowSeen *plain;       /* (owned) */
  GArray *spans;           /* (owned) of ours, until it was painted */
  GArray *plain_spans;     /* (owned) */
  GArray *frames;          /* (owned) (element-type double) of ours */
  GArray *plain_frames;    /* (owned) */
  DiapasonPersonView *who; /* (weak) */
} Run;

static void
run_init (Run *run, const WindowDesk *desk)
{
  *run = (Run){ .desk = desk };
  run->seen = window_seen_new ();
  run->plain = window_seen_new ();
  run->spans = window_spans_new ();
  run->plain_spans = window_spans_new ();
  run->frames = g_array_new (FALSE, FALSE, sizeof (double));
  run->plain_frames = g_array_new (FALSE, FALSE, sizeof (double));
  run->who = window_drive_find (GTK_WIDGET (desk->window), DIAPASON_TYPE_PERSON_VIEW);
}

static void
run_clear (Run *run)
{
  window_seen_free (run->seen);
  window_seen_free (run->plain);
  g_array_unref (run->spans);
  g_array_unref (run->plain_spans);
  g_array_unref (run->frames);
  g_array_unref (run->plain_frames);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* What is shown */

/* NULL as long as the list has rows of somebody else. */
static GListModel *
history_of (const Run *run)
{
  GtkListView *list = window_drive_find_history (run->desk->window, NULL);
  GtkSelectionModel *selection = gtk_list_view_get_model (list);
  GListModel *listed =
      selection != NULL ? gtk_single_selection_get_model (GTK_SINGLE_SELECTION (selection)) : NULL;

  if (listed == NULL ||
      (g_list_model_get_n_items (listed) > 0 && !gtk_widget_get_mapped (GTK_WIDGET (list))))
    return NULL;
  return diapason_range_list_get_list (DIAPASON_RANGE_LIST (listed));
}

static gboolean
is_history_here (const Run *run)
{
  GListModel *history = history_of (run);
  g_autoptr (DiapasonRowItem) first = NULL;

  if (history == NULL || diapason_windowed_list_get_loading (DIAPASON_WINDOWED_LIST (history)))
    return FALSE;
  first = g_list_model_get_item (history, 0);
  return first == NULL || diapason_row_item_get_record (first) != NULL;
}

static gboolean
is_called (const Run *run, const char *name)
{
  g_autofree char *title = NULL;

  g_object_get (run->who, "title", &title, NULL);
  return g_strcmp0 (title, name) == 0;
}

/* @name (nullable): NULL is there already. */
static gboolean
is_shown (const Run *run, const char *name)
{
  return name == NULL || (is_called (run, name) && is_history_here (run));
}

/* A clock that runs on: counts the frames until the one that paints what is waited for. */
typedef struct
{
  const Run *run;
  const char *name; /* (nullable) */
  double n_frames;
  guint n_painted; /* before the frame that shows it */
  gboolean is_shown;
} Counting;

static gboolean
counting_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Counting *counting = user_data;

  counting->n_frames++;
  counting->is_shown = is_shown (counting->run, counting->name);
  counting->n_painted = window_watch_count_frames ();
  gtk_widget_queue_draw (widget);
  return counting->is_shown ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/* Returns: how many frames it took. */
static double
count_frames (const Run *run, GtkWidget *widget, const char *name)
{
  Counting counting = { .run = run, .name = name };

  gtk_widget_add_tick_callback (widget, counting_tick_cb, &counting, NULL);
  WINDOW_UNTIL (counting.is_shown);
  WINDOW_UNTIL (window_watch_count_frames () > counting.n_painted);
  return counting.n_frames;
}

/* A clock that rests until something is to be painted, as it does where somebody waits for a call.
 */
typedef struct
{
  const Run *run;
  const char *name; /* (nullable) */
  gboolean is_painted;
} Painting;

static void
after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  Painting *painting = user_data;

  painting->is_painted = painting->is_painted || is_shown (painting->run, painting->name);
}

static void
await_painted (const Run *run, GtkWidget *widget, const char *name)
{
  Painting painting = { .run = run, .name = name };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &painting);

  WINDOW_UNTIL (painting.is_painted || is_shown (run, name));
  /* Whatever was painted before: there is a frame to wait for. */
  if (!painting.is_painted)
    gtk_widget_queue_draw (widget);
  WINDOW_UNTIL (painting.is_painted);
  g_signal_handler_disconnect (clock, handler);
}

/* Either side, begun and ended */

static void
rested_cb (gpointer is_rested)
{
  *(gboolean *) is_rested = TRUE;
}

/* @rest_ms: how long the clock of frames rests before. */
static WindowSpan
begin (GtkWindow *window, WindowSeen *seen, guint rest_ms)
{
  gboolean is_rested = FALSE;

  window_watch_frames (GTK_WIDGET (window));
  window_drive_frames (GTK_WIDGET (window), FRAMES_APART);
  g_timeout_add_once (rest_ms, rested_cb, &is_rested);
  WINDOW_UNTIL (is_rested);
  window_watch_into (seen);
  return window_span_begin ();
}

static void
end (GtkWindow *window, const WindowSpan *began, GArray *spans)
{
  window_span_end (began, spans);
  /* What comes of it afterwards is seen, too. */
  window_drive_frames (GTK_WIDGET (window), FRAMES_APART);
  window_watch_into (NULL);
}

/* As many rows as the history that our window shows. */
static void
show_plain (const Run *run, const char *name)
{
  window_plain_person_show (run->desk->person, name, g_list_model_get_n_items (history_of (run)));
}

static void
report (const Run *run, const char *figure, double bound, const char *what, const char *floor_what)
{
  bench_report (&(BenchFigure){
      .figure = figure,
      .unit = "ms",
      .size = run->desk->size,
      .value = window_spans_at (run->spans, 0.99).wall,
      .floor = window_spans_at (run->plain_spans, 0.99).wall,
      .bound = bound,
      .of_value = TRUE,
      .what = what,
      .floor_what = floor_what,
  });
}

static void
report_processor (const Run *run, const char *figure, const char *floor_what)
{
  g_autofree char *name = g_strconcat (figure, ".processor", NULL);

  bench_report (&(BenchFigure){
      .figure = name,
      .unit = "ms",
      .size = run->desk->size,
      .value = window_spans_at (run->spans, 0.99).processor,
      .floor = window_spans_at (run->plain_spans, 0.99).processor,
      .what = "processor time of the window meanwhile, p99",
      .floor_what = floor_what,
  });
}

/* The next row of what waits */

#define SWITCH_FLOOR                                                                               \
  "some labels that change in a bare window, and as many rows of four labels as the history has"

/* Who row @position is about; NULL where it is of no use here. Returns: (transfer full). */
static char *
name_of_row (const Run *run, GListModel *rows, guint position)
{
  g_autoptr (DiapasonRowItem) item = g_list_model_get_item (rows, position);
  const DiapasonWorkRecord *record = diapason_row_item_get_record (item);

  if (record == NULL || record->person == 0 || is_called (run, record->name))
    return NULL;
  return g_strdup (record->name);
}

static void
switch_to (Run *run, GtkListView *list, guint position, const char *name)
{
  GtkWindow *window = GTK_WINDOW (run->desk->window), *plain = run->desk->plain;
  WindowSpan began = begin (window, run->seen, 0);
  double n_frames;

  gtk_widget_activate_action (GTK_WIDGET (list), "list.activate-item", "u", position);
  n_frames = count_frames (run, GTK_WIDGET (window), name);
  end (window, &began, run->spans);
  g_array_append_val (run->frames, n_frames);

  began = begin (plain, run->plain, 0);
  show_plain (run, name);
  n_frames = count_frames (run, GTK_WIDGET (plain), NULL);
  end (plain, &began, run->plain_spans);
  g_array_append_val (run->plain_frames, n_frames);
}

static void
report_frames (const Run *run)
{
  bench_report (&(BenchFigure){
      .figure = "switch.frames",
      .unit = "frames",
      .size = run->desk->size,
      .value = bench_quantile ((double *) run->frames->data, run->frames->len, 0.99),
      .floor = bench_quantile ((double *) run->plain_frames->data, run->plain_frames->len, 0.99),
      .bound = MOST_FRAMES,
      .of_value = TRUE,
      .what = "frames of a clock that runs on, from a row of what waits chosen to the one that "
              "shows card and history, p99",
      .floor_what = SWITCH_FLOOR,
  });
}

void
window_desk_switch (const WindowDesk *desk, guint n)
{
  GtkWidget *view = window_drive_find (GTK_WIDGET (desk->window), DIAPASON_TYPE_TO_TREAT_VIEW);
  GtkListView *list =
      GTK_LIST_VIEW (gtk_widget_get_template_child (view, DIAPASON_TYPE_TO_TREAT_VIEW, "list"));
  GListModel *rows = G_LIST_MODEL (gtk_list_view_get_model (list));
  g_auto (Run) run;

  run_init (&run, desk);
  for (guint i = 0; run.frames->len < n; i++)
    {
      g_autofree char *name =
          name_of_row (&run, rows, i % MIN (g_list_model_get_n_items (rows), n));

      if (name != NULL)
        switch_to (&run, list, i % MIN (g_list_model_get_n_items (rows), n), name);
    }
  report_frames (&run);
  report (&run, "switch.painted", 0, "the same by the clock on the wall", SWITCH_FLOOR);
  report_processor (&run, "switch.painted", SWITCH_FLOOR);
  window_report_loop (desk->size, "switch", run.seen, run.plain,
                      "while somebody goes from customer to customer", SWITCH_FLOOR);
}

/* Calls */

#define CONTACT_FLOOR                                                                              \
  "a call of a colleague by the same way; then the name is read, and shown in a bare window with " \
  "as many rows of four labels as the history has"

static void
take_call (Run *run, WindowContacts *contacts, guint64 customer)
{
  GtkWindow *window = GTK_WINDOW (run->desk->window), *plain = run->desk->plain;
  g_autofree char *name = bench_customer_name (customer);
  WindowSpan began;

  if (is_called (run, name))
    return;
  began = begin (window, run->seen, RESTING_MS);
  window_contacts_ring (contacts, customer, TRUE);
  await_painted (run, GTK_WIDGET (window), name);
  end (window, &began, run->spans);

  began = begin (plain, run->plain, RESTING_MS);
  window_contacts_ring (contacts, customer, FALSE);
  WINDOW_UNTIL (window_contacts_is_written (contacts));
  g_free (name);
  name = window_contacts_read_name (contacts, customer);
  show_plain (run, name);
  await_painted (run, GTK_WIDGET (plain), NULL);
  end (plain, &began, run->plain_spans);
}

static void
report_contacts (const Run *run)
{
  double floor = window_spans_at (run->plain_spans, 0.99).wall;

  report (run, "contact.card", MAX (CARD_MS, CARD_RATIO * floor),
          "from the bytes of the answer that tells of a call being here until card and history of "
          "who calls are painted, while sources are fetched, p99 by the clock on the wall; at most "
          "50 ms, or 1.5 times the floor",
          CONTACT_FLOOR);
  report_processor (run, "contact.card", CONTACT_FLOOR);
  window_report_loop (run->desk->size, "contact", run->seen, run->plain,
                      "while sources are fetched and calls come in", CONTACT_FLOOR);
}

void
window_desk_contacts (const WindowDesk *desk,
                      guint n,
                      gboolean (*goes_on) (gpointer data),
                      gpointer data)
{
  g_autoptr (WindowContacts) contacts = window_contacts_new (desk->store);
  g_auto (Run) run;

  run_init (&run, desk);
  for (guint i = 0; run.spans->len < n && goes_on (data); i++)
    take_call (&run, contacts, bench_draw (i) % (guint64) desk->size);
  if (run.spans->len == 0)
    g_error ("Nothing is fetched: there is no call to be measured meanwhile.");
  report_contacts (&run);
}
