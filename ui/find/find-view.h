/* find-view.h: find anyone or anything, as you type: by name, number, address or words. Before a
 * letter is typed, those who were opened last.
 *
 * The focus stays in the entry; Up and Down move through what was found, Enter opens it, Escape
 * goes back. Signals: "hit-activated" (DiapasonFindHit *hit), "dismissed" (). Property: "searching"
 * (gboolean, what is shown is not yet what the words find). Thread: main.
 */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_FIND_VIEW (diapason_find_view_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonFindView, diapason_find_view, DIAPASON, FIND_VIEW, GtkWidget)

/* Set once by the owner. */
void diapason_find_view_set_desk (DiapasonFindView *view, DiapasonDesk *desk);

/* Puts the focus into the entry with its text selected; where there is none, lists who was opened
 * last. */
void diapason_find_view_begin (DiapasonFindView *view);

/* Whether anything is typed. */
gboolean diapason_find_view_has_words (DiapasonFindView *view);

/* Looks for @words as if they had been typed. */
void diapason_find_view_search (DiapasonFindView *view, const char *words);

/* Opens the row that is selected, as Enter does; while a search is under way, the first it finds.
 */
void diapason_find_view_activate (DiapasonFindView *view);

G_END_DECLS
