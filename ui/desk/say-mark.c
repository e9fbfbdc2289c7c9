/* say-mark.c: see say-mark.h. */
#include "say-mark.h"

#include "format-card.h"
#include "tooltip.h"

void
diapason_say_mark_set (GtkImage *mark, DiapasonSpeakable speakable)
{
  const char *text = diapason_format_speakable (speakable);

  gtk_image_set_from_icon_name (mark, diapason_format_speakable_icon (speakable));
  diapason_tooltip_set (GTK_WIDGET (mark), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
