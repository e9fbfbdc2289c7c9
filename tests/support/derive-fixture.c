/* derive-fixture.c: see the header. */
#include "derive-fixture.h"

#include "find-read.h"
#include "person-read.h"
#include "table-identity.h"

void
derive_fixture_set_up (DeriveFixture *fixture, gconstpointer data)
{
  store_fixture_set_up (&fixture->base, data);
  fixture->derive = diapason_derive_new (fixture->base.store, "UTC");
}

static void
close_derive (DeriveFixture *fixture)
{
  if (fixture->derive != NULL)
    g_object_run_dispose (G_OBJECT (fixture->derive));
  g_clear_object (&fixture->derive);
}

void
derive_fixture_tear_down (DeriveFixture *fixture, gconstpointer data)
{
  close_derive (fixture);
  store_fixture_tear_down (&fixture->base, data);
}

void
derive_fixture_reopen (DeriveFixture *fixture)
{
  close_derive (fixture);
  store_fixture_close (&fixture->base);
  store_fixture_open (&fixture->base);
  fixture->derive = diapason_derive_new (fixture->base.store, "UTC");
}

void
derive_fixture_take_back (DeriveFixture *fixture,
                          const char *source,
                          DiapasonEntity entity,
                          const char *remote_id)
{
  DiapasonRow *row = diapason_row_new (diapason_entity_info (entity), remote_id);

  row->deleted = TRUE;
  store_fixture_ingest (&fixture->base, source, row);
}

static void
say_point (DeriveFixture *fixture,
           const char *source,
           const char *customer,
           const char *kind,
           const char *value)
{
  g_autofree char *remote_id = g_strconcat (customer, "-", kind, NULL);

  if (value != NULL)
    derive_fixture_say (fixture, source, CONTACT_POINT, remote_id, "customer", customer, "kind",
                        kind, "value", value);
}

void
derive_fixture_customer (DeriveFixture *fixture,
                         const char *source,
                         const char *remote_id,
                         const char *name,
                         const char *birth_date,
                         const char *phone,
                         const char *email)
{
  derive_fixture_say (fixture, source, CUSTOMER, remote_id, "name", name, "birth_date", birth_date);
  say_point (fixture, source, remote_id, "phone", phone);
  say_point (fixture, source, remote_id, "email", email);
}

typedef struct
{
  gboolean done;
  gboolean relink;
} Waiting;

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;
  g_autoptr (GError) error = NULL;

  if (waiting->relink)
    diapason_derive_relink_finish (DIAPASON_DERIVE (source), result, &error);
  else
    diapason_derive_drain_finish (DIAPASON_DERIVE (source), result, &error);
  g_assert_no_error (error);
  waiting->done = TRUE;
}

void
derive_fixture_settle (DeriveFixture *fixture)
{
  Waiting waiting = { FALSE };

  diapason_derive_drain_async (fixture->derive, NULL, settled_cb, &waiting);
  store_fixture_wait (&waiting.done);
}

static void
relink (DeriveFixture *fixture, gint64 customer)
{
  Waiting waiting = { .relink = TRUE };

  diapason_derive_relink_async (fixture->derive, customer, settled_cb, &waiting);
  store_fixture_wait (&waiting.done);
}

gint64
derive_fixture_id (DeriveFixture *fixture,
                   const char *source,
                   DiapasonEntity entity,
                   const char *remote_id)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT r.id FROM record r JOIN source s ON s.id = r.source "
                       "WHERE s.name = '%s' AND r.entity = %d AND r.remote_id = '%s'",
                       source, (int) entity, remote_id);
  g_autofree char *id = store_fixture_dump (&fixture->base, sql);

  return g_ascii_strtoll (id, NULL, 10);
}

typedef struct
{
  const char *source;
  const char *remote_id;
  gint64 person;
} ByRemote;

static gpointer
person_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  ByRemote *by = data;

  by->person = diapason_person_by_remote (database, by->source, by->remote_id, error);
  return NULL;
}

gboolean
derive_fixture_are_one (DeriveFixture *fixture,
                        const char *a_source,
                        const char *a_remote,
                        const char *b_source,
                        const char *b_remote)
{
  ByRemote a = { a_source, a_remote, 0 };
  ByRemote b = { b_source, b_remote, 0 };

  store_fixture_read (&fixture->base, DIAPASON_LANE_FAST, person_in_reader, &a);
  store_fixture_read (&fixture->base, DIAPASON_LANE_FAST, person_in_reader, &b);
  g_assert_cmpint (a.person, !=, 0);
  g_assert_cmpint (b.person, !=, 0);
  return a.person == b.person;
}

typedef struct
{
  const char *key;
  const char *names[4]; /* NULL: undo */
  gboolean same;
} Decision;

static gboolean
decide_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  Decision *decision = data;
  const char *const *names = decision->names;

  if (names[0] == NULL)
    return diapason_identity_verdict_undo (database, decision->key, error);
  return diapason_identity_verdict_add (database, decision->key, names[0], names[1], names[2],
                                        names[3], decision->same, diapason_database_now (database),
                                        error);
}

void
derive_fixture_decide (DeriveFixture *fixture,
                       const char *key,
                       const char *a_source,
                       const char *a_remote,
                       const char *b_source,
                       const char *b_remote,
                       gboolean same)
{
  Decision decision = { key, { a_source, a_remote, b_source, b_remote }, same };

  store_fixture_write (&fixture->base, DIAPASON_FILE_WORK, decide_in_writer, &decision);
  relink (fixture, derive_fixture_id (fixture, a_source, DIAPASON_ENTITY_CUSTOMER, a_remote));
}

void
derive_fixture_undo (DeriveFixture *fixture, const char *key, gint64 customer)
{
  Decision decision = { key, { NULL }, FALSE };

  store_fixture_write (&fixture->base, DIAPASON_FILE_WORK, decide_in_writer, &decision);
  relink (fixture, customer);
}

char *
derive_fixture_dump (DeriveFixture *fixture)
{
  static const char words[] =
      "SELECT d.id >> 20, d.record, d.version, d.revision, "
      "coalesce (c.words, i.words, m.words, v.words, a.words) FROM document d "
      "LEFT JOIN customer_text c ON c.rowid = d.id "
      "LEFT JOIN interaction_text i ON i.rowid = d.id "
      "LEFT JOIN message_text m ON m.rowid = d.id "
      "LEFT JOIN verbatim_text v ON v.rowid = d.id "
      "LEFT JOIN article_text a ON a.rowid = d.id ORDER BY d.record";
  static const char counts[] =
      "SELECT (SELECT count (*) FROM customer_text) + (SELECT count (*) FROM interaction_text) + "
      "(SELECT count (*) FROM message_text) + (SELECT count (*) FROM verbatim_text) + "
      "(SELECT count (*) FROM article_text)";
  static const char *const selects[] = {
    "SELECT a, b, rule, evidence, version FROM identity_link ORDER BY a, b, rule",
    "SELECT * FROM person_member ORDER BY customer",
    "SELECT * FROM timeline ORDER BY person, at, record",
    words,
    counts,
    "SELECT * FROM kpi_entry ORDER BY record",
    "SELECT * FROM priority_fact ORDER BY verbatim",
    "SELECT * FROM derive_queue",
  };
  g_autoptr (GString) dump = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (selects); i++)
    {
      g_autofree char *part = store_fixture_dump (&fixture->base, selects[i]);
      g_string_append_printf (dump, "%s--\n", part);
    }
  return g_string_free (g_steal_pointer (&dump), FALSE);
}

typedef struct
{
  const char *words;
  guint limit;
} Query;

static gpointer
find_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  Query *query = data;

  /* Not cut where a machine is slow. */
  return diapason_find_within (database, query->words, query->limit, 60 * 1000, NULL, error);
}

GPtrArray *
derive_fixture_find (DeriveFixture *fixture, const char *words, guint limit)
{
  Query query = { words, limit };

  return store_fixture_read (&fixture->base, DIAPASON_LANE_LIST, find_in_reader, &query);
}
