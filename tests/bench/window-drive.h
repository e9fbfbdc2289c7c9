/* window-drive.h: what a person does at the window, done by itself. Each runs the main context
 * until it is done. Thread: main. */
#pragma once

#include <gtk/gtk.h>

#include "history-view.h"
#include "store.h"
#include "window.h"

#define WINDOW_UNTIL(condition)                                                                    \
  while (!(condition))                                                                             \
  g_main_context_iteration (NULL, TRUE)

/* The first widget of @type below @root. Borrowed, NULL where there is none. */
gpointer window_drive_find (GtkWidget *root, GType type);

/* The list of the history that is seen in @window; @view (nullable): that history. Borrowed. */
GtkListView *window_drive_find_history (DiapasonWindow *window, DiapasonHistoryView **view);

/* Runs until @n frames more were painted, drawing @widget anew for each. */
void window_drive_frames (GtkWidget *widget, guint n);

/* Scrolls @list by 120 pixels a frame, for @n_frames. Returns: the most items of @items (nullable,
 * a DiapasonWindowedList) that were alive. */
guint window_drive_scroll (GtkListView *list, GListModel *items, guint n_frames);

/* Puts @list to @n places drawn at random. Appends to @spans the time from each until the row there
 * was painted. @items (nullable, a DiapasonWindowedList): whose rows have to come first. */
void window_drive_jump (GtkListView *list, GListModel *items, guint n, GArray *spans);

/* Words drawn at random out of texts drawn at random, so that a word comes as often as it is
 * written. Returns: (transfer full) (element-type utf8). */
GPtrArray *window_drive_draw_words (DiapasonStore *store, guint n);

/* Somebody. */
gint64 window_drive_anybody (DiapasonStore *store);

/* Types @word into find, letter by letter, each when what the one before found is painted, and
 * leaves find. Appends to @spans the time from each letter until what it found was painted, and to
 * @found (element-type guint) how many rows it was. */
void window_drive_type (DiapasonWindow *window, const char *word, GArray *spans, GArray *found);
