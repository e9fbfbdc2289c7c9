/* company-people.h: households and customers of the invented company, as the CRM holds them.
 *
 * A household is made from its own stream, keyed by the number of its first customer, and forgotten
 * when the next one is made. One thread at a time.
 */
#pragma once

#include "company.h"

G_BEGIN_DECLS

#define DIAPASON_COMPANY_MOST_TOGETHER 5
#define DIAPASON_COMPANY_NO_BIRTH      G_MININT

/* How somebody writes. */
typedef enum
{
  DIAPASON_COMPANY_WRITES_LOWER = 1 << 0, /* no capitals in chats */
  DIAPASON_COMPANY_WRITES_BARE = 1 << 1,  /* no full stop at the end */
  DIAPASON_COMPANY_WRITES_SHORT = 1 << 2, /* no courtesies */
} DiapasonCompanyManner;

/* What somebody is in their household. */
typedef enum
{
  DIAPASON_COMPANY_HEAD,
  DIAPASON_COMPANY_PARTNER,
  DIAPASON_COMPANY_CHILD,
  DIAPASON_COMPANY_SIBLING, /* the head's */
} DiapasonCompanyRole;

typedef struct
{
  guint number; /* from 1 */
  DiapasonCompanyRole role;
  DiapasonCompanyLanguage language;
  gboolean female;
  guint8 manner;  /* DiapasonCompanyManner */
  char given[64]; /* "" for those known by their family name only */
  char family[96];
  int birth;                    /* day, or DIAPASON_COMPANY_NO_BIRTH */
  int since;                    /* day */
  DiapasonCompanyNumber mobile; /* "": none */
  DiapasonCompanyNumber landline;
  char email[96];
  char contracts[DIAPASON_COMPANY_N_SHELVES][16]; /* number of one that runs, "": none */
} DiapasonCompanyPerson;

typedef struct
{
  guint n;
  DiapasonCompanyPerson people[DIAPASON_COMPANY_MOST_TOGETHER];
  guint agency;
  DiapasonCompanyCountry country;
  const char *city;
  char street[96];
  char postcode[16];
  char word[16];                /* "": lives alone */
  DiapasonCompanyNumber shared; /* the number of more than one of them, "": none */
} DiapasonCompanyHousehold;

/* 'C0000042' */
void diapason_company_customer_id (guint number, char id[16]);

/* Makes the household whose first customer is number @first, at most to the company's last, and
 * writes its rows. */
void diapason_company_household_make (DiapasonCompany *company,
                                      guint first,
                                      DiapasonCompanyHousehold *household);

/* Somebody near @agency with name, number and address, but nowhere in the CRM. @mark tells homonyms
 * apart. */
void diapason_company_person_invent (DiapasonCompany *company,
                                     DiapasonCompanyRandom *random,
                                     guint agency,
                                     guint mark,
                                     DiapasonCompanyPerson *person);

G_END_DECLS
