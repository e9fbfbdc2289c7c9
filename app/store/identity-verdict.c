/* identity-verdict.c: what people decided about who is who, in work.db. Declared in
 * table-identity.h.
 *
 * A verdict names its two sides by (source name, remote id), so it outlives the cache. Nothing is
 * kept between calls.
 */
#include "table-identity.h"

#include <glib/gi18n-lib.h>

#include "database.h"
#include "entity.h"
#include "statement-read.h"

/* The record at that side of a verdict. Looked up for each: a join would have SQLite go through all
 * records first, of which there are many, to sift the few verdicts. */
#define RECORD_AT(side)                                                                            \
  "(SELECT r.id FROM record r WHERE r.source = (SELECT id FROM source WHERE name = v." side        \
  "_source) AND r.entity = " DIAPASON_CUSTOMER_TEXT " AND r.remote_id = v." side "_remote)"
#define DIAPASON_CUSTOMER_TEXT G_STRINGIFY (3)
G_STATIC_ASSERT (DIAPASON_ENTITY_CUSTOMER == 3);

/* Of several verdicts on a pair the last one said counts. */
static void
add_verdict (GArray *verdicts, gint64 customer, gint64 other, gint64 order, gboolean same)
{
  DiapasonIdentityVerdict verdict = {
    .a = MIN (customer, other), .b = MAX (customer, other), .order = order, .same = same
  };

  if (customer == other)
    return;
  for (guint i = 0; i < verdicts->len; i++)
    {
      DiapasonIdentityVerdict *known = &g_array_index (verdicts, DiapasonIdentityVerdict, i);
      if (known->a != verdict.a || known->b != verdict.b)
        continue;
      if (known->order < order)
        *known = verdict;
      return;
    }
  g_array_append_val (verdicts, verdict);
}

static gboolean
read_verdicts (DiapasonDatabase *database,
               DiapasonStatement *select,
               gint64 customer,
               GArray *verdicts,
               GError **error)
{
  gboolean row;

  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return TRUE;
      add_verdict (verdicts, customer, sqlite3_column_int64 (select, 0),
                   sqlite3_column_int64 (select, 1), sqlite3_column_int (select, 2));
    }
  return FALSE;
}

GArray *
diapason_identity_verdicts (DiapasonDatabase *database, gint64 customer, GError **error)
{
  g_autoptr (DiapasonStatement) name = diapason_database_prepare (
      database,
      "SELECT s.name, r.remote_id FROM record r JOIN source s ON s.id = r.source WHERE r.id = ?",
      error);
  g_autoptr (GArray) verdicts = g_array_new (FALSE, FALSE, sizeof (DiapasonIdentityVerdict));
  gboolean row;

  if (name == NULL)
    return NULL;
  diapason_statement_bind (name, "i", customer);
  if (!diapason_database_step (database, name, &row, error))
    return NULL;
  if (!row)
    return g_steal_pointer (&verdicts);

  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT * FROM (SELECT " RECORD_AT (
          "b") " AS other, v.id, v.verdict = 'same' "
               "FROM work.identity_verdict v "
               "WHERE v.a_source = ?1 AND v.a_remote = ?2 AND v.undone_at IS NULL "
               "UNION ALL "
               "SELECT " RECORD_AT ("a") ", v.id, v.verdict = 'same' FROM work.identity_verdict v "
                                         "WHERE v.b_source = ?1 AND v.b_remote = ?2 AND "
                                         "v.undone_at IS NULL) WHERE other > 0",
      error);
  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "ss", sqlite3_column_text (name, 0),
                           sqlite3_column_text (name, 1));
  return read_verdicts (database, select, customer, verdicts, error) ? g_steal_pointer (&verdicts)
                                                                     : NULL;
}

GArray *
diapason_identity_judged (DiapasonDatabase *database, GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database,
                                 "SELECT * FROM (SELECT " RECORD_AT (
                                     "a") " AS one FROM work.identity_verdict v "
                                          "UNION ALL SELECT " RECORD_AT (
                                              "b") " FROM work.identity_verdict v) WHERE one > 0",
                                 error);

  return select != NULL ? diapason_statement_ids (database, select, error) : NULL;
}

gboolean
diapason_identity_verdict_add (DiapasonDatabase *database,
                               const char *key,
                               const char *a_source,
                               const char *a_remote,
                               const char *b_source,
                               const char *b_remote,
                               gboolean same,
                               gint64 now,
                               GError **error)
{
  return diapason_database_run (database, error,
                                "INSERT INTO identity_verdict (key, a_source, a_remote, b_source, "
                                "b_remote, verdict, made_at) "
                                "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING",
                                "ssssssi", key, a_source, a_remote, b_source, b_remote,
                                same ? "same" : "different", now);
}

gboolean
diapason_identity_verdict_undo (DiapasonDatabase *database, const char *key, GError **error)
{
  if (!diapason_database_run (
          database, error,
          "UPDATE identity_verdict SET undone_at = coalesce (undone_at, ?) WHERE key = ?", "is",
          diapason_database_now (database), key))
    return FALSE;
  if (sqlite3_changes (diapason_database_handle (database)) > 0)
    return TRUE;
  g_set_error_literal (
      error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_MISSING,
      _("This decision about who is who is not here any more, so there is nothing "
        "to undo."));
  return FALSE;
}

static gboolean
is_member (const DiapasonPersonRecord *person, gint64 customer)
{
  for (guint i = 0; i < person->members->len; i++)
    if (((DiapasonMemberRecord *) person->members->pdata[i])->customer == customer)
      return TRUE;
  return FALSE;
}

static DiapasonPartedRecord *
make_parted (DiapasonStatement *select, gint64 customer)
{
  DiapasonPartedRecord *parted = diapason_parted_record_new ();

  parted->key = diapason_statement_text (select, 0);
  parted->said_at = sqlite3_column_int64 (select, 1);
  parted->customer = customer;
  parted->name = diapason_statement_text (select, 2);
  diapason_statement_origin (select, 3, &parted->origin);
  return parted;
}

#define PARTED_SIDE(own, other)                                                                    \
  "SELECT v.key, v.made_at, c.name, v." other "_source, s.label, v." other "_remote, r.as_of, "    \
  "r.id FROM work.identity_verdict v LEFT JOIN source s ON s.name = v." other "_source "           \
  "LEFT JOIN record r ON r.source = s.id AND r.entity = " DIAPASON_CUSTOMER_TEXT                   \
  " AND r.remote_id = v." other "_remote LEFT JOIN customer c ON c.id = r.id "                     \
  "WHERE v." own "_source = ?1 AND v." own "_remote = ?2 AND v.undone_at IS NULL "                 \
  "AND v.verdict = 'different' "

gboolean
diapason_identity_read_parted (DiapasonDatabase *database,
                               DiapasonPersonRecord *person,
                               const DiapasonMemberRecord *member,
                               GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database,
                                 PARTED_SIDE ("a", "b") "UNION ALL " PARTED_SIDE ("b", "a"), error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "ss", member->origin.source, member->origin.remote_id);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return TRUE;
      if (!is_member (person, sqlite3_column_int64 (select, 7)))
        g_ptr_array_add (person->parted, make_parted (select, member->customer));
    }
  return FALSE;
}
