/* reading.h: one stream read from where it stood to its end, its children included, page by page:
 * ask, apply on the writer, go on. Thread: main. Inside app/source only.
 */
#pragma once

#include <gio/gio.h>

#include "connection.h"
#include "page.h"
#include "sync-report.h"

G_BEGIN_DECLS

/* What all readings of a round share; it outlives them. */
typedef struct
{
  DiapasonDescriptor *descriptor;
  DiapasonConnection *connection;
  DiapasonStore *store;
  DiapasonSyncReport *report;
  GCancellable *cancellable;
  gint64 source;
  void (*applied) (const DiapasonPage *page, gpointer data); /* after each page */
  gpointer data;
} DiapasonRoundTools;

/* Reads @stream from @kept on. Errors: those of diapason_connection_ask_async() and of store, all
 * of them sentences; DIAPASON_SOURCE_ERROR_PAGE when an answer cannot be used. What was applied
 * before stays. */
void diapason_reading_run_async (const DiapasonRoundTools *tools,
                                 const DiapasonStreamPlan *stream,
                                 const DiapasonStream *kept,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean diapason_reading_run_finish (GAsyncResult *result, GError **error);

/* Whether @error means that the whole source cannot be asked now, rather than this stream alone. */
gboolean diapason_reading_error_is_of_source (const GError *error);

G_END_DECLS
