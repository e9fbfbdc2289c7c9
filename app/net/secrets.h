/* secrets.h: logins in the Secret Service, and nowhere else.
 *
 * Where there is no Secret Service, or it is locked or denies, a login is kept in this object's
 * memory only and the caller is told with DIAPASON_NET_ERROR_SECRETS so that a sentence can say so.
 * Nothing is ever written to a plain file. Thread: main; every call has a deadline of its own,
 * since a prompt can hang.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DIAPASON_TYPE_SECRETS (diapason_secrets_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonSecrets, diapason_secrets, DIAPASON, SECRETS, GObject)

/* @profile: the name of the profile the logins belong to. @in_service: FALSE keeps them in memory
 * only (demo, tests). Returns: (transfer full). */
DiapasonSecrets *diapason_secrets_new (const char *profile, gboolean in_service);

/* Another deadline than ten seconds for later calls; for tests. */
void diapason_secrets_set_deadline (DiapasonSecrets *secrets, gint64 deadline_ms);

/* The login of @source: field name to secret. Finish gives (transfer full) (nullable): NULL without
 * an error when none is stored. Errors: DIAPASON_NET_ERROR_SECRETS. */
void diapason_secrets_lookup_async (DiapasonSecrets *secrets,
                                    const char *source,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GHashTable *diapason_secrets_lookup_finish (DiapasonSecrets *secrets,
                                            GAsyncResult *result,
                                            GError **error);

/* Keeps @login for @source in memory only, until the program ends; it goes before one that the
 * service has. At once. */
void diapason_secrets_lend (DiapasonSecrets *secrets, const char *source, GHashTable *login);

/* Forgets what is in memory only; what the service has stays. At once. */
void diapason_secrets_take_back (DiapasonSecrets *secrets, const char *source);

/* Keeps @login for @source. On DIAPASON_NET_ERROR_SECRETS it is kept for this session only. */
void diapason_secrets_store_async (DiapasonSecrets *secrets,
                                   const char *source,
                                   GHashTable *login,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean diapason_secrets_store_finish (DiapasonSecrets *secrets,
                                        GAsyncResult *result,
                                        GError **error);

/* Forgets the login of @source, in memory and in the service. */
void diapason_secrets_clear_async (DiapasonSecrets *secrets,
                                   const char *source,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean diapason_secrets_clear_finish (DiapasonSecrets *secrets,
                                        GAsyncResult *result,
                                        GError **error);

G_END_DECLS
