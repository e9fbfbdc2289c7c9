/* identity-rules.h: which links the rules find for one customer record. Runs on the writer of
 * cache.db. */
#pragma once

#include "store.h"
#include "table-identity.h"

G_BEGIN_DECLS

#define DIAPASON_IDENTITY_RULE_REFERENCE "reference"
#define DIAPASON_IDENTITY_RULE_EMAIL     "name+email"
#define DIAPASON_IDENTITY_RULE_PHONE     "name+phone"

/* The links of @customer to others, as rows stand now; the same from either end.
 * Returns: (transfer full) (element-type DiapasonIdentityLink), NULL with @error. */
GPtrArray *diapason_identity_find_links (DiapasonDatabase *database,
                                         const DiapasonIdentityCustomer *customer,
                                         GError **error);

G_END_DECLS
