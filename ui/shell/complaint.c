/* complaint.c: see complaint.h. */
#include "complaint.h"

#include <glib/gi18n.h>

#include "plain-text.h"
#include "tooltip.h"

static void
complaint_dismissed_cb (GtkWidget *line)
{
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (line)), line);
}

GtkWidget *
diapason_complaint_new (const char *sentence)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *dismiss = gtk_button_new_from_icon_name ("window-close-symbolic");

  diapason_plain_label_set_block (GTK_LABEL (label), sentence);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (dismiss, GTK_ALIGN_CENTER);
  diapason_tooltip_set (dismiss, _("Dismiss"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (dismiss), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Dismiss"), -1);
  g_signal_connect_swapped (dismiss, "clicked", G_CALLBACK (complaint_dismissed_cb), line);
  gtk_widget_add_css_class (dismiss, "flat");
  gtk_widget_add_css_class (line, "banner-line");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), dismiss);
  return line;
}
