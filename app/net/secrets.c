/* secrets.c: logins in the Secret Service, or in memory where there is none.
 *
 * A login is one secret: a JSON object of strings.
 */
#include "secrets.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

#include "deadline.h"
#include "json-value.h"
#include "login-fields.h"
#include "net-errors.h"

#define DEADLINE_MS (10 * 1000)

struct _DiapasonSecrets
{
  GObject parent_instance;

  char *profile;      /* (owned) */
  GHashTable *memory; /* (owned) source to login */
  gint64 deadline_ms;
  gboolean in_service;
};

G_DEFINE_FINAL_TYPE (DiapasonSecrets, diapason_secrets, G_TYPE_OBJECT)

/* The data of a task. */
typedef struct
{
  DiapasonDeadline *deadline; /* (owned) (nullable) */
  char *source;               /* (owned) */
  GHashTable *login;          /* (owned) (nullable) to be stored */
} Call;

static const SecretSchema *
schema (void)
{
  static const SecretSchema the_schema = {
    DIAPASON_APPLICATION_ID,
    SECRET_SCHEMA_NONE,
    {
        { "profile", SECRET_SCHEMA_ATTRIBUTE_STRING },
        { "source", SECRET_SCHEMA_ATTRIBUTE_STRING },
        { NULL, 0 },
    },
  };

  return &the_schema;
}

static void
call_free (gpointer data)
{
  Call *call = data;

  g_clear_pointer (&call->deadline, diapason_deadline_free);
  g_clear_pointer (&call->source, g_free);
  g_clear_pointer (&call->login, g_hash_table_unref);
  g_free (call);
}

static char *
login_to_text (GHashTable *login)
{
  g_autoptr (DiapasonJsonWriter) writer = diapason_json_writer_new (FALSE);
  GHashTableIter iter;
  gpointer name;
  gpointer secret;

  diapason_json_writer_begin_object (writer, NULL);
  g_hash_table_iter_init (&iter, login);
  while (g_hash_table_iter_next (&iter, &name, &secret))
    diapason_json_writer_string (writer, name, secret);
  diapason_json_writer_end_object (writer);

  return diapason_json_writer_finish (writer);
}

static GHashTable *
login_from_text (const char *text)
{
  g_autoptr (GHashTable) login = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (DiapasonJsonValue) object = diapason_json_value_parse (text, strlen (text), NULL);
  g_auto (GStrv) names = NULL;

  if (object == NULL || diapason_json_value_type (object) != DIAPASON_JSON_OBJECT)
    return NULL;

  names = diapason_json_value_names (object);
  for (char **name = names; *name != NULL; name++)
    {
      char *secret = NULL;

      if (!diapason_json_get_string (object, *name, &secret, NULL))
        return NULL;
      g_hash_table_insert (login, g_strdup (*name), secret);
    }

  return g_steal_pointer (&login);
}

static GHashTable *
attributes_of (DiapasonSecrets *self, const char *source)
{
  GHashTable *attributes = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (attributes, "profile", self->profile);
  g_hash_table_insert (attributes, "source", (gpointer) source);
  return attributes;
}

static GError *
locked_error (void)
{
  return g_error_new_literal (
      DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_SECRETS,
      _("The keyring of this machine is locked or does not answer, so a login lasts until the "
        "program ends. Unlock the keyring to have logins kept."));
}

static GError *
denied_error (void)
{
  return g_error_new_literal (
      DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_SECRETS,
      _("The keyring of this machine does not let this program in, so a login lasts until the "
        "program ends. Ask whoever runs this machine to let it."));
}

static GError *
service_error (const GError *below)
{
  if (g_error_matches (below, G_DBUS_ERROR, G_DBUS_ERROR_ACCESS_DENIED))
    return denied_error ();
  if (below->domain == SECRET_ERROR ||
      g_error_matches (below, G_IO_ERROR, G_IO_ERROR_CANCELLED) || /* a prompt was dismissed */
      g_error_matches (below, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY))
    return locked_error ();

  return g_error_new_literal (
      DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_SECRETS,
      _("There is no keyring on this machine to keep logins in, so a login lasts until the "
        "program ends; then you sign in again."));
}

static GError *
still_there_error (void)
{
  return g_error_new_literal (
      DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_SECRETS,
      _("The keyring of this machine is locked, so the login is still in it. Unlock the keyring "
        "and sign out again."));
}

static GTask *
call_new (DiapasonSecrets *self,
          const char *source,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data,
          gpointer tag)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Call *call = g_new0 (Call, 1);

  call->source = g_strdup (source);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, call, call_free);
  return task;
}

/* Watches a call that goes to the service. Returns what to hand to libsecret. */
static GCancellable *
call_watch (GTask *task)
{
  DiapasonSecrets *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);

  call->deadline = diapason_deadline_new (task, self->deadline_ms, locked_error ());
  return diapason_deadline_get_cancellable (call->deadline);
}

/* Takes @error. */
static void
call_fail (GTask *task, GError *error)
{
  Call *call = g_task_get_task_data (task);

  diapason_deadline_end (call->deadline);
  g_task_return_error (task, error);
}

static gboolean
call_is_over (GTask *task)
{
  Call *call = g_task_get_task_data (task);

  return diapason_deadline_is_over (call->deadline);
}

static void
secret_retrieved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretValue) value = NULL;
  Call *call = g_task_get_task_data (task);
  const char *text;

  value = secret_retrievable_retrieve_secret_finish (SECRET_RETRIEVABLE (source), result, &error);
  if (call_is_over (task))
    return;

  if (value == NULL)
    {
      call_fail (task, error != NULL ? service_error (error) : locked_error ());
      return;
    }

  diapason_deadline_end (call->deadline);
  text = secret_value_get_text (value);
  g_task_return_pointer (task, text != NULL ? login_from_text (text) : NULL,
                         (GDestroyNotify) g_hash_table_unref);
}

static void
login_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autolist (GObject) items = secret_password_search_finish (result, &error);
  Call *call = g_task_get_task_data (task);

  if (call_is_over (task))
    return;

  if (error != NULL)
    {
      call_fail (task, service_error (error));
    }
  else if (items == NULL)
    {
      diapason_deadline_end (call->deadline);
      g_task_return_pointer (task, NULL, NULL);
    }
  else
    {
      secret_retrievable_retrieve_secret (items->data,
                                          diapason_deadline_get_cancellable (call->deadline),
                                          secret_retrieved_cb, g_object_ref (task));
    }
}

void
diapason_secrets_lookup_async (DiapasonSecrets *self,
                               const char *source,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task =
      call_new (self, source, cancellable, callback, user_data, diapason_secrets_lookup_async);
  g_autoptr (GHashTable) attributes = attributes_of (self, source);
  GHashTable *kept = g_hash_table_lookup (self->memory, source);

  if (kept != NULL || !self->in_service)
    {
      g_task_return_pointer (task, kept != NULL ? diapason_login_copy (kept) : NULL,
                             (GDestroyNotify) g_hash_table_unref);
      return;
    }

  /* Not secret_password_lookup(): that one says "nothing there" of a keyring that stayed locked. */
  secret_password_searchv (schema (), attributes, SECRET_SEARCH_UNLOCK, call_watch (task),
                           login_found_cb, g_object_ref (task));
}

GHashTable *
diapason_secrets_lookup_finish (DiapasonSecrets *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
diapason_secrets_lend (DiapasonSecrets *self, const char *source, GHashTable *login)
{
  g_hash_table_insert (self->memory, g_strdup (source), diapason_login_copy (login));
}

void
diapason_secrets_take_back (DiapasonSecrets *self, const char *source)
{
  g_hash_table_remove (self->memory, source);
}

static void
login_stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  DiapasonSecrets *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);

  secret_password_store_finish (result, &error);
  if (call_is_over (task))
    return;

  if (error != NULL)
    {
      call_fail (task, service_error (error));
      return;
    }

  diapason_deadline_end (call->deadline);
  g_hash_table_remove (self->memory, call->source);
  g_task_return_boolean (task, TRUE);
}

void
diapason_secrets_store_async (DiapasonSecrets *self,
                              const char *source,
                              GHashTable *login,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task =
      call_new (self, source, cancellable, callback, user_data, diapason_secrets_store_async);
  g_autoptr (GHashTable) attributes = attributes_of (self, source);
  g_autofree char *label = g_strdup_printf (_("Diapason: login for %s"), source);
  g_autofree char *text = login_to_text (login);

  /* Until the service has it, this is the only place that does. */
  diapason_secrets_lend (self, source, login);
  if (!self->in_service)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  secret_password_storev (schema (), attributes, SECRET_COLLECTION_DEFAULT, label, text,
                          call_watch (task), login_stored_cb, g_object_ref (task));
}

gboolean
diapason_secrets_store_finish (DiapasonSecrets *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
rest_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autolist (GObject) items = secret_password_search_finish (result, &error);
  Call *call = g_task_get_task_data (task);

  if (call_is_over (task))
    return;

  if (error != NULL)
    {
      call_fail (task, service_error (error));
    }
  else if (items != NULL)
    {
      call_fail (task, still_there_error ());
    }
  else
    {
      diapason_deadline_end (call->deadline);
      g_task_return_boolean (task, TRUE);
    }
}

static void
login_cleared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) attributes = NULL;
  DiapasonSecrets *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);

  secret_password_clear_finish (result, &error);
  if (call_is_over (task))
    return;

  if (error != NULL)
    {
      call_fail (task, service_error (error));
      return;
    }

  /* libsecret silently leaves what stayed locked. */
  attributes = attributes_of (self, call->source);
  secret_password_searchv (schema (), attributes, SECRET_SEARCH_NONE,
                           diapason_deadline_get_cancellable (call->deadline), rest_found_cb,
                           g_object_ref (task));
}

void
diapason_secrets_clear_async (DiapasonSecrets *self,
                              const char *source,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task =
      call_new (self, source, cancellable, callback, user_data, diapason_secrets_clear_async);
  g_autoptr (GHashTable) attributes = attributes_of (self, source);

  g_hash_table_remove (self->memory, source);
  if (!self->in_service)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  secret_password_clearv (schema (), attributes, call_watch (task), login_cleared_cb,
                          g_object_ref (task));
}

gboolean
diapason_secrets_clear_finish (DiapasonSecrets *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
diapason_secrets_set_deadline (DiapasonSecrets *self, gint64 deadline_ms)
{
  self->deadline_ms = deadline_ms;
}

static void
diapason_secrets_finalize (GObject *object)
{
  DiapasonSecrets *self = DIAPASON_SECRETS (object);

  g_clear_pointer (&self->profile, g_free);
  g_clear_pointer (&self->memory, g_hash_table_unref);

  G_OBJECT_CLASS (diapason_secrets_parent_class)->finalize (object);
}

static void
diapason_secrets_class_init (DiapasonSecretsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = diapason_secrets_finalize;
}

static void
diapason_secrets_init (DiapasonSecrets *self)
{
  self->deadline_ms = DEADLINE_MS;
  self->memory =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
}

DiapasonSecrets *
diapason_secrets_new (const char *profile, gboolean in_service)
{
  DiapasonSecrets *self = g_object_new (DIAPASON_TYPE_SECRETS, NULL);

  self->profile = g_strdup (profile);
  self->in_service = in_service;
  return self;
}
