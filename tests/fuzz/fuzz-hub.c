/* fuzz-hub.c: requests to the hub, read as libsoup's server reads them and answered in-process.
 *
 * An input is a whole request. TOKEN in it stands for a good token of the platform's. A write that
 * was made is taken back, so that each input finds the same company.
 */
#include "fuzz-target.h"

#include <glib/gstdio.h>

#include "diapason-hub-resources.h"
#include "hub-fixture.h"
#include "hub-limiter.h"
#include "hub-serve.h"
#include "hub-tokens.h"

#define TOKEN      "TOKEN"
#define FOR_EVER_S (10 * 365 * 24 * 3600)

static char *folder;
static char *path;
static GBytes *company;
static DiapasonHubLimiter *limiter;
static DiapasonHubDatabase *database;
static DiapasonHubTokens *tokens;
static char *token;

static void
close_company (void)
{
  static const char *const ends[] = { "", "-wal", "-shm" };

  g_clear_pointer (&database, diapason_hub_database_close);
  g_clear_pointer (&tokens, diapason_hub_tokens_free);
  g_clear_pointer (&token, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (path, ends[i], NULL);
      g_remove (file);
    }
}

static void
open_company (void)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, g_bytes_get_data (company, NULL), g_bytes_get_size (company),
                            G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  database = diapason_hub_database_open (path, &error);
  g_assert_no_error (error);
  tokens = diapason_hub_tokens_new ();
  token = diapason_hub_tokens_issue (tokens, DIAPASON_HUB_TOKEN_ACCESS, "anouk",
                                     g_get_monotonic_time (), FOR_EVER_S);
}

static void
end_cb (void)
{
  close_company ();
  g_rmdir (folder);
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  char *names[] = { (*argv)[0], NULL };
  char **arguments = names;
  int count = 1;
  g_autofree char *bytes = NULL;
  gsize length = 0;

  fuzz_begin ();
  g_test_init (&count, &arguments, NULL);
  folder = g_dir_make_tmp ("diapason-fuzz-XXXXXX", NULL);
  path = g_build_filename (folder, "company.db", NULL);
  sqlite3_close (hub_fixture_make_company (path));
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  company = g_bytes_new_take (g_steal_pointer (&bytes), length);
  limiter = diapason_hub_limiter_new ();
  open_company ();
  atexit (end_cb);
  return 0;
}

/* Where the head ends and the body begins. */
static gsize
head_length (const GString *request)
{
  const char *end = g_strstr_len (request->str, (gssize) request->len, "\r\n\r\n");

  return end == NULL ? request->len : (gsize) (end - request->str) + strlen ("\r\n\r\n");
}

static void
check_answer (const DiapasonHubCall *call)
{
  g_assert_cmpuint (call->status, >=, 200);
  g_assert_cmpuint (call->status, <, 500);
  if (call->answer == NULL)
    return;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (call->answer, &error);
  g_assert_no_error (error);
  g_assert_nonnull (node);
  g_assert_true (g_utf8_validate (call->answer, -1, NULL));
}

static void
serve (DiapasonHubCall *call)
{
  gboolean writes = !g_str_equal (call->method, "GET");

  diapason_hub_serve (call);
  check_answer (call);
  if (!writes || call->status >= 300)
    return;
  close_company ();
  open_company ();
}

/* As the server hands it to the hub: the path without escapes, the query as a form. */
static void
ask (const char *method, const char *address, SoupMessageHeaders *headers, GBytes *content)
{
  g_auto (DiapasonHubCall) call = { .database = database, .tokens = tokens, .limiter = limiter };
  g_autofree char *whole = g_strconcat ("http://127.0.0.1:8080", address, NULL);
  g_autoptr (GUri) uri = g_uri_parse (whole, SOUP_HTTP_URI_FLAGS, NULL);
  g_autofree char *plain = uri == NULL ? NULL : g_uri_unescape_string (g_uri_get_path (uri), NULL);
  const char *query = uri == NULL ? NULL : g_uri_get_query (uri);
  g_autoptr (GHashTable) form = query == NULL ? NULL : soup_form_decode (query);
  SoupMessageHeaders *answer_headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);

  call.method = method;
  call.uri = uri;
  call.path = plain;
  call.query = form;
  call.headers = headers;
  call.content = g_bytes_ref (content);
  call.answer_headers = answer_headers;
  call.token_seconds = FOR_EVER_S;
  call.heartbeat_ms = 1000;
  if (plain != NULL)
    serve (&call);
  soup_message_headers_unref (answer_headers);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GString) request = g_string_new_len ((const char *) data, (gssize) size);
  SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_REQUEST);
  g_autofree char *method = NULL;
  g_autofree char *address = NULL;

  if (memchr (data, '\0', size) == NULL)
    g_string_replace (request, TOKEN, token, 1);
  gsize head = head_length (request);
  g_autoptr (GBytes) content = g_bytes_new (request->str + head, request->len - head);
  if (soup_headers_parse_request (request->str, (int) head, headers, &method, &address, NULL) ==
          SOUP_STATUS_OK &&
      *address == '/')
    ask (method, address, headers, content);
  soup_message_headers_unref (headers);
  return 0;
}
