/* usable-read.c: see usable-read.h. Nothing is kept between calls. */
#include "usable-read.h"

#include "statement-read.h"

/* What has to be there: derived rows, by which people and words are found. */
static const struct
{
  DiapasonUsable usable;
  const char *sql;
} questions[] = {
  { DIAPASON_USABLE_CUSTOMERS, "SELECT EXISTS (SELECT 1 FROM person_member WHERE person > 0)"
                               " AND EXISTS (SELECT 1 FROM customer_text)" },
  { DIAPASON_USABLE_HISTORY, "SELECT EXISTS (SELECT 1 FROM timeline WHERE person > 0)" },
  { DIAPASON_USABLE_WORDS, "SELECT EXISTS (SELECT 1 FROM verbatim_text)" },
  { DIAPASON_USABLE_ARTICLES, "SELECT EXISTS (SELECT 1 FROM article_text)" },
};

gboolean
diapason_usable_read (DiapasonDatabase *database, guint *out, GError **error)
{
  *out = 0;
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (DiapasonStatement) select =
          diapason_database_prepare (database, questions[i].sql, error);
      gint64 there = 0;

      if (select == NULL || !diapason_statement_integer (database, select, 0, &there, error))
        return FALSE;
      if (there != 0)
        *out |= questions[i].usable;
    }
  return TRUE;
}
