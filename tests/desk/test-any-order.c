/* test-any-order.c: whatever order its pages come in, however often, however cut and mixed with the
 * making of derived data, a cache says the same as one that was told everything once, in order.
 *
 * A company that fails is named by its seed: `test-desk-any-order SEED [STEPS]` tells it again,
 * and with fewer steps, as long as it still fails, it is easier to read.
 */
#include <stdlib.h>

#include "await.h"
#include "cache-dump.h"
#include "derive-slice.h"
#include "page.h"
#include "store-fixture.h"
#include "table-identity.h"
#include "told-company.h"

#define ROUNDS 4
#define STEPS  240
#define MINUTE (G_GINT64_CONSTANT (60) * 1000)

typedef enum
{
  IN_ORDER,
  TWICE,
  BACKWARDS,
  SHUFFLED,
  LAST_ALONE, /* as a cache that is fetched anew: of each row its last word */
} Order;

/* A way in which a company may be told. */
typedef struct
{
  const char *name;
  Order order;
  guint together;           /* pages that are applied at the same time, slice by slice */
  gboolean derives_between; /* some slices of derived data are made after each page */
  gboolean closes_between;  /* the program ends after slices, and begins anew */
  gboolean is_made_again;   /* derived data is made once more, by a raised version */
} Way;

static const Way ways[] = {
  { "once more, in order", TWICE, 1, FALSE, FALSE, FALSE },
  { "derived page by page", IN_ORDER, 1, TRUE, FALSE, FALSE },
  { "closed between slices", IN_ORDER, 1, TRUE, TRUE, FALSE },
  { "made again by a raised version", IN_ORDER, 1, FALSE, TRUE, TRUE },
  { "backwards", BACKWARDS, 1, FALSE, FALSE, FALSE },
  { "backwards, derived page by page", BACKWARDS, 1, TRUE, FALSE, FALSE },
  { "shuffled and repeated", SHUFFLED, 1, FALSE, FALSE, FALSE },
  { "shuffled, sources at a time", SHUFFLED, 3, FALSE, FALSE, FALSE },
  { "shuffled, derived between, closed between, made again", SHUFFLED, 3, TRUE, TRUE, TRUE },
  { "the last words alone", LAST_ALONE, 1, TRUE, FALSE, FALSE },
};

/* One telling of a company. */
typedef struct
{
  StoreFixture base;
  const Way *way;
  GRand *rand;
  GHashTable *descriptors; /* (owned) name to DiapasonDescriptor */
  GPtrArray *pages;        /* (owned) of DiapasonPage: in their order */
} Run;

/* Pages ---------------------------------------------------------------------------------------- */

static GPtrArray *
arrange (Run *run, GPtrArray *told)
{
  GPtrArray *arranged = g_ptr_array_new ();

  for (guint i = 0; i < told->len; i++)
    {
      Telling *telling =
          g_ptr_array_index (told, run->way->order == BACKWARDS ? told->len - 1 - i : i);
      gint32 times = run->way->order == SHUFFLED ? g_rand_int_range (run->rand, 1, 4) : 1;
      if (run->way->order == LAST_ALONE && !telling->is_last)
        continue;
      while (times-- > 0)
        g_ptr_array_add (arranged, telling);
    }
  for (guint i = 0; run->way->order == TWICE && i < told->len; i++)
    g_ptr_array_add (arranged, g_ptr_array_index (told, i));
  for (guint i = arranged->len; run->way->order == SHUFFLED && i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (run->rand, 0, (gint32) i);
      gpointer kept = arranged->pdata[i - 1];
      arranged->pdata[i - 1] = arranged->pdata[j];
      arranged->pdata[j] = kept;
    }
  return arranged;
}

static DiapasonPage *
make_page (Run *run, ToldStream stream, GPtrArray *tellings)
{
  DiapasonDescriptor *descriptor =
      g_hash_table_lookup (run->descriptors, told_company_source (stream));
  char *body = told_company_page ((Telling *const *) tellings->pdata, tellings->len);
  g_autoptr (GBytes) bytes = g_bytes_new_take (body, strlen (body));

  g_ptr_array_set_size (tellings, 0);
  return diapason_page_new (descriptor,
                            g_ptr_array_index (descriptor->streams, told_company_place (stream)),
                            bytes);
}

/* What belongs to one stream gathers until it makes a page, a short or one of several slices. */
static void
cut_into_pages (Run *run, GPtrArray *arranged)
{
  GPtrArray *open[TOLD_N_STREAMS];

  for (ToldStream stream = 0; stream < TOLD_N_STREAMS; stream++)
    open[stream] = g_ptr_array_new ();
  for (guint i = 0; i < arranged->len; i++)
    {
      Telling *telling = g_ptr_array_index (arranged, i);
      g_ptr_array_add (open[telling->stream], telling);
      if (g_rand_int_range (run->rand, 0, i % 2 == 0 ? 12 : 90) == 0)
        g_ptr_array_add (run->pages, make_page (run, telling->stream, open[telling->stream]));
    }
  for (ToldStream stream = 0; stream < TOLD_N_STREAMS; stream++)
    {
      if (open[stream]->len > 0)
        g_ptr_array_add (run->pages, make_page (run, stream, open[stream]));
      g_ptr_array_unref (open[stream]);
    }
}

static gboolean
apply_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  DiapasonPage *page = data;

  if (page->source == 0 &&
      !diapason_ingest_source (database, diapason_descriptor_get_name (page->descriptor), NULL,
                               &page->source, error))
    return FALSE;
  return diapason_page_apply_in_writer (database, page, more, error);
}

/* @n pages from @at on, all of them queued before the first is applied. */
static void
apply_pages (Run *run, guint at, guint n)
{
  g_autofree GAsyncResult **results = g_new0 (GAsyncResult *, n);

  for (guint i = 0; i < n; i++)
    {
      DiapasonPage *page = g_ptr_array_index (run->pages, at + i);
      page->as_of = diapason_clock_now (run->base.clock);
      diapason_position_begin_walk (page->position, page->stream, page->as_of);
      diapason_store_write_async (run->base.store, DIAPASON_FILE_CACHE, DIAPASON_PRIORITY_SYNC,
                                  apply_in_writer, diapason_page_ref (page),
                                  (GDestroyNotify) diapason_page_unref, await_cb, &results[i]);
    }
  for (guint i = 0; i < n; i++)
    {
      DiapasonPage *page = g_ptr_array_index (run->pages, at + i);
      g_autoptr (GError) error = NULL;
      await (&results[i]);
      diapason_store_write_finish (run->base.store, results[i], &error);
      g_assert_no_error (error);
      g_assert_cmpuint (page->refused, ==, 0);
      g_clear_object (&results[i]);
    }
}

/* Derived data --------------------------------------------------------------------------------- */

static gboolean
prepare_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_derive_prepare (database, "UTC", error);
}

static void
begin_deriving (Run *run)
{
  store_fixture_write (&run->base, DIAPASON_FILE_CACHE, prepare_in_writer, NULL);
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

/* FALSE when nothing was left to do. */
static gboolean
run_slice (Run *run)
{
  Slice slice = { (guint) g_rand_int_range (run->rand, 1, 33), FALSE };

  store_fixture_write (&run->base, DIAPASON_FILE_CACHE, slice_in_writer, &slice);
  if (slice.worked && run->way->closes_between && g_rand_int_range (run->rand, 0, 6) == 0)
    {
      store_fixture_close (&run->base);
      store_fixture_open (&run->base);
      begin_deriving (run);
    }
  return slice.worked;
}

static void
derive_between (Run *run)
{
  gint32 slices = run->way->derives_between ? g_rand_int_range (run->rand, 0, 4) : 0;

  while (slices-- > 0 && run_slice (run))
    ;
}

static void
derive_all (Run *run)
{
  begin_deriving (run);
  while (run_slice (run))
    ;
}

static gboolean
raise_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_database_exec (database, "UPDATE derive_version SET version = version - 1",
                                 error);
}

/* People ----------------------------------------------------------------------------------------
 */

typedef struct
{
  const char *key;
  const char *a;
  const char *b;
  gboolean same;
} Verdict;

static gboolean
decide_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  const Verdict *verdict = data;

  return diapason_identity_verdict_add (database, verdict->key, "crm", verdict->a, "desk",
                                        verdict->b, verdict->same, diapason_database_now (database),
                                        error);
}

/* They decided before this cache was fetched. */
static void
decide (Run *run)
{
  static Verdict verdicts[] = { { "1", "c1", "k2", TRUE }, { "2", "c3", "k3", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    store_fixture_write (&run->base, DIAPASON_FILE_WORK, decide_in_writer, &verdicts[i]);
}

/* A telling ------------------------------------------------------------------------------------ */

static void
load_descriptors (Run *run)
{
  for (ToldStream stream = 0; stream < TOLD_N_STREAMS; stream++)
    {
      const char *name = told_company_source (stream);
      const char *json = told_company_descriptor (name);
      g_autoptr (GError) error = NULL;
      DiapasonDescriptor *descriptor = diapason_descriptor_parse (json, strlen (json), &error);
      g_assert_no_error (error);
      g_hash_table_replace (run->descriptors, (gpointer) name, descriptor);
    }
}

static void
tell_pages (Run *run)
{
  for (guint at = 0; at < run->pages->len;)
    {
      guint n = MIN (run->way->together, run->pages->len - at);
      apply_pages (run, at, n);
      at += n;
      derive_between (run);
      diapason_clock_advance (run->base.clock, g_rand_int_range (run->rand, 0, 2) * MINUTE);
    }
}

/* What the cache says in the end. */
static char *
tell (guint32 seed, GPtrArray *told, const Way *way)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GHashTable) descriptors =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                             (GDestroyNotify) diapason_descriptor_unref);
  g_autoptr (GPtrArray) pages =
      g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_page_unref);
  Run run = { .way = way, .rand = rand, .descriptors = descriptors, .pages = pages };

  load_descriptors (&run);
  g_autoptr (GPtrArray) arranged = arrange (&run, told);
  cut_into_pages (&run, arranged);
  store_fixture_set_up (&run.base, NULL);
  decide (&run);
  begin_deriving (&run);
  tell_pages (&run);
  derive_all (&run);
  if (way->is_made_again)
    {
      store_fixture_write (&run.base, DIAPASON_FILE_CACHE, raise_in_writer, NULL);
      derive_all (&run);
    }
  char *dump = cache_dump (run.base.store);
  store_fixture_tear_down (&run.base, NULL);
  return dump;
}

static void
check (guint32 seed, guint steps)
{
  static const Way plain = { "once, in order", IN_ORDER, 1, FALSE, FALSE, FALSE };
  g_autoptr (GPtrArray) told = told_company_new (seed, steps);
  g_autofree char *wanted = tell (seed, told, &plain);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *got = tell (seed + i, told, &ways[i]);
      g_autofree char *difference = cache_dump_difference (wanted, got);
      if (difference != NULL)
        g_error ("seed %u, %u steps, %s: %s", seed, steps, ways[i].name, difference);
    }
}

static guint32 one_seed;
static guint one_steps = STEPS;

static void
test_any_order (void)
{
  for (guint round = 0; one_seed == 0 && round < ROUNDS; round++)
    check ((guint32) g_test_rand_int_range (1, G_MAXINT32), STEPS);
  if (one_seed != 0)
    check (one_seed, one_steps);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1)
    one_seed = (guint32) strtoul (argv[1], NULL, 10);
  if (argc > 2)
    one_steps = (guint) strtoul (argv[2], NULL, 10);
  g_test_add_func ("/desk/any-order", test_any_order);
  return g_test_run ();
}
