/* paging.h: how far a stream has been read, and where it goes on. Pure; any thread. Inside
 * app/source only.
 *
 * A walk is the reading of a stream from where it stood to its end, over as many pages as it takes.
 * The position is kept in the cache between pages, so a walk that was cut goes on at its page.
 */
#pragma once

#include <gio/gio.h>

#include "descriptor-plan.h"

G_BEGIN_DECLS

#define DIAPASON_NEVER G_MININT64

typedef struct
{
  gboolean walking; /* in the middle of a walk */
  gint64 since; /* TIME: everything up to this instant of the server's is here; or DIAPASON_NEVER */
  gint64 from;  /* TIME: what this walk asks from; or DIAPASON_NEVER */
  gint64 latest;    /* TIME: the latest instant seen in this walk; or DIAPASON_NEVER */
  gint64 began;     /* when its first page was answered, as the server says; or DIAPASON_NEVER */
  gint64 page;      /* PAGE: pages, OFFSET: elements, that lie behind in this walk */
  char *token;      /* (owned) (nullable) CURSOR: the cursor; NEXT_URL: the link; AFTER: the id */
  gboolean full;    /* this walk reads all of it and will tell what is gone */
  gboolean again;   /* one more such walk follows at once */
  gint64 seen;      /* elements in this walk */
  gint64 total;     /* as the server told it at first in this walk; -1: not told */
  gboolean shifted; /* it told another one later: the walk is no proof of absence */
  gint64 listed_at; /* when the last full walk began, by the local clock, for its interval only; 0:
                       never */
  gint64 failures;  /* rounds that stopped at this page because of a child */
} DiapasonPosition;

/* At the beginning. Returns: (transfer full). */
DiapasonPosition *diapason_position_new (void);
DiapasonPosition *diapason_position_copy (const DiapasonPosition *position);
void diapason_position_free (DiapasonPosition *position);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonPosition, diapason_position_free)

/* As it is kept in the cache, and back; what cannot be read is the beginning. Returns: (transfer
 * full). */
char *diapason_position_print (const DiapasonPosition *position);
DiapasonPosition *diapason_position_parse (const char *text);

/* Between two walks: prepares the next, a full one when it is due at @now. In the middle of one:
 * nothing. */
void diapason_position_begin_walk (DiapasonPosition *position,
                                   const DiapasonStreamPlan *plan,
                                   gint64 now);

/* Forgets how far it was: the server no longer knows the cursor. Two full walks follow, or one that
 * is none where @plan does not sweep. */
void diapason_position_expire (DiapasonPosition *position, const DiapasonStreamPlan *plan);

/* Forgets the walk it is in the middle of; what was read before it stays read. */
void diapason_position_abandon_walk (DiapasonPosition *position);

/* What a page told. */
typedef struct
{
  gint64 n_elements;
  gint64 now;    /* when the server answered, as it says; or DIAPASON_NEVER */
  gint64 latest; /* DIAPASON_NEVER: no element has an instant */
  gint64 pages;  /* -1: not told */
  gint64 total;  /* -1: not told */
  gint64 more;   /* -1: not told; 0; 1 */
  char *next;    /* (owned) (nullable) */
  char *later;   /* (owned) (nullable) the link for the next round */
} DiapasonPageFacts;

void diapason_page_facts_clear (DiapasonPageFacts *facts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DiapasonPageFacts, diapason_page_facts_clear)

/* Moves @position behind the page that told @facts. *@end: there is no other page to ask for now.
 * *@listed: a full walk ended here that proves absence. @tokens: those seen in this round, a set of
 * texts. Errors: DIAPASON_SOURCE_ERROR_PAGE when it would go round in circles. */
gboolean diapason_position_advance (DiapasonPosition *position,
                                    const DiapasonStreamPlan *plan,
                                    const DiapasonPageFacts *facts,
                                    GHashTable *tokens,
                                    gboolean *end,
                                    gboolean *listed,
                                    GError **error);

/* The address @link (absolute or relative) as an address below @base_url for the request at @path:
 * servers behind a proxy tell their own host. NULL when it does not lead to the same path. Returns:
 * (transfer full). */
char *diapason_paging_rebase (const char *link, const char *base_url, const char *path);

/* The target of rel="@relation" in a Link header (nullable). Returns: (transfer full) (nullable).
 */
char *diapason_paging_link (const char *header, const char *relation);

G_END_DECLS
