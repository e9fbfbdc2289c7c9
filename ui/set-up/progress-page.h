/* progress-page.h: how far a source has come that is fetched for the first time, and what can be
 * used meanwhile.
 *
 * Signals: "left", "another": where the person goes on to. Thread: main. */
#pragma once

#include <adwaita.h>

#include "set-up-source.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_PROGRESS_PAGE (diapason_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonProgressPage, diapason_progress_page, DIAPASON, PROGRESS_PAGE, AdwBin)

/* To be called once. */
void diapason_progress_page_set_desk (DiapasonProgressPage *page, DiapasonDesk *desk);

/* Follows the source called @name, which there is. */
void diapason_progress_page_begin (DiapasonProgressPage *page, const char *name);

G_END_DECLS
