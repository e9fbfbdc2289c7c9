/* test-desk-set-up.c: adding a source: each way in which it can fail has its sentence and leaves
 * nothing behind; one that answers is fetched at once. There is no session bus here. */
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "await.h"
#include "desk-fixture.h"
#include "raw-server.h"
#include "set-up-source.h"

#define SECRET "canary-7c2e"

static DiapasonSourceKind *
read_kind (DeskFixture *fixture, const char *name, const char *json, GError **error)
{
  g_autofree char *path = desk_fixture_describe (fixture, name, json);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  diapason_desk_read_kind_async (fixture->desk, file, NULL, await_cb, &result);
  await (&result);
  return diapason_desk_read_kind_finish (fixture->desk, result, error);
}

/* Returns: (transfer full) (nullable). */
static char *
add (DeskFixture *fixture,
     DiapasonSourceKind *kind,
     const char *address,
     const char *token,
     gboolean for_session,
     GError **error)
{
  g_autoptr (GHashTable) login = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (DiapasonSourceDraft) draft = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  g_hash_table_insert (login, (gpointer) "token", (gpointer) token);
  draft = diapason_source_draft_new (kind, address, "  ", login);
  diapason_desk_add_source_async (fixture->desk, draft, for_session, NULL, await_cb, &result);
  await (&result);
  return diapason_desk_add_source_finish (fixture->desk, result, error);
}

static guint
n_sources (DeskFixture *fixture)
{
  return g_list_model_get_n_items (diapason_desk_get_sources (fixture->desk));
}

/* Kinds ---------------------------------------------------------------------------------------- */

static const DiapasonSourceKind *
find_kind (GPtrArray *kinds, const char *name)
{
  for (guint i = 0; i < kinds->len; i++)
    {
      const DiapasonSourceKind *kind = g_ptr_array_index (kinds, i);

      if (g_str_equal (kind->name, name))
        return kind;
    }
  g_error ("There is no %s.", name);
}

static void
test_kinds (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) kinds = NULL;
  const DiapasonSourceKind *tracker, *shop;

  g_assert_false (diapason_desk_can_add_source (fixture->desk));
  desk_fixture_begin_empty (fixture, FALSE, 0);
  g_assert_true (diapason_desk_can_add_source (fixture->desk));
  diapason_desk_source_kinds_async (fixture->desk, NULL, await_cb, &result);
  await (&result);
  kinds = diapason_desk_source_kinds_finish (fixture->desk, result, NULL);
  g_assert_cmpuint (kinds->len, ==, 5);
  tracker = find_kind (kinds, "request-tracker");
  g_assert_cmpstr (tracker->label, ==, "Request Tracker");
  g_assert_cmpstr (tracker->fields[0], ==, "token");
  g_assert_null (tracker->address);
  /* Its customers come beside its tickets. */
  g_assert_true ((tracker->entities >> DIAPASON_ENTITY_CUSTOMER & 1) != 0);
  g_assert_true ((tracker->entities >> DIAPASON_ENTITY_VERBATIM & 1) == 0);
  shop = find_kind (kinds, "web-shop");
  g_assert_cmpuint (g_strv_length (shop->fields), ==, 2);
  g_assert_nonnull (strstr (diapason_desk_mission (fixture->desk), "We answer people"));
}

static void
test_own_kinds (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonSourceKind) whole = NULL, instance = NULL;
  g_autoptr (GError) error = NULL;

  desk_fixture_begin_empty (fixture, FALSE, 0);
  whole = read_kind (fixture, "Ours", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (whole->name, ==, "ours");
  g_assert_cmpstr (whole->label, ==, "CRM");
  g_assert_null (whole->address);
  instance = read_kind (fixture, "not a name",
                        "{'preset': 'web-shop', 'base_url': 'https://shop.example', 'label': 'S'}",
                        &error);
  g_assert_no_error (error);
  g_assert_cmpstr (instance->name, ==, "web-shop");
  g_assert_cmpstr (instance->label, ==, "S");
  g_assert_cmpstr (instance->address, ==, "https://shop.example");
}

static void
test_wrong_kinds (DeskFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *json, *says;
  } cases[] = {
    { "{'format': 1,", "JSON" },
    { "[]", "$" },
    { "{'format': 1, 'name': 'x', 'label': 'X', 'color': 'red'}", "$.color" },
    { "{'preset': 'nonsense', 'base_url': 'https://x.example'}", "$.preset" },
    { "{'preset': 'crm'}", "$.base_url" },
    { "{'preset': 'crm', 'base_url': 'http://x.example'}", "$.base_url" },
  };

  desk_fixture_begin_empty (fixture, FALSE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_kind (fixture, "wrong", cases[i].json, &error));
      g_assert_error (error, DIAPASON_SET_UP_ERROR, DIAPASON_SET_UP_ERROR_KIND);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, "/wrong.json"));
      if (i > 0)
        g_assert_nonnull (strstr (error->message, cases[i].says));
      g_assert_null (strstr (error->message, ".."));
    }
}

/* Ways to fail --------------------------------------------------------------------------------- */

/* Adding fails in this way, by a whole sentence, and nothing of it is kept. */
static void
check_failure (DeskFixture *fixture,
               const char *address,
               const char *token,
               DiapasonSetUpError code,
               const char *says)
{
  g_autoptr (DiapasonSourceKind) kind = read_kind (fixture, "crm", NULL, NULL);
  g_autofree char *folder = desk_fixture_sources_folder (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_null (add (fixture, kind, address, token, FALSE, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, DIAPASON_SET_UP_ERROR, (int) code);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”.", error->message, says);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strstr (error->message, SECRET));
  /* Nothing was fetched before that could stay. */
  g_assert_null (strstr (error->message, "What was fetched before"));
  g_assert_cmpuint (n_sources (fixture), ==, 0);
  g_assert_false (g_file_test (folder, G_FILE_TEST_IS_DIR));
}

static void
test_addresses (DeskFixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "", "The address is missing" },
    { "desk.example", "not a whole web address" },
    { "https://", "not a whole web address" },
    { "http://desk.example", "begins with http://" },
    { "ftp://desk.example", "does not begin with https://" },
    { "https://me:x@desk.example", "a name or a password" },
    { "https://desk.example/api?key=1", "Write only where the service begins" },
    { "https://desk .example", "not a whole web address" },
  };

  desk_fixture_begin_empty (fixture, FALSE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_failure (fixture, cases[i][0], SECRET, DIAPASON_SET_UP_ERROR_ADDRESS, cases[i][1]);
}

static void
test_nobody (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (RawServer) plain = raw_server_new ();
  g_autofree char *secure = g_strdup_printf ("https://127.0.0.1:%u", raw_server_port (plain));
  g_autofree char *base = NULL;

  desk_fixture_begin_empty (fixture, FALSE, 0);
  base = fake_server_uri (fixture->server, "");
  raw_server_say (plain, "220 mail.example ready\r\n", -1);
  check_failure (fixture, "https://nobody.invalid", SECRET, DIAPASON_SET_UP_ERROR_ANSWER,
                 "nobody.invalid");
  check_failure (fixture, secure, SECRET, DIAPASON_SET_UP_ERROR_ANSWER, "No protected connection");
  fake_server_set_down (fixture->server, TRUE);
  check_failure (fixture, base, SECRET, DIAPASON_SET_UP_ERROR_ANSWER, "refuses connections");
}

static void
test_certificates (DeskFixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "good.pem", "nobody this machine trusts" },
    { "expired.pem", "it has expired" },
  };

  desk_fixture_begin_empty (fixture, FALSE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_test_build_filename (G_TEST_DIST, "net", "certificates", cases[i][0], NULL);
      g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, NULL);
      g_autoptr (FakeServer) server = fake_server_new (certificate);
      g_autofree char *base = fake_server_uri (server, "");

      check_failure (fixture, base, SECRET, DIAPASON_SET_UP_ERROR_ANSWER, cases[i][1]);
      g_assert_cmpuint (fake_server_count (server, NULL), ==, 0);
    }
}

static FakeAnswer *
page (guint status, const char *type, const char *body)
{
  FakeAnswer *answer = fake_answer_new (status, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

  fake_answer_bytes (answer, type, bytes);
  return answer;
}

/* What it says of who asks, then of its only list. */
static void
test_answers (DeskFixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint who, list;
    const char *type, *body;
    DiapasonSetUpError code;
    const char *says;
  } cases[] = {
    { 200, 200, "text/html", "<p>Sign in to this network", DIAPASON_SET_UP_ERROR_ANSWER,
      "A web page answers" },
    { 511, 511, "text/html", "", DIAPASON_SET_UP_ERROR_ANSWER, "A web page answers" },
    { 200, 200, "text/plain", "hello", DIAPASON_SET_UP_ERROR_ANSWER, "does not send data" },
    { 200, 200, "application/json", "{\"cats\": []}", DIAPASON_SET_UP_ERROR_ANSWER,
      "another product" },
    { 200, 200, "application/json", "{\"data\": [", DIAPASON_SET_UP_ERROR_ANSWER,
      "it is cut, or is no data" },
    { 401, 200, "application/json", "{}", DIAPASON_SET_UP_ERROR_LOGIN,
      "did not accept this login" },
    { 200, 401, "application/json", "{}", DIAPASON_SET_UP_ERROR_LOGIN,
      "did not accept this login" },
    { 200, 403, "application/json", "{}", DIAPASON_SET_UP_ERROR_ANSWER, "lets it read nothing" },
    { 404, 404, "application/json", "{}", DIAPASON_SET_UP_ERROR_ANSWER, "Check the address" },
    { 200, 429, "application/json", "{}", DIAPASON_SET_UP_ERROR_ANSWER, "asks for a pause" },
    { 500, 500, "application/json", "{}", DIAPASON_SET_UP_ERROR_ANSWER, "a fault of its own" },
    { 503, 503, "application/json", "{}", DIAPASON_SET_UP_ERROR_ANSWER, "out of service" },
    { 400, 400, "application/json", "{}", DIAPASON_SET_UP_ERROR_ANSWER, "did not accept what" },
  };
  g_autofree char *base = NULL;

  desk_fixture_begin_empty (fixture, FALSE, 0);
  base = fake_server_uri (fixture->server, "/");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *body = cases[i].body;

      fake_server_forget (fixture->server, NULL);
      fake_server_push (fixture->server, "/me", page (cases[i].who, cases[i].type, body));
      fake_server_push (fixture->server, "/customers", page (cases[i].list, cases[i].type, body));
      check_failure (fixture, base, SECRET, cases[i].code, cases[i].says);
    }
}

static void
test_silent (DeskFixture *fixture, gconstpointer data)
{
  FakeAnswer *answer = fake_answer_new (200, "{}");
  g_autofree char *base = NULL;

  desk_fixture_begin_empty (fixture, FALSE, 300);
  base = fake_server_uri (fixture->server, "");
  check_failure (fixture, base, "", DIAPASON_SET_UP_ERROR_LOGIN, "the login is empty");
  g_assert_cmpuint (fake_server_count (fixture->server, NULL), ==, 0);
  fake_answer_delay (answer, FAKE_FOR_EVER);
  fake_server_forget (fixture->server, "/me");
  fake_server_push (fixture->server, "/me", answer);
  check_failure (fixture, base, SECRET, DIAPASON_SET_UP_ERROR_ANSWER, "did not answer");
}

/* Going well ----------------------------------------------------------------------------------- */

static DiapasonSourceStatus *
await_in_sync (DeskFixture *fixture, guint index)
{
  g_autoptr (DiapasonSourceStatus) status =
      g_list_model_get_item (diapason_desk_get_sources (fixture->desk), index);

  while (diapason_source_status_get_state (status) != DIAPASON_SOURCE_IN_SYNC)
    g_main_context_iteration (NULL, TRUE);
  return status;
}

/* What can be used, once all of it is in its place. */
static guint
look_usable (DeskFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  guint usable = 0;

  while (!diapason_derive_get_idle (fixture->derive))
    g_main_context_iteration (NULL, TRUE);
  diapason_desk_look_usable_async (fixture->desk, NULL, await_cb, &result);
  await (&result);
  g_assert_true (diapason_desk_look_usable_finish (fixture->desk, result, &usable, NULL));
  return usable;
}

static void
check_mode (const char *path, guint mode)
{
  GStatBuf there;

  g_assert_cmpint (g_stat (path, &there), ==, 0);
  g_assert_cmpuint (there.st_mode & 0777, ==, mode);
}

/* It is there, nobody else can read it, no secret is in it, and it is what a start would read. */
static void
check_file (DeskFixture *fixture, const char *name, const char *address)
{
  g_autofree char *folder = desk_fixture_sources_folder (fixture);
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) files = diapason_descriptor_load_folder (folder);

  check_mode (folder, 0700);
  check_mode (path, 0600);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_null (strstr (text, "right"));
  for (guint i = 0; i < files->len; i++)
    {
      const DiapasonDescriptorFile *read = g_ptr_array_index (files, i);

      g_assert_no_error (read->error);
      if (g_str_equal (diapason_descriptor_get_name (read->descriptor), name))
        {
          g_assert_cmpstr (diapason_descriptor_get_base_url (read->descriptor), ==, address);
          return;
        }
    }
  g_assert_not_reached ();
}

static void
test_added (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonSourceKind) kind = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *base = NULL, *spaced = NULL, *first = NULL, *second = NULL;
  DiapasonSourceStatus *status;

  desk_fixture_begin_empty (fixture, FALSE, 0);
  base = fake_server_uri (fixture->server, "");
  spaced = g_strconcat ("  ", base, "/ ", NULL);
  kind = read_kind (fixture, "crm", NULL, NULL);
  g_assert_cmpuint (look_usable (fixture), ==, 0);
  first = add (fixture, kind, spaced, "right", FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first, ==, "crm");
  status = await_in_sync (fixture, 0);
  g_assert_cmpuint (diapason_source_status_get_come (status, DIAPASON_ENTITY_CUSTOMER), ==, 2);
  g_assert_cmpuint (diapason_source_status_get_come (status, DIAPASON_ENTITY_CONTRACT), ==, 0);
  g_assert_cmpuint (look_usable (fixture), ==, DIAPASON_USABLE_CUSTOMERS);
  check_file (fixture, "crm", base);

  second = add (fixture, kind, base, "right", FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (second, ==, "crm-2");
  check_file (fixture, "crm-2", base);
  await_in_sync (fixture, 1);
}

/* The list fails that comes first, and another one works: so does the source. */
static void
test_preset (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonSourceKind) kind = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *base = NULL, *instance = NULL, *name = NULL;

  desk_fixture_begin_empty (fixture, FALSE, 0);
  base = fake_server_uri (fixture->server, "/crm");
  instance = g_strdup_printf ("{'preset': 'crm', 'base_url': '%s'}", base);
  kind = read_kind (fixture, "our-crm", instance, NULL);
  fake_server_say (fixture->server, "/crm/whoami", 200, "{}");
  fake_server_say (fixture->server, "/crm/units", 403, "{}");
  fake_server_say (fixture->server, "/crm/advisers", 200, "{\"data\": [], \"pages\": 0}");
  name = add (fixture, kind, base, "right", FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "our-crm");
  check_file (fixture, "our-crm", base);
}

static void
test_no_keyring (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonSourceKind) kind = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *base = NULL, *name = NULL;

  desk_fixture_begin_empty (fixture, TRUE, 0);
  base = fake_server_uri (fixture->server, "");
  check_failure (fixture, base, "right", DIAPASON_SET_UP_ERROR_KEYRING, "no keyring");
  kind = read_kind (fixture, "crm", NULL, NULL);
  name = add (fixture, kind, base, "right", TRUE, &error);
  g_assert_no_error (error);
  await_in_sync (fixture, 0);
}

/* It cannot be written down: then it is not there, and its login is forgotten. */
static void
test_no_place (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = desk_fixture_sources_folder (fixture);
  g_autofree char *base = NULL;

  desk_fixture_begin_empty (fixture, FALSE, 0);
  base = fake_server_uri (fixture->server, "");
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  check_failure (fixture, base, "right", DIAPASON_SET_UP_ERROR_FILE, "could not be written");
}

static void
test_stopped (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonSourceKind) kind = NULL;
  g_autoptr (GHashTable) login = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (DiapasonSourceDraft) draft = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *base = NULL;
  FakeAnswer *answer = fake_answer_new (200, "{}");

  desk_fixture_begin_empty (fixture, FALSE, 0);
  base = fake_server_uri (fixture->server, "");
  kind = read_kind (fixture, "crm", NULL, NULL);
  fake_answer_delay (answer, FAKE_FOR_EVER);
  fake_server_forget (fixture->server, "/me");
  fake_server_push (fixture->server, "/me", answer);
  g_hash_table_insert (login, (gpointer) "token", (gpointer) SECRET);
  draft = diapason_source_draft_new (kind, base, "", login);
  diapason_desk_add_source_async (fixture->desk, draft, FALSE, cancellable, await_cb, &result);
  fake_server_await (fixture->server, "/me", 1);
  g_cancellable_cancel (cancellable);
  await (&result);
  g_assert_null (diapason_desk_add_source_finish (fixture->desk, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n_sources (fixture), ==, 0);
}

int
main (int argc, char **argv)
{
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/desk/set-up/" name, DeskFixture, NULL, desk_fixture_set_up, func,                  \
              desk_fixture_tear_down)
  ADD ("kinds", test_kinds);
  ADD ("own-kinds", test_own_kinds);
  ADD ("wrong-kinds", test_wrong_kinds);
  ADD ("addresses", test_addresses);
  ADD ("nobody", test_nobody);
  ADD ("certificates", test_certificates);
  ADD ("answers", test_answers);
  ADD ("silent", test_silent);
  ADD ("added", test_added);
  ADD ("preset", test_preset);
  ADD ("no-keyring", test_no_keyring);
  ADD ("no-place", test_no_place);
  ADD ("stopped", test_stopped);
  return g_test_run ();
}
