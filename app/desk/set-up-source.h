/* set-up-source.h: a use case of the desk: connecting a back end that was not there before, and
 * what can be used while it is fetched for the first time.
 *
 * Asynchronous, answered on the main thread. Thread: main. */
#pragma once

#include "desk.h"
#include "source-kind.h"

G_BEGIN_DECLS

#define DIAPASON_SET_UP_ERROR (diapason_set_up_error_quark ())

/* What a person has to look at; the message is a sentence for them. */
typedef enum
{
  DIAPASON_SET_UP_ERROR_KIND,    /* the description: a file, or what it says */
  DIAPASON_SET_UP_ERROR_ADDRESS, /* what was typed cannot be one */
  DIAPASON_SET_UP_ERROR_LOGIN,   /* it was refused */
  DIAPASON_SET_UP_ERROR_ANSWER,  /* nobody answers, or not as described */
  DIAPASON_SET_UP_ERROR_KEYRING, /* the login cannot be kept: for this session it can be used */
  DIAPASON_SET_UP_ERROR_FILE,    /* where it is could not be written down */
} DiapasonSetUpError;

GQuark diapason_set_up_error_quark (void);

/* What the company is there for, in the language of whoever reads. Borrowed. */
const char *diapason_desk_mission (DiapasonDesk *desk);

/* Whether sources can be added here: the demo has its own. */
gboolean diapason_desk_can_add_source (DiapasonDesk *desk);

/* The kinds that come along. Finish returns: (transfer container) (element-type
 * DiapasonSourceKind). */
void diapason_desk_source_kinds_async (DiapasonDesk *desk,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GPtrArray *diapason_desk_source_kinds_finish (DiapasonDesk *desk,
                                              GAsyncResult *result,
                                              GError **error);

/* The kind that @file describes. Errors: DIAPASON_SET_UP_ERROR_KIND, with the file, the JSON path
 * and what is wrong. Finish returns: (transfer full). */
void diapason_desk_read_kind_async (DiapasonDesk *desk,
                                    GFile *file,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
DiapasonSourceKind *diapason_desk_read_kind_finish (DiapasonDesk *desk,
                                                    GAsyncResult *result,
                                                    GError **error);

/* Checks @draft by asking as the first round would, keeps its login in the Secret Service (or, with
 * @for_session, until the program ends), writes down where it is, and begins to fetch. With any
 * error nothing of it is kept anywhere. Cancelling stops the check, not what comes after it. Finish
 * returns: (transfer full), the source's name. */
void diapason_desk_add_source_async (DiapasonDesk *desk,
                                     DiapasonSourceDraft *draft,
                                     gboolean for_session,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
char *diapason_desk_add_source_finish (DiapasonDesk *desk, GAsyncResult *result, GError **error);

/* What can be used by now: *@out is a set of DiapasonUsable. */
void diapason_desk_look_usable_async (DiapasonDesk *desk,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean diapason_desk_look_usable_finish (DiapasonDesk *desk,
                                           GAsyncResult *result,
                                           guint *out,
                                           GError **error);

G_END_DECLS
