/* plain-text.c: see plain-text.h. */
#include "plain-text.h"

#include <string.h>

#include "text.h"

#define BLOCK_CHARS 4000
#define BODY_CHARS  20000
#define LINE_GOOD   1000 /* characters of a line that is broken at the next space */
#define LINE_MOST   1100 /* and of one that is broken anywhere */
#define WIDTH_CHARS 20

char *
diapason_plain_line (const char *text)
{
  return diapason_text_display (text, DIAPASON_TEXT_LINE_CHARS, FALSE);
}

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
  g_autofree char *safe = diapason_plain_line (text);
  g_autofree char *escaped = g_markup_escape_text (safe, -1);

  return adw_toast_new (escaped);
}

void
diapason_plain_row_set_title (AdwPreferencesRow *row, const char *title)
{
  g_autofree char *safe = diapason_plain_line (title);

  adw_preferences_row_set_use_markup (row, FALSE);
  adw_preferences_row_set_title (row, safe);
}

void
diapason_plain_group_set (AdwPreferencesGroup *group, const char *title, const char *description)
{
  g_autofree char *safe_title = diapason_plain_line (title);
  g_autofree char *safe = diapason_text_display (description, BLOCK_CHARS, TRUE);
  g_autofree char *escaped_title = g_markup_escape_text (safe_title, -1);
  g_autofree char *escaped = g_markup_escape_text (safe, -1);

  adw_preferences_group_set_title (group, escaped_title);
  adw_preferences_group_set_description (group, escaped);
}

void
diapason_plain_label_set (GtkLabel *label, const char *text)
{
  g_autofree char *safe = diapason_plain_line (text);

  gtk_label_set_text (label, safe);
}

void
diapason_plain_inscription_set (GtkInscription *inscription, const char *text)
{
  g_autofree char *safe = diapason_plain_line (text);

  gtk_inscription_set_text (inscription, safe);
}

void
diapason_label_mark_from (GtkLabel *label, gsize from, PangoAttribute *attribute)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  attribute->start_index = (guint) from;
  pango_attr_list_insert (attributes, attribute);
  gtk_label_set_attributes (label, attributes);
}

/* Pango's time grows with the square of a line's length: one of 20 000 letters would stop the
 * window for a minute. */
static char *
break_lines (const char *text)
{
  g_autoptr (GString) out = g_string_sized_new (strlen (text) + 1);
  guint n = 0; /* characters of the line */

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean ends = *p == '\n' || (n >= LINE_GOOD && *p == ' ');
      if (ends || n >= LINE_MOST)
        {
          g_string_append_c (out, '\n');
          n = 0;
        }
      if (ends)
        continue;
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
      n++;
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
set_lines (GtkLabel *label, const char *text, gsize most)
{
  g_autofree char *safe = diapason_text_display (text, most, TRUE);
  g_autofree char *broken = break_lines (safe);

  /* Else its least width is looked for with each word in a line of its own. */
  if (strlen (safe) > LINE_GOOD)
    gtk_label_set_width_chars (label, WIDTH_CHARS);
  gtk_label_set_text (label, broken);
}

void
diapason_plain_label_set_block (GtkLabel *label, const char *text)
{
  set_lines (label, text, BLOCK_CHARS);
}

void
diapason_plain_label_set_body (GtkLabel *label, const char *text)
{
  set_lines (label, text, BODY_CHARS);
}
