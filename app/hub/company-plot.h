/* company-plot.h: plays the stories of a customer over the days of the company's history and writes
 * what the contact platform and the promise ledger keep of them. */
#pragma once

#include "company-scene.h"

G_BEGIN_DECLS

/* Everything that happened between the house and the people of @household. @scene is used again for
 * each, and so is @contacts, of gint64. */
void diapason_company_play_household (DiapasonCompany *company,
                                      DiapasonCompanyScene *scene,
                                      GArray *contacts,
                                      const DiapasonCompanyHousehold *household,
                                      guint first);

G_END_DECLS
