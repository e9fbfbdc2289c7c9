/* history-row.c: see history-row.h. */
#include "history-row.h"

#include <glib/gi18n.h>

#include "format.h"
#include "message-row.h"
#include "plain-text.h"
#include "scope.h"
#include "tall.h"
#include "verbatim-details.h"

#define MESSAGES_MOST 500
#define ANSWERS_MOST  100
#define AHEAD         (G_GINT64_CONSTANT (60) * 60 * 1000)

struct _DiapasonHistoryRow
{
  GtkWidget parent_instance;

  DiapasonDesk *desk;      /* (owned) */
  DiapasonRowItem *item;   /* (owned) (nullable) */
  DiapasonScope *scope;    /* (owned) of loading what it opens to */
  gulong record_id;        /* handler on the item */
  DiapasonRowItem *former; /* (owned) (nullable) the row before it */
  gulong former_id;        /* handler on it */
  gboolean open;
  gboolean has_detail;
  gboolean has_note;

  GtkLabel *day;
  GtkInscription *instant;
  GtkImage *icon;
  GtkInscription *title;
  GtkInscription *detail;
  GtkInscription *note; /* what a customer allowed */
  GtkInscription *origin;
  GtkImage *arrow;
  GtkWidget *opened; /* around the messages */
  GtkBox *messages;
};

G_DEFINE_FINAL_TYPE (DiapasonHistoryRow, diapason_history_row, GTK_TYPE_WIDGET)

static void
clear_messages (DiapasonHistoryRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->messages))) != NULL)
    gtk_box_remove (self->messages, child);
}

static void
add_sentence (DiapasonHistoryRow *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  diapason_plain_label_set_block (GTK_LABEL (label), text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->messages, label);
}

/* A source may be a little ahead of us. */
static gboolean
is_ahead (const DiapasonEventRecord *event, gint64 now)
{
  return event->date_known && event->at > now + AHEAD;
}

/* Returns: (transfer full). */
static char *
whole_moment (const DiapasonEventRecord *event, gint64 now)
{
  g_autofree char *moment = diapason_format_moment (event->at);

  if (!event->date_known)
    return g_strdup_printf (_("Date unknown, first seen %s"), moment);
  if (is_ahead (event, now))
    return g_strdup_printf (_("Its source says %s, which is still to come"), moment);
  return g_steal_pointer (&moment);
}

/* What the one line had to cut, in its place, and the whole moment. @answers: (nullable) those of a
 * verbatim. */
static void
add_whole_text (DiapasonHistoryRow *self, GPtrArray *answers)
{
  const DiapasonEventRecord *event = diapason_row_item_get_record (self->item);
  g_autofree char *detail = diapason_format_event_detail (event);
  g_autofree char *moment = whole_moment (event, diapason_desk_now (self->desk));

  if (event->entity == DIAPASON_ENTITY_VERBATIM)
    gtk_box_append (self->messages, diapason_verbatim_details_new (event, answers));
  else if (*detail != '\0')
    add_sentence (self, detail, NULL);
  add_sentence (self, moment, "dim");
}

static void
messages_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) messages = NULL;
  DiapasonHistoryRow *self;

  messages = diapason_desk_messages_finish (DIAPASON_DESK (object), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = user_data;
  clear_messages (self);
  add_whole_text (self, NULL);
  if (messages == NULL)
    {
      add_sentence (self, error->message, NULL);
      return;
    }
  if (messages->len == MESSAGES_MOST)
    add_sentence (self, _("These are the newest messages; there may be older ones."), "dim");
  for (guint i = 0; i < messages->len; i++)
    gtk_box_append (self->messages, diapason_message_row_new (g_ptr_array_index (messages, i)));
}

static void
answers_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answers = NULL;
  DiapasonHistoryRow *self;

  answers = diapason_desk_answers_finish (DIAPASON_DESK (object), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = user_data;
  clear_messages (self);
  add_whole_text (self, answers);
  if (answers == NULL)
    add_sentence (self, error->message, NULL);
}

static void
load_messages (DiapasonHistoryRow *self)
{
  GCancellable *cancellable;
  const DiapasonEventRecord *event = diapason_row_item_get_record (self->item);

  diapason_scope_restart (self->scope);
  if (event == NULL)
    return;
  cancellable = diapason_scope_get_cancellable (self->scope);
  if (event->entity == DIAPASON_ENTITY_INTERACTION)
    diapason_desk_messages_async (self->desk, event->id, MESSAGES_MOST, cancellable,
                                  messages_loaded_cb, self);
  else if (event->entity == DIAPASON_ENTITY_VERBATIM)
    diapason_desk_answers_async (self->desk, event->id, ANSWERS_MOST, cancellable,
                                 answers_loaded_cb, self);
  else
    clear_messages (self);
  /* What is read again stays until it is here, so that nothing jumps. */
  if (gtk_widget_get_first_child (GTK_WIDGET (self->messages)) == NULL)
    add_whole_text (self, NULL);
}

/* The list's own widget around us has the focus: it is what a screen reader reads. */
static GtkAccessible *
focused_of (DiapasonHistoryRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  return GTK_ACCESSIBLE (parent != NULL ? parent : GTK_WIDGET (self));
}

static void
show_lines (DiapasonHistoryRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->detail), self->has_detail && !self->open);
  gtk_widget_set_visible (GTK_WIDGET (self->note), self->has_note && !self->open);
}

/* What a screen reader says of the row. Returns: (transfer full). */
static char *
spoken_of (const char *instant, const char *title, const char *detail, const char *note)
{
  g_autofree char *safe_title = diapason_plain_line (title);
  g_autofree char *safe_detail = diapason_plain_line (detail);
  g_autofree char *safe_note = diapason_plain_line (note);

  return g_strdup_printf ("%s, %s, %s%s%s", instant, safe_title, safe_detail,
                          *note != '\0' ? ", " : "", safe_note);
}

/* Where the row before it is not here yet, nothing jumps once it is, most times. */
static void
show_day (DiapasonHistoryRow *self)
{
  const DiapasonEventRecord *event =
      self->item != NULL ? diapason_row_item_get_record (self->item) : NULL;
  const DiapasonEventRecord *former =
      self->former != NULL ? diapason_row_item_get_record (self->former) : NULL;
  gint64 now = diapason_desk_now (self->desk);
  gboolean begins =
      event != NULL && (self->former == NULL ||
                        (former != NULL && !diapason_format_same_day (event->at, former->at)));
  g_autofree char *day = begins ? diapason_format_day_heading (event->at, now) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->day), begins);
  if (begins)
    gtk_label_set_label (self->day, day);
}

static void
show_record (DiapasonHistoryRow *self)
{
  const DiapasonEventRecord *event = diapason_row_item_get_record (self->item);
  g_autofree char *instant = NULL;
  g_autofree char *time = NULL;
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *note = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *spoken = NULL;
  gboolean dated;
  gint64 now;

  show_day (self);

  if (event == NULL)
    {
      gtk_inscription_set_text (self->instant, NULL);
      gtk_inscription_set_text (self->title, NULL);
      gtk_inscription_set_text (self->detail, NULL);
      gtk_inscription_set_text (self->note, NULL);
      gtk_inscription_set_text (self->origin, NULL);
      gtk_image_clear (self->icon);
      return;
    }
  now = diapason_desk_now (self->desk);
  dated = event->date_known && !is_ahead (event, now);
  instant = dated ? diapason_format_instant (event->at, now)
                  /* Translators: of what is said to happen on a day that is still to come. */
                  : g_strdup (event->date_known ? _("not yet") : _("date unknown"));
  time = dated ? diapason_format_time (event->at) : g_strdup (instant);
  title = diapason_format_event_title (event);
  detail = diapason_format_event_detail (event);
  note = diapason_format_permission (event);
  origin = diapason_format_origin (&event->origin, now);
  spoken = spoken_of (instant, title, detail, note);
  diapason_plain_inscription_set (self->instant, time);
  diapason_plain_inscription_set (self->title, title);
  diapason_plain_inscription_set (self->detail, detail);
  diapason_plain_inscription_set (self->note, note);
  self->has_detail = *detail != '\0';
  self->has_note = *note != '\0';
  show_lines (self);
  diapason_plain_inscription_set (self->origin, origin);
  gtk_image_set_from_icon_name (self->icon, diapason_format_event_icon (event));
  gtk_accessible_update_property (focused_of (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_open (DiapasonHistoryRow *self)
{
  gtk_widget_set_visible (self->opened, self->open);
  show_lines (self);
  gtk_image_set_from_icon_name (self->arrow, self->open ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (focused_of (self), GTK_ACCESSIBLE_STATE_EXPANDED, self->open, -1);
  /* Those of the row it was before. */
  diapason_scope_restart (self->scope);
  clear_messages (self);
  if (self->open)
    load_messages (self);
}

static void
record_notify_cb (DiapasonHistoryRow *self)
{
  show_record (self);
  if (self->open)
    load_messages (self);
}

static void
diapason_history_row_dispose (GObject *object)
{
  DiapasonHistoryRow *self = DIAPASON_HISTORY_ROW (object);

  g_clear_signal_handler (&self->record_id, self->item);
  g_clear_signal_handler (&self->former_id, self->former);
  g_clear_object (&self->item);
  g_clear_object (&self->former);
  g_clear_pointer (&self->scope, diapason_scope_close);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), DIAPASON_TYPE_HISTORY_ROW);
  G_OBJECT_CLASS (diapason_history_row_parent_class)->dispose (object);
}

static void
diapason_history_row_init (DiapasonHistoryRow *self)
{
  self->scope = diapason_scope_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
diapason_history_row_class_init (DiapasonHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DIAPASON_TYPE_TALL);
  G_OBJECT_CLASS (klass)->dispose = diapason_history_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/desk/history-row.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "content", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, DiapasonHistoryRow, day);
  gtk_widget_class_bind_template_child (widget_class, DiapasonHistoryRow, instant);
  gtk_widget_class_bind_template_child (widget_class, DiapasonHistoryRow, icon);
  gtk_widget_class_bind_template_child (widget_class, DiapasonHistoryRow, title);
  gtk_widget_class_bind_template_child (widget_class, DiapasonHistoryRow, detail);
  gtk_widget_class_bind_template_child (widget_class, DiapasonHistoryRow, note);
  gtk_widget_class_bind_template_child (widget_class, DiapasonHistoryRow, origin);
  gtk_widget_class_bind_template_child (widget_class, DiapasonHistoryRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, DiapasonHistoryRow, opened);
  gtk_widget_class_bind_template_child (widget_class, DiapasonHistoryRow, messages);
}

GtkWidget *
diapason_history_row_new (DiapasonDesk *desk)
{
  DiapasonHistoryRow *self = g_object_new (DIAPASON_TYPE_HISTORY_ROW, NULL);

  self->desk = g_object_ref (desk);
  return GTK_WIDGET (self);
}

void
diapason_history_row_set_item (DiapasonHistoryRow *self, DiapasonRowItem *item, gboolean open)
{
  gboolean was_open = self->open;

  if (item == self->item && open == self->open)
    return;
  g_clear_signal_handler (&self->record_id, self->item);
  g_set_object (&self->item, item);
  self->record_id =
      g_signal_connect_swapped (item, "notify::record", G_CALLBACK (record_notify_cb), self);
  self->open = open;
  show_record (self);
  if (open || was_open)
    show_open (self);
  else
    gtk_accessible_update_state (focused_of (self), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
}

void
diapason_history_row_set_former (DiapasonHistoryRow *self, DiapasonRowItem *former)
{
  if (former != self->former)
    {
      g_clear_signal_handler (&self->former_id, self->former);
      g_set_object (&self->former, former);
      if (former != NULL)
        self->former_id =
            g_signal_connect_swapped (former, "notify::record", G_CALLBACK (show_day), self);
    }
  show_day (self);
}

void
diapason_history_row_set_open (DiapasonHistoryRow *self, gboolean open)
{
  if (self->open == open)
    return;
  self->open = open;
  show_open (self);
}
