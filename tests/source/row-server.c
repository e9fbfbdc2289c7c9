/* row-server.c: see the header. */
#include "row-server.h"

#define FIRST_INSTANT G_GINT64_CONSTANT (1772000000) /* seconds */

typedef struct
{
  guint id;
  char *name;
  gint64 changed; /* seconds */
  guint sequence; /* of its last change */
  gboolean deleted;
} Row;

struct _RowServer
{
  GMutex lock;
  GArray *rows; /* of Row */
  gint64 now;
  gboolean is_held;
  guint sequence;
  guint epoch; /* of cursors: older ones are unknown */
  guint answers;
  guint due; /* the number of the answer after which a row changes; 0: none */
  guint due_id;
  char *due_name;
  GRand *rand; /* (owned) (nullable) while it is disturbed */
  guint disturbed_ids;
  char *host; /* (nullable) */
  FakeServer *server;
};

static void
row_clear (gpointer data)
{
  g_free (((Row *) data)->name);
}

static Row *
find (RowServer *self, guint id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, Row, i).id == id)
      return &g_array_index (self->rows, Row, i);
  g_array_set_size (self->rows, self->rows->len + 1);
  Row *row = &g_array_index (self->rows, Row, self->rows->len - 1);
  row->id = id;
  return row;
}

static void
change (RowServer *self, guint id, const char *name)
{
  Row *row = find (self, id);

  if (!self->is_held)
    self->now++;
  g_free (row->name);
  row->name = g_strdup (name);
  row->deleted = name == NULL;
  row->changed = self->now;
  row->sequence = ++self->sequence;
}

void
row_server_set (RowServer *self, guint id, const char *name)
{
  g_mutex_lock (&self->lock);
  change (self, id, name);
  g_mutex_unlock (&self->lock);
}

void
row_server_delete (RowServer *self, guint id)
{
  row_server_set (self, id, NULL);
}

void
row_server_vanish (RowServer *self, guint id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, Row, i).id == id)
      g_array_remove_index (self->rows, i--);
}

void
row_server_hold_time (RowServer *self, gboolean held)
{
  self->is_held = held;
}

void
row_server_set_after (RowServer *self, guint n, guint id, const char *name)
{
  g_mutex_lock (&self->lock);
  self->due = self->answers + n;
  self->due_id = id;
  self->due_name = g_strdup (name);
  g_mutex_unlock (&self->lock);
}

void
row_server_disturb (RowServer *self, guint32 seed, guint ids)
{
  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->rand, g_rand_free);
  self->rand = seed != 0 ? g_rand_new_with_seed (seed) : NULL;
  self->disturbed_ids = ids;
  g_mutex_unlock (&self->lock);
}

static void
disturb (RowServer *self)
{
  guint id = (guint) g_rand_int_range (self->rand, 1, (gint32) self->disturbed_ids + 1);
  g_autofree char *name = g_strdup_printf ("meanwhile-%u", self->sequence);

  if (g_rand_boolean (self->rand))
    change (self, id, g_rand_int_range (self->rand, 0, 3) == 0 ? NULL : name);
}

void
row_server_forget_cursors (RowServer *self)
{
  self->epoch++;
}

void
row_server_set_host (RowServer *self, const char *host)
{
  self->host = g_strdup (host);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return (int) ((const Row *) a)->id - (int) ((const Row *) b)->id;
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  return (int) ((const Row *) a)->sequence - (int) ((const Row *) b)->sequence;
}

char *
row_server_print (RowServer *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_array_sort (self->rows, compare_ids);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      if (!row->deleted)
        g_string_append_printf (out, "%s%u %s", out->len > 0 ? "\n" : "", row->id, row->name);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Answers ------------------------------------------------------------------------------------ */

static guint
number (const FakeRequest *request, const char *name, guint fallback)
{
  const char *text = fake_request_parameter (request, name);

  return text == NULL ? fallback : (guint) g_ascii_strtoull (text, NULL, 10);
}

static gint64
instant (const char *text)
{
  g_autoptr (GDateTime) time = text == NULL ? NULL : g_date_time_new_from_iso8601 (text, NULL);

  return time == NULL ? 0 : g_date_time_to_unix (time);
}

static void
print_row (GString *out, const Row *row)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (row->changed);
  g_autofree char *changed = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");

  g_string_append_printf (out, "%s{\"id\":%u,\"changed\":\"%s\",\"v\":%u,",
                          g_str_has_suffix (out->str, "[") ? "" : ",", row->id, changed,
                          row->sequence);
  if (row->deleted)
    g_string_append (out, "\"gone\":true}");
  else
    g_string_append_printf (out, "\"name\":\"%s\"}", row->name);
}

/* The rows that belong to a list: by ids without deleted ones, or what changed since @since. */
static GArray *
select_rows (RowServer *self, gboolean by_change, gint64 since)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_sort (self->rows, by_change ? compare_changes : compare_ids);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);
      if (row->changed >= since && (!row->deleted || (by_change && since > 0)))
        g_array_append_vals (rows, row, 1);
    }
  return rows;
}

static void
print_rows (GString *out, GArray *rows, guint from, guint n)
{
  g_string_append (out, "{\"rows\":[");
  for (guint i = from; i < rows->len && i < from + n; i++)
    print_row (out, &g_array_index (rows, Row, i));
  g_string_append_c (out, ']');
}

static FakeAnswer *
answer_numbered (RowServer *self, const FakeRequest *request)
{
  gboolean tells_pages = g_str_has_suffix (fake_request_path (request), "/page");
  g_autoptr (GArray) rows =
      select_rows (self, tells_pages, instant (fake_request_parameter (request, "since")));
  g_autoptr (GString) out = g_string_new (NULL);
  guint n = number (request, "n", 3);

  print_rows (out, rows, (number (request, "p", 1) - 1) * n, n);
  if (tells_pages)
    g_string_append_printf (out, ",\"pages\":%u,\"total\":%u", (rows->len + n - 1) / n, rows->len);
  g_string_append_c (out, '}');
  return fake_answer_new (200, out->str);
}

static FakeAnswer *
answer_offset (RowServer *self, const FakeRequest *request)
{
  gboolean by_change = g_str_equal (fake_request_path (request), "/window");
  g_autoptr (GArray) rows =
      select_rows (self, by_change, instant (fake_request_parameter (request, "since")));
  g_autoptr (GString) out = g_string_new (NULL);

  print_rows (out, rows, number (request, "o", 0), number (request, "n", 3));
  g_string_append_printf (out, ",\"total\":%u}", rows->len);
  return fake_answer_new (200, out->str);
}

static FakeAnswer *
answer_after (RowServer *self, const FakeRequest *request)
{
  g_autoptr (GArray) rows = select_rows (self, FALSE, 0);
  g_autoptr (GString) out = g_string_new (NULL);
  guint after = number (request, "a", 0);
  guint from = 0;

  while (from < rows->len && g_array_index (rows, Row, from).id <= after)
    from++;
  print_rows (out, rows, from, number (request, "n", 3));
  g_string_append_printf (out, ",\"total\":%u}", rows->len - from);
  return fake_answer_new (200, out->str);
}

static FakeAnswer *
answer_linked (RowServer *self, const FakeRequest *request)
{
  g_autoptr (GArray) rows = select_rows (self, FALSE, 0);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *own = fake_server_uri (self->server, "");
  const char *path = fake_request_path (request);
  guint from = number (request, "from", 0);
  guint n = number (request, "n", 3);
  g_autofree char *link =
      g_strdup_printf ("%s%s?n=%u&from=%u", self->host != NULL ? self->host : own, path, n,
                       from + n);
  g_autofree char *header =
      g_strdup_printf ("<%s/first>; rel=\"first\", <%s>; rel=\"next\"", own, link);
  gboolean goes_on = from + n < rows->len;

  print_rows (out, rows, from, n);
  if (goes_on && g_str_has_suffix (path, "/next"))
    g_string_append_printf (out, ",\"next\":\"%s\"", link);
  g_string_append_c (out, '}');
  FakeAnswer *answer = fake_answer_new (200, out->str);
  if (goes_on && g_str_has_suffix (path, "/link"))
    fake_answer_header (answer, "Link", header);
  return answer;
}

static void
add_link (RowServer *self, FakeAnswer *answer, guint n, guint sequence, gboolean goes_on)
{
  g_autofree char *own = fake_server_uri (self->server, "");
  g_autofree char *header = g_strdup_printf ("<%s/changes?n=%u&c=%u.%u>; rel=\"%s\"", own, n,
                                             self->epoch, sequence, goes_on ? "next" : "changes");

  fake_answer_header (answer, "Link", header);
}

/* /changes says the same as /cursor, but in its headers. */
static FakeAnswer *
answer_cursor (RowServer *self, const FakeRequest *request)
{
  gboolean by_link = g_str_equal (fake_request_path (request), "/changes");
  g_autoptr (GArray) rows = select_rows (self, TRUE, 1);
  g_autoptr (GString) out = g_string_new (NULL);
  guint n = number (request, "n", 3);
  const char *told = fake_request_parameter (request, "c");
  const char *dot = told == NULL ? NULL : strchr (told, '.');
  guint cursor = dot == NULL ? 0 : (guint) g_ascii_strtoull (dot + 1, NULL, 10);
  guint from = 0;

  if (told != NULL && g_ascii_strtoull (told, NULL, 10) != self->epoch)
    return fake_answer_new (410, "{\"error\":\"cursor_expired\"}");
  while (from < rows->len && g_array_index (rows, Row, from).sequence <= cursor)
    from++;
  guint end = MIN (from + n, rows->len);
  guint last = end > from ? g_array_index (rows, Row, end - 1).sequence : cursor;
  print_rows (out, rows, from, n);
  if (!by_link)
    g_string_append_printf (out, ",\"cursor\":\"%u.%u\",\"more\":%s", self->epoch, last,
                            end < rows->len ? "true" : "false");
  g_string_append_c (out, '}');

  g_autofree char *tag = g_strdup_printf ("\"%08x\"", g_str_hash (out->str));
  const char *known = fake_request_header (request, "If-None-Match");
  if (by_link && g_strcmp0 (known, tag) == 0)
    return fake_answer_new (304, NULL);
  FakeAnswer *answer = fake_answer_new (200, out->str);
  fake_answer_header (answer, "ETag", tag);
  if (by_link)
    add_link (self, answer, n, last, end < rows->len);
  return answer;
}

static FakeAnswer *
answer (const FakeRequest *request, gpointer data)
{
  RowServer *self = data;
  const char *path = fake_request_path (request);
  FakeAnswer *made;

  g_mutex_lock (&self->lock);
  if (g_str_equal (path, "/page") || g_str_equal (path, "/short"))
    made = answer_numbered (self, request);
  else if (g_str_equal (path, "/offset") || g_str_equal (path, "/window"))
    made = answer_offset (self, request);
  else if (g_str_equal (path, "/after"))
    made = answer_after (self, request);
  else if (g_str_equal (path, "/cursor") || g_str_equal (path, "/changes"))
    made = answer_cursor (self, request);
  else
    made = answer_linked (self, request);
  if (++self->answers == self->due)
    change (self, self->due_id, self->due_name);
  if (self->rand != NULL)
    disturb (self);
  g_mutex_unlock (&self->lock);
  return made;
}

RowServer *
row_server_new (FakeServer *server)
{
  static const char *const paths[] = { "/page", "/short", "/offset", "/window", "/after",
                                       "/next", "/link",  "/cursor", "/changes" };
  RowServer *self = g_new0 (RowServer, 1);

  g_mutex_init (&self->lock);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  self->now = FIRST_INSTANT;
  self->server = server;
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    fake_server_handle (server, paths[i], answer, self);
  return self;
}

void
row_server_free (RowServer *self)
{
  g_mutex_clear (&self->lock);
  g_array_unref (self->rows);
  g_free (self->due_name);
  g_clear_pointer (&self->rand, g_rand_free);
  g_free (self->host);
  g_free (self);
}
