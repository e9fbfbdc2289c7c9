/* test-order.c: pages in any order, repeated, old and mixed with tombstones end in what a model
 * says.
 *
 * The model is one sentence: of everything ever said of a row the highest revision counts, and a
 * tombstone before a row of the same revision.
 */
#include "store-fixture.h"

#define ROUNDS    12
#define CUSTOMERS 6
#define POINTS    12
#define REVISIONS 4
#define SAYINGS   240
#define PAGE      25

/* What a source may say at one time: content follows from these, as it does at a real source. */
typedef struct
{
  gboolean point; /* else a customer */
  guint number;
  guint revision;
  gboolean deleted;
} Saying;

static guint
owner_of (const Saying *saying)
{
  return (saying->number * 7 + saying->revision * 5) % CUSTOMERS;
}

static DiapasonRow *
row_of (const Saying *saying)
{
  g_autofree char *id = g_strdup_printf ("%u", saying->number);
  g_autofree char *text = g_strdup_printf ("%u at %u", saying->number, saying->revision);
  g_autofree char *owner = g_strdup_printf ("%u", owner_of (saying));
  DiapasonRow *row =
      saying->point
          ? store_fixture_row (DIAPASON_ENTITY_CONTACT_POINT, id, saying->revision, "value", text,
                               "customer", owner, NULL)
          : store_fixture_row (DIAPASON_ENTITY_CUSTOMER, id, saying->revision, "name", text, NULL);
  row->deleted = saying->deleted;
  return row;
}

static void
let_model_hear (Saying *model, const Saying *saying)
{
  Saying *here = &model[saying->number];

  if (here->revision == 0 || saying->revision > here->revision ||
      (saying->revision == here->revision && saying->deleted))
    *here = *saying;
}

static char *
dump_model (const Saying *customers, const Saying *points)
{
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < CUSTOMERS; i++)
    if (customers[i].revision != 0 && !customers[i].deleted)
      g_string_append_printf (dump, "%u|%u|0|%u at %u|\n", i, customers[i].revision, i,
                              customers[i].revision);
  for (guint i = 0; i < POINTS; i++)
    if (points[i].revision != 0 && !points[i].deleted)
      g_string_append_printf (dump, "%u|%u|0|%u at %u|%u\n", i, points[i].revision, i,
                              points[i].revision, owner_of (&points[i]));
  return g_string_free (dump, FALSE);
}

#define DUMP                                                                                       \
  "SELECT r.remote_id, r.revision, r.deleted, coalesce (c.name, p.value), o.remote_id "            \
  "FROM record r LEFT JOIN customer c ON c.id = r.id LEFT JOIN contact_point p ON p.id = r.id "    \
  "LEFT JOIN record o ON o.id = p.customer WHERE c.id IS NOT NULL OR p.id IS NOT NULL "            \
  "ORDER BY r.entity, CAST (r.remote_id AS INTEGER)"

typedef struct
{
  const Saying *sayings;
  guint n;
} Page;

static gboolean
apply_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  const Page *page = data;
  gint64 source;

  g_assert_true (diapason_ingest_source (database, "crm", NULL, &source, error));
  for (guint i = 0; i < page->n; i++)
    {
      g_autoptr (DiapasonRow) row = row_of (&page->sayings[i]);
      DiapasonIngestOutcome outcome;
      if (!diapason_ingest_row (database, source, row, 1, 0, &outcome, error))
        return FALSE;
    }
  return TRUE;
}

static void
invent (GRand *rand, Saying *sayings)
{
  for (guint i = 0; i < SAYINGS; i++)
    {
      gboolean point = g_rand_boolean (rand);
      sayings[i] = (Saying){
        .point = point,
        .number = (guint) g_rand_int_range (rand, 0, point ? POINTS : CUSTOMERS),
        .revision = (guint) g_rand_int_range (rand, 1, REVISIONS + 1),
        .deleted = g_rand_int_range (rand, 0, 8) == 0,
      };
    }
}

static void
shuffle (GRand *rand, Saying *sayings)
{
  for (guint i = SAYINGS - 1; i > 0; i--)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);
      Saying kept = sayings[i];
      sayings[i] = sayings[j];
      sayings[j] = kept;
    }
}

static void
say_in_pages (StoreFixture *fixture, GRand *rand, const Saying *sayings)
{
  for (guint at = 0; at < SAYINGS; at += PAGE)
    {
      Page page = { sayings + at, MIN (PAGE, SAYINGS - at) };
      guint times = g_rand_int_range (rand, 0, 4) == 0 ? 2 : 1;
      while (times-- > 0)
        store_fixture_write (fixture, DIAPASON_FILE_CACHE, apply_in_writer, &page);
    }
}

static char *
dump_after (GRand *rand, const Saying *sayings)
{
  StoreFixture fixture = { NULL };

  store_fixture_set_up (&fixture, NULL);
  say_in_pages (&fixture, rand, sayings);
  char *dump = store_fixture_dump (&fixture, DUMP);
  store_fixture_tear_down (&fixture, NULL);
  return dump;
}

static void
test_any_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint round = 0; round < ROUNDS; round++)
    {
      Saying sayings[SAYINGS];
      Saying customers[CUSTOMERS] = { 0 };
      Saying points[POINTS] = { 0 };

      invent (rand, sayings);
      for (guint i = 0; i < SAYINGS; i++)
        let_model_hear (sayings[i].point ? points : customers, &sayings[i]);
      g_autofree char *model = dump_model (customers, points);
      g_autofree char *first = dump_after (rand, sayings);
      shuffle (rand, sayings);
      g_autofree char *second = dump_after (rand, sayings);
      g_assert_cmpstr (first, ==, model);
      g_assert_cmpstr (second, ==, model);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/any-order", test_any_order);
  return g_test_run ();
}
