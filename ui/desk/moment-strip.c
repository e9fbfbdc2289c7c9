/* moment-strip.c: see moment-strip.h. */
#include "moment-strip.h"

#include "format-card.h"
#include "plain-text.h"
#include "tooltip.h"

struct _DiapasonMomentStrip
{
  GtkWidget parent_instance;

  GPtrArray *buttons; /* (owned) of GtkButton, children of ours */
};

static guint activated_signal;

G_DEFINE_FINAL_TYPE (DiapasonMomentStrip, diapason_moment_strip, GTK_TYPE_WIDGET)

static void
button_clicked_cb (GtkButton *button, DiapasonMomentStrip *self)
{
  guint moment;

  if (g_ptr_array_find (self->buttons, button, &moment))
    g_signal_emit (self, activated_signal, 0, moment);
}

/* A dot on the line, and the name below it. */
static GtkWidget *
button_new (DiapasonMomentStrip *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (NULL);

  /* Large letters may need a second line. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (dot, "dot");
  gtk_widget_set_halign (dot, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "moment");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_signal_connect (button, "clicked", G_CALLBACK (button_clicked_cb), self);
  return button;
}

static void
remove_buttons (DiapasonMomentStrip *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->buttons, i));
  g_ptr_array_set_size (self->buttons, 0);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_moment (DiapasonMomentStrip *self, const DiapasonCard *card, guint i)
{
  const DiapasonCardMoment *moment = g_ptr_array_index (card->moments, i);
  GtkWidget *button = g_ptr_array_index (self->buttons, i);
  GtkWidget *label = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (button)));
  g_autofree char *text = diapason_format_moment_reached (card, i);
  g_autofree char *safe = diapason_plain_line (text);

  diapason_plain_label_set (GTK_LABEL (label), moment->label);
  set_class (button, "reached", moment->reached.events > 0);
  set_class (button, "now", card->moment == (int) i);
  diapason_tooltip_set (button, safe);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, safe, -1);
}

static void
diapason_moment_strip_dispose (GObject *object)
{
  remove_buttons (DIAPASON_MOMENT_STRIP (object));
  G_OBJECT_CLASS (diapason_moment_strip_parent_class)->dispose (object);
}

static void
diapason_moment_strip_finalize (GObject *object)
{
  g_ptr_array_unref (DIAPASON_MOMENT_STRIP (object)->buttons);
  G_OBJECT_CLASS (diapason_moment_strip_parent_class)->finalize (object);
}

static void
diapason_moment_strip_init (DiapasonMomentStrip *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->buttons = g_ptr_array_new ();
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), TRUE);
}

static void
diapason_moment_strip_class_init (DiapasonMomentStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = diapason_moment_strip_dispose;
  object_class->finalize = diapason_moment_strip_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "momentstrip");
  activated_signal = g_signal_new ("moment-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

void
diapason_moment_strip_set_card (DiapasonMomentStrip *self, const DiapasonCard *card)
{
  if (self->buttons->len != card->moments->len)
    remove_buttons (self);
  for (guint i = 0; i < card->moments->len; i++)
    {
      if (i == self->buttons->len)
        g_ptr_array_add (self->buttons, button_new (self));
      show_moment (self, card, i);
    }
}
