/* desk-fixture.c: see the header. */
#include "desk-fixture.h"

#include <glib/gstdio.h>

#include "await.h"
#include "database.h"
#include "ingest.h"
#include "person-read.h"
#include "timeline-source.h"

typedef struct
{
  char *source;
  DiapasonRow *row;
} Told;

static void
told_free (gpointer data)
{
  Told *told = data;

  g_free (told->source);
  diapason_row_free (told->row);
  g_free (told);
}

void
desk_fixture_set_up (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("diapason-desk-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->clock = diapason_clock_new_at (DESK_FIXTURE_NOW);
  fixture->store =
      diapason_store_open (fixture->folder, DIAPASON_STORE_READ_WRITE, fixture->clock, &error);
  g_assert_no_error (error);
  fixture->derive = diapason_derive_new (fixture->store, "UTC");
  fixture->desk = diapason_desk_new (fixture->store, fixture->derive, NULL);
  fixture->told = g_ptr_array_new_with_free_func (told_free);
  fixture->engine = NULL;
  fixture->server = NULL;
  fixture->revision = 0;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}

void
desk_fixture_tear_down (DeskFixture *fixture, gconstpointer data)
{
  if (fixture->engine != NULL)
    diapason_sync_engine_stop (fixture->engine);
  g_object_run_dispose (G_OBJECT (fixture->derive));
  diapason_store_close (fixture->store);
  /* What was under way is answered by now, and holds nothing any more. */
  await_quiet ();
  if (fixture->desk != NULL)
    g_assert_finalize_object (g_steal_pointer (&fixture->desk));
  g_clear_object (&fixture->engine);
  g_clear_pointer (&fixture->server, fake_server_free);
  g_assert_finalize_object (g_steal_pointer (&fixture->derive));
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_clear_object (&fixture->clock);
  g_clear_pointer (&fixture->told, g_ptr_array_unref);
  remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

#define DESCRIPTOR(base)                                                                           \
  "{'format': 1, 'name': 'crm', 'label': 'CRM'," base                                              \
  " 'authentication': {'kind': 'header', 'name': 'Authorization', 'template': 'Bearer {token}'},"  \
  " 'whoami': {'path': '/me', 'id': 'id'},"                                                        \
  " 'streams': [{'name': 'customers', 'entity': 'customer', 'request': {'path': '/customers'},"    \
  " 'items': 'data', 'map': {'id': 'id', 'name': 'name'}}]}"

static FakeAnswer *
who (const FakeRequest *request, gpointer data)
{
  if (g_strcmp0 (fake_request_header (request, "Authorization"), "Bearer right") == 0)
    return fake_answer_new (200, "{\"id\": \"a1\"}");
  return fake_answer_new (401, "{}");
}

static void
start_server (DeskFixture *fixture)
{
  fixture->server = fake_server_new (NULL);
  fake_server_handle (fixture->server, "/me", who, NULL);
  fake_server_say (fixture->server, "/customers", 200, "{\"data\": []}");
}

void
desk_fixture_connect (DeskFixture *fixture)
{
  g_autoptr (DiapasonSession) session = diapason_session_new (NULL);
  g_autoptr (DiapasonSecrets) secrets = diapason_secrets_new ("test", FALSE);
  g_autoptr (DiapasonDescriptor) descriptor = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *address = NULL;
  g_autoptr (GString) json = g_string_new (NULL);

  start_server (fixture);
  address = fake_server_uri (fixture->server, "");
  g_string_printf (json, DESCRIPTOR (" 'base_url': '%s',"), address);
  g_string_replace (json, "'", "\"", 0);
  descriptor = diapason_descriptor_parse (json->str, json->len, &error);
  g_assert_no_error (error);
  fixture->engine = diapason_sync_engine_new (fixture->store, session, secrets);
  diapason_sync_engine_add (fixture->engine, descriptor, &error);
  g_assert_no_error (error);
  g_object_unref (fixture->desk);
  fixture->desk = diapason_desk_new (fixture->store, fixture->derive, fixture->engine);
}

void
desk_fixture_begin_empty (DeskFixture *fixture, gboolean in_service, gint64 deadline_ms)
{
  g_autoptr (DiapasonSession) session = diapason_session_new (NULL);
  g_autoptr (DiapasonSecrets) secrets = diapason_secrets_new ("test", in_service);
  g_autofree char *folder = desk_fixture_sources_folder (fixture);

  start_server (fixture);
  fake_server_forget (fixture->server, "/customers");
  fake_server_say (fixture->server, "/customers", 200,
                   "{\"data\": [{\"id\": 1, \"name\": \"Ada Quill\"},"
                   " {\"id\": 2, \"name\": \"Ben Quill\"}]}");
  if (deadline_ms != 0)
    diapason_session_set_deadline (session, deadline_ms);
  fixture->engine = diapason_sync_engine_new (fixture->store, session, secrets);
  g_object_unref (fixture->desk);
  fixture->desk = diapason_desk_new (fixture->store, fixture->derive, fixture->engine);
  diapason_desk_set_sources_folder (fixture->desk, folder);
  diapason_sync_engine_start (fixture->engine);
}

char *
desk_fixture_describe (DeskFixture *fixture, const char *name, const char *json)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *text = g_strdelimit (g_strdup (json != NULL ? json : DESCRIPTOR ("")), "'", '"');
  char *path = g_build_filename (fixture->folder, file, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

char *
desk_fixture_sources_folder (DeskFixture *fixture)
{
  return g_build_filename (fixture->folder, "sources", NULL);
}

static void
set_reference (DiapasonRow *row, guint column, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);

  if (parts[1] != NULL)
    diapason_row_set_reference (row, column, parts[0], parts[1]);
  else
    diapason_row_set_reference (row, column, NULL, text);
}

static void
set_value (DiapasonRow *row, const char *name, const char *text)
{
  int index = diapason_entity_info_column (row->info, name);
  guint column = (guint) index;

  g_assert_cmpint (index, >=, 0);
  switch (row->info->columns[column].type)
    {
    case DIAPASON_COLUMN_REFERENCE:
      set_reference (row, column, text);
      break;
    case DIAPASON_COLUMN_INTEGER:
    case DIAPASON_COLUMN_BOOLEAN:
      diapason_row_set_integer (row, column, g_ascii_strtoll (text, NULL, 10));
      break;
    case DIAPASON_COLUMN_TIME:
      diapason_row_set_integer (row, column,
                                DESK_FIXTURE_NOW +
                                    (gint64) (g_ascii_strtod (text, NULL) * DESK_FIXTURE_HOUR));
      break;
    case DIAPASON_COLUMN_TEXT:
    case DIAPASON_COLUMN_DAY:
    case DIAPASON_COLUMN_MADE:
    default:
      diapason_row_set_text (row, column, text);
    }
}

static DiapasonRow *
tell (DeskFixture *fixture, const char *source, const char *entity, const char *remote_id)
{
  Told *told = g_new0 (Told, 1);

  told->source = g_strdup (source);
  told->row = diapason_row_new (diapason_entity_info_by_name (entity), remote_id);
  diapason_row_set_revision (told->row, ++fixture->revision);
  g_ptr_array_add (fixture->told, told);
  return told->row;
}

void
desk_fixture_row (DeskFixture *fixture,
                  const char *source,
                  const char *entity,
                  const char *remote_id,
                  ...)
{
  DiapasonRow *row = tell (fixture, source, entity, remote_id);
  va_list values;

  va_start (values, remote_id);
  for (const char *name; (name = va_arg (values, const char *)) != NULL;)
    set_value (row, name, va_arg (values, const char *));
  va_end (values);
}

void
desk_fixture_drop (DeskFixture *fixture,
                   const char *source,
                   const char *entity,
                   const char *remote_id)
{
  tell (fixture, source, entity, remote_id)->deleted = TRUE;
}

static gboolean
ingest_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  GPtrArray *rows = data;

  for (guint i = 0; i < rows->len; i++)
    {
      Told *told = g_ptr_array_index (rows, i);
      g_autofree char *label = g_ascii_strup (told->source, -1);
      DiapasonIngestOutcome outcome;
      gint64 source;

      if (!diapason_ingest_source (database, told->source, label, &source, error) ||
          !diapason_ingest_row (database, source, told->row, DESK_FIXTURE_NOW, 0, &outcome, error))
        return FALSE;
    }
  return TRUE;
}

void
desk_fixture_commit (DeskFixture *fixture)
{
  g_autoptr (GAsyncResult) written = NULL;
  g_autoptr (GAsyncResult) derived = NULL;
  g_autoptr (GError) error = NULL;

  diapason_store_write_async (fixture->store, DIAPASON_FILE_CACHE, DIAPASON_PRIORITY_SYNC,
                              ingest_in_writer, fixture->told, NULL, await_cb, &written);
  await (&written);
  diapason_store_write_finish (fixture->store, written, &error);
  g_assert_no_error (error);
  g_ptr_array_set_size (fixture->told, 0);

  diapason_derive_drain_async (fixture->derive, NULL, await_cb, &derived);
  await (&derived);
  diapason_derive_drain_finish (fixture->derive, derived, &error);
  g_assert_no_error (error);
  await_quiet ();
}

typedef struct
{
  const char *source;
  const char *adviser;
} SignIn;

static gboolean
sign_in_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  const SignIn *sign_in = data;
  gint64 source;

  return diapason_ingest_source (database, sign_in->source, NULL, &source, error) &&
         diapason_ingest_set_me (database, source, sign_in->adviser, error);
}

void
desk_fixture_sign_in (DeskFixture *fixture, const char *source, const char *adviser)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SignIn sign_in = { source, adviser };

  diapason_store_write_async (fixture->store, DIAPASON_FILE_CACHE, DIAPASON_PRIORITY_PERSON,
                              sign_in_in_writer, &sign_in, NULL, await_cb, &result);
  await (&result);
  diapason_store_write_finish (fixture->store, result, &error);
  g_assert_no_error (error);
}

static gboolean
break_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_database_exec (database, "ALTER TABLE customer RENAME TO broken", error);
}

void
desk_fixture_break (DeskFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  diapason_store_write_async (fixture->store, DIAPASON_FILE_CACHE, DIAPASON_PRIORITY_SYNC,
                              break_in_writer, NULL, NULL, await_cb, &result);
  await (&result);
  diapason_store_write_finish (fixture->store, result, &error);
  g_assert_no_error (error);
}

void
desk_fixture_damage_words (DeskFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "cache.db", NULL);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle,
                                 "UPDATE article_text_data "
                                 "SET block = x'00000000ffffff7fffffff7f' WHERE id = 10",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (handle);
}

/* Longer than the line of a row. */
#define WORDS_OF_ADA                                                                               \
  "I called three times about the same refund, and each time I had to tell the whole story "       \
  "again. "                                                                                        \
  "Please write down what I say."

static void
tell_history_of_ada (DeskFixture *fixture)
{
  desk_fixture_row (fixture, "crm", "adviser", "a1", "name", "Ida Marsh", NULL);
  desk_fixture_row (fixture, "desk", "interaction", "i1", "customer", "d1", "channel", "chat",
                    "direction", "in", "began_at", "-0.2", "state", "open", "subject",
                    "Where is my refund?", NULL);
  desk_fixture_row (fixture, "desk", "message", "m1", "interaction", "i1", "author", "customer",
                    "kind", "reply", "at", "-0.2", "body", "Nobody told me about the otter.",
                    "language", "en", NULL);
  desk_fixture_row (fixture, "desk", "message", "m2", "interaction", "i1", "author", "adviser",
                    "author_name", "Omar Vale", "kind", "note", "at", "-0.1", "body",
                    "Third time: be brief.", NULL);
  desk_fixture_row (fixture, "crm", "interaction", "i2", "customer", "c1", "channel", "call",
                    "direction", "in", "began_at", "-76", "ended_at", "-75.8", "adviser", "a1",
                    "subject", "Refund of 42 €", "reason", "refund", "summary",
                    "Refund stuck in a batch; promised for Friday.", "solved", "partly", "state",
                    "closed", NULL);
  desk_fixture_row (fixture, "crm", "promise", "p1", "customer", "c1", "adviser", "a1", "text",
                    "The refund is visible by Friday", "made_at", "-75.9", "due_at", "-20", "state",
                    "broken", NULL);
  desk_fixture_row (fixture, "desk", "interaction", "i3", "customer", "d1", "channel", "email",
                    "direction", "out", "began_at", "-9000", "state", "closed", "subject",
                    "Change of address", "solved", "yes", NULL);
}

void
desk_fixture_tell_verbatims (DeskFixture *fixture)
{
  desk_fixture_row (fixture, "survey", "survey_wave", "w1", "name", "Autumn", NULL);
  desk_fixture_row (fixture, "survey", "verbatim", "v1", "customer", "crm:c1", "wave", "w1",
                    "interaction", "crm:i2", "adviser", "crm:a1", "channel", "call", "at", "-30",
                    "score", "3", "scale", "10", "text", WORDS_OF_ADA, "language", "en",
                    "permission", "yes", "permission_by", "phone", "permission_until", "2026-01-31",
                    "state", "open", NULL);
  desk_fixture_row (fixture, "survey", "answer", "v1:1", "verbatim", "v1", "criterion", "effort",
                    "score", "6", "scale", "7", NULL);
  desk_fixture_row (fixture, "survey", "answer", "v1:2", "verbatim", "v1", "criterion", "solved",
                    "score", "0", "scale", "1", NULL);
  desk_fixture_row (fixture, "shop", "verbatim", "r1", "customer", "crm:c1", "channel", "review",
                    "at", "-2000", "score", "4", "scale", "5", "title", "Good <b>coffee</b>",
                    "text", "It hums a little.", "about", "Otter 3", "author_name", "Ada Q.",
                    "language", "en", "permission", "no", NULL);
  desk_fixture_row (fixture, "survey", "verbatim", "v2", "customer", "crm:c1", "permission",
                    "anonymous", "at", "-40", "score", "9", "scale", "10", "text",
                    "Nobody shall know of my heron.", NULL);
  desk_fixture_commit (fixture);
}

void
desk_fixture_tell_quills (DeskFixture *fixture)
{
  desk_fixture_row (fixture, "crm", "customer", "c1", "name", "Ada Quill", "birth_date",
                    "1981-04-12", "language", "en", "street", "12 Quay Road", "postcode", "69002",
                    "city", "Lyon", "country", "FR", "since", "-100000", "value", "high", NULL);
  desk_fixture_row (fixture, "crm", "customer", "c2", "name", "Ben Quill", NULL);
  desk_fixture_row (fixture, "crm", "contact_point", "cp1", "customer", "c1", "kind", "email",
                    "value", "ada@quill.example", "preferred", "1", NULL);
  desk_fixture_row (fixture, "crm", "contact_point", "cp2", "customer", "c1", "kind", "mobile",
                    "value", "+33 6 12 34 56 78", NULL);
  desk_fixture_row (fixture, "crm", "relation", "r1", "customer", "c1", "other", "c2", "kind",
                    "partner", NULL);
  desk_fixture_row (fixture, "crm", "contract", "k1", "customer", "c1", "number", "88-1203",
                    "product", "Coffee machine plan", "status", "active", "begins", "-5000",
                    "amount", "1990", "currency", "EUR", NULL);
  desk_fixture_row (fixture, "desk", "customer", "d1", "name", "Ada Quill", NULL);
  desk_fixture_row (fixture, "desk", "contact_point", "dp1", "customer", "d1", "kind", "email",
                    "value", "ada@quill.example", NULL);
  tell_history_of_ada (fixture);
  desk_fixture_row (fixture, "desk", "article", "t1", "title", "Refund batches", "body",
                    "Refunds leave in batches on Mondays.", "language", "en", NULL);
  desk_fixture_commit (fixture);
}

static gpointer
person_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  char **name = data;
  gint64 person = diapason_person_by_remote (database, name[0], name[1], error);

  return g_memdup2 (&person, sizeof person);
}

gint64
desk_fixture_person (DeskFixture *fixture, const char *source, const char *remote_id)
{
  const char *name[] = { source, remote_id };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *person = NULL;

  diapason_store_read_async (fixture->store, DIAPASON_LANE_FAST, person_in_reader, name, NULL,
                             g_free, NULL, await_cb, &result);
  await (&result);
  person = diapason_store_read_finish (fixture->store, result, &error);
  g_assert_no_error (error);
  return *person;
}

static gboolean
nothing_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return TRUE;
}

void
desk_fixture_await_work (DeskFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  diapason_store_write_async (fixture->store, DIAPASON_FILE_WORK, DIAPASON_PRIORITY_MAINTENANCE,
                              nothing_in_writer, NULL, NULL, await_cb, &result);
  await (&result);
  g_assert_true (diapason_store_write_finish (fixture->store, result, NULL));
}

void
desk_fixture_open (DeskFixture *fixture, const char *source, const char *remote_id)
{
  gint64 person = desk_fixture_person (fixture, source, remote_id);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonCard) card = NULL;

  diapason_desk_open_card_async (fixture->desk, person, "once", NULL, await_cb, &result);
  await (&result);
  card = diapason_desk_open_card_finish (fixture->desk, result, &error);
  g_assert_no_error (error);
  diapason_desk_note_opened (fixture->desk, card);
  desk_fixture_await_work (fixture);
}

DiapasonRowSource *
desk_fixture_history_source (DeskFixture *fixture, gint64 person)
{
  return DIAPASON_ROW_SOURCE (diapason_timeline_source_new (fixture->store, person));
}
