/* sources-page.h: the sources that this machine fetches from, and the way to another one.
 *
 * Signal: "told" (const char *sentence): for a person. Thread: main. */
#pragma once

#include <adwaita.h>

#include "desk.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_SOURCES_PAGE (diapason_sources_page_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonSourcesPage,
                      diapason_sources_page,
                      DIAPASON,
                      SOURCES_PAGE,
                      AdwPreferencesPage)

/* Shows the sources of @desk and follows them. @window (nullable): whose action "win.add-source"
 * leads to another one; without that action there is no way shown. Once. */
void diapason_sources_page_set_desk (DiapasonSourcesPage *page,
                                     DiapasonDesk *desk,
                                     GtkWindow *window);

G_END_DECLS
