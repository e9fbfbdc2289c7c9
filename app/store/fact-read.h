/* fact-read.h: what few customers have: needs, a risk that they leave, a hold on marketing. Called
 * on the reader's thread; nothing is kept between calls. */
#pragma once

#include "database.h"
#include "records.h"

G_BEGIN_DECLS

/* Adds what is noted of @customer, one of the records of @person. */
gboolean diapason_facts_read (DiapasonDatabase *database,
                              DiapasonPersonRecord *person,
                              gint64 customer,
                              GError **error);

/* Puts them in order: needs, risks, holds, each the newest first. */
void diapason_facts_sort (DiapasonPersonRecord *person);

G_END_DECLS
