/* window-drive.c: see the header. */
#include "window-drive.h"

#include "find-view.h"
#include "person-view.h"
#include "statement-read.h"
#include "window-span.h"
#include "window-watch.h"
#include "windowed-list.h"

#define PIXELS_A_FRAME 120
#define MOST_LETTERS   8
#define SEED           7

gpointer
window_drive_find (GtkWidget *root, GType type)
{
  gpointer found = G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = window_drive_find (child, type);
  return found;
}

GtkListView *
window_drive_find_history (DiapasonWindow *window, DiapasonHistoryView **view)
{
  GtkWidget *person = window_drive_find (GTK_WIDGET (window), DIAPASON_TYPE_PERSON_VIEW);
  GtkWidget *seen =
      GTK_WIDGET (gtk_widget_get_template_child (person, DIAPASON_TYPE_PERSON_VIEW, "history"));

  if (!gtk_widget_get_visible (seen))
    seen = GTK_WIDGET (gtk_widget_get_template_child (person, DIAPASON_TYPE_PERSON_VIEW, "other"));
  if (view != NULL)
    *view = DIAPASON_HISTORY_VIEW (seen);
  return window_drive_find (seen, GTK_TYPE_LIST_VIEW);
}

void
window_drive_frames (GtkWidget *widget, guint n)
{
  guint first = window_watch_count_frames ();

  for (guint i = 1; i <= n; i++)
    {
      gtk_widget_queue_draw (widget);
      WINDOW_UNTIL (window_watch_count_frames () - first >= i);
    }
}

/* Scrolling */

typedef struct
{
  GtkAdjustment *adjustment; /* (weak) */
  GListModel *items;         /* (weak) (nullable) */
  double step;
  guint n_left;
  guint most_alive;
} Scroll;

static gboolean
scroll_tick_cb (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  Scroll *scroll = user_data;
  double value = gtk_adjustment_get_value (scroll->adjustment);

  if (scroll->items != NULL)
    scroll->most_alive =
        MAX (scroll->most_alive,
             diapason_windowed_list_count_live (DIAPASON_WINDOWED_LIST (scroll->items)));
  gtk_adjustment_set_value (scroll->adjustment, value + scroll->step);
  if (gtk_adjustment_get_value (scroll->adjustment) == value)
    scroll->step = -scroll->step;
  return --scroll->n_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

guint
window_drive_scroll (GtkListView *list, GListModel *items, guint n_frames)
{
  Scroll scroll = { gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), items, PIXELS_A_FRAME,
                    n_frames, 0 };

  gtk_widget_add_tick_callback (GTK_WIDGET (list), scroll_tick_cb, &scroll, NULL);
  WINDOW_UNTIL (scroll.n_left == 0);
  window_drive_frames (GTK_WIDGET (list), 1);
  return scroll.most_alive;
}

/* One more row of that place, asked for behind those that the list shows there. */
static void
await_row (GListModel *items, double place)
{
  guint n_items = g_list_model_get_n_items (items);
  g_autoptr (DiapasonRowItem) item = g_list_model_get_item (items, (guint) (place * (n_items - 1)));

  WINDOW_UNTIL (diapason_row_item_get_record (item) != NULL);
}

void
window_drive_jump (GtkListView *list, GListModel *items, guint n, GArray *spans)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < n; i++)
    {
      double place = g_rand_double (random);
      WindowSpan began = window_span_begin ();
      double range = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_lower (adjustment);

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment) + place * range);
      window_drive_frames (GTK_WIDGET (list), 1);
      if (items != NULL)
        await_row (items, place);
      window_drive_frames (GTK_WIDGET (list), 1);
      window_span_end (&began, spans);
    }
}

/* Words */

typedef struct
{
  GMainLoop *loop;
  GPtrArray *words;
} Drawn;

static char *
draw_text (DiapasonDatabase *database, const char *sql, GRand *random, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (database, sql, error);
  gboolean row;

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "d", g_rand_double (random));
  if (!diapason_database_step (database, select, &row, error) || !row)
    return NULL;
  return diapason_statement_text (select, 0);
}

static char *
draw_word (const char *text, GRand *random)
{
  g_auto (GStrv) words = g_regex_split_simple ("[\\W\\d_]+", text, 0, 0);
  guint n = g_strv_length (words);
  const char *word = words[g_rand_int_range (random, 0, (gint32) MAX (n, 1))];

  return word != NULL && g_utf8_strlen (word, -1) > 2 ? g_utf8_strdown (word, -1) : NULL;
}

#define DRAW(table)                                                                                \
  "SELECT words FROM " table " WHERE rowid >= (SELECT min (rowid) FROM " table                     \
  ") + ?1 * ((SELECT max (rowid) FROM " table ") - (SELECT min (rowid) FROM " table ")) LIMIT 1"

static gpointer
draw_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  static const char *const draws[] = {
    DRAW ("customer_text"),
    DRAW ("interaction_text"),
    DRAW ("message_text"),
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  /* Where most texts have no word, fewer are drawn. */
  for (guint i = 0; i < 20 * *(guint *) data && words->len < *(guint *) data; i++)
    {
      g_autofree char *text = draw_text (database, draws[i % 3], random, NULL);
      char *word = text != NULL ? draw_word (text, random) : NULL;

      if (word != NULL)
        g_ptr_array_add (words, word);
    }
  return words;
}

static gpointer
anybody_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database, "SELECT person FROM person_member LIMIT 1", error);

  return select != NULL ? diapason_statement_ids (database, select, error) : NULL;
}

static void
read_cb (GObject *store, GAsyncResult *result, gpointer out)
{
  g_autoptr (GError) error = NULL;

  *(gpointer *) out = diapason_store_read_finish (DIAPASON_STORE (store), result, &error);
  if (error != NULL)
    g_error ("%s", error->message);
}

static gpointer
read_now (DiapasonStore *store, DiapasonReadFunc func, gpointer data)
{
  gpointer out = NULL;

  diapason_store_read_async (store, DIAPASON_LANE_LIST, func, data, NULL, NULL, NULL, read_cb,
                             &out);
  WINDOW_UNTIL (out != NULL);
  return out;
}

GPtrArray *
window_drive_draw_words (DiapasonStore *store, guint n)
{
  return read_now (store, draw_in_reader, &n);
}

gint64
window_drive_anybody (DiapasonStore *store)
{
  g_autoptr (GArray) ids = read_now (store, anybody_in_reader, NULL);

  return ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
}

/* Typing */

static void
searching_cb (GObject *find, GParamSpec *pspec, gboolean *is_shown)
{
  gboolean is_searching;

  g_object_get (find, "searching", &is_searching, NULL);
  *is_shown = !is_searching;
}

static guint
count_rows (GtkListBox *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;
  return n;
}

void
window_drive_type (DiapasonWindow *window, const char *word, GArray *spans, GArray *found)
{
  DiapasonFindView *find = window_drive_find (GTK_WIDGET (window), DIAPASON_TYPE_FIND_VIEW);
  GtkEditable *entry = window_drive_find (GTK_WIDGET (find), GTK_TYPE_SEARCH_ENTRY);
  GtkListBox *results = window_drive_find (GTK_WIDGET (find), GTK_TYPE_LIST_BOX);
  gboolean is_shown = FALSE;
  guint n_found;

  diapason_window_find (window, "");
  window_drive_frames (GTK_WIDGET (find), 2);
  g_signal_connect (find, "notify::searching", G_CALLBACK (searching_cb), &is_shown);
  for (guint i = 0; i < MOST_LETTERS && *word != '\0'; i++, word = g_utf8_next_char (word))
    {
      int at = (int) g_utf8_strlen (gtk_editable_get_text (entry), -1);
      WindowSpan began = window_span_begin ();

      is_shown = FALSE;
      gtk_editable_insert_text (entry, word, (int) (g_utf8_next_char (word) - word), &at);
      WINDOW_UNTIL (is_shown);
      window_drive_frames (GTK_WIDGET (find), 1);
      window_span_end (&began, spans);
      n_found = count_rows (results);
      g_array_append_val (found, n_found);
      /* Nothing was found: more letters do not change what is shown. */
      if (n_found == 0)
        break;
    }
  g_signal_handlers_disconnect_by_data (find, &is_shown);
  g_signal_emit_by_name (entry, "stop-search");
}
