/* hub-fixture.c: a hub on a thread of its own, and a client for it. See the header. */
#include "hub-fixture.h"

#include "diapason-hub-resources.h"
#include "hub-contract.h"

#include <glib/gstdio.h>

#define SCHEMA "/io/github/diapason/Diapason/hub/hub/schema.sql"

struct _HubFixture
{
  char *folder;
  char *path;
  sqlite3 *database; /* beside the hub's own */
  SoupSession *session;

  GThread *thread;
  GMainContext *context; /* the hub's */
  GMainLoop *loop;
  guint rate_limit;
  guint token_seconds;

  GMutex mutex;
  GCond cond;
  DiapasonHub *hub; /* of its thread; here only to be told apart from NULL */
  guint16 port;
  gboolean is_done;
};

static void
run_sql (sqlite3 *database, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (database, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("The test's SQL is wrong: %s", message);
}

sqlite3 *
hub_fixture_make_company (const char *path)
{
  sqlite3 *database = NULL;
  g_autoptr (GBytes) schema = g_resource_lookup_data (diapason_hub_get_resource (), SCHEMA,
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "hub", "hub-fixture.sql", NULL);
  g_autofree char *rows = NULL;

  g_assert_true (g_file_get_contents (file, &rows, NULL, NULL));
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  run_sql (database, "PRAGMA synchronous = OFF; PRAGMA journal_mode = WAL; "
                     "PRAGMA user_version = " DIAPASON_HUB_FORMAT "; BEGIN");
  run_sql (database, g_bytes_get_data (schema, NULL));
  run_sql (database, rows);
  run_sql (database, "COMMIT");
  sqlite3_busy_timeout (database, 5000);
  return database;
}

static gpointer
serve (gpointer data)
{
  HubFixture *self = data;
  g_autoptr (DiapasonHub) hub = NULL;
  g_autoptr (GError) error = NULL;

  g_main_context_push_thread_default (self->context);
  hub = diapason_hub_new (self->path, &error);
  g_assert_no_error (error);
  g_object_set (hub, "rate-limit", self->rate_limit, "token-seconds", self->token_seconds, NULL);
  g_assert_cmpuint (diapason_hub_get_port (hub), ==, 0);
  diapason_hub_listen (hub, 0, &error);
  g_assert_no_error (error);

  g_mutex_lock (&self->mutex);
  self->port = diapason_hub_get_port (hub);
  self->hub = hub;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  g_main_loop_run (self->loop);

  g_assert_finalize_object (g_steal_pointer (&hub));
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

HubFixture *
hub_fixture_new (guint rate_limit, guint token_seconds)
{
  HubFixture *self = g_new0 (HubFixture, 1);

  self->folder = g_dir_make_tmp ("diapason-hub-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "company.db", NULL);
  self->rate_limit = rate_limit;
  self->token_seconds = token_seconds;
  self->session = soup_session_new_with_options ("max-conns", 32, "max-conns-per-host", 32, NULL);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->database = hub_fixture_make_company (self->path);

  self->thread = g_thread_new ("hub", serve, self);
  g_mutex_lock (&self->mutex);
  while (self->hub == NULL)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
  return self;
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

/* The loop ends itself: it may not have begun yet, and would not see that it was told to end. */
void
hub_fixture_free (HubFixture *self)
{
  soup_session_abort (self->session);
  g_main_context_invoke (self->context, quit_cb, self->loop);
  g_thread_join (self->thread);
  g_assert_cmpint (sqlite3_close (self->database), ==, SQLITE_OK);
  g_assert_cmpint (g_remove (self->path), ==, 0);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);

  g_clear_object (&self->session);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

const char *
hub_fixture_get_path (HubFixture *self)
{
  return self->path;
}

guint16
hub_fixture_get_port (HubFixture *self)
{
  return self->port;
}

typedef struct
{
  HubFixture *fixture;
  HubErrand func;
  gpointer data;
} Errand;

static gboolean
run_errand_cb (gpointer data)
{
  Errand *errand = data;
  HubFixture *self = errand->fixture;

  errand->func (self->hub, errand->data);
  g_mutex_lock (&self->mutex);
  self->is_done = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  return G_SOURCE_REMOVE;
}

void
hub_fixture_call (HubFixture *self, HubErrand func, gpointer data)
{
  Errand errand = { self, func, data };

  self->is_done = FALSE;
  g_main_context_invoke (self->context, run_errand_cb, &errand);
  g_mutex_lock (&self->mutex);
  while (!self->is_done)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

static void
set_token_seconds (DiapasonHub *hub, gpointer data)
{
  g_object_set (hub, "token-seconds", GPOINTER_TO_UINT (data), NULL);
}

void
hub_fixture_set_token_seconds (HubFixture *self, guint seconds)
{
  hub_fixture_call (self, set_token_seconds, GUINT_TO_POINTER (seconds));
}

static int
add_row (gpointer data, int n_columns, char **columns, char **names)
{
  GString *rows = data;

  for (int i = 0; i < n_columns; i++)
    g_string_append_printf (rows, "%s%s", i > 0 ? "|" : "", columns[i] == NULL ? "" : columns[i]);
  g_string_append_c (rows, '\n');
  return 0;
}

char *
hub_fixture_sql (HubFixture *self, const char *sql)
{
  GString *rows = g_string_new (NULL);
  char *message = NULL;

  if (sqlite3_exec (self->database, sql, add_row, rows, &message) != SQLITE_OK)
    g_error ("The test's SQL is wrong: %s", message);
  return g_string_free (rows, FALSE);
}

void
hub_fixture_run (HubFixture *self, const char *sql)
{
  g_free (hub_fixture_sql (self, sql));
}

/* Asking */

typedef struct
{
  SoupMessage *message;
  HubAnswer *answer; /* NULL until it came */
  guint *n_waiting;
} Asked;

static SoupMessage *
make_message (HubFixture *self, const HubRequest *request)
{
  const char *method = request->method == NULL ? "GET" : request->method;
  g_autofree char *uri = g_strdup_printf ("http://127.0.0.1:%u%s", self->port, request->path);
  SoupMessage *message = soup_message_new (method, uri);
  SoupMessageHeaders *headers = NULL;

  g_assert_nonnull (message);
  headers = soup_message_get_request_headers (message);
  if (request->token != NULL)
    {
      g_autofree char *bearer = g_strconcat ("Bearer ", request->token, NULL);
      soup_message_headers_append (headers, "Authorization", bearer);
    }
  if (request->body != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (request->body, strlen (request->body));
      soup_message_set_request_body_from_bytes (message,
                                                request->type == NULL ? "application/json"
                                                                      : request->type,
                                                bytes);
    }
  if (request->key != NULL)
    soup_message_headers_append (headers, "Idempotency-Key", request->key);
  if (request->match != NULL)
    soup_message_headers_append (headers, "If-Match", request->match);
  if (request->none_match != NULL)
    soup_message_headers_append (headers, "If-None-Match", request->none_match);
  if (request->header[0] != NULL)
    soup_message_headers_append (headers, request->header[0], request->header[1]);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  return message;
}

static void
hold_to_contract (SoupMessage *message, HubAnswer *answer)
{
  const char *path = g_uri_get_path (soup_message_get_uri (message));
  JsonObject *operation = hub_contract_find (soup_message_get_method (message), path);
  g_autofree char *fault = NULL;

  if (operation == NULL)
    return;
  fault = hub_contract_answer_fault (operation, answer->status, answer->headers, answer->body);
  if (fault != NULL)
    g_error ("The answer to %s %s%s: %u %s", soup_message_get_method (message), path, fault,
             answer->status, answer->text);
}

static HubAnswer *
make_answer (SoupMessage *message, GBytes *bytes)
{
  HubAnswer *answer = g_new0 (HubAnswer, 1);

  answer->status = soup_message_get_status (message);
  answer->headers = soup_message_headers_ref (soup_message_get_response_headers (message));
  if (g_bytes_get_size (bytes) > 0)
    {
      g_autoptr (GError) error = NULL;

      answer->text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      answer->body = json_from_string (answer->text, &error);
      g_assert_no_error (error);
    }
  return answer;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      soup_session_send_and_read_finish (SOUP_SESSION (source), result, &error);

  g_assert_no_error (error);
  asked->answer = make_answer (asked->message, bytes);
  hold_to_contract (asked->message, asked->answer);
  g_clear_object (&asked->message);
  (*asked->n_waiting)--;
}

GPtrArray *
hub_fixture_ask_all (HubFixture *self, const HubRequest *requests, guint n_requests)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify) hub_answer_free);
  g_autofree Asked *asked = g_new0 (Asked, n_requests);
  guint n_waiting = n_requests;

  for (guint i = 0; i < n_requests; i++)
    {
      asked[i].message = make_message (self, &requests[i]);
      asked[i].n_waiting = &n_waiting;
      soup_session_send_and_read_async (self->session, asked[i].message, G_PRIORITY_DEFAULT, NULL,
                                        answered_cb, &asked[i]);
    }
  while (n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < n_requests; i++)
    g_ptr_array_add (answers, asked[i].answer);
  return answers;
}

HubAnswer *
hub_fixture_ask (HubFixture *self, const HubRequest *request)
{
  g_autoptr (GPtrArray) answers = hub_fixture_ask_all (self, request, 1);

  return g_ptr_array_steal_index (answers, 0);
}

void
hub_answer_free (HubAnswer *self)
{
  g_clear_pointer (&self->headers, soup_message_headers_unref);
  g_clear_pointer (&self->body, json_node_unref);
  g_free (self->text);
  g_free (self);
}

char *
hub_fixture_sign_in (HubFixture *self, const char *login)
{
  g_autofree char *who =
      login == NULL
          ? g_strdup ("grant_type=client_credentials")
          : g_strdup_printf ("grant_type=password&username=%s&password=demo-%s", login, login);
  g_autofree char *form =
      g_strconcat (who, "&client_id=diapason&client_secret=diapason-demo-secret", NULL);
  g_autoptr (HubAnswer) answer =
      hub_ask (self, .method = "POST", .path = "/platform/oauth/token",
               .type = "application/x-www-form-urlencoded", .body = form);

  g_assert_cmpuint (answer->status, ==, 200);
  return g_strdup (hub_answer_text (answer, "access_token"));
}

char *
hub_basic (const char *login)
{
  g_autofree char *pair = g_strdup_printf ("%s:shop-%s", login, login);
  g_autofree char *encoded = g_base64_encode ((const guchar *) pair, strlen (pair));

  return g_strconcat ("Basic ", encoded, NULL);
}

JsonNode *
hub_answer_get (HubAnswer *self, const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);
  JsonNode *node = self->body;

  for (char **step = steps; *step != NULL; step++)
    {
      g_assert_nonnull (node);
      node = JSON_NODE_HOLDS_ARRAY (node)
                 ? json_array_get_element (json_node_get_array (node), atoi (*step))
                 : json_object_get_member (json_node_get_object (node), *step);
    }
  g_assert_nonnull (node);
  return node;
}

const char *
hub_answer_text (HubAnswer *self, const char *path)
{
  return json_node_get_string (hub_answer_get (self, path));
}

gint64
hub_answer_number (HubAnswer *self, const char *path)
{
  return json_node_get_int (hub_answer_get (self, path));
}
