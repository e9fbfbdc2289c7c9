/* bench-ingest.c: bench-ingest [FIGURE]: pages of a source into an empty cache, beside the same
 * slices of JSON parsed by the same parser and put into the same tables by bare statements.
 *
 * Both sides are measured by the process's time, one page each in turn: nothing else runs. */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench-report.h"
#include "bench-rows.h"
#include "bench-store.h"
#include "descriptor-plan.h"
#include "json-value.h"
#include "open.h"
#include "page.h"

#define PAGES (bench_is_brief () ? 2 : 40)
#define MOST  40
#define WARM                                                                                       \
  (bench_is_brief ()                                                                               \
       ? 1                                                                                         \
       : 4) /* pages before it counts: customers are mentioned, statements prepared */
#define ELEMENTS  (bench_is_brief () ? 400u : 2000u)
#define CUSTOMERS 4000
#define SLICE     DIAPASON_PAGE_SLICE
#define DOCUMENTS 500 /* of a transaction of derived data */

static const char descriptor_json[] =
    "{'format': 1, 'name': 'platform', 'label': 'Platform', 'base_url': 'https://example.org',"
    " 'authentication': {'kind': 'basic'},"
    " 'streams': [{'name': 'conversations', 'entity': 'interaction', 'items': 'items',"
    "  'request': {'path': '/interactions'},"
    "  'map': {'id': 'id', 'revision': 'version', 'deleted': 'removed', 'customer': 'contactId',"
    "   'adviser': 'agent',"
    "   'channel': {'enum': 'channel', 'words': {'voice': 'call', 'mail': 'email'},"
    "               'otherwise': null},"
    "   'direction': {'enum': 'direction', 'words': {'inbound': 'in', 'outbound': 'out'},"
    "                 'otherwise': null},"
    "   'began_at': {'date': 'startedAt', 'format': 'unix_ms'},"
    "   'ended_at': {'date': 'endedAt', 'format': 'unix_ms'},"
    "   'subject': 'subject', 'reason': 'wrapUp.reason', 'summary': 'wrapUp.summary',"
    "   'level': 'wrapUp.level', 'solved': 'wrapUp.solved',"
    "   'state': {'enum': 'status', 'words': {'active': 'open', 'done': 'closed'},"
    "             'otherwise': 'open'}}}]}";

typedef struct
{
  char *folder;
  DiapasonStore *store;
  DiapasonDescriptor *descriptor;
  gint64 source;
  gboolean derived;

  char *raw_folder;
  BenchRaw raw;
  guint begin, commit, find, mention, record, interaction, queue, done, words, document, timeline;
  GArray *waiting; /* (owned) of Waiting */
  gint64 second;   /* of the document before, and its place in it */
  gint64 place;
} Run;

/* A row that full text and the history are still to be made of. */
typedef struct
{
  gint64 id, customer, at, version;
  char *words; /* (owned) */
} Waiting;

/* Pages -------------------------------------------------------------------------------------- */

static void
append_element (GString *page, guint64 index)
{
  g_autofree char *subject = bench_words (index << 8 | 2, 4);
  g_autofree char *summary = bench_words (index << 8 | 3, 12);
  gint64 at = BENCH_NOW - G_GINT64_CONSTANT (30000000000) + (gint64) index * 100000;

  g_string_append_printf (
      page,
      "%s{\"id\":\"I%08" G_GUINT64_FORMAT "\",\"version\":%" G_GUINT64_FORMAT
      ",\"removed\":false,\"contactId\":\"C%06u\",\"agent\":\"A%03u\",\"channel\":\"voice\","
      "\"direction\":\"inbound\",\"startedAt\":%" G_GINT64_FORMAT ",\"endedAt\":%" G_GINT64_FORMAT
      ",\"subject\":\"%s\",\"status\":\"done\",\"queue\":{\"id\":17,\"name\":\"front\"},"
      "\"tags\":[\"a\",\"b\"],\"wrapUp\":{\"reason\":\"billing\",\"summary\":\"%s\",\"level\":1,"
      "\"solved\":\"yes\"}}",
      page->str[page->len - 1] == '[' ? "" : ",", index, index + 1,
      (guint) (bench_draw (index) % CUSTOMERS), (guint) (index % 100), at, at + 60000, subject,
      summary);
}

static GBytes *
make_page (guint number)
{
  GString *page = g_string_new ("{\"items\":[");

  for (guint i = 0; i < ELEMENTS; i++)
    append_element (page, (guint64) number * ELEMENTS + i);
  g_string_append (page, "]}");
  return g_string_free_to_bytes (page);
}

/* Ours --------------------------------------------------------------------------------------- */

static gboolean
begin_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_ingest_source (database, "platform", "Platform", data, error);
}

static void
open_ours (Run *run)
{
  g_autoptr (GString) json = g_string_new (descriptor_json);
  g_autoptr (GError) error = NULL;

  g_string_replace (json, "'", "\"", 0);
  run->descriptor = diapason_descriptor_parse (json->str, json->len, &error);
  g_assert_no_error (error);
  run->folder = g_dir_make_tmp ("diapason-bench-XXXXXX", NULL);
  run->store = bench_store_open (run->folder, DIAPASON_STORE_READ_WRITE);
  bench_store_write (run->store, begin_in_writer, &run->source);
}

static double
ingest_ours (Run *run, GBytes *body)
{
  double begin = bench_process_cpu ();
  g_autoptr (DiapasonPage) page =
      diapason_page_new (run->descriptor, g_ptr_array_index (run->descriptor->streams, 0), body);

  page->source = run->source;
  page->as_of = BENCH_NOW;
  bench_store_write (run->store, diapason_page_apply_in_writer, page);
  g_assert (page->n_rows == ELEMENTS && page->refused == 0);
  if (run->derived)
    bench_store_derive (run->store);
  return bench_process_cpu () - begin;
}

/* Bare --------------------------------------------------------------------------------------- */

static void
waiting_clear (gpointer data)
{
  g_free (((Waiting *) data)->words);
}

static void
open_raw (Run *run)
{
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DiapasonClock) clock = diapason_clock_new_at (BENCH_NOW);
  g_autoptr (GError) error = NULL;
  BenchRaw *raw = &run->raw;

  run->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  g_array_set_clear_func (run->waiting, waiting_clear);
  run->raw_folder = g_dir_make_tmp ("diapason-bench-XXXXXX", NULL);
  bench_store_close (bench_store_open (run->raw_folder, DIAPASON_STORE_READ_WRITE));
  raw->handle = diapason_open_writer (run->raw_folder, DIAPASON_FILE_CACHE, clock, notices, &error);
  g_assert_no_error (error);
  raw->statements = g_ptr_array_new ();
  sqlite3_exec (raw->handle, "INSERT INTO source (id, name) VALUES (1, 'platform')", NULL, NULL,
                NULL);
  run->begin = bench_raw_prepare (raw, "BEGIN IMMEDIATE");
  run->commit = bench_raw_prepare (raw, "COMMIT");
  run->find =
      bench_raw_prepare (raw,
                         "SELECT id FROM record WHERE source = 1 AND entity = ? AND remote_id = ?");
  run->mention = bench_raw_prepare (
      raw, "INSERT INTO record (source, entity, remote_id, first_seen) VALUES (1, ?, ?, ?)");
  run->record = bench_raw_prepare (
      raw, "INSERT INTO record (source, entity, remote_id, revision, as_of, first_seen) "
           "VALUES (1, 8, ?, ?, ?, ?) ON CONFLICT (source, entity, remote_id) DO UPDATE "
           "SET revision = excluded.revision, as_of = excluded.as_of "
           "WHERE excluded.revision >= revision");
  run->interaction = bench_raw_prepare (
      raw, "INSERT INTO interaction (id, customer, adviser, channel, direction, began_at, "
           "ended_at, subject, reason, summary, level, solved, state) "
           "VALUES (?, ?, ?, 'call', 'in', ?, ?, ?, ?, ?, ?, ?, 'closed') "
           "ON CONFLICT (id) DO UPDATE SET customer = excluded.customer, "
           "adviser = excluded.adviser, channel = excluded.channel, "
           "direction = excluded.direction, began_at = excluded.began_at, "
           "ended_at = excluded.ended_at, subject = excluded.subject, reason = excluded.reason, "
           "summary = excluded.summary, level = excluded.level, solved = excluded.solved, "
           "state = excluded.state");
  run->queue = bench_raw_prepare (raw, "INSERT INTO derive_queue (step, record) VALUES (?, ?)");
  run->done = bench_raw_prepare (raw, "DELETE FROM derive_queue");
  run->words = bench_raw_prepare (raw, "INSERT INTO interaction_text (rowid, words) VALUES (?, ?)");
  run->document = bench_raw_prepare (
      raw, "INSERT INTO document (id, record, version, revision) VALUES (?, ?, 1, ?)");
  run->timeline = bench_raw_prepare (
      raw, "INSERT INTO timeline (person, at, record, kind, date_known, version, revision) "
           "VALUES (?, ?, ?, 8, 1, 1, ?)");
}

static sqlite3_stmt *
statement (Run *run, guint index)
{
  return g_ptr_array_index (run->raw.statements, index);
}

static void
step (Run *run, guint index)
{
  if (sqlite3_step (statement (run, index)) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (run->raw.handle));
  sqlite3_reset (statement (run, index));
}

static gint64
raw_mention (Run *run, DiapasonEntity entity, const char *id)
{
  sqlite3_stmt *find = statement (run, run->find);
  sqlite3_stmt *mention = statement (run, run->mention);

  sqlite3_bind_int (find, 1, entity);
  sqlite3_bind_text (find, 2, id, -1, SQLITE_STATIC);
  gint64 found = sqlite3_step (find) == SQLITE_ROW ? sqlite3_column_int64 (find, 0) : 0;
  sqlite3_reset (find);
  if (found != 0)
    return found;
  sqlite3_bind_int (mention, 1, entity);
  sqlite3_bind_text (mention, 2, id, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (mention, 3, BENCH_NOW);
  step (run, run->mention);
  return sqlite3_last_insert_rowid (run->raw.handle);
}

/* What one element says, as the mapping reads it. */
typedef struct
{
  char *texts[7]; /* (owned) id, contactId, agent, subject, reason, summary, solved */
  gint64 version, began, ended, level;
} Said;

static void
said_clear (Said *said)
{
  for (guint i = 0; i < G_N_ELEMENTS (said->texts); i++)
    g_free (said->texts[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Said, said_clear)

static void
read_element (DiapasonJsonValue *value, Said *said)
{
  static const char *const names[] = { "id", "contactId", "agent", "subject" };
  static const char *const wrapped[] = { "reason", "summary", "solved" };
  g_autoptr (DiapasonJsonValue) wrap = diapason_json_value_member (value, "wrapUp");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    diapason_json_get_string (value, names[i], &said->texts[i], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (wrapped); i++)
    diapason_json_get_string (wrap, wrapped[i], &said->texts[4 + i], NULL);
  diapason_json_get_integer (value, "version", &said->version, NULL);
  diapason_json_get_integer (value, "startedAt", &said->began, NULL);
  diapason_json_get_integer (value, "endedAt", &said->ended, NULL);
  diapason_json_get_integer (wrap, "level", &said->level, NULL);
}

static gint64
raw_insert (Run *run, const Said *said, gint64 customer)
{
  sqlite3_stmt *record = statement (run, run->record);
  sqlite3_stmt *row = statement (run, run->interaction);
  gint64 adviser = raw_mention (run, DIAPASON_ENTITY_ADVISER, said->texts[2]);

  sqlite3_bind_text (record, 1, said->texts[0], -1, SQLITE_STATIC);
  sqlite3_bind_int64 (record, 2, said->version);
  sqlite3_bind_int64 (record, 3, BENCH_NOW);
  sqlite3_bind_int64 (record, 4, BENCH_NOW);
  step (run, run->record);
  gint64 id = sqlite3_last_insert_rowid (run->raw.handle);
  sqlite3_bind_int64 (row, 1, id);
  sqlite3_bind_int64 (row, 2, customer);
  sqlite3_bind_int64 (row, 3, adviser);
  sqlite3_bind_int64 (row, 4, said->began);
  sqlite3_bind_int64 (row, 5, said->ended);
  for (int i = 0; i < 3; i++)
    sqlite3_bind_text (row, 6 + i, said->texts[3 + i], -1, SQLITE_STATIC);
  sqlite3_bind_int64 (row, 9, said->level);
  sqlite3_bind_text (row, 10, said->texts[6], -1, SQLITE_STATIC);
  step (run, run->interaction);
  for (int queued = 1; queued <= 3; queued += 2)
    {
      sqlite3_bind_int (statement (run, run->queue), 1, queued);
      sqlite3_bind_int64 (statement (run, run->queue), 2, id);
      step (run, run->queue);
    }
  return id;
}

static void
raw_derive (Run *run, const Waiting *waiting)
{
  sqlite3_stmt *words = statement (run, run->words);
  sqlite3_stmt *document = statement (run, run->document);
  sqlite3_stmt *timeline = statement (run, run->timeline);

  run->place = waiting->at / 1000 == run->second ? run->place + 1 : 0;
  run->second = waiting->at / 1000;
  sqlite3_bind_int64 (words, 1, run->second << 20 | run->place);
  sqlite3_bind_text (words, 2, waiting->words, -1, SQLITE_STATIC);
  step (run, run->words);
  sqlite3_bind_int64 (document, 1, run->second << 20 | run->place);
  sqlite3_bind_int64 (document, 2, waiting->id);
  sqlite3_bind_int64 (document, 3, waiting->version);
  step (run, run->document);
  sqlite3_bind_int64 (timeline, 1, waiting->customer);
  sqlite3_bind_int64 (timeline, 2, waiting->at);
  sqlite3_bind_int64 (timeline, 3, waiting->id);
  sqlite3_bind_int64 (timeline, 4, waiting->version);
  step (run, run->timeline);
}

static void
raw_derive_all (Run *run)
{
  for (guint i = 0; i < run->waiting->len; i++)
    {
      if (i % DOCUMENTS == 0)
        step (run, run->begin);
      raw_derive (run, &g_array_index (run->waiting, Waiting, i));
      if (i % DOCUMENTS == DOCUMENTS - 1 || i == run->waiting->len - 1)
        {
          step (run, run->done);
          step (run, run->commit);
        }
    }
  g_array_set_size (run->waiting, 0);
}

static void
wait_to_derive (Run *run, const Said *said, gint64 customer, gint64 id)
{
  Waiting waiting = { .id = id,
                      .customer = customer,
                      .at = said->began,
                      .version = said->version,
                      .words =
                          g_strjoin (" ", said->texts[3], said->texts[4], said->texts[5], NULL) };

  g_array_append_val (run->waiting, waiting);
}

static void G_GNUC_NO_INLINE
raw_slice (Run *run, DiapasonJsonParser *parser, const DiapasonJsonSlice *slices, guint n)
{
  step (run, run->begin);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DiapasonJsonValue) value = diapason_json_parser_parse (parser, &slices[i], NULL);
      g_auto (Said) said = { 0 };
      read_element (value, &said);
      gint64 customer = raw_mention (run, DIAPASON_ENTITY_CUSTOMER, said.texts[1]);
      gint64 id = raw_insert (run, &said, customer);
      if (run->derived)
        wait_to_derive (run, &said, customer, id);
    }
  step (run, run->commit);
}

/* What looking at a page at all costs at least. */
static void G_GNUC_NO_INLINE
raw_scan (const char *bytes, gsize length)
{
  g_assert (g_utf8_validate (bytes, length, NULL));
}

/* Where its elements are is known before. */
static double
ingest_raw (Run *run, GBytes *body)
{
  gsize length;
  const char *bytes = g_bytes_get_data (body, &length);
  DiapasonJsonSlice items;
  raw_scan (bytes, length);
  g_assert (diapason_json_find (bytes, length, "items", &items));
  g_autoptr (GArray) slices = diapason_json_cut_array (&items, NULL);
  g_autoptr (DiapasonJsonParser) parser = diapason_json_parser_new ();

  double begin = bench_process_cpu ();
  for (guint at = 0; at < slices->len; at += SLICE)
    raw_slice (run, parser, &g_array_index (slices, DiapasonJsonSlice, at),
               MIN (SLICE, slices->len - at));
  if (run->derived)
    raw_derive_all (run);
  return bench_process_cpu () - begin;
}

/* -------------------------------------------------------------------------------------------- */

static void
close_both (Run *run)
{
  bench_store_close (run->store);
  bench_store_remove (run->folder);
  g_free (run->folder);
  diapason_descriptor_unref (run->descriptor);
  for (guint i = 0; i < run->raw.statements->len; i++)
    sqlite3_finalize (statement (run, i));
  g_ptr_array_unref (run->raw.statements);
  sqlite3_close (run->raw.handle);
  g_array_unref (run->waiting);
  bench_store_remove (run->raw_folder);
  g_free (run->raw_folder);
}

static void
measure (gboolean derived, BenchFigure *figure)
{
  Run run = { .derived = derived };
  double ours[MOST];
  double raw[MOST];

  open_ours (&run);
  open_raw (&run);
  for (guint i = 0; i < PAGES; i++)
    {
      g_autoptr (GBytes) body = make_page (i);
      if (i % 2 == 0)
        ours[i] = ingest_ours (&run, body);
      raw[i] = ingest_raw (&run, body);
      if (i % 2 == 1)
        ours[i] = ingest_ours (&run, body);
    }
  close_both (&run);
  figure->unit = "rows/s";
  figure->value = ELEMENTS * 1e6 / bench_quantile (ours + WARM, PAGES - WARM, 0.5);
  figure->floor = ELEMENTS * 1e6 / bench_quantile (raw + WARM, PAGES - WARM, 0.5);
  figure->sense = BENCH_AT_LEAST;
  bench_report (figure);
}

int
main (int argc, char **argv)
{
  BenchFigure figures[] = {
    {
        .figure = "ingest.rows",
        .bound = 0.8,
        .what = "contacts out of pages into the cache, checked, mapped, upserted",
        .floor_what = "the same slices parsed by the same parser, the same rows in the same "
                      "tables by bare statements",
    },
    {
        .figure = "ingest.full-text",
        .bound = 0.75,
        .what = "the same with histories and full text made",
        .floor_what = "the same, then bare inserts into full text, documents and histories in "
                      "transactions of 500",
    },
  };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (argc < 2 || g_str_equal (argv[1], figures[i].figure))
      measure (i == 1, &figures[i]);
  return EXIT_SUCCESS;
}
