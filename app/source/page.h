/* page.h: one answer of a stream on its way into the cache.
 *
 * Filled on the main thread, lent to the writer of cache.db while it is applied, and read on the
 * main thread again: never by both. The body is scanned once, and what it says of itself checked,
 * before any row is applied; then it goes in by slices, and the position moves in the last slice's
 * transaction. Inside app/source only.
 */
#pragma once

#include <gio/gio.h>

#include "ingest.h"
#include "paging.h"

G_BEGIN_DECLS

#define DIAPASON_PAGE_SLICE 200 /* elements in one transaction, at most */

/* An element that children are asked for. Immutable; refcounted, any thread. */
typedef struct _DiapasonParent
{
  char *json;                 /* (owned) the element */
  GHashTable *values;         /* (owned) what requests of children need: name to text */
  struct _DiapasonParent *up; /* (owned) (nullable) its own parent */
} DiapasonParent;

DiapasonParent *diapason_parent_ref (DiapasonParent *parent);
void diapason_parent_unref (DiapasonParent *parent);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonParent, diapason_parent_unref)

typedef struct
{
  guint added;
  guint changed;
  guint deleted;
} DiapasonRowCounts;

typedef struct
{
  /* What it is, and where it goes. */
  DiapasonDescriptor *descriptor; /* (owned) */
  const DiapasonStreamPlan *stream;
  gint64 source;
  gint64 as_of;
  gint64 server_now;          /* when it was answered, as the server says; or DIAPASON_NEVER */
  GBytes *body;               /* (owned) */
  guint64 previous;           /* the mark of the body of the page before; 0: none */
  char *link;                 /* (owned) (nullable) the Link header */
  char *etag;                 /* (owned) (nullable) to be kept with the position */
  DiapasonParent *parent;     /* (owned) (nullable) */
  GHashTable *tables;         /* (owned) (nullable) name to (key to JSON text): for lookups */
  GHashTable *ids;            /* (owned) ids seen in this reading, for `unique` */
  GHashTable *tokens;         /* (owned) cursors and links seen in this round */
  DiapasonPosition *position; /* (owned) before this page, then behind it */
  DiapasonPosition *attempt;  /* (owned) before this page, with one more failure: kept until the
                                 children are here */
  gint64 listing;             /* number of the last full listing */
  gint64
      floor; /* an unchanged element as old as this or younger still has its children asked for */

  /* What came of it. */
  guint64 mark;       /* what the body is known by: another body has another */
  gboolean end;       /* there is no other page to ask for now */
  gboolean is_barren; /* there is, though this one held nothing that no page before had held */
  gboolean sweep;     /* a second full listing has ended: what is gone can be deleted */
  GPtrArray *parents; /* (owned) of DiapasonParent */
  DiapasonRowCounts counts[DIAPASON_N_ENTITIES];
  guint n_rows;  /* applied, whether or not they changed anything */
  guint refused; /* elements that could not be read */

  /* Between slices. */
  GArray *elements; /* (owned) (nullable) of DiapasonJsonSlice */
  guint next;
  DiapasonPageFacts facts;
} DiapasonPage;

/* An answer that stands by itself: the first of its list, with nothing known before it. @stream:
 * one of @descriptor; @body: what was answered. Returns: (transfer full). */
DiapasonPage *diapason_page_new (DiapasonDescriptor *descriptor,
                                 const DiapasonStreamPlan *stream,
                                 GBytes *body);

/* Makes it one of the pages of a reading: @position: before it (copied); @ids, @tokens: seen in the
 * pages before, which this one adds its own to; @tables: (nullable) likewise, for lookups. Thread:
 * main, before it is written. */
void diapason_page_join (DiapasonPage *page,
                         const DiapasonPosition *position,
                         GHashTable *ids,
                         GHashTable *tokens,
                         GHashTable *tables);

DiapasonPage *diapason_page_ref (DiapasonPage *page);
void diapason_page_unref (DiapasonPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonPage, diapason_page_unref)

/* What it is to be written with: a short answer is no part of a long past, and goes first. Thread:
 * main. */
DiapasonPriority diapason_page_get_priority (DiapasonPage *page);

/* DiapasonWriteFuncs; @data is the page. */

/* Applies it. The position is kept in the last slice's transaction, unless children are to be asked
 * for: then it is kept by diapason_page_keep_in_writer() when they are here, and until then that
 * they are not. Errors: DIAPASON_SOURCE_ERROR_PAGE with half a sentence; those of store. */
gboolean diapason_page_apply_in_writer (DiapasonDatabase *database,
                                        gpointer data,
                                        gboolean *more,
                                        GError **error);

/* Keeps the position behind the page. */
gboolean diapason_page_keep_in_writer (DiapasonDatabase *database,
                                       gpointer data,
                                       gboolean *more,
                                       GError **error);

/* Deletes what stood in neither of the last two listings. */
gboolean diapason_page_sweep_in_writer (DiapasonDatabase *database,
                                        gpointer data,
                                        gboolean *more,
                                        GError **error);

G_END_DECLS
