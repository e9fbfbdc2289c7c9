/* first-ranked.c: see first-ranked.h. Nothing is kept between calls. */
#include "first-ranked.h"

#include "database.h"
#include "statement-read.h"

gboolean
diapason_first_ranked_set (DiapasonDatabase *database, GArray *verbatims, GError **error)
{
  if (!diapason_database_run (database, error, "DELETE FROM first_ranked", ""))
    return FALSE;
  for (guint i = 0; i < verbatims->len; i++)
    if (!diapason_database_run (database, error,
                                "INSERT INTO first_ranked (place, verbatim) VALUES (?, ?)", "ii",
                                (gint64) i, g_array_index (verbatims, gint64, i)))
      return FALSE;
  return TRUE;
}

GArray *
diapason_first_ranked_get (DiapasonDatabase *database, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database, "SELECT verbatim FROM first_ranked WHERE place >= 0 ORDER BY place", error);

  return select != NULL ? diapason_statement_ids (database, select, error) : NULL;
}
