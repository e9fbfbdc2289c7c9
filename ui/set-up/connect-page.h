/* connect-page.h: where a source is and who asks it, and whether it answers.
 *
 * Signal: "connected" (const char *source): it is fetched from now on. Thread: main. */
#pragma once

#include <adwaita.h>

#include "set-up-source.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_CONNECT_PAGE (diapason_connect_page_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonConnectPage, diapason_connect_page, DIAPASON, CONNECT_PAGE, AdwBin)

/* To be called once. */
void diapason_connect_page_set_desk (DiapasonConnectPage *page, DiapasonDesk *desk);

/* Asks for what @kind needs. What was typed for the same kind before is still there. */
void diapason_connect_page_begin (DiapasonConnectPage *page, DiapasonSourceKind *kind);

/* Stops a check that is under way. */
void diapason_connect_page_stop (DiapasonConnectPage *page);

G_END_DECLS
