/* whoami.h: which adviser a login is, as its source says. Inside app/source only. */
#pragma once

#include <gio/gio.h>

#include "ingest.h"
#include "question.h"

G_BEGIN_DECLS

/* The question that tells who @login is, or, where the source has none, one that tells that the
 * login is good.
 * *@tells: whether the answer is for diapason_whoami_keep_in_writer(). Main thread. */
gboolean diapason_whoami_fill (DiapasonQuestion *question,
                               DiapasonDescriptor *descriptor,
                               GHashTable *login,
                               gboolean *tells,
                               GError **error);

/* What the login alone tells; NULL when the source has to be asked or is not. Returns: (transfer
 * full). */
char *diapason_whoami_from_login (DiapasonDescriptor *descriptor, GHashTable *login);

/* Whether there is anything to find out. */
gboolean diapason_whoami_is_described (DiapasonDescriptor *descriptor);

/* What is to be kept: an answer, or what the login tells. */
typedef struct
{
  DiapasonDescriptor *descriptor; /* (owned) */
  gint64 source;
  GBytes *answer;  /* (owned) (nullable) */
  char *remote_id; /* (owned) (nullable) */
} DiapasonWhoami;

/* Takes the two last. Returns: (transfer full). */
DiapasonWhoami *diapason_whoami_new (DiapasonDescriptor *descriptor,
                                     gint64 source,
                                     GBytes *answer,
                                     char *remote_id);
void diapason_whoami_free (DiapasonWhoami *whoami);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonWhoami, diapason_whoami_free)

/* A DiapasonWriteFunc; @data is a DiapasonWhoami. An answer without an adviser (a login of no
 * person) keeps that there is none. Errors: DIAPASON_SOURCE_ERROR_PAGE, half a sentence; those of
 * store. */
gboolean diapason_whoami_keep_in_writer (DiapasonDatabase *database,
                                         gpointer data,
                                         gboolean *more,
                                         GError **error);

G_END_DECLS
