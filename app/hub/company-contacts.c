/* company-contacts.c: see company-contacts.h. */
#include "company-contacts.h"

#include <string.h>

#define CONTACT DIAPASON_COMPANY_CONTACT

void
diapason_company_caller_init (DiapasonCompanyCaller *caller,
                              DiapasonCompany *company,
                              const DiapasonCompanyHousehold *household,
                              guint i,
                              DiapasonCompanyContactId shared,
                              DiapasonCompanyRandom *random)
{
  static const guint8 ties[] = { 66, 25, 9 };
  const DiapasonCompanyPerson *person = &household->people[i];

  *caller = (DiapasonCompanyCaller){
    .company = company,
    .person = person,
    .country = household->country,
    .city = household->city,
    .street = household->street,
    .agency = household->agency,
    .key = person->number,
  };
  caller->tie = (DiapasonCompanyTie) diapason_company_weighted (random, ties, G_N_ELEMENTS (ties));
  caller->by_address = diapason_company_chance (random, 560);
  if (diapason_company_chance (random, 200) && household->shared[0] != '\0' &&
      person->landline[0] != '\0')
    {
      caller->shared = shared;
      caller->shared_number = household->shared;
    }
}

gboolean
diapason_company_caller_has (const DiapasonCompanyCaller *caller, DiapasonCompanyChannel channel)
{
  switch (channel)
    {
    case DIAPASON_COMPANY_EMAIL:
      return caller->person->email[0] != '\0';
    case DIAPASON_COMPANY_SMS:
      return caller->person->mobile[0] != '\0';
    case DIAPASON_COMPANY_CALL:
      return caller->person->mobile[0] != '\0' || caller->person->landline[0] != '\0';
    case DIAPASON_COMPANY_CHAT:
    case DIAPASON_COMPANY_N_CHANNELS:
    default:
      return TRUE;
    }
}

/* Ids that tell nothing of their order: a number scattered over all of six signs. */
static void
make_id (DiapasonCompany *company, DiapasonCompanyContactId id)
{
  static const char signs[] = "0123456789abcdefghijklmnopqrstuvwxyz";
  guint64 left =
      ++company->contacts * G_GUINT64_CONSTANT (1220703125) % G_GUINT64_CONSTANT (2176782336);

  memcpy (id, "ct_", 3);
  for (int i = 8; i >= 3; i--, left /= 36)
    id[i] = signs[left % 36];
  id[9] = '\0';
}

typedef struct
{
  const char *customer; /* each (nullable) */
  const char *name;
  const char *phone;
  const char *email;
} Row;

static void
write_contact (const DiapasonCompanyCaller *caller, const char *id, const Row *row, gint64 instant)
{
  DiapasonCompanyFile *file = caller->company->file;
  DiapasonCompanyLanguage language = caller->person->language;

  diapason_company_file_text (file, CONTACT, id);
  diapason_company_file_text (file, CONTACT, row->customer);
  diapason_company_file_text (file, CONTACT, row->name);
  diapason_company_file_text (file, CONTACT, row->phone);
  diapason_company_file_text (file, CONTACT, row->email);
  diapason_company_file_text (file, CONTACT,
                              row->name != NULL ? diapason_company_language_code (language) : NULL);
  diapason_company_file_put (file, CONTACT, 1, instant, FALSE);
}

/* In capitals, as no locale would have it otherwise. */
static char *
capitals (const char *text)
{
  GString *upper = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    g_string_append_unichar (upper, g_unichar_toupper (g_utf8_get_char (text)));
  return g_string_free (upper, FALSE);
}

/* The platform's hand: names as on a form, addresses as typed in a hurry, numbers with a plus. */
static char *
platform_name (const DiapasonCompanyPerson *person, gboolean loose)
{
  g_autofree char *upper = NULL;

  if (person->given[0] == '\0')
    return g_strdup (person->family);
  if (!loose || person->number % 3 == 0)
    return g_strdup_printf ("%s %s", person->given, person->family);
  upper = capitals (person->family);
  return person->number % 3 == 1 ? g_strdup_printf ("%s %s", upper, person->given)
                                 : g_strdup_printf ("%s %s", person->given, upper);
}

static char *
platform_email (const DiapasonCompanyPerson *person, gboolean loose)
{
  char *email;

  if (person->email[0] == '\0')
    return NULL;
  email = g_strdup (person->email);
  if (loose && person->number % 2 == 0)
    email[0] = g_ascii_toupper (email[0]);
  return email;
}

static char *
platform_phone (const DiapasonCompanyPerson *person)
{
  const char *number = person->mobile[0] != '\0' ? person->mobile : person->landline;

  return number[0] != '\0' ? g_strdup_printf ("+%s", number) : NULL;
}

/* Of those with two rows the one they write from, or neither. */
static gboolean
is_tied (const DiapasonCompanyCaller *caller, guint side)
{
  return caller->tie == DIAPASON_COMPANY_TIED ||
         (caller->tie == DIAPASON_COMPANY_TWICE && side == 0 && caller->by_address);
}

gboolean
diapason_company_caller_is_tied (const DiapasonCompanyCaller *caller, const char *id)
{
  for (guint side = 0; side < G_N_ELEMENTS (caller->ids); side++)
    if (id == caller->ids[side])
      return is_tied (caller, side);
  return FALSE;
}

static void
write_side (DiapasonCompanyCaller *caller, guint side, gint64 instant)
{
  const DiapasonCompanyPerson *person = caller->person;
  gboolean loose = caller->tie == DIAPASON_COMPANY_LOOSE;
  gboolean twice = caller->tie == DIAPASON_COMPANY_TWICE;
  g_autofree char *name = platform_name (person, loose);
  g_autofree char *email = platform_email (person, loose);
  g_autofree char *phone = platform_phone (person);
  char customer[16];
  Row row = { NULL, name, phone, email };

  diapason_company_customer_id (person->number, customer);
  if (is_tied (caller, side))
    row.customer = customer;
  if (email != NULL && phone != NULL && (loose || twice))
    {
      gboolean address = loose ? caller->by_address : side == 0;

      row.phone = address ? NULL : phone;
      row.email = address ? email : NULL;
    }
  make_id (caller->company, caller->ids[side]);
  write_contact (caller, caller->ids[side], &row, instant);
}

static const char *
shared_contact (DiapasonCompanyCaller *caller, gint64 instant)
{
  if (caller->shared[0] == '\0')
    {
      g_autofree char *phone = g_strdup_printf ("+%s", caller->shared_number);
      Row row = { .phone = phone };

      make_id (caller->company, caller->shared);
      write_contact (caller, caller->shared, &row, instant);
    }
  return caller->shared;
}

const char *
diapason_company_caller_contact (DiapasonCompanyCaller *caller,
                                 DiapasonCompanyChannel channel,
                                 gint64 instant)
{
  gboolean voice = channel == DIAPASON_COMPANY_CALL || channel == DIAPASON_COMPANY_SMS;
  guint side = caller->tie == DIAPASON_COMPANY_TWICE && voice ? 1 : 0;

  if (caller->shared != NULL && channel == DIAPASON_COMPANY_CALL)
    return shared_contact (caller, instant);
  if (caller->ids[side][0] == '\0')
    write_side (caller, side, instant);
  return caller->ids[side];
}
