/* What is derived as rows come, in any order and with stops in between, is what is derived from all
 * of them at once. */
#include "derive-fixture.h"

#include "derive-slice.h"
#include "entity.h"
#include "find-read.h"
#include "identity.h"
#include "table-identity.h"

#define ROUNDS 10
#define STEPS  400

static const char *const sources[] = { "crm", "desk", "shop" };
static const char *const names[] = { "Paul Roux", "paul  ROUX", "Éloïse Cœur", "Ann Lee", NULL };
static const char *const births[] = { "1950-05-05", "1985-03-03", NULL, NULL, NULL };
static const char *const phones[] = { "06 12 34 56 78", "+33612345678", "0699887766", "12345678" };
static const char *const emails[] = { "paul@example.org", "PAUL@example.org", "ann@example.org" };
static const char *const texts[] = { "Le colis n’est pas arrivé", "merci beaucoup", "", NULL };

#define PICK(array) (array)[g_test_rand_int_range (0, G_N_ELEMENTS (array))]

/* Of few ids, so that rows meet. */
static char *
pick_id (void)
{
  return g_strdup_printf ("%d", g_test_rand_int_range (0, 6));
}

static void
set_reference (DiapasonRow *row, const char *column)
{
  g_autofree char *id = pick_id ();
  const char *source = PICK (sources);

  if (g_test_rand_int_range (0, 8) != 0)
    diapason_row_set_reference (row, diapason_entity_info_column (row->info, column), source, id);
}

static DiapasonRow *
random_customer (const char *id)
{
  DiapasonRow *row = store_fixture_row (DIAPASON_ENTITY_CUSTOMER, id, -1, "name", PICK (names),
                                        "birth_date", PICK (births), "city", PICK (texts), NULL);

  if (g_test_rand_int_range (0, 4) == 0)
    set_reference (row, "same_as");
  return row;
}

static DiapasonRow *
random_contact_point (const char *id)
{
  gboolean email = g_test_rand_bit ();
  DiapasonRow *row =
      store_fixture_row (DIAPASON_ENTITY_CONTACT_POINT, id, -1, "kind", email ? "email" : "phone",
                         "value", email ? PICK (emails) : PICK (phones), NULL);

  set_reference (row, "customer");
  return row;
}

static void
set_word (DiapasonRow *row, const char *column, const char *word)
{
  diapason_row_set_text (row, (guint) diapason_entity_info_column (row->info, column), word);
}

/* So that verbatims wait, and have reasons. */
static void
add_reasons (DiapasonRow *row)
{
  static const char *const states[] = { "open", "open", "broken" };
  static const char *const solved[] = { "yes", "no", "partly" };

  if (row->info->entity != DIAPASON_ENTITY_INTERACTION)
    {
      set_word (row, "state", PICK (states));
      return;
    }
  set_word (row, "channel", "call");
  set_word (row, "direction", "in");
  set_word (row, "solved", PICK (solved));
}

static DiapasonRow *
random_event (const char *id)
{
  static const char *const instants[] = { "1767000000000", "1766000000000", "0", "-5",
                                          "9000000000000" };
  static const struct
  {
    DiapasonEntity entity;
    const char *text, *instant;
  } kinds[] = { { DIAPASON_ENTITY_INTERACTION, "subject", "began_at" },
                { DIAPASON_ENTITY_PROMISE, "text", "made_at" },
                { DIAPASON_ENTITY_VERBATIM, "text", "at" } };
  guint kind = g_test_rand_int_range (0, G_N_ELEMENTS (kinds));
  DiapasonRow *row = store_fixture_row (kinds[kind].entity, id, -1, kinds[kind].text, PICK (texts),
                                        kinds[kind].instant, PICK (instants), NULL);

  add_reasons (row);
  set_reference (row, "customer");
  return row;
}

static DiapasonRow *
random_words (const char *id)
{
  if (g_test_rand_bit ())
    return store_fixture_row (DIAPASON_ENTITY_ARTICLE, id, -1, "title", PICK (texts), NULL);

  DiapasonRow *row =
      store_fixture_row (DIAPASON_ENTITY_MESSAGE, id, -1, "body", PICK (texts), NULL);
  set_reference (row, "interaction");
  return row;
}

static DiapasonRow *
random_row (void)
{
  static DiapasonRow *(*const makers[]) (
      const char *) = { random_customer,      random_contact_point, random_contact_point,
                        random_contact_point, random_event,         random_words };
  g_autofree char *id = pick_id ();
  DiapasonRow *row = PICK (makers) (id);

  row->deleted = g_test_rand_int_range (0, 6) == 0;
  return row;
}

static gboolean
prepare_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_derive_prepare (database, "UTC", error);
}

typedef struct
{
  guint limit;
  gboolean worked;
} Slice;

static gboolean
slice_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  Slice *slice = data;

  return diapason_derive_slice (database, slice->limit, 0, &slice->worked, error);
}

static gboolean
run_slice (StoreFixture *f, guint limit)
{
  Slice slice = { limit, FALSE };

  store_fixture_write (f, DIAPASON_FILE_CACHE, slice_in_writer, &slice);
  return slice.worked;
}

static void
run_all (StoreFixture *f, gboolean reopen)
{
  do
    if (reopen)
      {
        store_fixture_close (f);
        store_fixture_open (f);
      }
  while (run_slice (f, 7));
}

static gboolean
relink_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_identity_relink (database, *(gint64 *) data, error);
}

typedef struct
{
  char *key;
  char *ids[2];
  const char *sources[2];
  gboolean same;
  gboolean undo;
} Verdict;

static gboolean
verdict_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  Verdict *verdict = data;
  g_autoptr (GError) missing = NULL;

  if (!verdict->undo)
    return diapason_identity_verdict_add (database, verdict->key, verdict->sources[0],
                                          verdict->ids[0], verdict->sources[1], verdict->ids[1],
                                          verdict->same, diapason_database_now (database), error);
  if (!diapason_identity_verdict_undo (database, verdict->key, &missing))
    g_assert_error (missing, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_MISSING);
  return TRUE;
}

/* Both sides of what @key decided, for the relink after its undo. */
static void
relink_sides (StoreFixture *f, const char *key)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT r.id FROM work.identity_verdict v JOIN source s ON s.name = v.a_source "
      "JOIN record r ON r.source = s.id AND r.entity = 3 AND r.remote_id = v.a_remote "
      "WHERE v.key = '%s'",
      key);
  g_autofree char *answer = store_fixture_dump (f, sql);
  gint64 customer = g_ascii_strtoll (answer, NULL, 10);

  if (customer != 0)
    store_fixture_write (f, DIAPASON_FILE_CACHE, relink_in_writer, &customer);
}

static void
decide_at_random (StoreFixture *f)
{
  g_autofree char *key = g_strdup_printf ("k%d", g_test_rand_int_range (0, 40));
  g_autofree char *a = pick_id ();
  g_autofree char *b = pick_id ();
  Verdict verdict = { .key = key,
                      .ids = { a, b },
                      .sources = { PICK (sources), PICK (sources) },
                      .same = g_test_rand_bit (),
                      .undo = g_test_rand_int_range (0, 3) == 0 };

  store_fixture_write (f, DIAPASON_FILE_WORK, verdict_in_writer, &verdict);
  relink_sides (f, key);
}

static void
step_at_random (StoreFixture *f)
{
  switch (g_test_rand_int_range (0, 12))
    {
    case 0:
      run_slice (f, (guint) g_test_rand_int_range (1, 9));
      break;
    case 1:
      decide_at_random (f);
      break;
    case 2:
      diapason_clock_advance (f->clock, g_test_rand_int_range (0, 3000));
      break;
    default:
      store_fixture_ingest (f, PICK (sources), random_row ());
    }
}

static char *
dump (StoreFixture *f)
{
  DeriveFixture fixture = { .base = *f };

  return derive_fixture_dump (&fixture);
}

static gboolean
forget_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_database_exec (
      database,
      "DELETE FROM identity_link; DELETE FROM person_member; DELETE FROM timeline;"
      "DELETE FROM document; DELETE FROM customer_text; DELETE FROM interaction_text;"
      "DELETE FROM message_text; DELETE FROM verbatim_text; DELETE FROM article_text;"
      "DELETE FROM kpi_entry; DELETE FROM kpi_cell; DELETE FROM priority_fact;"
      "DELETE FROM derive_version;",
      error);
}

/* What has grown is what is made of all of it at once. */
static void
check_rebuilt (StoreFixture *f)
{
  g_autofree char *grown = dump (f);

  store_fixture_write (f, DIAPASON_FILE_CACHE, forget_in_writer, NULL);
  store_fixture_write (f, DIAPASON_FILE_CACHE, prepare_in_writer, NULL);
  run_all (f, FALSE);
  g_autofree char *rebuilt = dump (f);
  g_assert_cmpstr (grown, ==, rebuilt);
}

/* @running: without the look at everybody decided about that comes with a start. */
static void
check_random (StoreFixture *f, gboolean running)
{
  if (running)
    store_fixture_write (f, DIAPASON_FILE_CACHE, prepare_in_writer, NULL);
  for (guint i = 0; i < STEPS; i++)
    step_at_random (f);
  if (!running)
    store_fixture_write (f, DIAPASON_FILE_CACHE, prepare_in_writer, NULL);
  run_all (f, FALSE);
  check_rebuilt (f);
}

static void
test_random (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      StoreFixture fixture;
      store_fixture_set_up (&fixture, NULL);
      check_random (&fixture, round % 2 == 0);
      store_fixture_tear_down (&fixture, NULL);
    }
}

static gboolean
age_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_database_exec (
      database,
      "UPDATE derive_version SET version = -1; UPDATE identity_link SET version = -1;"
      "UPDATE person_member SET version = -1; UPDATE timeline SET version = -1;"
      "UPDATE document SET version = -1; UPDATE kpi_entry SET version = -1;"
      "UPDATE priority_fact SET version = -1;",
      error);
}

/* A new version makes everything again, also when the program ends after each slice. */
static void
test_version (StoreFixture *f, gconstpointer data)
{
  for (guint i = 0; i < STEPS / 4; i++)
    store_fixture_ingest (f, PICK (sources), random_row ());
  store_fixture_write (f, DIAPASON_FILE_CACHE, prepare_in_writer, NULL);
  run_all (f, FALSE);
  g_autofree char *before = dump (f);

  store_fixture_write (f, DIAPASON_FILE_CACHE, age_in_writer, NULL);
  store_fixture_close (f);
  store_fixture_open (f);
  store_fixture_write (f, DIAPASON_FILE_CACHE, prepare_in_writer, NULL);
  run_all (f, TRUE);
  g_autofree char *after = dump (f);
  g_assert_cmpstr (after, ==, before);
}

static void
say_stand_in (StoreFixture *f, guint referrer, gboolean refers)
{
  g_autofree char *id = g_strdup_printf ("%u", referrer);
  DiapasonRow *row = store_fixture_row (DIAPASON_ENTITY_CUSTOMER, id, -1, "name", id, NULL);

  if (refers)
    diapason_row_set_reference (row, (guint) diapason_entity_info_column (row->info, "same_as"),
                                "crm", "unknown");
  store_fixture_ingest (f, "desk", row);
  if (g_test_rand_int_range (0, 5) == 0)
    run_slice (f, 3);
}

static void
check_stand_in (StoreFixture *f, const char *links)
{
  run_all (f, FALSE);
  g_autofree char *found = store_fixture_dump (f, "SELECT count (*) FROM identity_link");
  g_assert_cmpstr (found, ==, links);
  check_rebuilt (f);
}

/* A record that stands for people whom their source does not know: as many refer to it as say
 * something, one more, and one less again. */
static void
test_stand_in (StoreFixture *f, gconstpointer data)
{
  store_fixture_write (f, DIAPASON_FILE_CACHE, prepare_in_writer, NULL);
  for (guint i = 0; i < DIAPASON_IDENTITY_FAN; i++)
    say_stand_in (f, i, TRUE);
  check_stand_in (f, "64\n");
  for (guint i = 0; i < 5; i++)
    say_stand_in (f, DIAPASON_IDENTITY_FAN + i, TRUE);
  check_stand_in (f, "0\n");
  for (guint i = 0; i < 5; i++)
    say_stand_in (f, i * 9, FALSE);
  check_stand_in (f, "64\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rebuild/random", test_random);
  g_test_add ("/rebuild/version", StoreFixture, NULL, store_fixture_set_up, test_version,
              store_fixture_tear_down);
  g_test_add ("/rebuild/stand-in", StoreFixture, NULL, store_fixture_set_up, test_stand_in,
              store_fixture_tear_down);
  return g_test_run ();
}
