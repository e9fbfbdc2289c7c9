/* hub-event-log.c: what changed lately. See the header. */
#include "hub-event-log.h"

#include "hub-json.h"

typedef struct
{
  const char *table;
  const char *base;   /* of the source that serves it */
  const char *stream; /* what its description calls it */
  const char *id;     /* what the source calls a row by, in SQL over the table's alias t */
} Stream;

#define LOGIN_OF_ROW "(SELECT a.login FROM adviser a WHERE a.id = t.id)"

static const Stream streams[] = {
  { "unit", "/crm/v1", "units", "t.id" },
  { "adviser", "/crm/v1", "advisers", "t.id" },
  { "customer", "/crm/v1", "customers", "t.id" },
  { "contact_point", "/crm/v1", "contact-points", "t.id" },
  { "relation", "/crm/v1", "relations", "t.id" },
  { "contract", "/crm/v1", "contracts", "t.id" },
  { "customer_fact", "/crm/v1", "customer-facts", "t.id" },
  { "promise", "/crm/v1", "promises", "t.id" },
  { "adviser", "/platform", "agents", "t.login" },
  { "contact", "/platform", "contacts", "t.id" },
  { "interaction", "/platform", "conversations", "t.id" },
  { "message", "/platform", "messages", "t.id" },
  { "presence", "/platform", "presence", LOGIN_OF_ROW },
  { "article", "/platform", "articles", "t.id" },
  { "canned_reply", "/platform", "canned-replies", "t.id" },
  { "survey_wave", "/survey/v2", "waves", "t.id" },
  { "survey_count", "/survey/v2", "counts", "t.id" },
  { "feedback", "/survey/v2", "answers", "t.id" },
  { "shop_account", "/shop", "accounts", "t.id" },
  { "shop_visit", "/shop", "visits", "t.id" },
  { "shop_order", "/shop", "orders", "t.id" },
  { "store_visit", "/shop", "store-visits", "t.id" },
  { "review", "/shop", "reviews", "t.id" },
};

typedef struct
{
  gint64 seq;
  const Stream *stream;
  char *text; /* (owned) */
} Event;

struct _DiapasonHubEventLog
{
  DiapasonHubDatabase *database; /* (unowned) */
  GQueue events;                 /* (owned) of Event, by their numbers */
  gint64 before;                 /* every change after this one is here */
  gint64 last;
};

static void
event_free (gpointer data)
{
  Event *event = data;

  g_free (event->text);
  g_free (event);
}

static Event *
event_new (const Stream *stream, const char *id, gint64 seq)
{
  Event *event = g_new (Event, 1);
  g_autofree char *quoted = diapason_hub_json_quote (id);

  *event = (Event){ seq, stream,
                    g_strdup_printf ("id: %" G_GINT64_FORMAT "\nevent: change\n"
                                     "data: {\"stream\":\"%s\",\"id\":%s}\n\n",
                                     seq, stream->stream, quoted) };
  return event;
}

/* Adds to @batch what @stream tells of the row, if there is something new. */
static void
add_row (DiapasonHubEventLog *self, const Stream *stream, gint64 rowid, GPtrArray *batch)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s, t.seq FROM %s t WHERE t.rowid = ?1", stream->id, stream->table);
  sqlite3_stmt *row = diapason_hub_database_ask (self->database, sql, "i", rowid);

  if (!diapason_hub_database_next (self->database, row))
    return;
  if (sqlite3_column_int64 (row, 1) > self->last)
    g_ptr_array_add (batch, event_new (stream, diapason_hub_column_text (row, 0),
                                       sqlite3_column_int64 (row, 1)));
  sqlite3_reset (row);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const Event *left = *(const Event *const *) a;
  const Event *right = *(const Event *const *) b;

  if (left->seq != right->seq)
    return left->seq < right->seq ? -1 : 1;
  return (left->stream > right->stream) - (left->stream < right->stream);
}

/* A row that was changed twice in a transaction comes twice, with the number it ended with. */
static void
keep_event (DiapasonHubEventLog *self, Event *event)
{
  const Event *tail = g_queue_peek_tail (&self->events);

  if (tail != NULL && compare_events (&tail, &event) == 0)
    {
      event_free (event);
      return;
    }
  g_queue_push_tail (&self->events, event);
  self->last = event->seq;
  if (g_queue_get_length (&self->events) <= DIAPASON_HUB_EVENT_LOG_LENGTH)
    return;
  Event *oldest = g_queue_pop_head (&self->events);
  self->before = oldest->seq;
  event_free (oldest);
}

void
diapason_hub_event_log_add (DiapasonHubEventLog *self,
                            const DiapasonHubChange *changes,
                            gsize n_changes)
{
  g_autoptr (GPtrArray) batch = g_ptr_array_new ();

  for (gsize i = 0; i < n_changes; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (streams); j++)
      if (g_str_equal (streams[j].table, changes[i].table))
        add_row (self, &streams[j], changes[i].rowid, batch);
  g_ptr_array_sort (batch, compare_events);
  for (guint i = 0; i < batch->len; i++)
    keep_event (self, g_ptr_array_index (batch, i));
}

gint64
diapason_hub_event_log_get_last (DiapasonHubEventLog *self)
{
  return self->last;
}

gboolean
diapason_hub_event_log_tell (DiapasonHubEventLog *self,
                             const char *base,
                             gint64 after,
                             GString *text)
{
  const GList *each = self->events.tail;

  if (after < self->before || after > self->last)
    return FALSE;
  while (each != NULL && each->prev != NULL && ((const Event *) each->prev->data)->seq > after)
    each = each->prev;
  for (; each != NULL; each = each->next)
    {
      const Event *event = each->data;
      if (event->seq > after && g_str_equal (event->stream->base, base))
        g_string_append (text, event->text);
    }
  return TRUE;
}

DiapasonHubEventLog *
diapason_hub_event_log_new (DiapasonHubDatabase *database)
{
  DiapasonHubEventLog *self = g_new0 (DiapasonHubEventLog, 1);

  self->database = database;
  g_queue_init (&self->events);
  self->last = self->before =
      diapason_hub_database_number (database,
                                    "SELECT CAST (value AS INTEGER) FROM meta WHERE key = 'seq'",
                                    "");
  return self;
}

void
diapason_hub_event_log_free (DiapasonHubEventLog *self)
{
  g_queue_clear_full (&self->events, event_free);
  g_free (self);
}
