/* choice.c: see choice.h. Nothing is kept between calls. */
#include "choice.h"

#include "database.h"

gboolean
diapason_choice_set (DiapasonDatabase *database, const char *key, const char *value, GError **error)
{
  return diapason_database_run (database, error,
                                "INSERT INTO choice (key, value) VALUES (?, ?) "
                                "ON CONFLICT DO UPDATE SET value = excluded.value",
                                "ss", key, value);
}

char *
diapason_choice_get (DiapasonDatabase *database, const char *key, GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database, "SELECT value FROM work.choice WHERE key = ?", error);
  gboolean row;

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "s", key);
  if (!diapason_database_step (database, select, &row, error) || !row)
    return NULL;
  return diapason_statement_text (select, 0);
}
