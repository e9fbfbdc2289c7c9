/* window.h: the one window: header, the regions of the desk, which keep their places, the footer,
 * and find above the middle.
 *
 * Actions: win.add-source, win.find (Ctrl+K), win.next-region (F6), win.previous-region (Shift+F6).
 * Its size and the widths of its regions are kept in the settings. Thread: main.
 */
#pragma once

#include <adwaita.h>

#include "desk.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_WINDOW (diapason_window_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonWindow, diapason_window, DIAPASON, WINDOW, AdwApplicationWindow)

/* Returns: (transfer floating): owned by the application while it is open. */
DiapasonWindow *diapason_window_new (GtkApplication *application, DiapasonDesk *desk);

/* Tells @sentence in passing. */
void diapason_window_tell (DiapasonWindow *window, const char *sentence);

/* Tells @sentence until it is dismissed. */
void diapason_window_complain (DiapasonWindow *window, const char *sentence);

/* Tells, until it is dismissed, why a link or another program's wish leads to nobody: @sentence
 * takes the place of the last such one. */
void diapason_window_refuse (DiapasonWindow *window, const char *sentence);

/* Opens find with @words typed. */
void diapason_window_find (DiapasonWindow *window, const char *words);

/* Opens the row that is selected in find, if there is one, and leaves find. */
void diapason_window_open_found (DiapasonWindow *window);

/* Shows @person, whom a link or another program asks for. What somebody is typing stays, and so
 * does the focus: behind find they come up, and where the words would go with whoever is shown they
 * are offered. */
void diapason_window_open_person (DiapasonWindow *window, gint64 person);

G_END_DECLS
