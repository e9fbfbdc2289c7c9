/* choice.h: what a person chose for themselves: which challenge, which order. It is in work.db. */
#pragma once

#include "store.h"

G_BEGIN_DECLS

/* Keeps that @key is @value. A writer of work.db. */
gboolean diapason_choice_set (DiapasonDatabase *database,
                              const char *key,
                              const char *value,
                              GError **error);

/* What was chosen. A reader. Returns: (transfer full) (nullable): NULL without @error where nothing
 * was. */
char *diapason_choice_get (DiapasonDatabase *database, const char *key, GError **error);

G_END_DECLS
