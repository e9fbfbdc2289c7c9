/* company-crm.c: see company-crm.h. */
#include "company-crm.h"

#include "company-facts.h"

#include <string.h>

#define POINT    DIAPASON_COMPANY_CONTACT_POINT
#define CUSTOMER DIAPASON_COMPANY_CUSTOMER
#define CONTRACT DIAPASON_COMPANY_CONTRACT
#define RELATION DIAPASON_COMPANY_RELATION

/* When the CRM last wrote a row of somebody who came on day @since. One in eight rows was last
 * written by the move from the old system and carries the very same instant: what a page's end must
 * cope with. */
static gint64
draw_change (DiapasonCompany *company, int since, DiapasonCompanyRandom *random)
{
  gint64 until = company->order.until;
  gint64 moved =
      (until / DIAPASON_COMPANY_DAY - 400) * DIAPASON_COMPANY_DAY + 2 * DIAPASON_COMPANY_HOUR;
  gint64 low = MAX (since * DIAPASON_COMPANY_DAY, moved);

  if (diapason_company_chance (random, 125) && since * DIAPASON_COMPANY_DAY < moved)
    return moved;
  return diapason_company_between (random, MIN (low, until), until);
}

static void
write_customer (DiapasonCompany *company,
                const DiapasonCompanyHousehold *household,
                const DiapasonCompanyPerson *person,
                DiapasonCompanyRandom *random)
{
  static const char *const values[] = { "high", "standard", NULL };
  static const guint8 weights[] = { 12, 70, 18 };
  DiapasonCompanyFile *file = company->file;
  const char *value = values[diapason_company_weighted (random, weights, 3)];
  int revision = 1 + (int) diapason_company_below (random, 6);
  gint64 changed = draw_change (company, person->since, random);
  DiapasonCompanyDate birth = "", since;
  char id[16], agency[12];

  diapason_company_customer_id (person->number, id);
  diapason_company_agency_id (household->agency, agency);
  diapason_company_date (person->since, since);
  if (person->birth != DIAPASON_COMPANY_NO_BIRTH)
    diapason_company_date (person->birth, birth);
  diapason_company_file_text (file, CUSTOMER, id);
  diapason_company_file_text (file, CUSTOMER, person->given);
  diapason_company_file_text (file, CUSTOMER, person->family);
  diapason_company_file_text (file, CUSTOMER, birth[0] != '\0' ? birth : NULL);
  diapason_company_file_text (file, CUSTOMER, diapason_company_language_code (person->language));
  diapason_company_file_text (file, CUSTOMER, household->street);
  diapason_company_file_text (file, CUSTOMER, household->postcode);
  diapason_company_file_text (file, CUSTOMER, household->city);
  diapason_company_file_text (file, CUSTOMER, diapason_company_country_code (household->country));
  diapason_company_file_text (file, CUSTOMER, since);
  diapason_company_file_text (file, CUSTOMER, value);
  diapason_company_file_text (file, CUSTOMER, household->word[0] != '\0' ? household->word : NULL);
  diapason_company_file_text (file, CUSTOMER, agency);
  diapason_company_file_put (file, CUSTOMER, revision, changed, FALSE);
}

/* The points of one customer while they are written. */
typedef struct
{
  DiapasonCompany *company;
  const DiapasonCompanyPerson *person;
  DiapasonCompanyRandom *random;
  guint n;
} Points;

static void
write_point (Points *points, const char *kind, const char *value, gboolean deleted)
{
  DiapasonCompanyFile *file = points->company->file;
  gint64 changed = draw_change (points->company, points->person->since, points->random);
  gboolean preferred = points->n == 0;
  char id[24], customer[16];

  g_snprintf (id, sizeof id, "P%07u-%u", points->person->number, ++points->n);
  diapason_company_customer_id (points->person->number, customer);
  diapason_company_file_text (file, POINT, id);
  diapason_company_file_text (file, POINT, customer);
  diapason_company_file_text (file, POINT, kind);
  diapason_company_file_text (file, POINT, value);
  diapason_company_file_int (file, POINT, preferred);
  diapason_company_file_put (file, POINT, 1, changed, deleted);
}

static void
write_number (Points *points, DiapasonCompanyCountry country, const char *kind, const char *number)
{
  char text[32];

  if (number[0] == '\0')
    return;
  diapason_company_write_number (points->random, country, number, text);
  write_point (points, kind, text, FALSE);
}

/* Some are written down twice, with another hand; some are taken back. */
static void
write_points (DiapasonCompany *company,
              const DiapasonCompanyHousehold *household,
              const DiapasonCompanyPerson *person,
              DiapasonCompanyRandom *random)
{
  Points points = { company, person, random, 0 };
  g_autofree char *old = g_strdup_printf ("old.%s", person->email);

  if (person->email[0] != '\0' && diapason_company_chance (random, 400))
    {
      write_point (&points, "email", person->email, FALSE);
      write_number (&points, household->country, "mobile", person->mobile);
    }
  else
    {
      write_number (&points, household->country, "mobile", person->mobile);
      if (person->email[0] != '\0')
        write_point (&points, "email", person->email, FALSE);
    }
  write_number (&points, household->country, "phone", person->landline);
  if (points.n < 4 && diapason_company_chance (random, 50))
    write_number (&points, household->country, "phone", person->mobile);
  if (points.n < 4 && points.n > 0 && person->email[0] != '\0' &&
      diapason_company_chance (random, 30))
    write_point (&points, "email", old, TRUE);
}

static const char *
relation_of (DiapasonCompanyRole to, DiapasonCompanyRole other)
{
  gboolean to_child = to == DIAPASON_COMPANY_CHILD, other_child = other == DIAPASON_COMPANY_CHILD;

  if (to == DIAPASON_COMPANY_SIBLING || other == DIAPASON_COMPANY_SIBLING ||
      (to_child && other_child))
    return "sibling";
  if (to_child || other_child)
    return to_child ? "parent" : "child";
  return "partner";
}

static void
write_relation (DiapasonCompany *company,
                const DiapasonCompanyPerson *person,
                const DiapasonCompanyPerson *other,
                DiapasonCompanyRandom *random)
{
  DiapasonCompanyFile *file = company->file;
  gint64 changed = draw_change (company, MAX (person->since, other->since), random);
  char id[24], customer[16], other_id[16];

  g_snprintf (id, sizeof id, "L%07u-%07u", person->number, other->number);
  diapason_company_customer_id (person->number, customer);
  diapason_company_customer_id (other->number, other_id);
  diapason_company_file_text (file, RELATION, id);
  diapason_company_file_text (file, RELATION, customer);
  diapason_company_file_text (file, RELATION, other_id);
  diapason_company_file_text (file, RELATION, relation_of (person->role, other->role));
  diapason_company_file_put (file, RELATION, 1, changed, FALSE);
}

static const DiapasonCompanyPlan *
draw_plan (DiapasonCompanyLanguage language,
           DiapasonCompanyShelf shelf,
           DiapasonCompanyRandom *random)
{
  const DiapasonCompanyPlan *plans = diapason_company_words (language)->plans;
  guint n = 0, nth;

  for (guint i = 0; plans[i].name != NULL; i++)
    n += plans[i].shelf == shelf;
  nth = diapason_company_below (random, n);
  while (plans->shelf != shelf || nth-- > 0)
    plans++;
  return plans;
}

/* The number a contract has everywhere: short, and without order to look at. */
static void
contract_number (guint customer, guint nth, char number[16])
{
  guint scattered = (guint) (((guint64) customer * 4 + nth) * 7654321 % 10000000);

  g_snprintf (number, 16, "%02u-%05u", scattered / 100000, scattered % 100000);
}

typedef struct
{
  const char *status;
  int begins;
  int ends; /* 0: does not */
} Term;

static Term
draw_term (DiapasonCompany *company,
           const DiapasonCompanyPerson *person,
           DiapasonCompanyRandom *random)
{
  Term term = { .status = "active" };

  term.begins = (int) diapason_company_between (random, person->since,
                                                MAX (person->since, company->last_day - 20));
  if (diapason_company_chance (random, 100) && term.begins < company->last_day - 60)
    {
      term.status = "ended";
      term.ends = (int) diapason_company_between (random, term.begins + 30, company->last_day);
    }
  else if (diapason_company_chance (random, 30))
    term.status = "suspended";
  return term;
}

static void
write_contract (DiapasonCompany *company,
                const DiapasonCompanyHousehold *household,
                DiapasonCompanyPerson *person,
                DiapasonCompanyShelf shelf,
                guint nth,
                DiapasonCompanyRandom *random)
{
  DiapasonCompanyFile *file = company->file;
  const DiapasonCompanyPlan *plan =
      draw_plan (diapason_company_country_language (household->country), shelf, random);
  gint64 amount = diapason_company_between (random, plan->low, plan->high);
  Term term = draw_term (company, person, random);
  gboolean deleted = diapason_company_chance (random, 3);
  gint64 changed = draw_change (company, MAX (term.begins, term.ends), random);
  DiapasonCompanyDate begins, ends = "";
  char id[24], customer[16], number[16];

  contract_number (person->number, nth, number);
  if (term.ends == 0 && !deleted)
    memcpy (person->contracts[shelf], number, sizeof number);
  g_snprintf (id, sizeof id, "K%07u-%u", person->number, nth);
  diapason_company_customer_id (person->number, customer);
  diapason_company_date (term.begins, begins);
  if (term.ends != 0)
    diapason_company_date (term.ends, ends);
  diapason_company_file_text (file, CONTRACT, id);
  diapason_company_file_text (file, CONTRACT, customer);
  diapason_company_file_text (file, CONTRACT, number);
  diapason_company_file_text (file, CONTRACT, plan->name);
  diapason_company_file_text (file, CONTRACT, term.status);
  diapason_company_file_text (file, CONTRACT, begins);
  diapason_company_file_text (file, CONTRACT, ends[0] != '\0' ? ends : NULL);
  diapason_company_file_int (file, CONTRACT, amount);
  diapason_company_file_text (file, CONTRACT, diapason_company_currency (household->country));
  diapason_company_file_put (file, CONTRACT, term.ends != 0 ? 2 : 1, changed, deleted);
}

/* None to three, each from another shelf. */
static void
write_contracts (DiapasonCompany *company,
                 const DiapasonCompanyHousehold *household,
                 DiapasonCompanyPerson *person,
                 DiapasonCompanyRandom *random)
{
  static const guint8 counts[] = { 14, 46, 28, 12 };
  guint8 shelves[DIAPASON_COMPANY_N_SHELVES] = { 0, 58, 26, 16 };
  guint n = diapason_company_weighted (random, counts, G_N_ELEMENTS (counts));

  for (guint i = 1; i <= n; i++)
    {
      guint shelf = diapason_company_weighted (random, shelves, G_N_ELEMENTS (shelves));

      write_contract (company, household, person, shelf, i, random);
      shelves[shelf] = 0;
    }
}

void
diapason_company_write_household (DiapasonCompany *company,
                                  DiapasonCompanyHousehold *household,
                                  DiapasonCompanyRandom *random)
{
  for (guint i = 0; i < household->n; i++)
    {
      write_customer (company, household, &household->people[i], random);
      write_points (company, household, &household->people[i], random);
      write_contracts (company, household, &household->people[i], random);
      diapason_company_write_facts (company, household, &household->people[i]);
    }
  for (guint i = 0; i < household->n; i++)
    for (guint j = 0; j < household->n; j++)
      if (i != j)
        write_relation (company, &household->people[i], &household->people[j], random);
}
