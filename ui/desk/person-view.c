/* person-view.c: see person-view.h. */
#include "person-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "capped.h"
#include "change-set.h"
#include "fold.h"
#include "history-bar.h"
#include "history-view.h"
#include "person-card.h"
#include "person-details.h"
#include "plain-text.h"
#include "scope.h"

struct _DiapasonPersonView
{
  GtkWidget parent_instance;

  DiapasonDesk *desk;     /* (owned) */
  DiapasonCard *card;     /* (owned) (nullable) what is shown */
  char *opening;          /* (owned) (nullable) names this opening of the person: a UUID */
  DiapasonScope *scope;   /* (owned) of reading the card */
  gint64 id;              /* the person to be shown; 0: none */
  gint64 event;           /* row of the history to be opened; 0: none */
  GListModel *coming;     /* (owned) (nullable) the history of that person, read beside the card */
  gboolean counts;        /* the opening under way: it was somebody's act, or a contact's */
  gint64 noted;           /* the person who was noted as opened last; 0: none */
  gboolean focus_pending; /* the history is to have the focus once it is there */
  GtkWidget *focus_from;  /* (weak) (nullable) where it was when that was asked for */
  char *undo_key;         /* (owned) (nullable) of the last verdict */
  gint64 undo_customer;   /* whom it was about */

  GtkStack *stack;
  DiapasonFold *fold;
  DiapasonPersonCard *head;
  DiapasonHistoryBar *bar;
  DiapasonHistoryView *history; /* that is seen */
  DiapasonHistoryView *other;   /* in its place with the next */
  DiapasonPersonDetails *details;
  GtkLabel *sentence;
};

enum
{
  PROP_FOLDED = 1,
  PROP_SHOW_DETAILS,
  PROP_TITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint toast_signal;

static void read_card (DiapasonPersonView *self);

G_DEFINE_FINAL_TYPE (DiapasonPersonView, diapason_person_view, GTK_TYPE_WIDGET)

static void
tell (DiapasonPersonView *self, AdwToast *toast)
{
  g_signal_emit (self, toast_signal, 0, toast);
  g_object_unref (toast);
}

/* The card */

/* A long history takes its time to go: another view shows the next one meanwhile. */
static void
turn_over (DiapasonPersonView *self)
{
  DiapasonHistoryView *left = self->history;

  self->history = self->other;
  self->other = left;
  gtk_widget_set_visible (GTK_WIDGET (self->history), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (left), FALSE);
  diapason_history_view_set_history (left, NULL);
}

static void
show_history (DiapasonPersonView *self, GListModel *history, gboolean is_filtered)
{
  if (diapason_history_view_is_long (self->history))
    turn_over (self);
  diapason_history_view_set_history (self->history, history);
  diapason_history_view_set_filtered (self->history, is_filtered);
}

/* What the bar above it asks for. */
static void
show_filtered (DiapasonPersonView *self)
{
  gboolean is_filtered = diapason_history_bar_is_set (self->bar);
  g_autoptr (GListModel) history =
      is_filtered ? diapason_desk_history_filtered (self->desk, self->id,
                                                    diapason_history_bar_get_channel (self->bar),
                                                    diapason_history_bar_get_moment (self->bar),
                                                    diapason_history_bar_get_words (self->bar))
                  : diapason_desk_history (self->desk, self->id);

  show_history (self, history, is_filtered);
}

static void
bar_changed_cb (DiapasonPersonView *self)
{
  /* Of somebody whose card is still on its way nothing is shown below another one's. */
  if (self->card != NULL && self->card->person->id == self->id)
    show_filtered (self);
}

static void
show_history_of (DiapasonPersonView *self, gint64 person)
{
  g_autoptr (GListModel) coming = g_steal_pointer (&self->coming);

  if (coming == NULL || self->id != person)
    {
      g_clear_object (&coming);
      coming = diapason_desk_history (self->desk, person);
    }
  self->id = person;
  diapason_history_bar_reset (self->bar);
  show_history (self, coming, FALSE);
  if (self->event != 0)
    diapason_history_view_reveal (self->history, self->event);
  self->event = 0;
  if (self->focus_pending)
    diapason_history_view_focus (self->history, self->focus_from);
  self->focus_pending = FALSE;
}

/* Once an opening: not when the card is read anew, nor for whom nobody asked. */
static void
note_opened (DiapasonPersonView *self)
{
  gint64 person = self->card->person->id;

  if (self->counts && self->noted != person)
    {
      diapason_desk_note_opened (self->desk, self->card);
      self->noted = person;
    }
  self->counts = FALSE;
}

static void
show_card (DiapasonPersonView *self, DiapasonCard *card)
{
  gboolean other = self->card == NULL || self->card->person->id != card->person->id;

  g_clear_pointer (&self->card, diapason_card_unref);
  self->card = diapason_card_ref (card);
  diapason_person_card_set_card (self->head, card);
  diapason_person_details_set_card (self->details, card);
  if (other || self->event != 0)
    show_history_of (self, card->person->id);
  g_clear_object (&self->coming);
  gtk_stack_set_visible_child_name (self->stack, "person");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  note_opened (self);
}

static void
card_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonCard) card = NULL;
  DiapasonPersonView *self;

  card = diapason_desk_open_card_finish (DIAPASON_DESK (object), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = user_data;
  if (card != NULL)
    {
      show_card (self, card);
      return;
    }
  diapason_plain_label_set_block (self->sentence, error->message);
  gtk_stack_set_visible_child_name (self->stack, "gone");
}

static void
read_card (DiapasonPersonView *self)
{
  diapason_scope_restart (self->scope);
  diapason_desk_open_card_async (self->desk, self->id, self->opening,
                                 diapason_scope_get_cancellable (self->scope), card_read_cb, self);
}

static void
persons_changed_cb (DiapasonPersonView *self, DiapasonChangeSet *set)
{
  if (self->id != 0 && diapason_change_set_touches (set, DIAPASON_KIND_PERSON, self->id))
    read_card (self);
}

/* Who is who */

static void
undo_done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DiapasonPersonView) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!diapason_desk_undo_identity_finish (DIAPASON_DESK (object), result, &error))
    tell (self, diapason_plain_toast_new (error->message));
}

static void
undo_clicked_cb (DiapasonPersonView *self)
{
  g_autofree char *key = g_steal_pointer (&self->undo_key);

  if (key != NULL)
    diapason_desk_undo_identity_async (self->desk, key, self->undo_customer, undo_done_cb,
                                       g_object_ref (self));
}

static void
judged_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DiapasonPersonView) self = user_data;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;
  char *key;

  key = diapason_desk_judge_identity_finish (DIAPASON_DESK (object), result, &error);
  if (key == NULL)
    {
      tell (self, diapason_plain_toast_new (error->message));
      return;
    }
  g_free (self->undo_key);
  self->undo_key = key;
  toast = diapason_plain_toast_new (_("These are two persons now"));
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_timeout (toast, 0);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  tell (self, toast);
}

static void
details_parted_cb (DiapasonPersonView *self, guint member)
{
  const GPtrArray *members = self->card->person->members;
  const DiapasonMemberRecord *first = g_ptr_array_index (members, 0);
  const DiapasonMemberRecord *other = g_ptr_array_index (members, member);

  self->undo_customer = first->customer;
  diapason_desk_judge_identity_async (self->desk, first, other, FALSE, judged_cb,
                                      g_object_ref (self));
}

static void
details_joined_cb (DiapasonPersonView *self, guint parted)
{
  const DiapasonPartedRecord *record = g_ptr_array_index (self->card->person->parted, parted);

  diapason_desk_undo_identity_async (self->desk, record->key, record->customer, undo_done_cb,
                                     g_object_ref (self));
}

static void
details_person_activated_cb (DiapasonPersonView *self, gint64 person)
{
  diapason_person_view_open (self, person, 0);
  diapason_person_view_focus_history (self);
}

/* What the card leads to */

static void
identity_checked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DiapasonPersonView) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!diapason_desk_check_identity_finish (DIAPASON_DESK (object), result, &error))
    tell (self, diapason_plain_toast_new (error->message));
}

static void
head_checked_cb (DiapasonPersonView *self, guint check, gboolean fits)
{
  diapason_desk_check_identity_async (self->desk, self->card, check, fits, identity_checked_cb,
                                      g_object_ref (self));
}

static void
head_event_activated_cb (DiapasonPersonView *self, gint64 event)
{
  if (diapason_history_bar_is_set (self->bar))
    {
      diapason_history_bar_reset (self->bar);
      show_filtered (self);
    }
  diapason_history_view_reveal (self->history, event);
  diapason_person_view_focus_history (self);
}

static void
head_moment_activated_cb (DiapasonPersonView *self, guint moment)
{
  diapason_history_bar_set_moment (self->bar, (int) moment);
}

static void
head_details_activated_cb (DiapasonPersonView *self)
{
  g_object_set (self, "show-details", TRUE, NULL);
}

static void
fold_folded_cb (DiapasonPersonView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

/* GObject */

static void
diapason_person_view_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOW_DETAILS:
      diapason_fold_set_show_side (DIAPASON_PERSON_VIEW (object)->fold,
                                   g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_person_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DiapasonPersonView *self = DIAPASON_PERSON_VIEW (object);
  gboolean show_side;

  switch (id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, diapason_fold_get_folded (self->fold));
      break;
    case PROP_SHOW_DETAILS:
      g_object_get (self->fold, "show-side", &show_side, NULL);
      g_value_set_boolean (value, show_side);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->card != NULL ? self->card->person->name : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_person_view_dispose (GObject *object)
{
  DiapasonPersonView *self = DIAPASON_PERSON_VIEW (object);

  g_clear_pointer (&self->scope, diapason_scope_close);
  if (self->history != NULL)
    diapason_history_view_set_history (self->history, NULL);
  g_clear_weak_pointer (&self->focus_from);
  g_clear_pointer (&self->card, diapason_card_unref);
  g_clear_pointer (&self->opening, g_free);
  g_clear_object (&self->coming);
  g_clear_pointer (&self->undo_key, g_free);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), DIAPASON_TYPE_PERSON_VIEW);
  G_OBJECT_CLASS (diapason_person_view_parent_class)->dispose (object);
}

static void
diapason_person_view_init (DiapasonPersonView *self)
{
  self->scope = diapason_scope_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
diapason_person_view_class_init (DiapasonPersonViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DIAPASON_TYPE_CAPPED);
  g_type_ensure (DIAPASON_TYPE_FOLD);
  g_type_ensure (DIAPASON_TYPE_PERSON_CARD);
  g_type_ensure (DIAPASON_TYPE_PERSON_DETAILS);
  g_type_ensure (DIAPASON_TYPE_HISTORY_BAR);
  g_type_ensure (DIAPASON_TYPE_HISTORY_VIEW);
  object_class->dispose = diapason_person_view_dispose;
  object_class->set_property = diapason_person_view_set_property;
  object_class->get_property = diapason_person_view_get_property;
  properties[PROP_FOLDED] =
      g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_DETAILS] = g_param_spec_boolean ("show-details", NULL, NULL, FALSE,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  toast_signal = g_signal_new ("toast", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, ADW_TYPE_TOAST);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/desk/person-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonView, stack);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonView, fold);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonView, head);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonView, bar);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonView, history);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonView, other);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonView, details);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonView, sentence);
  gtk_widget_class_bind_template_callback (widget_class, details_parted_cb);
  gtk_widget_class_bind_template_callback (widget_class, details_joined_cb);
  gtk_widget_class_bind_template_callback (widget_class, details_person_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, fold_folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, bar_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, head_checked_cb);
  gtk_widget_class_bind_template_callback (widget_class, head_event_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, head_moment_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, head_details_activated_cb);
}

void
diapason_person_view_set_desk (DiapasonPersonView *self, DiapasonDesk *desk)
{
  g_auto (GStrv) moments = diapason_desk_moment_labels (desk);

  g_set_object (&self->desk, desk);
  diapason_history_view_set_desk (self->history, desk);
  diapason_history_view_set_desk (self->other, desk);
  diapason_history_bar_set_moments (self->bar, moments);
  g_signal_connect_object (desk, "persons-changed", G_CALLBACK (persons_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
open_person (DiapasonPersonView *self, gint64 person, gint64 event)
{
  self->id = person;
  self->event = event;
  g_clear_object (&self->coming);
  self->coming = diapason_desk_history (self->desk, person);
  g_free (self->opening);
  self->opening = g_uuid_string_random ();
  /* Whoever was looked at in detail, of this one the history comes first. */
  g_object_set (self, "show-details", FALSE, NULL);
  read_card (self);
}

void
diapason_person_view_open (DiapasonPersonView *self, gint64 person, gint64 event)
{
  self->counts = TRUE;
  open_person (self, person, event);
}

void
diapason_person_view_offer (DiapasonPersonView *self, gint64 person)
{
  self->counts = FALSE;
  open_person (self, person, 0);
}

void
diapason_person_view_focus_history (DiapasonPersonView *self)
{
  GtkWidget *from = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean shown = self->card != NULL && self->card->person->id == self->id && self->event == 0;

  self->focus_pending = !shown;
  g_set_weak_pointer (&self->focus_from, from);
  if (shown)
    diapason_history_view_focus (self->history, from);
}
