/* source-runner.h: one source of the engine: when it goes round, and how it is doing. Thread: main.
 * Inside app/source only.
 */
#pragma once

#include <gio/gio.h>

#include "descriptor.h"
#include "secrets.h"
#include "source-status.h"
#include "store.h"
#include "sync-report.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_SOURCE_RUNNER (diapason_source_runner_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonSourceRunner,
                      diapason_source_runner,
                      DIAPASON,
                      SOURCE_RUNNER,
                      GObject)

/* Returns: (transfer full). */
DiapasonSourceRunner *diapason_source_runner_new (DiapasonDescriptor *descriptor,
                                                  DiapasonStore *store,
                                                  DiapasonSession *session,
                                                  DiapasonSecrets *secrets);

/* Borrowed. */
DiapasonDescriptor *diapason_source_runner_get_descriptor (DiapasonSourceRunner *runner);
DiapasonSourceStatus *diapason_source_runner_get_status (DiapasonSourceRunner *runner);

/* As the engine's functions of these names. */
void diapason_source_runner_start (DiapasonSourceRunner *runner);
void diapason_source_runner_stop (DiapasonSourceRunner *runner);
void diapason_source_runner_set_paused (DiapasonSourceRunner *runner, gboolean paused);
void diapason_source_runner_sync_now (DiapasonSourceRunner *runner);
void diapason_source_runner_network_changed (DiapasonSourceRunner *runner, gboolean was_cut);

/* One round, or the one that runs. Errors of finish: G_IO_ERROR_CANCELLED. Finish returns:
 * (transfer full). */
void diapason_source_runner_sync_once_async (DiapasonSourceRunner *runner,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
DiapasonSyncReport *diapason_source_runner_sync_once_finish (DiapasonSourceRunner *runner,
                                                             GAsyncResult *result,
                                                             GError **error);

/* Stops for good, and answers when nothing of it is on its way to the cache any more. Once. */
void diapason_source_runner_retire_async (DiapasonSourceRunner *runner,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean diapason_source_runner_retire_finish (DiapasonSourceRunner *runner,
                                               GAsyncResult *result,
                                               GError **error);

/* As diapason_sync_engine_sign_in_async(). */
void diapason_source_runner_sign_in_async (DiapasonSourceRunner *runner,
                                           GHashTable *login,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
gboolean diapason_source_runner_sign_in_finish (DiapasonSourceRunner *runner,
                                                GAsyncResult *result,
                                                char **out_note,
                                                GError **error);

G_END_DECLS
