/* fake-exchange.c: what a fake server was asked and what it says. */
#include "fake-exchange.h"

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

FakeRequest *
fake_request_new (SoupServerMessage *message, const char *path, GHashTable *query)
{
  FakeRequest *request = g_new0 (FakeRequest, 1);
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);
  const char *raw_query = g_uri_get_query (soup_server_message_get_uri (message));

  request->method = g_strdup (soup_server_message_get_method (message));
  request->path = g_strdup (path);
  request->whole = raw_query != NULL ? g_strconcat (path, "?", raw_query, NULL) : g_strdup (path);
  request->parameters = query != NULL ? g_hash_table_ref (query) : NULL;
  request->headers = first_values (soup_server_message_get_request_headers (message));
  request->body = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return request;
}

void
fake_request_free (FakeRequest *request)
{
  g_clear_pointer (&request->method, g_free);
  g_clear_pointer (&request->path, g_free);
  g_clear_pointer (&request->whole, g_free);
  g_clear_pointer (&request->parameters, g_hash_table_unref);
  g_clear_pointer (&request->headers, g_hash_table_unref);
  g_clear_pointer (&request->body, g_free);
  g_free (request);
}

const char *
fake_request_method (const FakeRequest *request)
{
  return request->method;
}

const char *
fake_request_path (const FakeRequest *request)
{
  return request->path;
}

const char *
fake_request_parameter (const FakeRequest *request, const char *name)
{
  if (request->parameters == NULL)
    return NULL;

  return g_hash_table_lookup (request->parameters, name);
}

const char *
fake_request_header (const FakeRequest *request, const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);

  return g_hash_table_lookup (request->headers, key);
}

const char *
fake_request_body (const FakeRequest *request)
{
  return request->body;
}

FakeAnswer *
fake_answer_new (guint status, const char *body)
{
  FakeAnswer *answer = g_new0 (FakeAnswer, 1);
  const char *text = body != NULL ? body : "";

  answer->status = status;
  answer->content_type = g_strdup ("application/json");
  answer->body = g_bytes_new (text, strlen (text));
  answer->headers = g_ptr_array_new_with_free_func (g_free);
  return answer;
}

static gpointer
copy_string (gconstpointer text, gpointer user_data)
{
  return g_strdup (text);
}

FakeAnswer *
fake_answer_copy (const FakeAnswer *answer)
{
  FakeAnswer *copy = g_new0 (FakeAnswer, 1);

  copy->status = answer->status;
  copy->content_type = g_strdup (answer->content_type);
  copy->body = g_bytes_ref (answer->body);
  copy->headers = g_ptr_array_copy (answer->headers, copy_string, NULL);
  copy->delay_ms = answer->delay_ms;
  copy->is_open = answer->is_open;
  return copy;
}

void
fake_answer_free (FakeAnswer *answer)
{
  g_clear_pointer (&answer->content_type, g_free);
  g_clear_pointer (&answer->body, g_bytes_unref);
  g_clear_pointer (&answer->headers, g_ptr_array_unref);
  g_free (answer);
}

void
fake_answer_header (FakeAnswer *answer, const char *name, const char *value)
{
  g_ptr_array_add (answer->headers, g_strdup (name));
  g_ptr_array_add (answer->headers, g_strdup (value));
}

void
fake_answer_bytes (FakeAnswer *answer, const char *content_type, GBytes *bytes)
{
  g_free (answer->content_type);
  g_bytes_unref (answer->body);
  answer->content_type = g_strdup (content_type);
  answer->body = g_bytes_ref (bytes);
}

void
fake_answer_delay (FakeAnswer *answer, guint milliseconds)
{
  answer->delay_ms = milliseconds;
}

void
fake_answer_keep_open (FakeAnswer *answer)
{
  answer->is_open = TRUE;
}

void
fake_answer_write (const FakeAnswer *answer, SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_server_message_set_status (message, answer->status, NULL);
  for (guint i = 0; i < answer->headers->len; i += 2)
    soup_message_headers_append (headers, answer->headers->pdata[i], answer->headers->pdata[i + 1]);

  if (answer->is_open)
    soup_message_headers_set_encoding (headers, SOUP_ENCODING_EOF);
  if (g_bytes_get_size (answer->body) == 0 && !answer->is_open)
    return;

  soup_message_headers_set_content_type (headers, answer->content_type, NULL);
  if (g_bytes_get_size (answer->body) > 0)
    soup_message_body_append_bytes (soup_server_message_get_response_body (message), answer->body);
}
