/* sign-in.c: see sign-in.h. */
#include "sign-in.h"

#include "login-fields.h"
#include "source-sentences.h"
#include "whoami.h"

typedef struct
{
  DiapasonDescriptor *descriptor; /* (owned) */
  DiapasonConnection *connection; /* (owned) */
  DiapasonSecrets *secrets;       /* (owned) */
  GHashTable *login;              /* (owned) */
  char *note;                     /* (owned) (nullable) */
} SigningIn;

static void
signing_in_free (gpointer data)
{
  SigningIn *self = data;

  diapason_descriptor_unref (self->descriptor);
  diapason_connection_unref (self->connection);
  g_object_unref (self->secrets);
  g_clear_pointer (&self->login, g_hash_table_unref);
  g_free (self->note);
  g_free (self);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SigningIn *self = g_task_get_task_data (task);

  if (!diapason_secrets_store_finish (DIAPASON_SECRETS (source), result, NULL))
    self->note = diapason_source_sentence_session_only (self->descriptor->label);
  g_task_return_boolean (task, TRUE);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SigningIn *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (DiapasonHttpResponse) response = diapason_connection_ask_finish (result, &error);

  if (g_error_matches (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_LOGIN))
    {
      g_error_free (error);
      error = diapason_source_error_refused_login (self->descriptor->label);
    }
  if (response == NULL)
    g_task_return_error (task, error);
  else
    diapason_secrets_store_async (self->secrets, self->descriptor->name, self->login,
                                  g_task_get_cancellable (task), stored_cb, g_object_ref (task));
}

void
diapason_sign_in_async (DiapasonDescriptor *descriptor,
                        DiapasonSession *session,
                        DiapasonSecrets *secrets,
                        DiapasonClock *clock,
                        GHashTable *login,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  SigningIn *self = g_new0 (SigningIn, 1);
  g_auto (DiapasonQuestion) question = { 0 };
  gboolean tells = FALSE;

  g_task_set_source_tag (task, diapason_sign_in_async);
  self->descriptor = diapason_descriptor_ref (descriptor);
  self->connection = diapason_connection_new (descriptor, session, clock);
  self->secrets = g_object_ref (secrets);
  self->login = diapason_login_copy (login);
  g_task_set_task_data (task, self, signing_in_free);
  diapason_connection_set_login (self->connection, self->login);
  if (!diapason_connection_has_login (self->connection) ||
      !diapason_whoami_fill (&question, descriptor, self->login, &tells, NULL))
    g_task_return_error (task, diapason_source_error_refused_login (descriptor->label));
  else
    diapason_connection_ask_async (self->connection, &question, cancellable, answered_cb,
                                   g_object_ref (task));
}

gboolean
diapason_sign_in_finish (GAsyncResult *result,
                         GHashTable **out_login,
                         char **out_note,
                         GError **error)
{
  SigningIn *self = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *out_login = g_steal_pointer (&self->login);
  *out_note = g_steal_pointer (&self->note);
  return TRUE;
}
