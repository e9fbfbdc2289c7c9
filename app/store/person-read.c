/* person-read.c: one person out of their records, all of it by index. Nothing is kept between
 * calls. */
#include "person-read.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "database.h"
#include "fact-read.h"
#include "statement-read.h"
#include "table-identity.h"

gboolean
diapason_person_resolve (DiapasonDatabase *database,
                         gint64 customer,
                         gint64 *out_person,
                         GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT coalesce ((SELECT person FROM person_member WHERE customer = ?1), "
      "                 (SELECT id FROM customer WHERE id = ?1))",
      error);

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", customer);
  return diapason_statement_integer (database, select, 0, out_person, error);
}

/* The records that are not taken back, those first whose source tells given and family name apart:
 * a contact platform often knows a person only as a caller's display shows them. */
static GArray *
find_present_members (DiapasonDatabase *database, gint64 person, GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database,
                                 "SELECT m.customer, c.family_name IS NOT NULL "
                                 "FROM person_member m JOIN record r ON r.id = m.customer "
                                 "LEFT JOIN customer c ON c.id = m.customer "
                                 "WHERE m.person = ? AND NOT r.deleted ORDER BY m.customer",
                                 error);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint full = 0;
  gboolean row;

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "i", person);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&members);
      gint64 customer = sqlite3_column_int64 (select, 0);
      gboolean is_full = sqlite3_column_int (select, 1);
      g_array_insert_val (members, is_full ? full : members->len, customer);
      full += is_full;
    }
  return NULL;
}

/* Where all records are taken back, and only what happened is left, all of them. */
static GArray *
find_members (DiapasonDatabase *database, gint64 person, GError **error)
{
  g_autoptr (GArray) members = find_present_members (database, person, error);
  if (members == NULL || members->len > 0)
    return g_steal_pointer (&members);

  g_autoptr (GArray) all = diapason_identity_members (database, person, error);
  if (all != NULL && all->len == 0)
    g_array_append_val (all, person);
  return g_steal_pointer (&all);
}

static void
fill_text (char **field, DiapasonStatement *statement, int column)
{
  if (*field == NULL)
    *field = diapason_statement_text (statement, column);
}

/* An address is one: never the street of one record with the town of another. */
static void
fill_address (DiapasonPersonRecord *person, DiapasonStatement *select, int column)
{
  if (person->street != NULL || person->postcode != NULL || person->city != NULL ||
      person->country != NULL)
    return;
  fill_text (&person->street, select, column);
  fill_text (&person->postcode, select, column + 1);
  fill_text (&person->city, select, column + 2);
  fill_text (&person->country, select, column + 3);
}

#define CUSTOMER_ORIGIN 10
#define HAS_FACTS       (CUSTOMER_ORIGIN + DIAPASON_N_ORIGIN_COLUMNS)

static void
fill_person (DiapasonPersonRecord *person, DiapasonStatement *select)
{
  fill_text (&person->name, select, 0);
  fill_text (&person->birth_date, select, 1);
  fill_text (&person->language, select, 2);
  if (person->value == NULL)
    person->value_from = person->members->len - 1;
  fill_text (&person->value, select, 3);
  fill_text (&person->household, select, 4);
  if (person->origin.source == NULL)
    diapason_statement_origin (select, CUSTOMER_ORIGIN, &person->origin);
  if (person->since == 0)
    {
      person->since = sqlite3_column_int64 (select, 5);
      person->since_from = person->members->len - 1;
    }
  fill_address (person, select, 6);
}

static gboolean
read_member (DiapasonDatabase *database,
             DiapasonPersonRecord *person,
             gint64 customer,
             GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT c.name, c.birth_date, c.language, c.value, c.household, c.since, c.street, "
      "  c.postcode, c.city, c.country, " DIAPASON_ORIGIN_COLUMNS ", "
      "  EXISTS (SELECT 1 FROM customer_fact WHERE customer = r.id) "
      "FROM record r JOIN source s ON s.id = r.source LEFT JOIN customer c ON c.id = r.id "
      "WHERE r.id = ?",
      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", customer);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  DiapasonMemberRecord *member = diapason_member_record_new ();
  member->customer = customer;
  member->name = diapason_statement_text (select, 0);
  diapason_statement_origin (select, CUSTOMER_ORIGIN, &member->origin);
  g_ptr_array_add (person->members, member);
  fill_person (person, select);
  return !sqlite3_column_int (select, HAS_FACTS) ||
         diapason_facts_read (database, person, customer, error);
}

static gboolean
read_contact_points (DiapasonDatabase *database,
                     DiapasonPersonRecord *person,
                     gint64 customer,
                     GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT p.id, p.kind, p.value, p.preferred, " DIAPASON_ORIGIN_COLUMNS " "
      "FROM contact_point p JOIN record r ON r.id = p.id JOIN source s ON s.id = r.source "
      "WHERE p.customer = ? ORDER BY p.id",
      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", customer);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return TRUE;
      DiapasonContactPointRecord *point = diapason_contact_point_record_new ();
      point->id = sqlite3_column_int64 (select, 0);
      point->kind = diapason_statement_text (select, 1);
      point->value = diapason_statement_text (select, 2);
      point->preferred = sqlite3_column_int (select, 3);
      diapason_statement_origin (select, 4, &point->origin);
      g_ptr_array_add (person->contact_points, point);
    }
  return FALSE;
}

static gboolean
read_contracts (DiapasonDatabase *database,
                DiapasonPersonRecord *person,
                gint64 customer,
                GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT k.id, k.number, k.product, k.status, k.begins, k.ends, k.amount, "
      "  k.amount IS NOT NULL, k.currency, " DIAPASON_ORIGIN_COLUMNS " "
      "FROM contract k JOIN record r ON r.id = k.id JOIN source s ON s.id = r.source "
      "WHERE k.customer = ?",
      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", customer);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return TRUE;
      DiapasonContractRecord *contract = diapason_contract_record_new ();
      contract->id = sqlite3_column_int64 (select, 0);
      contract->number = diapason_statement_text (select, 1);
      contract->product = diapason_statement_text (select, 2);
      contract->status = diapason_statement_text (select, 3);
      contract->begins = sqlite3_column_int64 (select, 4);
      contract->ends = sqlite3_column_int64 (select, 5);
      contract->amount = sqlite3_column_int64 (select, 6);
      contract->has_amount = sqlite3_column_int (select, 7);
      contract->currency = diapason_statement_text (select, 8);
      diapason_statement_origin (select, 9, &contract->origin);
      g_ptr_array_add (person->contracts, contract);
    }
  return FALSE;
}

static gboolean
read_relations (DiapasonDatabase *database,
                DiapasonPersonRecord *person,
                gint64 customer,
                GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT iif (c.id IS NULL, 0, coalesce (m.person, c.id)), c.name, "
      "  l.kind, " DIAPASON_ORIGIN_COLUMNS " "
      "FROM relation l JOIN record r ON r.id = l.id JOIN source s ON s.id = r.source "
      "LEFT JOIN customer c ON c.id = l.other LEFT JOIN person_member m ON m.customer = l.other "
      "WHERE l.customer = ? ORDER BY l.id",
      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", customer);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return TRUE;
      DiapasonRelationRecord *relation = diapason_relation_record_new ();
      relation->person = sqlite3_column_int64 (select, 0);
      relation->name = diapason_statement_text (select, 1);
      relation->kind = diapason_statement_text (select, 2);
      diapason_statement_origin (select, 3, &relation->origin);
      g_ptr_array_add (person->relations, relation);
    }
  return FALSE;
}

static DiapasonMemberRecord *
find_member (DiapasonPersonRecord *person, gint64 customer)
{
  for (guint i = 0; i < person->members->len; i++)
    {
      DiapasonMemberRecord *member = g_ptr_array_index (person->members, i);
      if (member->customer == customer)
        return member;
    }
  return NULL;
}

/* The pairs people decided about within the cluster: TRUE for the same, FALSE for different. */
static gboolean
explain_by_verdicts (DiapasonDatabase *database,
                     DiapasonPersonRecord *person,
                     DiapasonMemberRecord *member,
                     GHashTable *parted,
                     GError **error)
{
  g_autoptr (GArray) verdicts = diapason_identity_verdicts (database, member->customer, error);

  if (verdicts == NULL)
    return FALSE;
  for (guint i = 0; i < verdicts->len; i++)
    {
      DiapasonIdentityVerdict *verdict = &g_array_index (verdicts, DiapasonIdentityVerdict, i);
      gint64 other = verdict->a == member->customer ? verdict->b : verdict->a;
      if (!verdict->same)
        g_hash_table_add (parted, g_memdup2 (&other, sizeof other));
      else if (member->rule == NULL && find_member (person, other) != NULL)
        member->rule = g_strdup ("person");
    }
  return TRUE;
}

static int
strength_of (const char *rule)
{
  static const char *const rules[] = { "reference", "name+email", "name+phone", NULL };

  for (int i = 0; rules[i] != NULL; i++)
    if (g_strcmp0 (rule, rules[i]) == 0)
      return i;
  return G_MAXINT;
}

static void
replace_text (char **text, const char *by)
{
  g_clear_pointer (text, g_free);
  *text = g_strdup (by);
}

static gboolean
explain_by_rules (DiapasonDatabase *database,
                  DiapasonPersonRecord *person,
                  DiapasonMemberRecord *member,
                  GHashTable *parted,
                  GError **error)
{
  g_autoptr (GPtrArray) links = diapason_identity_links (database, member->customer, error);

  if (links == NULL)
    return FALSE;
  for (guint i = 0; i < links->len; i++)
    {
      const DiapasonIdentityLink *link = g_ptr_array_index (links, i);
      gint64 other = link->a == member->customer ? link->b : link->a;
      if (g_hash_table_contains (parted, &other) || find_member (person, other) == NULL ||
          strength_of (link->rule) >= strength_of (member->rule))
        continue;
      replace_text (&member->rule, link->rule);
      replace_text (&member->evidence, link->evidence);
    }
  return TRUE;
}

/* Why each record but the first is in there: somebody's verdict, else the strongest rule. */
static gboolean
explain_members (DiapasonDatabase *database, DiapasonPersonRecord *person, GError **error)
{
  for (guint i = 1; i < person->members->len; i++)
    {
      DiapasonMemberRecord *member = g_ptr_array_index (person->members, i);
      g_autoptr (GHashTable) parted =
          g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      if (!explain_by_verdicts (database, person, member, parted, error))
        return FALSE;
      if (member->rule == NULL && !explain_by_rules (database, person, member, parted, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_contact_points (gconstpointer a, gconstpointer b)
{
  const DiapasonContactPointRecord *x = *(DiapasonContactPointRecord *const *) a;
  const DiapasonContactPointRecord *y = *(DiapasonContactPointRecord *const *) b;

  if (x->preferred != y->preferred)
    return x->preferred ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

static int
compare_contracts (gconstpointer a, gconstpointer b)
{
  const DiapasonContractRecord *x = *(DiapasonContractRecord *const *) a;
  const DiapasonContractRecord *y = *(DiapasonContractRecord *const *) b;

  if (x->begins != y->begins)
    return x->begins > y->begins ? -1 : 1;
  return (x->id < y->id) - (x->id > y->id);
}

static gboolean
read_all (DiapasonDatabase *database, DiapasonPersonRecord *person, GArray *members, GError **error)
{
  for (guint i = 0; i < members->len; i++)
    {
      gint64 customer = g_array_index (members, gint64, i);
      if (!read_member (database, person, customer, error) ||
          !read_contact_points (database, person, customer, error) ||
          !read_contracts (database, person, customer, error) ||
          !read_relations (database, person, customer, error))
        return FALSE;
    }
  g_ptr_array_sort (person->contact_points, compare_contact_points);
  g_ptr_array_sort (person->contracts, compare_contracts);
  diapason_facts_sort (person);
  for (guint i = 0; i < person->members->len; i++)
    if (!diapason_identity_read_parted (database, person, g_ptr_array_index (person->members, i),
                                        error))
      return FALSE;
  return explain_members (database, person, error);
}

DiapasonPersonRecord *
diapason_person_read (DiapasonDatabase *database, gint64 id, GError **error)
{
  g_autoptr (DiapasonPersonRecord) person = diapason_person_record_new ();

  if (!diapason_person_resolve (database, id, &person->id, error))
    return NULL;
  if (person->id == 0)
    {
      g_set_error_literal (
          error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_MISSING,
          _("This customer is not here any more: their source has taken them back. "
            "Look for them again."));
      return NULL;
    }
  g_autoptr (GArray) members = find_members (database, person->id, error);
  if (members == NULL || !read_all (database, person, members, error))
    return NULL;
  return g_steal_pointer (&person);
}

/* The first name of a record of person ?1 that is @so. */
#define NAME_OF(so)                                                                                \
  "(SELECT c.name FROM person_member m CROSS JOIN record r ON r.id = m.customer "                  \
  "CROSS JOIN customer c ON c.id = m.customer WHERE m.person = ?1 AND " so                         \
  " ORDER BY m.customer LIMIT 1)"

gboolean
diapason_person_name (DiapasonDatabase *database, gint64 person, char **out_name, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      /* In the order of diapason_person_read(). */
      "SELECT coalesce (" NAME_OF ("NOT r.deleted AND c.family_name IS NOT NULL") ", " NAME_OF (
          "NOT r.deleted AND c.name IS NOT NULL") ", " NAME_OF ("c.name IS NOT NULL") ", "
                                                                                      "(SELECT "
                                                                                      "name FROM "
                                                                                      "customer "
                                                                                      "WHERE id = "
                                                                                      "?1))",
      error);
  gboolean row;

  *out_name = NULL;
  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", person);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  if (row)
    *out_name = diapason_statement_text (select, 0);
  return TRUE;
}

gint64
diapason_person_by_remote (DiapasonDatabase *database,
                           const char *source,
                           const char *remote_id,
                           GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT r.id FROM source s JOIN record r ON r.source = s.id AND r.entity = ?1 "
      "AND r.remote_id = ?3 WHERE s.name = ?2",
      error);
  gint64 customer;
  gint64 person;

  if (select == NULL)
    return 0;
  diapason_statement_bind (select, "iss", (gint64) DIAPASON_ENTITY_CUSTOMER, source, remote_id);
  if (!diapason_statement_integer (database, select, 0, &customer, error) || customer == 0 ||
      !diapason_person_resolve (database, customer, &person, error))
    return 0;
  return person;
}
