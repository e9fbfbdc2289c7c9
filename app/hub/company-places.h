/* company-places.h: the regions, agencies and towns of the invented company, and its telephone
 * numbers.
 *
 * Numbers come only from ranges that the regulators of France, the United Kingdom and Ireland keep
 * free for fiction; Italy keeps none, so there they start with codes that are given to nobody.
 * Constant tables.
 */
#pragma once

#include "company-random.h"
#include "company-words.h"

G_BEGIN_DECLS

/* In a pattern '#' is a digit, '+' a digit but 0, '@' a letter, all else itself. */
typedef struct
{
  const char *name;
  const char *postcode; /* pattern */
} DiapasonCompanyTown;

typedef struct
{
  const char *region;
  DiapasonCompanyCountry country;
  guint8 weight;                /* of customers */
  const char *landline;         /* international digits before the free ones */
  DiapasonCompanyTown towns[5]; /* the first gives the agency its name; name == NULL ends */
} DiapasonCompanyAgency;

/* In the order in which the company opened them. */
extern const DiapasonCompanyAgency diapason_company_agencies[];
extern const guint diapason_company_n_agencies;

/* 'FR', 'IT', 'GB', 'IE' and what is spoken and paid there. */
const char *diapason_company_country_code (DiapasonCompanyCountry country);
const char *diapason_company_currency (DiapasonCompanyCountry country);
DiapasonCompanyLanguage diapason_company_country_language (DiapasonCompanyCountry country);

/* Fills in @pattern. @size bytes at @text hold the result. */
void diapason_company_fill (DiapasonCompanyRandom *random,
                            const char *pattern,
                            char *text,
                            gsize size);

/* International digits without sign, like "33639981234". */
typedef char DiapasonCompanyNumber[16];

/* How many numbers a prefix has, mobile or fixed. */
guint diapason_company_numbers_after (const char *prefix);

/* The international digits that mobile numbers of @country start with. */
const char *diapason_company_mobile_prefix (DiapasonCompanyCountry country);

/* Number @rank after @prefix, in an order that does not look like one; repeats after the last. */
void diapason_company_number (const char *prefix, guint rank, DiapasonCompanyNumber number);

/* Writes @number in one of the many ways people do; @text holds 32 bytes. */
void diapason_company_write_number (DiapasonCompanyRandom *random,
                                    DiapasonCompanyCountry country,
                                    const char *number,
                                    char text[32]);

G_END_DECLS
