/* page-scan.h: looking at an answer as a whole. On the writer; inside page.c only. */
#pragma once

#include "page.h"

G_BEGIN_DECLS

/* Cuts the page's body into its elements and fills its facts, once. Errors:
 * DIAPASON_SOURCE_ERROR_PAGE, half a sentence. */
gboolean diapason_page_scan (DiapasonPage *page, GError **error);

/* Whether its elements, as a whole, are others than those of each page seen in this reading, and
 * there are any. Tells once: they are known from then on. */
gboolean diapason_page_holds_new (DiapasonPage *page);

/* Sets DIAPASON_SOURCE_ERROR_PAGE. FALSE, for returning it. */
gboolean diapason_page_fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
