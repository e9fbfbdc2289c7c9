/* source-chip.c: see source-chip.h. */
#include "source-chip.h"

#include <glib/gi18n.h>

#include "format.h"
#include "plain-text.h"

#define COUNT_MS 500

struct _DiapasonSourceChip
{
  GtkWidget parent_instance;

  DiapasonDesk *desk;           /* (owned) */
  DiapasonSourceStatus *status; /* (owned) */
  guint count_id;               /* source that shows how many rows there are; 0: none */

  GtkMenuButton *button;
  GtkImage *icon;
  GtkLabel *line;
  GtkPopover *popover;
  GtkLabel *sentence;
  GtkButton *sign_in;
  GtkButton *retry;
};

enum
{
  SIGN_IN,
  RETRY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DiapasonSourceChip, diapason_source_chip, GTK_TYPE_WIDGET)

static const char *
state_icon (DiapasonSourceState state)
{
  switch (state)
    {
    case DIAPASON_SOURCE_IN_SYNC:
      return "object-select-symbolic";
    case DIAPASON_SOURCE_FETCHING:
      return "view-refresh-symbolic";
    case DIAPASON_SOURCE_LOGIN:
      return "dialog-password-symbolic";
    case DIAPASON_SOURCE_FAILING:
      return "dialog-warning-symbolic";
    case DIAPASON_SOURCE_NEW:
    default:
      return "content-loading-symbolic";
    }
}

static void
show_status (DiapasonSourceChip *self)
{
  DiapasonSourceState state = diapason_source_status_get_state (self->status);
  const char *why = diapason_source_status_get_sentence (self->status);
  gint64 now = diapason_desk_now (self->desk);
  gint64 since = diapason_source_status_get_in_sync_since (self->status);
  g_autofree char *line = diapason_format_source (self->status, now);
  g_autofree char *safe_line = diapason_plain_line (line);
  g_autofree char *last = diapason_format_moment (since);
  g_autofree char *whole = NULL;

  if (why != NULL && since != 0)
    /* Translators: why a source fails, then the moment its rows are from. */
    whole = g_strdup_printf (_("%s\nWhat you see is as of %s."), why, last);
  else
    whole = g_strdup (why != NULL ? why : line);
  gtk_image_set_from_icon_name (self->icon, state_icon (state));
  /* The footer says it of all of them; what differs is said here. */
  diapason_plain_label_set (self->line, state == DIAPASON_SOURCE_IN_SYNC
                                            ? diapason_source_status_get_label (self->status)
                                            : line);
  diapason_plain_label_set_block (self->sentence, whole);
  gtk_widget_set_visible (GTK_WIDGET (self->sign_in), state == DIAPASON_SOURCE_LOGIN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  safe_line, -1);
}

static gboolean
count_due_cb (gpointer user_data)
{
  DiapasonSourceChip *self = user_data;

  self->count_id = 0;
  show_status (self);
  return G_SOURCE_REMOVE;
}

/* Rows come in by the thousand: their count is shown as often as somebody reads it. */
static void
status_changed_cb (DiapasonSourceChip *self, GParamSpec *property)
{
  if (!g_str_equal (property->name, "fetched"))
    show_status (self);
  else if (self->count_id == 0)
    self->count_id = g_timeout_add (COUNT_MS, count_due_cb, self);
}

static void
sign_in_clicked_cb (DiapasonSourceChip *self)
{
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[SIGN_IN], 0, diapason_source_status_get_name (self->status));
}

static void
retry_clicked_cb (DiapasonSourceChip *self)
{
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[RETRY], 0, diapason_source_status_get_name (self->status));
}

static void
diapason_source_chip_dispose (GObject *object)
{
  DiapasonSourceChip *self = DIAPASON_SOURCE_CHIP (object);

  g_clear_handle_id (&self->count_id, g_source_remove);
  g_clear_object (&self->status);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), DIAPASON_TYPE_SOURCE_CHIP);
  G_OBJECT_CLASS (diapason_source_chip_parent_class)->dispose (object);
}

static void
diapason_source_chip_init (DiapasonSourceChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
diapason_source_chip_class_init (DiapasonSourceChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = diapason_source_chip_dispose;
  signals[SIGN_IN] = g_signal_new ("sign-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RETRY] = g_signal_new ("retry", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/shell/source-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonSourceChip, button);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSourceChip, icon);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSourceChip, line);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSourceChip, popover);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSourceChip, sentence);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSourceChip, sign_in);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSourceChip, retry);
  gtk_widget_class_bind_template_callback (widget_class, sign_in_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_clicked_cb);
}

GtkWidget *
diapason_source_chip_new (DiapasonDesk *desk, DiapasonSourceStatus *status)
{
  DiapasonSourceChip *self = g_object_new (DIAPASON_TYPE_SOURCE_CHIP, NULL);

  self->desk = g_object_ref (desk);
  self->status = g_object_ref (status);
  g_signal_connect_object (status, "notify", G_CALLBACK (status_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_status (self);
  return GTK_WIDGET (self);
}
