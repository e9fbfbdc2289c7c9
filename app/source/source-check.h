/* source-check.h: whether a back end that is not connected yet answers as it is described. Thread:
 * main. Inside app/source only. */
#pragma once

#include <gio/gio.h>

#include "connection.h"

G_BEGIN_DECLS

/* Asks @descriptor's back end with @login what a first round would: who the login is, then the
 * first page of a list, the next one where a list alone fails. Keeps nothing. */
void diapason_source_check_async (DiapasonDescriptor *descriptor,
                                  DiapasonSession *session,
                                  DiapasonClock *clock,
                                  GHashTable *login,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/* Errors: DIAPASON_SOURCE_ERROR and DIAPASON_NET_ERROR, each a whole sentence that is true of a
 * source of which nothing is here; G_IO_ERROR_CANCELLED. */
gboolean diapason_source_check_finish (GAsyncResult *result, GError **error);

G_END_DECLS
