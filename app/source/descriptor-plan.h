/* descriptor-plan.h: a descriptor as the engine sees it: what to ask, how to go on, what to make of
 * it.
 *
 * Read once from JSON and then immutable, except for the reference count: any thread. Inside
 * app/source only.
 */
#pragma once

#include "descriptor.h"
#include "expression.h"
#include "mapping.h"
#include "text-template.h"

G_BEGIN_DECLS

/* Names a request's templates may hold; others are paths into the parent's element ("^.id"). */
#define DIAPASON_VARIABLE_SINCE  "since"  /* the cursor of time, in its format */
#define DIAPASON_VARIABLE_AGE    "age"    /* seconds from it to the server's now */
#define DIAPASON_VARIABLE_PAGE   "page"   /* number of the page */
#define DIAPASON_VARIABLE_OFFSET "offset" /* number of elements before it */
#define DIAPASON_VARIABLE_SIZE   "size"   /* elements wanted */
#define DIAPASON_VARIABLE_CURSOR "cursor" /* as the server gave it */

/* One parameter of a query: pieces that are joined, those with a variable that is not set left out;
 * with none left the parameter is left out. */
typedef struct
{
  char *name;        /* (owned) */
  GPtrArray *pieces; /* (owned) of DiapasonTemplate */
} DiapasonParameter;

typedef struct
{
  char *method;           /* (owned) GET or POST */
  DiapasonTemplate *path; /* (owned) behind base_url, starting with a slash */
  GPtrArray *query;       /* (owned) of DiapasonParameter */
  DiapasonTemplate *body; /* (owned) (nullable) JSON */
} DiapasonRequestPlan;

typedef enum
{
  DIAPASON_PAGING_NONE,
  DIAPASON_PAGING_PAGE,
  DIAPASON_PAGING_OFFSET,
  DIAPASON_PAGING_NEXT_URL,
  DIAPASON_PAGING_CURSOR,
  DIAPASON_PAGING_AFTER,
} DiapasonPagingKind;

typedef struct
{
  DiapasonPagingKind kind;
  gint64 size;          /* elements asked for in one page */
  gint64 first;         /* PAGE: number of the first page */
  char *pages;          /* (owned) (nullable) PAGE: path of the number of pages */
  gboolean until_empty; /* PAGE: without that number, a short page is not the last */
  gboolean by_time; /* PAGE, OFFSET: after a page ask from its latest instant, rather than for the
                       next number */
  char *next; /* (owned) (nullable) NEXT_URL, CURSOR: path; NEXT_URL without it: the Link header;
               * AFTER: path of an element's id */
  char *more; /* (owned) (nullable) NEXT_URL, CURSOR: path of a flag */
} DiapasonPagingPlan;

typedef enum
{
  DIAPASON_INCREMENTAL_NONE,    /* all of it each round */
  DIAPASON_INCREMENTAL_TIME,    /* what changed since an instant */
  DIAPASON_INCREMENTAL_CURSOR,  /* what comes after an opaque cursor */
  DIAPASON_INCREMENTAL_LISTING, /* all of it each round, and what is absent twice is deleted */
} DiapasonIncrementalKind;

typedef enum
{
  DIAPASON_TIME_RFC3339,
  DIAPASON_TIME_UNIX_S,
  DIAPASON_TIME_UNIX_MS,
  DIAPASON_TIME_STRFTIME,
} DiapasonTimeFormat;

typedef struct
{
  DiapasonIncrementalKind kind;
  DiapasonExpression *at;    /* (owned) TIME: of an element */
  DiapasonTimeFormat format; /* TIME: of {since} */
  char *pattern;             /* (owned) (nullable) STRFTIME */
  GTimeZone *zone;           /* (owned) (nullable) STRFTIME */
  gint64 overlap_ms;         /* TIME: asked again before the latest instant */
  char *first;               /* (owned) (nullable) TIME: {since} when nothing was read yet */
  gint64 sweep_ms;           /* TIME: how often all of it is read to find what is gone; 0: never */
  guint expired;             /* CURSOR: the status that says that it is no longer known */
  char *link;      /* (owned) (nullable) CURSOR with NEXT_URL: the relation of the link that the
                    * last page has for the next round */
  gboolean sweeps; /* CURSOR: read anew, what is absent twice is deleted */
} DiapasonIncrementalPlan;

typedef struct _DiapasonStreamPlan DiapasonStreamPlan;

struct _DiapasonStreamPlan
{
  char *name;                     /* (owned) */
  const DiapasonEntityInfo *info; /* (nullable) makes no rows of its own */
  DiapasonRequestPlan request;
  char *items;        /* (owned) path of the list, or of the one element; "" the whole answer */
  gboolean is_single; /* one element rather than a list */
  char *count;        /* (owned) (nullable) path of the number of elements in this page */
  char *total;        /* (owned) (nullable) path of the number in all pages */
  DiapasonPagingPlan paging;
  DiapasonIncrementalPlan incremental;
  char *keep;      /* (owned) (nullable) path of the key its elements are kept under for lookups */
  gboolean etag;   /* ask only for what is no longer the same */
  gboolean unique; /* of elements with the same id the first counts */
  DiapasonMapping *mapping; /* (owned) (nullable) */
  GPtrArray *children;      /* (owned) of DiapasonStreamPlan: asked for each of its elements */
  GPtrArray *exports;       /* (owned) of DiapasonExport: what the children's requests need of it */
  DiapasonStreamPlan *parent; /* (nullable) */
};

/* "^.id" in a child's request, as a path from the parent's element. */
typedef struct
{
  char *name;                     /* (owned) as it stands in the template */
  DiapasonExpression *expression; /* (owned) */
} DiapasonExport;

typedef struct
{
  char *remaining; /* (owned) (nullable) header names */
  char *reset;
  gboolean reset_is_epoch; /* else seconds from now */
  char *retry;
} DiapasonLimitPlan;

/* Where it tells what changes; an event is a hint to ask again. */
typedef struct
{
  char *path;   /* (owned) (nullable) behind base_url; NULL: it tells nothing */
  char *stream; /* (owned) path of a stream's name in an event's data */
  gint64 heartbeat_ms;
} DiapasonEventsPlan;

typedef struct
{
  DiapasonTemplate *path; /* (owned) (nullable) of fields of the login */
  char *id;               /* (owned) (nullable) path of the adviser's remote id in the answer */
  DiapasonTemplate *id_template; /* (owned) (nullable) of fields of the login, instead of asking */
  char *field;     /* (owned) (nullable) the field of the login that {login} is cut from */
  GRegex *pattern; /* (owned) (nullable) whose first group it is */
} DiapasonWhoamiPlan;

struct _DiapasonDescriptor
{
  char *name;                                 /* (owned) */
  char *label;                                /* (owned) */
  char *base_url;                             /* (owned) without a slash at the end */
  DiapasonAuthenticationPlan *authentication; /* (owned) */
  GPtrArray *headers;                         /* (owned) of char*: name, value, … */
  gint64 poll_ms;
  DiapasonLimitPlan limits;
  DiapasonEventsPlan events;
  DiapasonWhoamiPlan whoami;
  GPtrArray *streams; /* (owned) of DiapasonStreamPlan, without those that are children */
};

G_END_DECLS
