/* sign-in.h: whether a login is good, and keeping it. Thread: main. Inside app/source only. */
#pragma once

#include <gio/gio.h>

#include "connection.h"
#include "secrets.h"

G_BEGIN_DECLS

/* Asks the source with @login, apart from what it is doing with another one, and when it answers,
 * keeps the login. */
void diapason_sign_in_async (DiapasonDescriptor *descriptor,
                             DiapasonSession *session,
                             DiapasonSecrets *secrets,
                             DiapasonClock *clock,
                             GHashTable *login,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/* @out_login: (transfer full) a copy of the login. @out_note: (transfer full) (nullable) that it is
 * kept for this session only. Errors: DIAPASON_SOURCE_ERROR_LOGIN when it is refused; why it could
 * not be checked. */
gboolean diapason_sign_in_finish (GAsyncResult *result,
                                  GHashTable **out_login,
                                  char **out_note,
                                  GError **error);

G_END_DECLS
