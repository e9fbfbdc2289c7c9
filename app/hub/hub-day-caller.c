/* hub-day-caller.c: who calls or writes, read from the file: a row of the contact platform, with
 * what the CRM knows where the row is tied to it. See hub-day-private.h. */
#include "hub-day-private.h"

#include <string.h>

DiapasonCompanyLanguage
diapason_hub_day_language (const char *code)
{
  for (int i = 0; code != NULL && i < DIAPASON_COMPANY_N_LANGUAGES; i++)
    if (g_str_equal (diapason_company_language_code (i), code))
      return i;
  return DIAPASON_COMPANY_FRENCH;
}

static DiapasonCompanyCountry
find_country (const char *code)
{
  for (int i = 0; code != NULL && i < DIAPASON_COMPANY_N_COUNTRIES; i++)
    if (g_str_equal (diapason_company_country_code (i), code))
      return i;
  return DIAPASON_COMPANY_FRANCE;
}

DiapasonCompanyCountry
diapason_hub_day_country (DiapasonCompanyLanguage language)
{
  int i = 0;

  while (i < DIAPASON_COMPANY_N_COUNTRIES - 1 && diapason_company_country_language (i) != language)
    i++;
  return i;
}

/* The number in 'A12', if there is such an agency, or the first one of @country. */
static guint
find_agency (const char *unit, DiapasonCompanyCountry country)
{
  guint64 number = 0;
  guint first = 0;

  if (unit != NULL && unit[0] == 'A' &&
      g_ascii_string_to_unsigned (unit + 1, 10, 10, 9 + diapason_company_n_agencies, &number, NULL))
    return (guint) number - 10;
  while (first < diapason_company_n_agencies - 1 &&
         diapason_company_agencies[first].country != country)
    first++;
  return first;
}

/* The file tells nobody's gender, but the company's words have names for women. */
gboolean
diapason_hub_day_is_womans (const char *given)
{
  for (int i = 0; i < DIAPASON_COMPANY_N_LANGUAGES; i++)
    if (g_strv_contains (diapason_company_words (i)->women, given))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_capitals (const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word))
    if (g_unichar_islower (g_utf8_get_char (word)))
      return FALSE;
  return TRUE;
}

/* The platform has "Anne Petit", "PETIT Anne" or "Anne PETIT"; who has one word has no given name
 * to be called by. */
static void
take_name (DiapasonCompanyPerson *person, const char *name)
{
  const char *space = strchr (name, ' ');
  g_autofree char *first = space != NULL ? g_strndup (name, (gsize) (space - name)) : NULL;

  if (first == NULL)
    g_strlcpy (person->family, name, sizeof person->family);
  else if (is_in_capitals (first))
    {
      g_strlcpy (person->given, strrchr (name, ' ') + 1, sizeof person->given);
      g_strlcpy (person->family, first, sizeof person->family);
    }
  else
    {
      g_strlcpy (person->given, first, sizeof person->given);
      g_strlcpy (person->family, space + 1, sizeof person->family);
    }
}

/* From which shelf a contract's product is, by its name in any language. */
static void
take_contract (DiapasonCompanyPerson *person, const char *number, const char *product)
{
  for (int i = 0; i < DIAPASON_COMPANY_N_LANGUAGES; i++)
    for (const DiapasonCompanyPlan *plan = diapason_company_words (i)->plans; plan->name != NULL;
         plan++)
      if (g_str_equal (plan->name, product))
        {
          g_strlcpy (person->contracts[plan->shelf], number, sizeof person->contracts[plan->shelf]);
          return;
        }
}

static void
read_contracts (DiapasonHubDay *day, DiapasonHubDayCaller *self)
{
  sqlite3_stmt *rows = diapason_hub_database_ask (day->database,
                                                  "SELECT number, product FROM contract WHERE"
                                                  " customer = ?1 AND status = 'active' AND"
                                                  " NOT deleted",
                                                  "s", self->customer);

  while (diapason_hub_database_next (day->database, rows))
    take_contract (&self->person, diapason_hub_column_text (rows, 0),
                   diapason_hub_column_text (rows, 1));
}

static void
read_customer (DiapasonHubDay *day, DiapasonHubDayCaller *self)
{
  sqlite3_stmt *rows = diapason_hub_database_ask (
      day->database,
      "SELECT given_name, family_name, coalesce (street, ''), coalesce (city, ''), country,"
      " language, unit FROM customer WHERE id = ?1",
      "s", self->customer);
  DiapasonCompanyPerson *person = &self->person;

  if (!diapason_hub_database_next (day->database, rows))
    return;
  g_strlcpy (person->given, diapason_hub_column_text (rows, 0), sizeof person->given);
  g_strlcpy (person->family, diapason_hub_column_text (rows, 1), sizeof person->family);
  self->street = g_strdup (diapason_hub_column_text (rows, 2));
  self->city = g_strdup (diapason_hub_column_text (rows, 3));
  self->caller.country = find_country (diapason_hub_column_text (rows, 4));
  person->language = diapason_hub_day_language (diapason_hub_column_text (rows, 5));
  self->caller.agency = find_agency (diapason_hub_column_text (rows, 6), self->caller.country);
  sqlite3_reset (rows);
  read_contracts (day, self);
}

/* @row: id, customer, name, phone, email, language */
static void
read_contact (DiapasonHubDayCaller *self, sqlite3_stmt *row)
{
  const char *customer = diapason_hub_column_text (row, 1);
  const char *name = diapason_hub_column_text (row, 2);
  const char *phone = diapason_hub_column_text (row, 3);
  const char *email = diapason_hub_column_text (row, 4);
  DiapasonCompanyPerson *person = &self->person;

  g_strlcpy (self->contact, diapason_hub_column_text (row, 0), sizeof self->contact);
  g_strlcpy (self->customer, customer != NULL ? customer : "", sizeof self->customer);
  g_strlcpy (person->mobile, phone != NULL ? phone : "", sizeof person->mobile);
  g_strlcpy (person->email, email != NULL ? email : "", sizeof person->email);
  person->language = diapason_hub_day_language (diapason_hub_column_text (row, 5));
  take_name (person, name != NULL ? name : phone != NULL ? phone : "");
  if (name == NULL)
    self->caller.tie = DIAPASON_COMPANY_STRANGER;
}

/* Everybody keeps their hand, whatever day it is. */
static guint8
manner_of (const char *contact)
{
  guint hash = g_str_hash (contact) * 2654435761u >> 16;

  return (hash % 100 < 35 ? DIAPASON_COMPANY_WRITES_LOWER : 0) |
         (hash / 100 % 100 < 40 ? DIAPASON_COMPANY_WRITES_BARE : 0) |
         (hash / 10000 % 5 == 0 ? DIAPASON_COMPANY_WRITES_SHORT : 0);
}

static DiapasonHubDayCaller *
load (DiapasonHubDay *day, sqlite3_stmt *row)
{
  DiapasonHubDayCaller *self;

  if (!diapason_hub_database_next (day->database, row))
    return NULL;
  self = g_new0 (DiapasonHubDayCaller, 1);
  diapason_company_random_init (&self->random, diapason_company_random_next (&day->random),
                                DIAPASON_COMPANY_DOMAIN_DAY, 0);
  self->person.birth = DIAPASON_COMPANY_NO_BIRTH;
  read_contact (self, row);
  sqlite3_reset (row);
  self->caller.country = diapason_hub_day_country (self->person.language);
  self->caller.agency = find_agency (NULL, self->caller.country);
  if (self->customer[0] != '\0')
    read_customer (day, self);
  self->person.female = diapason_hub_day_is_womans (self->person.given);
  self->person.manner = manner_of (self->contact);
  self->caller.company = &day->company;
  self->caller.person = &self->person;
  self->caller.street = self->street != NULL ? self->street : "";
  self->caller.city = self->city != NULL ? self->city : "";
  return self;
}

#define COLUMNS "SELECT id, crm_customer, display_name, phone, email, language FROM contact "

DiapasonHubDayCaller *
diapason_hub_day_caller_load (DiapasonHubDay *day, const char *contact)
{
  return load (day,
               diapason_hub_database_ask (day->database, COLUMNS "WHERE id = ?1", "s", contact));
}

/* Who is known by a number only does not write. */
static gboolean
can_use (DiapasonHubDayCaller *caller, DiapasonCompanyChannel channel)
{
  return diapason_company_caller_has (&caller->caller, channel) &&
         (channel == DIAPASON_COMPANY_CALL || caller->caller.tie != DIAPASON_COMPANY_STRANGER);
}

gboolean
diapason_hub_day_is_here_already (DiapasonHubDay *day, const DiapasonHubDayCaller *caller)
{
  return diapason_hub_database_number (day->database,
                                       "SELECT count (*) FROM interaction WHERE contact = ?1 AND"
                                       " began_at > ?2 AND state <> 'closed'",
                                       "si", caller->contact,
                                       day->now - 30 * DIAPASON_COMPANY_DAY) > 0;
}

static DiapasonHubDayCaller *
load_after (DiapasonHubDay *day, const char *id)
{
  return load (day, diapason_hub_database_ask (day->database,
                                               COLUMNS
                                               "WHERE id >= ?1 AND NOT deleted ORDER BY id LIMIT 1",
                                               "s", id));
}

/* The ids are scattered evenly, so the next one after any six signs is anybody's. */
DiapasonHubDayCaller *
diapason_hub_day_caller_find (DiapasonHubDay *day, DiapasonCompanyChannel channel)
{
  static const char signs[] = "0123456789abcdefghijklmnopqrstuvwxyz";
  char after[] = "ct_000000";
  DiapasonHubDayCaller *self;

  for (int i = 3; after[i] != '\0'; i++)
    after[i] = signs[diapason_company_below (&day->random, sizeof signs - 1)];
  self = load_after (day, after);
  if (self == NULL)
    self = load_after (day, "");
  if (self != NULL && can_use (self, channel) && !diapason_hub_day_is_here_already (day, self))
    return self;
  diapason_hub_day_caller_free (self);
  return NULL;
}

void
diapason_hub_day_caller_free (DiapasonHubDayCaller *self)
{
  if (self == NULL)
    return;
  g_free (self->street);
  g_free (self->city);
  g_free (self);
}
