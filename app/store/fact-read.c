/* fact-read.c: see fact-read.h. */
#include "fact-read.h"

#include "statement-read.h"

/* DIAPASON_N_CUSTOMER_FACTS where no source said what it is. */
static DiapasonCustomerFact
read_kind (DiapasonStatement *select, int column)
{
  const char *word = (const char *) sqlite3_column_text (select, column);
  guint kind = 0;

  while (kind < DIAPASON_N_CUSTOMER_FACTS &&
         g_strcmp0 (diapason_customer_fact_word ((DiapasonCustomerFact) kind), word) != 0)
    kind++;
  return (DiapasonCustomerFact) kind;
}

static void
add_fact (DiapasonPersonRecord *person, DiapasonCustomerFact kind, DiapasonStatement *select)
{
  DiapasonCustomerFactRecord *fact = diapason_customer_fact_record_new ();

  fact->id = sqlite3_column_int64 (select, 0);
  fact->kind = kind;
  fact->what = diapason_statement_text (select, 2);
  fact->words = diapason_statement_text (select, 3);
  fact->consent = sqlite3_column_int (select, 4);
  fact->consent_at = sqlite3_column_int64 (select, 5);
  fact->consent_by = diapason_statement_text (select, 6);
  fact->maker = diapason_statement_text (select, 7);
  fact->maker_name = diapason_statement_text (select, 8);
  fact->at = sqlite3_column_int64 (select, 9);
  fact->until = diapason_statement_text (select, 10);
  diapason_statement_origin (select, 11, &fact->origin);
  g_ptr_array_add (person->facts, fact);
}

gboolean
diapason_facts_read (DiapasonDatabase *database,
                     DiapasonPersonRecord *person,
                     gint64 customer,
                     GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT f.id, f.kind, f.what, f.words, f.consent IS 1, f.consent_at, f.consent_by, f.maker, "
      "  f.maker_name, f.at, f.until, " DIAPASON_ORIGIN_COLUMNS " "
      "FROM customer_fact f JOIN record r ON r.id = f.id JOIN source s ON s.id = r.source "
      "WHERE f.customer = ?",
      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", customer);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return TRUE;
      DiapasonCustomerFact kind = read_kind (select, 1);
      if (kind < DIAPASON_N_CUSTOMER_FACTS)
        add_fact (person, kind, select);
    }
  return FALSE;
}

static int
compare_facts (gconstpointer a, gconstpointer b)
{
  const DiapasonCustomerFactRecord *x = *(DiapasonCustomerFactRecord *const *) a;
  const DiapasonCustomerFactRecord *y = *(DiapasonCustomerFactRecord *const *) b;

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->at != y->at)
    return x->at > y->at ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

void
diapason_facts_sort (DiapasonPersonRecord *person)
{
  g_ptr_array_sort (person->facts, compare_facts);
}
