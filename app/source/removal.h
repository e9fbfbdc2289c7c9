/* removal.h: a source leaves the engine, and its login and its rows go with it. Thread: main; rows
 * go in slices on the writer of cache.db, behind everything else. Inside app/source only.
 */
#pragma once

#include <gio/gio.h>

#include "secrets.h"
#include "source-runner.h"
#include "store.h"

G_BEGIN_DECLS

/* @runner: (nullable) of the source called @name, which goes round no more; NULL: it was gone
 * before, and the rest of its rows is to follow. Errors: DIAPASON_STORE_ERROR; what is left then
 * goes at the next start. */
void diapason_removal_run_async (DiapasonStore *store,
                                 DiapasonSecrets *secrets,
                                 DiapasonSourceRunner *runner,
                                 const char *name,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/* @out_note (out) (transfer full) (nullable): a sentence where the keyring kept the login. */
gboolean diapason_removal_run_finish (GAsyncResult *result, char **out_note, GError **error);

/* The names of those whose rows had begun to go when the program ended. Finish returns: (transfer
 * full) (element-type utf8). */
void diapason_removal_find_async (DiapasonStore *store,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GPtrArray *diapason_removal_find_finish (DiapasonStore *store,
                                         GAsyncResult *result,
                                         GError **error);

/* @name is to stay after all. */
void diapason_removal_stay_async (DiapasonStore *store, const char *name);

G_END_DECLS
