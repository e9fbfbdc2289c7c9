/* article-read.c: see article-read.h. */
#include "article-read.h"

#include <glib/gi18n-lib.h>

#include "statement-read.h"

#define ARTICLE_SQL                                                                                \
  "SELECT " DIAPASON_ORIGIN_COLUMNS ", a.title, a.body, a.topic, a.language"                       \
  " FROM article a JOIN record r ON r.id = a.id JOIN source s ON s.id = r.source WHERE a.id = ?1"

DiapasonArticleRecord *
diapason_article_read (DiapasonDatabase *database, gint64 article, GError **error)
{
  g_autoptr (DiapasonStatement) statement =
      diapason_database_prepare (database, ARTICLE_SQL, error);
  g_autoptr (DiapasonArticleRecord) record = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;
  diapason_statement_bind (statement, "i", article);
  if (!diapason_database_step (database, statement, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_MISSING,
                           _("This article is not here any more: its source took it back."));
      return NULL;
    }
  record = diapason_article_record_new ();
  record->id = article;
  diapason_statement_origin (statement, 0, &record->origin);
  record->title = diapason_statement_text (statement, DIAPASON_N_ORIGIN_COLUMNS);
  record->body = diapason_statement_text (statement, DIAPASON_N_ORIGIN_COLUMNS + 1);
  record->topic = diapason_statement_text (statement, DIAPASON_N_ORIGIN_COLUMNS + 2);
  record->language = diapason_statement_text (statement, DIAPASON_N_ORIGIN_COLUMNS + 3);
  return g_steal_pointer (&record);
}
