/* round.h: one round of one source: who the login is, then its streams in their order. Thread:
 * main. Inside app/source only.
 */
#pragma once

#include <gio/gio.h>

#include "connection.h"
#include "page.h"
#include "store.h"
#include "sync-report.h"

G_BEGIN_DECLS

typedef void (*DiapasonRoundAppliedFunc) (const DiapasonPage *page, gpointer data);

/* @only: (nullable) (element-type DiapasonStreamPlan) the streams to read; NULL: all of them.
 * @login: (nullable) what whoami may need of it. @ask_whoami: whether to find out who it is.
 * @applied is called after each page that is in the cache, until the round has ended. */
void diapason_round_run_async (DiapasonDescriptor *descriptor,
                               DiapasonConnection *connection,
                               DiapasonStore *store,
                               GHashTable *only,
                               GHashTable *login,
                               gboolean ask_whoami,
                               DiapasonRoundAppliedFunc applied,
                               gpointer applied_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* How it went. */
typedef struct
{
  DiapasonSyncReport *report; /* (owned) */
  GError *failure;            /* (owned) (nullable) the first: a sentence */
  gint64 source;              /* the source's local id; 0: the cache could not be written */
  guint refused;              /* elements that could not be read */
  gboolean knows_me;          /* who the login is was found out */
} DiapasonRoundResult;

void diapason_round_result_free (DiapasonRoundResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonRoundResult, diapason_round_result_free)

/* Errors: G_IO_ERROR_CANCELLED only. Returns: (transfer full). */
DiapasonRoundResult *diapason_round_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
