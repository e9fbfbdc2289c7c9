/* source-live.c: see source-live.h.
 *
 * Many hints lead to few questions: what comes in one go is taken together, at once when it was
 * quiet before; what comes soon after is gathered for a moment.
 */
#include "source-live.h"

#include "json-value.h"
#include "net-errors.h"

#define GATHER_MS    500
#define LONGEST_HINT 4096 /* bytes: it is read in the main thread */

struct _DiapasonSourceLive
{
  DiapasonDescriptor *descriptor; /* (owned) */
  DiapasonConnection *connection; /* (owned) */
  DiapasonClock *clock;           /* (owned) */
  DiapasonSourceLiveFunc changed;
  gpointer data;

  DiapasonEventStream *stream; /* (owned) (nullable) before it is first opened */
  GHashTable *hinted;          /* (owned) of DiapasonStreamPlan */
  gboolean all_hinted;
  gboolean is_due;   /* hints are to be taken */
  gint64 taken_at;   /* steady: when they were last taken */
  guint timer;       /* until they are due; 0: none */
  GSource *soon;     /* (owned) (nullable) the same when there is nothing to wait for */
  gboolean refuses;  /* to be listened to */
  gboolean no_login; /* was said, and nothing was heard since */
};

/* Hints ------------------------------------------------------------------------------------- */

static void
stop_gathering (DiapasonSourceLive *self)
{
  guint timer = self->timer;

  self->timer = 0;
  if (timer != 0)
    diapason_clock_cancel (self->clock, timer);
  if (self->soon != NULL)
    g_source_destroy (self->soon);
  g_clear_pointer (&self->soon, g_source_unref);
}

static void
gathered_cb (gpointer data)
{
  DiapasonSourceLive *self = data;

  self->timer = 0;
  stop_gathering (self);
  self->is_due = TRUE;
  self->changed (self->data);
}

static gboolean
soon_cb (gpointer data)
{
  gathered_cb (data);
  return G_SOURCE_REMOVE;
}

/* @stream: (nullable) NULL: all of them. */
static void
hint (DiapasonSourceLive *self, const DiapasonStreamPlan *stream)
{
  gint64 wait = self->taken_at + GATHER_MS - diapason_clock_steady (self->clock);

  if (stream == NULL)
    self->all_hinted = TRUE;
  else
    g_hash_table_add (self->hinted, (gpointer) stream);
  if (self->is_due || self->timer != 0 || self->soon != NULL)
    return;
  if (wait > 0)
    {
      self->timer = diapason_clock_after (self->clock, wait, gathered_cb, self, NULL);
      return;
    }
  self->soon = g_idle_source_new ();
  g_source_set_priority (self->soon, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->soon, soon_cb, self, NULL);
  g_source_attach (self->soon, NULL);
}

static gboolean
is_or_has (const DiapasonStreamPlan *stream, const char *name)
{
  if (g_str_equal (stream->name, name))
    return TRUE;
  for (guint i = 0; i < stream->children->len; i++)
    if (is_or_has (g_ptr_array_index (stream->children, i), name))
      return TRUE;
  return FALSE;
}

/* The stream that is read to read the one called @name, or NULL. */
static const DiapasonStreamPlan *
find_stream (DiapasonSourceLive *self, const char *name)
{
  GPtrArray *streams = self->descriptor->streams;

  for (guint i = 0; i < streams->len; i++)
    if (is_or_has (g_ptr_array_index (streams, i), name))
      return g_ptr_array_index (streams, i);
  return NULL;
}

static const DiapasonStreamPlan *
read_hint (DiapasonSourceLive *self, const char *text)
{
  gsize length = strlen (text);
  g_autoptr (DiapasonJsonValue) root =
      length <= LONGEST_HINT ? diapason_json_value_parse (text, length, NULL) : NULL;
  g_autoptr (DiapasonJsonValue) value =
      root == NULL ? NULL : diapason_json_value_at (root, self->descriptor->events.stream);
  g_autofree char *name = value == NULL ? NULL : diapason_json_value_to_string (value);

  return name == NULL ? NULL : find_stream (self, name);
}

gboolean
diapason_source_live_has_hints (DiapasonSourceLive *self)
{
  return self->is_due;
}

static void
forget_hints (DiapasonSourceLive *self)
{
  stop_gathering (self);
  self->is_due = FALSE;
  self->all_hinted = FALSE;
  g_hash_table_remove_all (self->hinted);
}

GHashTable *
diapason_source_live_take_hints (DiapasonSourceLive *self)
{
  g_autoptr (GHashTable) hinted = self->hinted;
  gboolean all = self->all_hinted;

  self->hinted = g_hash_table_new (NULL, NULL);
  forget_hints (self);
  self->taken_at = diapason_clock_steady (self->clock);
  return all ? NULL : g_steal_pointer (&hinted);
}

/* The stream --------------------------------------------------------------------------------- */

static void
opened_cb (DiapasonSourceLive *self)
{
  self->no_login = FALSE;
  self->changed (self->data);
}

static void
event_cb (DiapasonSourceLive *self, const char *type, const char *data, const char *id)
{
  if (g_str_equal (type, "reset"))
    hint (self, NULL);
  else if (g_str_equal (type, "change") || g_str_equal (type, "message"))
    hint (self, read_hint (self, data));
}

/* That a login is no good is found out, and told, by a round; unless rounds do not mind it. */
static void
closed_cb (DiapasonSourceLive *self, const GError *error, gint64 again_ms)
{
  gboolean is_login = g_error_matches (error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_LOGIN);

  if (is_login && !self->no_login)
    {
      self->no_login = TRUE;
      hint (self, NULL);
    }
  else if (again_ms < 0)
    {
      self->refuses = TRUE;
      g_info ("%s: %s", self->descriptor->name,
              error != NULL ? error->message : "It wants nobody to listen to its live changes.");
    }
  self->changed (self->data);
}

void
diapason_source_live_open (DiapasonSourceLive *self)
{
  if (self->descriptor->events.path == NULL || self->refuses)
    return;
  if (self->stream == NULL)
    {
      self->stream = diapason_connection_listen (self->connection);
      g_signal_connect_swapped (self->stream, "opened", G_CALLBACK (opened_cb), self);
      g_signal_connect_swapped (self->stream, "event", G_CALLBACK (event_cb), self);
      g_signal_connect_swapped (self->stream, "closed", G_CALLBACK (closed_cb), self);
    }
  diapason_event_stream_start (self->stream);
}

void
diapason_source_live_hasten (DiapasonSourceLive *self)
{
  if (self->stream != NULL)
    diapason_event_stream_hasten (self->stream);
}

void
diapason_source_live_close (DiapasonSourceLive *self)
{
  forget_hints (self);
  if (self->stream != NULL)
    diapason_event_stream_stop (self->stream);
}

void
diapason_source_live_forgive (DiapasonSourceLive *self)
{
  self->refuses = FALSE;
  self->no_login = FALSE;
}

gboolean
diapason_source_live_is_open (DiapasonSourceLive *self)
{
  return self->stream != NULL && diapason_event_stream_is_open (self->stream);
}

DiapasonSourceLive *
diapason_source_live_new (DiapasonDescriptor *descriptor,
                          DiapasonConnection *connection,
                          DiapasonClock *clock,
                          DiapasonSourceLiveFunc changed,
                          gpointer data)
{
  DiapasonSourceLive *self = g_new0 (DiapasonSourceLive, 1);

  self->descriptor = diapason_descriptor_ref (descriptor);
  self->connection = diapason_connection_ref (connection);
  self->clock = g_object_ref (clock);
  self->changed = changed;
  self->data = data;
  self->hinted = g_hash_table_new (NULL, NULL);
  return self;
}

void
diapason_source_live_free (DiapasonSourceLive *self)
{
  diapason_source_live_close (self);
  if (self->stream != NULL)
    g_signal_handlers_disconnect_by_data (self->stream, self);
  g_clear_object (&self->stream);
  g_hash_table_unref (self->hinted);
  g_object_unref (self->clock);
  diapason_connection_unref (self->connection);
  diapason_descriptor_unref (self->descriptor);
  g_free (self);
}
