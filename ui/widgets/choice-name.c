/* choice-name.c: see choice-name.h. */
#include "choice-name.h"

#include <glib/gi18n.h>

static void
tell_name (GtkDropDown *choice)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (choice));
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (choice);
  const char *name = g_object_get_data (G_OBJECT (choice), "diapason-name");
  g_autofree char *whole = NULL;

  /* Translators: what is chosen from, and what is chosen: "Period: last 30 days". */
  if (chosen != NULL)
    whole = g_strdup_printf (_("%s: %s"), name, gtk_string_object_get_string (chosen));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  whole != NULL ? whole : name, -1);
}

void
diapason_choice_set_name (GtkDropDown *choice, const char *name)
{
  g_object_set_data_full (G_OBJECT (choice), "diapason-name", g_strdup (name), g_free);
  g_signal_connect (choice, "notify::selected-item", G_CALLBACK (tell_name), NULL);
  tell_name (choice);
}
