/* hub-pace.c: the timer of a day that goes on. See the header. */
#include "hub-pace.h"

#include "hub-day.h"

/* A clock that was set, or stood still with the machine, is seen after at most as many. */
#define LONGEST_WAIT 5000 /* milliseconds */

struct _DiapasonHubPace
{
  DiapasonHubDatabase *database; /* (unowned) */
  DiapasonHubDay *day;           /* (owned) */
  GMainContext *context;         /* (owned) (nullable) */
  GSource *timer;                /* (owned) (nullable) */
};

static void wait_until (DiapasonHubPace *self, gint64 due);

static gboolean
due_cb (gpointer user_data)
{
  DiapasonHubPace *self = user_data;

  wait_until (self, diapason_hub_day_go_on (self->day));
  return G_SOURCE_REMOVE;
}

static void
stop (DiapasonHubPace *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

/* At G_PRIORITY_DEFAULT_IDLE: requests are served first. */
static void
wait_until (DiapasonHubPace *self, gint64 due)
{
  gint64 now = diapason_hub_database_now (self->database);

  stop (self);
  if (due == G_MAXINT64)
    return;
  self->timer = g_timeout_source_new ((guint) CLAMP (due - now, 0, LONGEST_WAIT));
  g_source_set_priority (self->timer, G_PRIORITY_DEFAULT_IDLE);
  g_source_set_callback (self->timer, due_cb, self, NULL);
  g_source_attach (self->timer, self->context);
}

DiapasonHubPace *
diapason_hub_pace_new (DiapasonHubDatabase *database,
                       double pace,
                       gboolean always_open,
                       GError **error)
{
  DiapasonHubDay *day = diapason_hub_day_new (database, pace, always_open, error);
  DiapasonHubPace *self;

  if (day == NULL)
    return NULL;
  self = g_new0 (DiapasonHubPace, 1);
  self->database = database;
  self->day = day;
  self->context = g_main_context_ref_thread_default ();
  wait_until (self, diapason_hub_day_go_on (day));
  return self;
}

void
diapason_hub_pace_free (DiapasonHubPace *self)
{
  stop (self);
  diapason_hub_day_free (self->day);
  g_main_context_unref (self->context);
  g_free (self);
}
