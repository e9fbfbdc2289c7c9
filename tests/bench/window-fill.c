/* window-fill.c: window-fill FOLDER: an adviser's day into a cache that is filled already, through
 * the store's own writer, so that a desk has something to show: who is signed in, verbatims that
 * wait, promises that are due. Thread: main. */
#include <stdlib.h>

#include "bench-rows.h"
#include "bench-store.h"
#include "ingest.h"
#include "window-contacts.h"

#define VERBATIMS 300 /* more than a list makes rows for */
#define PROMISES  12
#define HOUR      (G_GINT64_CONSTANT (60) * 60 * 1000)

typedef struct
{
  guint64 customers;
  gint64 now;
} Day;

static void
set_text (DiapasonRow *row, const char *column, const char *text)
{
  diapason_row_set_text (row, diapason_entity_info_column (row->info, column), text);
}

static void
take_words (DiapasonRow *row, const char *column, guint64 seed, guint n)
{
  g_autofree char *words = bench_words (seed, n);

  set_text (row, column, words);
}

static void
set_integer (DiapasonRow *row, const char *column, gint64 integer)
{
  diapason_row_set_integer (row, diapason_entity_info_column (row->info, column), integer);
}

/* Somebody's, and of whoever is signed in. */
static void
set_whose (DiapasonRow *row, guint64 seed, const Day *day)
{
  g_autofree char *customer = bench_customer_id (bench_draw (seed) % day->customers);

  diapason_row_set_reference (row, diapason_entity_info_column (row->info, "customer"), "crm",
                              customer);
  diapason_row_set_reference (row, diapason_entity_info_column (row->info, "adviser"),
                              WINDOW_CONTACTS_SOURCE, WINDOW_CONTACTS_ME);
}

static void
make_adviser (DiapasonRow *row, guint index, const Day *day)
{
  set_text (row, "name", "Whoever Looks");
}

static void
make_verbatim (DiapasonRow *row, guint index, const Day *day)
{
  set_whose (row, index, day);
  set_text (row, "channel", "call");
  set_integer (row, "at", day->now - (index + 1) * HOUR);
  set_integer (row, "score", index % 11);
  set_integer (row, "scale", 10);
  take_words (row, "text", index, 15);
  set_text (row, "language", "fr");
  set_text (row, "permission", "yes");
  set_text (row, "permission_by", "phone");
  set_text (row, "state", "open");
}

static void
make_promise (DiapasonRow *row, guint index, const Day *day)
{
  set_whose (row, index + VERBATIMS, day);
  take_words (row, "text", index, 6);
  set_integer (row, "made_at", day->now - (index + 1) * HOUR);
  set_integer (row, "due_at", day->now + index * HOUR);
  set_text (row, "state", "open");
}

static const struct
{
  DiapasonEntity entity;
  guint n;
  void (*make) (DiapasonRow *row, guint index, const Day *day);
} kinds[] = {
  { DIAPASON_ENTITY_ADVISER, 1, make_adviser },
  { DIAPASON_ENTITY_VERBATIM, VERBATIMS, make_verbatim },
  { DIAPASON_ENTITY_PROMISE, PROMISES, make_promise },
};

static gboolean
write_row (DiapasonDatabase *database, gint64 source, guint kind, guint index, const Day *day)
{
  g_autofree char *id = index == 0 && kind == 0 ? g_strdup (WINDOW_CONTACTS_ME)
                                                : g_strdup_printf ("DAY%u-%u", kind, index);
  g_autoptr (DiapasonRow) row = diapason_row_new (diapason_entity_info (kinds[kind].entity), id);
  DiapasonIngestOutcome outcome;

  kinds[kind].make (row, index, day);
  return diapason_ingest_row (database, source, row, day->now, 0, &outcome, NULL);
}

/* Those that window.py has the window ask: a desk that was filled before today. */
static gboolean
mark_fetched (DiapasonDatabase *database, gint64 now, GError **error)
{
  static const char *const names[] = { "crm", "contact-platform" };
  gint64 source;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!diapason_ingest_source (database, names[i], NULL, &source, error) ||
        !diapason_ingest_set_in_sync (database, source, now, error))
      return FALSE;
  return TRUE;
}

static gboolean
day_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  const Day *day = data;
  gint64 source;

  if (!diapason_ingest_source (database, WINDOW_CONTACTS_SOURCE, NULL, &source, error))
    return FALSE;
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint i = 0; i < kinds[kind].n; i++)
      if (!write_row (database, source, kind, i, day))
        g_error ("A row of the day cannot be written.");
  return diapason_ingest_set_me (database, source, WINDOW_CONTACTS_ME, error) &&
         mark_fetched (database, day->now, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (DiapasonClock) clock = diapason_clock_new ();
  g_autoptr (GError) error = NULL;
  DiapasonStore *store;
  Day day = { .now = diapason_clock_now (clock) };

  if (argc != 2)
    g_error ("window-fill FOLDER");
  day.customers = (guint64) bench_store_size (argv[1]);
  /* By the time of the day: what waits does so since some hours. */
  store = diapason_store_open (argv[1], DIAPASON_STORE_READ_WRITE, clock, &error);
  if (store == NULL)
    g_error ("%s", error->message);
  bench_store_write (store, day_in_writer, &day);
  bench_store_derive (store);
  bench_store_close (store);
  return EXIT_SUCCESS;
}
