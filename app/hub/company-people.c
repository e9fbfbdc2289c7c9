/* company-people.c: who the customers are. company-crm.c writes them down. */
#include "company-people.h"

#include "company-crm.h"
#include "company-speech.h"

#include <string.h>

void
diapason_company_customer_id (guint number, char id[16])
{
  g_snprintf (id, 16, "C%07u", number);
}

static guint
draw_agency (DiapasonCompany *company, DiapasonCompanyRandom *random)
{
  guint sum = 0, drawn, i = 0;

  for (guint j = 0; j < company->staff->n_agencies; j++)
    sum += diapason_company_agencies[j].weight;
  drawn = diapason_company_below (random, sum);
  while (drawn >= diapason_company_agencies[i].weight)
    drawn -= diapason_company_agencies[i++].weight;
  return i;
}

static void
draw_address (DiapasonCompanyHousehold *household, DiapasonCompanyRandom *random)
{
  const DiapasonCompanyAgency *agency = &diapason_company_agencies[household->agency];
  DiapasonCompanyLanguage language = diapason_company_country_language (agency->country);
  const char *street = diapason_company_pick (random, diapason_company_words (language)->streets);
  guint town = diapason_company_chance (random, 550) ? 0 : diapason_company_below (random, 5);
  guint number =
      1 + diapason_company_below (random, diapason_company_chance (random, 800) ? 60 : 220);

  household->city = agency->towns[town].name;
  diapason_company_fill (random, agency->towns[town].postcode, household->postcode,
                         sizeof household->postcode);
  if (agency->country == DIAPASON_COMPANY_ITALY)
    g_snprintf (household->street, sizeof household->street, "%s %u", street, number);
  else if (agency->country == DIAPASON_COMPANY_FRANCE && diapason_company_chance (random, 60))
    g_snprintf (household->street, sizeof household->street, "%u bis, %s", number, street);
  else if (agency->country == DIAPASON_COMPANY_FRANCE)
    g_snprintf (household->street, sizeof household->street, "%u, %s", number, street);
  else if (diapason_company_chance (random, 120))
    g_snprintf (household->street, sizeof household->street, "Flat %u, %u %s", 1 + number % 12,
                number, street);
  else
    g_snprintf (household->street, sizeof household->street, "%u %s", number, street);
}

/* Some spoke another of our languages before they moved there. */
static DiapasonCompanyLanguage
draw_language (DiapasonCompanyCountry country, DiapasonCompanyRandom *random)
{
  if (diapason_company_chance (random, 25))
    return diapason_company_below (random, DIAPASON_COMPANY_N_LANGUAGES);
  return diapason_company_country_language (country);
}

static void
draw_family (DiapasonCompanyPerson *person, DiapasonCompanyRandom *random)
{
  const DiapasonCompanyWords *words = diapason_company_words (person->language);
  const char *family, *second;

  if (diapason_company_chance (random, 6))
    {
      family = diapason_company_pick (random, words->long_families);
      g_snprintf (person->family, sizeof person->family, "%s", family);
      return;
    }
  family = diapason_company_pick (random, words->families);
  second = diapason_company_pick (random, words->families);
  if (diapason_company_chance (random, 25) && strcmp (family, second) != 0)
    g_snprintf (person->family, sizeof person->family,
                person->language == DIAPASON_COMPANY_ITALIAN ? "%s %s" : "%s-%s", family, second);
  else
    g_snprintf (person->family, sizeof person->family, "%s", family);
}

static void
draw_given (DiapasonCompanyPerson *person, DiapasonCompanyRandom *random)
{
  const DiapasonCompanyWords *words = diapason_company_words (person->language);
  const char *given = diapason_company_pick (random, person->female ? words->women : words->men);

  g_snprintf (person->given, sizeof person->given, "%s", given);
}

static void
draw_manner (DiapasonCompanyPerson *person, DiapasonCompanyRandom *random)
{
  if (diapason_company_chance (random, 350))
    person->manner |= DIAPASON_COMPANY_WRITES_LOWER;
  if (diapason_company_chance (random, 400))
    person->manner |= DIAPASON_COMPANY_WRITES_BARE;
  if (diapason_company_chance (random, 200))
    person->manner |= DIAPASON_COMPANY_WRITES_SHORT;
}

/* Only names that are kept free of persons. @mark tells homonyms apart. */
static void
draw_email (DiapasonCompanyPerson *person, guint mark, DiapasonCompanyRandom *random)
{
  static const char *const hosts[] = {
    "example.com",      "example.com", "example.org",      "example.org",
    "example.net",      "example.net", "mail.example.com", "posta.example.org",
    "courriel.example", "boite.test",  "casella.test",
  };
  const char *host = hosts[diapason_company_below (random, G_N_ELEMENTS (hosts))];
  g_autofree char *given = diapason_company_fold (person->given);
  g_autofree char *family = diapason_company_fold (person->family);
  guint form = given[0] == '\0' ? 3 : diapason_company_below (random, 4);

  family[MIN (strlen (family), 40)] = '\0';
  if (form == 0)
    g_snprintf (person->email, sizeof person->email, "%s.%s%u@%s", given, family, mark, host);
  else if (form == 1)
    g_snprintf (person->email, sizeof person->email, "%c.%s%u@%s", given[0], family, mark, host);
  else if (form == 2)
    g_snprintf (person->email, sizeof person->email, "%s%s.%u@%s", family, given, mark, host);
  else
    g_snprintf (person->email, sizeof person->email, "%s%u@%s", family, mark, host);
}

/* The ranges kept for fiction are small: each number is given to three strangers at most, then
 * nobody gets one of that range any more. */
static void
take_number (const char *prefix, guint *rank, DiapasonCompanyNumber number)
{
  if (*rank / 3 < diapason_company_numbers_after (prefix))
    diapason_company_number (prefix, (*rank)++, number);
}

static void
take_mobile (DiapasonCompany *company, DiapasonCompanyCountry country, DiapasonCompanyNumber number)
{
  take_number (diapason_company_mobile_prefix (country), &company->mobiles[country], number);
}

/* Agencies share a prefix; the count stands at the first that has it. */
static void
take_landline (DiapasonCompany *company, guint agency, DiapasonCompanyNumber number)
{
  const char *prefix = diapason_company_agencies[agency].landline;
  guint first = 0;

  while (strcmp (diapason_company_agencies[first].landline, prefix) != 0)
    first++;
  take_number (prefix, &company->landlines[first], number);
}

static int
year_of (int day)
{
  int year;

  diapason_company_civil (day, &year, NULL, NULL);
  return year;
}

/* A birthday of somebody who is @age years old in the last year. */
static int
draw_birth (DiapasonCompany *company, DiapasonCompanyRandom *random, int age)
{
  int year = year_of (company->last_day) - age;
  int month = 1 + (int) diapason_company_below (random, 12);
  int month_day = 1 + (int) diapason_company_below (random, 28);

  return diapason_company_day (year, month, month_day);
}

static void
draw_person (DiapasonCompanyPerson *person,
             DiapasonCompanyRandom *random,
             DiapasonCompanyLanguage language)
{
  person->language = language;
  person->female = diapason_company_chance (random, 510);
  draw_given (person, random);
  draw_family (person, random);
  draw_manner (person, random);
}

void
diapason_company_person_invent (DiapasonCompany *company,
                                DiapasonCompanyRandom *random,
                                guint agency,
                                guint mark,
                                DiapasonCompanyPerson *person)
{
  DiapasonCompanyCountry country = diapason_company_agencies[agency].country;

  *person = (DiapasonCompanyPerson){ .birth = DIAPASON_COMPANY_NO_BIRTH };
  draw_person (person, random, draw_language (country, random));
  take_mobile (company, country, person->mobile);
  draw_email (person, mark, random);
}

typedef enum
{
  ALONE,
  COUPLE,
  PARENT_AND_CHILD,
  SIBLINGS,
  FAMILY,
} Kind;

/* How many live there and how they belong together; about a third of all people do not live alone.
 */
static Kind
draw_kind (DiapasonCompanyRandom *random, guint most, guint *n)
{
  static const guint8 kinds[] = { 212, 14, 5, 2, 19 };
  static const guint8 sizes[] = { 50, 36, 14 };
  Kind kind = (Kind) diapason_company_weighted (random, kinds, G_N_ELEMENTS (kinds));
  guint size = 3 + diapason_company_weighted (random, sizes, G_N_ELEMENTS (sizes));

  *n = kind == ALONE ? 1 : kind == FAMILY ? size : 2;
  *n = MIN (*n, most);
  if (*n == 1)
    return ALONE;
  return kind == FAMILY && *n == 2 ? COUPLE : kind;
}

static DiapasonCompanyRole
role_in (Kind kind, guint i)
{
  if (i == 0)
    return DIAPASON_COMPANY_HEAD;
  if (kind == SIBLINGS)
    return DIAPASON_COMPANY_SIBLING;
  if (kind == PARENT_AND_CHILD || i >= 2)
    return DIAPASON_COMPANY_CHILD;
  return DIAPASON_COMPANY_PARTNER;
}

/* The family name goes on to children, and in two countries of three to most partners. */
static void
share_name (DiapasonCompanyPerson *person,
            const DiapasonCompanyPerson *head,
            DiapasonCompanyRandom *random)
{
  gboolean child = person->role == DIAPASON_COMPANY_CHILD;
  guint often = person->role != DIAPASON_COMPANY_PARTNER       ? 920
                : person->language == DIAPASON_COMPANY_ITALIAN ? 300
                                                               : 740;

  if (diapason_company_chance (random, often))
    g_strlcpy (person->family, head->family, sizeof person->family);
  /* Fathers and sons of the same name are what identity checks stumble over. */
  if (child && person->female == head->female && diapason_company_chance (random, 160))
    {
      g_strlcpy (person->given, head->given, sizeof person->given);
      g_strlcpy (person->family, head->family, sizeof person->family);
    }
}

static int
draw_age (Kind kind, DiapasonCompanyRandom *random)
{
  gboolean with_children = kind == FAMILY || kind == PARENT_AND_CHILD;
  int low = with_children ? 42 : 19;
  int high = kind == FAMILY ? 67 : 94;

  return (int) diapason_company_between (random, low, high);
}

static int
draw_age_beside (DiapasonCompanyRole role, int head_age, DiapasonCompanyRandom *random)
{
  gboolean is_child = role == DIAPASON_COMPANY_CHILD;
  /* Drawn on its own: MAX takes its argument twice. */
  int distance = (int) (is_child ? -diapason_company_between (random, 20, 38)
                                 : diapason_company_between (random, -7, 7));

  return MAX (19, head_age + distance);
}

/* Most have been customers for years, some came during the history. */
static int
draw_since (DiapasonCompany *company, int birth_day, DiapasonCompanyRandom *random)
{
  gboolean new_customer = diapason_company_chance (random, 60);
  int low = MAX (diapason_company_day (1996, 1, 1), birth_day + 18 * 365);
  int high = company->first_day - 1;

  if (new_customer || low >= high)
    return (int) diapason_company_between (random, company->first_day, company->last_day);
  if (diapason_company_chance (random, 400))
    low = MAX (low, high - 5 * 365);
  return (int) diapason_company_between (random, low, high);
}

static void
make_head (DiapasonCompany *company,
           DiapasonCompanyHousehold *household,
           DiapasonCompanyRandom *random,
           Kind kind)
{
  DiapasonCompanyPerson *head = &household->people[0];

  draw_person (head, random, draw_language (household->country, random));
  head->birth = draw_birth (company, random, draw_age (kind, random));
}

static void
make_other (DiapasonCompany *company,
            DiapasonCompanyHousehold *household,
            DiapasonCompanyRandom *random,
            DiapasonCompanyPerson *person)
{
  DiapasonCompanyPerson *head = &household->people[0];
  int head_age = year_of (company->last_day) - year_of (head->birth);

  draw_person (person, random, head->language);
  if (person->role == DIAPASON_COMPANY_PARTNER && diapason_company_chance (random, 950))
    {
      person->female = !head->female;
      draw_given (person, random);
    }
  share_name (person, head, random);
  person->birth = draw_birth (company, random, draw_age_beside (person->role, head_age, random));
}

static void
make_person (DiapasonCompany *company,
             DiapasonCompanyHousehold *household,
             DiapasonCompanyRandom *random,
             Kind kind,
             guint i)
{
  DiapasonCompanyPerson *person = &household->people[i];

  person->role = role_in (kind, i);
  if (i == 0)
    make_head (company, household, random, kind);
  else
    make_other (company, household, random, person);
  person->since = draw_since (company, person->birth, random);
  if (diapason_company_chance (random, 840))
    take_mobile (company, household->country, person->mobile);
  if (diapason_company_chance (random, 820))
    draw_email (person, person->number % 1000, random);
}

/* One landline for the house; those who have it are who answers it. */
static void
share_landline (DiapasonCompany *company,
                DiapasonCompanyHousehold *household,
                DiapasonCompanyRandom *random)
{
  DiapasonCompanyNumber number = "";
  guint holders = 0;

  if (!diapason_company_chance (random, household->n > 1 ? 700 : 330))
    return;
  take_landline (company, household->agency, number);
  for (guint i = 0; i < household->n; i++)
    if (i == 0 || diapason_company_chance (random, 600))
      {
        memcpy (household->people[i].landline, number, sizeof number);
        holders++;
      }
  if (holders > 1)
    memcpy (household->shared, number, sizeof number);
}

/* Everybody can be reached; and some have names that are no use to look for. */
static void
finish_person (DiapasonCompanyPerson *person, DiapasonCompanyRandom *random)
{
  if (diapason_company_chance (random, 9))
    person->given[0] = '\0';
  if (person->mobile[0] == '\0' && person->landline[0] == '\0' && person->email[0] == '\0')
    draw_email (person, person->number % 1000, random);
  if (diapason_company_chance (random, 170))
    person->birth = DIAPASON_COMPANY_NO_BIRTH;
}

void
diapason_company_household_make (DiapasonCompany *company,
                                 guint first,
                                 DiapasonCompanyHousehold *household)
{
  DiapasonCompanyRandom random;
  guint most = MIN (DIAPASON_COMPANY_MOST_TOGETHER, company->order.customers - first + 1);
  Kind kind;

  memset (household, 0, sizeof *household);
  diapason_company_random_init (&random, company->order.seed, DIAPASON_COMPANY_DOMAIN_HOUSEHOLD,
                                first);
  kind = draw_kind (&random, most, &household->n);
  household->agency = draw_agency (company, &random);
  household->country = diapason_company_agencies[household->agency].country;
  draw_address (household, &random);
  if (household->n > 1)
    g_snprintf (household->word, sizeof household->word, "H%07u", first);
  for (guint i = 0; i < household->n; i++)
    {
      household->people[i].number = first + i;
      make_person (company, household, &random, kind, i);
    }
  share_landline (company, household, &random);
  for (guint i = 0; i < household->n; i++)
    finish_person (&household->people[i], &random);
  diapason_company_write_household (company, household, &random);
}
