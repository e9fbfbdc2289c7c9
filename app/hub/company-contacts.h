/* company-contacts.h: those whom the contact platform has spoken to, which is not whom the CRM
 * knows.
 *
 * A row is written when somebody first comes by a channel. Most rows are tied to a customer; some
 * hold only the same name with the same address or number written otherwise, some only a number
 * that two people share, and some people have two. One thread at a time.
 */
#pragma once

#include "company-people.h"

G_BEGIN_DECLS

typedef enum
{
  DIAPASON_COMPANY_CALL,
  DIAPASON_COMPANY_EMAIL,
  DIAPASON_COMPANY_CHAT,
  DIAPASON_COMPANY_SMS,
  DIAPASON_COMPANY_N_CHANNELS,
} DiapasonCompanyChannel;

/* 'ct_8f3k2a'; "": no row yet */
typedef char DiapasonCompanyContactId[12];

typedef enum
{
  DIAPASON_COMPANY_TIED,
  DIAPASON_COMPANY_LOOSE,
  DIAPASON_COMPANY_TWICE,
  DIAPASON_COMPANY_STRANGER,
} DiapasonCompanyTie;

typedef struct
{
  DiapasonCompany *company;
  const DiapasonCompanyPerson *person;
  DiapasonCompanyCountry country;
  const char *city;
  const char *street;
  guint agency;
  guint64 key; /* of streams of their own: no two callers have the same */
  DiapasonCompanyTie tie;
  gboolean by_address;             /* a loose row holds the address, else the number */
  DiapasonCompanyContactId ids[2]; /* by writing, by voice */
  char *shared;                    /* (nullable) id of the row of the shared number */
  const char *shared_number;
} DiapasonCompanyCaller;

/* Draws how the platform knows a customer. @shared: where the household keeps the id of the row of
 * its number. */
void diapason_company_caller_init (DiapasonCompanyCaller *caller,
                                   DiapasonCompany *company,
                                   const DiapasonCompanyHousehold *household,
                                   guint i,
                                   DiapasonCompanyContactId shared,
                                   DiapasonCompanyRandom *random);

/* Whether they can be reached by @channel. */
gboolean diapason_company_caller_has (const DiapasonCompanyCaller *caller,
                                      DiapasonCompanyChannel channel);

/* The id of the row that comes up when they use @channel at @instant; writes it if it is new. */
const char *diapason_company_caller_contact (DiapasonCompanyCaller *caller,
                                             DiapasonCompanyChannel channel,
                                             gint64 instant);

/* Whether the row @id that caller_contact returned tells who in the CRM they are. */
gboolean diapason_company_caller_is_tied (const DiapasonCompanyCaller *caller, const char *id);

G_END_DECLS
