/* typing.c: see typing.h. */
#include "typing.h"

gboolean
diapason_is_typing (GtkRoot *root)
{
  GtkWidget *focus = gtk_root_get_focus (root);

  if (GTK_IS_EDITABLE (focus))
    return *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0';
  return GTK_IS_TEXT_VIEW (focus) &&
         gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus))) > 0;
}
