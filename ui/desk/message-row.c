/* message-row.c: see message-row.h. */
#include "message-row.h"

#include <glib/gi18n.h>

#include "format.h"
#include "plain-text.h"

struct _DiapasonMessageRow
{
  GtkWidget parent_instance;

  GtkLabel *author;
  GtkLabel *kind;
  GtkLabel *language;
  GtkLabel *moment;
  GtkLabel *body;
};

G_DEFINE_FINAL_TYPE (DiapasonMessageRow, diapason_message_row, GTK_TYPE_WIDGET)

static const char *
author_text (const DiapasonMessageRecord *message)
{
  if (message->author_name != NULL)
    return message->author_name;
  if (g_strcmp0 (message->author, "customer") == 0)
    return C_("author of a message", "Customer");
  if (g_strcmp0 (message->author, "bot") == 0)
    return C_("author of a message", "Bot");
  /* Translators: somebody of the house, whose name is not known. */
  return C_("author of a message", "Adviser");
}

static void
diapason_message_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DIAPASON_TYPE_MESSAGE_ROW);
  G_OBJECT_CLASS (diapason_message_row_parent_class)->dispose (object);
}

static void
diapason_message_row_init (DiapasonMessageRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
diapason_message_row_class_init (DiapasonMessageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = diapason_message_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/desk/message-row.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "content", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, DiapasonMessageRow, author);
  gtk_widget_class_bind_template_child (widget_class, DiapasonMessageRow, kind);
  gtk_widget_class_bind_template_child (widget_class, DiapasonMessageRow, language);
  gtk_widget_class_bind_template_child (widget_class, DiapasonMessageRow, moment);
  gtk_widget_class_bind_template_child (widget_class, DiapasonMessageRow, body);
}

GtkWidget *
diapason_message_row_new (const DiapasonMessageRecord *message)
{
  DiapasonMessageRow *self = g_object_new (DIAPASON_TYPE_MESSAGE_ROW, NULL);
  g_autofree char *moment = diapason_format_moment (message->at);
  gboolean note = g_strcmp0 (message->kind, "note") == 0;

  diapason_plain_label_set (self->author, author_text (message));
  gtk_widget_set_visible (GTK_WIDGET (self->kind), note);
  diapason_plain_label_set (self->language, message->language);
  gtk_widget_set_visible (GTK_WIDGET (self->language), message->language != NULL);
  gtk_label_set_text (self->moment, moment);
  diapason_plain_label_set_body (self->body, message->body);
  if (g_strcmp0 (message->author, "customer") == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "from-customer");
  if (note)
    gtk_widget_add_css_class (GTK_WIDGET (self), "note");
  return GTK_WIDGET (self);
}
