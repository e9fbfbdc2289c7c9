/* company-crm.h: writes a household of customers into the CRM's tables. */
#pragma once

#include "company-people.h"

G_BEGIN_DECLS

/* Customers, contact points, relations and contracts; notes in the persons the contracts they have.
 */
void diapason_company_write_household (DiapasonCompany *company,
                                       DiapasonCompanyHousehold *household,
                                       DiapasonCompanyRandom *random);

G_END_DECLS
