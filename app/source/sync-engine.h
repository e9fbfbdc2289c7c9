/* sync-engine.h: keeps the cache at what the sources say.
 *
 * One engine a profile. Each source goes round by itself: who the login is, then its streams in
 * order, one request at a time; then it waits for its interval. What fails is told in the source's
 * status and tried again with back-off; what is in the cache stays, and other sources go on.
 * Thread: main; nothing blocks it: pages are parsed and applied on the writer of cache.db. All
 * timers are the clock's.
 */
#pragma once

#include <gio/gio.h>

#include "descriptor.h"
#include "secrets.h"
#include "source-status.h"
#include "store.h"
#include "sync-report.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_SYNC_ENGINE (diapason_sync_engine_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonSyncEngine, diapason_sync_engine, DIAPASON, SYNC_ENGINE, GObject)

/* Works with the store's clock. Returns: (transfer full). */
DiapasonSyncEngine *diapason_sync_engine_new (DiapasonStore *store,
                                              DiapasonSession *session,
                                              DiapasonSecrets *secrets);

/* Adds a source; its status appears at once. FALSE with DIAPASON_SOURCE_ERROR_DESCRIPTOR when there
 * is one of that name, or one of that name is still being removed. A source added while the engine
 * runs starts at once. */
gboolean diapason_sync_engine_add (DiapasonSyncEngine *engine,
                                   DiapasonDescriptor *descriptor,
                                   GError **error);

/* Takes the source called @name out: its status goes at once, then, without being waited for, its
 * login and in slices its rows; what a person wrote stays. Where diapason_ingest_set_leaving()
 * marked it, what a kill leaves of them goes after the next start of an engine that has no source
 * of that name. Errors: DIAPASON_SOURCE_ERROR_UNKNOWN, DIAPASON_STORE_ERROR. @out_note (out)
 * (transfer full) (nullable): a sentence where the keyring kept the login. */
void diapason_sync_engine_remove_async (DiapasonSyncEngine *engine,
                                        const char *name,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean diapason_sync_engine_remove_finish (DiapasonSyncEngine *engine,
                                             GAsyncResult *result,
                                             char **out_note,
                                             GError **error);

/* The sources' states, in the order they were added: a model of DiapasonSourceStatus. Borrowed. */
GListModel *diapason_sync_engine_get_statuses (DiapasonSyncEngine *engine);

/* The descriptor of the source called @name, or NULL. Borrowed. */
DiapasonDescriptor *diapason_sync_engine_get_descriptor (DiapasonSyncEngine *engine,
                                                         const char *name);

/* Starts going round, for ever, and listening to the sources that tell what changes. Idempotent. */
void diapason_sync_engine_start (DiapasonSyncEngine *engine);

/* Cancels what is under way and forgets all timers; what is applied stays. Idempotent; dispose
 * calls it. */
void diapason_sync_engine_stop (DiapasonSyncEngine *engine);

/* While paused no new round starts, one under way ends, and nobody listens to what sources tell. */
void diapason_sync_engine_set_paused (DiapasonSyncEngine *engine, gboolean paused);
gboolean diapason_sync_engine_get_paused (DiapasonSyncEngine *engine);

/* Looks for changes now rather than at the next interval, at @name or (NULL) all sources that are
 * not waiting for a login (where the keyring could not be had, it is asked again). What a server
 * asked for (Retry-After) is respected. Needs a started engine. */
void diapason_sync_engine_sync_now (DiapasonSyncEngine *engine, const char *name);

/* There is a network again or the machine woke up (@was_cut), so that sources are asked at once and
 * anew; or only the ways have changed, which may help those that fail. What a server asked for is
 * respected. Needs a started engine. */
void diapason_sync_engine_network_changed (DiapasonSyncEngine *engine, gboolean was_cut);

/* One round of @name or (NULL) of all sources, without start: ends when each has ended, well or
 * not; a source's failure is a sentence in the report, not an error. Errors of finish:
 * DIAPASON_SOURCE_ERROR_UNKNOWN, G_IO_ERROR_CANCELLED. Finish returns: (transfer full). */
void diapason_sync_engine_sync_once_async (DiapasonSyncEngine *engine,
                                           const char *name,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
DiapasonSyncReport *diapason_sync_engine_sync_once_finish (DiapasonSyncEngine *engine,
                                                           GAsyncResult *result,
                                                           GError **error);

/* Gives the source called @name a login (field name to secret, the names being those of
 * diapason_authentication_plan_fields()): checks it by asking who it is, keeps it in the Secret
 * Service, and lets a source that waited go on. On failure the login it had stays. Errors:
 * DIAPASON_SOURCE_ERROR_LOGIN when it is refused, _UNKNOWN, or why it could not be checked.
 * @out_note (nullable) (out) (transfer full): NULL, or a sentence saying that the login is kept for
 * this session only, because there is no Secret Service. */
void diapason_sync_engine_sign_in_async (DiapasonSyncEngine *engine,
                                         const char *name,
                                         GHashTable *login,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean diapason_sync_engine_sign_in_finish (DiapasonSyncEngine *engine,
                                              GAsyncResult *result,
                                              char **out_note,
                                              GError **error);

/* Whether the back end that @descriptor, which is not added, describes answers @login as it should.
 * Keeps nothing. Errors: DIAPASON_SOURCE_ERROR, of which LOGIN is the login's alone; why there was
 * no answer. Each is a sentence. */
void diapason_sync_engine_check_async (DiapasonSyncEngine *engine,
                                       DiapasonDescriptor *descriptor,
                                       GHashTable *login,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean diapason_sync_engine_check_finish (DiapasonSyncEngine *engine,
                                            GAsyncResult *result,
                                            GError **error);

/* Keeps @login for a source @name that will be added: in the Secret Service, or until the program
 * ends. Errors: DIAPASON_SOURCE_ERROR_KEYRING, with which nothing is kept anywhere. */
void diapason_sync_engine_keep_login_async (DiapasonSyncEngine *engine,
                                            const char *name,
                                            GHashTable *login,
                                            gboolean in_service,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
gboolean diapason_sync_engine_keep_login_finish (DiapasonSyncEngine *engine,
                                                 GAsyncResult *result,
                                                 GError **error);

/* Forgets it again, everywhere. */
void diapason_sync_engine_forget_login (DiapasonSyncEngine *engine, const char *name);

G_END_DECLS
