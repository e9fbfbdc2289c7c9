/* hub-body.h: the members of a request's JSON body, each read by what it must be.
 *
 * A getter that does not find that refuses the call with a sentence and gives nothing; see
 * hub-call.h. They are for routes that need a JSON body. Returned texts are the body's. Thread: the
 * hub's.
 */
#pragma once

#include "hub-call.h"

G_BEGIN_DECLS

typedef enum
{
  DIAPASON_HUB_OPTIONAL, /* may be missing or null */
  DIAPASON_HUB_REQUIRED,
} DiapasonHubPresence;

/* A text of 1 … @longest characters. */
const char *diapason_hub_body_text (DiapasonHubCall *call,
                                    const char *name,
                                    DiapasonHubPresence presence,
                                    glong longest);

/* What names a row of @entity that is there. */
const char *diapason_hub_body_reference (DiapasonHubCall *call,
                                         const char *name,
                                         DiapasonHubPresence presence,
                                         const DiapasonHubEntity *entity);

/* The member "id": a lower-case UUID, required, that no row of @table has yet (else 409). */
const char *diapason_hub_body_new_id (DiapasonHubCall *call, const char *table);

/* A language of two letters; may be missing or null. */
const char *diapason_hub_body_language (DiapasonHubCall *call, const char *name);

/* One of @words, "a|b|c". */
const char *diapason_hub_body_word (DiapasonHubCall *call,
                                    const char *name,
                                    DiapasonHubPresence presence,
                                    const char *words);

/* A whole number; @fallback where it is missing or null. */
gint64 diapason_hub_body_number (DiapasonHubCall *call,
                                 const char *name,
                                 gint64 least,
                                 gint64 most,
                                 gint64 fallback);

/* TRUE or FALSE; FALSE where it is missing or null. */
gboolean diapason_hub_body_flag (DiapasonHubCall *call, const char *name);

/* An instant written as RFC 3339, in milliseconds; 0 where it is missing or null. */
gint64 diapason_hub_body_instant (DiapasonHubCall *call,
                                  const char *name,
                                  DiapasonHubPresence presence);

/* Whether the body has @name at all, null or not. */
gboolean diapason_hub_body_has (DiapasonHubCall *call, const char *name);

/* To be asked after the last member was read: FALSE, and refused, if anything was wrong, if nothing
 * was there, or if the body holds a member that nobody asked for. */
gboolean diapason_hub_body_ends (DiapasonHubCall *call);

G_END_DECLS
