/* table-document.h: the words of records, for full-text search.
 *
 * A document's id is the rowid of its words: seconds of its instant << 20 | sequence, so that
 * newest first is an order of rowids. Each group of find has its own full-text table; words are
 * stored folded. Thread: the writer of cache.db.
 */
#pragma once

#include "entity.h"
#include "store.h"

G_BEGIN_DECLS

/* What there is to index of one record, as the source said it. */
typedef struct
{
  gint64 record;
  DiapasonEntity entity; /* NONE: of no indexed kind */
  gboolean here; /* its row is here: not gone, nor only mentioned; nor is a message's contact
                    gone */
  gint64 at;     /* milliseconds UTC, 0: unknown */
  gint64 first_seen;
  gint64 revision;   /* of the record; -1: none */
  GPtrArray *parts;  /* (owned) of char *, texts that are searched as words */
  GPtrArray *phones; /* (owned) of char *, numbers as written */
} DiapasonDocumentInput;

void diapason_document_input_free (DiapasonDocumentInput *input);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonDocumentInput, diapason_document_input_free)

/* Reads what is to be indexed of @record. Returns: (transfer full), NULL with @error. */
DiapasonDocumentInput *diapason_document_read (DiapasonDatabase *database,
                                               gint64 record,
                                               GError **error);

/* A document as it is to be stored. */
typedef struct
{
  gint64 record;
  DiapasonEntity entity; /* CUSTOMER, INTERACTION, MESSAGE, VERBATIM, ARTICLE; NONE: there is to be
                            no document */
  gint64 at;             /* milliseconds UTC */
  gint64 revision;       /* -1: none */
  char *words;           /* (owned) (nullable) folded; NULL: there is to be no document */
} DiapasonDocument;

void diapason_document_free (DiapasonDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonDocument, diapason_document_free)

/* Adds, replaces or removes the words of @documents (element-type DiapasonDocument, sorted here by
 * instant: ascending rowids are twice as fast). Words that are already there are not written again.
 */
gboolean diapason_document_apply (DiapasonDatabase *database,
                                  GPtrArray *documents,
                                  int version,
                                  GError **error);

/* Throws away the full-text tables that are damaged, with their documents, and makes them anew,
 * when SQLite reported damage in one. The caller queues the step again. */
gboolean diapason_document_reset (DiapasonDatabase *database, GError **error);

G_END_DECLS
