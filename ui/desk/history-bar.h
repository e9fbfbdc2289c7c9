/* history-bar.h: which part of the history is wanted: a channel, a moment of truth, some words.
 *
 * Signal "changed": somebody chose another part. Thread: main.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DIAPASON_TYPE_HISTORY_BAR (diapason_history_bar_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonHistoryBar, diapason_history_bar, DIAPASON, HISTORY_BAR, GtkWidget)

/* What the moments are called, in order. */
void diapason_history_bar_set_moments (DiapasonHistoryBar *bar, char **labels);

/* All of the history again, without telling. */
void diapason_history_bar_reset (DiapasonHistoryBar *bar);

/* As if somebody had chosen that moment. */
void diapason_history_bar_set_moment (DiapasonHistoryBar *bar, int moment);

/* Whether it is a part only; then which. NULL or -1: any. Borrowed. */
gboolean diapason_history_bar_is_set (DiapasonHistoryBar *bar);
const char *diapason_history_bar_get_channel (DiapasonHistoryBar *bar);
int diapason_history_bar_get_moment (DiapasonHistoryBar *bar);
const char *diapason_history_bar_get_words (DiapasonHistoryBar *bar);

G_END_DECLS
