/* candidates-popover.c: see candidates-popover.h. */
#include "candidates-popover.h"

#include <glib/gi18n.h>

#include "plain-text.h"

#define PERSON "diapason-person"

#define DIAPASON_TYPE_CANDIDATES_POPOVER (diapason_candidates_popover_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonCandidatesPopover,
                      diapason_candidates_popover,
                      DIAPASON,
                      CANDIDATES_POPOVER,
                      GtkPopover)

struct _DiapasonCandidatesPopover
{
  GtkPopover parent_instance;
};

static guint person_chosen_signal;

G_DEFINE_FINAL_TYPE (DiapasonCandidatesPopover, diapason_candidates_popover, GTK_TYPE_POPOVER)

static gboolean
gone_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not at once: it is still at work closing. */
static void
diapason_candidates_popover_closed (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, gone_cb, g_object_ref (popover), g_object_unref);
}

static void
chosen_cb (DiapasonCandidatesPopover *self, GtkButton *button)
{
  const gint64 *person = g_object_get_data (G_OBJECT (button), PERSON);

  g_signal_emit (self, person_chosen_signal, 0, *person);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static GtkWidget *
candidate_button_new (DiapasonCandidatesPopover *self, const DiapasonCandidateRecord *candidate)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);
  const char *name = candidate->name != NULL ? candidate->name : _("Not known");
  g_autofree char *text = candidate->city != NULL
                              ? g_strdup_printf ("%s · %s", name, candidate->city)
                              : g_strdup (name);

  diapason_plain_label_set (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), PERSON,
                          g_memdup2 (&candidate->person, sizeof (gint64)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
diapason_candidates_popover_init (DiapasonCandidatesPopover *self)
{
}

static void
diapason_candidates_popover_class_init (DiapasonCandidatesPopoverClass *klass)
{
  GTK_POPOVER_CLASS (klass)->closed = diapason_candidates_popover_closed;
  person_chosen_signal =
      g_signal_new ("person-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

GtkWidget *
diapason_candidates_popover_new (const DiapasonContactRecord *contact)
{
  DiapasonCandidatesPopover *self = g_object_new (DIAPASON_TYPE_CANDIDATES_POPOVER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (_("This number is known of these customers. Ask who it is."));

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 40);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_margin_bottom (title, 6);
  gtk_box_append (GTK_BOX (box), title);
  for (guint i = 0; i < contact->candidates->len; i++)
    gtk_box_append (GTK_BOX (box),
                    candidate_button_new (self, g_ptr_array_index (contact->candidates, i)));
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_RIGHT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Who is it?"), -1);
  return GTK_WIDGET (self);
}
