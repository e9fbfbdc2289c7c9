/* window-contacts.c: see the header. */
#include "window-contacts.h"

#include "bench-rows.h"
#include "bench-store.h"
#include "descriptor-plan.h"
#include "page.h"
#include "statement-read.h"

struct _WindowContacts
{
  DiapasonStore *store;           /* (owned) */
  DiapasonDescriptor *descriptor; /* (owned) */
  gint64 source;
  char *former; /* (owned) (nullable) the element of the call that goes on, open at its end */
  guint n_calls;
  gboolean written;
};

static const char descriptor_json[] =
    "{'format': 1, 'name': '" WINDOW_CONTACTS_SOURCE "', 'label': 'Platform',"
    " 'base_url': 'https://example.org', 'authentication': {'kind': 'basic'},"
    " 'streams': [{'name': 'calls', 'entity': 'interaction', 'items': 'items',"
    "  'request': {'path': '/calls'},"
    "  'map': {'id': 'id', 'revision': 'version',"
    "   'customer': {'reference': 'customer', 'source': 'crm'}, 'adviser': 'agent',"
    "   'channel': {'enum': 'channel', 'words': {'voice': 'call'}, 'otherwise': null},"
    "   'direction': {'enum': 'channel', 'words': {'voice': 'in'}, 'otherwise': null},"
    "   'began_at': {'date': 'startedAt', 'format': 'unix_ms'},"
    "   'ended_at': {'date': 'endedAt', 'format': 'unix_ms'}, 'subject': 'subject',"
    "   'state': {'enum': 'status', 'words': {'ringing': 'waiting'}, 'otherwise': 'closed'}}}]}";

static gboolean
source_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_ingest_source (database, WINDOW_CONTACTS_SOURCE, NULL, data, error);
}

static void
written_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  WindowContacts *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!diapason_store_write_finish (DIAPASON_STORE (store), result, &error))
    g_error ("%s", error->message);
  self->written = TRUE;
}

WindowContacts *
window_contacts_new (DiapasonStore *store)
{
  WindowContacts *self = g_new0 (WindowContacts, 1);
  g_autoptr (GString) json = g_string_new (descriptor_json);
  g_autoptr (GError) error = NULL;

  g_string_replace (json, "'", "\"", 0);
  self->descriptor = diapason_descriptor_parse (json->str, json->len, &error);
  g_assert_no_error (error);
  self->store = g_object_ref (store);
  bench_store_write (store, source_in_writer, &self->source);
  self->written = TRUE;
  return self;
}

void
window_contacts_free (WindowContacts *self)
{
  while (!self->written)
    g_main_context_iteration (NULL, TRUE);
  g_free (self->former);
  diapason_descriptor_unref (self->descriptor);
  g_object_unref (self->store);
  g_free (self);
}

/* What an answer says: who rings, and, where somebody did before, that they no longer do. */
static GBytes *
make_body (WindowContacts *self, guint64 customer, gboolean mine)
{
  g_autofree char *id = bench_customer_id (customer);
  g_autofree char *subject = bench_words (self->n_calls, 4);
  g_autofree char *former = g_steal_pointer (&self->former);
  gint64 now = diapason_clock_now (diapason_store_get_clock (self->store));
  GString *body = g_string_new ("{\"items\":[");

  if (former != NULL)
    g_string_append_printf (body,
                            "%s\"version\":2,\"status\":\"done\",\"endedAt\":%" G_GINT64_FORMAT
                            "},",
                            former, now);
  self->former = g_strdup_printf (
      "{\"id\":\"CALL%u\",\"customer\":\"%s\",\"agent\":\"%s\",\"channel\":\"voice\","
      "\"subject\":\"%s\",\"startedAt\":%" G_GINT64_FORMAT ",",
      ++self->n_calls, id, mine ? WINDOW_CONTACTS_ME : "A00000001", subject, now);
  g_string_append_printf (body, "%s\"version\":1,\"status\":\"ringing\"}]}", self->former);
  return g_string_free_to_bytes (body);
}

void
window_contacts_ring (WindowContacts *self, guint64 customer, gboolean mine)
{
  g_autoptr (GBytes) body = make_body (self, customer, mine);
  DiapasonPage *page =
      diapason_page_new (self->descriptor, g_ptr_array_index (self->descriptor->streams, 0), body);

  page->source = self->source;
  page->as_of = diapason_clock_now (diapason_store_get_clock (self->store));
  self->written = FALSE;
  diapason_store_write_async (self->store, DIAPASON_FILE_CACHE, diapason_page_get_priority (page),
                              diapason_page_apply_in_writer, page,
                              (GDestroyNotify) diapason_page_unref, written_cb, self);
}

gboolean
window_contacts_is_written (WindowContacts *self)
{
  return self->written;
}

static gpointer
name_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT c.name FROM record r JOIN customer c ON c.id = r.id WHERE r.remote_id = ? "
      "AND r.entity = ? AND r.source = (SELECT id FROM source WHERE name = 'crm')",
      error);
  gboolean row;

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "si", data, (gint64) DIAPASON_ENTITY_CUSTOMER);
  if (!diapason_database_step (database, select, &row, error) || !row)
    return NULL;
  return diapason_statement_text (select, 0);
}

char *
window_contacts_read_name (WindowContacts *self, guint64 customer)
{
  g_autofree char *id = bench_customer_id (customer);

  return bench_store_read (self->store, DIAPASON_LANE_FAST, name_in_reader, id);
}
