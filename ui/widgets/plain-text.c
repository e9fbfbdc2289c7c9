/* plain-text.c: see plain-text.h. */
#include "plain-text.h"

#include "text.h"

GtkWidget *
diapason_plain_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *safe_subtitle = diapason_text_display (subtitle, DIAPASON_TEXT_LINE_CHARS, TRUE);

  diapason_plain_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), safe_subtitle);
  return row;
}

AdwToast *
diapason_plain_toast_new (const char *text)
{
  g_autofree char *safe = diapason_text_display (text, DIAPASON_TEXT_LINE_CHARS, FALSE);
  g_autofree char *escaped = g_markup_escape_text (safe, -1);

  return adw_toast_new (escaped);
}

void
diapason_plain_row_set_title (AdwPreferencesRow *row, const char *title)
{
  g_autofree char *safe = diapason_text_display (title, DIAPASON_TEXT_LINE_CHARS, FALSE);

  adw_preferences_row_set_use_markup (row, FALSE);
  adw_preferences_row_set_title (row, safe);
}

void
diapason_plain_label_set (GtkLabel *label, const char *text)
{
  g_autofree char *safe = diapason_text_display (text, DIAPASON_TEXT_LINE_CHARS, FALSE);

  gtk_label_set_text (label, safe);
}

void
diapason_plain_inscription_set (GtkInscription *inscription, const char *text)
{
  g_autofree char *safe = diapason_text_display (text, DIAPASON_TEXT_LINE_CHARS, FALSE);

  gtk_inscription_set_text (inscription, safe);
}

void
diapason_plain_label_set_block (GtkLabel *label, const char *text)
{
  g_autofree char *safe = diapason_text_display (text, 20000, TRUE);

  gtk_label_set_text (label, safe);
}
