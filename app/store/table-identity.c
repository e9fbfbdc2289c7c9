/* table-identity.c: what the rules look at, their links, and the clusters. Nothing is kept between
 * calls. */
#include "table-identity.h"

#include "database.h"
#include "derive-queue.h"
#include "entity.h"
#include "statement-read.h"

void
diapason_identity_customer_free (DiapasonIdentityCustomer *customer)
{
  g_free (customer->name_key);
  g_free (customer->birth_date);
  g_free (customer->source_name);
  g_free (customer->remote_id);
  g_free (customer);
}

DiapasonIdentityCustomer *
diapason_identity_customer (DiapasonDatabase *database, gint64 id, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT r.source, c.id IS NOT NULL, c.name_key, c.birth_date, c.same_as, "
      "  s.name, r.remote_id "
      "FROM record r JOIN source s ON s.id = r.source LEFT JOIN customer c ON c.id = r.id "
      "WHERE r.id = ? AND r.entity = ?",
      error);
  g_autoptr (DiapasonIdentityCustomer) customer = g_new0 (DiapasonIdentityCustomer, 1);
  gboolean row;

  customer->id = id;
  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "ii", id, (gint64) DIAPASON_ENTITY_CUSTOMER);
  if (!diapason_database_step (database, select, &row, error))
    return NULL;
  if (!row)
    return g_steal_pointer (&customer);
  customer->exists = TRUE;
  customer->source = sqlite3_column_int64 (select, 0);
  customer->has_row = sqlite3_column_int (select, 1);
  customer->name_key = diapason_statement_text (select, 2);
  customer->birth_date = diapason_statement_text (select, 3);
  customer->same_as = sqlite3_column_int64 (select, 4);
  customer->source_name = diapason_statement_text (select, 5);
  customer->remote_id = diapason_statement_text (select, 6);
  return g_steal_pointer (&customer);
}

void
diapason_identity_point_free (DiapasonIdentityPoint *point)
{
  g_free (point->value);
  g_free (point->value_key);
  g_free (point);
}

#define POINT_COLUMNS "customer, kind = 'email', value, value_key"

static GPtrArray *
read_points (DiapasonDatabase *database, DiapasonStatement *select, GError **error)
{
  g_autoptr (GPtrArray) points =
      g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_identity_point_free);
  gboolean row;

  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&points);
      DiapasonIdentityPoint *point = g_new0 (DiapasonIdentityPoint, 1);
      point->customer = sqlite3_column_int64 (select, 0);
      point->email = sqlite3_column_int (select, 1);
      point->value = diapason_statement_text (select, 2);
      point->value_key = diapason_statement_text (select, 3);
      g_ptr_array_add (points, point);
    }
  return NULL;
}

GPtrArray *
diapason_identity_points (DiapasonDatabase *database, gint64 customer, GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database,
                                 "SELECT " POINT_COLUMNS " FROM contact_point "
                                 "WHERE customer = ? AND value_key <> '' ORDER BY id",
                                 error);

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "i", customer);
  return read_points (database, select, error);
}

GPtrArray *
diapason_identity_carriers (DiapasonDatabase *database,
                            const char *value_key,
                            guint limit,
                            GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database,
                                 "SELECT " POINT_COLUMNS " FROM contact_point "
                                 "WHERE value_key = ? AND customer IS NOT NULL ORDER BY id LIMIT ?",
                                 error);

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "si", value_key, (gint64) limit);
  return read_points (database, select, error);
}

GArray *
diapason_identity_namesakes (DiapasonDatabase *database,
                             const char *name_key,
                             guint limit,
                             GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database,
                                 "SELECT id FROM customer WHERE name_key = ? ORDER BY id LIMIT ?",
                                 error);

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "si", name_key, (gint64) limit);
  return diapason_statement_ids (database, select, error);
}

GArray *
diapason_identity_referrers (DiapasonDatabase *database,
                             gint64 customer,
                             guint limit,
                             GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database,
                                 "SELECT id FROM customer WHERE same_as = ? ORDER BY id LIMIT ?",
                                 error);

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "ii", customer, (gint64) limit);
  return diapason_statement_ids (database, select, error);
}

DiapasonIdentityLink *
diapason_identity_link_new (gint64 one, gint64 other, const char *rule, const char *evidence)
{
  DiapasonIdentityLink *link = g_new0 (DiapasonIdentityLink, 1);

  link->a = MIN (one, other);
  link->b = MAX (one, other);
  link->rule = g_strdup (rule);
  link->evidence = g_strdup (evidence);
  return link;
}

void
diapason_identity_link_free (DiapasonIdentityLink *link)
{
  g_free (link->rule);
  g_free (link->evidence);
  g_free (link);
}

GPtrArray *
diapason_identity_links (DiapasonDatabase *database, gint64 customer, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT a, b, rule, evidence FROM identity_link WHERE a = ?1 "
      "UNION ALL SELECT a, b, rule, evidence FROM identity_link WHERE b = ?1",
      error);
  g_autoptr (GPtrArray) links =
      g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_identity_link_free);
  gboolean row;

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "i", customer);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&links);
      g_ptr_array_add (links,
                       diapason_identity_link_new (sqlite3_column_int64 (select, 0),
                                                   sqlite3_column_int64 (select, 1),
                                                   (const char *) sqlite3_column_text (select, 2),
                                                   (const char *) sqlite3_column_text (select, 3)));
    }
  return NULL;
}

static gboolean
is_wanted (GPtrArray *links, const DiapasonIdentityLink *link)
{
  for (guint i = 0; i < links->len; i++)
    {
      const DiapasonIdentityLink *other = g_ptr_array_index (links, i);
      if (link->a == other->a && link->b == other->b && g_str_equal (link->rule, other->rule))
        return TRUE;
    }
  return FALSE;
}

static gboolean
put_link (DiapasonDatabase *database, const DiapasonIdentityLink *link, int version, GError **error)
{
  return diapason_database_run (
      database, error,
      "INSERT INTO identity_link (a, b, rule, evidence, version, made_at) "
      "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (a, b, rule) DO UPDATE "
      "SET evidence = excluded.evidence, version = excluded.version "
      "WHERE evidence <> excluded.evidence OR version <> excluded.version",
      "iissii", link->a, link->b, link->rule, link->evidence, (gint64) version,
      diapason_database_now (database));
}

gboolean
diapason_identity_set_links (DiapasonDatabase *database,
                             gint64 customer,
                             GPtrArray *links,
                             int version,
                             GError **error)
{
  g_autoptr (GPtrArray) former = diapason_identity_links (database, customer, error);

  if (former == NULL)
    return FALSE;
  for (guint i = 0; i < former->len; i++)
    {
      const DiapasonIdentityLink *link = g_ptr_array_index (former, i);
      if (!is_wanted (links, link) &&
          !diapason_database_run (database, error,
                                  "DELETE FROM identity_link WHERE a = ? AND b = ? AND rule = ?",
                                  "iis", link->a, link->b, link->rule))
        return FALSE;
    }
  for (guint i = 0; i < links->len; i++)
    if (!put_link (database, g_ptr_array_index (links, i), version, error))
      return FALSE;
  return TRUE;
}

gboolean
diapason_identity_person_of (DiapasonDatabase *database,
                             gint64 customer,
                             gint64 *out_person,
                             GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database, "SELECT person FROM person_member WHERE customer = ?",
                                 error);

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", customer);
  return diapason_statement_integer (database, select, 0, out_person, error);
}

GArray *
diapason_identity_members (DiapasonDatabase *database, gint64 person, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database, "SELECT customer FROM person_member WHERE person = ? ORDER BY customer", error);

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "i", person);
  return diapason_statement_ids (database, select, error);
}

gboolean
diapason_identity_set_person (DiapasonDatabase *database,
                              gint64 customer,
                              gint64 person,
                              int version,
                              GError **error)
{
  if (person == 0)
    return diapason_database_run (database, error, "DELETE FROM person_member WHERE customer = ?",
                                  "i", customer);
  return diapason_database_run (
      database, error,
      "INSERT INTO person_member (customer, person, version) VALUES (?, ?, ?) "
      "ON CONFLICT (customer) DO UPDATE SET person = excluded.person, version = excluded.version "
      "WHERE person <> excluded.person OR version <> excluded.version",
      "iii", customer, person, (gint64) version);
}

gboolean
diapason_identity_queue_members (DiapasonDatabase *database, GError **error)
{
  return diapason_database_run (database, error,
                                "INSERT INTO derive_queue (step, record) "
                                "SELECT ?, customer FROM person_member WHERE TRUE "
                                "ON CONFLICT DO NOTHING",
                                "i", (gint64) DIAPASON_DERIVE_IDENTITY);
}

void
diapason_identity_note_person (DiapasonDatabase *database, gint64 person)
{
  if (person != 0)
    diapason_change_set_note (diapason_database_changes (database), DIAPASON_KIND_PERSON,
                              DIAPASON_CHANGE_CHANGED, person);
}
