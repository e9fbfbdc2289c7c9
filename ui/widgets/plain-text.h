/* plain-text.h: the one way of putting text from outside into widgets that would read it as markup.
 *
 * libadwaita parses Pango markup in the titles and subtitles of its rows, in status page
 * descriptions and in toasts: "AT&T <x@y>" shows as nothing. These set it as text, free of control
 * characters, of bounded length. Thread: main.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DIAPASON_TEXT_LINE_CHARS 300 /* characters of a line that is ellipsized anyway */

/* @text for a title or a name that another program shows or reads out: in one line, cut with "…".
 * Returns: (transfer full), "" for NULL. */
char *diapason_plain_line (const char *text);

/* A row with @title and @subtitle (both nullable; the subtitle may have lines) as plain text.
 * Returns: (transfer floating). */
GtkWidget *diapason_plain_row_new (const char *title, const char *subtitle);

/* The same for the title of a row that is there. */
void diapason_plain_row_set_title (AdwPreferencesRow *row, const char *title);

/* The title of a group and what stands below it (nullable). */
void diapason_plain_group_set (AdwPreferencesGroup *group,
                               const char *title,
                               const char *description);

/* A toast that says @text. Returns: (transfer full). */
AdwToast *diapason_plain_toast_new (const char *text);

/* @text for a label or an inscription of one line. */
void diapason_plain_label_set (GtkLabel *label, const char *text);
void diapason_plain_inscription_set (GtkInscription *inscription, const char *text);

/* From byte @from of what it says on, @label looks as @attribute (transfer full) has it. */
void diapason_label_mark_from (GtkLabel *label, gsize from, PangoAttribute *attribute);

/* Facts or a sentence, with the lines that it has; lines without an end are broken. */
void diapason_plain_label_set_block (GtkLabel *label, const char *text);

/* The same for what somebody wrote, which may be long. */
void diapason_plain_label_set_body (GtkLabel *label, const char *text);

G_END_DECLS
