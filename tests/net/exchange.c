/* exchange.c: sending a request in a test and waiting for what comes of it. */
#include "exchange.h"

#include "await.h"

DiapasonHttpRequest *
exchange_request (const char *method, const char *uri)
{
  g_autofree char *whole = g_strconcat (uri, "?key=canary", NULL);
  DiapasonHttpRequest *request = diapason_http_request_new (method, whole);

  g_assert_true (diapason_http_request_add_header (request, "X-Api-Key", "canary"));
  return request;
}

DiapasonHttpResponse *
exchange_send (DiapasonSession *session, DiapasonHttpRequest *request, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  DiapasonHttpResponse *response;
  GError *failure = NULL;

  diapason_session_send_async (session, request, NULL, await_cb, &result);
  await (&result);
  response = diapason_session_send_finish (session, result, &failure);

  g_assert_true ((response != NULL) == (failure == NULL));
  if (failure != NULL)
    {
      g_test_message ("%s", failure->message);
      g_assert_null (strstr (failure->message, "canary"));
      g_propagate_error (error, failure);
    }

  return response;
}

void
exchange_refuse (DiapasonSession *session,
                 const char *method,
                 const char *uri,
                 DiapasonNetError code,
                 const char *says)
{
  g_autoptr (DiapasonHttpRequest) request = exchange_request (method, uri);
  g_autoptr (DiapasonHttpResponse) response = NULL;
  g_autoptr (GError) error = NULL;

  response = exchange_send (session, request, &error);
  g_assert_error (error, DIAPASON_NET_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, says));
}

void
exchange_check (DiapasonHttpResponse *response, guint status, const char *body)
{
  GBytes *bytes;

  g_assert_nonnull (response);
  g_assert_cmpuint (diapason_http_response_get_status (response), ==, status);

  bytes = diapason_http_response_get_body (response);
  if (body != NULL)
    g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), body, strlen (body));
}
