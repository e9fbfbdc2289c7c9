/* format-fact.h: what few customers have, in words: needs with their consent, the risk that they
 * leave with who says so, a hold on marketing. Pure functions (but for the locale and the local
 * zone); any thread. All return (transfer full).
 */
#pragma once

#include "records.h"

G_BEGIN_DECLS

/* "needs: large print, with consent", "churn risk: high, says a model", "no marketing until 3 Dec
 * 2026". For a chip: what is not known, or not to be shown, says so. */
char *diapason_format_fact_chip (const DiapasonCustomerFactRecord *fact);

/* The same for the title of a row: "Needs: large print". */
char *diapason_format_fact_title (const DiapasonCustomerFactRecord *fact, gint64 now);

/* How or why, the consent, who said it and when, and where it is from: parts with @separator
 * between them. */
char *diapason_format_fact_detail (const DiapasonCustomerFactRecord *fact,
                                   gint64 now,
                                   const char *separator);

/* Whether its last day has gone by, here. */
gboolean diapason_format_fact_is_over (const DiapasonCustomerFactRecord *fact, gint64 now);

G_END_DECLS
