/* test-leave.c: a source goes with its rows and all that was made of them, in slices, and over a
 * kill; what others said, and what a person decided, stays. */
#include "derive-fixture.h"

#define ROWS                                                                                       \
  "SELECT (SELECT count(*) FROM customer), (SELECT count(*) FROM contact_point), "                 \
  "(SELECT count(*) FROM interaction), (SELECT count(*) FROM timeline), "                          \
  "(SELECT count(*) FROM document), (SELECT count(*) FROM kpi_entry), "                            \
  "(SELECT count(*) FROM kpi_cell), (SELECT count(*) FROM priority_fact), "                        \
  "(SELECT count(*) FROM person_member)"

typedef struct
{
  const char *name;
  guint limit;
  guint n_slices; /* how many there were */
  guint most;     /* 0: all of them */
} Leave;

static gboolean
leave_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  Leave *leave = data;

  if (!diapason_ingest_leave (database, leave->name, leave->limit, more, error))
    return FALSE;
  leave->n_slices++;
  if (leave->n_slices == leave->most)
    *more = FALSE;
  return TRUE;
}

static gboolean
mark_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_ingest_set_leaving (database, data, TRUE, error);
}

static gpointer
leaving_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) names = diapason_ingest_leaving (database, error);

  if (names == NULL)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

static void
assert_leaving (DeriveFixture *fixture, const char *names)
{
  g_autofree char *found =
      store_fixture_read (&fixture->base, DIAPASON_LANE_FAST, leaving_in_reader, NULL);

  g_assert_cmpstr (found, ==, names);
}

static void
assert_dump (DeriveFixture *fixture, const char *sql, const char *wanted)
{
  g_autofree char *dump = store_fixture_dump (&fixture->base, sql);

  g_assert_cmpstr (dump, ==, wanted);
}

static void
tell_shop (DeriveFixture *fixture)
{
  derive_fixture_customer (fixture, "shop", "s1", "Ada Quill", "1980-02-03", NULL,
                           "ada@example.org");
  derive_fixture_say (fixture, "shop", INTERACTION, "i9", "customer", "s1", "channel", "web",
                      "direction", "in", "began_at", "1767000000000", "subject", "kettle");
}

/* A call, an answer to it that waits to be seen to, and a promise that was broken. */
static void
tell_crm (DeriveFixture *fixture)
{
  derive_fixture_customer (fixture, "crm", "c1", "Ada Quill", "1980-02-03", "0612345678",
                           "ada@example.org");
  derive_fixture_say (fixture, "crm", ADVISER, "a1", "name", "Ida Marsh");
  derive_fixture_say (fixture, "crm", SURVEY_WAVE, "w1", "name", "January");
  derive_fixture_say (fixture, "crm", INTERACTION, "i1", "customer", "c1", "adviser", "a1",
                      "channel", "call", "direction", "in", "began_at", "1767100000000", "subject",
                      "otter");
  derive_fixture_say (fixture, "crm", VERBATIM, "v1", "customer", "c1", "interaction", "i1",
                      "adviser", "a1", "wave", "w1", "at", "1767110000000", "score", "3", "scale",
                      "10", "text", "Nobody told me", "permission", "yes", "state", "open");
  derive_fixture_say (fixture, "crm", PROMISE, "p1", "customer", "c1", "adviser", "a1", "text",
                      "Call back", "made_at", "1767100000000", "due_at", "1767120000000", "state",
                      "broken");
}

static void
test_leaves (DeriveFixture *fixture, gconstpointer data)
{
  Leave leave = { .name = "crm", .limit = 2 };
  g_autofree char *alone = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *back = NULL;

  tell_shop (fixture);
  derive_fixture_settle (fixture);
  alone = store_fixture_dump (&fixture->base, ROWS);
  tell_crm (fixture);
  derive_fixture_settle (fixture);
  whole = derive_fixture_dump (fixture);
  g_assert_true (derive_fixture_are_one (fixture, "crm", "c1", "shop", "s1"));

  store_fixture_write (&fixture->base, DIAPASON_FILE_CACHE, leave_in_writer, &leave);
  g_assert_cmpuint (leave.n_slices, >, DIAPASON_N_ENTITIES);
  derive_fixture_settle (fixture);
  assert_dump (fixture, ROWS, alone);
  assert_dump (fixture, "SELECT name FROM customer", "Ada Quill\n");
  assert_dump (fixture,
               "SELECT count(*) FROM record r JOIN source s ON s.id = r.source "
               "WHERE s.name = 'crm' AND (as_of IS NOT NULL OR revision IS NOT NULL)",
               "0\n");

  /* It may come back, under the ids it had. */
  tell_crm (fixture);
  derive_fixture_settle (fixture);
  back = derive_fixture_dump (fixture);
  g_assert_cmpstr (back, ==, whole);
}

static gboolean
set_state_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  const DiapasonStream stream = { .cursor = (char *) "17", .read_at = STORE_FIXTURE_NOW };
  gint64 source;

  return diapason_ingest_source (database, "crm", "CRM", &source, error) &&
         diapason_ingest_set_stream (database, source, "customers", &stream, error) &&
         diapason_ingest_set_in_sync (database, source, STORE_FIXTURE_NOW, error) &&
         diapason_ingest_set_me (database, source, "a1", error);
}

#define STATE                                                                                      \
  "SELECT s.me IS NULL, s.in_sync_since IS NULL, (SELECT count(*) FROM stream WHERE source = "     \
  "s.id) FROM source s WHERE s.name = 'crm'"

/* Nobody's seat, and no cursor: whoever adds it again is told everything. */
static void
test_forgets_state (DeriveFixture *fixture, gconstpointer data)
{
  Leave leave = { .name = "crm", .limit = 100 };

  tell_crm (fixture);
  store_fixture_write (&fixture->base, DIAPASON_FILE_CACHE, set_state_in_writer, NULL);
  assert_dump (fixture, STATE, "0|0|1\n");
  store_fixture_write (&fixture->base, DIAPASON_FILE_CACHE, leave_in_writer, &leave);
  assert_dump (fixture, STATE, "1|1|0\n");
}

static void
test_goes_on (DeriveFixture *fixture, gconstpointer data)
{
  Leave first = { .name = "crm", .limit = 1, .most = 9 };
  Leave rest = { .name = "crm", .limit = 1 };

  tell_crm (fixture);
  assert_leaving (fixture, "");
  store_fixture_write (&fixture->base, DIAPASON_FILE_CACHE, mark_in_writer, (gpointer) "crm");
  store_fixture_write (&fixture->base, DIAPASON_FILE_CACHE, mark_in_writer, (gpointer) "unknown");
  store_fixture_write (&fixture->base, DIAPASON_FILE_CACHE, leave_in_writer, &first);
  derive_fixture_reopen (fixture);
  assert_leaving (fixture, "crm");
  assert_dump (fixture, "SELECT count(*) > 0 FROM interaction", "1\n");
  store_fixture_write (&fixture->base, DIAPASON_FILE_CACHE, leave_in_writer, &rest);
  assert_leaving (fixture, "");
  derive_fixture_settle (fixture);
  assert_dump (fixture, ROWS, "0|0|0|0|0|0|0|0|0\n");
}

/* Two people made one by somebody: that word is kept, and counts again when the source is back. */
static void
test_keeps_verdicts (DeriveFixture *fixture, gconstpointer data)
{
  Leave leave = { .name = "crm", .limit = 100 };

  derive_fixture_customer (fixture, "crm", "c1", "Ada Quill", NULL, NULL, NULL);
  derive_fixture_customer (fixture, "shop", "s1", "A. Quill", NULL, NULL, NULL);
  derive_fixture_settle (fixture);
  derive_fixture_decide (fixture, "key", "crm", "c1", "shop", "s1", TRUE);
  store_fixture_write (&fixture->base, DIAPASON_FILE_CACHE, leave_in_writer, &leave);
  derive_fixture_settle (fixture);
  assert_dump (fixture, "SELECT count(*) FROM person_member", "1\n");
  derive_fixture_customer (fixture, "crm", "c1", "Ada Quill", NULL, NULL, NULL);
  derive_fixture_settle (fixture);
  g_assert_true (derive_fixture_are_one (fixture, "crm", "c1", "shop", "s1"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/derive/leave/" name, DeriveFixture, NULL, derive_fixture_set_up, func,             \
              derive_fixture_tear_down)
  ADD ("leaves", test_leaves);
  ADD ("forgets-state", test_forgets_state);
  ADD ("goes-on", test_goes_on);
  ADD ("keeps-verdicts", test_keeps_verdicts);
  return g_test_run ();
}
