/* session.h: the one HTTP session of the program.
 *
 * Wraps one asynchronous SoupSession: no cookies, no cache of its own, no redirect but same-origin
 * GETs followed by hand, https except on loopback, bodies streamed under a cap, a total deadline
 * for each request (libsoup's timeout is for inactivity only). Thread: main.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DIAPASON_HTTP_BODY_CAP    (64 * 1024 * 1024) /* bytes, after decompression */
#define DIAPASON_HTTP_DEADLINE_MS (30 * 1000)

/* A request: a value, built by the caller, freed with diapason_http_request_free(). */
typedef struct
{
  char *method; /* (owned) "GET" */
  char *uri;    /* (owned) absolute */
  /* (owned) name, value alternating, NULL-terminated order kept; see
   * diapason_http_request_add_header() */
  GPtrArray *headers;
  GBytes *body;       /* (owned) (nullable) */
  char *content_type; /* (owned) (nullable) of the body */
  gsize body_cap;     /* bytes; 0: DIAPASON_HTTP_BODY_CAP */
  gint64 deadline_ms; /* 0: DIAPASON_HTTP_DEADLINE_MS */
  gboolean streams;   /* the answer is given when its head is there, its body still coming: the
                       * deadline is the head's, there is no cap, no redirect is followed */
} DiapasonHttpRequest;

DiapasonHttpRequest *diapason_http_request_new (const char *method, const char *uri);
DiapasonHttpRequest *diapason_http_request_copy (const DiapasonHttpRequest *request);
void diapason_http_request_free (DiapasonHttpRequest *request);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonHttpRequest, diapason_http_request_free)

/* Adds or replaces a header. A value with CR, LF or NUL is refused (FALSE). */
gboolean diapason_http_request_add_header (DiapasonHttpRequest *request,
                                           const char *name,
                                           const char *value);

/* An answer: immutable, refcounted. Any status is an answer, not an error. */
typedef struct _DiapasonHttpResponse DiapasonHttpResponse;
DiapasonHttpResponse *diapason_http_response_ref (DiapasonHttpResponse *response);
void diapason_http_response_unref (DiapasonHttpResponse *response);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonHttpResponse, diapason_http_response_unref)

/* 100 to 599. */
guint diapason_http_response_get_status (DiapasonHttpResponse *response);
/* The first value of a header, borrowed, or NULL. */
const char *diapason_http_response_get_header (DiapasonHttpResponse *response, const char *name);
/* The media type without parameters, lower case; NULL when absent. Borrowed. */
const char *diapason_http_response_get_content_type (DiapasonHttpResponse *response);
/* Never NULL; empty for 204. Borrowed. */
GBytes *diapason_http_response_get_body (DiapasonHttpResponse *response);
/* The body of an answer to a request that streams; NULL of another. Its connection is closed with
 * the answer's last reference, which has to be dropped in the main thread. Borrowed. */
GInputStream *diapason_http_response_get_stream (DiapasonHttpResponse *response);

#define DIAPASON_TYPE_SESSION (diapason_session_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonSession, diapason_session, DIAPASON, SESSION, GObject)

/* @tls_database: (nullable) the trust anchors; NULL: the system's. Returns: (transfer full). */
DiapasonSession *diapason_session_new (GTlsDatabase *tls_database);

/* Another deadline than DIAPASON_HTTP_DEADLINE_MS for later requests that have none of their own;
 * for tests. */
void diapason_session_set_deadline (DiapasonSession *session, gint64 deadline_ms);

/* The machine was cut off: no connection of before is used again, and what is under way on one
 * fails. */
void diapason_session_forget_connections (DiapasonSession *session);

/* Sends a copy of @request. Errors: DIAPASON_NET_ERROR, G_IO_ERROR_CANCELLED. */
void diapason_session_send_async (DiapasonSession *session,
                                  const DiapasonHttpRequest *request,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
DiapasonHttpResponse *diapason_session_send_finish (DiapasonSession *session,
                                                    GAsyncResult *result,
                                                    GError **error);

/* Whether two absolute URIs have the same scheme, host and (effective) port. Pure. */
gboolean diapason_uri_same_origin (const char *a, const char *b);

/* Refuses what must never be talked to: other schemes than https (http on loopback only), userinfo,
 * no host. Errors: DIAPASON_NET_ERROR_ADDRESS. Pure. */
gboolean diapason_uri_check (const char *uri, GError **error);

G_END_DECLS
