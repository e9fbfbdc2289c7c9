/* bench-look-up.c: bench-look-up FOLDER [FIGURE]: what the window waits for, inside the reader's
 * thread, beside the bare statements that give the same rows on the same file; and the way there
 * and back.
 */
#include <stdlib.h>

#include "article-read.h"
#include "bench-report.h"
#include "bench-rows.h"
#include "bench-store.h"
#include "database.h"
#include "history-read.h"
#include "person-read.h"

#define KEYS   1000
#define ROUNDS 11
#define PAGE   50
#define HOPS   400
#define ORIGIN "s.name, s.label, r.remote_id, r.as_of"

/* One kind of look-up. The bare one fills the same page by the same indexes. */
typedef struct
{
  const char *figure;
  const char *what;
  const char *floor_what;
  char *(*key) (guint64 draw, guint64 customers); /* remote id of a record that is looked up */
  void (*ours) (DiapasonDatabase *database, gint64 id);
  void (*raw) (BenchRaw *raw, const guint *statements, gint64 id);
  const char *statements[8]; /* NULL ends them */
} LookUp;

static void
must (gconstpointer done, GError *error)
{
  if (done == NULL)
    g_error ("%s", error->message);
}

static void
read_person (DiapasonDatabase *database, gint64 id)
{
  GError *error = NULL;
  g_autoptr (DiapasonPersonRecord) person = diapason_person_read (database, id, &error);

  must (person, error);
}

/* Below 0: the id of one who has facts. */
static void
raw_person (BenchRaw *raw, const guint *statements, gint64 id)
{
  gint64 members[16];
  guint n = bench_raw_rows (bench_raw_bind_integer (raw, statements[0], id), 16, members);

  for (guint i = 0; i < n; i++)
    {
      guint last = members[i] < 0 ? 6 : 5;

      for (guint statement = 1; statement <= last; statement++)
        bench_raw_rows (bench_raw_bind_integer (raw, statements[statement], ABS (members[i])),
                        G_MAXUINT, NULL);
    }
}

static void
read_history (DiapasonDatabase *database, gint64 id)
{
  GError *error = NULL;
  g_autoptr (GArray) ids = diapason_history_ids (database, id, &error);

  must (ids, error);
}

static void
raw_history (BenchRaw *raw, const guint *statements, gint64 id)
{
  bench_raw_rows (bench_raw_bind_integer (raw, statements[0], id), G_MAXUINT, NULL);
}

/* The page of whose ids are known, as the list asks for it. */
static void
read_page (DiapasonDatabase *database, gint64 id)
{
  GError *error = NULL;
  g_autoptr (GArray) ids = diapason_history_ids (database, id, &error);

  must (ids, error);
  g_autoptr (GPtrArray) rows =
      diapason_history_rows (database, (const gint64 *) ids->data, MIN (ids->len, PAGE), &error);
  must (rows, error);
}

static void
raw_page (BenchRaw *raw, const guint *statements, gint64 id)
{
  gint64 ids[PAGE];
  guint n;

  bench_raw_rows (bench_raw_bind_integer (raw, statements[0], id), G_MAXUINT, NULL);
  n = bench_raw_rows (bench_raw_bind_integer (raw, statements[1], id), PAGE, ids);
  for (guint i = 0; i < n; i++)
    bench_raw_rows (bench_raw_bind_integer (raw, statements[2], ids[i]), G_MAXUINT, NULL);
}

static void
read_messages (DiapasonDatabase *database, gint64 id)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) rows = diapason_history_messages (database, id, PAGE, &error);

  must (rows, error);
}

static void
raw_messages (BenchRaw *raw, const guint *statements, gint64 id)
{
  bench_raw_rows (bench_raw_bind_integer (raw, statements[0], id), PAGE, NULL);
}

static void
read_article (DiapasonDatabase *database, gint64 id)
{
  GError *error = NULL;
  g_autoptr (DiapasonArticleRecord) article = diapason_article_read (database, id, &error);

  must (article, error);
}

static char *
any_customer (guint64 draw, guint64 customers)
{
  return bench_customer_id (draw % customers);
}

static char *
any_thread (guint64 draw, guint64 customers)
{
  return bench_thread_id (draw % (customers / BENCH_THREADS));
}

static char *
any_article (guint64 draw, guint64 customers)
{
  return bench_article_id (draw % BENCH_ARTICLES);
}

#define HISTORY_IDS                                                                                \
  "SELECT record FROM timeline WHERE person = "                                                    \
  "  coalesce ((SELECT person FROM person_member WHERE customer = ?1), ?1) "                       \
  "ORDER BY at DESC, record DESC"

#define PARTED_SIDE(own, other)                                                                    \
  "SELECT v.key, v.made_at, v." other "_source, v." other "_remote "                               \
  "FROM record r JOIN source s ON s.id = r.source JOIN work.identity_verdict v "                   \
  "ON v." own "_source = s.name AND v." own "_remote = r.remote_id "                               \
  "WHERE r.id = ?1 AND v.undone_at IS NULL AND v.verdict = 'different' "

static const LookUp look_ups[] = {
  {
      .figure = "lookup.person",
      .what = "the card of a person: records, contact points, contracts, relations, "
              "partings, and facts where there are any",
      .floor_what = "the bare statements for the same rows",
      .key = any_customer,
      .ours = read_person,
      .raw = raw_person,
      .statements = {
        "SELECT iif (EXISTS (SELECT 1 FROM customer_fact WHERE customer = m.customer), "
        "  -m.customer, m.customer), c.name, c.birth_date, c.language, c.value, c.household, c.since, "
        "  c.street, c.postcode, c.city, c.country, c.family_name IS NOT NULL, " ORIGIN " "
        "FROM person_member m JOIN record r ON r.id = m.customer JOIN source s ON s.id = r.source "
        "LEFT JOIN customer c ON c.id = r.id "
        "WHERE m.person = (SELECT person FROM person_member WHERE customer = ?1) AND NOT r.deleted",
        "SELECT p.id, p.kind, p.value, p.preferred, " ORIGIN " "
        "FROM contact_point p JOIN record r ON r.id = p.id JOIN source s ON s.id = r.source "
        "WHERE p.customer = ?1",
        "SELECT k.id, k.number, k.product, k.status, k.begins, k.ends, k.amount, k.currency, "
        ORIGIN " "
        "FROM contract k JOIN record r ON r.id = k.id JOIN source s ON s.id = r.source "
        "WHERE k.customer = ?1",
        "SELECT coalesce (m.person, c.id), c.name, l.kind, " ORIGIN " "
        "FROM relation l JOIN record r ON r.id = l.id JOIN source s ON s.id = r.source "
        "LEFT JOIN customer c ON c.id = l.other LEFT JOIN person_member m ON m.customer = l.other "
        "WHERE l.customer = ?1",
        "SELECT a, b, rule, evidence FROM identity_link WHERE b = ?1",
        PARTED_SIDE ("a", "b") "UNION ALL " PARTED_SIDE ("b", "a"),
        "SELECT f.id, f.kind, f.what, f.words, f.consent, f.consent_at, f.consent_by, f.maker, "
        "  f.maker_name, f.at, f.until, " ORIGIN " "
        "FROM customer_fact f JOIN record r ON r.id = f.id JOIN source s ON s.id = r.source "
        "WHERE f.customer = ?1",
      },
  },
  {
      .figure = "lookup.history",
      .what = "the ids of all that happened with a person, newest first",
      .floor_what = "the one bare statement",
      .key = any_customer,
      .ours = read_history,
      .raw = raw_history,
      .statements = { HISTORY_IDS },
  },
  {
      .figure = "lookup.page",
      .what = "the same and the 50 newest events as rows",
      .floor_what = "bare statements: the ids, the 50 events joined, the number of messages of each",
      .key = any_customer,
      .ours = read_page,
      .raw = raw_page,
      .statements = {
        HISTORY_IDS,
        "SELECT t.record, t.kind, t.at, t.date_known, a.name, coalesce (i.state, p.state, v.state), "
            "  coalesce (i.channel, v.channel), i.direction, coalesce (i.subject, v.title), "
            "  i.reason, i.summary, i.solved, i.level, i.ended_at, coalesce (p.text, v.text), "
            "  p.due_at, " ORIGIN ", v.score, v.scale, v.about, c.began_at, w.name, "
            "  v.author_name, v.language, v.permission, v.permission_by, v.permission_until "
            "FROM timeline t JOIN record r ON r.id = t.record JOIN source s ON s.id = r.source "
            "LEFT JOIN interaction i ON i.id = t.record LEFT JOIN promise p ON p.id = t.record "
            "LEFT JOIN verbatim v ON v.id = t.record LEFT JOIN survey_wave w ON w.id = v.wave "
            "LEFT JOIN interaction c ON c.id = v.interaction "
            "LEFT JOIN adviser a ON a.id = coalesce (i.adviser, p.adviser, v.adviser) "
            "WHERE t.person = coalesce ((SELECT person FROM person_member WHERE customer = ?1), ?1) "
        "ORDER BY t.at DESC, t.record DESC",
        "SELECT 1 FROM message WHERE interaction = ?1",
      },
  },
  {
      .figure = "lookup.messages",
      .what = "the 50 newest messages of a contact",
      .floor_what = "the one bare statement",
      .key = any_thread,
      .ours = read_messages,
      .raw = raw_messages,
      .statements = {
        "SELECT m.id, m.author, coalesce (a.name, m.author_name), m.kind, m.at, m.body, "
        "  m.language, " ORIGIN " "
        "FROM message m JOIN record r ON r.id = m.id JOIN source s ON s.id = r.source "
        "LEFT JOIN adviser a ON a.id = m.adviser "
        "WHERE m.interaction = ?1 ORDER BY m.at DESC, m.id DESC",
      },
  },
  {
      .figure = "lookup.article",
      .what = "an article of the company",
      .floor_what = "the one bare statement",
      .key = any_article,
      .ours = read_article,
      .raw = raw_messages,
      .statements = {
        "SELECT " ORIGIN ", a.title, a.body, a.topic, a.language "
        "FROM article a JOIN record r ON r.id = a.id JOIN source s ON s.id = r.source "
        "WHERE a.id = ?1",
      },
  },
};

typedef struct
{
  const char *folder;
  const LookUp *look_up;
  DiapasonDatabase *database;
  BenchRaw *raw;
  guint statements[G_N_ELEMENTS (look_ups[0].statements)];
  gint64 *keys;
  gint64 size;
} Run;

static void
call_ours (gpointer context, guint key)
{
  Run *run = context;
  run->look_up->ours (run->database, run->keys[key]);
}

static void
call_raw (gpointer context, guint key)
{
  Run *run = context;
  run->look_up->raw (run->raw, run->statements, run->keys[key]);
}

static void
draw_keys (Run *run)
{
  guint statement =
      bench_raw_prepare (run->raw, "SELECT id FROM record WHERE source IN (1, 2) AND entity IN "
                                   "(3, 8, 11) AND remote_id = ?1");

  for (guint i = 0; i < KEYS; i++)
    {
      g_autofree char *id = run->look_up->key (bench_draw (i), run->size);
      guint n = bench_raw_rows (bench_raw_bind_text (run->raw, statement, id), 1, &run->keys[i]);
      g_assert (n == 1);
    }
}

/* The 99th of a hundred by the steps of SQLite's machine: the same on any day. */
static double
count_steps (Run *run)
{
  sqlite3 *handle = diapason_database_handle (run->database);
  double steps[KEYS];

  bench_raw_steps (handle);
  for (guint i = 0; i < KEYS; i++)
    {
      call_ours (run, i);
      steps[i] = (double) bench_raw_steps (handle);
    }
  return bench_quantile (steps, KEYS, 0.99);
}

static gpointer
run_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  Run *run = data;
  g_autofree gint64 *keys G_GNUC_UNUSED = run->keys = g_new0 (gint64, KEYS);
  g_autoptr (BenchRaw) raw = run->raw = bench_raw_open (run->folder);

  run->database = database;
  for (guint i = 0; run->look_up->statements[i] != NULL; i++)
    run->statements[i] = bench_raw_prepare (raw, run->look_up->statements[i]);
  sqlite3_exec (raw->handle, "BEGIN", NULL, NULL, NULL);
  draw_keys (run);
  BenchPair pair = bench_compare (KEYS, ROUNDS, call_ours, call_raw, run);
  bench_report (&(BenchFigure){
      .figure = run->look_up->figure,
      .unit = "µs",
      .size = run->size,
      .value = pair.p99,
      .floor = pair.floor_p99,
      .bound = 1.5,
      .what = run->look_up->what,
      .floor_what = run->look_up->floor_what,
      .median = pair.median,
      .floor_median = pair.floor_median,
      .steps = bench_is_brief () ? 0 : count_steps (run),
  });
  sqlite3_exec (raw->handle, "ROLLBACK", NULL, NULL, NULL);
  return NULL;
}

/* The way to the reader and back ------------------------------------------------------------- */

static gpointer
nothing_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return NULL;
}

/* A thread that only answers. */
typedef struct
{
  GAsyncQueue *questions;
  gboolean answered; /* main thread only */
} Bare;

static gboolean
answered (gpointer data)
{
  ((Bare *) data)->answered = TRUE;
  return G_SOURCE_REMOVE;
}

static gpointer
answer_questions (gpointer data)
{
  Bare *bare = data;

  while (g_async_queue_pop (bare->questions) == bare)
    g_idle_add_full (G_PRIORITY_DEFAULT, answered, bare, NULL);
  return NULL;
}

static double
time_hop (DiapasonStore *store)
{
  gint64 begin = g_get_monotonic_time ();

  bench_store_read (store, DIAPASON_LANE_FAST, nothing_in_reader, NULL);
  return (double) (g_get_monotonic_time () - begin);
}

static double
time_bare_hop (Bare *bare)
{
  gint64 begin = g_get_monotonic_time ();

  bare->answered = FALSE;
  g_async_queue_push (bare->questions, bare);
  while (!bare->answered)
    g_main_context_iteration (NULL, TRUE);
  return (double) (g_get_monotonic_time () - begin);
}

/* Of real time, since it is about waiting: the median of the rounds' p99, so that a busy moment of
 * the machine does not count. */
static void
measure_hops (DiapasonStore *store, gint64 size)
{
  Bare bare = { .questions = g_async_queue_new () };
  GThread *thread = g_thread_new ("bare", answer_questions, &bare);
  double rounds[ROUNDS];
  double floors[ROUNDS];

  for (guint round = 0; round < ROUNDS; round++)
    {
      double ours[HOPS];
      double bares[HOPS];
      for (guint i = 0; i < HOPS; i++)
        {
          ours[i] = time_hop (store);
          bares[i] = time_bare_hop (&bare);
        }
      rounds[round] = bench_quantile (ours, HOPS, 0.99);
      floors[round] = bench_quantile (bares, HOPS, 0.99);
    }
  g_async_queue_push (bare.questions, &thread);
  g_thread_join (thread);
  g_async_queue_unref (bare.questions);
  bench_report (&(BenchFigure){
      .figure = "hop",
      .unit = "ms",
      .size = size,
      .value = bench_quantile (rounds, ROUNDS, 0.5) / 1000,
      .floor = bench_quantile (floors, ROUNDS, 0.5) / 1000,
      .bound = 1,
      .of_value = TRUE,
      .what = "an empty job to the reader and back to the main loop, real time",
      .floor_what = "a bare thread with a queue that answers by an idle source",
  });
}

int
main (int argc, char **argv)
{
  g_return_val_if_fail (argc >= 2, EXIT_FAILURE);

  const char *wanted = argv[2];
  Run run = { .folder = argv[1], .size = bench_store_size (argv[1]) };
  DiapasonStore *store = bench_store_open (run.folder, DIAPASON_STORE_READ_ONLY);

  for (guint i = 0; i < G_N_ELEMENTS (look_ups); i++)
    {
      run.look_up = &look_ups[i];
      if (wanted == NULL || g_str_equal (wanted, run.look_up->figure))
        bench_store_read (store, DIAPASON_LANE_FAST, run_in_reader, &run);
    }
  if (wanted == NULL)
    measure_hops (store, run.size);
  bench_store_close (store);
  return EXIT_SUCCESS;
}
