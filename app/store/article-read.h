/* article-read.h: one article of the company's knowledge. Runs in a DiapasonReadFunc on
 * reader-fast. */
#pragma once

#include "records.h"
#include "store.h"

G_BEGIN_DECLS

/* The article whose record is @article. Errors: DIAPASON_STORE_ERROR_MISSING when it is not here
 * (any more). Returns: (transfer full). */
DiapasonArticleRecord *diapason_article_read (DiapasonDatabase *database,
                                              gint64 article,
                                              GError **error);

G_END_DECLS
