/* fake-server.c: a web server that says what a test wants. */
#include "fake-server.h"

#include "fake-exchange.h"

/* What a path has to say. */
typedef struct
{
  GQueue answers; /* (owned) FakeAnswer */
  FakeHandler handler;
  gpointer data;
} Script;

struct _FakeServer
{
  GThread *thread;              /* (owned) */
  GMainContext *context;        /* (owned) */
  GMainLoop *loop;              /* (owned) */
  GTlsCertificate *certificate; /* (owned) (nullable) */
  SoupServer *soup;             /* (owned) the server's thread */
  GPtrArray *open;              /* (owned) SoupServerMessage whose body is; the server's thread */
  guint port;

  GMutex lock;
  GCond changed;
  GHashTable *scripts; /* (owned) path to Script; locked */
  GPtrArray *requests; /* (owned) FakeRequest; locked */
};

static void
script_free (gpointer data)
{
  Script *script = data;

  g_queue_clear_full (&script->answers, (GDestroyNotify) fake_answer_free);
  g_free (script);
}

static gboolean
go_on_cb (gpointer message)
{
  soup_server_message_unpause (message);
  return G_SOURCE_REMOVE;
}

static void
answer_delay (FakeServer *self, const FakeAnswer *answer, SoupServerMessage *message)
{
  g_autoptr (GSource) source = NULL;

  if (answer->delay_ms == 0)
    return;

  soup_server_message_pause (message);
  if (answer->delay_ms == FAKE_FOR_EVER)
    return;

  source = g_timeout_source_new (answer->delay_ms);
  g_source_set_callback (source, go_on_cb, g_object_ref (message), g_object_unref);
  g_source_attach (source, self->context);
}

/* Call with the lock held. */
static Script *
find_script (FakeServer *self, const FakeRequest *request)
{
  Script *script = g_hash_table_lookup (self->scripts, request->whole);

  return script != NULL ? script : g_hash_table_lookup (self->scripts, request->path);
}

/* Records @request (transfer full) and gives what the script has for it: an answer, or NULL and a
 * function that makes one. */
static FakeAnswer *
next_answer (FakeServer *self, FakeRequest *request, FakeHandler *handler, gpointer *data)
{
  FakeAnswer *answer = NULL;
  Script *script;

  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->requests, request);
  script = find_script (self, request);
  *handler = script != NULL ? script->handler : NULL;
  *data = script != NULL ? script->data : NULL;
  if (script == NULL)
    answer = fake_answer_new (404, "{}");
  else if (g_queue_get_length (&script->answers) > 1)
    answer = g_queue_pop_head (&script->answers);
  else if (script->handler == NULL)
    answer = fake_answer_copy (g_queue_peek_head (&script->answers));
  g_mutex_unlock (&self->lock);

  return answer;
}

static void
closed_cb (SoupServerMessage *message, gpointer user_data)
{
  FakeServer *self = user_data;

  g_ptr_array_remove (self->open, message);
}

static void
keep_open (FakeServer *self, SoupServerMessage *message)
{
  g_ptr_array_add (self->open, g_object_ref (message));
  g_signal_connect (message, "finished", G_CALLBACK (closed_cb), self);
  g_signal_connect (message, "disconnected", G_CALLBACK (closed_cb), self);
}

static void
request_cb (SoupServer *soup,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  FakeServer *self = user_data;
  FakeRequest *request = fake_request_new (message, path, query);
  FakeHandler handler;
  gpointer data;
  FakeAnswer *answer = next_answer (self, request, &handler, &data);

  if (answer == NULL)
    answer = handler (request, data);

  fake_answer_write (answer, message);
  answer_delay (self, answer, message);
  if (answer->is_open)
    keep_open (self, message);
  fake_answer_free (answer);
  g_main_context_wakeup (NULL);
}

static void
listen (FakeServer *self, gpointer data)
{
  SoupServerListenOptions options = SOUP_SERVER_LISTEN_IPV4_ONLY;
  g_autoptr (GError) error = NULL;
  GSList *uris;

  if (self->certificate != NULL)
    options |= SOUP_SERVER_LISTEN_HTTPS;

  self->soup = soup_server_new ("tls-certificate", self->certificate, NULL);
  soup_server_add_handler (self->soup, NULL, request_cb, self, NULL);
  soup_server_listen_local (self->soup, self->port, options, &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (self->soup);
  self->port = (guint) g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

static void
hang_up (FakeServer *self, gpointer data)
{
  if (self->soup == NULL)
    return;

  soup_server_disconnect (self->soup);
  g_clear_object (&self->soup);
}

static gpointer
serve (gpointer user_data)
{
  FakeServer *self = user_data;

  g_main_context_push_thread_default (self->context);
  g_main_loop_run (self->loop);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

/* A piece of work for the server's thread, waited for. */
typedef struct
{
  FakeServer *server;
  void (*func) (FakeServer *server, gpointer data);
  gpointer data;
  gboolean done;
} Errand;

static gboolean
run_errand_cb (gpointer user_data)
{
  Errand *errand = user_data;

  errand->func (errand->server, errand->data);
  g_mutex_lock (&errand->server->lock);
  errand->done = TRUE;
  g_cond_broadcast (&errand->server->changed);
  g_mutex_unlock (&errand->server->lock);
  return G_SOURCE_REMOVE;
}

static void
run_there (FakeServer *self, void (*func) (FakeServer *server, gpointer data), gpointer data)
{
  Errand errand = { self, func, data, FALSE };

  g_main_context_invoke (self->context, run_errand_cb, &errand);

  g_mutex_lock (&self->lock);
  while (!errand.done)
    g_cond_wait (&self->changed, &self->lock);
  g_mutex_unlock (&self->lock);
}

FakeServer *
fake_server_new (GTlsCertificate *certificate)
{
  FakeServer *self = g_new0 (FakeServer, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  g_set_object (&self->certificate, certificate);
  self->scripts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, script_free);
  self->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) fake_request_free);
  self->open = g_ptr_array_new_with_free_func (g_object_unref);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("fake-server", serve, self);
  run_there (self, listen, NULL);
  return self;
}

void
fake_server_set_certificate (FakeServer *self, GTlsCertificate *certificate)
{
  g_set_object (&self->certificate, certificate);
}

void
fake_server_free (FakeServer *self)
{
  run_there (self, hang_up, NULL);
  g_main_loop_quit (self->loop);
  g_thread_join (self->thread);

  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->scripts, g_hash_table_unref);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_clear_object (&self->certificate);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->lock);
  g_free (self);
}

void
fake_server_set_down (FakeServer *self, gboolean down)
{
  run_there (self, hang_up, NULL);
  if (!down)
    run_there (self, listen, NULL);
}

char *
fake_server_uri (FakeServer *self, const char *path)
{
  return g_strdup_printf ("%s://127.0.0.1:%u%s", self->certificate != NULL ? "https" : "http",
                          self->port, path);
}

guint
fake_server_port (FakeServer *self)
{
  return self->port;
}

/* Call with the lock held. */
static Script *
script_for (FakeServer *self, const char *path)
{
  Script *script = g_hash_table_lookup (self->scripts, path);

  if (script == NULL)
    {
      script = g_new0 (Script, 1);
      g_hash_table_insert (self->scripts, g_strdup (path), script);
    }

  return script;
}

void
fake_server_push (FakeServer *self, const char *path, FakeAnswer *answer)
{
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&script_for (self, path)->answers, answer);
  g_mutex_unlock (&self->lock);
}

void
fake_server_say (FakeServer *self, const char *path, guint status, const char *body)
{
  fake_server_push (self, path, fake_answer_new (status, body));
}

void
fake_server_handle (FakeServer *self, const char *path, FakeHandler handler, gpointer data)
{
  Script *script;

  g_mutex_lock (&self->lock);
  script = script_for (self, path);
  script->handler = handler;
  script->data = data;
  g_mutex_unlock (&self->lock);
}

/* What is to be done to the open bodies of @path. */
typedef struct
{
  const char *path;
  const char *text; /* NULL: they are cut */
} More;

static void
say_more (FakeServer *self, gpointer data)
{
  const More *more = data;

  for (guint i = 0; i < self->open->len; i++)
    {
      SoupServerMessage *message = self->open->pdata[i];
      SoupMessageBody *body = soup_server_message_get_response_body (message);

      if (!g_str_equal (g_uri_get_path (soup_server_message_get_uri (message)), more->path))
        continue;
      if (more->text != NULL)
        soup_message_body_append (body, SOUP_MEMORY_COPY, more->text, strlen (more->text));
      else
        soup_message_body_complete (body);
      soup_server_message_unpause (message);
    }
}

void
fake_server_say_more (FakeServer *self, const char *path, const char *text)
{
  More more = { path, text };

  run_there (self, say_more, &more);
}

void
fake_server_cut (FakeServer *self, const char *path)
{
  More more = { path, NULL };

  run_there (self, say_more, &more);
}

void
fake_server_forget (FakeServer *self, const char *path)
{
  g_mutex_lock (&self->lock);
  if (path != NULL)
    g_hash_table_remove (self->scripts, path);
  else
    g_hash_table_remove_all (self->scripts);
  g_mutex_unlock (&self->lock);
}

/* The @index-th request for @path, and how many there are. Call with the lock held. */
static const FakeRequest *
find_request (FakeServer *self, const char *path, guint index, guint *count)
{
  const FakeRequest *found = NULL;

  *count = 0;
  for (guint i = 0; i < self->requests->len; i++)
    {
      const FakeRequest *request = self->requests->pdata[i];

      if (path != NULL && !g_str_equal (request->path, path))
        continue;
      if (*count == index)
        found = request;
      (*count)++;
    }

  return found;
}

guint
fake_server_count (FakeServer *self, const char *path)
{
  guint count;

  g_mutex_lock (&self->lock);
  find_request (self, path, 0, &count);
  g_mutex_unlock (&self->lock);
  return count;
}

const FakeRequest *
fake_server_request (FakeServer *self, const char *path, guint index)
{
  const FakeRequest *request;
  guint count;

  g_mutex_lock (&self->lock);
  request = find_request (self, path, index, &count);
  g_mutex_unlock (&self->lock);

  g_assert_nonnull (request);
  return request;
}

void
fake_server_await (FakeServer *self, const char *path, guint count)
{
  while (fake_server_count (self, path) < count)
    g_main_context_iteration (NULL, TRUE);
}
