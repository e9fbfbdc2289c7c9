/* authentication.c: puts credentials on, keeps one token, renews it once for all who wait. */
#include "authentication.h"

#include <glib/gi18n-lib.h>

#include "deadline.h"
#include "login-fields.h"
#include "net-errors.h"
#include "net-sentences.h"
#include "oauth-token.h"

struct _DiapasonAuthentication
{
  GObject parent_instance;

  DiapasonSession *session;         /* (owned) */
  DiapasonClock *clock;             /* (owned) */
  DiapasonAuthenticationPlan *plan; /* (owned) */
  char *base_uri;                   /* (owned) */
  char *origin;                     /* (owned) for sentences */

  GHashTable *login;     /* (owned) (nullable) field name to secret */
  DiapasonToken *token;  /* (owned) (nullable) */
  GCancellable *renewal; /* (owned) (nullable) of the token request under way */
  GQueue waiters;        /* (owned) GTask: they go on when there is a token */
};

G_DEFINE_FINAL_TYPE (DiapasonAuthentication, diapason_authentication, G_TYPE_OBJECT)

/* The data of a task of send. */
typedef struct
{
  DiapasonHttpRequest *request; /* (owned) */
  DiapasonDeadline *wait;       /* (owned) (nullable) while it waits for a token */
  char *token;                  /* (owned) (nullable) the one it was sent with */
  gboolean guarded;             /* goes to the source's origin, so with a credential */
  gboolean sent_again;
} Attempt;

/* A token request under way. */
typedef struct
{
  DiapasonAuthentication *authentication; /* (owned) */
  GCancellable *cancellable;              /* (owned) */
  gboolean by_refresh;
} Renewal;

static void attempt_begin (GTask *task);
static void attempt_send (GTask *task);
static void begin_renewal (DiapasonAuthentication *self);

static void
attempt_free (gpointer data)
{
  Attempt *attempt = data;

  g_clear_pointer (&attempt->request, diapason_http_request_free);
  g_clear_pointer (&attempt->wait, diapason_deadline_free);
  g_clear_pointer (&attempt->token, g_free);
  g_free (attempt);
}

static void
renewal_free (Renewal *renewal)
{
  g_clear_object (&renewal->authentication);
  g_clear_object (&renewal->cancellable);
  g_free (renewal);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Renewal, renewal_free)

static GError *
no_login_error (DiapasonAuthentication *self)
{
  return g_error_new (DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_LOGIN,
                      _("There is no login for %s yet. Sign in to fetch what is there."),
                      self->origin);
}

static GError *
refused_error (DiapasonAuthentication *self)
{
  if (self->plan->kind == DIAPASON_AUTHENTICATION_NONE)
    return g_error_new (DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_LOGIN,
                        _("%s asks for a login, but its description knows of none. Tell whoever "
                          "describes this source: how one signs in there has to be added."),
                        self->origin);

  return g_error_new (DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_LOGIN,
                      _("%s no longer accepts this login. Sign in again."), self->origin);
}

static GError *
unusable_error (DiapasonAuthentication *self)
{
  return g_error_new (
      DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_LOGIN,
      _("The login for %s has a line break in it and cannot be used. Sign in again "
        "without it."),
      self->origin);
}

/* The answer to the token request has come: everyone who waited for it goes on, or fails as it did.
 */
static void
release_waiters (DiapasonAuthentication *self, const GError *error)
{
  GQueue waiters = self->waiters;
  GTask *next;

  g_queue_init (&self->waiters);

  while ((next = g_queue_pop_head (&waiters)) != NULL)
    {
      g_autoptr (GTask) task = next;
      Attempt *attempt = g_task_get_task_data (task);
      gboolean wanted = diapason_deadline_end (attempt->wait);

      g_clear_pointer (&attempt->wait, diapason_deadline_free);
      if (wanted && error != NULL)
        g_task_return_error (task, g_error_copy (error));
      else if (wanted)
        attempt_send (task);
    }
}

static void
take_token (DiapasonAuthentication *self, DiapasonToken *token)
{
  /* A refresh token that was not replaced stays good. */
  if (token->refresh == NULL && self->token != NULL)
    token->refresh = g_steal_pointer (&self->token->refresh);

  g_clear_pointer (&self->token, diapason_token_free);
  self->token = token;
}

static void
token_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Renewal) renewal = user_data;
  g_autoptr (DiapasonHttpResponse) response = NULL;
  g_autoptr (GError) error = NULL;
  DiapasonAuthentication *self = renewal->authentication;
  DiapasonToken *token = NULL;

  response = diapason_session_send_finish (DIAPASON_SESSION (source), result, &error);
  if (g_cancellable_is_cancelled (renewal->cancellable))
    return;

  g_clear_object (&self->renewal);
  if (response != NULL)
    token = diapason_token_read (response, self->plan->token_uri, diapason_clock_now (self->clock),
                                 &error);

  if (token != NULL)
    {
      take_token (self, token);
      release_waiters (self, NULL);
    }
  else if (renewal->by_refresh &&
           g_error_matches (error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_LOGIN))
    {
      g_clear_pointer (&self->token, diapason_token_free);
      begin_renewal (self);
    }
  else
    {
      release_waiters (self, error);
    }
}

static void
begin_renewal (DiapasonAuthentication *self)
{
  const char *refresh = self->token != NULL ? self->token->refresh : NULL;
  g_autoptr (DiapasonHttpRequest) request =
      diapason_token_request_new (self->plan, self->login, refresh);
  Renewal *renewal = g_new0 (Renewal, 1);

  self->renewal = g_cancellable_new ();
  renewal->authentication = g_object_ref (self);
  renewal->cancellable = g_object_ref (self->renewal);
  renewal->by_refresh = refresh != NULL;
  diapason_session_send_async (self->session, request, self->renewal, token_answered_cb, renewal);
}

static void
wait_for_token (GTask *task)
{
  DiapasonAuthentication *self = g_task_get_source_object (task);
  Attempt *attempt = g_task_get_task_data (task);

  attempt->wait = diapason_deadline_new (task, 0, NULL);
  g_queue_push_tail (&self->waiters, g_object_ref (task));
  if (self->renewal == NULL)
    begin_renewal (self);
}

/* Puts the token that was refused out of use. FALSE when sending again makes no sense. */
static gboolean
retire_token (DiapasonAuthentication *self, Attempt *attempt)
{
  if (attempt->token == NULL || attempt->sent_again)
    return FALSE;

  /* Another request may have had it renewed meanwhile. */
  if (self->token != NULL && g_str_equal (self->token->access, attempt->token))
    self->token->renew_from = G_MININT64;

  return TRUE;
}

static void
request_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (DiapasonHttpResponse) response = NULL;
  g_autoptr (GError) error = NULL;
  DiapasonAuthentication *self = g_task_get_source_object (task);
  Attempt *attempt = g_task_get_task_data (task);

  response = diapason_session_send_finish (DIAPASON_SESSION (source), result, &error);
  if (response == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
    }
  else if (!attempt->guarded || diapason_http_response_get_status (response) != 401)
    {
      g_task_return_pointer (task, g_steal_pointer (&response),
                             (GDestroyNotify) diapason_http_response_unref);
    }
  else if (retire_token (self, attempt))
    {
      attempt->sent_again = TRUE;
      attempt_begin (task);
    }
  else
    {
      g_task_return_error (task, refused_error (self));
    }
}

static gboolean
put_credential (DiapasonAuthentication *self, Attempt *attempt)
{
  const DiapasonAuthenticationPlan *plan = self->plan;
  const char *name = "Authorization";
  g_autofree char *value = NULL;

  switch (plan->kind)
    {
    case DIAPASON_AUTHENTICATION_NONE:
      return TRUE;

    case DIAPASON_AUTHENTICATION_HEADER:
      name = plan->header_name;
      value = diapason_login_expand (plan->header_template, self->login);
      break;

    case DIAPASON_AUTHENTICATION_BASIC:
      {
        g_autofree char *user = diapason_login_expand (plan->user_template, self->login);
        g_autofree char *password = diapason_login_expand (plan->password_template, self->login);

        value = diapason_login_basic (user, password);
        break;
      }

    case DIAPASON_AUTHENTICATION_OAUTH2:
      g_free (attempt->token);
      attempt->token = g_strdup (self->token->access);
      value = g_strconcat ("Bearer ", attempt->token, NULL);
      break;
    }

  return diapason_http_request_add_header (attempt->request, name, value);
}

static void
attempt_send (GTask *task)
{
  DiapasonAuthentication *self = g_task_get_source_object (task);
  Attempt *attempt = g_task_get_task_data (task);

  if (attempt->guarded && !put_credential (self, attempt))
    {
      g_task_return_error (task, unusable_error (self));
      return;
    }

  diapason_session_send_async (self->session, attempt->request, g_task_get_cancellable (task),
                               request_answered_cb, g_object_ref (task));
}

static gboolean
needs_token (DiapasonAuthentication *self)
{
  return self->plan->kind == DIAPASON_AUTHENTICATION_OAUTH2 &&
         (self->token == NULL || diapason_clock_now (self->clock) >= self->token->renew_from);
}

static void
attempt_begin (GTask *task)
{
  DiapasonAuthentication *self = g_task_get_source_object (task);
  Attempt *attempt = g_task_get_task_data (task);

  if (attempt->guarded && !diapason_authentication_has_login (self))
    g_task_return_error (task, no_login_error (self));
  else if (attempt->guarded && needs_token (self))
    wait_for_token (task);
  else
    attempt_send (task);
}

void
diapason_authentication_send_async (DiapasonAuthentication *self,
                                    const DiapasonHttpRequest *request,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Attempt *attempt = g_new0 (Attempt, 1);

  attempt->request = diapason_http_request_copy (request);
  attempt->guarded = diapason_uri_same_origin (request->uri, self->base_uri);

  g_task_set_source_tag (task, diapason_authentication_send_async);
  g_task_set_task_data (task, attempt, attempt_free);
  attempt_begin (task);
}

DiapasonHttpResponse *
diapason_authentication_send_finish (DiapasonAuthentication *self,
                                     GAsyncResult *result,
                                     GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
diapason_authentication_has_login (DiapasonAuthentication *self)
{
  return diapason_login_is_complete (self->login, self->plan);
}

void
diapason_authentication_set_login (DiapasonAuthentication *self, GHashTable *login)
{
  GHashTable *copy = login != NULL ? diapason_login_copy (login) : NULL;

  g_clear_pointer (&self->login, g_hash_table_unref);
  g_clear_pointer (&self->token, diapason_token_free);
  self->login = copy;

  if (self->renewal == NULL)
    return;

  /* It was asked for with the login that is no more. */
  g_cancellable_cancel (self->renewal);
  g_clear_object (&self->renewal);

  if (diapason_authentication_has_login (self))
    {
      begin_renewal (self);
    }
  else
    {
      g_autoptr (GError) error = no_login_error (self);

      release_waiters (self, error);
    }
}

static void
diapason_authentication_finalize (GObject *object)
{
  DiapasonAuthentication *self = DIAPASON_AUTHENTICATION (object);

  g_clear_pointer (&self->login, g_hash_table_unref);
  g_clear_pointer (&self->token, diapason_token_free);
  g_clear_pointer (&self->plan, diapason_authentication_plan_free);
  g_clear_pointer (&self->base_uri, g_free);
  g_clear_pointer (&self->origin, g_free);
  g_clear_object (&self->clock);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (diapason_authentication_parent_class)->finalize (object);
}

static void
diapason_authentication_class_init (DiapasonAuthenticationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = diapason_authentication_finalize;
}

static void
diapason_authentication_init (DiapasonAuthentication *self)
{
  g_queue_init (&self->waiters);
}

DiapasonAuthentication *
diapason_authentication_new (DiapasonSession *session,
                             DiapasonClock *clock,
                             const DiapasonAuthenticationPlan *plan,
                             const char *base_uri)
{
  DiapasonAuthentication *self = g_object_new (DIAPASON_TYPE_AUTHENTICATION, NULL);

  self->session = g_object_ref (session);
  self->clock = g_object_ref (clock);
  self->plan = diapason_authentication_plan_copy (plan);
  self->base_uri = g_strdup (base_uri);
  self->origin = diapason_net_origin_of (base_uri);
  return self;
}
