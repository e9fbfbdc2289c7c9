/* history-view.c: see history-view.h. */
#include "history-view.h"

#include "change-set.h"
#include "history-row.h"
#include "plain-text.h"
#include "range-list.h"
#include "windowed-list.h"

/* GTK 4.8 makes two hundred rows of a long list at once, and gives them up at once: some hundred
 * milliseconds. So the list is told of this many at a time, each in a turn of the main loop: as
 * many as fill a window of 900 pixels beside the card. */
#define STEP 8
#define MOST (30 * STEP) /* so many rows GTK makes, and no more */

struct _DiapasonHistoryView
{
  GtkWidget parent_instance;

  DiapasonDesk *desk;        /* (owned) */
  GListModel *history;       /* (owned) (nullable) what is to be shown */
  DiapasonRangeList *listed; /* (owned) (nullable) what the list has of it, or of the former one */
  guint step_id;             /* brings the list on its way from one to the other; 0: it is there */
  GHashTable *open;          /* (owned) set of ids of opened rows */
  GHashTable *rows;          /* (owned) id → DiapasonHistoryRow bound to it now */
  gint64 reveal;             /* id to be shown when it is there; 0: none */
  gboolean focus_wanted;     /* the rows are to have the focus as soon as there are any */
  GtkWidget *focus_from;     /* (weak) (nullable) where it was when that was asked for */
  guint drawn_tick;          /* does both when the list is drawn; 0: none */
  guint frames_left;         /* to be drawn before that */
  gboolean filtered;         /* it is a part of the history */

  GtkStack *stack;
  GtkListView *list;
  GtkLabel *sentence;
};

static void step_soon (DiapasonHistoryView *self);

G_DEFINE_FINAL_TYPE (DiapasonHistoryView, diapason_history_view, GTK_TYPE_WIDGET)

static gboolean
is_open (DiapasonHistoryView *self, gint64 id)
{
  return g_hash_table_contains (self->open, &id);
}

static void
set_open (DiapasonHistoryView *self, gint64 id, gboolean open)
{
  DiapasonHistoryRow *row = g_hash_table_lookup (self->rows, &id);

  if (open)
    g_hash_table_add (self->open, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->open, &id);
  if (row != NULL)
    diapason_history_row_set_open (row, open);
}

/* Rows. GTK 4.8 binds a row anew when it is only selected or moves, and selects the one under the
 * pointer while it tells what is in there that the pointer has come: so what it shows stays until
 * it shows something else. */

static void
row_released_cb (GtkListItem *list_item)
{
  gtk_widget_activate_action (gtk_list_item_get_child (list_item), "list.activate-item", "u",
                              gtk_list_item_get_position (list_item));
}

/* Not "single-click-activate": it also selects what the pointer is on, even when the list moves
 * below a pointer that rests, and GTK 4.8 then draws rows that it has not laid out. */
static void
row_setup_cb (DiapasonHistoryView *self, GtkListItem *list_item)
{
  GtkWidget *row = diapason_history_row_new (self->desk);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (row_released_cb), list_item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, row);
  g_object_set_data (G_OBJECT (row), "list-item", list_item);
}

/* Each row says the day when the one before is of another. */
static void
tell_former (DiapasonHistoryView *self, GtkListItem *list_item)
{
  DiapasonHistoryRow *row = DIAPASON_HISTORY_ROW (gtk_list_item_get_child (list_item));
  guint position = gtk_list_item_get_position (list_item);
  g_autoptr (DiapasonRowItem) former = NULL;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (position > 0)
    former = g_list_model_get_item (G_LIST_MODEL (self->listed), position - 1);
  diapason_history_row_set_former (row, former);
}

static void
row_bind_cb (DiapasonHistoryView *self, GtkListItem *list_item)
{
  DiapasonHistoryRow *row = DIAPASON_HISTORY_ROW (gtk_list_item_get_child (list_item));
  DiapasonRowItem *item = gtk_list_item_get_item (list_item);
  gint64 id = diapason_row_item_get_id (item);

  g_hash_table_insert (self->rows, g_memdup2 (&id, sizeof id), row);
  tell_former (self, list_item);
  diapason_history_row_set_item (row, item, is_open (self, id));
}

static void
row_unbind_cb (DiapasonHistoryView *self, GtkListItem *list_item)
{
  DiapasonHistoryRow *row = DIAPASON_HISTORY_ROW (gtk_list_item_get_child (list_item));
  gint64 id = diapason_row_item_get_id (gtk_list_item_get_item (list_item));

  if (g_hash_table_lookup (self->rows, &id) == row)
    g_hash_table_remove (self->rows, &id);
}

static void
row_activated_cb (DiapasonHistoryView *self, guint position)
{
  g_autoptr (DiapasonRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->listed), position);
  gint64 id;

  if (item == NULL)
    return;
  id = diapason_row_item_get_id (item);
  set_open (self, id, !is_open (self, id));
}

/* Whether the list has rows of what is to be shown. */
static gboolean
is_listed (DiapasonHistoryView *self)
{
  return self->history != NULL && self->listed != NULL &&
         diapason_range_list_get_list (self->listed) == self->history;
}

/* States */

static void
take_focus (DiapasonHistoryView *self, GtkWidget *place)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  /* Not from where somebody went meanwhile. */
  if (self->focus_wanted && (self->focus_from == NULL || self->focus_from == focus))
    gtk_widget_grab_focus (place);
  self->focus_wanted = FALSE;
  g_clear_weak_pointer (&self->focus_from);
}

/* Returns: the widget of the row, or that of all. */
static GtkWidget *
scroll_to_revealed (DiapasonHistoryView *self)
{
  gint64 id = self->reveal;
  guint position = diapason_windowed_list_find (DIAPASON_WINDOWED_LIST (self->history), id);
  GtkWidget *row;

  if (id == 0 || position == G_MAXUINT)
    return GTK_WIDGET (self->list);
  self->reveal = 0;
  gtk_selection_model_select_item (gtk_list_view_get_model (self->list), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  row = g_hash_table_lookup (self->rows, &id);
  /* The next arrow key goes on from there. */
  return row != NULL ? gtk_widget_get_parent (row) : GTK_WIDGET (self->list);
}

/* Whether the list has yet to be told of the row to be revealed. */
static gboolean
is_reveal_to_come (DiapasonHistoryView *self)
{
  guint position =
      self->reveal != 0
          ? diapason_windowed_list_find (DIAPASON_WINDOWED_LIST (self->history), self->reveal)
          : G_MAXUINT;

  return position != G_MAXUINT &&
         position >= g_list_model_get_n_items (G_LIST_MODEL (self->listed));
}

static gboolean
drawn_tick_cb (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  DiapasonHistoryView *self = user_data;

  if (--self->frames_left > 0)
    return G_SOURCE_CONTINUE;
  self->drawn_tick = 0;
  if (!is_reveal_to_come (self))
    take_focus (self, scroll_to_revealed (self));
  return G_SOURCE_REMOVE;
}

/* GTK forgets where a list that was never drawn is scrolled to, and draws what the focus made
 * without having measured it. */
static void
await_drawing (DiapasonHistoryView *self)
{
  if (self->drawn_tick != 0 || !is_listed (self) || g_list_model_get_n_items (self->history) == 0 ||
      (self->reveal == 0 && !self->focus_wanted) || is_reveal_to_come (self))
    return;
  self->frames_left = 2;
  self->drawn_tick =
      gtk_widget_add_tick_callback (GTK_WIDGET (self->list), drawn_tick_cb, self, NULL);
}

static void
try_reveal (DiapasonHistoryView *self)
{
  if (self->reveal != 0 && self->history != NULL &&
      diapason_windowed_list_find (DIAPASON_WINDOWED_LIST (self->history), self->reveal) !=
          G_MAXUINT)
    set_open (self, self->reveal, TRUE);
  await_drawing (self);
}

static void
forget_wishes (DiapasonHistoryView *self)
{
  self->reveal = 0;
  self->focus_wanted = FALSE;
  g_clear_weak_pointer (&self->focus_from);
  if (self->drawn_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list), self->drawn_tick);
  self->drawn_tick = 0;
}

static void
show_state (DiapasonHistoryView *self)
{
  DiapasonWindowedList *list = DIAPASON_WINDOWED_LIST (self->history);
  const char *page = is_listed (self) ? "rows" : "loading";

  if (is_listed (self) && g_list_model_get_n_items (self->history) == 0)
    {
      const char *sentence = diapason_windowed_list_get_sentence (list);

      page = diapason_windowed_list_get_loading (list) ? "loading"
             : self->filtered                          ? "none"
                                                       : "empty";
      if (sentence != NULL)
        {
          diapason_plain_label_set_block (self->sentence, sentence);
          page = "failed";
        }
    }
  gtk_stack_set_visible_child_name (self->stack, page);
  try_reveal (self);
}

/* Who sees the newest goes on seeing it: GTK keeps what is below in its place. */
static void
stay_at_top (DiapasonHistoryView *self, guint position, guint added)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));

  if (position == 0 && added > 0 &&
      added < g_list_model_get_n_items (G_LIST_MODEL (self->listed)) &&
      gtk_adjustment_get_value (adjustment) <= gtk_adjustment_get_lower (adjustment))
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
}

/* What comes before a row may be another one, where the row itself stays. */
static void
rows_moved_cb (DiapasonHistoryView *self, guint position, guint removed, guint added)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    tell_former (self, g_object_get_data (row, "list-item"));
  if (!is_listed (self))
    return;
  stay_at_top (self, position, added);
  show_state (self);
  step_soon (self);
}

/* From one history to another */

static void
unlist (DiapasonHistoryView *self)
{
  g_clear_handle_id (&self->step_id, g_source_remove);
  if (self->listed != NULL)
    g_signal_handlers_disconnect_by_data (self->listed, self);
  gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->listed);
}

static void
list_history (DiapasonHistoryView *self)
{
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (NULL);

  unlist (self);
  self->listed = diapason_range_list_new (self->history);
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, G_LIST_MODEL (self->listed));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  /* GTK 4.8 gives the focus to none of the rows that were there when the model came. */
  diapason_range_list_set (self->listed, 0, STEP);
  /* After the list view itself, which must know the rows before one is revealed. */
  g_signal_connect_swapped (self->listed, "items-changed", G_CALLBACK (rows_moved_cb), self);
  show_state (self);
  step_soon (self);
}

/* Of a long list there are rows about where it is scrolled to: all others can go at once. */
static void
narrow (DiapasonHistoryView *self)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer row;
  guint middle;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      gint64 position = gtk_list_item_get_position (g_object_get_data (row, "list-item"));

      g_array_append_val (positions, position);
    }
  g_array_sort (positions, diapason_compare_ids);
  middle = positions->len > 0 ? (guint) g_array_index (positions, gint64, positions->len / 2) : 0;
  diapason_range_list_set (self->listed, middle - MIN (middle, MOST / 2), MOST);
}

/* Takes rows of the former history away until the list is free for the one that is to be shown, and
 * then adds those of that. */
static gboolean
step_cb (gpointer user_data)
{
  DiapasonHistoryView *self = user_data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->listed));
  guint first = diapason_range_list_get_first (self->listed);

  self->step_id = 0;
  if (is_listed (self))
    diapason_range_list_set (self->listed, 0, n < MOST ? n + STEP : G_MAXUINT);
  else if (n > MOST)
    narrow (self);
  else if (n > STEP)
    diapason_range_list_set (self->listed, first, n - STEP);
  else if (self->history != NULL)
    list_history (self);
  else
    unlist (self);
  if (self->listed != NULL)
    step_soon (self);
  return G_SOURCE_REMOVE;
}

static void
step_soon (DiapasonHistoryView *self)
{
  gboolean grows = is_listed (self);

  if (self->step_id != 0 || (grows && g_list_model_get_n_items (G_LIST_MODEL (self->listed)) ==
                                          g_list_model_get_n_items (self->history)))
    return;
  /* What is more than fills the window comes when that is painted, and goes so if nobody waits. */
  self->step_id = g_idle_add_full (grows || self->history == NULL ? G_PRIORITY_DEFAULT_IDLE
                                                                  : G_PRIORITY_HIGH_IDLE,
                                   step_cb, self, NULL);
}

static void
release_history (DiapasonHistoryView *self)
{
  forget_wishes (self);
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  g_clear_object (&self->history);
}

/* GObject */

static void
diapason_history_view_dispose (GObject *object)
{
  DiapasonHistoryView *self = DIAPASON_HISTORY_VIEW (object);

  release_history (self);
  if (self->list != NULL)
    unlist (self);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), DIAPASON_TYPE_HISTORY_VIEW);
  G_OBJECT_CLASS (diapason_history_view_parent_class)->dispose (object);
}

static void
diapason_history_view_finalize (GObject *object)
{
  DiapasonHistoryView *self = DIAPASON_HISTORY_VIEW (object);

  g_hash_table_unref (self->open);
  g_hash_table_unref (self->rows);
  G_OBJECT_CLASS (diapason_history_view_parent_class)->finalize (object);
}

static void
diapason_history_view_init (DiapasonHistoryView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->open = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (row_setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (row_bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (row_unbind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
}

static void
diapason_history_view_class_init (DiapasonHistoryViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = diapason_history_view_dispose;
  object_class->finalize = diapason_history_view_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/desk/history-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonHistoryView, stack);
  gtk_widget_class_bind_template_child (widget_class, DiapasonHistoryView, list);
  gtk_widget_class_bind_template_child (widget_class, DiapasonHistoryView, sentence);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

void
diapason_history_view_set_desk (DiapasonHistoryView *self, DiapasonDesk *desk)
{
  g_set_object (&self->desk, desk);
}

void
diapason_history_view_set_history (DiapasonHistoryView *self, GListModel *history)
{
  release_history (self);
  g_hash_table_remove_all (self->open);
  g_clear_handle_id (&self->step_id, g_source_remove);
  if (history == NULL)
    {
      if (self->listed != NULL)
        step_soon (self);
      return;
    }
  self->history = g_object_ref (history);
  g_signal_connect_swapped (history, "notify::loading", G_CALLBACK (show_state), self);
  g_signal_connect_swapped (history, "notify::sentence", G_CALLBACK (show_state), self);
  if (diapason_history_view_is_long (self))
    {
      show_state (self);
      step_soon (self);
    }
  else
    list_history (self);
}

gboolean
diapason_history_view_is_long (DiapasonHistoryView *self)
{
  return self->listed != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->listed)) > STEP;
}

void
diapason_history_view_set_filtered (DiapasonHistoryView *self, gboolean filtered)
{
  self->filtered = filtered;
  if (self->history != NULL)
    show_state (self);
}

void
diapason_history_view_reveal (DiapasonHistoryView *self, gint64 id)
{
  self->reveal = id;
  try_reveal (self);
}

void
diapason_history_view_focus (DiapasonHistoryView *self, GtkWidget *from)
{
  self->focus_wanted = TRUE;
  g_set_weak_pointer (&self->focus_from, from);
  await_drawing (self);
}
