/* company-house.h: writes down the company's own: units, advisers, presence, knowledge, ready
 * replies. */
#pragma once

#include "company.h"

G_BEGIN_DECLS

void diapason_company_write_house (DiapasonCompany *company);

G_END_DECLS
