/* test-secrets.c: logins in memory, without a bus, without a keyring, with one that hangs, and with
 * one.
 *
 * A process has one session bus, so each kind runs in a process of its own; the last needs
 * with-keyring.sh.
 */
#include <libsecret/secret.h>

#include "await.h"
#include "matrix.h"
#include "net-errors.h"
#include "secrets.h"

static GHashTable *
login_new (const char *password)
{
  GHashTable *login = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (login, (gpointer) "user", (gpointer) "anna \"é\" \\ {}");
  g_hash_table_insert (login, (gpointer) "password", (gpointer) password);
  return login;
}

static gboolean
store (DiapasonSecrets *secrets, const char *source, const char *password, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GHashTable) login = login_new (password);

  diapason_secrets_store_async (secrets, source, login, NULL, await_cb, &result);
  await (&result);
  return diapason_secrets_store_finish (secrets, result, error);
}

/* Gives the password. */
static char *
look_up (DiapasonSecrets *secrets, const char *source, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GHashTable) login = NULL;

  diapason_secrets_lookup_async (secrets, source, NULL, await_cb, &result);
  await (&result);
  login = diapason_secrets_lookup_finish (secrets, result, error);
  if (login == NULL)
    return NULL;

  g_assert_cmpuint (g_hash_table_size (login), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (login, "user"), ==, "anna \"é\" \\ {}");
  return g_strdup (g_hash_table_lookup (login, "password"));
}

static gboolean
clear (DiapasonSecrets *secrets, const char *source, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  diapason_secrets_clear_async (secrets, source, NULL, await_cb, &result);
  await (&result);
  return diapason_secrets_clear_finish (secrets, result, error);
}

static void
check_password (DiapasonSecrets *secrets, const char *source, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *password = look_up (secrets, source, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (password, ==, wanted);
}

/* Takes @error, which must be the one about the keyring and say @says. */
static void
check_error (GError *error, const char *says)
{
  g_assert_error (error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_SECRETS);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, says));
  g_assert_null (strstr (error->message, "canary"));
  g_error_free (error);
}

static void
check_works (DiapasonSecrets *secrets)
{
  g_autoptr (GError) error = NULL;

  check_password (secrets, "crm", NULL);
  g_assert_true (store (secrets, "crm", "canary 1", &error));
  g_assert_no_error (error);
  check_password (secrets, "crm", "canary 1");
  check_password (secrets, "desk", NULL);

  g_assert_true (store (secrets, "crm", "canary 2", &error));
  g_assert_true (store (secrets, "desk", "canary 3", &error));
  check_password (secrets, "crm", "canary 2");

  g_assert_true (clear (secrets, "crm", &error));
  check_password (secrets, "crm", NULL);
  check_password (secrets, "desk", "canary 3");
  g_assert_true (clear (secrets, "crm", &error));
  g_assert_no_error (error);
}

static void
test_memory (void)
{
  DiapasonSecrets *secrets = diapason_secrets_new ("anna", FALSE);

  check_works (secrets);
  g_assert_finalize_object (secrets);
}

/* What cannot be kept in the service is kept in memory, and said. */
static void
check_memory_only (const char *says, const char *says_of_clear)
{
  DiapasonSecrets *secrets = diapason_secrets_new ("anna", TRUE);
  GError *error = NULL;

  diapason_secrets_set_deadline (secrets, 200);
  g_assert_null (look_up (secrets, "crm", &error));
  check_error (g_steal_pointer (&error), says);
  g_assert_false (store (secrets, "crm", "canary 1", &error));
  check_error (g_steal_pointer (&error), says);
  check_password (secrets, "crm", "canary 1");
  g_assert_false (clear (secrets, "crm", &error));
  check_error (g_steal_pointer (&error), says_of_clear);
  g_assert_null (look_up (secrets, "crm", &error));
  check_error (g_steal_pointer (&error), says);
  await_quiet ();
  g_assert_finalize_object (secrets);
}

static void
run_alone (void (*body) (void))
{
  if (g_test_subprocess ())
    {
      body ();
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  matrix_ran ("K1", 1, g_test_get_path ());
}

static void
without_bus (void)
{
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  check_memory_only ("no keyring", "no keyring");
}

static void
test_no_bus (void)
{
  run_alone (without_bus);
}

/* A bus for the rest of this process. It is not freed: that would wait for the connection, which
 * libsecret holds on to. */
static GTestDBus *
start_bus (void)
{
  static GTestDBus *bus;

  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  return bus;
}

static void
without_provider (void)
{
  GTestDBus *bus = start_bus ();

  check_memory_only ("no keyring", "no keyring");
  g_test_dbus_stop (bus);
}

static void
test_no_provider (void)
{
  run_alone (without_provider);
}

static GDBusMessage *
swallow_calls (GDBusConnection *connection,
               GDBusMessage *message,
               gboolean incoming,
               gpointer user_data)
{
  if (incoming && g_dbus_message_get_message_type (message) == G_DBUS_MESSAGE_TYPE_METHOD_CALL)
    {
      g_object_unref (message);
      return NULL;
    }

  return message;
}

/* A provider that has the name, and does with what it is asked what @filter does. */
static GDBusConnection *
provide (GTestDBus *bus, GDBusMessageFilterFunction filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;
  GDBusConnection *connection =
      g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (bus),
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                  G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);

  g_assert_no_error (error);
  g_dbus_connection_add_filter (connection, filter, NULL, NULL);
  reply = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", "org.freedesktop.secrets", 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  return connection;
}

/* A provider that lets nobody in. */
static GDBusMessage *
deny_calls (GDBusConnection *connection,
            GDBusMessage *message,
            gboolean incoming,
            gpointer user_data)
{
  g_autoptr (GDBusMessage) denial = NULL;

  if (!incoming || g_dbus_message_get_message_type (message) != G_DBUS_MESSAGE_TYPE_METHOD_CALL)
    return message;
  denial =
      g_dbus_message_new_method_error_literal (message, "org.freedesktop.DBus.Error.AccessDenied",
                                               "canary: not you");
  g_dbus_connection_send_message (connection, denial, G_DBUS_SEND_MESSAGE_FLAGS_NONE, NULL, NULL);
  g_object_unref (message);
  return NULL;
}

/* One that dies of the first thing it is asked. */
static GDBusMessage *
die_of_a_call (GDBusConnection *connection,
               GDBusMessage *message,
               gboolean incoming,
               gpointer user_data)
{
  if (!incoming || g_dbus_message_get_message_type (message) != G_DBUS_MESSAGE_TYPE_METHOD_CALL)
    return message;
  g_dbus_connection_close (connection, NULL, NULL, NULL);
  g_object_unref (message);
  return NULL;
}

static void
with_denial (void)
{
  GTestDBus *bus = start_bus ();
  GDBusConnection *provider = provide (bus, deny_calls);

  check_memory_only ("does not let this program in", "does not let this program in");
  g_dbus_connection_close_sync (provider, NULL, NULL);
  g_object_unref (provider);
  g_test_dbus_stop (bus);
}

static void
test_denied (void)
{
  run_alone (with_denial);
}

/* First it does not answer, then it is no more; the login of before is still had. */
static void
with_death (void)
{
  GTestDBus *bus = start_bus ();
  GDBusConnection *provider = provide (bus, die_of_a_call);
  DiapasonSecrets *secrets = diapason_secrets_new ("anna", TRUE);
  GError *error = NULL;

  g_assert_false (store (secrets, "crm", "canary 1", &error));
  check_error (g_steal_pointer (&error), "keyring");
  check_password (secrets, "crm", "canary 1");
  g_assert_finalize_object (secrets);
  check_memory_only ("no keyring", "no keyring");
  g_object_unref (provider);
  g_test_dbus_stop (bus);
}

static void
test_dies (void)
{
  run_alone (with_death);
}

static void
cancel_a_look_up (void)
{
  g_autoptr (DiapasonSecrets) secrets = diapason_secrets_new ("anna", TRUE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  diapason_secrets_lookup_async (secrets, "crm", cancellable, await_cb, &result);
  await_quiet ();
  g_assert_null (result);
  g_cancellable_cancel (cancellable);
  await (&result);
  g_assert_null (diapason_secrets_lookup_finish (secrets, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
with_silence (void)
{
  GTestDBus *bus = start_bus ();
  /* As with a prompt that nobody sees. */
  GDBusConnection *silence = provide (bus, swallow_calls);

  check_memory_only ("does not answer", "does not answer");
  cancel_a_look_up ();
  g_dbus_connection_close_sync (silence, NULL, NULL);
  g_object_unref (silence);
  g_test_dbus_stop (bus);
}

static void
test_silent_provider (void)
{
  run_alone (with_silence);
}

static gboolean
has_keyring (void)
{
  if (g_getenv ("DIAPASON_TEST_KEYRING") != NULL)
    return TRUE;

  g_test_skip ("there is no keyring for tests here");
  return FALSE;
}

static void
test_keyring (void)
{
  g_autoptr (DiapasonSecrets) first = NULL;
  g_autoptr (DiapasonSecrets) second = NULL;
  g_autoptr (DiapasonSecrets) other = NULL;
  g_autoptr (GError) error = NULL;

  if (!has_keyring ())
    return;

  first = diapason_secrets_new ("anna", TRUE);
  second = diapason_secrets_new ("anna", TRUE);
  other = diapason_secrets_new ("bruno", TRUE);

  check_works (first);
  check_password (second, "desk", "canary 3");
  check_password (other, "desk", NULL);
  g_assert_true (clear (second, "desk", &error));
  check_password (first, "desk", NULL);
  matrix_ran ("K1", 1, "a keyring that is open");
}

static void
lock_the_keyring (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretService) service = secret_service_get_sync (SECRET_SERVICE_NONE, NULL, &error);
  g_autoptr (SecretCollection) collection = NULL;
  g_autolist (SecretCollection) all = NULL;

  g_assert_no_error (error);
  collection = secret_collection_for_alias_sync (service, SECRET_COLLECTION_DEFAULT,
                                                 SECRET_COLLECTION_NONE, NULL, &error);
  g_assert_no_error (error);
  all = g_list_append (NULL, g_steal_pointer (&collection));
  g_assert_cmpint (secret_service_lock_sync (service, all, NULL, NULL, &error), ==, 1);
  g_assert_no_error (error);
}

static void
test_locked_keyring (void)
{
  g_autoptr (DiapasonSecrets) secrets = NULL;
  g_autoptr (DiapasonSecrets) later = NULL;
  GError *error = NULL;

  if (!has_keyring ())
    return;

  secrets = diapason_secrets_new ("anna", TRUE);
  g_assert_true (store (secrets, "crm", "canary 1", &error));
  lock_the_keyring ();

  later = diapason_secrets_new ("anna", TRUE);
  diapason_secrets_set_deadline (later, 1000);
  g_assert_null (look_up (later, "crm", &error));
  check_error (g_steal_pointer (&error), "is locked");
  g_assert_false (store (later, "crm", "canary 2", &error));
  check_error (g_steal_pointer (&error), "is locked");
  check_password (later, "crm", "canary 2");
  g_assert_false (clear (later, "crm", &error));
  check_error (g_steal_pointer (&error), "is locked");
  matrix_ran ("K1", 1, "a keyring that is locked");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/secrets/memory", test_memory);
  g_test_add_func ("/net/secrets/no-bus", test_no_bus);
  g_test_add_func ("/net/secrets/no-provider", test_no_provider);
  g_test_add_func ("/net/secrets/silent-provider", test_silent_provider);
  g_test_add_func ("/net/secrets/denied", test_denied);
  g_test_add_func ("/net/secrets/dies", test_dies);
  g_test_add_func ("/net/secrets/keyring/open", test_keyring);
  g_test_add_func ("/net/secrets/keyring/locked", test_locked_keyring);
  return g_test_run ();
}
