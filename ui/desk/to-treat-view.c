/* to-treat-view.c: see to-treat-view.h. */
#include "to-treat-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "choice-name.h"
#include "format-work.h"
#include "paced-list.h"
#include "plain-text.h"
#include "source-watch.h"
#include "windowed-list.h"
#include "worklist-row.h"
#include "wrap.h"

/* GTK 4.8 makes a row for each of the first two hundred, seen or not. */
#define ROWS_AT_ONCE 10

struct _DiapasonToTreatView
{
  GtkWidget parent_instance;

  DiapasonDesk *desk; /* (owned) (nullable) not set yet */
  DiapasonWork *work; /* (weak) the desk's */
  gboolean choosing;  /* the challenge is set to what was chosen before */
  DiapasonPacedList
      *shown;    /* (owned) (nullable) the first of the list, as far as somebody looked */
  guint more_id; /* source that has more of them shown; 0: none */

  GtkLabel *heading;
  GtkDropDown *challenge;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkListView *list;
  GtkLabel *sentence;
  GtkLabel *too_much;
};

static guint person_chosen_signal;
static guint toast_signal;

G_DEFINE_FINAL_TYPE (DiapasonToTreatView, diapason_to_treat_view, GTK_TYPE_WIDGET)

/* The list */

static const char *
empty_sentence (DiapasonToTreatView *self, GListModel *list)
{
  const char *failure =
      list != NULL ? diapason_windowed_list_get_sentence (DIAPASON_WINDOWED_LIST (list)) : NULL;

  if (list == NULL || diapason_windowed_list_get_loading (DIAPASON_WINDOWED_LIST (list)) ||
      (diapason_desk_is_filling (self->desk) && !diapason_desk_is_cut_off (self->desk)))
    return _("What customers said is being put in order…");
  if (failure != NULL)
    return failure;
  if (diapason_desk_is_cut_off (self->desk))
    return _("Nothing is here yet, and no source answers. It goes on by itself when one does.");
  return _("Nothing waits: all that customers said has been seen to.");
}

static void
show_too_much (DiapasonToTreatView *self, guint shown, guint total)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->too_much), shown > 0 && total > shown);
  if (total <= shown)
    return;
  /* Translators: how many rows are shown of how many that wait. */
  text =
      g_strdup_printf (_("Shown are the first %u of %u. The rest follows as these are treated."),
                       shown, total);
  diapason_plain_label_set_block (self->too_much, text);
}

static void
show_list (DiapasonToTreatView *self)
{
  GListModel *list = diapason_work_get_to_treat (self->work);
  guint n = list != NULL ? g_list_model_get_n_items (list) : 0;
  guint counted = diapason_work_get_total (self->work);
  guint total = MAX (counted, n);
  g_autofree char *heading = NULL;

  /* The first can be here before all of them are counted. */
  heading = counted == 0 && n > 0 ? g_strdup (_("To treat"))
                                  : diapason_format_counted (_("To treat"), total);
  diapason_plain_label_set (self->heading, heading);
  show_too_much (self, n, total);
  if (n == 0)
    diapason_plain_label_set_block (self->sentence, empty_sentence (self, list));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "rows" : "sentence");
}

static void
verbatim_activated_cb (DiapasonToTreatView *self, guint position)
{
  g_autoptr (DiapasonRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);
  const DiapasonWorkRecord *record = item != NULL ? diapason_row_item_get_record (item) : NULL;
  g_autoptr (AdwToast) toast = NULL;

  if (record == NULL)
    return;
  if (record->person != 0)
    {
      g_signal_emit (self, person_chosen_signal, 0, record->person);
      return;
    }
  toast = diapason_plain_toast_new (g_strcmp0 (record->event->permission, "anonymous") == 0
                                        ? _("This answer is anonymous: it is in no history")
                                        : _("No source tells whose words these are"));
  g_signal_emit (self, toast_signal, 0, toast);
}

static void
row_released_cb (GtkListItem *list_item)
{
  gtk_widget_activate_action (gtk_list_item_get_child (list_item), "list.activate-item", "u",
                              gtk_list_item_get_position (list_item));
}

/* Not "single-click-activate": see history-view.c. */
static void
row_setup_cb (DiapasonToTreatView *self, GtkListItem *list_item)
{
  GtkWidget *row = diapason_worklist_row_new (self->desk, DIAPASON_WORKLIST_VERBATIM);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (row_released_cb), list_item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, row);
}

static void
row_bind_cb (DiapasonToTreatView *self, GtkListItem *list_item)
{
  diapason_worklist_row_set_item (DIAPASON_WORKLIST_ROW (gtk_list_item_get_child (list_item)),
                                  gtk_list_item_get_item (list_item));
}

static void
challenge_selected_cb (DiapasonToTreatView *self)
{
  guint selected = gtk_drop_down_get_selected (self->challenge);

  if (!self->choosing && self->work != NULL && diapason_work_get_ready (self->work) &&
      selected != GTK_INVALID_LIST_POSITION)
    diapason_work_set_challenge (self->work, selected);
}

static void
show_challenges (DiapasonToTreatView *self)
{
  g_auto (GStrv) labels = diapason_work_get_challenges (self->work);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  for (guint i = 0; labels[i] != NULL; i++)
    gtk_string_list_take (model, diapason_plain_line (labels[i]));
  self->choosing = TRUE;
  gtk_drop_down_set_model (self->challenge, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->challenge, diapason_work_get_challenge (self->work));
  gtk_widget_set_sensitive (GTK_WIDGET (self->challenge), TRUE);
  self->choosing = FALSE;
}

static gboolean
more_idle_cb (gpointer user_data)
{
  DiapasonToTreatView *self = user_data;

  self->more_id = 0;
  diapason_paced_list_set_most (self->shown,
                                diapason_paced_list_get_most (self->shown) + ROWS_AT_ONCE);
  return G_SOURCE_REMOVE;
}

/* Half a page ahead of whoever looks. Not at once: the list may be in the middle of its layout. */
static void
look_ahead (DiapasonToTreatView *self, GtkAdjustment *adjustment)
{
  double page = gtk_adjustment_get_page_size (adjustment);
  double left =
      gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - page;

  if (self->more_id == 0 && self->shown != NULL && left < page / 2 &&
      g_list_model_get_n_items (G_LIST_MODEL (self->shown)) ==
          diapason_paced_list_get_most (self->shown))
    self->more_id = g_idle_add (more_idle_cb, self);
}

static void
work_ready_cb (DiapasonToTreatView *self)
{
  GListModel *list = diapason_work_get_to_treat (self->work);
  g_autoptr (GtkSingleSelection) selection = NULL;

  if (list == NULL)
    return;
  show_challenges (self);
  self->shown = diapason_paced_list_new (list, ROWS_AT_ONCE);
  selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, G_LIST_MODEL (self->shown));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (list, "notify::loading", G_CALLBACK (show_list), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::sentence", G_CALLBACK (show_list), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  show_list (self);
}

/* GObject */

void
diapason_to_treat_view_set_desk (DiapasonToTreatView *self, DiapasonDesk *desk)
{
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->work = diapason_desk_get_work (desk);
  g_signal_connect_object (self->work, "notify::ready", G_CALLBACK (work_ready_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->work, "notify::total", G_CALLBACK (show_list), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "settled", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  diapason_watch_sources (diapason_desk_get_sources (desk), G_CALLBACK (show_list), self);
  work_ready_cb (self);
}

static void
diapason_to_treat_view_dispose (GObject *object)
{
  DiapasonToTreatView *self = DIAPASON_TO_TREAT_VIEW (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_handle_id (&self->more_id, g_source_remove);
  g_clear_object (&self->shown);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), DIAPASON_TYPE_TO_TREAT_VIEW);
  G_OBJECT_CLASS (diapason_to_treat_view_parent_class)->dispose (object);
}

static void
diapason_to_treat_view_init (DiapasonToTreatView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  diapason_choice_set_name (self->challenge, _("What decides the order"));
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (row_setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (row_bind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (look_ahead), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (look_ahead), self,
                           G_CONNECT_SWAPPED);
}

static void
diapason_to_treat_view_class_init (DiapasonToTreatViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  g_type_ensure (DIAPASON_TYPE_WRAP);
  G_OBJECT_CLASS (klass)->dispose = diapason_to_treat_view_dispose;
  person_chosen_signal = g_signal_new ("person-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  toast_signal = g_signal_new ("toast", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                               1, ADW_TYPE_TOAST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/desk/to-treat-view.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "line", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, DiapasonToTreatView, heading);
  gtk_widget_class_bind_template_child (widget_class, DiapasonToTreatView, challenge);
  gtk_widget_class_bind_template_child (widget_class, DiapasonToTreatView, stack);
  gtk_widget_class_bind_template_child (widget_class, DiapasonToTreatView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, DiapasonToTreatView, list);
  gtk_widget_class_bind_template_child (widget_class, DiapasonToTreatView, sentence);
  gtk_widget_class_bind_template_child (widget_class, DiapasonToTreatView, too_much);
  gtk_widget_class_bind_template_callback (widget_class, challenge_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, verbatim_activated_cb);
}
