/* login-rows.h: what a login consists of, as rows to be filled in. Thread: main. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Adds a row for each of @fields (nullable, NULL-terminated) to @group; Enter in one of them calls
 * @activated of @object, which is its first argument. Returns: (transfer container) field name →
 * its row (weak), an AdwEntryRow. */
GHashTable *diapason_login_rows_new (AdwPreferencesGroup *group,
                                     char **fields,
                                     GCallback activated,
                                     gpointer object);

/* What was typed. Returns: (transfer full) field name → secret. */
GHashTable *diapason_login_rows_collect (GHashTable *rows);

G_END_DECLS
