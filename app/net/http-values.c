/* http-values.c: requests and answers as values. */
#include "http-values.h"

struct _DiapasonHttpResponse
{
  guint status;
  char *content_type;  /* (owned) (nullable) */
  GHashTable *headers; /* (owned) lower-case name to its first value */
  GBytes *body;        /* (owned) */

  GInputStream *stream;      /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) with @stream: of its message */
};

DiapasonHttpRequest *
diapason_http_request_new (const char *method, const char *uri)
{
  DiapasonHttpRequest *request = g_new0 (DiapasonHttpRequest, 1);

  request->method = g_strdup (method);
  request->uri = g_strdup (uri);
  request->headers = g_ptr_array_new_with_free_func (g_free);
  return request;
}

static gpointer
copy_string (gconstpointer text, gpointer user_data)
{
  return g_strdup (text);
}

DiapasonHttpRequest *
diapason_http_request_copy (const DiapasonHttpRequest *request)
{
  DiapasonHttpRequest *copy = g_new0 (DiapasonHttpRequest, 1);

  copy->method = g_strdup (request->method);
  copy->uri = g_strdup (request->uri);
  copy->headers = g_ptr_array_copy (request->headers, copy_string, NULL);
  copy->body = request->body != NULL ? g_bytes_ref (request->body) : NULL;
  copy->content_type = g_strdup (request->content_type);
  copy->body_cap = request->body_cap;
  copy->deadline_ms = request->deadline_ms;
  copy->streams = request->streams;
  return copy;
}

void
diapason_http_request_free (DiapasonHttpRequest *request)
{
  g_clear_pointer (&request->method, g_free);
  g_clear_pointer (&request->uri, g_free);
  g_clear_pointer (&request->headers, g_ptr_array_unref);
  g_clear_pointer (&request->body, g_bytes_unref);
  g_clear_pointer (&request->content_type, g_free);
  g_free (request);
}

/* RFC 9110: a token. */
static gboolean
is_header_name (const char *name)
{
  for (const char *p = name; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("!#$%&'*+-.^_`|~", *p) == NULL)
      return FALSE;

  return *name != '\0';
}

gboolean
diapason_http_request_add_header (DiapasonHttpRequest *request, const char *name, const char *value)
{
  if (!is_header_name (name) || strpbrk (value, "\r\n") != NULL)
    return FALSE;

  for (guint i = 0; i + 1 < request->headers->len; i += 2)
    if (g_ascii_strcasecmp (request->headers->pdata[i], name) == 0)
      {
        g_free (request->headers->pdata[i + 1]);
        request->headers->pdata[i + 1] = g_strdup (value);
        return TRUE;
      }

  g_ptr_array_add (request->headers, g_strdup (name));
  g_ptr_array_add (request->headers, g_strdup (value));
  return TRUE;
}

static gboolean
is_read (const char *method)
{
  return g_str_equal (method, "GET") || g_str_equal (method, "HEAD");
}

SoupMessage *
diapason_http_request_to_message (const DiapasonHttpRequest *request, GUri *uri)
{
  SoupMessage *message = soup_message_new_from_uri (request->method, uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);

  /* libsoup silently sends a PUT or DELETE again when a kept connection drops before the answer; on
   * a new connection it does not. */
  if (!is_read (request->method))
    soup_message_add_flags (message, SOUP_MESSAGE_NEW_CONNECTION);

  for (guint i = 0; i + 1 < request->headers->len; i += 2)
    soup_message_headers_replace (headers, request->headers->pdata[i],
                                  request->headers->pdata[i + 1]);

  if (request->body != NULL)
    soup_message_set_request_body_from_bytes (message, request->content_type, request->body);

  return message;
}

static GHashTable *
first_values (SoupMessageHeaders *headers)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  SoupMessageHeadersIter iter;
  const char *name;
  const char *value;

  soup_message_headers_iter_init (&iter, headers);
  while (soup_message_headers_iter_next (&iter, &name, &value))
    {
      g_autofree char *key = g_ascii_strdown (name, -1);

      if (!g_hash_table_contains (values, key))
        g_hash_table_insert (values, g_steal_pointer (&key), g_strdup (value));
    }

  return values;
}

DiapasonHttpResponse *
diapason_http_response_new (SoupMessage *message, GBytes *body)
{
  DiapasonHttpResponse *response = g_atomic_rc_box_new0 (DiapasonHttpResponse);
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const char *type = soup_message_headers_get_content_type (headers, NULL);

  response->status = soup_message_get_status (message);
  response->content_type = type != NULL ? g_ascii_strdown (type, -1) : NULL;
  response->headers = first_values (headers);
  response->body = body;
  return response;
}

DiapasonHttpResponse *
diapason_http_response_new_streaming (SoupMessage *message,
                                      GInputStream *stream,
                                      GCancellable *cancellable)
{
  DiapasonHttpResponse *response = diapason_http_response_new (message, g_bytes_new (NULL, 0));

  response->stream = stream;
  response->cancellable = g_object_ref (cancellable);
  return response;
}

/* libsoup closes a body by reading it to its end, which a stream may not have, unless its message
 * is cancelled. */
static void
drop_stream (DiapasonHttpResponse *response)
{
  if (response->stream == NULL)
    return;

  g_cancellable_cancel (response->cancellable);
  g_input_stream_close_async (response->stream, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  g_clear_object (&response->stream);
  g_clear_object (&response->cancellable);
}

DiapasonHttpResponse *
diapason_http_response_ref (DiapasonHttpResponse *response)
{
  return g_atomic_rc_box_acquire (response);
}

static void
clear_response (gpointer data)
{
  DiapasonHttpResponse *response = data;

  drop_stream (response);
  g_clear_pointer (&response->content_type, g_free);
  g_clear_pointer (&response->headers, g_hash_table_unref);
  g_clear_pointer (&response->body, g_bytes_unref);
}

void
diapason_http_response_unref (DiapasonHttpResponse *response)
{
  g_atomic_rc_box_release_full (response, clear_response);
}

guint
diapason_http_response_get_status (DiapasonHttpResponse *response)
{
  return response->status;
}

const char *
diapason_http_response_get_header (DiapasonHttpResponse *response, const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);

  return g_hash_table_lookup (response->headers, key);
}

const char *
diapason_http_response_get_content_type (DiapasonHttpResponse *response)
{
  return response->content_type;
}

GBytes *
diapason_http_response_get_body (DiapasonHttpResponse *response)
{
  return response->body;
}

GInputStream *
diapason_http_response_get_stream (DiapasonHttpResponse *response)
{
  return response->stream;
}
