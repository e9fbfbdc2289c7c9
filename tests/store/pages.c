/* pages.c: see the header. */
#include "pages.h"

#include "table-identity.h"

static gboolean
apply_slice (DiapasonDatabase *database,
             gint64 source,
             const PagesProgress *progress,
             GError **error)
{
  for (guint i = 0; i < PAGES_ROWS; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d-%u-%u", (int) progress->page, progress->slice, i);
      g_autoptr (DiapasonRow) row =
          store_fixture_row (DIAPASON_ENTITY_CUSTOMER, id, 1, "name", id, "unit", id, NULL);
      DiapasonIngestOutcome outcome;

      if (i == PAGES_ROWS / 2 && progress->half_done != NULL)
        progress->half_done ();
      if (!diapason_ingest_row (database, source, row, 1, 0, &outcome, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
pages_apply_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  PagesProgress *progress = data;
  gint64 source;

  if (!diapason_ingest_source (database, "crm", NULL, &source, error) ||
      !apply_slice (database, source, progress, error))
    return FALSE;
  *more = ++progress->slice < PAGES_SLICES;
  if (*more)
    return TRUE;

  g_autofree char *cursor = g_strdup_printf ("%d", (int) progress->page);
  const DiapasonStream stream = { .cursor = cursor };
  return diapason_ingest_set_stream (database, source, "customers", &stream, error);
}

gboolean
pages_act_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  int number = *(const int *) data;
  g_autofree char *key = g_strdup_printf ("act-%d", number);

  return diapason_identity_verdict_add (database, key, "crm", key, "shop", key, TRUE, number,
                                        error) &&
         (number % 3 != 0 || diapason_identity_verdict_undo (database, key, error));
}

gint64
pages_count (StoreFixture *fixture, const char *sql)
{
  g_autofree char *dump = store_fixture_dump (fixture, sql);
  return g_ascii_strtoll (dump, NULL, 10);
}

gint64
pages_cursor (StoreFixture *fixture)
{
  return pages_count (fixture, "SELECT cursor FROM stream");
}

void
pages_assert_whole (StoreFixture *fixture)
{
  const gint64 page = PAGES_SLICES * PAGES_ROWS;
  gint64 rows = pages_count (fixture, "SELECT count(*) FROM customer");
  gint64 cursor = pages_cursor (fixture);
  g_autofree char *check = store_fixture_dump (fixture, "PRAGMA quick_check");

  g_assert_cmpstr (check, ==, "ok\n");
  g_assert_cmpint (rows % PAGES_ROWS, ==, 0);
  g_assert_cmpint (rows, >=, cursor * page);
  g_assert_cmpint (rows, <, (cursor + 1) * page);
  /* Each row has its record, its unit's record, and its two places in the queue. */
  g_assert_cmpint (pages_count (fixture, "SELECT count(*) FROM record"), ==, 2 * rows);
  g_assert_cmpint (pages_count (fixture, "SELECT count(*) FROM derive_queue"), ==, 2 * rows);
}

gint64
pages_acts (StoreFixture *fixture)
{
  gint64 acts = pages_count (fixture, "SELECT count(*) FROM work.identity_verdict");

  g_assert_cmpint (pages_count (fixture, "SELECT coalesce (max (made_at), 0) "
                                         "FROM work.identity_verdict"),
                   ==, acts);
  g_assert_cmpint (pages_count (fixture, "SELECT count(*) FROM work.identity_verdict "
                                         "WHERE (undone_at IS NOT NULL) <> (made_at % 3 = 0)"),
                   ==, 0);
  return acts;
}
