/* read-article.c: one article of the company's knowledge. See desk.h. */
#include "desk-private.h"

#include "article-read.h"

static gpointer
article_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return diapason_article_read (database, *(gint64 *) data, error);
}

void
diapason_desk_read_article_async (DiapasonDesk *self,
                                  gint64 article,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  diapason_desk_read (self, DIAPASON_LANE_FAST, article_in_reader,
                      g_memdup2 (&article, sizeof article), g_free,
                      (GDestroyNotify) diapason_article_record_unref,
                      diapason_desk_read_article_async, cancellable, callback, user_data);
}

DiapasonArticleRecord *
diapason_desk_read_article_finish (DiapasonDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
