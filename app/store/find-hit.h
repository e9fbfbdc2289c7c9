/* find-hit.h: from a record that matched to what find shows of it. Internal to store; a reader's
 * thread. */
#pragma once

#include "find-words.h"
#include "records.h"
#include "store.h"

G_BEGIN_DECLS

/* Reads the hit of @group that @record is; *@out is NULL when there is nothing to show or open any
 * more. @by (nullable): what of a customer was found, a number or an address; else it is looked for
 * where the name and the city do not have @words. FALSE with @error. */
gboolean diapason_find_hit_read (DiapasonDatabase *database,
                                 DiapasonFindGroup group,
                                 gint64 record,
                                 const DiapasonFindWords *words,
                                 const char *by,
                                 DiapasonFindHit **out,
                                 GError **error);

G_END_DECLS
