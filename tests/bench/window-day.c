/* window-day.c: our window over a company, driven, and what its main loop and its frames did
 * meanwhile: a line "NAME COUNT P50 P99 P999 MAX" (milliseconds) or "NAME NUMBER" each.
 *
 * window-day PROFILE HUB FRAMES WORDS SWITCHES CALLS SECONDS: the folder of a cache with a day in
 * it (window-fill), which is written to; where a hub listens, from which it is fetched while the
 * window is used; and how much is done. Thread: main. */
#include <adwaita.h>
#include <locale.h>

#include "bench-report.h"
#include "bench-store.h"
#include "demo.h"
#include "diapason-ui-resources.h"
#include "history-view.h"
#include "window-desk.h"
#include "window-drive.h"
#include "window-plain.h"
#include "window-report.h"
#include "window-rows.h"
#include "window-span.h"
#include "window-watch.h"
#include "windowed-list.h"

#define ROWS_MOST   1000000
#define PLAIN_ROWS  50000
#define JUMPS       100
#define PLAIN_JUMPS 20
#define ROUNDS      10

typedef struct
{
  GtkApplication *application;  /* (owned) */
  DiapasonDemo *demo;           /* (owned) */
  DiapasonProgram *program;     /* (owned) */
  DiapasonWindow *window;       /* (weak) */
  GListModel *rows;             /* (owned) */
  DiapasonHistoryView *history; /* (weak) ours, in the window */
  GtkListView *list;            /* (weak) in it */
  GPtrArray *words;             /* (owned) */
  GtkWindow *plain;             /* (weak) the floor */
  GtkListView *plain_list;      /* (weak) */
  GtkWidget *plain_entry;       /* (weak) */
  GtkWidget *plain_find;        /* (weak) over the list */
  GtkWidget *plain_person;      /* (weak) likewise */
  gint64 size;                  /* customers */
  guint n_frames;
  int n_seconds;
  guint n_switches;
  guint n_calls;
} Day;

static void
day_clear (Day *day)
{
  g_clear_object (&day->rows);
  g_clear_pointer (&day->words, g_ptr_array_unref);
  g_clear_pointer (&day->program, diapason_program_free);
  g_clear_pointer (&day->demo, diapason_demo_free);
  g_clear_object (&day->application);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Day, day_clear)

static gboolean
open_program (Day *day, const char *profile, const char *hub, GError **error)
{
  day->size = bench_store_size (profile);
  day->demo = diapason_demo_new (hub, profile, NULL);
  day->program = diapason_program_new (diapason_demo_get_place (day->demo), error);
  return day->program != NULL && diapason_demo_connect (day->demo, day->program, error);
}

/* Windows */

static void
show (GtkWindow *window)
{
  gtk_window_present (window);
  window_watch_frames (GTK_WIDGET (window));
  window_drive_frames (GTK_WIDGET (window), 10);
}

static void
show_plain (Day *day)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay = gtk_overlay_new ();

  day->plain = GTK_WINDOW (adw_application_window_new (day->application));
  day->plain_entry = gtk_search_entry_new ();
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), day->plain_entry);
  day->plain_find = window_plain_find_new ();
  gtk_overlay_set_child (GTK_OVERLAY (overlay), window_plain_new (PLAIN_ROWS, &day->plain_list));
  day->plain_person = window_plain_person_new ();
  gtk_widget_set_visible (day->plain_person, FALSE);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), day->plain_person);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), day->plain_find);
  gtk_box_append (GTK_BOX (box), overlay);
  gtk_window_set_default_size (day->plain, 1200, 800);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (day->plain), box);
  show (day->plain);
}

static guint
count_listed (Day *day)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (day->list)));
}

static void
show_rows (Day *day)
{
  day->list = window_drive_find_history (day->window, &day->history);
  diapason_history_view_set_history (day->history, day->rows);
  WINDOW_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (day->list)) &&
                count_listed (day) == g_list_model_get_n_items (day->rows));
  window_drive_frames (GTK_WIDGET (day->window), 10);
}

/* The history of somebody, with everything that happened with anybody in its place. */
static void
show_window (Day *day)
{
  g_autoptr (WindowRows) source = window_rows_new (day->program->store, ROWS_MOST);

  day->rows =
      G_LIST_MODEL (diapason_windowed_list_new (DIAPASON_ROW_SOURCE (source),
                                                diapason_store_get_clock (day->program->store)));
  WINDOW_UNTIL (!diapason_windowed_list_get_loading (DIAPASON_WINDOWED_LIST (day->rows)));
  day->window = diapason_window_new (day->application, day->program->desk);
  show (GTK_WINDOW (day->window));
  diapason_window_open_person (day->window, window_drive_anybody (day->program->store));
  day->list = window_drive_find_history (day->window, &day->history);
  WINDOW_UNTIL (gtk_list_view_get_model (day->list) != NULL);
  show_rows (day);
}

/* Figures */

static void
report_scroll (Day *day, WindowSeen *ours, WindowSeen *plain, guint alive)
{
  WindowSpan p99 = window_spans_at (ours->frames, 0.99);
  WindowSpan floor = window_spans_at (plain->frames, 0.99);

  bench_report (&(BenchFigure){
      .figure = "scroll.frame",
      .unit = "ms",
      .size = day->size,
      .value = p99.processor,
      .floor = floor.processor,
      .bound = 16,
      .of_value = TRUE,
      .what = "a frame while a long list is scrolled, p99 of processor time",
      .floor_what = "a list of four labels over objects in memory, scrolled in turn",
  });
  bench_report (&(BenchFigure){
      .figure = "scroll.frame.wall",
      .unit = "ms",
      .size = day->size,
      .value = p99.wall,
      .floor = floor.wall,
      .bound = 1.5,
      .what = "the same by the clock, which tells whatever else the machine does, too",
      .floor_what = "a list of four labels over objects in memory, scrolled in turn",
  });
  bench_report (&(BenchFigure){
      .figure = "scroll.rows",
      .unit = "objects",
      .size = day->size,
      .value = alive,
      .floor = g_list_model_get_n_items (day->rows),
      .bound = 1000,
      .of_value = TRUE,
      .what = "row objects that are alive at once",
      .floor_what = "the rows of the list",
  });
}

static void
report_typed (Day *day, const char *name, GArray *ours, GArray *plain, double bound)
{
  const char *floor_what = "the same letters typed into an entry that finds nothing";
  g_autofree char *wall = g_strconcat (name, ".wall", NULL);
  WindowSpan p99 = window_spans_at (ours, 0.99);
  WindowSpan floor = window_spans_at (plain, 0.99);

  bench_report (&(BenchFigure){
      .figure = name,
      .unit = "ms",
      .size = day->size,
      .value = p99.all,
      .floor = floor.all,
      .bound = bound,
      .of_value = TRUE,
      .what = "from a letter typed into find until what it finds is painted, p99 of processor "
              "time of all threads",
      .floor_what = floor_what,
  });
  bench_report (&(BenchFigure){
      .figure = wall,
      .unit = "ms",
      .size = day->size,
      .value = p99.wall,
      .floor = floor.wall,
      .what = "the same by the clock, which tells whatever else the machine does, too",
      .floor_what = floor_what,
  });
}

/* What is done, in turn with the same beside it where there is a floor */

static void
scroll (Day *day)
{
  g_autoptr (WindowSeen) ours = window_seen_new ();
  g_autoptr (WindowSeen) plain = window_seen_new ();
  guint alive = 0, most;

  for (guint round = 0; round < ROUNDS; round++)
    {
      window_watch_frames (GTK_WIDGET (day->plain));
      window_watch_into (plain);
      window_drive_scroll (day->plain_list, NULL, day->n_frames / ROUNDS);
      window_watch_into (NULL);
      window_watch_frames (GTK_WIDGET (day->window));
      window_watch_into (ours);
      most = window_drive_scroll (day->list, day->rows, day->n_frames / ROUNDS);
      alive = MAX (alive, most);
      window_watch_into (NULL);
    }
  report_scroll (day, ours, plain, alive);
  window_report_loop (day->size, "scroll", ours, plain, "while a long list is scrolled",
                      "a list of four labels over objects in memory, scrolled in turn");
}

static void
jump (Day *day)
{
  g_autoptr (WindowSeen) seen = window_seen_new ();
  g_autoptr (WindowSeen) plain = window_seen_new ();
  g_autoptr (GArray) spans = window_spans_new ();
  g_autoptr (GArray) plain_spans = window_spans_new ();

  window_watch_frames (GTK_WIDGET (day->plain));
  window_watch_into (plain);
  window_drive_jump (day->plain_list, NULL, PLAIN_JUMPS, plain_spans);
  window_watch_into (NULL);
  window_watch_frames (GTK_WIDGET (day->window));
  window_watch_into (seen);
  window_drive_jump (day->list, day->rows, JUMPS, spans);
  window_watch_into (NULL);
  bench_report (&(BenchFigure){
      .figure = "scroll.jump",
      .unit = "ms",
      .size = day->size,
      .value = window_spans_at (spans, 0.99).wall,
      .floor = window_spans_at (plain_spans, 0.99).wall,
      .what = "from a jump to anywhere in the long list until the rows there are painted, p99",
      .floor_what = "the same in a list of four labels over objects in memory",
  });
  window_report_loop (day->size, "jump", seen, plain, "while it jumps",
                      "the same jumps in a list of four labels over objects in memory");
}

/* What somebody does in our find, in the plain one, which knows what it finds: @found. */
static void
find_plain (Day *day, const char *word, GArray *found, WindowSeen *plain)
{
  window_watch_frames (GTK_WIDGET (day->plain));
  window_watch_into (plain);
  window_plain_find_show (day->plain_find, TRUE);
  window_drive_frames (day->plain_find, 2);
  for (guint i = 0; i < found->len; i++, word = g_utf8_next_char (word))
    {
      window_plain_find_type (day->plain_find, word, g_array_index (found, guint, i));
      window_drive_frames (day->plain_find, 1);
    }
  window_plain_find_show (day->plain_find, FALSE);
  window_drive_frames (GTK_WIDGET (day->plain), 1);
  window_watch_into (NULL);
  window_watch_frames (GTK_WIDGET (day->window));
}

static void
find_ours (Day *day, const char *word, GArray *spans, WindowSeen *seen, WindowSeen *plain)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  window_watch_into (seen);
  window_drive_type (day->window, word, spans, found);
  window_watch_into (NULL);
  find_plain (day, word, found, plain);
}

static void
type_plain (Day *day, const char *word, GArray *spans)
{
  window_watch_frames (GTK_WIDGET (day->plain));
  for (; *word != '\0'; word = g_utf8_next_char (word))
    {
      WindowSpan began = window_span_begin ();
      int at = -1;

      gtk_editable_insert_text (GTK_EDITABLE (day->plain_entry), word,
                                (int) (g_utf8_next_char (word) - word), &at);
      window_drive_frames (day->plain_entry, 1);
      window_span_end (&began, spans);
    }
  gtk_editable_set_text (GTK_EDITABLE (day->plain_entry), "");
  window_drive_frames (day->plain_entry, 1);
  window_watch_frames (GTK_WIDGET (day->window));
}

static void
search (Day *day)
{
  g_autoptr (WindowSeen) seen = window_seen_new ();
  g_autoptr (WindowSeen) plain = window_seen_new ();
  g_autoptr (GArray) ours = window_spans_new ();
  g_autoptr (GArray) typed = window_spans_new ();

  for (guint i = 0; i < day->words->len; i++)
    {
      type_plain (day, day->words->pdata[i], typed);
      find_ours (day, day->words->pdata[i], ours, seen, plain);
    }
  report_typed (day, "typed.painted", ours, typed, 100);
  window_report_loop (
      day->size, "search", seen, plain, "while somebody searches",
      "the same letters typed into an entry over a list of four labels, as many rows of three "
      "labels put into a list box at each");
}

/* Other customers */

/* In the place of all rows there are somebody's own, as whenever somebody works. */
static void
show_anybody (Day *day)
{
  GListModel *rows =
      diapason_desk_history (day->program->desk, window_drive_anybody (day->program->store));

  WINDOW_UNTIL (!diapason_windowed_list_get_loading (DIAPASON_WINDOWED_LIST (rows)));
  diapason_history_view_set_history (day->history, rows);
  WINDOW_UNTIL (count_listed (day) == g_list_model_get_n_items (rows));
  window_drive_frames (GTK_WIDGET (day->window), 10);
  g_object_unref (rows);
}

static WindowDesk
begin_other (Day *day)
{
  show_anybody (day);
  gtk_widget_set_visible (day->plain_person, TRUE);
  window_watch_frames (GTK_WIDGET (day->plain));
  window_drive_frames (GTK_WIDGET (day->plain), 2);
  return (WindowDesk){ day->window, day->program->store, day->plain, day->plain_person, day->size };
}

static void
end_other (Day *day)
{
  gtk_widget_set_visible (day->plain_person, FALSE);
  window_watch_frames (GTK_WIDGET (day->window));
  show_rows (day);
}

static void
switch_customers (Day *day)
{
  WindowDesk desk = begin_other (day);

  window_desk_switch (&desk, day->n_switches);
  end_other (day);
}

/* While it is fetched */

static gboolean
is_fetching (gpointer data)
{
  Day *day = data;
  GListModel *sources = diapason_desk_get_sources (day->program->desk);
  gboolean fetching = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (DiapasonSourceStatus) status = g_list_model_get_item (sources, i);
      DiapasonSourceState state = diapason_source_status_get_state (status);

      fetching = fetching || state == DIAPASON_SOURCE_FETCHING || state == DIAPASON_SOURCE_NEW;
    }
  return fetching;
}

static void
take_calls (Day *day)
{
  WindowDesk desk = begin_other (day);

  window_desk_contacts (&desk, day->n_calls, is_fetching, day);
  end_other (day);
}

static void
scroll_both (Day *day, WindowSeen *seen, WindowSeen *plain)
{
  window_watch_frames (GTK_WIDGET (day->plain));
  window_watch_into (plain);
  window_drive_scroll (day->plain_list, NULL, 60);
  window_watch_into (NULL);
  window_watch_frames (GTK_WIDGET (day->window));
  window_watch_into (seen);
  window_drive_scroll (day->list, day->rows, 60);
  window_watch_into (NULL);
}

static void
use_while_fetching (Day *day)
{
  g_autoptr (WindowSeen) seen = window_seen_new ();
  g_autoptr (WindowSeen) plain = window_seen_new ();
  g_autoptr (GArray) spans = window_spans_new ();
  g_autoptr (GArray) typed = window_spans_new ();
  gint64 end = g_get_monotonic_time () + day->n_seconds * G_USEC_PER_SEC;

  for (guint i = 0; is_fetching (day) && g_get_monotonic_time () < end; i++)
    {
      const char *word = day->words->pdata[i % day->words->len];

      scroll_both (day, seen, plain);
      find_ours (day, word, spans, seen, plain);
      type_plain (day, word, typed);
    }
  report_typed (day, "typed.sync", spans, typed, 0);
  window_report_loop (
      day->size, "sync", seen, plain, "while sources are fetched, somebody scrolls and searches",
      "the same with a list of four labels and an entry over it, in turn: what of ours is going on "
      "meanwhile is in both");
}

int
main (int argc, char **argv)
{
  g_auto (Day) day = { 0 };
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc != 8)
    g_error ("window-day PROFILE HUB FRAMES WORDS SWITCHES CALLS SECONDS");
  day.n_frames = (guint) atoi (argv[3]);
  day.n_switches = (guint) atoi (argv[5]);
  day.n_calls = (guint) atoi (argv[6]);
  day.n_seconds = atoi (argv[7]);
  diapason_ui_register_resource ();
  day.application =
      GTK_APPLICATION (adw_application_new ("io.github.diapason.Bench", G_APPLICATION_NON_UNIQUE));
  if (!g_application_register (G_APPLICATION (day.application), NULL, &error) ||
      !open_program (&day, argv[1], argv[2], &error))
    g_error ("%s", error->message);

  window_watch_start ();
  show_plain (&day);
  show_window (&day);
  day.words = window_drive_draw_words (day.program->store, (guint) atoi (argv[4]));
  scroll (&day);
  jump (&day);
  search (&day);
  switch_customers (&day);
  diapason_sync_engine_start (day.program->engine);
  take_calls (&day);
  use_while_fetching (&day);
  diapason_sync_engine_stop (day.program->engine);
  gtk_window_destroy (GTK_WINDOW (day.window));
  gtk_window_destroy (day.plain);
  return EXIT_SUCCESS;
}
