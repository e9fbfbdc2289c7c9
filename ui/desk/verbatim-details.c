/* verbatim-details.c: see verbatim-details.h. */
#include "verbatim-details.h"

#include "format.h"
#include "message-row.h"
#include "plain-text.h"

struct _DiapasonVerbatimDetails
{
  GtkWidget parent_instance;

  GtkBox *content;
  GtkLabel *criteria;
  GtkLabel *permission;
  GtkLabel *about;
};

G_DEFINE_FINAL_TYPE (DiapasonVerbatimDetails, diapason_verbatim_details, GTK_TYPE_WIDGET)

static void
diapason_verbatim_details_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DIAPASON_TYPE_VERBATIM_DETAILS);
  G_OBJECT_CLASS (diapason_verbatim_details_parent_class)->dispose (object);
}

static void
diapason_verbatim_details_init (DiapasonVerbatimDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
diapason_verbatim_details_class_init (DiapasonVerbatimDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = diapason_verbatim_details_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/desk/verbatim-details.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonVerbatimDetails, content);
  gtk_widget_class_bind_template_child (widget_class, DiapasonVerbatimDetails, criteria);
  gtk_widget_class_bind_template_child (widget_class, DiapasonVerbatimDetails, permission);
  gtk_widget_class_bind_template_child (widget_class, DiapasonVerbatimDetails, about);
}

static void
set_text (GtkLabel *label, const char *text)
{
  diapason_plain_label_set_block (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static char *
words_of (const DiapasonEventRecord *verbatim)
{
  if (verbatim->subject == NULL || verbatim->text == NULL)
    return g_strdup (verbatim->subject != NULL ? verbatim->subject : verbatim->text);
  return g_strdup_printf ("%s\n%s", verbatim->subject, verbatim->text);
}

/* What a customer wrote looks the same wherever they wrote it. The row says when. */
static void
add_words (DiapasonVerbatimDetails *self, const DiapasonEventRecord *verbatim)
{
  g_autoptr (DiapasonMessageRecord) message = diapason_message_record_new ();

  message->body = words_of (verbatim);
  if (message->body == NULL)
    return;
  message->author = g_strdup ("customer");
  message->author_name = g_strdup (verbatim->author_name);
  message->language = g_strdup (verbatim->language);
  gtk_box_prepend (self->content, diapason_message_row_new (message));
}

static void
show_criteria (DiapasonVerbatimDetails *self, GPtrArray *answers)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    {
      g_autofree char *answer = diapason_format_answer (g_ptr_array_index (answers, i));

      g_string_append_printf (lines, "%s%s", i == 0 ? "" : "\n", answer);
    }
  set_text (self->criteria, lines->str);
}

GtkWidget *
diapason_verbatim_details_new (const DiapasonEventRecord *verbatim, GPtrArray *answers)
{
  DiapasonVerbatimDetails *self = g_object_new (DIAPASON_TYPE_VERBATIM_DETAILS, NULL);
  g_autofree char *permission = diapason_format_permission (verbatim);
  g_autofree char *about = diapason_format_verbatim_about (verbatim);

  add_words (self, verbatim);
  show_criteria (self, answers);
  set_text (self->permission, permission);
  set_text (self->about, about);
  return GTK_WIDGET (self);
}
