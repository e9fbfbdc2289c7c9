/* history-bar.c: see history-bar.h. */
#include "history-bar.h"

#include <glib/gi18n.h>

#include "choice-name.h"
#include "plain-text.h"

struct _DiapasonHistoryBar
{
  GtkWidget parent_instance;

  gboolean quiet; /* what changes now was not chosen */
  char *told;     /* (owned) what was chosen when it was told last */

  GtkDropDown *channels;
  GtkDropDown *moments;
  GtkSearchEntry *words;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (DiapasonHistoryBar, diapason_history_bar, GTK_TYPE_WIDGET)

static const struct
{
  const char *channel;
  const char *label;
} channels[] = {
  { NULL, N_("All channels") },
  /* Translators: from here on, what of a history is shown. */
  { "call", N_("Calls") },
  { "email", N_("E-mails") },
  { "chat", N_("Chats") },
  { "sms", N_("Messages") },
  { "ticket", N_("Tickets") },
  { "store", N_("Store visits") },
  { "web", N_("Self-service and orders") },
  { "survey", N_("Answers to surveys") },
  { "review", N_("Reviews") },
  { "promise", N_("Promises") },
};

static char *
choice_of (DiapasonHistoryBar *self)
{
  return g_strdup_printf ("%u %u %s", gtk_drop_down_get_selected (self->channels),
                          gtk_drop_down_get_selected (self->moments),
                          gtk_editable_get_text (GTK_EDITABLE (self->words)));
}

/* An entry tells late of what was typed: maybe when it was told already, with something else. */
static void
chosen_cb (DiapasonHistoryBar *self)
{
  g_autofree char *choice = NULL;

  if (self->quiet)
    return;
  choice = choice_of (self);
  if (g_strcmp0 (choice, self->told) == 0)
    return;
  g_free (self->told);
  self->told = g_steal_pointer (&choice);
  g_signal_emit (self, changed_signal, 0);
}

static void
set_labels (GtkDropDown *drop_down, const char *all, char **labels)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, all);
  for (guint i = 0; labels[i] != NULL; i++)
    gtk_string_list_take (list, diapason_plain_line (labels[i]));
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
}

/* The tree's own names for them. */
static void
set_channels (DiapasonHistoryBar *self)
{
  char *labels[G_N_ELEMENTS (channels)] = { NULL };

  for (guint i = 1; i < G_N_ELEMENTS (channels); i++)
    labels[i - 1] = (char *) _ (channels[i].label);
  set_labels (self->channels, _ (channels[0].label), labels);
}

static void
diapason_history_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DIAPASON_TYPE_HISTORY_BAR);
  G_OBJECT_CLASS (diapason_history_bar_parent_class)->dispose (object);
}

static void
diapason_history_bar_finalize (GObject *object)
{
  g_free (DIAPASON_HISTORY_BAR (object)->told);
  G_OBJECT_CLASS (diapason_history_bar_parent_class)->finalize (object);
}

static void
diapason_history_bar_init (DiapasonHistoryBar *self)
{
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  diapason_choice_set_name (self->channels, _("Channel"));
  diapason_choice_set_name (self->moments, _("Moment of truth"));
  set_channels (self);
  diapason_history_bar_reset (self);
}

static void
diapason_history_bar_class_init (DiapasonHistoryBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = diapason_history_bar_dispose;
  object_class->finalize = diapason_history_bar_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/desk/history-bar.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "content", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, DiapasonHistoryBar, channels);
  gtk_widget_class_bind_template_child (widget_class, DiapasonHistoryBar, moments);
  gtk_widget_class_bind_template_child (widget_class, DiapasonHistoryBar, words);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

void
diapason_history_bar_set_moments (DiapasonHistoryBar *self, char **labels)
{
  self->quiet = TRUE;
  set_labels (self->moments, _("All moments"), labels);
  diapason_history_bar_reset (self);
}

void
diapason_history_bar_reset (DiapasonHistoryBar *self)
{
  self->quiet = TRUE;
  gtk_drop_down_set_selected (self->channels, 0);
  gtk_drop_down_set_selected (self->moments, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->words), "");
  g_free (self->told);
  self->told = choice_of (self);
  self->quiet = FALSE;
}

void
diapason_history_bar_set_moment (DiapasonHistoryBar *self, int moment)
{
  gtk_drop_down_set_selected (self->moments, (guint) (moment + 1));
}

gboolean
diapason_history_bar_is_set (DiapasonHistoryBar *self)
{
  return diapason_history_bar_get_channel (self) != NULL ||
         diapason_history_bar_get_moment (self) >= 0 ||
         diapason_history_bar_get_words (self) != NULL;
}

const char *
diapason_history_bar_get_channel (DiapasonHistoryBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->channels);

  return selected < G_N_ELEMENTS (channels) ? channels[selected].channel : NULL;
}

int
diapason_history_bar_get_moment (DiapasonHistoryBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->moments);

  return selected == GTK_INVALID_LIST_POSITION ? -1 : (int) selected - 1;
}

const char *
diapason_history_bar_get_words (DiapasonHistoryBar *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->words));

  return *words != '\0' ? words : NULL;
}
