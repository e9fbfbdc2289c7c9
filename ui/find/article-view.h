/* article-view.h: one article of the company's knowledge, to be read. Signal "closed" (): it was.
 * Thread: main. */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_ARTICLE_VIEW (diapason_article_view_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonArticleView, diapason_article_view, DIAPASON, ARTICLE_VIEW, GtkWidget)

/* Set once by the owner. */
void diapason_article_view_set_desk (DiapasonArticleView *view, DiapasonDesk *desk);
void diapason_article_view_open (DiapasonArticleView *view, gint64 article);

G_END_DECLS
