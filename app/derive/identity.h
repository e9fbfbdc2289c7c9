/* identity.h: the step that finds the same human in several sources. Runs on the writer of
 * cache.db.
 *
 * Rules: "reference" (a source says whose record it is), "name+email" and "name+phone" (the same
 * name and the same address or number); never within one source, never against two different birth
 * dates. A shared number or address alone links nobody. An address or number of more than
 * DIAPASON_IDENTITY_FAN customers with the same name says nothing, nor does a reference to a record
 * that more than that refer to.
 */
#pragma once

#include "store.h"

G_BEGIN_DECLS

#define DIAPASON_IDENTITY_VERSION 2
#define DIAPASON_IDENTITY_FAN     64

/* Finds the links of the customer record @customer anew and puts everybody concerned into their
 * persons. */
gboolean diapason_identity_derive (DiapasonDatabase *database, gint64 customer, GError **error);

/* The second half alone: after a verdict. */
gboolean diapason_identity_relink (DiapasonDatabase *database, gint64 customer, GError **error);

G_END_DECLS
