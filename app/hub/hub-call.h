/* hub-call.h: one request and its answer, between the route that was found and the bytes that
 * leave.
 *
 * Handlers read with the getters below. The first refusal stays: a getter that refused gives
 * nothing, and what is asked or answered after it changes nothing. Thread: the hub's. Lifetime: the
 * request's.
 */
#pragma once

#include "hub-database.h"

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

/* Those that libsoup has no names for. */
#define DIAPASON_HUB_STATUS_PRECONDITION_REQUIRED 428
#define DIAPASON_HUB_STATUS_TOO_MANY_REQUESTS     429

typedef struct _DiapasonHubCall DiapasonHubCall;
typedef struct _DiapasonHubLimiter DiapasonHubLimiter;
typedef struct _DiapasonHubTokens DiapasonHubTokens;

/* What a list is of and an {id} names, in SQL over the table's alias t. */
typedef struct
{
  const char *table;
  const char *id;        /* what the source calls a row by */
  const char *json;      /* a row as the source says it */
  const char *tombstone; /* what is said of a deleted row */
} DiapasonHubEntity;

typedef enum
{
  DIAPASON_HUB_ACCESS_OPEN,
  DIAPASON_HUB_ACCESS_CRM,      /* an adviser's token */
  DIAPASON_HUB_ACCESS_PLATFORM, /* any token, the client's own too */
  DIAPASON_HUB_ACCESS_AGENT,    /* a token of somebody */
  DIAPASON_HUB_ACCESS_SURVEY,   /* an adviser's key */
  DIAPASON_HUB_ACCESS_SHOP,     /* an adviser's user name and password */
} DiapasonHubAccess;

typedef enum
{
  DIAPASON_HUB_NEEDS_NOTHING = 0,
  DIAPASON_HUB_NEEDS_JSON = 1 << 0,  /* a JSON object as body */
  DIAPASON_HUB_NEEDS_FORM = 1 << 1,  /* a form as body */
  DIAPASON_HUB_NEEDS_KEY = 1 << 2,   /* an Idempotency-Key; any other write may have one */
  DIAPASON_HUB_NEEDS_MATCH = 1 << 3, /* an If-Match with the revision of @entity's row */
} DiapasonHubNeeds;

typedef struct
{
  const char *method;
  const char *path; /* with at most one {id} */
  DiapasonHubAccess access;
  void (*answer) (DiapasonHubCall *call);
  const DiapasonHubEntity *entity; /* (nullable) of the {id}, which then exists, or of the list */
  DiapasonHubNeeds needs;
} DiapasonHubRoute;

struct _DiapasonHubCall
{
  DiapasonHubDatabase *database; /* (unowned) */
  DiapasonHubTokens *tokens;     /* (unowned) */
  DiapasonHubLimiter *limiter;   /* (unowned) */
  guint rate_limit;              /* requests a minute and login; 0: no limit */
  gint64 token_seconds;
  guint heartbeat_ms; /* between the comments of a stream */

  const DiapasonHubRoute *route; /* (unowned) */
  const char *method;            /* (unowned) */
  const char *path;              /* (unowned) */
  GUri *uri;                     /* (unowned) as the client has it */
  GHashTable *query;             /* (unowned) (nullable) */
  SoupMessageHeaders *headers;   /* (unowned) of the request */
  GBytes *content;               /* (owned) (nullable) the request's body */
  char *id;                      /* (owned) (nullable) what stands for {id} */
  char *login;        /* (owned) (nullable) who asks; NULL: nobody, or the client itself */
  char *adviser;      /* (owned) (nullable) the CRM's id of @login */
  gint64 login_ends;  /* by the monotonic clock, in microseconds; 0: never */
  JsonObject *body;   /* (owned) (nullable) */
  guint members_read; /* of @body */

  guint status;                       /* 0 before there is an answer */
  char *answer;                       /* (owned) (nullable) JSON */
  gboolean is_stream;                 /* it is answered with events instead of @answer */
  SoupMessageHeaders *answer_headers; /* (unowned) */
};

/* Frees what the call owns, not itself. */
void diapason_hub_call_clear (DiapasonHubCall *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DiapasonHubCall, diapason_hub_call_clear)

/* Answers with @json (transfer full) (nullable). */
void diapason_hub_call_answer (DiapasonHubCall *self, guint status, char *json);

/* Refuses in the source's manner: @code is for programs, @message for persons. */
void diapason_hub_call_refuse (DiapasonHubCall *self,
                               guint status,
                               const char *code,
                               const char *message);

/* The same with one member more, of ready JSON. */
void diapason_hub_call_refuse_with (DiapasonHubCall *self,
                                    guint status,
                                    const char *code,
                                    const char *message,
                                    const char *member,
                                    const char *json);

/* Whether the answer, so far, is a refusal. */
gboolean diapason_hub_call_is_refused (const DiapasonHubCall *self);

/* HTTP's words for @status. */
const char *diapason_hub_status_phrase (guint status);

/* Answers with the row of @entity called @id and its ETag, or 304 where the caller has it already;
 * 404 without a row. */
void diapason_hub_call_answer_row (DiapasonHubCall *self,
                                   guint status,
                                   const DiapasonHubEntity *entity,
                                   const char *id);

/* Says that the answer's ETag is @tag. TRUE, and answered with 304, where the caller has that
 * already: then nothing is left to do. */
gboolean diapason_hub_call_is_known (DiapasonHubCall *self, const char *tag);

/* Whether a row of @entity is called @id and not deleted. */
gboolean diapason_hub_call_has_row (DiapasonHubCall *self,
                                    const DiapasonHubEntity *entity,
                                    const char *id);

/* Refuses a write whose route's row is not there, or whose If-Match is not of its revision; one
 * without If-Match too if @match. */
void diapason_hub_call_demand_row (DiapasonHubCall *self, gboolean match);

/* The query's whole number @name; @fallback without one; refused outside @least … @most. */
gint64 diapason_hub_call_query_number (DiapasonHubCall *self,
                                       const char *name,
                                       gint64 fallback,
                                       gint64 least,
                                       gint64 most);

G_END_DECLS
