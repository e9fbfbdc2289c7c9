/* source-state.h: what of a source outlives the program: when it was in sync, and how long it wants
 * to be left alone. Thread: main. Inside app/source only.
 */
#pragma once

#include <gio/gio.h>

#include "store.h"

G_BEGIN_DECLS

/* Reads it. Finish gives FALSE and zeros for a source that was never asked. */
void diapason_source_state_read_async (DiapasonStore *store,
                                       const char *name,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean diapason_source_state_read_finish (DiapasonStore *store,
                                            GAsyncResult *result,
                                            gint64 *in_sync_since,
                                            gint64 *retry_at);

/* How a round ended. */
typedef struct
{
  gint64 source;
  gint64 in_sync_at;      /* 0: it is not */
  gint64 retry_at;        /* 0: when we like */
  gboolean keep_retry_at; /* it is another one than was kept */
} DiapasonSourceOutcome;

/* Keeps it; ends with diapason_store_write_finish(). */
void diapason_source_state_keep_async (DiapasonStore *store,
                                       const DiapasonSourceOutcome *outcome,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

G_END_DECLS
