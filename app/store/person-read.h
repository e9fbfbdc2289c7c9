/* person-read.h: the card of a person. Runs in a DiapasonReadFunc: a few look-ups by index. */
#pragma once

#include "records.h"
#include "store.h"

G_BEGIN_DECLS

/* The person that the customer record @customer belongs to (a person is one of their own records):
 * their cluster, or themselves as long as nobody has looked at them; 0 when nobody is here under
 * that id. FALSE with
 * @error. */
gboolean diapason_person_resolve (DiapasonDatabase *database,
                                  gint64 customer,
                                  gint64 *out_person,
                                  GError **error);

/* The person @person, who may be named by any customer record of theirs. Their own facts are the
 * first that any of their records states, those first whose source tells given and family name
 * apart, then smallest id first (the address as a whole). Returns: (transfer full), or NULL with
 * DIAPASON_STORE_ERROR_MISSING when nobody is here under that id. */
DiapasonPersonRecord *diapason_person_read (DiapasonDatabase *database,
                                            gint64 person,
                                            GError **error);

/* What @person is called, as their card says it; NULL where no source tells. FALSE with @error. */
gboolean diapason_person_name (DiapasonDatabase *database,
                               gint64 person,
                               char **out_name,
                               GError **error);

/* The person that the customer @remote_id of the source called @source belongs to. Returns 0 when
 * not known (no @error), or on failure (with @error). */
gint64 diapason_person_by_remote (DiapasonDatabase *database,
                                  const char *source,
                                  const char *remote_id,
                                  GError **error);

G_END_DECLS
