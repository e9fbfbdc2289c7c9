/* source-row.c: see source-row.h. It says what the chip of the footer says, and all of it. */
#include "source-row.h"

#include <glib/gi18n.h>

#include "format.h"
#include "plain-text.h"
#include "wrap.h"

struct _DiapasonSourceRow
{
  AdwPreferencesRow parent_instance;

  DiapasonDesk *desk;           /* (owned) */
  DiapasonSourceStatus *status; /* (owned) */

  GtkLabel *heading;
  GtkLabel *address;
  GtkLabel *sentence;
  GtkWidget *sign_in;
  GtkWidget *retry;
  GtkWidget *remove;
};

enum
{
  SIGN_IN,
  RETRY,
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DiapasonSourceRow, diapason_source_row, ADW_TYPE_PREFERENCES_ROW)

/* What is wrong, and since when nothing new came; NULL: nothing is. */
static char *
make_sentence (DiapasonSourceRow *self)
{
  const char *why = diapason_source_status_get_sentence (self->status);
  gint64 since = diapason_source_status_get_in_sync_since (self->status);
  g_autofree char *last = diapason_format_moment (since);

  if (why == NULL || since == 0)
    return g_strdup (why);
  /* Translators: why a source fails, then the moment its rows are from. */
  return g_strdup_printf (_("%s\nWhat you see is as of %s."), why, last);
}

static void
show_status (DiapasonSourceRow *self)
{
  DiapasonSourceState state = diapason_source_status_get_state (self->status);
  g_autofree char *line =
      state == DIAPASON_SOURCE_FAILING
          ? g_strdup (diapason_source_status_get_label (self->status))
          : diapason_format_source (self->status, diapason_desk_now (self->desk));
  g_autofree char *sentence = make_sentence (self);

  diapason_plain_label_set (self->heading, line);
  diapason_plain_row_set_title (ADW_PREFERENCES_ROW (self), line);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), sentence != NULL);
  diapason_plain_label_set_block (self->sentence, sentence);
  gtk_widget_set_visible (self->sign_in, state == DIAPASON_SOURCE_LOGIN);
}

static void
show_address (DiapasonSourceRow *self)
{
  const char *name = diapason_source_status_get_name (self->status);
  g_autofree char *address = diapason_desk_source_address (self->desk, name);
  g_autofree char *line =
      address != NULL ? g_strdup_printf ("%s · %s", name, address) : g_strdup (name);

  diapason_plain_label_set_block (self->address, line);
}

static void
name_button (DiapasonSourceRow *self, GtkWidget *button)
{
  g_autofree char *label = diapason_plain_line (diapason_source_status_get_label (self->status));
  /* Translators: a source, and what the button does with it. */
  g_autofree char *name =
      g_strdup_printf (_("%s: %s"), label, gtk_button_get_label (GTK_BUTTON (button)));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
sign_in_clicked_cb (DiapasonSourceRow *self)
{
  g_signal_emit (self, signals[SIGN_IN], 0, self->status);
}

static void
retry_clicked_cb (DiapasonSourceRow *self)
{
  g_signal_emit (self, signals[RETRY], 0, self->status);
}

static void
remove_clicked_cb (DiapasonSourceRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0, self->status);
}

static void
diapason_source_row_dispose (GObject *object)
{
  DiapasonSourceRow *self = DIAPASON_SOURCE_ROW (object);

  if (self->status != NULL)
    g_signal_handlers_disconnect_by_data (self->status, self);
  g_clear_object (&self->status);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (diapason_source_row_parent_class)->dispose (object);
}

static void
diapason_source_row_init (DiapasonSourceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
diapason_source_row_class_init (DiapasonSourceRowClass *klass)
{
  static const char *const names[] = { "sign-in", "retry", "remove" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DIAPASON_TYPE_WRAP);
  G_OBJECT_CLASS (klass)->dispose = diapason_source_row_dispose;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 1, DIAPASON_TYPE_SOURCE_STATUS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/preferences/source-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonSourceRow, heading);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSourceRow, address);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSourceRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSourceRow, sign_in);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSourceRow, retry);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSourceRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, sign_in_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

GtkWidget *
diapason_source_row_new (DiapasonDesk *desk, DiapasonSourceStatus *status)
{
  DiapasonSourceRow *self = g_object_new (DIAPASON_TYPE_SOURCE_ROW, NULL);

  self->desk = g_object_ref (desk);
  self->status = g_object_ref (status);
  gtk_widget_set_visible (self->remove, diapason_desk_sources_stay (desk) == NULL);
  name_button (self, self->sign_in);
  name_button (self, self->retry);
  name_button (self, self->remove);
  show_address (self);
  g_signal_connect_object (status, "notify", G_CALLBACK (show_status), self, G_CONNECT_SWAPPED);
  show_status (self);
  return GTK_WIDGET (self);
}
