/* company-facts.h: what few customers have in the CRM: a need, a risk that they leave, a hold on
 * marketing. Drawn from a stream of their own, so that nothing else about them depends on it. One
 * thread at a time.
 */
#pragma once

#include "company-people.h"

G_BEGIN_DECLS

/* Writes what is noted of @person, if anything is. */
void diapason_company_write_facts (DiapasonCompany *company,
                                   const DiapasonCompanyHousehold *household,
                                   const DiapasonCompanyPerson *person);

G_END_DECLS
